// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_10.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define selu_link_loop ELEMENTWISE_MAP
#define selu_pair_loop ELEMENTWISE_PAIR
#define selu_loops_f32 FORMULA_LOOPS
#define selu_loops_f64 FORMULA_LOOPS
#define selu_piece_losses piece_losses
static const activation_map selu_link_by_parameter_f32[] = {NULL};
static const activation_map selu_integral_by_parameter_f32[] = {NULL};
#define selu_split_table_f32 NULL
ELEMENTWISE_KERNELS(selu, float, f32)
static const activation_map selu_link_by_parameter_f64[] = {NULL};
static const activation_map selu_integral_by_parameter_f64[] = {NULL};
#define selu_split_table_f64 NULL
ELEMENTWISE_KERNELS(selu, double, f64)
#define celu_link_loop ELEMENTWISE_MAP
#define celu_pair_loop ELEMENTWISE_PAIR
#define celu_loops_f32 FORMULA_LOOPS
#define celu_loops_f64 FORMULA_LOOPS
#define celu_piece_losses piece_losses
ELEMENTWISE_MAP(celu, link_by_0, float, f32)
static const activation_map celu_link_by_parameter_f32[] = {celu_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(celu, integral_by_0, float, f32)
static const activation_map celu_integral_by_parameter_f32[] = {celu_integral_by_0_map_f32, NULL};
#define celu_split_table_f32 NULL
ELEMENTWISE_KERNELS(celu, float, f32)
ELEMENTWISE_MAP(celu, link_by_0, double, f64)
static const activation_map celu_link_by_parameter_f64[] = {celu_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(celu, integral_by_0, double, f64)
static const activation_map celu_integral_by_parameter_f64[] = {celu_integral_by_0_map_f64, NULL};
#define celu_split_table_f64 NULL
ELEMENTWISE_KERNELS(celu, double, f64)
#define squareplus_link_loop ELEMENTWISE_MAP
#define squareplus_pair_loop ELEMENTWISE_PAIR
#define squareplus_loops_f32 FORMULA_LOOPS
#define squareplus_loops_f64 FORMULA_LOOPS
#define squareplus_piece_losses no_piece_losses
ELEMENTWISE_MAP(squareplus, link_by_0, float, f32)
static const activation_map squareplus_link_by_parameter_f32[] = {squareplus_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(squareplus, integral_by_0, float, f32)
static const activation_map squareplus_integral_by_parameter_f32[] = {squareplus_integral_by_0_map_f32, NULL};
#define squareplus_split_table_f32 NULL
ELEMENTWISE_KERNELS(squareplus, float, f32)
ELEMENTWISE_MAP(squareplus, link_by_0, double, f64)
static const activation_map squareplus_link_by_parameter_f64[] = {squareplus_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(squareplus, integral_by_0, double, f64)
static const activation_map squareplus_integral_by_parameter_f64[] = {squareplus_integral_by_0_map_f64, NULL};
#define squareplus_split_table_f64 NULL
ELEMENTWISE_KERNELS(squareplus, double, f64)
#define asinh_link_loop ELEMENTWISE_MAP
#define asinh_pair_loop ELEMENTWISE_PAIR
#define asinh_loops_f32 FORMULA_LOOPS
#define asinh_loops_f64 FORMULA_LOOPS
#define asinh_piece_losses no_piece_losses
static const activation_map asinh_link_by_parameter_f32[] = {NULL};
static const activation_map asinh_integral_by_parameter_f32[] = {NULL};
#define asinh_split_table_f32 NULL
ELEMENTWISE_KERNELS(asinh, float, f32)
static const activation_map asinh_link_by_parameter_f64[] = {NULL};
static const activation_map asinh_integral_by_parameter_f64[] = {NULL};
#define asinh_split_table_f64 NULL
ELEMENTWISE_KERNELS(asinh, double, f64)
#define gudermannian_link_loop ELEMENTWISE_MAP
#define gudermannian_pair_loop ELEMENTWISE_PAIR
#define gudermannian_loops_f32 FORMULA_LOOPS
#define gudermannian_loops_f64 FORMULA_LOOPS
#define gudermannian_piece_losses no_piece_losses
static const activation_map gudermannian_link_by_parameter_f32[] = {NULL};
static const activation_map gudermannian_integral_by_parameter_f32[] = {NULL};
#define gudermannian_split_table_f32 NULL
ELEMENTWISE_KERNELS(gudermannian, float, f32)
static const activation_map gudermannian_link_by_parameter_f64[] = {NULL};
static const activation_map gudermannian_integral_by_parameter_f64[] = {NULL};
#define gudermannian_split_table_f64 NULL
ELEMENTWISE_KERNELS(gudermannian, double, f64)
#define hard_silu_link_loop ELEMENTWISE_MAP
#define hard_silu_pair_loop ELEMENTWISE_PAIR
#define hard_silu_loops_f32 FORMULA_LOOPS
#define hard_silu_loops_f64 FORMULA_LOOPS
#define hard_silu_piece_losses no_piece_losses
static const activation_map hard_silu_link_by_parameter_f32[] = {NULL};
static const activation_map hard_silu_integral_by_parameter_f32[] = {NULL};
SPLIT_KERNELS(hard_silu, float, f32)
#define hard_silu_split_table_f32 &hard_silu_split_kernels_f32
ELEMENTWISE_KERNELS(hard_silu, float, f32)
static const activation_map hard_silu_link_by_parameter_f64[] = {NULL};
static const activation_map hard_silu_integral_by_parameter_f64[] = {NULL};
SPLIT_KERNELS(hard_silu, double, f64)
#define hard_silu_split_table_f64 &hard_silu_split_kernels_f64
ELEMENTWISE_KERNELS(hard_silu, double, f64)

extern const activation_kernels *const CActivationKernels_table_10_baseline[];
const activation_kernels *const CActivationKernels_table_10_baseline[] = {
    &selu_kernels_f32,
    &selu_kernels_f64,
    &celu_kernels_f32,
    &celu_kernels_f64,
    &squareplus_kernels_f32,
    &squareplus_kernels_f64,
    &asinh_kernels_f32,
    &asinh_kernels_f64,
    &gudermannian_kernels_f32,
    &gudermannian_kernels_f64,
    &hard_silu_kernels_f32,
    &hard_silu_kernels_f64,
};
