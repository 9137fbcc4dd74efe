// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "formulas_03.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define relu_link_loop ELEMENTWISE_MAP
#define relu_pair_loop ELEMENTWISE_PAIR
#define relu_loops_f32 FORMULA_LOOPS
#define relu_loops_f64 FORMULA_LOOPS
#define relu_piece_losses piece_losses
static const activation_map relu_link_by_parameter_f32[] = {NULL};
static const activation_map relu_integral_by_parameter_f32[] = {NULL};
#define relu_split_table_f32 NULL
ELEMENTWISE_KERNELS(relu, float, f32)
static const activation_map relu_link_by_parameter_f64[] = {NULL};
static const activation_map relu_integral_by_parameter_f64[] = {NULL};
#define relu_split_table_f64 NULL
ELEMENTWISE_KERNELS(relu, double, f64)
#define elu_link_loop ELEMENTWISE_MAP
#define elu_pair_loop ELEMENTWISE_PAIR
#define elu_loops_f32 FORMULA_LOOPS
#define elu_loops_f64 FORMULA_LOOPS
#define elu_piece_losses piece_losses
ELEMENTWISE_MAP(elu, link_by_0, float, f32)
static const activation_map elu_link_by_parameter_f32[] = {elu_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(elu, integral_by_0, float, f32)
static const activation_map elu_integral_by_parameter_f32[] = {elu_integral_by_0_map_f32, NULL};
#define elu_split_table_f32 NULL
ELEMENTWISE_KERNELS(elu, float, f32)
ELEMENTWISE_MAP(elu, link_by_0, double, f64)
static const activation_map elu_link_by_parameter_f64[] = {elu_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(elu, integral_by_0, double, f64)
static const activation_map elu_integral_by_parameter_f64[] = {elu_integral_by_0_map_f64, NULL};
#define elu_split_table_f64 NULL
ELEMENTWISE_KERNELS(elu, double, f64)
#define probit_link_loop ELEMENTWISE_MAP
#define probit_pair_loop ELEMENTWISE_PAIR
#define probit_loops_f32 FORMULA_LOOPS
#define probit_loops_f64 FORMULA_LOOPS
#define probit_piece_losses no_piece_losses
static const activation_map probit_link_by_parameter_f32[] = {NULL};
static const activation_map probit_integral_by_parameter_f32[] = {NULL};
#define probit_split_table_f32 NULL
ELEMENTWISE_KERNELS(probit, float, f32)
static const activation_map probit_link_by_parameter_f64[] = {NULL};
static const activation_map probit_integral_by_parameter_f64[] = {NULL};
#define probit_split_table_f64 NULL
ELEMENTWISE_KERNELS(probit, double, f64)

extern const activation_kernels *const CActivationKernels_table_03_v3[];
const activation_kernels *const CActivationKernels_table_03_v3[] = {
    &relu_kernels_f32,
    &relu_kernels_f64,
    &elu_kernels_f32,
    &elu_kernels_f64,
    &probit_kernels_f32,
    &probit_kernels_f64,
};
#pragma clang attribute pop
#endif
