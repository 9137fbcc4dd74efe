// D_F in closed form: pieces of a line on which f′ is a sum of shapes that integrate to what float arithmetic computes
// without cancellation. The pass that computes them is loss_piece_kernels.h.
//
//     D(â, a) = Σ_pieces D_piece(z₂, z₁) + (f(z₂) − f(z₁)) (â − z₂) + Σ_jumps (f(â) − f(a)) (â − c),
//
// z₁ and z₂ being a and â, each moved to the next point of the piece; no term is negative.
#pragma once
#include "conjugate.h"

enum { LINEAR_PIECE, EXPONENTIAL_PIECE, LOGISTIC_PIECE, JUMP_PIECE };

// Room for three shapes on every interval between kinks, and a jump at each of them.
enum { LOSS_PIECE_LIMIT = 64 };

typedef struct {
    int kind;
    // The piece's ends; of a jump its place, as `lower`.
    float lower, upper;
    // Of f′ = s e^{ra} or s σ'(ra).
    float rate;
    // What rise and loss of the unit shape are multiplied by; of a jump f(c+) − f(c−) and f(c) − f(c−).
    float rise, loss;
} loss_piece;

typedef struct {
    int count;
    // The greatest |rate|; 0 where all pieces are straight.
    float rate;
    loss_piece pieces[LOSS_PIECE_LIMIT];
} loss_pieces;

// The pieces of a link at its parameters; no piece (count 0) where the closed form would not keep its digits: a kink that
// no float holds, steep slopes, rates other than powers of two, a link that falls.
void find_loss_pieces(const elementwise_link *link, loss_pieces *result);
