// Runs the kernels of some shards at every length from 0 to 130 on arrays that end where the heap's red zone begins:
// built with -fsanitize=address by SanitizerTests, which passes the tables' names as TABLES.
#include <activation_kernels_abi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DECLARE(TABLE) extern const activation_kernels *const TABLE[];
#define LIST(TABLE) TABLE,
TABLES(DECLARE)
static const activation_kernels *const *const tables[] = {TABLES(LIST)};

// A copy of `count` numbers between 0.1 and 0.9, in a block of exactly their size.
static void *numbers(int precision, ptrdiff_t count, int shift) {
    const size_t size = precision == ACTIVATION_FLOAT ? sizeof(float) : sizeof(double);
    void *block = malloc((size_t)count * size);
    for (ptrdiff_t i = 0; i < count; ++i) {
        const double x = (1 + (i * 7 + shift * 3) % 9) / 10.0;
        if (precision == ACTIVATION_FLOAT) ((float *)block)[i] = (float)x; else ((double *)block)[i] = x;
    }
    return block;
}

static void run(const activation_kernels *table, int precision, ptrdiff_t n) {
    static const double parameters[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    void *x = numbers(precision, n, 0), *y = numbers(precision, n, 1);
    void *r = numbers(precision, n, 2), *s = numbers(precision, n, 3);
    // A coupled entry is one row; an elementwise one could be any shape.
    table->link(x, r, 1, n, parameters);
    table->jacobian_vector_product(x, y, r, 1, n, parameters);
    if (table->derivative) {
        table->derivative(x, r, 1, n, parameters);
        table->link_and_derivative(x, r, s, 1, n, parameters);
        table->integral(x, r, 1, n, parameters);
        if (table->inverse) table->inverse(x, r, 1, n, parameters);
        table->dual(x, r, 1, n, parameters);
        table->matching_loss(x, y, r, s, 1, n, parameters);
        table->matching_loss(x, y, r, NULL, 1, n, parameters);
        table->fenchel_young(x, y, r, s, 1, n, parameters);
        table->dual_divergence(x, y, r, 1, n, parameters);
    }
    table->matching_loss_sum(x, y, s, 1, n, parameters);
    table->matching_loss_sum(x, y, NULL, 1, n, parameters);
    table->forward(x, n, y, r, n, 1, n, parameters);
    table->residual(x, n, y, r, n, s, 1, n, parameters);
    table->backward(x, n, r, n, 1, n, parameters);
    free(x); free(y); free(r); free(s);
}

int main(int count, char **arguments) {
    int passes = 0;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; ++t) {
        for (int k = 0; k < atoi(arguments[t + 1]); ++k) {
            for (ptrdiff_t n = 0; n <= 130; ++n, ++passes) run(tables[t][k], k % 2, n);
        }
    }
    // One element too many, on request: the sanitizer must see it.
    if (count > 0 && getenv("OVERRUN")) {
        void *x = numbers(ACTIVATION_FLOAT, 33, 0), *r = numbers(ACTIVATION_FLOAT, 32, 0);
        const double parameters[8] = {1, 1, 1, 1, 1, 1, 1, 1};
        tables[0][0]->link(x, r, 1, 33, parameters);
    }
    printf("%d\n", passes);
    return 0;
}
