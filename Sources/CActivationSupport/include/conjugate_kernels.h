// The array kernels of what an elementwise entry's convex conjugate brings: inverse, dual and the
// three forms of the matching loss. They loop over conjugate.h in double, also for arrays of
// float: a float result is then the rounded double one. The matching loss from pre-activations has a loop of its own for
// float.
//
// CONJUGATE_KERNELS(NAME, T, S) expects NAME_conjugate(const double *parameters, link_kink *kinks):
// the entry's elementwise_link at these parameters, its range not yet found. `kinks` has room for
// MAXIMUM_KINKS.
#pragma once
#include "activation_kernels_abi.h"
#include "conjugate.h"
#include "matching_loss_kernels.h"

enum { MAXIMUM_KINKS = 16 };

#define CONJUGATE_MAP(NAME, QUANTITY, ROUTINE, T, S)                                               \
    static void NAME##_##QUANTITY##_map_##S(const void *x, void *result, ptrdiff_t rows,           \
                                            ptrdiff_t columns, const double *parameters) {         \
        const T *y = x;                                                                            \
        T *r = result;                                                                             \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        elementwise_link link = NAME##_conjugate(parameters, kinks);                               \
        find_range(&link);                                                                         \
        const ptrdiff_t count = rows * columns;                                                    \
        for (ptrdiff_t i = 0; i < count; ++i) r[i] = (T)ROUTINE(&link, y[i]);                      \
    }

// The matching loss: for float at a fixed cost (matching_loss_kernels.h), for double by the adaptive routine.
#define MATCHING_LOSS_f32(NAME) MATCHING_LOSS_KERNELS(NAME)
#define MATCHING_LOSS_f64(NAME)                                                                    \
    static void NAME##_matching_loss_map_##f64(const void *x, const void *y, void *first,          \
                                             void *second, ptrdiff_t rows, ptrdiff_t columns,      \
                                             const double *parameters) {                           \
        const double *estimate = x, *target = y;                                                   \
        double *loss = first, *gradient = second;                                                  \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        const elementwise_link link = NAME##_conjugate(parameters, kinks);                         \
        const ptrdiff_t count = rows * columns;                                                    \
        for (ptrdiff_t i = 0; i < count; ++i) {                                                    \
            double difference;                                                                     \
            loss[i] = matching_loss(&link, estimate[i], target[i], &difference);                   \
            if (gradient) gradient[i] = difference;                                                \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static double NAME##_matching_loss_sum_f64(const void *x, const void *y, void *second, ptrdiff_t rows,\
                                               ptrdiff_t columns, const double *parameters) {      \
        const double *estimate = x, *target = y;                                                   \
        double *gradient = second, sum = 0;                                                        \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        const elementwise_link link = NAME##_conjugate(parameters, kinks);                         \
        const ptrdiff_t count = rows * columns;                                                    \
        for (ptrdiff_t i = 0; i < count; ++i) {                                                    \
            double difference;                                                                     \
            sum += matching_loss(&link, estimate[i], target[i], &difference);                      \
            if (gradient) gradient[i] = difference;                                                \
        }                                                                                          \
        return sum;                                                                                \
    }

#define CONJUGATE_KERNELS(NAME, T, S)                                                              \
    CONJUGATE_MAP(NAME, inverse, link_inverse, T, S)                                               \
    CONJUGATE_MAP(NAME, dual, link_dual, T, S)                                                     \
                                                                                                   \
    MATCHING_LOSS_##S(NAME)                                                                        \
                                                                                                   \
    static void NAME##_dual_divergence_map_##S(const void *x, const void *y, void *result,         \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        const T *target = x, *estimate = y;                                                        \
        T *loss = result;                                                                          \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        elementwise_link link = NAME##_conjugate(parameters, kinks);                               \
        find_range(&link);                                                                         \
        const ptrdiff_t count = rows * columns;                                                    \
        for (ptrdiff_t i = 0; i < count; ++i) loss[i] = (T)dual_divergence(&link, target[i], estimate[i]); \
    }                                                                                              \
                                                                                                   \
    static void NAME##_fenchel_young_map_##S(const void *x, const void *y, void *first,            \
                                             void *second, ptrdiff_t rows, ptrdiff_t columns,      \
                                             const double *parameters) {                           \
        const T *estimate = x, *target = y;                                                        \
        T *loss = first, *gradient = second;                                                       \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        elementwise_link link = NAME##_conjugate(parameters, kinks);                               \
        find_range(&link);                                                                         \
        const ptrdiff_t count = rows * columns;                                                    \
        for (ptrdiff_t i = 0; i < count; ++i) {                                                    \
            double difference;                                                                     \
            loss[i] = (T)fenchel_young_loss(&link, estimate[i], target[i], &difference);           \
            if (gradient) gradient[i] = (T)difference;                                             \
        }                                                                                          \
    }
