// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// silu: a / (1 + exp(-a))

typedef struct { char none; } silu_parameters_f32;
static inline silu_parameters_f32 silu_load_f32(const double *values) {
    (void)values;
    return (silu_parameters_f32){0};
}
static inline float silu_link_f32(float a, silu_parameters_f32 p) {
    (void)p;
    return a * vm_sigmoid_f32(a);
}
static inline float silu_derivative_f32(float a, silu_parameters_f32 p) {
    (void)p;
    const float t0 = vm_exp_f32(-a);
    return (a * t0 + t0 + 1.0f) / vm_square_f32(t0 + 1.0f);
}
static inline float silu_integral_f32(float a, silu_parameters_f32 p) {
    (void)p;
    return a * vm_softplus_f32(a) + vm_li2_neg_exp_f32(a);
}

// silu: a / (1 + exp(-a))

typedef struct { char none; } silu_parameters_f64;
static inline silu_parameters_f64 silu_load_f64(const double *values) {
    (void)values;
    return (silu_parameters_f64){0};
}
static inline double silu_link_f64(double a, silu_parameters_f64 p) {
    (void)p;
    return a * vm_sigmoid_f64(a);
}
static inline double silu_derivative_f64(double a, silu_parameters_f64 p) {
    (void)p;
    const double t0 = vm_exp_f64(-a);
    return (a * t0 + t0 + 1.0) / vm_square_f64(t0 + 1.0);
}
static inline double silu_integral_f64(double a, silu_parameters_f64 p) {
    (void)p;
    return a * vm_softplus_f64(a) + vm_li2_neg_exp_f64(a);
}

static double silu_link_at(double x, const double *parameters) {
    return silu_link_f64(x, silu_load_f64(parameters));
}
static double silu_derivative_at(double x, const double *parameters) {
    return silu_derivative_f64(x, silu_load_f64(parameters));
}
static double silu_integral_at(double x, const double *parameters) {
    return silu_integral_f64(x, silu_load_f64(parameters));
}
static elementwise_link silu_conjugate(const double *parameters, link_kink *kinks) {
    const silu_parameters_f64 p = silu_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = silu_link_at, .derivative = silu_derivative_at, .integral = silu_integral_at,
        .inverse = NULL, .dual = NULL,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
static int silu_split(const double *parameters, link_split *split) {
    link_kink kinks[MAXIMUM_KINKS];
    const elementwise_link link = silu_conjugate(parameters, kinks);
    static const link_interval known[] = {{-INFINITY, -1.278464542761074}};
    const int is_default = 1;
    return find_split(&link, is_default ? known : NULL, 1, split);
}
