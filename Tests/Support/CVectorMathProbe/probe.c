#include "include/vector_math_probe.h"
#include <vector_math.h>

#pragma STDC FP_CONTRACT OFF

#define FUNCTIONS(X) \
    X(abs) X(sign) X(sqrt) X(exp) X(expm1) X(log) X(log1p) X(sinh) X(cosh) X(tanh) X(asinh) X(acosh) \
    X(atanh) X(sin) X(cos) X(tan) X(asin) X(acos) X(atan) X(erf) X(li2) X(log_cosh) X(softplus) \
    X(sigmoid) X(sigmoid_derivative) X(sech2) X(expm1_minus) X(minus_log1p) X(atan_integral) \
    X(sqrt1p_minus1) X(hypot1) X(logit) X(log_expm1) X(symmetric_entropy) X(log1p_excess) \
    X(binary_entropy) X(log_cos) X(li2_neg_exp) X(li2_one_minus_exp) X(normal_density) X(normal_cdf) \
    X(softsign) X(hypot1_minus1) X(xlogx_minus_x) X(x_minus_tanh) X(half_square_minus_log_cosh) X(asinh_integral) \
    X(bent_identity_integral) X(expm1_tangent) X(expm1_trapezoid) X(gaussian) X(exp_neg_square) X(normal_integral) \
    X(gelu) X(gelu_integral) X(silu) X(erfc) X(erfcx) X(log_erfc)

#define LOOP(NAME, TYPE, REAL, VARIANT, TARGET) \
    TARGET static void NAME##_##TYPE##_##VARIANT(const REAL *restrict x, REAL *restrict r, ptrdiff_t n) { \
        for (ptrdiff_t i = 0; i < n; i++) r[i] = vm_##NAME##_##TYPE(x[i]); \
    }
#define LOOPS(NAME, VARIANT, TARGET) \
    LOOP(NAME, f32, float, VARIANT, TARGET) LOOP(NAME, f64, double, VARIANT, TARGET)

#define BASELINE(NAME) LOOPS(NAME, baseline, )
FUNCTIONS(BASELINE)

#if defined(__x86_64__)
#define V3(NAME) LOOPS(NAME, v3, __attribute__((target("arch=x86-64-v3"))))
#define V4(NAME) LOOPS(NAME, v4, __attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))))
FUNCTIONS(V3)
FUNCTIONS(V4)
#define ROW(NAME) \
    {#NAME, {NAME##_f32_baseline, NAME##_f32_v3, NAME##_f32_v4}, {NAME##_f64_baseline, NAME##_f64_v3, NAME##_f64_v4}},
static _Bool runs(int variant) {
    if (variant == VECTOR_MATH_X86_64_V4) return __builtin_cpu_supports("x86-64-v4");
    if (variant == VECTOR_MATH_X86_64_V3) return __builtin_cpu_supports("x86-64-v3");
    return 1;
}
#else
#define ROW(NAME) {#NAME, {NAME##_f32_baseline}, {NAME##_f64_baseline}},
static _Bool runs(int variant) { return variant == VECTOR_MATH_BASELINE; }
#endif

static const vector_math_probe probes[] = {FUNCTIONS(ROW)};

ptrdiff_t vector_math_probe_count(void) { return sizeof probes / sizeof *probes; }

vector_math_probe vector_math_probe_at(ptrdiff_t index) {
    vector_math_probe probe = probes[index];
    for (int v = 0; v < VECTOR_MATH_VARIANTS; v++) {
        if (runs(v)) continue;
        probe.f32[v] = NULL;
        probe.f64[v] = NULL;
    }
    return probe;
}
