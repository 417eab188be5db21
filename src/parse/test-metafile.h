/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Writes drawings of Windows (EMF) for tests. */
#pragma once
#include "base/buf.h"

static inline void put32(struct buf *b, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		buf_byte(b, (char)(v >> 8 * i));
}

static inline void put16(struct buf *b, uint16_t v)
{
	buf_byte(b, (char)v);
	buf_byte(b, (char)(v >> 8));
}

static inline void record(struct buf *b, uint32_t type, const int32_t *args, size_t n)
{
	put32(b, type);
	put32(b, (uint32_t)(8 + 4 * n));
	for (size_t i = 0; i < n; i++)
		put32(b, (uint32_t)args[i]);
}
#define RECORD(b, type, ...) record(b, type, (const int32_t[]){ __VA_ARGS__ }, sizeof((const int32_t[]){ __VA_ARGS__ }) / 4)

/* A frame of 100 by 50 mm on a device of ten units a millimetre: 1000 by 500 of them. */
static inline void emf_begin(struct buf *b)
{
	buf_init(b, 0);
	RECORD(b, 1, 0, 0, 999, 499, 0, 0, 10000, 5000, 0x464D4520, 0x10000, 0, 0, 1, 0, 0, 0, 3000, 2000, 300, 200);
}

static inline void emf_font(struct buf *b, uint32_t object, int32_t height, int32_t turn, int32_t weight, const char *face)
{
	put32(b, 82);
	put32(b, 104);
	put32(b, object);
	put32(b, (uint32_t)height);
	put32(b, 0);
	put32(b, (uint32_t)turn);
	put32(b, (uint32_t)turn);
	put32(b, (uint32_t)weight);
	put32(b, 0); /* not italic */
	put32(b, 0);
	for (size_t i = 0; i < 32; i++)
		put16(b, (unsigned char)(i < strlen(face) ? face[i] : 0));
	RECORD(b, 37, (int32_t)object);
}

/* Each letter as wide as step. */
static inline void emf_text(struct buf *b, int32_t x, int32_t y, const char *text, int32_t step)
{
	uint32_t n = (uint32_t)strlen(text), padded = (2 * n + 3) / 4 * 4;
	put32(b, 84);
	put32(b, 76 + padded + 4 * n);
	for (int i = 0; i < 7; i++)
		put32(b, 0);
	put32(b, (uint32_t)x);
	put32(b, (uint32_t)y);
	put32(b, n);
	put32(b, 76);
	for (int i = 0; i < 5; i++)
		put32(b, 0);
	put32(b, 76 + padded);
	for (uint32_t i = 0; i < padded / 2; i++)
		put16(b, (unsigned char)(i < n ? text[i] : 0));
	for (uint32_t i = 0; i < n; i++)
		put32(b, (uint32_t)step);
}
