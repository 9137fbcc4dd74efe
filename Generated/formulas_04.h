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

// softsign: a / (1 + abs(a))

typedef struct { char none; } softsign_parameters_f64;
VM_INLINE softsign_parameters_f64 softsign_load_f64(const double *values) {
    (void)values;
    return (softsign_parameters_f64){0};
}
VM_INLINE double softsign_link_f64(double a, softsign_parameters_f64 p) {
    (void)p;
    return vm_softsign_f64(a);
}
VM_INLINE double softsign_derivative_f64(double a, softsign_parameters_f64 p) {
    (void)p;
    return 1.0 / vm_square_f64(vm_abs_f64(a) + 1.0);
}
VM_INLINE double softsign_integral_f64(double a, softsign_parameters_f64 p) {
    (void)p;
    return vm_minus_log1p_f64(vm_abs_f64(a));
}
VM_INLINE double softsign_inverse_f64(double y, softsign_parameters_f64 p) {
    (void)p;
    return y / (-vm_abs_f64(y) + 1.0);
}
VM_INLINE double softsign_dual_f64(double y, softsign_parameters_f64 p) {
    (void)p;
    return vm_minus_log1p_f64(-vm_abs_f64(y));
}

// softsign: a / (1 + abs(a))

typedef struct { char none; } softsign_parameters_f32;
VM_INLINE softsign_parameters_f32 softsign_load_f32(const double *values) {
    (void)values;
    return (softsign_parameters_f32){0};
}
VM_INLINE float softsign_link_f32(float a, softsign_parameters_f32 p) {
    (void)p;
    return vm_softsign_f32(a);
}
VM_INLINE float softsign_derivative_f32(float a, softsign_parameters_f32 p) {
    (void)p;
    return (float)softsign_derivative_f64(a, softsign_load_f64(0));
}
VM_INLINE float softsign_integral_f32(float a, softsign_parameters_f32 p) {
    (void)p;
    return vm_minus_log1p_f32(vm_abs_f32(a));
}

