// The generated kernels on this processor: Float's against Double's, in units of the last place, and Double's against those
// of another processor, which an earlier run has written.
//
//     main WRITTEN-FILE            writes Double's values
//     main WRITTEN-FILE compare    reads them, and compares
//
// One line for what was found; status 1 where a Float kernel misses 2 ulp (f, f′) or 4 (F), or Doubles differ by more than 4.
#include <CActivationKernels.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ulp_error.h>

enum { COUNT = 4096, QUANTITIES = 3 };

static activation_map quantity(const activation_kernels *table, int i) {
    return i == 0 ? table->link : i == 1 ? table->derivative : table->integral;
}

static double difference(double found, double wanted) {
    if (isnan(found) && isnan(wanted)) return 0;
    if (found == wanted) return 0;
    const double size = fmax(fabs(wanted), 0x1p-1022);
    return fabs(found - wanted) / ldexp(1, ilogb(size) - 52);
}

int main(int argc, char **argv) {
    static const double goals[QUANTITIES] = {2, 2, 4};
    const char *const names[QUANTITIES] = {"link", "derivative", "integral"};
    if (argc < 2) return 2;
    const int compares = argc > 2;
    FILE *const file = fopen(argv[1], compares ? "rb" : "wb");
    if (!file) return perror(argv[1]), 2;
    // Inside of every parameter's domain.
    const double parameters[] = {0.5, 0.5, 0.5, 0.5};
    static float x[COUNT], values[COUNT];
    static double wide[COUNT], exact[COUNT], others[COUNT];
    // Every exponent, both signs; then what links bend in.
    for (int i = 0; i < COUNT; ++i) {
        const uint32_t bits = i % 2 ? (uint32_t)i * 1048573u : 0;
        memcpy(&x[i], &bits, sizeof bits);
        if (i % 2 == 0) x[i] = (float)(i - COUNT / 2) / 128;
        wide[i] = x[i];
    }
    int kernels = 0, missed = 0;
    double worst[QUANTITIES] = {0}, furthest = 0;
    for (int ordinal = 0; ordinal < CActivationKernels_count(); ++ordinal) {
        const activation_kernels *const narrow = CActivationKernels_best(ordinal, ACTIVATION_FLOAT);
        const activation_kernels *const full = CActivationKernels_best(ordinal, ACTIVATION_DOUBLE);
        if (!narrow || !full) return fprintf(stderr, "no kernels of entry %d\n", ordinal), 1;
        if (!full->derivative) continue;
        for (int i = 0; i < QUANTITIES; ++i, ++kernels) {
            quantity(narrow, i)(x, values, 1, COUNT, parameters);
            quantity(full, i)(wide, exact, 1, COUNT, parameters);
            const ulp_error error = largest_ulp_error(values, exact, COUNT);
            if (error.ulps > worst[i]) worst[i] = error.ulps;
            if (error.ulps > goals[i]) {
                printf("entry %d, %s: %g ulp at %.9g: %.9g, not %.17g\n", ordinal, names[i], error.ulps, x[error.index],
                       values[error.index], exact[error.index]);
                ++missed;
            }
            if (!compares) {
                if (fwrite(exact, sizeof *exact, COUNT, file) != COUNT) return perror(argv[1]), 2;
                continue;
            }
            if (fread(others, sizeof *others, COUNT, file) != COUNT) return fprintf(stderr, "%s is too short\n", argv[1]), 2;
            for (int k = 0; k < COUNT; ++k) {
                const double far = difference(exact[k], others[k]);
                if (far > furthest) furthest = far;
                if (far > 4) printf("entry %d, %s(%.17g) is %.17g, elsewhere %.17g\n", ordinal, names[i], wide[k], exact[k], others[k]);
                missed += far > 4;
            }
        }
    }
    if (fclose(file)) return perror(argv[1]), 2;
    printf("%d kernels at %d numbers: Float within %.3f ulp (link), %.3f (derivative), %.3f (integral) of Double", kernels, COUNT,
           worst[0], worst[1], worst[2]);
    if (compares) printf(", Double within %.1f ulp of the other processor's", furthest);
    printf("\n");
    return missed > 0;
}
