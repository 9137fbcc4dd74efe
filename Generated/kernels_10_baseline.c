// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_10.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

static const activation_map gudermannian_link_by_parameter_f32[] = {NULL};
static const activation_map gudermannian_integral_by_parameter_f32[] = {NULL};
ELEMENTWISE_KERNELS(gudermannian, float, f32)
static const activation_map gudermannian_link_by_parameter_f64[] = {NULL};
static const activation_map gudermannian_integral_by_parameter_f64[] = {NULL};
ELEMENTWISE_KERNELS(gudermannian, double, f64)

extern const activation_kernels *const CActivationKernels_table_10_baseline[];
const activation_kernels *const CActivationKernels_table_10_baseline[] = {
    &gudermannian_kernels_f32,
    &gudermannian_kernels_f64,
};
