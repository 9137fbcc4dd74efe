// x Φ(x) and its slope, for 32-bit floats.
//
// For |x| ≤ 5.9 a table of 32 intervals holds polynomials in the distance from a centre. The intervals have the same width;
// centres are where the values round to floats within a hundredth of an ulp, and of the three intervals about the slope's zero that
// zero. Below, in the tail, is the 64-bit form (normal_f32.h); above, Φ(x) is 1.
//
// AVX-512 looks 32 floats up by one instruction, AVX2 by seven, in loops of their own (vm_gelu_map_f32): the compiler
// would load them one by one. The bits are those of the functions of one number.
#pragma once
#include "normal_f32.h"
#if VM_FUSED
#include <immintrin.h> // before the pragma of the includer that names its instruction set
#endif

#define VM_GELU_WIDTH_F32 0x1.80ead2p-3f // a quarter of where the slope is 0
#define VM_GELU_LIMIT_F32 (31.49f * VM_GELU_WIDTH_F32)

static const float vm_gelu_centres_f32[32] = {
    0, 0x1.80f0bap-3f, 0x1.80f43ap-2f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.20a67ep+0f, 0x1.50bfa2p+0f,
    0x1.80e568p+0f, 0x1.b0fe7ep+0f, 0x1.e11d36p+0f, 0x1.08a066p+1f, 0x1.20b596p+1f, 0x1.38c07cp+1f, 0x1.50cb3ap+1f,
    0x1.68fcf4p+1f, 0x1.80a924p+1f, 0x1.99055p+1f, 0x1.b1074cp+1f, 0x1.c9166ap+1f, 0x1.e12206p+1f, 0x1.f919cap+1f,
    0x1.089b0ap+2f, 0x1.14c774p+2f, 0x1.20afap+2f, 0x1.2cb87ep+2f, 0x1.38bd26p+2f, 0x1.449816p+2f, 0x1.50c1b6p+2f,
    0x1.5cd1e8p+2f, 0x1.68effp+2f, 0x1.74f0b8p+2f};

