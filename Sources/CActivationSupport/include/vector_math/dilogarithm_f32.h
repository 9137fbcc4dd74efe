// The dilogarithm of −eˣ, for 32-bit floats: the integral of softplus. See dilogarithm_f64.h.
#pragma once
#include "logistic_f32.h"

#define VM_PI2_6_HI_F32 0x1.a51a66p+0f
#define VM_PI2_6_LO_F32 0x1.2983eap-27f

// (Li₂ − α + α²/4) / α³ in z = α², |α| ≤ 1.4, relative error of Li₂ 6e-10.
VM_INLINE float vm_dilog_rest_f32(float z) {
    return VM_POLY4(z, 0x1.c71c72p-6f, -0x1.2344f6p-12f, 0x1.3c9274p-18f, -0x1.6e5674p-24f);
}

// Li₂(−eˣ) ≤ 0 for all x; above 0 as −(π²/6 + x²/2 + Li₂(−e⁻ˣ)).
VM_INLINE float vm_li2_neg_exp_f32(float x) {
    // a = −α = log(1 + e^−|x|).
    vm_log1p_unit_parts_f32 p = vm_log1p_unit_f32(vm_exp_f32(-vm_abs_f32(x)));
    float a = p.hi + (p.f + p.rest);
    float z = a * a;
    float series = a + z * (a * vm_dilog_rest_f32(z) + 0.25f); // −Li₂(−e^−|x|)
    float above = (series - VM_PI2_6_HI_F32) - (0.5f * x * x + VM_PI2_6_LO_F32);
    return x > 0 ? above : -series;
}
