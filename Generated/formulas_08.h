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

// leaky_relu: where(a >= 0, a, beta * a)

typedef struct { double beta; } leaky_relu_parameters_f64;
VM_INLINE leaky_relu_parameters_f64 leaky_relu_load_f64(const double *values) {
    return (leaky_relu_parameters_f64){(double)values[0]};
}
VM_INLINE double leaky_relu_link_f64(double a, leaky_relu_parameters_f64 p) {
    return (a >= 0.0 ? a : a * p.beta);
}
VM_INLINE double leaky_relu_derivative_f64(double a, leaky_relu_parameters_f64 p) {
    return a != a ? a : (a >= 0.0 ? 1.0 : p.beta);
}
VM_INLINE double leaky_relu_integral_f64(double a, leaky_relu_parameters_f64 p) {
    const double t0 = vm_square_f64(a);
    return (a >= 0.0 ? 0.5 * t0 : 0.5 * p.beta * t0);
}
VM_INLINE double leaky_relu_link_by_0_f64(double a, leaky_relu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : a);
}
VM_INLINE double leaky_relu_integral_by_0_f64(double a, leaky_relu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : 0.5 * vm_square_f64(a));
}
VM_INLINE double leaky_relu_inverse_f64(double y, leaky_relu_parameters_f64 p) {
    return (y >= 0.0 ? y : y / p.beta);
}
VM_INLINE double leaky_relu_dual_f64(double y, leaky_relu_parameters_f64 p) {
    const double t0 = vm_square_f64(y);
    return (y >= 0.0 ? 0.5 * t0 : 0.5 * t0 / p.beta);
}

// exponential: exp(a)

typedef struct { char none; } exponential_parameters_f64;
VM_INLINE exponential_parameters_f64 exponential_load_f64(const double *values) {
    (void)values;
    return (exponential_parameters_f64){0};
}
VM_INLINE double exponential_link_f64(double a, exponential_parameters_f64 p) {
    (void)p;
    return vm_exp_f64(a);
}
VM_INLINE double exponential_derivative_f64(double a, exponential_parameters_f64 p) {
    (void)p;
    return vm_exp_f64(a);
}
VM_INLINE double exponential_integral_f64(double a, exponential_parameters_f64 p) {
    (void)p;
    return vm_exp_f64(a);
}
VM_INLINE double exponential_inverse_f64(double y, exponential_parameters_f64 p) {
    (void)p;
    return vm_log_f64(y);
}
VM_INLINE double exponential_dual_f64(double y, exponential_parameters_f64 p) {
    (void)p;
    return vm_xlogx_minus_x_f64(y);
}

// mish: a * tanh(log(1 + exp(a)))

typedef struct { char none; } mish_parameters_f64;
VM_INLINE mish_parameters_f64 mish_load_f64(const double *values) {
    (void)values;
    return (mish_parameters_f64){0};
}
VM_INLINE double mish_link_f64(double a, mish_parameters_f64 p) {
    (void)p;
    return vm_mish_f64(a);
}
VM_INLINE double mish_derivative_f64(double a, mish_parameters_f64 p) {
    (void)p;
    return vm_mish_slope_f64(a);
}
static double mish_integral_integrand(double a, const void *p) {
    return mish_link_f64(a, *(const mish_parameters_f64 *)p);
}
VM_INLINE double mish_integral_f64(double a, mish_parameters_f64 p) {
    const double *const kinks = 0;
    return quadrature_integral(mish_integral_integrand, &p, 0.0, a, -INFINITY, INFINITY, kinks, 0);
}

// leaky_relu: where(a >= 0, a, beta * a)

typedef struct { float beta; leaky_relu_parameters_f64 Wide; } leaky_relu_parameters_f32;
VM_INLINE leaky_relu_parameters_f32 leaky_relu_load_f32(const double *values) {
    return (leaky_relu_parameters_f32){(float)values[0], leaky_relu_load_f64(values)};
}
VM_INLINE float leaky_relu_link_f32(float a, leaky_relu_parameters_f32 p) {
    return (a >= 0.0f ? a : a * p.beta);
}
VM_INLINE float leaky_relu_derivative_f32(float a, leaky_relu_parameters_f32 p) {
    return a != a ? a : (a >= 0.0f ? 1.0f : p.beta);
}
VM_INLINE float leaky_relu_integral_f32(float a, leaky_relu_parameters_f32 p) {
    return (float)leaky_relu_integral_f64(a, p.Wide);
}
VM_INLINE float leaky_relu_link_by_0_f32(float a, leaky_relu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : a);
}
VM_INLINE float leaky_relu_integral_by_0_f32(float a, leaky_relu_parameters_f32 p) {
    return (float)leaky_relu_integral_by_0_f64(a, p.Wide);
}

