/* SPDX-License-Identifier: Apache-2.0 */
/* What a parse leaves besides its members: words with their boxes, boxes of items, text without formatting. */
#include "work/results-private.h"

#include "json/json.h"

/* ---- boxes: of a word, or of several that were written one after the other */

static void write_span(const struct view *v, const struct layout_word *w, size_t n, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	struct doc_box box = v->words[w[0].word].box;
	unsigned conf = 100;
	for (size_t i = 0; i < n; i++) {
		const struct view_word *word = &v->words[w[i].word];
		box.x0 = word->box.x0 < box.x0 ? word->box.x0 : box.x0;
		box.y0 = word->box.y0 < box.y0 ? word->box.y0 : box.y0;
		box.x1 = word->box.x1 > box.x1 ? word->box.x1 : box.x1;
		box.y1 = word->box.y1 > box.y1 ? word->box.y1 : box.y1;
		conf = word->conf < conf ? word->conf : conf;
		buf_z(&text, i ? " " : "");
		buf_str(&text, word->text);
	}
	buf_z(b, "\"text\":");
	json_write_str(b, buf_view(&text));
	buf_byte(b, ',');
	box = layout_on_page(v, v->words[w[0].word].page, box);
	results_box(&box, b);
	buf_printf(b, ",\"confidence\":%u.%02u}", conf / 100, conf % 100);
	b->failed |= text.failed;
	buf_fini(&text);
}

void results_raw_words(struct page *p, struct buf *b)
{
	const struct view_page *page = &p->v->pages[p->index];
	for (uint32_t w = page->word; w < page->word + page->words; w++) {
		buf_printf(b, "{\"page_number\":%u,", page->page->number);
		write_span(p->v, &(struct layout_word){ .word = w }, 1, b);
		buf_byte(b, '\n');
	}
}

/* ---- boxes of an item */

static bool same_cell(const struct layout_word *a, const struct layout_word *b)
{
	return a->row == b->row && a->column == b->column;
}

static bool one_word(const struct view *v, const struct layout_word *a, const struct layout_word *b)
{
	return false;
}

static bool one_line(const struct view *v, const struct layout_word *a, const struct layout_word *b)
{
	return same_cell(a, b) && v->words[a->word].line == v->words[b->word].line;
}

static bool one_cell(const struct view *v, const struct layout_word *a, const struct layout_word *b)
{
	return same_cell(a, b);
}

static const struct level {
	unsigned bit;
	const char *name;
	bool (*joins)(const struct view *v, const struct layout_word *a, const struct layout_word *b);
	bool of_tables;
} levels[] = {
	{ RESULTS_BOX_WORD, "words", one_word, false },
	{ RESULTS_BOX_LINE, "lines", one_line, false },
	{ RESULTS_BOX_CELL, "cells", one_cell, true },
};

static void write_level(const struct page *p, const struct level *level, const struct layout_word *w, size_t n, struct buf *b)
{
	const char *comma = "";
	buf_printf(b, "\"%s\":[", level->name);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && level->joins(p->v, &w[i], &w[k]);)
			k++;
		if (level->of_tables && w[i].row == LAYOUT_NO_CELL)
			continue;
		buf_printf(b, "%s{", comma);
		if (level->of_tables)
			buf_printf(b, "\"row\":%u,\"column\":%u,", w[i].row, w[i].column);
		write_span(p->v, &w[i], k - i, b);
		comma = ",";
	}
	buf_byte(b, ']');
}

void results_grounding(const struct page *p, size_t i, size_t *at, struct buf *b)
{
	const struct layout_word *words = (const struct layout_word *)(const void *)p->parts.words.p;
	size_t n = p->parts.words.n / sizeof(*words), end;
	const char *comma = "";
	while (*at < n && words[*at].part < i)
		++*at;
	for (end = *at; end < n && words[end].part == i;)
		end++;
	buf_z(b, ",\"grounding\":{");
	for (size_t k = 0; k < sizeof(levels) / sizeof(levels[0]); k++) {
		if (!(p->style->boxes & levels[k].bit))
			continue;
		buf_z(b, comma);
		write_level(p, &levels[k], words + *at, end - *at, b);
		comma = ",";
	}
	buf_byte(b, '}');
	*at = end;
}

/* ---- markdown without its marks */

static bool is_rule(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (!memchr("|- ", line.p[i], 3))
			return false;
	return line.n > 2 && line.p[0] == '|';
}

static void strip_row(struct str line, struct buf *out)
{
	struct buf cell = BUF_INIT(0);
	bool first = true;
	for (size_t at = 0; results_cell(line, &at, &cell); first = false) {
		buf_z(out, first ? "" : "  ");
		buf_str(out, buf_view(&cell));
	}
	out->failed |= cell.failed;
	buf_fini(&cell);
}

static void strip_text(struct str line, struct buf *out)
{
	size_t at = 0;
	while (at < line.n && line.p[at] == '#')
		at++;
	at = at < line.n && line.p[at] == ' ' ? at : 0;
	if (str_starts(line, STR("- ")))
		at = 2;
	struct str text = str_trim((struct str){ line.p + at, line.n - at });
	for (size_t i = 0; i < text.n; i++) {
		i += text.p[i] == '\\' && i + 1 < text.n;
		buf_byte(out, text.p[i]);
	}
}

static void strip(struct str md, struct buf *out)
{
	for (size_t at = 0; at < md.n;) {
		struct str line = results_line(md, &at);
		if (is_rule(line))
			continue;
		(line.n && line.p[0] == '|' ? strip_row : strip_text)(line, out);
		buf_byte(out, '\n');
	}
	while (out->n && out->p[out->n - 1] == '\n')
		out->p[--out->n] = '\0';
}

void results_stripped(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	if (results_failed(p, b))
		return;
	strip(buf_view(&p->markdown), &text);
	buf_z(b, ",\"success\":true,\"markdown\":");
	json_write_str(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

void results_stripped_share(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	strip(buf_view(&p->markdown), &text);
	buf_str(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}
