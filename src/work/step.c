/* SPDX-License-Identifier: Apache-2.0 */
#include "work/tally.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "json/json.h"

#include <stdlib.h>

/* A run under way: what one step leaves for the next. */
struct run {
	const struct work_run *w;
	const struct work_settings *set;
	struct arena *a;
	struct work_output *out;
	struct doc doc;
	bool fresh; /* parsed for this run */
	struct extract_result x;
};

void work_output_init(struct work_output *o)
{
	buf_init(&o->result, 0);
	buf_init(&o->extract_metadata, 0);
	buf_init(&o->metadata, 0);
	buf_init(&o->frames, 0);
	o->pages = o->faults = 0;
}

void work_output_fini(struct work_output *o)
{
	buf_fini(&o->result);
	buf_fini(&o->extract_metadata);
	buf_fini(&o->metadata);
	buf_fini(&o->frames);
}

void work_error_message(const struct err *e, struct buf *b)
{
	buf_printf(b, "%s: %s", err_row(e->code)->word, e->text);
}

/* Most pages to read of a file. One above the limit is enough to see that it is over. */
static uint32_t page_bound(const struct work_settings *set, int64_t file_size)
{
	uint32_t limit = WORK_LARGE_FILE_PAGES + 1;
	if (set->sheets) /* which pages are theirs is known once all are read */
		return 0;
	if (file_size <= WORK_LARGE_FILE_BYTES || (set->max_pages && set->max_pages < limit))
		return set->max_pages;
	return limit;
}

struct str work_parse_key(const struct work_settings *set, int64_t file_size, const char *release, struct arena *a)
{
	uint8_t hash[SHA256_SIZE]; /* a selection may be long, its key is not */
	char pages[SHA256_HEX_SIZE] = "all";
	if (set->pages_n) {
		sha256_of((struct str){ (const char *)set->pages, set->pages_n * sizeof(*set->pages) }, hash);
		crypto_hex(hash, sizeof(hash), pages);
	}
	struct str key = arena_printf(a, "release=%s tier=%.*s lang=%.*s max=%u pages=%s", release, STR_ARGS(set->parse_tier),
				      STR_ARGS(set->lang), page_bound(set, file_size), pages);
	if (work_crops(set))
		key = arena_printf(a, "%.*s crop=%.4f,%.4f,%.4f,%.4f", STR_ARGS(key), set->crop.left, set->crop.top, set->crop.right,
				   set->crop.bottom);
	if (set->auto_rules) {
		char rules[SHA256_HEX_SIZE];
		struct buf text = BUF_INIT(0);
		json_write(&text, set->auto_rules);
		sha256_of(buf_view(&text), hash);
		buf_fini(&text);
		crypto_hex(hash, sizeof(hash), rules);
		key = arena_printf(a, "%.*s rules=%s", STR_ARGS(key), rules);
	}
	if (set->wishes)
		key = arena_printf(a, "%.*s wishes=%u", STR_ARGS(key), set->wishes);
	return arena_printf(a, "%.*s%s%s%s%s%s", STR_ARGS(key), set->no_image_text ? " no_image_text" : "",
			    set->no_diagonal ? " no_diagonal" : "", set->hidden_sheets ? " hidden_sheets" : "",
			    set->pictures ? " pictures" : "", set->revisions ? " revisions" : "");
}

/* ---- parse */

/* The operator's limit of time, or less if the caller wants that. */
static int64_t deadline(const struct run *r)
{
	int64_t us = r->w->limits.parse_us;
	if (r->set->parse_us && (!us || r->set->parse_us < us))
		us = r->set->parse_us;
	return us ? clock_mono() + us : 0;
}

