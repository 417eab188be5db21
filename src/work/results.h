/* SPDX-License-Identifier: Apache-2.0 */
/*
 * results - a parsed document as the parse API shows it (openapi.yaml, ParseResult).
 *
 * Each member is laid out once, at the first call that wants it, a page of the
 * document in memory at a time, and kept as a blob in the project's cache until its
 * parse job is deleted. Whoever answers a request only sends bytes.
 */
#pragma once
#include "store/store.h"

/* The members that can be asked for; their words stand in results.c. */
enum results_part {
	RESULTS_TEXT, RESULTS_MARKDOWN, RESULTS_ITEMS, RESULTS_METADATA, RESULTS_TEXT_FULL, RESULTS_MARKDOWN_FULL,
	RESULTS_FORMS, RESULTS_NUMBERS, RESULTS_PARTS
};
/* -1 if the word is none of them. */
int results_part(struct str word);

struct results { /* of which document */
	struct store *store;
	struct id project, job; /* job: the parse job */
	struct store_blob frames;
};
/* out[p] becomes the JSON value of each member p in parts (bits 1 << p), those wanted and missing made together. */
bool results_find(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e);
