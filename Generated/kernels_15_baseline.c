// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_15.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define step_link_loop ELEMENTWISE_MAP
#define step_pair_loop ELEMENTWISE_PAIR
#define step_loops_f32 FORMULA_LOOPS
#define step_loops_f64 FORMULA_LOOPS
#define step_piece_losses piece_losses
static const activation_map step_link_by_parameter_f32[] = {NULL};
static const activation_map step_integral_by_parameter_f32[] = {NULL};
#define step_split_table_f32 NULL
ELEMENTWISE_KERNELS(step, float, f32)
static const activation_map step_link_by_parameter_f64[] = {NULL};
static const activation_map step_integral_by_parameter_f64[] = {NULL};
#define step_split_table_f64 NULL
ELEMENTWISE_KERNELS(step, double, f64)
#define relu6_link_loop ELEMENTWISE_MAP
#define relu6_pair_loop ELEMENTWISE_PAIR
#define relu6_loops_f32 FORMULA_LOOPS
#define relu6_loops_f64 FORMULA_LOOPS
#define relu6_piece_losses piece_losses
static const activation_map relu6_link_by_parameter_f32[] = {NULL};
static const activation_map relu6_integral_by_parameter_f32[] = {NULL};
#define relu6_split_table_f32 NULL
ELEMENTWISE_KERNELS(relu6, float, f32)
static const activation_map relu6_link_by_parameter_f64[] = {NULL};
static const activation_map relu6_integral_by_parameter_f64[] = {NULL};
#define relu6_split_table_f64 NULL
ELEMENTWISE_KERNELS(relu6, double, f64)

extern const activation_kernels *const CActivationKernels_table_15_baseline[];
const activation_kernels *const CActivationKernels_table_15_baseline[] = {
    &step_kernels_f32,
    &step_kernels_f64,
    &relu6_kernels_f32,
    &relu6_kernels_f64,
};
