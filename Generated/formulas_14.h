// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// arctan: atan(a)

typedef struct { char none; } arctan_parameters_f32;
static inline arctan_parameters_f32 arctan_load_f32(const double *values) {
    (void)values;
    return (arctan_parameters_f32){0};
}
static inline float arctan_link_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return vm_atan_f32(a);
}
static inline float arctan_derivative_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return 1.0f / (vm_square_f32(a) + 1.0f);
}
static inline float arctan_integral_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return vm_atan_integral_f32(a);
}

// gelu: a * (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } gelu_parameters_f32;
static inline gelu_parameters_f32 gelu_load_f32(const double *values) {
    (void)values;
    return (gelu_parameters_f32){0};
}
static inline float gelu_link_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    return 0.5f * a * (vm_erf_f32(a / vm_sqrt_f32(2.0f)) + 1.0f);
}
static inline float gelu_derivative_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    const float t0 = 1.0f / vm_sqrt_f32(2.0f);
    return 0.5f * (2.0f * a * vm_exp_f32(-0.5f * vm_square_f32(a)) * t0 / vm_sqrt_f32(3.14159265358979323846264338327950288f) + vm_erf_f32(a * t0) + 1.0f);
}
static inline float gelu_integral_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    const float t0 = vm_square_f32(a);
    return 0.5f * a * vm_exp_f32(-0.5f * t0) / vm_sqrt_f32(2.0f * 3.14159265358979323846264338327950288f) + 0.25f * vm_erf_f32(a / vm_sqrt_f32(2.0f)) * (t0 - 1.0f) + 0.25f * t0;
}

// arctan: atan(a)

typedef struct { char none; } arctan_parameters_f64;
static inline arctan_parameters_f64 arctan_load_f64(const double *values) {
    (void)values;
    return (arctan_parameters_f64){0};
}
static inline double arctan_link_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return vm_atan_f64(a);
}
static inline double arctan_derivative_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return 1.0 / (vm_square_f64(a) + 1.0);
}
static inline double arctan_integral_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return vm_atan_integral_f64(a);
}
static inline double arctan_inverse_f64(double y, arctan_parameters_f64 p) {
    (void)p;
    return vm_tan_f64(y);
}
static inline double arctan_dual_f64(double y, arctan_parameters_f64 p) {
    (void)p;
    return -vm_log_cos_f64(y);
}

// gelu: a * (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } gelu_parameters_f64;
static inline gelu_parameters_f64 gelu_load_f64(const double *values) {
    (void)values;
    return (gelu_parameters_f64){0};
}
static inline double gelu_link_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    return 0.5 * a * (vm_erf_f64(a / vm_sqrt_f64(2.0)) + 1.0);
}
static inline double gelu_derivative_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    const double t0 = 1.0 / vm_sqrt_f64(2.0);
    return 0.5 * (2.0 * a * vm_exp_f64(-0.5 * vm_square_f64(a)) * t0 / vm_sqrt_f64(3.14159265358979323846264338327950288) + vm_erf_f64(a * t0) + 1.0);
}
static inline double gelu_integral_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    const double t0 = vm_square_f64(a);
    return 0.5 * a * vm_exp_f64(-0.5 * t0) / vm_sqrt_f64(2.0 * 3.14159265358979323846264338327950288) + 0.25 * vm_erf_f64(a / vm_sqrt_f64(2.0)) * (t0 - 1.0) + 0.25 * t0;
}

static double arctan_link_at(double x, const double *parameters) {
    return arctan_link_f64(x, arctan_load_f64(parameters));
}
static double arctan_derivative_at(double x, const double *parameters) {
    return arctan_derivative_f64(x, arctan_load_f64(parameters));
}
static double arctan_integral_at(double x, const double *parameters) {
    return arctan_integral_f64(x, arctan_load_f64(parameters));
}
static double arctan_inverse_at(double x, const double *parameters) {
    return arctan_inverse_f64(x, arctan_load_f64(parameters));
}
static double arctan_dual_at(double x, const double *parameters) {
    return arctan_dual_f64(x, arctan_load_f64(parameters));
}
static elementwise_link arctan_conjugate(const double *parameters, link_kink *kinks) {
    const arctan_parameters_f64 p = arctan_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = arctan_link_at, .derivative = arctan_derivative_at, .integral = arctan_integral_at,
        .inverse = arctan_inverse_at, .dual = arctan_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double gelu_link_at(double x, const double *parameters) {
    return gelu_link_f64(x, gelu_load_f64(parameters));
}
static double gelu_derivative_at(double x, const double *parameters) {
    return gelu_derivative_f64(x, gelu_load_f64(parameters));
}
static double gelu_integral_at(double x, const double *parameters) {
    return gelu_integral_f64(x, gelu_load_f64(parameters));
}
static elementwise_link gelu_conjugate(const double *parameters, link_kink *kinks) {
    const gelu_parameters_f64 p = gelu_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = gelu_link_at, .derivative = gelu_derivative_at, .integral = gelu_integral_at,
        .inverse = NULL, .dual = NULL,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
static int gelu_split(const double *parameters, link_split *split) {
    link_kink kinks[MAXIMUM_KINKS];
    const elementwise_link link = gelu_conjugate(parameters, kinks);
    static const link_interval known[] = {{-INFINITY, -0.7517915246935645}};
    const int is_default = 1;
    return find_split(&link, is_default ? known : NULL, 1, split);
}
