#include "include/coupled_conjugate.h"
#include "include/gauss_kronrod.h"
#include <math.h>

// Below this share of its largest term a difference has lost 16 of its 53 bits.
#define WELL_CONDITIONED 0x1p-16
#define EVALUATION_LIMIT 1500

static double dot(const double *x, const double *y, ptrdiff_t n) {
    double sum = 0;
    for (ptrdiff_t i = 0; i < n; ++i) sum += x[i] * y[i];
    return sum;
}

static int is_finite_row(const double *x, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; ++i) {
        if (!isfinite(x[i])) return 0;
    }
    return 1;
}

// The range check compares f(f⁻¹(y)) with y: 2⁻²⁰ is above the rounding of a row of floats that
// sums to 1, and below any deliberate departure.
static int matches(const double *f, const double *y, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; ++i) {
        if (!(fabs(f[i] - y[i]) <= 0x1p-20 * (1 + fabs(y[i])))) return 0;
    }
    return 1;
}

int coupled_inverse(const coupled_link *link, const double *y, double *a, ptrdiff_t n, double *scratch) {
    int valid = 0;
    if (link->inverse) {
        link->inverse(y, a, n, link->parameters);
        link->link(a, scratch, n, link->parameters);
        valid = matches(scratch, y, n);
    }
    if (!valid) {
        for (ptrdiff_t i = 0; i < n; ++i) a[i] = NAN;
    }
    return valid;
}

double coupled_dual(const coupled_link *link, const double *y, ptrdiff_t n, double *scratch) {
    double *a = scratch;
    for (ptrdiff_t i = 0; i < n; ++i) {
        if (isnan(y[i])) return NAN;
    }
    // Without an inverse the range is not known: the formula's word is taken.
    if (!link->inverse) return link->dual ? link->dual(y, n, link->parameters) : NAN;
    if (!coupled_inverse(link, y, a, n, scratch + n)) return INFINITY;
    if (link->dual) return link->dual(y, n, link->parameters);
    return dot(a, y, n) - link->integral(a, n, link->parameters);
}

// ⟨v, J(a + t v) v⟩. Where J is flat along 1, v is first moved along it to where the quadratic
// form does not cancel: to mean 0 under the weights d.
static double curvature(const coupled_link *link, const double *a, const double *v, double t, ptrdiff_t n,
                        double *at, double *moved, double *product) {
    for (ptrdiff_t i = 0; i < n; ++i) at[i] = a[i] + t * v[i];
    double shift = 0;
    if (link->is_flat_along_ones) {
        link->diagonal(at, product, n, link->parameters);
        double weight = 0;
        for (ptrdiff_t i = 0; i < n; ++i) {
            shift += product[i] * v[i];
            weight += product[i];
        }
        shift = weight > 0 ? shift / weight : 0;
    }
    for (ptrdiff_t i = 0; i < n; ++i) moved[i] = v[i] - shift;
    link->jacobian_vector_product(at, moved, product, n, link->parameters);
    const double value = dot(moved, product, n);
    return value > 0 ? value : 0;
}

// ∫₀¹ (1 − t) ⟨v, J(a + t v) v⟩ dt; `gradient` ← ∫₀¹ J(a + t v) v dt.
static double quadrature(const coupled_link *link, const double *a, const double *v, double *gradient,
                         ptrdiff_t n, double *scratch) {
    enum { DEPTH = 40 };
    double *at = scratch, *moved = scratch + n, *product = scratch + 2 * n;
    struct { double left, right; } stack[DEPTH] = {{0, 1}};
    double total = 0;
    int depth = 1, evaluations = 0;
    for (ptrdiff_t i = 0; i < n; ++i) gradient[i] = 0;
    while (depth > 0) {
        const double left = stack[depth - 1].left, right = stack[--depth].right;
        const double half = 0.5 * (right - left);
        double kronrod = 0, gauss = 0;
        for (int k = 0; k < KRONROD_NODES; ++k) {
            const double t = left + half * (1 + kronrod_node(k));
            const double value = (1 - t) * curvature(link, a, v, t, n, at, moved, product);
            kronrod += kronrod_weight(k) * value;
            gauss += gauss_weight(k) * value;
        }
        evaluations += KRONROD_NODES;
        const int resolved = fabs(half * (kronrod - gauss)) <= 1e-10 * (half * kronrod + total);
        if (!resolved && depth + 2 <= DEPTH && evaluations < EVALUATION_LIMIT) {
            const double middle = 0.5 * (left + right);
            stack[depth].left = middle;
            stack[depth++].right = right;
            stack[depth].left = left;
            stack[depth++].right = middle;
            continue;
        }
        total += half * kronrod;
        for (int k = 0; k < KRONROD_NODES; ++k) {
            curvature(link, a, v, left + half * (1 + kronrod_node(k)), n, at, moved, product);
            for (ptrdiff_t i = 0; i < n; ++i) gradient[i] += half * kronrod_weight(k) * product[i];
        }
    }
    return total;
}

