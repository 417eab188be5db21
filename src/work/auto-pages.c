/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A document in two readings and more:
 *
 *   pages     1   2   3   4   5      as the settings say
 *   rules     -   a   -   b   a      what each page meets
 *   a             2           5      once more, as rule a says
 *   b                     4
 *   kept      1   2a  3   4b  5a     with the facts of each page's own reading
 */
#include "work/auto.h"
#include "work/kinds.h"

#include "doc/spool.h"
#include "layout/survey.h"

#include <stdlib.h>
#include <unistd.h>

#define PAGE_ARENA ((size_t)1 << 30)
#define FACTS_ARENA ((size_t)1 << 28)
#define FLUSH ((size_t)1 << 16)

struct reading { /* of the document, or of some of its pages */
	struct spool spool;
	struct survey *survey;        /* of the first one */
	struct arena *texts;          /* of facts */
	struct buf facts, fact_texts; /* struct doc_fact, struct doc_fact_text */
	uint32_t hidden;
	int fd;
};

static bool fact_take(void *ctx, const struct doc *d, struct err *e)
{
	struct reading *r = ctx;
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		struct doc_fact_text t = { arena_str(r->texts, (struct str){ d->facts_text + f->name, f->name_len }),
					   arena_str(r->texts, (struct str){ d->facts_text + f->label, f->label_len }),
					   arena_str(r->texts, (struct str){ d->facts_text + f->value, f->value_len }) };
		buf_add(&r->facts, f, sizeof(*f));
		buf_add(&r->fact_texts, &t, sizeof(t));
	}
	return buf_ok(&r->facts, e) && buf_ok(&r->fact_texts, e) && arena_ok(r->texts, e);
}

static bool page_seen(void *ctx, const struct doc_page *page, struct err *e)
{
	struct reading *r = ctx;
	return !r->survey || survey_add(r->survey, page, e);
}

static void reading_fini(struct reading *r)
{
	spool_fini(&r->spool);
	survey_free(r->survey);
	buf_fini(&r->facts);
	buf_fini(&r->fact_texts);
	if (r->fd >= 0)
		close(r->fd);
}

/* The upload is finished, or given up. */
static bool reading_open(struct reading *r, struct store *s, struct store_upload *u, bool surveyed, struct arena *a, struct err *e)
{
	struct store_blob blob;
	int64_t size = 0;
	*r = (struct reading){ .texts = a, .fd = -1, .survey = surveyed ? survey_new() : NULL };
	buf_init(&r->facts, 0);
	buf_init(&r->fact_texts, 0);
	spool_init(&r->spool, -1);
	if (!store_upload_finish(u, &blob, e))
		return false;
	if (store_blob_open(s, blob.hash, &r->fd, &size, e) != STORE_OK)
		return err_set(e, ERR_IO, "the parsed document cannot be read back");
	spool_fini(&r->spool);
	spool_init(&r->spool, r->fd);
	r->spool.facts = fact_take;
	bool ok = (!surveyed || r->survey || err_set(e, ERR_MEMORY, "out of memory")) && spool_file(&r->spool, size, page_seen, r, e) &&
		  (!r->survey || survey_end(r->survey, e));
	r->hidden = r->spool.reader.doc.hidden_words;
	return ok;
}

/* ---- what a page is like */

static bool is_number(struct str s)
{
	size_t digits = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';
		if (!digit && !strchr("+-.,%()'", s.p[i]) && (unsigned char)s.p[i] < 0x80)
			return false;
		digits += digit;
	}
	return digits > 0;
}

