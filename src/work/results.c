/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results.h"

#include "base/clock.h"
#include "doc/spool.h"
#include "layout/survey.h"
#include "work/flight.h"
#include "work/results-facts.h"
#include "work/results-merge.h"
#include "work/workbook.h"

#include <stdlib.h>
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
	/* Pictures that are to be saved, each behind a comma: the API asks for them, users do not. */
	{ "images", "[null", "", "]", false, true, results_images },
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

/* What pictures shown in the markdown of a document may take; time so that the call that asked first has its answer. */
enum { SHOWN_PICTURES = 200 };
#define SHOWN_TIME (35 * CLOCK_SECOND)
#define SHOWN_BYTES ((size_t)48 << 20)

struct making {
	const struct laying_out *l;
	const struct results_style *style; /* of l */
	unsigned parts; /* bits of those that are made */
	struct workbook book;
	struct spool spool;
	struct survey *survey;
	size_t merged;      /* pages before this index whose first table stands on the page merged_to, but for that page itself */
	uint32_t merged_to;
	struct results_facts facts;
	struct results_room room; /* for pictures that are shown */
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

#define PAGE_BUFS(p)                                                                                                \
	&p->markdown, &p->parts.rows, &p->parts.words, &p->linked, &p->linked_parts.rows, &p->linked_parts.words, \
	&p->with_pictures, &p->from

static void page_init(struct page *p)
{
	struct buf *bufs[] = { PAGE_BUFS(p) };
	for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++)
		buf_init(bufs[i], 0);
	p->whole = p->away = SIZE_MAX;
}

static bool page_fini(struct page *p, bool ok, struct err *e)
{
	struct buf *bufs[] = { PAGE_BUFS(p) };
	for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++) {
		ok = ok && buf_ok(bufs[i], e);
		buf_fini(bufs[i]);
	}
	return ok;
}

/* Markdown of a page is made once for all members that need it; with links too, if they are wanted. */
static void make_markdown(struct making *m, struct page *p)
{
	unsigned markdown = 0;
	for (int i = 0; i < RESULTS_PARTS; i++)
		markdown |= makes(m, i) && members[i].markdown;
	if (!markdown)
		return;
	layout_write_parts(p->v, 0, &p->markdown, &p->parts);
	if (m->style->links)
		layout_write_parts(p->v, 0, &p->linked, &p->linked_parts);
}

/* Pictures are drawn once for all members that show them. */
static bool make_pictures(struct making *m, struct page *p, struct arena *a, struct err *e)
{
	bool shows = makes(m, RESULTS_MARKDOWN) || makes(m, RESULTS_MARKDOWN_FULL) || makes(m, RESULTS_ITEMS) || makes(m, RESULTS_GROUNDED);
	if (!m->style->inlined || !shows)
		return true;
	if (!results_pictures_draw(p, &m->l->of, &m->room, a, e))
		return false;
	results_pictures_place(p);
	return true;
}

/* The page with its view and markdown; what they point to holds until the next one is read. */
static bool open_page(struct making *m, size_t index, struct page *p, struct doc_page *page, struct arena *a, struct err *e)
{
	struct str line_break = m->style->line_break;
	bool noted = m->style->numbered || m->style->revised;
	*p = (struct page){ .style = m->style, .laying = &m->style->laying, .linked_parts = { .wants_words = noted, .line_break = line_break },
			    .parts = { .wants_words = makes(m, RESULTS_GROUNDED) || m->style->merged || noted, .line_break = line_break } };
	page_init(p);
	if (!spool_page(&m->spool, index, page, e) || !(p->v = survey_page(m->survey, (uint32_t)index, page, a, e)))
		return false;
	results_facts_give(&m->facts, p, index, a);
	p->parts.tables = p->linked_parts.tables = p->laying->tables;
	make_markdown(m, p);
	return true;
}

/* Take the rows of the next page's table, if it goes on with that of p. */
static bool take_next(struct making *m, struct page *p, size_t index, bool *more, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct page next;
	size_t first = 0, last = 0;
	arena_init(&a, "page", PAGE_ARENA);
	bool ok = open_page(m, index, &next, &page, &a, e);
	bool fits = ok && page.fault == ERR_NONE && merge_table(&next, MERGE_FIRST, &first) && merge_fits(p, p->whole, &next, first);
	if (fits) {
		merge_rows(p, p->whole, &next, first);
		buf_add(&p->from, &page.number, sizeof(page.number));
	}
	*more = fits && merge_table(&next, MERGE_LAST, &last) && first == last;
	if (fits)
		m->merged = index + 1;
	ok = page_fini(&next, ok, e);
	arena_fini(&a);
	return ok;
}

/*
 * A table that began on a page before is not shown here again; one that is the last of the page gets its rows of the next
 * ones. For that pages are read where p's text was: *again, its view must be made anew.
 */