// a (1 − Φ(a)) and its slope, by powers of the distance from the centre, relative error 4e-8.
static const float vm_gelu_table_f32[7][32] = {
    {
        0, 0x1.478c9p-4f, 0x1.10266ap-3f, 0x1.5c19dep-3f, 0x1.5c19dep-3f, 0x1.5c19dep-3f, 0x1.2ba2a2p-3f, 0x1.fb75acp-4f,
        0x1.98a2fap-4f, 0x1.3a66a4p-4f, 0x1.cf61bcp-5f, 0x1.47b00ep-5f, 0x1.bd4b1ap-6f, 0x1.233f58p-6f, 0x1.6eca9ep-7f,
        0x1.bb7f4ap-8f, 0x1.056302p-8f, 0x1.2459c2p-9f, 0x1.3de2dep-10f, 0x1.4ce816p-11f, 0x1.5064acp-12f,
        0x1.48aefp-13f, 0x1.347cdp-14f, 0x1.15165ep-15f, 0x1.e8effp-17f, 0x1.9cadb4p-18f, 0x1.50869p-19f,
        0x1.0c4704p-20f, 0x1.92edeap-22f, 0x1.26427p-23f, 0x1.9cbf7cp-25f, 0x1.1a263ep-26f},
    {
        0x1p-1f, 0x1.6839a6p-2f, 0x1.b5bda8p-3f, 0x1.516ebcp-24f, -0x1.644e9p-28f, -0x1.1c27bap-22f, -0x1.bc4072p-4f,
        -0x1.038ee4p-3f, -0x1.04d20ep-3f, -0x1.db44f4p-4f, -0x1.91ea1p-4f, -0x1.3f6336p-4f, -0x1.e07ab4p-5f,
        -0x1.57f4f8p-5f, -0x1.d5f742p-6f, -0x1.323aa8p-6f, -0x1.823778p-7f, -0x1.ccce34p-8f, -0x1.09e274p-8f,
        -0x1.267c98p-9f, -0x1.39b476p-10f, -0x1.422d9ep-11f, -0x1.3d21aep-12f, -0x1.2a335p-13f, -0x1.129858p-14f,
        -0x1.e31fap-16f, -0x1.99e764p-17f, -0x1.534a52p-18f, -0x1.086d1ap-19f, -0x1.902aa8p-21f, -0x1.2277c6p-22f,
        -0x1.9a68a4p-24f},
    {
        -0x1.988454p-2f, -0x1.8a4626p-2f, -0x1.61bfc8p-2f, -0x1.b9da1cp-3f, -0x1.b9df1cp-3f, -0x1.b9d6ccp-3f,
        -0x1.3b467ap-4f, -0x1.73003cp-6f, 0x1.12f648p-6f, 0x1.50794ap-5f, 0x1.ac1d9cp-5f, 0x1.b68042p-5f, 0x1.8c6872p-5f,
        0x1.47db1ap-5f, 0x1.f8e1d8p-6f, 0x1.6cbaf6p-6f, 0x1.f6adcep-7f, 0x1.45680ep-7f, 0x1.93f268p-8f, 0x1.de6d04p-9f,
        0x1.0f1cbep-9f, 0x1.26eb3p-10f, 0x1.3276fp-11f, 0x1.2f64f2p-12f, 0x1.24fea4p-13f, 0x1.0dc888p-14f,
        0x1.de1518p-16f, 0x1.9c3766p-17f, 0x1.4e655ep-18f, 0x1.06d9acp-19f, 0x1.8bde6ap-21f, 0x1.21a1a8p-22f},
    {
        0x1.36a328p-20f, 0x1.8ecc6p-5f, 0x1.701c22p-4f, 0x1.08ffa2p-3f, 0x1.0911aap-3f, 0x1.08f3a4p-3f, 0x1.bbbdc6p-4f,
        0x1.564cb2p-4f, 0x1.cc0dbp-5f, 0x1.f62308p-6f, 0x1.47bfcep-7f, -0x1.23692p-8f, -0x1.a3e672p-7f, -0x1.0902eep-6f,
        -0x1.06ed46p-6f, -0x1.c7627ep-7f, -0x1.684f02p-7f, -0x1.062f3p-7f, -0x1.671054p-8f, -0x1.cf8e0ap-9f,
        -0x1.1bad5cp-9f, -0x1.4ac25cp-10f, -0x1.6e6414p-11f, -0x1.80fd68p-12f, -0x1.888364p-13f, -0x1.7c740ap-14f,
        -0x1.61c31cp-15f, -0x1.3f1036p-16f, -0x1.0e6a76p-17f, -0x1.bb0db2p-19f, -0x1.5b1cbcp-20f, -0x1.07ac74p-21f},
    {
        0x1.1031a4p-4f, 0x1.f5bfp-5f, 0x1.80ab9cp-5f, 0x1.14a828p-8f, 0x1.fa0862p-8f, 0x1.420c7p-8f, -0x1.da4f68p-6f,
        -0x1.25a99p-5f, -0x1.27d8c4p-5f, -0x1.ff0288p-6f, -0x1.7f7fe2p-6f, -0x1.ec6c04p-7f, -0x1.e979f2p-8f,
        -0x1.d7d28cp-10f, 0x1.dd319ep-10f, 0x1.d92446p-9f, 0x1.0a4986p-8f, 0x1.e5dccp-9f, 0x1.872132p-9f, 0x1.1edb66p-9f,
        0x1.861298p-10f, 0x1.f1e54p-11f, 0x1.2ab4a2p-11f, 0x1.515cc8p-12f, 0x1.6eb91cp-13f, 0x1.793cbcp-14f,
        0x1.729862p-15f, 0x1.5f9bccp-16f, 0x1.38dbe6p-17f, 0x1.0c3958p-18f, 0x1.b6d3d8p-20f, 0x1.5b3436p-21f},
    {
        0x1.e31658p-12f, -0x1.647bc6p-7f, -0x1.39ae1cp-6f, -0x1.8e394ap-6f, -0x1.7502e2p-6f, -0x1.8be338p-6f,
        -0x1.6e7b56p-7f, -0x1.d8eabap-9f, 0x1.740d82p-9f, 0x1.cfce64p-8f, 0x1.24affap-7f, 0x1.1ddfdap-7f, 0x1.d21acp-8f,
        0x1.4332e4p-8f, 0x1.6f486p-9f, 0x1.2056f4p-10f, -0x1.5818e8p-16f, -0x1.4e75bap-11f, -0x1.bc892cp-11f,
        -0x1.ab11p-11f, -0x1.5c4162p-11f, -0x1.fe0298p-12f, -0x1.562a72p-12f, -0x1.a908dap-13f, -0x1.f4f9b2p-14f,
        -0x1.156f2cp-14f, -0x1.22f4aap-15f, -0x1.24b61p-16f, -0x1.138056p-17f, -0x1.f17e72p-19f, -0x1.ab4bfcp-20f,
        -0x1.61c022p-21f},
    {
        -0x1.87adf6p-7f, -0x1.46eb04p-8f, -0x1.c12614p-8f, -0x1.d6e2fcp-11f, -0x1.e2ff0ep-3f, 0x1.5b887ap-8f,
        0x1.540b94p-7f, 0x1.1ab70cp-7f, 0x1.4ccd86p-7f, 0x1.bb2adap-9f, -0x1.4fcadep-9f, 0x1.0e366p-11f, -0x1.79f80cp-9f,
        -0x1.331a2ep-9f, -0x1.49898p-9f, -0x1.4a06aap-10f, -0x1.af391ep-11f, -0x1.22101p-12f, -0x1.c80c16p-15f,
        0x1.448f6ap-14f, 0x1.6de3e6p-13f, 0x1.458284p-13f, 0x1.08a46p-13f, 0x1.7c09b4p-14f, 0x1.f2b836p-15f,
        0x1.30b428p-15f, 0x1.5a83fp-16f, 0x1.70fa1ep-17f, 0x1.742dc2p-18f, 0x1.645cf4p-19f, 0x1.450a72p-20f,
        0x1.1903dep-21f}};
