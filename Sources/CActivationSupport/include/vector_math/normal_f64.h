// The standard normal distribution, for 64-bit floats.
#pragma once
#include "exponential_f64.h"

typedef struct {
    double e, lost; // 2ᵏ (e + lost) = exp(−x²/2)
    uint64_t bits;  // as in vm_exp_parts
} vm_gaussian_parts_f64;

// For a in [0, 40].
VM_INLINE vm_gaussian_parts_f64 vm_gaussian_reduce_f64(double a) {
    // a² = h² + (a − h)(a + h), where h has so few digits that h² is exact: the exponential
    // would enlarge the rounding error of a² up to a²/2 times.
    double h = vm_from_bits_f64(vm_bits_f64(a) & 0xfffffffff8000000);
    vm_exp_parts_f64 p = vm_exp_reduce_f64(-0.5 * h * h);
    double tail = -0.5 * (a - h) * (a + h); // below 2⁻¹⁴
    double factor = tail + tail * tail * (0.5 + tail * (1.0 / 6)); // e^tail − 1
    double top = 1 + p.hi;
    double rest = (1 - top) + p.hi + (p.rest + (1 + (p.hi + p.rest)) * factor);
    double e = top + rest;
    vm_gaussian_parts_f64 parts = {e, rest - (e - top), p.bits};
    return parts;
}

// e^(−x²/2).
VM_INLINE double vm_gaussian_f64(double x) {
    double a = vm_abs_f64(x);
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a > 40 ? 40 : a);
    return vm_scale_f64(p.e, p.bits);
}

// e^(−x²), by the same splitting of x².
VM_INLINE double vm_exp_neg_square_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 28 ? 28 : a;
    double h = vm_from_bits_f64(vm_bits_f64(a) & 0xfffffffff8000000);
    vm_exp_parts_f64 p = vm_exp_reduce_f64(-h * h);
    double tail = -(a - h) * (a + h);
    double factor = tail + tail * tail * (0.5 + tail * (1.0 / 6));
    return vm_scale_f64(vm_exp_sum_f64(p.hi, p.rest + (1 + (p.hi + p.rest)) * factor), p.bits);
}

// φ(x) = e^(−x²/2) / √(2π).
VM_INLINE double vm_normal_density_f64(double x) {
    double a = vm_abs_f64(x);
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a > 40 ? 40 : a);
    return vm_scale_f64(0x1.9884533d43651p-2 * p.e, p.bits);
}

// (1 − Φ(x)) e^(x²/2) (x + 0.8125) in t = (x − 4)/(x + 4), x in [0, 40], relative error 5e-17.
VM_INLINE double vm_mills_f64(double t) {
    double tt = t * t;
    double even = VM_POLY12(
        tt, -0x1.31723489882fap-7, -0x1.372c4b41901f2p-5, -0x1.4e12a36ed193ap-8,
        0x1.7eba290b9d24dp-11, -0x1.8703785e4a5bbp-14, 0x1.e455e728dbfe3p-17, -0x1.6f8227259f1f8p-19,
        0x1.32ad9fdc870dcp-21, -0x1.e7e2fcd2de4e7p-24, 0x1.26012baad698fp-26, -0x1.3c3c770174e7p-31,
        -0x1.95253aab1ad28p-32);
    double odd = VM_POLY12(
        tt, -0x1.093b63e457038p-4, 0x1.586fcf80d0f0bp-5, 0x1.3ff3e6aa7d56fp-6, -0x1.a917ec0790932p-12,
        -0x1.683e3e446cc07p-14, 0x1.55f1119696051p-16, -0x1.b79ffdf854ad4p-19, 0x1.858717bbfc10cp-22,
        0x1.1ac5a6a6c9c34p-26, -0x1.d7673d4620c32p-26, 0x1.4fe5d285722b5p-27, -0x1.c39421200ea63p-30);
    return 0x1.d14171a52319cp-2 + (tt * even + t * odd); // the small terms first
}

// erf x / x − 1 in z = x² ≤ 1, relative error of erf 6e-17.
VM_INLINE double vm_erf_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY7(
        zz, 0x1.06eba8214db69p-3, 0x1.ce2f21a042b3p-4, 0x1.565bcd0dbaa38p-8, 0x1.f9a321d5b8e1ep-14, 0x1.b9df224ca4b97p-20,
        0x1.f7b4bf3b13964p-27, 0x1.05ffd737fb32ep-34);
    double odd = VM_POLY6(
        zz, -0x1.812746b0379e6p-2, -0x1.b82ce31284ep-6, -0x1.c02db3dac435fp-11, -0x1.f4d1e3183f7aep-17,
        -0x1.5f1ecb6f0764cp-23, -0x1.389d4f2641625p-30);
    return even + z * odd;
}

