#include <vector_math.h>
#include "probe_loops.h"

#pragma STDC FP_CONTRACT OFF
#define LOOPS(NAME) PROBE_LOOPS(NAME, baseline)
FUNCTIONS(LOOPS)
