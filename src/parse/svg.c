/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/svg.h"

#include "parse/css.h"
#include "parse/xml.h"

enum { MOST_BYTES = 256 << 20, MOST_DEPTH = 200 /* as xml.h has it */ };

/* Properties that count: each is an attribute too, and what a sheet says of it goes before that. */
enum property { DISPLAY, VISIBILITY, SHOWN /* from here on they are written */, FILL_OPACITY = SHOWN, STROKE, OTHERS };
static const char *const properties[] = {
	[DISPLAY] = "display", [VISIBILITY] = "visibility", [FILL_OPACITY] = "fill-opacity", [STROKE] = "stroke", [OTHERS] = "fill",
	"fill-rule", "font-family", "font-size", "font-style", "font-weight", "opacity", "stroke-opacity", "stroke-width", "text-anchor",
};
enum { PROPERTIES = sizeof(properties) / sizeof(*properties) };
struct said {
	struct str v[PROPERTIES]; /* p == NULL: nothing */
};

struct level {
	struct css_element css;
	struct arena_mark before;
	bool unseen, clear, stroked; /* "visibility", "fill-opacity" of nothing, "stroke": all three are inherited */
};

struct drawing {
	struct buf *out;
	struct css_sheet *sheet;
	struct arena arena;  /* of the sheet, then of what is open */
	struct level levels[MOST_DEPTH + 1];
	size_t n;
	size_t dropped;      /* elements open that are left out, the outermost one first */
	struct buf style;    /* text of a style element */
	bool in_style;
};

/* ---- style elements, which may stand behind what they are about */

static bool style_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	d->in_style = xml_is(n, "style");
	return true;
}

static bool style_text(void *ctx, struct str s, struct err *e)
{
	struct drawing *d = ctx;
	if (d->in_style)
		buf_str(&d->style, s);
	return true;
}

static bool style_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	if (d->in_style)
		css_read(&d->sheet, arena_str(&d->arena, buf_view(&d->style)), &d->arena);
	buf_clear(&d->style);
	d->in_style = false;
	return true;
}

/* ---- what is said of an element */

static void said_add(void *ctx, struct str declarations)
{
	struct said *said = ctx;
	for (struct str name, value; css_next(&declarations, &name, &value);)
		for (size_t i = 0; i < PROPERTIES; i++)
			if (value.n && str_eq_nocase(name, str_from(properties[i])))
				said->v[i] = value;
}

static size_t property_of(struct str name)
{
	size_t i = 0;
	while (i < PROPERTIES && !str_eq_z(name, properties[i]))
		i++;
	return i;
}

static struct str kept(struct arena *a, struct str s)
{
	return s.n ? arena_str(a, s) : STR("");
}

static void said_of(struct drawing *d, const struct xml_node *n, struct level *l, struct said *said)
{
	for (size_t i = 0; i < PROPERTIES; i++)
		said->v[i] = xml_attr(n, properties[i]);
	l->css = (struct css_element){ arena_str(&d->arena, str_from(n->name)), kept(&d->arena, xml_attr(n, "id")),
				       kept(&d->arena, xml_attr(n, "class")), d->n ? &l[-1].css : NULL };
	css_said(d->sheet, &l->css, said_add, said);
	said_add(said, xml_attr(n, "style"));
}

/* ---- writing */

static void escaped_put(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("<>&\"\n\t", s.p[i]))
			buf_printf(b, "&#%d;", s.p[i]);
		else
			buf_byte(b, s.p[i]);
	}
}

static void attribute_put(struct buf *b, const char *prefix, struct str name, struct str value)
{
	buf_printf(b, " %s%.*s=\"", prefix, STR_ARGS(name));
	escaped_put(b, value);
	buf_byte(b, '"');
}

static void name_put(struct buf *b, const struct xml_node *n)
{
	bool own = !*n->prefix || strcmp(n->prefix, "svg") == 0;
	buf_printf(b, "%s%s%s", own ? "" : n->prefix, own ? "" : ":", n->name);
}

