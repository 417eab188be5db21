/* SPDX-License-Identifier: Apache-2.0 */
#include "hook/message.h"

#include "base/test-arena.h"
#include "json/json.h"

#include <setjmp.h>
#include <stdlib.h>
#include <strings.h>

#include <cmocka.h>

/* A delivery of 2026-04-02 with identifiers that are easy to recognise. */
static struct store_delivery delivery(const char *type, const char *target)
{
	struct store_delivery d = { .type = str_from(type), .target = str_from(target), .created_at = INT64_C(1775121341007999) };
	for (int i = 0; i < 16; i++) {
		d.event.b[i] = (uint8_t)(0x10 + i);
		d.job.b[i] = (uint8_t)(0xa0 + i);
	}
	return d;
}

static struct message build(const char *type, const char *target)
{
	struct store_delivery d = delivery(type, target);
	struct message m;
	struct err e = { 0 };
	if (!message_build(&d, "agent/1", &arena, &m, &e))
		fail_msg("%s", e.text);
	return m;
}

static const char *header(const struct message *m, const char *name)
{
	const char *found = NULL;
	size_t n = strlen(name);
	for (size_t i = 0; m->headers[i]; i++)
		if (strncasecmp(m->headers[i], name, n) == 0 && m->headers[i][n] == ':') {
			assert_null(found); /* once only */
			found = m->headers[i] + n + 2;
		}
	return found;
}

#define EVENT "10111213-1415-1617-1819-1a1b1c1d1e1f"
#define JOB "a0a1a2a3-a4a5-a6a7-a8a9-aaabacadaeaf"
#define OBJECT "{\"event_id\":\"" EVENT "\",\"event_type\":\"extract.success\",\"timestamp\":1775121341.007,\"data\":{\"id\":\"ext-" \
	       JOB "\",\"job_id\":\"ext-" JOB "\"}}"

/* The object as it is, or its text as one JSON string; string is the default. */
static void test_formats(void **state)
{
	struct message m = build("extract.success", "{\"webhook_url\":\"https://h/\",\"webhook_output_format\":\"json\"}");
	assert_string_equal(m.body.p, OBJECT);
	assert_string_equal(m.url, "https://h/");
	m = build("extract.success", "{\"webhook_url\":\"https://h/\",\"webhook_output_format\":\"string\"}");
	struct buf b = BUF_INIT(0);
	struct err e;
	json_write_str(&b, STR(OBJECT));
	assert_string_equal(m.body.p, b.p);
	assert_string_equal(json_parse(m.body, &json_limits_default, &arena, &e)->text.p, OBJECT);
	m = build("extract.success", "{\"webhook_url\":\"https://h/\",\"webhook_output_format\":null}");
	assert_string_equal(m.body.p, b.p);
	buf_fini(&b);
	m = build("parse.error", "{\"webhook_url\":\"https://h/\",\"webhook_output_format\":\"json\"}");
	assert_non_null(strstr(m.body.p, "\"event_type\":\"parse.error\""));
	assert_non_null(strstr(m.body.p, "\"id\":\"pjb-" JOB "\",\"job_id\":\"pjb-" JOB "\""));
}

/* Signatures as another implementation of HMAC-SHA256 made them (RFC 4231, and an event in both formats). */
static void test_signatures(void **state)
{
	static const struct { const char *secret, *body, *signature; } rows[] = {
		{ "Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
		{ "a made-up key", OBJECT, "13c404d28d08726673376941dd0278f22e72072f525317bed3d2b56ffb9e511d" },
		{ "a made-up key", "\"{\\\"event_id\\\":\\\"" EVENT "\\\"}\"", "d1906dfb223a684ca7235cf22b021933a92dd9d3af7b7ce9ddba5a2f6b12402d" },
	};
	char out[MESSAGE_SIGNATURE_SIZE];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		message_sign(str_from(rows[i].secret), str_from(rows[i].body), out);
		assert_int_equal(strncmp(out, "sha256=", 7), 0);
		assert_string_equal(out + 7, rows[i].signature);
	}
}

/* Headers of ours and of the target; those that describe the body or the sender may be the target's. */
static void test_headers(void **state)
{
	struct message m = build("extract.success", "{\"webhook_url\":\"https://h/\",\"webhook_headers\":{\"X-A\":\"b c\",\"Empty\":\"\"}}");
	assert_string_equal(header(&m, "Content-Type"), "application/json");
	assert_string_equal(header(&m, "User-Agent"), "agent/1");
	assert_string_equal(header(&m, "X-Webhook-Event-ID"), EVENT);
	assert_string_equal(header(&m, "X-Webhook-Event-Type"), "extract.success");
	assert_string_equal(header(&m, "X-A"), "b c");
	assert_null(header(&m, "LC-Signature"));
	assert_string_equal(m.headers[5], "Empty;");
	assert_null(m.headers[6]);
	m = build("extract.success", "{\"webhook_url\":\"https://h/\",\"webhook_headers\":{\"content-type\":\"text/x\",\"USER-AGENT\":\"me\"},"
				     "\"webhook_signing_secret\":\"a made-up key\",\"webhook_output_format\":\"json\"}");
	assert_string_equal(header(&m, "Content-Type"), "text/x");
	assert_string_equal(header(&m, "User-Agent"), "me");
	assert_string_equal(header(&m, "LC-Signature"), "sha256=13c404d28d08726673376941dd0278f22e72072f525317bed3d2b56ffb9e511d");
}

/* What cannot be sent is an error, not a crash. */
static void test_broken(void **state)
{
	struct message m;
	struct err e = { 0 };
	struct store_delivery d = delivery("extract.success", "{\"webhook_url\":null}");
	assert_false(message_build(&d, "a", &arena, &m, &e));
	d = delivery("extract.success", "{");
	assert_false(message_build(&d, "a", &arena, &m, &e));
	d = delivery("no.event", "{\"webhook_url\":\"https://h/\"}");
	assert_false(message_build(&d, "a", &arena, &m, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats), cmocka_unit_test(test_signatures), cmocka_unit_test(test_headers),
		cmocka_unit_test(test_broken),
	};
	return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
