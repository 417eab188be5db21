/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Styles of OpenDocument, in a hash table; list styles, master pages and page layouts with them.
 */
#include "parse/css.h"
#include "parse/odf.h"

#include <stdlib.h>

enum { SLOTS = 1 << 16, MOST_STYLES = 40000, MOST_MASTERS = 500, CHAIN = 12 };

struct odf_styles {
	struct arena *arena;
	struct odf_style **slots;
	size_t styles_n, masters_n, layouts_n;
	struct odf_master *masters;
	struct odf_layout *layouts;
	struct odf_style *at;     /* being read */
	struct odf_layout *layout;
	struct odf_level *level;
	struct flow_stops *stops; /* being read */
	bool shaded;              /* some pages are not paper */
};

struct odf_styles *odf_styles_new(struct arena *a)
{
	struct odf_styles *s = ARENA_NEW(a, struct odf_styles);
	if (!s)
		return NULL;
	s->arena = a;
	s->slots = ARENA_ARRAY(a, SLOTS, struct odf_style *);
	s->masters = ARENA_ARRAY(a, MOST_MASTERS, struct odf_master);
	s->layouts = ARENA_ARRAY(a, MOST_MASTERS, struct odf_layout);
	return s->slots && s->masters && s->layouts ? s : NULL;
}

/* FNV-1a */
static uint32_t slot_of(enum odf_family family, struct str name)
{
	uint32_t h = 2166136261u ^ family;
	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * 16777619u;
	return (h ^ h >> 16) % SLOTS;
}

static struct odf_style **place_of(const struct odf_styles *s, enum odf_family family, struct str name)
{
	uint32_t i = slot_of(family, name);
	while (s->slots[i] && !(s->slots[i]->family == family && str_eq(s->slots[i]->name, name)))
		i = (i + 1) % SLOTS;
	return &s->slots[i];
}

struct odf_style *odf_style_find(const struct odf_styles *s, enum odf_family family, struct str name)
{
	return *place_of(s, family, name);
}

static struct odf_style *style_add(struct odf_styles *s, enum odf_family family, struct str name)
{
	struct odf_style **place = place_of(s, family, name);
	if (!*place && s->styles_n < MOST_STYLES && (*place = ARENA_NEW(s->arena, struct odf_style))) {
		s->styles_n++;
		**place = (struct odf_style){ .name = arena_str(s->arena, name), .family = (uint8_t)family, .left = ODF_UNSAID,
			.first = ODF_UNSAID };
	}
	return *place;
}

struct odf_style odf_style_whole(const struct odf_styles *s, enum odf_family family, struct str name)
{
	struct odf_style whole = { .family = (uint8_t)family, .left = ODF_UNSAID, .first = ODF_UNSAID };
	for (int i = 0; i < CHAIN; i++) {
		const struct odf_style *t = odf_style_find(s, family, name);
		bool last = !t || (!t->parent.n && !name.n);
		if (t) {
			whole.size = whole.size ? whole.size : t->size;
			whole.bold = whole.bold ? whole.bold : t->bold;
			whole.italic = whole.italic ? whole.italic : t->italic;
			whole.underline = whole.underline ? whole.underline : t->underline;
			whole.hidden = whole.hidden ? whole.hidden : t->hidden;
			whole.paper = whole.paper ? whole.paper : t->paper;
			whole.shaded = whole.shaded ? whole.shaded : t->shaded;
			whole.raise = whole.raise ? whole.raise : t->raise;
			whole.align = whole.align ? whole.align : t->align;
			whole.valign = whole.valign ? whole.valign : t->valign;
			whole.borders |= t->borders;
			whole.list = whole.list.n ? whole.list : t->list;
			whole.master = whole.master.n ? whole.master : t->master;
			whole.font = whole.font ? whole.font : t->font;
			whole.stops = whole.stops ? whole.stops : t->stops;
			whole.left = whole.left != ODF_UNSAID ? whole.left : t->left;
			whole.first = whole.first != ODF_UNSAID ? whole.first : t->first;
			whole.downwards |= t->downwards;
			whole.break_before |= t->break_before;
			whole.break_after |= t->break_after;
		}
		if (last)
			break;
		name = t->parent; /* the default style of a family has no name */
	}
	return whole;
}

