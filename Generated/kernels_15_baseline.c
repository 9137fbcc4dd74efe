// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_15.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(step, float, f32)
ELEMENTWISE_KERNELS(step, double, f64)

extern const activation_kernels *const activation_table_15_baseline[];
const activation_kernels *const activation_table_15_baseline[] = {
    &step_kernels_f32,
    &step_kernels_f64,
};
