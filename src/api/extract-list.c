/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lists of jobs: query parameters to one store call, whose items are
 * spliced into the answer as they were stored.
 */
#include "api/page.h"
#include <stdlib.h>

#define JOB_IDS_MAX 1000

static const struct place query_place = { NULL, { "query", 5 }, 0 };

static const char *const statuses[] = {
#define STATE(name, final) #name,
#include "store/states.def"
#undef STATE
	NULL
};
static const char *const parse_statuses[] = { "PENDING", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", NULL };
static const char *const input_types[] = { "file_id", "parse_job_id", NULL }; /* in step with enum store_input */

/* What was asked for. */
struct list {
	struct http_request *r;
	struct problems problems;
	struct store_job_query q;
	bool with_usage;
	bool nothing; /* a filter names what cannot exist: no job matches */
};

static int id_cmp(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct id));
}

/* Sorted and without repeats, so that a token stays good however the client orders them. */
static size_t ids_unique(struct id *ids, size_t n)
{
	size_t kept = 0;
	qsort(ids, n, sizeof *ids, id_cmp);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || !id_eq(ids[kept - 1], ids[i]))
			ids[kept++] = ids[i];
	return kept;
}

static void job_ids_read(struct list *l)
{
	struct place at = place_key(&query_place, "job_ids");
	struct http_request *r = l->r;
	struct str *texts;
	size_t n, known = 0;
	if (!http_query_list(r, "job_ids", true, &texts, &n) || n == 0)
		return;
	if (n > JOB_IDS_MAX) {
		problem_add(&l->problems, &at, "too_long", NULL, "{\"max_length\":1000}", "List should have at most %d items",
			    JOB_IDS_MAX);
		return;
	}
	struct id *ids = ARENA_ARRAY(&r->arena, n, struct id);
	for (size_t i = 0; ids && i < n; i++)
		known += id_parse(job_id_kind(l->q.kind), str_trim(texts[i]), &ids[known]);
	l->q.by_ids = true;
	l->q.job_ids = ids;
	l->q.job_ids_n = ids_unique(ids, known);
	l->nothing |= known == 0;
}

/* An input, and of which kind it is if its prefix says so: a bare UUID may be either. */
static bool input_parse(struct str text, struct id *id, bool *prefixed, enum store_input *kind)
{
	enum id_kind named;
	*prefixed = id_kind_of(text, &named);
	*kind = *prefixed && named == ID_PARSE ? STORE_INPUT_PARSE_JOB : STORE_INPUT_FILE;
	return id_parse(*kind == STORE_INPUT_PARSE_JOB ? ID_PARSE : ID_FILE, text, id);
}

static void input_read(struct list *l)
{
	struct str newer = http_query(l->r, "file_input"), older = http_query(l->r, "document_input_value");
	struct str text = newer.p ? newer : older;
	struct place at = place_key(&query_place, "file_input");
	struct id other;
	enum store_input kind, other_kind;
	bool prefixed, other_prefixed;
	if (!text.p)
		return;
	bool known = input_parse(text, &l->q.input, &prefixed, &kind);
	bool same = !newer.p || !older.p || str_eq_nocase(newer, older) ||
		    (known && input_parse(older, &other, &other_prefixed, &other_kind) && id_eq(other, l->q.input));
	if (!same)
		problem_text(&l->problems, &at, "value_error", newer, NULL,
			     "file_input and document_input_value are two names of one filter and must not differ");
	l->q.has_input = known;
	l->nothing |= !known;
	if (!known || !prefixed)
		return;
	l->nothing |= l->q.has_input_kind && l->q.input_kind != kind;
	l->q.has_input_kind = true;
	l->q.input_kind = kind;
}

static void configuration_read(struct list *l)
{
	struct str text = http_query(l->r, "configuration_id");
	if (!text.p)
		return;
	l->q.has_configuration = id_parse(ID_CONFIG, text, &l->q.configuration_id);
	l->nothing |= !l->q.has_configuration;
}

/*
 * Bounds are inclusive. Answers show milliseconds, stored times have microseconds:
 * an upper bound copied from an answer must still include the job it came from.
 */
static void times_read(struct list *l, const struct params *params)
{
	bool from, to;
	int64_t first = 0, last = 0;
	param_time(params, "created_at_on_or_after", &from, &first);
	param_time(params, "created_at_on_or_before", &to, &last);
	if (from && first > 0)
		l->q.created_from = first;
	if (!to)
		return;
	l->q.created_to = last % 1000 == 0 ? last + 999 : last;
	l->nothing |= l->q.created_to <= 0;
}

static void expand_read(struct list *l)
{
	struct str *names;
	size_t n;
	if (!http_query_list(l->r, "expand", true, &names, &n))
		return;
	for (size_t i = 0; i < n; i++) {
		struct str name = str_trim(names[i]);
		l->q.with_configuration |= str_eq_z(name, "configuration");
		l->q.with_metadata |= str_eq_z(name, "extract_metadata");
		l->with_usage |= str_eq_z(name, "usage");
	}
}

