#include "include/activation_kernels_abi.h"
