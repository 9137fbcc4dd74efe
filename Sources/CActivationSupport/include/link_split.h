// The split of a link that falls somewhere into two increasing parts, f = f₊ − f₋, and of its
// integral into two convex ones, F = F₊ − F₋. It is the least such split (Jordan's): where f rises
// f₋ is constant, and where f falls f₊ is.
//
// The line is cut into regions, in each of which f rises or falls throughout:
//
//     rises:  f₊ = f + level,   f₋ = level,       F₊ = F + L,   F₋ = L
//     falls:  f₊ = level,       f₋ = level − f,   F₊ = L,       F₋ = L − F
//
// with L = constant + level (a − anchor). f₋ is 0, or at its limit 0, at the left end of the domain,
// unless f is unbounded there.
#pragma once
#include "conjugate.h"

// An interval on which the link falls; of one point where it jumps down.
typedef struct {
    double lower, upper;
} link_interval;

enum { MAXIMUM_FALLING_INTERVALS = 16, MAXIMUM_BREAKPOINTS = 48 };

typedef struct {
    double anchor, level, constant;
    int is_falling;
} link_region;

typedef struct link_split {
    // Region i lies right of breakpoint i − 1, which is not part of it, and up to breakpoint i, which is.
    int breakpoint_count;
    double breakpoints[MAXIMUM_BREAKPOINTS];
    link_region regions[MAXIMUM_BREAKPOINTS + 1];
} link_split;

// Fills in the split for the intervals on which the link falls, in increasing order, and for the jumps
// among its kinks. Without `intervals` (NULL) they are searched by the sign of f' in a fixed number of
// points: a dip narrower than 1/16 near 0, or than a twelfth of |a| beyond 40, can be missed then.
// Returns 0 if the link has no finite value where it should.
int find_split(const elementwise_link *link, const link_interval *intervals, int count, link_split *split);

// D_{F₊}(estimate, target), never negative, and f₊(estimate) − f₊(target) in *gradient unless NULL.
double rising_matching_loss(
    const elementwise_link *link, const link_split *split, double estimate, double target, double *gradient);

// The region that `a` lies in.
static inline const link_region *region_at(const link_split *split, double a) {
    int i = 0;
    while (i < split->breakpoint_count && a > split->breakpoints[i]) ++i;
    return &split->regions[i];
}
