/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Control words that say what text looks like and which cells a row has, and the boxes of the flow they lead to.
 */
#include "parse/rtf.h"

#include <stdio.h>

enum { MOST_INDENT = 25000 };

uint16_t rtf_set_of(int32_t charset)
{
	static const struct { int32_t charset; uint16_t set; } rows[] = {
		{ 77, 10000 }, { 128, 932 }, { 129, 949 }, { 130, 1361 }, { 134, 936 }, { 136, 950 }, { 161, 1253 },
		{ 162, 1254 },
		{ 163, 1258 }, { 177, 1255 }, { 178, 1256 }, { 186, 1257 }, { 204, 1251 }, { 222, 874 }, { 238, 1250 },
		{ 254, 437 }, { 255, 850 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].charset == charset)
			return rows[i].set;
	return 0;
}

struct str rtf_set_name(uint16_t set, char room[24])
{
	static const struct { uint16_t set; const char *name; } rows[] = {
		{ 932, "windows-31j" }, { 936, "gbk" }, { 949, "windows-949" }, { 950, "big5" }, { 1361, "johab" },
		{ 10000, "macintosh" },
		{ 65001, "utf-8" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].set == set)
			return str_from(rows[i].name);
	snprintf(room, 24, set == 874 || (set >= 1250 && set <= 1258) ? "windows-%u" : "ibm-%u", set);
	return str_from(room);
}

/* ---- boxes */

void rtf_para_close(struct rtf *r)
{
	if (r->para_open)
		flow_close(r->f);
	r->para_open = false;
}

static void level_close(struct rtf *r)
{
	int l = r->tables--;
	if (r->level[l].cell)
		flow_close(r->f);
	if (r->level[l].row)
		flow_close(r->f);
	if (r->level[l].table)
		flow_close(r->f);
	r->level[l].cell = r->level[l].row = r->level[l].table = false;
}

void rtf_tables_close(struct rtf *r, int down_to)
{
	while (r->tables > down_to) {
		rtf_para_close(r);
		level_close(r);
	}
}

/* A cell that ends where the next ones that it swallows end. */
static struct flow_props cell_props(const struct rtf *r, uint32_t at)
{
	uint32_t last = at;
	while (last + 1 < r->cells_n && r->cells[last + 1].merge_left)
		last++;
	const struct rtf_cell *c = &r->cells[at];
	return (struct flow_props){ .from = at ? r->cells[at - 1].right : r->row_left, .to = r->cells[last].right,
		.borders = c->borders,
				    .valign = c->valign, .merge_up = c->merge_up };
}

static void cell_open(struct rtf *r, int level)
{
	struct flow_props props = { .col_span = 0 };
	uint32_t at = r->level[level].at;
	if (!r->level[level].table)
		flow_open(r->f, FLOW_TABLE, &(struct flow_props){ .before = 400, .after = 400 });
	if (!r->level[level].row)
		flow_open(r->f, FLOW_ROW, NULL);
	r->level[level].table = r->level[level].row = r->level[level].cell = true;
	/* Only rows that are in no cell are defined before they begin. */
	if (level == 1 && at < r->cells_n)
		props = cell_props(r, at);
	flow_open(r->f, FLOW_CELL, &props);
}

static void tables_open(struct rtf *r, int level)
{
	level = level < RTF_LEVELS ? level : RTF_LEVELS - 1;
	while (r->tables < level || (r->tables && !r->level[r->tables].cell)) {
		if (r->tables && !r->level[r->tables].cell)
			cell_open(r, r->tables);
		else
			r->level[++r->tables].at = 0;
	}
}

void rtf_cell_end(struct rtf *r, int level)
{
	rtf_para_close(r);
	level = level < RTF_LEVELS ? level : RTF_LEVELS - 1;
	rtf_tables_close(r, level);
	bool swallowed = level == 1 && r->level[1].at < r->cells_n && r->cells[r->level[1].at].merge_left &&
		r->level[1].row;
	if (!(swallowed && !r->level[1].cell && r->tables == 1)) {
		tables_open(r, level);
		flow_close(r->f);
	}
	r->level[level].cell = false;
	r->level[level].at++;
}

