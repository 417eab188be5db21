/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results-facts.h"

#include <stdlib.h>

enum { PAGE_LINKS = 5000 /* of a page that are shown: each is held against its words */ };
#define TEXTS ((size_t)1 << 30)

struct place { /* of a link; what every record begins with */
	uint32_t page, order;
	struct layout_link link;
};

struct met { /* a rule, from 1 on */
	uint32_t page, order, rule;
};

/* Which facts are kept, as what. */
static const struct {
	enum doc_fact_kind kind;
	size_t size;
} rows[RESULTS_FACTS] = {
	[RESULTS_LINKS] = { DOC_FACT_LINK, sizeof(struct place) },
	[RESULTS_PICTURES] = { DOC_FACT_PICTURE, sizeof(struct results_picture) },
	[RESULTS_REVISIONS] = { DOC_FACT_REVISION, sizeof(struct results_revision) },
	[RESULTS_RULES] = { DOC_FACT_RULE, sizeof(struct met) },
	[RESULTS_SLIDES] = { DOC_FACT_SLIDE, sizeof(struct results_slide) },
};

void results_facts_init(struct results_facts *f)
{
	for (int i = 0; i < RESULTS_FACTS; i++)
		buf_init(&f->of[i], 0);
	f->drawn = false;
	arena_init(&f->texts, "facts", TEXTS);
}

void results_facts_fini(struct results_facts *f)
{
	for (int i = 0; i < RESULTS_FACTS; i++)
		buf_fini(&f->of[i]);
	arena_fini(&f->texts);
}

static bool wants(const struct results_style *s, enum results_fact which)
{
	switch (which) {
	case RESULTS_LINKS:
		return s->links;
	case RESULTS_PICTURES:
		return s->images || s->inlined;
	case RESULTS_REVISIONS:
		return s->revised;
	case RESULTS_RULES:
		return s->rules_n > 0;
	case RESULTS_SLIDES:
		return true;
	case RESULTS_FACTS:
		break;
	}
	return false;
}

static struct str kept(struct results_facts *f, const struct doc *d, uint32_t at, uint16_t n)
{
	return arena_str(&f->texts, (struct str){ d->facts_text + at, n });
}

static void take(struct results_facts *f, enum results_fact which, const struct doc *d, size_t i)
{
	const struct doc_fact *fact = &d->facts[i];
	struct buf *b = &f->of[which];
	struct str value = kept(f, d, fact->value, fact->value_len);
	int64_t number;
	if (which == RESULTS_LINKS) {
		buf_add(b, &(struct place){ fact->page, (uint32_t)i, { fact->box, value } }, sizeof(struct place));
	} else if (which == RESULTS_REVISIONS) {
		struct results_revision r = { fact->page, (uint32_t)i, fact->box, kept(f, d, fact->name, fact->name_len),
					      kept(f, d, fact->label, fact->label_len), value };
		buf_add(b, &r, sizeof(r));
	} else if (which == RESULTS_SLIDES) {
		struct results_slide r = { fact->page, (uint32_t)i, kept(f, d, fact->name, fact->name_len), value };
		buf_add(b, &r, sizeof(r));
	} else if (!str_to_i64(value, &number) || number <= 0 || number > UINT32_MAX) {
		return;
	} else if (which == RESULTS_RULES) {
		buf_add(b, &(struct met){ fact->page, (uint32_t)i, (uint32_t)number }, sizeof(struct met));
	} else {
		struct results_picture k = { fact->page, (uint32_t)i, (uint32_t)number, fact->box };
		buf_add(b, &k, sizeof(k));
	}
}

/* Records differ but begin alike: with their page and their place among the facts. */
static int by_page(const void *pa, const void *pb)
{
	const uint32_t *a = pa, *b = pb;
	for (int i = 0; i < 2; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

/* Pages of the others are drawn from their words. */
static bool is_drawn(struct str format)
{
	return str_eq_z(format, "pdf") || str_eq_z(format, "xps") || str_eq_z(format, "svg");
}

bool results_facts_take(struct results_facts *f, const struct results_style *style, const struct doc *d, struct err *e)
{
	f->drawn = is_drawn(d->format);
	for (int which = 0; which < RESULTS_FACTS; which++) {
		struct buf *b = &f->of[which];
		for (size_t i = 0; wants(style, (enum results_fact)which) && i < d->facts_n; i++)
			if (d->facts[i].kind == rows[which].kind)
				take(f, (enum results_fact)which, d, i);
		if (!buf_ok(b, e))
			return false;
		if (b->n)
			qsort(b->p, b->n / rows[which].size, rows[which].size, by_page);
	}
	return arena_ok(&f->texts, e);
}

/* The records of a page, and how many. */
static const void *find(const struct results_facts *f, enum results_fact which, uint32_t page, size_t *n)
{
	size_t size = rows[which].size, low = 0, high = f->of[which].n / size;
	const char *all = f->of[which].p;
	uint32_t at;
	while (low < high) {
		size_t mid = (low + high) / 2;
		memcpy(&at, all + mid * size, sizeof(at));
		if (at < page)
			low = mid + 1;
		else
			high = mid;
	}
	for (*n = 0; (low + *n) * size < f->of[which].n; ++*n) {
		memcpy(&at, all + (low + *n) * size, sizeof(at));
		if (at != page)
			break;
	}
	return all + low * size;
}

static void give_links(const struct results_facts *f, struct page *p, uint32_t page, struct arena *a)
{
	size_t n;
	const struct place *places = find(f, RESULTS_LINKS, page, &n);
	n = n < PAGE_LINKS ? n : PAGE_LINKS;
	struct layout_link *links = ARENA_ARRAY(a, n, struct layout_link);
	for (size_t i = 0; links && i < n; i++)
		links[i] = places[i].link;
	p->linked_parts.with_links = true;
	p->linked_parts.links = links;
	p->linked_parts.links_n = links ? n : 0;
}

/* Revisions without a page come with the first, before its own. */
static void give_revisions(const struct results_facts *f, struct page *p, uint32_t page, bool first, struct arena *a)
{
	size_t none = 0, own;
	const struct results_revision *placeless = first ? find(f, RESULTS_REVISIONS, 0, &none) : NULL;
	const struct results_revision *of_page = find(f, RESULTS_REVISIONS, page, &own);
	struct results_revision *all = none + own ? ARENA_ARRAY(a, none + own, struct results_revision) : NULL;
	if (!all)
		return;
	for (size_t i = 0; i < none + own; i++)
		all[i] = i < none ? placeless[i] : of_page[i - none];
	p->revisions = all;
	p->revisions_n = none + own;
}

void results_facts_give(const struct results_facts *f, struct page *p, size_t index, struct arena *a)
{
	uint32_t page = p->v->pages[p->index].page->number;
	if (p->style->links)
		give_links(f, p, page, a);
	p->drawn = f->drawn;
	p->pictures = find(f, RESULTS_PICTURES, page, &p->pictures_n);
	if (index == 0)
		p->placeless = find(f, RESULTS_PICTURES, 0, &p->placeless_n);
	give_revisions(f, p, page, index == 0, a);
	p->slides = find(f, RESULTS_SLIDES, page, &p->slides_n);
	size_t rules;
	const struct met *met = find(f, RESULTS_RULES, page, &rules);
	p->by_rule = rules > 0;
	if (rules && met->rule <= p->style->rules_n)
		p->laying = &p->style->by_rule[met->rule - 1];
}
