/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Content controls (17.5.2) and fields of older forms (17.16): checkboxes are marks, whose own glyph is dropped; what
 * else has a name is a fact over the words inside. A placeholder is shown as words of a field that is blank, also of one without a name.
 */
#include "parse/docx.h"

enum { MOST_VALUE = 2000 };

static void control_open(struct docx *d, struct docx_control c)
{
	struct docx_form *m = &d->form;
	if (m->open_n < DOCX_CONTROLS) {
		c.from = m->text.n;
		m->open[m->open_n++] = c;
	} else {
		m->beyond++;
	}
}

static void control_close(struct docx *d)
{
	struct docx_form *m = &d->form;
	if (m->beyond) {
		m->beyond--;
		return;
	}
	if (!m->open_n)
		return;
	struct docx_control c = m->open[--m->open_n];
	struct str value = { m->text.p + c.from, m->text.n - c.from };
	/* What holds whole pages is no field. */
	if (c.fact && !c.blank && value.n <= MOST_VALUE && !m->text.failed)
		flow_fact_value(d->f, c.fact, value);
	else if (c.fact && !c.blank)
		flow_fact_blank(d->f, c.fact, false);
	if (m->open_n == 0)
		buf_clear(&m->text);
}

static uint32_t field_fact(struct docx *d, struct str name, struct str label, bool blank)
{
	return name.n || label.n || blank ? flow_fact(d->f, DOC_FACT_FIELD, name, label, STR("")) : 0;
}

/* A box by its name, as fields of PDF are told: it may stand on either side of its words. */
static void box_fact(struct docx *d, struct str name, struct str label, bool on)
{
	if (name.n || label.n)
		flow_fact(d->f, DOC_FACT_FIELD, name, label, on ? STR("Yes") : STR("Off"));
}

static void control_props(struct docx *d, const struct xml_node *n)
{
	struct docx_form *m = &d->form;
	if (xml_is(n, "alias"))
		m->alias = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "tag"))
		m->tag = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "showingPlcHdr"))
		m->blank = docx_on(n);
	else if (xml_is(n, "checkbox"))
		m->is_box = true;
	else if (xml_is(n, "checked"))
		m->on = docx_on(n);
}

/* 17.16.17: what a field of an older form is called and says. */
static void field_data(struct docx *d, const struct xml_node *n)
{
	struct docx_form *m = &d->form;
	if (xml_is(n, "name"))
		m->name = docx_kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "checkBox") || xml_is(n, "textInput"))
		m->is_text = xml_is(n, "textInput");
	else if (xml_is(n, "checked") || (xml_is(n, "default") && !m->on))
		m->on = docx_on(n);
	else if (xml_is(n, "result"))
		m->result = ooxml_number(n, "val", 0);
	else if (xml_is(n, "listEntry") && m->entries_n < DOCX_ENTRIES)
		m->entries[m->entries_n++] = docx_kept(d, ooxml_attr(n, "val"));
}

void docx_form_start(struct docx *d, const struct xml_node *n)
{
	struct docx_form *m = &d->form;
	struct str type = ooxml_attr(n, "fldCharType");
	if (xml_is(n, "sdt")) {
		m->alias = m->tag = (struct str){ "", 0 };
		m->blank = m->is_box = m->on = false;
	} else if (xml_is(n, "sdtPr")) {
		m->in_props = true;
	} else if (xml_is(n, "sdtContent")) {
		uint32_t fact = m->is_box ? 0 : field_fact(d, m->tag, m->alias, m->blank);
		if (m->is_box)
			box_fact(d, m->tag, m->alias, m->on);
		control_open(d, (struct docx_control){ .fact = fact, .is_box = m->is_box, .blank = m->blank,
			.on = m->on });
		m->is_box = false;
	} else if (xml_is(n, "ffData")) {
		m->in_data = true;
		m->name = (struct str){ "", 0 };
		m->is_text = m->on = false;
		m->result = 0;
		m->entries_n = 0;
	} else if (xml_is(n, "fldChar") && str_eq_z(type, "separate") && m->is_text) {
		control_open(d, (struct docx_control){ .fact = field_fact(d, m->name, STR(""), false), .is_field = true });
		m->is_text = false;
	} else if (xml_is(n, "fldChar") && str_eq_z(type, "end") && m->open_n && m->open[m->open_n - 1].is_field) {
		control_close(d);
	} else if (m->in_props) {
		control_props(d, n);
	} else if (m->in_data) {
		field_data(d, n);
	}
}

static void entry_show(struct docx *d)
{
	struct docx_form *m = &d->form;
	struct flow_style style = docx_run_style(d);
	if (m->result < 0 || (size_t)m->result >= m->entries_n)
		return;
	docx_para_open(d);
	style.source = DOC_SOURCE_FIELD;
	style.fact = flow_fact(d->f, DOC_FACT_FIELD, m->name, STR(""), m->entries[m->result]);
	flow_text(d->f, m->entries[m->result], &style);
}

void docx_form_end(struct docx *d, const struct xml_node *n)
{
	struct docx_form *m = &d->form;
	if (xml_is(n, "sdtPr"))
		m->in_props = false;
	else if (xml_is(n, "sdtContent"))
		control_close(d);
	else if (xml_is(n, "ffData"))
		m->in_data = false;
	else if (xml_is(n, "checkBox") && m->in_data) {
		docx_mark_put(d, m->on);
		box_fact(d, m->name, STR(""), m->on);
	} else if (xml_is(n, "ddList") && m->in_data)
		entry_show(d);
	else if (xml_is(n, "p") && m->open_n)
		buf_byte(&m->text, ' ');
}

void docx_form_style(const struct docx *d, struct flow_style *style)
{
	int i = d->form.open_n;
	while (i > 0 && !d->form.open[i - 1].fact)
		i--;
	style->fact = i ? d->form.open[i - 1].fact : 0;
	if (i && d->form.open[i - 1].blank)
		style->source = DOC_SOURCE_FIELD;
}

bool docx_form_text(struct docx *d, struct str s)
{
	struct docx_form *m = &d->form;
	struct docx_control *c = m->open_n ? &m->open[m->open_n - 1] : NULL;
	if (!c)
		return false;
	if (!c->is_box) {
		buf_str(&m->text, s);
		return false;
	}
	if (!c->shown)
		docx_mark_put(d, c->on);
	c->shown = true;
	return true;
}
