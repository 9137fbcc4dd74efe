// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <normalised_kernels.h>
#include <stddef.h>
#include <vector_math.h>

// selu: where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))

typedef struct { char none; } selu_parameters_f32;
static inline selu_parameters_f32 selu_load_f32(const double *values) {
    (void)values;
    return (selu_parameters_f32){0};
}
static inline float selu_link_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 1.0507009873554805f * a : 1.7580993408473767818340515842446f * vm_expm1_f32(a));
}
static inline float selu_derivative_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 1.0507009873554805f : 1.7580993408473767818340515842446f * vm_exp_f32(a));
}
static inline float selu_integral_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (a >= 0.0f ? 0.52535049367774025f * vm_square_f32(a) : 1.7580993408473767818340515842446f * vm_expm1_minus_f32(a));
}

// celu: where(a >= 0, a, alpha * (exp(a / alpha) - 1))

typedef struct { float alpha; } celu_parameters_f32;
static inline celu_parameters_f32 celu_load_f32(const double *values) {
    return (celu_parameters_f32){(float)values[0]};
}
static inline float celu_link_f32(float a, celu_parameters_f32 p) {
    return (a >= 0.0f ? a : p.alpha * vm_expm1_f32(a / p.alpha));
}
static inline float celu_derivative_f32(float a, celu_parameters_f32 p) {
    return (a >= 0.0f ? 1.0f : vm_exp_f32(a / p.alpha));
}
static inline float celu_integral_f32(float a, celu_parameters_f32 p) {
    return (a >= 0.0f ? 0.5f * vm_square_f32(a) : vm_square_f32(p.alpha) * vm_expm1_minus_f32(a / p.alpha));
}
static inline float celu_link_by_0_f32(float a, celu_parameters_f32 p) {
    return (a >= 0.0f ? 0.0f : vm_expm1_tangent_f32(a / p.alpha));
}
static inline float celu_integral_by_0_f32(float a, celu_parameters_f32 p) {
    return (a >= 0.0f ? 0.0f : p.alpha * vm_expm1_trapezoid_f32(a / p.alpha));
}

// squareplus: (a + sqrt(a^2 + b)) / 2

typedef struct { float b; } squareplus_parameters_f32;
static inline squareplus_parameters_f32 squareplus_load_f32(const double *values) {
    return (squareplus_parameters_f32){(float)values[0]};
}
static inline float squareplus_link_f32(float a, squareplus_parameters_f32 p) {
    return 0.5f * vm_plus_root_f32(a, p.b);
}
static inline float squareplus_derivative_f32(float a, squareplus_parameters_f32 p) {
    return 0.5f * vm_plus_root_slope_f32(a, p.b);
}
static inline float squareplus_integral_f32(float a, squareplus_parameters_f32 p) {
    return 0.25f * vm_plus_root_integral_f32(a, p.b);
}
static inline float squareplus_link_by_0_f32(float a, squareplus_parameters_f32 p) {
    return 0.25f / vm_root_square_plus_f32(a, p.b);
}
static inline float squareplus_integral_by_0_f32(float a, squareplus_parameters_f32 p) {
    return 0.25f * vm_asinh_f32(a / vm_sqrt_f32(p.b));
}

// asinh: asinh(a)

typedef struct { char none; } asinh_parameters_f32;
static inline asinh_parameters_f32 asinh_load_f32(const double *values) {
    (void)values;
    return (asinh_parameters_f32){0};
}
static inline float asinh_link_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return vm_asinh_f32(a);
}
static inline float asinh_derivative_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return 1.0f / vm_hypot1_f32(a);
}
static inline float asinh_integral_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return vm_asinh_integral_f32(a);
}

// hard_silu: where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))

typedef struct { char none; } hard_silu_parameters_f32;
static inline hard_silu_parameters_f32 hard_silu_load_f32(const double *values) {
    (void)values;
    return (hard_silu_parameters_f32){0};
}
static inline float hard_silu_link_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return (a <= -3.0f ? 0.0f : (a <= 3.0f ? 0.1666666666666666666666666666666666666666f * a * (a + 3.0f) : a));
}
static inline float hard_silu_derivative_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a <= -3.0f ? 0.0f : (a <= 3.0f ? 0.1666666666666666666666666666666666666666f * (2.0f * a + 3.0f) : 1.0f));
}
static inline float hard_silu_integral_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return (a <= -3.0f ? 0.0f : (a <= 3.0f ? 0.02777777777777777777777777777777777777777f * vm_square_f32(a + 3.0f) * (2.0f * a - 3.0f) : 0.5f * vm_square_f32(a) - 1.5f));
}

// selu: where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))

