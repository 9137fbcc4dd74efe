// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#pragma once
#include <integer_power.h>
#include <math.h>
#include <stddef.h>
#include <vector_math.h>

// step: (1 + sign(a)) / 2

typedef struct { char none; } step_parameters_f64;
static inline step_parameters_f64 step_load_f64(const double *values) {
    (void)values;
    return (step_parameters_f64){0};
}
static inline double step_link_f64(double a, step_parameters_f64 p) {
    (void)p;
    return 0.5 * (vm_sign_f64(a) + 1.0);
}
static inline double step_derivative_f64(double a, step_parameters_f64 p) {
    (void)a;
    (void)p;
    return 0.0;
}
static inline double step_integral_f64(double a, step_parameters_f64 p) {
    (void)p;
    return vm_max_f64(a, 0.0);
}
static inline double step_dual_f64(double y, step_parameters_f64 p) {
    (void)y;
    (void)p;
    return 0.0;
}

// linear: a

typedef struct { char none; } linear_parameters_f64;
static inline linear_parameters_f64 linear_load_f64(const double *values) {
    (void)values;
    return (linear_parameters_f64){0};
}
static inline double linear_link_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return a;
}
static inline double linear_derivative_f64(double a, linear_parameters_f64 p) {
    (void)a;
    (void)p;
    return 1.0;
}
static inline double linear_integral_f64(double a, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(a);
}
static inline double linear_inverse_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return y;
}
static inline double linear_dual_f64(double y, linear_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// relu: max(a, 0)

typedef struct { char none; } relu_parameters_f64;
static inline relu_parameters_f64 relu_load_f64(const double *values) {
    (void)values;
    return (relu_parameters_f64){0};
}
static inline double relu_link_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return vm_max_f64(a, 0.0);
}
static inline double relu_derivative_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 1.0 : 0.0);
}
static inline double relu_integral_f64(double a, relu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 0.5 * vm_square_f64(a) : 0.0);
}
static inline double relu_dual_f64(double y, relu_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

// leaky_relu: where(a >= 0, a, beta * a)

typedef struct { double beta; } leaky_relu_parameters_f64;
static inline leaky_relu_parameters_f64 leaky_relu_load_f64(const double *values) {
    return (leaky_relu_parameters_f64){(double)values[0]};
}
static inline double leaky_relu_link_f64(double a, leaky_relu_parameters_f64 p) {
    return (a >= 0.0 ? a : a * p.beta);
}
static inline double leaky_relu_derivative_f64(double a, leaky_relu_parameters_f64 p) {
    return a != a ? a : (a >= 0.0 ? 1.0 : p.beta);
}
static inline double leaky_relu_integral_f64(double a, leaky_relu_parameters_f64 p) {
    const double t0 = vm_square_f64(a);
    return (a >= 0.0 ? 0.5 * t0 : 0.5 * p.beta * t0);
}
static inline double leaky_relu_inverse_f64(double y, leaky_relu_parameters_f64 p) {
    return (y >= 0.0 ? y : y / p.beta);
}
static inline double leaky_relu_dual_f64(double y, leaky_relu_parameters_f64 p) {
    const double t0 = vm_square_f64(y);
    return (y >= 0.0 ? 0.5 * t0 : 0.5 * t0 / p.beta);
}

// sigmoid: 1 / (1 + exp(-a))

typedef struct { char none; } sigmoid_parameters_f64;
static inline sigmoid_parameters_f64 sigmoid_load_f64(const double *values) {
    (void)values;
    return (sigmoid_parameters_f64){0};
}
static inline double sigmoid_link_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(a);
}
static inline double sigmoid_derivative_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_derivative_f64(-a);
}
static inline double sigmoid_integral_f64(double a, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_softplus_f64(a);
}
static inline double sigmoid_inverse_f64(double y, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_logit_f64(y);
}
static inline double sigmoid_dual_f64(double y, sigmoid_parameters_f64 p) {
    (void)p;
    return vm_binary_entropy_f64(y);
}

// softmax: exp(a) / sum(exp(a))

