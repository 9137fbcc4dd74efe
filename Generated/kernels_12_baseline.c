// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_12.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>


extern const activation_kernels *const CActivationKernels_table_12_baseline[];
const activation_kernels *const CActivationKernels_table_12_baseline[] = {
    0,
};
