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

// prelu: where(a >= 0, a, beta * a)

typedef struct { double beta; } prelu_parameters_f64;
VM_INLINE prelu_parameters_f64 prelu_load_f64(const double *values) {
    return (prelu_parameters_f64){(double)values[0]};
}
VM_INLINE double prelu_link_f64(double a, prelu_parameters_f64 p) {
    return (a >= 0.0 ? a : a * p.beta);
}
VM_INLINE double prelu_derivative_f64(double a, prelu_parameters_f64 p) {
    return a != a ? a : (a >= 0.0 ? 1.0 : p.beta);
}
VM_INLINE double prelu_integral_f64(double a, prelu_parameters_f64 p) {
    const double t0 = vm_square_f64(a);
    return (a >= 0.0 ? 0.5 * t0 : 0.5 * p.beta * t0);
}
VM_INLINE double prelu_link_by_0_f64(double a, prelu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : a);
}
VM_INLINE double prelu_integral_by_0_f64(double a, prelu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : 0.5 * vm_square_f64(a));
}
VM_INLINE double prelu_inverse_f64(double y, prelu_parameters_f64 p) {
    return (y >= 0.0 ? y : y / p.beta);
}
VM_INLINE double prelu_dual_f64(double y, prelu_parameters_f64 p) {
    const double t0 = vm_square_f64(y);
    return (y >= 0.0 ? 0.5 * t0 : 0.5 * t0 / p.beta);
}

// tanhshrink: a - tanh(a)

typedef struct { char none; } tanhshrink_parameters_f64;
VM_INLINE tanhshrink_parameters_f64 tanhshrink_load_f64(const double *values) {
    (void)values;
    return (tanhshrink_parameters_f64){0};
}
VM_INLINE double tanhshrink_link_f64(double a, tanhshrink_parameters_f64 p) {
    (void)p;
    return vm_x_minus_tanh_f64(a);
}
VM_INLINE double tanhshrink_derivative_f64(double a, tanhshrink_parameters_f64 p) {
    (void)p;
    return vm_square_f64(vm_tanh_f64(a));
}
VM_INLINE double tanhshrink_integral_f64(double a, tanhshrink_parameters_f64 p) {
    (void)p;
    return vm_half_square_minus_log_cosh_f64(a);
}

// bent_identity: (sqrt(a^2 + 1) - 1) / 2 + a

typedef struct { char none; } bent_identity_parameters_f64;
VM_INLINE bent_identity_parameters_f64 bent_identity_load_f64(const double *values) {
    (void)values;
    return (bent_identity_parameters_f64){0};
}
VM_INLINE double bent_identity_link_f64(double a, bent_identity_parameters_f64 p) {
    (void)p;
    return a + 0.5 * vm_hypot1_minus1_f64(a);
}
VM_INLINE double bent_identity_derivative_f64(double a, bent_identity_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_isru_f64(a, 1.0) + 1.0;
}
VM_INLINE double bent_identity_integral_f64(double a, bent_identity_parameters_f64 p) {
    (void)p;
    return vm_bent_identity_integral_f64(a);
}
VM_INLINE double bent_identity_inverse_f64(double y, bent_identity_parameters_f64 p) {
    (void)p;
    return 1.333333333333333333333333333333333333333 * (-(y + 1.0) / (vm_root_square_plus_f64(2.0 * y + 1.0, 3.0) + 2.0) + 1.0) * y;
}

// prelu: where(a >= 0, a, beta * a)

typedef struct { float beta; prelu_parameters_f64 Wide; } prelu_parameters_f32;
VM_INLINE prelu_parameters_f32 prelu_load_f32(const double *values) {
    return (prelu_parameters_f32){(float)values[0], prelu_load_f64(values)};
}
VM_INLINE float prelu_link_f32(float a, prelu_parameters_f32 p) {
    return (a >= 0.0f ? a : a * p.beta);
}
VM_INLINE float prelu_derivative_f32(float a, prelu_parameters_f32 p) {
    return a != a ? a : (a >= 0.0f ? 1.0f : p.beta);
}
VM_INLINE float prelu_integral_f32(float a, prelu_parameters_f32 p) {
    return (float)prelu_integral_f64(a, p.Wide);
}
VM_INLINE float prelu_link_by_0_f32(float a, prelu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : a);
}
VM_INLINE float prelu_integral_by_0_f32(float a, prelu_parameters_f32 p) {
    return (float)prelu_integral_by_0_f64(a, p.Wide);
}