static bool merge_page(struct making *m, struct page *p, size_t index, bool *again, struct err *e)
{
	size_t first, last = SIZE_MAX;
	bool goes_on = index < m->merged && merge_table(p, MERGE_FIRST, &first), more = true, ok = true;
	uint32_t number = p->v->pages[0].page->number;
	*again = false;
	if (!merge_table(p, MERGE_LAST, &last) || (goes_on && first == last))
		last = SIZE_MAX;
	if (goes_on) {
		p->away_to = m->merged_to;
		merge_away(p, first);
	}
	if (last == SIZE_MAX)
		return true;
	p->whole = last;
	buf_add(&p->from, &number, sizeof(number));
	for (size_t k = index + 1; ok && more && k < spool_pages(&m->spool); k++, *again = true)
		ok = take_next(m, p, k, &more, e);
	if (p->from.n == sizeof(number))
		p->whole = SIZE_MAX;
	else
		m->merged_to = number;
	return ok;
}

static bool make_page(struct making *m, size_t index, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct page p;
	bool again = false;
	arena_init(&a, "page", PAGE_ARENA);
	bool ok = open_page(m, index, &p, &page, &a, e) &&
		  (!m->style->merged || page.fault != ERR_NONE || merge_page(m, &p, index, &again, e));
	if (ok && again)
		ok = spool_page(&m->spool, index, &page, e) && (p.v = survey_page(m->survey, (uint32_t)index, &page, &a, e)) != NULL;
	ok = ok && make_pictures(m, &p, &a, e) && make_members(m, &p, index == 0, e) && make_sheets(m, &p, e);
	ok = page_fini(&p, ok, e);
	arena_fini(&a);
	return ok;
}

static bool goes_on(const struct making *m, struct err *e)
{
	return !m->l->cancel || !atomic_load(m->l->cancel) || err_set(e, ERR_CANCELLED, "the server stops");
}

static bool survey_each(void *ctx, const struct doc_page *page, struct err *e)
{
	const struct making *m = ctx;
	return goes_on(m, e) && survey_add(m->survey, page, e);
}

/* Fields of forms, as they stand in the document; what comes with its pages. */
static bool take_facts(void *ctx, const struct doc *d, struct err *e)
{
	struct making *m = ctx;
	struct buf *b = &m->text[RESULTS_FORMS];
	bool first = true;
	if (!results_facts_take(&m->facts, m->style, d, e))
		return false;
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
		m->file[i] = store_upload_begin(m->l->of.store, e);
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
		ok = goes_on(m, e) && make_page(m, i, e);
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

static void key_of(const struct laying_out *l, int part, struct buf *key)
{
	struct str release = extract_release_resolve(STR("latest")); /* layout goes with the engine */
	buf_clear(key);
	buf_printf(key, "shown %s release=%.*s", members[part].name, STR_ARGS(release));
	results_style_key(&l->style, (enum results_part)part, key);
}

static bool keep(const struct laying_out *l, int part, const struct store_blob *blob, struct err *e)
{
	const struct results *r = &l->of;
	struct buf key = BUF_INIT(0);
	key_of(l, part, &key);
	bool ok = buf_ok(&key, e) &&
		  store_cache_put(r->store, r->project, r->frames.hash, buf_view(&key), blob, r->job, clock_now(), e);
	buf_fini(&key);
	return ok;
}

static bool make(const struct laying_out *l, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	const struct results *r = &l->of;
	struct making m = { .l = l, .style = &l->style, .parts = parts, .survey = survey_new(),
			    .room = { SHOWN_PICTURES, SHOWN_BYTES, clock_mono() + SHOWN_TIME, false } };
	int fd = -1;
	int64_t size = 0;
	enum store_outcome found = store_blob_open(r->store, r->frames.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_INTERNAL, "the parsed document is gone");
	for (int i = 0; i < RESULTS_PARTS; i++)
		buf_init(&m.text[i], 0);
	results_facts_init(&m.facts);
	workbook_init(&m.book);
	spool_init(&m.spool, fd);
	m.spool.facts = take_facts;
	bool ok = found == STORE_OK && make_all(&m, size, e);
	for (int i = 0; i < RESULTS_PARTS; i++) {
		ok = ok && (!makes(&m, i) || (close_file(&m, i, &out[i], e) && (m.room.late || keep(l, i, &out[i], e))));
		if (m.file[i])
			store_upload_abort(m.file[i]);
		buf_fini(&m.text[i]);
	}
	workbook_fini(&m.book);
	spool_fini(&m.spool);
	survey_free(m.survey);
	results_facts_fini(&m.facts);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool results_look(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	const struct results *r = &l->of;
	struct buf key = BUF_INIT(0);
	bool ok = true;
	for (int i = 0; ok && i < RESULTS_PARTS; i++) {
		if (!(*missing >> i & 1))
			continue;
		key_of(l, i, &key);
		enum store_outcome got = buf_ok(&key, e) ? store_cache_get(r->store, r->project, r->frames.hash, buf_view(&key), &out[i], e)
							 : STORE_ERROR;
		ok = got != STORE_ERROR;
		*missing &= ~(got == STORE_OK ? 1u << i : 0);
	}
	buf_fini(&key);
	return ok;
}

bool results_make(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct flight f;
	if (!flight_enter(&f, l->of.project, l->of.frames.hash, STR("shown"), l->cancel, 0, e))
		return false;
	bool ok = results_look(l, missing, out, e) && (!*missing || make(l, *missing, out, e));
	flight_leave(&f, NULL);
	return ok;
}
