// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "formulas_08.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define leaky_relu_link_loop ELEMENTWISE_MAP
#define leaky_relu_pair_loop ELEMENTWISE_PAIR
#define leaky_relu_loops_f32 FORMULA_LOOPS
#define leaky_relu_loops_f64 FORMULA_LOOPS
#define leaky_relu_piece_losses piece_losses
ELEMENTWISE_MAP(leaky_relu, link_by_0, float, f32)
static const activation_map leaky_relu_link_by_parameter_f32[] = {leaky_relu_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(leaky_relu, integral_by_0, float, f32)
static const activation_map leaky_relu_integral_by_parameter_f32[] = {leaky_relu_integral_by_0_map_f32, NULL};
#define leaky_relu_split_table_f32 NULL
ELEMENTWISE_KERNELS(leaky_relu, float, f32)
ELEMENTWISE_MAP(leaky_relu, link_by_0, double, f64)
static const activation_map leaky_relu_link_by_parameter_f64[] = {leaky_relu_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(leaky_relu, integral_by_0, double, f64)
static const activation_map leaky_relu_integral_by_parameter_f64[] = {leaky_relu_integral_by_0_map_f64, NULL};
#define leaky_relu_split_table_f64 NULL
ELEMENTWISE_KERNELS(leaky_relu, double, f64)
#define exponential_link_loop ELEMENTWISE_MAP
#define exponential_pair_loop ELEMENTWISE_PAIR
#define exponential_loops_f32 FORMULA_LOOPS
#define exponential_loops_f64 FORMULA_LOOPS
#define exponential_piece_losses piece_losses
static const activation_map exponential_link_by_parameter_f32[] = {NULL};
static const activation_map exponential_integral_by_parameter_f32[] = {NULL};
#define exponential_split_table_f32 NULL
ELEMENTWISE_KERNELS(exponential, float, f32)
static const activation_map exponential_link_by_parameter_f64[] = {NULL};
static const activation_map exponential_integral_by_parameter_f64[] = {NULL};
#define exponential_split_table_f64 NULL
ELEMENTWISE_KERNELS(exponential, double, f64)
#define mish_link_loop ELEMENTWISE_MAP
#define mish_pair_loop ELEMENTWISE_PAIR
#define mish_loops_f32 FORMULA_LOOPS
#define mish_loops_f64 FORMULA_LOOPS
#define mish_piece_losses no_piece_losses
static const activation_map mish_link_by_parameter_f32[] = {NULL};
static const activation_map mish_integral_by_parameter_f32[] = {NULL};
SPLIT_KERNELS(mish, float, f32)
#define mish_split_table_f32 &mish_split_kernels_f32
ELEMENTWISE_KERNELS(mish, float, f32)
static const activation_map mish_link_by_parameter_f64[] = {NULL};
static const activation_map mish_integral_by_parameter_f64[] = {NULL};
SPLIT_KERNELS(mish, double, f64)
#define mish_split_table_f64 &mish_split_kernels_f64
ELEMENTWISE_KERNELS(mish, double, f64)

extern const activation_kernels *const CActivationKernels_table_08_v3[];
const activation_kernels *const CActivationKernels_table_08_v3[] = {
    &leaky_relu_kernels_f32,
    &leaky_relu_kernels_f64,
    &exponential_kernels_f32,
    &exponential_kernels_f64,
    &mish_kernels_f32,
    &mish_kernels_f64,
};
#pragma clang attribute pop
#endif
