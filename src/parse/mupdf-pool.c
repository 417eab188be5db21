/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * MuPDF's memory. It makes and drops several small objects for each operator of a page; those of one size wait in a list for the next:
 *
 *     list[3] -> |head|48 bytes| -> |head|48 bytes|        a block knows its size, for free() is not told
 *
 * Large blocks are libc's. Linked in place of fz_malloc(), fz_calloc() and fz_free(), which lock and look further first; what is
 * not at hand goes on to them. One thread alone may use it.
 */
#include "parse/mupdf-quick.h"

#include <stdlib.h>
#include <string.h>

void *__real_fz_malloc(fz_context *ctx, size_t n);
void *__wrap_fz_malloc(fz_context *ctx, size_t n);
void *__real_fz_calloc(fz_context *ctx, size_t count, size_t size);
void *__wrap_fz_calloc(fz_context *ctx, size_t count, size_t size);
void __real_fz_free(fz_context *ctx, void *p);
void __wrap_fz_free(fz_context *ctx, void *p);

/* Sanitizers are to see each block on its own. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifdef SANITIZED
enum { STEP = 16, MOST = 0, CHUNK = 0 };
#else
enum { STEP = 16, MOST = 512, CHUNK = 1 << 16 };
#endif

/* Stands before each block; as large as what malloc() aligns to. */
struct head {
	size_t size; /* of the block; up to MOST a multiple of STEP */
	struct head *next; /* while it waits */
};

static struct head *waiting[MOST / STEP + 1];
static char *fresh, *fresh_end; /* the rest of the chunk that was begun last */

static size_t class_of(size_t n)
{
	return (n + STEP - 1) / STEP;
}

static struct head *carve(size_t size)
{
	size_t n = sizeof(struct head) + size;
	if ((size_t)(fresh_end - fresh) < n) {
		char *chunk = malloc(CHUNK);
		if (!chunk)
			return malloc(n); /* memory is short: one alone may still do */
		fresh = chunk;
		fresh_end = chunk + CHUNK;
	}
	struct head *h = (struct head *)(void *)fresh;
	fresh += n;
	return h;
}

static struct head *wait_no_more(size_t class)
{
	struct head *h = waiting[class];
	waiting[class] = h->next;
	return h;
}

static void *pool_malloc(void *user, size_t n)
{
	struct head *h;
	if (n > SIZE_MAX - sizeof(*h))
		return NULL;
	n += n == 0;
	if (n > MOST) {
		h = malloc(sizeof(*h) + n);
	} else {
		size_t class = class_of(n);
		n = class * STEP;
		h = waiting[class] ? wait_no_more(class) : carve(n);
	}
	if (!h)
		return NULL;
	h->size = n;
	return h + 1;
}

static void pool_free(void *user, void *p)
{
	if (!p)
		return;
	struct head *h = (struct head *)p - 1;
	if (h->size > MOST) {
		free(h);
		return;
	}
	h->next = waiting[h->size / STEP];
	waiting[h->size / STEP] = h;
}

static void *pool_realloc(void *user, void *p, size_t n)
{
	struct head *h = p ? (struct head *)p - 1 : NULL;
	if (!h)
		return pool_malloc(user, n);
	if (h->size > MOST && n > MOST && n <= SIZE_MAX - sizeof(*h)) {
		struct head *moved = realloc(h, sizeof(*h) + n);
		if (!moved)
			return NULL;
		moved->size = n;
		return moved + 1;
	}
	if (n <= h->size && h->size <= MOST)
		return p;
	void *q = pool_malloc(user, n);
	if (!q)
		return NULL;
	memcpy(q, p, n < h->size ? n : h->size);
	pool_free(user, p);
	return q;
}

const fz_alloc_context quick_memory = { NULL, pool_malloc, pool_realloc, pool_free };

size_t quick_size(const void *p)
{
	return ((const struct head *)p)[-1].size;
}

/* Is a block of n bytes at hand in this context? */
static inline bool at_hand(const fz_context *ctx, size_t n)
{
	return n && n <= MOST && ctx->alloc.malloc == pool_malloc && waiting[class_of(n)];
}

void *__wrap_fz_malloc(fz_context *ctx, size_t n)
{
	return at_hand(ctx, n) ? wait_no_more(class_of(n)) + 1 : __real_fz_malloc(ctx, n);
}

void *__wrap_fz_calloc(fz_context *ctx, size_t count, size_t size)
{
	size_t n = count <= MOST && size <= MOST ? count * size : 0;
	return at_hand(ctx, n) ? memset(wait_no_more(class_of(n)) + 1, 0, n) : __real_fz_calloc(ctx, count, size);
}

void __wrap_fz_free(fz_context *ctx, void *p)
{
	if (ctx->alloc.free == pool_free)
		pool_free(NULL, p);
	else
		__real_fz_free(ctx, p);
}
