// The dilogarithm Li₂(z) = −∫₀ᶻ log(1−u)/u du, for 64-bit floats.
//
// In α = −log(1 − z): Li₂ = α − α²/4 + Σ B₂ₖ α²ᵏ⁺¹/(2k+1)! (Bernoulli numbers), |α| < 2π.
// The formulas below are published in D. Zagier, "The Dilogarithm Function" (2007), section 1.2.
#pragma once
#include "logistic_f64.h"

#define VM_PI2_6_HI_F64 0x1.a51a6625307d3p+0
#define VM_PI2_6_LO_F64 0x1.1873d8912200cp-55

// (Li₂ − α + α²/4) / α³ in z = α², |α| ≤ 1.4, relative error of Li₂ 7e-18.
VM_INLINE double vm_dilog_rest_f64(double z) {
    return VM_POLY8(
        z, 0x1.c71c71c71c71cp-6, -0x1.23456789ab223p-12, 0x1.3d079fb505df1p-18, -0x1.8a86a29ef1834p-24,
        0x1.04d773e202e75p-29, -0x1.656645859a772p-35, 0x1.f0b662366dd68p-41, -0x1.2d9a1b7998393p-46);
}

// Li₂(1 − e^−α).
VM_INLINE double vm_dilog_series_f64(double alpha) {
    double z = alpha * alpha;
    return alpha + z * (alpha * vm_dilog_rest_f64(z) - 0.25);
}

// Li₂(z); π²/6 at 1, nan above, −inf at −inf.
VM_INLINE double vm_li2_f64(double z) {
    int above = z > 0.5;  // Li₂(z) = π²/6 − log z log(1−z) − Li₂(1−z)
    int below = z < -1;   // Li₂(z) = −π²/6 − ½ log²(−z) − Li₂(1/z)
    double w = above ? 1 - z : below ? 1 / z : z;
    double alpha = -vm_log1p_f64(-w);
    double series = vm_dilog_series_f64(alpha);
    double l = vm_log_f64(above ? w : below ? -z : 1);
    double product = w == 0 ? 0 : alpha * l;
    double reflected = VM_PI2_6_HI_F64 + (product - series + VM_PI2_6_LO_F64);
    double inverted = -(VM_PI2_6_HI_F64 + (0.5 * l * l + series + VM_PI2_6_LO_F64));
    double r = above ? reflected : below ? inverted : series;
    r = z == 0 ? z : r;
    return z <= 1 ? r : VM_NAN_F64;
}

// Li₂(−eˣ) ≤ 0 for all x; above 0 as −(π²/6 + x²/2 + Li₂(−e⁻ˣ)).
VM_INLINE double vm_li2_neg_exp_f64(double x) {
    // a = −α = log(1 + e^−|x|).
    vm_log1p_unit_parts_f64 p = vm_log1p_unit_f64(vm_exp_f64(-vm_abs_f64(x)));
    double a = p.hi + (p.f + p.rest);
    double z = a * a;
    double series = a + z * (a * vm_dilog_rest_f64(z) + 0.25); // −Li₂(−e^−|x|)
    double above = (series - VM_PI2_6_HI_F64) - (0.5 * x * x + VM_PI2_6_LO_F64);
    return x > 0 ? above : -series;
}

// Li₂(1 − eʸ) for all y; π²/6 at −inf, ∓0 at ±0, −inf at inf.
VM_INLINE double vm_li2_one_minus_exp_f64(double y) {
    double b = vm_abs_f64(y);
    double near = vm_dilog_series_f64(-y);
    // For |y| > 1.4, with a = −log(1 − e^−|y|) and S = Li₂(e^−|y|):
    // y > 0: −π²/6 − y²/2 + y a + S; y < 0: π²/6 + y a − S.
    double w = vm_exp_f64(-b);
    double a = -vm_log1p_f64(-w);
    double series = vm_dilog_series_f64(a);
    double product = w == 0 ? 0 : y * a;
    double above = -((0.5 * y * y + VM_PI2_6_HI_F64) - (product + series - VM_PI2_6_LO_F64));
    double below = VM_PI2_6_HI_F64 + (product - series + VM_PI2_6_LO_F64);
    double far = y > 0 ? above : below;
    return b < 1.4 ? near : far;
}

// x σ(x); −0 at −inf.
VM_INLINE double vm_silu_f64(double x) {
    vm_decay_f64 w = vm_decay_of_f64(x);
    double q = (x < 0 ? w.size * w.lifted : x) / (1 + w.e);
    return x < 0 ? q * -VM_LOWER_F64 : q;
}

// σ(x) + x σ(x) σ(−x), the slope of x σ(x); 0 at −inf, 1 at inf. With e = e^−|x|:
// e (1 + x + e)/(1 + e)² on the left, (1 + e (1 + x))/(1 + e)² on the right.
VM_INLINE double vm_silu_slope_f64(double x) {
    vm_decay_f64 w = vm_decay_of_f64(x);
    double e = w.e, u = 1 + __builtin_elementwise_copysign(w.size, x);
    double q = (x < 0 ? w.lifted * (u + e) : 1 + e * u) / (1 + e * (2 + e));
    return x < 0 ? q * VM_LOWER_F64 : q;
}

// x log(1 + eˣ) + Li₂(−eˣ), the integral of x σ(x) from −inf; inf at inf.
// With l = log(1 + e^−|x|) and S = −Li₂(−e^−|x|): −(|x| l + S) on the left, S + |x| l + x²/2 − π²/6 on the right.
VM_INLINE double vm_silu_integral_f64(double x) {
    vm_decay_f64 w = vm_decay_of_f64(x);
    vm_log1p_unit_parts_f64 p = vm_log1p_unit_f64(w.e);
    double l = p.hi + (p.f + p.rest);
    double z = l * l;
    double sum = w.size * l + (l + z * (l * vm_dilog_rest_f64(z) + 0.25));
    double far = (w.size + 1) * w.lifted * VM_LOWER_F64; // from 42 on l = S = e to working precision
    double left = w.size > 42 ? far : sum;
    double right = (0.5 * x * x - VM_PI2_6_HI_F64) + (sum - VM_PI2_6_LO_F64);
    return x > 0 ? right : -left;
}
