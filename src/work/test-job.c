/* SPDX-License-Identifier: Apache-2.0 */
#include "work/fake.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/test-folder.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Job threads over a real store and queue; parser and engine are the test's own. */
static struct {
	char dir[TEST_FOLDER];
	struct store *store;
	struct queue *queue;
	struct work *work;
	struct arena arena;
	struct id org, project, file;
	struct store_blob blob;
	bool cache_results;
	int threads; /* 0 = 1 */
} at;

#define CONFIGURATION "{\"data_schema\":{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\"}}}%s}"

static struct id add_file_of(struct id project, const char *text)
{
	struct err e;
	struct store_file f = { .id = id_new(clock_now()), .project = project, .name = STR("a.txt"), .purpose = STR("extract"),
				.file_type = STR("txt"), .created_at = clock_now(), .last_modified_at = clock_now() };
	assert_true(store_blob_put(at.store, str_from(text), &f.blob, &e));
	assert_true(store_file_create(at.store, &f, &e));
	at.blob = f.blob;
	return f.id;
}

static struct id add_file(const char *text)
{
	return add_file_of(at.project, text);
}

static void start_work(void)
{
	struct err e;
	struct work_options o = { .threads = at.threads ? at.threads : 1, .cache_results = at.cache_results, .fetch = (struct fetch *)&at };
	at.queue = queue_open(at.store, "test", NULL, &e);
	assert_non_null(at.queue);
	at.work = work_start(at.store, at.queue, NULL, &o, &e);
	assert_non_null(at.work);
}

static void stop_work(int grace_ms)
{
	work_stop(at.work, grace_ms);
	queue_close(at.queue);
	at.work = NULL;
	at.queue = NULL;
}

static int setup(void **state)
{
	struct err e;
	fake_reset();
	log_setup(LOG_ERROR, false);
	arena_init(&at.arena, "test", 0);
	assert_true(test_folder_make(at.dir));
	struct store_options o = { .dir = at.dir, .readers = 1 };
	at.store = store_open(&o, &e);
	assert_non_null(at.store);
	assert_true(store_bootstrap(at.store, clock_now(), &at.org, &at.project, &e));
	at.file = add_file("a document");
	start_work();
	return 0;
}

static int setup_caching(void **state)
{
	at.cache_results = true;
	int failed = setup(state);
	at.cache_results = false;
	return failed;
}

static int setup_two(void **state)
{
	at.threads = 2;
	return setup(state);
}

static int teardown(void **state)
{
	at.threads = 0;
	if (at.work)
		stop_work(1000);
	store_close(at.store);
	arena_fini(&at.arena);
	return test_folder_remove(at.dir) ? 0 : -1;
}

static struct id add_job_of(struct id project, enum store_input kind, struct id input, const char *more)
{
	struct err e;
	char text[300];
	snprintf(text, sizeof(text), CONFIGURATION, more);
	struct store_job j = { .id = id_new(clock_now()), .project = project, .input_kind = kind, .input = input,
			       .configuration = str_from(text) };
	assert_int_equal(store_job_create(at.store, &j, clock_now(), 0, &e), STORE_OK);
	return j.id;
}

static struct id add_job_on(enum store_input kind, struct id input, const char *more)
{
	return add_job_of(at.project, kind, input, more);
}

static struct id add_job(const char *more)
{
	return add_job_on(STORE_INPUT_FILE, at.file, more);
}

static struct store_job get_of(struct id project, struct id job)
{
	struct store_job j;
	struct err e;
	assert_int_equal(store_job_get(at.store, project, job, &at.arena, &j, &e), STORE_OK);
	return j;
}

static struct store_job get(struct id job)
{
	return get_of(at.project, job);
}

/* The job as the API shows it, once it came to an end (or is in the state wanted). */
static const char *shown_of(struct id project, struct id job)
{
	struct buf b = BUF_INIT(0);
	struct store_job j = get_of(project, job);
	while (!job_status_final(j.status)) {
		usleep(2000);
		j = get_of(project, job);
	}
	store_job_write(&b, &j, false, true, false);
	const char *text = arena_str(&at.arena, buf_view(&b)).p;
	buf_fini(&b);
	return text;
}

static const char *shown(struct id job)
{
	return shown_of(at.project, job);
}

static void has(const char *text, const char *part)
{
	if (!text || !strstr(text, part))
		fail_msg("\"%s\" is missing in %s", part, text ? text : "nothing");
}

