// The training library's own C: fused passes over weights and losses, and the team of threads.
#pragma once
#include "library_threads.h"
#include "thread_team.h"
#include "training_kernels.h"
