/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of files: keyset pages in six orders. Every filter and order has an
 * index that gives its rows in turn; only several files under one external id,
 * by name or id, are sorted.
 */
#include "store/store-sqlite.h"

#include <stdlib.h>

enum filter { ANY, NAMED, EXTERNAL, FILTERS, ORDERS = STORE_FILES_ID_DESC + 1 };

#define LIST(index, filter, sort, after)                                                                                       \
	{ "SELECT " FILE_COLUMNS " FROM files INDEXED BY " index " WHERE project = ?1" filter " ORDER BY " sort " LIMIT ?2",  \
	  "SELECT " FILE_COLUMNS " FROM files INDEXED BY " index " WHERE project = ?1" filter " AND " after " ORDER BY " sort \
	  " LIMIT ?2" }
#define NEWEST "created_at DESC, id DESC", "(created_at, id) < (?5, ?6)"
#define OLDEST "created_at, id", "(created_at, id) > (?5, ?6)"
#define NAME "name, id", "(name, id) > (?7, ?6)"
#define NAME_DESC "name DESC, id DESC", "(name, id) < (?7, ?6)"
#define ID "id", "id > ?6"
#define ID_DESC "id DESC", "id < ?6"
#define ROW(index, filter, order) LIST_(index, filter, order)
#define LIST_(index, filter, ...) LIST(index, filter, __VA_ARGS__)
#define IS_NAMED " AND name = ?3"
#define IS_EXTERNAL " AND external_file_id = ?4 AND (?3 IS NULL OR name = ?3)"

/* Parameters: 2 limit, 3 name, 4 external id, then the last item's 5 time, 6 id, 7 name. */
static const struct {
	const char *first, *next;
} lists[FILTERS][ORDERS] = {
	[ANY] = {
		[STORE_FILES_NEWEST] = ROW("files_newest", "", NEWEST),
		[STORE_FILES_OLDEST] = ROW("files_newest", "", OLDEST),
		[STORE_FILES_NAME] = ROW("files_name", "", NAME),
		[STORE_FILES_NAME_DESC] = ROW("files_name", "", NAME_DESC),
		[STORE_FILES_ID] = ROW("files_id", "", ID),
		[STORE_FILES_ID_DESC] = ROW("files_id", "", ID_DESC),
	},
	[NAMED] = { /* of one name, the order by name is the order by id */
		[STORE_FILES_NEWEST] = ROW("files_name_newest", IS_NAMED, NEWEST),
		[STORE_FILES_OLDEST] = ROW("files_name_newest", IS_NAMED, OLDEST),
		[STORE_FILES_NAME] = ROW("files_name", IS_NAMED, ID),
		[STORE_FILES_NAME_DESC] = ROW("files_name", IS_NAMED, ID_DESC),
		[STORE_FILES_ID] = ROW("files_name", IS_NAMED, ID),
		[STORE_FILES_ID_DESC] = ROW("files_name", IS_NAMED, ID_DESC),
	},
	[EXTERNAL] = {
		[STORE_FILES_NEWEST] = ROW("files_external", IS_EXTERNAL, NEWEST),
		[STORE_FILES_OLDEST] = ROW("files_external", IS_EXTERNAL, OLDEST),
		[STORE_FILES_NAME] = ROW("files_external", IS_EXTERNAL, NAME),
		[STORE_FILES_NAME_DESC] = ROW("files_external", IS_EXTERNAL, NAME_DESC),
		[STORE_FILES_ID] = ROW("files_external", IS_EXTERNAL, ID),
		[STORE_FILES_ID_DESC] = ROW("files_external", IS_EXTERNAL, ID_DESC),
	},
};

static const char *const counts[FILTERS] = { /* 1 project, 2 name, 3 external id */
	[ANY] = "SELECT files FROM projects WHERE number = ?1",
	[NAMED] = "SELECT count(*) FROM files INDEXED BY files_name WHERE project = ?1 AND name = ?2",
	[EXTERNAL] = ("SELECT count(*) FROM files INDEXED BY files_external WHERE project = ?1 AND external_file_id = ?3"
		      " AND (?2 IS NULL OR name = ?2)"),
};

static bool add_file(sqlite3_stmt *st, const struct store_file_query *q, struct arena *a, struct store_file_page *out)
{
	out->more = out->n == (size_t)q->limit;
	if (!out->more)
		file_read(st, q->project, a, &out->items[out->n++]);
	return !out->more;
}