/* A job comes to its result; its metadata names the parse job and the tier. */
static void test_completes(void **state)
{
	const char *job = shown(add_job(""));
	has(job, "\"status\":\"COMPLETED\"");
	has(job, "\"extract_result\":{\"total\":1}");
	has(job, "\"parse_tier\":\"cost_effective\"");
	has(job, "\"parse_job_id\":\"pjb-");
	has(job, "\"num_pages_billed\":1");
}

/* The same file and settings are parsed once, unless the job says otherwise. */
static void test_cache(void **state)
{
	shown(add_job(""));
	shown(add_job(",\"cite_sources\":true"));
	assert_int_equal(fake.parses, 1);
	shown(add_job(",\"disable_cache\":true"));
	assert_int_equal(fake.parses, 2);
	shown(add_job(",\"max_pages\":1"));
	assert_int_equal(fake.parses, 3);
}

/* What a job leaves for others is written after its end, but before the one thread takes the next job. */
static void ran(int parses, int extractions)
{
	assert_int_equal(fake.parses, parses);
	assert_int_equal(fake.extractions, extractions);
}

/* Without the operator's word every job runs the engine. */
static void test_results_not_kept(void **state)
{
	shown(add_job(""));
	shown(add_job(""));
	ran(1, 2);
}

/* The part of a job's JSON from key on; the keys before differ from job to job. */
static const char *from(const char *job, const char *key)
{
	const char *at_key = strstr(job, key);
	assert_non_null(at_key);
	return at_key;
}

/* The same file and settings get the result that is there, as a job with a parse job of its own; a parse job too. */
static void test_result_recalled(void **state)
{
	struct id parse;
	const char *first = shown(add_job(",\"cite_sources\":true"));
	fake.result = "{\"total\":2}";
	const char *second = shown(add_job(",\"cite_sources\":true"));
	ran(1, 1);
	has(second, "\"extract_result\":{\"total\":1}");
	has(second, "\"field_metadata\":{\"document_metadata\":{}}");
	has(second, "\"num_document_tokens\":7,\"num_output_tokens\":3,\"num_pages_billed\":1}");
	has(second, "\"engine\":{\"name\":\"layout\",\"release\":\"2026-01-01\"");
	has(second, "\"nulls\":{\"due\":\"not_found\"}");
	assert_memory_not_equal(from(first, "pjb-"), from(second, "pjb-"), 40);
	assert_true(id_parse(ID_PARSE, (struct str){ from(second, "pjb-"), 40 }, &parse));
	has(shown(add_job_on(STORE_INPUT_PARSE_JOB, parse, ",\"cite_sources\":true")), "\"extract_result\":{\"total\":1}");
	ran(1, 1);
}

/* Other settings and another release of the engine run it again. */
static void test_result_outdated(void **state)
{
	shown(add_job(""));
	has(shown(add_job(",\"extraction_target\":\"per_doc\"")), "COMPLETED");
	ran(1, 2);
	fake.release = "2026-02-02";
	has(shown(add_job("")), "\"release\":\"2026-02-02\"");
	ran(1, 3);
	shown(add_job(""));
	ran(1, 3);
}

/* disable_cache neither takes what is there nor leaves anything. */
static void test_result_not_wanted(void **state)
{
	shown(add_job(",\"disable_cache\":true"));
	shown(add_job(",\"disable_cache\":true"));
	ran(2, 2);
	shown(add_job(""));
	ran(3, 3);
	shown(add_job(""));
	ran(3, 3);
	shown(add_job(",\"disable_cache\":true"));
	ran(4, 4);
}

/* What failed leaves nothing. */
static void test_failure_not_kept(void **state)
{
	err_set(&fake.extract_error, ERR_NO_DATA, "nothing");
	has(shown(add_job("")), "FAILED");
	fake.extract_error.code = ERR_NONE;
	has(shown(add_job("")), "COMPLETED");
	assert_int_equal(fake.extractions, 2);
}

/* The same bytes in another project are another document. */
static void test_result_of_tenant(void **state)
{
	struct err e;
	struct id other;
	shown(add_job(""));
	assert_true(store_project_create(at.store, at.org, STR("other"), clock_now(), &other, &e));
	struct id file = add_file_of(other, "a document");
	has(shown_of(other, add_job_of(other, STORE_INPUT_FILE, file, "")), "COMPLETED");
	ran(2, 2);
}

/* Who deletes a job deletes what later ones would be answered with, too. */
static void test_result_deleted(void **state)
{
	struct err e;
	struct id job = add_job("");
	shown(job);
	shown(add_job(",\"disable_cache\":true"));
	assert_int_equal(store_job_delete(at.store, at.project, job, &e), STORE_OK);
	shown(add_job(""));
	ran(2, 3);
}

