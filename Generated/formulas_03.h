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

// relu: max(a, 0)

typedef struct { char none; } relu_parameters_f64;
VM_INLINE relu_parameters_f64 relu_load_f64(const double *values) {
    (void)values;
    return (relu_parameters_f64){0};
}
VM_INLINE double relu_link_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return vm_max_f64(a, 0.0);
}
VM_INLINE double relu_derivative_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 1.0 : 0.0);
}
VM_INLINE double relu_integral_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 0.5 * vm_square_f64(a) : 0.0);
}
VM_INLINE double relu_dual_f64(double y, relu_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// elu: where(a >= 0, a, beta * (exp(a) - 1))

typedef struct { double beta; } elu_parameters_f64;
VM_INLINE elu_parameters_f64 elu_load_f64(const double *values) {
    return (elu_parameters_f64){(double)values[0]};
}
VM_INLINE double elu_link_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? a : p.beta * vm_expm1_f64(a));
}
VM_INLINE double elu_derivative_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? 1.0 : p.beta * vm_exp_f64(a));
}
VM_INLINE double elu_integral_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? 0.5 * vm_square_f64(a) : p.beta * vm_expm1_minus_f64(a));
}
VM_INLINE double elu_link_by_0_f64(double a, elu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : vm_expm1_f64(a));
}
VM_INLINE double elu_integral_by_0_f64(double a, elu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.0 : vm_expm1_minus_f64(a));
}
VM_INLINE double elu_inverse_f64(double y, elu_parameters_f64 p) {
    return (y >= 0.0 ? y : vm_log1p_f64(y / p.beta));
}
VM_INLINE double elu_dual_f64(double y, elu_parameters_f64 p) {
    return (y >= 0.0 ? 0.5 * vm_square_f64(y) : p.beta * vm_log1p_excess_f64(y / p.beta));
}

// probit: (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } probit_parameters_f64;
VM_INLINE probit_parameters_f64 probit_load_f64(const double *values) {
    (void)values;
    return (probit_parameters_f64){0};
}
VM_INLINE double probit_link_f64(double a, probit_parameters_f64 p) {
    (void)p;
    return vm_normal_cdf_f64(a);
}
VM_INLINE double probit_derivative_f64(double a, probit_parameters_f64 p) {
    (void)p;
    return vm_normal_density_f64(a);
}
VM_INLINE double probit_integral_f64(double a, probit_parameters_f64 p) {
    (void)p;
    return vm_normal_integral_f64(a);
}

// relu: max(a, 0)

typedef struct { char none; } relu_parameters_f32;
VM_INLINE relu_parameters_f32 relu_load_f32(const double *values) {
    (void)values;
    return (relu_parameters_f32){0};
}
VM_INLINE float relu_link_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return vm_max_f32(a, 0.0f);
}
VM_INLINE float relu_derivative_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a >= 0.0f ? 1.0f : 0.0f);
}
VM_INLINE float relu_integral_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return (float)relu_integral_f64(a, relu_load_f64(0));
}

// elu: where(a >= 0, a, beta * (exp(a) - 1))

typedef struct { float beta; elu_parameters_f64 Wide; } elu_parameters_f32;
VM_INLINE elu_parameters_f32 elu_load_f32(const double *values) {
    return (elu_parameters_f32){(float)values[0], elu_load_f64(values)};
}
VM_INLINE float elu_link_f32(float a, elu_parameters_f32 p) {
    return (a >= 0.0f ? a : p.beta * vm_expm1_f32(a));
}
VM_INLINE float elu_derivative_f32(float a, elu_parameters_f32 p) {
    return (a >= 0.0f ? 1.0f : p.beta * vm_exp_f32(a));
}
VM_INLINE float elu_integral_f32(float a, elu_parameters_f32 p) {
    return (float)elu_integral_f64(a, p.Wide);
}
VM_INLINE float elu_link_by_0_f32(float a, elu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : vm_expm1_f32(a));
}
VM_INLINE float elu_integral_by_0_f32(float a, elu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.0f : vm_expm1_minus_f32(a));
}

// probit: (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } probit_parameters_f32;
VM_INLINE probit_parameters_f32 probit_load_f32(const double *values) {
    (void)values;
    return (probit_parameters_f32){0};
}
VM_INLINE float probit_link_f32(float a, probit_parameters_f32 p) {
    (void)p;
    return vm_normal_cdf_f32(a);
}
VM_INLINE float probit_derivative_f32(float a, probit_parameters_f32 p) {
    (void)p;
    return vm_normal_density_f32(a);
}
VM_INLINE float probit_integral_f32(float a, probit_parameters_f32 p) {
    (void)p;
    return vm_normal_integral_f32(a);
}

static double relu_link_at(double x, const double *parameters) {
    return relu_link_f64(x, relu_load_f64(parameters));
}
static double relu_derivative_at(double x, const double *parameters) {
    return relu_derivative_f64(x, relu_load_f64(parameters));
}
static double relu_integral_at(double x, const double *parameters) {
    return relu_integral_f64(x, relu_load_f64(parameters));
}
static double relu_dual_at(double x, const double *parameters) {
    return relu_dual_f64(x, relu_load_f64(parameters));
}
static slope_shape relu_slope_shape_at(double a, const double *parameters) {
    const relu_parameters_f64 p = relu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link relu_conjugate(const double *parameters, link_kink *kinks) {
    const relu_parameters_f64 p = relu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = relu_link_at, .derivative = relu_derivative_at, .integral = relu_integral_at,
        .slope_shape = relu_slope_shape_at,
        .inverse = NULL, .dual = relu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double elu_link_at(double x, const double *parameters) {
    return elu_link_f64(x, elu_load_f64(parameters));
}
static double elu_derivative_at(double x, const double *parameters) {
    return elu_derivative_f64(x, elu_load_f64(parameters));
}
static double elu_integral_at(double x, const double *parameters) {
    return elu_integral_f64(x, elu_load_f64(parameters));
}
static double elu_inverse_at(double x, const double *parameters) {
    return elu_inverse_f64(x, elu_load_f64(parameters));
}
static double elu_dual_at(double x, const double *parameters) {
    return elu_dual_f64(x, elu_load_f64(parameters));
}
static slope_shape elu_slope_shape_at(double a, const double *parameters) {
    const elu_parameters_f64 p = elu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : 0.0), (a >= 0.0 ? 0.0 : p.beta), 1.0, 0.0, 1.0};
}
static elementwise_link elu_conjugate(const double *parameters, link_kink *kinks) {
    const elu_parameters_f64 p = elu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = elu_link_at, .derivative = elu_derivative_at, .integral = elu_integral_at,
        .slope_shape = elu_slope_shape_at,
        .inverse = elu_inverse_at, .dual = elu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double probit_link_at(double x, const double *parameters) {
    return probit_link_f64(x, probit_load_f64(parameters));
}
static double probit_derivative_at(double x, const double *parameters) {
    return probit_derivative_f64(x, probit_load_f64(parameters));
}
static double probit_integral_at(double x, const double *parameters) {
    return probit_integral_f64(x, probit_load_f64(parameters));
}
static elementwise_link probit_conjugate(const double *parameters, link_kink *kinks) {
    const probit_parameters_f64 p = probit_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = probit_link_at, .derivative = probit_derivative_at, .integral = probit_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
