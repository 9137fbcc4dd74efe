#define _GNU_SOURCE // RTLD_DEFAULT
#include "include/library_threads.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// OpenMP's runtime comes with the library that uses it, if any: we do not link one, and look for it at run time.
// Its setting belongs to the thread that makes it.
static int (*get_threads)(void);
static void (*set_threads)(int);

static void find(void) {
    get_threads = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_max_threads");
    set_threads = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
}

int library_threads_enter(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find);
    if (!get_threads || !set_threads) return 1;
    int before = get_threads();
    if (before != 1) set_threads(1);
    return before;
}

void library_threads_leave(int before) {
    if (before != 1) set_threads(before);
}
