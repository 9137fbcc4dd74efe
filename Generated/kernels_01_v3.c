// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "formulas_01.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define prelu_link_loop ELEMENTWISE_MAP
#define prelu_pair_loop ELEMENTWISE_PAIR
#define prelu_loops_f32 FORMULA_LOOPS
#define prelu_loops_f64 FORMULA_LOOPS
#define prelu_piece_losses piece_losses
ELEMENTWISE_MAP(prelu, link_by_0, float, f32)
static const activation_map prelu_link_by_parameter_f32[] = {prelu_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(prelu, integral_by_0, float, f32)
static const activation_map prelu_integral_by_parameter_f32[] = {prelu_integral_by_0_map_f32, NULL};
#define prelu_split_table_f32 NULL
ELEMENTWISE_KERNELS(prelu, float, f32)
ELEMENTWISE_MAP(prelu, link_by_0, double, f64)
static const activation_map prelu_link_by_parameter_f64[] = {prelu_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(prelu, integral_by_0, double, f64)
static const activation_map prelu_integral_by_parameter_f64[] = {prelu_integral_by_0_map_f64, NULL};
#define prelu_split_table_f64 NULL
ELEMENTWISE_KERNELS(prelu, double, f64)
#define tanhshrink_link_loop ELEMENTWISE_MAP
#define tanhshrink_pair_loop ELEMENTWISE_PAIR
#define tanhshrink_loops_f32 FORMULA_LOOPS
#define tanhshrink_loops_f64 FORMULA_LOOPS
#define tanhshrink_piece_losses no_piece_losses
static const activation_map tanhshrink_link_by_parameter_f32[] = {NULL};
static const activation_map tanhshrink_integral_by_parameter_f32[] = {NULL};
#define tanhshrink_split_table_f32 NULL
ELEMENTWISE_KERNELS(tanhshrink, float, f32)
static const activation_map tanhshrink_link_by_parameter_f64[] = {NULL};
static const activation_map tanhshrink_integral_by_parameter_f64[] = {NULL};
#define tanhshrink_split_table_f64 NULL
ELEMENTWISE_KERNELS(tanhshrink, double, f64)
#define bent_identity_link_loop ELEMENTWISE_MAP
#define bent_identity_pair_loop ELEMENTWISE_PAIR
#define bent_identity_loops_f32 FORMULA_LOOPS
#define bent_identity_loops_f64 FORMULA_LOOPS
#define bent_identity_piece_losses no_piece_losses
static const activation_map bent_identity_link_by_parameter_f32[] = {NULL};
static const activation_map bent_identity_integral_by_parameter_f32[] = {NULL};
#define bent_identity_split_table_f32 NULL
ELEMENTWISE_KERNELS(bent_identity, float, f32)
static const activation_map bent_identity_link_by_parameter_f64[] = {NULL};
static const activation_map bent_identity_integral_by_parameter_f64[] = {NULL};
#define bent_identity_split_table_f64 NULL
ELEMENTWISE_KERNELS(bent_identity, double, f64)

extern const activation_kernels *const CActivationKernels_table_01_v3[];
const activation_kernels *const CActivationKernels_table_01_v3[] = {
    &prelu_kernels_f32,
    &prelu_kernels_f64,
    &tanhshrink_kernels_f32,
    &tanhshrink_kernels_f64,
    &bent_identity_kernels_f32,
    &bent_identity_kernels_f64,
};
#pragma clang attribute pop
#endif
