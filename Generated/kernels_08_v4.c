// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "formulas_08.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(leaky_relu, float, f32)
ELEMENTWISE_KERNELS(leaky_relu, double, f64)

extern const activation_kernels *const activation_table_08_v4[];
const activation_kernels *const activation_table_08_v4[] = {
    &leaky_relu_kernels_f32,
    &leaky_relu_kernels_f64,
};
#pragma clang attribute pop
#endif
