/* SPDX-License-Identifier: Apache-2.0 */
#include "api/answers.h"
#include "base/metric.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define PLACES 64
#define BODY_MAX ((size_t)128 << 10) /* larger ones are rare and dear to keep */
#define QUERY_MAX 8192

struct body {
	_Atomic int refs;
	uint64_t generation;
	struct id project;
	struct str query; /* stands behind the struct */
	char *json;
	size_t json_n;
};

struct answers {
	struct {
		pthread_mutex_t lock;
		struct body *body;
		uint64_t asked; /* what was last asked for here and not kept */
	} places[PLACES];
};

struct answers *answers_new(void)
{
	struct answers *a = calloc(1, sizeof *a);
	for (size_t i = 0; a && i < PLACES; i++)
		pthread_mutex_init(&a->places[i].lock, NULL);
	return a;
}

static void body_release(void *ctx)
{
	struct body *b = ctx;
	if (!b || atomic_fetch_sub(&b->refs, 1) > 1)
		return;
	free(b->json);
	free(b);
}

void answers_free(struct answers *a)
{
	for (size_t i = 0; a && i < PLACES; i++) {
		body_release(a->places[i].body);
		pthread_mutex_destroy(&a->places[i].lock);
	}
	free(a);
}

/* FNV-1a. Only decides where a body stands and whether it is worth it: what it is for is compared whole. */
static uint64_t hash_of(struct id project, struct str query)
{
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < sizeof project.b; i++)
		h = (h ^ project.b[i]) * 1099511628211u;
	for (size_t i = 0; i < query.n; i++)
		h = (h ^ (unsigned char)query.p[i]) * 1099511628211u;
	return h;
}

static size_t place_of(uint64_t h)
{
	return (size_t)((h ^ h >> 32) % PLACES);
}

bool answers_reply(struct answers *a, struct http_request *r, struct id project, uint64_t generation)
{
	size_t at = place_of(hash_of(project, r->query_text));
	pthread_mutex_lock(&a->places[at].lock);
	struct body *b = a->places[at].body;
	bool hit = b && b->generation == generation && id_eq(b->project, project) && str_eq(b->query, r->query_text);
	if (hit)
		atomic_fetch_add(&b->refs, 1);
	pthread_mutex_unlock(&a->places[at].lock);
	metric_add(METRIC_cache, LABEL_cache_answer, hit ? LABEL_found_hit : LABEL_found_miss, 1);
	if (hit)
		http_reply_shared(r, 200, (struct str){ b->json, b->json_n }, body_release, b);
	return hit;
}

static struct body *body_new(struct http_request *r, struct id project, uint64_t generation, struct buf *json)
{
	size_t n = r->query_text.n;
	struct body *b = malloc(sizeof *b + n + 1);
	if (!b)
		return NULL;
	char *query = (char *)(b + 1);
	if (n)
		memcpy(query, r->query_text.p, n);
	*b = (struct body){ .refs = 2, .generation = generation, .project = project, .query = { query, n } };
	b->json = buf_take(json, &b->json_n);
	return b;
}

/* Was the same asked for before? Pages that are seen once, as a client that reads a whole list sees them, are not kept. */
static bool asked_again(struct answers *a, uint64_t h, uint64_t generation)
{
	size_t at = place_of(h);
	uint64_t asked = h + generation;
	pthread_mutex_lock(&a->places[at].lock);
	bool again = a->places[at].asked == asked;
	a->places[at].asked = asked;
	pthread_mutex_unlock(&a->places[at].lock);
	return again;
}

void answers_keep(struct answers *a, struct http_request *r, struct id project, uint64_t generation, struct buf *b)
{
	uint64_t h = hash_of(project, r->query_text);
	bool fits = buf_ok(b, NULL) && b->n <= BODY_MAX && r->query_text.n <= QUERY_MAX;
	struct body *body = fits && asked_again(a, h, generation) ? body_new(r, project, generation, b) : NULL;
	if (!body) {
		http_reply_json(r, 200, b);
		return;
	}
	size_t at = place_of(h);
	pthread_mutex_lock(&a->places[at].lock);
	struct body *before = a->places[at].body;
	a->places[at].body = body;
	pthread_mutex_unlock(&a->places[at].lock);
	body_release(before);
	http_reply_shared(r, 200, (struct str){ body->json, body->json_n }, body_release, body);
}
