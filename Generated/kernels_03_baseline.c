// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_03.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(relu, float, f32)
ELEMENTWISE_KERNELS(relu, double, f64)
ELEMENTWISE_KERNELS(elu, float, f32)
ELEMENTWISE_KERNELS(elu, double, f64)

extern const activation_kernels *const activation_table_03_baseline[];
const activation_kernels *const activation_table_03_baseline[] = {
    &relu_kernels_f32,
    &relu_kernels_f64,
    &elu_kernels_f32,
    &elu_kernels_f64,
};
