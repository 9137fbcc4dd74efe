// The split of a link that falls into increasing parts; see link_split.h.
#include "include/link_split.h"
#include <math.h>
#include <stddef.h>
#include <stdlib.h>

// MARK: Where the link falls

enum { GRID_LIMIT = 2400 };

static int ascending(const void *x, const void *y) {
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

// Points that show the features of a link of any scale: every sixteenth near 0, eight in every octave
// beyond, and both sides of every kink. Returns their number.
static int grid(const elementwise_link *link, double *points) {
    int count = 0;
    for (int i = -640; i <= 640; ++i) points[count++] = i / 16.0;
    for (int k = -240; k <= 240; ++k) {
        const double power = exp2(k / 8.0);
        points[count++] = power;
        points[count++] = -power;
    }
    for (int i = 0; i < link->kink_count; ++i) {
        const double c = link->kinks[i].location;
        for (int side = -1; side <= 1; side += 2) {
            points[count++] = nextafter(c, side * INFINITY);
            points[count++] = c + side * 0x1p-10;
        }
    }
    int inside = 0;
    for (int i = 0; i < count; ++i) {
        if (points[i] > link->domain_lower && points[i] < link->domain_upper) points[inside++] = points[i];
    }
    qsort(points, (size_t)inside, sizeof *points, ascending);
    return inside;
}

// The border between `falling` and `rising`, on which f' changes its sign.
static double border(const elementwise_link *link, double falling, double rising) {
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * falling + 0.5 * rising;
        if (middle == falling || middle == rising) break;
        if (link->derivative(middle, link->parameters) < 0) falling = middle;
        else rising = middle;
    }
    return falling;
}

static int find_intervals(const elementwise_link *link, link_interval *intervals) {
    double points[GRID_LIMIT], slopes[GRID_LIMIT], steepest = 0;
    const int points_count = grid(link, points);
    for (int i = 0; i < points_count; ++i) {
        slopes[i] = link->derivative(points[i], link->parameters);
        if (isfinite(slopes[i]) && fabs(points[i]) <= 40) steepest = fmax(steepest, fabs(slopes[i]));
    }
    // Below this a slope's sign may be that of its rounding; the last known sign goes on.
    const double noise = 0x1p-46 * steepest;
    int count = 0, last = -1, falls = 0;
    double start = link->domain_lower;
    for (int i = 0; i < points_count; ++i) {
        if (!(fabs(slopes[i]) > noise)) continue;
        const int now = slopes[i] < 0;
        if (last >= 0 && now && !falls) start = border(link, points[i], points[last]);
        if (last >= 0 && !now && falls && count < MAXIMUM_FALLING_INTERVALS) {
            intervals[count++] = (link_interval){start, border(link, points[last], points[i])};
        }
        falls = now;
        last = i;
    }
    if (falls && count < MAXIMUM_FALLING_INTERVALS) intervals[count++] = (link_interval){start, link->domain_upper};
    return count;
}

// MARK: The regions

static int is_jump(const elementwise_link *link, double a) {
    for (int i = 0; i < link->kink_count; ++i) {
        if (link->kinks[i].is_jump && link->kinks[i].location == a) return 1;
    }
    return 0;
}

static int is_inside(const elementwise_link *link, double a) {
    return isfinite(a) && a > link->domain_lower && a < link->domain_upper;
}

static int falls_between(const link_interval *intervals, int count, double left, double right) {
    for (int i = 0; i < count; ++i) {
        if (intervals[i].lower <= left && right <= intervals[i].upper && intervals[i].lower < intervals[i].upper) return 1;
    }
    return 0;
}

// f at the left end of the domain, where it falls from; nan where it tends to no number.
static double left_limit(const elementwise_link *link) {
    const double end = link->domain_lower, at_end = link->link(end, link->parameters);
    if (isfinite(at_end)) return at_end;
    double last = NAN;
    for (int k = 0; k < 200; ++k) {
        const double point = isinf(end) ? -ldexp(1, k) : end + ldexp(1, -k);
        const double value = link->link(point, link->parameters);
        if (!isfinite(value)) break;
        // A link that has fallen this low tends to 0.
        if (fabs(value) <= 0x1p-200) return 0;
        if (fabs(value - last) <= 0x1p-52 * fabs(value)) return value;
        last = value;
    }
    return NAN;
}

// A point of the domain.
static double some_point(const elementwise_link *link) {
    const double low = link->domain_lower, high = link->domain_upper;
    if (low < 0 && high > 0) return 0;
    if (isinf(low)) return high - 1;
    return isinf(high) ? low + 1 : 0.5 * low + 0.5 * high;
}

