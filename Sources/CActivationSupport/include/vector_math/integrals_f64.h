// Integrals of links whose terms cancel near 0, for 64-bit floats.
#pragma once
#include "algebraic_f64.h"
#include "logistic_f64.h"

#define VM_E_HI_F64 0x1.5bf0a8b145769p+1
#define VM_E_LO_F64 0x1.4d57ee2b1013ap-53

// x log x − x, with its relative accuracy at the zero x = e; 0 at 0, nan below, inf at inf.
VM_INLINE double vm_xlogx_minus_x_f64(double x) {
    double d = (x - VM_E_HI_F64) - VM_E_LO_F64;
    double near = vm_log1p_f64(d * 0x1.78b56362cef38p-2);
    double far = vm_log_f64(x) - 1;
    double r = x * (((x > 1.5) & (x < 5)) ? near : far);
    return x == 0 ? -0.0 : r;
}

// ((x − tanh x) / x³ − ⅓) / x² in z = x² ≤ 1, relative error of x − tanh x 6e-17.
VM_INLINE double vm_tanhshrink_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY7(
        zz, 0x1.ba1ba1ba1453ep-5, 0x1.226e3519865dfp-7, 0x1.7da2bdc3daa27p-10,
        0x1.f5211730ee038p-13, 0x1.42090e21d3d28p-15, 0x1.4eb911dcd9788p-18, 0x1.1ab979c0ab58cp-22);
    double odd = VM_POLY8(
        zz, -0x1.11111111110b9p-3, -0x1.664f4880d2a47p-6, -0x1.d6d3c538d0bbep-9, -0x1.3551ae34bdfffp-11,
        -0x1.94981e5bdbe6fp-14, -0x1.ea19b73b128d8p-17, -0x1.7238a0a7e22b6p-20, -0x1.b028f6cb72ebfp-26);
    return odd + z * even;
}

// x − tanh x.
VM_INLINE double vm_x_minus_tanh_f64(double x) {
    double a = vm_abs_f64(x), z = x * x, cube = a * z;
    double small = cube * (1.0 / 3) + cube * z * vm_tanhshrink_rest_f64(z);
    // |x| − 1 + 2/(e^2|x| + 1)
    double twice = 2 * a;
    double large = (a - 1) + 2 / (vm_exp_normal_f64(twice > 80 ? 80 : twice) + 1);
    return __builtin_elementwise_copysign(a < 1 ? small : large, x);
}

// ((x²/2 − log cosh x) / x⁴ − 1/12) / x² in z = x² ≤ 1, relative error of the whole 6e-17.
VM_INLINE double vm_tanhshrink_integral_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY7(
        zz, 0x1.ba1ba1ba19c2fp-8, 0x1.833d9c5aa660cp-11, 0x1.7da30f4c2090cp-14,
        0x1.91023214dacc1p-17, 0x1.afca7b4b7ae84p-20, 0x1.8cfec77918e3cp-23, 0x1.3aa0e508f8406p-27);
    double odd = VM_POLY8(
        zz, -0x1.6c16c16c16cp-6, -0x1.1ea5d39b4f193p-9, -0x1.0d0b4fcf316c9p-12, -0x1.12f5b8e20d13p-15,
        -0x1.26ab1bbb7f6cp-18, -0x1.329718a30a054p-21, -0x1.a6b56ea8c996ap-25, -0x1.d8d296ab7800dp-31);
    return odd + z * even;
}

// x²/2 − log cosh x ≥ 0; inf at ±inf.
VM_INLINE double vm_half_square_minus_log_cosh_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double zz = z * z;
    double small = zz * (1.0 / 12) + zz * z * vm_tanhshrink_integral_rest_f64(z);
    // (|x| − 1)²/2 + log 2 − ½ − log(1 + e^−2|x|); here e < ½.
    double twice = 2 * a;
    double e = vm_exp_normal_f64(twice > 100 ? -100 : -twice);
    double large = 0.5 * (a - 1) * (a - 1) + (0x1.8b90bfbe8e7bdp-3 - (e - vm_log_deficit_f64(e)));
    return a < 1 ? small : large;
}

