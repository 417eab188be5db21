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

/* A name that only counts: "0", "2" */
static bool is_count(const char *z)
{
	return z[0] && strspn(z, "0123456789") == strlen(z);
}

/*
 * What a radio button that is on stands for: the name of its state, or the text at that place of the field's list
 * (ISO 32000-1, 12.7.4.2.4). NULL if that says nothing.
 */
static const char *radio_value(fz_context *ctx, pdf_annot *w)
{
	pdf_obj *field = pdf_annot_obj(ctx, w), *texts = pdf_dict_get_inheritable(ctx, field, PDF_NAME(Opt));
	const char *state = pdf_to_name(ctx, pdf_dict_get(ctx, field, PDF_NAME(AS)));
	if (!is_count(state))
		return state;
	int i = fz_atoi(state);
	return i >= 0 && i < pdf_array_len(ctx, texts) ? pdf_to_text_string(ctx, pdf_array_get(ctx, texts, i)) : NULL;
}

/* What a list shows for a value it stores. */
static const char *choice_value(fz_context *ctx, pdf_annot *w, const char *stored)
{
	pdf_obj *choices = pdf_dict_get_inheritable(ctx, pdf_annot_obj(ctx, w), PDF_NAME(Opt));
	for (int i = 0; i < pdf_array_len(ctx, choices); i++) {
		pdf_obj *c = pdf_array_get(ctx, choices, i);
		if (pdf_array_len(ctx, c) == 2 && strcmp(pdf_array_get_text_string(ctx, c, 0), stored) == 0)
			return pdf_array_get_text_string(ctx, c, 1);
	}
	return stored;
}

static bool add_mark(fz_context *ctx, pdf_annot *w, enum doc_mark_kind kind, const struct doc_box *box, struct pdf_page_state *s)
{
	struct doc_mark m = { .box = *box, .kind = (uint8_t)kind, .on = mark_on(ctx, w) };
	doc_page_add_mark(s->out, &m);
	return m.on;
}

/* What a field says; NULL if it is no fact: buttons to push, and those of a group that are not chosen. */
static const char *value_of(fz_context *ctx, pdf_annot *w, const struct doc_box *box, struct pdf_page_state *s)
{
	const char *value = pdf_annot_field_value(ctx, w);
	switch (pdf_widget_type(ctx, w)) {
	case PDF_WIDGET_TYPE_BUTTON:
	case PDF_WIDGET_TYPE_SIGNATURE:
		return NULL;
	case PDF_WIDGET_TYPE_CHECKBOX:
		return add_mark(ctx, w, DOC_MARK_CHECKBOX, box, s) ? "Yes" : "Off";
	case PDF_WIDGET_TYPE_RADIOBUTTON:
		return add_mark(ctx, w, DOC_MARK_RADIO, box, s) ? radio_value(ctx, w) : NULL;
	case PDF_WIDGET_TYPE_COMBOBOX:
	case PDF_WIDGET_TYPE_LISTBOX:
		return choice_value(ctx, w, value ? value : "");
	default:
		return value ? value : "";
	}
}

static void add_widget(fz_context *ctx, pdf_annot *w, fz_matrix ctm, struct pdf_page_state *s, struct pdf_facts *facts)
{
	struct doc_fact fact = { .kind = DOC_FACT_FIELD, .page = s->out->number,
				 .box = pdf_box(fz_transform_rect(pdf_bound_widget(ctx, w), ctm)) };
	char *name = NULL;
	fz_var(name);
	fz_try(ctx)
	{
		const char *value = value_of(ctx, w, &fact.box, s), *label = pdf_annot_field_label(ctx, w);
		name = pdf_field_name(ctx, pdf_annot_obj(ctx, w));
		fact.blank = str_trim(str_from(value)).n == 0;
		if (value)
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
