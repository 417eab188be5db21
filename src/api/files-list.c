/* SPDX-License-Identifier: Apache-2.0 */
#include "api/fields.h"
#include "api/page.h"
#include "base/clock.h"

#define FILE_IDS_MAX 1000

static const struct place query_place = { NULL, { "query", 5 }, 0 };

/*
 * order_by: one of the newest description (name, id, created_at), or the older
 * "field asc", "field desc", and lists of those, whose first decides: ties break by
 * id anyway (behaviour.md G-17).
 */
static const struct {
	const char *text;
	enum store_file_order order;
} orders[] = {
	{ "created_at", STORE_FILES_NEWEST },	   { "created_at desc", STORE_FILES_NEWEST },
	{ "created_at asc", STORE_FILES_OLDEST },  { "name", STORE_FILES_NAME },
	{ "name asc", STORE_FILES_NAME },	   { "name desc", STORE_FILES_NAME_DESC },
	{ "id", STORE_FILES_ID },		   { "id asc", STORE_FILES_ID },
	{ "id desc", STORE_FILES_ID_DESC },
};

static bool order_read(struct str text, enum store_file_order *out)
{
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		if (!str_eq_nocase(text, str_from(orders[i].text)))
			continue;
		*out = orders[i].order;
		return true;
	}
	return false;
}

static bool orders_read(struct http_request *r, struct str rest, enum store_file_order *out)
{
	struct str part;
	bool first = true;
	*out = STORE_FILES_NEWEST;
	while (rest.p) {
		enum store_file_order one;
		rest = str_cut(rest, ',', &part);
		if (!order_read(str_trim(part), &one)) {
			http_fail(r, 400, "order_by takes name, id or created_at.");
			return false;
		}
		if (first)
			*out = one;
		first = false;
	}
	return true;
}

/* Texts that name no file match none; an empty list after that still means "only these". */
static bool ids_take(struct http_request *r, const struct str *texts, size_t n, struct store_file_query *q, bool *none)
{
	struct id *ids = ARENA_ARRAY(&r->arena, n ? n : 1, struct id);
	if (!ids)
		return false;
	for (size_t i = 0; i < n; i++)
		q->ids_n += id_parse(ID_FILE, str_trim(texts[i]), &ids[q->ids_n]);
	q->ids = ids;
	*none |= n > 0 && q->ids_n == 0;
	return true;
}

static bool ids_read(struct http_request *r, struct problems *p, struct store_file_query *q, bool *none)
{
	struct place at = place_key(&query_place, "file_ids");
	struct str *texts;
	size_t n;
	if (!http_query_list(r, "file_ids", true, &texts, &n))
		return false;
	if (n > FILE_IDS_MAX)
		return problem_text(p, &at, "too_long", (struct str){ "", 0 }, "{\"max_length\":1000}",
				    "List should have at most %d items", FILE_IDS_MAX);
	return ids_take(r, texts, n, q, none);
}

/* ---- pages: behind the last item's time and id stands its name where that orders them */

static void bound_write(struct buf *b, const struct store_file_query *q)
{
	buf_z(b, "files");
	buf_add(b, q->project.b, sizeof q->project.b);
	buf_printf(b, "%d|%d%zu:", q->order, q->name.p != NULL, q->name.n);
	buf_str(b, q->name);
	buf_printf(b, "|%d%zu:", q->external_file_id.p != NULL, q->external_file_id.n);
	buf_str(b, q->external_file_id);
	buf_add(b, q->ids, q->ids_n * sizeof *q->ids);
}

static bool position_read(struct http_request *r, struct str text, struct str bound, struct store_file_query *q)
{
	struct str data;
	struct position at;
	if (!text.p)
		return true;
	if (!page_position(r, text, bound, sizeof at, &data))
		return false;
	memcpy(&at, data.p, sizeof at);
	q->after = true;
	q->after_time = at.time;
	q->after_id = at.id;
	q->after_name = (struct str){ data.p + sizeof at, data.n - sizeof at };
	return true;
}

static void position_write(struct buf *b, const struct store_file_query *q, const struct store_file *last)
{
	struct position at = { last->created_at, last->id };
	buf_add(b, &at, sizeof at);
	if (q->order == STORE_FILES_NAME || q->order == STORE_FILES_NAME_DESC)
		buf_str(b, last->name);
}

