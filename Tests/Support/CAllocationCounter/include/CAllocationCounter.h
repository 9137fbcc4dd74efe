// Counts heap allocations of the threads that ask for it (glibc only; elsewhere never counts), but for the work space
// that oneDNN takes for a product and gives back.
#pragma once

// Whether allocations can be counted on this platform.
int allocation_counter_works(void);
// From here on, or no longer, allocations of the calling thread count.
void allocation_counter_watch_this_thread(int watches);
// Sets the count to 0 and returns what it was. One user at a time.
long allocation_counter_take(void);

// The bytes of those allocations since the last call; what was given back counts, too.
long allocation_counter_take_bytes(void);
