#include "include/CTrainingKernels.h"
