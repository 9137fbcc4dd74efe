// A persistent team of threads for parallel sections that allocate nothing.
#pragma once

typedef struct thread_team thread_team;

// Starts threads - 1 workers (the caller of thread_team_run is member 0). NULL if the system refuses.
thread_team *thread_team_create(int threads);

// Runs body(context, i) once on each member i = 0 … threads - 1 and returns when all are done.
// One caller at a time. What a member wrote is visible to all after the return.
void thread_team_run(thread_team *team, void (*body)(void *context, int member), void *context);

// Ends and joins the workers. NULL is allowed.
void thread_team_destroy(thread_team *team);

// The number of processors this process may run on, at least 1.
int thread_team_processors(void);
