// Implicitly normalised links: the solution for λ, and what follows from it.
#include "include/normalised_link.h"
#include <math.h>

// A running sum that keeps what rounding takes (Neumaier, 1974).
typedef struct {
    double sum, rest;
} exact_sum;

static inline void add(exact_sum *total, double x) {
    const double sum = total->sum + x;
    total->rest += fabs(total->sum) >= fabs(x) ? (total->sum - sum) + x : (x - sum) + total->sum;
    total->sum = sum;
}

static inline double value(const exact_sum *total) { return total->sum + total->rest; }

// Where a row stands: f(a)ᵢ = φ((aᵢ − maximum) + shift − rest), λ = maximum − shift + rest.
typedef struct {
    double maximum, shift;
    // What is left of Newton's last step, too small to change the sums of the arguments.
    double rest;
    // The coordinates at the maximum, if that is infinite; −1 if a nan is among them.
    ptrdiff_t infinite;
} normalisation;

#define NORMALISED(T, S)                                                                           \
    static normalisation solved_##S(const elementwise_link *phi, const T *a, ptrdiff_t n) {        \
        normalisation row = {-INFINITY, 0, 0, 0};                                                  \
        for (ptrdiff_t i = 0; i < n; ++i) {                                                        \
            if (isnan(a[i])) return (normalisation){NAN, NAN, 0, -1};                              \
            if (a[i] > row.maximum) row.maximum = a[i];                                            \
        }                                                                                          \
        if (isinf(row.maximum)) {                                                                  \
            for (ptrdiff_t i = 0; i < n; ++i) row.infinite += a[i] == row.maximum;                 \
            return row;                                                                            \
        }                                                                                          \
        /* Σ ≤ n φ(low) = 1 and Σ ≥ φ(high) = 1. */                                                \
        double low = link_inverse(phi, 1.0 / (double)n), high = link_inverse(phi, 1);              \
        double shift = high;                                                                       \
        for (int iteration = 0; iteration < 200; ++iteration) {                                    \
            exact_sum total = {0, 0};                                                              \
            double slope = 0;                                                                      \
            for (ptrdiff_t i = 0; i < n; ++i) {                                                    \
                const double x = (a[i] - row.maximum) + shift;                                     \
                add(&total, phi->link(x, phi->parameters));                                        \
                slope += phi->derivative(x, phi->parameters);                                      \
            }                                                                                      \
            const double excess = (total.sum - 1) + total.rest;                                    \
            row.rest = slope > 0 && isfinite(slope) ? excess / slope : 0;                          \
            if (fabs(excess) <= 0x1p-52) break;                                                    \
            if (excess > 0) high = shift; else low = shift;                                        \
            const double newton = shift - excess / slope, middle = 0.5 * (low + high);             \
            /* Newton converges fast where Σ is convex; every fourth step halves the bracket where it does not. */ \
            const int halves = iteration > 40 && iteration % 4 == 0;                               \
            const double next = newton > low && newton < high && !halves ? newton : middle;        \
            if (next == shift || !(next > low && next < high)) break;                              \
            shift = next;                                                                          \
            row.rest = 0;                                                                          \
        }                                                                                          \
        row.shift = shift;                                                                         \
        return row;                                                                                \
    }                                                                                              \
                                                                                                   \
    void normalised_link_##S(const elementwise_link *phi, const T *a, T *result, ptrdiff_t n) {    \
        const normalisation row = solved_##S(phi, a, n);                                           \
        for (ptrdiff_t i = 0; i < n; ++i) {                                                        \
            if (row.infinite != 0) {                                                               \
                result[i] = row.infinite < 0 ? (T)NAN : a[i] == row.maximum ? (T)(1.0 / (double)row.infinite) : 0; \
            } else {                                                                               \
                const double x = (a[i] - row.maximum) + row.shift, y = phi->link(x, phi->parameters); \
                /* The step is far below y's own rounding error unless φ is steep where y is small. */ \
                const double moved = row.rest != 0 ? y - row.rest * phi->derivative(x, phi->parameters) : y; \
                result[i] = (T)(moved >= 0 ? moved : 0);                                           \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    double normalised_integral_##S(const elementwise_link *phi, const T *a, ptrdiff_t n) {         \
        const normalisation row = solved_##S(phi, a, n);                                           \
        if (row.infinite != 0 || n == 0) return row.maximum;                                       \
        exact_sum total = {row.maximum, 0};                                                        \
        add(&total, -row.shift);                                                                   \
        for (ptrdiff_t i = 0; i < n; ++i) {                                                        \
            add(&total, phi->integral((a[i] - row.maximum) + row.shift, phi->parameters));         \
        }                                                                                          \
        return value(&total);                                                                      \
    }                                                                                              \
                                                                                                   \
    void normalised_jacobian_##S(const elementwise_link *phi, const T *a, const T *v, T *result, ptrdiff_t n) { \
        const normalisation row = solved_##S(phi, a, n);                                           \
        double weight = 0, mean = 0;                                                               \
        for (ptrdiff_t i = 0; i < n && row.infinite == 0; ++i) {                                   \
            const double d = phi->derivative((a[i] - row.maximum) + row.shift, phi->parameters);   \
            weight += d;                                                                           \
            if (d != 0) mean += d * v[i];                                                          \
        }                                                                                          \
        mean = weight > 0 ? mean / weight : 0;                                                     \
        for (ptrdiff_t i = 0; i < n; ++i) {                                                        \
            const double d = row.infinite == 0                                                     \
                ? phi->derivative((a[i] - row.maximum) + row.shift, phi->parameters) : row.infinite < 0 ? NAN : 0; \
            result[i] = d == 0 ? 0 : (T)(d * (v[i] - mean));                                       \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    /* Σ φ(aᵢ − λ; θ) = 1 moves λ by ∂λ/∂θ = Σ ∂φ/∂θ / Σ φ′. */                                    \
    void normalised_link_slope_##S(const elementwise_link *phi, conjugate_function slope, const T *a, T *result, \
                                   ptrdiff_t n) {                                                  \
        const normalisation row = solved_##S(phi, a, n);                                           \
        double weight = 0, rise = 0;                                                               \
        for (ptrdiff_t i = 0; i < n && row.infinite == 0; ++i) {                                   \
            const double x = (a[i] - row.maximum) + row.shift;                                     \
            weight += phi->derivative(x, phi->parameters);                                         \
            rise += slope(x, phi->parameters);                                                     \
        }                                                                                          \
        const double drift = weight > 0 ? rise / weight : 0;                                       \
        for (ptrdiff_t i = 0; i < n; ++i) {                                                        \
            const double x = (a[i] - row.maximum) + row.shift;                                     \
            result[i] = row.infinite != 0 ? (row.infinite < 0 ? (T)NAN : 0)                        \
                : (T)(slope(x, phi->parameters) - drift * phi->derivative(x, phi->parameters));    \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    double normalised_integral_slope_##S(const elementwise_link *phi, conjugate_function slope, const T *a, \
                                         ptrdiff_t n) {                                            \
        const normalisation row = solved_##S(phi, a, n);                                           \
        if (row.infinite != 0) return row.infinite < 0 ? NAN : 0;                                  \
        exact_sum total = {0, 0};                                                                  \
        for (ptrdiff_t i = 0; i < n; ++i) add(&total, slope((a[i] - row.maximum) + row.shift, phi->parameters)); \
        return value(&total);                                                                      \
    }

NORMALISED(float, f32)
NORMALISED(double, f64)

void normalised_diagonal(const elementwise_link *phi, const double *a, double *d, ptrdiff_t n) {
    const normalisation row = solved_f64(phi, a, n);
    for (ptrdiff_t i = 0; i < n; ++i) {
        d[i] = row.infinite == 0
            ? phi->derivative((a[i] - row.maximum) + row.shift, phi->parameters) : row.infinite < 0 ? NAN : 0;
    }
}

void normalised_inverse(const elementwise_link *phi, const double *y, double *a, ptrdiff_t n) {
    // With λ = 0 the integral is Σ Φ(aᵢ); moving all coordinates by −Σ makes it 0.
    exact_sum total = {0, 0};
    for (ptrdiff_t i = 0; i < n; ++i) {
        a[i] = link_inverse(phi, y[i]);
        add(&total, phi->integral(a[i], phi->parameters));
    }
    for (ptrdiff_t i = 0; i < n; ++i) a[i] -= value(&total);
}

double normalised_dual(const elementwise_link *phi, const double *y, ptrdiff_t n) {
    exact_sum total = {0, 0};
    for (ptrdiff_t i = 0; i < n; ++i) add(&total, link_dual(phi, y[i]));
    return value(&total);
}
