/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include <stdlib.h>

static struct call *crew_take(struct crew *w)
{
	struct call *c = NULL;
	pthread_mutex_lock(&w->lock);
	while (!w->first && !w->stopping)
		pthread_cond_wait(&w->work, &w->lock);
	c = w->first;
	if (c) {
		w->first = c->next;
		if (!w->first)
			w->last = &w->first;
	}
	pthread_mutex_unlock(&w->lock);
	return c;
}

static void *crew_loop(void *arg)
{
	struct crew *w = arg;
	for (struct call *c; (c = crew_take(w)) != NULL;)
		w->run(c);
	return NULL;
}

bool crew_start(struct crew *w, int threads, void (*run)(struct call *c), struct err *e)
{
	*w = (struct crew){ .run = run };
	w->last = &w->first;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->work, NULL);
	w->threads = calloc((size_t)threads, sizeof *w->threads);
	if (!w->threads)
		return err_set(e, ERR_MEMORY, "out of memory");
	for (; w->threads_n < threads; w->threads_n++)
		if (pthread_create(&w->threads[w->threads_n], NULL, crew_loop, w) != 0)
			return err_errno(e, "cannot start a request thread");
	return true;
}

bool crew_add(struct crew *w, struct call *c)
{
	c->next = NULL;
	pthread_mutex_lock(&w->lock);
	bool taken = !w->stopping;
	if (taken) {
		*w->last = c;
		w->last = &c->next;
		pthread_cond_signal(&w->work);
	}
	pthread_mutex_unlock(&w->lock);
	return taken;
}

void crew_stop(struct crew *w)
{
	if (!w->run)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_broadcast(&w->work);
	pthread_mutex_unlock(&w->lock);
	for (int i = 0; i < w->threads_n; i++)
		pthread_join(w->threads[i], NULL);
	free(w->threads);
	w->threads = NULL;
	w->threads_n = 0;
}
