// Integrals for which there is no formula: from piecewise polynomials that the generator fitted, or by quadrature.
#pragma once
#include "vector_math/common.h"
#include <stddef.h>

// A panel of the table: aᵏ Σ cⱼ tʲ with t = (a − centre) · scale, k = power ≤ 4.
typedef struct {
    double centre, scale;
    int64_t power;
    double coefficients[16];
} integral_panel;

// The integral from `count` edges, a power of two, padded with +inf, of which edges[i] is the lower end of panel i
// (edges[0] is not looked at). Without branches or calls, so that loops vectorise; nan gives nan, ±inf the limits.
VM_INLINE double panel_integral(
    double a, const double *edges, ptrdiff_t count, const integral_panel *panels, double at_minus_inf, double at_inf
) {
    ptrdiff_t i = 0;
    for (ptrdiff_t step = count / 2; step > 0; step /= 2) i += a >= edges[i + step] ? step : 0;
    const double finite = (a - a == 0) ? a : 0;
    i = (a - a == 0) ? i : 0;
    const integral_panel *p = panels + i;
    const double t = (finite - p->centre) * p->scale;
    double value = p->coefficients[15];
    for (int j = 14; j >= 0; --j) value = value * t + p->coefficients[j];
    // One factor at a time: a² may underflow where the product does not.
    value *= p->power > 0 ? finite : 1;
    value *= p->power > 1 ? finite : 1;
    value *= p->power > 2 ? finite : 1;
    value *= p->power > 3 ? finite : 1;
    value = a == VM_INF_F64 ? at_inf : value;
    value = a == -VM_INF_F64 ? at_minus_inf : value;
    return a == a ? value : a;
}

// ∫ f from base to a, for f continuous but at the kinks, to a relative error of 1e-14 (of ∫ |f|, where f changes its
// sign between them). The path is cut at the kinks and in octaves, and then bisected until the 15-point Kronrod rule and
// its 7-point Gauss rule agree; it always ends. nan outside the domain; at ±inf the limit.
double quadrature_integral(
    double (*f)(double a, const void *context), const void *context, double base, double a,
    double domain_lower, double domain_upper, const double *kinks, int kink_count);
