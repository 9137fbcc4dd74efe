// The array kernels of the matching loss for float, at a fixed cost for most elements.
//
// Where f′ has a shape whose D_F is known in closed form (loss_pieces.h), that is computed in float. For other links, and
// for elements of which it is not sure, there are three forms in double, each element in the first that is sure of itself:
//
//  1. The definition F(â) − F(a) − f(a)(â − a), in double, where it keeps 28 bits less of double's 53 than its largest
//     term has: all but small steps and saturated tails. It needs no care at kinks and jumps, because F has none.
//  2. Otherwise ∫ (â − z) f'(z) dz by Gauss's rule of 8 points on the whole step, which is not negative term by term,
//     where no kink lies on the step and f' is smooth enough there: its Legendre coefficients of degree 6 and 7, which
//     the same 8 values give, are small; the rule errs by those of degree 15 and more.
//  3. Otherwise the adaptive routine (conjugate.h), one element at a time: a small step over a kink, a long one in a
//     saturated tail, arguments that are not finite.
//
// 1 and 2 are loops without branches over a block; the elements that 1 leaves are packed for 2. So a float result has the
// same bits alone and in an array, and is within 1e-5 of the exact one.
//
// MATCHING_LOSS_KERNELS(NAME) expects NAME's double formulas, NAME_conjugate, and NAME_piece_losses: piece_losses, or
// no_piece_losses for a link without a slope_shape.
#pragma once
#include "conjugate.h"
#include "loss_piece_kernels.h"
#include "vector_math.h"
#include <stddef.h>

enum { LOSS_BLOCK = 128 };

// D_F(â, a), f(â) − f(a), and 1 where they are right to more than float's digits, 0 where they may not be.
typedef void (*matching_loss_form)(
    const double *estimates, const double *targets, ptrdiff_t count, double *loss, double *gradient, double *certain,
    const double *parameters);

// Replaces the elements of a block of which `certain` is 0, by the second form or the adaptive routine.
void mend_matching_loss(
    const elementwise_link *link, matching_loss_form by_slopes, const double *estimates, const double *targets,
    ptrdiff_t count, double *loss, double *gradient, const double *certain);

// Gauss's nodes on [0, 1] and weights, and the weights of the Legendre coefficients of degree 6 and 7.
#define GAUSS_NODES_8(X)                                                                           \
    X(0.0198550717512318842, 0.0506142681451881296, 0.209892191067032292, -0.117692456447713561) \
    X(0.10166676129318663, 0.111190517226687235, -0.559107383143364599, 0.377896937084592126) \
    X(0.237233795041835507, 0.156853322938943644, 0.616604863502535875, -0.631774553119004805) \
    X(0.408282678752175098, 0.181341891689180991, -0.267389671426203568, 0.784906557921813164) \
    X(0.591717321247824902, 0.181341891689180991, -0.267389671426203568, -0.784906557921813164) \
    X(0.762766204958164493, 0.156853322938943644, 0.616604863502535875, 0.631774553119004805) \
    X(0.89833323870681337, 0.111190517226687235, -0.559107383143364599, -0.377896937084592126) \
    X(0.980144928248768116, 0.0506142681451881296, 0.209892191067032292, 0.117692456447713561)

// Of each node: its place, its weight, and what it adds to the coefficients.
#define GAUSS_COUNT 8
#define GAUSS_ROW(T, WEIGHT, SIXTH, SEVENTH) {T, WEIGHT, (WEIGHT) * (1 - (T)), SIXTH, SEVENTH},
static const double gauss_rows[GAUSS_COUNT][5] = {GAUSS_NODES_8(GAUSS_ROW)};

