/* SPDX-License-Identifier: Apache-2.0 */
#include "api/token.h"
#include "base/test-arena.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static const uint8_t key[TOKEN_KEY_SIZE] = { 1, 2, 3 }, other_key[TOKEN_KEY_SIZE] = { 1, 2, 4 };

/* A token gives its data back, to the same key and bound only. */
static void round_trip(void **state)
{
	struct buf b = BUF_INIT(0);
	struct str data;
	buf_z(&b, "before:");
	token_write(&b, key, STR("position"), STR("filters"));
	struct str token = { b.p + 7, b.n - 7 };
	assert_true(token_read(token, key, STR("filters"), &arena, &data));
	assert_true(str_eq_z(data, "position"));
	assert_false(token_read(token, other_key, STR("filters"), &arena, &data));
	assert_false(token_read(token, key, STR("others"), &arena, &data));
	assert_null(memchr(token.p, '=', token.n));
	buf_fini(&b);
}

/* Bytes cannot move from the data to what it is bound to. */
static void border_is_sealed(void **state)
{
	struct buf one = BUF_INIT(0), two = BUF_INIT(0);
	token_write(&one, key, STR("ab"), STR("c"));
	token_write(&two, key, STR("a"), STR("bc"));
	assert_true(memcmp(one.p, two.p, 16) != 0);
	buf_fini(&one);
	buf_fini(&two);
}

/* Any single changed character, any cut and any addition is found out. */
static void damage_is_found(void **state)
{
	struct buf b = BUF_INIT(0);
	struct str data;
	token_write(&b, key, STR("12345678"), STR(""));
	for (size_t i = 0; i < b.n; i++) {
		char was = b.p[i];
		b.p[i] = was == 'A' ? 'B' : 'A';
		assert_false(token_read(buf_view(&b), key, STR(""), &arena, &data));
		b.p[i] = '%';
		assert_false(token_read(buf_view(&b), key, STR(""), &arena, &data));
		b.p[i] = was;
		assert_false(token_read((struct str){ b.p, i }, key, STR(""), &arena, &data));
	}
	buf_z(&b, "AA");
	assert_false(token_read(buf_view(&b), key, STR(""), &arena, &data));
	buf_fini(&b);
}

/* A token longer than any of ours is refused before it is decoded. */
static void size_is_bounded(void **state)
{
	struct buf b = BUF_INIT(0);
	struct str data;
	for (int i = 0; i < 2 * TOKEN_DATA_MAX; i++)
		buf_byte(&b, 'A');
	assert_false(token_read(buf_view(&b), key, STR(""), &arena, &data));
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trip),
		cmocka_unit_test(border_is_sealed),
		cmocka_unit_test(damage_is_found),
		cmocka_unit_test(size_is_bounded),
	};
	return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