/* The parse job of an extraction is there to be extracted from, with its tier and without another parse. */
static void test_parse_job(void **state)
{
	struct id parse;
	const char *first = shown(add_job(",\"parse_tier\":\"agentic\""));
	const char *text = strstr(first, "pjb-");
	assert_non_null(text);
	assert_true(id_parse(ID_PARSE, (struct str){ text, 40 }, &parse));
	const char *second = shown(add_job_on(STORE_INPUT_PARSE_JOB, parse, ""));
	has(second, "\"status\":\"COMPLETED\"");
	has(second, "\"parse_tier\":\"agentic\"");
	assert_memory_equal(strstr(second, "\"parse_job_id\":\"pjb-") + 16, text, 40);
	assert_int_equal(fake.parses, 1);
}

/* What the document is to blame for fails at once, in words for the user. */
static void test_fails(void **state)
{
	err_set(&fake.parse_error, ERR_PROTECTED, "the file needs a password: save it without one");
	struct id job = add_job("");
	const char *text = shown(job);
	has(text, "\"status\":\"FAILED\"");
	has(text, "\"error_message\":\"PDF_IS_PROTECTED: the file needs a password: save it without one\"");
	has(text, "\"extract_result\":null");
	assert_int_equal(fake.parses, 1);
}

/* What may pass is tried again, three times in all. */
static void test_retries(void **state)
{
	err_set(&fake.parse_error, ERR_CHILD, "the parser died");
	const char *text = shown(add_job(""));
	has(text, "\"error_message\":\"PARSER_ENDED: the parser died\"");
	assert_int_equal(fake.parses, QUEUE_MAX_STARTS);
}

/* A file deleted before the job ran is told as such. */
static void test_file_gone(void **state)
{
	struct err e;
	stop_work(1000);
	struct id job = add_job("");
	assert_int_equal(store_file_delete(at.store, at.project, at.file, &e), STORE_OK);
	start_work();
	has(shown(job), "\"error_message\":\"FILE_NOT_FOUND: ");
	assert_int_equal(fake.parses, 0);
}

/* Settings that do not read fail the job; the thread lives on. */
static void test_bad_settings(void **state)
{
	has(shown(add_job(",\"tier\":\"best\"")), "\"error_message\":\"INVALID: tier must be one of");
	has(shown(add_job("")), "COMPLETED");
}

static void wait_for_parses(int n)
{
	while (atomic_load(&fake.parses) < n)
		usleep(1000);
}

/* A job that runs although it has nothing to do but wait: given time to do wrong. */
static struct id add_waiting(void)
{
	struct id job = add_job(",\"cite_sources\":true");
	while (get(job).status != JOB_RUNNING)
		usleep(1000);
	usleep(100000);
	return job;
}

/* Two jobs at a time on one file and the same settings of the parse: one parses, the other takes that. */
static void test_parsed_once(void **state)
{
	atomic_store(&fake.block, true);
	struct id first = add_job("");
	wait_for_parses(1);
	struct id second = add_waiting();
	assert_int_equal(fake.parses, 1);
	atomic_store(&fake.block, false);
	has(shown(first), "COMPLETED");
	has(shown(second), "COMPLETED");
	ran(1, 2);
}

/* If the one that parses fails, who waited tries for itself. */
static void test_waiting_for_a_failure(void **state)
{
	atomic_store(&fake.block, true);
	err_set(&fake.parse_error, ERR_PROTECTED, "the file needs a password");
	struct id first = add_job("");
	wait_for_parses(1);
	struct id second = add_waiting();
	atomic_store(&fake.block, false);
	has(shown(first), "PDF_IS_PROTECTED");
	has(shown(second), "PDF_IS_PROTECTED");
	assert_int_equal(fake.parses, 2);
}

/* A job cancelled while it waits gives its thread to the next one, though the other still parses. */
static void test_cancelled_waiting(void **state)
{
	struct err e;
	atomic_store(&fake.block, true);
	add_job("");
	wait_for_parses(1);
	struct id second = add_waiting();
	assert_int_equal(store_job_cancel(at.store, at.project, second, clock_now(), &e), STORE_OK);
	queue_cancel_local(at.queue, second);
	add_job_on(STORE_INPUT_FILE, add_file("another document"), "");
	wait_for_parses(2);
	atomic_store(&fake.block, false);
}