static const float vm_gelu_slope_table_f32[7][32] = {
    {
        0x1p-1f, 0x1.6839a6p-2f, 0x1.b5bda8p-3f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.bc4072p-4f,
        -0x1.038ee4p-3f, -0x1.04d20ep-3f, -0x1.db44f4p-4f, -0x1.91ea1p-4f, -0x1.3f6336p-4f, -0x1.e07ab4p-5f,
        -0x1.57f4f8p-5f, -0x1.d5f742p-6f, -0x1.323aa8p-6f, -0x1.823778p-7f, -0x1.ccce34p-8f, -0x1.09e274p-8f,
        -0x1.267c98p-9f, -0x1.39b476p-10f, -0x1.422d9ep-11f, -0x1.3d21aep-12f, -0x1.2a335p-13f, -0x1.129858p-14f,
        -0x1.e31f9ep-16f, -0x1.99e762p-17f, -0x1.534a5p-18f, -0x1.086d18p-19f, -0x1.902aa4p-21f, -0x1.2277c2p-22f,
        -0x1.9a689ep-24f},
    {
        -0x1.988454p-1f, -0x1.8a4636p-1f, -0x1.61bfc4p-1f, -0x1.b9d98cp-2f, -0x1.b9d99p-2f, -0x1.b9d982p-2f,
        -0x1.3b46a6p-3f, -0x1.7300aep-5f, 0x1.12f538p-5f, 0x1.50793ap-4f, 0x1.ac1deap-4f, 0x1.b68018p-4f, 0x1.8c688ep-4f,
        0x1.47db24p-4f, 0x1.f8e204p-5f, 0x1.6cbaf6p-5f, 0x1.f6add8p-6f, 0x1.456808p-6f, 0x1.93f268p-7f, 0x1.de6d0ep-8f,
        0x1.0f1cb6p-8f, 0x1.26eb2ep-9f, 0x1.3276eep-10f, 0x1.2f64f2p-11f, 0x1.24fea2p-12f, 0x1.0dc88ap-13f,
        0x1.de151cp-15f, 0x1.9c376cp-16f, 0x1.4e6562p-17f, 0x1.06d9b2p-18f, 0x1.8bde6cp-20f, 0x1.21a1b6p-21f},
    {
        0x1.c343e6p-19f, 0x1.2b18d8p-3f, 0x1.141528p-2f, 0x1.8d9b0ap-2f, 0x1.8d9a96p-2f, 0x1.8d98bap-2f, 0x1.4cce5cp-2f,
        0x1.00b98cp-2f, 0x1.590a4ep-3f, 0x1.789a4ap-4f, 0x1.eb9ed6p-6f, -0x1.b51ccep-7f, -0x1.3aecfap-5f, -0x1.8d847p-5f,
        -0x1.8a6422p-5f, -0x1.5589c4p-5f, -0x1.0e3b3cp-5f, -0x1.8946bp-6f, -0x1.0d4c26p-6f, -0x1.5baa88p-7f,
        -0x1.a983f6p-8f, -0x1.f0239p-9f, -0x1.12cb24p-9f, -0x1.20be42p-10f, -0x1.2662d8p-11f, -0x1.1d582cp-12f,
        -0x1.095386p-13f, -0x1.de9a96p-15f, -0x1.95a222p-16f, -0x1.4c4cccp-17f, -0x1.045806p-18f, -0x1.8b8708p-20f},
    {
        0x1.102d9p-2f, 0x1.f63d16p-3f, 0x1.80891ep-3f, 0x1.2aa4dp-6f, 0x1.2a6684p-6f, 0x1.2be1a6p-6f, -0x1.d982f4p-4f,
        -0x1.256958p-3f, -0x1.273f34p-3f, -0x1.fedcf8p-4f, -0x1.803422p-4f, -0x1.ebba4ap-5f, -0x1.ea78a8p-6f,
        -0x1.d9277ep-8f, 0x1.da39eep-8f, 0x1.d9265ep-7f, 0x1.0a37ep-6f, 0x1.e5f7cap-7f, 0x1.8721bp-7f, 0x1.1ed18ep-7f,
        0x1.86248p-8f, 0x1.f1e8a6p-9f, 0x1.2ab5e8p-9f, 0x1.515c66p-10f, 0x1.6eb926p-11f, 0x1.793c0ap-12f,
        0x1.72978ep-13f, 0x1.5f954ep-14f, 0x1.38d736p-15f, 0x1.0c341ep-16f, 0x1.b6d002p-18f, 0x1.5b2a1cp-19f},
    {
        0x1.c41f84p-9f, -0x1.bd513ep-5f, -0x1.88cb0ep-4f, -0x1.d2004p-4f, -0x1.d30bb2p-4f, -0x1.d62e9ap-4f,
        -0x1.cabddp-5f, -0x1.2791c8p-6f, 0x1.d26ae4p-7f, 0x1.21d6cap-5f, 0x1.6ed58cp-5f, 0x1.65a7bp-5f, 0x1.239c0ep-5f,
        0x1.93cceap-6f, 0x1.cbafb6p-7f, 0x1.66ab9ep-8f, -0x1.f406bp-14f, -0x1.a4418cp-9f, -0x1.16ad64p-8f,
        -0x1.0b1b28p-8f, -0x1.b3901cp-9f, -0x1.3eaa72p-9f, -0x1.ab4c5ep-10f, -0x1.092fep-10f, -0x1.386d4ap-11f,
        -0x1.595e9p-12f, -0x1.6a1724p-13f, -0x1.6c3208p-14f, -0x1.568598p-15f, -0x1.35037p-16f, -0x1.0930b2p-17f,
        -0x1.b6c82p-19f},
    {
        -0x1.7da9ap-4f, -0x1.b35686p-5f, -0x1.174416p-5f, 0x1.04f85ap-6f, 0x1.b2492ep-7f, 0x1.264558p-6f, 0x1.4ac9cp-5f,
        0x1.3b5d0ap-5f, 0x1.dc612cp-6f, 0x1.0a9f84p-6f, 0x1.ea1ca4p-9f, -0x1.7887d4p-8f, -0x1.5b0ea6p-7f,
        -0x1.8802d2p-7f, -0x1.53e8a2p-7f, -0x1.f15df6p-8f, -0x1.2acdb6p-8f, -0x1.07c142p-9f, -0x1.6157f6p-12f,
        0x1.2ec96ep-11f, 0x1.e96134p-11f, 0x1.e3cffp-11f, 0x1.8bdfc6p-11f, 0x1.1d64dcp-11f, 0x1.770bf4p-12f,
        0x1.c8b8a4p-13f, 0x1.03dea6p-13f, 0x1.18b8dcp-14f, 0x1.19e5d2p-15f, 0x1.0e116cp-16f, 0x1.e9ce5ep-18f,
        0x1.aa3e6cp-19f},
    {
        0x1.f04018p-4f, 0x1.15ec14p-5f, 0x1.618788p-6f, 0x1.727b84p-6f, 0x1.5944cap-6f, 0x1.a6932cp-7f, 0x1.4093e4p-7f,
        -0x1.8265ccp-8f, -0x1.f0a6p-7f, 0x1.cbcfd8p-15f, -0x1.7eec92p-7f, -0x1.7cc1dap-7f, -0x1.c3c9b6p-9f,
        0x1.d6b2b8p-9f, 0x1.340a54p-9f, 0x1.7650dcp-9f, 0x1.48ff7ap-9f, 0x1.1352c8p-9f, 0x1.6c964ap-10f, 0x1.21c26cp-11f,
        0x1.e9190cp-14f, -0x1.93980ep-14f, -0x1.7f3932p-13f, -0x1.94f612p-13f, -0x1.2dec88p-13f, -0x1.b38c06p-14f,
        -0x1.0ede36p-14f, -0x1.426ce8p-15f, -0x1.5d9d54p-16f, -0x1.684248p-17f, -0x1.5d833ep-18f, -0x1.406ebp-19f}};

