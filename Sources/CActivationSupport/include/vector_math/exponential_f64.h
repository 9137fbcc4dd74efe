// The exponential and what is built on it without cancellation, for 64-bit floats.
//
// x = k log 2 + r, |r| ≤ log(2)/2, and exp x = 2ᵏ (1 + r + r² P(r)). k is read from the low
// bits of x / log 2 + 1.5·2⁵² + 2046, which the addition itself rounds to an integer.
#pragma once
#include "elementary_f64.h"

#define VM_LOG2E_F64 0x1.71547652b82fep+0
// log 2 = HI + LO; HI ends in 20 zero bits, so that k HI is exact.
#define VM_LN2_HI_F64 0x1.62e42feep-1
#define VM_LN2_LO_F64 0x1.a39ef35793c76p-33
// log 2 to 107 bits, where a difference from it is wanted.
#define VM_LN2_F64 0x1.62e42fefa39efp-1
#define VM_LN2_REST_F64 0x1.abc9e3b39803fp-56
#define VM_ROUND_F64 (0x1.8p52 + 2046)

// (eʳ − 1 − r) / r² on ±0.348, relative error 3e-18.
VM_INLINE double vm_exp_rest_f64(double r) {
    double rr = r * r;
    double even = VM_POLY6(
        rr, 0x1p-1, 0x1.5555555555557p-5, 0x1.6c16c16c15409p-10, 0x1.a01a01ad7921cp-16,
        0x1.27e4c9206a637p-22, 0x1.1f953032ee2f5p-29);
    double odd = VM_POLY5(
        rr, 0x1.5555555555557p-3, 0x1.111111111001bp-7, 0x1.a01a01ac47d0fp-13, 0x1.71de0112b7006p-19,
        0x1.af50272bcaa6cp-26);
    return even + r * odd;
}

typedef struct {
    double k;      // the multiple of log 2
    double hi;     // x − k HI, exact
    double rest;   // eʳ − 1 − hi
    uint64_t bits; // whose low 12 bits are k + 2046
} vm_exp_parts_f64;

// For |x| ≤ 900.
VM_INLINE vm_exp_parts_f64 vm_exp_reduce_f64(double x) {
    double t = x * VM_LOG2E_F64 + VM_ROUND_F64;
    double k = t - VM_ROUND_F64;
    double hi = x - k * VM_LN2_HI_F64;
    double lo = k * VM_LN2_LO_F64;
    double r = hi - lo;
    vm_exp_parts_f64 parts = {k, hi, r * r * vm_exp_rest_f64(r) - lo, vm_bits_f64(t)};
    return parts;
}

// 1 + hi + rest, rounded about once.
VM_INLINE double vm_exp_sum_f64(double hi, double rest) {
    double top = 1 + hi;
    return top + ((1 - top) + hi + rest);
}

// y 2ᵏ in two steps, so that a subnormal result is rounded once and 2¹⁰²⁴ does not overflow
// before it must. `bits` as in vm_exp_parts.
VM_INLINE double vm_scale_f64(double y, uint64_t bits) {
    uint64_t half = bits >> 1;
    return y * vm_from_bits_f64(half << 52) * vm_from_bits_f64((bits - half) << 52);
}

// 2ʲ eˣ for small integers j.
VM_INLINE double vm_exp_scaled_f64(double x, int j) {
    x = x > 712 ? 712 : x; // a nan passes through both
    x = x < -750 ? -750 : x;
    vm_exp_parts_f64 p = vm_exp_reduce_f64(x);
    return vm_scale_f64(vm_exp_sum_f64(p.hi, p.rest), p.bits + (uint64_t)(int64_t)j);
}

// eˣ for |x| ≤ 700: the result is a normal number.
VM_INLINE double vm_exp_normal_f64(double x) {
    vm_exp_parts_f64 p = vm_exp_reduce_f64(x);
    return vm_exp_sum_f64(p.hi, p.rest) * vm_from_bits_f64((p.bits - 1023) << 52);
}

// eˣ.
VM_INLINE double vm_exp_f64(double x) { return vm_exp_scaled_f64(x, 0); }

// e^−|x|, and the same lifted by 2¹²⁸, of which products are made that are normal numbers where it is not.
typedef struct {
    double size; // |x|, at most 760: e^−760 times that is 0
    double e, lifted;
} vm_decay_f64;

#define VM_LOWER_F64 0x1p-128

VM_INLINE vm_decay_f64 vm_decay_of_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 760 ? 760 : a;
    vm_exp_parts_f64 p = vm_exp_reduce_f64(-a);
    double lifted = vm_scale_f64(vm_exp_sum_f64(p.hi, p.rest), p.bits + 128);
    vm_decay_f64 decay = {a, lifted * VM_LOWER_F64, lifted};
    return decay;
}

