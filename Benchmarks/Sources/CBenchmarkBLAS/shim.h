#pragma once
#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>

// The threads of oneDNN's own team, which belong to the calling thread's OpenMP setting.
static inline void set_library_threads(int count) {
    void (*set)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
    if (set) set(count);
}
