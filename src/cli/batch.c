/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/batch.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR_CELLS = 30, THREADS_MAX = 64 };

struct state {
	const struct batch *b;
	pthread_mutex_t lock;
	size_t next, done, failed;
	size_t first_at;
	struct err *first;
	bool bar;
};

/* Drawn under the lock, so that bars and messages do not mix. */
static void draw(const struct state *s)
{
	char cells[BAR_CELLS + 1];
	size_t full = s->done * BAR_CELLS / s->b->n;
	memset(cells, '#', full);
	memset(cells + full, '.', BAR_CELLS - full);
	cells[BAR_CELLS] = '\0';
	fprintf(stderr, "\r\033[K[%s] %zu of %zu", cells, s->done, s->b->n);
	if (s->failed)
		fprintf(stderr, ", %zu failed", s->failed);
}

static void failed(struct state *s, size_t at, const struct err *e)
{
	fprintf(stderr, "%squarry %s: %s: %s: %s\n", s->bar ? "\r\033[K" : "", s->b->command, s->b->files[at],
		err_row(e->code)->word, e->text);
	if (!s->failed++ || at < s->first_at) {
		s->first_at = at;
		*s->first = *e;
	}
}

static bool take(struct state *s, size_t *at)
{
	pthread_mutex_lock(&s->lock);
	*at = s->next;
	bool got = s->next < s->b->n;
	s->next += got;
	pthread_mutex_unlock(&s->lock);
	return got;
}

static void *thread_main(void *arg)
{
	struct state *s = arg;
	size_t at;
	while (take(s, &at)) {
		struct err e = { .code = ERR_NONE };
		bool ok = s->b->one(s->b->ctx, s->b->files[at], &e);
		pthread_mutex_lock(&s->lock);
		s->done++;
		if (!ok)
			failed(s, at, &e);
		if (s->bar)
			draw(s);
		pthread_mutex_unlock(&s->lock);
	}
	return NULL;
}

static size_t thread_count(const struct batch *b)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t n = b->threads > 0 ? (size_t)b->threads : cores > 0 ? (size_t)cores : 1;
	if (n > b->n)
		n = b->n;
	return n < THREADS_MAX ? n : THREADS_MAX;
}

size_t batch_run(const struct batch *b, struct err *first)
{
	struct state s = { .b = b, .first = first, .bar = b->n > 1 && isatty(STDERR_FILENO) };
	pthread_t threads[THREADS_MAX];
	size_t want = thread_count(b), started = 0;
	pthread_mutex_init(&s.lock, NULL);
	/* This thread works too, so a machine that gives no more threads still gets through. */
	while (started + 1 < want && pthread_create(&threads[started], NULL, thread_main, &s) == 0)
		started++;
	thread_main(&s);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	pthread_mutex_destroy(&s.lock);
	if (s.bar)
		fputc('\n', stderr);
	return s.failed;
}
