/* SPDX-License-Identifier: Apache-2.0 */
/*
 * multipart - a streaming reader of multipart/form-data (RFC 7578, RFC 2046
 * section 5.1; room http alone).
 *
 * Strict: lines end in CRLF, parts have a name, no transfer encodings. Bytes of a
 * part go to the sink as they come; nothing but one part's head is kept.
 */
#pragma once
#include "http/http.h"

#define MULTIPART_HEAD_MAX 8192  /* bytes of one part's header block */
#define MULTIPART_PARTS_MAX 100
#define MULTIPART_DELIMITER_MAX 74 /* CRLF, "--", boundary of at most 70 (RFC 2046) */

struct multipart_sink { /* false stops reading */
	bool (*begin)(void *ctx, const struct http_part *part);
	bool (*data)(void *ctx, const void *p, size_t n);
	bool (*end)(void *ctx);
};

struct multipart {
	const struct multipart_sink *sink;
	void *ctx;
	struct arena *arena; /* part names */
	int state;           /* enum in multipart.c */
	int parts;
	char delimiter[MULTIPART_DELIMITER_MAX + 1];
	size_t delimiter_n, matched;
	char head[MULTIPART_HEAD_MAX];
	size_t head_n;
};

/* False with ERR_REQUEST if content_type is no multipart/form-data with a boundary. */
bool multipart_init(struct multipart *m, struct str content_type, const struct multipart_sink *sink, void *ctx,
		    struct arena *a, struct err *e);
/* The next bytes of the body. False with ERR_REQUEST, or with e->code unset if the sink said stop. */
bool multipart_feed(struct multipart *m, const char *p, size_t n, struct err *e);
/* The body has ended: was it whole? */
bool multipart_finish(const struct multipart *m, struct err *e);
