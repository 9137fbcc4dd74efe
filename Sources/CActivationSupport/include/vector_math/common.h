// What all of vector_math shares: the inlining contract, bit patterns, polynomials.
//
// Goals, in order of priority:
//  1. Right everywhere: relative error of a few ulp over the whole domain, also where a value
//     crosses zero; ±0, ±inf, nan, subnormal arguments and results, overflow, saturation.
//  2. The same bits for every instruction set a loop is compiled for.
//  3. Loops over arrays vectorise at -O2: no branches, no calls, no tables in the hot functions.
//
// No fused multiply-adds. Contraction is off and the algorithms need none: SSE2 has no such
// instruction, so an explicit one is a library call there, once per element and operation.
// Measured, ns an element, exp of 32-bit floats on Zen 4, plain against fused: SSE2 1.2 / 19,
// x86-64-v3 0.60 / 0.30, v4 0.42 / 0.22. Half the speed of the best case is the price of a baseline
// that stays usable and of results that do not depend on the machine's instruction set.
//
// A caller compiled for a newer instruction set inlines these functions into its loops
// (always_inline works from a baseline function into a caller whose target has more features),
// so one inclusion serves all variants. The pragma below holds for this file's includer too,
// unless the header arrives as a module: generated kernels repeat it.
#pragma once
#pragma STDC FP_CONTRACT OFF
#include <stdint.h>

#define VM_INLINE static inline __attribute__((always_inline, unused))

// A loop whose iterations do not depend on each other, as its author knows: the compiler's own overlap check would refuse
// calls in place. One that calls a scalar library function cannot be vectorised; that is no news.
#pragma clang diagnostic ignored "-Wpass-failed"
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")

VM_INLINE uint32_t vm_bits_f32(float x) { union { float f; uint32_t u; } v = {.f = x}; return v.u; }
VM_INLINE uint64_t vm_bits_f64(double x) { union { double f; uint64_t u; } v = {.f = x}; return v.u; }
VM_INLINE float vm_from_bits_f32(uint32_t u) { union { uint32_t u; float f; } v = {.u = u}; return v.f; }
VM_INLINE double vm_from_bits_f64(uint64_t u) { union { uint64_t u; double f; } v = {.u = u}; return v.f; }

#define VM_INF_F32 __builtin_inff()
#define VM_INF_F64 __builtin_inf()
#define VM_NAN_F32 __builtin_nanf("")
#define VM_NAN_F64 __builtin_nan("")

// VM_POLYn(x, c0, …, c(n−1)) = c0 + c1 x + … by Horner's rule; x must be a name.
// Long polynomials are split into an even and an odd half: half the latency, one multiplication more.
#define VM_POLY1(x, c) (c)
#define VM_POLY2(x, c, ...) ((c) + (x) * VM_POLY1(x, __VA_ARGS__))
#define VM_POLY3(x, c, ...) ((c) + (x) * VM_POLY2(x, __VA_ARGS__))
#define VM_POLY4(x, c, ...) ((c) + (x) * VM_POLY3(x, __VA_ARGS__))
#define VM_POLY5(x, c, ...) ((c) + (x) * VM_POLY4(x, __VA_ARGS__))
#define VM_POLY6(x, c, ...) ((c) + (x) * VM_POLY5(x, __VA_ARGS__))
#define VM_POLY7(x, c, ...) ((c) + (x) * VM_POLY6(x, __VA_ARGS__))
#define VM_POLY8(x, c, ...) ((c) + (x) * VM_POLY7(x, __VA_ARGS__))
#define VM_POLY9(x, c, ...) ((c) + (x) * VM_POLY8(x, __VA_ARGS__))
#define VM_POLY10(x, c, ...) ((c) + (x) * VM_POLY9(x, __VA_ARGS__))
#define VM_POLY11(x, c, ...) ((c) + (x) * VM_POLY10(x, __VA_ARGS__))
#define VM_POLY12(x, c, ...) ((c) + (x) * VM_POLY11(x, __VA_ARGS__))
#define VM_POLY13(x, c, ...) ((c) + (x) * VM_POLY12(x, __VA_ARGS__))
#define VM_POLY14(x, c, ...) ((c) + (x) * VM_POLY13(x, __VA_ARGS__))
#define VM_POLY15(x, c, ...) ((c) + (x) * VM_POLY14(x, __VA_ARGS__))
#define VM_POLY16(x, c, ...) ((c) + (x) * VM_POLY15(x, __VA_ARGS__))
#define VM_POLY17(x, c, ...) ((c) + (x) * VM_POLY16(x, __VA_ARGS__))
#define VM_POLY18(x, c, ...) ((c) + (x) * VM_POLY17(x, __VA_ARGS__))
#define VM_POLY19(x, c, ...) ((c) + (x) * VM_POLY18(x, __VA_ARGS__))
#define VM_POLY20(x, c, ...) ((c) + (x) * VM_POLY19(x, __VA_ARGS__))
#define VM_POLY21(x, c, ...) ((c) + (x) * VM_POLY20(x, __VA_ARGS__))
#define VM_POLY22(x, c, ...) ((c) + (x) * VM_POLY21(x, __VA_ARGS__))
#define VM_POLY23(x, c, ...) ((c) + (x) * VM_POLY22(x, __VA_ARGS__))
#define VM_POLY24(x, c, ...) ((c) + (x) * VM_POLY23(x, __VA_ARGS__))
#define VM_POLY25(x, c, ...) ((c) + (x) * VM_POLY24(x, __VA_ARGS__))
#define VM_POLY26(x, c, ...) ((c) + (x) * VM_POLY25(x, __VA_ARGS__))
