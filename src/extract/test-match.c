/* SPDX-License-Identifier: Apache-2.0 */
/* Fields that want the same words are settled together: candidates by hand, and which of them each field gets. */
#include "base/buf.h"
#include "extract/field-private.h"
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#define FIELDS 30
#define WORDS 64

static struct arena arena;
static struct fx fx;

static int setup(void **state)
{
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	arena_init(&arena, "test", 64 << 20);
	struct intern *in = intern_new(&arena);
	buf_z(&b, "{\"properties\":{");
	for (int f = 0; f < FIELDS; f++)
		buf_printf(&b, "%s\"f%02d\":{\"type\":\"string\"}", f ? "," : "", f);
	buf_z(&b, "}}");
	struct json *v = json_parse(arena_str(&arena, buf_view(&b)), &json_limits_default, &arena, &e);
	struct schema_node *root = v ? schema_check(v, b.n, &arena, &problems, &n) : NULL;
	fx = (struct fx){ .in = in, .a = &arena, .plan = root ? plan_compile(root, 0, in, &arena, &e) : NULL, .word1 = WORDS };
	fx.cands = ARENA_ARRAY(&arena, FIELDS, struct cand_list);
	fx.blank = ARENA_ARRAY(&arena, FIELDS, int16_t);
	buf_fini(&b);
	return fx.plan && fx.cands && fx.blank ? 0 : -1;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

static void candidate(uint32_t field, uint32_t word, uint32_t words, int score, int sim)
{
	struct cand_list *l = &fx.cands[field];
	struct cand *more = ARENA_ARRAY(&arena, l->n + 1, struct cand);
	uint32_t *ids = ARENA_ARRAY(&arena, words, uint32_t);
	for (uint32_t i = 0; i < words; i++)
		ids[i] = word + i;
	for (uint32_t i = 0; i < l->n; i++)
		more[i] = l->items[i];
	more[l->n++] = (struct cand){ .value = { .words = ids, .n = words }, .score = score, .sim = sim };
	l->items = more;
}

static void expect(uint32_t fields, const int *want)
{
	int pick[FIELDS];
	for (uint32_t f = 0; f < FIELDS; f++)
		pick[f] = -1;
	assert_true(fields_match(&fx, pick));
	for (uint32_t f = 0; f < fields; f++)
		if (pick[f] != want[f])
			fail_msg("field %u: candidate %d, not %d", f, pick[f], want[f]);
}

/* The field that has another place leaves the only one of its rival to it. */
static void test_both_served(void **state)
{
	candidate(0, 1, 2, 800, 800);
	candidate(0, 5, 2, 780, 780);
	candidate(1, 1, 2, 750, 750);
	expect(2, (int[]){ 1, 0 });
}

/* A value that is all but sure is not given up for two vague ones. */
static void test_sure_stays(void **state)
{
	candidate(0, 1, 1, 990, 900);
	candidate(0, 5, 1, 960, 600);
	candidate(1, 1, 1, 640, 640);
	expect(2, (int[]){ 0, -1 });
}

/* Three in a ring: each may have its second choice so that all have one. */
static void test_chain(void **state)
{
	candidate(0, 1, 1, 820, 800);
	candidate(0, 2, 1, 800, 800);
	candidate(1, 2, 1, 815, 800);
	candidate(1, 3, 1, 800, 800);
	candidate(2, 1, 1, 790, 790);
	expect(3, (int[]){ 1, 1, 0 });
}

/* Places that overlap in part contend, too: the second field takes what the long value of the first leaves. */
static void test_overlap(void **state)
{
	candidate(0, 1, 4, 900, 900);
	candidate(1, 3, 1, 850, 850);
	candidate(1, 9, 1, 840, 840);
	expect(2, (int[]){ 0, 1 });
}

/* What two labels name all but exactly may be one place: nothing is settled, each takes its best. */
static void test_shared(void **state)
{
	candidate(0, 1, 1, 950, 960);
	candidate(1, 1, 1, 940, 950);
	expect(2, (int[]){ 0, 0 });
	candidate(1, 2, 1, 930, 950); /* nearly as good, and its own */
	expect(2, (int[]){ 0, 1 });
}

/* Groups too large to settle are left to the order of scores. */
static void test_large(void **state)
{
	int want[FIELDS];
	for (uint32_t f = 0; f < FIELDS; f++) {
		candidate(f, 1, 1, 800, 800);
		candidate(f, 2 + f, 1, 700, 700);
		want[f] = -1;
	}
	expect(FIELDS, want);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_both_served), TEST(test_sure_stays), TEST(test_chain), TEST(test_overlap), TEST(test_shared), TEST(test_large),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
