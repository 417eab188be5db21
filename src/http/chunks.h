/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chunks - takes a body in chunks apart (RFC 9112 section 7.1; room http alone).
 *
 * Strict: sizes in hexadecimal digits, lines that end in CRLF. Extensions and
 * trailers are read and dropped; both have bounds.
 */
#pragma once
#include "base/str.h"

enum chunks_state {
	CHUNKS_SIZE,    /* of the next chunk: its digits */
	CHUNKS_EXT,     /* what may follow them */
	CHUNKS_SIZE_LF,
	CHUNKS_DATA,
	CHUNKS_DATA_CR,
	CHUNKS_DATA_LF,
	CHUNKS_TRAILER, /* behind the last chunk, at the start of a line */
	CHUNKS_FIELD,
	CHUNKS_FIELD_LF,
	CHUNKS_LAST_LF,
	CHUNKS_DONE,
	CHUNKS_BAD,
};

struct chunks {
	enum chunks_state state;
	uint64_t left;   /* bytes of the chunk */
	unsigned digits; /* of its size */
	unsigned extra;  /* bytes of extensions or trailers */
};

/*
 * Take some of the n bytes at p, as they come from the socket; c is all zero at first. Returns how many were taken: all,
 * unless *data (n 0 = none) has bytes of the body among them, or the body is over (CHUNKS_DONE) or malformed (CHUNKS_BAD).
 */
size_t chunks_take(struct chunks *c, const char *p, size_t n, struct str *data);
