// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "formulas_13.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>


extern const activation_kernels *const CActivationKernels_table_13_v3[];
const activation_kernels *const CActivationKernels_table_13_v3[] = {
    0,
};
#pragma clang attribute pop
#endif
