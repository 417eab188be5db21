/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What text looks like by default, and how placeholders inherit it (ECMA-376 part 1, 19.3.1.36, 21.1.2.4).
 */
#include "parse/office.h"
#include "parse/ooxml.h"
#include "parse/pptx.h"

static const struct pptx_shape *by_place(const struct pptx_sheet *s, const struct pptx_shape *shape)
{
	for (size_t i = 0; shape->idx && i < s->shapes_n; i++)
		if (s->shapes[i].idx == shape->idx)
			return &s->shapes[i];
	return NULL;
}

static enum pptx_role role_of(const struct pptx_shape *s)
{
	static const char *const others[] = { "dt", "ftr", "sldNum", "hdr" };
	if (!s->is_placeholder)
		return PPTX_OTHER;
	if (str_eq_z(s->type, "title") || str_eq_z(s->type, "ctrTitle"))
		return PPTX_TITLE;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_eq_z(s->type, others[i]))
			return PPTX_OTHER;
	return PPTX_BODY;
}

/* The placeholder of a sheet that another is made after: of the same number in a layout, else of the same kind. */
static const struct pptx_shape *made_after(const struct pptx_sheet *s, const struct pptx_shape *shape, bool is_master)
{
	enum pptx_role role = role_of(shape);
	const struct pptx_shape *found = is_master ? NULL : by_place(s, shape);
	for (size_t i = 0; !found && i < s->shapes_n; i++)
		if (role == PPTX_OTHER ? str_eq(s->shapes[i].type, shape->type) : role_of(&s->shapes[i]) == role)
			found = &s->shapes[i];
	return found;
}

void pptx_level_inherit(struct pptx_level *to, const struct pptx_level *from)
{
	to->size = to->size ? to->size : from->size;
	to->bold = to->bold ? to->bold : from->bold;
	to->italic = to->italic ? to->italic : from->italic;
	to->align = to->align ? to->align : from->align;
	if (!to->bullet) {
		to->bullet = from->bullet;
		to->format = from->format;
		to->before = from->before;
		to->after = from->after;
		to->start = from->start;
	}
}

static void looks_inherit(struct pptx_looks *to, const struct pptx_looks *from)
{
	for (int i = 0; i < PPTX_LEVELS; i++)
		pptx_level_inherit(&to->level[i], &from->level[i]);
}

void pptx_shape_inherit(struct pptx_reader *r)
{
	struct pptx_shape *s = &r->shape;
	enum pptx_role role = role_of(s);
	r->whole = s->looks;
	for (const struct pptx_sheet *sheet = r->under; sheet; sheet = sheet->under) {
		const struct pptx_shape *after = s->is_placeholder ? made_after(sheet, s, !sheet->under) : NULL;
		if (after) {
			s->anchor = s->anchor ? s->anchor : after->anchor;
			s->filled = s->filled ? s->filled : after->filled;
			for (int i = 0; i < 4; i++)
				s->inset[i] = s->inset[i] >= 0 ? s->inset[i] : after->inset[i];
			if (!s->has_box && after->has_box) {
				s->box = after->box;
				s->has_box = true;
			}
			looks_inherit(&r->whole, &after->looks);
		}
		if (!sheet->under)
			looks_inherit(&r->whole, &sheet->roles[role]);
	}
	if (r->defaults && role == PPTX_OTHER)
		looks_inherit(&r->whole, r->defaults);
}

/* ---- reading */

static void bullet_auto(struct pptx_level *l, const struct xml_node *n)
{
	static const struct { const char *begins; char format; } formats[] = {
		{ "arabic", '1' }, { "alphaLc", 'a' }, { "alphaUc", 'A' }, { "romanLc", 'i' }, { "romanUc", 'I' },
	};
	struct str type = ooxml_attr(n, "type");
	l->bullet = 3;
	l->format = '1';
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (str_starts(type, str_from(formats[i].begins)))
			l->format = formats[i].format;
	l->before = str_ends(type, STR("ParenBoth")) ? '(' : 0;
	l->after = str_ends(type, STR("Period")) ? '.' : str_ends(type, STR("ParenBoth")) ||
		str_ends(type, STR("ParenR")) ? ')' : 0;
	l->start = ooxml_number(n, "startAt", 1);
}

void pptx_level_say(struct pptx_level *l, const struct xml_node *n)
{
	struct str align = ooxml_attr(n, "algn"), bold = ooxml_attr(n, "b"), italic = ooxml_attr(n, "i");
	int32_t size = ooxml_number(n, "sz", 0);
	if (align.n)
		l->align = (int8_t)(1 + (str_eq_z(align, "r") ? FLOW_RIGHT : str_eq_z(align, "ctr") ? FLOW_CENTER :
			FLOW_LEFT));
	if (size >= 100 && size <= 60000)
		l->size = (uint16_t)size;
	if (bold.n)
		l->bold = ooxml_on(bold) ? 1 : -1;
	if (italic.n)
		l->italic = ooxml_on(italic) ? 1 : -1;
}

bool pptx_looks_start(struct pptx_reader *r, const struct xml_node *n)
{
	struct str name = str_from(n->name);
	if (r->looks && name.n == 7 && str_starts(name, STR("lvl")) && str_ends(name, STR("pPr")) && name.p[3] >= '1' &&
		name.p[3] <= '9') {
		r->level = &r->looks->level[name.p[3] - '1'];
		pptx_level_say(r->level, n);
	} else if (!r->level) {
		return false;
	} else if (xml_is(n, "defRPr")) {
		pptx_level_say(r->level, n);
	} else if (xml_is(n, "buNone")) {
		r->level->bullet = 1;
	} else if (xml_is(n, "buChar") || xml_is(n, "buBlip")) {
		r->level->bullet = 2;
	} else if (xml_is(n, "buAutoNum")) {
		bullet_auto(r->level, n);
	} else {
		return false;
	}
	return true;
}

struct str pptx_marker(struct pptx_reader *r, const struct pptx_level *l, int level)
{
	struct buf b = BUF_INIT(200);
	for (int i = level + 1; i < PPTX_LEVELS; i++)
		r->counts[i] = 0;
	if (l->bullet != 3) {
		r->counts[level] = 0;
		return l->bullet == 2 ? STR("\xE2\x80\xA2") : STR("");
	}
	if (l->before)
		buf_byte(&b, l->before);
	office_number(&b, l->format, l->start + r->counts[level]++);
	if (l->after)
		buf_byte(&b, l->after);
	struct str s = arena_str(r->arena, buf_view(&b));
	buf_fini(&b);
	return s;
}
