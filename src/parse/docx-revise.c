/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Changes that were tracked, and remarks (ECMA-376 part 1, 17.13.5, 17.13.4):
 *
 *     <w:ins w:author="A"><w:r>…</w:r></w:ins>     <w:del w:author="A"><w:r><w:delText>…
 *     <w:r><w:rPr><w:rPrChange w:author="A">…      <w:commentRangeStart w:id="0"/>
 */
#include "parse/docx.h"

static const struct {
	const char *element, *type;
	bool shown; /* its text stands in the document */
} changes[] = {
	{ "ins", "inserted", true }, { "moveTo", "moved_to", true }, { "del", "deleted", false }, { "moveFrom", "moved_from", false },
};

/* Marks of paragraphs are changed by elements of the same names, without text. */
static const char *change_of(const struct docx *d, const struct xml_node *n, bool shown)
{
	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes) && !d->in_run_props && !d->in_para_props; i++)
		if (changes[i].shown == shown && xml_is(n, changes[i].element))
			return changes[i].type;
	return NULL;
}

static void remark_place(struct docx *d, struct str id)
{
	for (size_t i = 0; i < d->remarks_n; i++) {
		struct docx_remark *r = &d->remarks[i];
		if (r->placed || !str_eq(r->id, id))
			continue;
		revise_gone(&d->revise, "comment", r->author, r->text);
		r->placed = true;
	}
}

void docx_revise_start(struct docx *d, const struct xml_node *n)
{
	const char *type = change_of(d, n, true);
	if (type)
		revise_open(&d->revise, type, ooxml_attr(n, "author"));
	else if (xml_is(n, "r"))
		d->reformatted = false;
	else if (xml_is(n, "commentRangeStart") || xml_is(n, "commentReference"))
		remark_place(d, ooxml_attr(n, "id"));
}

void docx_revise_end(struct docx *d, const struct xml_node *n)
{
	if (change_of(d, n, true))
		revise_close(&d->revise);
}

void docx_gone_start(struct docx *d, const struct xml_node *n)
{
	if (!d->revise.f)
		return;
	d->gone = change_of(d, n, false);
	d->gone_by = d->gone ? docx_kept(d, ooxml_attr(n, "author")) : (struct str){ "", 0 };
	buf_clear(&d->gone_text);
	if (xml_is(n, "rPrChange") && !d->in_para_props) {
		d->reformatted = true;
		d->by = docx_kept(d, ooxml_attr(n, "author"));
	}
}

void docx_gone_text(struct docx *d, struct str s)
{
	if (d->gone)
		buf_str(&d->gone_text, s);
}

void docx_gone_end(struct docx *d)
{
	if (d->gone)
		revise_gone(&d->revise, d->gone, d->gone_by, buf_view(&d->gone_text));
	d->gone = NULL;
}

void docx_remarks_end(struct docx *d)
{
	for (size_t i = 0; i < d->remarks_n; i++)
		if (!d->remarks[i].placed)
			flow_fact(d->f, DOC_FACT_REVISION, STR("comment"), d->remarks[i].author, d->remarks[i].text);
}
