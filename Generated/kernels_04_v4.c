// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#define VECTOR_MATH_AVX512
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "formulas_04.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define softsign_link_loop ELEMENTWISE_MAP
#define softsign_pair_loop ELEMENTWISE_PAIR
#define softsign_loops_f32 FORMULA_LOOPS
#define softsign_loops_f64 FORMULA_LOOPS
#define softsign_piece_losses no_piece_losses
static const activation_map softsign_link_by_parameter_f32[] = {NULL};
static const activation_map softsign_integral_by_parameter_f32[] = {NULL};
#define softsign_split_table_f32 NULL
ELEMENTWISE_KERNELS(softsign, float, f32)
static const activation_map softsign_link_by_parameter_f64[] = {NULL};
static const activation_map softsign_integral_by_parameter_f64[] = {NULL};
#define softsign_split_table_f64 NULL
ELEMENTWISE_KERNELS(softsign, double, f64)
COUPLED_COORDINATES_MAP(tempered_softmax, link_by_0, float, f32)
static const activation_map tempered_softmax_link_by_parameter_f32[] = {tempered_softmax_link_by_0_map_f32, NULL};
COUPLED_NUMBER_MAP(tempered_softmax, integral_by_0, float, f32)
static const activation_map tempered_softmax_integral_by_parameter_f32[] = {tempered_softmax_integral_by_0_map_f32, NULL};
COUPLED_KERNELS(tempered_softmax, float, f32)
COUPLED_COORDINATES_MAP(tempered_softmax, link_by_0, double, f64)
static const activation_map tempered_softmax_link_by_parameter_f64[] = {tempered_softmax_link_by_0_map_f64, NULL};
COUPLED_NUMBER_MAP(tempered_softmax, integral_by_0, double, f64)
static const activation_map tempered_softmax_integral_by_parameter_f64[] = {tempered_softmax_integral_by_0_map_f64, NULL};
COUPLED_KERNELS(tempered_softmax, double, f64)

extern const activation_kernels *const CActivationKernels_table_04_v4[];
const activation_kernels *const CActivationKernels_table_04_v4[] = {
    &softsign_kernels_f32,
    &softsign_kernels_f64,
    &tempered_softmax_kernels_f32,
    &tempered_softmax_kernels_f64,
};
#pragma clang attribute pop
#endif
