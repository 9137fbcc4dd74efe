// The arctangent and its integral, for 32-bit floats.
#pragma once
#include "logarithm_f32.h"

#define VM_PI_2_HI_F32 0x1.921fb6p+0f
#define VM_PI_2_LO_F32 -0x1.777a5cp-25f

// (atan t − t) / t³ in z = t², |t| ≤ 0.66, relative error of atan 2e-9.
VM_INLINE float vm_atan_rest_f32(float z) {
    return VM_POLY7(
        z, -0x1.555554p-2f, 0x1.999868p-3f, -0x1.246ep-3f, 0x1.c370aep-4f, -0x1.5bff34p-4f, 0x1.c24a3cp-5f,
        -0x1.494588p-6f);
}

// atan a = hi + rest, where hi is 0, π/4 or π/2 to working precision.
typedef struct {
    float hi, rest;
} vm_atan_parts_f32;

// For a ≥ 0: atan a = π/4 + atan((a − 1)/(a + 1)) from 0.66, π/2 − atan(1/a) from 1 + √2 on.
VM_INLINE vm_atan_parts_f32 vm_atan_reduce_f32(float a) {
    int far = a > 0x1.3504f4p+1f;
    int middle = a > 0.66f;
    float numerator = far ? -1 : middle ? a - 1 : a;
    float denominator = far ? a : middle ? a + 1 : 1;
    float t = numerator / denominator;
    float z = t * t;
    float hi = far ? VM_PI_2_HI_F32 : middle ? 0.5f * VM_PI_2_HI_F32 : 0;
    float lo = far ? VM_PI_2_LO_F32 : middle ? 0.5f * VM_PI_2_LO_F32 : 0;
    vm_atan_parts_f32 parts = {hi, t + (t * z * vm_atan_rest_f32(z) + lo)};
    return parts;
}

// atan x.
VM_INLINE float vm_atan_f32(float x) {
    vm_atan_parts_f32 p = vm_atan_reduce_f32(vm_abs_f32(x));
    return __builtin_elementwise_copysign(p.hi + p.rest, x);
}

// ((x atan x − ½ log(1 + x²)) / x² − ½) / x² in z = x² ≤ 1, relative error of the whole 2e-9.
VM_INLINE float vm_atan_integral_rest_f32(float z) {
    float zz = z * z;
    float even = VM_POLY5(
        zz, -0x1.555556p-4f, -0x1.248bc2p-6f, -0x1.e41a46p-8f, -0x1.561f9cp-9f, -0x1.64a226p-13f);
    float odd = VM_POLY4(zz, 0x1.11111ep-5f, 0x1.6b2f08p-7f, 0x1.3a927ap-8f, 0x1.f945bp-11f);
    return even + z * odd;
}

// x atan x − ½ log(1 + x²) ≥ 0; inf at ±inf.
VM_INLINE float vm_atan_integral_f32(float x) {
    float a = vm_abs_f32(x);
    float z = x * x;
    float small = z * (0.5f + z * vm_atan_integral_rest_f32(z));
    int huge = a > 0x1p30f; // then ½ log(1 + x²) = log |x|, and x² might overflow
    vm_log_parts_f32 p = vm_log_reduce_f32(huge ? a : 1 + z);
    float f = p.m - 1;
    float logarithm = p.k * VM_LN2_HI_F32 + (f - (vm_log_deficit_f32(f) - p.k * VM_LN2_LO_F32));
    vm_atan_parts_f32 t = vm_atan_reduce_f32(a);
    float large = a * t.hi + (a * t.rest - logarithm * (huge ? 1 : 0.5f));
    large = a < VM_INF_F32 ? large : a;
    return a < 1 ? small : large;
}