static struct pool_request request_of(const struct run *r)
{
	const struct work_run *w = r->w;
	return (struct pool_request){
		.fd = w->fd, .name = w->file_name, .pages = r->set->pages, .pages_n = r->set->pages_n,
		.max_pages = page_bound(r->set, w->file_size), .lang = r->set->lang,
		.ocr = !str_eq_z(r->set->parse_tier, "fast") && !r->set->no_image_text, .deadline = deadline(r),
		.strict = r->set->parse_us != 0, .no_diagonal = r->set->no_diagonal,
		.hidden_sheets = r->set->hidden_sheets, .pictures = r->set->pictures, .revisions = r->set->revisions, .wishes = r->set->wishes,
		.cancel = w->cancel, .progress = w->progress, .progress_ctx = w->ctx,
	};
}

static bool parse_file(struct run *r, struct err *e)
{
	const struct work_run *w = r->w;
	struct str frames;
	struct pool_request q = request_of(r);
	r->fresh = true;
	if (w->parse)
		return w->parse(w->ctx, &q, &frames, e) && doc_open(frames, &doc_limits_default, r->a, &r->doc, e);
	return pool_parse(w->pool, &q, &r->out->frames, e) &&
	       doc_open(buf_view(&r->out->frames), &doc_limits_default, r->a, &r->doc, e);
}

static bool check_faults(const struct run *r, struct err *e)
{
	struct tally t = tally_of(r->set);
	for (size_t i = 0; i < r->doc.pages_n; i++)
		tally_page(&t, &r->doc.pages[i], e);
	return tally_check(&t, e);
}

static bool open_frames(struct run *r, struct err *e)
{
	const struct work_run *w = r->w;
	struct err stale;
	int64_t most = w->limits.file_bytes ? w->limits.file_bytes : WORK_MAX_FILE_BYTES;
	if (w->file_size > most)
		return err_set(e, ERR_BUDGET, "the file has %.1f MB, an extraction takes up to %.1f MB: split it",
			       (double)w->file_size / (1 << 20), (double)most / (1 << 20));
	if (!w->frames.n)
		return parse_file(r, e);
	if (doc_open(w->frames, &doc_limits_default, r->a, &r->doc, w->fd >= 0 ? &stale : e))
		return true;
	return w->fd >= 0 && parse_file(r, e);
}

static bool step_parse(struct run *r, struct err *e)
{
	return open_frames(r, e) && check_faults(r, e);
}

/* ---- select */

static const struct doc_page *page_by_number(const struct doc *d, uint32_t number)
{
	for (size_t i = 0; number <= d->source_pages && i < d->pages_n; i++)
		if (d->pages[i].number == number)
			return &d->pages[i];
	return NULL;
}

/* The wanted pages in the order written; those that are not there are skipped (G-32). */
static bool select_pages(struct run *r, struct err *e)
{
	struct doc *d = &r->doc;
	const struct work_settings *set = r->set;
	struct doc_page *pages = ARENA_ARRAY(r->a, set->pages_n, struct doc_page);
	size_t n = 0;
	if (!pages)
		return arena_ok(r->a, e);
	for (size_t i = 0; i < set->pages_n; i++) {
		const struct doc_page *p = page_by_number(d, set->pages[i]);
		if (p)
			pages[n++] = *p;
	}
	if (!n)
		return err_set(e, ERR_NO_DATA, "target_pages names none of the %u pages of the document", d->source_pages);
	d->pages = pages;
	d->pages_n = n;
	return true;
}

/* The name of the sheet that begins on the page; p NULL if none does. Parsers of workbooks tell them as facts. */
static struct str sheet_on(const struct doc *d, uint32_t page)
{
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (f->kind == DOC_FACT_META && f->page == page &&
		    str_eq_z((struct str){ d->facts_text + f->name, f->name_len }, "sheet"))
			return (struct str){ d->facts_text + f->value, f->value_len };
	}
	return (struct str){ NULL, 0 };
}

