// Logarithms without cancellation, for 64-bit floats.
//
// u = 2ᵏ m with m in [√½, √2), f = m − 1, s = f / (2 + f): log(1 + f) = 2 atanh s.
#pragma once
#include "exponential_f64.h"

// (2 atanh s − 2 s) / s³ in z = s² ≤ 1/16, relative error 6e-17.
VM_INLINE double vm_log_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY5(
        zz, 0x1.5555555555555p-1, 0x1.24924924afdf4p-2, 0x1.745d2ca6da61fp-3, 0x1.118827d079927p-3,
        0x1.162c453d3ed4bp-3);
    double odd = VM_POLY4(
        zz, 0x1.99999999999cap-2, 0x1.c71c718e82f7ep-3, 0x1.3b0f7f2080516p-3, 0x1.d2eb96160104ep-4);
    return even + z * odd;
}

// f − log(1 + f) for f in [−0.4, ½], with its relative accuracy.
VM_INLINE double vm_log_deficit_f64(double f) {
    double s = f / (2 + f);
    double z = s * s;
    double h = 0.5 * f * f;
    return h - s * (h + z * vm_log_rest_f64(z));
}

typedef struct {
    double k, m;       // u = 2ᵏ m
    uint64_t exponent; // k + 1023
} vm_log_parts_f64;

// For normal u > 0.
VM_INLINE vm_log_parts_f64 vm_log_reduce_f64(double u) {
    const uint64_t root = 0x3fe6a09e667f3bcd; // √½
    uint64_t bits = vm_bits_f64(u) + (0x3ff0000000000000 - root);
    uint64_t exponent = bits >> 52;
    vm_log_parts_f64 parts = {
        // An integer below 2⁵² as a float, without a conversion (SSE2 and AVX2 have none).
        vm_from_bits_f64(exponent | 0x4330000000000000) - (0x1p52 + 1023),
        vm_from_bits_f64((bits & 0x000fffffffffffff) + root), exponent};
    return parts;
}

// log x; −inf at 0, nan for x < 0.
VM_INLINE double vm_log_f64(double x) {
    int tiny = x < 0x1p-1022;
    vm_log_parts_f64 p = vm_log_reduce_f64(tiny ? x * 0x1p54 : x);
    double k = p.k - (tiny ? 54.0 : 0.0);
    double f = p.m - 1;
    double r = k * VM_LN2_HI_F64 + (f - (vm_log_deficit_f64(f) - k * VM_LN2_LO_F64));
    double outside = x == 0 ? -VM_INF_F64 : VM_NAN_F64;
    r = x < VM_INF_F64 ? r : x;
    return x > 0 ? r : outside;
}

typedef struct {
    int near;          // log(1 + x) = f − deficit, f = x, k = 0
    double k, u, m, c; // else: 1 + x = u + c, u = 2ᵏ m
    double f;          // m − 1
    double deficit;    // f − log(1 + f)
    double correction; // log(1 + c/u)
} vm_log1p_parts_f64;

VM_INLINE vm_log1p_parts_f64 vm_log1p_reduce_f64(double x) {
    double u = 1 + x;
    double b = u - 1;
    double c = (1 - (u - b)) + (x - b);
    vm_log_parts_f64 p = vm_log_reduce_f64(u);
    // Below √½, too: minus_log1p would lose a bit to cancellation at once.
    int near = (p.k == 0) | ((x > -0.4) & (x < 0));
    double f = near ? x : p.m - 1;
    // c 2⁻ᵏ / (1 + f), where 1 / (1 + f) = (1 − s) / (1 + s) need not be exact. Half and
    // twice: the exponent field stays in range up to the largest u.
    double scaled = c * 0.5 * vm_from_bits_f64((2047 - p.exponent) << 52);
    double s = f / (2 + f);
    double correction = near ? 0 : scaled * (1 - 2 * s * (1 - s));
    vm_log1p_parts_f64 parts = {near, near ? 0 : p.k, u, p.m, c, f, vm_log_deficit_f64(f), correction};
    return parts;
}

// log(1 + x); −inf at −1, nan below, log1p(±0) = ±0.
VM_INLINE double vm_log1p_f64(double x) {
    vm_log1p_parts_f64 p = vm_log1p_reduce_f64(x);
    double r = p.k * VM_LN2_HI_F64 + (p.f - (p.deficit - (p.k * VM_LN2_LO_F64 + p.correction)));
    double outside = x == -1 ? -VM_INF_F64 : VM_NAN_F64;
    r = ((x < VM_INF_F64) & (x != 0)) ? r : x;
    return x > -1 ? r : outside;
}

// x − log(1 + x) ≥ 0; inf at −1 and at inf, nan below −1.
VM_INLINE double vm_minus_log1p_f64(double x) {
    vm_log1p_parts_f64 p = vm_log1p_reduce_f64(x);
    // x − f = u − m + c, and u − m = difference + error exactly.
    double difference = p.u - p.m;
    double b = difference - p.u;
    double error = (p.u - (difference - b)) - (p.m + b);
    double far = (difference - p.k * VM_LN2_HI_F64)
        + (p.deficit + ((error + p.c) - (p.k * VM_LN2_LO_F64 + p.correction)));
    double r = p.near ? p.deficit : far;
    double outside = x == -1 ? VM_INF_F64 : VM_NAN_F64;
    r = x < VM_INF_F64 ? r : x;
    return x > -1 ? r : outside;
}

// log(1 + e) for e in [0, 1], as the sum of three terms in falling size.
typedef struct {
    double hi, f, rest;
} vm_log1p_unit_parts_f64;

VM_INLINE vm_log1p_unit_parts_f64 vm_log1p_unit_f64(double e) {
    int far = e > 0.5;
    double f = far ? 0.5 * e - 0.5 : e; // exact: 1 + e = 2 (1 + f)
    double hi = far ? VM_LN2_HI_F64 : 0;
    double lo = far ? VM_LN2_LO_F64 : 0;
    vm_log1p_unit_parts_f64 parts = {hi, f, lo - vm_log_deficit_f64(f)};
    return parts;
}
