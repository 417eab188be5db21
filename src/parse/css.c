/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/css.h"

#include "parse/flow.h"

#include <stdlib.h>

enum { MOST_STEPS = 50000000, MOST_RULES = 20000, MOST_PARTS = 6, MOST_MATCHES = 64, BUCKETS = 1024, FAR_LEFT = -50000 };

/* ---- values */

static bool is(struct str s, const char *z)
{
	return str_eq_nocase(s, str_from(z));
}

static struct str word_of(struct str *s)
{
	size_t n = 0;
	while (s->n && (unsigned char)s->p[0] <= ' ')
		s->p++, s->n--;
	while (n < s->n && (unsigned char)s->p[n] > ' ')
		n++;
	struct str w = { s->p, n };
	*s = (struct str){ s->p + n, s->n - n };
	return w;
}

/* "12.5pt", "80%", "1em": in 1/100 pt, percents and ems below zero as percents. False if it is no length. */
static bool length_of(struct str s, int32_t *out)
{
	/* CSS 2.2 section 4.3.2: 96 px are 72 pt; the last two are percents. */
	static const struct { const char *unit; int32_t hundredths; } units[] = {
		{ "pt", 100 }, { "px", 75 }, { "in", 7200 }, { "cm", 2835 }, { "mm", 283 }, { "pc", 1200 }, { "", 100 },
		{ "em", -100 }, { "rem", -100 }, { "%", -1 },
	};
	int64_t n = 0, scale = 1;
	size_t i = 0, digits = 0;
	bool minus = s.n && s.p[0] == '-', dot = false;
	for (i = minus; i < s.n && digits < 8 && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] == '.' && !dot)); i++) {
		dot |= s.p[i] == '.';
		if (s.p[i] == '.')
			continue;
		n = n * 10 + (s.p[i] - '0');
		scale *= dot ? 10 : 1;
		digits++;
	}
	struct str unit = { s.p + i, s.n - i };
	for (size_t k = 0; digits && k < sizeof(units) / sizeof(*units); k++)
		if (is(unit, units[k].unit)) {
			int64_t v = n * units[k].hundredths / scale * (minus ? -1 : 1);
			*out = (int32_t)(v > 10000000 ? 10000000 : v < -10000000 ? -10000000 : v);
			return true;
		}
	return false;
}

