/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results.h"

#include "base/clock.h"
#include "base/metric.h"
#include "doc/spool.h"
#include "layout/survey.h"
#include "work/flight.h"
#include "work/workbook.h"

#include <unistd.h>

#define PAGE_ARENA ((size_t)1 << 30)
#define FLUSH ((size_t)1 << 16)

static void write_number(const struct page *p, struct buf *b)
{
	buf_printf(b, "{\"page_number\":%u", p->v->pages[p->index].page->number);
}

/* ---- members: what stands before, between and after the pages; own: each page is an object of its own */

static const struct member {
	const char *name, *open, *between, *close;
	bool own, markdown;
	void (*write)(struct page *p, struct buf *b);
} members[RESULTS_PARTS] = {
	{ "text", "{\"pages\":[", ",", "]}", true, false, results_text },
	{ "markdown", "{\"pages\":[", ",", "]}", true, true, results_markdown },
	{ "items", "{\"pages\":[", ",", "]}", true, true, results_items },
	{ "metadata", "{\"pages\":[", ",", "]}", true, false, results_metadata },
	{ "text_full", "\"", "\\f", "\"", false, false, results_text_share },
	{ "markdown_full", "\"", "\\n\\n", "\"", false, true, results_markdown_share },
	/* Of facts, which come after the pages. */
	{ "forms", "{\"fields\":[", "", "]}", false, false, NULL },
	/* Numbers of the pages that were read: the API asks for them, users do not. */
	{ "page_numbers", "[", ",", "]", false, false, results_number },
	/* Files, which are no JSON values. */
	{ "raw_words", "", "", "", false, false, results_raw_words },
	{ "grounded_items", "", "", "", false, true, results_grounded },
	{ "stripped_markdown", "{\"pages\":[", ",", "]}", true, true, results_stripped },
	{ "concatenated_stripped_markdown", "", "\n\n---\n\n", "\n", false, true, results_stripped_share },
	/* A workbook is written as pages come, and ended after them. */
	{ "xlsx", "", "", "", false, true, NULL },
};

int results_part(struct str word)
{
	for (int i = 0; i < RESULTS_PARTS; i++)
		if (str_eq_z(word, members[i].name))
			return i;
	return -1;
}

/* ---- laying out: all members at once, a page of the document at a time */

struct making {
	struct store *store;
	const struct results_style *style;
	unsigned parts; /* bits of those that are made */
	struct workbook book;
	struct spool spool;
	struct survey *survey;
	struct buf text[RESULTS_PARTS]; /* what is not yet in their files */
	struct store_upload *file[RESULTS_PARTS];
};

static bool makes(const struct making *m, int part)
{
	return m->parts >> part & 1;
}

static bool flush(struct making *m, int part, size_t most, struct err *e)
{
	struct buf *b = &m->text[part];
	if (!buf_ok(b, e))
		return false;
	if (b->n <= most)
		return true;
	bool ok = store_upload_add(m->file[part], b->p, b->n, e);
	buf_clear(b);
	return ok;
}

static bool make_members(struct making *m, struct page *p, bool first, struct err *e)
{
	bool ok = true;
	for (int i = 0; ok && i < RESULTS_PARTS; i++) {
		struct buf *b = &m->text[i];
		if (!makes(m, i) || !members[i].write)
			continue;
		buf_z(b, first ? "" : members[i].between);
		if (members[i].own)
			write_number(p, b);
		members[i].write(p, b);
		buf_z(b, members[i].own ? "}" : "");
		ok = flush(m, i, FLUSH, e);
	}
	return ok;
}

static bool make_sheets(struct making *m, const struct page *p, struct err *e)
{
	if (!makes(m, RESULTS_XLSX))
		return true;
	workbook_page(&m->book, p, &m->text[RESULTS_XLSX]);
	return flush(m, RESULTS_XLSX, FLUSH, e);
}

/* Markdown of a page is made once for all members that need it. */
static bool make_page(struct making *m, size_t index, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct page p = { .style = m->style, .parts = { .wants_words = makes(m, RESULTS_GROUNDED), .line_break = m->style->line_break } };
	unsigned markdown = 0;
	arena_init(&a, "page", PAGE_ARENA);
	buf_init(&p.markdown, 0);
	buf_init(&p.parts.rows, 0);
	buf_init(&p.parts.words, 0);
	for (int i = 0; i < RESULTS_PARTS; i++)
		markdown |= makes(m, i) && members[i].markdown;
	bool ok = spool_page(&m->spool, index, &page, e) &&
		  (p.v = survey_page(m->survey, (uint32_t)index, &page, &a, e)) != NULL;
	if (ok && markdown)
		layout_write_parts(p.v, 0, &p.markdown, &p.parts);
	ok = ok && buf_ok(&p.markdown, e) && buf_ok(&p.parts.rows, e) && buf_ok(&p.parts.words, e) &&
	     make_members(m, &p, index == 0, e) && make_sheets(m, &p, e);
	buf_fini(&p.markdown);
	buf_fini(&p.parts.rows);
	buf_fini(&p.parts.words);
	arena_fini(&a);
	return ok;
}