static bool read_page(struct db *d, const struct store_file_query *q, int64_t project, struct arena *a, struct store_file_page *out,
		      struct err *e)
{
	enum filter by = q->external_file_id.p ? EXTERNAL : q->name.p ? NAMED : ANY;
	const char *sql = q->after ? lists[by][q->order].next : lists[by][q->order].first;
	sqlite3_stmt *st = db_query(d, e, sql, "iissids", project, (int64_t)q->limit + 1, &q->name, &q->external_file_id,
				    q->after_time, &q->after_id, &q->after_name);
	int got = st ? 1 : -1;
	out->items = ARENA_ARRAY(a, (size_t)q->limit, struct store_file);
	while (out->items && got > 0 && (got = db_step(d, st, e)) > 0 && add_file(st, q, a, out))
		continue;
	if (st)
		sqlite3_reset(st);
	return got >= 0 && db_number(d, &out->total, e, counts[by], "iss", project, &q->name, &q->external_file_id);
}

/* ---- of given ids: looked up one by one and put in order here */

static int compare(enum store_file_order order, const struct store_file *a, const struct store_file *b)
{
	bool by_time = order == STORE_FILES_NEWEST || order == STORE_FILES_OLDEST;
	bool by_name = order == STORE_FILES_NAME || order == STORE_FILES_NAME_DESC;
	bool falls = order == STORE_FILES_NEWEST || order == STORE_FILES_NAME_DESC || order == STORE_FILES_ID_DESC;
	int c = by_time ? (a->created_at > b->created_at) - (a->created_at < b->created_at) : by_name ? str_cmp(a->name, b->name) : 0;
	c = c ? c : memcmp(a->id.b, b->id.b, sizeof(a->id.b));
	return falls ? -c : c;
}

static int compare_files(const void *a, const void *b, void *order)
{
	return compare(*(const enum store_file_order *)order, a, b);
}

static bool matches(const struct store_file_query *q, const struct store_file *f)
{
	return (!q->name.p || str_eq(q->name, f->name)) &&
	       (!q->external_file_id.p || (f->external_file_id.p && str_eq(q->external_file_id, f->external_file_id)));
}

static bool find_files(struct db *d, const struct store_file_query *q, int64_t project, struct arena *a, struct store_file *files,
		       size_t *n, struct err *e)
{
	int got = 0;
	for (size_t i = 0; i < q->ids_n && got >= 0; i++) {
		sqlite3_stmt *st = db_query(d, e, "SELECT " FILE_COLUMNS " FROM files WHERE id = ? AND project = ?", "di", &q->ids[i],
					    project);
		got = st ? db_step(d, st, e) : -1;
		if (got <= 0)
			continue;
		file_read(st, q->project, a, &files[*n]);
		*n += matches(q, &files[*n]);
		sqlite3_reset(st);
	}
	return got >= 0;
}

/* Sorted, so what was named twice stands together. */
static size_t drop_repeats(struct store_file *files, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (!kept || !id_eq(files[kept - 1].id, files[i].id))
			files[kept++] = files[i];
	return kept;
}

static bool read_ids(struct db *d, const struct store_file_query *q, int64_t project, struct arena *a, struct store_file_page *out,
		     struct err *e)
{
	const struct store_file last = { .id = q->after_id, .name = q->after_name, .created_at = q->after_time };
	enum store_file_order order = q->order;
	size_t n = 0, from = 0;
	struct store_file *files = ARENA_ARRAY(a, q->ids_n, struct store_file);
	if (!files || !find_files(d, q, project, a, files, &n, e) || !arena_ok(a, e))
		return false;
	qsort_r(files, n, sizeof(*files), compare_files, &order);
	n = drop_repeats(files, n);
	while (q->after && from < n && compare(q->order, &files[from], &last) <= 0)
		from++;
	out->items = files + from;
	out->n = n - from < (size_t)q->limit ? n - from : (size_t)q->limit;
	out->more = from + out->n < n;
	out->total = (int64_t)n;
	return true;
}

static bool read_list(struct db *d, const struct store_file_query *q, struct arena *a, struct store_file_page *out, struct err *e)
{
	int64_t project;
	if (!project_number(d, q->project, &project, e))
		return false;
	bool ok = q->ids_n ? read_ids(d, q, project, a, out, e) : read_page(d, q, project, a, out, e);
	return arena_ok(a, e) && ok;
}

bool sq_file_list(struct store *s, const struct store_file_query *q, struct arena *a, struct store_file_page *out, struct err *e)
{
	struct db *d = reader_snapshot(s, e); /* so that page and total agree */
	memset(out, 0, sizeof(*out));
	if (!d)
		return false;
	bool ok = read_list(d, q, a, out, e);
	reader_give(s, d);
	return ok;
}
