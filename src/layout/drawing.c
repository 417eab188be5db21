/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/drawing.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct drawing *drawing_new(void)
{
	struct drawing *g = calloc(1, sizeof(*g));
	assert_non_null(g);
	buf_init(&g->frames, 0);
	buf_init(&g->text, 0);
	arena_init(&g->a, "drawing", 0);
	g->pages_n = 1;
	g->format = "pdf";
	return g;
}

void drawing_free(struct drawing *g)
{
	buf_fini(&g->frames);
	buf_fini(&g->text);
	arena_fini(&g->a);
	free(g);
}

void drawing_page(struct drawing *g)
{
	assert_true(g->pages_n < DRAWING_PAGES);
	g->pages_n++;
}

static struct drawing_page *last_page(struct drawing *g)
{
	return &g->pages[g->pages_n - 1];
}

static int glyphs(struct str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

void drawing_text(struct drawing *g, int x, int y, int size, unsigned flags, const char *text)
{
	struct drawing_page *p = last_page(g);
	struct str rest = str_from(text), word;
	int left = x * 100, step = size * 50;
	while (rest.p) {
		rest = str_cut(rest, ' ', &word);
		if (word.n) {
			assert_true(p->words_n < DRAWING_WORDS && word.n < sizeof(p->words[0].text));
			struct drawing_word *w = &p->words[p->words_n++];
			memcpy(w->text, word.p, word.n);
			w->w = (struct doc_word){ .box = { left, y * 100, left + step * glyphs(word), y * 100 + size * 110 },
						  .size = (uint16_t)(size * 100), .conf = 100, .flags = (uint8_t)flags };
			if (flags & DOC_VERTICAL)
				w->w.box = (struct doc_box){ left, y * 100 - step * glyphs(word), left + size * 110, y * 100 };
		}
		if (flags & DOC_VERTICAL)
			y -= (glyphs(word) + 1) * step / 100;
		else
			left += (glyphs(word) + 1) * step;
	}
}

static void area_add(struct drawing *g, int x0, int y0, int x1, int y1, enum doc_rule_kind kind)
{
	struct drawing_page *p = last_page(g);
	assert_true(p->rules_n < DRAWING_RULES);
	p->rules[p->rules_n++] = (struct doc_rule){ .box = { x0 * 100, y0 * 100, x1 * 100, y1 * 100 }, .kind = (uint8_t)kind };
}

void drawing_rule(struct drawing *g, int x0, int y0, int x1, int y1)
{
	area_add(g, x0, y0, x1, y1, y0 == y1 ? DOC_RULE_HORIZONTAL : DOC_RULE_VERTICAL);
}

void drawing_fill(struct drawing *g, int x0, int y0, int x1, int y1)
{
	area_add(g, x0, y0, x1, y1, DOC_RULE_FILL);
}

/* ---- building */

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void shuffle(size_t *order, size_t n, unsigned *seed)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1 && *seed; i--) {
		size_t k = next_random(seed) % i, swap = order[i - 1];
		order[i - 1] = order[k];
		order[k] = swap;
	}
}

static void page_write(struct drawing *g, const struct drawing_page *p, uint32_t number, unsigned *seed)
{
	static size_t order[DRAWING_WORDS];
	struct doc_page_builder b;
	doc_page_builder_init(&b);
	doc_page_builder_start(&b, number, 61200, 79200);
	shuffle(order, p->words_n, seed);
	for (size_t i = 0; i < p->words_n; i++)
		doc_page_add_word(&b, &p->words[order[i]].w, str_from(p->words[order[i]].text));
	shuffle(order, p->rules_n, seed);
	for (size_t i = 0; i < p->rules_n; i++)
		doc_page_add_rule(&b, &p->rules[order[i]]);
	doc_write_page(&g->frames, &b);
	doc_page_builder_fini(&b);
}

void drawing_build(struct drawing *g, unsigned seed)
{
	struct err e = { 0 };
	arena_fini(&g->a);
	arena_init(&g->a, "drawing", 0);
	buf_clear(&g->frames);
	doc_write_head(&g->frames, str_from(g->format), STR("2026-01-01"), (uint32_t)g->pages_n);
	for (size_t i = 0; i < g->pages_n; i++)
		page_write(g, &g->pages[i], (uint32_t)i + 1, &seed);
	doc_write_end(&g->frames, (uint32_t)g->pages_n, 0);
	assert_true(doc_open(buf_view(&g->frames), NULL, &g->a, &g->d, &e));
	g->v = layout_build(&g->d, &g->a, &e);
	assert_non_null(g->v);
	g->spans = span_scan(g->v, &g->a, &e);
	assert_non_null(g->spans);
}

/* ---- showing */

static void line_show(struct drawing *g, uint32_t l)
{
	const struct view_line *line = &g->v->lines[l];
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		if (s > line->seg)
			buf_z(&g->text, " | ");
		layout_text(g->v, g->v->segs[s].word, g->v->segs[s].words, &g->text);
	}
}

const char *drawing_lines(struct drawing *g)
{
	buf_clear(&g->text);
	for (uint32_t l = 0; l < g->v->lines_n; l++) {
		line_show(g, l);
		buf_byte(&g->text, '\n');
	}
	return g->text.p;
}

static void span_show(struct drawing *g, const struct span *s)
{
	buf_str(&g->text, s->canon);
	if (s->extra.n) {
		buf_byte(&g->text, '/');
		buf_str(&g->text, s->extra);
	}
}

const char *drawing_spans(struct drawing *g, enum span_type type, unsigned quality)
{
	buf_clear(&g->text);
	for (uint32_t i = 0; i < g->spans->n; i++) {
		if (g->spans->items[i].type != type || g->spans->items[i].quality < quality)
			continue;
		if (g->text.n)
			buf_z(&g->text, "; ");
		span_show(g, &g->spans->items[i]);
	}
	return g->text.p;
}

static void view_show(struct drawing *g)
{
	const struct view *v = g->v;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		const struct view_line *x = &v->lines[l];
		buf_printf(&g->text, "%u %d,%d,%d,%d +%d s%u f%u l%u: ", x->page, x->box.x0, x->box.y0, x->box.x1, x->box.y1, x->leading,
			   x->section, x->flags, x->level);
		line_show(g, l);
		for (uint32_t s = x->seg; s < x->seg + x->segs; s++)
			buf_printf(&g->text, " b%u", v->segs[s].block);
		buf_byte(&g->text, '\n');
	}
	for (uint32_t c = 0; c < v->cells_n; c++)
		buf_printf(&g->text, "cell %u %u %u+%u %u+%u %d,%d\n", v->cells[c].page, v->cells[c].grid, v->cells[c].row, v->cells[c].row_span,
			   v->cells[c].col, v->cells[c].col_span, v->cells[c].box.x0, v->cells[c].box.y0);
	buf_printf(&g->text, "%s %d %d\n", v->lang, v->day_first, v->decimal_comma);
}

const char *drawing_dump(struct drawing *g)
{
	buf_clear(&g->text);
	view_show(g);
	for (uint32_t i = 0; i < g->spans->n; i++) {
		const struct span *s = &g->spans->items[i];
		buf_printf(&g->text, "%d %u+%u %u,%u %u ", s->type, s->word, s->words, s->skip, s->cut, s->quality);
		span_show(g, s);
		buf_byte(&g->text, '\n');
	}
	for (uint32_t p = 0; p < g->v->pages_n; p++) {
		layout_write_text(g->v, p, &g->text);
		layout_write_markdown(g->v, p, &g->text);
	}
	return g->text.p;
}