void odf_style_apply(struct flow_style *to, const struct odf_style *s)
{
	const struct { int8_t said; uint8_t flag; } flags[] = { { s->bold, DOC_BOLD }, { s->italic, DOC_ITALIC },
		{ s->underline, DOC_UNDERLINED }, { s->paper, ODF_PAPER } };
	to->size = s->size ? s->size : to->size;
	to->raise = s->raise ? s->raise : to->raise;
	to->symbol = s->font ? (uint8_t)(s->font - 1) : to->symbol;
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (flags[i].said)
			to->flags = (uint8_t)(flags[i].said > 0 ? to->flags | flags[i].flag :
				to->flags & ~flags[i].flag);
}

struct odf_master *odf_master_find(const struct odf_styles *s, struct str name)
{
	for (size_t i = 0; i < s->masters_n; i++)
		if (!name.n || str_eq(s->masters[i].name, name))
			return &s->masters[i];
	return NULL;
}

const struct odf_layout *odf_layout_of(const struct odf_styles *s, const struct odf_master *m)
{
	for (size_t i = 0; m && i < s->layouts_n; i++)
		if (str_eq(s->layouts[i].name, m->layout))
			return &s->layouts[i];
	return NULL;
}

void odf_masters_compare(struct odf_styles *s)
{
	for (size_t i = 0; i < s->masters_n; i++)
		for (uint8_t k = 0; k < s->masters[i].texts_n; k++)
			for (size_t j = 0; j <= i; j++)
				for (uint8_t l = 0; l < (j == i ? k : s->masters[j].texts_n); l++)
					s->masters[i].repeats[k] |= s->masters[i].texts[k] == s->masters[j].texts[l];
}

/* ---- values */

int32_t odf_length(struct str s, int32_t otherwise)
{
	static const struct { const char *unit; double size; } units[] = {
		{ "cm", 7200 / 2.54 }, { "mm", 720 / 2.54 }, { "in", 7200 }, { "pt", 100 }, { "pc", 1200 },
		{ "px", 75 },
	};
	double v = 0, scale = 1;
	size_t i = 0;
	bool minus = s.n && s.p[0] == '-', point = false, digit = false;
	for (i = minus; i < s.n && i < 20 && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] == '.' && !point)); i++) {
		if (s.p[i] == '.') {
			point = true;
			continue;
		}
		digit = true;
		v = v * 10 + (s.p[i] - '0');
		scale = point ? scale * 10 : scale;
	}
	for (size_t u = 0; digit && u < sizeof(units) / sizeof(*units); u++)
		if (str_eq_z((struct str){ s.p + i, s.n - i }, units[u].unit)) {
			v = v / scale * units[u].size;
			return v > 20000000 ? otherwise : (int32_t)(minus ? -v : v);
		}
	return otherwise;
}

struct str odf_attr(const struct xml_node *n, const char *name)
{
	struct str s = xml_attr(n, name);
	return s.p ? s : (struct str){ "", 0 };
}

uint16_t odf_count(const struct xml_node *n, const char *name, uint16_t most)
{
	int64_t v;
	return str_to_i64(odf_attr(n, name), &v) && v > 0 ? (uint16_t)(v < most ? v : most) : 1;
}

struct word { /* a value of an attribute and what it stands for */
	const char *text;
	int8_t value;
};

static int8_t look_up(const struct word *words, struct str s)
{
	for (; words->text; words++)
		if (str_eq_z(s, words->text))
			return words->value;
	return 0;
}

