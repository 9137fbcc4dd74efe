// Convex duality, one number at a time and in double: what needs a search, a quadrature or care
// at the ends. The link is given by functions, so that these routines serve every elementwise
// entry. The array kernels in conjugate_kernels.h loop over them.
//
// Notation as in Documentation/Methods.md: link f = F', dual F*, D_F the Bregman divergence.
#pragma once

typedef double (*conjugate_function)(double x, const double *parameters);

// A point where the link has a kink (its derivative jumps) or itself jumps.
typedef struct {
    double location;
    int is_jump;
} link_kink;

// f′ = slope + exponential e^{exponential_rate a} + logistic σ'(logistic_rate a), between two kinks.
typedef struct {
    double slope, exponential, exponential_rate, logistic, logistic_rate;
} slope_shape;

typedef struct {
    conjugate_function link, derivative, integral;
    // The shape of f′ around a, or NULL where it has no such shape (loss_pieces.h).
    slope_shape (*slope_shape)(double a, const double *parameters);
    // The entry's own formulas in y, or NULL.
    conjugate_function inverse, dual;
    // Whether these were derived. Such a formula is used inside the range only: at its ends it may have no value.
    int is_inverse_derived, is_dual_derived;
    // The open interval (lower, upper) that a runs over, and the closure of the link's range on it.
    double domain_lower, domain_upper;
    double range_lower, range_upper;
    // Whether the link is strictly increasing at these parameters.
    int is_strict;
    // Whether it falls somewhere. Its integral then is not convex, and all that follows from convexity is nan.
    int is_falling;
    // Whether there are kinks besides those of the list, at places that no formula gives.
    int has_hidden_kinks;
    int kink_count;
    const link_kink *kinks;
    const double *parameters;
} elementwise_link;

// Fills in the link's limits at the ends of its domain, by evaluation at ±inf or, where that is
// not a number, along a sequence that tends there.
void find_range(elementwise_link *link);

// f⁻¹(y): nan outside the range, ±inf at an end that f only tends to. Where f is not strictly
// increasing: some a with y between f(a−) and f(a+); at an end of the range that f attains, the
// a next to the interior. By the entry's formula if it has one, else by a bracketed Newton
// iteration, which always ends.
double link_inverse(const elementwise_link *link, double y);

// F*(y), +inf outside the range of f.
double link_dual(const elementwise_link *link, double y);

// D_F(estimate, target) = ∫ (f(z) − f(target)) dz from target to estimate: never negative, and
// free of the cancellation that the definition F(â) − F(a) − f(a)(â − a) suffers for near
// arguments or in a tail. An infinite target stands for the limit. *gradient, unless NULL, is
// f(estimate) − f(target), again without cancellation.
double matching_loss(const elementwise_link *link, double estimate, double target, double *gradient);

// The Fenchel–Young loss F(estimate) + F*(y) − y estimate: +inf for y outside the range of f.
// *gradient, unless NULL, is f(estimate) − y.
double fenchel_young_loss(const elementwise_link *link, double estimate, double y, double *gradient);

// D_F*(y, estimate), both post-activations: +inf for y, nan for an estimate, outside the range.
double dual_divergence(const elementwise_link *link, double y, double estimate);

// Orders kinks by location, those at ±inf or nan (a parameter put them out of reach) last.
static inline void sort_kinks(link_kink *kinks, int count) {
    for (int i = 1; i < count; ++i) {
        const link_kink kink = kinks[i];
        int j = i;
        while (j > 0 && !(kinks[j - 1].location <= kink.location)) {
            kinks[j] = kinks[j - 1];
            --j;
        }
        kinks[j] = kink;
    }
}
