// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <normalised_kernels.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// softmax: exp(a) / sum(exp(a))

typedef struct { char none; } softmax_parameters_f64;
VM_INLINE softmax_parameters_f64 softmax_load_f64(const double *values) {
    (void)values;
    return (softmax_parameters_f64){0};
}
static inline void softmax_link_row_f64(const double *as, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f64(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const double max0 = (double)max0_lanes[0];
    INTERLEAVED_f64 for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        result[i] = vm_exp_f64(-max0 + a);
    }
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double kept = result[i];
            const double value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double kept = result[i];
            const double value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const double sum0 = (double)sum0_lanes[0];
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const double kept = result[i];
        result[i] = kept / sum0;
    }
}
static inline double softmax_integral_row_f64(const double *as, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f64(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const double max0 = (double)max0_lanes[0];
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = vm_exp_f64(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = vm_exp_f64(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const double sum0 = (double)sum0_lanes[0];
    return vm_log_f64(sum0) + max0;
}
static inline void softmax_jacobian_row_f64(const double *as, const double *vs, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f64(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const double max0 = (double)max0_lanes[0];
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = vm_exp_f64(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = vm_exp_f64(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const double sum0 = (double)sum0_lanes[0];
    double sum1_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum1_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double v = vs[i];
            const double value = vm_exp_f64(-max0 + a) * v;
            sum1_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double v = vs[i];
            const double value = vm_exp_f64(-max0 + a) * v;
            sum1_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum1_lanes[lane] += sum1_lanes[lane + width];
    }
    const double sum1 = (double)sum1_lanes[0];
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        const double v = vs[i];
        const double t0 = 1.0 / sum0;
        result[i] = (-sum1 * t0 + v) * vm_exp_f64(-max0 + a) * t0;
    }
}
static inline void softmax_diagonal_row_f64(const double *as, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double a = as[i];
            const double value = a;
            max0_lanes[lane] = vm_max_f64(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f64(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const double max0 = (double)max0_lanes[0];
    INTERLEAVED_f64 for (ptrdiff_t i = 0; i < n; ++i) {
        const double a = as[i];
        result[i] = vm_exp_f64(-max0 + a);
    }
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double kept = result[i];
            const double value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double kept = result[i];
            const double value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const double sum0 = (double)sum0_lanes[0];
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const double kept = result[i];
        result[i] = kept / sum0;
    }
}
static inline void softmax_inverse_row_f64(const double *ys, double *result, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const double y = ys[i];
        result[i] = vm_log_f64(y);
    }
}
static inline double softmax_dual_row_f64(const double *ys, ptrdiff_t n, softmax_parameters_f64 p) {
    (void)p;
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const double y = ys[i];
            const double value = vm_xlogy_f64(y, y);
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const double y = ys[i];
            const double value = vm_xlogy_f64(y, y);
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const double sum0 = (double)sum0_lanes[0];
    return sum0;
}

// softmax: exp(a) / sum(exp(a))

typedef struct { char none; } softmax_parameters_f32;
VM_INLINE softmax_parameters_f32 softmax_load_f32(const double *values) {
    (void)values;
    return (softmax_parameters_f32){0};
}
static inline void softmax_link_row_f32(const float *as, float *result, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f32(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const float max0 = (float)max0_lanes[0];
    INTERLEAVED_f32 for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        result[i] = vm_exp_f32(-max0 + a);
    }
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float kept = result[i];
            const float value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float kept = result[i];
            const float value = kept;
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const float sum0 = (float)sum0_lanes[0];
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const float kept = result[i];
        result[i] = kept / sum0;
    }
}
static inline double softmax_integral_row_f32(const float *as, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f32(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const float max0 = (float)max0_lanes[0];
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = vm_exp_f32(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = vm_exp_f32(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const float sum0 = (float)sum0_lanes[0];
    return vm_log_f32(sum0) + max0;
}
static inline void softmax_jacobian_row_f32(const float *as, const float *vs, float *result, ptrdiff_t n, softmax_parameters_f32 p) {
    (void)p;
    float max0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) max0_lanes[lane] = -INFINITY;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = a;
            max0_lanes[lane] = vm_max_f32(max0_lanes[lane], value);
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) max0_lanes[lane] = vm_max_f32(max0_lanes[lane], max0_lanes[lane + width]);
    }
    const float max0 = (float)max0_lanes[0];
    double sum0_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum0_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = vm_exp_f32(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float value = vm_exp_f32(-max0 + a);
            sum0_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum0_lanes[lane] += sum0_lanes[lane + width];
    }
    const float sum0 = (float)sum0_lanes[0];
    double sum1_lanes[32];
    for (int lane = 0; lane < 32; ++lane) sum1_lanes[lane] = 0;
    for (ptrdiff_t start = 0; start + 32 <= n; start += 32) {
        INDEPENDENT for (int lane = 0; lane < 32; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float v = vs[i];
            const float value = vm_exp_f32(-max0 + a) * v;
            sum1_lanes[lane] += value;
        }
    }
    for (ptrdiff_t start = n & -32; start < n; start = n) {
        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {
            const ptrdiff_t i = start + lane;
            const float a = as[i];
            const float v = vs[i];
            const float value = vm_exp_f32(-max0 + a) * v;
            sum1_lanes[lane] += value;
        }
    }
    for (int width = 16; width > 0; width /= 2) {
        for (int lane = 0; lane < width; ++lane) sum1_lanes[lane] += sum1_lanes[lane + width];
    }
    const float sum1 = (float)sum1_lanes[0];
    INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) {
        const float a = as[i];
        const float v = vs[i];
        const float t0 = 1.0f / sum0;
        result[i] = (-sum1 * t0 + v) * vm_exp_f32(-max0 + a) * t0;
    }
}

static void softmax_link_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_link_row_f64(x, result, n, softmax_load_f64(parameters));
}
static double softmax_integral_at(const double *x, ptrdiff_t n, const double *parameters) {
    return softmax_integral_row_f64(x, n, softmax_load_f64(parameters));
}
static void softmax_diagonal_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_diagonal_row_f64(x, result, n, softmax_load_f64(parameters));
}
static void softmax_inverse_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_inverse_row_f64(x, result, n, softmax_load_f64(parameters));
}
static double softmax_dual_at(const double *x, ptrdiff_t n, const double *parameters) {
    return softmax_dual_row_f64(x, n, softmax_load_f64(parameters));
}
static void softmax_jacobian_at(const double *a, const double *v, double *result, ptrdiff_t n,
                                const double *parameters) {
    softmax_jacobian_row_f64(a, v, result, n, softmax_load_f64(parameters));
}
static coupled_link softmax_conjugate(const double *parameters) {
    return (coupled_link){
        .link = softmax_link_at, .integral = softmax_integral_at,
        .jacobian_vector_product = softmax_jacobian_at, .diagonal = softmax_diagonal_at,
        .inverse = softmax_inverse_at, .dual = softmax_dual_at,
        .is_flat_along_ones = 1, .parameters = parameters,
    };
}