static const struct word families[] = {
	{ "paragraph", ODF_PARAGRAPH }, { "text", ODF_TEXT }, { "table-cell", ODF_CELL }, { "graphic", ODF_GRAPHIC },
	{ "presentation", ODF_PRESENTATION }, { "section", ODF_SECTION }, { "table", ODF_TABLE }, { "table-row", ODF_ROW },
	{ "drawing-page", ODF_PAGE }, { NULL, 0 },
};
static const struct word weights[] = {
	{ "bold", 1 }, { "600", 1 }, { "700", 1 }, { "800", 1 }, { "900", 1 }, { "normal", -1 }, { "400", -1 },
	{ NULL, 0 },
};
static const struct word slants[] = { { "italic", 1 }, { "oblique", 1 }, { "normal", -1 }, { NULL, 0 } };
static const struct word aligns[] = {
	{ "left", FLOW_LEFT + 1 }, { "start", FLOW_LEFT + 1 }, { "justify", FLOW_LEFT + 1 },
	{ "center", FLOW_CENTER + 1 },
	{ "right", FLOW_RIGHT + 1 }, { "end", FLOW_RIGHT + 1 }, { NULL, 0 },
};
static const struct word valigns[] = {
	{ "top", FLOW_TOP + 1 }, { "middle", FLOW_MIDDLE + 1 }, { "bottom", FLOW_BOTTOM + 1 },
	{ "automatic", FLOW_TOP + 1 }, { NULL, 0 },
};
static const struct word formats[] = { { "1", '1' }, { "a", 'a' }, { "A", 'A' }, { "i", 'i' }, { "I", 'I' },
	{ NULL, 0 } };

/* ---- elements */

/* A background: 0 = not said, -1 = none, or the colour of paper, 1 = something else. */
static int8_t shade_of(const struct xml_node *n)
{
	struct str color = odf_attr(n, "background-color"), fill = odf_attr(n, "fill");
	if (str_eq_z(fill, "solid") && odf_attr(n, "fill-color").n)
		color = odf_attr(n, "fill-color");
	else if (fill.n)
		return str_eq_z(fill, "none") ? -1 : 1;
	return !color.n ? 0 : css_color_of(color) == CSS_DARK ? 1 : -1;
}

/* "Wingdings1" is the name of a face of Wingdings. */
static uint8_t font_of(struct str name)
{
	enum symbol_font font = symbol_font(name);
	while (!font && name.n && name.p[name.n - 1] >= '0' && name.p[name.n - 1] <= '9')
		name.n--;
	return (uint8_t)(1 + (font ? font : symbol_font(name)));
}

static void stop_add(struct odf_styles *s, const struct xml_node *n)
{
	struct str type = odf_attr(n, "type");
	if (s->stops)
		flow_stop_add(s->stops, odf_length(odf_attr(n, "position"), 0), str_eq_z(type, "right") || str_eq_z(type, "char") ? FLOW_RIGHT :
			str_eq_z(type, "center") ? FLOW_CENTER : FLOW_LEFT);
}

static void text_properties(struct odf_style *s, const struct xml_node *n)
{
	struct str line = odf_attr(n, "text-underline-style"), raise = odf_attr(n, "text-position"),
		display = odf_attr(n, "display");
	int32_t size = odf_length(odf_attr(n, "font-size"), 0);
	struct str color = odf_attr(n, "color");
	bool window = str_eq_z(odf_attr(n, "use-window-font-color"), "true"); /* the one that is read best there */
	s->paper = window || (color.n && css_color_of(color) != CSS_PAPER) ? -1 : color.n ? 1 : 0;
	if (size >= 200 && size <= 60000)
		s->size = (uint16_t)size;
	if (odf_attr(n, "font-name").n || odf_attr(n, "font-family").n)
		s->font = font_of(odf_attr(n, "font-name").n ? odf_attr(n, "font-name") : odf_attr(n, "font-family"));
	s->bold = look_up(weights, odf_attr(n, "font-weight"));
	s->italic = look_up(slants, odf_attr(n, "font-style"));
	s->underline = line.n ? (str_eq_z(line, "none") ? -1 : 1) : 0;
	s->hidden = display.n ? (str_eq_z(display, "none") ? 1 : -1) : s->hidden;
	/* "super 58%", "-33% 58%": places, then sizes */
	if (str_starts(raise, STR("super")) || (raise.n && raise.p[0] >= '1' && raise.p[0] <= '9'))
		s->raise = 1;
	else if (str_starts(raise, STR("sub")) || (raise.n && raise.p[0] == '-'))
		s->raise = -1;
}

