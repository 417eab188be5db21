/* SPDX-License-Identifier: Apache-2.0 */
/* Which pages meet which rule, and what a rule changes. */
#include "work/auto.h"

#include "base/test-arena.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct json *json(const char *text)
{
	struct err e;
	const struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	return v;
}

static const struct auto_page page = {
	.text = STR_INIT("Balance sheet\nTotal 12,50 EUR\n"), .markdown = STR_INIT("## Balance sheet\n\nTotal 12,50 EUR\n"), .words = 5, .characters = 30,
	.lines = 2, .numbers = 1, .number_percent = 20, .tables = 1, .pictures = 2, .links = 0, .elements = 3, .picture_percent = 75,
	.has = AUTO_TABLE | AUTO_TITLE,
};

/* Each condition alone, met and not. */
static void test_conditions(void **state)
{
	static const struct { const char *rule; bool met; } rows[] = {
		{ "\"table_in_page\":true", true }, { "\"image_in_page\":true", true }, { "\"page_md_error\":true", false },
		{ "\"full_page_image_in_page\":true", false }, { "\"full_page_image_in_page\":true,\"full_page_image_in_page_threshold\":0.7", true },
		{ "\"full_page_image_in_page\":true,\"full_page_image_in_page_threshold\":\"0.76\"", false },
		{ "\"text_in_page\":\"12,50\"", true }, { "\"text_in_page\":\"## Bal\"", true }, { "\"text_in_page\":\"balance\"", false },
		{ "\"regexp_in_page\":\"total\\\\s+\\\\d\"", false }, { "\"regexp_in_page\":\"total\\\\s+\\\\d\",\"regexp_in_page_mode\":\"gi\"", true },
		{ "\"regexp_in_page\":\"^Total\"", false }, { "\"regexp_in_page\":\"^Total\",\"regexp_in_page_mode\":\"m\"", true }, { "\"regexp_in_page\":\"(\"", false },
		{ "\"filename_regexp\":\"^report-\\\\d+\"", true }, { "\"filename_match_glob\":\"report-*.pdf\"", true }, { "\"filename_match_glob\":\"*.docx\"", false },
		{ "\"filename_match_glob_list\":[\"*.docx\",\"*-1?.p*f\"]", true }, { "\"layout_element_in_page\":\"Table\"", true },
		{ "\"layout_element_in_page\":\"list\"", false }, { "\"layout_element_in_page\":\"nonsense\"", false },
		{ "\"page_contains_at_least_n_words\":5", true }, { "\"page_contains_at_least_n_words\":\"6\"", false }, { "\"page_contains_at_most_n_words\":5", true },
		{ "\"page_contains_at_least_n_images\":3", false }, { "\"page_contains_at_most_n_links\":0", true }, { "\"page_contains_at_least_n_lines\":2", true },
		{ "\"page_contains_at_least_n_numbers\":1", true }, { "\"page_contains_at_most_n_percent_numbers\":19", false },
		{ "\"page_contains_at_least_n_tables\":1", true }, { "\"page_contains_at_least_n_layout_elements\":3", true },
		{ "\"page_longer_than_n_chars\":30", false }, { "\"page_shorter_than_n_chars\":31", true },
		{ "\"page_contains_at_least_n_charts\":0", false }, { "\"page_contains_at_least_n_words\":\"many\"", false },
		/* conditions that ask for nothing are none, and a rule without any is not met */
		{ "\"table_in_page\":false", false }, { "\"table_in_page\":null,\"text_in_page\":\"EUR\"", true }, { "\"unknown\":true", false }, { "\"trigger_mode\":\"or\"", false },
		/* all, unless one is enough */
		{ "\"table_in_page\":true,\"text_in_page\":\"USD\"", false }, { "\"trigger_mode\":\"or\",\"table_in_page\":true,\"text_in_page\":\"USD\"", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text = arena_printf(&arena, "[{\"parsing_conf\":{},%s}]", rows[i].rule);
		if (auto_rule_of(json(text.p), STR("report-12.pdf"), &page) != rows[i].met)
			fail_msg("%s", rows[i].rule);
	}
	assert_int_equal(auto_rule_of(json("[{\"text_in_page\":\"USD\"},{\"table_in_page\":true},{\"image_in_page\":true}]"), STR("a"), &page), 2);
	assert_int_equal(auto_rule_of(json("[1,null]"), STR("a"), &page), 0);
	assert_int_equal(auto_rule_of(NULL, STR("a"), &page), 0);
}

/* A pattern made to search for ever finds nothing, soon. */
static void test_hostile_pattern(void **state)
{
	struct auto_page p = page;
	p.text = STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
	assert_int_equal(auto_rule_of(json("[{\"regexp_in_page\":\"^(a+)+(a+)+$\"}]"), STR("a"), &p), 0);
	assert_int_equal(auto_rule_of(json("[{\"regexp_in_page\":\"(?:(?:a{1,900}){1,900}){1,900}b\"}]"), STR("a"), &p), 0);
	assert_true(auto_glob(STR("*a*a*a*a*a*a*a*a*a*a*a*"), p.text));
	assert_false(auto_glob(STR("*a*a*a*a*a*a*a*a*a*a*a*b"), p.text));
}

/* What a rule does not speak of stays. */
static void test_changes(void **state)
{
	struct work_settings base = { .parse_tier = STR("fast"), .lang = STR("en"), .crop = { 0, 0, 1, 0.5 }, .wishes = TASK_SLIDES_NO_CHARTS | TASK_HTML_VISIBLE };
	struct work_settings same = auto_settings(&base, json("{}"));
	assert_true(str_eq_z(same.parse_tier, "fast") && same.wishes == base.wishes && same.crop.bottom < 0.6 && !same.no_diagonal);
	struct work_settings other = auto_settings(&base, json("{\"parsing_conf\":{\"tier\":\"agentic\",\"language\":\"de\",\"crop_box\":{\"left\":0.25},"
		"\"ignore\":{\"ignore_diagonal_text\":true},\"presentation\":{\"skip_embedded_data\":false,\"out_of_bounds_content\":true}}}"));
	assert_true(str_eq_z(other.parse_tier, "agentic") && str_eq_z(other.lang, "de") && other.no_diagonal);
	assert_int_equal(other.wishes, TASK_HTML_VISIBLE | TASK_SLIDES_BESIDE);
	assert_true(other.crop.left > 0.2 && other.crop.bottom > 0.9);
	other = auto_settings(&base, json("{\"parsing_conf\":{\"crop_box\":{\"left\":0.75,\"right\":0.25}}}"));
	assert_true(other.crop.left < 0.1 && other.crop.bottom < 0.6); /* that leaves nothing: it is none */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_conditions), ARENA_TEST(test_hostile_pattern), ARENA_TEST(test_changes),
	};
	return cmocka_run_group_tests_name("work-auto", tests, NULL, NULL);
}
