// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_11.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define sigmoid_link_loop ELEMENTWISE_MAP
#define sigmoid_pair_loop ELEMENTWISE_PAIR
#define sigmoid_loops_f32 FORMULA_LOOPS
#define sigmoid_loops_f64 FORMULA_LOOPS
#define sigmoid_piece_losses piece_losses
static const activation_map sigmoid_link_by_parameter_f32[] = {NULL};
static const activation_map sigmoid_integral_by_parameter_f32[] = {NULL};
#define sigmoid_split_table_f32 NULL
ELEMENTWISE_KERNELS(sigmoid, float, f32)
static const activation_map sigmoid_link_by_parameter_f64[] = {NULL};
static const activation_map sigmoid_integral_by_parameter_f64[] = {NULL};
#define sigmoid_split_table_f64 NULL
ELEMENTWISE_KERNELS(sigmoid, double, f64)

extern const activation_kernels *const CActivationKernels_table_11_baseline[];
const activation_kernels *const CActivationKernels_table_11_baseline[] = {
    &sigmoid_kernels_f32,
    &sigmoid_kernels_f64,
};
