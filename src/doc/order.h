/* SPDX-License-Identifier: Apache-2.0 */
/*
 * order - what the pool tells the nursery of parsers and its children.
 *
 *   pool  --[ order + 3 descriptors ]-->  nursery   (sequenced packets on one socket)
 *   pool  --[ task ]-->  child  --[ frames ]-->  pool   (the order's socket)
 *   pool  --[ task ]-->  converter  --[ PDF or XLSX, to the end ]-->  pool   (ORDER_CONVERT)
 *   nursery  --[ wait status, 4 bytes ]-->  pool   (the order's pipe, once the child ended; not of a last order)
 *
 * Both ends are of one release; still the child's side checks every length.
 */
#pragma once
#include "base/buf.h"
#include "doc/doc.h"

#define ORDER_MAGIC UINT32_C(0x3144524f)
#define ORDER_FD 3 /* the nursery's end of the control socket */

enum order_kind { ORDER_PARSE, ORDER_KILL, ORDER_CONVERT };

struct order {
	uint32_t magic, kind;
	uint64_t id;             /* of the order; ORDER_KILL names the one to end */
	uint64_t memory_bytes;   /* limits of the child, see jail.h */
	uint64_t words, pixels;  /* budgets of the document; 0 = the parser's own */
	uint32_t cpu_seconds, page_seconds, most_seconds;
	uint8_t jail_none, jail_kill;
	uint8_t last;            /* ORDER_PARSE to a nursery that had no other: it reads the document itself and ends with it */
	uint8_t pad;
};
enum order_fds { ORDER_FD_DOCUMENT, ORDER_FD_FRAMES, ORDER_FD_STATUS, ORDER_FDS };

/* Exit codes of a converter. */
enum order_end {
	ORDER_END_OK,
	ORDER_END_FAILED,  /* nothing came out */
	ORDER_END_MISSING, /* LibreOffice, or a part of it, is not installed */
	ORDER_END_JAIL,    /* it cannot be walled in here */
	ORDER_END_TIME     /* it took too much processor time */
};

#define ORDER_RELEASE_SIZE 16 /* "2026-11-01" and NUL */

/* The nursery's first packet: which walls stand (enum jail_wall), its release, or why it cannot work. */
struct order_hello {
	uint32_t magic, walls;
	char release[ORDER_RELEASE_SIZE];
	struct err err;
};

/* How documents of a kind are read, where that is not as they are shown. */
enum task_wish {
	TASK_HTML_VISIBLE = 1,       /* what style sheets and attributes hide is shown */
	TASK_HTML_NO_FIXED = 2,      /* elements that stay while the page scrolls are left out */
	TASK_HTML_NO_NAVIGATION = 4, /* so are navigation, menus and sidebars */
	TASK_SLIDES_NO_CHARTS = 8,   /* figures of charts on slides are left out */
	TASK_SLIDES_BESIDE = 16,     /* what lies beside a slide is shown at its edge */
	TASK_CHECK_PICTURES = 32,    /* a picture that cannot be read fails the document */
	TASK_MAY_BE_EMPTY = 128,     /* a document without a word to see is no failure */
	TASK_THRIFTY = 64            /* pictures on pages with text enough of their own are not recognised */
};

enum { TASK_WORDS_ENOUGH = 20 }; /* for TASK_THRIFTY: more than a caption, a stamp or the foot of a scan */

/* What a child is to read, beyond the document's bytes. */
struct task {
	const uint32_t *pages; /* 1-based, in order; NULL = all */
	uint32_t pages_n, max_pages;
	struct str name, lang;
	bool ocr;
	bool hidden_sheets;    /* sheets that a workbook hides are read too */
	bool no_diagonal;      /* text that runs neither across nor up or down is left out */
	bool pictures, revisions; /* facts of that kind are told (doc.h) */
	uint32_t wishes;       /* enum task_wish */
	uint32_t picture;      /* draw this page (1-based) instead: the answer is one picture; 0 = parse */
	uint32_t dpi;          /* of the picture */
	bool boxes;            /* with the boxes of words, rules and marks drawn over it */
	uint32_t image;        /* not the page but the picture on it that a fact gives this number; 0 = the page */
	struct doc_box crop;   /* of the page: no more than this; x1 0 = all of it */
};

/* Append the task as it goes over the socket: length (u32), then its bytes. */
void task_write(struct buf *b, const struct task *t);
/* Read the bytes after the length. Pages and texts point into s, which must be 4-byte aligned. */
bool task_read(struct str s, struct task *out, struct err *e);

#define TASK_MAX_BYTES (1u << 20)
