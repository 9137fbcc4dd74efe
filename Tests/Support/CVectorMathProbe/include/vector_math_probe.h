// The functions of vector_math as loops over arrays, one per instruction set: what the tests walk.
#pragma once
#include <stddef.h>

// Instruction sets, as in activation_kernels_abi.h.
enum { VECTOR_MATH_BASELINE = 0, VECTOR_MATH_X86_64_V3 = 1, VECTOR_MATH_X86_64_V4 = 2, VECTOR_MATH_VARIANTS = 3 };

typedef void (*vector_math_loop_f32)(const float *x, float *result, ptrdiff_t count);
typedef void (*vector_math_loop_f64)(const double *x, double *result, ptrdiff_t count);

// A function of one argument. A loop is NULL where this processor cannot run it. Immutable.
typedef struct __attribute__((swift_attr("@Sendable"))) vector_math_probe {
    const char *name;
    vector_math_loop_f32 f32[VECTOR_MATH_VARIANTS];
    vector_math_loop_f64 f64[VECTOR_MATH_VARIANTS];
} vector_math_probe;

ptrdiff_t vector_math_probe_count(void);
vector_math_probe vector_math_probe_at(ptrdiff_t index);
