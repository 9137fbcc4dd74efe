// The error function, for 32-bit floats. What has a relative accuracy to keep in a tail is computed in 64 bits (widened_f32.h).
#pragma once
#include "exponential_f32.h"

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
