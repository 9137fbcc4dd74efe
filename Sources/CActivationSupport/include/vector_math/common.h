// What all of vector_math shares: the inlining contract, bit patterns, polynomials.
//
// Goals, in order of priority:
//  1. Right everywhere: relative error of a few ulp over the whole domain, also where a value
//     crosses zero; ±0, ±inf, nan, subnormal arguments and results, overflow, saturation.
//  2. The same bits alone and in an array, at every length and place, and for every instruction set that has fused
//     multiply-adds (VM_FUSED). One that has none is as accurate, with other bits.
//  3. Loops over arrays vectorise at -O2: no branches, no calls, no tables in the hot functions (but GELU's, gelu_f32.h).
//
// Multiply-adds are fused where a function says so (vm_mul_add, VM_POLY), and where the includer defines
// VECTOR_MATH_FUSED, as the kernels for x86-64-v3 and -v4 do: SSE2 has no such instruction, and an explicit one would be
// a library call there. The compiler's own contraction is off, so that nothing depends on what it finds to fuse.
//
// A caller compiled for a newer instruction set inlines these functions into its loops
// (always_inline works from a baseline function into a caller whose target has more features),
// so one inclusion serves all variants. The pragma below holds for this file's includer too,
// unless the header arrives as a module: generated kernels repeat it.
#pragma once
#pragma STDC FP_CONTRACT OFF
#include <stddef.h>
#include <stdint.h>

// 1 where the includer defines VECTOR_MATH_FUSED: x y + z is then one instruction, rounded once.
#if defined(VECTOR_MATH_FUSED)
#define VM_FUSED 1
#else
#define VM_FUSED 0
#endif

#define VM_INLINE static inline __attribute__((always_inline, unused))

// A loop whose iterations do not depend on each other, as its author knows: the compiler's own overlap check would refuse
// calls in place. One that calls a scalar library function cannot be vectorised; that is no news.
#pragma clang diagnostic ignored "-Wpass-failed"
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
// The same for a long loop of 32-bit floats: several registers side by side, because one element's operations wait for each
// other some 80 cycles, and the processor does not look far enough ahead to fill them. Eight where the includer defines
// VECTOR_MATH_AVX512, whose 32 registers hold them, else four. Not for 64 bits, where the functions have twice the
// constants and the registers run out.
#if defined(VECTOR_MATH_AVX512)
#define INTERLEAVED_f32 _Pragma("clang loop vectorize(assume_safety) interleave_count(8)")
#else
#define INTERLEAVED_f32 _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")
#endif
#define INTERLEAVED_f64 INDEPENDENT

VM_INLINE uint32_t vm_bits_f32(float x) { union { float f; uint32_t u; } v = {.f = x}; return v.u; }
VM_INLINE uint64_t vm_bits_f64(double x) { union { double f; uint64_t u; } v = {.f = x}; return v.u; }
VM_INLINE float vm_from_bits_f32(uint32_t u) { union { uint32_t u; float f; } v = {.u = u}; return v.f; }
VM_INLINE double vm_from_bits_f64(uint64_t u) { union { uint64_t u; double f; } v = {.u = u}; return v.f; }

#define VM_INF_F32 __builtin_inff()
#define VM_INF_F64 __builtin_inf()
#define VM_NAN_F32 __builtin_nanf("")
#define VM_NAN_F64 __builtin_nan("")

// x y + z: rounded once where fused, else twice. The operand types decide on the precision.
#if VM_FUSED
VM_INLINE float vm_mul_add_f32(float x, float y, float z) { return __builtin_elementwise_fma(x, y, z); }
VM_INLINE double vm_mul_add_f64(double x, double y, double z) { return __builtin_elementwise_fma(x, y, z); }
#else
VM_INLINE float vm_mul_add_f32(float x, float y, float z) { return x * y + z; }
VM_INLINE double vm_mul_add_f64(double x, double y, double z) { return x * y + z; }
#endif

// VM_POLYn(x, c0, …, c(n−1)) = c0 + c1 x + … by Horner's rule; x must be a name.
// Long polynomials are split into an even and an odd half: half the latency, one multiplication more.
#define VM_POLY_STEP(x, rest, c) _Generic((x), float: vm_mul_add_f32, double: vm_mul_add_f64)(x, rest, c)
#define VM_POLY1(x, c) (c)
#define VM_POLY2(x, c, ...) VM_POLY_STEP(x, VM_POLY1(x, __VA_ARGS__), c)
#define VM_POLY3(x, c, ...) VM_POLY_STEP(x, VM_POLY2(x, __VA_ARGS__), c)
#define VM_POLY4(x, c, ...) VM_POLY_STEP(x, VM_POLY3(x, __VA_ARGS__), c)
#define VM_POLY5(x, c, ...) VM_POLY_STEP(x, VM_POLY4(x, __VA_ARGS__), c)
#define VM_POLY6(x, c, ...) VM_POLY_STEP(x, VM_POLY5(x, __VA_ARGS__), c)
#define VM_POLY7(x, c, ...) VM_POLY_STEP(x, VM_POLY6(x, __VA_ARGS__), c)
#define VM_POLY8(x, c, ...) VM_POLY_STEP(x, VM_POLY7(x, __VA_ARGS__), c)
#define VM_POLY9(x, c, ...) VM_POLY_STEP(x, VM_POLY8(x, __VA_ARGS__), c)
#define VM_POLY10(x, c, ...) VM_POLY_STEP(x, VM_POLY9(x, __VA_ARGS__), c)
#define VM_POLY11(x, c, ...) VM_POLY_STEP(x, VM_POLY10(x, __VA_ARGS__), c)
#define VM_POLY12(x, c, ...) VM_POLY_STEP(x, VM_POLY11(x, __VA_ARGS__), c)
#define VM_POLY13(x, c, ...) VM_POLY_STEP(x, VM_POLY12(x, __VA_ARGS__), c)
#define VM_POLY14(x, c, ...) VM_POLY_STEP(x, VM_POLY13(x, __VA_ARGS__), c)
#define VM_POLY15(x, c, ...) VM_POLY_STEP(x, VM_POLY14(x, __VA_ARGS__), c)
#define VM_POLY16(x, c, ...) VM_POLY_STEP(x, VM_POLY15(x, __VA_ARGS__), c)
#define VM_POLY17(x, c, ...) VM_POLY_STEP(x, VM_POLY16(x, __VA_ARGS__), c)
#define VM_POLY18(x, c, ...) VM_POLY_STEP(x, VM_POLY17(x, __VA_ARGS__), c)
#define VM_POLY19(x, c, ...) VM_POLY_STEP(x, VM_POLY18(x, __VA_ARGS__), c)
#define VM_POLY20(x, c, ...) VM_POLY_STEP(x, VM_POLY19(x, __VA_ARGS__), c)
#define VM_POLY21(x, c, ...) VM_POLY_STEP(x, VM_POLY20(x, __VA_ARGS__), c)
#define VM_POLY22(x, c, ...) VM_POLY_STEP(x, VM_POLY21(x, __VA_ARGS__), c)
#define VM_POLY23(x, c, ...) VM_POLY_STEP(x, VM_POLY22(x, __VA_ARGS__), c)
#define VM_POLY24(x, c, ...) VM_POLY_STEP(x, VM_POLY23(x, __VA_ARGS__), c)
#define VM_POLY25(x, c, ...) VM_POLY_STEP(x, VM_POLY24(x, __VA_ARGS__), c)
#define VM_POLY26(x, c, ...) VM_POLY_STEP(x, VM_POLY25(x, __VA_ARGS__), c)
