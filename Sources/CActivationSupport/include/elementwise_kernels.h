// The array kernels of an elementwise entry, as one macro over its formulas.
//
// ELEMENTWISE_KERNELS(NAME, T, S) expects, for element type T with suffix S,
//     NAME_parameters_S, NAME_load_S(const double *)
//     NAME_link_S, NAME_derivative_S, NAME_integral_S: T (T a, NAME_parameters_S p)
//     NAME_loops_S: FORMULA_LOOPS, or GELU_LOOPS of x Φ(x) in Float
//     NAME_link_loop and NAME_pair_loop for the former: ELEMENTWISE_MAP and ELEMENTWISE_PAIR, or COPYING_MAP and COPYING_PAIR of the identity
// with NAME_link_by_parameter_S and NAME_integral_by_parameter_S, arrays of the maps by parameter,
// NAME_split_table_S (split_kernels.h, or NULL) and NAME_conjugate (see conjugate_kernels.h), and defines the table NAME_kernels_S.
//
// Every loop's iterations are independent of each other as long as results do not overlap inputs
// otherwise than in place, which the interface (activation_kernels_abi.h) demands: the pragma
// says so, because the compiler's own overlap check would refuse in-place calls.
#pragma once
#include "activation_kernels_abi.h"
#include "conjugate_kernels.h"
#include "split_kernels.h"

#define ELEMENTWISE_MAP(NAME, QUANTITY, T, S)                                                       \
    static void NAME##_##QUANTITY##_map_##S(const void *x, void *result, ptrdiff_t rows,           \
                                            ptrdiff_t columns, const double *parameters) {         \
        const T *a = x;                                                                            \
        T *r = result;                                                                             \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        const ptrdiff_t count = rows * columns;                                                    \
        INTERLEAVED_##S for (ptrdiff_t i = 0; i < count; ++i) r[i] = NAME##_##QUANTITY##_##S(a[i], p); \
    }

// Of the identity: the C library knows how to copy.
#define COPYING_MAP(NAME, QUANTITY, T, S)                                                           \
    static void NAME##_##QUANTITY##_map_##S(const void *x, void *result, ptrdiff_t rows,           \
                                            ptrdiff_t columns, const double *parameters) {         \
        (void)parameters;                                                                          \
        if (rows * columns > 0) __builtin_memmove(result, x, (size_t)(rows * columns) * sizeof(T)); \
    }

#define ELEMENTWISE_PAIR(NAME, T, S)                                                               \
    static void NAME##_link_and_derivative_##S(const void *x, void *first, void *second,           \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        const T *a = x;                                                                            \
        T *f = first, *slope = second;                                                             \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        const ptrdiff_t count = rows * columns;                                                    \
        INTERLEAVED_##S for (ptrdiff_t i = 0; i < count; ++i) {                                    \
            const T ai = a[i];                                                                     \
            f[i] = NAME##_link_##S(ai, p);                                                         \
            slope[i] = NAME##_derivative_##S(ai, p);                                               \
        }                                                                                          \
    }

// Two passes write faster than one that alternates between the results.
#define COPYING_PAIR(NAME, T, S)                                                                   \
    static void NAME##_link_and_derivative_##S(const void *x, void *first, void *second,           \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        NAME##_link_map_##S(x, first, rows, columns, parameters);                                  \
        T *slope = second;                                                                         \
        const T one = NAME##_derivative_##S(0, NAME##_load_##S(parameters));                       \
        const ptrdiff_t count = rows * columns;                                                    \
        INTERLEAVED_##S for (ptrdiff_t i = 0; i < count; ++i) slope[i] = one;                      \
    }

// The loops of an entry whose formulas are computed number by number.
#define FORMULA_LOOPS(NAME, T, S)                                                                  \
    NAME##_link_loop(NAME, link, T, S)                                                             \
    ELEMENTWISE_MAP(NAME, derivative, T, S)                                                        \
    ELEMENTWISE_MAP(NAME, integral, T, S)                                                          \
    NAME##_pair_loop(NAME, T, S)                                                                   \
                                                                                                   \
    static void NAME##_jacobian_vector_product_##S(const void *x, const void *y, void *result,     \
                                                   ptrdiff_t rows, ptrdiff_t columns,              \
                                                   const double *parameters) {                     \
        const T *a = x, *v = y;                                                                    \
        T *r = result;                                                                             \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        const ptrdiff_t count = rows * columns;                                                    \
        INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) r[i] = v[i] * NAME##_derivative_##S(a[i], p); \
    }                                                                                              \
                                                                                                   \
    static void NAME##_forward_##S(void *pre_activations, ptrdiff_t a_stride, const void *bias,    \
                                   void *outputs, ptrdiff_t y_stride, ptrdiff_t rows,              \
                                   ptrdiff_t columns, const double *parameters) {                  \
        const T *b = bias;                                                                         \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)pre_activations + row * a_stride, *y = (T *)outputs + row * y_stride;      \
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) {                                  \
                const T aj = a[j] + b[j];                                                          \
                a[j] = aj;                                                                         \
                y[j] = NAME##_link_##S(aj, p);                                                     \
            }                                                                                      \
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
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) {                                  \
                const T r = NAME##_link_##S(a[j] + b[j], p) - t[j];                                \
                a[j] = r;                                                                          \
                sum[j] += r;                                                                       \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_backward_##S(const void *pre_activations, ptrdiff_t a_stride,               \
                                    void *gradients, ptrdiff_t g_stride, ptrdiff_t rows,           \
                                    ptrdiff_t columns, const double *parameters) {                 \
        const NAME##_parameters_##S p = NAME##_load_##S(parameters);                               \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            const T *a = (const T *)pre_activations + row * a_stride;                              \
            T *g = (T *)gradients + row * g_stride;                                                \
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) g[j] *= NAME##_derivative_##S(a[j], p); \
        }                                                                                          \
    }

