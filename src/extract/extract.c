/* SPDX-License-Identifier: Apache-2.0 */
/* extract - the engine "layout": view, spans, plan, tables, fields, result. */
#include "extract/extract.h"
#include "extract/emit.h"
#include "extract/field.h"
#include "extract/legible.h"
#include "extract/prompt.h"
#include "extract/records.h"

/*
 * Memory of one document: what layout and tables keep per word, measured well
 * below this, and a floor for schemas and tables of phrases.
 */
#define ARENA_FLOOR ((size_t)128 << 20)
#define ARENA_PER_WORD 6144
#define SCORED_PAGES 100 /* longer documents get no scores (G-43) */

/* ---- releases */

static const struct { const char *engine, *date; } release_rows[] = {
	{ "layout", "2026-11-01" },
};
#define RELEASES_N (sizeof release_rows / sizeof *release_rows)

static bool is_date(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((i == 4 || i == 7) ? s.p[i] != '-' : s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 10;
}

struct str extract_release_resolve(struct str version)
{
	struct str best = STR("");
	if (!str_eq_z(version, "latest") && !is_date(version))
		return best;
	for (size_t i = 0; i < RELEASES_N; i++) {
		struct str date = str_from(release_rows[i].date);
		if (str_eq_z(version, "latest") || str_cmp(date, version) <= 0)
			best = date;
	}
	return best;
}

/* ---- features */

static const char *const feature_names[FEATURES] = {
#define FEATURE(id, name, what) name,
#include "extract/feature.def"
#undef FEATURE
};

static bool feature_read(struct str name, unsigned *without)
{
	for (size_t i = 0; i < FEATURES; i++)
		if (str_eq_z(name, feature_names[i])) {
			*without |= 1u << i;
			return true;
		}
	return false;
}

bool extract_features_read(struct str names, unsigned *without, struct err *e)
{
	*without = 0;
	while (names.n) {
		const char *comma = memchr(names.p, ',', names.n);
		struct str name = { names.p, comma ? (size_t)(comma - names.p) : names.n };
		if (!feature_read(name, without))
			return err_set(e, ERR_USAGE, "the engine has no feature \"%.*s\" (src/extract/feature.def lists them)",
				       STR_ARGS(name));
		names = (struct str){ names.p + name.n + (comma != NULL), names.n - name.n - (comma != NULL) };
	}
	return true;
}

/* ---- one run */

struct run {
	const struct extract_request *r;
	struct extract_result *out;
	struct arena *a;
	struct arena *names; /* of the intern and the plan: outlives the pages' marks */
	struct intern *in;
	struct plan *plan;
	struct view *v;
	struct spans *sp;
	struct records *records;
	struct table_map map;
	struct buf nulls, complete; /* members of their objects */
	bool meta, unreadable;
};

static bool cancelled(const struct run *x, struct err *e)
{
	if (!x->r->cancel || !atomic_load(x->r->cancel))
		return false;
	err_set(e, ERR_CANCELLED, "the job was cancelled");
	return true;
}

/* per_table_row: the schema describes one row of the list "records". */
static const struct schema_node *rows_schema(struct arena *a, const struct schema_node *row)
{
	struct schema_node *root = ARENA_NEW(a, struct schema_node), *list = ARENA_NEW(a, struct schema_node);
	struct schema_node *items = ARENA_NEW(a, struct schema_node), **props = ARENA_NEW(a, struct schema_node *);
	if (!root || !list || !items || !props)
		return NULL;
	*items = *row;
	items->parent = list;
	*list = (struct schema_node){ .type = SCHEMA_ARRAY, .name = STR("records"), .title = row->title,
				      .description = row->description, .items = items, .source = row->source, .parent = root };
	props[0] = list;
	*root = (struct schema_node){ .type = SCHEMA_OBJECT, .n = 1, .props = props, .source = row->source };
	return root;
}

static bool prepare(struct run *x, struct err *e)
{
	const struct schema_node *schema = x->r->schema;
	if (x->r->target == EXTRACT_PER_TABLE_ROW)
		schema = rows_schema(x->a, schema);
	x->in = intern_new(x->names);
	if (!schema || !x->in)
		return arena_ok(x->a, e) && arena_ok(x->names, e) && false;
	x->plan = plan_compile(schema, x->r->without, x->in, x->names, e);
	if (!x->plan || cancelled(x, e))
		return false;
	x->v = layout_build(x->r->doc, x->a, e);
	if (!x->v || cancelled(x, e))
		return false;
	struct prompt said;
	prompt_read(x->r->system_prompt, &said);
	prompt_apply(&said, x->v, x->plan);
	for (uint32_t p = 0; p < x->v->pages_n; p++)
		x->unreadable |= page_is_unread(x->v->pages[p].page);
	x->sp = span_scan(x->v, x->a, e);
	x->records = ARENA_ARRAY(x->a, x->plan->arrays_n, struct records);
	if (!x->sp || !x->records || cancelled(x, e))
		return false;
	return records_recover(x->v, x->sp, x->in, x->plan, x->records, &x->map, x->a, e) &&
	       fields_lists(x->v, x->sp, x->in, x->plan, x->records, x->a, e) && !cancelled(x, e);
}

static struct emitter emitter_for(struct run *x, struct buf *meta, struct str prefix)
{
	bool scores = x->r->confidence_scores && x->v->pages_n <= SCORED_PAGES;
	return (struct emitter){ .v = x->v, .in = x->in, .plan = x->plan, .cite = x->r->cite_sources, .bare = x->r->text_citations, .scores = scores,
				 .result = &x->out->result, .meta = x->meta ? meta : NULL, .nulls = &x->nulls,
				 .complete = &x->complete, .prefix = prefix, .unreadable = x->unreadable };
}

static bool run_doc(struct run *x, struct buf *meta, struct err *e)
{
	struct found *f = ARENA_ARRAY(x->a, x->plan->fields_n, struct found);
	struct field_scope scope = { 0, x->v->pages_n };
	if (!f || !fields_find(x->v, x->sp, x->in, x->plan, &x->map, scope, f, x->a, e))
		return arena_ok(x->a, e) && false;
	struct emitter m = emitter_for(x, meta, STR(""));
	emit_object(&m, f, x->records);
	x->out->output_tokens += m.output_tokens;
	return true;
}

static bool run_rows(struct run *x, struct buf *meta, struct err *e)
{
	struct emitter m = emitter_for(x, meta, STR(""));
	emit_rows(&m, x->records);
	x->out->output_tokens += m.output_tokens;
	return true;
}

/* Records that start on one page, of every array; accounts of what was left out stay with the first page. */
static struct records *records_of_page(struct run *x, uint32_t page)
{
	struct records *out = ARENA_ARRAY(x->a, x->plan->arrays_n, struct records);
	for (size_t i = 0; out && i < x->plan->arrays_n; i++) {
		const struct records *all = &x->records[i];
		out[i].items = ARENA_ARRAY(x->a, all->n, struct record);
		if (!out[i].items)
			return NULL;
		for (size_t k = 0; k < all->n; k++)
			if (all->items[k].page == page)
				out[i].items[out[i].n++] = all->items[k];
		out[i].seen = (uint32_t)out[i].n;
		out[i].score = all->score;
		if (page)
			continue;
		out[i].left_out_n = all->left_out_n;
		memcpy(out[i].left_out, all->left_out, sizeof out[i].left_out);
		for (size_t k = 0; k < all->left_out_n; k++)
			out[i].seen += all->left_out[k].count;
	}
	return out;
}

static bool run_page(struct run *x, struct buf *meta, uint32_t page, struct err *e)
{
	struct found *f = ARENA_ARRAY(x->a, x->plan->fields_n, struct found);
	struct records *records = records_of_page(x, page);
	struct field_scope scope = { page, page + 1 };
	if (!f || !records || !fields_find(x->v, x->sp, x->in, x->plan, &x->map, scope, f, x->a, e))
		return arena_ok(x->a, e) && false;
	struct emitter m = emitter_for(x, meta, arena_printf(x->a, "[%u].", page));
	emit_object(&m, f, records);
	x->out->output_tokens += m.output_tokens;
	return true;
}

static bool run_pages(struct run *x, struct buf *meta, struct err *e)
{
	buf_byte(&x->out->result, '[');
	buf_byte(meta, '[');
	for (uint32_t page = 0; page < x->v->pages_n; page++) {
		struct arena_mark mark = arena_mark(x->a);
		if (page) {
			buf_byte(&x->out->result, ',');
			buf_byte(meta, ',');
		}
		if (!run_page(x, meta, page, e) || cancelled(x, e))
			return false;
		if (page + 1 < x->v->pages_n)
			arena_reset(x->a, mark);
	}
	buf_byte(&x->out->result, ']');
	buf_byte(meta, ']');
	return true;
}

static const struct {
	bool (*run)(struct run *x, struct buf *meta, struct err *e);
	const char *open, *close; /* around the metadata of this target */
} target_rows[] = {
	[EXTRACT_PER_DOC] = { run_doc, "{\"document_metadata\":", ",\"page_metadata\":null,\"row_metadata\":null}" },
	[EXTRACT_PER_PAGE] = { run_pages, "{\"document_metadata\":null,\"page_metadata\":", ",\"row_metadata\":null}" },
	[EXTRACT_PER_TABLE_ROW] = { run_rows, "{\"document_metadata\":null,\"page_metadata\":null,\"row_metadata\":", "}" },
};

static bool run_all(struct run *x, struct err *e)
{
	struct extract_result *out = x->out;
	if (!prepare(x, e))
		return false;
	if (x->meta)
		buf_z(&out->field_metadata, target_rows[x->r->target].open);
	if (!target_rows[x->r->target].run(x, &out->field_metadata, e))
		return false;
	if (x->meta)
		buf_z(&out->field_metadata, target_rows[x->r->target].close);
	else
		buf_clear(&out->field_metadata);
	if (!x->meta)
		buf_z(&out->field_metadata, "null");
	buf_printf(&out->completeness, "{%s}", x->complete.p);
	buf_printf(&out->nulls, "{%s}", x->nulls.p);
	out->document_tokens = x->v->words_n;
	out->pages = x->v->pages_n;
	return arena_ok(x->a, e) && arena_ok(x->names, e) && buf_ok(&out->result, e) && buf_ok(&out->field_metadata, e) && buf_ok(&out->nulls, e) &&
	       buf_ok(&out->completeness, e);
}

static size_t words_of(const struct doc *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->pages_n; i++)
		n += d->pages[i].words_n;
	return n;
}

