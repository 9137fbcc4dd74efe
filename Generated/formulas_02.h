// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <normalised_kernels.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// log_sigmoid: -log(1 + exp(-a))

typedef struct { char none; } log_sigmoid_parameters_f64;
VM_INLINE log_sigmoid_parameters_f64 log_sigmoid_load_f64(const double *values) {
    (void)values;
    return (log_sigmoid_parameters_f64){0};
}
VM_INLINE double log_sigmoid_link_f64(double a, log_sigmoid_parameters_f64 p) {
    (void)p;
    return -vm_softplus_f64(-a);
}
VM_INLINE double log_sigmoid_derivative_f64(double a, log_sigmoid_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(-a);
}
VM_INLINE double log_sigmoid_integral_f64(double a, log_sigmoid_parameters_f64 p) {
    (void)p;
    return -vm_li2_neg_exp_f64(-a);
}
VM_INLINE double log_sigmoid_inverse_f64(double y, log_sigmoid_parameters_f64 p) {
    (void)p;
    return -vm_log_expm1_f64(-y);
}
VM_INLINE double log_sigmoid_dual_f64(double y, log_sigmoid_parameters_f64 p) {
    (void)p;
    const double t0 = -y;
    return vm_li2_one_minus_exp_f64(t0) + vm_xlogy_f64(t0, vm_expm1_f64(t0));
}

// sparse_plus: where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))

typedef struct { char none; } sparse_plus_parameters_f64;
VM_INLINE sparse_plus_parameters_f64 sparse_plus_load_f64(const double *values) {
    (void)values;
    return (sparse_plus_parameters_f64){0};
}
VM_INLINE double sparse_plus_link_f64(double a, sparse_plus_parameters_f64 p) {
    (void)p;
    return (a <= -1.0 ? 0.0 : (a < 1.0 ? 0.25 * vm_square_f64(a + 1.0) : a));
}
VM_INLINE double sparse_plus_derivative_f64(double a, sparse_plus_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a <= -1.0 ? 0.0 : (a < 1.0 ? 0.5 * (a + 1.0) : 1.0));
}
VM_INLINE double sparse_plus_integral_f64(double a, sparse_plus_parameters_f64 p) {
    (void)p;
    return (a <= -1.0 ? 0.0 : (a < 1.0 ? 0.08333333333333333333333333333333333333333 * vm_integer_power_f64(a + 1.0, 3) : 0.5 * vm_square_f64(a) + 0.1666666666666666666666666666666666666666));
}
VM_INLINE double sparse_plus_dual_f64(double y, sparse_plus_parameters_f64 p) {
    (void)p;
    return (y < 1.0 ? (1.333333333333333333333333333333333333333 * vm_sqrt_f64(y) - 1.0) * y : 0.5 * vm_square_f64(y) - 0.1666666666666666666666666666666666666666);
}

// log_sigmoid: -log(1 + exp(-a))

typedef struct { char none; } log_sigmoid_parameters_f32;
VM_INLINE log_sigmoid_parameters_f32 log_sigmoid_load_f32(const double *values) {
    (void)values;
    return (log_sigmoid_parameters_f32){0};
}
VM_INLINE float log_sigmoid_link_f32(float a, log_sigmoid_parameters_f32 p) {
    (void)p;
    return -vm_softplus_f32(-a);
}
VM_INLINE float log_sigmoid_derivative_f32(float a, log_sigmoid_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(-a);
}
VM_INLINE float log_sigmoid_integral_f32(float a, log_sigmoid_parameters_f32 p) {
    (void)p;
    return -vm_li2_neg_exp_f32(-a);
}

// sparse_plus: where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))

typedef struct { char none; } sparse_plus_parameters_f32;
VM_INLINE sparse_plus_parameters_f32 sparse_plus_load_f32(const double *values) {
    (void)values;
    return (sparse_plus_parameters_f32){0};
}
VM_INLINE float sparse_plus_link_f32(float a, sparse_plus_parameters_f32 p) {
    (void)p;
    return (float)sparse_plus_link_f64(a, sparse_plus_load_f64(0));
}
VM_INLINE float sparse_plus_derivative_f32(float a, sparse_plus_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a <= -1.0f ? 0.0f : (a < 1.0f ? 0.5f * (a + 1.0f) : 1.0f));
}
VM_INLINE float sparse_plus_integral_f32(float a, sparse_plus_parameters_f32 p) {
    (void)p;
    return (float)sparse_plus_integral_f64(a, sparse_plus_load_f64(0));
}

static double log_sigmoid_link_at(double x, const double *parameters) {
    return log_sigmoid_link_f64(x, log_sigmoid_load_f64(parameters));
}
static double log_sigmoid_derivative_at(double x, const double *parameters) {
    return log_sigmoid_derivative_f64(x, log_sigmoid_load_f64(parameters));
}
static double log_sigmoid_integral_at(double x, const double *parameters) {
    return log_sigmoid_integral_f64(x, log_sigmoid_load_f64(parameters));
}
static double log_sigmoid_inverse_at(double x, const double *parameters) {
    return log_sigmoid_inverse_f64(x, log_sigmoid_load_f64(parameters));
}
static double log_sigmoid_dual_at(double x, const double *parameters) {
    return log_sigmoid_dual_f64(x, log_sigmoid_load_f64(parameters));
}
static elementwise_link log_sigmoid_conjugate(const double *parameters, link_kink *kinks) {
    const log_sigmoid_parameters_f64 p = log_sigmoid_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = log_sigmoid_link_at, .derivative = log_sigmoid_derivative_at, .integral = log_sigmoid_integral_at,
        .slope_shape = NULL,
        .inverse = log_sigmoid_inverse_at, .dual = log_sigmoid_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double sparse_plus_link_at(double x, const double *parameters) {
    return sparse_plus_link_f64(x, sparse_plus_load_f64(parameters));
}
static double sparse_plus_derivative_at(double x, const double *parameters) {
    return sparse_plus_derivative_f64(x, sparse_plus_load_f64(parameters));
}
static double sparse_plus_integral_at(double x, const double *parameters) {
    return sparse_plus_integral_f64(x, sparse_plus_load_f64(parameters));
}
static double sparse_plus_dual_at(double x, const double *parameters) {
    return sparse_plus_dual_f64(x, sparse_plus_load_f64(parameters));
}
static elementwise_link sparse_plus_conjugate(const double *parameters, link_kink *kinks) {
    const sparse_plus_parameters_f64 p = sparse_plus_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){-1.0, 0};
    kinks[1] = (link_kink){1.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = sparse_plus_link_at, .derivative = sparse_plus_derivative_at, .integral = sparse_plus_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = sparse_plus_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
