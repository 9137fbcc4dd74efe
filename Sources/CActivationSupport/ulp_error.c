#include "include/ulp_error.h"
#include "include/vector_math/common.h"

enum { BLOCK = 256, LANES = 16 };

// errors[i] ← the error of one number.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
static void ulp_errors(const float *values, const double *reference, ptrdiff_t count, double *errors) {
    INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {
        const double r = reference[i], v = (double)values[i];
        const double overflow = 0x1p128;
        double expected = r > overflow ? overflow : r, actual = v > overflow ? overflow : v;
        expected = expected < -overflow ? -overflow : expected;
        actual = actual < -overflow ? -overflow : actual;
        uint64_t exponent = vm_bits_f64(__builtin_fabs(expected)) >> 52;
        exponent = exponent < 1023 - 126 ? 1023 - 126 : exponent;
        exponent = exponent > 1023 + 127 ? 1023 + 127 : exponent;
        const double unit = vm_from_bits_f64((exponent - 23) << 52);
        double error = __builtin_fabs(actual - expected) / unit;
        error = (v != v) != (r != r) ? VM_INF_F64 : error;
        errors[i] = ((v != v) & (r != r)) ? 0 : error;
    }
}

ulp_error largest_ulp_error(const float *values, const double *reference, ptrdiff_t count) {
    ulp_error worst = {0, count > 0 ? 0 : -1};
    double errors[BLOCK];
    for (ptrdiff_t start = 0; start < count; start += BLOCK) {
        const ptrdiff_t n = count - start < BLOCK ? count - start : BLOCK;
        ulp_errors(values + start, reference + start, n, errors);
        double lanes[LANES] = {0}, largest = 0;
        for (ptrdiff_t i = n; i < BLOCK; ++i) errors[i] = 0;
        for (ptrdiff_t i = 0; i < BLOCK; i += LANES) {
            for (int lane = 0; lane < LANES; ++lane) lanes[lane] = errors[i + lane] > lanes[lane] ? errors[i + lane] : lanes[lane];
        }
        for (int lane = 0; lane < LANES; ++lane) largest = lanes[lane] > largest ? lanes[lane] : largest;
        if (largest <= worst.ulps) continue;
        for (ptrdiff_t i = 0; i < n; ++i) {
            if (errors[i] != largest) continue;
            worst = (ulp_error){largest, start + i};
            break;
        }
    }
    return worst;
}
