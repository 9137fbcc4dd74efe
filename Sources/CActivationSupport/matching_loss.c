// The matching loss D_F(â, a), without cancellation.
//
// D_F is unchanged when the path from a to â is cut at points z_k (the kinks):
//
//     D(â, a) = Σ_k D(z_{k+1}, z_k) + (f(z_k) − f(a)) (z_{k+1} − z_k),
//
// and every term is ≥ 0, because f increases. On a smooth piece the definition is used where it
// keeps its digits; otherwise D(b, a) = ∫_a^b (b − z) f'(z) dz by an adaptive Gauss–Kronrod rule,
// whose weights are positive, so that the value cannot be negative.
#include "include/conjugate.h"
#include "include/gauss_kronrod.h"
#include "include/matching_loss_kernels.h"
#include <math.h>
#include <stddef.h>

// Below this share of its largest term the definition has lost 16 of its 53 bits.
#define WELL_CONDITIONED 0x1p-16

// Stands for ±inf: far beyond every feature of a link, and finite, so that widths are. What a loss still gains
// between the nearer of the two and the other tells one that is infinite.
#define FAR_AWAY 1e300
#define FAR_ENOUGH 1e150

// One adaptive quadrature evaluates f' at most this many times, on a path that ends this side of 2^GRADES; the few
// that go beyond are allowed more.
#define EVALUATION_LIMIT 6000
#define FAR_EVALUATION_LIMIT 24000

typedef struct {
    double loss;       // ∫_a^b (b − z) f'(z) dz
    double increment;  // ∫_a^b f'(z) dz = f(b) − f(a)
} piece;

// The panel from `left` to `right` of a path that ends at `end`, and the error of its loss.
static piece kronrod_panel(const elementwise_link *link, double left, double right, double end, double *error) {
    const double half = 0.5 * (right - left), beyond = end - right;
    double loss = 0, gauss = 0, increment = 0;
    for (int k = 0; k < KRONROD_NODES; ++k) {
        const double x = kronrod_node(k);
        // end − z without the rounding of z.
        const double distance = beyond + half * (1 - x);
        const double slope = link->derivative(left + half * (1 + x), link->parameters);
        increment += kronrod_weight(k) * slope;
        loss += kronrod_weight(k) * slope * distance;
        gauss += gauss_weight(k) * slope * distance;
    }
    *error = fabs(half * (loss - gauss));
    return (piece){half * loss, half * increment};
}

// The k-th place to cut a path at, on either side of 0: powers of two, and from 2^(GRADES − 4) on of sixteen.
enum { GRADES = 14, FAR_GRADES = 246 };

static double grade(int k) { return ldexp(1, k < GRADES ? k - 3 : GRADES - 4 + 4 * (k - GRADES + 1)); }

// Whether a panel has seen what f gains over it, f(b) − f(a), to what f itself can tell.
static int sees(const piece *panel, double f_left, double f_right) {
    const double gain = f_right - f_left;
    return !(fabs(panel->increment - gain) > 1e-6 * fabs(gain) + 0x1p-46 * (fabs(f_left) + fabs(f_right)));
}

