// Functions of 32-bit floats computed in 64 bits and rounded once: those that loops rarely need,
// where half the width in exchange for half an ulp everywhere is a good bargain.
#pragma once
#include "../vector_math_f64.h"

#define VM_WIDENED(NAME) \
    VM_INLINE float vm_##NAME##_f32(float x) { return (float)vm_##NAME##_f64(x); }
#define VM_WIDENED_2(NAME) \
    VM_INLINE float vm_##NAME##_f32(float x, float y) { return (float)vm_##NAME##_f64(x, y); }

VM_WIDENED(asinh)
VM_WIDENED(acosh)
VM_WIDENED(atanh)
VM_WIDENED(logit)
VM_WIDENED(log_expm1)
VM_WIDENED_2(xlogy)
VM_WIDENED_2(xlog1py)
VM_WIDENED(symmetric_entropy)
VM_WIDENED(log1p_excess)
VM_WIDENED(binary_entropy)
VM_WIDENED(log_cos)
VM_WIDENED(hypot1_minus1)
VM_WIDENED(minus_tanh)
VM_WIDENED(log_cosh_deficit)
VM_WIDENED_2(root_sum)
VM_WIDENED(li2)
VM_WIDENED(li2_one_minus_exp)
VM_WIDENED(normal_density)
VM_WIDENED(normal_cdf)

#undef VM_WIDENED
#undef VM_WIDENED_2
