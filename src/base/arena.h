/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arena - memory of one request, one job or one page, freed in one go.
 *
 * Born with a name and a ceiling in bytes. Going over the ceiling (or out of
 * memory) is sticky: arena_alloc() then returns NULL, and arena_ok() says so
 * once at the end of a stage as ERR_BUDGET. Not thread-safe. Memory is zeroed.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

struct arena_block;
struct arena {
	const char *name;
	size_t ceiling; /* most bytes handed out; 0 = no ceiling */
	size_t used;
	struct arena_block *blocks;
	bool over;    /* an allocation failed */
	bool starved; /* and it was the machine, not the ceiling */
};
struct arena_mark {
	struct arena_block *block;
	size_t at, used;
};

void arena_init(struct arena *a, const char *name, size_t ceiling);
void arena_fini(struct arena *a); /* frees everything; the arena may be init'ed again */

/* n zeroed bytes aligned for any type, or NULL once over. n == 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t n);
/* count * size with overflow check. */
void *arena_array(struct arena *a, size_t count, size_t size);
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, count, type) ((type *)arena_array((a), (count), sizeof(type)))
/* Grow an array from old_n to new_n elements (contents kept, rest zeroed). */
void *arena_grow(struct arena *a, void *old, size_t old_n, size_t new_n, size_t size);

/* Copies; the result is NUL-ended one past .n. Empty on failure. */
struct str arena_str(struct arena *a, struct str s);
char *arena_strz(struct arena *a, const char *z);
__attribute__((format(printf, 2, 3))) struct str arena_printf(struct arena *a, const char *fmt, ...);

/* Scratch: everything allocated after the mark goes at reset. */
struct arena_mark arena_mark(struct arena *a);
void arena_reset(struct arena *a, struct arena_mark m);

/* False with ERR_BUDGET (or ERR_MEMORY) if any allocation failed. */
bool arena_ok(const struct arena *a, struct err *e);
