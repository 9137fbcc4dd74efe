// vm_NAME_f64: real functions of 64-bit floats for loops over arrays. See vector_math/common.h.
#pragma once
#include "vector_math/algebraic_f64.h"
#include "vector_math/arctangent_f64.h"
#include "vector_math/common.h"
#include "vector_math/dilogarithm_f64.h"
#include "vector_math/elementary_f64.h"
#include "vector_math/entropy_f64.h"
#include "vector_math/exponential_f64.h"
#include "vector_math/integrals_f64.h"
#include "vector_math/inverse_f64.h"
#include "vector_math/logarithm_f64.h"
#include "vector_math/logistic_f64.h"
#include "vector_math/normal_f64.h"
