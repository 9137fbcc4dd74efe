// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_01.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>


extern const activation_kernels *const activation_table_01_baseline[];
const activation_kernels *const activation_table_01_baseline[] = {
    0,
};