/* A cancelled job's parser stops and nothing is written over its state. */
static void test_cancel(void **state)
{
	struct err e;
	atomic_store(&fake.block, true);
	struct id job = add_job("");
	wait_for_parses(1);
	assert_int_equal(store_job_cancel(at.store, at.project, job, clock_now(), &e), STORE_OK);
	queue_cancel_local(at.queue, job);
	atomic_store(&fake.block, false);
	has(shown(add_job("")), "COMPLETED"); /* the thread is free again */
	has(shown(job), "\"status\":\"CANCELLED\"");
}

/* A stop without patience hands the running job back untouched; the next start completes it. */
static void test_hand_back(void **state)
{
	atomic_store(&fake.block, true);
	struct id job = add_job("");
	wait_for_parses(1);
	stop_work(0);
	struct store_job j = get(job);
	assert_int_equal(j.status, JOB_PENDING);
	assert_int_equal(j.starts, 0);
	atomic_store(&fake.block, false);
	start_work();
	has(shown(job), "COMPLETED");
}

/* A stop with patience lets the running job end. */
static void test_stop_waits(void **state)
{
	struct id jobs[5];
	for (int i = 0; i < 5; i++)
		jobs[i] = add_job("");
	wait_for_parses(1);
	stop_work(10000);
	for (int i = 0; i < 5; i++)
		assert_int_not_equal(get(jobs[i]).status, JOB_RUNNING);
}

static struct id add_source(const char *url)
{
	struct err e;
	char text[200];
	snprintf(text, sizeof(text), "{\"tier\":\"fast\",\"disable_cache\":true,\"source_url\":\"%s\"}", url);
	struct store_job j = { .kind = JOB_PARSE, .id = id_new(clock_now()), .project = at.project, .input = id_new(clock_now()),
			       .input_later = true, .configuration = str_from(text), .shown = STR("\"name\":\"paper.pdf\",\"tier\":\"fast\"") };
	assert_int_equal(store_job_create(at.store, &j, clock_now(), 0, &e), STORE_OK);
	return j.id;
}

/* A document is fetched by its job, through redirects, and is a file from then on, which a second start takes. */
static void test_source(void **state)
{
	struct err e;
	struct store_file f;
	struct id job = add_source("http://here/3");
	has(shown(job), "\"status\":\"COMPLETED\"");
	assert_int_equal(fake.fetches, 4);
	assert_int_equal(store_file_get(at.store, at.project, get(job).input, &at.arena, &f, &e), STORE_OK);
	assert_true(str_eq_z(f.name, "paper.pdf") && str_eq_z(f.file_type, "pdf") && f.blob.size == 7);
	err_set(&fake.parse_error, ERR_CHILD, "the parser died");
	has(shown(add_source("http://here/0")), "PARSER_ENDED");
	assert_int_equal(fake.fetches, 5);
}

/* What is not there fails at once, what may come is tried again, and redirects have an end. */
static void test_source_fails(void **state)
{
	has(shown(add_source("http://here/6")), "\"error_message\":\"FILE_NOT_FOUND: source_url leads through more than 5 redirects");
	fake.status = 404;
	fake.fetches = 0;
	has(shown(add_source("http://here/0")), "\"error_message\":\"FILE_NOT_FOUND: source_url was answered with status 404");
	assert_int_equal(fake.fetches, 1);
	fake.status = 503;
	has(shown(add_source("http://here/0")), "\"error_message\":\"IO_ERROR: source_url was answered with status 503");
	assert_int_equal(fake.fetches, 1 + QUEUE_MAX_STARTS);
	assert_int_equal(fake.parses, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
#define TWO(name) cmocka_unit_test_setup_teardown(name, setup_two, teardown)
#define CACHING(name) cmocka_unit_test_setup_teardown(name, setup_caching, teardown)
		TEST(test_completes), TEST(test_cache), TEST(test_results_not_kept), CACHING(test_result_recalled),
		CACHING(test_result_outdated), CACHING(test_result_not_wanted), CACHING(test_failure_not_kept),
		CACHING(test_result_of_tenant), CACHING(test_result_deleted), TEST(test_source), TEST(test_source_fails), TEST(test_parse_job), TEST(test_fails), TEST(test_retries),
		TEST(test_file_gone), TEST(test_bad_settings), TWO(test_parsed_once), TWO(test_waiting_for_a_failure), TWO(test_cancelled_waiting),
		TEST(test_cancel), TEST(test_hand_back), TEST(test_stop_waits),
	};
	return cmocka_run_group_tests_name("work-job", tests, NULL, NULL);
}
