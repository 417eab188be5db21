/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test-table - records of pages drawn in ASCII: a character is 5 pt wide and a line 12 pt high, a line
 * of '=' is a horizontal rule, a '|' alone a piece of a vertical one, '^' before a
 * word makes it bold, '!' large, '~' one read off a picture, '`' parts two words by less than a character, '\f' begins a page.
 */
#pragma once
#include "extract/records.h"
#include "base/buf.h"
#include "layout/span.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#define CHAR 500
#define LEADING 1200
#define GLYPH 900

struct result {
	struct arena a;
	struct buf frames;
	struct view *v;
	struct plan *plan;
	struct records out[8];
	struct table_map map;
	struct buf text;
};

/* ---- drawing */

static inline void draw_rule(struct doc_page_builder *p, int32_t y, size_t from, size_t to)
{
	struct doc_rule r = { .box = { (int32_t)from * CHAR, y, (int32_t)to * CHAR, y + 50 }, .kind = DOC_RULE_HORIZONTAL };
	doc_page_add_rule(p, &r);
}

static inline void draw_line(struct doc_page_builder *p, struct str line, int32_t y, uint16_t *run)
{
	size_t from = 0;
	while (from < line.n && line.p[from] == ' ')
		from++;
	if (line.n - from >= 3 && !memcmp(line.p + from, "===", 3)) {
		draw_rule(p, y + LEADING / 2, from, line.n);
		return;
	}
	for (size_t i = 0; i < line.n;) {
		size_t start = i;
		int32_t near = i && line.p[i - 1] == '`' ? CHAR / 2 : 0;
		while (i < line.n && line.p[i] != ' ' && line.p[i] != '`')
			i++;
		if (i == start + 1 && line.p[start] == '|') {
			int32_t x = (int32_t)start * CHAR + CHAR / 2;
			struct doc_rule r = { .box = { x, y - 150, x + 50, y + LEADING }, .kind = DOC_RULE_VERTICAL };
			doc_page_add_rule(p, &r);
		} else if (i > start) {
			bool bold = line.p[start] == '^', picture = line.p[start] == '~', large = line.p[start] == '!' && i > start + 1;
			size_t sign = bold || picture || large;
			struct str w = { line.p + start + sign, i - start - sign };
			struct doc_word d = { .box = { (int32_t)start * CHAR - near, y, (int32_t)i * CHAR - 50, y + GLYPH }, .size = large ? GLYPH * 3 / 2 : GLYPH,
					      .conf = 100, .flags = bold ? DOC_BOLD : 0, .run = *run,
					      .source = picture ? DOC_SOURCE_OCR : DOC_SOURCE_TEXT };
			doc_page_add_word(p, &d, w);
		}
		for (start = i; i < line.n && (line.p[i] == ' ' || line.p[i] == '`');)
			i++;
		*run += i - start > 1;
	}
	(*run)++;
}

static inline void draw(struct result *r, const char *pages)
{
	struct doc_page_builder p;
	struct str rest = str_from(pages), page, line;
	uint32_t n = 0;
	doc_page_builder_init(&p);
	doc_write_head(&r->frames, STR("pdf"), STR("2026-01-01"), 1);
	while (rest.n) {
		int32_t y = 4000;
		uint16_t run = 1;
		rest = str_cut(rest, '\f', &page);
		doc_page_builder_start(&p, ++n, 61200, 79200);
		for (; page.n; y += LEADING) {
			page = str_cut(page, '\n', &line);
			draw_line(&p, line, y, &run);
		}
		doc_write_page(&r->frames, &p);
	}
	doc_write_end(&r->frames, n, 0);
	doc_page_builder_fini(&p);
}

/* ---- running */

static inline void result_fini(struct result *r)
{
	buf_fini(&r->frames);
	buf_fini(&r->text);
	arena_fini(&r->a);
	free(r);
}

static inline struct result *run(const char *schema, const char *pages)
{
	struct result *r = calloc(1, sizeof(*r));
	struct doc *d = NULL;
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	assert_non_null(r);
	arena_init(&r->a, "test", 0);
	buf_init(&r->frames, 0);
	buf_init(&r->text, 0);
	draw(r, pages);
	d = ARENA_NEW(&r->a, struct doc);
	if (!doc_open(buf_view(&r->frames), &doc_limits_default, &r->a, d, &e))
		fail_msg("%s", e.text);
	struct json *j = json_parse(str_from(schema), &json_limits_default, &r->a, &e);
	struct schema_node *root = j ? schema_check(j, strlen(schema), &r->a, &problems, &n) : NULL;
	struct intern *in = intern_new(&r->a);
	r->plan = root ? plan_compile(root, 0, in, &r->a, &e) : NULL;
	r->v = layout_build(d, &r->a, &e);
	struct spans *sp = r->v ? span_scan(r->v, &r->a, &e) : NULL;
	if (!r->plan || !sp || !records_recover(r->v, sp, in, r->plan, r->out, &r->map, &r->a, &e))
		fail_msg("%s", e.text);
	return r;
}

static inline void write_cell(struct result *r, const struct found *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct str w = r->v->words[f->words[i]].text;
		if (i == 0) {
			w.p += f->skip;
			w.n -= f->skip;
		}
		if (i + 1 == f->n)
			w.n -= f->cut;
		if (i)
			buf_byte(&r->text, ' ');
		buf_str(&r->text, w);
	}
}

/* Records of array k as text: cells between bars, one record a line; children indented below. */
static inline const char *show_records(struct result *r, const struct plan_array *a, const struct record *items, size_t n, int depth)
{
	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < depth; k++)
			buf_z(&r->text, "  ");
		for (size_t f = 0; f < a->fields_n; f++) {
			if (f)
				buf_byte(&r->text, '|');
			write_cell(r, &items[i].cell[f]);
		}
		buf_byte(&r->text, '\n');
		for (size_t c = 0; c < a->children_n && items[i].child; c++)
			show_records(r, &a->children[c], items[i].child[c], items[i].child_n[c], depth + 1);
	}
	return r->text.p;
}

static inline const char *show(struct result *r, size_t k)
{
	buf_clear(&r->text);
	return show_records(r, &r->plan->arrays[k], r->out[k].items, r->out[k].n, 0);
}

static inline uint32_t left_out(const struct records *r, const char *reason)
{
	for (size_t i = 0; i < r->left_out_n; i++)
		if (!strcmp(r->left_out[i].reason, reason))
			return r->left_out[i].count;
	return 0;
}

static inline void expect(const char *schema, const char *pages, const char *want)
{
	struct result *r = run(schema, pages);
	assert_string_equal(show(r, 0), want);
	result_fini(r);
}

#define ARRAY(name, props) \
	"{\"type\":\"object\",\"properties\":{\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" props "}}}}}"
#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"
#define ITEMS ARRAY("items", TEXT("position") "," TEXT("description") "," NUMBER("quantity") "," NUMBER("unit_price") "," NUMBER("amount"))