void rtf_row_end(struct rtf *r, int level)
{
	level = level < RTF_LEVELS ? level : RTF_LEVELS - 1;
	if (r->tables < level)
		return;
	rtf_para_close(r);
	rtf_tables_close(r, level);
	if (r->level[level].cell)
		flow_close(r->f);
	if (r->level[level].row)
		flow_close(r->f);
	r->level[level].cell = r->level[level].row = false;
	r->level[level].at = 0;
}

static void section_open(struct rtf *r)
{
	if (r->pass != RTF_BODY || r->tables > 0)
		return;
	if (!r->section_begun) {
		r->section_begun = true;
		flow_section_size(r->f, r->section_width, r->section_height, r->section_margin);
	} else if (r->section_pending && !r->section_goes_on) {
		flow_section(r->f);
		flow_section_size(r->f, r->section_width, r->section_height, r->section_margin);
	} else if (r->page_pending) {
		flow_page(r->f);
	}
	r->section_pending = r->page_pending = false;
}

void rtf_para_open(struct rtf *r)
{
	struct rtf_para *p = &r->s->para;
	int level = r->s->base + p->table;
	if (r->para_open)
		return;
	rtf_tables_close(r, level);
	section_open(r);
	tables_open(r, level);
	struct flow_props props = { .after = 400, .align = p->align, .before = p->heading ? 900 : 0,
		.keep = p->heading > 0, .marker = r->marker };
	int32_t begin = p->first < 0 ? p->left + p->first : p->left;
	bool indents = begin > 0 && !r->marker.n && level == 0 && r->pass == RTF_BODY;
	props.indent = r->marker.n ? p->level * 1800 : !indents ? 0 : begin < MOST_INDENT ? begin : MOST_INDENT;
	struct flow_stops stops = flow_stops_from(&p->stops, props.indent, p->first < 0 && !r->marker.n ? p->left : 0);
	props.stops = &stops;
	r->marker = (struct str){ "", 0 };
	r->para_open = true;
	flow_open(r->f, props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &props);
}

/* ---- words */

static bool is_on(const struct rtf_token *t)
{
	return !t->has_number || t->number != 0;
}

static void flag(struct rtf *r, const struct rtf_token *t, int f)
{
	r->s->style.flags = (uint8_t)(is_on(t) ? r->s->style.flags | f : r->s->style.flags & ~f);
}

static void do_flag_off(struct rtf *r, const struct rtf_token *t, int f)
{
	r->s->style.flags &= (uint8_t)~f;
}

static void do_size(struct rtf *r, const struct rtf_token *t, int v)
{
	if (t->number >= 4 && t->number <= 600)
		r->s->style.size = (uint16_t)(t->number * 50);
}

static void do_raise(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->style.raise = (int8_t)(is_on(t) ? v : 0);
}

static void do_hide(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->hidden = is_on(t);
}

static void do_change(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->changes = (uint8_t)(is_on(t) ? r->s->changes | 1 << v : r->s->changes & ~(1 << v));
}

static void do_change_by(struct rtf *r, const struct rtf_token *t, int v)
{
	uint16_t by = (uint16_t)(t->number >= 0 && t->number < 1000 ? t->number : 0);
	r->s->by[v] = by;
	if (v == RTF_MOVED_FROM)
		r->s->by[RTF_MOVED_TO] = by;
	if (v == RTF_FORMATTED)
		r->s->changes |= 1 << v;
}

static bool is_paper(const struct rtf *r, int32_t color)
{
	return color >= 0 && color < RTF_PAPERS && r->papers[color];
}

static void do_color(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->paper = is_paper(r, t->number);
}

/* Something is behind what a colour or pattern is told of; colour 0 is none. */
static void do_shade(struct rtf *r, const struct rtf_token *t, int v)
{
	bool *const of[] = { &r->s->shaded, &r->s->para.shaded, &r->cell.shaded, &r->row_shaded };
	*of[v] = t->number > 0 && !is_paper(r, t->number);
}

static void do_pattern(struct rtf *r, const struct rtf_token *t, int v)
{
	if (t->number > 0)
		*(v ? &r->cell.shaded : &r->s->para.shaded) = true;
}

bool rtf_is_faint(const struct rtf *r)
{
	const struct rtf_state *s = r->s;
	uint32_t at = r->level[1].at;
	int level = s->base + s->para.table;
	bool shaded = s->shaded || s->para.shaded || s->in_box || r->background || level > 1;
	if (level == 1)
		shaded |= r->row_shaded || at >= r->cells_n || r->cells[at].shaded;
	return s->paper && !shaded;
}

