/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Declarations: names of properties and their values.
 */
#include "parse/css-private.h"

#include "parse/flow.h"

enum { FAR_LEFT = -50000 };

/* ---- values */

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
		if (css_is(unit, units[k].unit)) {
			int64_t v = n * units[k].hundredths / scale * (minus ? -1 : 1);
			*out = (int32_t)(v > 10000000 ? 10000000 : v < -10000000 ? -10000000 : v);
			return true;
		}
	return false;
}

static void set_display(struct css_look *l, struct str v)
{
	static const struct { const char *name; enum css_display is; } rows[] = {
		{ "none", CSS_NONE }, { "inline", CSS_INLINE }, { "inline-block", CSS_INLINE_BLOCK }, { "block", CSS_BLOCK },
		{ "flow-root", CSS_BLOCK }, { "list-item", CSS_ITEM }, { "table", CSS_TABLE }, { "inline-table", CSS_TABLE },
		{ "table-row", CSS_ROW }, { "table-cell", CSS_CELL }, { "flex", CSS_FLEX }, { "inline-flex", CSS_FLEX },
		{ "-webkit-box", CSS_FLEX }, { "-webkit-flex", CSS_FLEX }, { "-ms-flexbox", CSS_FLEX }, { "grid", CSS_GRID },
		{ "inline-grid", CSS_GRID },
		{ "contents", CSS_CONTENTS }, { "table-row-group", CSS_CONTENTS }, { "table-header-group", CSS_CONTENTS },
		{ "table-footer-group", CSS_CONTENTS },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (css_is(v, rows[i].name)) {
			l->display = (uint8_t)rows[i].is;
			l->set |= CSS_DISPLAY;
		}
}

static void set_visibility(struct css_look *l, struct str v)
{
	l->hidden = css_is(v, "hidden") || css_is(v, "collapse");
	l->set |= CSS_HIDDEN;
}

static void set_gone(struct css_look *l)
{
	l->gone = true;
	l->set |= CSS_GONE;
}

static void set_opacity(struct css_look *l, struct str v)
{
	if (css_is(v, "0") || css_is(v, "0.0") || css_is(v, "0%"))
		set_gone(l);
}

static void set_position(struct css_look *l, struct str v)
{
	l->fixed = css_is(v, "fixed") || css_is(v, "sticky");
	l->placed = l->fixed || css_is(v, "absolute");
	l->set |= CSS_FIXED;
}

/* ---- colours */

static void set_color(struct css_look *l, struct str v)
{
	if (css_is(v, "inherit") || css_is(v, "unset"))
		return;
	l->color = (uint8_t)css_color_of(v);
	l->set |= CSS_COLOR;
}

/* The short form has pictures and places, too: what is more than one word is something. */
static void set_ground(struct css_look *l, struct str v)
{
	if (css_is(v, "inherit"))
		return;
	bool nothing = css_is(v, "none") || css_is(v, "0") || css_is(v, "0 0") || css_is(v, "initial") || css_is(v, "unset");
	l->ground = (uint8_t)(nothing ? CSS_CLEAR : css_color_of(v));
	l->set |= CSS_GROUND;
}

static void set_ground_picture(struct css_look *l, struct str v)
{
	if (css_is(v, "none") || css_is(v, "initial"))
		return;
	l->ground = CSS_DARK;
	l->set |= CSS_GROUND;
}

/* ---- boxes of no height, whose content is cut off */

static void set_height(struct css_look *l, struct str v)
{
	int32_t n;
	l->flat = length_of(v, &n) && n == 0;
	l->set |= CSS_FLAT;
}

static void set_overflow(struct css_look *l, struct str v)
{
	l->cut = css_is(v, "hidden") || css_is(v, "clip");
	l->set |= CSS_CUT;
}

static void set_transform(struct css_look *l, struct str v)
{
	if (css_is(v, "scale(0)") || css_is(v, "scale(0,0)") || css_is(v, "scale(0, 0)"))
		set_gone(l);
}

/* Moved off the screen: no one sees it. */
static void set_offset(struct css_look *l, struct str v)
{
	int32_t n;
	if (length_of(v, &n) && v.n > 2 && css_is((struct str){ v.p + v.n - 2, 2 }, "px") && n < FAR_LEFT)
		set_gone(l);
}

/* Cut down to nothing, as text for screen readers only is. */
static void set_clip(struct css_look *l, struct str v)
{
	struct str word;
	int32_t n = 0;
	bool nothing = v.n > 5 && css_is((struct str){ v.p, 5 }, "rect("), inset = v.n > 6 && css_is((struct str){ v.p, 6 }, "inset(");
	if (inset) {
		v = (struct str){ v.p + 6, v.n - 6 };
		str_cut(v, ')', &word);
		if (length_of(css_word(&word), &n) && n <= -50)
			set_gone(l);
	}
	if (!nothing || v.p[v.n - 1] != ')')
		return;
	for (v = (struct str){ v.p + 5, v.n - 6 }; str_trim(v).n && nothing;) {
		word = css_word(&v);
		for (struct str one; word.n && nothing;) {
			word = str_cut(word, ',', &one);
			nothing = !one.n || (length_of(one, &n) && n >= 0 && n <= 100);
		}
	}
	if (nothing)
		set_gone(l);
}

/* ---- what stands side by side */

static void set_direction(struct css_look *l, struct str v)
{
	while (v.n) {
		struct str w = css_word(&v);
		l->stacks |= css_is(w, "column") || css_is(w, "column-reverse") || css_is(w, "wrap") || css_is(w, "wrap-reverse");
	}
	l->set |= CSS_STACKS;
}

static void set_row(struct css_look *l, struct str v)
{
	if (css_is(v, "row") || css_is(v, "row-reverse")) {
		l->stacks = false;
		l->set |= CSS_STACKS;
	} else {
		set_direction(l, v);
	}
}

/* "1fr 2fr", "repeat(3, 1fr)": how many; 0 if it depends on the room there is. */
static void set_tracks(struct css_look *l, struct str v)
{
	enum { MOST = 40 };
	int64_t times = 1;
	size_t tracks = 0, depth = 0;
	if (v.n > 7 && css_is((struct str){ v.p, 7 }, "repeat(")) {
		struct str count;
		v = str_cut((struct str){ v.p + 7, v.n - 7 }, ',', &count);
		if (!str_to_i64(str_trim(count), &times) || times < 1 || times > MOST || !v.n || v.p[v.n - 1] != ')')
			times = 0;
		v.n -= v.n > 0;
	}
	for (size_t i = 0; i < v.n; i++) {
		bool blank = (unsigned char)v.p[i] <= ' ', first = i == 0 || (unsigned char)v.p[i - 1] <= ' ';
		tracks += !blank && first && depth == 0 && v.p[i] != '[' && v.p[i] != '/';
		depth += v.p[i] == '(';
		depth -= v.p[i] == ')' && depth;
		if (v.n - i > 7 && css_is((struct str){ v.p + i, 7 }, "repeat("))
			times = 0;
	}
	l->tracks = (uint8_t)(tracks * (size_t)times > MOST ? 0 : tracks * (size_t)times);
	l->set |= CSS_TRACKS;
}

/* "span 2", "1 / -1", "1 / 3": tracks that an element takes. */
static void set_span(struct css_look *l, struct str v)
{
	struct str from, to = str_trim(str_cut(v, '/', &from));
	int64_t a = 0, b = 0;
	from = str_trim(from);
	struct str last = to.n ? to : from;
	if (last.n > 5 && css_is((struct str){ last.p, 5 }, "span "))
		str_to_i64(str_trim((struct str){ last.p + 5, last.n - 5 }), &b);
	else if (str_to_i64(from, &a) && str_to_i64(to, &b))
		b = b < 0 ? UINT8_MAX : b - a;
	l->span = (uint8_t)(b > 0 && b < UINT8_MAX ? b : b >= UINT8_MAX ? UINT8_MAX : 0);
	l->set |= CSS_SPAN;
}

/* Of list items; the short form has other words, too. */
static void set_marker(struct css_look *l, struct str v)
{
	static const struct { const char *name; char marker; } rows[] = {
		{ "none", 0 }, { "disc", 'b' }, { "circle", 'b' }, { "square", 'b' }, { "decimal", '1' }, { "decimal-leading-zero", '1' },
		{ "lower-alpha", 'a' }, { "lower-latin", 'a' }, { "upper-alpha", 'A' }, { "upper-latin", 'A' },
		{ "lower-roman", 'i' }, { "upper-roman", 'I' },
	};
	while (v.n) {
		struct str w = css_word(&v);
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
			if (css_is(w, rows[i].name)) {
				l->marker = rows[i].marker;
				l->set |= CSS_MARKER;
			}
	}
}

static void set_width(struct css_look *l, struct str v)
{
	int32_t n;
	l->has_width = length_of(v, &n) && n != 0;
	l->set |= CSS_WIDTH;
}

/* Of what stands before or after an element: kept as it is written. */
static void set_content(struct css_look *l, struct str v)
{
	l->content = css_is(v, "none") || css_is(v, "normal") ? (struct str){ "", 0 } : v;
	l->set |= CSS_CONTENT;
}

static void set_weight(struct css_look *l, struct str v)
{
	l->bold = css_is(v, "bold") || css_is(v, "bolder") || (v.n == 3 && v.p[0] >= '6' && v.p[0] <= '9');
	l->set |= CSS_BOLD;
}

static void set_italic(struct css_look *l, struct str v)
{
	l->italic = css_is(v, "italic") || css_is(v, "oblique");
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
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (css_is(v, names[i].name)) {
			l->size = names[i].size;
			l->set |= CSS_SIZE;
		}
}

static void set_align(struct css_look *l, struct str v)
{
	l->align = css_is(v, "right") || css_is(v, "end") ? FLOW_RIGHT : css_is(v, "center") || css_is(v, "-moz-center") ? FLOW_CENTER : FLOW_LEFT;
	l->set |= CSS_ALIGN;
}

static void set_valign(struct css_look *l, struct str v)
{
	if (css_is(v, "super") || css_is(v, "sub")) {
		l->raise = css_is(v, "super") ? 1 : -1;
		l->set |= CSS_RAISE;
		return;
	}
	l->valign = css_is(v, "bottom") || css_is(v, "baseline") ? FLOW_BOTTOM : css_is(v, "middle") ? FLOW_MIDDLE : FLOW_TOP;
	l->set |= CSS_VALIGN;
}

static void set_pre(struct css_look *l, struct str v)
{
	l->pre = v.n >= 3 && css_is((struct str){ v.p, 3 }, "pre") && !css_is(v, "pre-line");
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
	if (css_is(v, "always") || css_is(v, "page"))
		l->page |= 1;
	l->set |= CSS_PAGE;
}

static void set_page_after(struct css_look *l, struct str v)
{
	if (css_is(v, "always") || css_is(v, "page"))
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
		struct str w = css_word(&v);
		drawn |= css_is(w, "solid") || css_is(w, "double") || css_is(w, "dashed") || css_is(w, "dotted") || css_is(w, "groove") || css_is(w, "ridge") ||
			 css_is(w, "inset") || css_is(w, "outset");
		none |= css_is(w, "none") || css_is(w, "0") || css_is(w, "0px") || css_is(w, "0pt") || css_is(w, "transparent") || css_is(w, "white") ||
			css_is(w, "#ffffff") || css_is(w, "#fff");
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
		w[n] = css_word(&v);
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
	{ "margin-left", set_indent }, { "padding", set_box }, { "margin", set_box }, { "clip", set_clip }, { "clip-path", set_clip },
	{ "flex-direction", set_row }, { "flex-wrap", set_direction }, { "flex-flow", set_direction },
	{ "grid-template-columns", set_tracks }, { "grid-column", set_span }, { "width", set_width }, { "min-width", set_width },
	{ "color", set_color }, { "background", set_ground }, { "background-color", set_ground },
	{ "background-image", set_ground_picture }, { "height", set_height }, { "max-height", set_height },
	{ "overflow", set_overflow }, { "overflow-y", set_overflow }, { "transform", set_transform },
	{ "position", set_position }, { "content", set_content }, { "list-style", set_marker }, { "list-style-type", set_marker },
};

/* Up to a ";" outside of strings. */
static struct str declaration_cut(struct str s, struct str *one)
{
	char quote = 0;
	size_t i = 0;
	for (; i < s.n && (quote || s.p[i] != ';'); i++) {
		if (s.p[i] == '\\')
			i += i + 1 < s.n;
		else if (quote ? s.p[i] == quote : s.p[i] == '"' || s.p[i] == '\'')
			quote = quote ? 0 : s.p[i];
	}
	*one = (struct str){ s.p, i };
	return (struct str){ s.p + i + (i < s.n), s.n - i - (i < s.n) };
}

bool css_next(struct str *declarations, struct str *name, struct str *value)
{
	if (!declarations->n)
		return false;
	struct str one;
	*declarations = declaration_cut(*declarations, &one);
	*value = str_trim(str_cut(one, ':', name));
	*name = str_trim(*name);
	if (value->n > 10 && css_is((struct str){ value->p + value->n - 10, 10 }, "!important"))
		*value = str_trim((struct str){ value->p, value->n - 10 });
	return true;
}

void css_declare(struct css_look *look, struct str text)
{
	for (struct str name, value; css_next(&text, &name, &value);)
		for (size_t i = 0; value.n && i < sizeof(properties) / sizeof(*properties); i++)
			if (css_is(name, properties[i].name))
				properties[i].set(look, value);
}

/* ---- "content" (CSS 2.2 section 12.2) */

/* An escape, from behind its backslash: "\\201C " is the character of that number. */
static size_t escape_put(struct str s, size_t i, struct buf *out)
{
	uint32_t c = 0;
	size_t from = i;
	char utf8[4];
	for (; i < s.n && i - from < 6; i++) {
		char d = s.p[i] | 0x20;
		if (!((d >= '0' && d <= '9') || (d >= 'a' && d <= 'f')) || s.p[i] < '0')
			break;
		c = c * 16 + (uint32_t)(d >= 'a' ? d - 'a' + 10 : d - '0');
	}
	if (i == from) {
		if (i < s.n && s.p[i] != '\n')
			buf_byte(out, s.p[i]);
		return i + (i < s.n);
	}
	/* Private ones are pictures of a font for pictures. */
	if (c == 0xA || c == 0xD)
		buf_byte(out, ' ');
	else if (c >= ' ' && c < 0x110000 && !(c >= 0xD800 && c < 0xF900))
		buf_add(out, utf8, str_utf8_put(c, utf8));
	return i + (i < s.n && s.p[i] == ' ');
}

/* A string, from its quote on; past its end. */
static size_t string_put(struct str s, size_t i, struct buf *out)
{
	char quote = s.p[i++];
	while (i < s.n && s.p[i] != quote) {
		if (s.p[i] == '\\')
			i = escape_put(s, i + 1, out);
		else
			buf_byte(out, s.p[i++]);
	}
	return i + 1;
}

void css_content(struct str value, struct str (*attribute)(const void *ctx, struct str name), const void *ctx, struct buf *out)
{
	for (size_t i = 0; i < value.n;) {
		struct str rest = { value.p + i, value.n - i }, name;
		if (rest.n > 7 && css_is((struct str){ rest.p, 7 }, "counter")) {
			buf_clear(out); /* numbers are not counted: their point alone says nothing */
			return;
		}
		if (rest.p[0] == '"' || rest.p[0] == '\'') {
			i = string_put(value, i, out);
		} else if (rest.n > 5 && css_is((struct str){ rest.p, 5 }, "attr(")) {
			str_cut((struct str){ rest.p + 5, rest.n - 5 }, ')', &name);
			buf_str(out, attribute(ctx, str_trim(name)));
			i += 5 + name.n + 1;
		} else if (rest.p[0] == '/') {
			return; /* what stands behind it is read aloud */
		} else if (rest.p[0] == '(') {
			i += str_cut(rest, ')', &name).p ? name.n + 1 : rest.n; /* of a counter or picture */
		} else {
			i++;
		}
	}
}