#define MATCHING_LOSS_KERNELS(NAME)                                                                \
    static int NAME##_loss_by_definition(const double *estimates, const double *targets,           \
                                         ptrdiff_t count, double *loss, double *gradient,          \
                                         double *certain, const double *parameters) {              \
        const NAME##_parameters_f64 p = NAME##_load_f64(parameters);                               \
        int64_t doubtful = 0;                                                                      \
        INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {                                        \
            const double e = estimates[i], a = targets[i];                                         \
            const double at_e = NAME##_link_f64(e, p), at_a = NAME##_link_f64(a, p);               \
            const double F_e = NAME##_integral_f64(e, p), F_a = NAME##_integral_f64(a, p);         \
            const double line = at_a * (e - a);                                                    \
            const double defined = (F_e - F_a) - line, rise = at_e - at_a;                         \
            const double size = vm_abs_f64(F_e) + vm_abs_f64(F_a) + vm_abs_f64(line);              \
            const double height = vm_abs_f64(at_e) + vm_abs_f64(at_a);                             \
            const int is_kept = (defined >= 0x1p-28 * size) & (vm_abs_f64(rise) >= 0x1p-28 * height) \
                & (size < VM_INF_F64) & (height < VM_INF_F64);                                     \
            const int is_same = (e == a) & (height < VM_INF_F64);                                  \
            loss[i] = is_same ? 0 : defined;                                                       \
            gradient[i] = is_same ? 0 : rise;                                                      \
            certain[i] = (is_kept | is_same) ? 1 : 0;                                              \
            doubtful += (is_kept | is_same) ? 0 : 1;                                               \
        }                                                                                          \
        return doubtful != 0;                                                                      \
    }                                                                                              \
                                                                                                   \
    static void NAME##_loss_by_slopes(const double *estimates, const double *targets,              \
                                      ptrdiff_t count, double *loss, double *gradient,             \
                                      double *certain, const double *parameters) {                 \
        const NAME##_parameters_f64 p = NAME##_load_f64(parameters);                               \
        INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {                                        \
            const double a = targets[i], step = estimates[i] - a;                                  \
            double rise = 0, moment = 0, sixth = 0, seventh = 0;                                   \
            _Pragma("clang loop unroll(full)") for (int k = 0; k < GAUSS_COUNT; ++k) {             \
                const double slope = NAME##_derivative_f64(a + gauss_rows[k][0] * step, p);        \
                rise += gauss_rows[k][1] * slope;                                                  \
                moment += gauss_rows[k][2] * slope;                                                \
                sixth += gauss_rows[k][3] * slope;                                                 \
                seventh += gauss_rows[k][4] * slope;                                               \
            }                                                                                      \
            /* Where no node sees a slope there may be one between them, as on a step of 1e30 from a tail. */ \
            const int is_smooth = (vm_abs_f64(sixth) <= 0.06 * rise) & (vm_abs_f64(seventh) <= 0.03 * rise) & (rise > 0); \
            loss[i] = step * step * moment;                                                        \
            gradient[i] = step * rise;                                                             \
            certain[i] = (is_smooth & (loss[i] < VM_INF_F64)) ? 1 : 0;                             \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    /* One block: the loss and its gradient in double. */                                          \
    static void NAME##_loss_block(const elementwise_link *link, const float *x, const float *y,    \
                                  ptrdiff_t count, double *loss, double *gradient) {               \
        double estimates[LOSS_BLOCK], targets[LOSS_BLOCK], certain[LOSS_BLOCK];                    \
        /* Of a link that falls somewhere D_F may be negative: it has none. */                     \
        for (ptrdiff_t i = 0; link->is_falling && i < count; ++i) loss[i] = gradient[i] = VM_NAN_F64; \
        if (link->is_falling) return;                                                              \
        INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {                                        \
            estimates[i] = x[i];                                                                   \
            targets[i] = y[i];                                                                     \
        }                                                                                          \
        if (NAME##_loss_by_definition(estimates, targets, count, loss, gradient, certain, link->parameters)) { \
            mend_matching_loss(link, NAME##_loss_by_slopes, estimates, targets, count, loss, gradient, certain); \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_matching_loss_map_f32(const void *x, const void *y, void *first,            \
                                             void *second, ptrdiff_t rows, ptrdiff_t columns,      \
                                             const double *parameters) {                           \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        const elementwise_link link = NAME##_conjugate(parameters, kinks);                         \
        const float *estimates = x, *targets = y;                                                  \
        float *losses = first, *gradients = second;                                                \
        double loss[LOSS_BLOCK], gradient[LOSS_BLOCK];                                             \
        const ptrdiff_t count = rows * columns;                                                    \
        if (NAME##_piece_losses(&link, NAME##_loss_block, estimates, targets, count, losses, gradients, NULL)) return; \
        for (ptrdiff_t start = 0; start < count; start += LOSS_BLOCK) {                            \
            const ptrdiff_t n = count - start < LOSS_BLOCK ? count - start : LOSS_BLOCK;           \
            NAME##_loss_block(&link, estimates + start, targets + start, n, loss, gradient);       \
            INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) losses[start + i] = (float)loss[i];      \
            if (!gradients) continue;                                                              \
            INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) gradients[start + i] = (float)gradient[i]; \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static double NAME##_matching_loss_sum_f32(const void *x, const void *y, void *second,         \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        link_kink kinks[MAXIMUM_KINKS];                                                            \
        const elementwise_link link = NAME##_conjugate(parameters, kinks);                         \
        const float *estimates = x, *targets = y;                                                  \
        float *gradients = second;                                                                 \
        double loss[LOSS_BLOCK], gradient[LOSS_BLOCK], lanes[16] = {0}, sum = 0;                   \
        const ptrdiff_t count = rows * columns;                                                    \
        if (NAME##_piece_losses(&link, NAME##_loss_block, estimates, targets, count, NULL, gradients, &sum)) return sum; \
        for (ptrdiff_t start = 0; start < count; start += LOSS_BLOCK) {                            \
            const ptrdiff_t n = count - start < LOSS_BLOCK ? count - start : LOSS_BLOCK;           \
            NAME##_loss_block(&link, estimates + start, targets + start, n, loss, gradient);       \
            for (ptrdiff_t i = n; i < LOSS_BLOCK; ++i) loss[i] = 0;                                \
            for (ptrdiff_t i = 0; i < LOSS_BLOCK; i += 16) {                                       \
                INDEPENDENT for (int lane = 0; lane < 16; ++lane) lanes[lane] += loss[i + lane];   \
            }                                                                                      \
            if (!gradients) continue;                                                              \
            INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) gradients[start + i] = (float)gradient[i]; \
        }                                                                                          \
        for (int lane = 0; lane < 16; ++lane) sum += lanes[lane];                                  \
        return sum;                                                                                \
    }
