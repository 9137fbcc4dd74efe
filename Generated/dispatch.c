// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#include <activation_kernels_abi.h>

ACTIVATION_CATALOGUE(CActivationKernels);

extern const activation_kernels *const CActivationKernels_table_f32_baseline[];
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_f32_v3[];
#endif
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_f32_v4[];
#endif
extern const activation_kernels *const CActivationKernels_table_f64_baseline[];
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_f64_v3[];
#endif
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_f64_v4[];
#endif

static const activation_kernels *const *const tables[2][ACTIVATION_VARIANTS] = {
    [ACTIVATION_FLOAT][ACTIVATION_BASELINE] = CActivationKernels_table_f32_baseline,
#if defined(__x86_64__)
    [ACTIVATION_FLOAT][ACTIVATION_X86_64_V3] = CActivationKernels_table_f32_v3,
#endif
#if defined(__x86_64__)
    [ACTIVATION_FLOAT][ACTIVATION_X86_64_V4] = CActivationKernels_table_f32_v4,
#endif
    [ACTIVATION_DOUBLE][ACTIVATION_BASELINE] = CActivationKernels_table_f64_baseline,
#if defined(__x86_64__)
    [ACTIVATION_DOUBLE][ACTIVATION_X86_64_V3] = CActivationKernels_table_f64_v3,
#endif
#if defined(__x86_64__)
    [ACTIVATION_DOUBLE][ACTIVATION_X86_64_V4] = CActivationKernels_table_f64_v4,
#endif
};

int CActivationKernels_count(void) { return 10; }

static int runs(int variant) {
#if defined(__x86_64__)
    if (variant == ACTIVATION_X86_64_V4) return __builtin_cpu_supports("x86-64-v4") != 0;
    if (variant == ACTIVATION_X86_64_V3) return __builtin_cpu_supports("x86-64-v3") != 0;
#endif
    return variant == ACTIVATION_BASELINE;
}

const activation_kernels *CActivationKernels_variant(int ordinal, int precision, int variant) {
    if (ordinal < 0 || ordinal >= CActivationKernels_count()) return NULL;
    if (precision != ACTIVATION_FLOAT && precision != ACTIVATION_DOUBLE) return NULL;
    if (variant < 0 || variant >= ACTIVATION_VARIANTS || !runs(variant)) return NULL;
    return tables[precision][variant] ? tables[precision][variant][ordinal] : NULL;
}

static int best_variant;

__attribute__((constructor)) static void choose_variant(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
#endif
    for (int variant = 0; variant < ACTIVATION_VARIANTS; ++variant) {
        if (runs(variant)) best_variant = variant;
    }
}

const activation_kernels *CActivationKernels_best(int ordinal, int precision) {
    return CActivationKernels_variant(ordinal, precision, best_variant);
}
