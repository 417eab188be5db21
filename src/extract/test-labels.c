/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Labels of forms in many languages find their property among those of a schema with English names. A form of the
 * table stands for a kind of document of one country: the property names, and labels as printed with the property
 * each must reach, "label=property".
 */
#include "base/buf.h"
#include "extract/field-private.h"
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#define FORM_PAIRS 16
#define FORM_NAMES 24

struct form {
	const char *language, *names, *pairs[FORM_PAIRS];
};

static const struct form forms[] = {
#define FORM(language, names, ...) { language, names, { __VA_ARGS__ } },
#include "extract/test-labels.def"
#undef FORM
};

static struct arena arena;
static struct intern *in;

static int setup(void **state)
{
	arena_init(&arena, "test", 256 << 20);
	in = intern_new(&arena);
	return in ? 0 : -1;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

/* The plan of a schema of texts with these names. */
static struct plan *plan_of(const char *names)
{
	struct buf b;
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	buf_init(&b, 0);
	buf_printf(&b, "{\"properties\":{");
	for (const char *s = names; *s; s += strspn(s, " ")) {
		size_t w = strcspn(s, " ");
		buf_printf(&b, "%s\"%.*s\":{\"type\":\"string\"}", s > names ? "," : "", (int)w, s);
		s += w;
	}
	buf_printf(&b, "}}");
	struct json *v = json_parse(arena_str(&arena, buf_view(&b)), &json_limits_default, &arena, &e);
	struct schema_node *root = v ? schema_check(v, b.n, &arena, &problems, &n) : NULL;
	struct plan *p = root ? plan_compile(root, 0, in, &arena, &e) : NULL;
	if (!p)
		fail_msg("%s: %s", b.p, e.text);
	buf_fini(&b);
	return p;
}

/* Does the label reach the property before all others? Tells who won if not. */
static bool finds(const struct plan *p, const char *pair)
{
	const char *eq = strrchr(pair, '=');
	struct phrase label = phrase_of(in, (struct str){ pair, (size_t)(eq - pair) });
	int best = -1, mine = -1, other = 0;
	for (size_t i = 0; i < p->fields_n; i++) {
		int s = plan_alias_match(in, label, p->fields[i].aliases, p->fields[i].aliases_n);
		if (str_eq_z(p->fields[i].path, eq + 1))
			mine = s;
		else if (s > other) {
			other = s;
			best = (int)i;
		}
	}
	assert_true(mine >= 0); /* the table names a property of the form */
	if (mine >= FIELD_LIKES && mine > other)
		return true;
	print_message("%s: %d, %.*s: %d\n", pair, mine, best < 0 ? 1 : (int)p->fields[best].path.n,
		      best < 0 ? "-" : p->fields[best].path.p, other);
	return false;
}

/* Every label of every form finds its property. */
static void test_forms(void **state)
{
	size_t pairs = 0, found = 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const struct plan *p = plan_of(forms[i].names);
		size_t good = 0, n = 0;
		for (; n < FORM_PAIRS && forms[i].pairs[n]; n++)
			good += finds(p, forms[i].pairs[n]);
		if (good < n)
			print_message("%s: %zu of %zu\n", forms[i].language, good, n);
		pairs += n;
		found += good;
	}
	assert_true(pairs > 200);
	assert_int_equal(found, pairs);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(test_forms, setup, teardown) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
