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

// linear: a

typedef struct { char none; } linear_parameters_f64;
VM_INLINE linear_parameters_f64 linear_load_f64(const double *values) {
    (void)values;
    return (linear_parameters_f64){0};
}
VM_INLINE double linear_link_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return a;
}
VM_INLINE double linear_derivative_f64(double a, linear_parameters_f64 p) {
    (void)a;
    (void)p;
    return 1.0;
}
VM_INLINE double linear_integral_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(a);
}
VM_INLINE double linear_inverse_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return y;
}
VM_INLINE double linear_dual_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f64;
VM_INLINE tanh_parameters_f64 tanh_load_f64(const double *values) {
    (void)values;
    return (tanh_parameters_f64){0};
}
VM_INLINE double tanh_link_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_tanh_f64(a);
}
VM_INLINE double tanh_derivative_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_sech2_f64(a);
}
VM_INLINE double tanh_integral_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_log_cosh_f64(a);
}
VM_INLINE double tanh_inverse_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return vm_atanh_f64(y);
}
VM_INLINE double tanh_dual_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_symmetric_entropy_f64(-y);
}

// softshrink: where(a > lambda, a - lambda, where(a < -lambda, a + lambda, 0))

typedef struct { double lambda; } softshrink_parameters_f64;
VM_INLINE softshrink_parameters_f64 softshrink_load_f64(const double *values) {
    return (softshrink_parameters_f64){(double)values[0]};
}
VM_INLINE double softshrink_link_f64(double a, softshrink_parameters_f64 p) {
    const double t0 = -p.lambda;
    return a != a ? a : (a > p.lambda ? a + t0 : (a < t0 ? a + p.lambda : 0.0));
}
VM_INLINE double softshrink_derivative_f64(double a, softshrink_parameters_f64 p) {
    return a != a ? a : (a > p.lambda ? 1.0 : (a < -p.lambda ? 1.0 : 0.0));
}
VM_INLINE double softshrink_integral_f64(double a, softshrink_parameters_f64 p) {
    const double t0 = vm_abs_f64(a);
    return a != a ? a : (t0 > p.lambda ? 0.5 * vm_square_f64(-p.lambda + t0) : 0.0);
}
VM_INLINE double softshrink_link_by_0_f64(double a, softshrink_parameters_f64 p) {
    return a != a ? a : (a > p.lambda ? -1.0 : (a < -p.lambda ? 1.0 : 0.0));
}
VM_INLINE double softshrink_integral_by_0_f64(double a, softshrink_parameters_f64 p) {
    const double t0 = vm_abs_f64(a);
    return a != a ? a : (t0 > p.lambda ? -t0 + p.lambda : 0.0);
}
VM_INLINE double softshrink_dual_f64(double y, softshrink_parameters_f64 p) {
    return 0.5 * vm_square_f64(y) + vm_abs_f64(y) * p.lambda;
}

// erf: erf(a)

typedef struct { char none; } erf_parameters_f64;
VM_INLINE erf_parameters_f64 erf_load_f64(const double *values) {
    (void)values;
    return (erf_parameters_f64){0};
}
VM_INLINE double erf_link_f64(double a, erf_parameters_f64 p) {
    (void)p;
    return vm_erf_f64(a);
}
VM_INLINE double erf_derivative_f64(double a, erf_parameters_f64 p) {
    (void)p;
    return 2.0 * vm_exp_neg_square_f64(a) / vm_sqrt_f64(3.14159265358979323846264338327950288);
}
VM_INLINE double erf_integral_f64(double a, erf_parameters_f64 p) {
    (void)p;
    return vm_erf_integral_f64(a);
}

// isru: a / sqrt(1 + alpha * a^2)

typedef struct { double alpha; } isru_parameters_f64;
VM_INLINE isru_parameters_f64 isru_load_f64(const double *values) {
    return (isru_parameters_f64){(double)values[0]};
}
VM_INLINE double isru_link_f64(double a, isru_parameters_f64 p) {
    return vm_isru_f64(a, p.alpha);
}
VM_INLINE double isru_derivative_f64(double a, isru_parameters_f64 p) {
    return vm_isru_slope_f64(a, p.alpha);
}
VM_INLINE double isru_integral_f64(double a, isru_parameters_f64 p) {
    return vm_isru_integral_f64(a, p.alpha);
}
VM_INLINE double isru_link_by_0_f64(double a, isru_parameters_f64 p) {
    return -0.5 * vm_integer_power_f64(vm_isru_f64(a, p.alpha), 3);
}
VM_INLINE double isru_integral_by_0_f64(double a, isru_parameters_f64 p) {
    const double t0 = vm_square_f64(a) * p.alpha;
    return -0.5 * vm_square_f64(vm_sqrt1p_minus1_f64(t0)) / (vm_square_f64(p.alpha) * vm_sqrt_f64(t0 + 1.0));
}
VM_INLINE double isru_inverse_f64(double y, isru_parameters_f64 p) {
    return vm_isru_inverse_f64(y, p.alpha);
}
VM_INLINE double isru_dual_f64(double y, isru_parameters_f64 p) {
    return -vm_sqrt1p_minus1_f64(-vm_square_f64(y) * p.alpha) / p.alpha;
}