typedef struct { char none; } selu_parameters_f64;
static inline selu_parameters_f64 selu_load_f64(const double *values) {
    (void)values;
    return (selu_parameters_f64){0};
}
static inline double selu_link_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 1.0507009873554805 * a : 1.7580993408473767818340515842446 * vm_expm1_f64(a));
}
static inline double selu_derivative_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 1.0507009873554805 : 1.7580993408473767818340515842446 * vm_exp_f64(a));
}
static inline double selu_integral_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.52535049367774025 * vm_square_f64(a) : 1.7580993408473767818340515842446 * vm_expm1_minus_f64(a));
}
static inline double selu_inverse_f64(double y, selu_parameters_f64 p) {
    (void)p;
    return (y >= 0.0 ? 0.9517455603776576754316592839640266197892 * y : vm_log1p_f64(0.5687960724210358981375958304130009656160 * y));
}
static inline double selu_dual_f64(double y, selu_parameters_f64 p) {
    (void)p;
    return (y >= 0.0 ? 0.4758727801888288377158296419820133098946 * vm_square_f64(y) : 1.7580993408473767818340515842446 * vm_log1p_excess_f64(0.5687960724210358981375958304130009656160 * y));
}

// celu: where(a >= 0, a, alpha * (exp(a / alpha) - 1))

typedef struct { double alpha; } celu_parameters_f64;
static inline celu_parameters_f64 celu_load_f64(const double *values) {
    return (celu_parameters_f64){(double)values[0]};
}
static inline double celu_link_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? a : p.alpha * vm_expm1_f64(a / p.alpha));
}
static inline double celu_derivative_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 1.0 : vm_exp_f64(a / p.alpha));
}
static inline double celu_integral_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.5 * vm_square_f64(a) : vm_square_f64(p.alpha) * vm_expm1_minus_f64(a / p.alpha));
}
static inline double celu_link_by_0_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.0 : vm_expm1_tangent_f64(a / p.alpha));
}
static inline double celu_integral_by_0_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.0 : p.alpha * vm_expm1_trapezoid_f64(a / p.alpha));
}
static inline double celu_inverse_f64(double y, celu_parameters_f64 p) {
    return (y >= 0.0 ? y : p.alpha * vm_log1p_f64(y / p.alpha));
}
static inline double celu_dual_f64(double y, celu_parameters_f64 p) {
    return (y >= 0.0 ? 0.5 * vm_square_f64(y) : vm_square_f64(p.alpha) * vm_log1p_excess_f64(y / p.alpha));
}

// squareplus: (a + sqrt(a^2 + b)) / 2

typedef struct { double b; } squareplus_parameters_f64;
static inline squareplus_parameters_f64 squareplus_load_f64(const double *values) {
    return (squareplus_parameters_f64){(double)values[0]};
}
static inline double squareplus_link_f64(double a, squareplus_parameters_f64 p) {
    return 0.5 * vm_plus_root_f64(a, p.b);
}
static inline double squareplus_derivative_f64(double a, squareplus_parameters_f64 p) {
    return 0.5 * vm_plus_root_slope_f64(a, p.b);
}
static inline double squareplus_integral_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 * vm_plus_root_integral_f64(a, p.b);
}
static inline double squareplus_link_by_0_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 / vm_root_square_plus_f64(a, p.b);
}
static inline double squareplus_integral_by_0_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 * vm_asinh_f64(a / vm_sqrt_f64(p.b));
}
static inline double squareplus_inverse_f64(double y, squareplus_parameters_f64 p) {
    return -0.25 * p.b / y + y;
}
static inline double squareplus_dual_f64(double y, squareplus_parameters_f64 p) {
    return -0.125 * p.b + 0.5 * vm_square_f64(y) + vm_xlogy_f64(-0.25 * p.b, 2.0 * y / vm_sqrt_f64(p.b));
}

// asinh: asinh(a)

typedef struct { char none; } asinh_parameters_f64;
static inline asinh_parameters_f64 asinh_load_f64(const double *values) {
    (void)values;
    return (asinh_parameters_f64){0};
}
static inline double asinh_link_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return vm_asinh_f64(a);
}
static inline double asinh_derivative_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return 1.0 / vm_hypot1_f64(a);
}
static inline double asinh_integral_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return vm_asinh_integral_f64(a);
}
static inline double asinh_inverse_f64(double y, asinh_parameters_f64 p) {
    (void)p;
    return vm_sinh_f64(y);
}
static inline double asinh_dual_f64(double y, asinh_parameters_f64 p) {
    (void)p;
    return 2.0 * vm_square_f64(vm_sinh_f64(0.5 * y));
}

// hard_silu: where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))