// 2ᵏ(1 − 2⁻ᵏ + hi + rest) = eˣ − 1; the sum 1 − 2⁻ᵏ + hi is `top` + `error`, exactly.
typedef struct {
    double top, error, rest;
    uint64_t bits;
} vm_expm1_parts_f64;

VM_INLINE vm_expm1_parts_f64 vm_expm1_reduce_f64(double x) {
    x = x > 712 ? 712 : x;
    x = x < -44 ? -44 : x; // eˣ is below half an ulp of 1
    vm_exp_parts_f64 p = vm_exp_reduce_f64(x);
    // 2⁻ᵏ; from k = 64 on it is lost against 1, and the clamp keeps the exponent in range.
    double k = p.k > 64 ? 64 : p.k;
    double inverse = vm_from_bits_f64((1023 + 2046 - vm_bits_f64(k + VM_ROUND_F64)) << 52);
    double one = 1 - inverse;
    double top = one + p.hi; // |one| ≥ |hi| or one = 0: the error term below is exact
    vm_expm1_parts_f64 parts = {top, (one - top) + p.hi, p.rest, p.bits};
    return parts;
}

// eˣ − 1; expm1(−inf) = −1, expm1(±0) = ±0.
VM_INLINE double vm_expm1_f64(double x) {
    vm_expm1_parts_f64 p = vm_expm1_reduce_f64(x);
    double r = vm_scale_f64(p.top + (p.error + p.rest), p.bits);
    return x == 0 ? x : r;
}

// eˣ − 1 − x ≥ 0; inf at ±inf.
VM_INLINE double vm_expm1_minus_f64(double x) {
    vm_expm1_parts_f64 p = vm_expm1_reduce_f64(x);
    double subtrahend = x > 712 ? 712 : x; // not inf − inf
    return (vm_scale_f64(p.top, p.bits) - subtrahend) + vm_scale_f64(p.error + p.rest, p.bits);
}

// eˣ − 1 − x eˣ ≤ 0; −1 at −inf, −inf at inf.
VM_INLINE double vm_expm1_tangent_f64(double x) {
    double c = x < -750 ? -750 : x; // x eˣ is 0 there
    double far = vm_expm1_f64(c) - c * vm_exp_f64(c);
    double limited = c < -1 ? -1 : c;
    double near = -vm_exp_f64(x) * vm_expm1_minus_f64(-limited);
    return x < -1 ? far : near;
}

// (cosh x − sinh x / x) / x² in z = x² ≤ 1, relative error 6e-17.
VM_INLINE double vm_expm1_trapezoid_rest_f64(double z) {
    return VM_POLY8(
        z, 0x1.5555555555555p-2, 0x1.1111111111111p-5, 0x1.38138138137dbp-10, 0x1.71de3a5573850p-16,
        0x1.0cfeb608a3dd9p-22, 0x1.08db50521a900p-29, 0x1.78a69a4377543p-37, 0x1.9a89deb9e4c2ep-45);
}

// 2 (eˣ − 1 − x) − x (eˣ − 1), twice ∫₀ˣ (eᵗ − 1) dt less its trapezoidal rule; inf at −inf, −inf at inf.
VM_INLINE double vm_expm1_trapezoid_f64(double x) {
    // With h = x/2: 4 eʰ (sinh h − h cosh h).
    double c = x < -750 ? -750 : x; // (2 − x) eˣ is 0 there
    double h = 0.5 * c, z = h * h;
    double root = vm_exp_f64(h);
    double near = -4 * root * (h * z * vm_expm1_trapezoid_rest_f64(z));
    // On either side of ±2 both terms have the same sign.
    double far = root * (root * (2 - c)) - (x + 2);
    return vm_abs_f64(x) < 2 ? near : far;
}

// (sinh x − x) / x³ in z = x² ≤ 1, relative error of sinh 5e-19.
VM_INLINE double vm_sinh_rest_f64(double z) {
    return VM_POLY8(
        z, 0x1.5555555555555p-3, 0x1.11111111111d8p-7, 0x1.a01a019ff8728p-13, 0x1.71de3a7d5ee3bp-19,
        0x1.ae6425abdc933p-26, 0x1.614458663f07bp-33, 0x1.992cd3eb98b8ep-41, 0x1.d1d7553c5b857p-47);
}

// sinh x.
VM_INLINE double vm_sinh_f64(double x) {
    double a = vm_abs_f64(x);
    double z = a * a;
    double half = vm_exp_scaled_f64(a, -1);
    double large = half - 0.25 / half;
    double small = a + a * z * vm_sinh_rest_f64(z);
    return __builtin_elementwise_copysign(a < 1 ? small : large, x);
}

// cosh x.
VM_INLINE double vm_cosh_f64(double x) {
    double half = vm_exp_scaled_f64(vm_abs_f64(x), -1);
    return half + 0.25 / half;
}
