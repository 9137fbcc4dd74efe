// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#define VECTOR_MATH_AVX512
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "formulas_00.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define linear_link_loop COPYING_MAP
#define linear_pair_loop COPYING_PAIR
#define linear_loops_f32 FORMULA_LOOPS
#define linear_loops_f64 FORMULA_LOOPS
#define linear_piece_losses piece_losses
static const activation_map linear_link_by_parameter_f32[] = {NULL};
static const activation_map linear_integral_by_parameter_f32[] = {NULL};
#define linear_split_table_f32 NULL
ELEMENTWISE_KERNELS(linear, float, f32)
static const activation_map linear_link_by_parameter_f64[] = {NULL};
static const activation_map linear_integral_by_parameter_f64[] = {NULL};
#define linear_split_table_f64 NULL
ELEMENTWISE_KERNELS(linear, double, f64)
#define tanh_link_loop ELEMENTWISE_MAP
#define tanh_pair_loop ELEMENTWISE_PAIR
#define tanh_loops_f32 FORMULA_LOOPS
#define tanh_loops_f64 FORMULA_LOOPS
#define tanh_piece_losses piece_losses
static const activation_map tanh_link_by_parameter_f32[] = {NULL};
static const activation_map tanh_integral_by_parameter_f32[] = {NULL};
#define tanh_split_table_f32 NULL
ELEMENTWISE_KERNELS(tanh, float, f32)
static const activation_map tanh_link_by_parameter_f64[] = {NULL};
static const activation_map tanh_integral_by_parameter_f64[] = {NULL};
#define tanh_split_table_f64 NULL
ELEMENTWISE_KERNELS(tanh, double, f64)
#define softshrink_link_loop ELEMENTWISE_MAP
#define softshrink_pair_loop ELEMENTWISE_PAIR
#define softshrink_loops_f32 FORMULA_LOOPS
#define softshrink_loops_f64 FORMULA_LOOPS
#define softshrink_piece_losses piece_losses
ELEMENTWISE_MAP(softshrink, link_by_0, float, f32)
static const activation_map softshrink_link_by_parameter_f32[] = {softshrink_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(softshrink, integral_by_0, float, f32)
static const activation_map softshrink_integral_by_parameter_f32[] = {softshrink_integral_by_0_map_f32, NULL};
#define softshrink_split_table_f32 NULL
ELEMENTWISE_KERNELS(softshrink, float, f32)
ELEMENTWISE_MAP(softshrink, link_by_0, double, f64)
static const activation_map softshrink_link_by_parameter_f64[] = {softshrink_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(softshrink, integral_by_0, double, f64)
static const activation_map softshrink_integral_by_parameter_f64[] = {softshrink_integral_by_0_map_f64, NULL};
#define softshrink_split_table_f64 NULL
ELEMENTWISE_KERNELS(softshrink, double, f64)
#define erf_link_loop ELEMENTWISE_MAP
#define erf_pair_loop ELEMENTWISE_PAIR
#define erf_loops_f32 FORMULA_LOOPS
#define erf_loops_f64 FORMULA_LOOPS
#define erf_piece_losses no_piece_losses
static const activation_map erf_link_by_parameter_f32[] = {NULL};
static const activation_map erf_integral_by_parameter_f32[] = {NULL};
#define erf_split_table_f32 NULL
ELEMENTWISE_KERNELS(erf, float, f32)
static const activation_map erf_link_by_parameter_f64[] = {NULL};
static const activation_map erf_integral_by_parameter_f64[] = {NULL};
#define erf_split_table_f64 NULL
ELEMENTWISE_KERNELS(erf, double, f64)
#define isru_link_loop ELEMENTWISE_MAP
#define isru_pair_loop ELEMENTWISE_PAIR
#define isru_loops_f32 FORMULA_LOOPS
#define isru_loops_f64 FORMULA_LOOPS
#define isru_piece_losses no_piece_losses
ELEMENTWISE_MAP(isru, link_by_0, float, f32)
static const activation_map isru_link_by_parameter_f32[] = {isru_link_by_0_map_f32, NULL};
ELEMENTWISE_MAP(isru, integral_by_0, float, f32)
static const activation_map isru_integral_by_parameter_f32[] = {isru_integral_by_0_map_f32, NULL};
#define isru_split_table_f32 NULL
ELEMENTWISE_KERNELS(isru, float, f32)
ELEMENTWISE_MAP(isru, link_by_0, double, f64)
static const activation_map isru_link_by_parameter_f64[] = {isru_link_by_0_map_f64, NULL};
ELEMENTWISE_MAP(isru, integral_by_0, double, f64)
static const activation_map isru_integral_by_parameter_f64[] = {isru_integral_by_0_map_f64, NULL};
#define isru_split_table_f64 NULL
ELEMENTWISE_KERNELS(isru, double, f64)

extern const activation_kernels *const CActivationKernels_table_00_v4[];
const activation_kernels *const CActivationKernels_table_00_v4[] = {
    &linear_kernels_f32,
    &linear_kernels_f64,
    &tanh_kernels_f32,
    &tanh_kernels_f64,
    &softshrink_kernels_f32,
    &softshrink_kernels_f64,
    &erf_kernels_f32,
    &erf_kernels_f64,
    &isru_kernels_f32,
    &isru_kernels_f64,
};
#pragma clang attribute pop
#endif
