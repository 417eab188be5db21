/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/docx.h"
#include "parse/office.h"

bool docx_on(const struct xml_node *n)
{
	return ooxml_on(ooxml_attr(n, "val"));
}

struct str docx_kept(struct docx *d, struct str s)
{
	return arena_str(d->arena, s);
}

/* ---- styles.xml */

static uint8_t heading_level(struct str name)
{
	if (str_eq_nocase(name, STR("title")))
		return 1;
	if (name.n == 9 && str_eq_nocase((struct str){ name.p, 8 }, STR("heading ")) && name.p[8] >= '1' &&
		name.p[8] <= '9')
		return (uint8_t)(name.p[8] - '0' < 6 ? name.p[8] - '0' : 6);
	return 0;
}

/* 17.3.1.37: "clear" takes one away that a style has. */
static void stop_say(struct flow_stops *s, const struct xml_node *n)
{
	struct str v = ooxml_attr(n, "val");
	int32_t at = ooxml_number(n, "pos", 0) * DOCX_TWIP;
	if (str_eq_z(v, "clear") || str_eq_z(v, "bar"))
		flow_stop_clear(s, at);
	else
		flow_stop_add(s, at, str_eq_z(v, "right") || str_eq_z(v, "end") || str_eq_z(v, "decimal") ? FLOW_RIGHT :
			str_eq_z(v, "center") ? FLOW_CENTER : FLOW_LEFT);
}

void docx_stops_say(struct docx_stops *s, const struct xml_node *n)
{
	if (xml_is(n, "tab")) {
		stop_say(&s->tabs, n);
	} else if (xml_is(n, "ind")) {
		int32_t hanging = ooxml_number(n, "hanging", 0);
		s->indent_said = true;
		s->left = ooxml_number(n, "left", ooxml_number(n, "start", s->left / DOCX_TWIP)) * DOCX_TWIP;
		s->first = (hanging ? -hanging : ooxml_number(n, "firstLine", 0)) * DOCX_TWIP;
	}
}

static void style_new(struct docx *d, const struct xml_node *n)
{
	d->style = d->styles_n < DOCX_STYLES ? &d->styles[d->styles_n++] : NULL;
	d->in_condition = false;
	if (!d->style)
		return;
	*d->style = (struct docx_style){ .id = docx_kept(d, ooxml_attr(n, "styleId")), .list = DOCX_UNSAID,
		.list_level = DOCX_UNSAID };
	if (str_eq_z(ooxml_attr(n, "type"), "paragraph") && ooxml_attr(n, "default").n && ooxml_on(ooxml_attr(n, "default")))
		d->default_style = d->style->id;
}

static uint16_t size_of(const struct xml_node *n)
{
	int32_t half_points = ooxml_number(n, "val", 0);
	return half_points >= 4 && half_points < 300 ? (uint16_t)(half_points * 50) : 0;
}

static int8_t said(const struct xml_node *n)
{
	return docx_on(n) ? 1 : -1;
}

/* 17.3.5: a fill that is not that of paper, or a pattern. */
int8_t docx_shades(const struct xml_node *n)
{
	struct str fill = ooxml_attr(n, "fill"), v = ooxml_attr(n, "val");
	bool themed = ooxml_attr(n, "themeFill").n && !str_eq_z(ooxml_attr(n, "themeFill"), "background1");
	bool clear = !v.n || str_eq_z(v, "clear") || str_eq_z(v, "nil");
	return themed || !clear || (fill.n && !str_eq_z(fill, "auto") && !str_eq_nocase(fill, STR("FFFFFF"))) ? 1 : -1;
}

/* 17.3.2.6: "auto" is what can be read. */
int8_t docx_is_paper(const struct xml_node *n)
{
	struct str theme = ooxml_attr(n, "themeColor");
	bool dark = ooxml_attr(n, "themeShade").n > 0;
	return (!theme.n && str_eq_nocase(ooxml_attr(n, "val"), STR("FFFFFF"))) ||
	       (!dark && (str_eq_z(theme, "background1") || str_eq_z(theme, "light1"))) ? 1 : -1;
}

static void style_say(struct docx_style *s, struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "name"))
		s->level = heading_level(ooxml_attr(n, "val"));
	else if (xml_is(n, "basedOn"))
		s->based_on = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "sz"))
		s->size = size_of(n);
	else if (xml_is(n, "b"))
		s->bold = said(n);
	else if (xml_is(n, "i"))
		s->italic = said(n);
	else if (xml_is(n, "vanish"))
		s->hidden = said(n);
	else if (xml_is(n, "color"))
		s->paper = docx_is_paper(n);
	else if (xml_is(n, "shd"))
		s->shaded = docx_shades(n);
	else if (xml_is(n, "insideH") || xml_is(n, "insideV"))
		s->ruled = docx_on(n) && !str_eq_z(ooxml_attr(n, "val"), "nil") ? 1 : s->ruled ? s->ruled : -1;
	else if (xml_is(n, "numId"))
		s->list = ooxml_number(n, "val", 0);
	else if (xml_is(n, "ilvl"))
		s->list_level = ooxml_number(n, "val", 0);
	else
		docx_stops_say(&s->stops, n);
}

