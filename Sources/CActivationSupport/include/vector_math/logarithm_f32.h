// Logarithms without cancellation, for 32-bit floats.
//
// u = 2ᵏ m with m in [√½, √2), f = m − 1, s = f / (2 + f): log(1 + f) = 2 atanh s.
#pragma once
#include "exponential_f32.h"

// (2 atanh s − 2 s) / s³ in z = s² ≤ 1/16, relative error 6e-8.
VM_INLINE float vm_log_rest_f32(float z) {
    return VM_POLY4(z, 0x1.555554p-1f, 0x1.999d62p-2f, 0x1.237fa2p-2f, 0x1.fa99acp-3f);
}

// f − log(1 + f) for f in [−0.4, ½], with its relative accuracy.
VM_INLINE float vm_log_deficit_f32(float f) {
    float s = f / (2 + f);
    float z = s * s;
    float h = 0.5f * f * f;
    return h - s * (h + z * vm_log_rest_f32(z));
}

typedef struct {
    float k, m;       // u = 2ᵏ m
    uint32_t exponent; // k + 127
} vm_log_parts_f32;

// For normal u > 0.
VM_INLINE vm_log_parts_f32 vm_log_reduce_f32(float u) {
    const uint32_t root = 0x3f3504f3; // √½
    uint32_t bits = vm_bits_f32(u) + (0x3f800000 - root);
    uint32_t exponent = bits >> 23;
    vm_log_parts_f32 parts = {
        // An integer below 2²³ as a float, without a conversion.
        vm_from_bits_f32(exponent | 0x4b000000) - (0x1p23f + 127),
        vm_from_bits_f32((bits & 0x007fffff) + root), exponent};
    return parts;
}

// log x; −inf at 0, nan for x < 0.
VM_INLINE float vm_log_f32(float x) {
    int tiny = x < 0x1p-126f;
    vm_log_parts_f32 p = vm_log_reduce_f32(tiny ? x * 0x1p25f : x);
    float k = p.k - (tiny ? 25.0f : 0.0f);
    float f = p.m - 1;
    float r = k * VM_LN2_HI_F32 + (f - (vm_log_deficit_f32(f) - k * VM_LN2_LO_F32));
    float outside = x == 0 ? -VM_INF_F32 : VM_NAN_F32;
    r = x < VM_INF_F32 ? r : x;
    return x > 0 ? r : outside;
}

typedef struct {
    int near;          // log(1 + x) = f − deficit, f = x, k = 0
    float k, u, m, c; // else: 1 + x = u + c, u = 2ᵏ m
    float f;          // m − 1
    float deficit;    // f − log(1 + f)
    float correction; // log(1 + c/u)
} vm_log1p_parts_f32;

VM_INLINE vm_log1p_parts_f32 vm_log1p_reduce_f32(float x) {
    float u = 1 + x;
    float b = u - 1;
    float c = (1 - (u - b)) + (x - b);
    vm_log_parts_f32 p = vm_log_reduce_f32(u);
    // Below √½, too: minus_log1p would lose a bit to cancellation at once.
    int near = (p.k == 0) | ((x > -0.4f) & (x < 0));
    float f = near ? x : p.m - 1;
    // c 2⁻ᵏ / (1 + f), where 1 / (1 + f) = (1 − s) / (1 + s) need not be exact. Half and
    // twice: the exponent field stays in range up to the largest u.
    float scaled = c * 0.5f * vm_from_bits_f32((255 - p.exponent) << 23);
    float s = f / (2 + f);
    float correction = near ? 0 : scaled * (1 - 2 * s * (1 - s));
    vm_log1p_parts_f32 parts = {near, near ? 0 : p.k, u, p.m, c, f, vm_log_deficit_f32(f), correction};
    return parts;
}

// log(1 + x); −inf at −1, nan below, log1p(±0) = ±0.
VM_INLINE float vm_log1p_f32(float x) {
    vm_log1p_parts_f32 p = vm_log1p_reduce_f32(x);
    float r = p.k * VM_LN2_HI_F32 + (p.f - (p.deficit - (p.k * VM_LN2_LO_F32 + p.correction)));
    float outside = x == -1 ? -VM_INF_F32 : VM_NAN_F32;
    r = ((x < VM_INF_F32) & (x != 0)) ? r : x;
    return x > -1 ? r : outside;
}

// x − log(1 + x) ≥ 0; inf at −1 and at inf, nan below −1.
VM_INLINE float vm_minus_log1p_f32(float x) {
    vm_log1p_parts_f32 p = vm_log1p_reduce_f32(x);
    // x − f = u − m + c, and u − m = difference + error exactly.
    float difference = p.u - p.m;
    float b = difference - p.u;
    float error = (p.u - (difference - b)) - (p.m + b);
    float far = (difference - p.k * VM_LN2_HI_F32)
        + (p.deficit + ((error + p.c) - (p.k * VM_LN2_LO_F32 + p.correction)));
    float r = p.near ? p.deficit : far;
    float outside = x == -1 ? VM_INF_F32 : VM_NAN_F32;
    r = x < VM_INF_F32 ? r : x;
    return x > -1 ? r : outside;
}

// log(1 + e) for e in [0, 1], as the sum of three terms in falling size.
typedef struct {
    float hi, f, rest;
} vm_log1p_unit_parts_f32;

VM_INLINE vm_log1p_unit_parts_f32 vm_log1p_unit_f32(float e) {
    int far = e > 0.5f;
    float f = far ? 0.5f * e - 0.5f : e; // exact: 1 + e = 2 (1 + f)
    float hi = far ? VM_LN2_HI_F32 : 0;
    float lo = far ? VM_LN2_LO_F32 : 0;
    vm_log1p_unit_parts_f32 parts = {hi, f, lo - vm_log_deficit_f32(f)};
    return parts;
}
