/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/docx.h"
#include "parse/office.h"

enum { MOST_INDENT = 25000 };

/* Also of formulas, whose letters and numbers are runs like others. */
static bool is_word(const struct xml_node *n)
{
	return strstr(n->ns, "wordprocessingml") != NULL || strstr(n->ns, "/word/") != NULL ||
	       (strstr(n->ns, "/math") != NULL && (xml_is(n, "r") || xml_is(n, "t")));
}

/* ---- paragraphs and runs */

/* In cells there is no room for indents. */
static void stops_apply(struct docx *d, struct docx_para *p)
{
	const struct docx_stops *s = &p->style.stops;
	int32_t begin = s->first < 0 ? s->left + s->first : s->left;
	int32_t indent = d->cells || d->paras > 1 || begin < 0 ? 0 : begin < MOST_INDENT ? begin : MOST_INDENT;
	p->stops = flow_stops_from(&s->tabs, indent, s->first < 0 ? indent - s->first : 0);
	p->props.indent = indent;
	p->props.stops = &p->stops;
}

void docx_para_open(struct docx *d)
{
	struct docx_para *p = docx_para_of(d);
	if (p->open)
		return;
	p->open = true;
	if (p->style.level && !p->style.size)
		p->style.size = office_heading_size(p->style.level);
	if (p->style.level && !p->style.bold)
		p->style.bold = 1;
	p->props.keep = p->style.level > 0;
	p->props.before = p->style.level ? 900 : p->props.before;
	p->props.after = 400;
	int32_t list = p->list != DOCX_UNSAID ? p->list : p->style.list, level = p->list_level != DOCX_UNSAID ? p->list_level :
		p->style.list_level;
	if (level == DOCX_UNSAID)
		level = p->list != DOCX_UNSAID ? 0 : docx_level_of_style(d, list, p->style.id);
	if (list > 0)
		p->props.marker = docx_marker(d, list, level);
	if (p->props.marker.n)
		p->props.indent = (level > 0 && level < DOCX_LEVELS ? level : 0) * 1800;
	else
		stops_apply(d, p);
	flow_open(d->f, p->props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &p->props);
}

/* ECMA-376 part 3, 9.3: of alternatives the first one; what is for programs that read none only if there is none. */
static bool is_alternative(struct docx *d, const struct xml_node *n)
{
	int i = d->alternatives < DOCX_NESTED ? d->alternatives : DOCX_NESTED - 1;
	if (xml_is(n, "AlternateContent")) {
		d->alternatives++;
		d->taken[i + 1 < DOCX_NESTED ? i + 1 : i] = false;
	} else if (d->alternatives && (xml_is(n, "Choice") || xml_is(n, "Fallback"))) {
		bool again = d->taken[i];
		d->taken[i] = true;
		return again;
	}
	return false;
}

static bool is_skipped(const struct xml_node *n)
{
	static const char *const names[] = { "del", "moveFrom", "instrText", "delText", "object", "rt" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	return str_ends(str_from(n->name), STR("PrChange")); /* what it was before */
}

static void para_style(struct docx *d, struct docx_para *p, struct str id)
{
	p->style = docx_style_whole(d, id);
	p->style.size = p->style.size || p->style.level ? p->style.size : d->default_size;
}

static void para_prop(struct docx *d, const struct xml_node *n)
{
	struct docx_para *p = docx_para_of(d);
	struct str v = ooxml_attr(n, "val");
	if (xml_is(n, "pStyle"))
		para_style(d, p, v);
	else if (xml_is(n, "numId"))
		p->list = ooxml_number(n, "val", 0);
	else if (xml_is(n, "ilvl"))
		p->list_level = ooxml_number(n, "val", 0);
	else if (xml_is(n, "jc"))
		p->props.align = str_eq_z(v, "right") || str_eq_z(v, "end") ? FLOW_RIGHT : str_eq_z(v, "center") ?
			FLOW_CENTER : FLOW_LEFT;
	else if (xml_is(n, "outlineLvl") && ooxml_number(n, "val", 9) < 6)
		p->style.level = (uint8_t)(ooxml_number(n, "val", 0) + 1);
	else if (xml_is(n, "pageBreakBefore") && docx_on(n))
		flow_page(d->f);
	else if (xml_is(n, "shd"))
		p->shaded = docx_shades(n) > 0;
	else if (xml_is(n, "framePr"))
		p->drop_cap = ooxml_attr(n, "dropCap").n && !str_eq_z(ooxml_attr(n, "dropCap"), "none");
	else
		docx_stops_say(&p->style.stops, n);
}

/* A line of a cell; margins have the same names, but no "val". */
static uint8_t border_of(const struct xml_node *n)
{
	static const struct { const char *name; uint8_t side; } rows[] = {
		{ "top", FLOW_SIDE_TOP }, { "bottom", FLOW_SIDE_BOTTOM }, { "left", FLOW_SIDE_LEFT }, { "start", FLOW_SIDE_LEFT },
		{ "right", FLOW_SIDE_RIGHT }, { "end", FLOW_SIDE_RIGHT },
	};
	struct str v = ooxml_attr(n, "val");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (v.n && xml_is(n, rows[i].name))
			return str_eq_z(v, "nil") || str_eq_z(v, "none") ? 0 : rows[i].side;
	return 0;
}

static void cell_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "gridSpan"))
		d->cell.col_span = (uint16_t)(ooxml_number(n, "val", 1) > 0 ? ooxml_number(n, "val", 1) : 1);
	else if (xml_is(n, "vMerge"))
		d->cell.merge_up = !str_eq_z(ooxml_attr(n, "val"), "restart");
	else if (xml_is(n, "vAlign"))
		d->cell.valign = str_eq_z(ooxml_attr(n, "val"), "bottom") ? FLOW_BOTTOM :
			str_eq_z(ooxml_attr(n, "val"), "center") ? FLOW_MIDDLE : FLOW_TOP;
	else if (xml_is(n, "shd"))
		d->cell_shaded[d->cells] = docx_shades(n) > 0;
	else
		d->cell.borders |= border_of(n);
}

