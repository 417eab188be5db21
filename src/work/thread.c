/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"
#include "base/log.h"
#include "work/job.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define JOB_ARENA ((size_t)1 << 30) /* ceiling of a job's settings, page table and claim */
#define CLAIM_WAIT_MS 1000
#define ERROR_PAUSE_US 200000       /* a store in trouble is not asked in a tight loop */

struct worker {
	struct work *work;
	pthread_t thread;
	struct queue_claim claim;
	bool busy; /* under work.lock: claim is running */
};

struct work {
	struct job_parts parts;
	pthread_mutex_t lock;
	pthread_cond_t idle; /* a worker ended a job or its thread */
	atomic_bool stopping, hand_back;
	int threads, alive;
	struct worker *workers;
};

static void set_busy(struct worker *k, bool busy)
{
	struct work *w = k->work;
	pthread_mutex_lock(&w->lock);
	k->busy = busy;
	/* A stop that ran out of patience meanwhile must not miss this one. */
	if (busy && atomic_load(&w->hand_back))
		atomic_store(&k->claim.cancelled, true);
	if (!busy)
		pthread_cond_broadcast(&w->idle);
	pthread_mutex_unlock(&w->lock);
}

/* One turn: wait for a job, run it. */
static void turn(struct worker *k)
{
	struct work *w = k->work;
	struct arena a;
	struct err e;
	arena_init(&a, "job", JOB_ARENA);
	switch (queue_claim(w->parts.queue, CLAIM_WAIT_MS, &a, &k->claim, &e)) {
	case QUEUE_GOT:
		set_busy(k, true);
		job_run(&w->parts, &k->claim, &a);
		set_busy(k, false);
		break;
	case QUEUE_ERR:
		log_err(LOG_ERROR, "queue.claim", &e);
		usleep(ERROR_PAUSE_US);
		break;
	case QUEUE_EMPTY:
	case QUEUE_STOPPED:
		break;
	}
	arena_fini(&a);
}

static void *worker_main(void *arg)
{
	struct worker *k = arg;
	struct work *w = k->work;
	while (!atomic_load(&w->stopping))
		turn(k);
	pthread_mutex_lock(&w->lock);
	w->alive--;
	pthread_cond_broadcast(&w->idle);
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

static struct work *work_new(int threads)
{
	struct work *w = calloc(1, sizeof(*w));
	if (!w)
		return NULL;
	w->workers = calloc((size_t)threads, sizeof(*w->workers));
	if (!w->workers) {
		free(w);
		return NULL;
	}
	pthread_condattr_t attr;
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&w->idle, &attr);
	pthread_condattr_destroy(&attr);
	pthread_mutex_init(&w->lock, NULL);
	return w;
}

struct work *work_start(struct store *s, struct queue *q, struct pool *p, const struct work_options *o, struct err *e)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int threads = o->threads > 0 ? o->threads : cores > 0 ? (int)cores : 1;
	struct work *w = work_new(threads);
	if (!w) {
		err_set(e, ERR_MEMORY, "no memory for %d job threads", threads);
		return NULL;
	}
	w->parts = (struct job_parts){
		.store = s, .queue = q, .pool = p, .limits = o->limits, .cache_results = o->cache_results, .fetch = o->fetch,
		.fetch_ms = o->fetch_ms, .fetch_bytes = o->fetch_bytes, .entered = o->entered, .ctx = o->ctx
	};
	for (; w->threads < threads; w->threads++) {
		struct worker *k = &w->workers[w->threads];
		k->work = w;
		pthread_mutex_lock(&w->lock);
		w->alive++;
		pthread_mutex_unlock(&w->lock);
		if (pthread_create(&k->thread, NULL, worker_main, k) != 0) {
			w->alive--;
			err_set(e, ERR_MEMORY, "cannot start job thread %d of %d: lower the number of job threads",
				w->threads + 1, threads);
			work_stop(w, 0);
			return NULL;
		}
	}
	return w;
}

/* Wait until all threads ended or until the monotonic time us; under the lock. */
static void wait_ended(struct work *w, int64_t until)
{
	struct timespec ts = { .tv_sec = until / CLOCK_SECOND, .tv_nsec = until % CLOCK_SECOND * 1000 };
	while (w->alive && pthread_cond_timedwait(&w->idle, &w->lock, &ts) == 0)
		continue;
}

void work_stop(struct work *w, int grace_ms)
{
	if (!w)
		return;
	atomic_store(&w->stopping, true);
	queue_stop(w->parts.queue);
	pthread_mutex_lock(&w->lock);
	wait_ended(w, clock_mono() + (int64_t)grace_ms * 1000);
	atomic_store(&w->hand_back, true);
	for (int i = 0; i < w->threads; i++)
		if (w->workers[i].busy)
			atomic_store(&w->workers[i].claim.cancelled, true);
	pthread_mutex_unlock(&w->lock);
	for (int i = 0; i < w->threads; i++)
		pthread_join(w->workers[i].thread, NULL);
	pthread_cond_destroy(&w->idle);
	pthread_mutex_destroy(&w->lock);
	free(w->workers);
	free(w);
}
