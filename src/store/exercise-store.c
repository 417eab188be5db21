/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The conformance suite of stores: run against every row of store_backends. A
 * new backend is right when this passes.
 */
#include "store/store-private.h"

#include "base/clock.h"
#include "base/io.h"
#include "json/json.h"

#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];
static struct store *store;
static struct id org, project, other;
static struct arena arena;
static struct err err;

static void open_store(void)
{
	struct store_options o = { .dir = folder };
	store = store_open(&o, &err);
	if (!store)
		fail_msg("%s", err.text);
}

static int setup(void **state)
{
	snprintf(folder, sizeof(folder), "/tmp/quarry-store-XXXXXX");
	assert_non_null(mkdtemp(folder));
	arena_init(&arena, "test", 0);
	memset(&err, 0, sizeof(err));
	open_store();
	assert_true(store_bootstrap(store, clock_now(), &org, &project, &err));
	assert_true(store_project_create(store, org, STR("other"), clock_now(), &other, &err));
	return 0;
}

static int teardown(void **state)
{
	char command[128];
	store_close(store);
	arena_fini(&arena);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return system(command);
}

/* ---- helpers */

static struct id new_file(struct id owner, const char *name)
{
	struct store_file f = { .id = id_new(clock_now()), .project = owner, .name = str_from(name), .purpose = STR("extract"),
				.file_type = STR("pdf"), .created_at = clock_now(), .last_modified_at = clock_now() };
	assert_true(store_blob_put(store, str_from(name), &f.blob, &err));
	assert_true(store_file_create(store, &f, &err));
	return f.id;
}

static struct store_job new_job(struct id owner, struct id file)
{
	struct store_job j = { .id = id_new(clock_now()), .project = owner, .input = file, .configuration = STR("{\"a\":1}") };
	return j;
}

static struct store_job created(struct id owner, struct id file)
{
	struct store_job j = new_job(owner, file);
	enum store_outcome got = store_job_create(store, &j, clock_now(), 0, &err);
	if (got != STORE_OK)
		fail_msg("create: %d %s", got, err.text);
	return j;
}

static struct store_claim claimed(void)
{
	struct store_claim c;
	assert_int_equal(store_job_claim(store, STR("node"), clock_now(), clock_now() + CLOCK_SECOND, &arena, &c, &err), STORE_OK);
	return c;
}

static struct json *list(struct store_job_query q, struct store_job_page *page)
{
	struct buf b = BUF_INIT(0);
	buf_byte(&b, '[');
	assert_true(store_job_list(store, &q, false, &b, page, &err));
	buf_byte(&b, ']');
	struct json_limits l = { 1 << 26, 64 };
	struct json *v = json_parse(buf_view(&b), &l, &arena, &err);
	if (!v)
		fail_msg("%s: %s", err.text, b.p);
	assert_int_equal(v->n, page->n);
	buf_fini(&b);
	return v;
}

static struct str text_of(const struct json *item, const char *key)
{
	struct json *v = json_get(item, key);
	return v ? v->text : (struct str){ NULL, 0 };
}

/* ---- tenants */

/* Keys are found by hash until they are revoked, and act for their project alone. */
static void test_keys(void **state)
{
	uint8_t hash[SHA256_SIZE], wrong[SHA256_SIZE];
	struct store_scope scope;
	struct id key;
	struct store_key *keys;
	size_t n;
	sha256_of(STR("secret"), hash);
	sha256_of(STR("Secret"), wrong);
	assert_true(store_key_create(store, other, STR("ci"), hash, clock_now(), &key, &err));
	assert_int_equal(store_key_lookup(store, wrong, &scope, &err), STORE_NONE);
	assert_int_equal(store_key_lookup(store, hash, &scope, &err), STORE_OK);
	assert_true(id_eq(scope.project, other) && id_eq(scope.org, org) && id_eq(scope.key, key));
	assert_true(store_key_list(store, other, &arena, &keys, &n, &err));
	assert_int_equal(n, 1);
	assert_int_equal(store_key_revoke(store, project, key, clock_now(), &err), STORE_NONE);
	assert_int_equal(store_key_revoke(store, other, key, clock_now(), &err), STORE_OK);
	assert_int_equal(store_key_lookup(store, hash, &scope, &err), STORE_NONE);
	assert_int_equal(store_project_lookup(store, id_new(1), &key, &err), STORE_NONE);
}

