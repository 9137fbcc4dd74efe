// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_06.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>


extern const activation_kernels *const CActivationKernels_table_06_baseline[];
const activation_kernels *const CActivationKernels_table_06_baseline[] = {
    0,
};
