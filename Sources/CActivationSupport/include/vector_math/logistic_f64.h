// The logistic family, for 64-bit floats: all through e^−|x|, which neither overflows nor cancels.
#pragma once
#include "logarithm_f64.h"

// σ(x) = 1 / (1 + e⁻ˣ).
VM_INLINE double vm_sigmoid_f64(double x) {
    double e = vm_exp_f64(-vm_abs_f64(x));
    double numerator = x < 0 ? e : 1;
    return numerator / (1 + e);
}

// σ'(x) = σ(x) σ(−x) = e^−|x| / (1 + e^−|x|)².
VM_INLINE double vm_sigmoid_derivative_f64(double x) {
    double e = vm_exp_f64(-vm_abs_f64(x));
    return e / (1 + e * (2 + e));
}

// sech² x = 1 − tanh² x = 4 σ'(2x).
VM_INLINE double vm_sech2_f64(double x) {
    double e4 = vm_exp_scaled_f64(-2 * vm_abs_f64(x), 2); // four times e^−2|x|, kept from underflow
    double e = 0.25 * e4;
    return e4 / (1 + e * (2 + e));
}

// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).
VM_INLINE double vm_softplus_f64(double x) {
    vm_log1p_unit_parts_f64 p = vm_log1p_unit_f64(vm_exp_f64(-vm_abs_f64(x)));
    double positive = x < 0 ? 0 : x; // keeps a nan
    return positive + (p.hi + (p.f + p.rest));
}

// (tanh x − x) / x³ in z = x², |x| ≤ 0.55, relative error of tanh 2e-18.
VM_INLINE double vm_tanh_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY6(
        zz, -0x1.5555555555555p-2, -0x1.ba1ba1b9f894ap-5, -0x1.226e32b919415p-7, -0x1.7d975529c62c2p-10,
        -0x1.ebe649283d7adp-13, -0x1.5873556edd1bdp-16);
    double odd = VM_POLY5(
        zz, 0x1.1111111110fd7p-3, 0x1.664f487585871p-6, 0x1.d6d3300b9526p-9, 0x1.34c199004672ap-11,
        0x1.64822ce831141p-14);
    return even + z * odd;
}

// tanh x.
VM_INLINE double vm_tanh_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double twice = 2 * a;
    double e = vm_exp_normal_f64(twice > 80 ? 80 : twice);
    double large = 1 - 2 / (e + 1);
    double small = a + a * z * vm_tanh_rest_f64(z);
    return __builtin_elementwise_copysign(a < 0.55 ? small : large, x);
}

// (log cosh x / x² − ½) / x² in z = x², |x| ≤ 0.7, relative error of log cosh 2e-18.
VM_INLINE double vm_log_cosh_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY6(
        zz, -0x1.5555555555555p-4, -0x1.ba1ba1b9f6c92p-8, -0x1.833d99708774cp-11, -0x1.7d9b5888d1a79p-14,
        -0x1.8d143b48b908dp-17, -0x1.483ec06df46b6p-20);
    double odd = VM_POLY6(
        zz, 0x1.6c16c16c16a53p-6, 0x1.1ea5d3918c66p-9, 0x1.0d0b0cdbb81fbp-12, 0x1.12a9f90378335p-15,
        0x1.151531070eb7fp-18, 0x1.d16e54e77f39p-23);
    return even + z * odd;
}

// log cosh x; inf at ±inf.
VM_INLINE double vm_log_cosh_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double twice = 2 * a;
    double e = vm_exp_normal_f64(twice > 100 ? -100 : -twice);
    double small = z * (0.5 + z * vm_log_cosh_rest_f64(z));
    // |x| + log(1 + e^−2|x|) − log 2; here e < ½.
    double large = (a - VM_LN2_HI_F64) + (e - (vm_log_deficit_f64(e) + VM_LN2_LO_F64));
    return a < 0.7 ? small : large;
}
