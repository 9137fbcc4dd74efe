// The loops of one instruction set. Its file defines VECTOR_MATH_FUSED and VECTOR_MATH_AVX512 or not, as the
// generated kernels do, and PROBE_VARIANT.
#pragma once
#include "include/vector_math_probe.h"

#define FUNCTIONS(X) \
    X(abs) X(sign) X(sqrt) X(exp) X(expm1) X(log) X(log1p) X(sinh) X(cosh) X(tanh) X(asinh) X(acosh) \
    X(atanh) X(sin) X(cos) X(tan) X(asin) X(acos) X(atan) X(erf) X(li2) X(log_cosh) X(softplus) \
    X(sigmoid) X(sigmoid_derivative) X(sech2) X(expm1_minus) X(minus_log1p) X(atan_integral) \
    X(sqrt1p_minus1) X(hypot1) X(logit) X(log_expm1) X(symmetric_entropy) X(log1p_excess) \
    X(binary_entropy) X(log_cos) X(li2_neg_exp) X(li2_one_minus_exp) X(normal_density) X(normal_cdf) \
    X(softsign) X(hypot1_minus1) X(xlogx_minus_x) X(x_minus_tanh) X(half_square_minus_log_cosh) X(asinh_integral) \
    X(bent_identity_integral) X(expm1_tangent) X(expm1_trapezoid) X(gaussian) X(exp_neg_square) X(normal_integral) \
    X(gelu) X(gelu_integral) X(silu) X(erfc) X(erfcx) X(log_erfc) \
    X(erf_integral) X(mish) X(mish_slope)

#define PROBE_NAME(NAME, TYPE, VARIANT) vector_math_##NAME##_##TYPE##_##VARIANT
#define PROBE_DECLARE(NAME, VARIANT)                                                  \
    void PROBE_NAME(NAME, f32, VARIANT)(const float *x, float *r, ptrdiff_t n);       \
    void PROBE_NAME(NAME, f64, VARIANT)(const double *x, double *r, ptrdiff_t n);

#define PROBE_LOOP(NAME, TYPE, REAL, VARIANT)                                         \
    void PROBE_NAME(NAME, TYPE, VARIANT)(const REAL *x, REAL *r, ptrdiff_t n) {       \
        INTERLEAVED_##TYPE for (ptrdiff_t i = 0; i < n; i++) r[i] = vm_##NAME##_##TYPE(x[i]); \
    }
#define PROBE_LOOPS(NAME, VARIANT) \
    PROBE_DECLARE(NAME, VARIANT) PROBE_LOOP(NAME, f32, float, VARIANT) PROBE_LOOP(NAME, f64, double, VARIANT)
