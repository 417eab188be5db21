/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Runs: how their text looks, and what stands in them beside text (ECMA-376 part 1, 17.3.2, 17.3.3, 17.11, 17.16).
 */
#include "parse/docx.h"
#include "parse/office.h"

#include <stdio.h>
#include <stdlib.h>

enum { NOT_BOLD = 128 /* beside enum doc_word_flag, while a run is read */ };

struct flow_style docx_run_style(struct docx *d)
{
	struct docx_para *p = docx_para_of(d);
	struct flow_style s = d->run;
	s.size = s.size ? s.size : p->style.size;
	s.flags |= (uint8_t)((p->style.bold > 0 && !(s.flags & NOT_BOLD) ? DOC_BOLD : 0) | (p->style.italic > 0 ?
		DOC_ITALIC : 0));
	s.flags &= (uint8_t)~NOT_BOLD;
	return s;
}

/* Of letters; it comes before what the run says itself. */
static void run_style(struct docx *d, struct str id)
{
	struct docx_style s = docx_style_whole(d, id);
	d->run.size = s.size;
	d->run.flags |= (uint8_t)((s.bold > 0 ? DOC_BOLD : 0) | (s.italic > 0 ? DOC_ITALIC : 0));
	d->vanish = s.hidden > 0;
	d->paper = s.paper ? s.paper : d->paper;
	d->run_shaded = s.shaded ? s.shaded : d->run_shaded;
}

void docx_run_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "b"))
		d->run.flags = (uint8_t)(docx_on(n) ? d->run.flags | DOC_BOLD : (d->run.flags & ~DOC_BOLD) | NOT_BOLD);
	else if (xml_is(n, "i") && docx_on(n))
		d->run.flags |= DOC_ITALIC;
	else if (xml_is(n, "u") && docx_on(n))
		d->run.flags |= DOC_UNDERLINED;
	else if (xml_is(n, "sz"))
		d->run.size = (uint16_t)(ooxml_number(n, "val", 20) >= 4 && ooxml_number(n, "val", 20) < 300 ?
			ooxml_number(n, "val", 20) * 50 : 0);
	else if (xml_is(n, "vanish"))
		d->vanish = docx_on(n);
	else if (xml_is(n, "color"))
		d->paper = docx_is_paper(n);
	else if (xml_is(n, "shd"))
		d->run_shaded = docx_shades(n);
	else if (xml_is(n, "highlight"))
		d->run_shaded = str_eq_z(ooxml_attr(n, "val"), "none") || str_eq_z(ooxml_attr(n, "val"), "white") ? -1 : 1;
	else if (xml_is(n, "rStyle"))
		run_style(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "rFonts"))
		d->run.symbol = (uint8_t)symbol_font(ooxml_attr(n, "ascii"));
	else if (xml_is(n, "vertAlign"))
		d->run.raise = str_eq_z(ooxml_attr(n, "val"), "superscript") ? 1 :
			str_eq_z(ooxml_attr(n, "val"), "subscript") ? -1 : 0;
}

/* 17.3.1.11: a drop cap stands in a paragraph of its own, and is the beginning of the next one. */
static bool capital_take(struct docx *d, struct str s)
{
	if (!docx_para_of(d)->drop_cap || d->capital_n + s.n > sizeof(d->capital))
		return false;
	memcpy(d->capital + d->capital_n, s.p, s.n);
	d->capital_n += s.n;
	return true;
}

void docx_capital_put(struct docx *d, const struct flow_style *style)
{
	if (d->capital_n)
		flow_text(d->f, (struct str){ d->capital, d->capital_n }, style);
	d->capital_n = 0;
}

static void text_put(struct docx *d, struct str s)
{
	struct flow_style style = docx_run_style(d);
	if (capital_take(d, s))
		return;
	style.raise = style.raise ? style.raise : docx_math_raise(d);
	docx_form_style(d, &style);
	style.link = d->link;
	if (d->reformatted)
		revise_open(&d->revise, "formatted", d->by);
	revise_shown(&d->revise, s, &style);
	if (d->reformatted)
		revise_close(&d->revise);
	docx_para_open(d);
	docx_capital_put(d, &style);
	flow_text(d->f, s, &style);
}

static void symbol_put(struct docx *d, const struct xml_node *n)
{
	struct str digits = ooxml_attr(n, "char");
	char hex[8], utf8[4];
	snprintf(hex, sizeof(hex), "%.*s", (int)(digits.n < sizeof(hex) ? digits.n : 0), digits.p);
	unsigned long c = strtoul(hex, NULL, 16);
	struct buf b = BUF_INIT(16);
	if (c && c < 0x10000 && (c < 0xD800 || c > 0xDFFF) && !d->vanish) {
		symbol_text(symbol_font(ooxml_attr(n, "font")), (struct str){ utf8, str_utf8_put((uint32_t)c, utf8) }, &b);
		if (!docx_form_text(d, buf_view(&b)))
			text_put(d, buf_view(&b));
	}
	buf_fini(&b);
}

