#include "include/training_kernels.h"

#define DECLARE(variant) \
    extern const training_kernels training_kernels_float_##variant, training_kernels_double_##variant;
DECLARE(baseline)
#if defined(__x86_64__)
DECLARE(x86_64_v3)
DECLARE(x86_64_v4)
#endif

const training_kernels *training_kernels_variant(int precision, int variant) {
    switch (variant) {
    case TRAINING_BASELINE:
        return precision == TRAINING_FLOAT ? &training_kernels_float_baseline : &training_kernels_double_baseline;
#if defined(__x86_64__)
    case TRAINING_X86_64_V3:
        if (!__builtin_cpu_supports("x86-64-v3")) return NULL;
        return precision == TRAINING_FLOAT ? &training_kernels_float_x86_64_v3 : &training_kernels_double_x86_64_v3;
    case TRAINING_X86_64_V4:
        if (!__builtin_cpu_supports("x86-64-v4")) return NULL;
        return precision == TRAINING_FLOAT ? &training_kernels_float_x86_64_v4 : &training_kernels_double_x86_64_v4;
#endif
    default:
        return NULL;
    }
}

static const training_kernels *best[2];

__attribute__((constructor)) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
#endif
    for (int precision = 0; precision < 2; precision++)
        for (int variant = TRAINING_VARIANTS - 1; variant >= 0 && !best[precision]; variant--)
            best[precision] = training_kernels_variant(precision, variant);
}

const training_kernels *training_kernels_best(int precision) {
    return best[precision == TRAINING_FLOAT ? 0 : 1];
}
