#include "CActivationKernels.h"  // The kernels themselves are generated from activations.yaml.
