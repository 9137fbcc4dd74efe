// Fused passes over a layer's parameters and over the last layer's pre-activations.
//
// One `training_kernels` is one precision compiled for one instruction set; all variants agree in
// bits. Blocks are row-major, `…_stride` elements from row to row; every element is `float` in the
// table of precision TRAINING_FLOAT and `double` in that of TRAINING_DOUBLE.
#pragma once
#include <stddef.h>

enum { TRAINING_FLOAT = 0, TRAINING_DOUBLE = 1 };
enum { TRAINING_BASELINE = 0, TRAINING_X86_64_V3 = 1, TRAINING_X86_64_V4 = 2, TRAINING_VARIANTS = 3 };

// What is done to gradient and parameters besides the rule: h = clip(scale · gradient) + … + l2 w, where clip moves
// numbers into [−limit, limit] and leaves NaN; and w loses the share `decay` of itself before the rule moves it.
typedef struct training_adjustment {
    double scale, limit;
    double l2;
    double decay;
} training_adjustment;

// One optimizer step on a block of parameters.
typedef struct training_update {
    const void *from;      // the parameters w before the step
    void *to;              // and after it; may be `from`
    const void *centre;    // w₀ of the regulariser ‖w − w₀‖²/(2η); NULL without one
    void *slot0, *slot1;   // the optimizer's state, updated; NULL where it has none
    ptrdiff_t stride;      // of the five above
    const void *gradient;  // of the loss without the regulariser
    ptrdiff_t gradient_stride;
    ptrdiff_t rows, columns;
    double rate;           // learning rate of this step
    double inverse_eta;    // 1/η
    double constants[4];   // the optimizer's own, in the order that each formula below names them
    const training_adjustment *adjustment;  // NULL for none
} training_update;

// Returns whether every parameter written is finite. h is the gradient with the regulariser's.
typedef int (*training_optimizer)(const training_update *update);

// Writes g ← scale · ∂/∂a and returns the (unscaled) loss summed over the block. `invalid` is set
// to the index row * columns + column of a target that the loss is not defined for, else left alone.
typedef double (*training_loss)(const void *a, ptrdiff_t a_stride, const void *target,
                                ptrdiff_t target_stride, void *g, ptrdiff_t g_stride, ptrdiff_t rows,
                                ptrdiff_t columns, double scale, ptrdiff_t *invalid);

typedef struct training_kernels {
    training_optimizer sgd;       // w ← w − rate h
    training_optimizer momentum;  // [μ]        v ← μ v + rate h; w ← w − v
    training_optimizer nesterov;  // [μ]        v ← μ v + rate h; w ← w − (μ v + rate h)
    training_optimizer adagrad;   // [ε]        s ← s + h²; w ← w − rate h/(√s + ε)
    training_optimizer rmsprop;   // [ρ, μ, ε]  s ← ρ s + (1 − ρ) h²; v ← μ v + rate h/√(s + ε); w ← w − v
    training_optimizer adam;      // [β₁, β₂, ε, √(1 − β₂ᵗ)], rate already divided by 1 − β₁ᵗ:
                                  // m ← β₁ m + (1 − β₁) h; s ← β₂ s + (1 − β₂) h²;
                                  // w ← w − rate m/(√s/√(1 − β₂ᵗ) + ε)

    training_loss sigmoid_cross_entropy;  // Σ log(1 + eᵃ) − t a, targets in [0, 1]
    training_loss softmax_cross_entropy;  // Σ_rows log Σ eᵃ − Σ t a, rows of targets on the simplex
    training_loss squared_error;          // ½ Σ (a − t)²

    // a ← a + bias − target, sums[j] ← Σ_rows of it: LocoProp-S's residual, whatever the activation.
    void (*linear_residual)(void *a, ptrdiff_t a_stride, const void *bias, const void *target,
                            ptrdiff_t target_stride, void *sums, ptrdiff_t rows, ptrdiff_t columns);
    // t ← base − γ t (t holds the gradient g on entry), sums[j] ← γ Σ_rows g.
    void (*target)(const void *base, ptrdiff_t base_stride, void *t, ptrdiff_t t_stride, double gamma,
                   void *sums, ptrdiff_t rows, ptrdiff_t columns);
    // sums[j] ← Σ_rows x.
    void (*column_sums)(const void *x, ptrdiff_t x_stride, void *sums, ptrdiff_t rows, ptrdiff_t columns);
    // Σ x.
    double (*sum)(const void *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t columns);
    // Σ x y.
    double (*inner_product)(const void *x, ptrdiff_t x_stride, const void *y, ptrdiff_t y_stride,
                            ptrdiff_t rows, ptrdiff_t columns);
    // x ← x moved into [−limit, limit]; NaN stays.
    void (*clip)(void *x, ptrdiff_t x_stride, double limit, ptrdiff_t rows, ptrdiff_t columns);
    // Whether every element is finite.
    int (*is_finite)(const void *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t columns);
} training_kernels;

// The best variant this processor runs, chosen once at load time.
const training_kernels *training_kernels_best(int precision);

// A given variant; NULL where the processor cannot run it.
const training_kernels *training_kernels_variant(int precision, int variant);
