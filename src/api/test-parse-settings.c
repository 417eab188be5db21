/* SPDX-License-Identifier: Apache-2.0 */
#include "api/parse-settings.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct place body = { NULL, { "body", 4 }, 0 };
static struct arena arena;
static struct problems problems;

static bool check(enum parse_settings_kind kind, const char *text)
{
	struct err e = { 0 };
	const struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	problems_fini(&problems);
	problems_init(&problems);
	return parse_settings_check(v, kind, &arena, &body, &problems);
}

static void assert_fine(enum parse_settings_kind kind, const char *text)
{
	if (!check(kind, text))
		fail_msg("%s: %s", text, problems.items.p);
}

/* Refused with one problem that has all these parts. */
static void assert_refused(const char *text, const char *type, const char *loc)
{
	if (check(PARSE_SETTINGS_SAVED, text))
		fail_msg("accepted: %s", text);
	if (problems.n != 1 || !strstr(problems.items.p, type) || !strstr(problems.items.p, loc))
		fail_msg("%s: no single \"%s\" at %s in %s", text, type, loc, problems.items.p);
}

#define CHOICE "\"tier\":\"fast\",\"version\":\"latest\""

/* The whole of the contract's settings is accepted, null where the contract has it. */
static void everything_is_known(void **state)
{
	assert_fine(PARSE_SETTINGS_SAVED,
		    "{\"product_type\":\"parse_v2\"," CHOICE ",\"agentic_options\":{\"custom_prompt\":null},\"client_name\":\"x\","
		    "\"crop_box\":{\"top\":0,\"bottom\":1,\"left\":0.25,\"right\":null},\"disable_cache\":null,\"fast_options\":{},"
		    "\"input_options\":{\"html\":{\"remove_fixed_elements\":true},\"pdf\":{},\"spreadsheet\":{}},"
		    "\"output_options\":{\"images_to_save\":[\"screenshot\"],\"markdown\":{\"tables\":{\"compact_markdown_tables\":true}},"
		    "\"granular_bboxes\":[\"word\"]},\"page_ranges\":{\"max_pages\":1,\"target_pages\":\"1,3-5\"},"
		    "\"processing_control\":{\"timeouts\":{\"base_in_seconds\":7200},"
		    "\"job_failure_conditions\":{\"allowed_page_failure_ratio\":0.5}},"
		    "\"processing_options\":{\"ocr_parameters\":{\"languages\":[\"de\"]},\"forms\":null,\"cost_optimizer\":null,"
		    "\"auto_mode_configuration\":[{\"any\":1}]},"
		    "\"webhook_configurations\":[{\"webhook_url\":\"https://h.example/x\",\"webhook_events\":null}]}");
	assert_fine(PARSE_SETTINGS_CREATE, "{" CHOICE ",\"file_id\":\"x\",\"user_metadata\":{\"a\":\"b\"}}");
	assert_fine(PARSE_SETTINGS_UPLOAD, "{" CHOICE ",\"http_proxy\":\"http://p.example\"}");
}

/* Each misfit is one problem at its own place. */
static void misfits_are_placed(void **state)
{
	assert_refused("{\"version\":\"latest\"}", "missing", "[\"body\",\"tier\"]");
	assert_refused("{\"tier\":\"fast\"}", "missing", "[\"body\",\"version\"]");
	assert_refused("{\"tier\":\"best\",\"version\":\"latest\"}", "enum", "[\"body\",\"tier\"]");
	assert_refused("{\"tier\":\"configured\",\"version\":\"latest\"}", "enum", "[\"body\",\"tier\"]");
	assert_refused("{\"tier\":\"fast\",\"version\":\"2.5\"}", "value_error", "[\"body\",\"version\"]");
	assert_refused("{" CHOICE ",\"x\":1}", "extra_forbidden", "[\"body\",\"x\"]");
	assert_refused("{" CHOICE ",\"file_id\":\"x\"}", "extra_forbidden", "[\"body\",\"file_id\"]");
	assert_refused("{" CHOICE ",\"crop_box\":{\"top\":1.5}}", "less_than_equal", "[\"body\",\"crop_box\",\"top\"]");
	assert_refused("{" CHOICE ",\"crop_box\":{\"top\":-1}}", "greater_than_equal", "[\"body\",\"crop_box\",\"top\"]");
	assert_refused("{" CHOICE ",\"crop_box\":{\"left\":0.5,\"right\":0.5}}", "value_error", "[\"body\",\"crop_box\"]");
	assert_refused("{" CHOICE ",\"crop_box\":null}", "dict_type", "[\"body\",\"crop_box\"]");
	assert_refused("{" CHOICE ",\"page_ranges\":{\"max_pages\":0}}", "greater_than_equal", "\"max_pages\"]");
	assert_refused("{" CHOICE ",\"page_ranges\":{\"max_pages\":1.5}}", "int_from_float", "\"max_pages\"]");
	assert_refused("{" CHOICE ",\"page_ranges\":{\"target_pages\":\"5-1\"}}", "value_error", "\"target_pages\"]");
	assert_refused("{" CHOICE ",\"output_options\":{\"markdown\":{\"tables\":{\"y\":1}}}}", "extra_forbidden", "\"tables\",\"y\"]");
	assert_refused("{" CHOICE ",\"output_options\":{\"granular_bboxes\":[\"word\",\"page\"]}}", "enum", "\"granular_bboxes\",1]");
	assert_refused("{" CHOICE ",\"processing_control\":{\"timeouts\":{\"base_in_seconds\":0}}}", "greater_than", "\"base_in_seconds\"]");
	assert_refused("{" CHOICE ",\"processing_options\":{\"forms\":\"all\"}}", "enum", "\"forms\"]");
	assert_refused("{" CHOICE ",\"webhook_configurations\":[{\"webhook_url\":\"ftp://x\"}]}", "url_parsing", "0,\"webhook_url\"]");
	assert_refused("{" CHOICE ",\"webhook_configurations\":[7]}", "dict_type", "\"webhook_configurations\",0]");
}

/* Beside a saved configuration tier and version may be left out or "configured". */
static void saved_values_fill_in(void **state)
{
	assert_fine(PARSE_SETTINGS_CREATE, "{\"configuration_id\":\"cfg-x\"}");
	assert_fine(PARSE_SETTINGS_CREATE, "{\"configuration_id\":\"cfg-x\",\"tier\":\"configured\",\"version\":\"configured\"}");
	assert_false(check(PARSE_SETTINGS_CREATE, "{\"configuration_id\":null}"));
	assert_int_equal(problems.n, 2);
	assert_false(check(PARSE_SETTINGS_CREATE, "{" CHOICE ",\"webhook_configuration_ids\":[\"1\",\"2\",\"3\",\"4\",\"5\"]}"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_is_known),
		cmocka_unit_test(misfits_are_placed),
		cmocka_unit_test(saved_values_fill_in),
	};
	arena_init(&arena, "test", 0);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	problems_fini(&problems);
	arena_fini(&arena);
	return failed;
}
