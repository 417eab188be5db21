/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/css-private.h"

#include <stdlib.h>

enum { MOST_STEPS = 10000000 /* of matching, in a document */, MOST_RULES = 20000, MOST_PARTS = 6, MOST_MATCHES = 64, BUCKETS = 1024 };

static void look_merge(struct css_look *to, const struct css_look *from)
{
	uint32_t set = from->set;
	to->set |= set;
#define TAKE(bit, field)               \
	do {                           \
		if (set & (bit))       \
			to->field = from->field; \
	} while (0)
	TAKE(CSS_DISPLAY, display);
	TAKE(CSS_HIDDEN, hidden);
	TAKE(CSS_GONE, gone);
	TAKE(CSS_FIXED, fixed);
	TAKE(CSS_FIXED, placed);
	TAKE(CSS_COLOR, color);
	TAKE(CSS_GROUND, ground);
	TAKE(CSS_FLAT, flat);
	TAKE(CSS_CUT, cut);
	TAKE(CSS_BOLD, bold);
	TAKE(CSS_ITALIC, italic);
	TAKE(CSS_SIZE, size);
	TAKE(CSS_ALIGN, align);
	TAKE(CSS_VALIGN, valign);
	TAKE(CSS_PRE, pre);
	TAKE(CSS_UNDERLINE, underline);
	TAKE(CSS_MONO, mono);
	TAKE(CSS_RAISE, raise);
	TAKE(CSS_PAGE, page);
	TAKE(CSS_INDENT, indent);
	TAKE(CSS_STACKS, stacks);
	TAKE(CSS_MARKER, marker);
	TAKE(CSS_TRACKS, tracks);
	TAKE(CSS_SPAN, span);
	TAKE(CSS_WIDTH, has_width);
#undef TAKE
	to->borders = (uint8_t)((to->borders & ~from->sides_set) | (from->borders & from->sides_set));
	to->sides_set |= from->sides_set;
}

/* ---- rules */

struct part { /* a compound: tag.class.class#id */
	struct str tag, id, classes[3];
	uint8_t classes_n;
	bool child; /* ">" stands before it */
};

struct rule {
	struct rule *next; /* in its bucket */
	struct part part[MOST_PARTS]; /* last is the element's own */
	uint8_t parts;
	uint8_t beside; /* enum css_beside: it is about what stands before or after the element */
	uint32_t weight, order;
	const struct css_look *look;
	struct str body; /* as written */
};

struct css_sheet {
	struct rule *bucket[BUCKETS];
	uint32_t rules;
	uint64_t steps; /* of matching, all elements */
	bool unsure;    /* a rule that is left out is about backgrounds */
	bool verbatim;  /* rules are kept that say nothing of looks */
	struct arena *a;
};

static uint32_t hash(struct str s)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i])) * 16777619u;
	return h % BUCKETS;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80);
}

static struct str name_at(struct str s, size_t *i)
{
	size_t from = *i;
	while (*i < s.n && is_name(s.p[*i]))
		(*i)++;
	return (struct str){ s.p + from, *i - from };
}

/* One compound; false if it has something that is not understood. */
static bool part_read(struct str s, struct part *p, uint32_t *weight)
{
	size_t i = 0;
	if (s.n && s.p[0] == '*')
		i = 1;
	else if (s.n && is_name(s.p[0])) {
		p->tag = name_at(s, &i);
		*weight += 1;
	}
	while (i < s.n) {
		char c = s.p[i++];
		struct str name = name_at(s, &i);
		if (name.n == 0 || (c != '.' && c != '#'))
			return false;
		if (c == '#') {
			p->id = name;
			*weight += 10000;
		} else if (p->classes_n < 3) {
			p->classes[p->classes_n++] = name;
			*weight += 100;
		} else {
			return false;
		}
	}
	return s.n > 0;
}

/* "::before" and "::after" at its end, with one colon or two, are cut off. */
static uint8_t beside_cut(struct str *s)
{
	static const struct { const char *name; enum css_beside is; } rows[] = {
		{ ":before", CSS_BEFORE }, { ":after", CSS_AFTER },
	};
	*s = str_trim(*s);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].name);
		if (s->n < n || !css_is((struct str){ s->p + s->n - n, n }, rows[i].name))
			continue;
		s->n -= n;
		s->n -= s->n && s->p[s->n - 1] == ':';
		return (uint8_t)rows[i].is;
	}
	return CSS_ELEMENT;
}

static bool selector_read(struct str s, struct rule *r)
{
	bool child = false;
	r->beside = beside_cut(&s);
	for (s = str_trim(s); s.n; s = str_trim(s)) {
		struct str w;
		if (s.p[0] == '>') {
			child = true;
			s = (struct str){ s.p + 1, s.n - 1 };
			continue;
		}
		size_t n = 0;
		while (n < s.n && (unsigned char)s.p[n] > ' ' && s.p[n] != '>')
			n++;
		w = (struct str){ s.p, n };
		s = (struct str){ s.p + n, s.n - n };
		if (r->parts == MOST_PARTS)
			return false;
		r->part[r->parts].child = child;
		child = false;
		if (!part_read(w, &r->part[r->parts++], &r->weight))
			return false;
	}
	return r->parts > 0;
}

