// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f32;
static inline softplus_parameters_f32 softplus_load_f32(const double *values) {
    (void)values;
    return (softplus_parameters_f32){0};
}
static inline float softplus_link_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_softplus_f32(a);
}
static inline float softplus_derivative_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(a);
}
static inline float softplus_integral_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return -vm_li2_neg_exp_f32(a);
}

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f64;
static inline softplus_parameters_f64 softplus_load_f64(const double *values) {
    (void)values;
    return (softplus_parameters_f64){0};
}
static inline double softplus_link_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_softplus_f64(a);
}
static inline double softplus_derivative_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(a);
}
static inline double softplus_integral_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return -vm_li2_neg_exp_f64(a);
}
static inline double softplus_inverse_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_log_expm1_f64(y);
}
static inline double softplus_dual_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_li2_one_minus_exp_f64(y) + vm_xlogy_f64(y, vm_expm1_f64(y));
}

static double softplus_link_at(double x, const double *parameters) {
    return softplus_link_f64(x, softplus_load_f64(parameters));
}
static double softplus_derivative_at(double x, const double *parameters) {
    return softplus_derivative_f64(x, softplus_load_f64(parameters));
}
static double softplus_integral_at(double x, const double *parameters) {
    return softplus_integral_f64(x, softplus_load_f64(parameters));
}
static double softplus_inverse_at(double x, const double *parameters) {
    return softplus_inverse_f64(x, softplus_load_f64(parameters));
}
static double softplus_dual_at(double x, const double *parameters) {
    return softplus_dual_f64(x, softplus_load_f64(parameters));
}
static elementwise_link softplus_conjugate(const double *parameters, link_kink *kinks) {
    const softplus_parameters_f64 p = softplus_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = softplus_link_at, .derivative = softplus_derivative_at, .integral = softplus_integral_at,
        .inverse = softplus_inverse_at, .dual = softplus_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
