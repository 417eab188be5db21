/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

void buf_init(struct buf *b, size_t max)
{
	*b = (struct buf)BUF_INIT(max);
}

void buf_fini(struct buf *b)
{
	if (b->cap)
		free(b->p);
	buf_init(b, b->max);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->failed = false;
	if (b->cap)
		b->p[0] = '\0';
}

bool buf_reserve(struct buf *b, size_t more)
{
	if (b->failed)
		return false;
	size_t need;
	if (__builtin_add_overflow(b->n, more, &need) || need > SIZE_MAX / 2 || (b->max && need > b->max)) {
		b->failed = true;
		return false;
	}
	if (need < b->cap)
		return true;
	size_t cap = b->cap ? b->cap * 2 : 64;
	if (cap <= need)
		cap = need + 1;
	char *p = realloc(b->cap ? b->p : NULL, cap);
	if (!p) {
		b->failed = true;
		return false;
	}
	b->p = p;
	b->cap = cap;
	b->p[b->n] = '\0';
	return true;
}

void buf_add(struct buf *b, const void *p, size_t n)
{
	bool fits = n < b->cap - b->n && !b->failed && (!b->max || n <= b->max - b->n); /* as nearly always */
	if (!n || (!fits && !buf_reserve(b, n)))
		return;
	memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

void buf_z(struct buf *b, const char *z)
{
	buf_add(b, z, strlen(z));
}

void buf_byte(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_i64(struct buf *b, int64_t v)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	do
		digits[--at] = (char)('0' + u % 10);
	while ((u /= 10) != 0);
	if (v < 0)
		buf_byte(b, '-');
	buf_add(b, digits + at, sizeof(digits) - at);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0) {
		b->failed = true;
		return;
	}
	if (!buf_reserve(b, (size_t)n))
		return;
	va_start(ap, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

char *buf_take(struct buf *b, size_t *n)
{
	if (b->failed || !buf_reserve(b, 1))
		return NULL;
	char *p = b->p;
	*n = b->n;
	buf_init(b, b->max);
	return p;
}

struct str buf_view(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

bool buf_ok(const struct buf *b, struct err *e)
{
	if (!b->failed)
		return true;
	if (b->max)
		return err_set(e, ERR_TOO_LARGE, "more than %zu bytes", b->max);
	return err_set(e, ERR_MEMORY, "out of memory");
}
