#include "probe_loops.h"

#define BASELINE(NAME) PROBE_DECLARE(NAME, baseline)
FUNCTIONS(BASELINE)

#if defined(__x86_64__)
#define V3(NAME) PROBE_DECLARE(NAME, v3)
#define V4(NAME) PROBE_DECLARE(NAME, v4)
FUNCTIONS(V3)
FUNCTIONS(V4)
#define PLACES(NAME, TYPE) \
    {PROBE_NAME(NAME, TYPE, baseline), PROBE_NAME(NAME, TYPE, v3), PROBE_NAME(NAME, TYPE, v4)}
static _Bool runs(int variant) {
    if (variant == VECTOR_MATH_X86_64_V4) return __builtin_cpu_supports("x86-64-v4");
    if (variant == VECTOR_MATH_X86_64_V3) return __builtin_cpu_supports("x86-64-v3");
    return 1;
}
#else
#define PLACES(NAME, TYPE) {PROBE_NAME(NAME, TYPE, baseline)}
static _Bool runs(int variant) { return variant == VECTOR_MATH_BASELINE; }
#endif
#define ROW(NAME) {#NAME, PLACES(NAME, f32), PLACES(NAME, f64)},

static const vector_math_probe probes[] = {FUNCTIONS(ROW)};

ptrdiff_t vector_math_probe_count(void) { return sizeof probes / sizeof *probes; }

vector_math_probe vector_math_probe_at(ptrdiff_t index) {
    vector_math_probe probe = probes[index];
    for (int v = 0; v < VECTOR_MATH_VARIANTS; v++) {
        if (runs(v)) continue;
        probe.f32[v] = NULL;
        probe.f64[v] = NULL;
    }
    return probe;
}
