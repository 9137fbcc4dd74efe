// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_08.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(leaky_relu, float, f32)
ELEMENTWISE_KERNELS(leaky_relu, double, f64)

extern const activation_kernels *const activation_table_08_baseline[];
const activation_kernels *const activation_table_08_baseline[] = {
    &leaky_relu_kernels_f32,
    &leaky_relu_kernels_f64,
};