static void count_parts(struct auto_page *p, const struct layout_parts *parts)
{
	const struct layout_part *rows = (const struct layout_part *)(const void *)parts->rows.p;
	size_t n = parts->rows.n / sizeof(*rows);
	for (size_t i = 0; i < n; i++) {
		struct str md = { p->markdown.p + rows[i].at, p->markdown.n > rows[i].at ? p->markdown.n - rows[i].at : 0 };
		if (!rows[i].words || !md.n)
			continue;
		bool table = md.p[0] == '|';
		p->elements++;
		p->tables += table;
		p->has |= table ? AUTO_TABLE : md.p[0] == '#' ? AUTO_TITLE : str_starts(md, STR("- ")) ? AUTO_LIST : AUTO_TEXT;
	}
}

static void count_lines(struct auto_page *p, const struct view *v)
{
	const struct view_page *page = &v->pages[0];
	for (uint32_t l = page->line; l < page->line + page->lines; l++)
		if (v->lines[l].flags & VIEW_RUNNING)
			p->has |= v->lines[l].box.y0 * 2 < page->page->height ? AUTO_HEADER : AUTO_FOOTER;
	p->lines = page->lines;
	p->words = page->words;
	for (uint32_t w = page->word; w < page->word + page->words; w++)
		p->numbers += is_number(v->words[w].text);
	p->number_percent = p->words > 0 ? 100 * p->numbers / p->words : 0;
}

static void count_facts(struct auto_page *p, const struct reading *r, uint32_t number)
{
	const struct doc_fact *f = (const struct doc_fact *)(const void *)r->facts.p;
	for (size_t i = 0; i < r->facts.n / sizeof(*f); i++) {
		p->pictures += f[i].page == number && f[i].kind == DOC_FACT_PICTURE;
		p->links += f[i].page == number && f[i].kind == DOC_FACT_LINK;
	}
}

static bool rule_find(struct reading *r, size_t index, const struct json *rules, struct str name, size_t *rule, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct buf text = BUF_INIT(0), markdown = BUF_INIT(0);
	struct layout_parts parts = { .wants_words = false };
	arena_init(&a, "page", PAGE_ARENA);
	struct view *v = spool_page(&r->spool, index, &page, e) ? survey_page(r->survey, (uint32_t)index, &page, &a, e) : NULL;
	if (v) {
		layout_write_text(v, 0, &text);
		layout_write_parts(v, 0, &markdown, &parts);
		struct auto_page p = { .text = buf_view(&text), .markdown = buf_view(&markdown), .picture_percent = page.image_percent,
				       .fault = page.fault != ERR_NONE };
		for (size_t i = 0; i < p.text.n; i++)
			p.characters += ((unsigned char)p.text.p[i] & 0xC0) != 0x80;
		count_parts(&p, &parts);
		count_lines(&p, v);
		count_facts(&p, r, page.number);
		p.pictures = p.pictures > 0 || !page.image_percent ? p.pictures : 1; /* of kinds that tell none apart */
		p.has |= p.pictures > 0 ? AUTO_PICTURE : 0;
		*rule = auto_rule_of(rules, name, &p);
	}
	bool ok = v && buf_ok(&text, e) && buf_ok(&markdown, e);
	buf_fini(&text);
	buf_fini(&markdown);
	buf_fini(&parts.rows);
	arena_fini(&a);
	return ok;
}

/* ---- once more */

static struct pool_request request_for(const struct pool_request *q, const struct work_settings *set, const uint32_t *pages, size_t n)
{
	struct pool_request r = *q;
	r.pages = pages;
	r.pages_n = n;
	r.max_pages = 0;
	r.lang = set->lang;
	r.ocr = !str_eq_z(set->parse_tier, "fast") && !set->no_image_text;
	r.no_diagonal = set->no_diagonal;
	r.wishes = set->wishes | TASK_MAY_BE_EMPTY;
	r.progress = NULL;
	return r;
}

static bool parse_again(struct job *j, const struct pool_request *q, const struct json *rule, const uint32_t *pages, size_t n,
			struct reading *out, struct arena *a, struct err *e)
{
	struct work_settings set = auto_settings(&j->set, rule);
	struct pool_request again = request_for(q, &set, pages, n);
	struct store_upload *u;
	return job_parse(j, &again, &set, &u, e) && reading_open(out, j->parts->store, u, false, a, e);
}

