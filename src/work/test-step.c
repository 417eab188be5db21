/* SPDX-License-Identifier: Apache-2.0 */
#include "work/fake.h"

#include "json/json.h"

#include <setjmp.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct work_output out;
static struct work_run run;
static char seen[200]; /* names of the steps that began */

static void on_step(void *ctx, const char *name)
{
	size_t n = strlen(seen);
	snprintf(seen + n, sizeof(seen) - n, "%s ", name);
}

/* Frames that are kept elsewhere. */
static struct buf kept;

static bool keep_parsed(void *ctx, struct pool_request *q, struct str *frames, struct err *e)
{
	buf_clear(&kept);
	return pool_parse(NULL, q, &kept, e);
}

static bool walk_kept(void *ctx, spool_each *each, void *each_ctx, struct err *e)
{
	struct doc d;
	bool ok = doc_open(buf_view(&kept), NULL, &arena, &d, e);
	for (size_t i = 0; ok && i < d.pages_n; i++)
		ok = each(each_ctx, &d.pages[i], e);
	return ok;
}

static int setup(void **state)
{
	fake_reset();
	buf_init(&kept, 0);
	arena_init(&arena, "test", 0);
	work_output_init(&out);
	run = (struct work_run){ .fd = 0, .file_size = 1000, .file_name = STR("a.pdf"), .step = on_step };
	seen[0] = '\0';
	return 0;
}

static int teardown(void **state)
{
	work_output_fini(&out);
	buf_fini(&kept);
	arena_fini(&arena);
	return 0;
}

#define SCHEMA "\"data_schema\":{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\"}}}"

static bool settings(const char *text, struct work_settings *set, struct err *e)
{
	const struct json *v = json_parse(str_from(text), &json_limits_default, &arena, e);
	assert_non_null(v);
	return work_settings_read(v, &arena, set, e);
}

static bool go(const char *configuration, struct err *e)
{
	struct work_settings set;
	e->code = ERR_NONE;
	assert_true(settings(configuration, &set, e));
	return work_run(&run, &set, &arena, &out, e);
}

/* The steps run in order and leave the three columns of a job. */
static void test_run(void **state)
{
	struct err e;
	run.parse_job = STR("pjb-1");
	assert_true(go("{" SCHEMA ",\"cite_sources\":true}", &e));
	assert_string_equal(seen, "parse select extract check report ");
	assert_string_equal(out.result.p, "{\"total\":1}");
	assert_string_equal(out.extract_metadata.p, "{\"field_metadata\":{\"document_metadata\":{}},"
			    "\"parse_job_id\":\"pjb-1\",\"parse_tier\":\"cost_effective\"}");
	assert_string_equal(out.metadata.p, "{\"usage\":{\"num_pages_extracted\":1,\"num_document_tokens\":7,"
			    "\"num_output_tokens\":3,\"num_pages_billed\":1},"
			    "\"engine\":{\"name\":\"layout\",\"release\":\"2026-01-01\",\"fallback_reason\":null},"
			    "\"completeness\":{},\"nulls\":{\"due\":\"not_found\"}}");
	assert_int_equal(out.pages, 1);
	assert_true(out.frames.n > 0);
}

/* Without citations and scores the metadata is null; a tier that wants a model says what served it, instructions that say nothing to the engine that they do. */
static void test_tiers(void **state)
{
	struct err e;
	assert_true(go("{" SCHEMA ",\"tier\":\"agentic\",\"parse_tier\":\"fast\"}", &e));
	assert_non_null(strstr(out.extract_metadata.p, "{\"field_metadata\":null,\"parse_job_id\":null,\"parse_tier\":\"fast\"}"));
	assert_non_null(strstr(out.metadata.p, "\"fallback_reason\":\"no language model is configured\""));
	assert_false(fake.parsed.ocr);
	static const char *const prompts[] = { "follow me", "do as you like" };
	for (int i = 0; i < 2; i++) {
		work_output_fini(&out);
		work_output_init(&out);
		assert_true(go(arena_printf(&arena, "{" SCHEMA ",\"system_prompt\":\"%s\"}", prompts[i]).p, &e));
		assert_int_equal(strstr(out.metadata.p, "\"without_effect\":[\"system_prompt\"]") != NULL, i);
	}
}

