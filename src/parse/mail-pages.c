/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pages of a mail: its own, then those of its attachments. */
#include "parse/mail.h"

#include <stdlib.h>

struct pages {
	struct str format;
	struct flow *f;
	uint32_t own;
	struct nests *nests;
};

/* What cannot be read stays a name in the list of attachments. */
static void attachments_read(struct mail *m, const struct parse_options *o, struct nests *nests)
{
	for (size_t i = 0; i < m->attached_n; i++) {
		const struct mail_attachment *a = &m->attached[i];
		struct source s = { .bytes = a->bytes, .name = a->name };
		if (!a->is_image && a->bytes.n)
			nests_add(nests, &s, o);
	}
}

static void page_build(struct pages *p, uint32_t number, const struct parse_options *o, struct doc_page_builder *page, struct sink *out)
{
	if (number <= p->own)
		flow_build(p->f, number - 1, number, o, page, out);
	else
		nests_build(p->nests, number - 1 - p->own, number, page, out);
}

struct facts {
	struct buf facts, texts;
};

static void fact_add(void *ctx, const struct doc_fact *f, const struct doc_fact_text *t)
{
	struct facts *all = ctx;
	buf_add(&all->facts, f, sizeof(*f));
	buf_add(&all->texts, t, sizeof(*t));
}

/* The mail's facts, then the fields of its attachments with the page numbers they have here. */
static void facts_send(struct pages *p, struct sink *out)
{
	struct facts all = { BUF_INIT(0), BUF_INIT(0) };
	const struct doc_fact *own;
	const struct doc_fact_text *own_texts;
	size_t n = flow_facts(p->f, &own, &own_texts);
	buf_add(&all.facts, own, n * sizeof(*own));
	buf_add(&all.texts, own_texts, n * sizeof(*own_texts));
	nests_facts(p->nests, p->own, fact_add, &all);
	n = all.facts.n / sizeof(struct doc_fact);
	if (n && !all.facts.failed && !all.texts.failed)
		doc_write_facts(&out->frames, (const struct doc_fact *)(const void *)all.facts.p,
				(const struct doc_fact_text *)(const void *)all.texts.p, n);
	buf_fini(&all.facts);
	buf_fini(&all.texts);
}

static bool pages_send(struct pages *p, const struct parse_options *o, struct sink *out, struct err *e)
{
	uint32_t total = p->own + p->nests->pages, n;
	uint32_t *list = format_pages(o, total, &n, e);
	struct doc_page_builder page;
	bool ok = list != NULL;
	doc_page_builder_init(&page);
	if (ok)
		doc_write_head(&out->frames, p->format, STR(PARSER_RELEASE), total);
	for (uint32_t i = 0; ok && i < n; i++) {
		page_build(p, list[i], o, &page, out);
		ok = sink_page(out, &page, e);
	}
	if (ok)
		facts_send(p, out);
	out->hidden_words += flow_hidden_words(p->f) + nests_hidden_words(p->nests);
	doc_page_builder_fini(&page);
	free(list);
	return ok;
}

bool mail_pages(struct mail *m, struct str format, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct pages p = { .format = format, .f = m->f, .nests = calloc(1, sizeof(*p.nests)) };
	bool ok = (p.nests || err_set(e, ERR_MEMORY, "out of memory")) && flow_lay(m->f, &p.own, e);
	if (ok) {
		attachments_read(m, o, p.nests);
		ok = p.own || p.nests->n ? pages_send(&p, o, out, e) : err_set(e, ERR_NO_DATA, "the mail has no words");
	}
	if (p.nests)
		nests_close(p.nests);
	free(p.nests);
	return ok;
}