static bool survey_each(void *ctx, const struct doc_page *page, struct err *e)
{
	return survey_add(((struct making *)ctx)->survey, page, e);
}

/* Fields of forms, as they stand in the document. */
static bool take_facts(void *ctx, const struct doc *d, struct err *e)
{
	struct making *m = ctx;
	struct buf *b = &m->text[RESULTS_FORMS];
	bool first = true;
	for (size_t i = 0; makes(m, RESULTS_FORMS) && i < d->facts_n; i++) {
		if (d->facts[i].kind != DOC_FACT_FIELD)
			continue;
		buf_z(b, first ? "" : ",");
		results_field(d, &d->facts[i], b);
		first = false;
	}
	return flush(m, RESULTS_FORMS, FLUSH, e);
}

static bool open_files(struct making *m, struct err *e)
{
	for (int i = 0; i < RESULTS_PARTS; i++) {
		if (!makes(m, i))
			continue;
		buf_z(&m->text[i], members[i].open);
		m->file[i] = store_upload_begin(m->store, e);
		if (!m->file[i])
			return false;
	}
	return true;
}

static bool make_all(struct making *m, int64_t size, struct err *e)
{
	bool ok = (m->survey || err_set(e, ERR_MEMORY, "out of memory")) && open_files(m, e) &&
		  spool_file(&m->spool, size, survey_each, m, e) && survey_end(m->survey, e);
	for (size_t i = 0; ok && i < spool_pages(&m->spool); i++)
		ok = make_page(m, i, e);
	return ok;
}

static bool close_file(struct making *m, int part, struct store_blob *out, struct err *e)
{
	struct store_upload *u = m->file[part];
	buf_z(&m->text[part], members[part].close);
	if (part == RESULTS_XLSX)
		workbook_end(&m->book, &m->text[part]);
	if (!flush(m, part, 0, e))
		return false;
	m->file[part] = NULL;
	return store_upload_finish(u, out, e);
}

static void key_of(const struct results *r, int part, struct buf *key)
{
	struct str release = extract_release_resolve(STR("latest")); /* layout goes with the engine */
	buf_clear(key);
	buf_printf(key, "shown %s release=%.*s", members[part].name, STR_ARGS(release));
	results_style_key(&r->style, (enum results_part)part, key);
}

static bool keep(const struct results *r, int part, const struct store_blob *blob, struct err *e)
{
	struct buf key = BUF_INIT(0);
	key_of(r, part, &key);
	bool ok = buf_ok(&key, e) &&
		  store_cache_put(r->store, r->project, r->frames.hash, buf_view(&key), blob, r->job, clock_now(), e);
	buf_fini(&key);
	return ok;
}

static bool make(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct making m = { .store = r->store, .style = &r->style, .parts = parts, .survey = survey_new() };
	int fd = -1;
	int64_t size = 0;
	enum store_outcome found = store_blob_open(r->store, r->frames.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_INTERNAL, "the parsed document is gone");
	for (int i = 0; i < RESULTS_PARTS; i++)
		buf_init(&m.text[i], 0);
	workbook_init(&m.book);
	spool_init(&m.spool, fd);
	m.spool.facts = take_facts;
	bool ok = found == STORE_OK && make_all(&m, size, e);
	for (int i = 0; i < RESULTS_PARTS; i++) {
		ok = ok && (!makes(&m, i) || (close_file(&m, i, &out[i], e) && keep(r, i, &out[i], e)));
		if (m.file[i])
			store_upload_abort(m.file[i]);
		buf_fini(&m.text[i]);
	}
	workbook_fini(&m.book);
	spool_fini(&m.spool);
	survey_free(m.survey);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* Takes those that are cached out of missing. */
static bool look(const struct results *r, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct buf key = BUF_INIT(0);
	bool ok = true;
	for (int i = 0; ok && i < RESULTS_PARTS; i++) {
		if (!(*missing >> i & 1))
			continue;
		key_of(r, i, &key);
		enum store_outcome got = buf_ok(&key, e) ? store_cache_get(r->store, r->project, r->frames.hash, buf_view(&key), &out[i], e)
							 : STORE_ERROR;
		ok = got != STORE_ERROR;
		*missing &= ~(got == STORE_OK ? 1u << i : 0);
	}
	buf_fini(&key);
	return ok;
}

/* Whoever else wants what is being made waits for it. */
static bool make_alone(const struct results *r, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct flight f;
	flight_enter(&f, r->project, r->frames.hash, STR("shown"), NULL);
	bool ok = look(r, missing, out, e) && (!*missing || make(r, *missing, out, e));
	flight_leave(&f);
	return ok;
}

bool results_find(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	unsigned missing = parts;
	bool ok = look(r, &missing, out, e) && (!missing || make_alone(r, &missing, out, e));
	metric_add(METRIC_cache, LABEL_cache_layout, LABEL_found_hit, __builtin_popcount(parts & ~missing));
	metric_add(METRIC_cache, LABEL_cache_layout, LABEL_found_miss, __builtin_popcount(missing));
	return ok;
}
