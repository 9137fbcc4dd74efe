// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#define VECTOR_MATH_AVX512
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "formulas_02.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define log_sigmoid_link_loop ELEMENTWISE_MAP
#define log_sigmoid_pair_loop ELEMENTWISE_PAIR
#define log_sigmoid_loops_f32 FORMULA_LOOPS
#define log_sigmoid_loops_f64 FORMULA_LOOPS
#define log_sigmoid_piece_losses no_piece_losses
static const activation_map log_sigmoid_link_by_parameter_f32[] = {NULL};
static const activation_map log_sigmoid_integral_by_parameter_f32[] = {NULL};
#define log_sigmoid_split_table_f32 NULL
ELEMENTWISE_KERNELS(log_sigmoid, float, f32)
static const activation_map log_sigmoid_link_by_parameter_f64[] = {NULL};
static const activation_map log_sigmoid_integral_by_parameter_f64[] = {NULL};
#define log_sigmoid_split_table_f64 NULL
ELEMENTWISE_KERNELS(log_sigmoid, double, f64)
#define sparse_plus_link_loop ELEMENTWISE_MAP
#define sparse_plus_pair_loop ELEMENTWISE_PAIR
#define sparse_plus_loops_f32 FORMULA_LOOPS
#define sparse_plus_loops_f64 FORMULA_LOOPS
#define sparse_plus_piece_losses no_piece_losses
static const activation_map sparse_plus_link_by_parameter_f32[] = {NULL};
static const activation_map sparse_plus_integral_by_parameter_f32[] = {NULL};
#define sparse_plus_split_table_f32 NULL
ELEMENTWISE_KERNELS(sparse_plus, float, f32)
static const activation_map sparse_plus_link_by_parameter_f64[] = {NULL};
static const activation_map sparse_plus_integral_by_parameter_f64[] = {NULL};
#define sparse_plus_split_table_f64 NULL
ELEMENTWISE_KERNELS(sparse_plus, double, f64)

extern const activation_kernels *const CActivationKernels_table_02_v4[];
const activation_kernels *const CActivationKernels_table_02_v4[] = {
    &log_sigmoid_kernels_f32,
    &log_sigmoid_kernels_f64,
    &sparse_plus_kernels_f32,
    &sparse_plus_kernels_f64,
};
#pragma clang attribute pop
#endif
