// Arithmetic, roots and the functions that the C library computes well, for 64-bit floats.
#pragma once
#include "common.h"

// |x|.
VM_INLINE double vm_abs_f64(double x) { return __builtin_fabs(x); }

// −1, 0, 1; sign(±0) = ±0, sign(nan) = nan.
VM_INLINE double vm_sign_f64(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }

// The smaller; nan if either is nan.
VM_INLINE double vm_min_f64(double x, double y) { return ((x < y) | (x != x)) ? x : y; }

// The greater; nan if either is nan.
VM_INLINE double vm_max_f64(double x, double y) { return ((x > y) | (x != x)) ? x : y; }

// √x; nan for x < 0, √(−0) = −0. Not sqrt(): that sets errno, which stops vectorisation.
VM_INLINE double vm_sqrt_f64(double x) { return __builtin_elementwise_sqrt(x); }

// √(1 + x²), without overflow.
VM_INLINE double vm_hypot1_f64(double x) {
    double a = vm_abs_f64(x);
    double r = vm_sqrt_f64(1 + x * x);
    return a > 0x1p28 ? a : r; // from 2²⁷ on 1 is less than half an ulp of x²
}

// √(1 + x) − 1; nan for x < −1.
VM_INLINE double vm_sqrt1p_minus1_f64(double x) {
    double r = x / (vm_sqrt_f64(1 + x) + 1);
    return x == VM_INF_F64 ? x : r;
}

// x y = hi + lo exactly, by Veltkamp's and Dekker's splitting; for products and factors far from the ends of the format.
typedef struct {
    double hi, lo;
} vm_product_f64;

VM_INLINE vm_product_f64 vm_product_exact_f64(double x, double y) {
    double p = 0x8000001p0 * x, q = 0x8000001p0 * y;
    double xh = p - (p - x), yh = q - (q - y);
    double xl = x - xh, yl = y - yh;
    double hi = x * y;
    vm_product_f64 product = {hi, ((xh * yh - hi) + xh * yl + xl * yh) + xl * yl};
    return product;
}

// The rest is the C library's: glibc documents at most 2 ulp for each. Scalar calls.
VM_INLINE double vm_sin_f64(double x) { return __builtin_sin(x); }
VM_INLINE double vm_cos_f64(double x) { return __builtin_cos(x); }
VM_INLINE double vm_tan_f64(double x) { return __builtin_tan(x); }
VM_INLINE double vm_asin_f64(double x) { return __builtin_asin(x); }
VM_INLINE double vm_acos_f64(double x) { return __builtin_acos(x); }
VM_INLINE double vm_pow_f64(double x, double y) { return __builtin_pow(x, y); }
