// The matching loss from closed forms, in float: what piece_losses computes for a link of which find_loss_pieces knows the
// pieces. The error is 1.2e-6 at most, no result is negative, and each is 0 only where it rounds to 0.
//
// A piece is a pass over a block. With d = r (z₂ − z₁) and x = r z₁ the shapes' own terms are
//
//     straight     z₂ − z₁              ½ (z₂ − z₁)²
//     e^{ra}       eˣ (e^d − 1)         eˣ (e^d − 1 − d)
//     σ'(ra)       σ(x + d) − σ(x)      log(1 + σ(x) (e^d − 1)) − σ(x) d.
//
// The last one is symmetric in (x, d) → (−x, −d), so that q = σ(x) ≤ ½. With u = q (e^d − 1) it is
// q (e^d − 1 − d) − (u − log(1 + u)) where u ≤ 1.74, which loses no more than a factor of 7, and beyond as it stands.
//
// An element of which a pass is not sure has the loss nan (or a huge one), and goes to the forms in double.
#pragma once
#include "loss_pieces.h"
#include "vector_math.h"
#include <stddef.h>

// Two registers in flight: the operations of one wait for each other.
#define PIECE_LOOP _Pragma("clang loop vectorize(assume_safety) interleave_count(2)")

enum { PIECE_BLOCK = 1024, PIECE_REST = 128 };

// Losses above are left to double, whether they are large or not known.
#define PIECE_LOSS_LIMIT 0x1p100f
// Tails further out, longer steps, and shorter ones are too.
#define PIECE_TAIL 60
#define PIECE_STEP 32
#define PIECE_LEAST_STEP 0x1p-20f

// What computes the elements that are left, in double.
typedef void (*loss_in_double)(
    const elementwise_link *link, const float *estimates, const float *targets, ptrdiff_t count, double *loss,
    double *gradient);

typedef struct {
    float loss, rise;
} piece_term;

// x, moved to the piece. A nan stays.
VM_INLINE float piece_clamp(float x, loss_piece piece) {
    x = x < piece.lower ? piece.lower : x;
    return x > piece.upper ? piece.upper : x;
}

VM_INLINE float piece_limited(float x, float limit) {
    x = x > limit ? limit : x;
    return x < -limit ? -limit : x;
}

// eˣ for |x| ≤ 60, to 1 ulp.
VM_INLINE float piece_exp(float x) {
    vm_exp_parts_f32 p = vm_exp_reduce_from_f32(x, 0x1.8p23f + 127);
    float power = vm_from_bits_f32(p.bits << 23);
    return vm_mul_add_f32(power, p.hi + p.rest, power);
}

// (e^d − 1 − d) / d² for |d| ≤ 1, relative error 9e-8.
VM_INLINE float piece_exp_rest(float d) {
    return VM_POLY7(
        d, 0x1p-1f, 0x1.55557cp-3f, 0x1.555504p-5f, 0x1.10fceap-7f, 0x1.6c272ap-10f, 0x1.aa419ap-13f, 0x1.a2c64p-16f);
}

// (2 atanh s − 2 s) / s³ in z = s² ≤ 0.2165, relative error 2e-8.
VM_INLINE float piece_atanh_rest(float z) {
    return VM_POLY6(
        z, 0x1.555554p-1f, 0x1.999ab8p-2f, 0x1.245774p-2f, 0x1.cfdc46p-3f, 0x1.2aedbp-3f, 0x1.23074p-2f);
}

// e^d − 1 and e^d − 1 − d. `is_near` promises |d| ≤ 1.
typedef struct {
    float growth, excess;
} piece_growth;

VM_INLINE piece_growth piece_growth_of(float d, int is_near) {
    float excess = d * d * piece_exp_rest(d);
    piece_growth near = {d + excess, excess};
    if (is_near) return near;
    float far = piece_exp(piece_limited(d, PIECE_STEP)) - 1;
    int is_small = vm_abs_f32(d) <= 1;
    piece_growth growth = {is_small ? near.growth : far, is_small ? excess : far - d};
    return growth;
}

VM_INLINE int piece_is_sure(float x, float d, int is_near) {
    float size = vm_abs_f32(d);
    return (vm_abs_f32(x) <= PIECE_TAIL) & (is_near | (size <= PIECE_STEP)) & ((size >= PIECE_LEAST_STEP) | (d == 0));
}

VM_INLINE piece_term piece_straight(float estimate, float target, loss_piece piece) {
    float from = piece_clamp(target, piece), to = piece_clamp(estimate, piece);
    float step = to - from;
    float loss = piece.loss * (step * ((estimate - from) + (estimate - to)));
    // Of an infinite target nan: the forms in double know its limit.
    piece_term term = {vm_mul_add_f32(target, 0, loss), piece.rise * step};
    return term;
}

// f, but for a constant, on both sides of a jump and at it.
VM_INLINE float piece_level(float a, loss_piece jump) {
    float level = a > jump.lower ? jump.rise : 0;
    level = a == jump.lower ? jump.loss : level;
    return a != a ? a : level;
}

