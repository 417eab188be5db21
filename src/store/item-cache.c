/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shards, each a table in which a key has one place. Room is made by a hand that
 * goes around the table and takes what nobody asked for since it last came by.
 */
#include "store/item-cache.h"

#include <pthread.h>
#include <stdlib.h>

enum { SHARDS = 16, SHARD_BITS = 4, TYPICAL = 1024 /* bytes of an item; decides the number of places */, LONGEST = 64 << 10 };

struct place {
	int64_t key; /* 0 = empty */
	char *text;
	uint32_t n;
	bool asked;
};

struct shard {
	pthread_mutex_t lock;
	struct place *places;
	size_t bytes, hand;
};

struct item_cache {
	size_t places, bytes; /* of a shard */
	struct shard shards[SHARDS];
};

struct item_cache *item_cache_new(size_t bytes)
{
	struct item_cache *c = calloc(1, sizeof(*c));
	if (!c)
		return NULL;
	c->bytes = bytes / SHARDS;
	c->places = c->bytes / TYPICAL + 1;
	bool ok = true;
	for (size_t i = 0; i < SHARDS; i++) {
		pthread_mutex_init(&c->shards[i].lock, NULL);
		c->shards[i].places = calloc(c->places, sizeof(struct place));
		ok = ok && c->shards[i].places;
	}
	if (ok)
		return c;
	item_cache_free(c);
	return NULL;
}

void item_cache_free(struct item_cache *c)
{
	for (size_t i = 0; c && i < SHARDS; i++) {
		for (size_t k = 0; c->shards[i].places && k < c->places; k++)
			free(c->shards[i].places[k].text);
		free(c->shards[i].places);
		pthread_mutex_destroy(&c->shards[i].lock);
	}
	free(c);
}

/* Keys are times and come in runs: the multiplication spreads them (Knuth, TAOCP 3, section 6.4). */
static struct shard *find(struct item_cache *c, int64_t key, struct place **place)
{
	uint64_t h = (uint64_t)key * UINT64_C(0x9E3779B97F4A7C15);
	struct shard *s = &c->shards[h >> (64 - SHARD_BITS)];
	*place = &s->places[(h >> 16 & UINT32_MAX) % c->places];
	return s;
}

bool item_cache_add(struct item_cache *c, int64_t key, struct buf *b)
{
	struct place *p;
	struct shard *s = find(c, key, &p);
	pthread_mutex_lock(&s->lock);
	bool hit = key && p->key == key;
	if (hit) {
		buf_add(b, p->text, p->n);
		p->asked = true;
	}
	pthread_mutex_unlock(&s->lock);
	return hit;
}

static void clear(struct shard *s, struct place *p)
{
	s->bytes -= p->n;
	free(p->text);
	*p = (struct place){ 0 };
}

static void make_room(struct item_cache *c, struct shard *s)
{
	while (s->bytes > c->bytes) {
		struct place *p = &s->places[s->hand++ % c->places];
		if (p->key && !p->asked)
			clear(s, p);
		p->asked = false;
	}
}

void item_cache_put(struct item_cache *c, int64_t key, struct str text)
{
	char *copy = key && text.n && text.n <= LONGEST ? malloc(text.n) : NULL;
	struct place *p;
	if (!copy)
		return; /* a page later it is looked for in the table again */
	memcpy(copy, text.p, text.n);
	struct shard *s = find(c, key, &p);
	pthread_mutex_lock(&s->lock);
	clear(s, p);
	*p = (struct place){ key, copy, (uint32_t)text.n, true };
	s->bytes += text.n;
	make_room(c, s);
	pthread_mutex_unlock(&s->lock);
}
