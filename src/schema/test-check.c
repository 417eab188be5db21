/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"
#include "base/test-arena.h"
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

static struct schema_problem *problems;
static size_t problems_n;

static struct schema_node *check_n(const char *text, size_t text_n)
{
	struct err e;
	struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	if (!v)
		fail_msg("%s: %s", text, e.text);
	return schema_check(v, text_n, &arena, &problems, &problems_n);
}

static struct schema_node *check(const char *text)
{
	return check_n(text, strlen(text));
}

static void assert_str(struct str s, const char *want)
{
	if (!str_eq_z(s, want))
		fail_msg("got \"%.*s\", want \"%s\"", STR_ARGS(s), want);
}

/* One property named a with the schema given. */
static struct schema_node *property(const char *schema)
{
	struct buf b;
	buf_init(&b, 0);
	buf_printf(&b, "{\"type\":\"object\",\"properties\":{\"a\":%s}}", schema);
	struct schema_node *root = check(b.p);
	buf_fini(&b);
	if (!root)
		fail_msg("%s refused: %.*s", schema, STR_ARGS(problems[0].message));
	return root->props[0];
}

static void refused(const char *schema, const char *pointer, const char *part)
{
	struct schema_node *root = check(schema);
	if (root)
		fail_msg("accepted: %s", schema);
	for (size_t i = 0; i < problems_n; i++) {
		char text[600];
		snprintf(text, sizeof text, "%.*s", STR_ARGS(problems[i].message));
		if (str_eq_z(problems[i].pointer, pointer) && strstr(text, part)) {
			assert_str(problems[i].type, "value_error");
			return;
		}
	}
	fail_msg("%s: no problem at \"%s\" with \"%s\"; first is \"%.*s\": %.*s", schema, pointer, part,
		 STR_ARGS(problems[0].pointer), STR_ARGS(problems[0].message));
}

/* Types, words and the order of properties arrive in the nodes. */
static void test_plain(void **state)
{
	struct schema_node *r = check("{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{"
		"\"z\":{\"type\":\"string\",\"title\":\"T\",\"description\":\"D\",\"format\":\"date\",\"pattern\":\"x\"},"
		"\"n\":{\"type\":\"integer\"},\"l\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
		"\"amount\":{\"type\":\"number\"}}}},\"s\":{\"type\":\"array\"}}}");
	assert_non_null(r);
	assert_int_equal(r->n, 4);
	assert_str(r->props[0]->name, "z");
	assert_str(r->props[0]->title, "T");
	assert_str(r->props[0]->description, "D");
	assert_str(r->props[0]->format, "date");
	assert_str(r->props[0]->pattern, "x");
	assert_false(r->props[0]->required);
	assert_true(r->props[1]->required);
	assert_int_equal(r->props[1]->type, SCHEMA_INTEGER);
	assert_int_equal(r->props[2]->items->type, SCHEMA_OBJECT);
	assert_int_equal(r->props[2]->items->props[0]->type, SCHEMA_NUMBER);
	assert_ptr_equal(r->props[2]->items->parent, r->props[2]);
	assert_int_equal(r->props[3]->items->type, SCHEMA_ANY);
}

/* A root that only lists properties is an object; a bare map of fields is not one. */
static void test_root(void **state)
{
	assert_non_null(check("{\"properties\":{\"a\":{}}}"));
	refused("{\"a\":{\"type\":\"string\"}}", "", "bare map");
	refused("{\"type\":\"array\",\"items\":{}}", "", "root");
	refused("{\"type\":\"object\"}", "", "nothing to extract");
	refused("[]", "", "must be an object");
	refused("true", "", "must be an object");
}

