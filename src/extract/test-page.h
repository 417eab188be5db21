/* SPDX-License-Identifier: Apache-2.0 */
/* test-page - documents for tests, written as text: one character is 5 by 12 pt. */
#pragma once
#include "base/arena.h"
#include "doc/doc.h"
#include <stdio.h>
#include <stdlib.h>

#define PAGE_CHAR 500  /* doc units a column */
#define PAGE_LINE 1200 /* doc units a row */

/* A ruled box of a form. */
static inline void page_box(struct doc_page_builder *p, int32_t col, int32_t row, int cols, int rows)
{
	int32_t x0 = 4000 + col * PAGE_CHAR - 100, y0 = row * PAGE_LINE - 150, x1 = x0 + cols * PAGE_CHAR, y1 = y0 + rows * PAGE_LINE;
	const struct doc_box sides[] = { { x0, y0, x1, y0 + 50 }, { x0, y1, x1, y1 + 50 }, { x0, y0, x0 + 50, y1 }, { x1, y0, x1 + 50, y1 } };
	for (size_t i = 0; i < 4; i++) {
		struct doc_rule r = { .kind = i < 2 ? DOC_RULE_HORIZONTAL : DOC_RULE_VERTICAL, .box = sides[i] };
		doc_page_add_rule(p, &r);
	}
}


/*
 * Put the words of text on the page under construction; '*' before a word makes it bold, '^' large, '`' small, '_' stands for a
 * blank inside one; "~~~~" is a line to write on; "#30x3" rules a box of 30 columns and 3 rows around what begins here.
 */
static inline void page_text(struct doc_page_builder *p, const char *text)
{
	int32_t row = 1, col = 0;
	uint16_t run = 0;
	while (*text) {
		if (*text == '\n' || *text == ' ') {
			run += *text == '\n' || text[1] == ' ';
			row += *text == '\n';
			col = *text == '\n' ? 0 : col + 1;
			text++;
			continue;
		}
		int wide, high, read = 0;
		if (sscanf(text, "#%dx%d%n", &wide, &high, &read) == 2) {
			page_box(p, col, row, wide, high);
			text += read;
			continue;
		}
		bool bold = *text == '*', large = *text == '^', small = *text == '`';
		text += bold || large || small;
		size_t n = strcspn(text, " \n"), chars = 0;
		for (size_t i = 0; i < n; i++)
			chars += ((unsigned char)text[i] & 0xC0) != 0x80;
		if (strspn(text, "~") == n && n >= 4) {
			struct doc_rule r = { .kind = DOC_RULE_HORIZONTAL };
			r.box = (struct doc_box){ 4000 + col * PAGE_CHAR, row * PAGE_LINE + 650, 4000 + (col + (int32_t)n) * PAGE_CHAR, row * PAGE_LINE + 700 };
			doc_page_add_rule(p, &r);
			col += (int32_t)n;
			text += n;
			continue;
		}
		struct doc_word w = { .size = large ? 1800 : small ? 600 : 1000, .conf = 100, .run = run, .flags = bold ? DOC_BOLD : 0 };
		w.box = (struct doc_box){ 4000 + col * PAGE_CHAR, row * PAGE_LINE,
					  4000 + (col + (int32_t)chars) * PAGE_CHAR - 50, row * PAGE_LINE + w.size };
		doc_page_add_word(p, &w, (struct str){ text, n });
		col += (int32_t)chars;
		text += n;
	}
}

/* Reverse the words of a page: a reader must not care for their order. */
static inline void page_shuffle(struct doc_page_builder *p)
{
	struct doc_word *w = (struct doc_word *)(void *)p->words.p;
	size_t n = p->words.n / sizeof *w;
	for (size_t i = 0; i < n / 2; i++) {
		struct doc_word x = w[i];
		w[i] = w[n - 1 - i];
		w[n - 1 - i] = x;
	}
}

/* Open the frames in b, which are copied to a, aligned; b and p are done with. */
static inline bool page_doc_open(struct buf *b, struct doc_page_builder *p, struct arena *a, struct doc *out, struct err *e)
{
	uint64_t *bytes = ARENA_ARRAY(a, b->n / 8 + 1, uint64_t);
	bool ok = bytes && buf_ok(b, e);
	if (ok)
		memcpy(bytes, b->p, b->n);
	ok = ok && doc_open((struct str){ (char *)bytes, b->n }, &doc_limits_default, a, out, e);
	doc_page_builder_fini(p);
	buf_fini(b);
	return ok;
}

/* Frames of a document of these pages; an empty one could not be read; NULL ends the list. The bytes are aligned and live on a. */
static inline bool page_doc(const char *const *pages, bool shuffle, struct arena *a, struct doc *out, struct err *e)
{
	struct buf b;
	struct doc_page_builder p;
	uint32_t n = 0;
	buf_init(&b, 0);
	doc_page_builder_init(&p);
	while (pages[n])
		n++;
	doc_write_head(&b, STR("pdf"), STR("test"), n);
	for (uint32_t i = 0; i < n; i++) {
		doc_page_builder_start(&p, i + 1, 61200, 79200);
		page_text(&p, pages[i]);
		if (shuffle)
			page_shuffle(&p);
		if (!*pages[i]) {
			struct err why;
			err_set(&why, ERR_BROKEN, "damaged");
			doc_write_fault(&b, i + 1, &why);
		}
		doc_write_page(&b, &p);
	}
	doc_write_end(&b, n, 0);
	return page_doc_open(&b, &p, a, out, e);
}
