/* SPDX-License-Identifier: Apache-2.0 */
#include "work/flight.h"

#include <pthread.h>
#include <time.h>

#define LOOK_NS 50000000L /* how often a waiting one looks whether it was cancelled, which nobody tells it */

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

/* Until somebody leaves, or for a moment. */
static void wait_left(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	ts.tv_nsec += LOOK_NS;
	ts.tv_sec += ts.tv_nsec / 1000000000L;
	ts.tv_nsec %= 1000000000L;
	pthread_cond_timedwait(&left, &lock, &ts);
}

bool flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key, const atomic_bool *cancel)
{
	bool wanted = true;
	*f = (struct flight){ NULL, project, hash, key };
	pthread_mutex_lock(&lock);
	while (is_under_way(f) && (wanted = !cancel || !atomic_load(cancel)))
		wait_left();
	if (wanted) {
		f->next = under_way;
		under_way = f;
	}
	pthread_mutex_unlock(&lock);
	return wanted;
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