/* ---- joining */

struct joining {
	struct store_upload *file;
	struct buf out, facts, texts;
	struct doc_page_builder page;
	uint64_t words;
};

static bool flush(struct joining *x, size_t most, struct err *e)
{
	if (!buf_ok(&x->out, e) || (x->out.n > most && !store_upload_add(x->file, x->out.p, x->out.n, e)))
		return false;
	if (x->out.n > most)
		buf_clear(&x->out);
	return true;
}

static bool page_join(struct joining *x, const struct doc_page *p, struct err *e)
{
	struct err why;
	if (p->fault != ERR_NONE) {
		err_set(&why, p->fault, "%.*s", STR_ARGS(p->fault_text));
		doc_write_fault(&x->out, p->number, &why);
	}
	doc_page_builder_start(&x->page, p->number, p->width, p->height);
	x->page.rotation = p->rotation;
	x->page.image_percent = p->image_percent;
	buf_add(&x->page.words, p->words, p->words_n * sizeof(*p->words));
	buf_add(&x->page.rules, p->rules, p->rules_n * sizeof(*p->rules));
	buf_add(&x->page.marks, p->marks, p->marks_n * sizeof(*p->marks));
	buf_add(&x->page.text, p->text, p->text_n);
	doc_write_page(&x->out, &x->page);
	x->words += p->words_n;
	return flush(x, FLUSH, e);
}

static void facts_join(struct joining *x, const struct reading *r, uint32_t number)
{
	const struct doc_fact *f = (const struct doc_fact *)(const void *)r->facts.p;
	const struct doc_fact_text *t = (const struct doc_fact_text *)(const void *)r->fact_texts.p;
	for (size_t i = 0; i < r->facts.n / sizeof(*f); i++) {
		if (f[i].page != number)
			continue;
		buf_add(&x->facts, &f[i], sizeof(*f));
		buf_add(&x->texts, &t[i], sizeof(*t));
	}
}

static void rule_note(struct joining *x, uint32_t page, size_t rule, struct arena *a)
{
	struct doc_fact f = { .page = page, .kind = DOC_FACT_RULE };
	struct doc_fact_text t = { STR(""), STR(""), arena_printf(a, "%zu", rule) };
	buf_add(&x->facts, &f, sizeof(f));
	buf_add(&x->texts, &t, sizeof(t));
}

struct plan { /* of a document: readings[0] is all of it, readings[k] the pages of rule k */
	struct reading *readings;
	size_t rules_n, pages_n;
	size_t *rule;    /* by page */
};

static bool all_join(struct joining *x, struct plan *plan, struct err *e)
{
	struct reading *base = &plan->readings[0];
	const struct doc *d = &base->spool.reader.doc;
	size_t *next = calloc(plan->rules_n + 1, sizeof(*next));
	bool ok = next != NULL || err_set(e, ERR_MEMORY, "out of memory");
	if (ok)
		doc_write_head(&x->out, d->format, d->release, d->source_pages);
	facts_join(x, base, 0); /* of the document */
	for (size_t i = 0; ok && i < plan->pages_n; i++) {
		struct reading *r = &plan->readings[plan->rule[i]];
		struct doc_page page, other;
		ok = spool_page(&base->spool, i, &page, e);
		uint32_t number = page.number;
		if (ok && r != base && next[plan->rule[i]] < spool_pages(&r->spool)) {
			ok = spool_page(&r->spool, next[plan->rule[i]]++, &other, e);
			page = ok && other.number == number ? other : page;
		}
		ok = ok && page_join(x, &page, e);
		facts_join(x, r, number);
		if (plan->rule[i])
			rule_note(x, number, plan->rule[i], r->texts);
	}
	free(next);
	if (!ok || !buf_ok(&x->facts, e) || !buf_ok(&x->texts, e))
		return false;
	if (!x->words)
		return err_set(e, ERR_NO_DATA, "no text was found on the pages, however they were read");
	if (x->facts.n)
		doc_write_facts(&x->out, (const struct doc_fact *)(const void *)x->facts.p, (const struct doc_fact_text *)(const void *)x->texts.p,
				x->facts.n / sizeof(struct doc_fact));
	doc_write_end(&x->out, (uint32_t)plan->pages_n, base->hidden);
	return flush(x, 0, e);
}

