#pragma once
#include <activation_kernels_abi.h>

ACTIVATION_CATALOGUE(CCustomActivationsKernels);