// Cuts at 0 and at its grades on both sides, so that a long path resolves what the link does near 0 and in its tails;
// then bisects each panel until the two rules agree, and nothing narrow lies between their nodes.
static piece quadrature(const elementwise_link *link, double from, double f_from, double to, double f_to) {
    enum { DEPTH = 40, MOST = GRADES + FAR_GRADES };
    double cuts[2 * MOST + 3];
    int count = 0;
    cuts[count++] = from;
    const int is_far = fmax(fabs(from), fabs(to)) > grade(GRADES);
    if (fabs(to - from) > 0.5) {
        const double low = fmin(from, to), high = fmax(from, to);
        double inner[2 * MOST + 1];
        int inner_count = 0;
        const int grades = is_far ? MOST : GRADES;
        for (int k = grades - 1; k >= 0; --k) inner[inner_count++] = -grade(k);
        inner[inner_count++] = 0;
        for (int k = 0; k < grades; ++k) inner[inner_count++] = grade(k);
        for (int i = 0; i < inner_count; ++i) {
            const double cut = inner[to > from ? i : inner_count - 1 - i];
            if (cut > low && cut < high) cuts[count++] = cut;
        }
    }
    cuts[count++] = to;

    piece total = {0, 0};
    int evaluations = 0;
    for (int i = 0; i + 1 < count; ++i) {
        struct { double left, right, f_left, f_right; } stack[DEPTH];
        int depth = 0;
        stack[depth].left = cuts[i];
        stack[depth].right = cuts[i + 1];
        stack[depth].f_left = i == 0 ? f_from : link->link(cuts[i], link->parameters);
        stack[depth++].f_right = i + 2 == count ? f_to : link->link(cuts[i + 1], link->parameters);
        while (depth > 0) {
            const double left = stack[depth - 1].left, right = stack[depth - 1].right;
            const double f_left = stack[depth - 1].f_left, f_right = stack[--depth].f_right;
            double error;
            const piece panel = kronrod_panel(link, left, right, to, &error);
            evaluations += 15;
            const double middle = left + 0.5 * (right - left);
            // Subnormal values have no digits to agree on.
            const int agrees = error <= 1e-11 * (fabs(panel.loss) + fabs(total.loss)) || error < 1e-290;
            const int resolved = agrees && sees(&panel, f_left, f_right);
            if (resolved || depth + 2 > DEPTH || evaluations > (is_far ? FAR_EVALUATION_LIMIT : EVALUATION_LIMIT) || middle == left || middle == right) {
                total.loss += panel.loss;
                total.increment += panel.increment;
            } else {
                const double f_middle = link->link(middle, link->parameters);
                stack[depth].left = middle;
                stack[depth].right = right;
                stack[depth].f_left = f_middle;
                stack[depth++].f_right = f_right;
                stack[depth].left = left;
                stack[depth].right = middle;
                stack[depth].f_left = f_left;
                stack[depth++].f_right = f_middle;
            }
        }
    }
    return total;
}

// D(to, from) where no kink lies strictly between; `f_from` and `f_to` are f's limits from inside.
static piece smooth_piece(const elementwise_link *link, double from, double f_from, double to, double f_to) {
    const double F_from = link->integral(from, link->parameters), F_to = link->integral(to, link->parameters);
    const double step = f_from * (to - from);
    const double defined = F_to - F_from - step;
    const double scale = fabs(F_to) + fabs(F_from) + fabs(step);
    if (isfinite(scale) && defined >= WELL_CONDITIONED * scale) return (piece){defined, f_to - f_from};
    const piece integrated = quadrature(link, from, f_from, to, f_to);
    if (isfinite(integrated.loss)) return integrated;
    // f' has no value at some node: the definition is the last resort.
    return (piece){isnan(defined) ? integrated.loss : fmax(defined, 0), f_to - f_from};
}

// f at a kink, as the limit from the side of `toward`.
static double limit_at(const elementwise_link *link, const link_kink *kink, double toward) {
    double z = kink->location;
    // Twice: the kink's exact location may be the neighbour of its rounded one.
    if (kink->is_jump) z = nextafter(nextafter(z, toward), toward);
    return link->link(z, link->parameters);
}

// The divergence whose tangent touches F at `start` with slope `slope` there.
static double finite_divergence(
    const elementwise_link *link, double end, double start, double slope, double *gradient
) {
    const int rising = end > start;
    double from = start, f_from = link->link(start, link->parameters);
    double loss = 0, increment = 0;
    for (int i = 0; i < link->kink_count; ++i) {
        const link_kink *kink = &link->kinks[rising ? i : link->kink_count - 1 - i];
        const double c = kink->location;
        if (!isfinite(c)) continue;
        if (c == start && kink->is_jump) {
            f_from = limit_at(link, kink, end);
            increment += f_from - slope;
        } else if (rising ? (c > from && c < end) : (c < from && c > end)) {
            // f(c) from before the kink, then from behind it.
            const double before = limit_at(link, kink, start);
            const piece part = smooth_piece(link, from, f_from, c, before);
            loss += part.loss + increment * (c - from);
            increment += part.increment;
            from = c;
            f_from = before;
            if (kink->is_jump) {
                f_from = limit_at(link, kink, end);
                increment += f_from - before;
            }
        }
    }
    double f_to = link->link(end, link->parameters);
    for (int i = 0; i < link->kink_count; ++i) {
        if (link->kinks[i].location == end && link->kinks[i].is_jump) f_to = limit_at(link, &link->kinks[i], start);
    }
    const piece last = smooth_piece(link, from, f_from, end, f_to);
    loss += last.loss + increment * (end - from);
    increment += last.increment;
    if (gradient) *gradient = increment;
    return loss < 0 ? 0 : loss;
}

