#include "include/loss_pieces.h"
#include <math.h>

// The link at a kink, as the limit from the side of `toward`: twice, because the kink's exact location may be the
// neighbour of its rounded one.
static double limit_beside(const elementwise_link *link, double c, double toward) {
    return link->link(nextafter(nextafter(c, toward), toward), link->parameters);
}

static int is_power_of_two(double x) {
    int exponent;
    return frexp(x, &exponent) == 0.5;
}

static int is_within(double x, double lower, double upper) { return x >= lower && x <= upper; }

static int append(loss_pieces *result, loss_piece piece) {
    if (result->count == LOSS_PIECE_LIMIT) return 0;
    result->pieces[result->count++] = piece;
    if (fabsf(piece.rate) > result->rate) result->rate = fabsf(piece.rate);
    return 1;
}

// f′ = scale · exp(rate a) or scale · σ'(rate a). Multiplying by a rate that is a power of two loses nothing.
static int append_curved(loss_pieces *result, int kind, double lower, double upper, double scale, double rate) {
    if (scale == 0) return 1;
    if (!is_within(scale, 0x1p-20, 0x1p20) || !is_within(fabs(rate), 0x1p-10, 0x1p10) || !is_power_of_two(fabs(rate))) return 0;
    return append(
        result, (loss_piece){kind, (float)lower, (float)upper, (float)rate, (float)(scale / rate), (float)(scale / rate / rate)});
}

static int append_interval(loss_pieces *result, const elementwise_link *link, double lower, double upper) {
    const double inside = isinf(lower) ? (isinf(upper) ? 0 : upper - 1 - fabs(upper))
        : isinf(upper) ? lower + 1 + fabs(lower) : lower + 0.5 * (upper - lower);
    const slope_shape shape = link->slope_shape(inside, link->parameters);
    // Times a slope of 2 at most, what underflows is below half of the least float.
    if (!(shape.slope == 0 || is_within(shape.slope, 0x1p-100, 2))) return 0;
    if (shape.slope != 0 && !append(result, (loss_piece){LINEAR_PIECE, (float)lower, (float)upper, 0, (float)shape.slope, (float)(0.5 * shape.slope)})) {
        return 0;
    }
    return append_curved(result, EXPONENTIAL_PIECE, lower, upper, shape.exponential, shape.exponential_rate)
        && append_curved(result, LOGISTIC_PIECE, lower, upper, shape.logistic, fabs(shape.logistic_rate));
}

static int append_jump(loss_pieces *result, const elementwise_link *link, double c) {
    const double left = limit_beside(link, c, -INFINITY), right = limit_beside(link, c, INFINITY);
    const double own = link->link(c, link->parameters) - left, height = right - left;
    if (height == 0) return own == 0;
    if (!(own >= 0 && own <= height) || !is_within(height, 0x1p-100, 0x1p20)) return 0;
    return append(result, (loss_piece){JUMP_PIECE, (float)c, (float)c, 0, (float)height, (float)own});
}

static int append_all(loss_pieces *result, const elementwise_link *link) {
    double lower = -INFINITY;
    for (int i = 0; i < link->kink_count; ++i) {
        const double c = link->kinks[i].location;
        if (isnan(c)) return 0;
        if (isinf(c)) continue;
        // Beyond ±2⁶⁰ differences might overflow, and comparisons need the exact place.
        if ((double)(float)c != c || fabs(c) > 0x1p60) return 0;
        if (c > lower && !append_interval(result, link, lower, c)) return 0;
        if (link->kinks[i].is_jump && !append_jump(result, link, c)) return 0;
        lower = c;
    }
    return append_interval(result, link, lower, INFINITY);
}

void find_loss_pieces(const elementwise_link *link, loss_pieces *result) {
    result->count = 0;
    result->rate = 0;
    if (!link->slope_shape || link->is_falling || link->has_hidden_kinks) return;
    if (!isinf(link->domain_lower) || !isinf(link->domain_upper)) return;
    if (!append_all(result, link)) result->count = 0;
}
