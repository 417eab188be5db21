/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ooxml.h"
#include "parse/pptx.h"

#include <stdio.h>

enum { INSET_X = 720, INSET_Y = 360, SIZE = 1800, NOTES_SIZE = 1000, MOST_SHAPES = 500 };

void pptx_begin(struct pptx_reader *r, enum pptx_what what)
{
	r->what = what;
	r->depth = r->skip = r->shape_at = r->group_props = r->looks_at = r->para_props = 0;
	r->groups_n = 0;
	r->looks = NULL;
	r->level = NULL;
	r->hidden = r->hides_under = r->in_text = r->para_open = r->framed = r->in_table = r->remaps = false;
	r->fill_at = r->color_at = 0;
	r->ground = 0;
}

/* ---- places */

static double emu(const struct xml_node *n, const char *name)
{
	int64_t v;
	return str_to_i64(ooxml_attr(n, name), &v) && v > -100000000000 && v < 100000000000 ? (double)v / PPTX_EMU : 0;
}

static void pair_read(const struct xml_node *n, const char *x, const char *y, double out[2])
{
	out[0] = emu(n, x);
	out[1] = emu(n, y);
}

static struct pptx_group group_now(const struct pptx_reader *r)
{
	static const struct pptx_group whole = { 1, 1, 0, 0 };
	int n = r->groups_n < 32 ? r->groups_n : 31;
	return n ? r->groups[n] : whole;
}

static int32_t bounded(double v, int32_t most)
{
	return v < 0 ? 0 : v > most ? most : (int32_t)v;
}

static void group_begin(struct pptx_reader *r)
{
	struct pptx_group outer = group_now(r);
	if (++r->groups_n < 32)
		r->groups[r->groups_n] = outer;
}

/* The places of what is in a group are of its own making (ECMA-376 part 1, 20.1.7.5). */
static void group_place(struct pptx_reader *r)
{
	if (!r->groups_n || r->groups_n >= 32)
		return;
	struct pptx_group *g = &r->groups[r->groups_n], outer = *g;
	double sx = r->inner_ext[0] > 0 ? r->ext[0] / r->inner_ext[0] : 1, sy = r->inner_ext[1] > 0 ?
		r->ext[1] / r->inner_ext[1] : 1;
	g->sx = outer.sx * sx;
	g->sy = outer.sy * sy;
	g->dx = outer.dx + (r->off[0] - r->inner_off[0] * sx) * outer.sx;
	g->dy = outer.dy + (r->off[1] - r->inner_off[1] * sy) * outer.sy;
}

static void shape_place(struct pptx_reader *r)
{
	struct pptx_group g = group_now(r);
	double x = r->off[0] * g.sx + g.dx, y = r->off[1] * g.sy + g.dy, w = r->ext[0] * g.sx, h = r->ext[1] * g.sy;
	r->shape.has_box = true;
	/* What lies beside the slide is for its author, unless that is asked for. */
	r->unseen |= !r->beside && (x >= r->width || y >= r->height || x + w < 0 || y + h < 0);
	r->shape.box = (struct doc_box){ bounded(x, r->width), bounded(y, r->height), bounded(x + w, 2 * r->width),
		bounded(y + h, 2 * r->height) };
}

/* ---- shapes */

static void shape_begin(struct pptx_reader *r)
{
	r->shape_at = r->depth;
	r->shape = (struct pptx_shape){ .type = { "", 0 }, .inset = { -1, -1, -1, -1 } };
	r->scale = 1;
	r->unseen = r->wide = r->framed = r->is_picture = r->is_frame = false;
	r->blip = r->svg_blip = (struct str){ "", 0 };
	memset(r->counts, 0, sizeof(r->counts));
}

static bool is_shown(const struct pptx_reader *r)
{
	switch (r->what) {
	case PPTX_SHOW: return true;
	case PPTX_FIXED: return !r->shape.is_placeholder;
	case PPTX_NOTES: return r->shape.is_placeholder && str_eq_z(r->shape.type, "body");
	default: return false;
	}
}

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static int32_t inset(const struct pptx_reader *r, int side)
{
	return r->shape.inset[side] >= 0 ? r->shape.inset[side] : side % 2 ? INSET_Y : INSET_X;
}