// The same, where either may be infinite.
static double divergence(
    const elementwise_link *link, double estimate, double target, double slope, double *gradient
) {
    if (!isinf(estimate) && !isinf(target)) return finite_divergence(link, estimate, target, slope, gradient);
    double losses[2];
    const double distances[2] = {FAR_ENOUGH, FAR_AWAY};
    for (int i = 0; i < 2; ++i) {
        const double start = isinf(target) ? copysign(distances[i], target) : target;
        const double end = isinf(estimate) ? copysign(distances[i], estimate) : estimate;
        losses[i] = finite_divergence(link, end, start, slope, gradient);
    }
    return losses[1] > 1.01 * losses[0] && losses[1] > 0x1p-900 ? INFINITY : losses[1];
}

static int is_at_jump(const elementwise_link *link, double a) {
    for (int i = 0; i < link->kink_count; ++i) {
        if (link->kinks[i].is_jump && link->kinks[i].location == a) return 1;
    }
    return 0;
}

double matching_loss(const elementwise_link *link, double estimate, double target, double *gradient) {
    const double f_estimate = link->link(estimate, link->parameters);
    const double f_target = link->link(target, link->parameters);
    if (isnan(f_estimate) || isnan(f_target) || link->is_falling) {
        if (gradient) *gradient = NAN;
        return NAN;
    }
    if (estimate == target) {
        if (gradient) *gradient = 0;
        return 0;
    }
    const double loss = divergence(link, estimate, target, f_target, gradient);
    // At a jump the path's increment ends beside the estimate, not on it.
    if (gradient && (is_at_jump(link, estimate) || isinf(estimate) || isinf(target))) *gradient = f_estimate - f_target;
    return loss;
}

double fenchel_young_loss(const elementwise_link *link, double estimate, double y, double *gradient) {
    const double f_estimate = link->link(estimate, link->parameters);
    if (gradient) *gradient = f_estimate - y;
    if (isnan(f_estimate) || isnan(y) || link->is_falling) return NAN;
    if (y < link->range_lower || y > link->range_upper) return INFINITY;
    const double target = link_inverse(link, y);
    if (estimate == target) return 0;
    return divergence(link, estimate, target, y, NULL);
}

double dual_divergence(const elementwise_link *link, double y, double estimate) {
    if (link->is_falling || isnan(y) || !(estimate >= link->range_lower && estimate <= link->range_upper)) return NAN;
    if (y == estimate) return 0;
    return fenchel_young_loss(link, link_inverse(link, estimate), y, NULL);
}

// Whether Gauss's rule may be used on the step: no kink inside, no jump on it.
static int is_smooth_step(const elementwise_link *link, double from, double to) {
    const double low = fmin(from, to), high = fmax(from, to);
    for (int i = 0; i < link->kink_count; ++i) {
        const double c = link->kinks[i].location;
        if (link->kinks[i].is_jump ? c >= low && c <= high : c > low && c < high) return 0;
    }
    return !link->is_falling && !link->has_hidden_kinks;
}

void mend_matching_loss(
    const elementwise_link *link, matching_loss_form by_slopes, const double *estimates, const double *targets,
    ptrdiff_t count, double *loss, double *gradient, const double *certain
) {
    double packed_estimates[LOSS_BLOCK], packed_targets[LOSS_BLOCK];
    double packed_loss[LOSS_BLOCK], packed_gradient[LOSS_BLOCK], is_right[LOSS_BLOCK];
    ptrdiff_t places[LOSS_BLOCK], n = 0;
    for (ptrdiff_t i = 0; i < count; ++i) {
        if (certain[i] != 0) continue;
        const double estimate = estimates[i], target = targets[i];
        if (isfinite(estimate) && isfinite(target) && is_smooth_step(link, target, estimate)) {
            packed_estimates[n] = estimate;
            packed_targets[n] = target;
            places[n++] = i;
        } else {
            loss[i] = matching_loss(link, estimate, target, &gradient[i]);
        }
    }
    if (n == 0) return;
    by_slopes(packed_estimates, packed_targets, n, packed_loss, packed_gradient, is_right, link->parameters);
    for (ptrdiff_t k = 0; k < n; ++k) {
        const ptrdiff_t i = places[k];
        if (is_right[k] != 0) {
            loss[i] = packed_loss[k];
            gradient[i] = packed_gradient[k];
        } else {
            loss[i] = matching_loss(link, estimates[i], targets[i], &gradient[i]);
        }
    }
}
