// Bootstrap only: libm kernels for four entries, until the generator emits all of them.
#include "include/CActivationKernels.h"
#include <math.h>
#define LAYER(NAME, T, F, D) \
static void NAME##_##T##_link(const void *x, void *r, ptrdiff_t m, ptrdiff_t n, const double *p) { const T *a = x; T *o = r; for (ptrdiff_t i = 0; i < m * n; i++) { T v = a[i]; (void)p; o[i] = F; } } \
static void NAME##_##T##_forward(void *a_, ptrdiff_t as, const void *b_, void *y_, ptrdiff_t ys, ptrdiff_t m, ptrdiff_t n, const double *p) { T *a = a_, *y = y_; const T *b = b_; (void)p; for (ptrdiff_t i = 0; i < m; i++) for (ptrdiff_t j = 0; j < n; j++) { T v = a[i*as+j] += b[j]; y[i*ys+j] = F; } } \
static void NAME##_##T##_residual(void *a_, ptrdiff_t as, const void *b_, const void *t_, ptrdiff_t ts, void *c_, ptrdiff_t m, ptrdiff_t n, const double *p) { T *a = a_, *c = c_; const T *b = b_, *t = t_; (void)p; for (ptrdiff_t j = 0; j < n; j++) c[j] = 0; for (ptrdiff_t i = 0; i < m; i++) for (ptrdiff_t j = 0; j < n; j++) { T v = a[i*as+j] + b[j]; T r = F - t[i*ts+j]; a[i*as+j] = r; c[j] += r; } } \
static void NAME##_##T##_backward(const void *a_, ptrdiff_t as, void *g_, ptrdiff_t gs, ptrdiff_t m, ptrdiff_t n, const double *p) { const T *a = a_; T *g = g_; (void)p; for (ptrdiff_t i = 0; i < m; i++) for (ptrdiff_t j = 0; j < n; j++) { T v = a[i*as+j]; (void)v; g[i*gs+j] *= D; } } \
static const activation_kernels NAME##_##T = { .link = NAME##_##T##_link, .forward = NAME##_##T##_forward, .residual = NAME##_##T##_residual, .backward = NAME##_##T##_backward };
#define BOTH(NAME, FD, DD, FF, DF) LAYER(NAME, double, FD, DD) LAYER(NAME, float, FF, DF)
BOTH(linear, v, 1, v, 1)
BOTH(leaky_relu, (v >= 0 ? v : p[0] * v), (v >= 0 ? 1 : p[0]), (v >= 0 ? v : (float)p[0] * v), (v >= 0 ? 1 : (float)p[0]))
BOTH(sigmoid, 1 / (1 + exp(-v)), (1 / (1 + exp(-v))) * (1 / (1 + exp(v))), 1 / (1 + expf(-v)), (1 / (1 + expf(-v))) * (1 / (1 + expf(v))))
BOTH(tanh, tanh(v), 1 - tanh(v) * tanh(v), tanhf(v), 1 - tanhf(v) * tanhf(v))
static const activation_kernels *const tables[][2] = {{&linear_float, &linear_double}, {&leaky_relu_float, &leaky_relu_double}, {&sigmoid_float, &sigmoid_double}, {&tanh_float, &tanh_double}};
int activation_kernels_count(void) { return 4; }
const activation_kernels *activation_kernels_best(int o, int p) { return tables[o][p]; }
const activation_kernels *activation_kernels_variant(int o, int p, int v) { return v == 0 ? tables[o][p] : 0; }
