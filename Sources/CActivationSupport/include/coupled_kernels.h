// The array kernels of a coupled entry, as one macro over its row functions.
//
// COUPLED_KERNELS(NAME, T, S) expects, for element type T with suffix S,
//     NAME_parameters_S, NAME_load_S(const double *)
//     NAME_link_row_S(const T *a, T *result, ptrdiff_t n, NAME_parameters_S p), in place allowed
//     NAME_integral_row_S(const T *a, ptrdiff_t n, NAME_parameters_S p) → double
//     NAME_jacobian_row_S(const T *a, const T *v, T *result, ptrdiff_t n, NAME_parameters_S p)
// with NAME_link_by_parameter_S and NAME_integral_by_parameter_S, arrays of the maps by parameter, and
// NAME_conjugate(const double *parameters), the entry's coupled_link; it defines the table
// NAME_kernels_S.
#pragma once
#include "activation_kernels_abi.h"
#include "coupled_conjugate.h"
#include <math.h>
#include <stdlib.h>

// For each row: its inputs as doubles, `BODY`, its results rounded. Without memory all is nan.
#define COUPLED_SCRATCH_BEGIN(ROWS_OF_DOUBLES)                                                     \
    double *const memory = malloc(sizeof(double) * (size_t)((ROWS_OF_DOUBLES) * columns + coupled_scratch(columns) + 1)); \
    double *const scratch = memory ? memory + (ROWS_OF_DOUBLES) * columns : NULL;

// A vector for each row.
#define COUPLED_COORDINATES_MAP(NAME, QUANTITY, T, S)                                              \
    static void NAME##_##QUANTITY##_map_##S(const void *x, void *result, ptrdiff_t rows,           \
                                            ptrdiff_t columns, const double *parameters) {         \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            NAME##_##QUANTITY##_row_##S((const T *)x + row * columns, (T *)result + row * columns, columns, p); \
        }                                                                                          \
    }

// A number for each row.
#define COUPLED_NUMBER_MAP(NAME, QUANTITY, T, S)                                                   \
    static void NAME##_##QUANTITY##_map_##S(const void *x, void *result, ptrdiff_t rows,           \
                                            ptrdiff_t columns, const double *parameters) {         \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            ((T *)result)[row] = (T)NAME##_##QUANTITY##_row_##S((const T *)x + row * columns, columns, p); \
        }                                                                                          \
    }