int find_split(const elementwise_link *link, const link_interval *intervals, int count, link_split *split) {
    link_interval found[MAXIMUM_FALLING_INTERVALS];
    if (!intervals) {
        count = find_intervals(link, found);
        intervals = found;
    }
    double cuts[2 * MAXIMUM_FALLING_INTERVALS + 16];
    int cut_count = 0;
    for (int i = 0; i < count && i < MAXIMUM_FALLING_INTERVALS; ++i) {
        if (is_inside(link, intervals[i].lower)) cuts[cut_count++] = intervals[i].lower;
        if (is_inside(link, intervals[i].upper)) cuts[cut_count++] = intervals[i].upper;
    }
    for (int i = 0; i < link->kink_count && i < 16; ++i) {
        if (link->kinks[i].is_jump && is_inside(link, link->kinks[i].location)) cuts[cut_count++] = link->kinks[i].location;
    }
    qsort(cuts, (size_t)cut_count, sizeof *cuts, ascending);
    int unique = 0;
    for (int i = 0; i < cut_count; ++i) {
        if (unique == 0 || cuts[i] > cuts[unique - 1]) cuts[unique++] = cuts[i];
    }

    split->breakpoint_count = unique;
    link_region *region = split->regions;
    region->anchor = unique > 0 ? cuts[0] : some_point(link);
    region->is_falling = falls_between(intervals, count, link->domain_lower, unique > 0 ? cuts[0] : link->domain_upper);
    region->constant = 0;
    region->level = 0;
    if (region->is_falling) {
        const double limit = left_limit(link);
        region->level = isnan(limit) ? link->link(region->anchor, link->parameters) : limit;
    }
    int is_finite = isfinite(region->level);
    for (int i = 0; i < unique; ++i) {
        const double cut = cuts[i], right_end = i + 1 < unique ? cuts[i + 1] : link->domain_upper;
        double here = link->link(cut, link->parameters), left = here, right = here;
        split->breakpoints[i] = cut;
        if (is_jump(link, cut)) {
            // Twice: the jump's exact place may be a neighbour of its rounded one.
            left = link->link(nextafter(nextafter(cut, -INFINITY), -INFINITY), link->parameters);
            right = link->link(nextafter(nextafter(cut, INFINITY), INFINITY), link->parameters);
            // The cut itself belongs to the side whose value it has.
            if (fabs(here - right) < fabs(here - left)) split->breakpoints[i] = nextafter(cut, -INFINITY);
        }
        const double area = link->integral(cut, link->parameters);
        link_region *next = region + 1;
        next->anchor = cut;
        next->is_falling = falls_between(intervals, count, cut, right_end);
        // f₊ goes on, and takes an upward jump; a downward one is left to f₋.
        next->level = region->level + (region->is_falling ? 0 : left) - (next->is_falling ? 0 : right) + fmax(right - left, 0);
        next->constant = region->constant + region->level * (cut - region->anchor)
            + (region->is_falling ? 0 : area) - (next->is_falling ? 0 : area);
        is_finite = is_finite && isfinite(next->level) && isfinite(next->constant);
        region = next;
    }
    return is_finite;
}

// MARK: The convex part's matching loss

// f₊ as a link of its own: `parameters` of its functions points to one of these.
typedef struct {
    const elementwise_link *link;
    const link_split *split;
} rising_part;

static double rising_link(double a, const double *context) {
    const rising_part *part = (const rising_part *)(const void *)context;
    const link_region *region = region_at(part->split, a);
    return region->level + (region->is_falling ? 0 : part->link->link(a, part->link->parameters));
}

static double rising_derivative(double a, const double *context) {
    const rising_part *part = (const rising_part *)(const void *)context;
    // A falling stretch may end a rounding error before f' turns.
    return region_at(part->split, a)->is_falling ? 0 : fmax(part->link->derivative(a, part->link->parameters), 0);
}

static double rising_integral(double a, const double *context) {
    const rising_part *part = (const rising_part *)(const void *)context;
    const link_region *region = region_at(part->split, a);
    return region->constant + region->level * (a - region->anchor)
        + (region->is_falling ? 0 : part->link->integral(a, part->link->parameters));
}

double rising_matching_loss(
    const elementwise_link *link, const link_split *split, double estimate, double target, double *gradient
) {
    if (isnan(estimate) || isnan(target)) {
        if (gradient) *gradient = NAN;
        return NAN;
    }
    link_kink kinks[MAXIMUM_BREAKPOINTS + 16];
    int count = 0;
    for (int i = 0; i < split->breakpoint_count; ++i) {
        const double cut = split->regions[i + 1].anchor;
        // Where f jumps down f₊ does not jump.
        const double below = link->link(nextafter(nextafter(cut, -INFINITY), -INFINITY), link->parameters);
        const double above = link->link(nextafter(nextafter(cut, INFINITY), INFINITY), link->parameters);
        kinks[count++] = (link_kink){cut, is_jump(link, cut) && above > below};
    }
    for (int i = 0; i < link->kink_count && count < MAXIMUM_BREAKPOINTS + 16; ++i) {
        if (!link->kinks[i].is_jump) kinks[count++] = link->kinks[i];
    }
    sort_kinks(kinks, count);
    const rising_part part = {link, split};
    const elementwise_link rising = {
        .link = rising_link, .derivative = rising_derivative, .integral = rising_integral,
        .domain_lower = link->domain_lower, .domain_upper = link->domain_upper,
        .kink_count = count, .kinks = kinks, .parameters = (const double *)(const void *)&part,
    };
    return matching_loss(&rising, estimate, target, gradient);
}
