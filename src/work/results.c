/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results.h"

#include "base/clock.h"
#include "base/metric.h"
#include "doc/spool.h"
#include "layout/survey.h"
#include "work/results-private.h"

#include <stdio.h>
#include <unistd.h>

#define PAGE_ARENA ((size_t)1 << 30)
#define FLUSH ((size_t)1 << 16)

static void write_number(const struct page *p, struct buf *b)
{
	buf_printf(b, "{\"page_number\":%u", p->v->pages[p->index].page->number);
}

/* Hundredths of a point: two decimals are exact. */

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
	unsigned parts; /* bits of those that are made */
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

/* Markdown of a page is made once for all members that need it. */
static bool make_page(struct making *m, size_t index, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct page p = { .index = 0 };
	unsigned markdown = 0;
	arena_init(&a, "page", PAGE_ARENA);
	buf_init(&p.markdown, 0);
	buf_init(&p.parts.rows, 0);
	for (int i = 0; i < RESULTS_PARTS; i++)
		markdown |= makes(m, i) && members[i].markdown;
	bool ok = spool_page(&m->spool, index, &page, e) &&
		  (p.v = survey_page(m->survey, (uint32_t)index, &page, &a, e)) != NULL;
	if (ok && markdown)
		layout_write_parts(p.v, 0, &p.markdown, makes(m, RESULTS_ITEMS) ? &p.parts : NULL);
	ok = ok && buf_ok(&p.markdown, e) && buf_ok(&p.parts.rows, e) && make_members(m, &p, index == 0, e);
	buf_fini(&p.markdown);
	buf_fini(&p.parts.rows);
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
	if (!flush(m, part, 0, e))
		return false;
	m->file[part] = NULL;
	return store_upload_finish(u, out, e);
}

static void key_of(int part, char *key, size_t size)
{
	struct str release = extract_release_resolve(STR("latest")); /* layout goes with the engine */
	snprintf(key, size, "shown %s release=%.*s", members[part].name, STR_ARGS(release));
}

static bool keep(const struct results *r, int part, const struct store_blob *blob, struct err *e)
{
	char key[96];
	key_of(part, key, sizeof(key));
	return store_cache_put(r->store, r->project, r->frames.hash, str_from(key), blob, r->job, clock_now(), e);
}

static bool make(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct making m = { .store = r->store, .parts = parts, .survey = survey_new() };
	int fd = -1;
	int64_t size = 0;
	enum store_outcome found = store_blob_open(r->store, r->frames.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_INTERNAL, "the parsed document is gone");
	for (int i = 0; i < RESULTS_PARTS; i++)
		buf_init(&m.text[i], 0);
	spool_init(&m.spool, fd);
	m.spool.facts = take_facts;
	bool ok = found == STORE_OK && make_all(&m, size, e);
	for (int i = 0; i < RESULTS_PARTS; i++) {
		ok = ok && (!makes(&m, i) || (close_file(&m, i, &out[i], e) && keep(r, i, &out[i], e)));
		if (m.file[i])
			store_upload_abort(m.file[i]);
		buf_fini(&m.text[i]);
	}
	spool_fini(&m.spool);
	survey_free(m.survey);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool results_find(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	unsigned missing = 0;
	for (int i = 0; i < RESULTS_PARTS; i++) {
		char key[96];
		if (!(parts >> i & 1))
			continue;
		key_of(i, key, sizeof(key));
		enum store_outcome got = store_cache_get(r->store, r->project, r->frames.hash, str_from(key), &out[i], e);
		if (got == STORE_ERROR)
			return false;
		metric_add(METRIC_cache, LABEL_cache_layout, got == STORE_OK ? LABEL_found_hit : LABEL_found_miss, 1);
		missing |= got == STORE_OK ? 0 : 1u << i;
	}
	return !missing || make(r, missing, out, e);
}