void docx_cell_open(struct docx *d)
{
	if (d->cells && !d->cell_open[d->cells]) {
		d->cell_open[d->cells] = true;
		flow_open(d->f, FLOW_CELL, &d->cell);
	}
}

static void table_begin(struct docx *d)
{
	if (d->tables && !d->table_open[d->tables]) {
		d->table_open[d->tables] = true;
		flow_open(d->f, FLOW_TABLE, &(struct flow_props){ .before = 400, .after = 400,
			.borders = d->ruled[d->tables] ? FLOW_SIDES : 0 });
	}
}

static void table_prop(struct docx *d, const struct xml_node *n)
{
	struct str v = ooxml_attr(n, "val");
	if (!d->tables || d->table_open[d->tables])
		return;
	if (xml_is(n, "tblStyle")) {
		struct docx_style s = docx_style_whole(d, v);
		d->ruled[d->tables] |= s.ruled > 0 || str_eq_z(v, "TableGrid");
		d->table_shaded[d->tables] |= s.shaded > 0;
	} else if (xml_is(n, "shd"))
		d->table_shaded[d->tables] = docx_shades(n) > 0;
	else if (xml_is(n, "insideH") || xml_is(n, "insideV"))
		d->ruled[d->tables] = docx_on(n) && !str_eq_z(v, "nil");
}

void docx_mark_put(struct docx *d, bool on)
{
	docx_cell_open(d);
	docx_para_open(d);
	flow_mark(d->f, DOC_MARK_CHECKBOX, on);
	flow_text(d->f, STR(" "), NULL);
}

static void block_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "p")) {
		docx_cell_open(d);
		d->paras++;
		*docx_para_of(d) = (struct docx_para){ .list = DOCX_UNSAID, .list_level = DOCX_UNSAID };
		para_style(d, docx_para_of(d), d->default_style);
	} else if (xml_is(n, "tbl")) {
		docx_cell_open(d);
		if (d->tables < DOCX_NESTED - 1)
			d->tables++;
		d->table_open[d->tables] = d->ruled[d->tables] = d->table_shaded[d->tables] = false;
	} else if (xml_is(n, "tr")) {
		table_begin(d);
		flow_open(d->f, FLOW_ROW, NULL);
	} else if (xml_is(n, "hidden") && d->tables && !d->hidden_row && docx_on(n)) { /* 17.4.20 */
		d->hidden_row = d->tables;
	} else if (xml_is(n, "gridBefore")) {
		flow_open(d->f, FLOW_CELL, &(struct flow_props){ .col_span = (uint16_t)ooxml_number(n, "val", 1) });
		flow_close(d->f);
	} else if (xml_is(n, "tc")) {
		if (d->cells < DOCX_NESTED - 1)
			d->cells++;
		d->cell_open[d->cells] = d->cell_shaded[d->cells] = false;
		d->cell = (struct flow_props){ .col_span = 0 };
	}
}

/* What pages of the section that ends here are like (17.6). */
static void section_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "pgSz")) {
		d->section.width = ooxml_number(n, "w", 0) * DOCX_TWIP;
		d->section.height = ooxml_number(n, "h", 0) * DOCX_TWIP;
	} else if (xml_is(n, "pgMar")) {
		d->section.margin = ooxml_number(n, "left", ooxml_number(n, "start", 1440)) * DOCX_TWIP;
	} else if (xml_is(n, "type")) {
		d->section.goes_on = str_eq_z(ooxml_attr(n, "val"), "continuous");
	}
}