/* Append the pages of the sheet: from where it begins to where the next one does. */
static size_t sheet_pages(const struct doc *d, struct str name, struct doc_page *out)
{
	size_t n = 0;
	bool in = false;
	for (size_t i = 0; i < d->pages_n; i++) {
		struct str begins = sheet_on(d, d->pages[i].number);
		in = begins.p ? str_eq(begins, name) : in;
		if (in)
			out[n++] = d->pages[i];
	}
	return n;
}

static bool no_sheet(const struct doc *d, struct err *e)
{
	struct buf names = BUF_INIT(150);
	for (size_t i = 0; i < d->pages_n; i++) {
		struct str name = sheet_on(d, d->pages[i].number);
		if (name.p)
			buf_printf(&names, "%s%.*s", names.n ? ", " : "", STR_ARGS(name));
	}
	err_set(e, ERR_NO_DATA, names.n ? "sheet_names names none of the sheets that hold anything: %s" :
		"sheet_names names none of the sheets: the document has no named ones", names.p);
	buf_fini(&names);
	return false;
}

/* The pages of the wanted sheets, each sheet once, in the order written. */
static bool select_sheets(struct run *r, struct err *e)
{
	struct doc *d = &r->doc;
	const struct json *list = r->set->sheets;
	struct doc_page *pages = ARENA_ARRAY(r->a, d->pages_n + 1, struct doc_page);
	size_t n = 0;
	if (!pages)
		return arena_ok(r->a, e);
	for (size_t i = 0; i < list->n; i++) {
		bool again = false;
		for (size_t k = 0; k < i; k++)
			again |= str_eq(list->item[k]->text, list->item[i]->text);
		if (!again)
			n += sheet_pages(d, list->item[i]->text, pages + n);
	}
	if (!n)
		return no_sheet(d, e);
	d->pages = pages;
	d->pages_n = n;
	return true;
}

/*
 * A parse job's document, or one from the cache, may hold other pages than asked
 * for; one parsed for this run holds them already and stays as it is.
 */
static bool step_select(struct run *r, struct err *e)
{
	const struct work_settings *set = r->set;
	if (set->sheets && !select_sheets(r, e))
		return false;
	if (set->pages_n && !r->fresh && !select_pages(r, e))
		return false;
	if (set->max_pages && r->doc.pages_n > set->max_pages)
		r->doc.pages_n = set->max_pages;
	if (r->w->file_size > WORK_LARGE_FILE_BYTES && r->doc.pages_n > WORK_LARGE_FILE_PAGES)
		return err_set(e, ERR_PAGES, "a file over %lld MB may have up to %u pages: split it, or choose pages with "
			       "target_pages or max_pages", (long long)(WORK_LARGE_FILE_BYTES >> 20), WORK_LARGE_FILE_PAGES);
	if (!r->doc.pages_n)
		return err_set(e, ERR_NO_DATA, "the document has no pages");
	r->out->faults = doc_faults(&r->doc);
	return true;
}

/* ---- extract */

static bool step_extract(struct run *r, struct err *e)
{
	const struct work_settings *set = r->set;
	struct extract_request q = {
		.doc = &r->doc, .schema = set->schema, .target = set->target, .system_prompt = set->system_prompt,
		.engine = STR("layout"), .cite_sources = set->cite_sources, .text_citations = str_eq_z(set->tier, "turbo"),
		.confidence_scores = set->confidence_scores && r->doc.pages_n <= WORK_SCORED_PAGES,
		.without = r->w->without, .cancel = r->w->cancel,
	};
	bool recalled = r->w->recall && r->w->recall(r->w->ctx, r->a, &r->x);
	if (!recalled && !extract_run(&q, &r->x, e))
		return false;
	r->out->pages = r->x.pages;
	return buf_ok(&r->x.result, e) && buf_ok(&r->x.field_metadata, e) && buf_ok(&r->x.completeness, e) &&
	       buf_ok(&r->x.nulls, e);
}

/* ---- check */

/* The engine's trees are read back with room for large results; their depth is that of the schema. */
static const struct json_limits result_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };
#define CHECK_ARENA ((size_t)1 << 30)

