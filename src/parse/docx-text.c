/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/docx.h"
#include "parse/office.h"

static bool is_word(const struct xml_node *n)
{
	return strstr(n->ns, "wordprocessingml") != NULL || strstr(n->ns, "/word/") != NULL;
}

/* ---- paragraphs and runs */

static struct docx_para *para_of(struct docx *d)
{
	return &d->para[d->paras < DOCX_NESTED ? d->paras : DOCX_NESTED - 1];
}

void docx_para_open(struct docx *d)
{
	struct docx_para *p = para_of(d);
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
	int32_t list = p->list >= 0 ? p->list : p->style.list, level = p->list >= 0 ? p->list_level :
		p->style.list_level;
	if (list > 0)
		p->props.marker = docx_marker(d, list, level);
	if (p->props.marker.n)
		p->props.indent = (level > 0 && level < DOCX_LEVELS ? level : 0) * 1800;
	flow_open(d->f, p->props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &p->props);
}

struct flow_style docx_run_style(struct docx *d)
{
	struct docx_para *p = para_of(d);
	struct flow_style s = d->run;
	s.size = s.size ? s.size : p->style.size;
	s.flags |= (uint8_t)((p->style.bold > 0 && !(s.flags & 128) ? DOC_BOLD : 0) | (p->style.italic > 0 ?
		DOC_ITALIC : 0));
	s.flags &= (uint8_t)~128u;
	return s;
}

static bool is_skipped(const struct xml_node *n)
{
	static const char *const names[] = { "Fallback", "del", "moveFrom", "instrText", "delText", "object" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	return str_ends(str_from(n->name), STR("PrChange")); /* what it was before */
}

static void run_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "b"))
		d->run.flags = (uint8_t)(docx_on(n) ? d->run.flags | DOC_BOLD : (d->run.flags & ~DOC_BOLD) | 128);
	else if (xml_is(n, "i") && docx_on(n))
		d->run.flags |= DOC_ITALIC;
	else if (xml_is(n, "u") && docx_on(n))
		d->run.flags |= DOC_UNDERLINED;
	else if (xml_is(n, "sz"))
		d->run.size = (uint16_t)(ooxml_number(n, "val", 20) >= 4 && ooxml_number(n, "val", 20) < 300 ?
			ooxml_number(n, "val", 20) * 50 : 0);
	else if (xml_is(n, "vanish"))
		d->vanish = docx_on(n);
	else if (xml_is(n, "vertAlign"))
		d->run.raise = str_eq_z(ooxml_attr(n, "val"), "superscript") ? 1 :
			str_eq_z(ooxml_attr(n, "val"), "subscript") ? -1 : 0;
}

static void para_prop(struct docx *d, const struct xml_node *n)
{
	struct docx_para *p = para_of(d);
	struct str v = ooxml_attr(n, "val");
	if (xml_is(n, "pStyle"))
		p->style = docx_style_whole(d, v);
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
}

static void cell_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "gridSpan"))
		d->cell.col_span = (uint16_t)(ooxml_number(n, "val", 1) > 0 ? ooxml_number(n, "val", 1) : 1);
	else if (xml_is(n, "vMerge"))
		d->cell.merge_up = !str_eq_z(ooxml_attr(n, "val"), "restart");
	else if (xml_is(n, "vAlign"))
		d->cell.valign = str_eq_z(ooxml_attr(n, "val"), "bottom") ? FLOW_BOTTOM : FLOW_TOP;
}

static void cell_begin(struct docx *d)
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
	if (xml_is(n, "tblStyle"))
		d->ruled[d->tables] |= memmem(v.p, v.n, "Grid", 4) != NULL;
	else if (xml_is(n, "insideH") || xml_is(n, "insideV"))
		d->ruled[d->tables] = docx_on(n) && !str_eq_z(v, "nil");
}

void docx_mark_put(struct docx *d, bool on)
{
	cell_begin(d);
	docx_para_open(d);
	flow_mark(d->f, DOC_MARK_CHECKBOX, on);
	flow_text(d->f, STR(" "), NULL);
}

static void block_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "p")) {
		cell_begin(d);
		d->paras++;
		*para_of(d) = (struct docx_para){ .list = -1 };
	} else if (xml_is(n, "tbl")) {
		cell_begin(d);
		if (d->tables < DOCX_NESTED - 1)
			d->tables++;
		d->table_open[d->tables] = d->ruled[d->tables] = false;
	} else if (xml_is(n, "tr")) {
		table_begin(d);
		flow_open(d->f, FLOW_ROW, NULL);
	} else if (xml_is(n, "tc")) {
		if (d->cells < DOCX_NESTED - 1)
			d->cells++;
		d->cell_open[d->cells] = false;
		d->cell = (struct flow_props){ .col_span = 0 };
	}
}

