// The kernels generated from activations.yaml. Entries are numbered in the catalogue's order.
#pragma once
#include <activation_kernels_abi.h>

// The number of catalogue entries.
int activation_kernels_count(void);

// The kernels of entry `ordinal` in `precision`, in the best variant this processor runs;
// chosen once, at load time.
const activation_kernels *activation_kernels_best(int ordinal, int precision);

// The same in a given variant; NULL where the processor cannot run it.
const activation_kernels *activation_kernels_variant(int ordinal, int precision, int variant);
