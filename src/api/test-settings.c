/* SPDX-License-Identifier: Apache-2.0 */
#include "api/settings.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static const char *const dates[] = { "2026-03-01", "2026-06-15", "2026-11-20" };
static const struct releases releases = { dates, 3 };
static const struct place body = { NULL, { "body", 4 }, 0 };

static struct arena arena;
static struct problems problems;
static struct settings settings;
static struct buf written;

#define SCHEMA "\"data_schema\":{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\"}}}"

/* Read a configuration; its problems are in problems.items.p, its answer form in written.p. */
static bool read_text(const char *text)
{
	struct err e = { 0 };
	struct place at = place_key(&body, "configuration");
	struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	problems_fini(&problems);
	problems_init(&problems);
	bool ok = settings_read(v, &releases, &arena, &at, &problems, &settings);
	buf_clear(&written);
	if (ok)
		settings_write(&written, &settings);
	return ok;
}

static void assert_problem(const char *text, const char *part)
{
	if (read_text(text))
		fail_msg("accepted: %s", text);
	if (!strstr(problems.items.p, part))
		fail_msg("%s: no \"%s\" in %s", text, part, problems.items.p);
}

static void assert_reads(const char *text)
{
	if (!read_text(text))
		fail_msg("%s: %s", text, problems.items.p);
}

/* A schema alone gets every other key with its default, in the contract's order. */
static void defaults_are_filled(void **state)
{
	assert_reads("{" SCHEMA "}");
	assert_string_equal(written.p,
			    "{" SCHEMA ",\"cite_sources\":false,\"confidence_scores\":false,\"extract_version\":\"latest\","
			    "\"version\":\"2026-11-20\",\"extraction_target\":\"per_doc\",\"lang\":\"en\",\"max_pages\":null,"
			    "\"parse_config_id\":null,\"parse_tier\":null,\"system_prompt\":null,\"target_pages\":null,"
			    "\"tier\":\"cost_effective\",\"disable_cache\":false,\"sheet_names\":null,\"spreadsheet_mode\":false}");
}

/* What is sent comes back; unknown keys are ignored. */
static void values_are_kept(void **state)
{
	assert_reads("{" SCHEMA ",\"cite_sources\":true,\"confidence_scores\":true,\"extraction_target\":\"per_table_row\","
		     "\"lang\":\"de,fr\",\"max_pages\":3,\"parse_tier\":\"fast\",\"system_prompt\":\"\",\"target_pages\":\"2, 1-1\","
		     "\"tier\":\"agentic\",\"disable_cache\":true,\"sheet_names\":[\"A\"],\"unknown\":{}}");
	assert_string_equal(written.p,
			    "{" SCHEMA ",\"cite_sources\":true,\"confidence_scores\":true,\"extract_version\":\"latest\","
			    "\"version\":\"2026-11-20\",\"extraction_target\":\"per_table_row\",\"lang\":\"de,fr\",\"max_pages\":3,"
			    "\"parse_config_id\":null,\"parse_tier\":\"fast\",\"system_prompt\":\"\",\"target_pages\":\"2, 1-1\","
			    "\"tier\":\"agentic\",\"disable_cache\":true,\"sheet_names\":[\"A\"],\"spreadsheet_mode\":false}");
}

static void assert_versions(const char *keys, const char *extract_version, const char *version)
{
	char text[512];
	snprintf(text, sizeof text, "{" SCHEMA "%s}", keys);
	assert_reads(text);
	if (!str_eq_z(settings.extract_version, extract_version) || !str_eq_z(settings.version, version))
		fail_msg("%s: %.*s and %.*s", keys, STR_ARGS(settings.extract_version), STR_ARGS(settings.version));
}

/* A date gives the newest release not after it; the newer name wins; the older one comes back as it was sent. */
static void versions_are_resolved(void **state)
{
	assert_versions(",\"version\":\"2026-03-01\"", "2026-03-01", "2026-03-01");
	assert_versions(",\"version\":\"2026-06-14\"", "2026-06-14", "2026-03-01");
	assert_versions(",\"extract_version\":\"2026-07-01\"", "2026-07-01", "2026-06-15");
	assert_versions(",\"extract_version\":\"latest\",\"version\":\"2026-06-15\"", "latest", "2026-06-15");
	assert_versions(",\"version\":\"2999-01-01\"", "2999-01-01", "2026-11-20");
}

/* Versions from before the first release and other texts are refused at the key they came under. */
static void odd_versions_are_refused(void **state)
{
	assert_problem("{" SCHEMA ",\"version\":\"2026-02-28\"}", "\"loc\":[\"body\",\"configuration\",\"version\"]");
	assert_problem("{" SCHEMA ",\"version\":\"2.5\"}", "'latest' or a date");
	assert_problem("{" SCHEMA ",\"version\":\"2026-13-01\"}", "'latest' or a date");
	assert_problem("{" SCHEMA ",\"version\":\"2026-06-15T00:00:00Z\"}", "'latest' or a date");
	assert_problem("{" SCHEMA ",\"extract_version\":\"\"}", "\"loc\":[\"body\",\"configuration\",\"extract_version\"]");
}

