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

// sigmoid: 1 / (1 + exp(-a))

typedef struct { char none; } sigmoid_parameters_f64;
VM_INLINE sigmoid_parameters_f64 sigmoid_load_f64(const double *values) {
    (void)values;
    return (sigmoid_parameters_f64){0};
}
VM_INLINE double sigmoid_link_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(a);
}
VM_INLINE double sigmoid_derivative_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_derivative_f64(-a);
}
VM_INLINE double sigmoid_integral_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_softplus_f64(a);
}
VM_INLINE double sigmoid_inverse_f64(double y, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_logit_f64(y);
}
VM_INLINE double sigmoid_dual_f64(double y, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_binary_entropy_f64(y);
}

// sigmoid: 1 / (1 + exp(-a))

typedef struct { char none; } sigmoid_parameters_f32;
VM_INLINE sigmoid_parameters_f32 sigmoid_load_f32(const double *values) {
    (void)values;
    return (sigmoid_parameters_f32){0};
}
VM_INLINE float sigmoid_link_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(a);
}
VM_INLINE float sigmoid_derivative_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_derivative_f32(-a);
}
VM_INLINE float sigmoid_integral_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_softplus_f32(a);
}

static double sigmoid_link_at(double x, const double *parameters) {
    return sigmoid_link_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_derivative_at(double x, const double *parameters) {
    return sigmoid_derivative_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_integral_at(double x, const double *parameters) {
    return sigmoid_integral_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_inverse_at(double x, const double *parameters) {
    return sigmoid_inverse_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_dual_at(double x, const double *parameters) {
    return sigmoid_dual_f64(x, sigmoid_load_f64(parameters));
}
static slope_shape sigmoid_slope_shape_at(double a, const double *parameters) {
    const sigmoid_parameters_f64 p = sigmoid_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){0.0, 0.0, 1.0, 1.0, -1.0};
}
static elementwise_link sigmoid_conjugate(const double *parameters, link_kink *kinks) {
    const sigmoid_parameters_f64 p = sigmoid_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = sigmoid_link_at, .derivative = sigmoid_derivative_at, .integral = sigmoid_integral_at,
        .slope_shape = sigmoid_slope_shape_at,
        .inverse = sigmoid_inverse_at, .dual = sigmoid_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
