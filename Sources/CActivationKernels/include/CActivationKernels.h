// The kernels generated from activations.yaml.
#pragma once
#include <activation_kernels_abi.h>

ACTIVATION_CATALOGUE(CActivationKernels);
