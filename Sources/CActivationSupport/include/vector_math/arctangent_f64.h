// The arctangent and its integral, for 64-bit floats.
#pragma once
#include "logarithm_f64.h"

#define VM_PI_2_HI_F64 0x1.921fb54442d18p+0
#define VM_PI_2_LO_F64 0x1.1a62633145c07p-54

// (atan t − t) / t³ in z = t², |t| ≤ 0.66, relative error of atan 6e-18.
VM_INLINE double vm_atan_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY8(
        zz, -0x1.5555555555555p-2, -0x1.249249247aeeep-3, -0x1.745d158da85c1p-4, -0x1.110efcf3ba4edp-4,
        -0x1.ae07a657b7875p-5, -0x1.4e3c5abd04e13p-5, -0x1.5cb91dafc1cf8p-6, -0x1.260713febff31p-9);
    double odd = VM_POLY7(
        zz, 0x1.999999999975bp-3, 0x1.c71c71bacc732p-4, 0x1.3b138bed13902p-4, 0x1.e1b8e266adbdbp-5,
        0x1.804da97c0f6f4p-5, 0x1.0a0461d7669c7p-5, 0x1.3f3213c12f4bep-7);
    return even + z * odd;
}

// atan a = hi + rest, where hi is 0, π/4 or π/2 to working precision.
typedef struct {
    double hi, rest;
} vm_atan_parts_f64;

// For a ≥ 0: atan a = π/4 + atan((a − 1)/(a + 1)) from 0.66, π/2 − atan(1/a) from 1 + √2 on.
VM_INLINE vm_atan_parts_f64 vm_atan_reduce_f64(double a) {
    int far = a > 0x1.3504f333f9de6p+1;
    int middle = a > 0.66;
    double numerator = far ? -1 : middle ? a - 1 : a;
    double denominator = far ? a : middle ? a + 1 : 1;
    double t = numerator / denominator;
    double z = t * t;
    double hi = far ? VM_PI_2_HI_F64 : middle ? 0.5 * VM_PI_2_HI_F64 : 0;
    double lo = far ? VM_PI_2_LO_F64 : middle ? 0.5 * VM_PI_2_LO_F64 : 0;
    vm_atan_parts_f64 parts = {hi, t + (t * z * vm_atan_rest_f64(z) + lo)};
    return parts;
}

// atan x.
VM_INLINE double vm_atan_f64(double x) {
    vm_atan_parts_f64 p = vm_atan_reduce_f64(vm_abs_f64(x));
    return __builtin_elementwise_copysign(p.hi + p.rest, x);
}

// ((x atan x − ½ log(1 + x²)) / x² − ½) / x² in z = x² ≤ 1, relative error of the whole 1e-18.
VM_INLINE double vm_atan_integral_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY10(
        zz, -0x1.5555555555555p-4, -0x1.2492492486ddp-6, -0x1.f07c1e34ef5efp-8, -0x1.11107a983ce38p-8,
        -0x1.58b4f3c00afa3p-9, -0x1.d3cc0e726cd0ap-10, -0x1.2d9ce76d4a3cdp-10, -0x1.14a05492c0cebp-11,
        -0x1.dc527be0a5df4p-14, -0x1.a9011b6b03915p-18);
    double odd = VM_POLY10(
        zz, 0x1.1111111111027p-5, 0x1.6c16c16801483p-7, 0x1.681673eea8007p-8, 0x1.ac4d95930ceabp-9,
        0x1.1ab4b0771a313p-9, 0x1.7f51c63c29916p-10, 0x1.b4af408041c23p-11, 0x1.2289fc63791dcp-12,
        0x1.19f2c905e8192p-15, 0x1.3079455252dep-21);
    return even + z * odd;
}

// x atan x − ½ log(1 + x²) ≥ 0; inf at ±inf.
VM_INLINE double vm_atan_integral_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double small = z * (0.5 + z * vm_atan_integral_rest_f64(z));
    int huge = a > 0x1p60; // then ½ log(1 + x²) = log |x|, and x² might overflow
    vm_log_parts_f64 p = vm_log_reduce_f64(huge ? a : 1 + z);
    double f = p.m - 1;
    double logarithm = p.k * VM_LN2_HI_F64 + (f - (vm_log_deficit_f64(f) - p.k * VM_LN2_LO_F64));
    vm_atan_parts_f64 t = vm_atan_reduce_f64(a);
    double large = a * t.hi + (a * t.rest - logarithm * (huge ? 1 : 0.5));
    large = a < VM_INF_F64 ? large : a;
    return a < 1 ? small : large;
}
