// The range, the inverse and the dual of an elementwise link.
#include "include/conjugate.h"
#include <math.h>
#include <stddef.h>

static double value(const elementwise_link *link, double a) { return link->link(a, link->parameters); }

// The k-th of a sequence of points that tends to an end of the domain.
static double approach(const elementwise_link *link, int upper, int k) {
    const double end = upper ? link->domain_upper : link->domain_lower;
    const double other = upper ? link->domain_lower : link->domain_upper;
    if (isinf(end)) {
        const double start = isinf(other) ? 0 : other;
        return start + copysign(ldexp(1, k), end);
    }
    const double width = isinf(other) ? 1 : 0.5 * fabs(end - other);
    return end - copysign(ldexp(width, -k), upper ? 1 : -1);
}

static double limit(const elementwise_link *link, int upper) {
    const double end = upper ? link->domain_upper : link->domain_lower;
    const double at_end = value(link, end);
    if (!isnan(at_end)) return at_end;
    // Follow the sequence while f behaves as an increasing function: where it stops doing so,
    // an intermediate result has overflowed.
    double last = value(link, approach(link, upper, 0)), change = INFINITY;
    for (int k = 1; k < 1024; ++k) {
        const double next = value(link, approach(link, upper, k));
        if (!isfinite(next) || (upper ? next < last : next > last)) break;
        change = fabs(next - last);
        last = next;
    }
    if (change <= 0x1p-50 * fabs(last)) return last;
    return upper ? INFINITY : -INFINITY;
}

void find_range(elementwise_link *link) {
    link->range_lower = limit(link, 0);
    link->range_upper = limit(link, 1);
}

// Bisection in the metric of floating point: the arithmetic mean for near ends, the geometric
// one for ends that are orders of magnitude apart.
static double middle(double low, double high) {
    if (low > 0 && high > 4 * low) return sqrt(low) * sqrt(high);
    if (high < 0 && low < 4 * high) return -sqrt(-low) * sqrt(-high);
    if (low == 0 && high > 0x1p-1000) return high > 1 ? 1 : high * 0x1p-10;
    if (high == 0 && low < -0x1p-1000) return low < -1 ? -1 : low * 0x1p-10;
    return 0.5 * low + 0.5 * high;
}

// Whether the link jumps over y at a kink.
static int jumps_over(const elementwise_link *link, const link_kink *kink, double y) {
    if (!kink->is_jump || !isfinite(kink->location)) return 0;
    const double c = kink->location;
    const double below = value(link, nextafter(nextafter(c, -INFINITY), -INFINITY));
    const double above = value(link, nextafter(nextafter(c, INFINITY), INFINITY));
    return below <= y && y <= above;
}

static double solved(const elementwise_link *link, double y) {
    // Bracket: f(low) ≤ y ≤ f(high).
    double low = NAN, high = NAN;
    for (int k = 0; k < 1075 && (isnan(low) || isnan(high)); ++k) {
        const double down = approach(link, 0, k), up = approach(link, 1, k);
        if (isnan(low) && value(link, down) <= y) low = down;
        if (isnan(high) && value(link, up) >= y) high = up;
    }
    if (isnan(low)) return link->domain_lower;
    if (isnan(high)) return link->domain_upper;
    double a = middle(low, high);
    for (int iteration = 0; iteration < 2200; ++iteration) {
        const double f = value(link, a);
        if (f == y) break;
        if (f < y) low = a; else high = a;
        const double newton = a - (f - y) / link->derivative(a, link->parameters);
        // Newton's step where it stays inside and the bracket is near; else the middle.
        const double next = newton > low && newton < high && iteration % 3 != 2 ? newton : middle(low, high);
        if (!(next > low && next < high) || next == a) break;
        a = next;
    }
    return a;
}

// The end of the stretch on which f has already reached the end of its range.
static double edge(const elementwise_link *link, int upper) {
    const double y = upper ? link->range_upper : link->range_lower;
    double outside = NAN, inside = NAN;
    for (int k = 0; k < 1024 && (isnan(outside) || isnan(inside)); ++k) {
        const double far = approach(link, upper, k), near = approach(link, !upper, k);
        if (isnan(outside) && value(link, far) == y) outside = far;
        if (isnan(inside) && value(link, near) != y) inside = near;
    }
    if (isnan(outside) || isnan(inside)) return upper ? link->domain_upper : link->domain_lower;
    for (int iteration = 0; iteration < 2200; ++iteration) {
        const double next = upper ? middle(inside, outside) : middle(outside, inside);
        if (next == inside || next == outside) break;
        if (value(link, next) == y) outside = next; else inside = next;
    }
    return outside;
}

static int is_end(const elementwise_link *link, double y) { return y == link->range_lower || y == link->range_upper; }

double link_inverse(const elementwise_link *link, double y) {
    if (link->is_falling || !(y >= link->range_lower && y <= link->range_upper)) return NAN;
    // A strictly increasing link has the ends of its range only at those of its domain, and any link an infinite
    // value: formulas may give nan there.
    if (y == link->range_upper && (link->is_strict || isinf(y))) return link->domain_upper;
    if (y == link->range_lower && (link->is_strict || isinf(y))) return link->domain_lower;
    if (link->inverse && !(link->is_inverse_derived && is_end(link, y))) {
        const double inverse = link->inverse(y, link->parameters);
        if (!link->is_inverse_derived || !isnan(inverse)) return inverse;
    }
    for (int i = 0; i < link->kink_count; ++i) {
        if (jumps_over(link, &link->kinks[i], y)) return link->kinks[i].location;
    }
    if (y == link->range_upper) return edge(link, 1);
    if (y == link->range_lower) return edge(link, 0);
    return solved(link, y);
}

double link_dual(const elementwise_link *link, double y) {
    if (isnan(y) || link->is_falling) return NAN;
    if (y < link->range_lower || y > link->range_upper) return INFINITY;
    if (link->dual && !(link->is_dual_derived && is_end(link, y))) {
        const double dual = link->dual(y, link->parameters);
        if (!isnan(dual)) return dual;
    }
    if (isinf(y)) return INFINITY;
    // From F(c) + F*(y) − y c = the Fenchel–Young loss at c, which does not cancel.
    const double c = link->domain_lower < 0 && link->domain_upper > 0 ? 0 : approach(link, 1, 1);
    const double at_c = link->integral(c, link->parameters);
    // At the preimage itself the terms may be far smaller: y near 0, where f tends to 0.
    const double a = link_inverse(link, y), at_a = link->integral(a, link->parameters);
    // At an end of the domain where f tends to 0 the terms are 0 and the limit of F, which may be −∞.
    if (y == 0 && isinf(a) && !isnan(at_a)) return -at_a;
    if (fabs(y * a) + fabs(at_a) < fabs(at_c) + fabs(y * c)) return y * a - at_a;
    return y * c - at_c + fenchel_young_loss(link, c, y, NULL);
}
