/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/pdf.h"

void pdf_facts_add(struct pdf_facts *f, const struct doc_fact *fact, struct str name, struct str label, struct str value)
{
	struct doc_fact_text t = { arena_str(f->a, name), arena_str(f->a, label), arena_str(f->a, value) };
	buf_add(&f->facts, fact, sizeof(*fact));
	buf_add(&f->texts, &t, sizeof(t));
}

/* MuPDF hands out text that a PDF wrote: it may be anything but text. */
static struct str text_or_empty(const char *z)
{
	struct str s = str_trim(str_from(z));
	return str_utf8_ok(s) ? s : (struct str){ "", 0 };
}

static bool mark_on(fz_context *ctx, pdf_annot *w)
{
	pdf_obj *state = pdf_dict_get(ctx, pdf_annot_obj(ctx, w), PDF_NAME(AS));
	return state && strcmp(pdf_to_name(ctx, state), "Off") != 0 && pdf_to_name(ctx, state)[0] != '\0';
}

static void add_mark(fz_context *ctx, pdf_annot *w, enum doc_mark_kind kind, const struct doc_box *box, struct pdf_page_state *s,
		     struct doc_fact *fact, const char **value)
{
	struct doc_mark m = { .box = *box, .kind = (uint8_t)kind, .on = mark_on(ctx, w) };
	doc_page_add_mark(s->out, &m);
	*value = m.on ? "Yes" : "Off";
	fact->blank = 0;
}

static void add_widget(fz_context *ctx, pdf_annot *w, fz_matrix ctm, struct pdf_page_state *s, struct pdf_facts *facts)
{
	enum pdf_widget_type type = pdf_widget_type(ctx, w);
	struct doc_fact fact = { .kind = DOC_FACT_FIELD, .page = s->out->number,
				 .box = pdf_box(fz_transform_rect(pdf_bound_widget(ctx, w), ctm)) };
	char *name = NULL;
	fz_var(name);
	fz_try(ctx)
	{
		const char *value = pdf_annot_field_value(ctx, w), *label = pdf_annot_field_label(ctx, w);
		name = pdf_field_name(ctx, pdf_annot_obj(ctx, w));
		fact.blank = str_trim(str_from(value)).n == 0;
		if (type == PDF_WIDGET_TYPE_CHECKBOX)
			add_mark(ctx, w, DOC_MARK_CHECKBOX, &fact.box, s, &fact, &value);
		else if (type == PDF_WIDGET_TYPE_RADIOBUTTON)
			add_mark(ctx, w, DOC_MARK_RADIO, &fact.box, s, &fact, &value);
		if (type != PDF_WIDGET_TYPE_BUTTON && type != PDF_WIDGET_TYPE_SIGNATURE)
			pdf_facts_add(facts, &fact, text_or_empty(name), text_or_empty(label), text_or_empty(value));
	}
	fz_always(ctx)
		fz_free(ctx, name);
	fz_catch(ctx) {
		return; /* a field that cannot be read is no fact */
	}
}

void pdf_form_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, struct pdf_page_state *s, struct pdf_facts *facts)
{
	for (pdf_annot *w = pdf_first_widget(ctx, page); w; w = pdf_next_widget(ctx, w))
		add_widget(ctx, w, ctm, s, facts);
}
