// The logistic family, for 32-bit floats: all through e^−|x|, which neither overflows nor cancels.
//
// Link and slope share all but the last operations: where one loop computes both, the compiler merges them.
#pragma once
#include "logarithm_f32.h"

// Roughly 1/s for s in [0.82, 2.2], within 15 %: for corrections, which need no more.
VM_INLINE float vm_rough_reciprocal_f32(float s) { return vm_mul_add_f32(s, -0.5f, 1.4571f); }

// E = e^−|x| = 2ᵏ (1 + q) / (1 − q), where q is the tangent (tanh) of half the rest: then σ(|x|) = (1 − q) / S,
// σ(−|x|) = 2ᵏ (1 + q) / S and σ'(x) = 2ᵏ (1 − q²) / S², where S = (1 − q) + 2ᵏ (1 + q). E itself is never rounded.
typedef struct {
    float a;       // −|x|/2
    float power;   // 2ᵏ⁺⁶⁴, a normal number for every k
    float q, less, more; // q, 1 − 2ᵏ, 1 + 2ᵏ
    float s, c;    // S = s + c
} vm_logistic_parts_f32;

#define VM_LOGISTIC_UNIT_F32 0x1p-64f

// (tanh h − h) / h³ in z = h², |h| ≤ 0.174, relative error of tanh 2e-10.
VM_INLINE float vm_tanh_rest_f32(float z) { return VM_POLY3(z, -0x1.55554ep-2f, 0x1.110594p-3f, -0x1.afd87p-5f); }

// For E = e^2a, a in [−60, 0].
VM_INLINE vm_logistic_parts_f32 vm_logistic_reduce_f32(float a) {
    const float round = 0x1.8p23f + (127 + 64);
    float t = vm_mul_add_f32(a, 2 * VM_LOG2E_F32, round);
    float n = t - round;
    float h = vm_mul_add_f32(n, -0.5f * VM_LN2_LO_F32, vm_mul_add_f32(n, -0.5f * VM_LN2_HI_F32, a));
    float z = h * h;
    float q = vm_mul_add_f32(h * z, vm_tanh_rest_f32(z), h);
    uint32_t power = vm_bits_f32(t) << 23;
    const uint32_t unit = 64u << 23;
    float k = vm_from_bits_f32(power > unit ? power - unit : 0); // 2ᵏ; 0 where it is lost against 1
    float less = 1 - k, more = 1 + k;
    float s = vm_mul_add_f32(-q, less, more);
    float c = vm_mul_add_f32(-q, less, (1 - s) + k); // what s has lost, and 1 + 2ᵏ
    vm_logistic_parts_f32 parts = {a, vm_from_bits_f32(power), q, less, more, s, c};
    return parts;
}

// Of σ(x) and its kin.
VM_INLINE vm_logistic_parts_f32 vm_logistic_of_f32(float x) {
    float a = -0.5f * vm_abs_f32(x);
    return vm_logistic_reduce_f32(a < -57.5f ? -57.5f : a); // keeps a nan
}

// 1/S = value (1 + rest).
typedef struct {
    float value, rest;
} vm_reciprocal_f32;

VM_INLINE vm_reciprocal_f32 vm_logistic_reciprocal_f32(vm_logistic_parts_f32 p) {
    float r = 1 / p.s;
    vm_reciprocal_f32 reciprocal = {r, vm_mul_add_f32(-r, p.c, vm_remainder_f32(1, r, p.s))};
    return reciprocal;
}

// σ(x), times 2⁶⁴ where x < 0: there it may be none of the normal numbers.
VM_INLINE float vm_logistic_scaled_f32(float x, vm_logistic_parts_f32 p, vm_reciprocal_f32 r) {
    float q = x < 0 ? p.q : -p.q;
    // What separate roundings cost elsewhere is saved here.
    float excess = VM_FUSED ? r.rest + q : r.rest * (1 + q) + q;
    float side = vm_mul_add_f32(r.value, excess, r.value);
    return x < 0 ? side * p.power : side;
}

VM_INLINE float vm_logistic_unscaled_f32(float x, float y) { return x < 0 ? y * VM_LOGISTIC_UNIT_F32 : y; }

// σ(x) = 1 / (1 + e⁻ˣ).
VM_INLINE float vm_sigmoid_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_of_f32(x);
    return vm_logistic_unscaled_f32(x, vm_logistic_scaled_f32(x, p, vm_logistic_reciprocal_f32(p)));
}

