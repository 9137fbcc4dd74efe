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

// (((1+y) log(1+y) + (1−y) log(1−y)) / y² − 1) / y² in z = y² ≤ ¼, relative error of the whole 1e-18.
#define VM_SYMMETRIC_ENTROPY_REST_F64(z) VM_POLY13(z, \
    0x1.5555555555556p-3, 0x1.1111111110d8ap-4, 0x1.24924924e0e8p-5, 0x1.6c16c13c45c99p-6, \
    0x1.f07c2ec400b0ep-7, 0x1.6814efa149d3ap-7, 0x1.112afec976f37p-7, 0x1.aa180ab82c851p-8, \
    0x1.69e71f019fe37p-8, 0x1.891812c9a169p-9, 0x1.0a823335c1f96p-7, -0x1.9f86e8dfd5cd6p-8, \
    0x1.a1ea7d20135bdp-7)

// (1 + y) log(1 + y) + (1 − y) log(1 − y) ≥ 0 on [−1, 1]; 2 log 2 at the ends, nan outside.
VM_INLINE double vm_symmetric_entropy_f64(double y) {
    double a = vm_abs_f64(y);
    double z = y * y;
    double small = z + z * z * VM_SYMMETRIC_ENTROPY_REST_F64(z);
    double large = (1 + a) * vm_log1p_f64(a) + vm_xlog1py_f64(1 - a, -a);
    large = a <= 1 ? large : VM_NAN_F64;
    return a < 0.5 ? small : large;
}

// (atanh s − s) / s³ in z = s² ≤ 0.1848, relative error of atanh 4e-18.
#define VM_ATANH_REST_F64(z) VM_POLY12(z, \
    0x1.5555555555555p-2, 0x1.9999999999e33p-3, 0x1.2492492446fe2p-3, 0x1.c71c72027d935p-4, \
    0x1.745d0b42e7d4ep-4, 0x1.3b151e41c1dcdp-4, 0x1.10f5c0a595d5fp-4, 0x1.e48dad2353ed8p-5, \
    0x1.99190d797ee29p-5, 0x1.fc395b0ccf4edp-5, -0x1.e9113eb45c0dcp-9, 0x1.eed01a0c59b3fp-4)

// (1 + u) log(1 + u) − u ≥ 0; 1 at −1, nan below.
VM_INLINE double vm_log1p_excess_f64(double u) {
    // u = 2s/(1 − s), log(1 + u) = 2 atanh s = 2 (s + s³ A): the value is u s (1 + s (1 + s) A).
    double s = u / (2 + u);
    double z = s * s;
    double near = u * s * (1 + s * (1 + s) * VM_ATANH_REST_F64(z));
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

// (−log cos y / y² − ½) / y² in z = y², |y| ≤ 0.8, relative error of log cos 5e-19.
#define VM_LOG_COS_REST_F64(z) VM_POLY15(z, \
    0x1.5555555555555p-4, 0x1.6c16c16c16d19p-6, 0x1.ba1ba1ba0da22p-8, 0x1.1ea5d39e79cdbp-9, \
    0x1.833d9bf9729fcp-11, 0x1.0d0b58eb198b6p-12, 0x1.7da35f48dbb53p-14, 0x1.12f1282231e0cp-15, \
    0x1.922c088f9017bp-17, 0x1.1f3c1b6470754p-18, 0x1.09a49a67a74bp-19, -0x1.6a4833726e7c1p-27, \
    0x1.04c6984bfb389p-20, -0x1.e5770f13f0bcp-22, 0x1.f0c95b7433bd5p-23)

// log cos y ≤ 0; nan where the cosine is negative. A scalar call of the library's cos.
VM_INLINE double vm_log_cos_f64(double y) {
    double z = y * y;
    double small = -z * (0.5 + z * VM_LOG_COS_REST_F64(z));
    double large = vm_log_f64(__builtin_cos(y));
    return vm_abs_f64(y) < 0.8 ? small : large;
}
