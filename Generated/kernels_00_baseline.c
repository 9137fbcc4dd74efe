// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_00.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(linear, float, f32)
ELEMENTWISE_KERNELS(linear, double, f64)
ELEMENTWISE_KERNELS(tanh, float, f32)
ELEMENTWISE_KERNELS(tanh, double, f64)

extern const activation_kernels *const activation_table_00_baseline[];
const activation_kernels *const activation_table_00_baseline[] = {
    &linear_kernels_f32,
    &linear_kernels_f64,
    &tanh_kernels_f32,
    &tanh_kernels_f64,
};
