// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#include "conjugates.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

ELEMENTWISE_KERNELS(step, double, f64)
ELEMENTWISE_KERNELS(linear, double, f64)
ELEMENTWISE_KERNELS(relu, double, f64)
ELEMENTWISE_KERNELS(leaky_relu, double, f64)
ELEMENTWISE_KERNELS(sigmoid, double, f64)
COUPLED_KERNELS(softmax, double, f64)
ELEMENTWISE_KERNELS(tanh, double, f64)
ELEMENTWISE_KERNELS(arctan, double, f64)
ELEMENTWISE_KERNELS(softplus, double, f64)
ELEMENTWISE_KERNELS(elu, double, f64)

extern const activation_kernels *const CActivationKernels_table_f64_baseline[];
const activation_kernels *const CActivationKernels_table_f64_baseline[] = {
    &step_kernels_f64,
    &linear_kernels_f64,
    &relu_kernels_f64,
    &leaky_relu_kernels_f64,
    &sigmoid_kernels_f64,
    &softmax_kernels_f64,
    &tanh_kernels_f64,
    &arctan_kernels_f64,
    &softplus_kernels_f64,
    &elu_kernels_f64,
};