static void cell_properties(struct odf_style *s, const struct xml_node *n)
{
	static const struct { const char *name; uint8_t sides; } borders[] = {
		{ "border", FLOW_SIDES }, { "border-top", FLOW_SIDE_TOP }, { "border-right", FLOW_SIDE_RIGHT },
		{ "border-bottom", FLOW_SIDE_BOTTOM }, { "border-left", FLOW_SIDE_LEFT },
	};
	for (size_t i = 0; i < sizeof(borders) / sizeof(*borders); i++) {
		struct str v = odf_attr(n, borders[i].name);
		if (v.n && !str_starts(v, STR("none")) && !str_starts(v, STR("hidden")))
			s->borders |= borders[i].sides;
	}
	s->valign = look_up(valigns, odf_attr(n, "vertical-align"));
}

static void properties(struct odf_styles *s, const struct xml_node *n)
{
	struct odf_style *t = s->at;
	int8_t shaded = shade_of(n);
	t->shaded = t->shaded > 0 ? 1 : shaded; /* of the paragraph, or of its text */
	if (xml_is(n, "text-properties")) {
		text_properties(t, n);
	} else if (xml_is(n, "paragraph-properties")) {
		t->align = look_up(aligns, odf_attr(n, "text-align"));
		t->downwards = str_starts(odf_attr(n, "writing-mode"), STR("tb"));
		t->left = odf_length(odf_attr(n, "margin-left"), ODF_UNSAID);
		t->first = odf_length(odf_attr(n, "text-indent"), ODF_UNSAID);
		t->break_before = str_eq_z(odf_attr(n, "break-before"), "page");
		t->break_after = str_eq_z(odf_attr(n, "break-after"), "page");
	} else if (xml_is(n, "tab-stops")) {
		t->stops = s->stops = ARENA_NEW(s->arena, struct flow_stops);
	} else if (xml_is(n, "tab-stop")) {
		stop_add(s, n);
	} else if (xml_is(n, "table-properties")) {
		t->break_before = str_eq_z(odf_attr(n, "break-before"), "page");
	} else if (xml_is(n, "table-cell-properties")) {
		cell_properties(t, n);
	} else if (xml_is(n, "graphic-properties")) {
		t->valign = look_up(valigns, odf_attr(n, "textarea-vertical-align"));
	} else if (xml_is(n, "section-properties")) {
		t->hidden = str_eq_z(odf_attr(n, "display"), "none");
	} else if (xml_is(n, "drawing-page-properties")) {
		t->hidden = str_eq_z(odf_attr(n, "visibility"), "hidden");
		t->running = (uint8_t)((str_eq_z(odf_attr(n, "display-footer"), "true") ? ODF_FOOTER : 0) |
				       (str_eq_z(odf_attr(n, "display-page-number"), "true") ? ODF_PAGE_NUMBER : 0) |
				       (str_eq_z(odf_attr(n, "display-date-time"), "true") ? ODF_DATE_TIME : 0));
	}
}