static void inline_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "r")) {
		d->run = (struct flow_style){ 0 };
		d->vanish = false;
	} else if (xml_is(n, "t")) {
		d->in_text = true;
	} else if (xml_is(n, "tab") && !d->in_para_props) {
		docx_para_open(d);
		flow_tab(d->f);
	} else if (xml_is(n, "br") || xml_is(n, "cr")) {
		docx_para_open(d);
		if (str_eq_z(ooxml_attr(n, "type"), "page"))
			flow_page(d->f);
		else
			flow_break(d->f);
	} else if (xml_is(n, "noBreakHyphen")) {
		struct flow_style s = docx_run_style(d);
		docx_para_open(d);
		flow_text(d->f, STR("-"), &s);
	} else if (xml_is(n, "footnoteReference") || xml_is(n, "endnoteReference")) {
		struct flow_style s = docx_run_style(d);
		s.raise = 1;
		docx_para_open(d);
		flow_text(d->f, ooxml_attr(n, "id"), &s);
	}
}

/* What pages of the section that ends here are like (17.6). */
static void section_start(struct docx *d, const struct xml_node *n)
{
	enum { TWIP = 5 };
	if (xml_is(n, "pgSz")) {
		d->section.width = ooxml_number(n, "w", 0) * TWIP;
		d->section.height = ooxml_number(n, "h", 0) * TWIP;
	} else if (xml_is(n, "pgMar")) {
		d->section.margin = ooxml_number(n, "left", ooxml_number(n, "start", 1440)) * TWIP;
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
		para_of(d)->section_after = true;
}

static bool doc_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (!d->skip && is_skipped(n))
		d->skip_counts = xml_is(n, "del") || xml_is(n, "moveFrom");
	if (d->skip || is_skipped(n)) {
		d->skip++;
		return true;
	}
	if (!is_word(n))
		return true;
	if (xml_is(n, "footnote") || xml_is(n, "endnote"))
		d->skip += ooxml_attr(n, "type").n > 0; /* separators */
	docx_form_start(d, n);
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
		run_prop(d, n);
	else if (d->in_para_props && !d->in_run_props)
		para_prop(d, n);
	else if (d->in_cell_props)
		cell_prop(d, n);
	else {
		table_prop(d, n);
		block_start(d, n);
		inline_start(d, n);
	}
	return true;
}

static bool doc_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip) {
		d->skip--;
		return true;
	}
	if (!is_word(n))
		return true;
	docx_form_end(d, n);
	if (xml_is(n, "rPr")) {
		d->in_run_props = false;
	} else if (xml_is(n, "pPr")) {
		d->in_para_props = false;
	} else if (xml_is(n, "tcPr")) {
		d->in_cell_props = false;
	} else if (xml_is(n, "t")) {
		d->in_text = false;
	} else if (xml_is(n, "sectPr")) {
		section_end(d);
	} else if (xml_is(n, "p") && d->paras) {
		struct docx_para *p = para_of(d);
		if (p->open)
			flow_close(d->f);
		if (p->section_after && d->tables == 0)
			flow_section(d->f);
		d->paras--;
	} else if (xml_is(n, "tc") && d->cells) {
		cell_begin(d);
		flow_close(d->f);
		d->cells--;
	} else if (xml_is(n, "tr")) {
		flow_close(d->f);
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
	if (d->skip && d->skip_counts)
		flow_hidden(d->f, s);
	if (d->skip || !d->in_text)
		return true;
	if (docx_form_text(d, s))
		return true;
	if (d->vanish) {
		flow_hidden(d->f, s);
		return true;
	}
	docx_para_open(d);
	struct flow_style style = docx_run_style(d);
	style.fact = docx_form_fact(d);
	flow_text(d->f, s, &style);
	return true;
}

const struct xml_events docx_text_events = { doc_start, doc_end, doc_text };

void docx_text_begin(struct docx *d)
{
	d->paras = d->tables = d->cells = d->skip = 0;
	d->in_run_props = d->in_para_props = d->in_cell_props = d->in_section = d->in_text = d->vanish = false;
	d->form.open_n = d->form.beyond = 0;
	d->form.in_props = d->form.in_data = d->form.is_text = false;
	buf_clear(&d->form.text);
}