int32_t docx_note_id(const struct xml_node *n)
{
	int32_t id = ooxml_number(n, "id", 0);
	return xml_is(n, "endnoteReference") || xml_is(n, "endnote") ? ~id : id;
}

/* Its number: footnotes count 1 2 3, endnotes i ii iii, in the order in which the text names them. */
static void note_mark(struct docx *d, int32_t id)
{
	const int32_t *seen = (const int32_t *)(const void *)d->notes_seen.p;
	size_t n = d->notes_seen.n / sizeof(id), i = 0;
	int32_t number = 1;
	struct buf b = BUF_INIT(32);
	for (; i < n && seen[i] != id; i++)
		number += (seen[i] < 0) == (id < 0);
	if (i == n && n < DOCX_NOTES)
		buf_add(&d->notes_seen, &id, sizeof(id));
	office_number(&b, id < 0 ? 'i' : '1', number);
	d->run.raise = 1;
	text_put(d, buf_view(&b));
	buf_fini(&b);
}

static void break_put(struct docx *d, const struct xml_node *n)
{
	docx_para_open(d);
	if (str_eq_z(ooxml_attr(n, "type"), "page"))
		flow_page(d->f);
	else
		flow_break(d->f);
}

/* 17.16.18: the code of a field, with the fields in it, is not shown; its result is. */
static void field_part(struct docx *d, struct str type)
{
	int at = d->fields - 1;
	if (str_eq_z(type, "begin")) {
		if (d->fields == DOCX_FIELDS) {
			d->fields_beyond++;
			return;
		}
		d->field[d->fields++] = 1;
		d->codes++;
	} else if (d->fields_beyond) {
		d->fields_beyond -= str_eq_z(type, "end");
	} else if (at >= 0) {
		d->codes -= d->field[at];
		d->field[at] = 0;
		d->fields -= str_eq_z(type, "end");
	}
}

/* 17.16.22: what stands in it leads to an address that the part points at. */
static uint32_t link_of(const struct docx *d, struct str id)
{
	for (size_t i = 0; id.n && i < d->links_n; i++)
		if (str_eq(d->links[i].id, id))
			return d->links[i].link;
	return 0;
}

void docx_run_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "r")) {
		d->run = (struct flow_style){ 0 };
		d->vanish = docx_para_of(d)->style.hidden > 0;
		d->paper = d->run_shaded = 0;
	} else if (xml_is(n, "hyperlink")) {
		d->link = link_of(d, ooxml_attr(n, "id"));
	} else if (xml_is(n, "fldChar")) {
		field_part(d, ooxml_attr(n, "fldCharType"));
	} else if (d->codes) {
		return;
	} else if (xml_is(n, "t")) {
		d->in_text = true;
	} else if ((xml_is(n, "tab") || xml_is(n, "ptab")) && !d->in_para_props) {
		docx_para_open(d);
		flow_tab(d->f);
	} else if (xml_is(n, "br") || xml_is(n, "cr")) {
		break_put(d, n);
	} else if (xml_is(n, "noBreakHyphen")) {
		text_put(d, STR("-"));
	} else if (xml_is(n, "sym")) {
		symbol_put(d, n);
	} else if (xml_is(n, "footnoteReference") || xml_is(n, "endnoteReference")) {
		if (!(ooxml_attr(n, "customMarkFollows").n && ooxml_on(ooxml_attr(n, "customMarkFollows"))))
			note_mark(d, docx_note_id(n));
	} else if (xml_is(n, "footnoteRef") || xml_is(n, "endnoteRef")) {
		note_mark(d, d->note);
	}
}

/* Letters the colour of paper, with nothing behind them. */
static bool is_faint(struct docx *d)
{
	const struct docx_para *p = docx_para_of(d);
	int8_t paper = d->paper ? d->paper : p->style.paper;
	bool shaded = d->shaded || d->boxes || p->shaded || p->style.shaded > 0;
	for (int i = d->cells; i > 0 && !shaded; i--)
		shaded = d->cell_shaded[i];
	for (int i = d->tables; i > 0 && !shaded; i--)
		shaded = d->table_shaded[i];
	return paper > 0 && d->run_shaded <= 0 && !shaded;
}

void docx_run_text(struct docx *d, struct str s)
{
	if (docx_form_text(d, s))
		return;
	if (d->vanish || is_faint(d) || (d->hidden_row && d->tables >= d->hidden_row)) {
		flow_hidden(d->f, s);
		return;
	}
	text_put(d, s);
}

