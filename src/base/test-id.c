/* SPDX-License-Identifier: Apache-2.0 */
#include "base/id.h"

#include "base/clock.h"

#include <ctype.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define UUID "0196f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b"

/* Each kind has a prefix of three letters of its own and takes its identifiers with it, bare, and in any case. */
static void test_forms(void **state)
{
	for (int k = 0; k < ID_KINDS; k++) {
		char text[ID_SIZE], upper[ID_SIZE];
		struct id id, again;
		enum id_kind kind;
		assert_int_equal(strlen(id_prefix((enum id_kind)k)), 3);
		assert_true(id_parse((enum id_kind)k, STR(UUID), &id));
		id_format((enum id_kind)k, id, text);
		assert_string_equal(text + 4, UUID);
		for (size_t i = 0; i < ID_SIZE; i++)
			upper[i] = (char)toupper((unsigned char)text[i]);
		assert_true(id_parse((enum id_kind)k, str_from(upper), &again));
		assert_true(id_eq(id, again));
		assert_true(id_kind_of(str_from(upper), &kind));
		assert_int_equal(kind, k);
	}
}

/* A wrong prefix, or a form that only looks like one, is no identifier. */
static void test_refused(void **state)
{
	static const char *const texts[] = {
		"", "ext-", "dfl-" UUID, "xyz-" UUID, "ext" UUID, "ext_" UUID, "-" UUID, UUID "0", "ext-ext-" UUID,
		"0196f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0", "0196f0a01c2d7e3f8a4b5c6d7e8f9a0b", "{" UUID "}",
		"0196f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0g", "0196f0a0-1c2d-7e3f-8a4b_5c6d7e8f9a0b",
		"0196f0a01-c2d-7e3f-8a4b-5c6d7e8f9a0b", " " UUID, "ext-\xC3\xA4" UUID,
	};
	struct id id;
	enum id_kind k;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (id_parse(ID_EXTRACT, str_from(texts[i]), &id))
			fail_msg("accepted: %s", texts[i]);
	assert_false(id_kind_of(STR(UUID), &k));
	assert_false(id_kind_of(STR("xyz-" UUID), &k));
	assert_false(id_kind_of(STR(""), &k));
	assert_string_equal(id_prefix(ID_KINDS), "");
}

/* New ones are version 7, variant 2, begin with their time, and so sort by it. */
static void test_new(void **state)
{
	int64_t us = INT64_C(1767225600) * CLOCK_SECOND;
	struct id before = { { 0 } };
	for (int i = 0; i < 1000; i++, us += 1000) {
		struct id id = id_new(us);
		uint64_t ms = 0;
		for (int b = 0; b < 6; b++)
			ms = ms << 8 | id.b[b];
		assert_true((int64_t)ms == us / 1000);
		assert_int_equal(id.b[6] >> 4, 7);
		assert_int_equal(id.b[8] >> 6, 2);
		assert_true(memcmp(before.b, id.b, sizeof(id.b)) < 0);
		before = id;
	}
	assert_false(id_is_zero(before));
	assert_true(id_is_zero((struct id){ { 0 } }));
}

enum { MADE = 5000 };

static void *make_many(void *out)
{
	struct id *ids = out;
	for (int i = 0; i < MADE; i++)
		ids[i] = id_new(0);
	return NULL;
}

static int cmp(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct id));
}

/* Two threads that make thousands in the same millisecond make no two alike. */
static void test_unique(void **state)
{
	static struct id ids[2 * MADE];
	pthread_t other;
	assert_int_equal(pthread_create(&other, NULL, make_many, ids), 0);
	make_many(ids + MADE);
	pthread_join(other, NULL);
	qsort(ids, 2 * MADE, sizeof(ids[0]), cmp);
	for (int i = 1; i < 2 * MADE; i++)
		assert_false(id_eq(ids[i - 1], ids[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms), cmocka_unit_test(test_refused), cmocka_unit_test(test_new),
		cmocka_unit_test(test_unique),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
