// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_14.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define arctan_link_loop ELEMENTWISE_MAP
#define arctan_pair_loop ELEMENTWISE_PAIR
#define arctan_loops_f32 FORMULA_LOOPS
#define arctan_loops_f64 FORMULA_LOOPS
#define arctan_piece_losses no_piece_losses
static const activation_map arctan_link_by_parameter_f32[] = {NULL};
static const activation_map arctan_integral_by_parameter_f32[] = {NULL};
#define arctan_split_table_f32 NULL
ELEMENTWISE_KERNELS(arctan, float, f32)
static const activation_map arctan_link_by_parameter_f64[] = {NULL};
static const activation_map arctan_integral_by_parameter_f64[] = {NULL};
#define arctan_split_table_f64 NULL
ELEMENTWISE_KERNELS(arctan, double, f64)
#define sparse_sigmoid_link_loop ELEMENTWISE_MAP
#define sparse_sigmoid_pair_loop ELEMENTWISE_PAIR
#define sparse_sigmoid_loops_f32 FORMULA_LOOPS
#define sparse_sigmoid_loops_f64 FORMULA_LOOPS
#define sparse_sigmoid_piece_losses piece_losses
static const activation_map sparse_sigmoid_link_by_parameter_f32[] = {NULL};
static const activation_map sparse_sigmoid_integral_by_parameter_f32[] = {NULL};
#define sparse_sigmoid_split_table_f32 NULL
ELEMENTWISE_KERNELS(sparse_sigmoid, float, f32)
static const activation_map sparse_sigmoid_link_by_parameter_f64[] = {NULL};
static const activation_map sparse_sigmoid_integral_by_parameter_f64[] = {NULL};
#define sparse_sigmoid_split_table_f64 NULL
ELEMENTWISE_KERNELS(sparse_sigmoid, double, f64)
#define gelu_link_loop ELEMENTWISE_MAP
#define gelu_pair_loop ELEMENTWISE_PAIR
#define gelu_loops_f32 GELU_LOOPS
#define gelu_loops_f64 FORMULA_LOOPS
#define gelu_piece_losses no_piece_losses
static const activation_map gelu_link_by_parameter_f32[] = {NULL};
static const activation_map gelu_integral_by_parameter_f32[] = {NULL};
SPLIT_KERNELS(gelu, float, f32)
#define gelu_split_table_f32 &gelu_split_kernels_f32
ELEMENTWISE_KERNELS(gelu, float, f32)
static const activation_map gelu_link_by_parameter_f64[] = {NULL};
static const activation_map gelu_integral_by_parameter_f64[] = {NULL};
SPLIT_KERNELS(gelu, double, f64)
#define gelu_split_table_f64 &gelu_split_kernels_f64
ELEMENTWISE_KERNELS(gelu, double, f64)

extern const activation_kernels *const CActivationKernels_table_14_baseline[];
const activation_kernels *const CActivationKernels_table_14_baseline[] = {
    &arctan_kernels_f32,
    &arctan_kernels_f64,
    &sparse_sigmoid_kernels_f32,
    &sparse_sigmoid_kernels_f64,
    &gelu_kernels_f32,
    &gelu_kernels_f64,
};
