#define _GNU_SOURCE // dladdr
#include "include/CAllocationCounter.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static _Atomic long count, bytes;

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1 // the sanitizers replace malloc themselves
#endif
#endif

#if defined(__GLIBC__) && !defined(SANITIZED)
static __thread int watched __attribute__((tls_model("initial-exec")));

// glibc's own, behind the names that this file takes over for the whole test program.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static void note(size_t size) {
    if (!watched) return;
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&bytes, (long)size, memory_order_relaxed);
}

// A product's work space, which oneDNN takes and gives back itself (Documentation/Decisions.md).
static int is_onednn(void *caller) {
    Dl_info from;
    return dladdr(caller, &from) && from.dli_fname && strstr(from.dli_fname, "libdnnl");
}

void *malloc(size_t size) { note(size); return __libc_malloc(size); }
void *calloc(size_t n, size_t size) { note(n * size); return __libc_calloc(n, size); }
void *realloc(void *old, size_t size) { note(size); return __libc_realloc(old, size); }
void *memalign(size_t alignment, size_t size) { note(size); return __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { note(size); return __libc_memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
    if (!is_onednn(__builtin_return_address(0))) note(size);
    *result = __libc_memalign(alignment, size);
    return *result ? 0 : ENOMEM;
}
void free(void *block) { __libc_free(block); }

int allocation_counter_works(void) { return 1; }
void allocation_counter_watch_this_thread(int watches) { watched = watches; }
#else
int allocation_counter_works(void) { return 0; }
void allocation_counter_watch_this_thread(int watches) { (void)watches; }
#endif

long allocation_counter_take(void) { return atomic_exchange(&count, 0); }
long allocation_counter_take_bytes(void) { return atomic_exchange(&bytes, 0); }
