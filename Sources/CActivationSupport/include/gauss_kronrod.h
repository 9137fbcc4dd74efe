// The 15-point Kronrod rule on [−1, 1] and its embedded 7-point Gauss rule (Piessens et al.,
// QUADPACK, 1983). All weights are positive: the rule of a function ≥ 0 is ≥ 0.
#pragma once

enum { KRONROD_NODES = 15 };

// Node k, 0…14, from left to right.
static inline double kronrod_node(int k) {
    static const double node[8] = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0};
    return k < 8 ? -node[k] : node[14 - k];
}

static inline double kronrod_weight(int k) {
    static const double weight[8] = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
    return weight[k < 8 ? k : 14 - k];
}

// Gauss's weight at node k; 0 at the nodes that Kronrod added.
static inline double gauss_weight(int k) {
    static const double weight[4] = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327};
    const int mirrored = k < 8 ? k : 14 - k;
    return mirrored & 1 ? weight[mirrored / 2] : 0;
}
