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

// step: (1 + sign(a)) / 2

typedef struct { char none; } step_parameters_f64;
VM_INLINE step_parameters_f64 step_load_f64(const double *values) {
    (void)values;
    return (step_parameters_f64){0};
}
VM_INLINE double step_link_f64(double a, step_parameters_f64 p) {
    (void)p;
    return 0.5 * (vm_sign_f64(a) + 1.0);
}
VM_INLINE double step_derivative_f64(double a, step_parameters_f64 p) {
    (void)a;
    (void)p;
    return 0.0;
}
VM_INLINE double step_integral_f64(double a, step_parameters_f64 p) {
    (void)p;
    return vm_max_f64(a, 0.0);
}
VM_INLINE double step_dual_f64(double y, step_parameters_f64 p) {
    (void)y;
    (void)p;
    return 0.0;
}

// relu6: min(max(a, 0), 6)

typedef struct { char none; } relu6_parameters_f64;
VM_INLINE relu6_parameters_f64 relu6_load_f64(const double *values) {
    (void)values;
    return (relu6_parameters_f64){0};
}
VM_INLINE double relu6_link_f64(double a, relu6_parameters_f64 p) {
    (void)p;
    return vm_min_f64(vm_max_f64(a, 0.0), 6.0);
}
VM_INLINE double relu6_derivative_f64(double a, relu6_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a <= 6.0 ? (a >= 0.0 ? 1.0 : 0.0) : 0.0);
}
VM_INLINE double relu6_integral_f64(double a, relu6_parameters_f64 p) {
    (void)p;
    return (a <= 0.0 ? 0.0 : (a <= 6.0 ? 0.5 * vm_square_f64(a) : 6.0 * a - 18.0));
}
VM_INLINE double relu6_dual_f64(double y, relu6_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// step: (1 + sign(a)) / 2

typedef struct { char none; } step_parameters_f32;
VM_INLINE step_parameters_f32 step_load_f32(const double *values) {
    (void)values;
    return (step_parameters_f32){0};
}
VM_INLINE float step_link_f32(float a, step_parameters_f32 p) {
    (void)p;
    return 0.5f * (vm_sign_f32(a) + 1.0f);
}
VM_INLINE float step_derivative_f32(float a, step_parameters_f32 p) {
    (void)a;
    (void)p;
    return 0.0f;
}
VM_INLINE float step_integral_f32(float a, step_parameters_f32 p) {
    (void)p;
    return vm_max_f32(a, 0.0f);
}

// relu6: min(max(a, 0), 6)

typedef struct { char none; } relu6_parameters_f32;
VM_INLINE relu6_parameters_f32 relu6_load_f32(const double *values) {
    (void)values;
    return (relu6_parameters_f32){0};
}
VM_INLINE float relu6_link_f32(float a, relu6_parameters_f32 p) {
    (void)p;
    return vm_min_f32(vm_max_f32(a, 0.0f), 6.0f);
}
VM_INLINE float relu6_derivative_f32(float a, relu6_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a <= 6.0f ? (a >= 0.0f ? 1.0f : 0.0f) : 0.0f);
}
VM_INLINE float relu6_integral_f32(float a, relu6_parameters_f32 p) {
    (void)p;
    return (float)relu6_integral_f64(a, relu6_load_f64(0));
}

static double step_link_at(double x, const double *parameters) {
    return step_link_f64(x, step_load_f64(parameters));
}
static double step_derivative_at(double x, const double *parameters) {
    return step_derivative_f64(x, step_load_f64(parameters));
}
static double step_integral_at(double x, const double *parameters) {
    return step_integral_f64(x, step_load_f64(parameters));
}
static double step_dual_at(double x, const double *parameters) {
    return step_dual_f64(x, step_load_f64(parameters));
}
static slope_shape step_slope_shape_at(double a, const double *parameters) {
    const step_parameters_f64 p = step_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){0.0, 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link step_conjugate(const double *parameters, link_kink *kinks) {
    const step_parameters_f64 p = step_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 1};
    return (elementwise_link){
        .link = step_link_at, .derivative = step_derivative_at, .integral = step_integral_at,
        .slope_shape = step_slope_shape_at,
        .inverse = NULL, .dual = step_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double relu6_link_at(double x, const double *parameters) {
    return relu6_link_f64(x, relu6_load_f64(parameters));
}
static double relu6_derivative_at(double x, const double *parameters) {
    return relu6_derivative_f64(x, relu6_load_f64(parameters));
}
static double relu6_integral_at(double x, const double *parameters) {
    return relu6_integral_f64(x, relu6_load_f64(parameters));
}
static double relu6_dual_at(double x, const double *parameters) {
    return relu6_dual_f64(x, relu6_load_f64(parameters));
}
static slope_shape relu6_slope_shape_at(double a, const double *parameters) {
    const relu6_parameters_f64 p = relu6_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a <= 6.0 ? (a >= 0.0 ? 1.0 : 0.0) : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link relu6_conjugate(const double *parameters, link_kink *kinks) {
    const relu6_parameters_f64 p = relu6_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){6.0, 0};
    kinks[1] = (link_kink){0.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = relu6_link_at, .derivative = relu6_derivative_at, .integral = relu6_integral_at,
        .slope_shape = relu6_slope_shape_at,
        .inverse = NULL, .dual = relu6_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