typedef struct { char none; } softmax_parameters_f64;
static inline softmax_parameters_f64 softmax_load_f64(const double *values) {
    (void)values;
    return (softmax_parameters_f64){0};
}
static inline void softmax_link_row_f64(const double *as, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        max0 = vm_max_f64(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        sum0_exact += vm_exp_f64(-max0 + a);
    }
    const double sum0 = (double)sum0_exact;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        result[i] = vm_exp_f64(-max0 + a) / sum0;
    }
}
static inline double softmax_integral_row_f64(const double *as, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        max0 = vm_max_f64(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        sum0_exact += vm_exp_f64(-max0 + a);
    }
    const double sum0 = (double)sum0_exact;
    return vm_log_f64(sum0) + max0;
}
static inline void softmax_jacobian_row_f64(const double *as, const double *vs, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        max0 = vm_max_f64(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        sum0_exact += vm_exp_f64(-max0 + a);
    }
    const double sum0 = (double)sum0_exact;
    double sum1_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        const double v = vs[i];
        sum1_exact += vm_exp_f64(-max0 + a) * v;
    }
    const double sum1 = (double)sum1_exact;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        const double v = vs[i];
        const double t0 = 1.0 / sum0;
        result[i] = (-sum1 * t0 + v) * vm_exp_f64(-max0 + a) * t0;
    }
}
static inline void softmax_diagonal_row_f64(const double *as, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        max0 = vm_max_f64(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        sum0_exact += vm_exp_f64(-max0 + a);
    }
    const double sum0 = (double)sum0_exact;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        result[i] = vm_exp_f64(-max0 + a) / sum0;
    }
}
static inline void softmax_inverse_row_f64(const double *ys, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double y = ys[i];
        result[i] = vm_log_f64(y);
    }
}
static inline double softmax_dual_row_f64(const double *ys, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const double y = ys[i];
        sum0_exact += vm_xlogy_f64(y, y);
    }
    const double sum0 = (double)sum0_exact;
    return sum0;
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f64;
static inline tanh_parameters_f64 tanh_load_f64(const double *values) {
    (void)values;
    return (tanh_parameters_f64){0};
}
static inline double tanh_link_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_tanh_f64(a);
}
static inline double tanh_derivative_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_sech2_f64(a);
}
static inline double tanh_integral_f64(double a, tanh_parameters_f64 p) {
    (void)p;
    return vm_log_cosh_f64(a);
}
static inline double tanh_inverse_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return vm_atanh_f64(y);
}
static inline double tanh_dual_f64(double y, tanh_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_symmetric_entropy_f64(-y);
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

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f64;
static inline softplus_parameters_f64 softplus_load_f64(const double *values) {
    (void)values;
    return (softplus_parameters_f64){0};
}
static inline double softplus_link_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_softplus_f64(a);
}
static inline double softplus_derivative_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return vm_sigmoid_f64(a);
}
static inline double softplus_integral_f64(double a, softplus_parameters_f64 p) {
    (void)p;
    return -vm_li2_neg_exp_f64(a);
}
static inline double softplus_inverse_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_log_expm1_f64(y);
}
static inline double softplus_dual_f64(double y, softplus_parameters_f64 p) {
    (void)p;
    return vm_li2_one_minus_exp_f64(y) + vm_xlogy_f64(y, vm_expm1_f64(y));
}

// elu: where(a >= 0, a, beta * (exp(a) - 1))

typedef struct { double beta; } elu_parameters_f64;
static inline elu_parameters_f64 elu_load_f64(const double *values) {
    return (elu_parameters_f64){(double)values[0]};
}
static inline double elu_link_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? a : p.beta * vm_expm1_f64(a));
}
static inline double elu_derivative_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? 1.0 : p.beta * vm_exp_f64(a));
}
static inline double elu_integral_f64(double a, elu_parameters_f64 p) {
    return (a >= 0.0 ? 0.5 * vm_square_f64(a) : p.beta * vm_expm1_minus_f64(a));
}
static inline double elu_inverse_f64(double y, elu_parameters_f64 p) {
    return (y >= 0.0 ? y : vm_log1p_f64(y / p.beta));
}
static inline double elu_dual_f64(double y, elu_parameters_f64 p) {
    return (y >= 0.0 ? 0.5 * vm_square_f64(y) : p.beta * vm_log1p_excess_f64(y / p.beta));
}