/* A second server on the same folder is refused; a command line beside it is not. */
static void test_lock(void **state)
{
	struct store_options o = { .dir = folder };
	struct err why = { 0 };
	assert_null(store_open(&o, &why));
	assert_int_equal(why.code, ERR_CONFLICT);
	o.shared = true;
	struct store *beside = store_open(&o, &why);
	assert_non_null(beside);
	uint8_t hash[SHA256_SIZE] = { 7 };
	struct store_scope scope;
	struct id key;
	assert_true(store_key_create(beside, project, STR("x"), hash, clock_now(), &key, &why));
	assert_int_equal(store_key_lookup(store, hash, &scope, &why), STORE_OK);
	store_close(beside);
}

/* ---- blobs and files */

/* Blobs are named by content, live while a row refers to them, and are collected only when old. */
static void test_blobs(void **state)
{
	struct store_blob a, b;
	int fd;
	int64_t size, n, later = clock_now() + 10 * CLOCK_SECOND;
	assert_true(store_blob_put(store, STR("content"), &a, &err));
	assert_true(store_blob_put(store, STR("content"), &b, &err));
	assert_memory_equal(a.hash, b.hash, SHA256_SIZE);
	struct id file = new_file(project, "kept");
	assert_true(store_blob_collect(store, clock_now() - CLOCK_SECOND * 60, &n, &err));
	assert_int_equal(n, 0);
	assert_true(store_blob_collect(store, later, &n, &err));
	assert_int_equal(n, 1);
	assert_int_equal(store_blob_open(store, a.hash, &fd, &size, &err), STORE_NONE);
	assert_int_equal(store_file_delete(store, project, file, &err), STORE_OK);
	assert_true(store_blob_collect(store, later, &n, &err));
	assert_int_equal(n, 1);
}

/* Files belong to a project, page by position in each order, and filter by name. */
static void test_files(void **state)
{
	static const char *const names[] = { "b", "a", "c", "a", "d" };
	struct store_file f;
	struct store_file_page page;
	struct id ids[5];
	for (int i = 0; i < 5; i++)
		ids[i] = new_file(project, names[i]);
	new_file(other, "a");
	assert_int_equal(store_file_get(store, other, ids[0], &arena, &f, &err), STORE_NONE);
	assert_int_equal(store_file_get(store, project, ids[0], &arena, &f, &err), STORE_OK);
	assert_true(str_eq_z(f.name, "b") && !f.external_file_id.p);
	for (int order = STORE_FILES_NEWEST; order <= STORE_FILES_ID_DESC; order++) {
		struct store_file_query q = { .project = project, .order = (enum store_file_order)order, .limit = 2 };
		int seen = 0, pages = 0;
		do {
			assert_true(store_file_list(store, &q, &arena, &page, &err));
			assert_int_equal(page.total, 5);
			assert_true(page.n > 0);
			f = page.items[page.n - 1];
			seen += (int)page.n;
			q.after = true;
			q.after_id = f.id, q.after_time = f.created_at, q.after_name = f.name;
		} while (page.more && ++pages < 5);
		assert_int_equal(seen, 5);
	}
	struct store_file_query q = { .project = project, .name = STR("a"), .order = STORE_FILES_NAME, .limit = 10 };
	assert_true(store_file_list(store, &q, &arena, &page, &err));
	assert_int_equal(page.n, 2);
	struct store_file_query some = { .project = project, .ids = ids, .ids_n = 2, .limit = 10 };
	assert_true(store_file_list(store, &some, &arena, &page, &err));
	assert_int_equal(page.n, 2);
	assert_int_equal(page.total, 2);
}

/* ---- jobs */