static void do_plain(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->style = (struct flow_style){ .size = 0 };
	r->s->hidden = r->s->paper = r->s->shaded = false;
	r->s->changes = 0;
	r->s->font_set = 0;
}

static void do_font(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->font_set = 0;
	r->s->style.symbol = SYMBOL_NONE;
	for (size_t i = 0; i < r->fonts_n; i++)
		if (r->fonts[i].number == t->number) {
			r->s->font_set = r->fonts[i].set;
			r->s->style.symbol = r->fonts[i].symbol;
		}
}

static void do_pard(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para = (struct rtf_para){ 0 };
}

static void do_stop_align(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para.stop_align = (uint8_t)v;
}

/* Twips that are believed. */
static int32_t twips(const struct rtf_token *t)
{
	return t->number > -32000 && t->number < 32000 ? t->number * RTF_TWIP : 0;
}

static void do_stop(struct rtf *r, const struct rtf_token *t, int v)
{
	flow_stop_add(&r->s->para.stops, twips(t), (enum flow_align)r->s->para.stop_align);
	r->s->para.stop_align = FLOW_LEFT;
}

static void do_indent(struct rtf *r, const struct rtf_token *t, int v)
{
	*(v ? &r->s->para.first : &r->s->para.left) = twips(t);
}

static void do_align(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para.align = (uint8_t)v;
}

static void do_in_table(struct rtf *r, const struct rtf_token *t, int v)
{
	if (!r->s->para.table)
		r->s->para.table = 1;
}

static void do_table_depth(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para.table = (uint8_t)(t->number < 0 ? 0 : t->number < RTF_LEVELS - 1 ? t->number : RTF_LEVELS - 1);
}

static void do_level(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para.level = (uint8_t)(t->number > 0 && t->number < 9 ? t->number : 0);
}

static void do_outline(struct rtf *r, const struct rtf_token *t, int v)
{
	r->s->para.heading = (uint8_t)(t->number >= 0 && t->number < 6 ? t->number + 1 : 0);
}

static void do_row(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cells_n = 0;
	r->row_left = 0;
	r->row_shaded = false;
	r->cell = (struct rtf_cell){ 0 };
}

static void do_row_left(struct rtf *r, const struct rtf_token *t, int v)
{
	r->row_left = t->number;
}

static void do_cell_right(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cell.right = t->number;
	if (r->cells_n == 0 && r->row_left >= t->number)
		r->row_left = t->number - 1;
	if (r->cells_n < RTF_CELLS)
		r->cells[r->cells_n++] = r->cell;
	r->cell = (struct rtf_cell){ 0 };
}

static void do_merge_left(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cell.merge_left = true;
}

static void do_merge_up(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cell.merge_up = true;
}

static void do_valign(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cell.valign = (uint8_t)v;
}

static void do_side(struct rtf *r, const struct rtf_token *t, int v)
{
	r->side = (uint8_t)v;
}

static void do_border(struct rtf *r, const struct rtf_token *t, int v)
{
	r->cell.borders |= r->side;
	r->side = 0;
}

static void do_page(struct rtf *r, const struct rtf_token *t, int v)
{
	int32_t *of_document[] = { &r->width, &r->height, &r->margin };
	int32_t *of_section[] = { &r->section_width, &r->section_height, &r->section_margin };
	int32_t size = t->number > 0 && t->number < 31680 ? t->number * RTF_TWIP :
		-1; /* 22 inches, the format's bound */
	if (size < 0)
		return;
	if (v < 3)
		*of_document[v] = size;
	*of_section[v % 3] = size;
}

static void do_section_plain(struct rtf *r, const struct rtf_token *t, int v)
{
	r->section_width = r->width;
	r->section_height = r->height;
	r->section_margin = r->margin;
	r->section_goes_on = false;
}

static void do_section_goes_on(struct rtf *r, const struct rtf_token *t, int v)
{
	r->section_goes_on = true;
}

