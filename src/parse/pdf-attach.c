/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files that a PDF carries: those of the whole document (ISO 32000-1 section 7.11.4) and those pinned to a page. */
#include "parse/nest.h"
#include "parse/pdf.h"

enum { MOST_FILES = 500, MOST_NAME = 400 };

/* A text string of the PDF, trimmed; "" if it is none. */
static struct str text_of(fz_context *ctx, pdf_obj *dict, pdf_obj *key, char room[MOST_NAME])
{
	struct str s = str_trim(str_from(pdf_dict_get_text_string(ctx, dict, key)));
	if (!str_utf8_ok(s) || s.n >= MOST_NAME)
		return STR("");
	memcpy(room, s.p, s.n);
	return (struct str){ room, s.n };
}

static pdf_obj *stream_of(fz_context *ctx, pdf_obj *spec)
{
	pdf_obj *files = pdf_dict_get(ctx, spec, PDF_NAME(EF)), *stream = pdf_dict_get(ctx, files, PDF_NAME(F));
	if (!pdf_is_stream(ctx, stream))
		stream = pdf_dict_get(ctx, files, PDF_NAME(UF));
	return pdf_is_stream(ctx, stream) ? stream : NULL;
}

static struct str name_of(fz_context *ctx, pdf_obj *spec, char room[MOST_NAME])
{
	struct str name = text_of(ctx, spec, PDF_NAME(UF), room);
	return name.n ? name : text_of(ctx, spec, PDF_NAME(F), room);
}

/* A file specification (section 7.11.3) that has its file with it. */
static void add_file(fz_context *ctx, pdf_obj *spec, const struct doc_fact *place, struct pdf_facts *facts)
{
	char room[MOST_NAME];
	pdf_obj *stream = stream_of(ctx, spec);
	if (!stream)
		return;
	struct str name = name_of(ctx, spec, room);
	const char *type = pdf_to_name(ctx, pdf_dict_get(ctx, stream, PDF_NAME(Subtype)));
	if (name.n)
		pdf_facts_add(facts, place, name, str_utf8_ok(str_from(type)) ? str_from(type) : STR(""), name);
}

void pdf_attach_document(fz_context *ctx, pdf_document *doc, struct pdf_facts *facts)
{
	const struct doc_fact whole = { .kind = DOC_FACT_ATTACHMENT };
	pdf_obj *tree = NULL;
	fz_var(tree);
	fz_try(ctx)
	{
		tree = pdf_load_name_tree(ctx, doc, PDF_NAME(EmbeddedFiles));
		int n = pdf_dict_len(ctx, tree);
		for (int i = 0; i < n && i < MOST_FILES; i++)
			add_file(ctx, pdf_dict_get_val(ctx, tree, i), &whole, facts);
	}
	fz_always(ctx)
		pdf_drop_obj(ctx, tree);
	fz_catch(ctx) {
		return; /* what was found until then is kept */
	}
}

void pdf_attach_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, uint32_t number, struct pdf_facts *facts)
{
	int n = 0;
	for (pdf_annot *a = pdf_first_annot(ctx, page); a && n < MOST_FILES; a = pdf_next_annot(ctx, a)) {
		if (pdf_annot_type(ctx, a) != PDF_ANNOT_FILE_ATTACHMENT)
			continue;
		struct doc_fact place = { .kind = DOC_FACT_ATTACHMENT, .page = number,
					  .box = pdf_box(fz_transform_rect(pdf_bound_annot(ctx, a), ctm)) };
		add_file(ctx, pdf_dict_get(ctx, pdf_annot_obj(ctx, a), PDF_NAME(FS)), &place, facts);
		n++;
	}
}

/* ---- portfolios */

static fz_buffer *file_load(fz_context *ctx, pdf_obj *stream)
{
	fz_buffer *bytes = NULL;
	fz_var(bytes);
	fz_try(ctx)
		bytes = pdf_load_stream(ctx, stream);
	fz_catch(ctx)
		return NULL; /* one that is damaged costs no other */
	return bytes;
}

static void file_read(fz_context *ctx, pdf_obj *spec, const struct parse_options *o, struct nests *nests)
{
	char room[MOST_NAME];
	pdf_obj *stream = stream_of(ctx, spec);
	struct source s = { .name = name_of(ctx, spec, room) };
	fz_buffer *b = stream ? file_load(ctx, stream) : NULL;
	unsigned char *bytes;
	if (!b)
		return;
	s.bytes.n = fz_buffer_storage(ctx, b, &bytes);
	s.bytes.p = (const char *)bytes;
	nests_add(nests, &s, o);
	fz_drop_buffer(ctx, b);
}

void pdf_portfolio_read(fz_context *ctx, pdf_document *doc, const struct parse_options *o, struct nests *nests)
{
	pdf_obj *tree = NULL;
	fz_var(tree);
	fz_try(ctx)
	{
		bool is_one = pdf_is_dict(ctx, pdf_dict_getp(ctx, pdf_trailer(ctx, doc), "Root/Collection"));
		tree = is_one ? pdf_load_name_tree(ctx, doc, PDF_NAME(EmbeddedFiles)) : NULL;
		for (int i = 0; i < pdf_dict_len(ctx, tree) && i < MOST_FILES; i++)
			file_read(ctx, pdf_dict_get_val(ctx, tree, i), o, nests);
	}
	fz_always(ctx)
		pdf_drop_obj(ctx, tree);
	fz_catch(ctx) {
		return; /* what was read until then is kept */
	}
}
