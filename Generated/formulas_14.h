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
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