static const struct look {
	const char *word;
	void (*run)(struct rtf *r, const struct rtf_token *t, int v);
	int v;
} looks[] = {
	{ "b", flag, DOC_BOLD }, { "i", flag, DOC_ITALIC }, { "ul", flag, DOC_UNDERLINED },
	{ "uld", flag, DOC_UNDERLINED },
	{ "uldb", flag, DOC_UNDERLINED }, { "ulw", flag, DOC_UNDERLINED }, { "ulnone", do_flag_off, DOC_UNDERLINED },
	{ "fs", do_size, 0 }, { "f", do_font, 0 }, { "super", do_raise, 1 }, { "sub", do_raise, -1 },
	{ "nosupersub", do_raise, 0 },
	{ "v", do_hide, 0 }, { "plain", do_plain, 0 }, { "cf", do_color, 0 },
	{ "cb", do_shade, 0 }, { "chcbpat", do_shade, 0 }, { "highlight", do_shade, 0 }, { "cbpat", do_shade, 1 }, { "clcbpat", do_shade, 2 },
	{ "trcbpat", do_shade, 3 }, { "shading", do_pattern, 0 }, { "clshdng", do_pattern, 1 },
	{ "deleted", do_change, RTF_DELETED }, { "revised", do_change, RTF_INSERTED }, { "mvf", do_change, RTF_MOVED_FROM },
	{ "mvt", do_change, RTF_MOVED_TO }, { "revauth", do_change_by, RTF_INSERTED }, { "revauthdel", do_change_by, RTF_DELETED },
	{ "mvauth", do_change_by, RTF_MOVED_FROM }, { "crauth", do_change_by, RTF_FORMATTED },
	{ "pard", do_pard, 0 }, { "ql", do_align, FLOW_LEFT }, { "qj", do_align, FLOW_LEFT },
	{ "qc", do_align, FLOW_CENTER },
	{ "qr", do_align, FLOW_RIGHT }, { "intbl", do_in_table, 0 }, { "itap", do_table_depth, 0 },
	{ "ilvl", do_level, 0 }, { "tx", do_stop, 0 }, { "tqr", do_stop_align, FLOW_RIGHT }, { "tqc", do_stop_align, FLOW_CENTER },
	{ "tqdec", do_stop_align, FLOW_RIGHT }, { "li", do_indent, 0 }, { "lin", do_indent, 0 }, { "fi", do_indent, 1 },
	{ "outlinelevel", do_outline, 0 },
	{ "trowd", do_row, 0 }, { "trleft", do_row_left, 0 }, { "cellx", do_cell_right, 0 },
	{ "clmrg", do_merge_left, 0 },
	{ "clvmrg", do_merge_up, 0 }, { "clvertalt", do_valign, FLOW_TOP }, { "clvertalc", do_valign, FLOW_MIDDLE },
	{ "clvertalb", do_valign, FLOW_BOTTOM }, { "clbrdrt", do_side, FLOW_SIDE_TOP },
	{ "clbrdrb", do_side, FLOW_SIDE_BOTTOM },
	{ "clbrdrl", do_side, FLOW_SIDE_LEFT }, { "clbrdrr", do_side, FLOW_SIDE_RIGHT }, { "brdrt", do_side, 0 },
	{ "brdrb", do_side, 0 },
	{ "brdrl", do_side, 0 }, { "brdrr", do_side, 0 }, { "trbrdrt", do_side, 0 }, { "trbrdrb", do_side, 0 },
	{ "trbrdrl", do_side, 0 },
	{ "trbrdrr", do_side, 0 }, { "trbrdrh", do_side, 0 }, { "trbrdrv", do_side, 0 }, { "brdrs", do_border, 0 },
	{ "brdrth", do_border, 0 },
	{ "brdrdb", do_border, 0 }, { "brdrdot", do_border, 0 }, { "brdrdash", do_border, 0 },
	{ "brdrhair", do_border, 0 },
	{ "paperw", do_page, 0 }, { "paperh", do_page, 1 }, { "margl", do_page, 2 }, { "pgwsxn", do_page, 3 },
	{ "pghsxn", do_page, 4 },
	{ "marglsxn", do_page, 5 }, { "sectd", do_section_plain, 0 }, { "sbknone", do_section_goes_on, 0 },
};

bool rtf_look(struct rtf *r, const struct rtf_token *t)
{
	for (size_t i = 0; i < sizeof(looks) / sizeof(*looks); i++)
		if (looks[i].word[0] == t->text.p[0] && str_eq_z(t->text, looks[i].word)) {
			looks[i].run(r, t, looks[i].v);
			return true;
		}
	return false;
}
