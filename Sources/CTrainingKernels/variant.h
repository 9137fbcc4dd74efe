// Compiles the kernels of both precisions for one instruction set. The including file defines
// VARIANT (a name's suffix) and opens the target attribute, so that one body serves all.
#include "include/training_kernels.h"

#include <math.h>
#include <stdint.h>
#include <vector_math.h>

// No fused multiply-adds behind our back: the variants must agree in bits.
#pragma STDC FP_CONTRACT OFF

#define PASTE(a, b, c) a##_##b##_##c
#define EXPAND(a, b, c) PASTE(a, b, c)
#define NAME(stem) EXPAND(stem, PRECISION, VARIANT)

#define PRECISION float
#define T float
#define EXP(x) vm_exp_f32(x)
#define LOG1P(x) vm_log1p_f32(x)
#include "optimizers.h"
#include "reductions.h"
#include "losses.h"
#include "table.h"
#undef PRECISION
#undef T
#undef EXP
#undef LOG1P

#define PRECISION double
#define T double
#define EXP(x) vm_exp_f64(x)
#define LOG1P(x) vm_log1p_f64(x)
#include "optimizers.h"
#include "reductions.h"
#include "losses.h"
#include "table.h"
