/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headings: short lines that stand alone in their row and are larger, bolder or
 * in capitals against the body, or numbered, with no more space below than
 * above. Their styles, ranked over the document, give the levels; each line
 * then knows the heading in force.
 */
#include "layout/layout-private.h"

#include <stdlib.h>

#define LARGER 115 /* percent of the body size */
#define LARGER_SCAN 145 /* the same of recognised text, whose heights are those of its letters */
enum { MOST_WORDS = 12, MOST_STYLES = 256, LEVELS = 6 };

void headings_body_add(struct heading_body *b, const struct view *v)
{
	for (uint32_t s = 0; s < v->segs_n; s++) {
		const struct view_seg *seg = &v->segs[s];
		b->all += seg->words;
		b->bold += seg->bold ? seg->words : 0;
		b->upper += text_is_upper(v, seg->word, seg->words) ? seg->words : 0;
	}
}

/* Depth of "1.", "2.3", "IV.", "(a)", "§ 5", else 0. */
static uint8_t number_depth(struct str s)
{
	uint8_t depth = 0;
	bool digits = false;
	if (s.n > 12)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		if (char_is_digit((unsigned char)s.p[i])) {
			depth += !digits;
			digits = true;
		} else if (s.p[i] == '.' || (s.p[i] == ')' && i + 1 == s.n)) {
			digits = false;
		} else {
			depth = 0;
			break;
		}
	}
	if (depth)
		return depth <= 5 && (depth > 1 || !digits || s.n <= 2) ? depth : 0;
	size_t end = s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')') ? s.n - 1 : 0, start = s.n && s.p[0] == '(';
	for (size_t i = start; i < end; i++)
		if (!char_is_roman((unsigned char)s.p[i]) && end - start > 1)
			return 0;
	return end > start && char_is_letter((unsigned char)s.p[start]) ? 1 : 0;
}

struct shape {
	uint32_t letters, others;
	bool colon_inside, ends_open;
};

static struct shape shape_of(const struct view *v, const struct view_line *l)
{
	struct shape x = { 0 };
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct str s = v->words[w].text;
		for (size_t i = 0; i < s.n;)
			if (char_is_letter(str_utf8_next(s, &i)))
				x.letters++;
			else
				x.others++;
		uint32_t last = char_last(s);
		x.colon_inside |= last == ':' && w + 1 < l->word + l->words;
		x.ends_open = last == ',' || last == ';' || (last == '.' && s.n > 3) || char_is_dash(last);
	}
	return x;
}

static bool stands_alone(const struct view *v, const struct view_line *l)
{
	if (l->segs == 1)
		return true;
	return l->segs == 2 && v->segs[l->seg].words == 1 && number_depth(v->words[l->word].text);
}

/* No more space below than above. */
static bool leans_down(const struct view *v, const struct view_page *p, uint32_t line)
{
	const struct view_line *l = &v->lines[line];
	if (line + 1 >= p->line + p->lines || l->leading == 0)
		return true;
	return v->lines[line + 1].leading <= l->leading + l->leading / 8;
}

static bool same_style(const struct view *v, const struct view_seg *p, const struct view_seg *q)
{
	return p->bold == q->bold && abs(p->size - q->size) * 20 <= p->size &&
	       text_is_upper(v, p->word, p->words) == text_is_upper(v, q->word, q->words);
}

