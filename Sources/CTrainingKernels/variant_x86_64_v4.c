#if defined(__x86_64__)
// Headers first: the attribute below is for our functions alone.
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <vector_math.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#define VARIANT x86_64_v4
#include "variant.h"
#pragma clang attribute pop
#endif
