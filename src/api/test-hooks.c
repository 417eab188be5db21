/* SPDX-License-Identifier: Apache-2.0 */
#include "api/hooks.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct place body = { NULL, { "body", 4 }, 0 };
static struct arena arena;
static struct problems problems;
static struct buf written;

static bool read_text(const char *text)
{
	struct err e = { 0 };
	struct place at = place_key(&body, "webhook_configurations");
	struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	problems_fini(&problems);
	problems_init(&problems);
	buf_clear(&written);
	return hooks_read(v, &at, &problems, &written);
}

/* Targets are kept whole; what is absent is null, the output format has its default. */
static void targets_are_kept(void **state)
{
	assert_true(read_text("[{\"webhook_url\":\"https://h.example/x?y=1\",\"webhook_headers\":{\"X-A\":\"b c\"},"
			      "\"webhook_events\":[\"extract.success\"],\"webhook_output_format\":\"json\","
			      "\"webhook_signing_secret\":\"s\"},{\"webhook_url\":\"http://h\",\"webhook_events\":null}]"));
	assert_string_equal(written.p,
			    "[{\"webhook_url\":\"https://h.example/x?y=1\",\"webhook_headers\":{\"X-A\":\"b c\"},"
			    "\"webhook_events\":[\"extract.success\"],\"webhook_output_format\":\"json\","
			    "\"webhook_signing_secret\":\"s\",\"host\":\"h.example\"},"
			    "{\"webhook_url\":\"http://h\",\"webhook_headers\":null,\"webhook_events\":null,"
			    "\"webhook_output_format\":\"string\",\"webhook_signing_secret\":null,\"host\":\"h\"}]");
	assert_true(read_text("[]"));
	assert_string_equal(written.p, "[]");
}

/* Each wrong value is named with its place; line ends cannot smuggle headers. */
static void wrong_targets_are_refused(void **state)
{
	static const struct { const char *target, *part; } cases[] = {
		{ "7", "{\"type\":\"dict_type\",\"loc\":[\"body\",\"webhook_configurations\",0]" },
		{ "{\"webhook_url\":\"ftp://h\"}", "{\"type\":\"url_parsing\",\"loc\":[\"body\",\"webhook_configurations\",0,\"webhook_url\"]" },
		{ "{\"webhook_url\":\"https://\"}", "url_parsing" },
		{ "{\"webhook_url\":\"https:///path\"}", "url_parsing" },
		{ "{\"webhook_url\":\"https://h/a b\"}", "url_parsing" },
		{ "{\"webhook_url\":\"https://h/\\r\\nX: y\"}", "url_parsing" },
		{ "{\"webhook_url\":1}", "string_type" },
		{ "{\"webhook_headers\":[]}", "dict_type" },
		{ "{\"webhook_headers\":{\"A\":1}}", "\"webhook_headers\",\"A\"" },
		{ "{\"webhook_headers\":{\"A\":\"b\\r\\nC: d\"}}", "one line" },
		{ "{\"webhook_headers\":{\"A: b\":\"c\"}}", "one line" },
		{ "{\"webhook_events\":[\"extract.success\",\"extract.running\"]}", "\"webhook_events\",1" },
		{ "{\"webhook_events\":\"extract.success\"}", "list_type" },
		{ "{\"webhook_output_format\":\"xml\"}", "enum" },
		{ "{\"webhook_url\":\"https://a@/x\"}", "url_parsing" },
		{ "{\"webhook_url\":\"https://****@h/x\"}", "masked" },
		{ "{\"webhook_headers\":{\"A\":\"****\"}}", "masked" },
		{ "{\"webhook_headers\":{\"content-length\":\"1\"}}", "set by the server" },
		{ "{\"webhook_headers\":{\"LC-Signature\":\"x\"}}", "set by the server" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[300];
		snprintf(text, sizeof text, "[%s]", cases[i].target);
		if (read_text(text))
			fail_msg("accepted: %s", text);
		if (!strstr(problems.items.p, cases[i].part))
			fail_msg("%s: %s", text, problems.items.p);
	}
}

static const struct json *parse(const char *text)
{
	struct err e = { 0 };
	const struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	return v;
}

/* Shown targets have neither secret nor header values nor credentials; all else is as it was sent. */
static void shown_without_secrets(void **state)
{
	static const char sent[] = "[{\"webhook_url\":\"https://me:pw@h.example:8443/x@y?z\",\"webhook_headers\":{\"A\":\"b\",\"C\":\"d\"},"
				   "\"webhook_events\":[\"parse.error\"],\"webhook_signing_secret\":\"s\"},{\"webhook_url\":\"http://h/@\"}]";
	buf_clear(&written);
	hooks_show(&written, parse(sent));
	assert_string_equal(written.p, "[{\"webhook_url\":\"https://****@h.example:8443/x@y?z\",\"webhook_headers\":{\"A\":\"****\","
				       "\"C\":\"****\"},\"webhook_events\":[\"parse.error\"],\"webhook_output_format\":\"string\"},"
				       "{\"webhook_url\":\"http://h/@\",\"webhook_headers\":null,\"webhook_events\":null,"
				       "\"webhook_output_format\":\"string\"}]");
	buf_clear(&written);
	hooks_show(&written, NULL);
	assert_string_equal(written.p, "null");
}

/* What was shown, sent back, means what was kept; a mask with nothing behind it is refused. */
static void masks_sent_back(void **state)
{
	const struct json *kept = parse("[{\"webhook_url\":\"https://me:pw@h/x\",\"webhook_headers\":{\"A\":\"b\"},"
					"\"webhook_signing_secret\":\"s\"}]");
	const struct json *back = hooks_unmask(parse("[{\"webhook_url\":\"https://****@h/x\",\"webhook_headers\":{\"A\":\"****\","
						     "\"B\":\"new\"}},{\"webhook_url\":\"https://****@other/x\"}]"), kept, &arena);
	assert_non_null(back);
	buf_clear(&written);
	json_write(&written, back->item[0]);
	assert_string_equal(written.p, "{\"webhook_url\":\"https://me:pw@h/x\",\"webhook_headers\":{\"A\":\"b\",\"B\":\"new\"},"
				       "\"webhook_signing_secret\":\"s\"}");
	assert_true(str_eq_z(json_get(back->item[1], "webhook_url")->text, "https://****@other/x"));
}

static int setup(void **state)
{
	arena_init(&arena, "test", 1 << 20);
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
		cmocka_unit_test(targets_are_kept),
		cmocka_unit_test(wrong_targets_are_refused),
		cmocka_unit_test(shown_without_secrets),
		cmocka_unit_test(masks_sent_back),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
