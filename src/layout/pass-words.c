/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of a page. A word of the source that holds a label and its value
 * ("Date:03/04/20"), text and leader dots ("Total.....12"), a tick and its
 * caption, a count and a price ("2$10.00") or bars ("A|B") is cut; the pieces share its box by estimated widths.
 */
#include "layout/layout-private.h"

#include <stdlib.h>

#define MOST_PIECES 8
#define LEADER 4 /* so many equal characters lead from a label to its value */

static bool vec_grow(struct vec *t, struct arena *a, size_t cap)
{
	void *p = arena_grow(a, t->p, t->n, cap, t->size);
	if (!p)
		return false;
	t->p = p;
	t->cap = cap;
	return true;
}

void *vec_add(struct vec *t, struct arena *a)
{
	if (t->n == t->cap && !vec_grow(t, a, t->cap ? 2 * t->cap : 64))
		return NULL;
	return (char *)t->p + t->size * t->n++;
}

void vec_reserve(struct vec *t, struct arena *a, size_t more)
{
	size_t twice = 2 * t->cap;
	if (t->cap - t->n < more)
		vec_grow(t, a, t->n + more > twice ? t->n + more : twice);
}

/* ---- where to cut */

struct cuts {
	size_t at[MOST_PIECES];
	size_t n; /* cuts; pieces are one more */
};

static void cut_add(struct cuts *c, const struct str *s, size_t at)
{
	if (at > 0 && at < s->n && c->n < MOST_PIECES - 1 && (c->n == 0 || c->at[c->n - 1] < at))
		c->at[c->n++] = at;
}

static bool is_leader(uint32_t c)
{
	return c == '.' || c == '_' || c == 0x2026 || c == 0xb7;
}

/* Schemes and prefixes that belong to what follows. */
static bool is_scheme(struct str s)
{
	static const char *const schemes[] = { "http", "https", "ftp", "ftps", "urn", "mailto", "tel", "sms", "file", "data", "ws",
					       "wss", "sip", "doi", "isbn", "cn", "ou", "dc" };
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (str_eq_nocase(s, str_from(schemes[i])))
			return true;
	return false;
}

/* Is the text before a colon a label and what follows a value of its own? */
static bool is_label_colon(struct str s, size_t colon)
{
	struct str head = { s.p, colon }, rest = { s.p + colon + 1, s.n - colon - 1 };
	uint32_t letters = 0, first = char_first(head), next = char_first(rest);
	if (rest.n == 0 || rest.p[0] == '/' || rest.p[0] == '\\' || rest.p[0] == ':' || is_scheme(head))
		return false;
	for (size_t i = 0; i < head.n;) {
		uint32_t c = str_utf8_next(head, &i);
		if (char_is_letter(c))
			letters++;
		else if (!strchr("./-()#&'", (int)(c < 0x80 ? c : ' ')))
			return false;
	}
	if (letters < 2 || !(char_is_alnum(next) || char_is_sign(next) || next == '(' || next == '-' || next == '+'))
		return false;
	return char_is_upper(first) || char_is_digit(next);
}

/* Blanks to fill in stand around a value, "__Jones____", "$__40"; inside a word two lines are part of a name. */
static uint32_t least_run(struct str s, uint32_t c, size_t start, size_t end)
{
	bool edge = start == 0 || end == s.n || !char_is_alnum((unsigned char)s.p[start - 1]);
	return c == '_' && edge ? 2 : LEADER;
}

static void cut_leaders(struct cuts *c, struct str s)
{
	uint32_t prev = 0, run = 0;
	size_t start = 0;
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t ch = str_utf8_next(s, &i);
		if (ch == prev && is_leader(ch)) {
			run++;
		} else {
			if (run >= least_run(s, prev, start, at))
				cut_add(c, &s, start), cut_add(c, &s, at);
			run = is_leader(ch);
			start = at;
		}
		prev = ch;
	}
	if (run >= least_run(s, prev, start, s.n))
		cut_add(c, &s, start);
}

/* "2$10.00": a count, then a price. */
static void cut_prices(struct cuts *c, struct str s)
{
	for (size_t i = 1; i + 1 < s.n; i++) {
		size_t at = (unsigned char)s.p[i] == 0xc2 && (unsigned char)s.p[i + 1] == 0xa3 ? i + 2 : s.p[i] == '$' ? i + 1 : 0;
		if (at && at < s.n && char_is_digit((unsigned char)s.p[i - 1]) && char_is_digit((unsigned char)s.p[at]))
			cut_add(c, &s, i);
	}
}

static void cut_marks(struct cuts *c, struct str s)
{
	size_t i = 0;
	uint32_t first = str_utf8_next(s, &i);
	if (char_is_mark(first))
		cut_add(c, &s, i);
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '|')
			cut_add(c, &s, i), cut_add(c, &s, i + 1);
}

/* Nearly all words have nothing of what a cut needs. */
static bool may_be_cut(struct str s)
{
	unsigned any = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		any |= (unsigned)(c >= 0x80) | (c == '.') | (c == '_') | (c == '|') | (c == '$') | (c == ':');
	}
	return any != 0;
}

