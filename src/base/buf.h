/* SPDX-License-Identifier: Apache-2.0 */
/*
 * buf - growing bytes on the heap.
 *
 * b->p is never NULL and always NUL-ended. Born with a maximum; the first
 * failure (maximum or memory) is kept: append freely, ask buf_ok() once.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap, max; /* max 0 = no maximum */
	bool failed;
};

#define BUF_INIT(maximum) { .p = (char *)"", .n = 0, .cap = 0, .max = (maximum), .failed = false }

void buf_init(struct buf *b, size_t max);
void buf_fini(struct buf *b);
void buf_clear(struct buf *b); /* empties, keeps memory, forgets the failure */
bool buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_z(struct buf *b, const char *z);
void buf_byte(struct buf *b, char c);
void buf_i64(struct buf *b, int64_t v);
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *b, const char *fmt, ...);
/* Hand the bytes over (free() them); b is empty afterwards. NULL if failed. */
char *buf_take(struct buf *b, size_t *n);
struct str buf_view(const struct buf *b);
bool buf_ok(const struct buf *b, struct err *e);
