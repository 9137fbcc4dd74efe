// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#include "conjugates.h"
#include "formulas_f32.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(step, float, f32)
ELEMENTWISE_KERNELS(linear, float, f32)
ELEMENTWISE_KERNELS(relu, float, f32)
ELEMENTWISE_KERNELS(leaky_relu, float, f32)
ELEMENTWISE_KERNELS(sigmoid, float, f32)
COUPLED_KERNELS(softmax, float, f32)
ELEMENTWISE_KERNELS(tanh, float, f32)
ELEMENTWISE_KERNELS(arctan, float, f32)
ELEMENTWISE_KERNELS(softplus, float, f32)
ELEMENTWISE_KERNELS(elu, float, f32)

extern const activation_kernels *const CActivationKernels_table_f32_baseline[];
const activation_kernels *const CActivationKernels_table_f32_baseline[] = {
    &step_kernels_f32,
    &linear_kernels_f32,
    &relu_kernels_f32,
    &leaky_relu_kernels_f32,
    &sigmoid_kernels_f32,
    &softmax_kernels_f32,
    &tanh_kernels_f32,
    &arctan_kernels_f32,
    &softplus_kernels_f32,
    &elu_kernels_f32,
};
