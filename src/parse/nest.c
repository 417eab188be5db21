/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/nest.h"

enum { MOST_DEPTH = 3, MOST_DOCUMENTS = NESTS_MOST };
static const uint64_t most_bytes = UINT64_C(256) << 20; /* of frames kept at a time */

/* A child reads one document and ends: the counts are those of the process. */
static struct {
	int depth;
	uint32_t documents;
	uint64_t bytes;
} spent;

void nest_start(void)
{
	if (spent.depth == 0)
		memset(&spent, 0, sizeof(spent));
}

bool nest_read(struct nest *n, const struct source *s, const struct parse_options *o, struct err *e)
{
	struct parse_options all = *o;
	struct sink sink = { .fd = -1 };
	*n = (struct nest){ .frames = BUF_INIT(0) };
	arena_init(&n->arena, "nested document", 64 << 20);
	if (spent.depth >= MOST_DEPTH)
		return err_set(e, ERR_BUDGET, "documents stand in each other more than %d deep", MOST_DEPTH);
	if (++spent.documents > MOST_DOCUMENTS)
		return err_set(e, ERR_BUDGET, "more than %d documents are attached", MOST_DOCUMENTS);
	all.pages = NULL;
	all.pages_n = 0;
	all.max_pages = 0;
	all.pictures = false; /* their numbers would be those of that document */
	buf_init(&sink.frames, most_bytes - spent.bytes);
	const struct format *f = format_find(s, e);
	spent.depth++;
	bool ok = f && format_parse(f, s, &all, &sink, e);
	spent.depth--;
	if (ok)
		doc_write_end(&sink.frames, sink.pages, sink.hidden_words);
	n->frames = sink.frames;
	spent.bytes += n->frames.n;
	return ok && buf_ok(&n->frames, e) && doc_open(buf_view(&n->frames), NULL, &n->arena, &n->doc, e);
}

void nest_close(struct nest *n)
{
	spent.bytes -= n->frames.n < spent.bytes ? n->frames.n : spent.bytes;
	buf_fini(&n->frames);
	arena_fini(&n->arena);
}

void nest_build(const struct nest *n, size_t index, uint32_t number, struct doc_page_builder *out, struct sink *sink)
{
	const struct doc_page *p = &n->doc.pages[index];
	struct err fault;
	if (p->fault != ERR_NONE) {
		err_set(&fault, p->fault, "%.*s", STR_ARGS(p->fault_text));
		sink_fault(sink, &fault);
	}
	doc_page_builder_start(out, number, p->width, p->height);
	out->rotation = p->rotation;
	out->image_percent = p->image_percent;
	buf_add(&out->words, p->words, p->words_n * sizeof(*p->words));
	buf_add(&out->rules, p->rules, p->rules_n * sizeof(*p->rules));
	buf_add(&out->marks, p->marks, p->marks_n * sizeof(*p->marks));
	buf_add(&out->text, p->text, p->text_n);
}

/* ---- several */

void nests_add(struct nests *all, const struct source *s, const struct parse_options *o)
{
	struct err ignored;
	struct nest *n = &all->p[all->n];
	if (all->n == NESTS_MOST)
		return;
	if (!nest_read(n, s, o, &ignored)) {
		nest_close(n);
		return;
	}
	all->pages += (uint32_t)n->doc.pages_n;
	all->n++;
}

void nests_build(const struct nests *all, uint32_t index, uint32_t number, struct doc_page_builder *out, struct sink *sink)
{
	size_t i = 0;
	while (i < all->n && index >= all->p[i].doc.pages_n)
		index -= (uint32_t)all->p[i++].doc.pages_n;
	if (i < all->n)
		nest_build(&all->p[i], index, number, out, sink);
}

void nests_facts(const struct nests *all, uint32_t before, void (*tell)(void *ctx, const struct doc_fact *f, const struct doc_fact_text *t),
		 void *ctx)
{
	for (size_t i = 0; i < all->n; before += (uint32_t)all->p[i++].doc.pages_n) {
		const struct doc *d = &all->p[i].doc;
		for (size_t k = 0; k < d->facts_n; k++) {
			struct doc_fact f = d->facts[k];
			struct doc_fact_text t = { { d->facts_text + f.name, f.name_len }, { d->facts_text + f.label, f.label_len },
						   { d->facts_text + f.value, f.value_len } };
			if (!f.page)
				continue;
			f.page += before;
			tell(ctx, &f, &t);
		}
	}
}

uint32_t nests_hidden_words(const struct nests *all)
{
	uint32_t n = 0;
	for (size_t i = 0; i < all->n; i++)
		n += all->p[i].doc.hidden_words;
	return n;
}

void nests_close(struct nests *all)
{
	for (size_t i = 0; i < all->n; i++)
		nest_close(&all->p[i]);
	all->n = 0;
	all->pages = 0;
}
