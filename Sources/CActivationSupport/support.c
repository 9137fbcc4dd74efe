// Compiles the headers once on their own; everything in them is inlined into its callers.
#include "include/activation_kernels_abi.h"
#include "include/vector_math.h"
