/* SPDX-License-Identifier: Apache-2.0 */
/*
 * results - a parsed document as the parse API shows it (openapi.yaml, ParseResult).
 *
 * Each member is laid out once, at the first call that wants it, a page of the
 * document in memory at a time, and kept as a blob in the project's cache until its
 * parse job is deleted. Whoever answers a request only sends bytes. A thread of its
 * own lays out, and goes on when whoever asked waits no longer.
 */
#pragma once
#include "store/store.h"

/* The members that can be asked for, and files of other kinds; their words stand in results.c. */
enum results_part {
	RESULTS_TEXT, RESULTS_MARKDOWN, RESULTS_ITEMS, RESULTS_METADATA, RESULTS_TEXT_FULL, RESULTS_MARKDOWN_FULL,
	RESULTS_FORMS, RESULTS_IMAGES, RESULTS_RAW_WORDS, RESULTS_GROUNDED, RESULTS_STRIPPED, RESULTS_STRIPPED_FULL,
	RESULTS_XLSX, RESULTS_PARTS
};
/* -1 if the word is none of them. */
int results_part(struct str word);

struct results { /* of which document */
	struct store *store;
	struct id project, job, input; /* job: the parse job; input: its file */
	struct store_blob frames;
	struct str settings; /* of the job, as JSON text */
	/*
	 * A picture of the document as a PNG, appended to png: of a page (1-based), by the number that a fact gives it; ERR_TIMEOUT
	 * at until (clock_mono()). NULL = none.
	 */
	bool (*draw)(void *ctx, const struct results *r, uint32_t page, uint32_t image, int64_t until, struct buf *png, struct err *e);
	void *ctx; /* lives, like the store, until results_close() */
};
/*
 * out[p] becomes each part p in parts (bits 1 << p), those wanted and missing made together; its size is 0 if there is
 * nothing to show in such a file. ERR_TOO_MANY at until (clock_mono()): they are being made, and will be there later.
 */
bool results_find(const struct results *r, unsigned parts, int64_t until, struct store_blob out[RESULTS_PARTS], struct err *e);
/* Give up what is still being made, and wait for that. */
void results_close(void);
