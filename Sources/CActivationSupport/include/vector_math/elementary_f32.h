// Arithmetic, roots and the functions that the C library computes well, for 32-bit floats.
#pragma once
#include "common.h"

// |x|.
VM_INLINE float vm_abs_f32(float x) { return __builtin_fabsf(x); }

// −1, 0, 1; sign(±0) = ±0, sign(nan) = nan.
VM_INLINE float vm_sign_f32(float x) { return x > 0 ? 1 : x < 0 ? -1 : x; }

// The smaller; nan if either is nan.
VM_INLINE float vm_min_f32(float x, float y) { return ((x < y) | (x != x)) ? x : y; }

// The greater; nan if either is nan.
VM_INLINE float vm_max_f32(float x, float y) { return ((x > y) | (x != x)) ? x : y; }

// √x; nan for x < 0, √(−0) = −0. Not sqrtf(): that sets errno, which stops vectorisation.
VM_INLINE float vm_sqrt_f32(float x) { return __builtin_elementwise_sqrt(x); }

// √(1 + x²), without overflow.
VM_INLINE float vm_hypot1_f32(float x) {
    float a = vm_abs_f32(x);
    float r = vm_sqrt_f32(1 + x * x);
    return a > 0x1p13f ? a : r; // from 2¹² on 1 is at most half an ulp of x²
}

// x / (1 + |x|); ±1 at ±inf.
VM_INLINE float vm_softsign_f32(float x) {
    float a = vm_abs_f32(x);
    float r = a / (1 + a);
    r = a == VM_INF_F32 ? 1 : r;
    return __builtin_elementwise_copysign(r, x);
}

// n − q d, exactly, for the quotient q = n/d rounded.
VM_INLINE float vm_remainder_f32(float n, float q, float d) {
#if VM_FUSED
    return vm_mul_add_f32(-q, d, n);
#else
    // Upper halves of 12 digits, so that their products are exact.
    float q1 = vm_from_bits_f32(vm_bits_f32(q) & 0xfffff000), d1 = vm_from_bits_f32(vm_bits_f32(d) & 0xfffff000);
    float q2 = q - q1, d2 = d - d1;
    return ((n - q1 * d1) - q1 * d2 - q2 * d1) - q2 * d2;
#endif
}

// The rest is the C library's: glibc documents at most 1 ulp for each. Scalar calls.
VM_INLINE float vm_sin_f32(float x) { return __builtin_sinf(x); }
VM_INLINE float vm_cos_f32(float x) { return __builtin_cosf(x); }
VM_INLINE float vm_tan_f32(float x) { return __builtin_tanf(x); }
VM_INLINE float vm_asin_f32(float x) { return __builtin_asinf(x); }
VM_INLINE float vm_acos_f32(float x) { return __builtin_acosf(x); }
VM_INLINE float vm_pow_f32(float x, float y) { return __builtin_powf(x, y); }
