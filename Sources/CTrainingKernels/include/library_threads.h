#pragma once

// Keeps OpenMP libraries (oneDNN) that the calling thread calls to that thread: our team cuts the work, and two pools
// at once would fight for the cores. Returns what to give back to library_threads_leave.
int library_threads_enter(void);
// Restores what the calling thread's OpenMP setting was.
void library_threads_leave(int before);