/* Attributes of the drawing's own, its links and "xml:space"; those of the programs that made it are none. */
static void attributes_put(struct buf *b, const struct xml_node *n)
{
	static const struct { const char *ns, *prefix; } rows[] = { { "", "" }, { "/xlink", "xlink:" }, { "/namespace", "xml:" } };
	for (size_t i = 0; i < n->attrs_n; i++) {
		struct str name, ns, value;
		xml_attr_at(n, i, &name, &ns, &value);
		for (size_t k = 0; k < sizeof(rows) / sizeof(*rows); k++)
			if (ns.n ? *rows[k].ns && str_ends(ns, str_from(rows[k].ns)) : !*rows[k].ns) {
				if (k || (property_of(name) == PROPERTIES && !str_eq_z(name, "style")))
					attribute_put(b, rows[k].prefix, name, value);
				break;
			}
	}
}

static bool is_shape(const char *name)
{
	static const char *const names[] = { "circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "use" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* "0", "0.0", "0%" */
static bool is_zero(struct str s)
{
	size_t i = 0;
	while (i < s.n && strchr("0.%", s.p[i]))
		i++;
	return i == s.n;
}

/* MuPDF shows letters whose fill is clear. */
static void looks_settle(struct level *l, const struct level *up, const struct said *said)
{
	struct str visibility = said->v[VISIBILITY], fill = said->v[FILL_OPACITY], stroke = said->v[STROKE];
	l->unseen = visibility.n ? str_eq_nocase(visibility, STR("hidden")) || str_eq_nocase(visibility, STR("collapse")) : up && up->unseen;
	l->clear = fill.n ? is_zero(fill) : up && up->clear;
	l->stroked = stroke.n ? !str_eq_nocase(stroke, STR("none")) : up && up->stroked;
}

static bool shows_text(const struct level *l)
{
	return !l->unseen && (!l->clear || l->stroked);
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	struct level *l = &d->levels[d->n];
	struct arena_mark before = arena_mark(&d->arena);
	struct said said;
	if (d->dropped || d->n == MOST_DEPTH) {
		d->dropped++;
		return true;
	}
	*l = (struct level){ .before = before };
	said_of(d, n, l, &said);
	looks_settle(l, d->n ? l - 1 : NULL, &said);
	if (str_eq_nocase(said.v[DISPLAY], STR("none")) || (l->unseen && is_shape(n->name)) || xml_is(n, "style")) {
		arena_reset(&d->arena, before);
		d->dropped = 1;
		return true;
	}
	buf_byte(d->out, '<');
	name_put(d->out, n);
	if (!d->n)
		buf_z(d->out, " xmlns=\"http://www.w3.org/2000/svg\"");
	attributes_put(d->out, n);
	for (size_t i = SHOWN; i < PROPERTIES; i++)
		if (said.v[i].p)
			attribute_put(d->out, "", str_from(properties[i]), said.v[i]);
	buf_byte(d->out, '>');
	d->n++;
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct drawing *d = ctx;
	if (!d->dropped && d->n && shows_text(&d->levels[d->n - 1]))
		escaped_put(d->out, s);
	return true;
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	if (d->dropped) {
		d->dropped--;
		return true;
	}
	buf_z(d->out, "</");
	name_put(d->out, n);
	buf_byte(d->out, '>');
	arena_reset(&d->arena, d->levels[--d->n].before);
	return true;
}

static bool has(struct str bytes, const char *word)
{
	return memmem(bytes.p, bytes.n, word, strlen(word)) != NULL;
}

bool svg_as_seen(struct str bytes, struct buf *out)
{
	static const struct xml_events styles = { style_start, style_end, style_text }, all = { on_start, on_end, on_text };
	struct drawing d = { .out = out, .style = BUF_INIT(MOST_BYTES) };
	size_t from = out->n;
	struct err ignored;
	if (!has(bytes, "display") && !has(bytes, "visibility") && !has(bytes, "fill-opacity") && !has(bytes, "style>") && !has(bytes, "<style"))
		return false;
	arena_init(&d.arena, "drawing", MOST_BYTES);
	d.sheet = css_verbatim(&d.arena);
	bool ok = xml_parse(bytes, &styles, &d, &ignored) && xml_parse(bytes, &all, &d, &ignored) && !out->failed && !d.arena.over;
	if (!ok)
		out->n = from;
	arena_fini(&d.arena);
	buf_fini(&d.style);
	return ok;
}
