/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pool - documents are parsed by jailed children of quarry-parse, one child a
 * document.
 *
 * pool_open() spawns the nursery; pool_parse() hands it one document and
 * collects the child's frames through the strict decoder. Thread-safe: each
 * calling thread drives one child at a time. A dead nursery is started again.
 */
#pragma once
#include "base/buf.h"
#include "doc/doc.h"
#include <stdatomic.h>
#include <sys/types.h>

struct pool;

struct pool_options {
	const char *program;  /* path of quarry-parse; NULL = beside the running executable */
	size_t memory_bytes;  /* per child, default 2 GiB */
	int cpu_seconds;      /* processor time of a child before its first page, default 120 */
	int page_seconds;     /* what each page that came adds to that and to the deadline, which then leaves thirty times as much; default 10, -1 = nothing */
	int most_seconds;     /* of either, whatever pages come, default 3,600 */
	uint64_t words;       /* of a document, 0 = the parser's default */
	uint64_t pixels;      /* of a picture, 0 = the parser's default */
	bool probe;           /* try out which walls stand, for pool_walls(); else a child that cannot be jailed says so */
	bool once;            /* for one document, one call at a time: the process that is started reads it itself. More of them start anew */
	bool jail_none;       /* operator's "jail = none" */
	bool jail_kill;       /* tests: refused calls kill */
};

struct pool_request {
	int fd;                     /* the document, read-only, any offset; stays the caller's */
	struct str name;            /* file name: second hint of the format */
	const uint32_t *pages;      /* 1-based, in order (base/pages.h); NULL = all */
	size_t pages_n;
	uint32_t max_pages;         /* after selection; 0 = no bound */
	struct str lang;            /* "en,de"; for OCR */
	bool ocr;
	bool hidden_sheets, no_diagonal, pictures, revisions; /* see struct task */
	uint32_t wishes;
	int64_t deadline;           /* clock_mono() us; 0 = 300 s from now; pages that come put it off */
	bool strict;                /* no page puts the deadline off */
	const atomic_bool *cancel;  /* polled; may be NULL */
	void (*progress)(void *ctx, uint32_t pages_done, uint32_t pages); /* with each page, of those asked for; may be NULL */
	void *progress_ctx;
	/* Takes whole, checked frames as they come, so that they need not fit into memory; NULL = into out. */
	bool (*take)(void *ctx, struct str frames, struct err *e);
	void *take_ctx;
};

/* Start the nursery. ERR_JAIL if probed walls do not stand and jail_none is not set. */
struct pool *pool_open(const struct pool_options *o, struct err *e);
void pool_close(struct pool *p); /* kills children; NULL is fine */

/* Process id of the nursery, for operators and tests; 0 if none runs. */
pid_t pool_nursery(struct pool *p);

/* The parser's release, which every parsed document also carries: part of the key of parse caches. */
#define POOL_RELEASE_SIZE 16
void pool_release(struct pool *p, char out[POOL_RELEASE_SIZE]);

/* Walls that the nursery reported, for the start-up log and /readyz; with probe only. */
unsigned pool_walls(const struct pool *p);

/*
 * Parse one document; frames (checked, ready for doc_open) are appended to out,
 * which must be empty so that it is aligned, or given to r->take (out is then
 * NULL). Fails with the child's own code word, ERR_TIMEOUT, ERR_CANCELLED,
 * ERR_BUDGET; ERR_CRASHED if it died of the document, ERR_CHILD if
 * it was killed or did not start (which may pass). Frames may have been taken before that.
 */
bool pool_parse(struct pool *p, const struct pool_request *r, struct buf *out, struct err *e);

struct pool_picture { /* what to draw */
	uint32_t page;         /* 1-based */
	uint32_t dpi;          /* 10 to 600; lowered for pages that would have too many pixels */
	bool boxes;            /* with what the parser finds drawn over it: words red, rules blue, marks green */
	uint32_t image;        /* see struct task; a picture comes with as many pixels as it has */
	struct doc_box crop;   /* see struct task */
};
/*
 * Draw one page of r's document (fd, name, lang, ocr, deadline and cancel) as a
 * PNG, appended to out. *pages is how many pages the document has. A page past
 * the end is ERR_PAGES; otherwise fails like pool_parse().
 */
bool pool_render(struct pool *p, const struct pool_request *r, const struct pool_picture *what, struct buf *out,
		 uint32_t *pages, struct err *e);
