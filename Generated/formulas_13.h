// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <normalised_kernels.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>