static bool write_joined(struct plan *plan, struct store *s, struct store_upload **u, struct err *e)
{
	struct joining x = { .file = store_upload_begin(s, e) };
	buf_init(&x.out, 0);
	buf_init(&x.facts, 0);
	buf_init(&x.texts, 0);
	doc_page_builder_init(&x.page);
	bool ok = x.file && all_join(&x, plan, e);
	if (!ok && x.file)
		store_upload_abort(x.file);
	*u = ok ? x.file : NULL;
	doc_page_builder_fini(&x.page);
	buf_fini(&x.out);
	buf_fini(&x.facts);
	buf_fini(&x.texts);
	return ok;
}

/* ---- all of it */

/* Numbers of the pages that meet a rule, in order. */
static size_t pages_of(struct plan *plan, size_t rule, uint32_t *numbers, struct err *e, bool *ok)
{
	size_t n = 0;
	for (size_t i = 0; *ok && i < plan->pages_n; i++) {
		struct doc_page page;
		if (plan->rule[i] != rule)
			continue;
		*ok = spool_page(&plan->readings[0].spool, i, &page, e);
		numbers[n++] = page.number;
	}
	return n;
}

static bool readings_make(struct job *j, const struct pool_request *q, struct plan *plan, struct arena *a, struct err *e)
{
	const struct json *rules = j->set.auto_rules;
	uint32_t *numbers = calloc(plan->pages_n + 1, sizeof(*numbers));
	bool ok = numbers != NULL || err_set(e, ERR_MEMORY, "out of memory");
	for (size_t i = 0; ok && i < plan->pages_n; i++)
		ok = rule_find(&plan->readings[0], i, rules, q->name, &plan->rule[i], e);
	for (size_t k = 1; ok && k <= plan->rules_n; k++) {
		size_t n = pages_of(plan, k, numbers, e, &ok);
		if (ok && n)
			ok = parse_again(j, q, rules->item[k - 1], numbers, n, &plan->readings[k], a, e);
	}
	free(numbers);
	return ok;
}

bool auto_pages(struct job *j, const struct pool_request *q, struct store_upload **u, struct err *e)
{
	struct arena a;
	struct plan plan = { .rules_n = j->set.auto_rules->n };
	struct store_upload *first = *u;
	*u = NULL;
	arena_init(&a, "facts", FACTS_ARENA);
	plan.readings = calloc(plan.rules_n + 1, sizeof(*plan.readings));
	if (!plan.readings) {
		store_upload_abort(first);
		return err_set(e, ERR_MEMORY, "out of memory");
	}
	for (size_t i = 0; i <= plan.rules_n; i++)
		plan.readings[i].fd = -1;
	bool ok = reading_open(&plan.readings[0], j->parts->store, first, true, &a, e);
	plan.pages_n = ok ? spool_pages(&plan.readings[0].spool) : 0;
	plan.rule = calloc(plan.pages_n + 1, sizeof(*plan.rule));
	ok = ok && (plan.rule || err_set(e, ERR_MEMORY, "out of memory")) && readings_make(j, q, &plan, &a, e) &&
	     write_joined(&plan, j->parts->store, u, e);
	for (size_t i = 0; i <= plan.rules_n; i++)
		reading_fini(&plan.readings[i]);
	free(plan.readings);
	free(plan.rule);
	arena_fini(&a);
	return ok;
}