static bool style_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style"))
		style_new(d, n);
	else if (xml_is(n, "tblStylePr"))
		d->in_condition = true;
	else if (d->style && d->in_condition && xml_is(n, "shd"))
		d->style->shaded = 1; /* some of the table is */
	else if (!d->style && xml_is(n, "sz"))
		d->default_size = size_of(n); /* 17.7.5: of the document, before its styles */
	else if (d->style && !d->in_condition)
		style_say(d->style, d, n);
	return true;
}

static bool style_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style"))
		d->style = NULL;
	else if (xml_is(n, "tblStylePr"))
		d->in_condition = false;
	return true;
}

static const struct docx_style *style_find(const struct docx *d, struct str id)
{
	for (size_t i = 0; id.n && i < d->styles_n; i++)
		if (str_eq(d->styles[i].id, id))
			return &d->styles[i];
	return NULL;
}

static void inherit(struct docx_style *to, const struct docx_style *from)
{
	to->size = to->size ? to->size : from->size;
	to->level = to->level ? to->level : from->level;
	to->bold = to->bold ? to->bold : from->bold;
	to->italic = to->italic ? to->italic : from->italic;
	to->hidden = to->hidden ? to->hidden : from->hidden;
	to->ruled = to->ruled ? to->ruled : from->ruled;
	to->paper = to->paper ? to->paper : from->paper;
	to->shaded = to->shaded ? to->shaded : from->shaded;
	to->list = to->list != DOCX_UNSAID ? to->list : from->list;
	to->list_level = to->list_level != DOCX_UNSAID ? to->list_level : from->list_level;
	if (!to->stops.tabs.n)
		to->stops.tabs = from->stops.tabs;
	if (!to->stops.indent_said) {
		to->stops.left = from->stops.left;
		to->stops.first = from->stops.first;
		to->stops.indent_said = from->stops.indent_said;
	}
}

/* What a style says, with what it leaves to the ones it is based on. */
struct docx_style docx_style_whole(const struct docx *d, struct str id)
{
	struct docx_style whole = { .id = id, .list = DOCX_UNSAID, .list_level = DOCX_UNSAID };
	for (int i = 0; i < 12; i++) {
		const struct docx_style *s = style_find(d, id);
		if (!s)
			break;
		inherit(&whole, s);
		id = s->based_on;
	}
	return whole;
}

/* ---- numbering.xml */

static char format_of(struct str v)
{
	static const struct { const char *name; char format; } rows[] = {
		{ "bullet", 'b' }, { "decimal", '1' }, { "decimalZero", '0' }, { "lowerLetter", 'a' },
		{ "upperLetter", 'A' },
		{ "lowerRoman", 'i' }, { "upperRoman", 'I' }, { "none", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(v, rows[i].name))
			return rows[i].format;
	return '1';
}

static void list_new(struct docx *d, const struct xml_node *n)
{
	if (d->lists_n == DOCX_LISTS)
		return;
	struct docx_list *l = &d->lists[d->lists_n];
	l->id = docx_kept(d, ooxml_attr(n, "abstractNumId"));
	l->level = ARENA_ARRAY(d->arena, DOCX_LEVELS, struct docx_level);
	d->lists_n += l->level != NULL;
}

/* What belongs to w:num: the list that it is of, and where it differs. */
static void use_say(struct docx *d, struct docx_list_use *u, const struct xml_node *n)
{
	int32_t at = ooxml_number(n, "ilvl", DOCX_UNSAID);
	if (xml_is(n, "abstractNumId")) {
		for (uint32_t i = 0; i < d->lists_n; i++)
			u->list = str_eq(d->lists[i].id, ooxml_attr(n, "val")) ? i : u->list;
	} else if (xml_is(n, "lvlOverride")) {
		d->override = at >= 0 && at < DOCX_LEVELS ? at : 0;
	} else if (xml_is(n, "startOverride")) {
		u->restarts |= (uint16_t)(1 << d->override);
		u->start[d->override] = ooxml_number(n, "val", 1);
	} else if (xml_is(n, "lvl")) {
		if (!u->level)
			u->level = ARENA_ARRAY(d->arena, DOCX_LEVELS, struct docx_level);
		d->level_now = u->level ? &u->level[d->override] : NULL;
		u->own |= (uint16_t)(u->level ? 1 << d->override : 0);
	}
}

static void list_say(struct docx *d, struct docx_list *l, const struct xml_node *n)
{
	int32_t at = ooxml_number(n, "ilvl", DOCX_UNSAID);
	if (xml_is(n, "lvl"))
		d->level_now = at >= 0 && at < DOCX_LEVELS ? &l->level[at] : NULL;
	else if (xml_is(n, "styleLink"))
		l->is_style = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "numStyleLink"))
		l->of_style = docx_kept(d, ooxml_attr(n, "val"));
}