/* Place of a segment in its block; they ascend. */
static uint32_t place_in(const struct view *v, const struct view_block *k, const struct view_seg *s)
{
	uint32_t lo = 0, hi = k->segs_n, seg = (uint32_t)(s - v->segs);
	while (hi - lo > 1) {
		uint32_t mid = (lo + hi) / 2;
		if (k->segs[mid] <= seg)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

/* A paragraph or a cell set in bold or capitals: three segments running look alike. */
static bool is_paragraph(const struct view *v, const struct view_seg *s)
{
	const struct view_block *k = &v->blocks[s->block];
	uint32_t first = place_in(v, k, s), last = first;
	while (first > 0 && last - first < 2 && same_style(v, &v->segs[k->segs[first - 1]], s))
		first--;
	while (last + 1 < k->segs_n && last - first < 2 && same_style(v, &v->segs[k->segs[last + 1]], s))
		last++;
	return last - first >= 2;
}

/* Small print at the right edge is a value without its label rather than a title. */
static bool stands_aside(const struct view_page *p, const struct view_seg *s)
{
	return s->box.x0 > p->page->width / 5 * 3 && s->size * 2 < p->body_size * 3;
}

bool heading_read(const struct view *v, uint32_t line, struct heading *h)
{
	const struct view_line *l = &v->lines[line];
	const struct view_page *p = &v->pages[l->page];
	const struct view_seg *s = &v->segs[l->seg + l->segs - 1];
	if (l->words > MOST_WORDS || !stands_alone(v, l) || (v->words[l->word].flags & DOC_VERTICAL))
		return false;
	struct shape x = shape_of(v, l);
	uint8_t depth = l->words > 1 ? number_depth(v->words[l->word].text) : 0;
	int64_t percent = v->words[l->word].source == DOC_SOURCE_OCR ? LARGER_SCAN : LARGER;
	bool upper = text_is_upper(v, l->word, l->words), larger = s->size * INT64_C(100) >= p->body_size * percent;
	if (stands_aside(p, s) || x.letters < 3 || x.others * 3 > x.letters * 2 || x.colon_inside || x.ends_open)
		return false;
	/* A number alone makes a list item as well as a heading: it must be set apart too. */
	bool numbered = depth && char_is_upper(char_first(v->words[l->word + 1].text)) && l->leading > 2 * s->size;
	if (!larger && ((!s->bold && !upper && !numbered) || is_paragraph(v, s) || !leans_down(v, p, line)))
		return false;
	*h = (struct heading){ .line = line, .style = { (s->size + 25) / 50, s->bold, upper }, .depth = depth, .larger = larger,
			       .numbered = numbered, .prose = (l->flags & VIEW_PROSE) != 0 };
	return true;
}

bool heading_holds(const struct heading *h, const struct heading_body *b)
{
	bool strong = (h->style.bold && b->bold * 2 <= b->all) || (h->style.upper && b->upper * 2 <= b->all);
	return h->larger || strong || (h->numbered && !h->prose);
}

/* ---- levels */

static int style_cmp(const void *a, const void *b)
{
	const struct heading_style *p = a, *q = b;
	if (p->size != q->size)
		return p->size > q->size ? -1 : 1;
	if (p->bold != q->bold)
		return p->bold ? -1 : 1;
	return q->upper - p->upper;
}

static size_t styles_collect(const struct heading *c, size_t n, struct heading_style *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < n && kept < MOST_STYLES; i++) {
		bool known = false;
		for (size_t k = 0; k < kept && !known; k++)
			known = style_cmp(&out[k], &c[i].style) == 0;
		if (!known)
			out[kept++] = c[i].style;
	}
	qsort(out, kept, sizeof(*out), style_cmp);
	return kept;
}

void headings_rank(struct heading *h, size_t n)
{
	struct heading_style styles[MOST_STYLES];
	size_t styles_n = styles_collect(h, n, styles);
	for (size_t i = 0; i < n; i++) {
		size_t level = 1;
		for (size_t k = 0; k < styles_n && style_cmp(&styles[k], &h[i].style) != 0; k++)
			level++;
		level += h[i].depth > 1 ? h[i].depth - 1u : 0;
		h[i].level = (uint8_t)(level < LEVELS ? level : LEVELS);
	}
}

void heading_apply(struct view_line *l, const struct heading *h)
{
	l->flags |= VIEW_HEADING;
	l->flags &= (uint8_t)~VIEW_PROSE;
	l->level = h->level;
}

static void sections_set(struct view *v)
{
	uint32_t section = VIEW_NONE;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		if (v->lines[l].flags & VIEW_HEADING)
			section = l;
		v->lines[l].section = v->lines[l].flags & VIEW_RUNNING ? VIEW_NONE : section;
	}
}

bool headings_mark(struct build *b)
{
	struct view *v = b->v;
	struct heading_body body = { 0 };
	struct vec t = { .size = sizeof(struct heading) };
	headings_body_add(&body, v);
	for (uint32_t l = 0; l < v->lines_n; l++) {
		struct heading h, *out;
		if ((v->lines[l].flags & VIEW_RUNNING) || !heading_read(v, l, &h) || !heading_holds(&h, &body))
			continue;
		out = vec_add(&t, &b->scratch);
		if (!out)
			return false;
		*out = h;
	}
	headings_rank(t.p, t.n);
	for (size_t i = 0; i < t.n; i++)
		heading_apply(&v->lines[((struct heading *)t.p)[i].line], (struct heading *)t.p + i);
	sections_set(v);
	return true;
}
