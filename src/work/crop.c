/* SPDX-License-Identifier: Apache-2.0 */
#include "work/crop.h"

struct size {
	uint32_t number;
	struct doc_box area;
};

void crop_init(struct crop *c, const struct work_crop *area)
{
	c->area = area;
	doc_reader_init(&c->reader, NULL);
	doc_page_builder_init(&c->page);
	buf_init(&c->out, 0);
	buf_init(&c->sizes, 0);
}

void crop_fini(struct crop *c)
{
	doc_page_builder_fini(&c->page);
	buf_fini(&c->out);
	buf_fini(&c->sizes);
}

static struct doc_box area_of(const struct work_crop *c, const struct doc_page *p)
{
	return (struct doc_box){ (int32_t)(c->left * p->width), (int32_t)(c->top * p->height), (int32_t)(c->right * p->width),
				 (int32_t)(c->bottom * p->height) };
}

static bool is_in(const struct doc_box *b, const struct doc_box *area)
{
	int64_t x = ((int64_t)b->x0 + b->x1) / 2, y = ((int64_t)b->y0 + b->y1) / 2;
	return x >= area->x0 && x <= area->x1 && y >= area->y0 && y <= area->y1;
}

static void add_rule(struct doc_page_builder *out, const struct doc_rule *rule, const struct doc_box *area)
{
	struct doc_rule r = *rule;
	r.box.x0 = r.box.x0 > area->x0 ? r.box.x0 : area->x0;
	r.box.y0 = r.box.y0 > area->y0 ? r.box.y0 : area->y0;
	r.box.x1 = r.box.x1 < area->x1 ? r.box.x1 : area->x1;
	r.box.y1 = r.box.y1 < area->y1 ? r.box.y1 : area->y1;
	if (r.box.x0 <= r.box.x1 && r.box.y0 <= r.box.y1)
		doc_page_add_rule(out, &r);
}

static void crop_page(struct crop *c)
{
	const struct doc_page *p = &c->reader.page;
	struct size size = { p->number, area_of(c->area, p) };
	doc_page_builder_start(&c->page, p->number, p->width, p->height);
	c->page.rotation = p->rotation;
	c->page.image_percent = p->image_percent;
	for (size_t i = 0; i < p->words_n; i++)
		if (is_in(&p->words[i].box, &size.area))
			doc_page_add_word(&c->page, &p->words[i], doc_word_text(p, &p->words[i]));
	for (size_t i = 0; i < p->rules_n; i++)
		add_rule(&c->page, &p->rules[i], &size.area);
	for (size_t i = 0; i < p->marks_n; i++)
		if (is_in(&p->marks[i].box, &size.area))
			doc_page_add_mark(&c->page, &p->marks[i]);
	doc_write_page(&c->out, &c->page);
	buf_add(&c->sizes, &size, sizeof(size));
}

/* A fact without a place on a page, such as a title, is in. */
static bool fact_in(const struct crop *c, const struct doc_fact *f)
{
	const struct size *s = (const struct size *)(const void *)c->sizes.p;
	for (size_t i = 0; f->page && i < c->sizes.n / sizeof(*s); i++)
		if (s[i].number == f->page)
			return f->box.x1 <= f->box.x0 || is_in(&f->box, &s[i].area);
	return true;
}

static void crop_facts(struct crop *c)
{
	const struct doc *d = &c->reader.doc;
	struct buf facts = BUF_INIT(0), texts = BUF_INIT(0);
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		struct doc_fact_text t = { { d->facts_text + f->name, f->name_len }, { d->facts_text + f->label, f->label_len },
					   { d->facts_text + f->value, f->value_len } };
		if (!fact_in(c, f))
			continue;
		buf_add(&facts, f, sizeof(*f));
		buf_add(&texts, &t, sizeof(t));
	}
	c->out.failed |= facts.failed || texts.failed;
	if (facts.n && !c->out.failed)
		doc_write_facts(&c->out, (const struct doc_fact *)(const void *)facts.p,
				(const struct doc_fact_text *)(const void *)texts.p, facts.n / sizeof(struct doc_fact));
	buf_fini(&facts);
	buf_fini(&texts);
}

bool crop_frames(struct crop *c, struct str frames, struct err *e)
{
	size_t at = 0;
	buf_clear(&c->out);
	for (size_t from = 0;; from = at) {
		bool facts = c->reader.facts;
		switch (doc_reader_next(&c->reader, frames, &at, e)) {
		case DOC_STEP_PAGE:
			crop_page(c);
			break;
		case DOC_STEP_MORE:
			return buf_ok(&c->out, e);
		case DOC_STEP_BAD:
			return false;
		default:
			if (c->reader.facts && !facts)
				crop_facts(c);
			else
				buf_str(&c->out, (struct str){ frames.p + from, at - from });
		}
		if (at == frames.n)
			return buf_ok(&c->out, e);
	}
}