/* Every way to write an optional value gives a nullable node of the other type. */
static void test_nullable(void **state)
{
	static const char *const ways[] = {
		"{\"type\":[\"string\",\"null\"]}", "{\"type\":[\"null\",\"string\"]}",
		"{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
		"{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}",
		"{\"anyOf\":[{\"type\":[\"null\"]},{\"anyOf\":[{\"type\":\"string\"}]}]}",
		"{\"type\":\"string\",\"nullable\":true}", "{\"enum\":[\"a\",null]}",
		"{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"a\"]},{\"const\":null}]}",
	};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct schema_node *a = property(ways[i]);
		if (a->type != SCHEMA_STRING || !a->nullable)
			fail_msg("%s gives type %d nullable %d", ways[i], a->type, a->nullable);
	}
	assert_false(property("{\"type\":\"string\"}")->nullable);
}

/* Unions of several types take the first; integer beside number means number. */
static void test_unions(void **state)
{
	assert_int_equal(property("{\"anyOf\":[{\"type\":\"number\"},{\"type\":\"string\"}]}")->type, SCHEMA_NUMBER);
	assert_int_equal(property("{\"type\":[\"integer\",\"number\"]}")->type, SCHEMA_NUMBER);
	assert_str(property("{\"description\":\"outer\",\"anyOf\":[{\"type\":\"string\",\"description\":\"inner\"}]}")
		->description, "outer");
	assert_str(property("{\"anyOf\":[{\"type\":\"string\",\"description\":\"inner\"}]}")->description, "inner");
}

/* const is an enum of one, a union of constants an enum of all; types come from the values. */
static void test_enums(void **state)
{
	struct schema_node *a = property("{\"const\":\"x\"}");
	assert_int_equal(a->enums->n, 1);
	assert_int_equal(a->type, SCHEMA_STRING);
	a = property("{\"oneOf\":[{\"const\":1},{\"const\":2},{\"enum\":[3,4]},{\"type\":\"null\"}]}");
	assert_int_equal(a->enums->n, 4);
	assert_int_equal(a->type, SCHEMA_INTEGER);
	assert_true(a->nullable);
	assert_int_equal(property("{\"enum\":[1,2.5]}")->type, SCHEMA_NUMBER);
	assert_int_equal(property("{\"enum\":[1,\"a\"]}")->type, SCHEMA_ANY);
	refused("{\"properties\":{\"a\":{\"enum\":[]}}}", "properties/a/enum", "at least one");
}

/* References go into $defs, definitions or any place; words beside them win. */
static void test_references(void **state)
{
	struct schema_node *r = check("{\"type\":\"object\",\"$defs\":{\"Line\":{\"type\":\"object\",\"description\":\"d\","
		"\"properties\":{\"q\":{\"$ref\":\"#/definitions/N\"}}}},\"definitions\":{\"N\":{\"type\":\"number\"},"
		"\"a/b\":{\"type\":\"boolean\"}},\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Line\","
		"\"description\":\"mine\"}},\"m\":{\"$ref\":\"#/$defs/Line\"},\"k\":{\"$ref\":\"#/definitions/a~1b\"},"
		"\"j\":{\"$ref\":\"#/properties/m/properties/x\"}}}");
	assert_null(r); /* m itself is only a reference: it has no member "properties" to walk through */
	r = check("{\"$defs\":{\"Line\":{\"description\":\"d\",\"properties\":{\"q\":{\"$ref\":\"#/definitions/N\"}}}},"
		"\"definitions\":{\"N\":{\"type\":\"number\"},\"a/b\":{\"type\":\"boolean\"}},\"properties\":{"
		"\"l\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Line\",\"description\":\"mine\"}},"
		"\"m\":{\"$ref\":\"#/$defs/Line\"},\"k\":{\"$ref\":\"#/definitions/a~1b\"},"
		"\"j\":{\"$ref\":\"#/%24defs/Line/properties/q\"}}}");
	assert_non_null(r);
	assert_str(r->props[0]->items->description, "mine");
	assert_str(r->props[1]->description, "d");
	assert_int_equal(r->props[1]->props[0]->type, SCHEMA_NUMBER);
	assert_int_equal(r->props[2]->type, SCHEMA_BOOLEAN);
	assert_int_equal(r->props[3]->type, SCHEMA_NUMBER);
}

