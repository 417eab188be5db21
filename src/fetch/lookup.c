/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/lookup.h"

#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>

struct lookup {
	struct bell *bell;
	fetch_lookup *how;
	void *ctx;
	char host[256];
	int holders; /* atomic: the thread and who asked */
	bool ended;  /* atomic: what follows is written */
	struct address addresses[FETCH_ADDRESSES];
	size_t n;
	struct err err;
};

struct bell *bell_new(void (*ring)(void *ctx), void *ctx)
{
	struct bell *b = calloc(1, sizeof(*b));
	if (!b)
		return NULL;
	pthread_mutex_init(&b->lock, NULL);
	*b = (struct bell){ .lock = b->lock, .ring = ring, .ctx = ctx, .holders = 1 };
	return b;
}

static void bell_hold(struct bell *b)
{
	pthread_mutex_lock(&b->lock);
	b->holders++;
	pthread_mutex_unlock(&b->lock);
}

static void bell_give_up(struct bell *b)
{
	pthread_mutex_lock(&b->lock);
	bool last = --b->holders == 0;
	pthread_mutex_unlock(&b->lock);
	if (last) {
		pthread_mutex_destroy(&b->lock);
		free(b);
	}
}

void bell_mute(struct bell *b)
{
	if (!b)
		return;
	pthread_mutex_lock(&b->lock);
	b->ring = NULL;
	pthread_mutex_unlock(&b->lock);
	bell_give_up(b);
}

static void bell_ring(struct bell *b)
{
	pthread_mutex_lock(&b->lock);
	if (b->ring)
		b->ring(b->ctx);
	pthread_mutex_unlock(&b->lock);
}

void lookup_drop(struct lookup *l)
{
	if (l && __atomic_sub_fetch(&l->holders, 1, __ATOMIC_ACQ_REL) == 0) {
		bell_give_up(l->bell);
		free(l);
	}
}

static void *lookup_main(void *arg)
{
	struct lookup *l = arg;
	l->n = l->how(l->ctx, l->host, l->addresses, &l->err);
	__atomic_store_n(&l->ended, true, __ATOMIC_RELEASE);
	bell_ring(l->bell);
	lookup_drop(l);
	return NULL;
}

struct lookup *lookup_start(struct bell *b, fetch_lookup *how, void *ctx, const char *host)
{
	pthread_attr_t detached;
	pthread_t thread;
	struct lookup *l = calloc(1, sizeof(*l));
	if (!l)
		return NULL;
	*l = (struct lookup){ .bell = b, .how = how, .ctx = ctx, .holders = 2 };
	snprintf(l->host, sizeof(l->host), "%s", host);
	bell_hold(b);
	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	pthread_attr_setstacksize(&detached, 256 << 10);
	bool ok = pthread_create(&thread, &detached, lookup_main, l) == 0;
	pthread_attr_destroy(&detached);
	if (ok)
		return l;
	l->holders = 1;
	lookup_drop(l);
	return NULL;
}

bool lookup_ended(struct lookup *l, struct address out[FETCH_ADDRESSES], size_t *n, struct err *e)
{
	if (!__atomic_load_n(&l->ended, __ATOMIC_ACQUIRE))
		return false;
	memcpy(out, l->addresses, sizeof(l->addresses));
	*n = l->n;
	*e = l->err;
	return true;
}

size_t lookup_system(void *ctx, const char *host, struct address out[FETCH_ADDRESSES], struct err *e)
{
	static const struct addrinfo streams = { .ai_flags = AI_ADDRCONFIG, .ai_socktype = SOCK_STREAM };
	struct addrinfo *found = NULL;
	size_t n = 0;
	int code = getaddrinfo(host, NULL, &streams, &found);
	for (struct addrinfo *i = found; i && n < FETCH_ADDRESSES; i = i->ai_next)
		n += address_of_socket(i->ai_addr, &out[n]);
	if (found)
		freeaddrinfo(found);
	if (n == 0)
		err_set(e, ERR_IO, "the name %.100s was not found: %s", host, code ? gai_strerror(code) : "it has no address");
	return n;
}
