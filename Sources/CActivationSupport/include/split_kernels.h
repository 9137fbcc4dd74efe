// The array kernels of an elementwise entry whose link falls somewhere: the two increasing parts of
// its split (link_split.h), and what LocoProp-M does with the rising one.
//
// SPLIT_KERNELS(NAME, T, S) expects what ELEMENTWISE_KERNELS does, and
// NAME_split(const double *parameters, link_split *); it defines the table NAME_split_kernels_S.
#pragma once
#include "activation_kernels_abi.h"
#include "link_split.h"
#include <math.h>

// The largest number of the type that is at most x: comparisons with it are those with x.
static inline float split_floor_f32(double x) {
    const float rounded = (float)x;
    return (double)rounded > x ? nextafterf(rounded, -INFINITY) : rounded;
}
static inline double split_floor_f64(double x) { return x; }

// result ← PART of each number. One breakpoint or none (gelu, silu, mish) is a loop without branches.
#define SPLIT_PART(NAME, PART, T, S)                                                               \
    static void NAME##_##PART##_run_##S(const T *a, T *result, ptrdiff_t count,                    \
                                        const NAME##_parameters_##S p, const link_split *split) {  \
        if (split->breakpoint_count > 1) {                                                         \
            for (ptrdiff_t i = 0; i < count; ++i) {                                                \
                const link_region *at = region_at(split, (double)a[i]);                            \
                result[i] = NAME##_##PART##_##S(a[i], p, (T)at->anchor, (T)at->level, (T)at->constant, at->is_falling); \
            }                                                                                      \
            return;                                                                                \
        }                                                                                          \
        const link_region left = split->regions[0];                                                \
        const link_region right = split->regions[split->breakpoint_count];                         \
        const T cut = split_floor_##S(split->breakpoint_count ? split->breakpoints[0] : INFINITY); \
        const T anchor = (T)left.anchor, levels[2] = {(T)left.level, (T)right.level},              \
                constants[2] = {(T)left.constant, (T)right.constant};                              \
        const int falls_left = left.is_falling, falls_right = right.is_falling;                    \
        INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {                                        \
            const T ai = a[i];                                                                     \
            const int is_right = ai > cut;                                                         \
            result[i] = NAME##_##PART##_##S(                                                       \
                ai, p, anchor, is_right ? levels[1] : levels[0], is_right ? constants[1] : constants[0], \
                is_right ? falls_right : falls_left);                                              \
        }                                                                                          \
    }                                                                                              \
    static void NAME##_##PART##_map_##S(const void *x, void *result, ptrdiff_t count,              \
                                        const double *parameters, const link_split *split) {       \
        NAME##_##PART##_run_##S(x, result, count, NAME##_load_##S(parameters), split);             \
    }

#define SPLIT_FORMULA(NAME, PART, T, S, FORMULA)                                                   \
    static inline T NAME##_##PART##_##S(T a, NAME##_parameters_##S p, T anchor, T level, T constant, int falls) { \
        (void)anchor, (void)constant;                                                              \
        const T value = FORMULA;                                                                   \
        return a != a ? a : value;                                                                 \
    }

#define SPLIT_KERNELS(NAME, T, S)                                                                  \
    SPLIT_FORMULA(NAME, rising, T, S, falls ? level : level + NAME##_link_##S(a, p))               \
    SPLIT_FORMULA(NAME, falling, T, S, falls ? level - NAME##_link_##S(a, p) : level)              \
    SPLIT_FORMULA(NAME, rising_integral, T, S,                                                     \
        constant + level * (a - anchor) + (falls ? 0 : NAME##_integral_##S(a, p)))                 \
    SPLIT_FORMULA(NAME, falling_integral, T, S,                                                    \
        constant + level * (a - anchor) - (falls ? NAME##_integral_##S(a, p) : 0))                 \
    SPLIT_PART(NAME, rising, T, S)                                                                 \
    SPLIT_PART(NAME, falling, T, S)                                                                \
    SPLIT_PART(NAME, rising_integral, T, S)                                                        \
    SPLIT_PART(NAME, falling_integral, T, S)                                                       \
                                                                                                   \
    static void NAME##_rising_matching_loss_##S(const void *x, const void *y, void *first, void *second, \
                                                ptrdiff_t count, const double *parameters,         \
                                                const link_split *split) {                         \
        const T *estimate = x, *target = y;                                                        \
        T *loss = first, *gradient = second;                                                       \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        const elementwise_link link = NAME##_conjugate(parameters, kinks);                         \
        for (ptrdiff_t i = 0; i < count; ++i) {                                                    \
            double difference;                                                                     \
            loss[i] = (T)rising_matching_loss(&link, split, estimate[i], target[i], &difference);  \
            if (gradient) gradient[i] = (T)difference;                                             \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_rising_target_##S(const void *pre_activations, ptrdiff_t a_stride, void *target, \
                                         ptrdiff_t target_stride, double gamma_, void *sums,       \
                                         ptrdiff_t rows, ptrdiff_t columns, const double *parameters, \
                                         const link_split *split) {                                \
        enum { BLOCK = 256 };                                                                      \
        const T gamma = (T)gamma_;                                                                 \
        T *sum = sums, room[BLOCK];                                                                \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t j = 0; j < columns; ++j) sum[j] = 0;                                        \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *a = (const T *)pre_activations + row * a_stride;                              \
            T *t = (T *)target + row * target_stride;                                              \
            for (ptrdiff_t start = 0; start < columns; start += BLOCK) {                           \
                const ptrdiff_t count = columns - start < BLOCK ? columns - start : BLOCK;         \
                NAME##_rising_run_##S(a + start, room, count, p, split);                           \
                for (ptrdiff_t j = 0; j < count; ++j) {                                            \
                    const T step = gamma * t[start + j];                                           \
                    sum[start + j] += step;                                                        \
                    t[start + j] = room[j] - step;                                                 \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_rising_residual_##S(void *products, ptrdiff_t a_stride, const void *bias,   \
                                           const void *targets, ptrdiff_t target_stride, void *sums, \
                                           ptrdiff_t rows, ptrdiff_t columns, const double *parameters, \
                                           const link_split *split) {                              \
        const T *b = bias;                                                                         \
        T *sum = sums;                                                                             \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t j = 0; j < columns; ++j) sum[j] = 0;                                        \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)products + row * a_stride;                                                 \
            const T *t = (const T *)targets + row * target_stride;                                 \
            for (ptrdiff_t j = 0; j < columns; ++j) a[j] += b[j];                                  \
            NAME##_rising_run_##S(a, a, columns, p, split);                                        \
            for (ptrdiff_t j = 0; j < columns; ++j) {                                              \
                const T r = a[j] - t[j];                                                           \
                a[j] = r;                                                                          \
                sum[j] += r;                                                                       \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static const activation_split_kernels NAME##_split_kernels_##S = {                             \
        .split = NAME##_split,                                                                     \
        .rising = NAME##_rising_map_##S,                                                           \
        .falling = NAME##_falling_map_##S,                                                         \
        .rising_integral = NAME##_rising_integral_map_##S,                                         \
        .falling_integral = NAME##_falling_integral_map_##S,                                       \
        .rising_matching_loss = NAME##_rising_matching_loss_##S,                                   \
        .rising_target = NAME##_rising_target_##S,                                                 \
        .rising_residual = NAME##_rising_residual_##S,                                             \
    };