static void page_reply(struct http_request *r, struct str bound, const struct store_file_query *q,
		       const struct store_file_page *page)
{
	struct buf b = BUF_INIT(0), next = BUF_INIT(0);
	int64_t expires_at = param_expands(r, "download_url") ? clock_now() + LINK_SECONDS * CLOCK_SECOND : 0;
	buf_z(&b, "{\"items\":[");
	for (size_t i = 0; i < page->n; i++) {
		if (i)
			buf_byte(&b, ',');
		file_write(&b, r, &page->items[i], expires_at);
	}
	if (page->more && page->n)
		position_write(&next, q, &page->items[page->n - 1]);
	page_end(&b, r, next.n ? buf_view(&next) : (struct str){ 0 }, bound, page->total);
	b.failed |= next.failed;
	buf_fini(&next);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

/* Answer with the page of q behind token (p NULL = the first); none: a filter names what cannot exist. */
static void query_reply(struct http_request *r, struct store_file_query *q, struct str token, bool none)
{
	struct store_file_page page = { 0 };
	struct buf bound = BUF_INIT(0);
	struct err e = { 0 };
	bound_write(&bound, q);
	if (!position_read(r, token, buf_view(&bound), q))
		goto out;
	if (!none && !store_file_list(api_of(r)->store, q, &r->arena, &page, &e))
		http_fail_err(r, &e);
	else
		page_reply(r, buf_view(&bound), q, &page);
out:
	buf_fini(&bound);
}

void files_list(struct http_request *r)
{
	struct problems p;
	struct params params = { r, &p };
	struct store_file_query q = { .project = project_of(r), .name = http_query(r, "file_name"),
				      .external_file_id = http_query(r, "external_file_id") };
	int64_t limit;
	bool none = false;
	problems_init(&p);
	param_count(&params, "page_size", PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, true, &limit);
	q.limit = (int)limit;
	bool ok = ids_read(r, &p, &q, &none);
	if (!problems_reply(&p, r) && ok && orders_read(r, http_query(r, "order_by"), &q.order))
		query_reply(r, &q, http_query(r, "page_token"), none);
}

/* ---- the same by a body (older SDKs) */

struct body_filter {
	struct str project_id, file_name, data_source_id, external_file_id;
	const struct json *file_ids;
	bool only_manually_uploaded; /* all are */
};
static const struct field filter_rows[] = {
	{ "project_id", FIELD_TEXT, offsetof(struct body_filter, project_id), FIELD_NULL, 0, NULL },
	{ "file_ids", FIELD_TEXTS, offsetof(struct body_filter, file_ids), FIELD_NULL, FILE_IDS_MAX, NULL },
	{ "file_name", FIELD_TEXT, offsetof(struct body_filter, file_name), FIELD_NULL, 0, NULL },
	{ "data_source_id", FIELD_TEXT, offsetof(struct body_filter, data_source_id), FIELD_NULL, 0, NULL },
	{ "external_file_id", FIELD_TEXT, offsetof(struct body_filter, external_file_id), FIELD_NULL, 0, NULL },
	{ "only_manually_uploaded", FIELD_BOOL, offsetof(struct body_filter, only_manually_uploaded), FIELD_NULL, 0, NULL },
};

struct body_query {
	const struct json *filter;
	struct str order_by, page_token;
	int64_t page_size;
};
static const struct field query_rows[] = {
	{ "filter", FIELD_OBJECT, offsetof(struct body_query, filter), FIELD_NULL, 0, NULL },
	{ "order_by", FIELD_TEXT, offsetof(struct body_query, order_by), FIELD_NULL, 0, NULL },
	{ "page_size", FIELD_INT, offsetof(struct body_query, page_size), FIELD_NULL, 1, NULL },
	{ "page_token", FIELD_TEXT, offsetof(struct body_query, page_token), FIELD_NULL, 0, NULL },
};

static bool body_query_read(struct http_request *r, struct body_query *q, struct body_filter *f)
{
	static const struct place body = { NULL, { "body", 4 }, 0 };
	struct place at = place_key(&body, "filter");
	struct problems p;
	problems_init(&p);
	const struct json *v = body_read(r, &p);
	if (v)
		fields_read(v, query_rows, sizeof query_rows / sizeof *query_rows, q, &body, &p);
	if (q->filter)
		fields_read(q->filter, filter_rows, sizeof filter_rows / sizeof *filter_rows, f, &at, &p);
	return !problems_reply(&p, r) && v;
}

static bool body_ids_take(struct http_request *r, const struct json *ids, struct store_file_query *q, bool *none)
{
	struct str *texts = ARENA_ARRAY(&r->arena, ids && ids->n ? ids->n : 1, struct str);
	for (size_t i = 0; texts && ids && i < ids->n; i++)
		texts[i] = ids->item[i]->text;
	return texts && ids_take(r, texts, ids ? ids->n : 0, q, none);
}

void files_query(struct http_request *r)
{
	struct body_query b = { .page_size = PAGE_SIZE_DEFAULT };
	struct body_filter f = { .only_manually_uploaded = false };
	if (!body_query_read(r, &b, &f) || (f.project_id.n && !project_allowed(r, f.project_id, &state_of(r)->scope)))
		return;
	struct store_file_query q = { .project = project_of(r), .name = f.file_name, .external_file_id = f.external_file_id,
				      .limit = b.page_size > PAGE_SIZE_MAX ? PAGE_SIZE_MAX : b.page_size ? (int)b.page_size : PAGE_SIZE_DEFAULT };
	bool none = f.data_source_id.n > 0; /* files come from uploads only */
	if (orders_read(r, b.order_by, &q.order) && body_ids_take(r, f.file_ids, &q, &none))
		query_reply(r, &q, b.page_token.n ? b.page_token : (struct str){ 0 }, none);
}
