// Integer powers for generated formulas, by squaring; the exponent is a constant there, so that
// the loop unrolls.
#pragma once

#define INTEGER_POWER(T, S)                                                                        \
    static inline T vm_square_##S(T x) { return x * x; }                                           \
    static inline T vm_integer_power_##S(T x, unsigned n) {                                        \
        T result = 1;                                                                              \
        for (; n > 0; n >>= 1, x *= x) {                                                           \
            if (n & 1) result *= x;                                                                \
        }                                                                                          \
        return result;                                                                             \
    }

INTEGER_POWER(float, f32)
INTEGER_POWER(double, f64)