static void cuts_find(struct cuts *c, struct str s)
{
	c->n = 0;
	if (s.n < 3 || !may_be_cut(s))
		return;
	const char *colon = memchr(s.p, ':', s.n);
	if (colon && is_label_colon(s, (size_t)(colon - s.p))) {
		cut_add(c, &s, (size_t)(colon - s.p) + 1);
		return;
	}
	cut_leaders(c, s);
	if (c->n == 0)
		cut_marks(c, s);
	if (c->n == 0)
		cut_prices(c, s);
}

/* ---- pieces */

/* Width in tenths of an average character, of common proportional fonts. */
static uint32_t width_of(struct str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n;) {
		uint32_t c = str_utf8_next(s, &i);
		n += c < 0x80 && strchr("iljtfI.,:;|!'()[]/ ", (int)c) ? 6 : c < 0x80 && strchr("mwMW@%", (int)c) ? 16 : 10;
	}
	return n;
}

/* A drawn line that recognition took for letters. */
static bool is_misread_rule(const struct view_word *w)
{
	struct str s = w->text;
	return w->source == DOC_SOURCE_OCR && (str_eq_z(s, "|") || str_eq_z(s, "||") || str_eq_z(s, "_") || str_eq_z(s, "\xC2\xA6"));
}

static bool raw_grow(struct build *b, uint32_t cap)
{
	struct raw_word *r = arena_grow(&b->scratch, b->raw, b->raw_n, cap, sizeof(*r));
	if (!r)
		return false;
	b->raw = r;
	b->raw_cap = cap;
	return true;
}

static bool raw_add(struct build *b, const struct view_word *w)
{
	if (b->raw_n == b->raw_cap && !raw_grow(b, b->raw_cap ? 2 * b->raw_cap : 64))
		return false;
	b->raw[b->raw_n++] = (struct raw_word){ .w = *w };
	return true;
}

static bool pieces_add(struct build *b, const struct view_word *w, const struct cuts *c)
{
	if (c->n == 0)
		return is_misread_rule(w) || raw_add(b, w);
	int64_t all = width_of(w->text), before = 0, width = w->box.x1 - w->box.x0;
	for (size_t i = 0; i <= c->n; i++) {
		size_t from = i ? c->at[i - 1] : 0, to = i < c->n ? c->at[i] : w->text.n;
		struct view_word piece = *w;
		piece.text = (struct str){ w->text.p + from, to - from };
		int64_t own = width_of(piece.text);
		piece.box.x0 = w->box.x0 + (int32_t)(width * before / all);
		piece.box.x1 = w->box.x0 + (int32_t)(width * (before + own) / all);
		piece.flags |= i ? DOC_GLUED : 0;
		before += own;
		if (!is_misread_rule(&piece) && !raw_add(b, &piece))
			return false;
	}
	return true;
}

static struct view_word word_of(const struct doc_page *p, const struct doc_word *w)
{
	bool upright = !(w->flags & DOC_VERTICAL), upside_down = upright && w->down == 1;
	return (struct view_word){
		.text = doc_word_text(p, w), .box = w->box, .color = w->color, .size = w->size,
		.run = w->run, .flags = (uint8_t)(w->flags | (upside_down ? DOC_VERTICAL : 0)), .source = w->source, .conf = w->conf,
		.down = upside_down ? VIEW_UPSIDE_DOWN : w->down == 1 ? VIEW_DOWN : 0,
	};
}

/* The commonest size by characters, in steps of 1/4 pt. */
static int32_t commonest_size(const struct build *b)
{
	enum { STEP = 25, STEPS = 400 };
	uint32_t count[STEPS] = { 0 };
	int32_t best = 0;
	for (uint32_t i = 0; i < b->raw_n; i++) {
		int32_t at = (b->raw[i].em + STEP / 2) / STEP;
		count[at < STEPS ? at : STEPS - 1] += (uint32_t)b->raw[i].w.text.n;
	}
	for (int32_t i = 1; i < STEPS; i++)
		if (count[i] > count[best])
			best = i;
	return best ? best * STEP : 1000;
}

bool words_collect(struct build *b, const struct doc_page *p)
{
	struct cuts c;
	b->raw_n = 0;
	if (p->words_n > b->raw_cap && !raw_grow(b, (uint32_t)p->words_n + (uint32_t)p->words_n / 8)) /* few are cut */
		return false;
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		if ((w->flags & DOC_HIDDEN) || w->len == 0)
			continue;
		struct view_word vw = word_of(p, w);
		cuts_find(&c, vw.text);
		if ((vw.flags & DOC_VERTICAL) || w->box.x1 <= w->box.x0)
			c.n = 0;
		if (!pieces_add(b, &vw, &c))
			return false;
	}
	for (uint32_t i = 0; i < b->raw_n; i++)
		b->raw[i].em = word_em(&b->raw[i].w);
	b->body = commonest_size(b);
	return true;
}
