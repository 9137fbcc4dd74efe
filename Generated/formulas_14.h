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

// arctan: atan(a)

typedef struct { char none; } arctan_parameters_f64;
VM_INLINE arctan_parameters_f64 arctan_load_f64(const double *values) {
    (void)values;
    return (arctan_parameters_f64){0};
}
VM_INLINE double arctan_link_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return vm_atan_f64(a);
}
VM_INLINE double arctan_derivative_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return 1.0 / (vm_square_f64(a) + 1.0);
}
VM_INLINE double arctan_integral_f64(double a, arctan_parameters_f64 p) {
    (void)p;
    return vm_atan_integral_f64(a);
}
VM_INLINE double arctan_inverse_f64(double y, arctan_parameters_f64 p) {
    (void)p;
    return vm_tan_f64(y);
}
VM_INLINE double arctan_dual_f64(double y, arctan_parameters_f64 p) {
    (void)p;
    return -vm_log_cos_f64(y);
}

// sparse_sigmoid: min(max((a + 1) / 2, 0), 1)

typedef struct { char none; } sparse_sigmoid_parameters_f64;
VM_INLINE sparse_sigmoid_parameters_f64 sparse_sigmoid_load_f64(const double *values) {
    (void)values;
    return (sparse_sigmoid_parameters_f64){0};
}
VM_INLINE double sparse_sigmoid_link_f64(double a, sparse_sigmoid_parameters_f64 p) {
    (void)p;
    return vm_min_f64(vm_max_f64(0.5 * (a + 1.0), 0.0), 1.0);
}
VM_INLINE double sparse_sigmoid_derivative_f64(double a, sparse_sigmoid_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a <= 1.0 ? (a >= -1.0 ? 0.5 : 0.0) : 0.0);
}
VM_INLINE double sparse_sigmoid_integral_f64(double a, sparse_sigmoid_parameters_f64 p) {
    (void)p;
    return (a <= -1.0 ? 0.0 : (a < 1.0 ? 0.25 * vm_square_f64(a + 1.0) : a));
}
VM_INLINE double sparse_sigmoid_dual_f64(double y, sparse_sigmoid_parameters_f64 p) {
    (void)p;
    return y * (y - 1.0);
}

// gelu: a * (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } gelu_parameters_f64;
VM_INLINE gelu_parameters_f64 gelu_load_f64(const double *values) {
    (void)values;
    return (gelu_parameters_f64){0};
}
VM_INLINE double gelu_link_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    return vm_gelu_f64(a);
}
VM_INLINE double gelu_derivative_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    return vm_gelu_slope_f64(a);
}
VM_INLINE double gelu_integral_f64(double a, gelu_parameters_f64 p) {
    (void)p;
    return vm_gelu_integral_f64(a);
}

// arctan: atan(a)

typedef struct { char none; } arctan_parameters_f32;
VM_INLINE arctan_parameters_f32 arctan_load_f32(const double *values) {
    (void)values;
    return (arctan_parameters_f32){0};
}
VM_INLINE float arctan_link_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return vm_atan_f32(a);
}
VM_INLINE float arctan_derivative_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return (float)arctan_derivative_f64(a, arctan_load_f64(0));
}
VM_INLINE float arctan_integral_f32(float a, arctan_parameters_f32 p) {
    (void)p;
    return vm_atan_integral_f32(a);
}

// sparse_sigmoid: min(max((a + 1) / 2, 0), 1)

typedef struct { char none; } sparse_sigmoid_parameters_f32;
VM_INLINE sparse_sigmoid_parameters_f32 sparse_sigmoid_load_f32(const double *values) {
    (void)values;
    return (sparse_sigmoid_parameters_f32){0};
}
VM_INLINE float sparse_sigmoid_link_f32(float a, sparse_sigmoid_parameters_f32 p) {
    (void)p;
    return vm_min_f32(vm_max_f32(0.5f * (a + 1.0f), 0.0f), 1.0f);
}
VM_INLINE float sparse_sigmoid_derivative_f32(float a, sparse_sigmoid_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a <= 1.0f ? (a >= -1.0f ? 0.5f : 0.0f) : 0.0f);
}
VM_INLINE float sparse_sigmoid_integral_f32(float a, sparse_sigmoid_parameters_f32 p) {
    (void)p;
    return (float)sparse_sigmoid_integral_f64(a, sparse_sigmoid_load_f64(0));
}

// gelu: a * (1 + erf(a / sqrt(2))) / 2

typedef struct { char none; } gelu_parameters_f32;
VM_INLINE gelu_parameters_f32 gelu_load_f32(const double *values) {
    (void)values;
    return (gelu_parameters_f32){0};
}
VM_INLINE float gelu_link_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    return vm_gelu_f32(a);
}
VM_INLINE float gelu_derivative_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    return vm_gelu_slope_f32(a);
}
VM_INLINE float gelu_integral_f32(float a, gelu_parameters_f32 p) {
    (void)p;
    return vm_gelu_integral_f32(a);
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
        .slope_shape = NULL,
        .inverse = arctan_inverse_at, .dual = arctan_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double sparse_sigmoid_link_at(double x, const double *parameters) {
    return sparse_sigmoid_link_f64(x, sparse_sigmoid_load_f64(parameters));
}
static double sparse_sigmoid_derivative_at(double x, const double *parameters) {
    return sparse_sigmoid_derivative_f64(x, sparse_sigmoid_load_f64(parameters));
}
static double sparse_sigmoid_integral_at(double x, const double *parameters) {
    return sparse_sigmoid_integral_f64(x, sparse_sigmoid_load_f64(parameters));
}
static double sparse_sigmoid_dual_at(double x, const double *parameters) {
    return sparse_sigmoid_dual_f64(x, sparse_sigmoid_load_f64(parameters));
}
static slope_shape sparse_sigmoid_slope_shape_at(double a, const double *parameters) {
    const sparse_sigmoid_parameters_f64 p = sparse_sigmoid_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a <= 1.0 ? (a >= -1.0 ? 0.5 : 0.0) : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link sparse_sigmoid_conjugate(const double *parameters, link_kink *kinks) {
    const sparse_sigmoid_parameters_f64 p = sparse_sigmoid_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){1.0, 0};
    kinks[1] = (link_kink){-1.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = sparse_sigmoid_link_at, .derivative = sparse_sigmoid_derivative_at, .integral = sparse_sigmoid_integral_at,
        .slope_shape = sparse_sigmoid_slope_shape_at,
        .inverse = NULL, .dual = sparse_sigmoid_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
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
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1, .has_hidden_kinks = 0,
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
