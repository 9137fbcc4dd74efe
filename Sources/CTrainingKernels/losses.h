// Value and gradient of the final losses in one pass. Terms are written to a short buffer and summed
// in the order of reductions.h. No include guard: included once per precision.

enum { NAME(chunk) = 256 };

static ptrdiff_t NAME(first_outside_unit)(const T *t, ptrdiff_t n) {
    for (ptrdiff_t j = 0; j < n; j++)
        if (!(t[j] >= 0 && t[j] <= 1)) return j;
    return n;
}

// log(1 + eᵃ) − t a = max(a, 0) − t a + log(1 + e^−|a|): no overflow, and no cancellation because
// max(a, 0) − t a ≥ 0.
static double NAME(sigmoid_cross_entropy)(const void *a_, ptrdiff_t a_stride, const void *target_,
                                          ptrdiff_t target_stride, void *g_, ptrdiff_t g_stride,
                                          ptrdiff_t rows, ptrdiff_t columns, double scale_,
                                          ptrdiff_t *invalid) {
    const T scale = (T)scale_;
    T terms[NAME(chunk)];
    double sum = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        double row = 0;
        for (ptrdiff_t start = 0; start < columns; start += NAME(chunk)) {
            ptrdiff_t n = columns - start < NAME(chunk) ? columns - start : NAME(chunk);
            const T *restrict a = (const T *)a_ + i * a_stride + start;
            const T *restrict target = (const T *)target_ + i * target_stride + start;
            T *restrict g = (T *)g_ + i * g_stride + start;
            int32_t bad = 0;
            for (ptrdiff_t j = 0; j < n; j++) {
                T x = a[j], t = target[j];
                T e = EXP(-__builtin_elementwise_abs(x));
                T positive = x >= 0 ? x : 0;
                terms[j] = (positive - t * x) + LOG1P(e);
                g[j] = ((x >= 0 ? 1 : e) / (1 + e) - t) * scale;
                bad |= !(t >= 0) | !(t <= 1);
            }
            if (bad) *invalid = i * columns + start + NAME(first_outside_unit)(target, n);
            row += NAME(sum_of_row)(terms, n);
        }
        sum += row;
    }
    return sum;
}

// Σ t (log Σ eᵃ − a) with a shifted by its maximum: every term is ≥ 0.
static double NAME(softmax_cross_entropy)(const void *a_, ptrdiff_t a_stride, const void *target_,
                                          ptrdiff_t target_stride, void *g_, ptrdiff_t g_stride,
                                          ptrdiff_t rows, ptrdiff_t columns, double scale_,
                                          ptrdiff_t *invalid) {
    const T scale = (T)scale_;
    T terms[NAME(chunk)];
    double sum = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        const T *restrict a = (const T *)a_ + i * a_stride;
        const T *restrict target = (const T *)target_ + i * target_stride;
        T *restrict g = (T *)g_ + i * g_stride;
        T largest = a[0];
        for (ptrdiff_t j = 1; j < columns; j++) largest = a[j] > largest ? a[j] : largest;
        int32_t bad = 0;
        for (ptrdiff_t j = 0; j < columns; j++) {
            g[j] = EXP(a[j] - largest);
            bad |= !(target[j] >= 0) | !(target[j] <= 1);
        }
        double total = NAME(sum_of_row)(g, columns), mass = NAME(sum_of_row)(target, columns);
        if (bad || !(mass > 0.999 && mass < 1.001)) {
            ptrdiff_t j = NAME(first_outside_unit)(target, columns);
            *invalid = i * columns + (j < columns ? j : 0);
        }
        const T log_total = (T)log(total), inverse = (T)(1 / total);
        for (ptrdiff_t start = 0; start < columns; start += NAME(chunk)) {
            ptrdiff_t n = columns - start < NAME(chunk) ? columns - start : NAME(chunk);
            for (ptrdiff_t j = 0; j < n; j++) {
                T t = target[start + j];
                terms[j] = t * (log_total - (a[start + j] - largest));
                g[start + j] = (g[start + j] * inverse - t) * scale;
            }
            sum += NAME(sum_of_row)(terms, n);
        }
    }
    return sum;
}

static double NAME(squared_error)(const void *a_, ptrdiff_t a_stride, const void *target_,
                                  ptrdiff_t target_stride, void *g_, ptrdiff_t g_stride, ptrdiff_t rows,
                                  ptrdiff_t columns, double scale_, ptrdiff_t *invalid) {
    const T scale = (T)scale_;
    T terms[NAME(chunk)];
    double sum = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        double row = 0;
        for (ptrdiff_t start = 0; start < columns; start += NAME(chunk)) {
            ptrdiff_t n = columns - start < NAME(chunk) ? columns - start : NAME(chunk);
            const T *restrict a = (const T *)a_ + i * a_stride + start;
            const T *restrict target = (const T *)target_ + i * target_stride + start;
            T *restrict g = (T *)g_ + i * g_stride + start;
            int32_t bad = 0;
            for (ptrdiff_t j = 0; j < n; j++) {
                T r = a[j] - target[j];
                terms[j] = r * r;
                g[j] = r * scale;
                bad |= target[j] - target[j] != 0;
            }
            if (bad) {
                ptrdiff_t j = 0;
                while (j < n && target[j] - target[j] == 0) j++;
                *invalid = i * columns + start + j;
            }
            row += NAME(sum_of_row)(terms, n);
        }
        sum += row;
    }
    return sum / 2;
}