// ((x asinh x − √(1 + x²) + 1) / x² − ½) / x² in z = x² ≤ ½, relative error of the whole 3e-18.
VM_INLINE double vm_asinh_integral_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY8(
        zz, -0x1.5555555555555p-5, -0x1.6db6db6db4f76p-8, -0x1.e8ba2e4439fb8p-10, -0x1.c998eca505907p-11,
        -0x1.ff69dacf17779p-12, -0x1.37abc0bdd828ap-12, -0x1.4573fcb784fddp-13, -0x1.177b8ad9f0f87p-15);
    double odd = VM_POLY8(
        zz, 0x1.9999999999983p-7, 0x1.8e38e38d38cf8p-9, 0x1.44ec48b903885p-10, 0x1.5071c024b1173p-11,
        0x1.8debe41db1951p-12, 0x1.d9948b6373dbbp-13, 0x1.6b10c6eb0a7a6p-14, 0x1.adf80c23d4aefp-18);
    return even + z * odd;
}

// x asinh x − √(1 + x²) + 1 ≥ 0; inf at ±inf.
VM_INLINE double vm_asinh_integral_f64(double x) {
    double a = vm_abs_f64(x);
    double z = x * x;
    double small = z * (0.5 + z * vm_asinh_integral_rest_f64(z));
    // With r = √(1 + x²) − 1 asinh |x| = log(1 + |x| + r).
    int huge = a > 0x1p500; // then r = |x|, and x² might overflow
    double r = huge ? a : z / (1 + vm_sqrt_f64(1 + z));
    double l = vm_log1p_f64(huge ? a : a + r) + (huge ? VM_LN2_F64 : 0);
    double large = a * l - r;
    large = a < VM_INF_F64 ? large : a;
    return z < 0.5 ? small : large;
}

// (x − asinh x) / x³ in z = x² ≤ 1, relative error 6e-17.
VM_INLINE double vm_asinh_deficit_f64(double z) {
    double zz = z * z;
    double even = VM_POLY11(
        zz, 0x1.5555555555555p-3, 0x1.6db6db6db63b7p-5, 0x1.6e8ba2dde5c0bp-6, 0x1.c9998021403c6p-7,
        0x1.3fd6bed3aa856p-7, 0x1.ddb66a2fa0aafp-8, 0x1.689dc2ffe6255p-8, 0x1.d5d9fb83eef27p-9,
        0x1.88cfe69e13a2bp-10, 0x1.236db6ab49ea6p-12, 0x1.b9db06f2484dcp-17);
    double odd = VM_POLY11(
        zz, -0x1.333333333332bp-4, -0x1.f1c71c71766f7p-6, -0x1.1c4ec4071d36dp-6, -0x1.7a868587ca0a5p-7,
        -0x1.12c3cc8f8fcdp-7, -0x1.a11ae308ea2aap-8, -0x1.2d448aba3c40ep-8, -0x1.482a09542a465p-9,
        -0x1.8072383ba773bp-11, -0x1.3e0cc856d5645p-14, -0x1.242f559f230dp-20);
    return even + z * odd;
}

// x²/2 + (x √(1 + x²) + asinh x)/4 − x/2, the integral of the bent identity; inf at ±inf.
VM_INLINE double vm_bent_identity_integral_f64(double x) {
    double z = x * x;
    double deficit = z < 1 ? x * z * vm_asinh_deficit_f64(z) : x - vm_asinh_f64(x);
    double r = 0.5 * z + 0.25 * (x * vm_hypot1_minus1_f64(x) - deficit);
    // x² (2 ± 1)/4, where the rest is lost and its parts overflow.
    double far = z * (x < 0 ? 0.25 : 0.75);
    return z > 0x1p120 ? far : r;
}