// tanhshrink: a - tanh(a)

typedef struct { char none; } tanhshrink_parameters_f32;
VM_INLINE tanhshrink_parameters_f32 tanhshrink_load_f32(const double *values) {
    (void)values;
    return (tanhshrink_parameters_f32){0};
}
VM_INLINE float tanhshrink_link_f32(float a, tanhshrink_parameters_f32 p) {
    (void)p;
    return vm_x_minus_tanh_f32(a);
}
VM_INLINE float tanhshrink_derivative_f32(float a, tanhshrink_parameters_f32 p) {
    (void)p;
    return (float)tanhshrink_derivative_f64(a, tanhshrink_load_f64(0));
}
VM_INLINE float tanhshrink_integral_f32(float a, tanhshrink_parameters_f32 p) {
    (void)p;
    return vm_half_square_minus_log_cosh_f32(a);
}

// bent_identity: (sqrt(a^2 + 1) - 1) / 2 + a

typedef struct { char none; } bent_identity_parameters_f32;
VM_INLINE bent_identity_parameters_f32 bent_identity_load_f32(const double *values) {
    (void)values;
    return (bent_identity_parameters_f32){0};
}
VM_INLINE float bent_identity_link_f32(float a, bent_identity_parameters_f32 p) {
    (void)p;
    return a + 0.5f * vm_hypot1_minus1_f32(a);
}
VM_INLINE float bent_identity_derivative_f32(float a, bent_identity_parameters_f32 p) {
    (void)p;
    return 0.5f * vm_isru_f32(a, 1.0f) + 1.0f;
}
VM_INLINE float bent_identity_integral_f32(float a, bent_identity_parameters_f32 p) {
    (void)p;
    return vm_bent_identity_integral_f32(a);
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
static slope_shape prelu_slope_shape_at(double a, const double *parameters) {
    const prelu_parameters_f64 p = prelu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : p.beta), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link prelu_conjugate(const double *parameters, link_kink *kinks) {
    const prelu_parameters_f64 p = prelu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = prelu_link_at, .derivative = prelu_derivative_at, .integral = prelu_integral_at,
        .slope_shape = prelu_slope_shape_at,
        .inverse = prelu_inverse_at, .dual = prelu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double tanhshrink_link_at(double x, const double *parameters) {
    return tanhshrink_link_f64(x, tanhshrink_load_f64(parameters));
}
static double tanhshrink_derivative_at(double x, const double *parameters) {
    return tanhshrink_derivative_f64(x, tanhshrink_load_f64(parameters));
}
static double tanhshrink_integral_at(double x, const double *parameters) {
    return tanhshrink_integral_f64(x, tanhshrink_load_f64(parameters));
}
static elementwise_link tanhshrink_conjugate(const double *parameters, link_kink *kinks) {
    const tanhshrink_parameters_f64 p = tanhshrink_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = tanhshrink_link_at, .derivative = tanhshrink_derivative_at, .integral = tanhshrink_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double bent_identity_link_at(double x, const double *parameters) {
    return bent_identity_link_f64(x, bent_identity_load_f64(parameters));
}
static double bent_identity_derivative_at(double x, const double *parameters) {
    return bent_identity_derivative_f64(x, bent_identity_load_f64(parameters));
}
static double bent_identity_integral_at(double x, const double *parameters) {
    return bent_identity_integral_f64(x, bent_identity_load_f64(parameters));
}
static double bent_identity_inverse_at(double x, const double *parameters) {
    return bent_identity_inverse_f64(x, bent_identity_load_f64(parameters));
}
static elementwise_link bent_identity_conjugate(const double *parameters, link_kink *kinks) {
    const bent_identity_parameters_f64 p = bent_identity_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = bent_identity_link_at, .derivative = bent_identity_derivative_at, .integral = bent_identity_integral_at,
        .slope_shape = NULL,
        .inverse = bent_identity_inverse_at, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