/* A box about the middle of another, as wide as that is high. */
static struct doc_box box_across(struct doc_box b)
{
	int32_t cx = (b.x0 + b.x1) / 2, cy = (b.y0 + b.y1) / 2, w = b.x1 - b.x0, h = b.y1 - b.y0;
	return (struct doc_box){ cx - h / 2, cy - w / 2, cx + h / 2, cy + w / 2 };
}

/* The box of its text, when the first of it comes. */
static void frame_open(struct pptx_reader *r)
{
	if (r->framed)
		return;
	r->framed = true;
	pptx_shape_inherit(r);
	struct doc_box b = r->shape.has_box ? r->shape.box : (struct doc_box){ 0, 0, r->width, r->height };
	if (r->what == PPTX_NOTES)
		b = (struct doc_box){ INSET_X, r->height + INSET_Y, r->width - INSET_X, r->height + INSET_Y };
	else if (!r->in_table)
		b = (struct doc_box){ b.x0 + inset(r, 0), b.y0 + inset(r, 1), b.x1 - inset(r, 2), b.y1 - inset(r, 3) };
	if (r->shape.text_turn % 2)
		b = box_across(b);
	b.x1 = larger(r->wide ? larger(b.x1, r->width) : b.x1, b.x0 + SIZE);
	b.y1 = larger(b.y1, b.y0);
	uint8_t turn = (r->shape.turn + r->shape.text_turn) % 4;
	flow_open(r->f, FLOW_FRAME, &(struct flow_props){ .box = b, .turn = turn == 2 ? 0 : turn, .valign = r->shape.anchor ?
		(uint8_t)(r->shape.anchor - 1) : FLOW_TOP });
}

static void shape_keep(struct pptx_reader *r)
{
	struct pptx_sheet *k = r->keep;
	if (!r->shape.is_placeholder || !k->shapes || k->shapes_n >= MOST_SHAPES)
		return;
	k->shapes[k->shapes_n] = r->shape;
	k->shapes[k->shapes_n++].type = arena_str(r->arena, r->shape.type);
}

/* A picture's bytes are named before its place. Those of layouts and masters are ornaments of every slide. */
static void picture_show(struct pptx_reader *r)
{
	static const int32_t none[4] = { 0 };
	if (!r->is_picture || !r->blip.n || r->unseen || r->what != PPTX_SHOW)
		return;
	memcpy(r->shape.inset, none, sizeof(none));
	frame_open(r);
	r->picture(r->ctx, r->blip, r->svg_blip, r->shape.box.x1 - r->shape.box.x0, r->shape.box.y1 - r->shape.box.y0);
}

static void shape_end(struct pptx_reader *r)
{
	if (r->what == PPTX_KEEP)
		shape_keep(r);
	picture_show(r);
	if (r->framed)
		flow_close(r->f);
	pptx_fill_shape(r);
	r->framed = false;
	r->shape_at = 0;
}

static void body_props(struct pptx_reader *r, const struct xml_node *n)
{
	static const char *const insets[] = { "lIns", "tIns", "rIns", "bIns" };
	struct str anchor = ooxml_attr(n, "anchor");
	for (int i = 0; i < 4; i++)
		if (ooxml_attr(n, insets[i]).n)
			r->shape.inset[i] = bounded(emu(n, insets[i]), 7200);
	if (anchor.n)
		r->shape.anchor = (uint8_t)(1 + (str_eq_z(anchor, "ctr") ? FLOW_MIDDLE : str_eq_z(anchor, "b") ?
			FLOW_BOTTOM : FLOW_TOP));
	r->wide = str_eq_z(ooxml_attr(n, "wrap"), "none");
	struct str vert = ooxml_attr(n, "vert");
	r->shape.text_turn = str_eq_z(vert, "vert") ? 1 : str_eq_z(vert, "vert270") ? 3 : 0;
}

