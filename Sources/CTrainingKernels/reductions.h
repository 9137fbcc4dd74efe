// Sums whose order does not depend on the instruction set: sixteen lanes within a row, the lanes
// in double, the rows one after the other. No include guard: included once per precision.

static double NAME(sum_of_row)(const T *restrict x, ptrdiff_t n) {
    T lane[16] = {0};
    ptrdiff_t whole = n - n % 16;
    for (ptrdiff_t j = 0; j < whole; j += 16)
        for (int l = 0; l < 16; l++) lane[l] += x[j + l];
    double sum = 0;
    for (int l = 0; l < 16; l++) sum += lane[l];
    for (ptrdiff_t j = whole; j < n; j++) sum += x[j];
    return sum;
}

static double NAME(sum)(const void *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t columns) {
    double sum = 0;
    for (ptrdiff_t i = 0; i < rows; i++) sum += NAME(sum_of_row)((const T *)x + i * x_stride, columns);
    return sum;
}

static double NAME(inner_product)(const void *x_, ptrdiff_t x_stride, const void *y_, ptrdiff_t y_stride,
                                  ptrdiff_t rows, ptrdiff_t columns) {
    double sum = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        const T *x = (const T *)x_ + i * x_stride, *y = (const T *)y_ + i * y_stride;
        T lane[16] = {0};
        ptrdiff_t whole = columns - columns % 16;
        for (ptrdiff_t j = 0; j < whole; j += 16)
            for (int l = 0; l < 16; l++) lane[l] += x[j + l] * y[j + l];
        double row = 0;
        for (int l = 0; l < 16; l++) row += lane[l];
        for (ptrdiff_t j = whole; j < columns; j++) row += (double)x[j] * (double)y[j];
        sum += row;
    }
    return sum;
}

static void NAME(column_sums)(const void *x_, ptrdiff_t x_stride, void *sums_, ptrdiff_t rows,
                              ptrdiff_t columns) {
    T *restrict sums = sums_;
    for (ptrdiff_t j = 0; j < columns; j++) sums[j] = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        const T *x = (const T *)x_ + i * x_stride;
        for (ptrdiff_t j = 0; j < columns; j++) sums[j] += x[j];
    }
}

static void NAME(target)(const void *base_, ptrdiff_t base_stride, void *t_, ptrdiff_t t_stride,
                         double gamma_, void *sums_, ptrdiff_t rows, ptrdiff_t columns) {
    const T gamma = (T)gamma_;
    T *restrict sums = sums_;
    for (ptrdiff_t j = 0; j < columns; j++) sums[j] = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        const T *restrict base = (const T *)base_ + i * base_stride;
        T *restrict t = (T *)t_ + i * t_stride;
        for (ptrdiff_t j = 0; j < columns; j++) {
            T step = gamma * t[j];
            sums[j] += step;
            t[j] = base[j] - step;
        }
    }
}

static void NAME(clip)(void *x_, ptrdiff_t x_stride, double limit_, ptrdiff_t rows, ptrdiff_t columns) {
    const T limit = (T)limit_;
    for (ptrdiff_t i = 0; i < rows; i++) {
        T *x = (T *)x_ + i * x_stride;
        for (ptrdiff_t j = 0; j < columns; j++) x[j] = x[j] > limit ? limit : x[j] < -limit ? -limit : x[j];
    }
}

static int NAME(is_finite)(const void *x_, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t columns) {
    int32_t bad = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        const T *x = (const T *)x_ + i * x_stride;
        for (ptrdiff_t j = 0; j < columns; j++) bad |= x[j] - x[j] != 0;
    }
    return !bad;
}

static void NAME(linear_residual)(void *a_, ptrdiff_t a_stride, const void *bias_, const void *target_,
                                  ptrdiff_t target_stride, void *sums_, ptrdiff_t rows,
                                  ptrdiff_t columns) {
    const T *restrict bias = bias_;
    T *restrict sums = sums_;
    for (ptrdiff_t j = 0; j < columns; j++) sums[j] = 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
        T *restrict a = (T *)a_ + i * a_stride;
        const T *restrict target = (const T *)target_ + i * target_stride;
        for (ptrdiff_t j = 0; j < columns; j++) {
            T r = (a[j] + bias[j]) - target[j];
            a[j] = r;
            sums[j] += r;
        }
    }
}
