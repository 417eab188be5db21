/* SPDX-License-Identifier: Apache-2.0 */
/*
 * results - a parsed document as the parse API shows it (openapi.yaml, ParseResult).
 *
 * Each member is laid out once, at the first call that wants it, a page of the
 * document in memory at a time, and kept as a blob in the project's cache until its
 * parse job is deleted. Whoever answers a request only sends bytes.
 */
#pragma once
#include "layout/layout.h"
#include "store/store.h"

/* The members that can be asked for, and files of other kinds; their words stand in results.c. */
enum results_part {
	RESULTS_TEXT, RESULTS_MARKDOWN, RESULTS_ITEMS, RESULTS_METADATA, RESULTS_TEXT_FULL, RESULTS_MARKDOWN_FULL,
	RESULTS_FORMS, RESULTS_IMAGES, RESULTS_RAW_WORDS, RESULTS_GROUNDED, RESULTS_STRIPPED, RESULTS_STRIPPED_FULL,
	RESULTS_XLSX, RESULTS_PARTS
};
/* -1 if the word is none of them. */
int results_part(struct str word);

/* How they are laid out, as the settings of the parse job say (openapi.yaml, ParseOutputOptions). */
enum results_boxes { RESULTS_BOX_CELL = 1, RESULTS_BOX_LINE = 2, RESULTS_BOX_WORD = 4 };
enum results_saved { RESULTS_IMAGE_SCREENSHOT = 1, RESULTS_IMAGE_EMBEDDED = 2, RESULTS_IMAGE_LAYOUT = 4 };
struct results_laying { /* what a rule for pages may change */
	struct layout_text_style text;
	enum layout_tables tables;
};
struct results_style {
	struct results_laying laying;
	const struct results_laying *by_rule; /* of pages that meet a rule of the settings, by its place among them */
	size_t rules_n;
	struct str line_break;  /* between lines of a table's cell; p NULL = a blank */
	unsigned boxes;         /* enum results_boxes: which the grounded items have */
	unsigned images;        /* enum results_saved: which pictures are listed */
	bool links;             /* markdown says where words lead */
	bool inlined;           /* it shows pictures */
	bool numbered, revised; /* printed numbers of lines, and revisions, come with a page */
	bool thrifty;           /* pages with text enough are read without their pictures */
	bool merged;            /* a table that goes on over pages stands whole on the first of them */
	bool plain_names;       /* sheets are Table_1 and so on, not named after what stands above the table */
};
/* From the settings as JSON text; what it points to lives on a. */
bool results_style_read(struct str settings, struct arena *a, struct results_style *out, struct err *e);
/* Append what of it decides the part: nothing for the common style. */
void results_style_key(const struct results_style *style, enum results_part part, struct buf *key);

struct results { /* of which document */
	struct store *store;
	struct id project, job; /* job: the parse job */
	struct store_blob frames;
	struct results_style style;
	/* A picture of the document as a PNG, appended to png: of a page (1-based), by the number that a fact gives it. NULL = none. */
	bool (*draw)(void *ctx, uint32_t page, uint32_t image, struct buf *png, struct err *e);
	void *ctx;
};
/* out[p] becomes each part p in parts (bits 1 << p), those wanted and missing made together; its size is 0 if there is
 * nothing to show in such a file. */
bool results_find(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e);