/* A job goes PENDING, RUNNING, COMPLETED; each state shows in get and list with the contract's keys. */
static void test_job_life(void **state)
{
	static const char *const keys[] = { "id", "created_at", "document_input_value", "file_input", "project_id", "status",
					    "updated_at", "configuration_id", "error_message", "extract_result", "metadata",
					    "configuration", "extract_metadata", "usage" };
	struct store_job_page page;
	struct store_job_query all = { .project = project, .limit = 10 };
	struct store_job j = created(project, new_file(project, "doc"));
	struct json *items = list(all, &page);
	assert_int_equal(items->item[0]->n, sizeof(keys) / sizeof(keys[0]));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_non_null(json_get(items->item[0], keys[i]));
	assert_true(str_eq_z(text_of(items->item[0], "status"), "PENDING"));
	struct store_claim c = claimed();
	assert_true(id_eq(c.job.id, j.id) && str_eq_z(c.file_name, "doc") && c.job.starts == 1);
	assert_true(str_eq_z(text_of(list(all, &page)->item[0], "status"), "RUNNING"));
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{\"total\":1.10}"), .metadata = STR("{\"usage\":{}}"),
				  .extract_metadata = STR("{\"m\":1}") };
	assert_int_equal(store_job_finish(store, j.id, c.token ^ 2, &f, clock_now(), &err), STORE_REFUSED);
	assert_int_equal(store_job_finish(store, j.id, c.token, &f, clock_now(), &err), STORE_OK);
	assert_int_equal(store_job_finish(store, j.id, c.token, &f, clock_now(), &err), STORE_REFUSED);
	struct json *item = list(all, &page)->item[0];
	assert_true(str_eq_z(json_get(json_get(item, "extract_result"), "total")->text, "1.10"));
	assert_true(json_is_null(json_get(item, "extract_metadata")) && json_is_null(json_get(item, "configuration")));
	all.with_configuration = all.with_metadata = true;
	item = list(all, &page)->item[0];
	assert_int_equal(json_get(json_get(item, "configuration"), "a")->i, 1);
	assert_int_equal(json_get(json_get(item, "extract_metadata"), "m")->i, 1);
	struct store_job got;
	assert_int_equal(store_job_get(store, other, j.id, &arena, &got, &err), STORE_NONE);
	assert_int_equal(store_job_get(store, project, j.id, &arena, &got, &err), STORE_OK);
	assert_int_equal(got.status, JOB_COMPLETED);
}

/* Inputs of other projects do not exist; a full queue refuses. */
static void test_create_refused(void **state)
{
	struct store_job j = new_job(other, new_file(project, "mine"));
	assert_int_equal(store_job_create(store, &j, clock_now(), 0, &err), STORE_NONE);
	j = new_job(project, j.input);
	assert_int_equal(store_job_create(store, &j, clock_now(), 1, &err), STORE_OK);
	j = new_job(project, j.input);
	assert_int_equal(store_job_create(store, &j, clock_now(), 1, &err), STORE_REFUSED);
}

/* Cancel ends unfinished jobs only, and takes the claim away; delete takes finished jobs only. */
static void test_cancel_delete(void **state)
{
	struct store_job j = created(project, new_file(project, "doc"));
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}") };
	assert_int_equal(store_job_delete(store, project, j.id, &err), STORE_REFUSED);
	struct store_claim c = claimed();
	assert_int_equal(store_job_cancel(store, other, j.id, clock_now(), &err), STORE_NONE);
	assert_int_equal(store_job_cancel(store, project, j.id, clock_now(), &err), STORE_OK);
	assert_int_equal(store_job_cancel(store, project, j.id, clock_now(), &err), STORE_REFUSED);
	assert_int_equal(store_job_renew(store, j.id, c.token, clock_now(), &err), STORE_REFUSED);
	assert_int_equal(store_job_finish(store, j.id, c.token, &f, clock_now(), &err), STORE_REFUSED);
	assert_int_equal(store_job_delete(store, other, j.id, &err), STORE_NONE);
	assert_int_equal(store_job_delete(store, project, j.id, &err), STORE_OK);
	assert_int_equal(store_job_delete(store, project, j.id, &err), STORE_NONE);
}