VM_INLINE piece_term piece_jump(float estimate, float target, loss_piece piece) {
    float rise = piece_level(estimate, piece) - piece_level(target, piece);
    piece_term term = {rise * (estimate - piece.lower), rise};
    return term;
}

VM_INLINE piece_term piece_exponential(float estimate, float target, loss_piece piece, int is_near) {
    float from = piece_clamp(target, piece), to = piece_clamp(estimate, piece);
    float x = piece.rate * from, d = piece.rate * (to - from);
    float size = piece_exp(piece_limited(x, PIECE_TAIL));
    piece_growth growth = piece_growth_of(d, is_near);
    float rise = size * growth.growth * piece.rise;
    float loss = vm_mul_add_f32(rise, estimate - to, size * growth.excess * piece.loss);
    piece_term term = {piece_is_sure(x, d, is_near) ? loss : VM_NAN_F32, rise};
    return term;
}

// x with its sign turned where that of `like` is positive.
VM_INLINE float piece_mirrored(float x, float like) {
    return vm_from_bits_f32(vm_bits_f32(x) ^ (~vm_bits_f32(like) & 0x80000000));
}

VM_INLINE piece_term piece_logistic(float estimate, float target, loss_piece piece, int is_near) {
    float from = piece_clamp(target, piece), to = piece_clamp(estimate, piece);
    float x = piece.rate * from, d = piece_mirrored(piece.rate * (to - from), x);
    float tail = vm_abs_f32(x);
    float e = piece_exp(-(tail > PIECE_TAIL ? PIECE_TAIL : tail));
    float p = 1 / (1 + e), q = e * p; // σ(|x|), σ(−|x|)
    piece_growth growth = piece_growth_of(d, is_near);
    float u = q * growth.growth, v = 1 + u;
    // 1 + u = 2ᵏ (1 + f)
    float f = u, k = 0;
    int is_moderate = u <= 1.74f;
    if (!is_near) {
        vm_log_parts_f32 parts = vm_log_reduce_f32(v);
        f = is_moderate ? u : parts.m - 1;
        k = parts.k;
    }
    float s = f / (2 + f), z = s * s;
    float deficit = s * (f - z * piece_atanh_rest(z)); // f − log(1 + f)
    float loss = q * growth.excess - deficit;
    if (!is_near) {
        float large = (k * VM_LN2_HI_F32 + ((f - deficit) + k * VM_LN2_LO_F32)) - q * d;
        loss = is_moderate ? loss : large;
    }
    float rise = piece_mirrored(u * p / v * piece.rise, x);
    loss = vm_mul_add_f32(rise, estimate - to, piece.loss * loss);
    piece_term term = {piece_is_sure(x, d, is_near) ? loss : VM_NAN_F32, rise};
    return term;
}

// A piece of every element of a block: the first one sets what the others add to.
#define PIECE_PASS(NAME, TERM)                                                                      \
    __attribute__((unused)) static void NAME(                                                      \
        loss_piece piece, int is_first, const float *estimates, const float *targets, ptrdiff_t count, float *loss, \
        float *rise) {                                                                             \
        if (is_first) {                                                                            \
            PIECE_LOOP for (ptrdiff_t i = 0; i < count; ++i) {                                     \
                const float estimate = estimates[i], target = targets[i];                          \
                const piece_term term = TERM;                                                      \
                loss[i] = term.loss;                                                               \
                rise[i] = term.rise;                                                               \
            }                                                                                      \
        } else {                                                                                   \
            PIECE_LOOP for (ptrdiff_t i = 0; i < count; ++i) {                                     \
                const float estimate = estimates[i], target = targets[i];                          \
                const piece_term term = TERM;                                                      \
                loss[i] += term.loss;                                                              \
                rise[i] += term.rise;                                                              \
            }                                                                                      \
        }                                                                                          \
    }

PIECE_PASS(pass_straight, piece_straight(estimate, target, piece))
PIECE_PASS(pass_jump, piece_jump(estimate, target, piece))
PIECE_PASS(pass_exponential, piece_exponential(estimate, target, piece, 0))
PIECE_PASS(pass_exponential_near, piece_exponential(estimate, target, piece, 1))
PIECE_PASS(pass_logistic, piece_logistic(estimate, target, piece, 0))
PIECE_PASS(pass_logistic_near, piece_logistic(estimate, target, piece, 1))

// Whether all |r (â − a)| ≤ 1: then half of the work would not be used. The results have the same bits.
__attribute__((unused)) static int is_near_block(
    float rate, const float *estimates, const float *targets, ptrdiff_t count
) {
    // The greatest |x|, and a nan is greater, by bit patterns.
    uint32_t widest = 0;
    INDEPENDENT for (ptrdiff_t i = 0; i < count; ++i) {
        const uint32_t width = vm_bits_f32(rate * (estimates[i] - targets[i])) & 0x7fffffff;
        widest = width > widest ? width : widest;
    }
    return widest <= vm_bits_f32(1);
}

