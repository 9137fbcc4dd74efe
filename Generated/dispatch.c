// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest b3d6ef09ddd5b8ff.

#include <activation_kernels_abi.h>

ACTIVATION_CATALOGUE(CActivationKernels);

extern const activation_kernels *const CActivationKernels_table_00_baseline[];
extern const activation_kernels *const CActivationKernels_table_01_baseline[];
extern const activation_kernels *const CActivationKernels_table_02_baseline[];
extern const activation_kernels *const CActivationKernels_table_03_baseline[];
extern const activation_kernels *const CActivationKernels_table_04_baseline[];
extern const activation_kernels *const CActivationKernels_table_05_baseline[];
extern const activation_kernels *const CActivationKernels_table_06_baseline[];
extern const activation_kernels *const CActivationKernels_table_07_baseline[];
extern const activation_kernels *const CActivationKernels_table_08_baseline[];
extern const activation_kernels *const CActivationKernels_table_09_baseline[];
extern const activation_kernels *const CActivationKernels_table_10_baseline[];
extern const activation_kernels *const CActivationKernels_table_11_baseline[];
extern const activation_kernels *const CActivationKernels_table_12_baseline[];
extern const activation_kernels *const CActivationKernels_table_13_baseline[];
extern const activation_kernels *const CActivationKernels_table_14_baseline[];
extern const activation_kernels *const CActivationKernels_table_15_baseline[];
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_00_v3[];
extern const activation_kernels *const CActivationKernels_table_01_v3[];
extern const activation_kernels *const CActivationKernels_table_02_v3[];
extern const activation_kernels *const CActivationKernels_table_03_v3[];
extern const activation_kernels *const CActivationKernels_table_04_v3[];
extern const activation_kernels *const CActivationKernels_table_05_v3[];
extern const activation_kernels *const CActivationKernels_table_06_v3[];
extern const activation_kernels *const CActivationKernels_table_07_v3[];
extern const activation_kernels *const CActivationKernels_table_08_v3[];
extern const activation_kernels *const CActivationKernels_table_09_v3[];
extern const activation_kernels *const CActivationKernels_table_10_v3[];
extern const activation_kernels *const CActivationKernels_table_11_v3[];
extern const activation_kernels *const CActivationKernels_table_12_v3[];
extern const activation_kernels *const CActivationKernels_table_13_v3[];
extern const activation_kernels *const CActivationKernels_table_14_v3[];
extern const activation_kernels *const CActivationKernels_table_15_v3[];
#endif
#if defined(__x86_64__)
extern const activation_kernels *const CActivationKernels_table_00_v4[];
extern const activation_kernels *const CActivationKernels_table_01_v4[];
extern const activation_kernels *const CActivationKernels_table_02_v4[];
extern const activation_kernels *const CActivationKernels_table_03_v4[];
extern const activation_kernels *const CActivationKernels_table_04_v4[];
extern const activation_kernels *const CActivationKernels_table_05_v4[];
extern const activation_kernels *const CActivationKernels_table_06_v4[];
extern const activation_kernels *const CActivationKernels_table_07_v4[];
extern const activation_kernels *const CActivationKernels_table_08_v4[];
extern const activation_kernels *const CActivationKernels_table_09_v4[];
extern const activation_kernels *const CActivationKernels_table_10_v4[];
extern const activation_kernels *const CActivationKernels_table_11_v4[];
extern const activation_kernels *const CActivationKernels_table_12_v4[];
extern const activation_kernels *const CActivationKernels_table_13_v4[];
extern const activation_kernels *const CActivationKernels_table_14_v4[];
extern const activation_kernels *const CActivationKernels_table_15_v4[];
#endif