static void shape_start(struct pptx_reader *r, const struct xml_node *n)
{
	if (xml_is(n, "xfrm")) {
		int64_t rot; /* 60,000ths of a degree */
		if (str_to_i64(ooxml_attr(n, "rot"), &rot) && rot > -100000000 && rot < 100000000)
			r->shape.turn = (uint8_t)(((rot % 21600000 + 21600000 + 2700000) / 5400000) % 4);
	} else if (xml_is(n, "ph")) {
		r->shape.is_placeholder = true;
		r->shape.type = arena_str(r->arena, ooxml_attr(n, "type"));
		r->shape.idx = (uint32_t)larger(ooxml_number(n, "idx", 0), 0);
	} else if (xml_is(n, "cNvPr")) {
		r->unseen = ooxml_attr(n, "hidden").n && ooxml_on(ooxml_attr(n, "hidden"));
	} else if (xml_is(n, "blip")) {
		r->blip = arena_str(r->arena, xml_attr_ns(n, "embed", "/relationships"));
	} else if (xml_is(n, "svgBlip")) {
		r->svg_blip = arena_str(r->arena, xml_attr_ns(n, "embed", "/relationships"));
	} else if (xml_is(n, "bodyPr") && !r->in_table) {
		body_props(r, n);
	} else if (xml_is(n, "normAutofit")) {
		int32_t scale = ooxml_number(n, "fontScale", 100000);
		r->scale = scale >= 10000 && scale <= 100000 ? scale / 100000.0 : 1;
	} else if (xml_is(n, "lstStyle") && !r->in_table) {
		r->looks = &r->shape.looks;
		r->looks_at = r->depth;
	}
}

/* ---- text */

static void para_begin(struct pptx_reader *r)
{
	r->own = (struct pptx_level){ 0 };
	r->para_level = 0;
	r->para_open = false;
}

static void para_open(struct pptx_reader *r)
{
	if (r->para_open)
		return;
	frame_open(r);
	r->para_open = true;
	struct pptx_level all = r->own;
	pptx_level_inherit(&all, &r->whole.level[r->para_level]);
	r->own = all;
	struct flow_props props = { .after = 200, .align = (uint8_t)(all.align ? all.align - 1 : FLOW_LEFT) };
	if (r->what != PPTX_NOTES)
		props.marker = pptx_marker(r, &all, r->para_level);
	props.indent = r->para_level * 1800;
	flow_open(r->f, props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &props);
}

static struct flow_style style_now(const struct pptx_reader *r)
{
	struct flow_style s = r->run;
	double size = (s.size ? s.size : r->own.size ? r->own.size : SIZE) * r->scale;
	s.size = r->what == PPTX_NOTES ? NOTES_SIZE : (uint16_t)(size < 200 ? 200 : size);
	if (r->own.bold > 0 && !(s.flags & DOC_HIDDEN))
		s.flags |= DOC_BOLD;
	if (r->own.italic > 0)
		s.flags |= DOC_ITALIC;
	s.flags &= (uint8_t)~DOC_HIDDEN; /* stood for "not bold" */
	if (r->letters < 0 && r->what != PPTX_NOTES)
		s.flags |= DOC_HIDDEN; /* the colour of paper */
	return s;
}

static void run_props(struct pptx_reader *r, const struct xml_node *n)
{
	struct pptx_level said = { 0 };
	struct str line = ooxml_attr(n, "u");
	int32_t raise = ooxml_number(n, "baseline", 0);
	pptx_level_say(&said, n);
	r->run = (struct flow_style){ .size = said.size, .raise = (int8_t)((raise > 0) - (raise < 0)) };
	r->run.flags = (uint8_t)((said.bold > 0 ? DOC_BOLD : said.bold < 0 ? DOC_HIDDEN : 0) | (said.italic > 0 ?
		DOC_ITALIC : 0) |
				 (line.n && ooxml_on(line) ? DOC_UNDERLINED : 0));
}

static void text_start(struct pptx_reader *r, const struct xml_node *n)
{
	if (xml_is(n, "p")) {
		para_begin(r);
	} else if (xml_is(n, "pPr")) {
		int32_t level = ooxml_number(n, "lvl", 0);
		r->para_level = level >= 0 && level < PPTX_LEVELS ? level : 0;
		r->para_props = r->depth;
		r->level = &r->own;
		pptx_level_say(r->level, n);
	} else if (xml_is(n, "r") || xml_is(n, "fld")) {
		r->run = (struct flow_style){ 0 };
		r->letters = 0;
		r->is_number = str_eq_z(ooxml_attr(n, "type"), "slidenum");
	} else if (xml_is(n, "rPr")) {
		run_props(r, n);
	} else if (xml_is(n, "t")) {
		r->in_text = true;
	} else if (xml_is(n, "br") && is_shown(r) && !r->unseen) {
		para_open(r);
		flow_break(r->f);
	}
}