static void section_end(struct docx *d)
{
	d->in_section = false;
	flow_section_size(d->f, d->section.width, d->section.height, d->section.margin);
	if (d->section.goes_on)
		flow_section_join(d->f);
	if (d->paras == 1)
		docx_para_of(d)->section_after = true;
}

static bool doc_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	bool again = !d->skip && is_alternative(d, n);
	if (!d->skip && (again || is_skipped(n)))
		d->skip_counts = xml_is(n, "del") || xml_is(n, "moveFrom");
	if (d->skip || again || is_skipped(n)) {
		if (!d->skip++ && is_word(n))
			docx_gone_start(d, n);
		return true;
	}
	docx_picture_start(d, n);
	docx_math_start(d, n);
	if (!is_word(n))
		return true;
	d->boxes += xml_is(n, "txbxContent");
	d->shaded |= xml_is(n, "background");
	if (xml_is(n, "footnote") || xml_is(n, "endnote")) {
		d->skip += ooxml_attr(n, "type").n > 0 && !str_eq_z(ooxml_attr(n, "type"), "normal"); /* separators */
		d->note = docx_note_id(n);
	}
	docx_form_start(d, n);
	docx_revise_start(d, n);
	if (xml_is(n, "sectPr")) {
		d->in_section = true;
		d->section.width = d->section.height = d->section.goes_on = 0;
		d->section.margin = 7200;
	} else if (d->in_section)
		section_start(d, n);
	else if (xml_is(n, "rPr"))
		d->in_run_props = true;
	else if (xml_is(n, "pPr"))
		d->in_para_props = true;
	else if (xml_is(n, "tcPr"))
		d->in_cell_props = true;
	else if (d->in_run_props && !d->in_para_props)
		docx_run_prop(d, n);
	else if (d->in_para_props && !d->in_run_props)
		para_prop(d, n);
	else if (d->in_cell_props)
		cell_prop(d, n);
	else {
		table_prop(d, n);
		block_start(d, n);
		docx_run_start(d, n);
	}
	return true;
}

static bool doc_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip) {
		if (!--d->skip)
			docx_gone_end(d);
		return true;
	}
	if (xml_is(n, "AlternateContent") && d->alternatives)
		d->alternatives--;
	docx_math_end(d, n);
	if (!is_word(n))
		return true;
	d->boxes -= xml_is(n, "txbxContent") && d->boxes;
	docx_form_end(d, n);
	docx_revise_end(d, n);
	if (xml_is(n, "rPr")) {
		d->in_run_props = false;
	} else if (xml_is(n, "pPr")) {
		d->in_para_props = false;
	} else if (xml_is(n, "tcPr")) {
		d->in_cell_props = false;
	} else if (xml_is(n, "t")) {
		d->in_text = false;
	} else if (xml_is(n, "hyperlink")) {
		d->link = 0;
	} else if (xml_is(n, "sectPr")) {
		section_end(d);
	} else if (xml_is(n, "p") && d->paras) {
		struct docx_para *p = docx_para_of(d);
		if (p->open)
			flow_close(d->f);
		if (p->section_after && d->tables == 0)
			flow_section(d->f);
		d->paras--;
	} else if (xml_is(n, "tc") && d->cells) {
		docx_cell_open(d);
		flow_close(d->f);
		d->cells--;
	} else if (xml_is(n, "tr")) {
		flow_close(d->f);
		d->hidden_row = d->hidden_row == d->tables ? 0 : d->hidden_row;
	} else if (xml_is(n, "body")) {
		docx_capital_put(d, NULL);
	} else if (xml_is(n, "tbl") && d->tables) {
		if (d->table_open[d->tables])
			flow_close(d->f);
		d->tables--;
	}
	return true;
}

static bool doc_text(void *ctx, struct str s, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip && d->skip_counts) {
		flow_hidden(d->f, s);
		docx_gone_text(d, s);
	}
	if (!d->skip && d->in_text)
		docx_run_text(d, s);
	return true;
}

const struct xml_events docx_text_events = { doc_start, doc_end, doc_text };

void docx_text_begin(struct docx *d)
{
	d->paras = d->tables = d->cells = d->skip = d->fields = d->fields_beyond = d->codes = d->alternatives = 0;
	d->in_run_props = d->in_para_props = d->in_cell_props = d->in_section = d->in_text = d->vanish = false;
	d->form.open_n = d->form.beyond = 0;
	d->hidden_row = d->boxes = d->math.n = d->math.beyond = 0;
	d->paper = d->run_shaded = 0;
	d->link = 0;
	d->gone = NULL;
	d->capital_n = 0;
	d->reformatted = false;
	d->form.in_props = d->form.in_data = d->form.is_text = false;
	buf_clear(&d->form.text);
}
