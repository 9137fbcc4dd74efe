// Algebraic sigmoids and their integrals, for 64-bit floats: roots of x² + y and 1 + y x² that neither overflow
// nor cancel. y is a parameter of the link: 2⁻⁹⁰⁰ ≤ y ≤ 2⁹⁰⁰ where a bound matters.
#pragma once
#include "inverse_f64.h"

// x / (1 + |x|); ±1 at ±inf.
VM_INLINE double vm_softsign_f64(double x) {
    double a = vm_abs_f64(x);
    double r = a / (1 + a);
    r = a == VM_INF_F64 ? 1 : r;
    return __builtin_elementwise_copysign(r, x);
}

// √(1 + x²) − 1, without overflow.
VM_INLINE double vm_hypot1_minus1_f64(double x) {
    double a = vm_abs_f64(x);
    double r = a * (a / (1 + vm_hypot1_f64(a)));
    return a > 0x1p60 ? a : r;
}

// √(x² + y), without overflow of x².
VM_INLINE double vm_root_square_plus_f64(double x, double y) {
    double a = vm_abs_f64(x);
    double r = vm_sqrt_f64(a * a + y);
    return a > 0x1p500 ? a + 0 * y : r; // y is far below an ulp of x²; a nan stays
}

// x + √(x² + y) ≥ 0.
VM_INLINE double vm_plus_root_f64(double x, double y) {
    double a = vm_abs_f64(x);
    double h = 0.5 * vm_root_square_plus_f64(a, y), s = 0.5 * a + h; // the whole sum might overflow
    return x < 0 ? 0.5 * y / s : 2 * s;
}

// 1 + x/√(x² + y), the slope of x + √(x² + y), from 0 to 2.
VM_INLINE double vm_plus_root_slope_f64(double x, double y) {
    double a = vm_abs_f64(x);
    int huge = a > 0x1p500; // y is far below an ulp of x², which might overflow
    double scale = huge ? 0x1p-600 : 1;
    a = a * scale;
    double r = a * a + (huge ? 0 * y : y); // a nan stays
    double left = y * scale / (r + a * vm_sqrt_f64(r)) * scale; // y/(h (h + a)), h the root; the slopes at ±x add up to 2
    left = a == VM_INF_F64 ? 0 * y : left;
    return x > 0 ? 2 - left : left;
}

// x² + x √(x² + y) + y asinh(x/√y), twice the integral of x + √(x² + y).
VM_INLINE double vm_plus_root_integral_f64(double x, double y) {
    double area = x * vm_plus_root_f64(x, y);
    area = x < -0x1p500 ? -0.5 * y : area;
    return area + y * vm_asinh_f64(x / vm_sqrt_f64(y));
}

// x / √(1 + y x²); ±1/√y at ±inf.
VM_INLINE double vm_isru_f64(double x, double y) {
    double u = x * y * x;
    double r = x / vm_sqrt_f64(1 + u);
    double limit = __builtin_elementwise_copysign(1 / vm_sqrt_f64(y), x);
    return u > 0x1p60 ? limit : r;
}

// (1 + y x²)^(−3/2), the slope of x/√(1 + y x²).
VM_INLINE double vm_isru_slope_f64(double x, double y) {
    double u = x * y * x;
    double r = 1 + u;
    double lost = u < 1 ? u - (r - 1) : 1 - (r - u); // 1 + u = r + lost
    double q = 1 / r;
    double power = q * vm_sqrt_f64(q);
    return r < 0x1p1000 ? power - power * (1.5 * lost * q) : power;
}

// (√(1 + y x²) − 1)/y, the integral of x/√(1 + y x²); x²/2 at y = 0.
VM_INLINE double vm_isru_integral_f64(double x, double y) {
    double a = vm_abs_f64(x);
    double u = a * y * a;
    double r = a * (a / (1 + vm_sqrt_f64(1 + u)));
    double far = (a * vm_sqrt_f64(y) - 1) / y; // from u = 2¹²⁰ on, the rest is lost
    return u > 0x1p120 ? far : r;
}

// x / √(1 − y x²), the inverse of x/√(1 + y x²); nan where y x² > 1. Not for hot loops: y x² is computed to twice the digits.
VM_INLINE double vm_isru_inverse_f64(double x, double y) {
    vm_product_f64 square = vm_product_exact_f64(x, x);
    vm_product_f64 u = vm_product_exact_f64(y, square.hi);
    return x / vm_sqrt_f64((1 - u.hi) - (u.lo + y * square.lo));
}