/* ---- tables */

static void table_start(struct pptx_reader *r, const struct xml_node *n)
{
	if (!is_shown(r) || r->unseen)
		return;
	if (xml_is(n, "tbl") && !r->in_table) {
		r->in_table = true;
		r->columns = 0;
		frame_open(r);
		flow_open(r->f, FLOW_TABLE, &(struct flow_props){ .borders = FLOW_SIDES });
	} else if (!r->in_table) {
		return;
	} else if (xml_is(n, "gridCol") && r->columns < 256) {
		r->widths[r->columns++] = bounded(emu(n, "w"), r->width);
	} else if (xml_is(n, "tr")) {
		r->row_height = bounded(emu(n, "h"), r->height);
		r->column = 0;
		flow_open(r->f, FLOW_ROW, NULL);
	} else if (xml_is(n, "tc")) {
		uint32_t at = r->column++;
		struct str covered[] = { ooxml_attr(n, "hMerge"), ooxml_attr(n, "vMerge") };
		if ((covered[0].n && ooxml_on(covered[0])) || (covered[1].n && ooxml_on(covered[1]))) {
			r->skip = r->depth;
			return;
		}
		int32_t cols = larger(ooxml_number(n, "gridSpan", 1), 1),
			rows = larger(ooxml_number(n, "rowSpan", 1), 1);
		struct flow_props props = { .col_span = (uint16_t)(cols < 256 ? cols : 256),
			.row_span = (uint16_t)(rows < 10000 ? rows : 10000) };
		props.width = cols == 1 && at < r->columns ? r->widths[at] : 0;
		props.height = rows == 1 ? r->row_height : 0;
		flow_open(r->f, FLOW_CELL, &props);
	}
}

static void table_end(struct pptx_reader *r, const struct xml_node *n)
{
	if (!r->in_table)
		return;
	if (xml_is(n, "tbl") || xml_is(n, "tr") || xml_is(n, "tc"))
		flow_close(r->f);
	if (xml_is(n, "tbl"))
		r->in_table = false;
}

/* ---- elements */

static void root_start(struct pptx_reader *r, const struct xml_node *n)
{
	struct str show = ooxml_attr(n, "show"), under = ooxml_attr(n, "showMasterSp");
	r->hides_under = under.n && !ooxml_on(under);
	if (r->what != PPTX_SHOW)
		return;
	r->hidden = show.n && !ooxml_on(show);
	if (r->hidden)
		r->what = PPTX_HIDDEN;
	else
		flow_open(r->f, FLOW_SHEET, &(struct flow_props){ .box = { 0, 0, r->width, r->height } });
}

