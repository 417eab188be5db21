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

static bool style_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style")) {
		d->style = d->styles_n < DOCX_STYLES ? &d->styles[d->styles_n++] : NULL;
		if (d->style)
			*d->style = (struct docx_style){ .id = docx_kept(d, ooxml_attr(n, "styleId")) };
	}
	if (!d->style)
		return true;
	if (xml_is(n, "name"))
		d->style->level = heading_level(ooxml_attr(n, "val"));
	else if (xml_is(n, "basedOn"))
		d->style->based_on = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "sz"))
		d->style->size = (uint16_t)(ooxml_number(n, "val", 0) * 50);
	else if (xml_is(n, "b"))
		d->style->bold = docx_on(n) ? 1 : -1;
	else if (xml_is(n, "i"))
		d->style->italic = docx_on(n) ? 1 : -1;
	else if (xml_is(n, "numId"))
		d->style->list = ooxml_number(n, "val", 0);
	else if (xml_is(n, "ilvl"))
		d->style->list_level = ooxml_number(n, "val", 0);
	return true;
}

static bool style_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style"))
		d->style = NULL;
	return true;
}

static const struct docx_style *style_find(const struct docx *d, struct str id)
{
	for (size_t i = 0; id.n && i < d->styles_n; i++)
		if (str_eq(d->styles[i].id, id))
			return &d->styles[i];
	return NULL;
}

/* What a style says, with what it leaves to the ones it is based on. */
struct docx_style docx_style_whole(const struct docx *d, struct str id)
{
	struct docx_style whole = { .id = id };
	for (int i = 0; i < 12; i++) {
		const struct docx_style *s = style_find(d, id);
		if (!s)
			break;
		whole.size = whole.size ? whole.size : s->size;
		whole.level = whole.level ? whole.level : s->level;
		whole.bold = whole.bold ? whole.bold : s->bold;
		whole.italic = whole.italic ? whole.italic : s->italic;
		whole.list_level = whole.list ? whole.list_level : s->list_level;
		whole.list = whole.list ? whole.list : s->list;
		id = s->based_on;
	}
	return whole;
}

/* ---- numbering.xml */

static char format_of(struct str v)
{
	static const struct { const char *name; char format; } rows[] = {
		{ "bullet", 'b' }, { "decimal", '1' }, { "decimalZero", '1' }, { "lowerLetter", 'a' },
		{ "upperLetter", 'A' },
		{ "lowerRoman", 'i' }, { "upperRoman", 'I' }, { "none", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(v, rows[i].name))
			return rows[i].format;
	return '1';
}

static bool list_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	struct docx_list *l = d->lists_n ? &d->lists[d->lists_n - 1] : NULL;
	struct docx_list_use *u = d->uses_n ? &d->uses[d->uses_n - 1] : NULL;
	if (xml_is(n, "abstractNum") && d->lists_n < DOCX_LISTS)
		d->lists[d->lists_n++].id = docx_kept(d, ooxml_attr(n, "abstractNumId"));
	else if (xml_is(n, "num") && d->uses_n < DOCX_LISTS)
		d->uses[d->uses_n++] = (struct docx_list_use){ .id = ooxml_number(n, "numId", 0), .list = UINT32_MAX };
	else if (xml_is(n, "abstractNumId") && u)
		for (uint32_t i = 0; i < d->lists_n; i++)
			u->list = str_eq(d->lists[i].id, ooxml_attr(n, "val")) ? i : u->list;
	if (xml_is(n, "lvl"))
		d->level_now = ooxml_number(n, "ilvl", 0);
	if (!l || d->uses_n || d->level_now < 0 || d->level_now >= DOCX_LEVELS)
		return true;
	struct docx_level *level = &l->level[d->level_now];
	if (xml_is(n, "numFmt"))
		level->format = format_of(ooxml_attr(n, "val"));
	else if (xml_is(n, "lvlText"))
		level->text = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "start"))
		level->start = ooxml_number(n, "val", 1);
	return true;
}

/* "%1.%2)" with the counters in force; a bullet, whatever its font draws, is "•". */
struct str docx_marker(struct docx *d, int32_t id, int32_t at)
{
	struct docx_list_use *u = NULL;
	for (size_t i = 0; i < d->uses_n; i++)
		u = d->uses[i].id == id ? &d->uses[i] : u;
	if (!u || u->list >= d->lists_n || at < 0 || at >= DOCX_LEVELS)
		return (struct str){ "", 0 };
	const struct docx_list *l = &d->lists[u->list];
	if (l->level[at].format == 'b')
		return STR("\xE2\x80\xA2");
	u->next[at] = u->begun[at] ? u->next[at] + 1 : l->level[at].start;
	u->begun[at] = true;
	for (int32_t i = at + 1; i < DOCX_LEVELS; i++)
		u->begun[i] = false;
	if (!l->level[at].format)
		return (struct str){ "", 0 };
	struct buf b = BUF_INIT(200);
	struct str t = l->level[at].text;
	for (size_t i = 0; i < t.n; i++) {
		int k = i + 1 < t.n && t.p[i] == '%' ? t.p[i + 1] - '1' : -1;
		if (k >= 0 && k < DOCX_LEVELS) {
			office_number(&b, l->level[k].format, u->begun[k] ? u->next[k] : l->level[k].start);
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
	docx_list_events = { .start = list_start };