/* References that go nowhere, outside or round in circles are refused where they stand. */
static void test_bad_references(void **state)
{
	refused("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/No\"}}}", "properties/a/$ref", "names nothing");
	refused("{\"properties\":{\"a\":{\"$ref\":\"https://example.com/x.json\"}}}", "properties/a/$ref", "only references");
	refused("{\"properties\":{\"a\":{\"$ref\":\"#node\"}}}", "properties/a/$ref", "anchors");
	refused("{\"properties\":{\"a\":{\"$ref\":1}}}", "properties/a/$ref", "string");
	refused("{\"properties\":{\"a\":{\"$ref\":\"#\"}}}", "properties/a/$ref", "recursive");
	refused("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/T\"}},\"$defs\":{\"T\":{\"properties\":{\"kids\":{"
		"\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/T\"}}}}}}", "$defs/T/properties/kids/items/$ref", "recursive");
	refused("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}},\"$defs\":{\"A\":{\"$ref\":\"#/$defs/B\"},"
		"\"B\":{\"$ref\":\"#/$defs/A\"}}}", "$defs/B/$ref", "recursive");
}

/* allOf joins properties and required lists; parts that disagree are refused. */
static void test_all_of(void **state)
{
	struct schema_node *r = check("{\"allOf\":[{\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]},"
		"{\"properties\":{\"b\":{\"type\":\"number\"},\"a\":{\"description\":\"more\"}},\"required\":[\"a\",\"b\"]}]}");
	assert_non_null(r);
	assert_int_equal(r->n, 2);
	assert_str(r->props[0]->description, "more");
	assert_true(r->props[1]->required);
	refused("{\"properties\":{\"a\":{\"allOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]}}}", "properties/a", "disagree");
}

/* What cannot be honoured is refused with its place, and every problem is told. */
static void test_refusals(void **state)
{
	refused("{\"properties\":{\"a\":{\"not\":{}}}}", "properties/a/not", "not supported");
	refused("{\"properties\":{\"a\":{}},\"if\":{},\"then\":{}}", "then", "if/then/else");
	refused("{\"properties\":{\"a\":{\"type\":\"array\",\"items\":[{}]}}}", "properties/a/items", "tuples");
	refused("{\"properties\":{\"a\":{\"type\":\"array\",\"prefixItems\":[{}]}}}", "properties/a/prefixItems", "tuples");
	refused("{\"properties\":{\"a\":{\"type\":\"text\"}}}", "properties/a/type", "type must be");
	refused("{\"properties\":{\"a\":{\"type\":[]}}}", "properties/a/type", "type must be");
	refused("{\"properties\":{\"a\":5}}", "properties/a", "must be an object, not integer");
	refused("{\"properties\":[]}", "properties", "name -> schema");
	refused("{\"properties\":{\"a\":{\"description\":4}}}", "properties/a/description", "string");
	refused("{\"properties\":{\"a\":{}},\"required\":\"a\"}", "required", "list of property names");
	refused("{\"properties\":{\"a/b\":{\"not\":{}}}}", "properties/a~1b/not", "not supported");
	check("{\"properties\":{\"a\":{\"not\":{}},\"b\":{\"type\":\"x\"},\"c\":7}}");
	assert_int_equal(problems_n, 3);
}

/* Names that look like schema words are names when they stand in properties. */
static void test_names_like_words(void **state)
{
	struct schema_node *r = check("{\"properties\":{\"not\":{},\"$ref\":{\"type\":\"string\"},\"if\":{},\"type\":{}}}");
	assert_non_null(r);
	assert_int_equal(r->n, 4);
}