static bool list_read(struct list *l)
{
	struct params params = { l->r, &l->problems };
	int64_t limit;
	int status, kind;
	param_count(&params, "page_size", PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, false, &limit);
	bool extract = l->q.kind == JOB_EXTRACT;
	param_word(&params, "status", extract ? statuses : parse_statuses, &status);
	if (!extract && status > 0)
		status++; /* THROTTLED is none of theirs */
	kind = -1;
	if (extract)
		param_word(&params, "document_input_type", input_types, &kind);
	l->q.limit = (int)limit;
	l->q.has_status = status >= 0;
	l->q.status = status >= 0 ? (enum job_status)status : JOB_PENDING;
	l->q.has_input_kind = kind >= 0;
	l->q.input_kind = kind == STORE_INPUT_PARSE_JOB ? STORE_INPUT_PARSE_JOB : STORE_INPUT_FILE;
	job_ids_read(l);
	times_read(l, &params);
	if (extract) {
		configuration_read(l);
		input_read(l);
		expand_read(l);
	}
	return !problems_reply(&l->problems, l->r);
}

/* ---- page tokens: the created_at of the last item, good for the same project and filters (behaviour.md G-14) */

/* The project, and a hash of the filters: a token for other ones is an error of the client, not an attack on anybody. */
struct bound {
	char what[8];
	struct id project;
	uint64_t filters;
};

static void mix(uint64_t *h, const void *p, size_t n)
{
	const unsigned char *c = p;
	for (size_t i = 0; i < n; i++)
		*h = (*h ^ c[i]) * UINT64_C(1099511628211); /* FNV-1a */
}

static struct bound bound_of(const struct list *l)
{
	const struct store_job_query *q = &l->q;
	struct bound b = { "jobs", q->project, UINT64_C(14695981039346656037) };
	if (q->kind == JOB_PARSE)
		memcpy(b.what, "parses", 7);
	struct {
		struct id configuration, input;
		int64_t from, to;
		int32_t status, kind;
		uint32_t flags, ids;
	} filters = {
		q->has_configuration ? q->configuration_id : (struct id){ { 0 } },
		q->has_input ? q->input : (struct id){ { 0 } }, q->created_from, q->created_to,
		q->has_status ? (int32_t)q->status : -1, q->has_input_kind ? (int32_t)q->input_kind : -1,
		(uint32_t)(q->has_configuration | q->has_input << 1 | q->by_ids << 2 | l->nothing << 3), (uint32_t)q->job_ids_n,
	};
	mix(&b.filters, &filters, sizeof filters);
	mix(&b.filters, q->job_ids, q->job_ids_n * sizeof *q->job_ids);
	return b;
}

static struct str bound_view(const struct bound *b)
{
	return (struct str){ (const char *)b, sizeof *b };
}

static bool position_read(struct list *l, struct str bound)
{
	struct str text = http_query(l->r, "page_token"), data;
	if (!text.p)
		return true;
	if (!page_position(l->r, text, bound, sizeof l->q.before, &data))
		return false;
	memcpy(&l->q.before, data.p, sizeof l->q.before);
	return true;
}

static void list_reply(struct list *l, struct str bound, uint64_t generation)
{
	struct store_job_page page = { 0 };
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	/* Most pages fit: no copy while it grows. From 64 KiB on free() tidies up its lists each time (mallopt(3)). */
	buf_reserve(&b, 48 << 10);
	buf_z(&b, "{\"items\":[");
	if (!l->nothing && !store_job_list(api_of(l->r)->store, &l->q, l->with_usage, &b, &page, &e)) {
		http_fail_err(l->r, &e);
	} else {
		const char *last = page.more && page.n ? (const char *)&page.last : NULL;
		page_end(&b, l->r, (struct str){ last, sizeof page.last }, bound, page.total);
		if (l->q.kind == JOB_EXTRACT)
			answers_keep(api_of(l->r)->answers, l->r, l->q.project, generation, &b);
		else
			http_reply_json(l->r, 200, &b);
	}
	buf_fini(&b);
}

static void list_run(struct list *l, uint64_t generation)
{
	problems_init(&l->problems);
	if (list_read(l)) {
		struct bound bound = bound_of(l);
		if (position_read(l, bound_view(&bound)))
			list_reply(l, bound_view(&bound), generation);
	}
}

/* The same without what only extractions have; kept answers are theirs alone. */
void parse_list(struct http_request *r)
{
	struct list l = { .r = r, .q = { .kind = JOB_PARSE, .project = project_of(r) } };
	list_run(&l, 0);
}

void extract_list(struct http_request *r)
{
	struct list l = { .r = r, .q = { .project = project_of(r) } };
	uint64_t generation = store_job_generation(api_of(r)->store);
	if (!answers_reply(api_of(r)->answers, r, l.q.project, generation))
		list_run(&l, generation);
}
