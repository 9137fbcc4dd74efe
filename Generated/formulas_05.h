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

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f64;
VM_INLINE softplus_parameters_f64 softplus_load_f64(const double *values) {
    (void)values;
    return (softplus_parameters_f64){0};
}
VM_INLINE double softplus_link_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_softplus_f64(a);
}
VM_INLINE double softplus_derivative_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(a);
}
VM_INLINE double softplus_integral_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return -vm_li2_neg_exp_f64(a);
}
VM_INLINE double softplus_inverse_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_log_expm1_f64(y);
}
VM_INLINE double softplus_dual_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_li2_one_minus_exp_f64(y) + vm_xlogy_f64(y, vm_expm1_f64(y));
}

// hardtanh: min(max(a, min_val), max_val)

typedef struct { double min_val, max_val; } hardtanh_parameters_f64;
VM_INLINE hardtanh_parameters_f64 hardtanh_load_f64(const double *values) {
    return (hardtanh_parameters_f64){(double)values[0], (double)values[1]};
}
VM_INLINE double hardtanh_link_f64(double a, hardtanh_parameters_f64 p) {
    return vm_min_f64(vm_max_f64(a, p.min_val), p.max_val);
}
VM_INLINE double hardtanh_derivative_f64(double a, hardtanh_parameters_f64 p) {
    return a != a ? a : (vm_max_f64(a, p.min_val) <= p.max_val ? (a >= p.min_val ? 1.0 : 0.0) : 0.0);
}
VM_INLINE double hardtanh_integral_f64(double a, hardtanh_parameters_f64 p) {
    return (a < p.min_val ? (-0.5 * p.min_val + a) * p.min_val : (a > p.max_val ? (-0.5 * p.max_val + a) * p.max_val : 0.5 * vm_square_f64(a)));
}
VM_INLINE double hardtanh_link_by_0_f64(double a, hardtanh_parameters_f64 p) {
    return a != a ? a : (vm_max_f64(a, p.min_val) <= p.max_val ? (a >= p.min_val ? 0.0 : 1.0) : 0.0);
}
VM_INLINE double hardtanh_integral_by_0_f64(double a, hardtanh_parameters_f64 p) {
    return a != a ? a : (a < p.min_val ? -p.min_val + a : 0.0);
}
VM_INLINE double hardtanh_link_by_1_f64(double a, hardtanh_parameters_f64 p) {
    return a != a ? a : (vm_max_f64(a, p.min_val) <= p.max_val ? 0.0 : 1.0);
}
VM_INLINE double hardtanh_integral_by_1_f64(double a, hardtanh_parameters_f64 p) {
    return a != a ? a : (a < p.min_val ? 0.0 : (a > p.max_val ? -p.max_val + a : 0.0));
}
VM_INLINE double hardtanh_dual_f64(double y, hardtanh_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f32;
VM_INLINE softplus_parameters_f32 softplus_load_f32(const double *values) {
    (void)values;
    return (softplus_parameters_f32){0};
}
VM_INLINE float softplus_link_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_softplus_f32(a);
}
VM_INLINE float softplus_derivative_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(a);
}
VM_INLINE float softplus_integral_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return -vm_li2_neg_exp_f32(a);
}

// hardtanh: min(max(a, min_val), max_val)

typedef struct { float min_val, max_val; hardtanh_parameters_f64 Wide; } hardtanh_parameters_f32;
VM_INLINE hardtanh_parameters_f32 hardtanh_load_f32(const double *values) {
    return (hardtanh_parameters_f32){(float)values[0], (float)values[1], hardtanh_load_f64(values)};
}
VM_INLINE float hardtanh_link_f32(float a, hardtanh_parameters_f32 p) {
    return vm_min_f32(vm_max_f32(a, p.min_val), p.max_val);
}
VM_INLINE float hardtanh_derivative_f32(float a, hardtanh_parameters_f32 p) {
    return a != a ? a : (vm_max_f32(a, p.min_val) <= p.max_val ? (a >= p.min_val ? 1.0f : 0.0f) : 0.0f);
}
VM_INLINE float hardtanh_integral_f32(float a, hardtanh_parameters_f32 p) {
    return (float)hardtanh_integral_f64(a, p.Wide);
}
VM_INLINE float hardtanh_link_by_0_f32(float a, hardtanh_parameters_f32 p) {
    return a != a ? a : (vm_max_f32(a, p.min_val) <= p.max_val ? (a >= p.min_val ? 0.0f : 1.0f) : 0.0f);
}
VM_INLINE float hardtanh_integral_by_0_f32(float a, hardtanh_parameters_f32 p) {
    return a != a ? a : (a < p.min_val ? -p.min_val + a : 0.0f);
}
VM_INLINE float hardtanh_link_by_1_f32(float a, hardtanh_parameters_f32 p) {
    return a != a ? a : (vm_max_f32(a, p.min_val) <= p.max_val ? 0.0f : 1.0f);
}
VM_INLINE float hardtanh_integral_by_1_f32(float a, hardtanh_parameters_f32 p) {
    return a != a ? a : (a < p.min_val ? 0.0f : (a > p.max_val ? -p.max_val + a : 0.0f));
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
        .slope_shape = NULL,
        .inverse = softplus_inverse_at, .dual = softplus_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double hardtanh_link_at(double x, const double *parameters) {
    return hardtanh_link_f64(x, hardtanh_load_f64(parameters));
}
static double hardtanh_derivative_at(double x, const double *parameters) {
    return hardtanh_derivative_f64(x, hardtanh_load_f64(parameters));
}
static double hardtanh_integral_at(double x, const double *parameters) {
    return hardtanh_integral_f64(x, hardtanh_load_f64(parameters));
}
static double hardtanh_dual_at(double x, const double *parameters) {
    return hardtanh_dual_f64(x, hardtanh_load_f64(parameters));
}
static slope_shape hardtanh_slope_shape_at(double a, const double *parameters) {
    const hardtanh_parameters_f64 p = hardtanh_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(vm_max_f64(a, p.min_val) <= p.max_val ? (a >= p.min_val ? 1.0 : 0.0) : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link hardtanh_conjugate(const double *parameters, link_kink *kinks) {
    const hardtanh_parameters_f64 p = hardtanh_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){p.max_val, 0};
    kinks[1] = (link_kink){p.min_val, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = hardtanh_link_at, .derivative = hardtanh_derivative_at, .integral = hardtanh_integral_at,
        .slope_shape = hardtanh_slope_shape_at,
        .inverse = NULL, .dual = hardtanh_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
