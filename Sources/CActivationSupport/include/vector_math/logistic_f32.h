// The logistic family, for 32-bit floats: all through e^−|x|, which neither overflows nor cancels.
#pragma once
#include "logarithm_f32.h"

// Roughly 1/s for s in [0.82, 2.2], within 15 %: for corrections, which need no more.
VM_INLINE float vm_rough_reciprocal_f32(float s) { return vm_mul_add_f32(s, -0.5f, 1.4571f); }

// e^−|x| and 1 + e^−|x|: what every logistic function is put together from.
typedef struct {
    float e;      // 2⁶⁴ e^−|x|, so that it is a normal number where e^−|x| is none
    float s, c;   // 1 + e^−|x| = s + c
    float y;      // 2ᵏ⁺⁶⁴ (1 + y) = e before rounding
    float power;  // 2ᵏ⁺⁶⁴
} vm_logistic_parts_f32;

#define VM_LOGISTIC_UNIT_F32 0x1p-64f

// For x ≤ 0.
VM_INLINE vm_logistic_parts_f32 vm_logistic_reduce_f32(float x) {
    x = x < -115 ? -115 : x; // keeps a nan
    vm_exp_parts_f32 p = vm_exp_reduce_from_f32(x, 0x1.8p23f + (127 + 64));
    float y = p.hi + p.rest;
    float power = vm_from_bits_f32(p.bits << 23);
    float e = vm_mul_add_f32(power, y, power);
    float s = vm_mul_add_f32(e, VM_LOGISTIC_UNIT_F32, 1);
    float c = vm_mul_add_f32(e, VM_LOGISTIC_UNIT_F32, 1 - s);
    vm_logistic_parts_f32 parts = {e, s, c, y, power};
    return parts;
}

// n/s less its rounding error and that of s, as a quotient and what it lacks.
typedef struct {
    float value, rest;
} vm_quotient_f32;

VM_INLINE vm_quotient_f32 vm_logistic_quotient_f32(float n, vm_logistic_parts_f32 p) {
    float q = n / p.s;
    float rest = vm_mul_add_f32(-q, p.c, vm_remainder_f32(n, q, p.s));
    vm_quotient_f32 quotient = {q, rest * vm_rough_reciprocal_f32(p.s)};
    return quotient;
}

// σ(x) = 1 / (1 + e⁻ˣ).
VM_INLINE float vm_sigmoid_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_reduce_f32(-vm_abs_f32(x));
    vm_quotient_f32 q = vm_logistic_quotient_f32(x < 0 ? p.e : 1, p);
    return (q.value + q.rest) * (x < 0 ? VM_LOGISTIC_UNIT_F32 : 1);
}

// x σ(x); −0 at −inf.
VM_INLINE float vm_silu_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_reduce_f32(-vm_abs_f32(x));
    vm_quotient_f32 q = vm_logistic_quotient_f32(x < 0 ? p.e : 1, p);
    float c = x < -115 ? -115 : x;
    float near = c > 115 ? 115 : c; // not inf times 0; out there the rest is lost
    // What the product loses where it is rounded before the sum.
    float lost = VM_FUSED ? 0 : vm_remainder_f32(near * q.value, near, q.value);
    return vm_mul_add_f32(c, q.value, near * q.rest - lost) * (x < 0 ? VM_LOGISTIC_UNIT_F32 : 1);
}

// e / (1 + e)² for these parts, times 2⁶⁴.
VM_INLINE float vm_logistic_density_f32(vm_logistic_parts_f32 p) {
    float square = p.s * p.s;
    float c = vm_mul_add_f32(2 * p.s, p.c, -vm_square_rest_f32(p.s, square)); // (s + c)² − square
    float lost = vm_mul_add_f32(p.power, p.y, p.power - p.e);                 // of e
    float q = p.e / square;
    float g = vm_rough_reciprocal_f32(p.s);
    return vm_mul_add_f32(vm_mul_add_f32(-q, c, lost) + vm_remainder_f32(p.e, q, square), g * g, q);
}