bool extract_run(const struct extract_request *r, struct extract_result *out, struct err *e)
{
	struct arena a, names;
	struct run x = { .r = r, .out = out, .a = &a, .names = &names, .meta = r->cite_sources || r->confidence_scores };
	*out = (struct extract_result){ .engine_name = STR("layout"), .engine_release = extract_release_resolve(STR("latest")) };
	buf_init(&out->result, 0);
	buf_init(&out->field_metadata, 0);
	buf_init(&out->completeness, 0);
	buf_init(&out->nulls, 0);
	if (r->engine.n && !str_eq_z(r->engine, "layout"))
		return err_set(e, ERR_INTERNAL, "no engine \"%.*s\"", STR_ARGS(r->engine));
	arena_init(&a, "extract", ARENA_FLOOR + words_of(r->doc) * ARENA_PER_WORD);
	arena_init(&names, "names", ARENA_FLOOR + words_of(r->doc) * ARENA_PER_WORD);
	buf_init(&x.nulls, 0);
	buf_init(&x.complete, 0);
	bool ok = run_all(&x, e);
	buf_fini(&x.nulls);
	buf_fini(&x.complete);
	arena_fini(&a);
	arena_fini(&names);
	if (!ok)
		extract_result_fini(out);
	return ok;
}

void extract_result_fini(struct extract_result *r)
{
	buf_fini(&r->result);
	buf_fini(&r->field_metadata);
	buf_fini(&r->completeness);
	buf_fini(&r->nulls);
}