static double softsign_link_at(double x, const double *parameters) {
    return softsign_link_f64(x, softsign_load_f64(parameters));
}
static double softsign_derivative_at(double x, const double *parameters) {
    return softsign_derivative_f64(x, softsign_load_f64(parameters));
}
static double softsign_integral_at(double x, const double *parameters) {
    return softsign_integral_f64(x, softsign_load_f64(parameters));
}
static double softsign_inverse_at(double x, const double *parameters) {
    return softsign_inverse_f64(x, softsign_load_f64(parameters));
}
static double softsign_dual_at(double x, const double *parameters) {
    return softsign_dual_f64(x, softsign_load_f64(parameters));
}
static elementwise_link softsign_conjugate(const double *parameters, link_kink *kinks) {
    const softsign_parameters_f64 p = softsign_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = softsign_link_at, .derivative = softsign_derivative_at, .integral = softsign_integral_at,
        .slope_shape = NULL,
        .inverse = softsign_inverse_at, .dual = softsign_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

// tempered_softmax__coordinate: where(a > 0, 1 + a, where(t < 1, where((1 - t) * a > -1, exp(log(1 + (1 - t) * a) / (1 - t)), 0), where(t > 1, exp(log(1 + (1 - t) * a) / (1 - t)), exp(a))))

typedef struct { double t; } tempered_softmax__coordinate_parameters_f64;
VM_INLINE tempered_softmax__coordinate_parameters_f64 tempered_softmax__coordinate_load_f64(const double *values) {
    return (tempered_softmax__coordinate_parameters_f64){(double)values[0]};
}
VM_INLINE double tempered_softmax__coordinate_link_f64(double a, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t + 1.0;
    const double t1 = a * t0;
    const double t2 = vm_exp_f64(vm_log1p_f64(t1) / t0);
    return (a > 0.0 ? a + 1.0 : (p.t < 1.0 ? (t1 > -1.0 ? t2 : 0.0) : (p.t > 1.0 ? t2 : vm_exp_f64(a))));
}
VM_INLINE double tempered_softmax__coordinate_derivative_f64(double a, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t + 1.0;
    const double t1 = a * t0;
    const double t2 = vm_exp_f64(vm_log1p_f64(t1) / t0) / (t1 + 1.0);
    return (a > 0.0 ? 1.0 : (p.t < 1.0 ? (t1 > -1.0 ? t2 : 0.0) : (p.t > 1.0 ? t2 : vm_exp_f64(a))));
}
VM_INLINE double tempered_softmax__coordinate_integral_f64(double a, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t;
    const double t1 = t0 + 2.0;
    const double t2 = 1.0 / t1;
    const double t3 = t0 + 1.0;
    const double t4 = a * t3;
    const double t5 = vm_exp_f64(vm_log1p_f64(t4) * t1 / t3) * t2;
    return (a > 0.0 ? a + 0.5 * vm_square_f64(a) + t2 : (p.t < 1.0 ? (t4 > -1.0 ? t5 : 0.0) : (p.t > 1.0 ? t5 : vm_exp_f64(a))));
}
VM_INLINE double tempered_softmax__coordinate_link_by_0_f64(double a, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t + 1.0;
    const double t1 = a * t0;
    const double t2 = vm_exp_f64(vm_log1p_f64(t1) / t0) * vm_log1p_excess_f64(t1) / ((t1 + 1.0) * vm_square_f64(t0));
    return a != a ? a : (a > 0.0 ? 0.0 : (p.t < 1.0 ? (t1 > -1.0 ? t2 : 0.0) : (p.t > 1.0 ? t2 : 0.0)));
}
VM_INLINE double tempered_softmax__coordinate_integral_by_0_f64(double a, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t;
    const double t1 = t0 + 2.0;
    const double t2 = 1.0 / vm_square_f64(t1);
    const double t3 = t0 + 1.0;
    const double t4 = a * t3;
    const double t5 = vm_log1p_f64(t4);
    const double t6 = (((-a * t1 / (t4 + 1.0) - t5) * t3 + t1 * t5) * t1 / vm_square_f64(t3) + 1.0) * vm_exp_f64(t1 * t5 / t3) * t2;
    return a != a ? a : (a > 0.0 ? t2 : (p.t < 1.0 ? (t4 > -1.0 ? t6 : 0.0) : (p.t > 1.0 ? t6 : 0.0)));
}
VM_INLINE double tempered_softmax__coordinate_inverse_f64(double y, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t + 1.0;
    const double t1 = vm_log_f64(y);
    const double t2 = vm_expm1_f64(t0 * t1) / t0;
    return (y > 1.0 ? y - 1.0 : (p.t < 1.0 ? t2 : (p.t > 1.0 ? t2 : t1)));
}
VM_INLINE double tempered_softmax__coordinate_dual_f64(double y, tempered_softmax__coordinate_parameters_f64 p) {
    const double t0 = -p.t;
    const double t1 = t0 + 2.0;
    const double t2 = 1.0 / t1;
    const double t3 = t0 + 1.0;
    const double t4 = -vm_exp_f64(vm_xlogy_f64(t1, y)) * t2 + y * vm_expm1_f64(vm_xlogy_f64(t3, y)) / t3;
    return (y <= 0.0 ? 0.0 : (y > 1.0 ? 0.5 * vm_square_f64(y - 1.0) - t2 : (p.t < 1.0 ? t4 : (p.t > 1.0 ? t4 : vm_xlogx_minus_x_f64(y)))));
}

static double tempered_softmax__coordinate_link_at(double x, const double *parameters) {
    return tempered_softmax__coordinate_link_f64(x, tempered_softmax__coordinate_load_f64(parameters));
}
static double tempered_softmax__coordinate_derivative_at(double x, const double *parameters) {
    return tempered_softmax__coordinate_derivative_f64(x, tempered_softmax__coordinate_load_f64(parameters));
}
static double tempered_softmax__coordinate_integral_at(double x, const double *parameters) {
    return tempered_softmax__coordinate_integral_f64(x, tempered_softmax__coordinate_load_f64(parameters));
}
static double tempered_softmax__coordinate_inverse_at(double x, const double *parameters) {
    return tempered_softmax__coordinate_inverse_f64(x, tempered_softmax__coordinate_load_f64(parameters));
}
static double tempered_softmax__coordinate_dual_at(double x, const double *parameters) {
    return tempered_softmax__coordinate_dual_f64(x, tempered_softmax__coordinate_load_f64(parameters));
}
static elementwise_link tempered_softmax__coordinate_conjugate(const double *parameters, link_kink *kinks) {
    const tempered_softmax__coordinate_parameters_f64 p = tempered_softmax__coordinate_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    kinks[1] = (link_kink){-1.0 / (-p.t + 1.0), 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = tempered_softmax__coordinate_link_at, .derivative = tempered_softmax__coordinate_derivative_at, .integral = tempered_softmax__coordinate_integral_at,
        .slope_shape = NULL,
        .inverse = tempered_softmax__coordinate_inverse_at, .dual = tempered_softmax__coordinate_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}

NORMALISED_LINK(tempered_softmax)
static double tempered_softmax__coordinate_link_by_0_at(double a, const double *parameters) {
    return tempered_softmax__coordinate_link_by_0_f64(a, tempered_softmax__coordinate_load_f64(parameters));
}
static double tempered_softmax__coordinate_integral_by_0_at(double a, const double *parameters) {
    return tempered_softmax__coordinate_integral_by_0_f64(a, tempered_softmax__coordinate_load_f64(parameters));
}
NORMALISED_SLOPE_ROWS(tempered_softmax, link_by_0, integral_by_0, float, f32)
NORMALISED_SLOPE_ROWS(tempered_softmax, link_by_0, integral_by_0, double, f64)
