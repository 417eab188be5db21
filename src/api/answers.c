/* SPDX-License-Identifier: Apache-2.0 */
#include "api/answers.h"
#include "base/metric.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define PLACES 64
#define BODY_MAX ((size_t)128 << 10) /* larger ones are rare and dear to keep */
#define QUERY_MAX ((size_t)64 << 10) /* a thousand ids */

struct body {
	_Atomic int refs;
	uint64_t generation;
	struct id project;
	struct str query; /* stands behind the struct */
	char *json;
	size_t json_n;
	int fd; /* the same bytes in memory that sockets can be given without a copy; -1 = none */
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
	if (b->fd >= 0)
		close(b->fd);
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

static uint64_t mixed(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 32;
}

/* Only decides where a body stands and whether it is worth it: what it is for is compared whole. */
static uint64_t hash_of(struct id project, struct str query)
{
	uint64_t h = query.n, words[2];
	memcpy(words, project.b, sizeof words);
	h = mixed(mixed(h, words[0]), words[1]);
	for (; query.n >= 8; query.p += 8, query.n -= 8) {
		memcpy(words, query.p, 8);
		h = mixed(h, words[0]);
	}
	words[0] = 0;
	if (query.n)
		memcpy(words, query.p, query.n);
	return mixed(h, words[0]);
}

static size_t place_of(uint64_t h)
{
	return (size_t)(h % PLACES);
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
		http_reply_shared(r, 200, (struct str){ b->json, b->json_n }, b->fd, body_release, b);
	return hit;
}

static int file_of(const char *p, size_t n)
{
	int fd = memfd_create("answer", MFD_CLOEXEC);
	if (fd < 0 || write(fd, p, n) == (ssize_t)n)
		return fd;
	close(fd);
	return -1;
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
	b->fd = file_of(b->json, b->json_n);
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
	http_reply_shared(r, 200, (struct str){ body->json, body->json_n }, body->fd, body_release, body);
}