static void set_display(struct css_look *l, struct str v)
{
	static const struct { const char *name; enum css_display is; } rows[] = {
		{ "none", CSS_NONE }, { "inline", CSS_INLINE }, { "inline-block", CSS_INLINE }, { "block", CSS_BLOCK },
		{ "flow-root", CSS_BLOCK }, { "list-item", CSS_ITEM }, { "table", CSS_TABLE }, { "inline-table", CSS_TABLE },
		{ "table-row", CSS_ROW }, { "table-cell", CSS_CELL }, { "flex", CSS_FLEX }, { "grid", CSS_BLOCK },
		{ "contents", CSS_CONTENTS }, { "table-row-group", CSS_CONTENTS }, { "table-header-group", CSS_CONTENTS },
		{ "table-footer-group", CSS_CONTENTS },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (is(v, rows[i].name)) {
			l->display = (uint8_t)rows[i].is;
			l->set |= CSS_DISPLAY;
		}
}

static void set_visibility(struct css_look *l, struct str v)
{
	l->hidden = is(v, "hidden") || is(v, "collapse");
	l->set |= CSS_HIDDEN;
}

static void set_gone(struct css_look *l)
{
	l->gone = true;
	l->set |= CSS_GONE;
}

static void set_opacity(struct css_look *l, struct str v)
{
	if (is(v, "0") || is(v, "0.0") || is(v, "0%"))
		set_gone(l);
}

/* Moved off the screen: no one sees it. */
static void set_offset(struct css_look *l, struct str v)
{
	int32_t n;
	if (length_of(v, &n) && v.n > 2 && is((struct str){ v.p + v.n - 2, 2 }, "px") && n < FAR_LEFT)
		set_gone(l);
}

static void set_weight(struct css_look *l, struct str v)
{
	l->bold = is(v, "bold") || is(v, "bolder") || (v.n == 3 && v.p[0] >= '6' && v.p[0] <= '9');
	l->set |= CSS_BOLD;
}

static void set_italic(struct css_look *l, struct str v)
{
	l->italic = is(v, "italic") || is(v, "oblique");
	l->set |= CSS_ITALIC;
}

static void set_size(struct css_look *l, struct str v)
{
	static const struct { const char *name; int32_t size; } names[] = {
		{ "xx-small", 600 }, { "x-small", 700 }, { "small", 850 }, { "medium", 1000 }, { "large", 1200 },
		{ "x-large", 1500 }, { "xx-large", 2000 }, { "smaller", -83 }, { "larger", -120 },
	};
	int32_t n;
	if (length_of(v, &n)) {
		l->size = n;
		l->set |= CSS_SIZE;
		if (n == 0)
			set_gone(l);
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is(v, names[i].name)) {
			l->size = names[i].size;
			l->set |= CSS_SIZE;
		}
}

static void set_align(struct css_look *l, struct str v)
{
	l->align = is(v, "right") || is(v, "end") ? FLOW_RIGHT : is(v, "center") || is(v, "-moz-center") ? FLOW_CENTER : FLOW_LEFT;
	l->set |= CSS_ALIGN;
}

static void set_valign(struct css_look *l, struct str v)
{
	if (is(v, "super") || is(v, "sub")) {
		l->raise = is(v, "super") ? 1 : -1;
		l->set |= CSS_RAISE;
		return;
	}
	l->valign = is(v, "bottom") || is(v, "baseline") ? FLOW_BOTTOM : is(v, "middle") ? FLOW_MIDDLE : FLOW_TOP;
	l->set |= CSS_VALIGN;
}

static void set_pre(struct css_look *l, struct str v)
{
	l->pre = v.n >= 3 && is((struct str){ v.p, 3 }, "pre") && !is(v, "pre-line");
	l->set |= CSS_PRE;
}

static void set_underline(struct css_look *l, struct str v)
{
	l->underline = memmem(v.p, v.n, "underline", 9) != NULL;
	l->set |= CSS_UNDERLINE;
}

static void set_family(struct css_look *l, struct str v)
{
	l->mono = memmem(v.p, v.n, "mono", 4) || memmem(v.p, v.n, "ourier", 6);
	l->set |= CSS_MONO;
}

static void set_page_before(struct css_look *l, struct str v)
{
	if (is(v, "always") || is(v, "page"))
		l->page |= 1;
	l->set |= CSS_PAGE;
}

static void set_page_after(struct css_look *l, struct str v)
{
	if (is(v, "always") || is(v, "page"))
		l->page |= 2;
	l->set |= CSS_PAGE;
}

static void set_indent(struct css_look *l, struct str v)
{
	int32_t n;
	if (!length_of(v, &n) || (v.n && v.p[v.n - 1] == '%'))
		return;
	n = n < 0 && v.p[0] != '-' ? -n * 10 : n; /* ems of ordinary text */
	l->indent += n > 0 ? (n < 20000 ? n : 20000) : 0;
	l->set |= CSS_INDENT;
}

static void set_side(struct css_look *l, uint8_t side, struct str v)
{
	bool drawn = false, none = false;
	while (v.n) {
		struct str w = word_of(&v);
		drawn |= is(w, "solid") || is(w, "double") || is(w, "dashed") || is(w, "dotted") || is(w, "groove") || is(w, "ridge") ||
			 is(w, "inset") || is(w, "outset");
		none |= is(w, "none") || is(w, "0") || is(w, "0px") || is(w, "0pt") || is(w, "transparent") || is(w, "white") ||
			is(w, "#ffffff") || is(w, "#fff");
	}
	l->borders = (uint8_t)(drawn && !none ? l->borders | side : l->borders & ~side);
	l->sides_set |= side;
	l->set |= CSS_BORDERS;
}

static void set_border(struct css_look *l, struct str v) { set_side(l, FLOW_SIDES, v); }
static void set_border_top(struct css_look *l, struct str v) { set_side(l, FLOW_SIDE_TOP, v); }
static void set_border_right(struct css_look *l, struct str v) { set_side(l, FLOW_SIDE_RIGHT, v); }
static void set_border_bottom(struct css_look *l, struct str v) { set_side(l, FLOW_SIDE_BOTTOM, v); }
static void set_border_left(struct css_look *l, struct str v) { set_side(l, FLOW_SIDE_LEFT, v); }

/* The short form of padding and margin: one to four lengths, the left one counts. */
static void set_box(struct css_look *l, struct str v)
{
	struct str w[4];
	size_t n = 0;
	for (; n < 4 && str_trim(v).n; n++)
		w[n] = word_of(&v);
	if (n)
		set_indent(l, w[n == 4 ? 3 : n > 1 ? 1 : 0]);
}

static const struct { const char *name; void (*set)(struct css_look *l, struct str v); } properties[] = {
	{ "display", set_display }, { "visibility", set_visibility }, { "opacity", set_opacity }, { "left", set_offset },
	{ "top", set_offset }, { "text-indent", set_offset }, { "font-weight", set_weight }, { "font-style", set_italic },
	{ "font-size", set_size }, { "text-align", set_align }, { "vertical-align", set_valign }, { "white-space", set_pre },
	{ "text-decoration", set_underline }, { "font-family", set_family }, { "border", set_border }, { "border-style", set_border },
	{ "border-top", set_border_top }, { "border-right", set_border_right }, { "border-bottom", set_border_bottom },
	{ "border-left", set_border_left }, { "page-break-before", set_page_before }, { "page-break-after", set_page_after },
	{ "break-before", set_page_before }, { "break-after", set_page_after }, { "padding-left", set_indent },
	{ "margin-left", set_indent }, { "padding", set_box }, { "margin", set_box },
};

void css_declare(struct css_look *look, struct str text)
{
	while (text.n) {
		struct str one, name, value;
		text = str_cut(text, ';', &one);
		value = str_trim(str_cut(one, ':', &name));
		name = str_trim(name);
		if (value.n > 10 && is((struct str){ value.p + value.n - 10, 10 }, "!important"))
			value = str_trim((struct str){ value.p, value.n - 10 });
		for (size_t i = 0; value.n && i < sizeof(properties) / sizeof(*properties); i++)
			if (is(name, properties[i].name))
				properties[i].set(look, value);
	}
}

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
	uint32_t weight, order;
	const struct css_look *look;
};