/* Scores are left out over 100 pages, citations are not (G-43). */
static void test_scores_of_long_documents(void **state)
{
	struct err e;
	fake.pages = 100;
	assert_true(go("{" SCHEMA ",\"cite_sources\":true,\"confidence_scores\":true}", &e));
	assert_true(fake.extracted.confidence_scores);
	work_output_fini(&out);
	fake.pages = 101;
	assert_true(go("{" SCHEMA ",\"cite_sources\":true,\"confidence_scores\":true}", &e));
	assert_false(fake.extracted.confidence_scores);
	assert_true(fake.extracted.cite_sources);
}

/* A file over 100 MB is refused before it is parsed; the operator may move the limit. */
static void test_file_size(void **state)
{
	struct err e;
	run.file_size = WORK_MAX_FILE_BYTES + 1;
	assert_false(go("{" SCHEMA "}", &e));
	assert_string_equal(err_row(e.code)->word, "DOCUMENT_TOO_LARGE");
	assert_int_equal(fake.parses, 0);
	run.limits.file_bytes = WORK_MAX_FILE_BYTES * 2;
	assert_true(go("{" SCHEMA "}", &e));
}

/* A file over 5 MB may have 500 pages; smaller ones any number; choosing pages helps. */
static void test_page_limit(void **state)
{
	struct err e;
	fake.pages = 600;
	assert_true(go("{" SCHEMA "}", &e));
	assert_int_equal(fake.pages_seen, 600);
	work_output_fini(&out);
	run.file_size = WORK_LARGE_FILE_BYTES + 1;
	assert_false(go("{" SCHEMA "}", &e));
	assert_string_equal(err_row(e.code)->word, "TOO_MANY_PAGES");
	assert_int_equal(fake.parsed.max_pages, 501); /* enough to see it is over */
	work_output_fini(&out);
	assert_true(go("{" SCHEMA ",\"max_pages\":500}", &e));
	assert_int_equal(fake.pages_seen, 500);
}

/* A result that breaks the schema never gets out: the job fails and says whose fault it is. */
static void test_misfit(void **state)
{
	struct err e;
	fake.result = "{\"total\":\"one\"}";
	assert_false(go("{" SCHEMA "}", &e));
	assert_int_equal(e.code, ERR_INTERNAL);
	assert_int_equal(out.result.n, 0);
	work_output_fini(&out);
	fake.result = "{\"total\":1";
	assert_false(go("{" SCHEMA "}", &e));
	assert_int_equal(e.code, ERR_INTERNAL);
	work_output_fini(&out);
	fake.result = "[{\"total\":1}]";
	assert_false(go("{" SCHEMA "}", &e));
	assert_int_equal(e.code, ERR_INTERNAL);
}

/* per_page needs one fitting object per page, per_table_row an array of fitting objects. */
static void test_arrays(void **state)
{
	struct err e;
	fake.pages = 2;
	fake.result = "[{\"total\":1},{\"total\":null}]";
	assert_true(go("{" SCHEMA ",\"extraction_target\":\"per_page\"}", &e));
	work_output_fini(&out);
	fake.result = "[{\"total\":1}]";
	assert_false(go("{" SCHEMA ",\"extraction_target\":\"per_page\"}", &e));
	assert_int_equal(e.code, ERR_INTERNAL);
	work_output_fini(&out);
	assert_true(go("{" SCHEMA ",\"extraction_target\":\"per_table_row\"}", &e));
	work_output_fini(&out);
	fake.result = "[{\"total\":1},{\"total\":\"x\"}]";
	assert_false(go("{" SCHEMA ",\"extraction_target\":\"per_table_row\"}", &e));
	assert_non_null(strstr(e.text, "element 1"));
}