static void nested(struct buf *b, int levels)
{
	for (int i = 0; i < levels; i++)
		buf_z(b, "{\"type\":\"object\",\"properties\":{\"a\":");
	buf_z(b, "{}");
	for (int i = 0; i < levels; i++)
		buf_z(b, "}}");
}

/* Seven levels of objects are fine, eight are not; arrays of objects add one level, not two. */
static void test_depth(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	nested(&b, 7);
	assert_non_null(check(b.p));
	buf_clear(&b);
	nested(&b, 8);
	assert_null(check(b.p));
	assert_true(problems_n == 1 && problems[0].message.n > 0);
	buf_clear(&b);
	buf_z(&b, "{\"properties\":{\"l\":{\"items\":");
	nested(&b, 6);
	buf_z(&b, "}}}");
	assert_non_null(check(b.p));
	buf_fini(&b);
}

/* Arrays inside arrays end somewhere too. */
static void test_array_depth(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	buf_z(&b, "{\"properties\":{\"l\":");
	for (int i = 0; i < 30; i++)
		buf_z(&b, "{\"items\":");
	buf_z(&b, "{}");
	for (int i = 0; i < 30; i++)
		buf_z(&b, "}");
	buf_z(&b, "}}");
	assert_null(check(b.p));
	buf_fini(&b);
}

/* The limits of the contract: properties, characters of words, characters of text. */
static void test_limits(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	buf_z(&b, "{\"properties\":{");
	for (int i = 0; i < 5000; i++)
		buf_printf(&b, "%s\"p%d\":{}", i ? "," : "", i);
	buf_z(&b, "}}");
	assert_non_null(check(b.p));
	b.n -= 2;
	buf_z(&b, ",\"last\":{}}}");
	assert_null(check(b.p));
	assert_null(check_n("{\"properties\":{\"a\":{}}}", SCHEMA_MAX_CHARS + 1));
	assert_non_null(check_n("{\"properties\":{\"a\":{}}}", SCHEMA_MAX_CHARS));
	buf_clear(&b);
	buf_z(&b, "{\"properties\":{\"a\":{\"description\":\"");
	for (int i = 0; i < SCHEMA_MAX_WORDS_CHARS; i++)
		buf_byte(&b, 'x');
	buf_z(&b, "\"}}}");
	assert_null(check(b.p));
	buf_fini(&b);
}

/* References that double at every step end in a refusal, not in hours of work. */
static void test_bomb(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	buf_z(&b, "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{");
	for (int i = 0; i < 40; i++)
		buf_printf(&b, "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]},", i, i + 1, i + 1);
	buf_z(&b, "\"d40\":{\"type\":\"string\"}}}");
	assert_null(check(b.p));
	assert_true(problems_n >= 1);
	buf_fini(&b);
}

/* The written schema has its references resolved and keeps words that only hint. */
static void test_write(void **state)
{
	struct schema_node *r = check("{\"type\":\"object\",\"$defs\":{\"N\":{\"type\":\"number\",\"minimum\":0}},"
		"\"properties\":{\"a\":{\"description\":\"x\",\"$ref\":\"#/$defs/N\"}}}");
	struct buf b;
	assert_non_null(r);
	buf_init(&b, 0);
	schema_write(&b, r);
	assert_string_equal(b.p, "{\"type\":\"object\",\"properties\":{\"a\":{\"description\":\"x\",\"type\":\"number\","
		"\"minimum\":0}}}");
	buf_fini(&b);
}

int main(void)
{
#define CASE ARENA_TEST
	const struct CMUnitTest tests[] = {
		CASE(test_plain), CASE(test_root), CASE(test_nullable), CASE(test_unions), CASE(test_enums),
		CASE(test_references), CASE(test_bad_references), CASE(test_all_of), CASE(test_refusals),
		CASE(test_names_like_words), CASE(test_depth), CASE(test_array_depth), CASE(test_limits), CASE(test_bomb),
		CASE(test_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
