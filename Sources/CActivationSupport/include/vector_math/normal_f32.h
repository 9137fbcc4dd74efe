// The error function and the normal distribution, for 32-bit floats.
//
// The tail's relative accuracy takes a product of five factors, none of which may be off by half an ulp: they are
// computed in 64 bits, with polynomials that are good to 32.
#pragma once
#include "elementary_f64.h"
#include "logistic_f32.h"

// y 2ᵏ, where the low bits of `bits` are k and both y and the result are normal; of a nan anything.
VM_INLINE double vm_shift_exponent(double y, uint64_t bits) { return vm_from_bits_f64(vm_bits_f64(y) + (bits << 52)); }

#define VM_ROUND_SHORT 0x1.8p52
#define VM_LN2_SHORT 0x1.62e42fefa39efp-1

// e^(−z/2) for z in [0, 1400], relative error 2e-9; of a nan anything.
VM_INLINE double vm_exp_minus_half_short(double z) {
    double t = vm_mul_add_f64(z, -0x1.71547652b82fep-1, VM_ROUND_SHORT);
    double u = vm_mul_add_f64(t - VM_ROUND_SHORT, 2 * VM_LN2_SHORT, z); // z less a multiple of 2 log 2
    double y = VM_POLY7(
        u, 1, -0x1.0000009246accp-1, 0x1.fffffbe0c0706p-4, -0x1.55540cf05c6f8p-6, 0x1.55583f29e68eap-9,
        -0x1.126e3958a459bp-12, 0x1.6ae0f54a63319p-16);
    return vm_shift_exponent(y, vm_bits_f64(t));
}

typedef struct {
    double gauss, tail; // e^(−a²/2), 1 − Φ(a); relative error 2e-8; of a nan `tail` is nan, `gauss` anything
} vm_normal_parts_f32;

// For a in [0, 15], where 1 − Φ(15) = 4e-51.
VM_INLINE vm_normal_parts_f32 vm_normal_reduce_f32(double a) {
    double e = vm_exp_minus_half_short(a * a);
    double w = 1 / (a + 3.75);
    // (1 − Φ(a)) e^(a²/2) (a + 3.75) in w.
    double m = VM_POLY9(
        w, 0x1.9893c5c71b0b5p-2, 0x1.7db2500ed25f3p+0, 0x1.594c971577a4bp+2, 0x1.9883248bdbd7bp+3, 0x1.799d34ddfc30ap+6,
        -0x1.1627943f8ebe8p+8, 0x1.06da1e577344fp+11, -0x1.527c0616d5983p+12, 0x1.15782aae48260p+12);
    vm_normal_parts_f32 parts = {e, e * (w * m)};
    return parts;
}

VM_INLINE vm_normal_parts_f32 vm_normal_parts_of_f32(float x) {
    float a = vm_abs_f32(x);
    return vm_normal_reduce_f32(a > 15 ? 15 : a);
}

// Φ(x), with its relative accuracy in the left tail.
VM_INLINE float vm_normal_cdf_f32(float x) {
    double tail = vm_normal_parts_of_f32(x).tail;
    return (float)(x > 0 ? 1 - tail : tail);
}

// x Φ(x) for x ≤ 0; −0 at −inf.
VM_INLINE float vm_gelu_tail_f32(float x) {
    float a = vm_abs_f32(x);
    return (float)(-(double)(a > 15 ? 15 : a) * vm_normal_parts_of_f32(x).tail);
}

// Φ(x) + x φ(x), the slope of x Φ(x), for x ≤ −1; 0 at −inf.
VM_INLINE float vm_gelu_slope_tail_f32(float x) {
    vm_normal_parts_f32 p = vm_normal_parts_of_f32(x);
    double c = x < -15 ? -15 : x;
    return (float)vm_mul_add_f64(0x1.9884533d43651p-2 * c, p.gauss, p.tail);
}

// (erf x / x − 2/√π) / x² in z = x² ≤ 1, relative error of erf 5e-9.
VM_INLINE float vm_erf_rest_f32(float z) {
    return VM_POLY6(
        z, -0x1.812746p-2f, 0x1.ce2ebcp-4f, -0x1.b81a22p-6f, 0x1.551658p-8f, -0x1.abec54p-11f, 0x1.5f78fp-14f);
}

// (1 − erf x) e^(x²) (x + 9/16) in t = (x − 2)/(x + 2), x in [1, 4.2], relative error 6e-9.
VM_INLINE float vm_erfc_scaled_f32(float t) {
    return VM_POLY7(
        t, 0x1.4f1442p-1f, -0x1.2b56ecp-4f, -0x1.162a5ep-4f, 0x1.3bbbdp-4f, -0x1.b84b4ap-6f,
        -0x1.c6fe52p-9f, 0x1.1320d2p-8f);
}

// erf x.
VM_INLINE float vm_erf_f32(float x) {
    float a = vm_abs_f32(x);
    float z = x * x;
    float small = x * (0x1.20dd76p+0f + (z * vm_erf_rest_f32(z) - 0x1.f7ac92p-25f));
    // What is subtracted from 1 is below 0.16; from 4.2 on it is lost.
    a = a > 4.2f ? 4.2f : a;
    float t = (a - 2) / (a + 2);
    float large = 1 - vm_exp_normal_f32(-a * a) * vm_erfc_scaled_f32(t) / (a + 0.5625f);
    return a < 1 ? small : __builtin_elementwise_copysign(large, x);
}
