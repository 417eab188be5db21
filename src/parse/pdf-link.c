/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Places of a page that lead to an address (ISO 32000-1 sections 12.5.6.5 and 12.6.4.7). */
#include "parse/link.h"
#include "parse/pdf.h"

enum { MOST_LINKS = 50000, MOST_QUADS = 100 };
#define MOST_BYTES ((size_t)16 << 20) /* of addresses, all pages */

static void add_place(fz_rect place, uint32_t number, struct str address, struct pdf_facts *facts)
{
	struct doc_fact fact = { .kind = DOC_FACT_LINK, .page = number, .box = pdf_box(place) };
	if (facts->links >= MOST_LINKS || facts->link_bytes >= MOST_BYTES)
		return;
	facts->links++;
	facts->link_bytes += address.n;
	pdf_facts_add(facts, &fact, STR("link"), STR(""), address);
}

/* A link over several lines has a place for each. */
static void add_link(fz_context *ctx, pdf_obj *annot, fz_matrix ctm, uint32_t number, struct str address, struct pdf_facts *facts)
{
	pdf_obj *quads = pdf_dict_get(ctx, annot, PDF_NAME(QuadPoints));
	int n = pdf_array_len(ctx, quads) / 8;
	for (int i = 0; i < n && i < MOST_QUADS; i++) {
		fz_rect place = fz_empty_rect;
		for (int k = 0; k < 4; k++) {
			fz_point at = { pdf_array_get_real(ctx, quads, 8 * i + 2 * k), pdf_array_get_real(ctx, quads, 8 * i + 2 * k + 1) };
			fz_rect spot = { at.x, at.y, at.x, at.y };
			place = k ? fz_include_point_in_rect(place, at) : spot;
		}
		add_place(fz_transform_rect(place, ctm), number, address, facts);
	}
	if (n < 1)
		add_place(fz_transform_rect(pdf_dict_get_rect(ctx, annot, PDF_NAME(Rect)), ctm), number, address, facts);
}

void pdf_links_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, uint32_t number, struct pdf_facts *facts)
{
	pdf_obj *annots = pdf_dict_get(ctx, page->obj, PDF_NAME(Annots));
	fz_matrix page_ctm;
	fz_rect ignored;
	int n = pdf_array_len(ctx, annots);
	if (n <= 0)
		return;
	pdf_page_transform(ctx, page, &ignored, &page_ctm);
	for (int i = 0; i < n && facts->links < MOST_LINKS; i++) {
		pdf_obj *annot = pdf_array_get(ctx, annots, i), *action = pdf_dict_get(ctx, annot, PDF_NAME(A));
		if (!pdf_name_eq(ctx, pdf_dict_get(ctx, annot, PDF_NAME(Subtype)), PDF_NAME(Link)) ||
		    !pdf_name_eq(ctx, pdf_dict_get(ctx, action, PDF_NAME(S)), PDF_NAME(URI)))
			continue;
		size_t bytes;
		const char *text = pdf_dict_get_string(ctx, action, PDF_NAME(URI), &bytes);
		struct str address = str_trim((struct str){ text, bytes });
		if (link_is_told(address))
			add_link(ctx, annot, fz_concat(page_ctm, ctm), number, address, facts);
	}
}
