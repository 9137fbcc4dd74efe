// The standard normal distribution, for 64-bit floats.
#pragma once
#include "exponential_f64.h"

// φ(x) = e^(−x²/2) / √(2π).
VM_INLINE double vm_normal_density_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 40 ? 40 : a;
    // x² = h² + (a − h)(a + h), where h has so few digits that h² is exact: the exponential
    // would enlarge the rounding error of x² up to x²/2 times.
    double h = vm_from_bits_f64(vm_bits_f64(a) & 0xfffffffff8000000);
    vm_exp_parts_f64 p = vm_exp_reduce_f64(-0.5 * h * h);
    double tail = -0.5 * (a - h) * (a + h); // below 2⁻¹⁴: e^tail = 1 + tail + …
    double e = 1 + (p.hi + p.rest);
    e = e + e * (tail + tail * tail * (0.5 + tail * (1.0 / 6)));
    return vm_scale_f64(0x1.9884533d43651p-2 * e, p.bits);
}

// In t = (x − 4)/(x + 4): (1 − Φ(x)) / φ(x) (x + 0.8125) − 1 for x in [0, 40], error 4e-18.
#define VM_MILLS_REST_F64(t) VM_POLY25(t, \
    0x1.1c722595aacbdp-3, -0x1.4c6b44020f969p-3, -0x1.7ed1e722048f8p-6, 0x1.afaffd6cebfecp-4, \
    -0x1.85ff5f63aaa06p-4, 0x1.9100549079d21p-5, -0x1.a2b2bb536bba2p-7, -0x1.0a63479976d77p-10, \
    0x1.dfad6922b5c0cp-10, -0x1.c37f76a8fcb04p-13, -0x1.ea0ff44ee0c61p-13, 0x1.ac9001a09819bp-15, \
    0x1.2f81558a958ffp-15, -0x1.13877b4febcdcp-17, -0x1.cc794bf09c5b9p-18, 0x1.e9aba34c8acbfp-21, \
    0x1.7fa21ec83e8c8p-20, 0x1.3a7a7c2f9d96ap-25, -0x1.2f85ad0e5c867p-22, -0x1.12347f8ebcaffp-24, \
    0x1.6d746a71c955fp-25, 0x1.71c7e795d044ep-26, -0x1.142f314f99bc9p-29, -0x1.cab0193c78b8fp-29, \
    -0x1.589646c6a36fep-31)

// Φ(x), with its relative accuracy in the left tail.
VM_INLINE double vm_normal_cdf_f64(double x) {
    double a = vm_abs_f64(x);
    double b = a > 40 ? 40 : a;
    double t = (b - 4) / (b + 4);
    double tail = vm_normal_density_f64(b) * ((1 + VM_MILLS_REST_F64(t)) / (b + 0.8125));
    return x > 0 ? 1 - tail : tail;
}
