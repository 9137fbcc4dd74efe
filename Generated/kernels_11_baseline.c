// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_11.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(sigmoid, float, f32)
ELEMENTWISE_KERNELS(sigmoid, double, f64)

extern const activation_kernels *const activation_table_11_baseline[];
const activation_kernels *const activation_table_11_baseline[] = {
    &sigmoid_kernels_f32,
    &sigmoid_kernels_f64,
};
