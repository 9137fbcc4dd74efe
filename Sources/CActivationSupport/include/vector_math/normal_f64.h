// The standard normal distribution, for 64-bit floats.
#pragma once
#include "exponential_f64.h"

typedef struct {
    double e;      // 2ᵏ e = exp(−x²/2)
    uint64_t bits; // as in vm_exp_parts
} vm_gaussian_parts_f64;

// For a in [0, 40].
VM_INLINE vm_gaussian_parts_f64 vm_gaussian_reduce_f64(double a) {
    // a² = h² + (a − h)(a + h), where h has so few digits that h² is exact: the exponential
    // would enlarge the rounding error of a² up to a²/2 times.
    double h = vm_from_bits_f64(vm_bits_f64(a) & 0xfffffffff8000000);
    vm_exp_parts_f64 p = vm_exp_reduce_f64(-0.5 * h * h);
    double tail = -0.5 * (a - h) * (a + h); // below 2⁻¹⁴
    double factor = tail + tail * tail * (0.5 + tail * (1.0 / 6)); // e^tail − 1
    vm_gaussian_parts_f64 parts = {
        vm_exp_sum_f64(p.hi, p.rest + (1 + (p.hi + p.rest)) * factor), p.bits};
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
    double even = VM_POLY13(
        tt, 0x1.d14171a52319cp-2, -0x1.31723489882fap-7, -0x1.372c4b41901f2p-5, -0x1.4e12a36ed193ap-8,
        0x1.7eba290b9d24dp-11, -0x1.8703785e4a5bbp-14, 0x1.e455e728dbfe3p-17, -0x1.6f8227259f1f8p-19,
        0x1.32ad9fdc870dcp-21, -0x1.e7e2fcd2de4e7p-24, 0x1.26012baad698fp-26, -0x1.3c3c770174e7p-31,
        -0x1.95253aab1ad28p-32);
    double odd = VM_POLY12(
        tt, -0x1.093b63e457038p-4, 0x1.586fcf80d0f0bp-5, 0x1.3ff3e6aa7d56fp-6, -0x1.a917ec0790932p-12,
        -0x1.683e3e446cc07p-14, 0x1.55f1119696051p-16, -0x1.b79ffdf854ad4p-19, 0x1.858717bbfc10cp-22,
        0x1.1ac5a6a6c9c34p-26, -0x1.d7673d4620c32p-26, 0x1.4fe5d285722b5p-27, -0x1.c39421200ea63p-30);
    return even + t * odd;
}

// erf x / x in z = x² ≤ 1, relative error 6e-17.
VM_INLINE double vm_erf_ratio_f64(double z) {
    double zz = z * z;
    double even = VM_POLY7(
        zz, 0x1.20dd750429b6dp+0, 0x1.ce2f21a042b3p-4, 0x1.565bcd0dbaa38p-8, 0x1.f9a321d5b8e1ep-14, 0x1.b9df224ca4b97p-20,
        0x1.f7b4bf3b13964p-27, 0x1.05ffd737fb32ep-34);
    double odd = VM_POLY6(
        zz, -0x1.812746b0379e6p-2, -0x1.b82ce31284ep-6, -0x1.c02db3dac435fp-11, -0x1.f4d1e3183f7aep-17,
        -0x1.5f1ecb6f0764cp-23, -0x1.389d4f2641625p-30);
    return even + z * odd;
}

// erf x.
VM_INLINE double vm_erf_f64(double x) {
    double a = vm_abs_f64(x);
    double small = x * vm_erf_ratio_f64(x * x);
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
    double even = VM_POLY13(
        tt, 0x1.2c94e27ae544ap-1, 0x1.1f05f398a2576p-8, -0x1.8910c83291f0bp-4, 0x1.c23c9c14ec65dp-7,
        0x1.5385d01357772p-9, -0x1.aef4ddca349c3p-11, 0x1.6fd25de3e49b6p-13, -0x1.1c474251f19a8p-15,
        0x1.786ca2521c71ep-18, -0x1.1339be9a13c39p-21, -0x1.07492b4ba6081p-23, 0x1.3b50fa5c06dc2p-24,
        -0x1.da8850c827497p-27);
    double odd = VM_POLY13(
        tt, -0x1.efa8fbe5f0721p-3, 0x1.daeae23e57395p-4, 0x1.aae6b93f6ea9cp-6, -0x1.c626b27031ab1p-7,
        0x1.f4452693f2c65p-10, -0x1.223a7502033afp-12, 0x1.d47c21e2fb605p-15, -0x1.ef65b93138fc1p-17,
        0x1.17020a53917ep-18, -0x1.1b3fe282a195ep-20, 0x1.aad5fc3fcdb29p-23, -0x1.075207de8f3fap-26,
        -0x1.377ca05603c73p-29);
    return even + t * odd;
}

// x Φ(x) + φ(x) ≥ 0, the integral of Φ, with its relative accuracy in the left tail.
VM_INLINE double vm_normal_integral_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4), q = a + 1.25;
    double tail = vm_scale_f64(p.e * (vm_normal_integral_rest_f64(t) / (q * q)), p.bits);
    return x > 0 ? x + tail : tail;
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

// Φ(x) + x φ(x), the slope of x Φ(x); 0 at −inf, 1 at inf.
VM_INLINE double vm_gelu_slope_f64(double x) {
    double c = x < -40 ? -40 : x > 40 ? 40 : x;
    return vm_normal_cdf_f64(x) + c * vm_normal_density_f64(x);
}

// (x φ(x) − (x² − 1)(1 − Φ(x))) e^(x²/2) (x + 5/4)/2 in t = (x − 4)/(x + 4), x in [0, 40], relative error 4e-17.
VM_INLINE double vm_gelu_integral_rest_f64(double t) {
    double tt = t * t;
    double even = VM_POLY13(
        tt, 0x1.e2ca53d36a46cp-2, -0x1.3523a53195f84p-4, -0x1.c6edde8d16b4cp-5, 0x1.e4c4f530d6d84p-7,
        0x1.9a6cec03baa1dp-11, -0x1.a1a8997613501p-12, 0x1.73fc31101ceccp-14, -0x1.12f8b5e861efdp-16,
        0x1.3802390e16c4bp-19, -0x1.adaaffd01ab06p-25, -0x1.0d87b5cb11e01p-23, 0x1.b4d2dc377aaddp-25,
        -0x1.26ec379fca068p-27);
    double odd = VM_POLY13(
        tt, -0x1.c570a05d30262p-5, 0x1.a3eb7d66176edp-4, 0x1.03036646fbf1ap-8, -0x1.2b52aefd54bc6p-7,
        0x1.7465b4d716e0bp-10, -0x1.cd193b79f0544p-13, 0x1.6992f42e35827p-15, -0x1.5bbab5c32edf4p-17,
        0x1.61e7f26d4fceap-19, -0x1.47169656c6327p-21, 0x1.b9d7cace9b5b8p-24, -0x1.6f3a78fbc914p-28,
        -0x1.ce70675f5a8edp-30);
    return even + t * odd;
}

// ((x² − 1) Φ(x) + x φ(x))/2, the integral of x Φ(x) from −inf; inf at inf.
VM_INLINE double vm_gelu_integral_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_reduce_f64(a);
    double t = (a - 4) / (a + 4);
    double tail = vm_scale_f64(p.e * (vm_gelu_integral_rest_f64(t) / (a + 1.25)), p.bits);
    return x > 0 ? 0.5 * (x * x - 1) + tail : -tail;
}
