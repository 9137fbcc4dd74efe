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

// symlog: where(a >= 0, log(1 + a), -log(1 - a))

typedef struct { char none; } symlog_parameters_f64;
VM_INLINE symlog_parameters_f64 symlog_load_f64(const double *values) {
    (void)values;
    return (symlog_parameters_f64){0};
}
VM_INLINE double symlog_link_f64(double a, symlog_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? vm_log1p_f64(a) : -vm_log1p_f64(-a));
}
VM_INLINE double symlog_derivative_f64(double a, symlog_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 1.0 / (a + 1.0) : 1.0 / (-a + 1.0));
}
VM_INLINE double symlog_integral_f64(double a, symlog_parameters_f64 p) {
    (void)p;
    return vm_log1p_excess_f64(vm_abs_f64(a));
}
VM_INLINE double symlog_inverse_f64(double y, symlog_parameters_f64 p) {
    (void)p;
    return (y >= 0.0 ? vm_expm1_f64(y) : -vm_expm1_f64(-y));
}
VM_INLINE double symlog_dual_f64(double y, symlog_parameters_f64 p) {
    (void)p;
    return vm_expm1_minus_f64(vm_abs_f64(y));
}

// silu: a / (1 + exp(-a))

typedef struct { char none; } silu_parameters_f64;
VM_INLINE silu_parameters_f64 silu_load_f64(const double *values) {
    (void)values;
    return (silu_parameters_f64){0};
}
VM_INLINE double silu_link_f64(double a, silu_parameters_f64 p) {
    (void)p;
    return vm_silu_f64(a);
}
VM_INLINE double silu_derivative_f64(double a, silu_parameters_f64 p) {
    (void)p;
    return vm_silu_slope_f64(a);
}
VM_INLINE double silu_integral_f64(double a, silu_parameters_f64 p) {
    (void)p;
    return vm_silu_integral_f64(a);
}

// symlog: where(a >= 0, log(1 + a), -log(1 - a))

typedef struct { char none; } symlog_parameters_f32;
VM_INLINE symlog_parameters_f32 symlog_load_f32(const double *values) {
    (void)values;
    return (symlog_parameters_f32){0};
}
VM_INLINE float symlog_link_f32(float a, symlog_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? vm_log1p_f32(a) : -vm_log1p_f32(-a));
}
VM_INLINE float symlog_derivative_f32(float a, symlog_parameters_f32 p) {
    (void)p;
    return (float)symlog_derivative_f64(a, symlog_load_f64(0));
}
VM_INLINE float symlog_integral_f32(float a, symlog_parameters_f32 p) {
    (void)p;
    return vm_log1p_excess_f32(vm_abs_f32(a));
}

// silu: a / (1 + exp(-a))

typedef struct { char none; } silu_parameters_f32;
VM_INLINE silu_parameters_f32 silu_load_f32(const double *values) {
    (void)values;
    return (silu_parameters_f32){0};
}
VM_INLINE float silu_link_f32(float a, silu_parameters_f32 p) {
    (void)p;
    return vm_silu_f32(a);
}
VM_INLINE float silu_derivative_f32(float a, silu_parameters_f32 p) {
    (void)p;
    return vm_silu_slope_f32(a);
}
VM_INLINE float silu_integral_f32(float a, silu_parameters_f32 p) {
    (void)p;
    return vm_silu_integral_f32(a);
}

static double symlog_link_at(double x, const double *parameters) {
    return symlog_link_f64(x, symlog_load_f64(parameters));
}
static double symlog_derivative_at(double x, const double *parameters) {
    return symlog_derivative_f64(x, symlog_load_f64(parameters));
}
static double symlog_integral_at(double x, const double *parameters) {
    return symlog_integral_f64(x, symlog_load_f64(parameters));
}
static double symlog_inverse_at(double x, const double *parameters) {
    return symlog_inverse_f64(x, symlog_load_f64(parameters));
}
static double symlog_dual_at(double x, const double *parameters) {
    return symlog_dual_f64(x, symlog_load_f64(parameters));
}
static elementwise_link symlog_conjugate(const double *parameters, link_kink *kinks) {
    const symlog_parameters_f64 p = symlog_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = symlog_link_at, .derivative = symlog_derivative_at, .integral = symlog_integral_at,
        .slope_shape = NULL,
        .inverse = symlog_inverse_at, .dual = symlog_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double silu_link_at(double x, const double *parameters) {
    return silu_link_f64(x, silu_load_f64(parameters));
}
static double silu_derivative_at(double x, const double *parameters) {
    return silu_derivative_f64(x, silu_load_f64(parameters));
}
static double silu_integral_at(double x, const double *parameters) {
    return silu_integral_f64(x, silu_load_f64(parameters));
}
static elementwise_link silu_conjugate(const double *parameters, link_kink *kinks) {
    const silu_parameters_f64 p = silu_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = silu_link_at, .derivative = silu_derivative_at, .integral = silu_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
static int silu_split(const double *parameters, link_split *split) {
    link_kink kinks[MAXIMUM_KINKS];
    const elementwise_link link = silu_conjugate(parameters, kinks);
    static const link_interval known[] = {{-INFINITY, -1.278464542761074}};
    const int is_default = 1;
    return find_split(&link, is_default ? known : NULL, 1, split);
}