// linear: a

typedef struct { char none; } linear_parameters_f32;
VM_INLINE linear_parameters_f32 linear_load_f32(const double *values) {
    (void)values;
    return (linear_parameters_f32){0};
}
VM_INLINE float linear_link_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return a;
}
VM_INLINE float linear_derivative_f32(float a, linear_parameters_f32 p) {
    (void)a;
    (void)p;
    return 1.0f;
}
VM_INLINE float linear_integral_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return (float)linear_integral_f64(a, linear_load_f64(0));
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f32;
VM_INLINE tanh_parameters_f32 tanh_load_f32(const double *values) {
    (void)values;
    return (tanh_parameters_f32){0};
}
VM_INLINE float tanh_link_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_tanh_f32(a);
}
VM_INLINE float tanh_derivative_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_sech2_f32(a);
}
VM_INLINE float tanh_integral_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_log_cosh_f32(a);
}

// softshrink: where(a > lambda, a - lambda, where(a < -lambda, a + lambda, 0))

typedef struct { float lambda; softshrink_parameters_f64 Wide; } softshrink_parameters_f32;
VM_INLINE softshrink_parameters_f32 softshrink_load_f32(const double *values) {
    return (softshrink_parameters_f32){(float)values[0], softshrink_load_f64(values)};
}
VM_INLINE float softshrink_link_f32(float a, softshrink_parameters_f32 p) {
    const float t0 = -p.lambda;
    return a != a ? a : (a > p.lambda ? a + t0 : (a < t0 ? a + p.lambda : 0.0f));
}
VM_INLINE float softshrink_derivative_f32(float a, softshrink_parameters_f32 p) {
    return a != a ? a : (a > p.lambda ? 1.0f : (a < -p.lambda ? 1.0f : 0.0f));
}
VM_INLINE float softshrink_integral_f32(float a, softshrink_parameters_f32 p) {
    return (float)softshrink_integral_f64(a, p.Wide);
}
VM_INLINE float softshrink_link_by_0_f32(float a, softshrink_parameters_f32 p) {
    return a != a ? a : (a > p.lambda ? -1.0f : (a < -p.lambda ? 1.0f : 0.0f));
}
VM_INLINE float softshrink_integral_by_0_f32(float a, softshrink_parameters_f32 p) {
    const float t0 = vm_abs_f32(a);
    return a != a ? a : (t0 > p.lambda ? -t0 + p.lambda : 0.0f);
}

// erf: erf(a)

typedef struct { char none; } erf_parameters_f32;
VM_INLINE erf_parameters_f32 erf_load_f32(const double *values) {
    (void)values;
    return (erf_parameters_f32){0};
}
VM_INLINE float erf_link_f32(float a, erf_parameters_f32 p) {
    (void)p;
    return vm_erf_f32(a);
}
VM_INLINE float erf_derivative_f32(float a, erf_parameters_f32 p) {
    (void)p;
    return (float)erf_derivative_f64(a, erf_load_f64(0));
}
VM_INLINE float erf_integral_f32(float a, erf_parameters_f32 p) {
    (void)p;
    return vm_erf_integral_f32(a);
}

// isru: a / sqrt(1 + alpha * a^2)

typedef struct { float alpha; isru_parameters_f64 Wide; } isru_parameters_f32;
VM_INLINE isru_parameters_f32 isru_load_f32(const double *values) {
    return (isru_parameters_f32){(float)values[0], isru_load_f64(values)};
}
VM_INLINE float isru_link_f32(float a, isru_parameters_f32 p) {
    return vm_isru_f32(a, p.alpha);
}
VM_INLINE float isru_derivative_f32(float a, isru_parameters_f32 p) {
    return vm_isru_slope_f32(a, p.alpha);
}
VM_INLINE float isru_integral_f32(float a, isru_parameters_f32 p) {
    return vm_isru_integral_f32(a, p.alpha);
}
VM_INLINE float isru_link_by_0_f32(float a, isru_parameters_f32 p) {
    return (float)isru_link_by_0_f64(a, p.Wide);
}
VM_INLINE float isru_integral_by_0_f32(float a, isru_parameters_f32 p) {
    return (float)isru_integral_by_0_f64(a, p.Wide);
}

