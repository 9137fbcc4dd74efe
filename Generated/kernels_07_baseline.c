// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_07.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define hard_sigmoid_link_loop ELEMENTWISE_MAP
#define hard_sigmoid_pair_loop ELEMENTWISE_PAIR
#define hard_sigmoid_loops_f32 FORMULA_LOOPS
#define hard_sigmoid_loops_f64 FORMULA_LOOPS
#define hard_sigmoid_piece_losses piece_losses
static const activation_map hard_sigmoid_link_by_parameter_f32[] = {NULL};
static const activation_map hard_sigmoid_integral_by_parameter_f32[] = {NULL};
#define hard_sigmoid_split_table_f32 NULL
ELEMENTWISE_KERNELS(hard_sigmoid, float, f32)
static const activation_map hard_sigmoid_link_by_parameter_f64[] = {NULL};
static const activation_map hard_sigmoid_integral_by_parameter_f64[] = {NULL};
#define hard_sigmoid_split_table_f64 NULL
ELEMENTWISE_KERNELS(hard_sigmoid, double, f64)

extern const activation_kernels *const CActivationKernels_table_07_baseline[];
const activation_kernels *const CActivationKernels_table_07_baseline[] = {
    &hard_sigmoid_kernels_f32,
    &hard_sigmoid_kernels_f64,
};