static void rule_add(struct css_sheet *sheet, const struct rule *draft)
{
	struct rule *r = sheet->rules < MOST_RULES ? ARENA_NEW(sheet->a, struct rule) : NULL;
	if (!r)
		return;
	*r = *draft;
	r->order = sheet->rules++;
	const struct part *p = &r->part[r->parts - 1];
	uint32_t at = hash(p->id.n ? p->id : p->classes_n ? p->classes[0] : p->tag.n ? p->tag : STR("*"));
	r->next = sheet->bucket[at];
	sheet->bucket[at] = r;
}

static void rules_read(struct css_sheet *sheet, struct str selectors, struct str body)
{
	struct css_look *look = ARENA_NEW(sheet->a, struct css_look);
	if (!look)
		return;
	css_declare(look, body);
	while ((look->set || sheet->verbatim) && selectors.n) {
		struct str one;
		struct rule draft = { .look = look, .body = body };
		selectors = str_cut(selectors, ',', &one);
		if (selector_read(one, &draft))
			rule_add(sheet, &draft);
		else
			sheet->unsure |= (look->set & CSS_GROUND) != 0;
	}
}

static size_t find(struct str s, size_t from, char c)
{
	const char *p = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;
	return p ? (size_t)(p - s.p) : s.n;
}

/* Past the block that begins at the brace. */
static size_t block_end(struct str s, size_t brace)
{
	size_t depth = 0;
	for (size_t i = brace; i < s.n; i++) {
		depth += s.p[i] == '{';
		if (s.p[i] == '}' && --depth == 0)
			return i + 1;
	}
	return s.n;
}

static struct str without_comments(struct str s, struct arena *a)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; out && i < s.n;) {
		if (i + 1 < s.n && s.p[i] == '/' && s.p[i + 1] == '*') {
			const char *end = memmem(s.p + i + 2, s.n - i - 2, "*/", 2);
			i = end ? (size_t)(end - s.p) + 2 : s.n;
			continue;
		}
		out[n++] = s.p[i++];
	}
	return (struct str){ out ? out : "", n };
}

bool css_for_screen(struct str query)
{
	struct str all = str_trim(query);
	return !all.n || css_is(all, "screen") || css_is(all, "all") || css_is(all, "only screen");
}

/* "url(a.css)", "'a.css' screen": the name; empty if it is for something else. */
static struct str import_name(struct str s)
{
	struct str name, rest;
	s = str_trim(s);
	if (s.n > 4 && css_is((struct str){ s.p, 4 }, "url("))
		rest = str_cut((struct str){ s.p + 4, s.n - 4 }, ')', &name);
	else if (s.n && (s.p[0] == '"' || s.p[0] == '\''))
		rest = str_cut((struct str){ s.p + 1, s.n - 1 }, s.p[0], &name);
	else
		return (struct str){ "", 0 };
	name = str_trim(name);
	if (name.n > 1 && (name.p[0] == '"' || name.p[0] == '\'') && name.p[name.n - 1] == name.p[0])
		name = (struct str){ name.p + 1, name.n - 2 };
	return css_for_screen(rest) ? name : (struct str){ "", 0 };
}

/* They stand before all rules (CSS 2.2 section 6.3). */
void css_imports(struct str text, void (*found)(void *ctx, struct str name), void *ctx)
{
	for (text = str_trim(text); text.n; text = str_trim(text)) {
		struct str one, name;
		if (str_starts(text, STR("/*"))) {
			const char *end = memmem(text.p + 2, text.n - 2, "*/", 2);
			text = end ? (struct str){ end + 2, text.n - (size_t)(end + 2 - text.p) } : (struct str){ "", 0 };
			continue;
		}
		if (text.p[0] != '@')
			return;
		struct str rest = str_cut(text, ';', &one);
		if (memchr(one.p, '{', one.n))
			return;
		bool import = one.n > 7 && css_is((struct str){ one.p, 7 }, "@import");
		name = import ? import_name((struct str){ one.p + 7, one.n - 7 }) : (struct str){ "", 0 };
		if (name.n)
			found(ctx, name);
		text = rest;
	}
}

bool css_unsure(const struct css_sheet *sheet)
{
	return sheet && sheet->unsure;
}