// exponential: exp(a)

typedef struct { char none; } exponential_parameters_f32;
VM_INLINE exponential_parameters_f32 exponential_load_f32(const double *values) {
    (void)values;
    return (exponential_parameters_f32){0};
}
VM_INLINE float exponential_link_f32(float a, exponential_parameters_f32 p) {
    (void)p;
    return vm_exp_f32(a);
}
VM_INLINE float exponential_derivative_f32(float a, exponential_parameters_f32 p) {
    (void)p;
    return vm_exp_f32(a);
}
VM_INLINE float exponential_integral_f32(float a, exponential_parameters_f32 p) {
    (void)p;
    return vm_exp_f32(a);
}

// mish: a * tanh(log(1 + exp(a)))

typedef struct { char none; } mish_parameters_f32;
VM_INLINE mish_parameters_f32 mish_load_f32(const double *values) {
    (void)values;
    return (mish_parameters_f32){0};
}
VM_INLINE float mish_link_f32(float a, mish_parameters_f32 p) {
    (void)p;
    return vm_mish_f32(a);
}
VM_INLINE float mish_derivative_f32(float a, mish_parameters_f32 p) {
    (void)p;
    return vm_mish_slope_f32(a);
}
VM_INLINE float mish_integral_f32(float a, mish_parameters_f32 p) {
    (void)p;
    return (float)mish_integral_f64(a, mish_load_f64(0));
}

static double leaky_relu_link_at(double x, const double *parameters) {
    return leaky_relu_link_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_derivative_at(double x, const double *parameters) {
    return leaky_relu_derivative_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_integral_at(double x, const double *parameters) {
    return leaky_relu_integral_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_inverse_at(double x, const double *parameters) {
    return leaky_relu_inverse_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_dual_at(double x, const double *parameters) {
    return leaky_relu_dual_f64(x, leaky_relu_load_f64(parameters));
}
static slope_shape leaky_relu_slope_shape_at(double a, const double *parameters) {
    const leaky_relu_parameters_f64 p = leaky_relu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : p.beta), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link leaky_relu_conjugate(const double *parameters, link_kink *kinks) {
    const leaky_relu_parameters_f64 p = leaky_relu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = leaky_relu_link_at, .derivative = leaky_relu_derivative_at, .integral = leaky_relu_integral_at,
        .slope_shape = leaky_relu_slope_shape_at,
        .inverse = leaky_relu_inverse_at, .dual = leaky_relu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double exponential_link_at(double x, const double *parameters) {
    return exponential_link_f64(x, exponential_load_f64(parameters));
}
static double exponential_derivative_at(double x, const double *parameters) {
    return exponential_derivative_f64(x, exponential_load_f64(parameters));
}
static double exponential_integral_at(double x, const double *parameters) {
    return exponential_integral_f64(x, exponential_load_f64(parameters));
}
static double exponential_inverse_at(double x, const double *parameters) {
    return exponential_inverse_f64(x, exponential_load_f64(parameters));
}
static double exponential_dual_at(double x, const double *parameters) {
    return exponential_dual_f64(x, exponential_load_f64(parameters));
}
static slope_shape exponential_slope_shape_at(double a, const double *parameters) {
    const exponential_parameters_f64 p = exponential_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){0.0, 1.0, 1.0, 0.0, 1.0};
}
static elementwise_link exponential_conjugate(const double *parameters, link_kink *kinks) {
    const exponential_parameters_f64 p = exponential_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = exponential_link_at, .derivative = exponential_derivative_at, .integral = exponential_integral_at,
        .slope_shape = exponential_slope_shape_at,
        .inverse = exponential_inverse_at, .dual = exponential_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double mish_link_at(double x, const double *parameters) {
    return mish_link_f64(x, mish_load_f64(parameters));
}
static double mish_derivative_at(double x, const double *parameters) {
    return mish_derivative_f64(x, mish_load_f64(parameters));
}
static double mish_integral_at(double x, const double *parameters) {
    return mish_integral_f64(x, mish_load_f64(parameters));
}
static elementwise_link mish_conjugate(const double *parameters, link_kink *kinks) {
    const mish_parameters_f64 p = mish_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = mish_link_at, .derivative = mish_derivative_at, .integral = mish_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
static int mish_split(const double *parameters, link_split *split) {
    link_kink kinks[MAXIMUM_KINKS];
    const elementwise_link link = mish_conjugate(parameters, kinks);
    static const link_interval known[] = {{-INFINITY, -1.1924312145154954}};
    const int is_default = 1;
    return find_split(&link, is_default ? known : NULL, 1, split);
}
