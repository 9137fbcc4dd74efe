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
VM_WIDENED(li2)
VM_WIDENED(li2_one_minus_exp)
VM_WIDENED(sqrt1p_minus1)
VM_WIDENED(normal_density)
VM_WIDENED(erfc)
VM_WIDENED(erfcx)
VM_WIDENED(log_erfc)
VM_WIDENED(expm1_tangent)
VM_WIDENED(expm1_trapezoid)
VM_WIDENED(gaussian)
VM_WIDENED(exp_neg_square)
VM_WIDENED(normal_integral)
VM_WIDENED(gelu_integral)
VM_WIDENED(silu_integral)
VM_WIDENED(mish)
VM_WIDENED(mish_slope)
VM_WIDENED(erf_integral)
VM_WIDENED(hypot1_minus1)
VM_WIDENED(xlogx_minus_x)
VM_WIDENED(x_minus_tanh)
VM_WIDENED(half_square_minus_log_cosh)
VM_WIDENED(asinh_integral)
VM_WIDENED(bent_identity_integral)
VM_WIDENED_2(root_square_plus)
VM_WIDENED_2(plus_root)
VM_WIDENED_2(plus_root_slope)
VM_WIDENED_2(plus_root_integral)
VM_WIDENED_2(isru)
VM_WIDENED_2(isru_slope)
VM_WIDENED_2(isru_integral)
VM_WIDENED_2(isru_inverse)

#undef VM_WIDENED
#undef VM_WIDENED_2
