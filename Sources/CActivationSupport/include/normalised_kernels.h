// What COUPLED_KERNELS (coupled_kernels.h) expects of an implicitly normalised entry, made of the link φ of one coordinate.
//
// NORMALISED_LINK(NAME) expects NAME__coordinate_conjugate(parameters, kinks), the elementwise_link of φ, and
// defines the row functions of both precisions and NAME_conjugate.
#pragma once
#include "conjugate_kernels.h"
#include "coupled_conjugate.h"
#include "normalised_link.h"

// φ at these parameters, its range found, as `phi`.
#define NORMALISED_PHI(NAME, PARAMETERS)                                                           \
    link_kink kinks[MAXIMUM_KINKS];                                                                \
    elementwise_link phi = NAME##__coordinate_conjugate(PARAMETERS, kinks);                        \
    find_range(&phi);

#define NORMALISED_ROWS(NAME, T, S)                                                                \
    typedef struct { const double *values; } NAME##_parameters_##S;                                \
    static inline NAME##_parameters_##S NAME##_load_##S(const double *values) {                    \
        return (NAME##_parameters_##S){values};                                                    \
    }                                                                                              \
    static inline void NAME##_link_row_##S(const T *a, T *result, ptrdiff_t n, NAME##_parameters_##S p) { \
        NORMALISED_PHI(NAME, p.values)                                                             \
        normalised_link_##S(&phi, a, result, n);                                                   \
    }                                                                                              \
    static inline double NAME##_integral_row_##S(const T *a, ptrdiff_t n, NAME##_parameters_##S p) { \
        NORMALISED_PHI(NAME, p.values)                                                             \
        return normalised_integral_##S(&phi, a, n);                                                \
    }                                                                                              \
    static inline void NAME##_jacobian_row_##S(const T *a, const T *v, T *result, ptrdiff_t n,     \
                                               NAME##_parameters_##S p) {                          \
        NORMALISED_PHI(NAME, p.values)                                                             \
        normalised_jacobian_##S(&phi, a, v, result, n);                                            \
    }

// With NAME__coordinate_LINK_at and …INTEGRAL_at, ∂φ/∂θ and ∂Φ/∂θ of one parameter.
#define NORMALISED_SLOPE_ROWS(NAME, LINK, INTEGRAL, T, S)                                          \
    static inline void NAME##_##LINK##_row_##S(const T *a, T *result, ptrdiff_t n, NAME##_parameters_##S p) { \
        NORMALISED_PHI(NAME, p.values)                                                             \
        normalised_link_slope_##S(&phi, NAME##__coordinate_##LINK##_at, a, result, n);             \
    }                                                                                              \
    static inline double NAME##_##INTEGRAL##_row_##S(const T *a, ptrdiff_t n, NAME##_parameters_##S p) { \
        NORMALISED_PHI(NAME, p.values)                                                             \
        return normalised_integral_slope_##S(&phi, NAME##__coordinate_##INTEGRAL##_at, a, n);      \
    }

#define NORMALISED_LINK(NAME)                                                                      \
    NORMALISED_ROWS(NAME, float, f32)                                                              \
    NORMALISED_ROWS(NAME, double, f64)                                                             \
    static void NAME##_link_at(const double *a, double *result, ptrdiff_t n, const double *parameters) { \
        NAME##_link_row_f64(a, result, n, NAME##_load_f64(parameters));                            \
    }                                                                                              \
    static double NAME##_integral_at(const double *a, ptrdiff_t n, const double *parameters) {     \
        return NAME##_integral_row_f64(a, n, NAME##_load_f64(parameters));                         \
    }                                                                                              \
    static void NAME##_jacobian_at(const double *a, const double *v, double *result, ptrdiff_t n,  \
                                   const double *parameters) {                                     \
        NAME##_jacobian_row_f64(a, v, result, n, NAME##_load_f64(parameters));                     \
    }                                                                                              \
    static void NAME##_diagonal_at(const double *a, double *d, ptrdiff_t n, const double *parameters) { \
        NORMALISED_PHI(NAME, parameters)                                                           \
        normalised_diagonal(&phi, a, d, n);                                                        \
    }                                                                                              \
    static void NAME##_inverse_at(const double *y, double *a, ptrdiff_t n, const double *parameters) { \
        NORMALISED_PHI(NAME, parameters)                                                           \
        normalised_inverse(&phi, y, a, n);                                                         \
    }                                                                                              \
    static double NAME##_dual_at(const double *y, ptrdiff_t n, const double *parameters) {         \
        NORMALISED_PHI(NAME, parameters)                                                           \
        return normalised_dual(&phi, y, n);                                                        \
    }                                                                                              \
    static coupled_link NAME##_conjugate(const double *parameters) {                               \
        return (coupled_link){                                                                     \
            .link = NAME##_link_at, .integral = NAME##_integral_at,                                \
            .jacobian_vector_product = NAME##_jacobian_at, .diagonal = NAME##_diagonal_at,         \
            .inverse = NAME##_inverse_at, .dual = NAME##_dual_at,                                  \
            .is_flat_along_ones = 1, .parameters = parameters,                                     \
        };                                                                                         \
    }
