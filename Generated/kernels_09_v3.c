// Generated from activations.yaml by generate-activations 1.0: do not edit.

#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "formulas_09.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

static const activation_map softmax_link_by_parameter_f32[] = {NULL};
static const activation_map softmax_integral_by_parameter_f32[] = {NULL};
COUPLED_KERNELS(softmax, float, f32)
static const activation_map softmax_link_by_parameter_f64[] = {NULL};
static const activation_map softmax_integral_by_parameter_f64[] = {NULL};
COUPLED_KERNELS(softmax, double, f64)
static const activation_map sparsemax_link_by_parameter_f32[] = {NULL};
static const activation_map sparsemax_integral_by_parameter_f32[] = {NULL};
COUPLED_KERNELS(sparsemax, float, f32)
static const activation_map sparsemax_link_by_parameter_f64[] = {NULL};
static const activation_map sparsemax_integral_by_parameter_f64[] = {NULL};
COUPLED_KERNELS(sparsemax, double, f64)

extern const activation_kernels *const CActivationKernels_table_09_v3[];
const activation_kernels *const CActivationKernels_table_09_v3[] = {
    &softmax_kernels_f32,
    &softmax_kernels_f64,
    &sparsemax_kernels_f32,
    &sparsemax_kernels_f64,
};
#pragma clang attribute pop
#endif