// The low five bits are the interval's number.
VM_INLINE uint32_t vm_gelu_interval_f32(float a) {
    return vm_bits_f32(vm_mul_add_f32(a, 1 / VM_GELU_WIDTH_F32, 0x1.8p23f)) & 31;
}

VM_INLINE float vm_gelu_bounded_f32(float x) {
    float a = vm_abs_f32(x);
    return a > VM_GELU_LIMIT_F32 ? VM_GELU_LIMIT_F32 : a; // keeps a nan
}

VM_INLINE float vm_gelu_polynomial_f32(const float (*table)[32], uint32_t i, float t) {
    float slope = VM_POLY6(t, table[1][i], table[2][i], table[3][i], table[4][i], table[5][i], table[6][i]);
    // What the product loses where it is rounded before the sum.
    float lost = VM_FUSED ? 0 : vm_remainder_f32(t * slope, t, slope);
    return vm_mul_add_f32(t, slope, table[0][i] - lost);
}

// Of the table's values, or below the table of the tail's.
VM_INLINE float vm_gelu_of_f32(float x, float value, float tail) {
    return x < -VM_GELU_LIMIT_F32 ? tail : x < 0 ? -value : x - value;
}
VM_INLINE float vm_gelu_slope_of_f32(float x, float value, float tail) {
    return x < -VM_GELU_LIMIT_F32 ? tail : x < 0 ? value : 1 - value;
}

