/* SPDX-License-Identifier: Apache-2.0 */
#include "api/limit.h"

#include <pthread.h>
#include <stdlib.h>

enum { CHAINS = 1024 };

struct bucket {
	struct id who;
	int64_t full_at;
	struct bucket *next;
};

struct limit {
	struct limit_rate rate;
	pthread_mutex_t lock;
	struct bucket *chains[CHAINS];
};

struct limit *limit_new(struct limit_rate rate)
{
	struct limit *l = calloc(1, sizeof(*l));
	if (!l)
		return NULL;
	l->rate = rate;
	pthread_mutex_init(&l->lock, NULL);
	return l;
}

void limit_free(struct limit *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < CHAINS; i++)
		while (l->chains[i]) {
			struct bucket *b = l->chains[i];
			l->chains[i] = b->next;
			free(b);
		}
	pthread_mutex_destroy(&l->lock);
	free(l);
}

/* The bucket of who; others of its chain that are full go. NULL out of memory. */
static struct bucket *bucket_of(struct limit *l, struct id who, int64_t now)
{
	/* The end of a UUIDv7 is random (RFC 9562 section 5.7). */
	struct bucket **at = &l->chains[(who.b[14] << 8 | who.b[15]) % CHAINS], **head = at, *found = NULL;
	while (*at) {
		struct bucket *b = *at;
		if (id_eq(b->who, who))
			found = b;
		else if (b->full_at <= now) {
			*at = b->next;
			free(b);
			continue;
		}
		at = &b->next;
	}
	if (found || !(found = calloc(1, sizeof(*found))))
		return found;
	*found = (struct bucket){ .who = who, .full_at = now, .next = *head };
	*head = found;
	return found;
}

/* What is missing in the bucket is the time until it is full, in units of every. */
static int64_t take(struct bucket *b, const struct limit_rate *rate, int64_t now)
{
	int64_t full_at = b->full_at > now ? b->full_at : now;
	int64_t wait = full_at - now - (rate->burst - 1) * rate->every;
	if (wait > 0)
		return wait;
	b->full_at = full_at + rate->every;
	return 0;
}

int64_t limit_take(struct limit *l, struct id who, int64_t now)
{
	if (l->rate.every <= 0)
		return 0;
	pthread_mutex_lock(&l->lock);
	struct bucket *b = bucket_of(l, who, now);
	int64_t wait = b ? take(b, &l->rate, now) : 0;
	pthread_mutex_unlock(&l->lock);
	return wait;
}
