// The complementary error function and what is made of it, for 64-bit floats.
#pragma once
#include "logarithm_f64.h"
#include "normal_f64.h"

// e^(x²) erfc(x) for a in [0, ∞].
VM_INLINE double vm_erfcx_right_f64(double a) {
    double root = 0x1.6a09e667f3bcdp+0 * a;
    double near = root > 40 ? 40 : root;
    double t = (near - 4) / (near + 4);
    double middle = 2 * (vm_mills_f64(t) / (near + 0.8125));
    // The asymptotic series; its next term is below 10⁻¹⁴ of the whole.
    double q = 1 / (root * root);
    double far = VM_POLY6(q, 1.0, -1.0, 3.0, -15.0, 105.0, -945.0) * (0x1.20dd750429b6dp-1 / a);
    return root > 40 ? far : middle;
}

// erfc x = 1 − erf x, with its relative accuracy in the right tail.
VM_INLINE double vm_erfc_f64(double x) {
    double a = vm_abs_f64(x);
    a = a > 28 ? 28 : a;
    double tail = vm_exp_neg_square_f64(a) * vm_erfcx_right_f64(a);
    return x < 0 ? 2 - tail : tail;
}

// e^(x²) erfc(x): 1/(x √π) far right, 2 e^(x²) far left.
VM_INLINE double vm_erfcx_f64(double x) {
    double a = vm_abs_f64(x);
    double right = vm_erfcx_right_f64(a);
    return x < 0 ? 2 / vm_exp_neg_square_f64(a) - right : right;
}

// log erfc x: about −x² far right, log 2 far left.
VM_INLINE double vm_log_erfc_f64(double x) {
    double a = vm_abs_f64(x);
    double scaled = vm_erfcx_right_f64(a);
    double right = vm_log_f64(scaled) - a * a;
    double left = vm_log1p_f64(1 - vm_exp_neg_square_f64(a) * scaled);
    double near = vm_log1p_f64(-(x + x * vm_erf_rest_f64(a < 0.5 ? x * x : 0)));
    return x == 0 ? -x : a < 0.5 ? near : x > 0 ? right : x < 0 ? left : x;
}