/* Oldest first; a lost lease goes back until the last start, then fails with the cause. */
static void test_rescue(void **state)
{
	struct id file = new_file(project, "doc");
	struct store_job a = created(project, file), b = created(project, file), got;
	int64_t rescued, failed, now = clock_now();
	struct str why = STR("TIMEOUT: lost");
	for (int start = 1; start <= 3; start++) {
		struct store_claim c = claimed();
		assert_true(id_eq(c.job.id, a.id));
		assert_int_equal(c.job.starts, start);
		assert_true(store_job_rescue(store, now, 3, why, &rescued, &failed, &err));
		assert_int_equal(rescued + failed, 0);
		assert_true(store_job_rescue(store, now + 100 * CLOCK_SECOND, 3, why, &rescued, &failed, &err));
		assert_int_equal(rescued, start < 3);
		assert_int_equal(failed, start == 3);
	}
	assert_int_equal(store_job_get(store, project, a.id, &arena, &got, &err), STORE_OK);
	assert_int_equal(got.status, JOB_FAILED);
	struct store_claim c = claimed();
	assert_true(id_eq(c.job.id, b.id));
	assert_int_equal(store_job_release(store, b.id, c.token, now, &err), STORE_OK);
	assert_int_equal(claimed().job.starts, 1);
	assert_true(store_job_rescue_node(store, STR("elsewhere"), now, 3, why, &rescued, &failed, &err));
	assert_int_equal(rescued, 0);
	assert_true(store_job_rescue_node(store, STR("node"), now, 3, why, &rescued, &failed, &err));
	assert_int_equal(rescued, 1);
}

/* ---- lists against a naive model */

enum { MODEL = 400, FILES = 4, CONFIGS = 3 };

struct model {
	struct id ids[MODEL], files[FILES], configs[CONFIGS];
	int64_t at[MODEL];
	enum job_status status[MODEL];
	int file[MODEL], config[MODEL]; /* config -1 = none */
	bool gone[MODEL];
};

static unsigned random_state;

static unsigned rnd(unsigned n)
{
	random_state = random_state * 1103515245u + 12345u;
	return (random_state >> 8) % n;
}

static void finish_some(struct model *m, int i)
{
	struct store_claim c;
	if (rnd(3) == 0) {
		assert_int_equal(store_job_cancel(store, project, m->ids[i], clock_now(), &err), STORE_OK);
		m->status[i] = JOB_CANCELLED;
		return;
	}
	if (rnd(4) == 0)
		return;
	assert_int_equal(store_job_claim(store, STR("node"), clock_now(), clock_now(), &arena, &c, &err), STORE_OK);
	int k = 0;
	while (!id_eq(m->ids[k], c.job.id))
		k++;
	struct store_finish f = { .status = rnd(3) ? JOB_COMPLETED : JOB_FAILED, .error_message = STR("X: y") };
	m->status[k] = JOB_RUNNING;
	if (rnd(5) == 0)
		return;
	assert_int_equal(store_job_finish(store, c.job.id, c.token, &f, clock_now(), &err), STORE_OK);
	m->status[k] = f.status;
	if (rnd(8) == 0) {
		assert_int_equal(store_job_delete(store, project, c.job.id, &err), STORE_OK);
		m->gone[k] = true;
	}
}

static void build_model(struct model *m)
{
	/* Times spread over minutes to months, so that ranges cross buckets of every level. */
	static const int64_t gaps[] = { 1, 1000, CLOCK_SECOND, 300 * CLOCK_SECOND, 40000 * CLOCK_SECOND, 2000000 * CLOCK_SECOND };
	int64_t now = 1700000000 * CLOCK_SECOND;
	for (int i = 0; i < FILES; i++)
		m->files[i] = new_file(project, "f");
	for (int i = 0; i < CONFIGS; i++)
		m->configs[i] = id_new(clock_now());
	for (int i = 0; i < MODEL; i++) {
		m->file[i] = (int)rnd(FILES);
		m->config[i] = (int)rnd(CONFIGS + 1) - 1;
		struct store_job j = new_job(project, m->files[m->file[i]]);
		j.has_configuration_id = m->config[i] >= 0;
		if (j.has_configuration_id)
			j.configuration_id = m->configs[m->config[i]];
		now += gaps[rnd(6)];
		assert_int_equal(store_job_create(store, &j, now, 0, &err), STORE_OK);
		m->ids[i] = j.id;
		m->at[i] = j.created_at;
		m->status[i] = JOB_PENDING;
		assert_true(i == 0 || m->at[i] > m->at[i - 1]);
		finish_some(m, i);
	}
	created(other, new_file(other, "foreign"));
}

