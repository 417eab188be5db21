/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/queue-private.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_CLAIMS = 256, TICK_S = 10, LOOK_US = 500000, PRUNES = 20 /* parts of the cache each time */ };
#define LONGEST_WAIT (600 * CLOCK_SECOND) /* more than jobs and webhooks do */
/* No job and no upload takes longer between writing a blob and the row that names it. */
#define BLOB_AGE (24 * 3600 * CLOCK_SECOND)

struct queue {
	struct store *s;
	char node[256];
	struct queue_cache cache;
	pthread_mutex_t lock; /* guards what follows */
	pthread_cond_t tick;
	struct queue_claim *held[MOST_CLAIMS]; /* claims of this process */
	bool stopped, closing, janitor_runs;
	pthread_t janitor;
	unsigned slice; /* of the blobs, the janitor's next */
};

/* ---- the claims of this process */

static bool hold(struct queue *q, struct queue_claim *c)
{
	bool ok = false;
	pthread_mutex_lock(&q->lock);
	for (int i = 0; i < MOST_CLAIMS && !ok; i++)
		if (!q->held[i]) {
			q->held[i] = c;
			ok = true;
		}
	pthread_mutex_unlock(&q->lock);
	return ok;
}

static void let_go(struct queue *q, const struct queue_claim *c)
{
	pthread_mutex_lock(&q->lock);
	for (int i = 0; i < MOST_CLAIMS; i++)
		if (q->held[i] == c)
			q->held[i] = NULL;
	pthread_mutex_unlock(&q->lock);
}

void queue_cancel_local(struct queue *q, struct id job)
{
	pthread_mutex_lock(&q->lock);
	for (int i = 0; i < MOST_CLAIMS; i++)
		if (q->held[i] && id_eq(q->held[i]->claim.job.id, job))
			atomic_store(&q->held[i]->cancelled, true);
	pthread_mutex_unlock(&q->lock);
}

/* ---- the janitor */

struct lease {
	struct id job;
	uint64_t token;
};

/* This claim is not ours any more; a later claim of the same job may well be. */
static void flag_lost(struct queue *q, const struct lease *lost)
{
	pthread_mutex_lock(&q->lock);
	for (int i = 0; i < MOST_CLAIMS; i++)
		if (q->held[i] && q->held[i]->claim.token == lost->token && id_eq(q->held[i]->claim.job.id, lost->job))
			atomic_store(&q->held[i]->cancelled, true);
	pthread_mutex_unlock(&q->lock);
}

static size_t copy_leases(struct queue *q, struct lease out[MOST_CLAIMS])
{
	size_t n = 0;
	pthread_mutex_lock(&q->lock);
	for (int i = 0; i < MOST_CLAIMS; i++)
		if (q->held[i])
			out[n++] = (struct lease){ q->held[i]->claim.job.id, q->held[i]->claim.token };
	pthread_mutex_unlock(&q->lock);
	return n;
}

static void renew_leases(struct queue *q, int64_t now)
{
	struct lease leases[MOST_CLAIMS];
	size_t n = copy_leases(q, leases);
	for (size_t i = 0; i < n; i++) {
		struct err e = { .code = ERR_NONE };
		enum store_outcome got = store_job_renew(q->s, leases[i].job, leases[i].token, now + QUEUE_LEASE, &e);
		if (got == STORE_REFUSED)
			flag_lost(q, &leases[i]); /* rescued, or cancelled on another node: stop its run */
		else if (got != STORE_OK)
			log_err(LOG_ERROR, "queue.renew", &e);
	}
}

static struct str lost_text(void)
{
	return STR("TIMEOUT: the job was started several times and never came to its end; try fewer pages, or report the document");
}

_Static_assert((int)JOB_KINDS == (int)LABEL_kind_n && (int)JOB_PARSE == (int)LABEL_kind_parse, "label kind repeats enum job_kind");

static void report(const char *event, const struct store_rescued *r)
{
	int64_t again = 0, failed = 0;
	for (size_t kind = 0; kind < JOB_KINDS; kind++) {
		metric_add(METRIC_jobs_retried, kind, 0, r->again[kind]);
		metric_add(METRIC_jobs_ended, kind, JOB_FAILED, r->failed[kind]);
		again += r->again[kind];
		failed += r->failed[kind];
	}
	if (again || failed)
		log_event(LOG_WARN, event, "again=%lld failed=%lld", (long long)again, (long long)failed);
}

