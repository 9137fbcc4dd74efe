// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// linear: a

typedef struct { char none; } linear_parameters_f32;
static inline linear_parameters_f32 linear_load_f32(const double *values) {
    (void)values;
    return (linear_parameters_f32){0};
}
static inline float linear_link_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return a;
}
static inline float linear_derivative_f32(float a, linear_parameters_f32 p) {
    (void)a;
    (void)p;
    return 1.0f;
}
static inline float linear_integral_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return 0.5f * vm_square_f32(a);
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f32;
static inline tanh_parameters_f32 tanh_load_f32(const double *values) {
    (void)values;
    return (tanh_parameters_f32){0};
}
static inline float tanh_link_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_tanh_f32(a);
}
static inline float tanh_derivative_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_sech2_f32(a);
}
static inline float tanh_integral_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_log_cosh_f32(a);
}

// linear: a

typedef struct { char none; } linear_parameters_f64;
static inline linear_parameters_f64 linear_load_f64(const double *values) {
    (void)values;
    return (linear_parameters_f64){0};
}
static inline double linear_link_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return a;
}
static inline double linear_derivative_f64(double a, linear_parameters_f64 p) {
    (void)a;
    (void)p;
    return 1.0;
}
static inline double linear_integral_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(a);
}
static inline double linear_inverse_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return y;
}
static inline double linear_dual_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f64;
static inline tanh_parameters_f64 tanh_load_f64(const double *values) {
    (void)values;
    return (tanh_parameters_f64){0};
}
static inline double tanh_link_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_tanh_f64(a);
}
static inline double tanh_derivative_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_sech2_f64(a);
}
static inline double tanh_integral_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_log_cosh_f64(a);
}
static inline double tanh_inverse_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return vm_atanh_f64(y);
}
static inline double tanh_dual_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_symmetric_entropy_f64(-y);
}

static double linear_link_at(double x, const double *parameters) {
    return linear_link_f64(x, linear_load_f64(parameters));
}
static double linear_derivative_at(double x, const double *parameters) {
    return linear_derivative_f64(x, linear_load_f64(parameters));
}
static double linear_integral_at(double x, const double *parameters) {
    return linear_integral_f64(x, linear_load_f64(parameters));
}
static double linear_inverse_at(double x, const double *parameters) {
    return linear_inverse_f64(x, linear_load_f64(parameters));
}
static double linear_dual_at(double x, const double *parameters) {
    return linear_dual_f64(x, linear_load_f64(parameters));
}
static elementwise_link linear_conjugate(const double *parameters, link_kink *kinks) {
    const linear_parameters_f64 p = linear_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = linear_link_at, .derivative = linear_derivative_at, .integral = linear_integral_at,
        .inverse = linear_inverse_at, .dual = linear_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double tanh_link_at(double x, const double *parameters) {
    return tanh_link_f64(x, tanh_load_f64(parameters));
}
static double tanh_derivative_at(double x, const double *parameters) {
    return tanh_derivative_f64(x, tanh_load_f64(parameters));
}
static double tanh_integral_at(double x, const double *parameters) {
    return tanh_integral_f64(x, tanh_load_f64(parameters));
}
static double tanh_inverse_at(double x, const double *parameters) {
    return tanh_inverse_f64(x, tanh_load_f64(parameters));
}
static double tanh_dual_at(double x, const double *parameters) {
    return tanh_dual_f64(x, tanh_load_f64(parameters));
}
static elementwise_link tanh_conjugate(const double *parameters, link_kink *kinks) {
    const tanh_parameters_f64 p = tanh_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = tanh_link_at, .derivative = tanh_derivative_at, .integral = tanh_integral_at,
        .inverse = tanh_inverse_at, .dual = tanh_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
