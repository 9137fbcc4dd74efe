// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_05.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(softplus, float, f32)
ELEMENTWISE_KERNELS(softplus, double, f64)

extern const activation_kernels *const activation_table_05_baseline[];
const activation_kernels *const activation_table_05_baseline[] = {
    &softplus_kernels_f32,
    &softplus_kernels_f64,
};
