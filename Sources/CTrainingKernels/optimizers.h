// One pass over parameters, optimizer state and gradient for each rule. No include guard: included
// once per precision by variant.h.

// Runs RULE on every element with w, h (gradient with the regulariser's) and the constants in scope.
// `from` may be `to`: no element depends on another, which the loop pragma says to the vectoriser.
// Unused slots are NULL and never touched, because a rule names only the slots it has.
#define OPTIMIZER(name, SLOTS, RULE)                                                               \
    static int NAME(name)(const training_update *u) {                                              \
        const T rate = (T)u->rate, inverse_eta = (T)u->inverse_eta;                                \
        const T c0 = (T)u->constants[0], c1 = (T)u->constants[1], c2 = (T)u->constants[2],         \
                c3 = (T)u->constants[3];                                                           \
        (void)c0, (void)c1, (void)c2, (void)c3;                                                    \
        int32_t bad = 0;                                                                           \
        for (ptrdiff_t i = 0; i < u->rows; i++) {                                                  \
            const T *restrict gradient = (const T *)u->gradient + i * u->gradient_stride;          \
            const T *from = (const T *)u->from + i * u->stride;                                    \
            T *to = (T *)u->to + i * u->stride;                                                    \
            SLOTS                                                                                  \
            if (u->adjustment) {                                                                   \
                const T scale = (T)u->adjustment->scale, limit = (T)u->adjustment->limit;          \
                const T l2 = (T)u->adjustment->l2, decay = (T)u->adjustment->decay;                \
                /* Without a centre: w itself, at the distance 0. */                               \
                const T *centre = u->centre ? (const T *)u->centre + i * u->stride : from;         \
                _Pragma("clang loop vectorize(assume_safety)")                                     \
                for (ptrdiff_t j = 0; j < u->columns; j++) {                                       \
                    T w = from[j], h = scale * gradient[j];                                        \
                    h = h > limit ? limit : h < -limit ? -limit : h;                               \
                    h = h + (w - centre[j]) * inverse_eta + l2 * w;                                \
                    w -= decay * w;                                                                \
                    RULE                                                                           \
                    to[j] = w;                                                                     \
                    bad |= w - w != 0;                                                             \
                }                                                                                  \
            } else if (u->centre) {                                                                \
                const T *centre = (const T *)u->centre + i * u->stride;                            \
                _Pragma("clang loop vectorize(assume_safety)")                                     \
                for (ptrdiff_t j = 0; j < u->columns; j++) {                                       \
                    T w = from[j], h = gradient[j] + (w - centre[j]) * inverse_eta;                \
                    RULE                                                                           \
                    to[j] = w;                                                                     \
                    bad |= w - w != 0;                                                             \
                }                                                                                  \
            } else {                                                                               \
                _Pragma("clang loop vectorize(assume_safety)")                                     \
                for (ptrdiff_t j = 0; j < u->columns; j++) {                                       \
                    T w = from[j], h = gradient[j];                                                \
                    RULE                                                                           \
                    to[j] = w;                                                                     \
                    bad |= w - w != 0;                                                             \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
        return !bad;                                                                               \
    }
#define SLOT(name, field) T *restrict name = (T *)u->field + i * u->stride;

OPTIMIZER(sgd, , { w -= rate * h; })

OPTIMIZER(momentum, SLOT(velocity, slot0), {
    T v = c0 * velocity[j] + rate * h;
    velocity[j] = v;
    w -= v;
})

OPTIMIZER(nesterov, SLOT(velocity, slot0), {
    T v = c0 * velocity[j] + rate * h;
    velocity[j] = v;
    w -= c0 * v + rate * h;
})

OPTIMIZER(adagrad, SLOT(sum, slot0), {
    T s = sum[j] + h * h;
    sum[j] = s;
    w -= rate * h / (__builtin_elementwise_sqrt(s) + c0);
})

OPTIMIZER(rmsprop, SLOT(mean_square, slot0) SLOT(velocity, slot1), {
    T s = c0 * mean_square[j] + (1 - c0) * (h * h);
    mean_square[j] = s;
    T v = c1 * velocity[j] + rate * h / __builtin_elementwise_sqrt(s + c2);
    velocity[j] = v;
    w -= v;
})

OPTIMIZER(adam, SLOT(first, slot0) SLOT(second, slot1), {
    T m = c0 * first[j] + (1 - c0) * h;
    T s = c1 * second[j] + (1 - c1) * (h * h);
    first[j] = m;
    second[j] = s;
    w -= rate * m / (__builtin_elementwise_sqrt(s) / c3 + c2);
})

#undef OPTIMIZER
#undef SLOT
