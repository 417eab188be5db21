/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pages of a mail: its own, then those of its attachments. */
#include "parse/mail.h"

#include <stdlib.h>

struct pages {
	struct str format;
	struct flow *f;
	uint32_t own;
	struct nest *nests;
	size_t nests_n;
};

/* What cannot be read stays a name in the list of attachments. */
static void attachments_read(struct mail *m, const struct parse_options *o, struct pages *p)
{
	struct err ignored;
	p->nests = calloc(m->attached_n + 1, sizeof(*p->nests));
	for (size_t i = 0; p->nests && i < m->attached_n; i++) {
		const struct mail_attachment *a = &m->attached[i];
		struct source s = { .bytes = a->bytes, .name = a->name };
		if (a->is_image || a->bytes.n == 0)
			continue;
		if (nest_read(&p->nests[p->nests_n], &s, o, &ignored))
			p->nests_n++;
		else
			nest_close(&p->nests[p->nests_n]);
	}
}

static bool page_send(struct pages *p, uint32_t number, const struct parse_options *o, struct doc_page_builder *page, struct sink *out,
		      struct err *e)
{
	uint32_t index = number - 1;
	if (index < p->own) {
		flow_build(p->f, index, number, o, page, out);
		return sink_page(out, page, e);
	}
	index -= p->own;
	for (size_t i = 0; i < p->nests_n; index -= (uint32_t)p->nests[i++].doc.pages_n)
		if (index < p->nests[i].doc.pages_n) {
			nest_build(&p->nests[i], index, number, page, out);
			return sink_page(out, page, e);
		}
	return true;
}

/* The mail's facts, then the fields of its attachments with the page numbers they have here. */
static void facts_send(struct pages *p, struct sink *out)
{
	struct buf facts = BUF_INIT(0), texts = BUF_INIT(0);
	const struct doc_fact *own;
	const struct doc_fact_text *own_texts;
	size_t n = flow_facts(p->f, &own, &own_texts);
	uint32_t shift = p->own;
	buf_add(&facts, own, n * sizeof(*own));
	buf_add(&texts, own_texts, n * sizeof(*own_texts));
	for (size_t i = 0; i < p->nests_n; shift += (uint32_t)p->nests[i++].doc.pages_n) {
		const struct doc *d = &p->nests[i].doc;
		for (size_t k = 0; k < d->facts_n; k++) {
			struct doc_fact f = d->facts[k];
			struct doc_fact_text t = { { d->facts_text + f.name, f.name_len }, { d->facts_text + f.label, f.label_len },
						   { d->facts_text + f.value, f.value_len } };
			if (!f.page)
				continue; /* of that document, not of the mail */
			f.page += shift;
			buf_add(&facts, &f, sizeof(f));
			buf_add(&texts, &t, sizeof(t));
		}
	}
	n = facts.n / sizeof(struct doc_fact);
	if (n && !facts.failed && !texts.failed)
		doc_write_facts(&out->frames, (const struct doc_fact *)(const void *)facts.p,
				(const struct doc_fact_text *)(const void *)texts.p, n);
	buf_fini(&facts);
	buf_fini(&texts);
}

static bool pages_send(struct pages *p, const struct parse_options *o, struct sink *out, struct err *e)
{
	uint32_t total = p->own, n;
	for (size_t i = 0; i < p->nests_n; i++) {
		total += (uint32_t)p->nests[i].doc.pages_n;
		out->hidden_words += p->nests[i].doc.hidden_words;
	}
	uint32_t *list = format_pages(o, total, &n, e);
	struct doc_page_builder page;
	bool ok = list != NULL;
	doc_page_builder_init(&page);
	if (ok)
		doc_write_head(&out->frames, p->format, STR(PARSER_RELEASE), total);
	for (uint32_t i = 0; ok && i < n; i++)
		ok = page_send(p, list[i], o, &page, out, e);
	if (ok)
		facts_send(p, out);
	out->hidden_words += flow_hidden_words(p->f);
	doc_page_builder_fini(&page);
	free(list);
	return ok;
}

bool mail_pages(struct mail *m, struct str format, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct pages p = { .format = format, .f = m->f };
	bool ok = flow_lay(m->f, &p.own, e);
	if (ok) {
		attachments_read(m, o, &p);
		ok = p.own || p.nests_n ? pages_send(&p, o, out, e) : err_set(e, ERR_NO_DATA, "the mail has no words");
	}
	for (size_t i = 0; i < p.nests_n; i++)
		nest_close(&p.nests[i]);
	free(p.nests);
	return ok;
}