static void sheet_read(struct css_sheet *sheet, struct str s, int depth)
{
	size_t i = 0;
	while (i < s.n) {
		size_t brace = find(s, i, '{'), semicolon = find(s, i, ';');
		struct str head = str_trim((struct str){ s.p + i, (brace < s.n ? brace : s.n) - i });
		if (head.n > 4 && css_is((struct str){ head.p, 4 }, "<!--"))
			head = str_trim((struct str){ head.p + 4, head.n - 4 });
		if (head.n && head.p[0] == '@' && semicolon < brace) {
			i = semicolon + 1; /* @import, @charset */
			continue;
		}
		if (brace == s.n)
			return;
		size_t end = block_end(s, brace);
		struct str body = { s.p + brace + 1, end > brace + 1 ? end - brace - 2 : 0 };
		if (head.n && head.p[0] == '@') {
			if (head.n > 6 && css_is((struct str){ head.p, 6 }, "@media") && depth == 0 &&
			    css_for_screen((struct str){ head.p + 6, head.n - 6 }))
				sheet_read(sheet, body, 1);
		} else {
			rules_read(sheet, head, body);
		}
		i = end;
	}
}

static struct css_sheet *sheet_new(struct arena *a)
{
	struct css_sheet *sheet = ARENA_NEW(a, struct css_sheet);
	if (sheet)
		sheet->a = a;
	return sheet;
}

void css_read(struct css_sheet **sheet, struct str text, struct arena *a)
{
	if (!*sheet)
		*sheet = sheet_new(a);
	if (*sheet)
		sheet_read(*sheet, without_comments(text, a), 0);
}

struct css_sheet *css_verbatim(struct arena *a)
{
	struct css_sheet *sheet = sheet_new(a);
	if (sheet)
		sheet->verbatim = true;
	return sheet;
}

/* ---- matching */

static bool has_class(struct str classes, struct str name)
{
	while (classes.n) {
		if (str_eq(css_word(&classes), name))
			return true;
		classes = str_trim(classes);
	}
	return false;
}

static bool part_fits(const struct part *p, const struct css_element *e)
{
	if ((p->tag.n && !str_eq_nocase(p->tag, e->tag)) || (p->id.n && !str_eq(p->id, e->id)))
		return false;
	for (uint8_t i = 0; i < p->classes_n; i++)
		if (!has_class(e->classes, p->classes[i]))
			return false;
	return true;
}

/* Ancestors from near to far; the nearest that fits is taken, which is right but for odd mixes of ">" and blanks. */
static bool rule_fits(struct css_sheet *s, const struct rule *r, const struct css_element *e)
{
	int part = r->parts - 1;
	if (s->steps++ > MOST_STEPS || !part_fits(&r->part[part], e))
		return false;
	for (e = e->parent; part > 0; e = e->parent) {
		if (!e || s->steps++ > MOST_STEPS)
			return false;
		if (part_fits(&r->part[part - 1], e))
			part--;
		else if (r->part[part].child)
			return false;
	}
	return true;
}

struct matches {
	const struct rule *r[MOST_MATCHES];
	size_t n;
};

static void bucket_match(struct css_sheet *s, struct str key, const struct css_element *e, struct matches *m)
{
	for (const struct rule *r = key.n ? s->bucket[hash(key)] : NULL; r && m->n < MOST_MATCHES && s->steps <= MOST_STEPS; r = r->next) {
		bool known = false;
		for (size_t i = 0; i < m->n && !known; i++)
			known = m->r[i] == r;
		if (!known && rule_fits(s, r, e))
			m->r[m->n++] = r;
	}
}

static int rule_cmp(const void *a, const void *b)
{
	const struct rule *p = *(const struct rule *const *)a, *q = *(const struct rule *const *)b;
	if (p->weight != q->weight)
		return p->weight < q->weight ? -1 : 1;
	return p->order < q->order ? -1 : p->order > q->order;
}

/* The rules of an element, from the weakest to the strongest. */
static void matches_find(struct css_sheet *sheet, const struct css_element *e, struct matches *m)
{
	struct str classes = e->classes;
	bucket_match(sheet, STR("*"), e, m);
	bucket_match(sheet, e->tag, e, m);
	bucket_match(sheet, e->id, e, m);
	for (int i = 0; classes.n && i < 16; i++)
		bucket_match(sheet, css_word(&classes), e, m);
	qsort(m->r, m->n, sizeof(*m->r), rule_cmp);
}

void css_said(struct css_sheet *sheet, const struct css_element *e, void (*said)(void *ctx, struct str declarations), void *ctx)
{
	struct matches m = { .n = 0 };
	if (sheet)
		matches_find(sheet, e, &m);
	for (size_t i = 0; i < m.n; i++)
		if (m.r[i]->beside == CSS_ELEMENT)
			said(ctx, m.r[i]->body);
}

void css_match(struct css_sheet *sheet, const struct css_element *e, struct css_look *look)
{
	struct matches m = { .n = 0 };
	if (sheet)
		matches_find(sheet, e, &m);
	for (size_t i = 0; i < m.n; i++) {
		const struct css_look *said = m.r[i]->look;
		if (m.r[i]->beside == CSS_ELEMENT)
			look_merge(look, said);
		else if (said->set & CSS_DISPLAY && said->display == CSS_NONE)
			look->beside[m.r[i]->beside] = (struct str){ "", 0 };
		else if (said->set & CSS_CONTENT)
			look->beside[m.r[i]->beside] = said->content;
	}
}
