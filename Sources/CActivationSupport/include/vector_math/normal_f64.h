// The standard normal distribution, for 64-bit floats.
#pragma once
#include "exponential_f64.h"

typedef struct {
    double e;      // 2ᵏ e = exp(−x²/2)
    uint64_t bits; // as in vm_exp_parts
} vm_gaussian_parts_f64;

// For a in [0, 40].
VM_INLINE vm_gaussian_parts_f64 vm_gaussian_f64(double a) {
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

// φ(x) = e^(−x²/2) / √(2π).
VM_INLINE double vm_normal_density_f64(double x) {
    double a = vm_abs_f64(x);
    vm_gaussian_parts_f64 p = vm_gaussian_f64(a > 40 ? 40 : a);
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

// Φ(x), with its relative accuracy in the left tail.
VM_INLINE double vm_normal_cdf_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    vm_gaussian_parts_f64 p = vm_gaussian_f64(a);
    double t = (a - 4) / (a + 4);
    double tail = vm_scale_f64(p.e * (vm_mills_f64(t) / (a + 0.8125)), p.bits);
    return x > 0 ? 1 - tail : tail;
}