static void style_begin(struct odf_styles *s, const struct xml_node *n, struct str name)
{
	int8_t family = look_up(families, odf_attr(n, "family"));
	s->at = family ? style_add(s, (enum odf_family)family, name) : NULL;
	if (!s->at)
		return;
	s->at->parent = arena_str(s->arena, odf_attr(n, "parent-style-name"));
	s->at->list = arena_str(s->arena, odf_attr(n, "list-style-name"));
	s->at->master = arena_str(s->arena, odf_attr(n, "master-page-name"));
}

static void list_begin(struct odf_styles *s, struct str name)
{
	s->at = style_add(s, ODF_LIST, name);
	if (s->at && !s->at->levels)
		s->at->levels = ARENA_ARRAY(s->arena, ODF_LEVELS, struct odf_level);
}

/* Others show an example: "01, 02, 03, …". */
static char format_of(struct str s)
{
	char known = (char)look_up(formats, s);
	return known || !s.n ? known : '1';
}

static void list_level(struct odf_styles *s, const struct xml_node *n, bool bullet)
{
	uint16_t at = odf_count(n, "level", ODF_LEVELS);
	int64_t start;
	if (!s->at || !s->at->levels)
		return;
	struct odf_level *l = &s->at->levels[at - 1];
	*l = (struct odf_level){ .format = bullet ? 'b' : format_of(odf_attr(n, "num-format")),
				 .prefix = arena_str(s->arena, odf_attr(n, "num-prefix")),
				 .suffix = arena_str(s->arena, odf_attr(n, "num-suffix")),
					.shown = (uint8_t)odf_count(n, "display-levels", ODF_LEVELS),
				 .start = str_to_i64(odf_attr(n, "start-value"), &start) && start >= 0 &&
					start < 1000000 ? (int32_t)start : 1 };
	l->next = l->start;
}

static void layout_properties(struct odf_layout *l, const struct xml_node *n)
{
	l->width = odf_length(odf_attr(n, "page-width"), 0);
	l->height = odf_length(odf_attr(n, "page-height"), 0);
	l->margin = odf_length(odf_attr(n, "margin-left"), odf_length(odf_attr(n, "margin"), 3600));
}

bool odf_pages_shaded(const struct odf_styles *s)
{
	return s->shaded;
}

void odf_style_start(struct odf_styles *s, const struct xml_node *n)
{
	struct str name = odf_attr(n, "name");
	if (xml_is(n, "style")) {
		style_begin(s, n, name);
	} else if (xml_is(n, "default-style")) {
		style_begin(s, n, STR(""));
	} else if (xml_is(n, "list-style")) {
		list_begin(s, name);
	} else if (xml_is(n, "outline-style")) {
		list_begin(s, STR(""));
	} else if (xml_is(n, "list-level-style-bullet") || xml_is(n, "list-level-style-image")) {
		list_level(s, n, true);
	} else if (xml_is(n, "list-level-style-number") || xml_is(n, "outline-level-style")) {
		list_level(s, n, false);
	} else if (xml_is(n, "page-layout") && s->layouts_n < MOST_MASTERS) {
		s->layout = &s->layouts[s->layouts_n++];
		s->layout->name = arena_str(s->arena, name);
	} else if (xml_is(n, "page-layout-properties") && s->layout) {
		layout_properties(s->layout, n);
		s->shaded |= shade_of(n) > 0;
	} else if (xml_is(n, "master-page") && s->masters_n < MOST_MASTERS) {
		s->masters[s->masters_n++] = (struct odf_master){
			.name = arena_str(s->arena, name), .layout = arena_str(s->arena,
				odf_attr(n, "page-layout-name")), .style = arena_str(s->arena, odf_attr(n, "style-name")) };
	} else if (s->at) {
		properties(s, n);
	}
}

void odf_style_end(struct odf_styles *s, const struct xml_node *n)
{
	if (xml_is(n, "style") || xml_is(n, "default-style") || xml_is(n, "list-style") || xml_is(n, "outline-style"))
		s->at = NULL;
	else if (xml_is(n, "page-layout"))
		s->layout = NULL;
}