// x Φ(x); −0 at −inf.
VM_INLINE float vm_gelu_f32(float x) {
    float a = vm_gelu_bounded_f32(x);
    uint32_t i = vm_gelu_interval_f32(a);
    return vm_gelu_of_f32(x, vm_gelu_polynomial_f32(vm_gelu_table_f32, i, a - vm_gelu_centres_f32[i]), vm_gelu_tail_f32(x));
}

// Φ(x) + x φ(x), the slope of x Φ(x); 0 at −inf, 1 at inf.
VM_INLINE float vm_gelu_slope_f32(float x) {
    float a = vm_gelu_bounded_f32(x);
    uint32_t i = vm_gelu_interval_f32(a);
    float value = vm_gelu_polynomial_f32(vm_gelu_slope_table_f32, i, a - vm_gelu_centres_f32[i]);
    return vm_gelu_slope_of_f32(x, value, vm_gelu_slope_tail_f32(x));
}

#define VM_GELU_BLOCK 64

// The table's values of a block, and of their slopes unless that is NULL.
#if defined(VECTOR_MATH_AVX512)
VM_INLINE __m512 vm_gelu_look_up_f32(const float *table, __m512i i) {
    return _mm512_permutex2var_ps(_mm512_loadu_ps(table), i, _mm512_loadu_ps(table + 16));
}