// x σ(x); −0 at −inf.
VM_INLINE float vm_silu_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_of_f32(x);
    float bounded = x < -115 ? -115 : x; // not −inf times 0
    return vm_logistic_unscaled_f32(x, bounded * vm_logistic_scaled_f32(x, p, vm_logistic_reciprocal_f32(p)));
}

// σ(x) + x σ(x) σ(−x), the slope of x σ(x); 0 at −inf, 1 at inf.
//
// σ(x) + σ(x) |x| σ(−|x|) for x ≥ 0, σ(x) (1 + x) + σ(x) |x| σ(x) below, where the sum cancels, but 1 + x is exact.
VM_INLINE float vm_silu_slope_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_of_f32(x);
    vm_reciprocal_f32 r = vm_logistic_reciprocal_f32(p);
    float side = vm_logistic_scaled_f32(x, p, r);
    float other = vm_mul_add_f32(r.value, p.q + r.rest, r.value) * p.power; // σ(−x), where x ≥ 0
    float top = x < 0 ? vm_mul_add_f32(2, p.a, 1) : 1;
    float rise = p.a * (-2 * VM_LOGISTIC_UNIT_F32) * (x < 0 ? side : other) * side;
    // What products lose where they are rounded before the sum.
    float lost = VM_FUSED ? 0 : vm_remainder_f32(side * top, side, top);
    float far = vm_logistic_unscaled_f32(x, vm_mul_add_f32(side, top, rise - lost));
    // About its zero: the slope where that rounds to, plus the distance times a polynomial, relative error 2e-8.
    float y = x + 0x1.474974p+0f;
    float slope = VM_POLY7(
        y, 0x1.be141p-3f, 0x1.2c5632p-3f, 0x1.353dfap-6f, -0x1.f2bc5ep-7f, -0x1.b0ffc2p-8f, 0x1.37490cp-14f,
        0x1.fb41cap-11f);
    float lost_near = VM_FUSED ? 0 : vm_remainder_f32(y * slope, y, slope);
    float near = vm_mul_add_f32(y, slope, -0x1.848b9ep-29f - lost_near);
    return ((y > -0.17f) & (y < 0.76f)) ? near : far;
}

// 2⁶⁴ σ'(x) of these parts.
VM_INLINE float vm_logistic_density_f32(vm_logistic_parts_f32 p) {
    vm_reciprocal_f32 r = vm_logistic_reciprocal_f32(p);
    float w = r.value * r.value;
    return vm_mul_add_f32(w, vm_mul_add_f32(-p.q, p.q, r.rest + r.rest), w) * p.power;
}

// σ'(x) = σ(x) σ(−x) = e^−|x| / (1 + e^−|x|)².
VM_INLINE float vm_sigmoid_derivative_f32(float x) {
    return vm_logistic_density_f32(vm_logistic_of_f32(x)) * VM_LOGISTIC_UNIT_F32;
}

// Of tanh x and sech² x.
VM_INLINE vm_logistic_parts_f32 vm_logistic_of_twice_f32(float x) {
    float a = -vm_abs_f32(x);
    return vm_logistic_reduce_f32(a < -60 ? -60 : a);
}

// sech² x = 1 − tanh² x = 4 σ'(2x).
VM_INLINE float vm_sech2_f32(float x) {
    return vm_logistic_density_f32(vm_logistic_of_twice_f32(x)) * (4 * VM_LOGISTIC_UNIT_F32);
}

// tanh x = (1 − E) / (1 + E), signed, where E = e^−2|x|.
VM_INLINE float vm_tanh_f32(float x) {
    vm_logistic_parts_f32 p = vm_logistic_of_twice_f32(x);
    float n = vm_mul_add_f32(-p.q, p.more, p.less);
    float r = n / p.s;
    float rest = vm_mul_add_f32(-r, p.c, vm_remainder_f32(n, r, p.s));
    return __builtin_elementwise_copysign(vm_mul_add_f32(rest, vm_rough_reciprocal_f32(p.s), r), x);
}

// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).
VM_INLINE float vm_softplus_f32(float x) {
    vm_log1p_unit_parts_f32 p = vm_log1p_unit_f32(vm_exp_f32(-vm_abs_f32(x)));
    float positive = x < 0 ? 0 : x; // keeps a nan
    return positive + (p.hi + (p.f + p.rest));
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
