// Inverses of the hyperbolic and logistic functions, for 64-bit floats.
#pragma once
#include "logarithm_f64.h"

// asinh x = log(|x| + √(1 + x²)), signed.
VM_INLINE double vm_asinh_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    int huge = a > 0x1p500; // then asinh x = log 2|x|, and x² might overflow
    double u = a + z / (1 + vm_sqrt_f64(1 + z));
    double l = vm_log1p_f64(huge ? a : u);
    return __builtin_elementwise_copysign(huge ? l + VM_LN2_HI_F64 + VM_LN2_LO_F64 : l, x);
}

// acosh x = log(x + √(x² − 1)); nan for x < 1.
VM_INLINE double vm_acosh_f64(double x) {
    double t = x - 1;
    int huge = x > 0x1p500; // then acosh x = log 2x
    double u = t + vm_sqrt_f64(t * (x + 1));
    double l = vm_log1p_f64(huge ? x : u);
    double r = huge ? l + VM_LN2_HI_F64 + VM_LN2_LO_F64 : l;
    return x >= 1 ? r : VM_NAN_F64;
}

// atanh x = ½ log((1 + x)/(1 − x)); ±inf at ±1, nan outside.
VM_INLINE double vm_atanh_f64(double x) {
    double a = vm_abs_f64(x);
    return __builtin_elementwise_copysign(0.5 * vm_log1p_f64(2 * a / (1 - a)), x);
}

// log(y / (1 − y)), the inverse of σ; −inf at 0, inf at 1, nan outside.
VM_INLINE double vm_logit_f64(double y) {
    double q = 1 - y;
    double far = vm_log_f64(y / q);
    double near = vm_log1p_f64((2 * y - 1) / q); // 2y − 1 is exact here
    return ((y > 0.25) & (y < 0.75)) ? near : far;
}

// log(eʸ − 1), the inverse of softplus; −inf at 0, nan below.
VM_INLINE double vm_log_expm1_f64(double y) {
    // eʸ − 1 = 1 + 2 (e^(y − log 2) − 1): relative accuracy also where the value crosses zero.
    int small = y < 0.35;
    double e = vm_expm1_f64(small ? y : (y - VM_LN2_F64) - VM_LN2_REST_F64);
    double low = vm_log_f64(e);
    double high = vm_log1p_f64(2 * e);
    return small ? low : y > 40 ? y : high;
}