// σ'(x) = σ(x) σ(−x) = e^−|x| / (1 + e^−|x|)².
VM_INLINE float vm_sigmoid_derivative_f32(float x) {
    float r = vm_logistic_density_f32(vm_logistic_reduce_f32(-vm_abs_f32(x))) * VM_LOGISTIC_UNIT_F32;
    // Just below the greatest value an ulp is half of one just above.
    return r > 0.25f ? 0.25f : r;
}

// −2|x|, not by a multiplication.
VM_INLINE float vm_minus_twice_f32(float x) {
    float a = -vm_abs_f32(x);
    return a + a;
}

// sech² x = 1 − tanh² x = 4 σ'(2x).
VM_INLINE float vm_sech2_f32(float x) {
    float r = vm_logistic_density_f32(vm_logistic_reduce_f32(vm_minus_twice_f32(x))) * (4 * VM_LOGISTIC_UNIT_F32);
    return r > 1 ? 1 : r;
}

// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).
VM_INLINE float vm_softplus_f32(float x) {
    vm_log1p_unit_parts_f32 p = vm_log1p_unit_f32(vm_exp_f32(-vm_abs_f32(x)));
    float positive = x < 0 ? 0 : x; // keeps a nan
    return positive + (p.hi + (p.f + p.rest));
}

// (tanh h − h) / h³ in z = h², |h| ≤ 0.174, relative error of tanh 2e-10.
VM_INLINE float vm_tanh_rest_f32(float z) { return VM_POLY3(z, -0x1.55554ep-2f, 0x1.110594p-3f, -0x1.afd87p-5f); }

// tanh x = (1 − E) / (1 + E), signed, where E = e^−2|x| = 2ᵏ (1 + q) / (1 − q) and q is the tangent of half the rest.
VM_INLINE float vm_tanh_f32(float x) {
    const float round = 0x1.8p23f + 127;
    float a = -vm_abs_f32(x);
    a = a < -40 ? -40 : a;
    float t = vm_mul_add_f32(a, 2 * VM_LOG2E_F32, round);
    float k = t - round;
    float h = vm_mul_add_f32(k, -0.5f * VM_LN2_LO_F32, vm_mul_add_f32(k, -0.5f * VM_LN2_HI_F32, a));
    float z = h * h;
    float q = vm_mul_add_f32(h * z, vm_tanh_rest_f32(z), h);
    float power = vm_from_bits_f32(vm_bits_f32(t) << 23); // 2ᵏ
    float less = 1 - power, more = 1 + power;
    float n = vm_mul_add_f32(-q, more, less), s = vm_mul_add_f32(-q, less, more);
    float c = vm_mul_add_f32(-q, less, (1 - s) + power); // what s has lost, and 1 + 2ᵏ
    float r = n / s;
    float rest = vm_mul_add_f32(-r, c, vm_remainder_f32(n, r, s));
    return __builtin_elementwise_copysign(vm_mul_add_f32(rest, vm_rough_reciprocal_f32(s), r), x);
}

// (log cosh x / x² − ½) / x² in z = x², |x| ≤ 0.7, relative error of log cosh 8e-9.
VM_INLINE float vm_log_cosh_rest_f32(float z) {
    return VM_POLY5(z, -0x1.555552p-4f, 0x1.6c126cp-6f, -0x1.b90726p-8f, 0x1.1201acp-9f, -0x1.036f72p-11f);
}

// log cosh x; inf at ±inf.
VM_INLINE float vm_log_cosh_f32(float x) {
    float a = vm_abs_f32(x);
    float z = x * x;
    float twice = 2 * a;
    float e = vm_exp_normal_f32(twice > 60 ? -60 : -twice);
    float small = z * (0.5f + z * vm_log_cosh_rest_f32(z));
    // |x| + log(1 + e^−2|x|) − log 2; here e < ½.
    float large = (a - VM_LN2_HI_F32) + (e - (vm_log_deficit_f32(e) + VM_LN2_LO_F32));
    return a < 0.7f ? small : large;
}
