#include "include/numeric_integral.h"
#include "include/gauss_kronrod.h"
#include <math.h>

typedef struct {
    double (*f)(double a, const void *context);
    const void *context;
    double sum, compensation;  // the integral so far, with what its additions have lost
    double size;               // ∫ |f| so far
    int evaluations;
} integration;

// Far more than any link needs; then what is left is taken as it is.
enum { EVALUATION_LIMIT = 60000, DEPTH = 48 };

static void add(integration *total, double value) {
    const double sum = total->sum + value;
    total->compensation += fabs(total->sum) >= fabs(value) ? (total->sum - sum) + value : (value - sum) + total->sum;
    total->sum = sum;
}

// The panel from `left` to `right`; *size is ∫ |f| over it, *error what the two rules differ by.
static double kronrod(integration *total, double left, double right, double *size, double *error) {
    const double half = 0.5 * right - 0.5 * left, centre = left + half;
    const double low = fmin(left, right), high = fmax(left, right);
    double value = 0, gauss = 0, absolute = 0;
    for (int k = 0; k < KRONROD_NODES; ++k) {
        // A node of a panel a few units wide must not be rounded to beyond its end, which may be the domain's.
        const double node = fmin(fmax(centre + half * kronrod_node(k), low), high);
        const double f = total->f(node, total->context);
        value += kronrod_weight(k) * f;
        gauss += gauss_weight(k) * f;
        absolute += kronrod_weight(k) * fabs(f);
    }
    total->evaluations += KRONROD_NODES;
    *size = fabs(half) * absolute;
    *error = fabs(half * (value - gauss));
    return half * value;
}

// Over a stretch without a kink.
static void integrate(integration *total, double from, double to) {
    struct { double left, right; } stack[DEPTH];
    int depth = 0;
    stack[depth].left = from;
    stack[depth++].right = to;
    while (depth > 0) {
        const double left = stack[depth - 1].left, right = stack[--depth].right;
        double size, error;
        const double value = kronrod(total, left, right, &size, &error);
        const double middle = 0.5 * left + 0.5 * right;
        // Where the rules agree to 13 digits, Kronrod's is right to all. nan and inf agree with nothing: they are added.
        const int is_settled = !(error > 1e-13 * (size + total->size)) || error < 0x1p-1060 || !isfinite(value);
        if (is_settled || depth + 2 > DEPTH || total->evaluations > EVALUATION_LIMIT || middle == left || middle == right) {
            add(total, value);
            total->size += size;
        } else {
            stack[depth].left = middle;
            stack[depth++].right = right;
            stack[depth].left = left;
            stack[depth++].right = middle;
        }
    }
}

// The next place at which the path from `at` to `end` is cut: the nearest of the kinks and of the octaves' ends.
static double next_cut(double at, double end, double base, double domain_end, const double *kinks, int kink_count) {
    const double sign = end > at ? 1 : -1;
    const double distance = fabs(at - base);
    double cut = end;
    const double octave = base + sign * fmax(2 * distance, 0.125);
    if (sign * (octave - at) > 0 && sign * (cut - octave) > 0) cut = octave;
    // Towards a finite end of the domain the distance to it is halved.
    if (isfinite(domain_end)) {
        const double half = at + 0.5 * (domain_end - at);
        if (sign * (half - at) > 0 && sign * (cut - half) > 0) cut = half;
    }
    for (int i = 0; i < kink_count; ++i) {
        if (sign * (kinks[i] - at) > 0 && sign * (cut - kinks[i]) > 0) cut = kinks[i];
    }
    return cut;
}

double quadrature_integral(
    double (*f)(double a, const void *context), const void *context, double base, double a,
    double domain_lower, double domain_upper, const double *kinks, int kink_count
) {
    if (isnan(a) || a < domain_lower || a > domain_upper) return NAN;
    if (a == base) return 0;
    double end = a;
    if (isinf(a)) {
        // An increasing f that does not tend to 0 has an infinite integral.
        const double limit = f(a, context);
        if (limit != 0 && !isnan(limit)) return limit > 0 ? a : -a;
        end = copysign(0x1p1000, a);
    }
    integration total = {f, context, 0, 0, 0, 0};
    double at = base;
    while (at != end && isfinite(total.sum)) {
        const double cut = next_cut(at, end, base, end > base ? domain_upper : domain_lower, kinks, kink_count);
        integrate(&total, at, cut);
        at = cut;
    }
    return isfinite(total.sum) ? total.sum + total.compensation : total.sum;
}
