// vm_NAME_f32 and vm_NAME_f64: see vector_math/common.h.
#pragma once
#include "vector_math_f32.h"
#include "vector_math_f64.h"