/* Every wrong value has its machine name and its place. */
static void wrong_values_are_named(void **state)
{
	static const struct { const char *keys, *type, *key; } cases[] = {
		{ "\"cite_sources\":\"yes\"", "bool_type", "cite_sources" },
		{ "\"cite_sources\":null", "bool_type", "cite_sources" },
		{ "\"max_pages\":0", "greater_than_equal", "max_pages" },
		{ "\"max_pages\":1.5", "int_from_float", "max_pages" },
		{ "\"max_pages\":true", "int_type", "max_pages" },
		{ "\"tier\":\"fast\"", "enum", "tier" },
		{ "\"tier\":7", "string_type", "tier" },
		{ "\"parse_tier\":\"turbo\"", "enum", "parse_tier" },
		{ "\"extraction_target\":\"PER_DOC\"", "enum", "extraction_target" },
		{ "\"target_pages\":\"3-1\"", "value_error", "target_pages" },
		{ "\"target_pages\":\"0\"", "value_error", "target_pages" },
		{ "\"target_pages\":5", "string_type", "target_pages" },
		{ "\"sheet_names\":[1]", "string_type", "sheet_names\",0" },
		{ "\"sheet_names\":\"A\"", "list_type", "sheet_names" },
		{ "\"lang\":\"../etc\"", "value_error", "lang" },
		{ "\"lang\":\"\"", "value_error", "lang" },
		{ "\"system_prompt\":[]", "string_type", "system_prompt" },
		{ "\"spreadsheet_mode\":true", "value_error", "spreadsheet_mode" },
		{ "\"tier\":\"turbo\",\"parse_tier\":\"fast\"", "value_error", "parse_tier" },
		{ "\"tier\":\"turbo\",\"parse_config_id\":\"cfg-1\"", "value_error", "parse_config_id" },
		{ "\"tier\":\"agentic_plus\",\"spreadsheet_mode\":true,\"cite_sources\":true", "value_error", "cite_sources" },
		{ "\"tier\":\"agentic_plus\",\"spreadsheet_mode\":true,\"confidence_scores\":true", "value_error",
		  "confidence_scores" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512], want[200];
		snprintf(text, sizeof text, "{" SCHEMA ",%s}", cases[i].keys);
		snprintf(want, sizeof want, "{\"type\":\"%s\",\"loc\":[\"body\",\"configuration\",\"%s%s]", cases[i].type,
			 cases[i].key, strstr(cases[i].key, "\",") ? "" : "\"");
		assert_problem(text, want);
		assert_int_equal(problems.n, 1);
	}
}

/* All problems are told at once, refused values with them. */
static void all_problems_are_told(void **state)
{
	assert_problem("{\"max_pages\":0,\"tier\":\"x\",\"cite_sources\":3}",
		       "{\"type\":\"missing\",\"loc\":[\"body\",\"configuration\",\"data_schema\"],\"msg\":\"Field required\","
		       "\"input\":{\"max_pages\":0,\"tier\":\"x\",\"cite_sources\":3}}");
	assert_int_equal(problems.n, 4);
	assert_non_null(strstr(problems.items.p, "\"input\":0,\"ctx\":{\"ge\":1}"));
	assert_non_null(strstr(problems.items.p, "\"ctx\":{\"expected\":\"'cost_effective', 'agentic', 'agentic_plus' or 'turbo'\"}"));
}

/* A fault in the schema is placed inside the body, array steps as numbers. */
static void schema_faults_are_placed(void **state)
{
	assert_problem("{\"data_schema\":[]}", "{\"type\":\"dict_type\",\"loc\":[\"body\",\"configuration\",\"data_schema\"]");
	assert_problem("{\"data_schema\":{\"total\":{\"type\":\"number\"}}}", "\"loc\":[\"body\",\"configuration\",\"data_schema\"");
	assert_problem("{\"data_schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"nonsense\"}}}}",
		       "\"loc\":[\"body\",\"configuration\",\"data_schema\",\"properties\",\"a\"");
	assert_problem("{\"data_schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"string\"},{\"not\":{}}]}}}}",
		       "\"properties\",\"a\",\"anyOf\",1");
}

/* At most fifty are kept, and a huge refused value is not sent back. */
static void answers_stay_small(void **state)
{
	struct buf b = BUF_INIT(0);
	buf_z(&b, "{\"sheet_names\":[");
	for (int i = 0; i < 80; i++)
		buf_z(&b, "1,");
	buf_z(&b, "2],\"tier\":\"");
	for (int i = 0; i < 10000; i++)
		buf_byte(&b, 'x');
	buf_z(&b, "\"}");
	assert_false(read_text(b.p));
	assert_true(problems.n > PROBLEMS_MAX);
	assert_true(problems.items.n < 20000);
	size_t entries = 0;
	for (const char *p = problems.items.p; (p = strstr(p, "{\"type\":")) != NULL; p++)
		entries++;
	assert_int_equal(entries, PROBLEMS_MAX);
	buf_fini(&b);
}

static int setup(void **state)
{
	arena_init(&arena, "test", 64 << 20);
	problems_init(&problems);
	buf_init(&written, 0);
	return 0;
}

static int teardown(void **state)
{
	problems_fini(&problems);
	buf_fini(&written);
	arena_fini(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_filled),	    cmocka_unit_test(values_are_kept),
		cmocka_unit_test(versions_are_resolved),    cmocka_unit_test(odd_versions_are_refused),
		cmocka_unit_test(wrong_values_are_named),   cmocka_unit_test(all_problems_are_told),
		cmocka_unit_test(schema_faults_are_placed), cmocka_unit_test(answers_stay_small),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
