// The logistic family, for 32-bit floats: all through e^−|x|, which neither overflows nor cancels.
#pragma once
#include "logarithm_f32.h"

// Roughly 1/s for s in [1, 2], within 1 %: for corrections, which need no more. A line, and a step of Newton's.
VM_INLINE float vm_rough_reciprocal_f32(float s) {
    float g = 1.457f - 0.5f * s;
    return g * (2 - s * g);
}

// σ(x) = 1 / (1 + e⁻ˣ).
VM_INLINE float vm_sigmoid_f32(float x) {
    vm_exp_pair_f32 e = vm_exp_pair_scaled_f32(-vm_abs_f32(x), 0);
    float s = 1 + e.value;
    float c = ((1 - s) + e.value) + e.rest; // 1 + e = s + c
    float numerator = x < 0 ? e.value : 1;
    float rest = x < 0 ? e.rest : 0;
    float r = numerator / s;
    return r + (rest - r * c) * vm_rough_reciprocal_f32(s);
}

// e / (1 + e)² / scale, for e in [0, 1] given as `scale` times the sum `scaled`; `scale` is a power of two.
VM_INLINE float vm_logistic_density_f32(vm_exp_pair_f32 scaled, float scale) {
    float e = scaled.value * scale;
    float s = 1 + e;
    float c = ((1 - s) + e) + scaled.rest * scale;
    // s² = p + lost, exactly: the upper half of s has so few digits that its square is exact.
    float upper = vm_from_bits_f32(vm_bits_f32(s) & 0xfffff000);
    float lower = s - upper;
    float p = s * s;
    float lost = ((upper * upper - p) + 2 * upper * lower) + lower * lower;
    float g = vm_rough_reciprocal_f32(s);
    float r = scaled.value / p;
    r = r + g * g * (scaled.rest - r * (lost + 2 * s * c));
    // Just below the greatest value an ulp is half of one just above.
    float greatest = 0.25f / scale;
    return r > greatest ? greatest : r;
}

// σ'(x) = σ(x) σ(−x) = e^−|x| / (1 + e^−|x|)².
VM_INLINE float vm_sigmoid_derivative_f32(float x) {
    return vm_logistic_density_f32(vm_exp_pair_scaled_f32(-vm_abs_f32(x), 0), 1);
}

// sech² x = 1 − tanh² x = 4 σ'(2x).
VM_INLINE float vm_sech2_f32(float x) {
    // Four times e^−2|x|, kept from underflow.
    return vm_logistic_density_f32(vm_exp_pair_scaled_f32(-2 * vm_abs_f32(x), 2), 0.25f);
}

// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).
VM_INLINE float vm_softplus_f32(float x) {
    vm_log1p_unit_parts_f32 p = vm_log1p_unit_f32(vm_exp_f32(-vm_abs_f32(x)));
    float positive = x < 0 ? 0 : x; // keeps a nan
    return positive + (p.hi + (p.f + p.rest));
}

// (tanh x − x) / x³ in z = x², |x| ≤ 0.55, relative error of tanh 4e-9.
VM_INLINE float vm_tanh_rest_f32(float z) {
    return VM_POLY5(z, -0x1.555554p-2f, 0x1.110fc6p-3f, -0x1.b999d8p-5f, 0x1.5ceb64p-6f, -0x1.affbfap-8f);
}

// tanh x.
VM_INLINE float vm_tanh_f32(float x) {
    float a = vm_abs_f32(x);
    float z = x * x;
    float twice = 2 * a;
    float e = vm_exp_normal_f32(twice > 40 ? 40 : twice);
    float large = 1 - 2 / (e + 1);
    float small = a + a * z * vm_tanh_rest_f32(z);
    return __builtin_elementwise_copysign(a < 0.55f ? small : large, x);
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
