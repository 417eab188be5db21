/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* For tests: what stands on the pages of a parsed document. */
#pragma once
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* A document that must be read; parsed_free() it. */
static inline void parse_good(struct str bytes, const char *name, const struct task *task, struct parsed *p)
{
	struct err e = { 0 };
	if (!parse_bytes(bytes, name, task, p, &e))
		fail_msg("%s: %s: %s", name, err_row(e.code)->word, e.text);
}

/* The page (from 0) as page_text() tells it. */
static inline void expect_page(const struct parsed *p, size_t page, const char *want)
{
	struct buf b = BUF_INIT(0);
	assert_true(page < p->doc.pages_n);
	page_text(&p->doc.pages[page], &b);
	assert_string_equal(b.p, want);
	buf_fini(&b);
}

/* The fact of that index: its name, label and value. */
static inline void expect_fact(const struct parsed *p, size_t i, const char *name, const char *label, const char *value)
{
	assert_true(i < p->doc.facts_n);
	const struct doc_fact *f = &p->doc.facts[i];
	assert_true(str_eq_z((struct str){ p->doc.facts_text + f->name, f->name_len }, name));
	assert_true(str_eq_z((struct str){ p->doc.facts_text + f->label, f->label_len }, label));
	assert_true(str_eq_z((struct str){ p->doc.facts_text + f->value, f->value_len }, value));
}

/* A word of a page by its text; one of the first page. */
static inline const struct doc_word *word_on(const struct doc_page *page, const char *text)
{
	for (size_t i = 0; i < page->words_n; i++)
		if (str_eq_z(doc_word_text(page, &page->words[i]), text))
			return &page->words[i];
	fail_msg("no word %s", text);
	return NULL;
}

static inline struct doc_word word_of(const struct parsed *p, const char *text)
{
	return *word_on(&p->doc.pages[0], text);
}