static bool model_matches(const struct model *m, int i, const struct store_job_query *q)
{
	if (m->gone[i] || (q->has_status && m->status[i] != q->status) || (q->created_from && m->at[i] < q->created_from) ||
	    (q->created_to && m->at[i] > q->created_to) || (q->has_input_kind && q->input_kind != STORE_INPUT_FILE))
		return false;
	if (q->has_configuration && (m->config[i] < 0 || !id_eq(m->configs[m->config[i]], q->configuration_id)))
		return false;
	if (q->has_input && !id_eq(m->files[m->file[i]], q->input))
		return false;
	bool named = !q->by_ids;
	for (size_t k = 0; k < q->job_ids_n; k++)
		named |= id_eq(q->job_ids[k], m->ids[i]);
	return named;
}

static struct store_job_query random_query(const struct model *m, struct id ids[8])
{
	struct store_job_query q = { .project = project, .limit = 1 + (int)rnd(60) };
	if (rnd(2))
		q.has_status = true, q.status = (enum job_status)rnd(JOB_STATUS_COUNT);
	if (rnd(3) == 0)
		q.has_configuration = true, q.configuration_id = rnd(9) ? m->configs[rnd(CONFIGS)] : id_new(1);
	if (rnd(3) == 0)
		q.has_input = true, q.input = m->files[rnd(FILES)];
	if (rnd(2))
		q.created_from = m->at[rnd(MODEL)] + (int64_t)rnd(3) - 1;
	if (rnd(2))
		q.created_to = m->at[rnd(MODEL)] + (int64_t)rnd(3) - 1;
	if (rnd(5) == 0)
		q.has_input_kind = true, q.input_kind = rnd(2) ? STORE_INPUT_FILE : STORE_INPUT_PARSE_JOB;
	if (rnd(6) == 0) {
		q.by_ids = true;
		q.job_ids = ids;
		q.job_ids_n = rnd(8);
		for (size_t i = 0; i < q.job_ids_n; i++)
			ids[i] = rnd(5) ? m->ids[rnd(MODEL)] : id_new(1);
	}
	return q;
}

static void check_pages(const struct model *m, struct store_job_query q)
{
	struct store_job_page page;
	int64_t expected = 0, next = MODEL - 1;
	for (int i = 0; i < MODEL; i++)
		expected += model_matches(m, i, &q);
	do {
		struct arena_mark mark = arena_mark(&arena);
		struct json *items = list(q, &page);
		assert_int_equal(page.total, expected);
		for (size_t i = 0; i < page.n; i++) {
			char id[ID_SIZE];
			while (next >= 0 && !model_matches(m, (int)next, &q))
				next--;
			assert_true(next >= 0);
			id_format(ID_EXTRACT, m->ids[next], id);
			assert_true(str_eq_z(text_of(items->item[i], "id"), id));
			assert_true(str_eq_z(text_of(items->item[i], "status"), job_status_name(m->status[next])));
			next--;
		}
		assert_true(page.n > 0 || !page.more);
		q.before = page.last;
		arena_reset(&arena, mark);
	} while (page.more);
	while (next >= 0)
		assert_false(model_matches(m, (int)next--, &q));
}

/* Thousands of random filter sets: every page, order and total is what a plain loop over all jobs gives. */
static void test_lists(void **state)
{
	struct model *m = calloc(1, sizeof(*m));
	struct id ids[8];
	random_state = 4711;
	build_model(m);
	for (int i = 0; i < 3000; i++)
		check_pages(m, random_query(m, ids));
	free(m);
}

static void fill(void *ctx, int64_t i, struct store_job *j, struct arena *a)
{
	*j = (struct store_job){ .id = id_new(clock_now()), .project = project, .input = *(struct id *)ctx,
				 .status = i % 10 ? JOB_COMPLETED : JOB_FAILED, .created_at = 1700000000000000 + i * 1000000,
				 .configuration = STR("{}"), .result = STR("{}") };
}

/* Jobs built in bulk are counted and listed like others. */
static void test_bulk(void **state)
{
	struct store_job_page page;
	struct id file = new_file(project, "doc");
	assert_true(store_job_bulk(store, 30000, fill, &file, &err));
	struct store_job_query q = { .project = project, .limit = 3, .has_status = true, .status = JOB_FAILED };
	list(q, &page);
	assert_int_equal(page.total, 3000);
	q.created_from = 1700000000000000 + 100 * 1000000;
	q.created_to = 1700000000000000 + 20099 * INT64_C(1000000);
	list(q, &page);
	assert_int_equal(page.total, 2000);
}

