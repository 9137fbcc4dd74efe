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

// hard_sigmoid: min(max(a + 3, 0), 6) / 6

typedef struct { char none; } hard_sigmoid_parameters_f64;
VM_INLINE hard_sigmoid_parameters_f64 hard_sigmoid_load_f64(const double *values) {
    (void)values;
    return (hard_sigmoid_parameters_f64){0};
}
VM_INLINE double hard_sigmoid_link_f64(double a, hard_sigmoid_parameters_f64 p) {
    (void)p;
    return 0.1666666666666666666666666666666666666666 * vm_min_f64(vm_max_f64(a + 3.0, 0.0), 6.0);
}
VM_INLINE double hard_sigmoid_derivative_f64(double a, hard_sigmoid_parameters_f64 p) {
    (void)p;
    return a != a ? a : 0.1666666666666666666666666666666666666666 * (a <= 3.0 ? (a >= -3.0 ? 1.0 : 0.0) : 0.0);
}
VM_INLINE double hard_sigmoid_integral_f64(double a, hard_sigmoid_parameters_f64 p) {
    (void)p;
    return (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.08333333333333333333333333333333333333333 * vm_square_f64(a + 3.0) : a));
}
VM_INLINE double hard_sigmoid_dual_f64(double y, hard_sigmoid_parameters_f64 p) {
    (void)p;
    return 3.0 * y * (y - 1.0);
}

// hard_sigmoid: min(max(a + 3, 0), 6) / 6

typedef struct { char none; } hard_sigmoid_parameters_f32;
VM_INLINE hard_sigmoid_parameters_f32 hard_sigmoid_load_f32(const double *values) {
    (void)values;
    return (hard_sigmoid_parameters_f32){0};
}
VM_INLINE float hard_sigmoid_link_f32(float a, hard_sigmoid_parameters_f32 p) {
    (void)p;
    return 0.1666666666666666666666666666666666666666f * vm_min_f32(vm_max_f32(a + 3.0f, 0.0f), 6.0f);
}
VM_INLINE float hard_sigmoid_derivative_f32(float a, hard_sigmoid_parameters_f32 p) {
    (void)p;
    return a != a ? a : 0.1666666666666666666666666666666666666666f * (a <= 3.0f ? (a >= -3.0f ? 1.0f : 0.0f) : 0.0f);
}
VM_INLINE float hard_sigmoid_integral_f32(float a, hard_sigmoid_parameters_f32 p) {
    (void)p;
    return (float)hard_sigmoid_integral_f64(a, hard_sigmoid_load_f64(0));
}

static double hard_sigmoid_link_at(double x, const double *parameters) {
    return hard_sigmoid_link_f64(x, hard_sigmoid_load_f64(parameters));
}
static double hard_sigmoid_derivative_at(double x, const double *parameters) {
    return hard_sigmoid_derivative_f64(x, hard_sigmoid_load_f64(parameters));
}
static double hard_sigmoid_integral_at(double x, const double *parameters) {
    return hard_sigmoid_integral_f64(x, hard_sigmoid_load_f64(parameters));
}
static double hard_sigmoid_dual_at(double x, const double *parameters) {
    return hard_sigmoid_dual_f64(x, hard_sigmoid_load_f64(parameters));
}
static slope_shape hard_sigmoid_slope_shape_at(double a, const double *parameters) {
    const hard_sigmoid_parameters_f64 p = hard_sigmoid_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a <= 3.0 ? (a >= -3.0 ? 0.1666666666666666666666666666666666666666 : 0.0) : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link hard_sigmoid_conjugate(const double *parameters, link_kink *kinks) {
    const hard_sigmoid_parameters_f64 p = hard_sigmoid_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){3.0, 0};
    kinks[1] = (link_kink){-3.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = hard_sigmoid_link_at, .derivative = hard_sigmoid_derivative_at, .integral = hard_sigmoid_integral_at,
        .slope_shape = hard_sigmoid_slope_shape_at,
        .inverse = NULL, .dual = hard_sigmoid_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
