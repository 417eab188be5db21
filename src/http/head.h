/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head - the head of a request: its first line and its header fields (RFC 9112
 * sections 2 to 5; room http alone).
 *
 * Strict where two readers could see different things: lines end in CRLF, no line
 * is folded, no blank stands before a colon, values have no control characters.
 */
#pragma once
#include "http/http.h"

#define HEAD_MAX ((size_t)64 << 10) /* bytes: a list of a thousand job ids has 57,000 */
#define HEAD_FIELDS_MAX 200

struct head {
	const char *method;       /* as sent, NUL-ended */
	struct str target;
	bool minor_0;             /* HTTP/1.0 */
	struct http_pair *fields; /* as sent; values trimmed, NUL-ended */
	size_t fields_n;
};

enum head_state { HEAD_PART, HEAD_WHOLE, HEAD_BAD /* a line without CRLF */ };

/* How far p is a head. *at is where its last line begins, 0 at first; behind the blank line once it is whole. */
enum head_state head_scan(const char *p, size_t n, size_t *at);

/*
 * Read a whole head, blank line included. The text is written to (its blanks and line ends become NULs) and must outlive
 * *h; the fields are on a. 0, or the status that refuses it: 400, 431 (too many fields), 505, 500 (out of memory).
 */
int head_parse(char *text, size_t n, struct arena *a, struct head *h);

/* The value of the first field of this name in any case, or p NULL. */
struct str head_value(const struct head *h, const char *name);
