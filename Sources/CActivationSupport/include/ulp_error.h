// Errors of float results in units of the last place.
#pragma once
#include <stddef.h>

typedef struct {
    // The largest error; inf where one of value and reference is nan and the other is not.
    double ulps;
    // Where it is first reached; −1 of no elements.
    ptrdiff_t index;
} ulp_error;

// The largest error of `values` against `reference`, in units of the last place of the reference's binade (of the least
// subnormal number below the normal ones). An overflow counts as 2¹²⁸.
ulp_error largest_ulp_error(const float *values, const double *reference, ptrdiff_t count);
