// vm_NAME_f32: real functions of 32-bit floats for loops over arrays. See vector_math/common.h.
#pragma once
#include "vector_math/arctangent_f32.h"
#include "vector_math/common.h"
#include "vector_math/dilogarithm_f32.h"
#include "vector_math/elementary_f32.h"
#include "vector_math/exponential_f32.h"
#include "vector_math/gelu_f32.h"
#include "vector_math/logarithm_f32.h"
#include "vector_math/logistic_f32.h"
#include "vector_math/normal_f32.h"
#include "vector_math/widened_f32.h"