struct css_sheet {
	struct rule *bucket[BUCKETS];
	uint32_t rules;
	uint64_t steps; /* of matching, all elements */
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

static bool selector_read(struct str s, struct rule *r)
{
	bool child = false;
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
	while (look->set && selectors.n) {
		struct str one;
		struct rule draft = { .look = look };
		selectors = str_cut(selectors, ',', &one);
		if (selector_read(one, &draft))
			rule_add(sheet, &draft);
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

static bool for_screen(struct str query)
{
	struct str all = str_trim(query);
	return is(all, "screen") || is(all, "all") || is(all, "only screen");
}

static void sheet_read(struct css_sheet *sheet, struct str s, int depth)
{
	size_t i = 0;
	while (i < s.n) {
		size_t brace = find(s, i, '{'), semicolon = find(s, i, ';');
		struct str head = str_trim((struct str){ s.p + i, (brace < s.n ? brace : s.n) - i });
		if (head.n > 4 && is((struct str){ head.p, 4 }, "<!--"))
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
			if (head.n > 6 && is((struct str){ head.p, 6 }, "@media") && depth == 0 &&
			    for_screen((struct str){ head.p + 6, head.n - 6 }))
				sheet_read(sheet, body, 1);
		} else {
			rules_read(sheet, head, body);
		}
		i = end;
	}
}

void css_read(struct css_sheet **sheet, struct str text, struct arena *a)
{
	if (!*sheet) {
		*sheet = ARENA_NEW(a, struct css_sheet);
		if (!*sheet)
			return;
		(*sheet)->a = a;
	}
	sheet_read(*sheet, without_comments(text, a), 0);
}

/* ---- matching */

static bool has_class(struct str classes, struct str name)
{
	while (classes.n) {
		if (str_eq(word_of(&classes), name))
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
	for (const struct rule *r = key.n ? s->bucket[hash(key)] : NULL; r && m->n < MOST_MATCHES; r = r->next) {
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

void css_match(struct css_sheet *sheet, const struct css_element *e, struct css_look *look)
{
	struct matches m = { .n = 0 };
	struct str classes = e->classes;
	if (!sheet)
		return;
	bucket_match(sheet, STR("*"), e, &m);
	bucket_match(sheet, e->tag, e, &m);
	bucket_match(sheet, e->id, e, &m);
	for (int i = 0; classes.n && i < 16; i++)
		bucket_match(sheet, word_of(&classes), e, &m);
	qsort(m.r, m.n, sizeof(*m.r), rule_cmp);
	for (size_t i = 0; i < m.n; i++)
		look_merge(look, m.r[i]->look);
}
