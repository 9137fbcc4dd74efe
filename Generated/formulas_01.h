// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// prelu: where(a >= 0, a, beta * a)

typedef struct { float beta; } prelu_parameters_f32;
static inline prelu_parameters_f32 prelu_load_f32(const double *values) {
    return (prelu_parameters_f32){(float)values[0]};
}
static inline float prelu_link_f32(float a, prelu_parameters_f32 p) {
    return (a >= 0.0f ? a : a * p.beta);
}
static inline float prelu_derivative_f32(float a, prelu_parameters_f32 p) {
    return a != a ? a : (a >= 0.0f ? 1.0f : p.beta);
}
static inline float prelu_integral_f32(float a, prelu_parameters_f32 p) {
    const float t0 = vm_square_f32(a);
    return (a >= 0.0f ? 0.5f * t0 : 0.5f * p.beta * t0);
}
static inline float prelu_link_by_0_f32(float a, prelu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : a);
}
static inline float prelu_integral_by_0_f32(float a, prelu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : 0.5f * vm_square_f32(a));
}

// prelu: where(a >= 0, a, beta * a)

typedef struct { double beta; } prelu_parameters_f64;
static inline prelu_parameters_f64 prelu_load_f64(const double *values) {
    return (prelu_parameters_f64){(double)values[0]};
}
static inline double prelu_link_f64(double a, prelu_parameters_f64 p) {
    return (a >= 0.0 ? a : a * p.beta);
}
static inline double prelu_derivative_f64(double a, prelu_parameters_f64 p) {
    return a != a ? a : (a >= 0.0 ? 1.0 : p.beta);
}
static inline double prelu_integral_f64(double a, prelu_parameters_f64 p) {
    const double t0 = vm_square_f64(a);
    return (a >= 0.0 ? 0.5 * t0 : 0.5 * p.beta * t0);
}
static inline double prelu_link_by_0_f64(double a, prelu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : a);
}
static inline double prelu_integral_by_0_f64(double a, prelu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : 0.5 * vm_square_f64(a));
}
static inline double prelu_inverse_f64(double y, prelu_parameters_f64 p) {
    return (y >= 0.0 ? y : y / p.beta);
}
static inline double prelu_dual_f64(double y, prelu_parameters_f64 p) {
    const double t0 = vm_square_f64(y);
    return (y >= 0.0 ? 0.5 * t0 : 0.5 * t0 / p.beta);
}

static double prelu_link_at(double x, const double *parameters) {
    return prelu_link_f64(x, prelu_load_f64(parameters));
}
static double prelu_derivative_at(double x, const double *parameters) {
    return prelu_derivative_f64(x, prelu_load_f64(parameters));
}
static double prelu_integral_at(double x, const double *parameters) {
    return prelu_integral_f64(x, prelu_load_f64(parameters));
}
static double prelu_inverse_at(double x, const double *parameters) {
    return prelu_inverse_f64(x, prelu_load_f64(parameters));
}
static double prelu_dual_at(double x, const double *parameters) {
    return prelu_dual_f64(x, prelu_load_f64(parameters));
}
static elementwise_link prelu_conjugate(const double *parameters, link_kink *kinks) {
    const prelu_parameters_f64 p = prelu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = prelu_link_at, .derivative = prelu_derivative_at, .integral = prelu_integral_at,
        .inverse = prelu_inverse_at, .dual = prelu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0, .is_falling = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}
