// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_06.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define symlog_link_loop ELEMENTWISE_MAP
#define symlog_pair_loop ELEMENTWISE_PAIR
#define symlog_loops_f32 FORMULA_LOOPS
#define symlog_loops_f64 FORMULA_LOOPS
#define symlog_piece_losses no_piece_losses
static const activation_map symlog_link_by_parameter_f32[] = {NULL};
static const activation_map symlog_integral_by_parameter_f32[] = {NULL};
#define symlog_split_table_f32 NULL
ELEMENTWISE_KERNELS(symlog, float, f32)
static const activation_map symlog_link_by_parameter_f64[] = {NULL};
static const activation_map symlog_integral_by_parameter_f64[] = {NULL};
#define symlog_split_table_f64 NULL
ELEMENTWISE_KERNELS(symlog, double, f64)
#define silu_link_loop ELEMENTWISE_MAP
#define silu_pair_loop ELEMENTWISE_PAIR
#define silu_loops_f32 FORMULA_LOOPS
#define silu_loops_f64 FORMULA_LOOPS
#define silu_piece_losses no_piece_losses
static const activation_map silu_link_by_parameter_f32[] = {NULL};
static const activation_map silu_integral_by_parameter_f32[] = {NULL};
SPLIT_KERNELS(silu, float, f32)
#define silu_split_table_f32 &silu_split_kernels_f32
ELEMENTWISE_KERNELS(silu, float, f32)
static const activation_map silu_link_by_parameter_f64[] = {NULL};
static const activation_map silu_integral_by_parameter_f64[] = {NULL};
SPLIT_KERNELS(silu, double, f64)
#define silu_split_table_f64 &silu_split_kernels_f64
ELEMENTWISE_KERNELS(silu, double, f64)

extern const activation_kernels *const CActivationKernels_table_06_baseline[];
const activation_kernels *const CActivationKernels_table_06_baseline[] = {
    &symlog_kernels_f32,
    &symlog_kernels_f64,
    &silu_kernels_f32,
    &silu_kernels_f64,
};
