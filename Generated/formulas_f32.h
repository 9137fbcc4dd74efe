// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#pragma once
#include <integer_power.h>
#include <math.h>
#include <stddef.h>
#include <vector_math.h>

// step: (1 + sign(a)) / 2

typedef struct { char none; } step_parameters_f32;
static inline step_parameters_f32 step_load_f32(const double *values) {
    (void)values;
    return (step_parameters_f32){0};
}
static inline float step_link_f32(float a, step_parameters_f32 p) {
    (void)p;
    return 0.5f * (vm_sign_f32(a) + 1.0f);
}
static inline float step_derivative_f32(float a, step_parameters_f32 p) {
    (void)a;
    (void)p;
    return 0.0f;
}
static inline float step_integral_f32(float a, step_parameters_f32 p) {
    (void)p;
    return vm_max_f32(a, 0.0f);
}

// linear: a

typedef struct { char none; } linear_parameters_f32;
static inline linear_parameters_f32 linear_load_f32(const double *values) {
    (void)values;
    return (linear_parameters_f32){0};
}
static inline float linear_link_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return a;
}
static inline float linear_derivative_f32(float a, linear_parameters_f32 p) {
    (void)a;
    (void)p;
    return 1.0f;
}
static inline float linear_integral_f32(float a, linear_parameters_f32 p) {
    (void)p;
    return 0.5f * vm_square_f32(a);
}

// relu: max(a, 0)

typedef struct { char none; } relu_parameters_f32;
static inline relu_parameters_f32 relu_load_f32(const double *values) {
    (void)values;
    return (relu_parameters_f32){0};
}
static inline float relu_link_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return vm_max_f32(a, 0.0f);
}
static inline float relu_derivative_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a >= 0.0f ? 1.0f : 0.0f);
}
static inline float relu_integral_f32(float a, relu_parameters_f32 p) {
    (void)p;
    return a != a ? a : (a >= 0.0f ? 0.5f * vm_square_f32(a) : 0.0f);
}

// leaky_relu: where(a >= 0, a, beta * a)

typedef struct { float beta; } leaky_relu_parameters_f32;
static inline leaky_relu_parameters_f32 leaky_relu_load_f32(const double *values) {
    return (leaky_relu_parameters_f32){(float)values[0]};
}
static inline float leaky_relu_link_f32(float a, leaky_relu_parameters_f32 p) {
    return (a >= 0.0f ? a : a * p.beta);
}
static inline float leaky_relu_derivative_f32(float a, leaky_relu_parameters_f32 p) {
    return a != a ? a : (a >= 0.0f ? 1.0f : p.beta);
}
static inline float leaky_relu_integral_f32(float a, leaky_relu_parameters_f32 p) {
    const float t0 = vm_square_f32(a);
    return (a >= 0.0f ? 0.5f * t0 : 0.5f * p.beta * t0);
}

// sigmoid: 1 / (1 + exp(-a))

typedef struct { char none; } sigmoid_parameters_f32;
static inline sigmoid_parameters_f32 sigmoid_load_f32(const double *values) {
    (void)values;
    return (sigmoid_parameters_f32){0};
}
static inline float sigmoid_link_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(a);
}
static inline float sigmoid_derivative_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_derivative_f32(-a);
}
static inline float sigmoid_integral_f32(float a, sigmoid_parameters_f32 p) {
    (void)p;
    return vm_softplus_f32(a);
}

// softmax: exp(a) / sum(exp(a))

typedef struct { char none; } softmax_parameters_f32;
static inline softmax_parameters_f32 softmax_load_f32(const double *values) {
    (void)values;
    return (softmax_parameters_f32){0};
}
static inline void softmax_link_row_f32(const float *as, float *result, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        max0 = vm_max_f32(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        sum0_exact += vm_exp_f32(-max0 + a);
    }
    const float sum0 = (float)sum0_exact;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        result[i] = vm_exp_f32(-max0 + a) / sum0;
    }
}
static inline double softmax_integral_row_f32(const float *as, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        max0 = vm_max_f32(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        sum0_exact += vm_exp_f32(-max0 + a);
    }
    const float sum0 = (float)sum0_exact;
    return vm_log_f32(sum0) + max0;
}
static inline void softmax_jacobian_row_f32(const float *as, const float *vs, float *result, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0 = -INFINITY;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        max0 = vm_max_f32(max0, a);
    }
    double sum0_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        sum0_exact += vm_exp_f32(-max0 + a);
    }
    const float sum0 = (float)sum0_exact;
    double sum1_exact = 0;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        const float v = vs[i];
        sum1_exact += vm_exp_f32(-max0 + a) * v;
    }
    const float sum1 = (float)sum1_exact;
    for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        const float v = vs[i];
        const float t0 = 1.0f / sum0;
        result[i] = (-sum1 * t0 + v) * vm_exp_f32(-max0 + a) * t0;
    }
}

// tanh: tanh(a)

typedef struct { char none; } tanh_parameters_f32;
static inline tanh_parameters_f32 tanh_load_f32(const double *values) {
    (void)values;
    return (tanh_parameters_f32){0};
}
static inline float tanh_link_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_tanh_f32(a);
}
static inline float tanh_derivative_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_sech2_f32(a);
}
static inline float tanh_integral_f32(float a, tanh_parameters_f32 p) {
    (void)p;
    return vm_log_cosh_f32(a);
}

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

// softplus: log(1 + exp(a))

typedef struct { char none; } softplus_parameters_f32;
static inline softplus_parameters_f32 softplus_load_f32(const double *values) {
    (void)values;
    return (softplus_parameters_f32){0};
}
static inline float softplus_link_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_softplus_f32(a);
}
static inline float softplus_derivative_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return vm_sigmoid_f32(a);
}
static inline float softplus_integral_f32(float a, softplus_parameters_f32 p) {
    (void)p;
    return -vm_li2_neg_exp_f32(a);
}

// elu: where(a >= 0, a, beta * (exp(a) - 1))

typedef struct { float beta; } elu_parameters_f32;
static inline elu_parameters_f32 elu_load_f32(const double *values) {
    return (elu_parameters_f32){(float)values[0]};
}
static inline float elu_link_f32(float a, elu_parameters_f32 p) {
    return (a >= 0.0f ? a : p.beta * vm_expm1_f32(a));
}
static inline float elu_derivative_f32(float a, elu_parameters_f32 p) {
    return (a >= 0.0f ? 1.0f : p.beta * vm_exp_f32(a));
}
static inline float elu_integral_f32(float a, elu_parameters_f32 p) {
    return (a >= 0.0f ? 0.5f * vm_square_f32(a) : p.beta * vm_expm1_minus_f32(a));
}
