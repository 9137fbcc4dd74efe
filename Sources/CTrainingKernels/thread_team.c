#if defined(__linux__)
#define _GNU_SOURCE // sched_getaffinity
#include <sched.h>
#endif
#include "include/thread_team.h"
#include "include/library_threads.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct member {
    struct thread_team *team;
    pthread_t thread;
    int index;
};

struct thread_team {
    pthread_mutex_t lock;
    pthread_cond_t work_given, work_done;
    void (*body)(void *, int);
    void *context;
    unsigned long generation; // counts sections; a worker runs each once
    int running, ends;
    int workers;
    struct member members[];
};

static void *work(void *argument) {
    struct member *me = argument;
    struct thread_team *team = me->team;
    unsigned long seen = 0;
    library_threads_enter();
    pthread_mutex_lock(&team->lock);
    for (;;) {
        while (team->generation == seen && !team->ends) pthread_cond_wait(&team->work_given, &team->lock);
        if (team->ends) break;
        seen = team->generation;
        void (*body)(void *, int) = team->body;
        void *context = team->context;
        pthread_mutex_unlock(&team->lock);
        body(context, me->index);
        pthread_mutex_lock(&team->lock);
        if (--team->running == 0) pthread_cond_signal(&team->work_done);
    }
    pthread_mutex_unlock(&team->lock);
    return NULL;
}

thread_team *thread_team_create(int threads) {
    if (threads < 1) return NULL;
    struct thread_team *team = calloc(1, sizeof *team + sizeof(struct member) * (size_t)threads);
    if (!team) return NULL;
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->work_given, NULL);
    pthread_cond_init(&team->work_done, NULL);
    for (int i = 1; i < threads; i++) {
        struct member *member = &team->members[i - 1];
        member->team = team;
        member->index = i;
        if (pthread_create(&member->thread, NULL, work, member) != 0) {
            thread_team_destroy(team);
            return NULL;
        }
        team->workers = i;
    }
    return team;
}

void thread_team_run(thread_team *team, void (*body)(void *, int), void *context) {
    if (team->workers > 0) {
        pthread_mutex_lock(&team->lock);
        team->body = body;
        team->context = context;
        team->running = team->workers;
        team->generation++;
        pthread_cond_broadcast(&team->work_given);
        pthread_mutex_unlock(&team->lock);
    }
    int before = library_threads_enter();
    body(context, 0);
    library_threads_leave(before);
    if (team->workers > 0) {
        pthread_mutex_lock(&team->lock);
        while (team->running > 0) pthread_cond_wait(&team->work_done, &team->lock);
        pthread_mutex_unlock(&team->lock);
    }
}

void thread_team_destroy(thread_team *team) {
    if (!team) return;
    pthread_mutex_lock(&team->lock);
    team->ends = 1;
    pthread_cond_broadcast(&team->work_given);
    pthread_mutex_unlock(&team->lock);
    for (int i = 0; i < team->workers; i++) pthread_join(team->members[i].thread, NULL);
    pthread_cond_destroy(&team->work_given);
    pthread_cond_destroy(&team->work_done);
    pthread_mutex_destroy(&team->lock);
    free(team);
}

int thread_team_processors(void) {
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) {
        int count = CPU_COUNT(&set);
        if (count > 0) return count;
    }
#endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (int)online : 1;
}
