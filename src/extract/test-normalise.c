/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/normalise.h"
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static struct arena arena;
static struct intern *in;

static int setup(void **state)
{
	arena_init(&arena, "test", 16 << 20);
	in = intern_new(&arena);
	return in ? 0 : -1;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

/* A view of one page whose words are the blank-separated parts of text; '+' before a word glues it. */
static struct view *view_of(const char *text)
{
	struct view *v = ARENA_NEW(&arena, struct view);
	v->words = ARENA_ARRAY(&arena, 64, struct view_word);
	v->decimal_comma = strchr(text, '~') != NULL; /* a mark of the test, not of the document */
	struct str rest = str_from(text), w;
	while (rest.n) {
		rest = str_cut(rest, ' ', &w);
		if (!w.n || str_eq_z(w, "~"))
			continue;
		struct view_word *x = &v->words[v->words_n++];
		x->flags = w.p[0] == '+' ? DOC_GLUED : 0;
		x->text = w.p[0] == '+' ? (struct str){ w.p + 1, w.n - 1 } : w;
		x->conf = 100;
		int32_t at = v->words_n > 1 ? x[-1].box.x1 + (x->flags & DOC_GLUED ? 0 : 300) : 0;
		x->size = 1000;
		x->box = (struct doc_box){ at, 0, at + (int32_t)x->text.n * 500, 1000 };
	}
	return v;
}

static struct plan_field *field_of(const char *name, const char *schema)
{
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	struct str text = arena_printf(&arena, "{\"properties\":{\"%s\":%s}}", name, schema);
	struct json *j = json_parse(text, &json_limits_default, &arena, &e);
	struct schema_node *root = j ? schema_check(j, text.n, &arena, &problems, &n) : NULL;
	struct plan *p = root ? plan_compile(root, 0, in, &arena, &e) : NULL;
	if (!p)
		fail_msg("%s: %s", schema, e.text);
	return p->fields;
}

static const char *reading(const char *name, const char *schema, const char *text, const char *canon)
{
	static char out[512];
	struct view *v = view_of(text);
	uint32_t ids[64];
	struct found f = { .words = ids, .n = v->words_n, .canon = str_from(canon) };
	struct buf b;
	const char *why = "";
	for (uint32_t i = 0; i < v->words_n; i++)
		ids[i] = i;
	buf_init(&b, 0);
	if (!normalise(v, in, field_of(name, schema), &f, &b, &why))
		assert_string_equal(b.p, "null");
	memcpy(out, b.p, b.n + 1);
	buf_fini(&b);
	return out;
}

/* The schema's type and words decide the form of what is printed. */
static void test_forms(void **state)
{
	static const struct { const char *name, *schema, *text, *canon, *want; } rows[] = {
		{ "note", "{\"type\":\"string\"}", "Nordwind Papier GmbH", NULL, "\"Nordwind Papier GmbH\"" },
		{ "note", "{\"type\":\"string\"}", ": a +- +b ....", NULL, "\"a-b\"" },
		{ "note", "{\"type\":\"string\"}", "Alabama . . . . . .", NULL, "\"Alabama\"" },
		{ "note", "{\"type\":\"string\"}", "Apples, etc. . . . .", NULL, "\"Apples, etc.\"" },
		{ "note", "{\"type\":\"string\"}", "say \"x\"", NULL, "\"say \\\"x\\\"\"" },
		{ "d", "{\"type\":\"string\",\"format\":\"date\"}", "9. März 2020", "2020-03-09", "\"2020-03-09\"" },
		{ "d", "{\"type\":\"string\",\"format\":\"date\"}", "soon", NULL, "null" },
		{ "issue_date", "{\"type\":\"string\"}", "9. März 2020", "2020-03-09", "\"9. März 2020\"" },
		{ "m", "{\"type\":\"string\",\"description\":\"YYYY-MM\"}", "9 March 2020", "2020-03-09", "\"2020-03\"" },
		{ "total", "{\"type\":\"number\"}", "1.234,50 EUR", "1234.50", "1234.50" },
		{ "total", "{\"type\":\"number\"}", "~ 1.234,50 EUR", NULL, "1234.50" },
		{ "total", "{\"type\":\"number\"}", "(78)", NULL, "-78" },
		{ "total", "{\"type\":\"number\"}", "-", NULL, "null" },
		{ "total", "{\"type\":\"number\"}", "none", NULL, "null" },
		{ "n", "{\"type\":\"integer\"}", "12.00", NULL, "12" },
		{ "n", "{\"type\":\"integer\"}", "12.50", NULL, "null" },
		{ "n", "{\"type\":\"integer\"}", "007", NULL, "7" },
		{ "birth_year", "{\"type\":\"integer\"}", "3 May 1987", "1987-05-03", "1987" },
		{ "minutes", "{\"type\":\"integer\",\"description\":\"Time in minutes\"}", "1 h 30 min", NULL, "90" },
		{ "iban", "{\"type\":\"string\",\"description\":\"without spaces\"}", "DE12 3456 78", "DE12345678", "\"DE12345678\"" },
		{ "iban", "{\"type\":\"string\"}", "DE12 3456 78", "DE12345678", "\"DE12 3456 78\"" },
		{ "currency", "{\"type\":\"string\"}", "€", "EUR", "\"EUR\"" },
		{ "paid", "{\"type\":\"boolean\"}", "Ja", NULL, "true" },
		{ "paid", "{\"type\":\"boolean\"}", "No", NULL, "false" },
		{ "paid", "{\"type\":\"boolean\"}", "maybe", NULL, "null" },
		{ "paid", "{\"type\":\"boolean\"}", "aucun", NULL, "false" },
		{ "paid", "{\"type\":\"boolean\"}", "Kyllä", NULL, "true" },
		{ "k", "{\"enum\":[\"female\",\"male\"]}", "F", NULL, "\"female\"" },
		{ "k", "{\"enum\":[\"female\",\"male\"]}", "weiblich", NULL, "\"female\"" },
		{ "k", "{\"enum\":[\"single\",\"separated\"]}", "S", NULL, "null" },
		{ "k", "{\"enum\":[\"single\",\"married\",\"divorced\"]}", "ledig", NULL, "\"single\"" },
		{ "k", "{\"enum\":[\"single\",\"married\",\"divorced\"]}", "mariée", NULL, "\"married\"" },
		{ "k", "{\"enum\":[\"buy\",\"sell\"]}", "Verkauf", NULL, "\"sell\"" },
		{ "k", "{\"enum\":[\"BUY\",\"SELL\"]}", "Compra", NULL, "\"BUY\"" },
		{ "k", "{\"enum\":[\"full_time\",\"part_time\"]}", "Teilzeit", NULL, "\"part_time\"" },
		{ "k", "{\"enum\":[\"open\",\"closed\"]}", "geschlossen", NULL, "\"closed\"" },
		{ "k", "{\"enum\":[\"approved\",\"rejected\"]}", "refusé", NULL, "\"rejected\"" },
		{ "k", "{\"enum\":[\"Net 30\",\"Net 60\"]}", "NET-60", NULL, "\"Net 60\"" },
		{ "k", "{\"enum\":[\"invoice\",\"credit_note\"]}", "Rechnung", NULL, "\"invoice\"" },
		{ "k", "{\"enum\":[\"MEN\",\"WOMEN\"]}", "WOMEN 50m Backstroke", NULL, "\"WOMEN\"" },
		{ "k", "{\"enum\":[\"a\",\"b\"]}", "something else", NULL, "null" },
		{ "k", "{\"enum\":[1,2]}", "2", NULL, "2" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = reading(rows[i].name, rows[i].schema, rows[i].text, rows[i].canon);
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s %s \"%s\" gives %s, want %s", rows[i].name, rows[i].schema, rows[i].text, got, rows[i].want);
	}
}

/* Printed numbers, with every mark in use for groups and decimals. */
static void test_numbers(void **state)
{
	static const struct { const char *text; bool comma; const char *want; } rows[] = {
		{ "1,234.50", false, "1234.50" }, { "1.234,50", false, "1234.50" }, { "1.234,50", true, "1234.50" },
		{ "1,234", false, "1234" }, { "1,234", true, "1.234" }, { "1.234", true, "1234" }, { "1.234", false, "1.234" },
		{ "1 234 567,8", true, "1234567.8" }, { "1'234.5", false, "1234.5" }, { "1.234.567", true, "1234567" },
		{ "12-", false, "-12" }, { "-12", false, "-12" }, { "(1,5)", true, "-1.5" }, { "$ -3", false, "-3" },
		{ ".5", false, "0.5" }, { "00012", false, "12" }, { "0.10", false, "0.10" }, { "0,125", false, "0.125" },
		{ "$1,000", false, "1000" }, { "10-12", false, "10" }, { "−4", false, "-4" }, { "0", false, "0" },
		{ "5 Stk", false, "5" }, { "1,23,456", false, "123456" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[64];
		assert_true(decimal_read(str_from(rows[i].text), rows[i].comma, out));
		if (strcmp(out, rows[i].want) != 0)
			fail_msg("\"%s\" is read as %s, want %s", rows[i].text, out, rows[i].want);
	}
	char out[64];
	assert_false(decimal_read(STR("none"), false, out));
	assert_false(decimal_read(STR(""), false, out));
}

static void test_durations(void **state)
{
	int64_t s;
	assert_true(duration_read(STR("1 h 30 min"), 60, &s) && s == 5400);
	assert_true(duration_read(STR("PT45M"), 60, &s) && s == 2700);
	assert_true(duration_read(STR("90"), 60, &s) && s == 5400);
	assert_true(duration_read(STR("2 Stunden"), 60, &s) && s == 7200);
	assert_true(duration_read(STR("P1DT2H"), 60, &s) && s == 93600);
	assert_true(duration_read(STR("P2M"), 60, &s) && s == 60 * 86400);
	assert_false(duration_read(STR("soon"), 60, &s));
	assert_false(duration_read(STR("PT"), 60, &s));
	assert_false(duration_read(STR("P99999999999D"), 60, &s) && s == 0);
}

/* Nulls tell why: nothing found, a blank, or words that do not support the type. */
static void test_nulls(void **state)
{
	struct view *v = view_of("- none");
	struct buf b;
	const char *why = "";
	uint32_t ids[] = { 0, 1 };
	struct plan_field *f = field_of("total", "{\"type\":\"number\"}");
	buf_init(&b, 0);
	assert_false(normalise(v, in, f, &(struct found){ 0 }, &b, &why));
	assert_string_equal(why, "not_found");
	assert_false(normalise(v, in, f, &(struct found){ .why = "ambiguous" }, &b, &why));
	assert_string_equal(why, "ambiguous");
	assert_false(normalise(v, in, f, &(struct found){ .words = ids, .n = 1 }, &b, &why));
	assert_string_equal(why, "blank_in_document");
	assert_false(normalise(v, in, f, &(struct found){ .words = ids + 1, .n = 1 }, &b, &why));
	assert_string_equal(why, "rejected_unsupported");
	assert_string_equal(b.p, "nullnullnullnull");
	buf_fini(&b);
}

/* Bytes left out at both ends of the words are no part of the value. */
static void test_cut(void **state)
{
	struct view *v = view_of("Nr.:4711, x");
	uint32_t ids[] = { 0 };
	struct found f = { .words = ids, .n = 1, .skip = 4, .cut = 1 };
	struct buf b;
	buf_init(&b, 0);
	found_text(v, &f, &b);
	assert_string_equal(b.p, "4711");
	buf_fini(&b);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_forms), CASE(test_numbers), CASE(test_durations), CASE(test_nulls), CASE(test_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
