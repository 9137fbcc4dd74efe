// Entropies and other convex duals of the links, for 64-bit floats.
#pragma once
#include "logarithm_f64.h"

// x log y with 0 log y = 0, also for y ≤ 0; nan stays nan.
VM_INLINE double vm_xlogy_f64(double x, double y) {
    double r = x * vm_log_f64(y);
    return ((x == 0) & (y == y)) ? 0 : r;
}

// x log(1 + y) with 0 log(1 + y) = 0, also for y ≤ −1; nan stays nan.
VM_INLINE double vm_xlog1py_f64(double x, double y) {
    double r = x * vm_log1p_f64(y);
    return ((x == 0) & (y == y)) ? 0 : r;
}

// (((1+y) log(1+y) + (1−y) log(1−y)) / y² − 1) / y² in z = y², |y| ≤ 0.68, relative error of the whole 4e-19.
VM_INLINE double vm_symmetric_entropy_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY10(
        zz, 0x1.5555555555555p-3, 0x1.24924924813b9p-5, 0x1.f07c1d7a1c163p-7, 0x1.11111bb814f2ep-7,
        0x1.5be678548cd5ep-8, 0x1.dba25df66e9f2p-8, 0x1.41a98029ff391p-4, 0x1.e65269c966ddp-2,
        0x1.873362f4925dep-1, 0x1.3ab2a42b3bc72p-3);
    double odd = VM_POLY9(
        zz, 0x1.111111111122ep-4, 0x1.6c16c1734d2b9p-6, 0x1.681695c5acecap-7, 0x1.ac2efba6c199cp-8,
        0x1.f6de16b913935p-9, -0x1.0a608df6e7568p-6, -0x1.bfb34f5a39fbep-3, -0x1.731363e8caf8ep-1,
        -0x1.f884e1dd61dd4p-2);
    return even + z * odd;
}

// (1 + y) log(1 + y) + (1 − y) log(1 − y) ≥ 0 on [−1, 1]; 2 log 2 at the ends, nan outside.
VM_INLINE double vm_symmetric_entropy_f64(double y) {
    double a = vm_abs_f64(y);
    double z = y * y;
    double small = z + z * z * vm_symmetric_entropy_rest_f64(z);
    double large = (1 + a) * vm_log1p_f64(a) + vm_xlog1py_f64(1 - a, -a);
    large = a <= 1 ? large : VM_NAN_F64;
    return a < 0.68 ? small : large;
}

// (atanh s − s) / s³ in z = s² ≤ 0.1848, relative error of atanh 4e-18.
VM_INLINE double vm_atanh_rest_f64(double z) {
    double zz = z * z;
    double even = VM_POLY6(
        zz, 0x1.5555555555555p-2, 0x1.2492492446fe2p-3, 0x1.745d0b42e7d4ep-4, 0x1.10f5c0a595d5fp-4,
        0x1.99190d797ee29p-5, -0x1.e9113eb45c0dcp-9);
    double odd = VM_POLY6(
        zz, 0x1.9999999999e33p-3, 0x1.c71c72027d935p-4, 0x1.3b151e41c1dcdp-4, 0x1.e48dad2353ed8p-5,
        0x1.fc395b0ccf4edp-5, 0x1.eed01a0c59b3fp-4);
    return even + z * odd;
}

// (1 + u) log(1 + u) − u ≥ 0; 1 at −1, nan below.
VM_INLINE double vm_log1p_excess_f64(double u) {
    // u = 2s/(1 − s), log(1 + u) = 2 atanh s = 2 (s + s³ A): the value is u s (1 + s (1 + s) A).
    double s = u / (2 + u);
    double z = s * s;
    double near = u * s * (1 + s * (1 + s) * vm_atanh_rest_f64(z));
    double l = vm_log1p_f64(u);
    double above = (1 + u) * (l - 1) + 1;
    double below = vm_xlog1py_f64(1 + u, u) - u;
    double far = u > 0 ? above : below;
    far = u >= -1 ? far : VM_NAN_F64;
    return ((u > -0.6) & (u < 1.5)) ? near : far;
}

// y log y + (1 − y) log(1 − y) ≤ 0 on [0, 1]; 0 at the ends, nan outside.
VM_INLINE double vm_binary_entropy_f64(double y) {
    double r = vm_xlogy_f64(y, y) + vm_xlog1py_f64(1 - y, -y);
    return ((y >= 0) & (y <= 1)) ? r : VM_NAN_F64;
}

// log cos y ≤ 0; nan where the cosine is negative. Scalar calls of the library's sin and cos.
VM_INLINE double vm_log_cos_f64(double y) {
    double cosine = __builtin_cos(y), sine = __builtin_sin(y);
    double near = 0.5 * vm_log1p_f64(-(sine * sine)); // relative accuracy at the multiples of 2π
    double far = vm_log_f64(cosine);
    return cosine > 0.75 ? near : far;
}