static void rescue_lost(struct queue *q, int64_t now)
{
	struct err e = { .code = ERR_NONE };
	struct store_rescued r;
	if (store_job_rescue(q->s, now, QUEUE_MAX_STARTS, lost_text(), &r, &e))
		report("queue.rescued", &r);
	else
		log_err(LOG_ERROR, "queue.rescue", &e);
}

/* Nothing waits that long: the clock was set back. */
static void shorten_waits(struct queue *q, int64_t now)
{
	struct err e = { .code = ERR_NONE };
	int64_t n;
	if (!store_waits_end(q->s, now + LONGEST_WAIT, now, &n, &e))
		log_err(LOG_ERROR, "queue.waits", &e);
	else if (n)
		log_event(LOG_WARN, "queue.clock_set_back", "due=%lld", (long long)n);
}

/* A part of the blobs each time, so that leases never wait for a large folder. */
static void collect_blobs(struct queue *q, int64_t now)
{
	struct err e = { .code = ERR_NONE };
	int64_t n;
	if (!store_blob_collect(q->s, q->slice++ % STORE_BLOB_SLICES, now - BLOB_AGE, &n, &e))
		log_err(LOG_ERROR, "queue.collect", &e);
	else if (n)
		log_event(LOG_INFO, "queue.collected", "blobs=%lld", (long long)n);
}

static void prune_cache(struct queue *q, int64_t now)
{
	struct err e = { .code = ERR_NONE };
	int64_t n = 1, all = 0, before = q->cache.us ? now - q->cache.us : 0;
	bool ok = true;
	for (int i = 0; ok && n && i < PRUNES; i++, all += n)
		ok = store_cache_prune(q->s, before, &q->cache.size, &n, &e);
	metric_add(METRIC_cache_pruned, 0, 0, all);
	if (!ok)
		log_err(LOG_ERROR, "queue.prune", &e);
	else if (all)
		log_event(LOG_INFO, "queue.pruned", "entries=%lld", (long long)all);
}

void queue_tick(struct queue *q, int64_t now)
{
	renew_leases(q, now);
	rescue_lost(q, now);
	shorten_waits(q, now);
	prune_cache(q, now);
	collect_blobs(q, now);
}

static bool next_tick(struct queue *q)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += TICK_S;
	pthread_mutex_lock(&q->lock);
	while (!q->closing && pthread_cond_timedwait(&q->tick, &q->lock, &until) != ETIMEDOUT)
		;
	bool go_on = !q->closing;
	pthread_mutex_unlock(&q->lock);
	return go_on;
}

static void *janitor_main(void *arg)
{
	struct queue *q = arg;
	while (next_tick(q))
		queue_tick(q, clock_now());
	return NULL;
}

struct queue *queue_open(struct store *s, const char *node, const struct queue_cache *cache, struct err *e)
{
	struct queue *q = calloc(1, sizeof(*q));
	struct store_rescued r;
	if (!q) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	q->s = s;
	q->cache = cache ? *cache : (struct queue_cache){ 0 };
	snprintf(q->node, sizeof(q->node), "%s", node);
	pthread_condattr_t mono;
	pthread_condattr_init(&mono);
	pthread_condattr_setclock(&mono, CLOCK_MONOTONIC);
	pthread_mutex_init(&q->lock, NULL);
	pthread_cond_init(&q->tick, &mono);
	pthread_condattr_destroy(&mono);
	/* Claims under our name are of a process that is gone: they need not wait for their lease to end. */
	bool ok = store_job_rescue_node(s, str_from(q->node), clock_now(), QUEUE_MAX_STARTS, lost_text(), &r, e);
	if (ok)
		report("queue.taken_over", &r);
	q->janitor_runs = ok && pthread_create(&q->janitor, NULL, janitor_main, q) == 0;
	if (q->janitor_runs)
		return q;
	if (ok)
		err_set(e, ERR_MEMORY, "cannot start the janitor thread");
	queue_close(q);
	return NULL;
}

void queue_close(struct queue *q)
{
	if (!q)
		return;
	pthread_mutex_lock(&q->lock);
	q->closing = true;
	pthread_cond_broadcast(&q->tick);
	pthread_mutex_unlock(&q->lock);
	if (q->janitor_runs)
		pthread_join(q->janitor, NULL);
	pthread_cond_destroy(&q->tick);
	pthread_mutex_destroy(&q->lock);
	free(q);
}

/* ---- claims */

