// Products of small matrices, C ← α op(A) B or α A Bᵀ. No include guard: included once per precision.
//
// OpenBLAS takes its packing buffer for a small sgemm from malloc (small-matrix kernels for AVX-512),
// and a training step must not allocate. Vector types fix the width of the sums, hence the bits.

typedef T NAME(lanes) __attribute__((ext_vector_type(16), aligned(sizeof(T))));

// Rows i … i + ROWS − 1 of C: 16 columns at a time, then the rest one by one. A[i, p] is
// a[i * a_row + p * a_column], so that op(A) may be Aᵀ.
#define SMALL_ROWS(ROWS)                                                                                \
    for (; i + ROWS <= m; i += ROWS) {                                                                  \
        ptrdiff_t j = 0;                                                                                \
        for (; j + 16 <= n; j += 16) {                                                                  \
            NAME(lanes) sum[ROWS];                                                                      \
            for (int r = 0; r < ROWS; r++) sum[r] = 0;                                                  \
            for (ptrdiff_t p = 0; p < k; p++) {                                                         \
                NAME(lanes) row = *(const NAME(lanes) *)(b + p * b_stride + j);                         \
                for (int r = 0; r < ROWS; r++) sum[r] += a[(i + r) * a_row + p * a_column] * row;       \
            }                                                                                           \
            for (int r = 0; r < ROWS; r++) *(NAME(lanes) *)(c + (i + r) * c_stride + j) = alpha * sum[r]; \
        }                                                                                               \
        for (; j < n; j++)                                                                              \
            for (int r = 0; r < ROWS; r++) {                                                            \
                T sum = 0;                                                                              \
                for (ptrdiff_t p = 0; p < k; p++)                                                       \
                    sum += a[(i + r) * a_row + p * a_column] * b[p * b_stride + j];                     \
                c[(i + r) * c_stride + j] = alpha * sum;                                                \
            }                                                                                           \
    }

static void NAME(small_product)(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, double alpha_, const void *a_,
                                ptrdiff_t a_row, ptrdiff_t a_column, const void *b_, ptrdiff_t b_stride,
                                void *c_, ptrdiff_t c_stride) {
    const T *a = a_, *b = b_, alpha = (T)alpha_;
    T *c = c_;
    ptrdiff_t i = 0;
    SMALL_ROWS(4)
    SMALL_ROWS(1)
}
#undef SMALL_ROWS

static void NAME(small_product_transposed)(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, double alpha_,
                                           const void *a_, ptrdiff_t a_stride, const void *b_,
                                           ptrdiff_t b_stride, void *c_, ptrdiff_t c_stride) {
    const T *a = a_, *b = b_, alpha = (T)alpha_;
    T *c = c_;
    for (ptrdiff_t i = 0; i < m; i++)
        for (ptrdiff_t j = 0; j < n; j++) {
            const T *x = a + i * a_stride, *y = b + j * b_stride;
            NAME(lanes) lanes = 0;
            ptrdiff_t p = 0;
            for (; p + 16 <= k; p += 16) lanes += *(const NAME(lanes) *)(x + p) * *(const NAME(lanes) *)(y + p);
            T sum = 0;
            for (int l = 0; l < 16; l++) sum += lanes[l];
            for (; p < k; p++) sum += x[p] * y[p];
            c[i * c_stride + j] = alpha * sum;
        }
}