typedef struct { char none; } hard_silu_parameters_f64;
static inline hard_silu_parameters_f64 hard_silu_load_f64(const double *values) {
    (void)values;
    return (hard_silu_parameters_f64){0};
}
static inline double hard_silu_link_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.1666666666666666666666666666666666666666 * a * (a + 3.0) : a));
}
static inline double hard_silu_derivative_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.1666666666666666666666666666666666666666 * (2.0 * a + 3.0) : 1.0));
}
static inline double hard_silu_integral_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.02777777777777777777777777777777777777777 * vm_square_f64(a + 3.0) * (2.0 * a - 3.0) : 0.5 * vm_square_f64(a) - 1.5));
}

static double selu_link_at(double x, const double *parameters) {
    return selu_link_f64(x, selu_load_f64(parameters));
}
static double selu_derivative_at(double x, const double *parameters) {
    return selu_derivative_f64(x, selu_load_f64(parameters));
}
static double selu_integral_at(double x, const double *parameters) {
    return selu_integral_f64(x, selu_load_f64(parameters));
}
static double selu_inverse_at(double x, const double *parameters) {
    return selu_inverse_f64(x, selu_load_f64(parameters));
}
static double selu_dual_at(double x, const double *parameters) {
    return selu_dual_f64(x, selu_load_f64(parameters));
}
static elementwise_link selu_conjugate(const double *parameters, link_kink *kinks) {
    const selu_parameters_f64 p = selu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = selu_link_at, .derivative = selu_derivative_at, .integral = selu_integral_at,
        .inverse = selu_inverse_at, .dual = selu_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double celu_link_at(double x, const double *parameters) {
    return celu_link_f64(x, celu_load_f64(parameters));
}
static double celu_derivative_at(double x, const double *parameters) {
    return celu_derivative_f64(x, celu_load_f64(parameters));
}
static double celu_integral_at(double x, const double *parameters) {
    return celu_integral_f64(x, celu_load_f64(parameters));
}
static double celu_inverse_at(double x, const double *parameters) {
    return celu_inverse_f64(x, celu_load_f64(parameters));
}
static double celu_dual_at(double x, const double *parameters) {
    return celu_dual_f64(x, celu_load_f64(parameters));
}
static elementwise_link celu_conjugate(const double *parameters, link_kink *kinks) {
    const celu_parameters_f64 p = celu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = celu_link_at, .derivative = celu_derivative_at, .integral = celu_integral_at,
        .inverse = celu_inverse_at, .dual = celu_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double squareplus_link_at(double x, const double *parameters) {
    return squareplus_link_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_derivative_at(double x, const double *parameters) {
    return squareplus_derivative_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_integral_at(double x, const double *parameters) {
    return squareplus_integral_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_inverse_at(double x, const double *parameters) {
    return squareplus_inverse_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_dual_at(double x, const double *parameters) {
    return squareplus_dual_f64(x, squareplus_load_f64(parameters));
}
static elementwise_link squareplus_conjugate(const double *parameters, link_kink *kinks) {
    const squareplus_parameters_f64 p = squareplus_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = squareplus_link_at, .derivative = squareplus_derivative_at, .integral = squareplus_integral_at,
        .inverse = squareplus_inverse_at, .dual = squareplus_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double asinh_link_at(double x, const double *parameters) {
    return asinh_link_f64(x, asinh_load_f64(parameters));
}
static double asinh_derivative_at(double x, const double *parameters) {
    return asinh_derivative_f64(x, asinh_load_f64(parameters));
}
static double asinh_integral_at(double x, const double *parameters) {
    return asinh_integral_f64(x, asinh_load_f64(parameters));
}
static double asinh_inverse_at(double x, const double *parameters) {
    return asinh_inverse_f64(x, asinh_load_f64(parameters));
}
static double asinh_dual_at(double x, const double *parameters) {
    return asinh_dual_f64(x, asinh_load_f64(parameters));
}
static elementwise_link asinh_conjugate(const double *parameters, link_kink *kinks) {
    const asinh_parameters_f64 p = asinh_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = asinh_link_at, .derivative = asinh_derivative_at, .integral = asinh_integral_at,
        .inverse = asinh_inverse_at, .dual = asinh_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double hard_silu_link_at(double x, const double *parameters) {
    return hard_silu_link_f64(x, hard_silu_load_f64(parameters));
}
static double hard_silu_derivative_at(double x, const double *parameters) {
    return hard_silu_derivative_f64(x, hard_silu_load_f64(parameters));
}
static double hard_silu_integral_at(double x, const double *parameters) {
    return hard_silu_integral_f64(x, hard_silu_load_f64(parameters));
}
static elementwise_link hard_silu_conjugate(const double *parameters, link_kink *kinks) {
    const hard_silu_parameters_f64 p = hard_silu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){-3.0, 0};
    kinks[1] = (link_kink){3.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = hard_silu_link_at, .derivative = hard_silu_derivative_at, .integral = hard_silu_integral_at,
        .inverse = NULL, .dual = NULL,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