/* Frames that are there already are used; pages are taken from them in the order written, missing ones skipped. */
static void test_frames_given(void **state)
{
	struct err e;
	struct buf frames = BUF_INIT(0);
	fake_frames(5, &frames);
	run.frames = buf_view(&frames);
	run.fd = -1;
	run.parse_tier = STR("agentic_plus");
	assert_true(go("{" SCHEMA ",\"target_pages\":\"4,9,2\"}", &e));
	assert_int_equal(fake.parses, 0);
	assert_int_equal(fake.pages_seen, 2);
	assert_int_equal(fake.first_page, 4);
	assert_int_equal(out.frames.n, 0);
	assert_non_null(strstr(out.extract_metadata.p, "\"parse_tier\":\"agentic_plus\""));
	work_output_fini(&out);
	assert_true(go("{" SCHEMA ",\"target_pages\":\"4,2,1\",\"max_pages\":1}", &e));
	assert_int_equal(fake.pages_seen, 1);
	work_output_fini(&out);
	assert_false(go("{" SCHEMA ",\"target_pages\":\"6-8\"}", &e));
	assert_string_equal(err_row(e.code)->word, "NO_DATA_FOUND_IN_FILE");
	buf_fini(&frames);
}

/* Damaged frames are parsed anew where the file is at hand, and an error where it is not. */
static void test_frames_damaged(void **state)
{
	struct err e;
	struct buf frames = BUF_INIT(0);
	fake_frames(1, &frames);
	frames.p[frames.n / 2] ^= 1;
	run.frames = buf_view(&frames);
	assert_true(go("{" SCHEMA "}", &e));
	assert_int_equal(fake.parses, 1);
	work_output_fini(&out);
	run.fd = -1;
	assert_false(go("{" SCHEMA "}", &e));
	buf_fini(&frames);
}

/* The parser's and the engine's own words reach the caller; later steps do not begin. */
static void test_errors_pass(void **state)
{
	struct err e;
	struct buf message = BUF_INIT(0);
	err_set(&fake.parse_error, ERR_PROTECTED, "the file needs a password: save it without one");
	assert_false(go("{" SCHEMA "}", &e));
	work_error_message(&e, &message);
	assert_string_equal(message.p, "PDF_IS_PROTECTED: the file needs a password: save it without one");
	assert_string_equal(seen, "parse ");
	buf_fini(&message);
	fake.parse_error.code = ERR_NONE;
	err_set(&fake.extract_error, ERR_NO_DATA, "nothing");
	assert_false(go("{" SCHEMA "}", &e));
	assert_int_equal(e.code, ERR_NO_DATA);
}

static void has(const struct buf *b, const char *part)
{
	if (!strstr(b->p, part))
		fail_msg("\"%s\" is missing in %s", part, b->p);
}

/* A page that could not be read is told, not billed, and the rest is extracted. */
static void test_page_fault(void **state)
{
	struct err e;
	fake.pages = 3;
	fake.fault = 2;
	assert_true(go("{" SCHEMA "}", &e));
	assert_int_equal(out.faults, 1);
	has(&out.metadata, "\"failed_pages\":[{\"page_number\":2,\"error\":\"OCR_FAILED: not recognised\"}]");
	has(&out.metadata, "\"num_pages_extracted\":2,");
	has(&out.metadata, "\"num_pages_billed\":2}");
}

/* A page that was not wanted may be as it is. */
static void test_fault_elsewhere(void **state)
{
	struct buf frames = BUF_INIT(0);
	struct err e;
	fake.fault = 2;
	fake_frames(3, &frames);
	run.frames = buf_view(&frames);
	assert_true(go("{" SCHEMA ",\"target_pages\":\"1,3\"}", &e));
	assert_int_equal(out.faults, 0);
	assert_null(strstr(out.metadata.p, "failed_pages"));
	buf_fini(&frames);
}

