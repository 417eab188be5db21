/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results-merge.h"

/* The lines of text from the nth on; p NULL = there are none. */
static struct str lines_from(struct str text, size_t n)
{
	size_t at = 0;
	while (n-- && at < text.n)
		results_line(text, &at);
	return at < text.n ? (struct str){ text.p + at, text.n - at } : (struct str){ NULL, 0 };
}

static struct str first_line(struct str text)
{
	size_t at = 0;
	return results_line(text, &at);
}

static size_t columns_of(struct str row)
{
	struct buf cell = BUF_INIT(0);
	size_t n = 0;
	for (size_t at = 0; results_cell(row, &at, &cell);)
		n++;
	buf_fini(&cell);
	return n;
}

static const struct layout_part *part_of(const struct page *p, size_t i)
{
	return (const struct layout_part *)(const void *)p->parts.rows.p + i;
}

/* Do all of its words stand in lines that come back on every page? */
static bool runs_along(const struct page *p, size_t part)
{
	const struct layout_word *w = (const struct layout_word *)(const void *)p->parts.words.p;
	for (size_t i = 0; i < p->parts.words.n / sizeof(*w); i++)
		if (w[i].part == part && !(p->v->lines[p->v->words[w[i].word].line].flags & VIEW_RUNNING))
			return false;
	return true;
}

bool merge_table(const struct page *p, enum merge_end end, size_t *part)
{
	bool found = false;
	struct str md;
	for (size_t i = 0; results_item(p, &i, &md); i++) {
		if (runs_along(p, i))
			continue;
		*part = i;
		found = md.n && md.p[0] == '|';
		if (end == MERGE_FIRST)
			break;
	}
	return found;
}

bool merge_fits(const struct page *a, size_t part, const struct page *b, size_t next)
{
	struct str above = first_line(results_part_text(a, part)), below = first_line(results_part_text(b, next));
	const struct doc_box *p = &part_of(a, part)->box, *q = &part_of(b, next)->box;
	int32_t left = p->x0 > q->x0 ? p->x0 : q->x0, right = p->x1 < q->x1 ? p->x1 : q->x1;
	int32_t narrow = p->x1 - p->x0 < q->x1 - q->x0 ? p->x1 - p->x0 : q->x1 - q->x0;
	return columns_of(above) == columns_of(below) && (int64_t)(right - left) * 5 >= (int64_t)narrow * 4;
}

/* Put text in place of some bytes of a page's text; the parts behind move along. */
static void put(struct buf *b, struct layout_parts *parts, size_t part, size_t at, size_t n, struct str text)
{
	struct layout_part *rows = (struct layout_part *)(void *)parts->rows.p;
	struct buf out = BUF_INIT(0);
	buf_add(&out, b->p, at);
	buf_str(&out, text);
	buf_add(&out, b->p + at + n, b->n - at - n);
	for (size_t i = part + 1; i < parts->rows.n / sizeof(*rows); i++)
		rows[i].at += text.n - n; /* unsigned: wraps back */
	out.failed |= b->failed;
	buf_fini(b);
	*b = out;
}

static void add_rows(struct buf *b, struct layout_parts *parts, size_t part, struct str table, struct str next)
{
	const struct layout_part *rows = (const struct layout_part *)(const void *)parts->rows.p;
	struct buf text = BUF_INIT(0);
	bool again = str_eq(first_line(table), first_line(next));
	struct str body = lines_from(next, 2); /* behind the rule under the head */
	if (!again) {
		buf_byte(&text, '\n');
		buf_str(&text, first_line(next));
	}
	if (body.p) {
		buf_byte(&text, '\n');
		buf_str(&text, body);
	}
	put(b, parts, part, rows[part].at + table.n, 0, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

void merge_rows(struct page *a, size_t part, const struct page *b, size_t next)
{
	if (a->style->links)
		add_rows(&a->linked, &a->linked_parts, part, results_item_shown(a, part), results_item_shown(b, next));
	add_rows(&a->markdown, &a->parts, part, results_part_text(a, part), results_part_text(b, next));
}

/* With the blank line behind it. */
static void cut(struct buf *b, struct layout_parts *parts, size_t part)
{
	const struct layout_part *rows = (const struct layout_part *)(const void *)parts->rows.p;
	size_t n = parts->rows.n / sizeof(*rows), end = part + 1 < n && rows[part + 1].at < b->n ? rows[part + 1].at : b->n;
	put(b, parts, part, rows[part].at, end - rows[part].at, STR(""));
	while (b->n > 1 && b->p[b->n - 1] == '\n' && b->p[b->n - 2] == '\n')
		b->p[--b->n] = '\0';
}

void merge_away(struct page *p, size_t part)
{
	if (p->style->links)
		cut(&p->linked, &p->linked_parts, part);
	cut(&p->markdown, &p->parts, part);
	p->away = part;
}
