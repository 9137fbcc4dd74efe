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

// logarithm: log(a)

typedef struct { char none; } logarithm_parameters_f64;
VM_INLINE logarithm_parameters_f64 logarithm_load_f64(const double *values) {
    (void)values;
    return (logarithm_parameters_f64){0};
}
VM_INLINE double logarithm_link_f64(double a, logarithm_parameters_f64 p) {
    (void)p;
    return vm_log_f64(a);
}
VM_INLINE double logarithm_derivative_f64(double a, logarithm_parameters_f64 p) {
    (void)p;
    return 1.0 / a;
}
VM_INLINE double logarithm_integral_f64(double a, logarithm_parameters_f64 p) {
    (void)p;
    return vm_xlogx_minus_x_f64(a);
}
VM_INLINE double logarithm_inverse_f64(double y, logarithm_parameters_f64 p) {
    (void)p;
    return vm_exp_f64(y);
}
VM_INLINE double logarithm_dual_f64(double y, logarithm_parameters_f64 p) {
    (void)p;
    return vm_exp_f64(y);
}

// logarithm: log(a)

typedef struct { char none; } logarithm_parameters_f32;
VM_INLINE logarithm_parameters_f32 logarithm_load_f32(const double *values) {
    (void)values;
    return (logarithm_parameters_f32){0};
}
VM_INLINE float logarithm_link_f32(float a, logarithm_parameters_f32 p) {
    (void)p;
    return vm_log_f32(a);
}
VM_INLINE float logarithm_derivative_f32(float a, logarithm_parameters_f32 p) {
    (void)p;
    return 1.0f / a;
}
VM_INLINE float logarithm_integral_f32(float a, logarithm_parameters_f32 p) {
    (void)p;
    return vm_xlogx_minus_x_f32(a);
}

static double logarithm_link_at(double x, const double *parameters) {
    return logarithm_link_f64(x, logarithm_load_f64(parameters));
}
static double logarithm_derivative_at(double x, const double *parameters) {
    return logarithm_derivative_f64(x, logarithm_load_f64(parameters));
}
static double logarithm_integral_at(double x, const double *parameters) {
    return logarithm_integral_f64(x, logarithm_load_f64(parameters));
}
static double logarithm_inverse_at(double x, const double *parameters) {
    return logarithm_inverse_f64(x, logarithm_load_f64(parameters));
}
static double logarithm_dual_at(double x, const double *parameters) {
    return logarithm_dual_f64(x, logarithm_load_f64(parameters));
}
static elementwise_link logarithm_conjugate(const double *parameters, link_kink *kinks) {
    const logarithm_parameters_f64 p = logarithm_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = logarithm_link_at, .derivative = logarithm_derivative_at, .integral = logarithm_integral_at,
        .slope_shape = NULL,
        .inverse = logarithm_inverse_at, .dual = logarithm_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = 0.0, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

// entmax__coordinate: where((alpha - 1) * a > -1, exp(log(1 + (alpha - 1) * a) / (alpha - 1)), 0)

typedef struct { double alpha; } entmax__coordinate_parameters_f64;
VM_INLINE entmax__coordinate_parameters_f64 entmax__coordinate_load_f64(const double *values) {
    return (entmax__coordinate_parameters_f64){(double)values[0]};
}
VM_INLINE double entmax__coordinate_link_f64(double a, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    const double t1 = a * t0;
    return a != a ? a : (t1 > -1.0 ? vm_exp_f64(vm_log1p_f64(t1) / t0) : 0.0);
}
VM_INLINE double entmax__coordinate_derivative_f64(double a, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    const double t1 = a * t0;
    return a != a ? a : (t1 > -1.0 ? vm_exp_f64(vm_log1p_f64(t1) / t0) / (t1 + 1.0) : 0.0);
}
VM_INLINE double entmax__coordinate_integral_f64(double a, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    const double t1 = a * t0;
    return a != a ? a : (t1 > -1.0 ? vm_exp_f64(vm_log1p_f64(t1) / t0) * (t1 + 1.0) / p.alpha : 0.0);
}
VM_INLINE double entmax__coordinate_link_by_0_f64(double a, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    const double t1 = a * t0;
    return a != a ? a : (t1 > -1.0 ? -vm_exp_f64(vm_log1p_f64(t1) / t0) * vm_log1p_excess_f64(t1) / ((t1 + 1.0) * vm_square_f64(t0)) : 0.0);
}
VM_INLINE double entmax__coordinate_integral_by_0_f64(double a, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    const double t1 = a * t0;
    return a != a ? a : (t1 > -1.0 ? ((-vm_log1p_excess_f64(t1) / vm_square_f64(t0) + a) * p.alpha - (t1 + 1.0)) * vm_exp_f64(vm_log1p_f64(t1) / t0) / vm_square_f64(p.alpha) : 0.0);
}
VM_INLINE double entmax__coordinate_dual_f64(double y, entmax__coordinate_parameters_f64 p) {
    const double t0 = p.alpha - 1.0;
    return (y <= 0.0 ? 0.0 : -vm_exp_f64(vm_xlogy_f64(p.alpha, y)) / p.alpha + y * vm_expm1_f64(vm_xlogy_f64(t0, y)) / t0);
}

static double entmax__coordinate_link_at(double x, const double *parameters) {
    return entmax__coordinate_link_f64(x, entmax__coordinate_load_f64(parameters));
}
static double entmax__coordinate_derivative_at(double x, const double *parameters) {
    return entmax__coordinate_derivative_f64(x, entmax__coordinate_load_f64(parameters));
}
static double entmax__coordinate_integral_at(double x, const double *parameters) {
    return entmax__coordinate_integral_f64(x, entmax__coordinate_load_f64(parameters));
}
static double entmax__coordinate_dual_at(double x, const double *parameters) {
    return entmax__coordinate_dual_f64(x, entmax__coordinate_load_f64(parameters));
}
static elementwise_link entmax__coordinate_conjugate(const double *parameters, link_kink *kinks) {
    const entmax__coordinate_parameters_f64 p = entmax__coordinate_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){-1.0 / (p.alpha - 1.0), 0};
    return (elementwise_link){
        .link = entmax__coordinate_link_at, .derivative = entmax__coordinate_derivative_at, .integral = entmax__coordinate_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = entmax__coordinate_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

NORMALISED_LINK(entmax)
static double entmax__coordinate_link_by_0_at(double a, const double *parameters) {
    return entmax__coordinate_link_by_0_f64(a, entmax__coordinate_load_f64(parameters));
}
static double entmax__coordinate_integral_by_0_at(double a, const double *parameters) {
    return entmax__coordinate_integral_by_0_f64(a, entmax__coordinate_load_f64(parameters));
}
NORMALISED_SLOPE_ROWS(entmax, link_by_0, integral_by_0, float, f32)
NORMALISED_SLOPE_ROWS(entmax, link_by_0, integral_by_0, double, f64)
