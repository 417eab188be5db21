/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is noted beside the text of a page: printed numbers of lines and revisions, each with the place in the final
 * markdown of what it is about, counted in UTF-16 units as clients count.
 */
#include "work/results-private.h"

#include "json/json.h"
#include "layout/gutter.h"

/* Bytes of the final markdown as UTF-16 units; asked for in any order, counted from where it is nearest behind. */
struct ruler {
	struct str text;
	size_t byte, units;
};

static size_t units_at(struct ruler *r, size_t byte)
{
	if (byte < r->byte)
		r->byte = r->units = 0;
	while (r->byte < byte && r->byte < r->text.n)
		r->units += str_utf8_next(r->text, &r->byte) >= 0x10000 ? 2 : 1;
	return r->units;
}

/* Words of the page in the order of its markdown. Tables that were merged over pages have moved: then there are none. */
static const struct layout_word *words_of(const struct page *p, size_t *n)
{
	const struct layout_parts *shown = results_shown_parts(p);
	*n = p->whole == SIZE_MAX && p->away == SIZE_MAX ? shown->words.n / sizeof(struct layout_word) : 0;
	return (const struct layout_word *)(const void *)shown->words.p;
}

struct stretch { /* of the markdown, in bytes */
	size_t from, end;
	struct doc_box box;
	bool found;
};

static void stretch_take(const struct page *p, const struct layout_word *w, struct stretch *s)
{
	const struct doc_box *b = &p->v->words[w->word].box;
	size_t ahead = results_pictures_ahead(p, w->part), from = w->at + ahead, end = w->end + ahead;
	if (!s->found) {
		*s = (struct stretch){ from, end, *b, true };
		return;
	}
	s->from = from < s->from ? from : s->from;
	s->end = end > s->end ? end : s->end;
	s->box = (struct doc_box){ b->x0 < s->box.x0 ? b->x0 : s->box.x0, b->y0 < s->box.y0 ? b->y0 : s->box.y0,
				   b->x1 > s->box.x1 ? b->x1 : s->box.x1, b->y1 > s->box.y1 ? b->y1 : s->box.y1 };
}

/* ---- printed numbers of lines */

static void number_write(const struct page *p, struct ruler *ruler, const struct layout_numbered *k, const char **comma, struct buf *b)
{
	const struct view_line *line = &p->v->lines[k->line];
	struct stretch s = { .found = false };
	size_t n;
	const struct layout_word *words = words_of(p, &n);
	for (size_t i = 0; i < n; i++)
		if (words[i].word != k->word && words[i].word >= line->word && words[i].word < line->word + line->words)
			stretch_take(p, &words[i], &s);
	if (!s.found) /* a line without text, or in a table that moved */
		return;
	buf_printf(b, "%s{\"line_number\":", *comma);
	json_write_str(b, p->v->words[k->word].text);
	size_t from = units_at(ruler, s.from);
	buf_printf(b, ",\"start_index\":%zu,\"end_index\":%zu}", from, units_at(ruler, s.end));
	*comma = ",";
}

void results_line_numbers(const struct page *p, struct buf *b)
{
	struct arena a;
	struct layout_numbered *lines = NULL;
	struct ruler ruler = { .text = results_shown(p) };
	const char *comma = "";
	if (!p->style->numbered)
		return;
	arena_init(&a, "line numbers", 0);
	size_t n = layout_line_numbers(p->v, p->index, &a, &lines);
	buf_z(b, ",\"line_numbers\":[");
	for (size_t i = 0; i < n; i++)
		number_write(p, &ruler, &lines[i], &comma, b);
	buf_byte(b, ']');
	arena_fini(&a);
}

/* ---- revisions */

static bool lies_in(const struct doc_box *b, const struct doc_box *in)
{
	int32_t x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;
	return x >= in->x0 && x <= in->x1 && y >= in->y0 && y <= in->y1;
}

/* The letters of a text, one after the other, without what stands between words. */
static bool take_letters(struct str content, size_t *at, struct str word)
{
	size_t k = *at, i = 0;
	while (i < word.n) {
		while (k < content.n && (unsigned char)content.p[k] <= ' ')
			k++;
		if (k >= content.n || content.p[k] != word.p[i])
			return false;
		k++;
		i++;
	}
	*at = k;
	return true;
}

/* Does the content end within or after the words from i on, all of them in the box? Then how many they are. */
static size_t run_of(const struct page *p, const struct layout_word *w, size_t n, size_t i, const struct results_revision *r)
{
	size_t at = 0, k = i;
	while (k < n && lies_in(&p->v->words[w[k].word].box, &r->box) && take_letters(r->content, &at, p->v->words[w[k].word].text))
		k++;
	while (at < r->content.n && (unsigned char)r->content.p[at] <= ' ')
		at++;
	return k > i && at == r->content.n ? k - i : 0;
}

/* The words that a revision is about: those it shows itself, else all that it has the place of. */
static struct stretch target_of(const struct page *p, const struct results_revision *r, struct buf *text)
{
	struct stretch s = { .found = false };
	size_t n, from = 0, run = 0;
	const struct layout_word *w = words_of(p, &n);
	bool shown = str_eq_z(r->type, "inserted") || str_eq_z(r->type, "moved_to") || str_eq_z(r->type, "formatted");
	for (size_t i = 0; shown && i < n && !run; i++) {
		run = run_of(p, w, n, i, r);
		from = i;
	}
	for (size_t i = run ? from : 0, end = run ? from + run : n; i < end; i++) {
		if (!run && !lies_in(&p->v->words[w[i].word].box, &r->box))
			continue;
		stretch_take(p, &w[i], &s);
		buf_z(text, text->n ? " " : "");
		buf_str(text, p->v->words[w[i].word].text);
	}
	return s;
}

static void write_place(const char *key, const struct doc_box *box, struct buf *b)
{
	buf_printf(b, ",\"%s\":{", key);
	results_box(box, b);
	buf_byte(b, '}');
}

static void revision_write(const struct page *p, struct ruler *ruler, const struct results_revision *r, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	struct stretch s = target_of(p, r, &text);
	buf_z(b, "{\"type\":");
	json_write_str(b, r->type);
	buf_z(b, ",\"author\":");
	if (r->author.n)
		json_write_str(b, r->author);
	else
		buf_z(b, "null");
	buf_z(b, ",\"content\":");
	json_write_str(b, r->content);
	buf_z(b, ",\"target\":");
	json_write_str(b, buf_view(&text));
	write_place("revision_bbox", &r->box, b);
	write_place("target_bbox", s.found ? &s.box : &r->box, b);
	if (s.found) {
		size_t from = units_at(ruler, s.from);
		buf_printf(b, ",\"start_index\":%zu,\"end_index\":%zu}", from, units_at(ruler, s.end));
	} else {
		buf_z(b, ",\"start_index\":null,\"end_index\":null}");
	}
	b->failed |= text.failed;
	buf_fini(&text);
}

void results_revisions(const struct page *p, struct buf *b)
{
	struct ruler ruler = { .text = results_shown(p) };
	if (!p->style->revised)
		return;
	buf_z(b, ",\"revisions\":[");
	for (size_t i = 0; i < p->revisions_n; i++) {
		buf_z(b, i ? "," : "");
		revision_write(p, &ruler, &p->revisions[i], b);
	}
	buf_byte(b, ']');
}