__attribute__((unused)) static void piece_block(
    const loss_pieces *link, const float *estimates, const float *targets, ptrdiff_t count, float *loss, float *rise
) {
    const int is_near = link->rate > 0 && is_near_block(link->rate, estimates, targets, count);
    for (int k = 0; k < link->count; ++k) {
        const loss_piece piece = link->pieces[k];
        switch (piece.kind) {
        case LINEAR_PIECE: pass_straight(piece, k == 0, estimates, targets, count, loss, rise); break;
        case JUMP_PIECE: pass_jump(piece, k == 0, estimates, targets, count, loss, rise); break;
        case EXPONENTIAL_PIECE:
            (is_near ? pass_exponential_near : pass_exponential)(piece, k == 0, estimates, targets, count, loss, rise);
            break;
        default: (is_near ? pass_logistic_near : pass_logistic)(piece, k == 0, estimates, targets, count, loss, rise);
        }
    }
}

// Replaces the elements of a block that no pass is sure of. Their losses are set, or, where a sum is wanted, added to it and
// set to 0.
__attribute__((unused, noinline)) static void piece_mend(
    const elementwise_link *link, loss_in_double in_double, const float *estimates, const float *targets,
    ptrdiff_t count, float *loss, float *rise, double *sum
) {
    ptrdiff_t next = 0;
    while (next < count) {
        float packed_estimates[PIECE_REST], packed_targets[PIECE_REST];
        double losses[PIECE_REST], gradients[PIECE_REST];
        ptrdiff_t places[PIECE_REST], n = 0;
        for (; next < count && n < PIECE_REST; ++next) {
            if (loss[next] <= PIECE_LOSS_LIMIT) continue;
            packed_estimates[n] = estimates[next];
            packed_targets[n] = targets[next];
            places[n++] = next;
        }
        if (n > 0) in_double(link, packed_estimates, packed_targets, n, losses, gradients);
        for (ptrdiff_t k = 0; k < n; ++k) {
            loss[places[k]] = sum ? 0 : (float)losses[k];
            rise[places[k]] = (float)gradients[k];
            if (sum) *sum += losses[k];
        }
    }
}

typedef float piece_floats __attribute__((ext_vector_type(8)));
typedef double piece_doubles __attribute__((ext_vector_type(8)));

// Losses to `losses` and gradients to `gradients`, where they are not NULL (they may be the inputs), and where `sum` is not
// NULL the sum of the losses, added up in double in 16 lanes.
// Returns 0, having done nothing, for a link without pieces.
__attribute__((unused)) static int piece_losses(
    const elementwise_link *link, loss_in_double in_double, const float *estimates, const float *targets,
    ptrdiff_t count, float *losses, float *gradients, double *sum
) {
    loss_pieces pieces;
    find_loss_pieces(link, &pieces);
    if (pieces.count == 0) return 0;
    float loss_buffer[PIECE_BLOCK], rise_buffer[PIECE_BLOCK];
    piece_doubles lanes[2] = {0, 0};
    double mended = 0;
    const int buffers_loss = !losses || losses == estimates || losses == targets;
    const int buffers_rise = !gradients || gradients == estimates || gradients == targets;
    for (ptrdiff_t start = 0; start < count; start += PIECE_BLOCK) {
        const ptrdiff_t n = count - start < PIECE_BLOCK ? count - start : PIECE_BLOCK;
        const float *const e = estimates + start, *const a = targets + start;
        float *const loss = buffers_loss ? loss_buffer : losses + start;
        float *const rise = buffers_rise ? rise_buffer : gradients + start;
        piece_block(&pieces, e, a, n, loss, rise);
        int32_t unsure = 0;
        INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) unsure |= !(loss[i] <= PIECE_LOSS_LIMIT);
        if (unsure) piece_mend(link, in_double, e, a, n, loss, rise, sum ? &mended : NULL);
        if (losses && buffers_loss) INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) losses[start + i] = loss[i];
        if (gradients && buffers_rise) INDEPENDENT for (ptrdiff_t i = 0; i < n; ++i) gradients[start + i] = rise[i];
        if (!sum) continue;
        const ptrdiff_t padded = (n + 15) & ~(ptrdiff_t)15;
        // Sums are asked for without losses: these are in the buffer.
        for (ptrdiff_t i = n; i < padded; ++i) loss_buffer[i] = 0;
        for (ptrdiff_t i = 0; i < padded; i += 16) {
            piece_floats parts[2];
            __builtin_memcpy(parts, loss_buffer + i, sizeof parts);
            lanes[0] += __builtin_convertvector(parts[0], piece_doubles);
            lanes[1] += __builtin_convertvector(parts[1], piece_doubles);
        }
    }
    if (sum) {
        *sum = mended;
        for (int lane = 0; lane < 8; ++lane) *sum += lanes[0][lane] + lanes[1][lane];
    }
    return 1;
}

// For a link whose slope has no such shape.
VM_INLINE int no_piece_losses(
    const elementwise_link *link, loss_in_double in_double, const float *estimates, const float *targets,
    ptrdiff_t count, float *losses, float *gradients, double *sum
) {
    (void)link, (void)in_double, (void)estimates, (void)targets, (void)count, (void)losses, (void)gradients, (void)sum;
    return 0;
}
