/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spool - a parsed document in a file, a page of it in memory at a time. A short one needs no file.
 *
 * Frames are read through once, as they come from a parser or from the file where
 * they are stored, and checked by the strict decoder; where each page lies is
 * noted. Then pages are read by their index, as often as wanted.
 */
#pragma once
#include "doc/doc.h"

struct spool {
	int fd;                  /* the file; -1 = none yet */
	bool own;                /* it is made when it is needed, and goes with the spool */
	struct buf held;         /* what stands in memory instead */
	struct doc_reader reader;
	struct buf places, page, carry; /* places: where pages lie; carry: frames that wait for those they go with */
	uint64_t at;             /* bytes read through */
	/* Told the facts, in d, while they stand in memory, with the ctx of the pages; may be NULL. */
	bool (*facts)(void *ctx, const struct doc *d, struct err *e);
	bool ended;
};

/* Frames will be written to fd, which stays the caller's, or are there already. -1: to a temporary file, made for what is more
 * than a few pages (io_temp() may then fail a write). */
void spool_init(struct spool *s, int fd);
void spool_fini(struct spool *s);

/*
 * Write whole frames, 8-byte aligned, to the file and read them: each page is told
 * (may be NULL) while it stands in memory. ERR_CRASHED for malformed ones, the
 * writer's own failure, or what each() fails with.
 */
typedef bool spool_each(void *ctx, const struct doc_page *page, struct err *e);
bool spool_write(struct spool *s, struct str frames, spool_each *each, void *ctx, struct err *e);
/* The same for all size bytes that stand in the file already. */
bool spool_file(struct spool *s, int64_t size, spool_each *each, void *ctx, struct err *e);

size_t spool_pages(const struct spool *s);
/* The page with this index; what it points to holds until the next call. */
bool spool_page(struct spool *s, size_t index, struct doc_page *out, struct err *e);