/* ---- many threads, and sudden death */

static void *create_many(void *arg)
{
	struct id file = *(struct id *)arg;
	for (int i = 0; i < 50; i++) {
		struct err e;
		struct store_job j = new_job(project, file);
		if (store_job_create(store, &j, clock_now(), 0, &e) != STORE_OK)
			return (void *)1;
	}
	return NULL;
}

/* Writers share commits; nothing is lost, times stay unique. */
static void test_group_commit(void **state)
{
	pthread_t t[16];
	struct id file = new_file(project, "doc");
	struct store_job_page page;
	for (int i = 0; i < 16; i++)
		assert_int_equal(pthread_create(&t[i], NULL, create_many, &file), 0);
	for (int i = 0; i < 16; i++) {
		void *bad;
		pthread_join(t[i], &bad);
		assert_null(bad);
	}
	struct store_job_query q = { .project = project, .limit = 1000 };
	list(q, &page);
	assert_int_equal(page.total, 800);
	assert_int_equal(page.n, 800);
}

/* The child's part: create, claim and finish jobs for as long as it lives; tells what was acknowledged. */
static void work_until_killed(struct id file, int tell)
{
	store = NULL;
	open_store();
	for (;;) {
		struct store_job j = created(project, file);
		struct store_claim c;
		struct err e;
		if (write(tell, j.id.b, 16) != 16)
			_exit(1);
		if (store_job_claim(store, STR("node"), clock_now(), clock_now(), &arena, &c, &e) != STORE_OK)
			continue;
		struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}") };
		if (rnd(4))
			store_job_finish(store, c.job.id, c.token, &f, clock_now(), &e);
	}
}

static int64_t naive_count(enum job_status st)
{
	struct store_job_page page;
	struct store_job_query q = { .project = project, .limit = 1000, .has_status = true, .status = st };
	int64_t n = 0;
	do {
		struct arena_mark mark = arena_mark(&arena);
		list(q, &page);
		arena_reset(&arena, mark);
		n += (int64_t)page.n;
		q.before = page.last;
	} while (page.more);
	assert_int_equal(page.total, n);
	return n;
}

/* After kill -9 at any moment each acknowledged job is there once, and the counters are right. */
static void test_sudden_death(void **state)
{
	struct id file = new_file(project, "doc");
	int64_t acknowledged = 0, total = 0;
	for (int round = 0; round < 15; round++) {
		int tell[2];
		struct id id;
		struct store_job got;
		store_close(store);
		store = NULL;
		assert_int_equal(pipe(tell), 0);
		pid_t pid = fork();
		if (pid == 0)
			work_until_killed(file, tell[1]);
		close(tell[1]);
		int lives = 1 + (int)rnd(60);
		struct id seen[64];
		int n = 0;
		while (n < lives && read(tell[0], id.b, 16) == 16)
			seen[n++] = id;
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		while (n < 64 && read(tell[0], id.b, 16) == 16)
			seen[n++] = id;
		close(tell[0]);
		open_store();
		for (int i = 0; i < n; i++)
			assert_int_equal(store_job_get(store, project, seen[i], &arena, &got, &err), STORE_OK);
		acknowledged += n;
	}
	for (int st = 0; st < JOB_STATUS_COUNT; st++)
		total += naive_count((enum job_status)st);
	assert_true(total >= acknowledged && total <= acknowledged + 15 * 64);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_keys, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lock, setup, teardown),
		cmocka_unit_test_setup_teardown(test_blobs, setup, teardown),
		cmocka_unit_test_setup_teardown(test_files, setup, teardown),
		cmocka_unit_test_setup_teardown(test_job_life, setup, teardown),
		cmocka_unit_test_setup_teardown(test_create_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cancel_delete, setup, teardown),
		cmocka_unit_test_setup_teardown(test_rescue, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lists, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bulk, setup, teardown),
		cmocka_unit_test_setup_teardown(test_group_commit, setup, teardown),
		cmocka_unit_test_setup_teardown(test_sudden_death, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