/* Saved parse settings say how many pages may fail, and that none may whose text is not recognised. */
static void test_faults_allowed(void **state)
{
	struct err e;
#define CONDITIONS(text) "{" SCHEMA ",\"parse_configuration\":{\"processing_control\":{\"job_failure_conditions\":{" text "}}}}"
	fake.pages = 4;
	fake.fault = 2;
	assert_true(go(CONDITIONS("\"allowed_page_failure_ratio\":0.25"), &e));
	buf_clear(&out.frames);
	assert_false(go(CONDITIONS("\"allowed_page_failure_ratio\":0.2"), &e));
	assert_int_equal(e.code, ERR_OCR);
	assert_non_null(strstr(e.text, "1 of 4 pages could not be read"));
	assert_non_null(strstr(e.text, "page 2: not recognised"));
	buf_clear(&out.frames);
	assert_false(go(CONDITIONS("\"allowed_page_failure_ratio\":1,\"fail_on_image_ocr_error\":true"), &e));
	assert_string_equal(e.text, "page 2: not recognised");
}

/* A parse job fails past one page in twenty unless its settings say otherwise. */
static void test_parse_faults(void **state)
{
	struct work_settings set;
	struct err e = { .code = ERR_NONE };
	fake.fault = 2;
	for (fake.pages = 19; fake.pages <= 20; fake.pages++) {
		const struct json *v = json_parse(STR("{\"tier\":\"fast\"}"), &json_limits_default, &arena, &e);
		assert_true(work_parse_settings_read(v, &arena, &set, &e));
		run.parse = keep_parsed;
		run.walk = walk_kept;
		assert_int_equal(work_parse(&run, &set, &arena, &out, &e), fake.pages == 20);
	}
	assert_int_equal(out.faults, 1);
	assert_int_equal(out.pages, 20);
}

/* What was parsed before is walked, not parsed again, unless it cannot be read; what is wrong with it fails the job. */
static void test_kept(void **state)
{
	struct work_settings set;
	struct err e = { .code = ERR_NONE };
	const char *strict = "{\"tier\":\"fast\",\"processing_control\":{\"job_failure_conditions\":{\"fail_on_image_ocr_error\":true,"
			     "\"allowed_page_failure_ratio\":1}}}";
	run.parse = keep_parsed;
	run.walk = walk_kept;
	run.kept = true;
	assert_true(work_parse_settings_read(json_parse(str_from(strict), &json_limits_default, &arena, &e), &arena, &set, &e));
	fake_frames(3, &kept);
	assert_true(work_parse(&run, &set, &arena, &out, &e));
	assert_int_equal(out.pages, 3);
	assert_int_equal(fake.parses, 0);
	kept.n -= 8;
	fake.pages = 2;
	assert_true(work_parse(&run, &set, &arena, &out, &e));
	assert_int_equal(out.pages, 2);
	assert_int_equal(fake.parses, 1);
	fake.fault = 2;
	keep_parsed(NULL, &(struct pool_request){ .fd = 0 }, NULL, &e);
	fake.parses = 0;
	assert_false(work_parse(&run, &set, &arena, &out, &e));
	assert_int_equal(e.code, ERR_OCR);
	assert_int_equal(fake.parses, 0);
}

/* Without the text of pictures nothing is recognised, whatever the tier. */
static void test_no_image_text(void **state)
{
	struct work_settings set;
	struct err e = { .code = ERR_NONE };
	const struct json *v = json_parse(STR("{\"tier\":\"agentic\",\"processing_options\":{\"ignore\":{\"ignore_text_in_image\":true}}}"),
					  &json_limits_default, &arena, &e);
	assert_true(work_parse_settings_read(v, &arena, &set, &e));
	run.parse = keep_parsed;
	run.walk = walk_kept;
	assert_true(work_parse(&run, &set, &arena, &out, &e));
	assert_false(fake.parsed.ocr);
	assert_non_null(strstr(work_parse_key(&set, 0, "r", &arena).p, "no_image_text"));
}

/* A cancelled job stops before its next step. */
static void test_cancel(void **state)
{
	struct err e;
	atomic_bool cancel = true;
	run.cancel = &cancel;
	assert_false(go("{" SCHEMA "}", &e));
	assert_int_equal(e.code, ERR_CANCELLED);
	assert_int_equal(fake.parses, 0);
}

