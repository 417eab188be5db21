/* SPDX-License-Identifier: Apache-2.0 */
/* Parse jobs: on the same queue as extractions, in a list of their own. */
#include "store/exercise-store.h"

static struct store_job create_parse(const char *name)
{
	char shown[100];
	struct store_job j = ex_new_job(ex_project, ex_file(ex_project, name));
	snprintf(shown, sizeof(shown), "\"name\":\"%s\",\"tier\":\"fast\"", name);
	j.kind = JOB_PARSE;
	j.shown = str_from(shown);
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_OK);
	return j;
}

static void finish(const struct store_claim *c)
{
	struct store_parsed parsed = { .tier = STR("fast"), .pages = 3 };
	assert_true(store_blob_put(ex_store, STR("frames"), &parsed.frames, &ex_err));
	struct store_finish f = { .status = JOB_COMPLETED, .parsed = &parsed };
	assert_int_equal(store_job_finish(ex_store, c->job.id, c->token, &f, clock_now(), &ex_err), STORE_OK);
}

/* Of two kinds that wait, each gets every second claim, however many of the other stand before it. */
static void test_turns(void **state)
{
	int by[JOB_KINDS] = { 0 };
	struct id file = ex_file(ex_project, "a");
	for (int i = 0; i < 6; i++)
		create_parse("p");
	for (int i = 0; i < 2; i++)
		ex_create(ex_project, file);
	for (int i = 0; i < 4; i++)
		by[ex_claim().job.kind]++;
	assert_int_equal(by[JOB_PARSE], 2);
	assert_int_equal(by[JOB_EXTRACT], 2);
	for (int i = 0; i < 4; i++)
		assert_int_equal(ex_claim().job.kind, JOB_PARSE);
	ex_sound();
}

/* A parse job is claimed with its file, and its parsed document is there once it is completed, for its project alone. */
static void test_life(void **state)
{
	struct store_parsed got;
	struct store_job j = create_parse("a.pdf");
	assert_int_equal(store_parsed_get(ex_store, ex_project, j.id, &ex_arena, &got, &ex_err), STORE_NONE);
	struct store_claim c = ex_claim();
	assert_int_equal(c.job.kind, JOB_PARSE);
	assert_true(str_eq_z(c.file_name, "a.pdf"));
	assert_false(c.file_gone);
	finish(&c);
	assert_int_equal(store_parsed_get(ex_store, ex_project, j.id, &ex_arena, &got, &ex_err), STORE_OK);
	assert_int_equal(got.pages, 3);
	assert_true(str_eq_z(got.tier, "fast"));
	assert_int_equal(store_parsed_get(ex_store, ex_other, j.id, &ex_arena, &got, &ex_err), STORE_NONE);
	assert_int_equal(ex_job(ex_project, j.id).status, JOB_COMPLETED);
	ex_sound();
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_OK);
	assert_int_equal(store_parsed_get(ex_store, ex_project, j.id, &ex_arena, &got, &ex_err), STORE_NONE);
	ex_sound();
}

/* Its list shows what the contract says, apart from extractions, with exact totals under filters. */
static void test_list(void **state)
{
	struct store_job_page page;
	struct store_job_query q = { .kind = JOB_PARSE, .project = ex_project, .limit = 2 };
	struct store_job j = create_parse("first");
	create_parse("second");
	create_parse("third");
	ex_create(ex_project, j.input);
	struct json *v = ex_list(q, &page);
	assert_int_equal(page.total, 3);
	assert_true(page.more);
	assert_true(str_eq_z(ex_text(v->item[0], "name"), "third"));
	assert_true(str_eq_z(ex_text(v->item[0], "status"), "PENDING"));
	assert_true(str_starts(ex_text(v->item[0], "id"), STR("pjb-")));
	assert_null(json_get(v->item[0], "extract_result"));
	q.before = page.last;
	v = ex_list(q, &page);
	assert_int_equal(page.n, 1);
	assert_true(str_eq_z(ex_text(v->item[0], "name"), "first"));
	q = (struct store_job_query){ .project = ex_project, .limit = 9 };
	ex_list(q, &page);
	assert_int_equal(page.total, 1);
	q = (struct store_job_query){ .kind = JOB_PARSE, .project = ex_project, .limit = 9, .by_ids = true, .job_ids = &j.id, .job_ids_n = 1 };
	ex_list(q, &page);
	assert_int_equal(page.total, 1);
	q.kind = JOB_EXTRACT;
	ex_list(q, &page);
	assert_int_equal(page.total, 0);
}

/* The parse job of an extraction counts among the parse jobs, and can be extracted from; a failed one too, without a document. */
static void test_of_extraction(void **state)
{
	struct store_parsed got;
	struct store_job_page page;
	struct store_job_query q = { .kind = JOB_PARSE, .project = ex_project, .limit = 9, .has_status = true, .status = JOB_COMPLETED };
	struct id parsed = ex_parse_job(ex_project, "agentic");
	ex_list(q, &page);
	assert_int_equal(page.total, 1);
	assert_int_equal(store_parsed_get(ex_store, ex_project, parsed, &ex_arena, &got, &ex_err), STORE_OK);
	struct store_job j = ex_create(ex_project, ex_file(ex_project, "b"));
	struct store_claim c = ex_claim();
	assert_true(id_eq(c.job.id, j.id));
	struct store_job failed = { .id = id_new(clock_now()), .project = ex_project, .input = j.input, .configuration = STR("{}"),
				    .status = JOB_FAILED, .error_message = STR("broken") };
	struct store_finish f = { .status = JOB_FAILED, .error_message = STR("broken"), .parse_job = &failed };
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &f, clock_now(), &ex_err), STORE_OK);
	q.status = JOB_FAILED;
	struct json *v = ex_list(q, &page);
	assert_int_equal(page.total, 1);
	assert_true(str_eq_z(ex_text(v->item[0], "error_message"), "broken"));
	assert_int_equal(store_parsed_get(ex_store, ex_project, failed.id, &ex_arena, &got, &ex_err), STORE_NONE);
	ex_sound();
}

/* A run that was lost comes back or fails like any other; a cancelled one gives nothing. */
static void test_rescue(void **state)
{
	struct store_rescued r;
	struct store_job j = create_parse("a");
	struct store_claim c = ex_claim();
	int64_t later = clock_now() + 60 * CLOCK_SECOND;
	assert_true(store_job_rescue(ex_store, later, 2, STR("lost"), &r, &ex_err));
	assert_int_equal(r.again[JOB_PARSE], 1);
	assert_int_equal(ex_job(ex_project, j.id).status, JOB_PENDING);
	struct store_finish f = { .status = JOB_COMPLETED };
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &f, later, &ex_err), STORE_REFUSED);
	ex_claim();
	assert_true(store_job_rescue(ex_store, later, 2, STR("lost"), &r, &ex_err));
	assert_int_equal(r.failed[JOB_PARSE], 1);
	assert_int_equal(ex_job(ex_project, j.id).status, JOB_FAILED);
	j = create_parse("b");
	ex_claim();
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, clock_now(), &ex_err), STORE_OK);
	assert_int_equal(ex_job(ex_project, j.id).status, JOB_CANCELLED);
	ex_sound();
}

int exercise_parse_jobs(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_turns), EX_TEST(test_life), EX_TEST(test_list), EX_TEST(test_of_extraction), EX_TEST(test_rescue),
	};
	return cmocka_run_group_tests_name("parse jobs", tests, NULL, NULL);
}
