/* SPDX-License-Identifier: Apache-2.0 */
#include "work/flight.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t left = PTHREAD_COND_INITIALIZER;
static struct flight *under_way; /* few: each holds a thread */

static bool is_under_way(const struct flight *f)
{
	for (const struct flight *o = under_way; o; o = o->next)
		if (id_eq(o->project, f->project) && memcmp(o->hash, f->hash, SHA256_SIZE) == 0 && str_eq(o->key, f->key))
			return true;
	return false;
}

void flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key)
{
	*f = (struct flight){ NULL, project, hash, key };
	pthread_mutex_lock(&lock);
	while (is_under_way(f))
		pthread_cond_wait(&left, &lock);
	f->next = under_way;
	under_way = f;
	pthread_mutex_unlock(&lock);
}

void flight_leave(struct flight *f)
{
	pthread_mutex_lock(&lock);
	struct flight **at = &under_way;
	while (*at != f)
		at = &(*at)->next;
	*at = f->next;
	pthread_cond_broadcast(&left);
	pthread_mutex_unlock(&lock);
}