// Of x Φ(x) in Float, whose table wants loops of its own (vector_math/gelu_f32.h).
#define GELU_LOOPS(NAME, T, S)                                                                     \
    ELEMENTWISE_MAP(NAME, integral, T, S)                                                          \
                                                                                                   \
    static void NAME##_link_map_##S(const void *x, void *result, ptrdiff_t rows, ptrdiff_t columns,\
                                    const double *parameters) {                                    \
        (void)parameters;                                                                          \
        vm_gelu_map_##S(x, result, NULL, rows * columns);                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_derivative_map_##S(const void *x, void *result, ptrdiff_t rows,             \
                                          ptrdiff_t columns, const double *parameters) {           \
        (void)parameters;                                                                          \
        vm_gelu_map_##S(x, NULL, result, rows * columns);                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_link_and_derivative_##S(const void *x, void *first, void *second,           \
                                               ptrdiff_t rows, ptrdiff_t columns,                  \
                                               const double *parameters) {                         \
        (void)parameters;                                                                          \
        vm_gelu_map_##S(x, first, second, rows * columns);                                         \
    }                                                                                              \
                                                                                                   \
    static void NAME##_times_derivative_##S(const T *a, const T *v, T *r, ptrdiff_t count) {       \
        T slope[VM_GELU_BLOCK];                                                                    \
        for (ptrdiff_t i = 0; i < count; i += VM_GELU_BLOCK) {                                     \
            const ptrdiff_t n = count - i < VM_GELU_BLOCK ? count - i : VM_GELU_BLOCK;             \
            vm_gelu_map_##S(a + i, NULL, slope, n);                                                \
            INDEPENDENT for (ptrdiff_t j = 0; j < n; ++j) r[i + j] = v[i + j] * slope[j];          \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_jacobian_vector_product_##S(const void *x, const void *y, void *result,     \
                                                   ptrdiff_t rows, ptrdiff_t columns,              \
                                                   const double *parameters) {                     \
        (void)parameters;                                                                          \
        NAME##_times_derivative_##S(x, y, result, rows * columns);                                 \
    }                                                                                              \
                                                                                                   \
    static void NAME##_forward_##S(void *pre_activations, ptrdiff_t a_stride, const void *bias,    \
                                   void *outputs, ptrdiff_t y_stride, ptrdiff_t rows,              \
                                   ptrdiff_t columns, const double *parameters) {                  \
        (void)parameters;                                                                          \
        const T *b = bias;                                                                         \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)pre_activations + row * a_stride, *y = (T *)outputs + row * y_stride;      \
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) a[j] += b[j];                      \
            vm_gelu_map_##S(a, y, NULL, columns);                                                  \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_residual_##S(void *products, ptrdiff_t a_stride, const void *bias,          \
                                    const void *targets, ptrdiff_t target_stride, void *sums,      \
                                    ptrdiff_t rows, ptrdiff_t columns, const double *parameters) { \
        (void)parameters;                                                                          \
        const T *b = bias;                                                                         \
        T *sum = sums;                                                                             \
        for (ptrdiff_t j = 0; j < columns; ++j) sum[j] = 0;                                        \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *a = (T *)products + row * a_stride;                                                 \
            const T *t = (const T *)targets + row * target_stride;                                 \
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) a[j] += b[j];                      \
            vm_gelu_map_##S(a, a, NULL, columns);                                                  \
            INDEPENDENT for (ptrdiff_t j = 0; j < columns; ++j) {                                  \
                a[j] -= t[j];                                                                      \
                sum[j] += a[j];                                                                    \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
                                                                                                   \
    static void NAME##_backward_##S(const void *pre_activations, ptrdiff_t a_stride,               \
                                    void *gradients, ptrdiff_t g_stride, ptrdiff_t rows,           \
                                    ptrdiff_t columns, const double *parameters) {                 \
        (void)parameters;                                                                          \
        for (ptrdiff_t row = 0; row < rows; ++row) {                                               \
            T *g = (T *)gradients + row * g_stride;                                                \
            NAME##_times_derivative_##S((const T *)pre_activations + row * a_stride, g, g, columns);\
        }                                                                                          \
    }

#define ELEMENTWISE_KERNELS(NAME, T, S)                                                            \
    NAME##_loops_##S(NAME, T, S)                                                                   \
                                                                                                   \
    CONJUGATE_KERNELS(NAME, T, S)                                                                  \
                                                                                                   \
    static const activation_kernels NAME##_kernels_##S = {                                         \
        .link = NAME##_link_map_##S,                                                               \
        .derivative = NAME##_derivative_map_##S,                                                   \
        .link_and_derivative = NAME##_link_and_derivative_##S,                                     \
        .integral = NAME##_integral_map_##S,                                                       \
        .link_by_parameter = NAME##_link_by_parameter_##S,                                         \
        .integral_by_parameter = NAME##_integral_by_parameter_##S,                                 \
        .split = NAME##_split_table_##S,                                                           \
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