static bool list_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "abstractNum"))
		list_new(d, n);
	else if (xml_is(n, "num") && d->uses_n < DOCX_LISTS)
		d->uses[d->uses_n++] = (struct docx_list_use){ .id = ooxml_number(n, "numId", 0), .list = UINT32_MAX };
	else if (d->uses_n)
		use_say(d, &d->uses[d->uses_n - 1], n);
	else if (d->lists_n)
		list_say(d, &d->lists[d->lists_n - 1], n);
	struct docx_level *level = d->level_now;
	if (!level)
		return true;
	if (xml_is(n, "numFmt"))
		level->format = format_of(ooxml_attr(n, "val"));
	else if (xml_is(n, "lvlText"))
		level->text = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "start"))
		level->start = ooxml_number(n, "val", 1);
	else if (xml_is(n, "pStyle"))
		level->style = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "isLgl"))
		level->is_legal = docx_on(n);
	return true;
}

static bool list_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "lvl"))
		d->level_now = NULL;
	return true;
}

static struct docx_list_use *use_find(const struct docx *d, int32_t id)
{
	struct docx_list_use *u = NULL;
	for (size_t i = 0; i < d->uses_n; i++)
		u = d->uses[i].id == id ? &d->uses[i] : u;
	return u && u->list < d->lists_n ? u : NULL;
}

/* The list that has the levels: another one, where a style of lists has them. */
static struct docx_list *list_of(const struct docx *d, const struct docx_list_use *u)
{
	struct docx_list *l = &d->lists[u->list];
	for (size_t i = 0; l->of_style.n && i < d->lists_n; i++)
		if (str_eq(d->lists[i].is_style, l->of_style))
			return &d->lists[i];
	return l;
}

int32_t docx_level_of_style(const struct docx *d, int32_t id, struct str style)
{
	const struct docx_list_use *u = use_find(d, id);
	const struct docx_list *l = u ? list_of(d, u) : NULL;
	for (int32_t i = 0; l && style.n && i < DOCX_LEVELS; i++)
		if (str_eq(l->level[i].style, style))
			return i;
	return 0;
}

static const struct docx_level *level_of(const struct docx_list_use *u, const struct docx_list *l, int32_t at)
{
	return u->own & 1 << at ? &u->level[at] : &l->level[at];
}

/* The next number of a level; those below begin anew. */
static void count_on(struct docx_list_use *u, struct docx_list *l, int32_t at)
{
	if (u->restarts & 1 << at) {
		u->restarts &= (uint16_t)~(1 << at);
		l->next[at] = u->start[at];
	} else {
		l->next[at] = l->begun[at] ? l->next[at] + 1 : level_of(u, l, at)->start;
	}
	l->begun[at] = true;
	for (int32_t i = at + 1; i < DOCX_LEVELS; i++)
		l->begun[i] = false;
}

static void number_put(struct buf *b, char format, int32_t n)
{
	if (format == '0' && n >= 0 && n < 10)
		buf_byte(b, '0');
	office_number(b, format, n);
}

/* "%1.%2)" with the counters in force; a bullet, whatever its font draws, is "•". */
struct str docx_marker(struct docx *d, int32_t id, int32_t at)
{
	struct docx_list_use *u = use_find(d, id);
	if (!u || at < 0 || at >= DOCX_LEVELS)
		return (struct str){ "", 0 };
	struct docx_list *l = list_of(d, u);
	const struct docx_level *level = level_of(u, l, at);
	if (level->format == 'b')
		return STR("\xE2\x80\xA2");
	count_on(u, l, at);
	struct buf b = BUF_INIT(200);
	struct str t = level->text;
	for (size_t i = 0; i < t.n; i++) {
		int k = i + 1 < t.n && t.p[i] == '%' ? t.p[i + 1] - '1' : -1;
		if (k >= 0 && k < DOCX_LEVELS) {
			const struct docx_level *other = level_of(u, l, k);
			if (other->format)
				number_put(&b, level->is_legal ? '1' : other->format, l->begun[k] ? l->next[k] : other->start);
			i++;
		} else {
			buf_byte(&b, t.p[i]);
		}
	}
	struct str s = docx_kept(d, buf_view(&b));
	buf_fini(&b);
	return s;
}

const struct xml_events docx_style_events = { .start = style_start, .end = style_end },
	docx_list_events = { .start = list_start, .end = list_end };