// Where each entry is: its shard, and its place there.
static const struct { short shard, place; } entries[] = {
    {15, 0},  // step
    {0, 0},  // linear
    {3, 0},  // relu
    {8, 0},  // leaky_relu
    {1, 0},  // prelu
    {11, 0},  // sigmoid
    {9, 0},  // softmax
    {0, 1},  // tanh
    {14, 0},  // arctan
    {5, 0},  // softplus
    {3, 1},  // elu
    {15, 1},  // relu6
    {5, 1},  // hardtanh
    {7, 0},  // hard_sigmoid
    {10, 0},  // selu
    {10, 1},  // celu
    {2, 0},  // log_sigmoid
    {4, 0},  // softsign
    {0, 2},  // softshrink
    {6, 0},  // symlog
    {2, 1},  // sparse_plus
    {14, 1},  // sparse_sigmoid
    {8, 1},  // exponential
    {12, 0},  // logarithm
    {1, 1},  // tanhshrink
    {10, 2},  // squareplus
    {10, 3},  // asinh
    {0, 3},  // erf
    {3, 2},  // probit
    {0, 4},  // isru
    {1, 2},  // bent_identity
    {10, 4},  // gudermannian
    {14, 2},  // gelu
    {6, 1},  // silu
    {8, 2},  // mish
    {10, 5},  // hard_silu
    {9, 1},  // sparsemax
    {12, 1},  // entmax
    {4, 1},  // tempered_softmax
};

static const activation_kernels *const *const tables[ACTIVATION_VARIANTS][16] = {
    [ACTIVATION_BASELINE] = {
        CActivationKernels_table_00_baseline,
        CActivationKernels_table_01_baseline,
        CActivationKernels_table_02_baseline,
        CActivationKernels_table_03_baseline,
        CActivationKernels_table_04_baseline,
        CActivationKernels_table_05_baseline,
        CActivationKernels_table_06_baseline,
        CActivationKernels_table_07_baseline,
        CActivationKernels_table_08_baseline,
        CActivationKernels_table_09_baseline,
        CActivationKernels_table_10_baseline,
        CActivationKernels_table_11_baseline,
        CActivationKernels_table_12_baseline,
        CActivationKernels_table_13_baseline,
        CActivationKernels_table_14_baseline,
        CActivationKernels_table_15_baseline,
    },
#if defined(__x86_64__)
    [ACTIVATION_X86_64_V3] = {
        CActivationKernels_table_00_v3,
        CActivationKernels_table_01_v3,
        CActivationKernels_table_02_v3,
        CActivationKernels_table_03_v3,
        CActivationKernels_table_04_v3,
        CActivationKernels_table_05_v3,
        CActivationKernels_table_06_v3,
        CActivationKernels_table_07_v3,
        CActivationKernels_table_08_v3,
        CActivationKernels_table_09_v3,
        CActivationKernels_table_10_v3,
        CActivationKernels_table_11_v3,
        CActivationKernels_table_12_v3,
        CActivationKernels_table_13_v3,
        CActivationKernels_table_14_v3,
        CActivationKernels_table_15_v3,
    },
#endif
#if defined(__x86_64__)
    [ACTIVATION_X86_64_V4] = {
        CActivationKernels_table_00_v4,
        CActivationKernels_table_01_v4,
        CActivationKernels_table_02_v4,
        CActivationKernels_table_03_v4,
        CActivationKernels_table_04_v4,
        CActivationKernels_table_05_v4,
        CActivationKernels_table_06_v4,
        CActivationKernels_table_07_v4,
        CActivationKernels_table_08_v4,
        CActivationKernels_table_09_v4,
        CActivationKernels_table_10_v4,
        CActivationKernels_table_11_v4,
        CActivationKernels_table_12_v4,
        CActivationKernels_table_13_v4,
        CActivationKernels_table_14_v4,
        CActivationKernels_table_15_v4,
    },
#endif
};

int CActivationKernels_count(void) { return 39; }

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
    const activation_kernels *const *const shard = tables[variant][entries[ordinal].shard];
    return shard ? shard[2 * entries[ordinal].place + precision] : NULL;
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
