// Convex duality for coupled links (softmax), one row at a time and in double.
// The array kernels in coupled_kernels.h loop over these.
#pragma once
#include <stddef.h>

typedef void (*coupled_map)(const double *x, double *result, ptrdiff_t n, const double *parameters);
typedef double (*coupled_functional)(const double *x, ptrdiff_t n, const double *parameters);

typedef struct {
    coupled_map link;
    coupled_functional integral;
    // (a, v) → J(a) v; in place where result is v.
    void (*jacobian_vector_product)(const double *a, const double *v, double *result, ptrdiff_t n,
                                    const double *parameters);
    // The part of the Jacobian's diagonal that is not of low rank: d in J = diag(d) + Σ u vᵀ.
    coupled_map diagonal;
    // The entry's own formulas in y, or NULL.
    coupled_map inverse;
    coupled_functional dual;
    // Whether J(a) 1 = 0 everywhere (softmax).
    int is_flat_along_ones;
    const double *parameters;
} coupled_link;

// The doubles of scratch that each routine below needs for rows of n.
static inline ptrdiff_t coupled_scratch(ptrdiff_t n) { return 8 * n; }

// a ← the entry's inverse of y; all nan where y is not in the range of f, which f at the result
// tells. Returns whether it is.
int coupled_inverse(const coupled_link *link, const double *y, double *a, ptrdiff_t n, double *scratch);

// F*(y); +inf where y is not in the range of f (an entry without an inverse: what its formula gives,
// nan without one).
double coupled_dual(const coupled_link *link, const double *y, ptrdiff_t n, double *scratch);

// D_F(estimate, target), never negative; *gradient ← f(estimate) − f(target) unless NULL.
double coupled_matching_loss(const coupled_link *link, const double *estimate, const double *target,
                             double *gradient, ptrdiff_t n, double *scratch);

// F(estimate) + F*(y) − ⟨y, estimate⟩; *gradient ← f(estimate) − y unless NULL.
double coupled_fenchel_young(const coupled_link *link, const double *estimate, const double *y,
                             double *gradient, ptrdiff_t n, double *scratch);

// D_F*(y, estimate), both post-activations; softmax: Σ y log(y/ŷ) with 0 log 0 = 0.
double coupled_dual_divergence(const coupled_link *link, const double *y, const double *estimate,
                               ptrdiff_t n, double *scratch);