// erf x.
VM_INLINE double vm_erf_f64(double x) {
    double a = vm_abs_f64(x);
    double small = x + x * vm_erf_rest_f64(x * x);
    // 1 − 2 (1 − Φ(√2 a)), where what is subtracted is below 0.16.
    a = a > 8 ? 8 : a;
    double root = 0x1.6a09e667f3bcdp+0 * a;
    double t = (root - 4) / (root + 4);
    double large = 1 - 2 * vm_exp_neg_square_f64(a) * (vm_mills_f64(t) / (root + 0.8125));
    return a < 1 ? small : __builtin_elementwise_copysign(large, x);
}

// Φ(x), with its relative accuracy in the left tail.
VM_INLINE double vm_normal_cdf_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4);
    double tail = vm_scale_f64(p.e * (vm_mills_f64(t) / (a + 0.8125)), p.bits);
    return x > 0 ? 1 - tail : tail;
}

// (φ(x) − x (1 − Φ(x))) e^(x²/2) (x + 5/4)² in t = (x − 4)/(x + 4), x in [0, 40], relative error 5e-17.
VM_INLINE double vm_normal_integral_rest_f64(double t) {
    double tt = t * t;
    double even = VM_POLY12(
        tt, 0x1.1f05f398a2576p-8, -0x1.8910c83291f0bp-4, 0x1.c23c9c14ec65dp-7,
        0x1.5385d01357772p-9, -0x1.aef4ddca349c3p-11, 0x1.6fd25de3e49b6p-13, -0x1.1c474251f19a8p-15,
        0x1.786ca2521c71ep-18, -0x1.1339be9a13c39p-21, -0x1.07492b4ba6081p-23, 0x1.3b50fa5c06dc2p-24,
        -0x1.da8850c827497p-27);
    double odd = VM_POLY13(
        tt, -0x1.efa8fbe5f0721p-3, 0x1.daeae23e57395p-4, 0x1.aae6b93f6ea9cp-6, -0x1.c626b27031ab1p-7,
        0x1.f4452693f2c65p-10, -0x1.223a7502033afp-12, 0x1.d47c21e2fb605p-15, -0x1.ef65b93138fc1p-17,
        0x1.17020a53917ep-18, -0x1.1b3fe282a195ep-20, 0x1.aad5fc3fcdb29p-23, -0x1.075207de8f3fap-26,
        -0x1.377ca05603c73p-29);
    return 0x1.2c94e27ae544ap-1 + (tt * even + t * odd); // the small terms first
}

// x Φ(x) + φ(x) ≥ 0, the integral of Φ, with its relative accuracy in the left tail.
VM_INLINE double vm_normal_integral_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4);
    double square = 1.5625 + a * (2.5 + a); // (a + 5/4)²
    double ratio = vm_normal_integral_rest_f64(t) / square;
    double tail = vm_scale_f64(p.e * ratio + p.lost * ratio, p.bits);
    return x > 0 ? x + tail : tail;
}

// (x erf x + (e^(−x²) − 1)/√π) / x² in z = x² ≤ 1, relative error 3e-17.
VM_INLINE double vm_erf_integral_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY7(
        zz, 0x1.20dd750429b6dp-1, 0x1.341f6bc02c7ebp-6, 0x1.11e30a71ed34bp-11, 0x1.20ef83ed361bfp-17,
        0x1.88cce2e072479p-24, 0x1.71bce8f3d26d7p-31, 0x1.dbeb1284ff637p-39);
    double odd = VM_POLY7(
        zz, -0x1.812746b0379e7p-4, -0x1.b82ce31288ae1p-9, -0x1.2ac922aa78530p-14, -0x1.f4d258e217634p-21,
        -0x1.192621d55453bp-27, -0x1.bead5c3dd40fap-35, -0x1.5ef2b37d44d73p-43);
    return even + z * odd;
}

// x erf x + (e^(−x²) − 1)/√π ≥ 0, the integral of erf; inf at ±inf.
VM_INLINE double vm_erf_integral_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double small = z * vm_erf_integral_rest_f64(z);
    // |x| − 1/√π + √2 (φ(r) − r (1 − Φ(r))) at r = √2 |x|, where what is added is below 0.06.
    double near = a > 8 ? 8 : a;
    double root = 0x1.6a09e667f3bcdp+0 * near;
    double t = (root - 4) / (root + 4), q = root + 1.25;
    double tail = 0x1.6a09e667f3bcdp+0 * vm_exp_neg_square_f64(near) * (vm_normal_integral_rest_f64(t) / (q * q));
    double large = (a - 0x1.20dd750429b6dp-1) + tail;
    return a < 1 ? small : large;
}

// x Φ(x); −0 at −inf.
VM_INLINE double vm_gelu_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4);
    // a (1 − Φ(a)), scaled last: Φ itself may be subnormal where x Φ is not.
    double tail = vm_scale_f64(p.e * (a * (vm_mills_f64(t) / (a + 0.8125))), p.bits);
    return x > 0 ? x - tail : x == 0 ? x : -tail;
}

