// x tanh(log(1 + eˣ)) and its slope, for 64-bit floats: as rational functions of e = e^−|x|.
#pragma once
#include "exponential_f64.h"

// x tanh(log(1 + eˣ)) = x E (2 + E)/(2 + E (2 + E)) with E = eˣ; −0 at −inf.
VM_INLINE double vm_mish_f64(double x) {
    vm_decay_f64 w = vm_decay_of_f64(x);
    double e = w.e;
    double lifted = 2 * w.lifted + w.lifted * e; // E (2 + E), of x < 0
    double numerator = x < 0 ? w.size * lifted : x + 2 * (__builtin_elementwise_copysign(w.size, x) * e);
    double q = numerator / (x < 0 ? 2 + lifted * VM_LOWER_F64 : 1 + 2 * e * (1 + e));
    return x < 0 ? q * -VM_LOWER_F64 : q;
}

// The slope of the same, E (4 (1 + x) + E (6 + 4 x) + E² (4 + E))/(2 + E (2 + E))²; 0 at −inf, 1 at inf.
VM_INLINE double vm_mish_slope_f64(double x) {
    vm_decay_f64 w = vm_decay_of_f64(x);
    double e = w.e, c = __builtin_elementwise_copysign(w.size, x);
    double left = w.lifted * (4 * (1 + c) + e * ((6 + 4 * c) + e * (4 + e)));
    double right = 1 + e * (4 + e * ((6 + 4 * c) + 4 * e * (1 + c)));
    // The root of the denominator, 2 + 2 e + e² or 1 + 2 e + 2 e², and what its sums lose.
    double top = x < 0 ? 2 : 1, square = x < 0 ? e * e : 2 * (e * e);
    double sum = top + 2 * e, root = sum + square;
    double lost = (2 * e - (sum - top)) + (square - (root - sum));
    double q = (x < 0 ? left : right) / (root * root + 2 * root * lost);
    return x < 0 ? q * VM_LOWER_F64 : q;
}