static bool elements_fit(const struct run *r, const struct json *v, struct err *e)
{
	if (!json_is(v, JSON_ARRAY))
		return err_set(e, ERR_INVALID, "the result must be an array, not %s", json_type_name(v));
	if (r->set->target == EXTRACT_PER_PAGE && v->n != r->x.pages)
		return err_set(e, ERR_INVALID, "%zu results for %u pages", v->n, r->x.pages);
	for (size_t i = 0; i < v->n; i++)
		if (!json_is(v->item[i], JSON_OBJECT) || !schema_fits(r->set->schema, v->item[i], e))
			return err_in(e, "element %zu", i);
	return true;
}

static bool result_fits(const struct run *r, const struct json *v, struct err *e)
{
	if (r->set->target != EXTRACT_PER_DOC)
		return elements_fit(r, v, e);
	if (!json_is(v, JSON_OBJECT))
		return err_set(e, ERR_INVALID, "the result must be an object, not %s", json_type_name(v));
	return schema_fits(r->set->schema, v, e);
}

/* Nothing is reported that the schema does not allow: an engine that breaks it is our fault, not the document's. */
static bool step_check(struct run *r, struct err *e)
{
	struct arena scratch;
	struct err why = { .code = ERR_NONE };
	arena_init(&scratch, "check", CHECK_ARENA);
	const struct json *v = json_parse(buf_view(&r->x.result), &result_limits, &scratch, &why);
	bool ok = v && result_fits(r, v, &why);
	arena_fini(&scratch);
	if (!ok && why.code == ERR_BUDGET)
		return err_set(e, ERR_BUDGET, "the result is too large: choose fewer pages with target_pages");
	return ok || err_set(e, ERR_INTERNAL, "the engine's result does not fit the schema (%s): please report this",
			     why.text);
}

/* ---- report */

/* Tiers that ask for a model; without one the layout engine serves them and says so (architecture.md section 5). */
static bool wants_model(struct str tier)
{
	return !str_eq_z(tier, "cost_effective");
}

static void write_engine(struct buf *b, const struct run *r)
{
	buf_z(b, "{\"name\":");
	json_write_str(b, r->x.engine_name);
	buf_z(b, ",\"release\":");
	json_write_str(b, r->x.engine_release);
	buf_z(b, ",\"fallback_reason\":");
	json_write_z(b, wants_model(r->set->tier) ? "no language model is configured" : NULL);
	if (r->set->system_prompt.n && !extract_prompt_is_followed(r->set->system_prompt))
		buf_z(b, ",\"without_effect\":[\"system_prompt\"]");
	buf_byte(b, '}');
}