// sparsemax__coordinate: max(a, 0)

typedef struct { char none; } sparsemax__coordinate_parameters_f64;
VM_INLINE sparsemax__coordinate_parameters_f64 sparsemax__coordinate_load_f64(const double *values) {
    (void)values;
    return (sparsemax__coordinate_parameters_f64){0};
}
VM_INLINE double sparsemax__coordinate_link_f64(double a, sparsemax__coordinate_parameters_f64 p) {
    (void)p;
    return vm_max_f64(a, 0.0);
}
VM_INLINE double sparsemax__coordinate_derivative_f64(double a, sparsemax__coordinate_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 1.0 : 0.0);
}
VM_INLINE double sparsemax__coordinate_integral_f64(double a, sparsemax__coordinate_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a >= 0.0 ? 0.5 * vm_square_f64(a) : 0.0);
}
VM_INLINE double sparsemax__coordinate_dual_f64(double y, sparsemax__coordinate_parameters_f64 p) {
    (void)p;
    return 0.5 * vm_square_f64(y);
}

static double sparsemax__coordinate_link_at(double x, const double *parameters) {
    return sparsemax__coordinate_link_f64(x, sparsemax__coordinate_load_f64(parameters));
}
static double sparsemax__coordinate_derivative_at(double x, const double *parameters) {
    return sparsemax__coordinate_derivative_f64(x, sparsemax__coordinate_load_f64(parameters));
}
static double sparsemax__coordinate_integral_at(double x, const double *parameters) {
    return sparsemax__coordinate_integral_f64(x, sparsemax__coordinate_load_f64(parameters));
}
static double sparsemax__coordinate_dual_at(double x, const double *parameters) {
    return sparsemax__coordinate_dual_f64(x, sparsemax__coordinate_load_f64(parameters));
}
static slope_shape sparsemax__coordinate_slope_shape_at(double a, const double *parameters) {
    const sparsemax__coordinate_parameters_f64 p = sparsemax__coordinate_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : 0.0), 0.0, 1.0, 0.0, 1.0};
}
static elementwise_link sparsemax__coordinate_conjugate(const double *parameters, link_kink *kinks) {
    const sparsemax__coordinate_parameters_f64 p = sparsemax__coordinate_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = sparsemax__coordinate_link_at, .derivative = sparsemax__coordinate_derivative_at, .integral = sparsemax__coordinate_integral_at,
        .slope_shape = sparsemax__coordinate_slope_shape_at,
        .inverse = NULL, .dual = sparsemax__coordinate_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

NORMALISED_LINK(sparsemax)
