// Implicitly normalised links (sparsemax): f(a)ᵢ = φ(aᵢ − λ(a)) with the one λ for which the coordinates add up to
// 1. φ increases, comes as near to 0 as one wants and reaches 1; it is given as an elementwise link whose range has
// been found.
//
// f is the gradient of F(a) = λ(a) + Σ Φ(aᵢ − λ(a)), Φ′ = φ (the derivative with respect to λ vanishes), which is
// convex and flat along 1: F(a + c 1) = F(a) + c. Its Jacobian is diag(d) − d dᵀ/Σd with dᵢ = φ′(aᵢ − λ).
//
// λ is solved for in double, to the last digits of Σ, by Newton's iteration inside a bracket, which always ends.
// Nan anywhere in a row makes all of it nan. Coordinates of +∞ share the 1 equally, and so do those of −∞ where
// there are no others: the limits along equal coordinates.
#pragma once
#include "conjugate.h"
#include <stddef.h>

#define NORMALISED_ROUTINES(T, S)                                                                  \
    /* result ← f(a), in place allowed. */                                                         \
    void normalised_link_##S(const elementwise_link *phi, const T *a, T *result, ptrdiff_t n);     \
    /* F(a). */                                                                                    \
    double normalised_integral_##S(const elementwise_link *phi, const T *a, ptrdiff_t n);          \
    /* result ← J(a) v, in place allowed. */                                                       \
    void normalised_jacobian_##S(const elementwise_link *phi, const T *a, const T *v, T *result, ptrdiff_t n); \
    /* result ← ∂f/∂θ where `slope` is ∂φ/∂θ; in place allowed. */                                 \
    void normalised_link_slope_##S(const elementwise_link *phi, conjugate_function slope, const T *a, T *result, \
                                   ptrdiff_t n);                                                   \
    /* ∂F/∂θ where `slope` is ∂Φ/∂θ. */                                                            \
    double normalised_integral_slope_##S(const elementwise_link *phi, conjugate_function slope, const T *a, ptrdiff_t n);

NORMALISED_ROUTINES(float, f32)
NORMALISED_ROUTINES(double, f64)

// d: the diagonal part of the Jacobian.
void normalised_diagonal(const elementwise_link *phi, const double *a, double *d, ptrdiff_t n);

// a ← the preimage of y with F(a) = 0; where φ is flat at yᵢ = 0, the end of the flat part. Whether y is in the
// range the caller finds out by f(a) = y.
void normalised_inverse(const elementwise_link *phi, const double *y, double *a, ptrdiff_t n);

// F*(y) = Σ Φ*(yᵢ) for y in the range of f.
double normalised_dual(const elementwise_link *phi, const double *y, ptrdiff_t n);
