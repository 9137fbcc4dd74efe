// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#define VECTOR_MATH_AVX512
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "formulas_12.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define logarithm_link_loop ELEMENTWISE_MAP
#define logarithm_pair_loop ELEMENTWISE_PAIR
#define logarithm_loops_f32 FORMULA_LOOPS
#define logarithm_loops_f64 FORMULA_LOOPS
#define logarithm_piece_losses no_piece_losses
static const activation_map logarithm_link_by_parameter_f32[] = {NULL};
static const activation_map logarithm_integral_by_parameter_f32[] = {NULL};
#define logarithm_split_table_f32 NULL
ELEMENTWISE_KERNELS(logarithm, float, f32)
static const activation_map logarithm_link_by_parameter_f64[] = {NULL};
static const activation_map logarithm_integral_by_parameter_f64[] = {NULL};
#define logarithm_split_table_f64 NULL
ELEMENTWISE_KERNELS(logarithm, double, f64)
COUPLED_COORDINATES_MAP(entmax, link_by_0, float, f32)
static const activation_map entmax_link_by_parameter_f32[] = {entmax_link_by_0_map_f32, NULL};
COUPLED_NUMBER_MAP(entmax, integral_by_0, float, f32)
static const activation_map entmax_integral_by_parameter_f32[] = {entmax_integral_by_0_map_f32, NULL};
COUPLED_KERNELS(entmax, float, f32)
COUPLED_COORDINATES_MAP(entmax, link_by_0, double, f64)
static const activation_map entmax_link_by_parameter_f64[] = {entmax_link_by_0_map_f64, NULL};
COUPLED_NUMBER_MAP(entmax, integral_by_0, double, f64)
static const activation_map entmax_integral_by_parameter_f64[] = {entmax_integral_by_0_map_f64, NULL};
COUPLED_KERNELS(entmax, double, f64)

extern const activation_kernels *const CActivationKernels_table_12_v4[];
const activation_kernels *const CActivationKernels_table_12_v4[] = {
    &logarithm_kernels_f32,
    &logarithm_kernels_f64,
    &entmax_kernels_f32,
    &entmax_kernels_f64,
};
#pragma clang attribute pop
#endif
