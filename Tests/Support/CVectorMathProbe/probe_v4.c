#if defined(__x86_64__)
#define VECTOR_MATH_FUSED
#define VECTOR_MATH_AVX512
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include <vector_math.h>
#include "probe_loops.h"

#pragma STDC FP_CONTRACT OFF
#define LOOPS(NAME) PROBE_LOOPS(NAME, v4)
FUNCTIONS(LOOPS)
#pragma clang attribute pop
#endif