VM_INLINE void vm_gelu_block_f32(const float *x, float *value, float *slope) {
    enum { registers = VM_GELU_BLOCK / 16 };
    __m512 t[registers], v[registers], s[registers];
    __m512i interval[registers];
    _Pragma("clang loop unroll(full)") for (int k = 0; k < registers; ++k) {
        __m512 a = _mm512_min_ps(_mm512_set1_ps(VM_GELU_LIMIT_F32), _mm512_abs_ps(_mm512_loadu_ps(x + 16 * k)));
        interval[k] = _mm512_castps_si512(_mm512_fmadd_ps(a, _mm512_set1_ps(1 / VM_GELU_WIDTH_F32), _mm512_set1_ps(0x1.8p23f)));
        t[k] = _mm512_sub_ps(a, vm_gelu_look_up_f32(vm_gelu_centres_f32, interval[k]));
        v[k] = vm_gelu_look_up_f32(vm_gelu_table_f32[6], interval[k]);
        s[k] = vm_gelu_look_up_f32(vm_gelu_slope_table_f32[6], interval[k]);
    }
    _Pragma("clang loop unroll(full)") for (int power = 5; power >= 0; --power) {
        _Pragma("clang loop unroll(full)") for (int k = 0; k < registers; ++k) {
            v[k] = _mm512_fmadd_ps(v[k], t[k], vm_gelu_look_up_f32(vm_gelu_table_f32[power], interval[k]));
            s[k] = _mm512_fmadd_ps(s[k], t[k], vm_gelu_look_up_f32(vm_gelu_slope_table_f32[power], interval[k]));
        }
    }
    _Pragma("clang loop unroll(full)") for (int k = 0; k < registers; ++k) {
        if (value) _mm512_storeu_ps(value + 16 * k, v[k]);
        if (slope) _mm512_storeu_ps(slope + 16 * k, s[k]);
    }
}
#elif VM_FUSED
VM_INLINE __m256 vm_gelu_look_up_f32(const float *table, __m256i i) {
    __m256 bit3 = _mm256_castsi256_ps(_mm256_slli_epi32(i, 28)), bit4 = _mm256_castsi256_ps(_mm256_slli_epi32(i, 27));
    __m256 low = _mm256_blendv_ps(
        _mm256_permutevar8x32_ps(_mm256_loadu_ps(table), i), _mm256_permutevar8x32_ps(_mm256_loadu_ps(table + 8), i), bit3);
    __m256 high = _mm256_blendv_ps(
        _mm256_permutevar8x32_ps(_mm256_loadu_ps(table + 16), i), _mm256_permutevar8x32_ps(_mm256_loadu_ps(table + 24), i), bit3);
    return _mm256_blendv_ps(low, high, bit4);
}

VM_INLINE __m256 vm_gelu_polynomials_f32(const float (*table)[32], __m256i i, __m256 t) {
    __m256 r = vm_gelu_look_up_f32(table[6], i);
    for (int power = 5; power >= 0; --power) r = _mm256_fmadd_ps(r, t, vm_gelu_look_up_f32(table[power], i));
    return r;
}