static bool is_stopped(struct queue *q)
{
	pthread_mutex_lock(&q->lock);
	bool stopped = q->stopped;
	pthread_mutex_unlock(&q->lock);
	return stopped;
}

void queue_stop(struct queue *q)
{
	pthread_mutex_lock(&q->lock);
	q->stopped = true;
	pthread_mutex_unlock(&q->lock);
	store_wake(q->s);
}

static enum queue_got try_claim(struct queue *q, struct arena *a, struct queue_claim *c, struct err *e)
{
	int64_t now = clock_now();
	switch (store_job_claim(q->s, str_from(q->node), now, now + QUEUE_LEASE, a, &c->claim, e)) {
	case STORE_OK:
		break;
	case STORE_NONE:
		return QUEUE_EMPTY;
	default:
		return QUEUE_ERR;
	}
	atomic_store(&c->cancelled, false);
	if (hold(q, c))
		return QUEUE_GOT;
	store_job_release(q->s, c->claim.job.id, c->claim.token, now, e);
	err_set(e, ERR_INTERNAL, "more than %d jobs at a time", MOST_CLAIMS);
	return QUEUE_ERR;
}

enum queue_got queue_claim(struct queue *q, int timeout_ms, struct arena *a, struct queue_claim *c, struct err *e)
{
	int64_t until = clock_mono() + (int64_t)timeout_ms * 1000;
	for (;;) {
		if (is_stopped(q))
			return QUEUE_STOPPED;
		enum queue_got got = try_claim(q, a, c, e);
		int64_t left = until - clock_mono();
		if (got != QUEUE_EMPTY || left <= 0)
			return got;
		/* Woken, somebody else may have been quicker; and nobody tells when a job that is tried again is due. */
		store_job_wait(q->s, left < LOOK_US ? (int)((left + 999) / 1000) : LOOK_US / 1000);
	}
}

static bool settled(struct queue *q, struct queue_claim *c, enum store_outcome got, struct err *e)
{
	let_go(q, c);
	if (got == STORE_REFUSED)
		return err_set(e, ERR_LEASE_LOST, "the job is not ours any more: it was cancelled or given to another worker");
	return got == STORE_OK;
}

bool queue_finish(struct queue *q, struct queue_claim *c, const struct store_finish *f, struct err *e)
{
	if (!settled(q, c, store_job_finish(q->s, c->claim.job.id, c->claim.token, f, clock_now(), e), e))
		return false;
	metric_add(METRIC_jobs_ended, c->claim.job.kind, f->status, 1);
	if (f->parse_job)
		metric_add(METRIC_jobs_ended, JOB_PARSE, f->status, 1);
	return true;
}

/* How long a job waits after its n-th start failed. */
static int64_t wait_after(int starts)
{
	int64_t wait = QUEUE_WAIT;
	while (--starts > 0 && wait < QUEUE_WAIT_MAX)
		wait *= 2;
	return wait < QUEUE_WAIT_MAX ? wait : QUEUE_WAIT_MAX;
}

bool queue_retry(struct queue *q, struct queue_claim *c, const struct err *why, struct err *e)
{
	int64_t now = clock_now(), due = now + wait_after(c->claim.job.starts);
	if (c->claim.job.starts < QUEUE_MAX_STARTS) {
		if (!settled(q, c, store_job_again(q->s, c->claim.job.id, c->claim.token, now, due, e), e))
			return false;
		metric_add(METRIC_jobs_retried, c->claim.job.kind, 0, 1);
		return true;
	}
	char text[sizeof(why->text) + 64];
	snprintf(text, sizeof(text), "%s: %s", err_row(why->code)->word, why->text);
	struct store_finish f = { .status = JOB_FAILED, .error_message = str_from(text) };
	return queue_finish(q, c, &f, e);
}

bool queue_release(struct queue *q, struct queue_claim *c, struct err *e)
{
	return settled(q, c, store_job_release(q->s, c->claim.job.id, c->claim.token, clock_now(), e), e);
}

bool queue_progress(struct queue *q, struct queue_claim *c, uint32_t done, uint32_t pages, struct err *e)
{
	enum store_outcome got = store_job_progress(q->s, c->claim.job.id, c->claim.token, done, pages, e);
	if (got == STORE_REFUSED) {
		atomic_store(&c->cancelled, true);
		return err_set(e, ERR_LEASE_LOST, "the job is not ours any more: it was cancelled or given to another worker");
	}
	return got == STORE_OK;
}
