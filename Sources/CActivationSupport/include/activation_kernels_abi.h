// The binary interface between generated kernels (C) and the typed activations (Swift).
//
// One `activation_kernels` is one catalogue entry in one precision, compiled for one
// instruction set. Arrays are row-major; every element is `float` in a table of precision
// ACTIVATION_FLOAT and `double` in one of ACTIVATION_DOUBLE. `parameters` holds the entry's
// parameters in the catalogue's order, always as double; it may be NULL if there are none.
//
// "rows × columns": an elementwise entry treats its rows * columns elements alike. A coupled
// entry (softmax) acts on each row on its own, and writes one value per row where it says
// "per row".
//
// Result arrays may be the same as an input array (in place), never shifted against one.
#pragma once
#include "link_split.h"
#include <stddef.h>

enum { ACTIVATION_FLOAT = 0, ACTIVATION_DOUBLE = 1 };

// Instruction-set variants, best last. arm64 and others have the baseline alone.
enum { ACTIVATION_BASELINE = 0, ACTIVATION_X86_64_V3 = 1, ACTIVATION_X86_64_V4 = 2, ACTIVATION_VARIANTS = 3 };

typedef void (*activation_map)(const void *x, void *result, ptrdiff_t rows, ptrdiff_t columns,
                               const double *parameters);
typedef void (*activation_map_2)(const void *x, void *first, void *second, ptrdiff_t rows,
                                 ptrdiff_t columns, const double *parameters);
typedef void (*activation_zip)(const void *x, const void *y, void *result, ptrdiff_t rows,
                               ptrdiff_t columns, const double *parameters);
typedef void (*activation_zip_2)(const void *x, const void *y, void *first, void *second,
                                 ptrdiff_t rows, ptrdiff_t columns, const double *parameters);

typedef void (*activation_split_map)(const void *x, void *result, ptrdiff_t count, const double *parameters,
                                     const link_split *split);

// Of an elementwise entry whose link falls somewhere. `split` is what `split` made at the parameters.
typedef struct activation_split_kernels {
    // Makes the split; 0 where the link has no finite value that it needs.
    int (*split)(const double *parameters, link_split *result);
    // a → f₊(a), f₋(a), F₊(a), F₋(a).
    activation_split_map rising, falling, rising_integral, falling_integral;
    // (estimate â, target a) → D_{F₊}(â, a) and f₊(â) − f₊(a), which may be NULL.
    void (*rising_matching_loss)(const void *x, const void *y, void *first, void *second, ptrdiff_t count,
                                 const double *parameters, const link_split *split);
    // t ← f₊(a) − γ t (t holds the gradient g on entry), sums[j] ← γ Σ_rows g.
    void (*rising_target)(const void *a, ptrdiff_t a_stride, void *t, ptrdiff_t t_stride, double gamma,
                          void *sums, ptrdiff_t rows, ptrdiff_t columns, const double *parameters,
                          const link_split *split);
    // a ← f₊(a + bias) − target (the residual, in place), column_sums[j] ← Σ_rows of it.
    void (*rising_residual)(void *a, ptrdiff_t a_stride, const void *bias, const void *target,
                            ptrdiff_t target_stride, void *column_sums, ptrdiff_t rows, ptrdiff_t columns,
                            const double *parameters, const link_split *split);
} activation_split_kernels;

typedef struct activation_kernels {
    // a → f(a), rows × columns.
    activation_map link;
    // a → f'(a). NULL for a coupled entry.
    activation_map derivative;
    // a → f(a), f'(a) in one pass. NULL for a coupled entry.
    activation_map_2 link_and_derivative;
    // a → F(a): per element; coupled: per row.
    activation_map integral;
    // a → ∂f/∂θₖ(a) and ∂F/∂θₖ(a), shaped as link and integral are: a map for each parameter θₖ in the
    // catalogue's order, and then NULL.
    const activation_map *link_by_parameter, *integral_by_parameter;
    // y → f⁻¹(y): nan outside the range, ±inf at a closed end. NULL if f has no inverse.
    activation_map inverse;
    // y → F*(y): per element; coupled: per row. inf outside the domain of F*.
    activation_map dual;
    // (a, v) → J(a) v, where J is the (symmetric) Jacobian of f; elementwise f'(a) v.
    activation_zip jacobian_vector_product;
    // (estimate â, target a) → D_F(â, a) and f(â) − f(a). Loss per element; coupled: per row.
    // `second`, the gradient, is rows × columns and may be NULL.
    activation_zip_2 matching_loss;
    // The sum of the same over all elements (coupled: rows), in one pass; `gradient` may be NULL. For float: to a relative
    // error of 1e-5 in each element, added up in double.
    double (*matching_loss_sum)(const void *x, const void *y, void *gradient, ptrdiff_t rows, ptrdiff_t columns,
                                const double *parameters);
    // (target y, estimate ŷ), both post-activations → D_F*(y, ŷ). Per element; coupled: per row.
    activation_zip dual_divergence;
    // (estimate â, target y) → F(â) + F*(y) − ⟨y, â⟩ and f(â) − y, shapes as for matching_loss.
    activation_zip_2 fenchel_young;

    // NULL unless the link falls somewhere.
    const activation_split_kernels *split;

    // Layer kernels: one pass over a block of a layer's arrays, `…_stride` elements from row to row.

    // a ← a + bias (bias added to each row), y ← f(a).
    void (*forward)(void *a, ptrdiff_t a_stride, const void *bias, void *y, ptrdiff_t y_stride,
                    ptrdiff_t rows, ptrdiff_t columns, const double *parameters);
    // a ← f(a + bias) − target (the residual, in place), column_sums[j] ← Σ_rows of it.
    void (*residual)(void *a, ptrdiff_t a_stride, const void *bias, const void *target,
                     ptrdiff_t target_stride, void *column_sums, ptrdiff_t rows, ptrdiff_t columns,
                     const double *parameters);
    // g ← J(a)ᵀ g: the gradient with respect to f(a) becomes that with respect to a.
    void (*backward)(const void *a, ptrdiff_t a_stride, void *g, ptrdiff_t g_stride, ptrdiff_t rows,
                     ptrdiff_t columns, const double *parameters);
} activation_kernels;

// Declares what a target of generated kernels exports; MODULE is the target's module name. Entries are numbered in
// the catalogue's order.
//   MODULE_count    the number of entries
//   MODULE_best     the kernels of an entry in a precision, in the best variant this processor runs; chosen once, at
//                   load time
//   MODULE_variant  the same in a given variant; NULL where the processor cannot run it
#define ACTIVATION_CATALOGUE(MODULE)                                                                    \
    int MODULE##_count(void);                                                                           \
    const activation_kernels *MODULE##_best(int ordinal, int precision);                                \
    const activation_kernels *MODULE##_variant(int ordinal, int precision, int variant)