VM_INLINE void vm_gelu_block_f32(const float *x, float *value, float *slope) {
    for (int k = 0; k < VM_GELU_BLOCK; k += 8) {
        __m256 sign = _mm256_set1_ps(-0.0f);
        __m256 a = _mm256_min_ps(_mm256_set1_ps(VM_GELU_LIMIT_F32), _mm256_andnot_ps(sign, _mm256_loadu_ps(x + k)));
        __m256i i = _mm256_castps_si256(_mm256_fmadd_ps(a, _mm256_set1_ps(1 / VM_GELU_WIDTH_F32), _mm256_set1_ps(0x1.8p23f)));
        __m256 t = _mm256_sub_ps(a, vm_gelu_look_up_f32(vm_gelu_centres_f32, i));
        if (value) _mm256_storeu_ps(value + k, vm_gelu_polynomials_f32(vm_gelu_table_f32, i, t));
        if (slope) _mm256_storeu_ps(slope + k, vm_gelu_polynomials_f32(vm_gelu_slope_table_f32, i, t));
    }
}
#else
VM_INLINE void vm_gelu_block_f32(const float *x, float *value, float *slope) {
    for (int k = 0; k < VM_GELU_BLOCK; ++k) {
        float a = vm_gelu_bounded_f32(x[k]);
        uint32_t i = vm_gelu_interval_f32(a);
        float t = a - vm_gelu_centres_f32[i];
        if (value) value[k] = vm_gelu_polynomial_f32(vm_gelu_table_f32, i, t);
        if (slope) slope[k] = vm_gelu_polynomial_f32(vm_gelu_slope_table_f32, i, t);
    }
}
#endif

// link and slope, either of them NULL, of a block; they may be x.
VM_INLINE void vm_gelu_of_block_f32(const float *x, float *link, float *slope) {
    float values[VM_GELU_BLOCK], slopes[VM_GELU_BLOCK];
    vm_gelu_block_f32(x, link ? values : 0, slope ? slopes : 0);
    int far = 0;
    INDEPENDENT for (int k = 0; k < VM_GELU_BLOCK; ++k) far |= x[k] < -VM_GELU_LIMIT_F32;
    if (__builtin_expect(far, 0)) {
        INDEPENDENT for (int k = 0; k < VM_GELU_BLOCK; ++k) {
            float a = x[k];
            if (link) link[k] = vm_gelu_of_f32(a, values[k], vm_gelu_tail_f32(a));
            if (slope) slope[k] = vm_gelu_slope_of_f32(a, slopes[k], vm_gelu_slope_tail_f32(a));
        }
    } else {
        INDEPENDENT for (int k = 0; k < VM_GELU_BLOCK; ++k) {
            float a = x[k];
            if (link) link[k] = vm_gelu_of_f32(a, values[k], 0);
            if (slope) slope[k] = vm_gelu_slope_of_f32(a, slopes[k], 0);
        }
    }
}

// The same of an array.
VM_INLINE void vm_gelu_map_f32(const float *x, float *link, float *slope, ptrdiff_t count) {
    ptrdiff_t i = 0;
    for (; i + VM_GELU_BLOCK <= count; i += VM_GELU_BLOCK) {
        vm_gelu_of_block_f32(x + i, link ? link + i : 0, slope ? slope + i : 0);
    }
    if (i == count) return;
    const size_t bytes = (size_t)(count - i) * sizeof(float);
    float a[VM_GELU_BLOCK] = {0}, f[VM_GELU_BLOCK], s[VM_GELU_BLOCK];
    __builtin_memcpy(a, x + i, bytes);
    vm_gelu_of_block_f32(a, link ? f : 0, slope ? s : 0);
    if (link) __builtin_memcpy(link + i, f, bytes);
    if (slope) __builtin_memcpy(slope + i, s, bytes);
}