#define COUPLED_KERNELS(NAME, T, S)                                                                \
    COUPLED_COORDINATES_MAP(NAME, link, T, S)                                                      \
    COUPLED_NUMBER_MAP(NAME, integral, T, S)                                                       \
                                                                                                   \
    static void NAME##_jacobian_vector_product_##S(const void *x, const void *y, void *result,     \
                                                   ptrdiff_t rows, ptrdiff_t columns,              \
                                                   const double *parameters) {                     \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const ptrdiff_t at = row * columns;                                                    \
            NAME##_jacobian_row_##S((const T *)x + at, (const T *)y + at, (T *)result + at, columns, p); \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_forward_##S(void *pre_activations, ptrdiff_t a_stride, const void *bias,    \
                                   void *outputs, ptrdiff_t y_stride, ptrdiff_t rows,              \
                                   ptrdiff_t columns, const double *parameters) {                  \
        const T *b = bias;                                                                         \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)pre_activations + row * a_stride;                                          \
            for (ptrdiff_t j = 0; j < columns; ++j) a[j] += b[j];                                  \
            NAME##_link_row_##S(a, (T *)outputs + row * y_stride, columns, p);                     \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_residual_##S(void *products, ptrdiff_t a_stride, const void *bias,          \
                                    const void *targets, ptrdiff_t target_stride, void *sums,      \
                                    ptrdiff_t rows, ptrdiff_t columns, const double *parameters) { \
        const T *b = bias;                                                                         \
        T *sum = sums;                                                                             \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t j = 0; j < columns; ++j) sum[j] = 0;                                        \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)products + row * a_stride;                                                 \
            const T *t = (const T *)targets + row * target_stride;                                 \
            for (ptrdiff_t j = 0; j < columns; ++j) a[j] += b[j];                                  \
            NAME##_link_row_##S(a, a, columns, p);                                                 \
            for (ptrdiff_t j = 0; j < columns; ++j) {                                              \
                a[j] -= t[j];                                                                      \
                sum[j] += a[j];                                                                    \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_backward_##S(const void *pre_activations, ptrdiff_t a_stride,               \
                                    void *gradients, ptrdiff_t g_stride, ptrdiff_t rows,           \
                                    ptrdiff_t columns, const double *parameters) {                 \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *g = (T *)gradients + row * g_stride;                                                \
            NAME##_jacobian_row_##S((const T *)pre_activations + row * a_stride, g, g, columns, p); \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_inverse_map_##S(const void *x, void *result, ptrdiff_t rows,                \
                                       ptrdiff_t columns, const double *parameters) {              \
        const coupled_link link = NAME##_conjugate(parameters);                                    \
        COUPLED_SCRATCH_BEGIN(2)                                                                   \
        double *y = memory, *a = memory + columns;                                                 \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *from = (const T *)x + row * columns;                                          \
            T *to = (T *)result + row * columns;                                                   \
            for (ptrdiff_t j = 0; memory && j < columns; ++j) y[j] = from[j];                      \
            if (memory) coupled_inverse(&link, y, a, columns, scratch);                            \
            for (ptrdiff_t j = 0; j < columns; ++j) to[j] = memory ? (T)a[j] : (T)NAN;             \
        }                                                                                          \
        free(memory);                                                                              \
    }                                                                                              \
                                                                                                   \
    static void NAME##_dual_map_##S(const void *x, void *result, ptrdiff_t rows, ptrdiff_t columns, \
                                    const double *parameters) {                                    \
        const coupled_link link = NAME##_conjugate(parameters);                                    \
        COUPLED_SCRATCH_BEGIN(1)                                                                   \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *from = (const T *)x + row * columns;                                          \
            for (ptrdiff_t j = 0; memory && j < columns; ++j) memory[j] = from[j];                 \
            ((T *)result)[row] = memory ? (T)coupled_dual(&link, memory, columns, scratch) : (T)NAN; \
        }                                                                                          \
        free(memory);                                                                              \
    }                                                                                              \
                                                                                                   \
    COUPLED_LOSS(NAME, matching_loss, coupled_matching_loss, T, S)                                 \
    COUPLED_LOSS(NAME, fenchel_young, coupled_fenchel_young, T, S)                                 \
                                                                                                   \
    static double NAME##_matching_loss_sum_##S(const void *x, const void *y, void *second,         \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        double sum = 0;                                                                            \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const ptrdiff_t at = row * columns;                                                    \
            T loss = 0;                                                                            \
            NAME##_matching_loss_map_##S((const T *)x + at, (const T *)y + at, &loss,              \
                                         second ? (T *)second + at : NULL, 1, columns, parameters); \
            sum += (double)loss;                                                                   \
        }                                                                                          \
        return sum;                                                                                \
    }                                                                                              \
                                                                                                   \
    static void NAME##_dual_divergence_map_##S(const void *x, const void *y, void *result,         \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        const coupled_link link = NAME##_conjugate(parameters);                                    \
        COUPLED_SCRATCH_BEGIN(2)                                                                   \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *target = (const T *)x + row * columns, *estimate = (const T *)y + row * columns; \
            for (ptrdiff_t j = 0; memory && j < columns; ++j) {                                    \
                memory[j] = target[j];                                                             \
                memory[columns + j] = estimate[j];                                                 \
            }                                                                                      \
            ((T *)result)[row] =                                                                   \
                memory ? (T)coupled_dual_divergence(&link, memory, memory + columns, columns, scratch) : (T)NAN; \
        }                                                                                          \
        free(memory);                                                                              \
    }                                                                                              \
                                                                                                   \
    static const activation_kernels NAME##_kernels_##S = {                                         \
        .link = NAME##_link_map_##S,                                                               \
        .integral = NAME##_integral_map_##S,                                                       \
        .link_by_parameter = NAME##_link_by_parameter_##S,                                         \
        .integral_by_parameter = NAME##_integral_by_parameter_##S,                                 \
        .inverse = NAME##_inverse_map_##S,                                                         \
        .dual = NAME##_dual_map_##S,                                                               \
        .jacobian_vector_product = NAME##_jacobian_vector_product_##S,                             \
        .matching_loss = NAME##_matching_loss_map_##S,                                             \
        .matching_loss_sum = NAME##_matching_loss_sum_##S,                                         \
        .dual_divergence = NAME##_dual_divergence_map_##S,                                         \
        .fenchel_young = NAME##_fenchel_young_map_##S,                                             \
        .forward = NAME##_forward_##S,                                                             \
        .residual = NAME##_residual_##S,                                                           \
        .backward = NAME##_backward_##S,                                                           \
    };

// A loss per row, with the gradient by coordinate where it is asked for.
#define COUPLED_LOSS(NAME, QUANTITY, ROUTINE, T, S)                                                \
    static void NAME##_##QUANTITY##_map_##S(const void *x, const void *y, void *first,             \
                                            void *second, ptrdiff_t rows, ptrdiff_t columns,       \
                                            const double *parameters) {                            \
        const coupled_link link = NAME##_conjugate(parameters);                                    \
        COUPLED_SCRATCH_BEGIN(3)                                                                   \
        double *gradient = memory ? memory + 2 * columns : NULL;                                   \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *estimate = (const T *)x + row * columns, *target = (const T *)y + row * columns; \
            for (ptrdiff_t j = 0; memory && j < columns; ++j) {                                    \
                memory[j] = estimate[j];                                                           \
                memory[columns + j] = target[j];                                                   \
            }                                                                                      \
            ((T *)first)[row] =                                                                    \
                memory ? (T)ROUTINE(&link, memory, memory + columns, gradient, columns, scratch) : (T)NAN; \
            for (ptrdiff_t j = 0; second && j < columns; ++j) {                                    \
                ((T *)second)[row * columns + j] = memory ? (T)gradient[j] : (T)NAN;               \
            }                                                                                      \
        }                                                                                          \
        free(memory);                                                                              \
    }