/* Absent and null keys take the contract's defaults. */
static void test_defaults(void **state)
{
	struct work_settings set;
	struct err e;
	assert_true(settings("{" SCHEMA ",\"max_pages\":null,\"target_pages\":null,\"system_prompt\":null}", &set, &e));
	assert_int_equal(set.target, EXTRACT_PER_DOC);
	assert_true(str_eq_z(set.tier, "cost_effective"));
	assert_true(str_eq_z(set.parse_tier, "cost_effective"));
	assert_true(str_eq_z(set.version, "2026-01-01"));
	assert_true(str_eq_z(set.lang, "en"));
	assert_int_equal(set.max_pages, 0);
	assert_null(set.pages);
	assert_false(set.cite_sources || set.confidence_scores || set.disable_cache);
	assert_true(settings("{" SCHEMA ",\"tier\":\"turbo\",\"extract_version\":\"2026-02-03\"}", &set, &e));
	assert_true(str_eq_z(set.parse_tier, "cost_effective"));
	assert_true(str_eq_z(set.version, "2026-01-01"));
}

/* Saved parse settings hold where the extraction has none of its own. */
static void test_saved_parse_settings(void **state)
{
	struct work_settings set;
	struct err e;
#define SAVED(own, ranges) "{" SCHEMA own ",\"parse_configuration\":{\"tier\":\"fast\",\"page_ranges\":{" ranges "}," \
	"\"disable_cache\":true,\"processing_control\":{\"timeouts\":{\"base_in_seconds\":7}}}}"
	assert_true(settings(SAVED("", "\"target_pages\":\"3,1\",\"max_pages\":1"), &set, &e));
	assert_int_equal(set.pages_n, 2);
	assert_int_equal(set.pages[0], 3);
	assert_int_equal(set.max_pages, 0);
	assert_true(set.disable_cache);
	assert_int_equal(set.parse_us, 7000000);
	assert_true(settings(SAVED(",\"target_pages\":\"2\"", "\"target_pages\":\"3,1\""), &set, &e));
	assert_true(set.pages_n == 1 && set.pages[0] == 2);
	assert_true(settings(SAVED("", "\"max_pages\":4"), &set, &e));
	assert_int_equal(set.max_pages, 4);
	assert_true(settings(SAVED(",\"max_pages\":9", "\"target_pages\":\"3,1\",\"max_pages\":4"), &set, &e));
	assert_true(set.pages_n == 2 && set.max_pages == 9);
}