// (x/√(2π) − (1 − Φ(x)) e^(x²/2))/(x − c) in t = (x − 4)/(x + 4), x in [0, 40], where c is the zero of the numerator, relative error 2e-17.
VM_INLINE double vm_gelu_slope_rest_f64(double t) {
    double tt = t * t;
    double even = VM_POLY11(
        tt, 0x1.ef4ff8013798cp-5, 0x1.37754d816c891p-7, -0x1.443f63e5f75cbp-13,
        -0x1.253810be206dbp-16, 0x1.dafba3791cb53p-19, -0x1.083801f020290p-21, 0x1.c14626c8195ebp-25, -0x1.2981b0a2134e1p-31,
        -0x1.146223193edc8p-29, 0x1.86d46025dd407p-31, -0x1.f101f207d2a70p-34);
    double odd = VM_POLY12(
        tt, -0x1.a763001ac67dep-4, -0x1.cc1e2623d9124p-6, -0x1.d4c8222ac3c49p-10, 0x1.85999c3c4e965p-13,
        -0x1.2e9383ddfd982p-16, 0x1.2987e81693fdcp-19, -0x1.773be0108b27dp-22, 0x1.1044cdc1254e1p-24, -0x1.88bb085ab72e3p-27,
        0x1.c8b73651d8bfdp-30, -0x1.9efd5f97e16cep-34, -0x1.5ca0c1ee4642fp-36);
    return 0x1.d94de78425463p-2 + (tt * even + t * odd); // the small terms first
}

// Φ(x) + x φ(x), the slope of x Φ(x); 0 at −inf, 1 at inf: the slopes at x and −x add up to 1. With its relative accuracy
// at its zero.
VM_INLINE double vm_gelu_slope_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double distance = (a - 0x1.80ead197f00b4p-1) + 0x1.13e74c58cada8p-56;
    double t = (a - 4) / (a + 4);
    double left = -vm_scale_f64(p.e * (distance * vm_gelu_slope_rest_f64(t)), p.bits);
    return x > 0 ? 1 - left : left;
}

// (x φ(x) − (x² − 1)(1 − Φ(x))) e^(x²/2) (x + 5/4)/2 in t = (x − 4)/(x + 4), x in [1, 40], relative error 5e-17.
VM_INLINE double vm_gelu_integral_rest_f64(double t) {
    double tt = t * t;
    double even = VM_POLY11(
        tt, 0x1.e2ca53d36a46cp-2, -0x1.3523a531960a5p-4, -0x1.c6edde8d0bc71p-5, 0x1.e4c4f52ba4447p-7,
        0x1.9a6cf12201834p-11, -0x1.a1a8f887ab41cp-12, 0x1.7404e23944467p-14, -0x1.137cbf956cd72p-16,
        0x1.4230f70c60764p-19, -0x1.696db87b86812p-23, -0x1.20e242a2218b4p-26);
    double odd = VM_POLY11(
        tt, -0x1.c570a05d3025ep-5, 0x1.a3eb7d661751ap-4, 0x1.0303664763a2dp-8, -0x1.2b52af020a540p-7,
        0x1.7465b6907956ep-10, -0x1.cd19940343780p-13, 0x1.6997c6fd69107p-15, -0x1.5bd82b132b21bp-17,
        0x1.61a390bfaaf36p-19, -0x1.3f177914c2793p-21, 0x1.6b6834a5f9f4dp-24);
    return even + t * odd;
}

// (((x² − 1) Φ(x) + x φ(x))/2 − (x² − 1)/4) / x³ in z = x² ≤ 1, relative error 9e-17.
VM_INLINE double vm_gelu_integral_near_f64(double z) {
    double zz = z * z;
    double even = VM_POLY5(
        zz, 0x1.1058377e2cee0p-3, 0x1.75804c1abeaa7p-10, 0x1.601f4f14746b5p-17, 0x1.7d5c7bf9e041dp-25,
        0x1.02a3139708596p-33);
    double odd = VM_POLY5(
        zz, -0x1.b3c058c9e17a5p-7, -0x1.14aae3094a987p-13, -0x1.860af3ad1af38p-21, -0x1.4cfa6f981190cp-29,
        -0x1.347177ffdc379p-38);
    return even + z * odd;
}

// ((x² − 1) Φ(x) + x φ(x))/2, the integral of x Φ(x) from −inf; inf at inf.
VM_INLINE double vm_gelu_integral_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4);
    double tail = vm_scale_f64(p.e * (vm_gelu_integral_rest_f64(t) / (a + 1.25)), p.bits);
    double z = x * x;
    double near = 0.25 * (z - 1) + x * z * vm_gelu_integral_near_f64(z);
    return z < 1 ? near : x > 0 ? 0.5 * (z - 1) + tail : -tail;
}