static double linear_link_at(double x, const double *parameters) {
    return linear_link_f64(x, linear_load_f64(parameters));
}
static double linear_derivative_at(double x, const double *parameters) {
    return linear_derivative_f64(x, linear_load_f64(parameters));
}
static double linear_integral_at(double x, const double *parameters) {
    return linear_integral_f64(x, linear_load_f64(parameters));
}
static double linear_inverse_at(double x, const double *parameters) {
    return linear_inverse_f64(x, linear_load_f64(parameters));
}
static double linear_dual_at(double x, const double *parameters) {
    return linear_dual_f64(x, linear_load_f64(parameters));
}
static slope_shape linear_slope_shape_at(double a, const double *parameters) {
    const linear_parameters_f64 p = linear_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){1.0, 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link linear_conjugate(const double *parameters, link_kink *kinks) {
    const linear_parameters_f64 p = linear_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = linear_link_at, .derivative = linear_derivative_at, .integral = linear_integral_at,
        .slope_shape = linear_slope_shape_at,
        .inverse = linear_inverse_at, .dual = linear_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double tanh_link_at(double x, const double *parameters) {
    return tanh_link_f64(x, tanh_load_f64(parameters));
}
static double tanh_derivative_at(double x, const double *parameters) {
    return tanh_derivative_f64(x, tanh_load_f64(parameters));
}
static double tanh_integral_at(double x, const double *parameters) {
    return tanh_integral_f64(x, tanh_load_f64(parameters));
}
static double tanh_inverse_at(double x, const double *parameters) {
    return tanh_inverse_f64(x, tanh_load_f64(parameters));
}
static double tanh_dual_at(double x, const double *parameters) {
    return tanh_dual_f64(x, tanh_load_f64(parameters));
}
static slope_shape tanh_slope_shape_at(double a, const double *parameters) {
    const tanh_parameters_f64 p = tanh_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){0.0, 0.0, 1.0, 4.0, 2.0};
}
static elementwise_link tanh_conjugate(const double *parameters, link_kink *kinks) {
    const tanh_parameters_f64 p = tanh_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = tanh_link_at, .derivative = tanh_derivative_at, .integral = tanh_integral_at,
        .slope_shape = tanh_slope_shape_at,
        .inverse = tanh_inverse_at, .dual = tanh_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double softshrink_link_at(double x, const double *parameters) {
    return softshrink_link_f64(x, softshrink_load_f64(parameters));
}
static double softshrink_derivative_at(double x, const double *parameters) {
    return softshrink_derivative_f64(x, softshrink_load_f64(parameters));
}
static double softshrink_integral_at(double x, const double *parameters) {
    return softshrink_integral_f64(x, softshrink_load_f64(parameters));
}
static double softshrink_dual_at(double x, const double *parameters) {
    return softshrink_dual_f64(x, softshrink_load_f64(parameters));
}
static slope_shape softshrink_slope_shape_at(double a, const double *parameters) {
    const softshrink_parameters_f64 p = softshrink_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a > p.lambda ? 1.0 : (a < -p.lambda ? 1.0 : 0.0)), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link softshrink_conjugate(const double *parameters, link_kink *kinks) {
    const softshrink_parameters_f64 p = softshrink_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){p.lambda, 0};
    kinks[1] = (link_kink){-p.lambda, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = softshrink_link_at, .derivative = softshrink_derivative_at, .integral = softshrink_integral_at,
        .slope_shape = softshrink_slope_shape_at,
        .inverse = NULL, .dual = softshrink_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}

static double erf_link_at(double x, const double *parameters) {
    return erf_link_f64(x, erf_load_f64(parameters));
}
static double erf_derivative_at(double x, const double *parameters) {
    return erf_derivative_f64(x, erf_load_f64(parameters));
}
static double erf_integral_at(double x, const double *parameters) {
    return erf_integral_f64(x, erf_load_f64(parameters));
}
static elementwise_link erf_conjugate(const double *parameters, link_kink *kinks) {
    const erf_parameters_f64 p = erf_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = erf_link_at, .derivative = erf_derivative_at, .integral = erf_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double isru_link_at(double x, const double *parameters) {
    return isru_link_f64(x, isru_load_f64(parameters));
}
static double isru_derivative_at(double x, const double *parameters) {
    return isru_derivative_f64(x, isru_load_f64(parameters));
}
static double isru_integral_at(double x, const double *parameters) {
    return isru_integral_f64(x, isru_load_f64(parameters));
}
static double isru_inverse_at(double x, const double *parameters) {
    return isru_inverse_f64(x, isru_load_f64(parameters));
}
static double isru_dual_at(double x, const double *parameters) {
    return isru_dual_f64(x, isru_load_f64(parameters));
}
static elementwise_link isru_conjugate(const double *parameters, link_kink *kinks) {
    const isru_parameters_f64 p = isru_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = isru_link_at, .derivative = isru_derivative_at, .integral = isru_integral_at,
        .slope_shape = NULL,
        .inverse = isru_inverse_at, .dual = isru_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}