void work_fault_write(struct buf *b, const struct doc_page *p)
{
	struct buf text = BUF_INIT(0);
	buf_printf(&text, "%s: %.*s", err_row(p->fault)->word, STR_ARGS(p->fault_text));
	json_write_str(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

/* Which pages could not be read, or not whole, and why. */
static void write_faults(struct buf *b, const struct run *r)
{
	const char *comma = "";
	buf_z(b, ",\"failed_pages\":[");
	for (size_t i = 0; i < r->doc.pages_n; i++) {
		const struct doc_page *p = &r->doc.pages[i];
		if (p->fault == ERR_NONE)
			continue;
		buf_printf(b, "%s{\"page_number\":%u,\"error\":", comma, p->number);
		work_fault_write(b, p);
		buf_byte(b, '}');
		comma = ",";
	}
	buf_byte(b, ']');
}

static void write_metadata(struct buf *b, const struct run *r)
{
	buf_printf(b, "{\"usage\":{\"num_pages_extracted\":%u,\"num_document_tokens\":%lld,\"num_output_tokens\":%lld,"
		   "\"num_pages_billed\":%u},\"engine\":", r->x.pages - r->out->faults, (long long)r->x.document_tokens,
		   (long long)r->x.output_tokens, r->x.pages - r->out->faults);
	write_engine(b, r);
	buf_z(b, ",\"completeness\":");
	buf_str(b, buf_view(&r->x.completeness));
	buf_z(b, ",\"nulls\":");
	buf_str(b, buf_view(&r->x.nulls));
	if (r->out->faults)
		write_faults(b, r);
	buf_byte(b, '}');
}

static void write_extract_metadata(struct buf *b, const struct run *r)
{
	buf_z(b, "{\"field_metadata\":");
	buf_str(b, buf_view(&r->x.field_metadata));
	buf_z(b, ",\"parse_job_id\":");
	if (r->w->parse_job.n)
		json_write_str(b, r->w->parse_job);
	else
		buf_z(b, "null");
	buf_z(b, ",\"parse_tier\":");
	json_write_str(b, r->w->parse_tier.n ? r->w->parse_tier : r->set->parse_tier);
	buf_byte(b, '}');
}

static bool step_report(struct run *r, struct err *e)
{
	if (r->w->keep)
		r->w->keep(r->w->ctx, &r->x);
	write_metadata(&r->out->metadata, r);
	write_extract_metadata(&r->out->extract_metadata, r);
	buf_fini(&r->out->result);
	r->out->result = r->x.result; /* ours from here on */
	buf_init(&r->x.result, 0);
	return buf_ok(&r->out->metadata, e) && buf_ok(&r->out->extract_metadata, e);
}

/* ---- the recipe */

static const struct {
	const char *name;
	bool (*run)(struct run *r, struct err *e);
} steps[] = {
	{ "parse", step_parse },
	{ "select", step_select },
	{ "extract", step_extract },
	{ "check", step_check },
	{ "report", step_report },
};

/* Those of the job threads stand around those of a run. */
const char *const work_step_names[] = {
	"load", "parse", "keep", "select", "extract", "check", "report", "finish", "remember", NULL
};

static bool step_begin(const struct run *r, size_t i, struct err *e)
{
	const struct work_run *w = r->w;
	if (w->step)
		w->step(w->ctx, steps[i].name);
	return !w->cancel || !atomic_load(w->cancel) || err_set(e, ERR_CANCELLED, "the job was cancelled");
}

/* Pages of what was parsed before, if that can be read; else of what is parsed now. */
static bool walk_pages(const struct run *r, struct tally *t, struct err *e)
{
	const struct work_run *w = r->w;
	struct pool_request q = request_of(r);
	struct err stale;
	*t = tally_of(r->set);
	if (w->kept && w->walk(w->ctx, tally_page, t, &stale))
		return true;
	*t = tally_of(r->set);
	return w->parse(w->ctx, &q, NULL, e) && w->walk(w->ctx, tally_page, t, e);
}

bool work_parse(const struct work_run *w, const struct work_settings *set, struct arena *a, struct work_output *out,
		struct err *e)
{
	const struct run r = { .w = w, .set = set, .a = a, .out = out };
	struct tally t;
	out->pages = out->faults = 0;
	if (!step_begin(&r, 0, e) || !walk_pages(&r, &t, e) || !tally_check(&t, e))
		return false;
	out->pages = t.pages;
	out->faults = t.faults;
	return true;
}

bool work_run(const struct work_run *w, const struct work_settings *set, struct arena *a, struct work_output *out,
	      struct err *e)
{
	struct run r = { .w = w, .set = set, .a = a, .out = out };
	bool ok = true;
	buf_init(&r.x.result, 0);
	buf_init(&r.x.field_metadata, 0);
	buf_init(&r.x.completeness, 0);
	buf_init(&r.x.nulls, 0);
	for (size_t i = 0; ok && i < sizeof(steps) / sizeof(steps[0]); i++)
		ok = step_begin(&r, i, e) && steps[i].run(&r, e);
	extract_result_fini(&r.x);
	return ok;
}
