/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * nest - documents inside of documents: what is attached to a mail is read by the
 * format that recognises it and becomes further pages.
 *
 * Budgets count for the whole of a document: how deep documents stand in each
 * other, how many there are, what they come to together.
 */
#pragma once
#include "parse/format.h"

struct nest { /* a document that was read */
	struct doc doc; /* points into frames */
	struct buf frames;
	struct arena arena;
};

/* A format that nests begins a document: the budgets are whole again, unless it stands in another itself. */
void nest_start(void);

/* Read all pages of a document in memory. Fails as its format does; ERR_BUDGET past the budgets. Close it in either case. */
bool nest_read(struct nest *n, const struct source *s, const struct parse_options *o, struct err *e);
void nest_close(struct nest *n);

/* Build the page of this index (from 0) under another number; its fault goes to sink. */
void nest_build(const struct nest *n, size_t index, uint32_t number, struct doc_page_builder *out, struct sink *sink);

/* ---- several, whose pages follow each other */

enum { NESTS_MOST = 200 };
struct nests {
	struct nest p[NESTS_MOST];
	size_t n;
	uint32_t pages; /* of all */
};
/* Read one more behind the others; one that cannot be read is left out. */
void nests_add(struct nests *all, const struct source *s, const struct parse_options *o);
/* Build the page of this index (from 0) among those of all, as nest_build() does. */
void nests_build(const struct nests *all, uint32_t index, uint32_t number, struct doc_page_builder *out, struct sink *sink);
/* Tell the facts of their pages, which stand behind that many others; facts of whole documents are theirs alone. */
void nests_facts(const struct nests *all, uint32_t before, void (*tell)(void *ctx, const struct doc_fact *f, const struct doc_fact_text *t),
		 void *ctx);
uint32_t nests_hidden_words(const struct nests *all);
void nests_close(struct nests *all);
