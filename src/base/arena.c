/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK_FIRST = 4096, BLOCK_MOST = 1 << 20 };

struct arena_block {
	struct arena_block *prev;
	size_t at, size;
	alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *a, const char *name, size_t ceiling)
{
	*a = (struct arena){ .name = name, .ceiling = ceiling };
}

void arena_fini(struct arena *a)
{
	while (a->blocks) {
		struct arena_block *b = a->blocks;
		a->blocks = b->prev;
		free(b);
	}
	arena_init(a, a->name, a->ceiling);
}

/* Blocks double up to 1 MiB, so small arenas stay small and large ones take few mallocs. */
static struct arena_block *block_for(struct arena *a, size_t n)
{
	struct arena_block *b = a->blocks;
	if (b && b->size - b->at >= n)
		return b;
	size_t size = b ? b->size * 2 : BLOCK_FIRST;
	if (size > BLOCK_MOST)
		size = BLOCK_MOST;
	if (size < n)
		size = n;
	b = malloc(sizeof(*b) + size);
	if (!b)
		return NULL;
	*b = (struct arena_block){ .prev = a->blocks, .size = size };
	a->blocks = b;
	return b;
}

/* As it comes, not zeroed. */
static void *take(struct arena *a, size_t n)
{
	const size_t align = alignof(max_align_t);
	if (n > SIZE_MAX / 2) {
		a->over = true;
		return NULL;
	}
	n = n ? (n + align - 1) / align * align : align;
	if (a->over || (a->ceiling && n > a->ceiling - a->used)) {
		a->over = true;
		return NULL;
	}
	struct arena_block *b = block_for(a, n);
	if (!b) {
		a->over = a->starved = true;
		return NULL;
	}
	void *p = b->bytes + b->at;
	b->at += n;
	a->used += n;
	return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
	void *p = take(a, n);
	return p ? memset(p, 0, n) : NULL;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t n;
	if (__builtin_mul_overflow(count, size, &n)) {
		a->over = true;
		return NULL;
	}
	return arena_alloc(a, n);
}

void *arena_grow(struct arena *a, void *old, size_t old_n, size_t new_n, size_t size)
{
	size_t keep = old_n < new_n ? old_n : new_n, n;
	if (__builtin_mul_overflow(new_n, size, &n)) {
		a->over = true;
		return NULL;
	}
	char *p = take(a, n);
	if (!p)
		return NULL;
	if (keep)
		memcpy(p, old, keep * size);
	memset(p + keep * size, 0, n - keep * size);
	return p;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);
	if (!p)
		return (struct str){ "", 0 };
	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

char *arena_strz(struct arena *a, const char *z)
{
	size_t n = strlen(z) + 1;
	char *p = arena_alloc(a, n);
	return p ? memcpy(p, z, n) : NULL;
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *p = n < 0 ? NULL : arena_alloc(a, (size_t)n + 1);
	if (!p)
		return (struct str){ "", 0 };
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){ p, (size_t)n };
}

struct arena_mark arena_mark(struct arena *a)
{
	return (struct arena_mark){ a->blocks, a->blocks ? a->blocks->at : 0, a->used };
}

void arena_reset(struct arena *a, struct arena_mark m)
{
	while (a->blocks != m.block) {
		struct arena_block *b = a->blocks;
		a->blocks = b->prev;
		free(b);
	}
	if (a->blocks)
		a->blocks->at = m.at;
	a->used = m.used;
}

bool arena_ok(const struct arena *a, struct err *e)
{
	if (!a->over)
		return true;
	if (a->starved || !a->ceiling)
		return err_set(e, ERR_MEMORY, "%s: out of memory", a->name);
	return err_set(e, ERR_BUDGET, "%s: needs more than the %zu MiB of memory one job may take", a->name,
		       a->ceiling >> 20);
}