/* What is wrong is named with its key. */
static void test_refusals(void **state)
{
	static const char *const rows[][2] = {
		{ "{}", "data_schema must be" },
		{ "{\"data_schema\":{\"type\":\"array\"}}", "data_schema" },
		{ "{" SCHEMA ",\"tier\":\"best\"}", "tier must be one of cost_effective, agentic, agentic_plus, turbo, not \"best\"" },
		{ "{" SCHEMA ",\"tier\":3}", "tier must be a string" },
		{ "{" SCHEMA ",\"extraction_target\":\"per_word\"}", "extraction_target" },
		{ "{" SCHEMA ",\"max_pages\":0}", "max_pages" },
		{ "{" SCHEMA ",\"target_pages\":\"3-1\"}", "target_pages" },
		{ "{" SCHEMA ",\"cite_sources\":\"yes\"}", "cite_sources must be true or false" },
		{ "{" SCHEMA ",\"version\":\"2020-01-01\"}", "2020-01-01" },
		{ "[]", "configuration must be an object" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct work_settings set;
		struct err e = { .code = ERR_NONE };
		assert_false(settings(rows[i][0], &set, &e));
		assert_int_equal(e.code, ERR_INVALID);
		assert_non_null(strstr(e.text, rows[i][1]));
	}
}

/* The key of the parse cache changes with all that changes a parsed document, and with nothing else. */
static void test_parse_key(void **state)
{
	static const char *const other[] = {
		",\"target_pages\":\"1\"", ",\"target_pages\":\"2\"", ",\"max_pages\":3", ",\"lang\":\"de\"",
		",\"parse_tier\":\"fast\"",
	};
	struct work_settings set;
	struct err e;
	char text[300];
	assert_true(settings("{" SCHEMA "}", &set, &e));
	struct str keys[8] = { work_parse_key(&set, 1000, "1", &arena) };
	size_t n = 1;
	for (; n <= sizeof(other) / sizeof(other[0]); n++) {
		snprintf(text, sizeof(text), "{" SCHEMA "%s}", other[n - 1]);
		assert_true(settings(text, &set, &e));
		keys[n] = work_parse_key(&set, 1000, "1", &arena);
		for (size_t i = 0; i < n; i++)
			assert_false(str_eq(keys[i], keys[n]));
	}
	assert_true(settings("{" SCHEMA ",\"cite_sources\":true,\"extraction_target\":\"per_page\"}", &set, &e));
	assert_true(str_eq(work_parse_key(&set, 1000, "1", &arena), keys[0]));
	assert_false(str_eq(work_parse_key(&set, 1000, "2", &arena), keys[0]));
	assert_false(str_eq(work_parse_key(&set, WORK_LARGE_FILE_BYTES + 1, "1", &arena), keys[0]));
}

/* Pictures and revisions are told where settings show them; pictures of pages need no telling. Parses with and without differ. */
static void test_shown_key(void **state)
{
	static const char *const output[] = { "\"images_to_save\":[\"screenshot\"]", "\"images_to_save\":[\"embedded\"]",
					      "\"markdown\":{\"inline_images\":true}", "\"markdown\":{\"annotate_revisions\":true}" };
	struct work_settings set;
	struct err e;
	struct str keys[4];
	for (size_t i = 0; i < 4; i++) {
		struct str text = arena_printf(&arena, "{\"tier\":\"fast\",\"output_options\":{%s}}", output[i]);
		assert_true(work_parse_settings_read(json_parse(text, &json_limits_default, &arena, &e), &arena, &set, &e));
		assert_true(set.pictures == (i == 1 || i == 2) && set.revisions == (i == 3));
		keys[i] = work_parse_key(&set, 1000, "1", &arena);
	}
	assert_true(str_eq(keys[1], keys[2]));
	const struct json *html = json_parse(STR("{\"input_options\":{\"html\":{\"remove_fixed_elements\":true},\"presentation\":{\"skip_embedded_data\":true}}}"),
					     &json_limits_default, &arena, &e);
	assert_true(work_parse_settings_read(html, &arena, &set, &e));
	assert_int_equal(set.wishes, TASK_HTML_NO_FIXED | TASK_SLIDES_NO_CHARTS);
	struct str wished = work_parse_key(&set, 1000, "1", &arena);
	static const char thrifty[] = "{\"tier\":\"%s\",\"processing_options\":{\"cost_optimizer\":{\"enable\":true}}}";
	static const struct { const char *tier; uint32_t wishes; } tiers[] = { { "agentic", TASK_THRIFTY }, { "agentic_plus", TASK_THRIFTY }, { "cost_effective", 0 } };
	struct work_settings dear;
	for (size_t i = 0; i < sizeof(tiers) / sizeof(*tiers); i++) {
		struct str text = arena_printf(&arena, thrifty, tiers[i].tier);
		assert_true(work_parse_settings_read(json_parse(text, &json_limits_default, &arena, &e), &arena, &dear, &e));
		assert_int_equal(dear.wishes, tiers[i].wishes);
	}
	set.wishes = 0;
	assert_false(str_eq(work_parse_key(&set, 1000, "1", &arena), wished));
	assert_false(str_eq(keys[0], keys[1]) || str_eq(keys[0], keys[3]) || str_eq(keys[1], keys[3]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(test_run), TEST(test_tiers), TEST(test_scores_of_long_documents), TEST(test_file_size),
		TEST(test_page_limit), TEST(test_misfit), TEST(test_arrays), TEST(test_frames_given),
		TEST(test_frames_damaged), TEST(test_errors_pass), TEST(test_page_fault), TEST(test_fault_elsewhere),
		TEST(test_faults_allowed), TEST(test_parse_faults), TEST(test_kept),
		TEST(test_no_image_text), TEST(test_cancel), TEST(test_defaults),
		TEST(test_saved_parse_settings), TEST(test_refusals), TEST(test_parse_key), TEST(test_shown_key),
	};
	return cmocka_run_group_tests_name("work-step", tests, NULL, NULL);
}
