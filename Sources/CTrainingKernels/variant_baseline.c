#define VARIANT baseline
#include "variant.h"
