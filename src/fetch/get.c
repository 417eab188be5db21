/* SPDX-License-Identifier: Apache-2.0 */
/* A get that somebody waits for. */
#include "fetch/fetch-private.h"

#include <stdlib.h>

static void get_ended(void *ctx, const struct fetch_answer *a)
{
	struct getting *w = ctx;
	pthread_mutex_lock(&w->lock);
	w->answer = *a;
	w->ended = true;
	pthread_cond_signal(&w->cond);
	pthread_mutex_unlock(&w->lock);
}

/* What came of it, when the transfer is over. */
static bool get_judge(const struct getting *w, struct err *e)
{
	if (w->g->cancel && atomic_load(w->g->cancel))
		return err_set(e, ERR_CANCELLED, "the job was cancelled");
	if (w->too_large)
		return err_set(e, ERR_TOO_LARGE, "the document has more than %lld MB", (long long)(w->g->most >> 20));
	if (w->unwanted)
		return err_set(e, ERR_IO, "the document could not be stored as it came");
	if (w->answer.end != FETCH_ANSWERED)
		*e = w->answer.err;
	return w->answer.end == FETCH_ANSWERED;
}

bool fetch_get(struct fetch *f, const struct fetch_get *g, int *status, char **location, struct err *e)
{
	struct getting w = { .g = g, .lock = PTHREAD_MUTEX_INITIALIZER, .cond = PTHREAD_COND_INITIALIZER };
	*location = NULL;
	if (!fetch_begin(f, &g->q, &w, get_ended, &w, e))
		return false;
	pthread_mutex_lock(&w.lock);
	while (!w.ended)
		pthread_cond_wait(&w.cond, &w.lock);
	pthread_mutex_unlock(&w.lock);
	bool ok = get_judge(&w, e);
	*status = w.answer.status;
	if (ok && *status / 100 == 3)
		*location = w.location;
	else
		free(w.location);
	return ok;
}
