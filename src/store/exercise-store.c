/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The conformance suite of stores: run against every row of store_backends. A
 * new backend is right when this passes.
 */
#include "store/exercise-store.h"

const char *ex_backend;
char ex_dir[TEST_FOLDER];
struct store *ex_store;
struct id ex_org, ex_project, ex_other;
struct arena ex_arena;
struct err ex_err;
static unsigned random_state;

void ex_open(void)
{
	struct store_options o = { .backend = ex_backend, .dir = ex_dir };
	ex_store = store_open(&o, &ex_err);
	if (!ex_store)
		fail_msg("%s", ex_err.text);
}

int ex_setup(void **state)
{
	assert_true(test_folder_make(ex_dir));
	arena_init(&ex_arena, "test", 0);
	memset(&ex_err, 0, sizeof(ex_err));
	ex_seed(4711);
	ex_open();
	assert_true(store_bootstrap(ex_store, clock_now(), &ex_org, &ex_project, &ex_err));
	assert_true(store_project_create(ex_store, ex_org, STR("other"), clock_now(), &ex_other, &ex_err));
	return 0;
}

int ex_teardown(void **state)
{
	store_close(ex_store);
	arena_fini(&ex_arena);
	return test_folder_remove(ex_dir) ? 0 : -1;
}

void ex_sound(void)
{
	struct buf report = BUF_INIT(0);
	if (!store_verify(ex_store, &report, &ex_err))
		fail_msg("%s", ex_err.text);
	if (report.n)
		fail_msg("%s", report.p);
	buf_fini(&report);
}

void ex_seed(unsigned seed)
{
	random_state = seed;
}

unsigned ex_random(unsigned n)
{
	random_state = random_state * 1103515245u + 12345u;
	return (random_state >> 8) % n;
}

struct id ex_file(struct id project, const char *name)
{
	struct store_file f = { .id = id_new(clock_now()), .project = project, .name = str_from(name), .purpose = STR("extract"),
				.file_type = STR("pdf"), .created_at = clock_now(), .last_modified_at = clock_now() };
	assert_true(store_blob_put(ex_store, str_from(name), &f.blob, &ex_err));
	assert_true(store_file_create(ex_store, &f, &ex_err));
	return f.id;
}

struct id ex_parse_job(struct id project, const char *tier)
{
	struct store_job j = ex_create(project, ex_file(project, "parsed"));
	struct store_claim c = ex_claim();
	assert_true(id_eq(c.job.id, j.id));
	struct store_job p = { .id = id_new(clock_now()), .project = project, .input = j.input, .configuration = STR("{}"),
			       .status = JOB_COMPLETED };
	struct store_parsed parsed = { .tier = str_from(tier), .pages = 1 };
	assert_true(store_blob_put(ex_store, STR("frames"), &parsed.frames, &ex_err));
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}"), .parse_job = &p, .parsed = &parsed };
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &f, clock_now(), &ex_err), STORE_OK);
	assert_int_equal(store_job_delete(ex_store, project, j.id, &ex_err), STORE_OK);
	return p.id;
}

struct store_job ex_new_job(struct id project, struct id file)
{
	return (struct store_job){ .id = id_new(clock_now()), .project = project, .input = file, .configuration = STR("{\"a\":1}") };
}

struct store_job ex_create(struct id project, struct id file)
{
	struct store_job j = ex_new_job(project, file);
	enum store_outcome got = store_job_create(ex_store, &j, clock_now(), 0, &ex_err);
	if (got != STORE_OK)
		fail_msg("create: %d %s", got, ex_err.text);
	return j;
}

struct store_claim ex_claim(void)
{
	struct store_claim c;
	int64_t now = clock_now();
	assert_int_equal(store_job_claim(ex_store, STR("node"), now, now + CLOCK_SECOND, &ex_arena, &c, &ex_err), STORE_OK);
	return c;
}

struct json *ex_list(struct store_job_query q, struct store_job_page *page)
{
	struct buf b = BUF_INIT(0);
	buf_byte(&b, '[');
	assert_true(store_job_list(ex_store, &q, false, &b, page, &ex_err));
	buf_byte(&b, ']');
	struct json_limits l = { 1 << 26, 64 };
	struct json *v = json_parse(buf_view(&b), &l, &ex_arena, &ex_err);
	if (!v)
		fail_msg("%s: %s", ex_err.text, b.p);
	assert_int_equal(v->n, page->n);
	buf_fini(&b);
	return v;
}

struct str ex_text(const struct json *item, const char *key)
{
	struct json *v = json_get(item, key);
	return v ? v->text : (struct str){ NULL, 0 };
}

struct store_job ex_job(struct id project, struct id job)
{
	struct store_job j;
	assert_int_equal(store_job_get(ex_store, project, job, &ex_arena, &j, &ex_err), STORE_OK);
	return j;
}

/* One backend after another; what fails in one does not hide the others. */
int main(void)
{
	int failed = 0;
	for (size_t i = 0; i < store_backends_n; i++) {
		ex_backend = store_backends[i]->name;
		printf("store: %s\n", ex_backend);
		failed += exercise_tenants() + exercise_files() + exercise_jobs() + exercise_lists() + exercise_parse_jobs() + exercise_configurations() +
			  exercise_deliveries() + exercise_death();
	}
	return failed;
}