double coupled_matching_loss(const coupled_link *link, const double *estimate, const double *target,
                             double *gradient, ptrdiff_t n, double *scratch) {
    double *f_estimate = scratch, *f_target = scratch + n, *step = scratch + 2 * n;
    link->link(estimate, f_estimate, n, link->parameters);
    link->link(target, f_target, n, link->parameters);
    for (ptrdiff_t i = 0; i < n; ++i) step[i] = estimate[i] - target[i];

    const double F_estimate = link->integral(estimate, n, link->parameters);
    const double F_target = link->integral(target, n, link->parameters);
    const double slope = dot(f_target, step, n);
    const double defined = F_estimate - F_target - slope;
    double scale = fabs(F_estimate) + fabs(F_target);
    for (ptrdiff_t i = 0; i < n; ++i) scale += fabs(f_target[i] * step[i]);

    double loss = defined;
    if (isnan(scale)) loss = NAN;
    if (!(defined >= WELL_CONDITIONED * scale) && is_finite_row(step, n)) {
        double *integrated = f_estimate;
        double *work = scratch + 3 * n;
        if (gradient) {
            for (ptrdiff_t i = 0; i < n; ++i) {
                const double difference = f_estimate[i] - f_target[i];
                const int keeps_digits =
                    fabs(difference) >= WELL_CONDITIONED * (fabs(f_estimate[i]) + fabs(f_target[i]));
                gradient[i] = keeps_digits ? difference : NAN;
            }
        }
        loss = quadrature(link, target, step, integrated, n, work);
        if (gradient) {
            for (ptrdiff_t i = 0; i < n; ++i) {
                if (isnan(gradient[i])) gradient[i] = integrated[i];
            }
        }
    } else if (gradient) {
        for (ptrdiff_t i = 0; i < n; ++i) gradient[i] = f_estimate[i] - f_target[i];
    }
    return loss < 0 ? 0 : loss;
}

double coupled_fenchel_young(const coupled_link *link, const double *estimate, const double *y,
                             double *gradient, ptrdiff_t n, double *scratch) {
    double *a = scratch, *rest = scratch + n;
    if (gradient) {
        link->link(estimate, gradient, n, link->parameters);
        for (ptrdiff_t i = 0; i < n; ++i) gradient[i] -= y[i];
    }
    const double dual = coupled_dual(link, y, n, scratch);
    if (!isfinite(dual)) return dual;
    const double paired = dot(estimate, y, n);
    const double integral = link->integral(estimate, n, link->parameters);
    const double defined = integral + dual - paired;
    if (defined >= WELL_CONDITIONED * (fabs(integral) + fabs(dual) + fabs(paired))) return defined;
    coupled_inverse(link, y, a, n, rest);
    // A target on the boundary of the range (one-hot) has no finite preimage: the definition stands.
    if (!is_finite_row(a, n)) return defined < 0 ? 0 : defined;
    return coupled_matching_loss(link, estimate, a, NULL, n, rest);
}

double coupled_dual_divergence(const coupled_link *link, const double *y, const double *estimate,
                               ptrdiff_t n, double *scratch) {
    double *a_estimate = scratch;
    for (ptrdiff_t i = 0; i < n; ++i) {
        if (isnan(y[i])) return NAN;
    }
    if (!coupled_inverse(link, estimate, a_estimate, n, scratch + n)) return NAN;
    const double dual = coupled_dual(link, y, n, scratch + n);
    if (!isfinite(dual)) return dual;
    const double dual_estimate = link->dual
        ? link->dual(estimate, n, link->parameters)
        : dot(a_estimate, estimate, n) - link->integral(a_estimate, n, link->parameters);
    double tangent = 0, scale = fabs(dual) + fabs(dual_estimate);
    for (ptrdiff_t i = 0; i < n; ++i) {
        if (y[i] == estimate[i]) continue;
        const double term = a_estimate[i] * (y[i] - estimate[i]);
        tangent += term;
        scale += fabs(term);
    }
    const double defined = dual - dual_estimate - tangent;
    if (defined >= WELL_CONDITIONED * scale || !is_finite_row(a_estimate, n)) return defined < 0 ? 0 : defined;
    // D_F*(y, ŷ) = D_F(f⁻¹(ŷ), f⁻¹(y)), where both are finite.
    double *a_target = scratch + n;
    coupled_inverse(link, y, a_target, n, scratch + 2 * n);
    if (!is_finite_row(a_target, n)) return defined < 0 ? 0 : defined;
    return coupled_matching_loss(link, a_estimate, a_target, NULL, n, scratch + 2 * n);
}