static void tree_start(struct pptx_reader *r, const struct xml_node *n)
{
	static const struct { const char *name; enum pptx_role role; } roles[] = {
		{ "titleStyle", PPTX_TITLE }, { "bodyStyle", PPTX_BODY }, { "otherStyle", PPTX_OTHER },
	};
	if (xml_is(n, "grpSp"))
		group_begin(r);
	else if (xml_is(n, "grpSpPr"))
		r->group_props = r->depth;
	else if (xml_is(n, "sp") || xml_is(n, "cxnSp") || xml_is(n, "graphicFrame") || xml_is(n, "pic")) {
		shape_begin(r);
		r->is_picture = xml_is(n, "pic");
		r->is_frame = xml_is(n, "graphicFrame");
	}
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (r->what == PPTX_KEEP && xml_is(n, roles[i].name)) {
			r->looks = &r->keep->roles[roles[i].role];
			r->looks_at = r->depth;
		}
	if (xml_is(n, "defaultTextStyle")) {
		r->looks = r->defaults;
		r->looks_at = r->depth;
	}
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct pptx_reader *r = ctx;
	r->depth++;
	if (r->skip)
		return true;
	if (xml_is(n, "Fallback")) {
		r->skip = r->depth;
		return true;
	}
	if (r->depth == 1)
		root_start(r, n);
	pptx_fill_start(r, n);
	if (pptx_looks_start(r, n))
		return true;
	if (xml_is(n, "off"))
		pair_read(n, "x", "y", r->off);
	else if (xml_is(n, "ext") && ooxml_attr(n, "cx").n)
		pair_read(n, "cx", "cy", r->ext);
	else if (xml_is(n, "chOff"))
		pair_read(n, "x", "y", r->inner_off);
	else if (xml_is(n, "chExt"))
		pair_read(n, "cx", "cy", r->inner_ext);
	else if (!r->shape_at)
		tree_start(r, n);
	else {
		shape_start(r, n);
		table_start(r, n);
		text_start(r, n);
	}
	if (r->shape_at && xml_is(n, "relIds") && r->what == PPTX_SHOW && !r->unseen && r->diagram)
		return r->diagram(r->ctx, xml_attr_ns(n, "dm", "/relationships"), &r->shape.box);
	if (r->shape_at && xml_is(n, "chart") && r->what == PPTX_SHOW && !r->unseen) {
		frame_open(r);
		return r->chart(r->ctx, xml_attr_ns(n, "id", "/relationships"), e);
	}
	return true;
}

static void shape_inside_end(struct pptx_reader *r, const struct xml_node *n)
{
	if (xml_is(n, "t")) {
		r->in_text = false;
	} else if (xml_is(n, "p")) {
		if (r->para_open)
			flow_close(r->f);
		if (r->para_open && r->what == PPTX_NOTES)
			buf_byte(&r->notes, '\n');
		r->para_open = false;
	} else if (xml_is(n, "xfrm")) {
		shape_place(r);
	}
	table_end(r, n);
	if (r->depth == r->shape_at)
		shape_end(r);
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct pptx_reader *r = ctx;
	if (r->skip) {
		r->skip = r->skip == r->depth ? 0 : r->skip;
		r->depth--;
		return true;
	}
	if (r->depth == r->looks_at) {
		r->looks = NULL;
		r->looks_at = 0;
	}
	pptx_fill_end(r);
	if (r->level && (r->looks ? str_ends(str_from(n->name), STR("pPr")) : r->depth == r->para_props ||
		!r->para_props)) {
		r->level = NULL;
		r->para_props = 0;
	}
	if (r->shape_at)
		shape_inside_end(r, n);
	else if (xml_is(n, "xfrm") && r->group_props)
		group_place(r);
	else if (xml_is(n, "grpSp") && r->groups_n)
		r->groups_n--;
	if (r->depth == r->group_props)
		r->group_props = 0;
	r->depth--;
	return true;
}

/* The first words of a slide say which section it is of, those of the speaker are notes. */
static void slide_tell(struct pptx_reader *r, struct str s, struct flow_style *style)
{
	if (r->what == PPTX_NOTES) {
		if (!r->notes_fact)
			r->notes_fact = flow_fact(r->f, DOC_FACT_SLIDE, STR("speaker_notes"), STR(""), STR(""));
		style->fact = r->notes_fact;
		if (r->notes.n + s.n < UINT16_MAX)
			buf_str(&r->notes, s);
	} else if (r->section.n && !r->section_fact) {
		style->fact = r->section_fact = flow_fact(r->f, DOC_FACT_SLIDE, STR("slide_section_name"), STR(""), r->section);
	}
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct pptx_reader *r = ctx;
	if (r->skip || !r->in_text || !r->shape_at)
		return true;
	if (r->what == PPTX_HIDDEN || (r->unseen && is_shown(r))) {
		flow_hidden(r->f, s);
	} else if (is_shown(r)) {
		para_open(r);
		struct flow_style style = style_now(r);
		char number[16];
		snprintf(number, sizeof(number), "%u", r->number);
		slide_tell(r, s, &style);
		flow_text(r->f, r->is_number ? str_from(number) : s, &style);
		r->in_text = !r->is_number; /* text may come in pieces */
	}
	return true;
}

const struct xml_events pptx_events = { on_start, on_end, on_text };
