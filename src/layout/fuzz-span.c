/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as lines of words: what a scanner reads as a date, a number or an amount is written as such. */
#include "base/str.h"
#include "layout/layout.h"
#include "layout/span.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MOST_TEXT = 4000, CHAR = 500, LINE = 1400 };

static bool is_blank(char c)
{
	return (unsigned char)c <= 0x20 || c == 0x7F;
}

/* A word for each run without blanks, a line for each line; two blanks make a gap that ends a segment. */
static void add_words(struct doc_page_builder *p, struct str text)
{
	int32_t x = 3600, y = 3600;
	for (size_t i = 0; i < text.n;) {
		size_t start = i;
		while (i < text.n && !is_blank(text.p[i]))
			i++;
		struct doc_word w = { .box = { x, y, x + (int32_t)(i - start) * CHAR, y + 1100 }, .size = 1000, .conf = 100 };
		if (i > start)
			doc_page_add_word(p, &w, (struct str){ text.p + start, i - start });
		x = w.box.x1;
		for (; i < text.n && is_blank(text.p[i]); i++) {
			x += CHAR;
			if (text.p[i] == '\n') {
				y += LINE;
				x = 3600;
			}
		}
	}
}

static void write_document(struct buf *b, struct str text)
{
	struct doc_page_builder p;
	doc_write_head(b, STR("fuzz"), STR("1"), 1);
	doc_page_builder_init(&p);
	doc_page_builder_start(&p, 1, 5000000, 7000000);
	add_words(&p, text);
	doc_write_page(b, &p);
	doc_write_end(b, 1, 0);
	doc_page_builder_fini(&p);
}

/* "2026", "2026-11" or "2026-11-03": digits where they are due, a month and a day that exist. */
static bool is_date(struct str s)
{
	int month = 1, day = 1;
	if (s.n != 4 && s.n != 7 && s.n != 10)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((i == 4 || i == 7) ? s.p[i] != '-' : s.p[i] < '0' || s.p[i] > '9')
			return false;
	if (s.n >= 7)
		month = (s.p[5] - '0') * 10 + s.p[6] - '0';
	if (s.n == 10)
		day = (s.p[8] - '0') * 10 + s.p[9] - '0';
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool is_number(struct str s)
{
	size_t digits = 0, points = 0;
	for (size_t i = 0; i < s.n; i++) {
		digits += s.p[i] >= '0' && s.p[i] <= '9';
		points += s.p[i] == '.';
		if (!(s.p[i] >= '0' && s.p[i] <= '9') && s.p[i] != '.' && !(s.p[i] == '-' && i == 0))
			return false;
	}
	return digits && points <= 1;
}

static void check(const struct view *v, const struct span *x)
{
	const struct view_word *last = &v->words[x->word + x->words - 1];
	if (x->words == 0 || x->word + x->words > v->words_n || x->skip >= v->words[x->word].text.n || x->cut >= last->text.n)
		abort();
	if (!str_utf8_ok(x->canon) || x->quality > 100)
		abort();
	if (x->type == SPAN_DATE && !is_date(x->canon))
		abort();
	if ((x->type == SPAN_NUMBER || x->type == SPAN_MONEY || x->type == SPAN_PERCENT) && !is_number(x->canon))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf b = BUF_INIT(0);
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	struct str text = { (const char *)data, n < MOST_TEXT ? n : MOST_TEXT };
	arena_init(&a, "fuzz", 1 << 28);
	write_document(&b, text);
	struct view *v = doc_open(buf_view(&b), NULL, &a, &d, &e) ? layout_build(&d, &a, &e) : NULL;
	struct spans *s = v ? span_scan(v, &a, &e) : NULL;
	for (uint32_t i = 0; s && i < s->n; i++)
		check(v, &s->items[i]);
	arena_fini(&a);
	buf_fini(&b);
	return 0;
}
