// The exponential and what is built on it without cancellation, for 32-bit floats.
//
// x = k log 2 + r, |r| ≤ log(2)/2, and exp x = 2ᵏ (1 + r + r² P(r)). k is read from the low
// bits of x / log 2 + 1.5·2²³ + 254, which the addition itself rounds to an integer.
#pragma once
#include "elementary_f32.h"

#define VM_LOG2E_F32 0x1.715476p+0f
// log 2 = HI + LO; HI has 9 bits, so that k HI is exact.
#define VM_LN2_HI_F32 0x1.63p-1f
#define VM_LN2_LO_F32 -0x1.bd0106p-13f
#define VM_ROUND_F32 (0x1.8p23f + 254)

// (eʳ − 1 − r) / r² on ±0.348 in r and z = r², relative error of eʳ 4e-9.
VM_INLINE float vm_exp_rest_f32(float r, float z) {
    float low = VM_POLY2(r, 0x1.fffffcp-2f, 0x1.55549p-3f);
    float high = vm_mul_add_f32(z, 0x1.6a47d8p-10f, VM_POLY2(r, 0x1.5558b8p-5f, 0x1.123b3ap-7f));
    return vm_mul_add_f32(z, high, low);
}

// x = k log 2 + hi − lo.
typedef struct {
    float k, hi, lo; // hi = x − k HI, exact
    uint32_t bits;   // whose low bits are k plus what is added to 1.5·2²³
} vm_exp_split_f32;

// For |x| ≤ 115.
VM_INLINE vm_exp_split_f32 vm_exp_split_of_f32(float x, float round) {
    float t = vm_mul_add_f32(x, VM_LOG2E_F32, round);
    float k = t - round;
    vm_exp_split_f32 split = {k, vm_mul_add_f32(k, -VM_LN2_HI_F32, x), k * VM_LN2_LO_F32, vm_bits_f32(t)};
    return split;
}

typedef struct {
    float hi, rest; // eʳ − 1 = hi + rest
    uint32_t bits;  // as in vm_exp_split
} vm_exp_parts_f32;

VM_INLINE vm_exp_parts_f32 vm_exp_reduce_from_f32(float x, float round) {
    vm_exp_split_f32 s = vm_exp_split_of_f32(x, round);
    float r = s.hi - s.lo;
    float z = r * r;
    vm_exp_parts_f32 parts = {s.hi, vm_mul_add_f32(z, vm_exp_rest_f32(r, z), -s.lo), s.bits};
    return parts;
}

VM_INLINE vm_exp_parts_f32 vm_exp_reduce_f32(float x) { return vm_exp_reduce_from_f32(x, VM_ROUND_F32); }

// 1 + hi + rest, rounded about once.
VM_INLINE float vm_exp_sum_f32(float hi, float rest) {
    float top = 1 + hi;
    return top + ((1 - top) + hi + rest);
}

// y 2ᵏ in two steps, so that a subnormal result is rounded once and 2¹²⁸ does not overflow
// before it must. `bits` as in vm_exp_parts.
VM_INLINE float vm_scale_f32(float y, uint32_t bits) {
    uint32_t half = bits >> 1;
    return y * vm_from_bits_f32(half << 23) * vm_from_bits_f32((bits - half) << 23);
}

// 2ʲ eˣ for small integers j.
VM_INLINE float vm_exp_scaled_f32(float x, int j) {
    x = x > 92 ? 92 : x; // a nan passes through both
    x = x < -106 ? -106 : x;
    vm_exp_parts_f32 p = vm_exp_reduce_f32(x);
    return vm_scale_f32(vm_exp_sum_f32(p.hi, p.rest), p.bits + (uint32_t)(int32_t)j);
}

// eˣ for |x| ≤ 85: the result is a normal number.
VM_INLINE float vm_exp_normal_f32(float x) {
    vm_exp_parts_f32 p = vm_exp_reduce_f32(x);
    return vm_exp_sum_f32(p.hi, p.rest) * vm_from_bits_f32((p.bits - 127) << 23);
}

// eˣ.
VM_INLINE float vm_exp_f32(float x) { return vm_exp_scaled_f32(x, 0); }

// 2ᵏ(1 − 2⁻ᵏ + hi + rest) = eˣ − 1; the sum 1 − 2⁻ᵏ + hi is `top` + `error`, exactly.
typedef struct {
    float top, error, rest;
    uint32_t bits;
} vm_expm1_parts_f32;

// (eʳ − 1 − r) / r² on ±0.348, with its own relative accuracy: eʳ 4e-9.
VM_INLINE float vm_expm1_rest_f32(float r) {
    return VM_POLY6(
        r, 0x1p-1f, 0x1.555556p-3f, 0x1.5555p-5f, 0x1.110fcp-7f, 0x1.6d3108p-10f, 0x1.a2e29ep-13f);
}

VM_INLINE vm_expm1_parts_f32 vm_expm1_reduce_f32(float x) {
    x = x > 92 ? 92 : x;
    x = x < -20 ? -44 : x; // eˣ is below half an ulp of 1
    vm_exp_split_f32 p = vm_exp_split_of_f32(x, VM_ROUND_F32);
    float r = p.hi - p.lo;
    float rest = vm_mul_add_f32(r * r, vm_expm1_rest_f32(r), -p.lo);
    // 2⁻ᵏ; from k = 32 on it is lost against 1, and the clamp keeps the exponent in range.
    float k = p.k > 32 ? 32 : p.k;
    float inverse = vm_from_bits_f32((127 + 254 - vm_bits_f32(k + VM_ROUND_F32)) << 23);
    float one = 1 - inverse;
    float top = one + p.hi; // |one| ≥ |hi| or one = 0: the error term below is exact
    vm_expm1_parts_f32 parts = {top, (one - top) + p.hi, rest, p.bits};
    return parts;
}

// eˣ − 1; expm1(−inf) = −1, expm1(±0) = ±0.
VM_INLINE float vm_expm1_f32(float x) {
    vm_expm1_parts_f32 p = vm_expm1_reduce_f32(x);
    float r = vm_scale_f32(p.top + (p.error + p.rest), p.bits);
    return x == 0 ? x : r;
}

// eˣ − 1 − x ≥ 0; inf at ±inf.
VM_INLINE float vm_expm1_minus_f32(float x) {
    vm_expm1_parts_f32 p = vm_expm1_reduce_f32(x);
    float subtrahend = x > 92 ? 92 : x; // not inf − inf
    return (vm_scale_f32(p.top, p.bits) - subtrahend) + vm_scale_f32(p.error + p.rest, p.bits);
}

// (sinh x − x) / x³ in z = x² ≤ 1, relative error of sinh 8e-10.
VM_INLINE float vm_sinh_rest_f32(float z) {
    return VM_POLY4(z, 0x1.555556p-3f, 0x1.1110c6p-7f, 0x1.a03554p-13f, 0x1.725236p-19f);
}

// sinh x.
VM_INLINE float vm_sinh_f32(float x) {
    float a = vm_abs_f32(x);
    float z = a * a;
    float half = vm_exp_scaled_f32(a, -1);
    float large = half - 0.25f / half;
    float small = a + a * z * vm_sinh_rest_f32(z);
    return __builtin_elementwise_copysign(a < 1 ? small : large, x);
}

// cosh x.
VM_INLINE float vm_cosh_f32(float x) {
    float half = vm_exp_scaled_f32(vm_abs_f32(x), -1);
    return half + 0.25f / half;
}
