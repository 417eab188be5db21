/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "extract/plan.h"
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static struct arena arena;
static struct intern *in;

static int setup(void **state)
{
	arena_init(&arena, "test", 64 << 20);
	in = intern_new(&arena);
	return in ? 0 : -1;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

static struct plan *compile(const char *text)
{
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	struct schema_node *root = v ? schema_check(v, strlen(text), &arena, &problems, &n) : NULL;
	struct plan *p = root ? plan_compile(root, 0, in, &arena, &e) : NULL;
	if (!p)
		fail_msg("%s: %s", text, e.text);
	return p;
}

/* The plan field of one property. */
static struct plan_field *field(const char *name, const char *schema)
{
	struct buf b;
	buf_init(&b, 0);
	buf_printf(&b, "{\"properties\":{\"%s\":%s}}", name, schema);
	struct plan_field *f = compile(b.p)->fields;
	buf_fini(&b);
	return f;
}

static int match(const struct plan_field *f, const char *label)
{
	return plan_alias_match(in, phrase_of(in, str_from(label)), f->aliases, f->aliases_n);
}

/* Leaves outside arrays, arrays, nested arrays and their paths come in schema order. */
static void test_walk(void **state)
{
	struct plan *p = compile("{\"properties\":{\"a\":{},\"o\":{\"properties\":{\"b\":{},\"l\":{\"items\":{\"properties\":{"
		"\"c\":{},\"q\":{\"properties\":{\"d\":{}}},\"m\":{\"items\":{\"properties\":{\"e\":{}}}}}}}}},"
		"\"s\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}");
	assert_int_equal(p->fields_n, 2);
	assert_true(str_eq_z(p->fields[1].path, "o.b"));
	assert_int_equal(p->arrays_n, 2);
	assert_true(str_eq_z(p->arrays[0].path, "o.l"));
	assert_int_equal(p->arrays[0].fields_n, 2);
	assert_true(str_eq_z(p->arrays[0].fields[1].path, "o.l[].q.d"));
	assert_ptr_equal(p->arrays[0].fields[1].array, &p->arrays[0]);
	assert_int_equal(p->arrays[0].children_n, 1);
	assert_ptr_equal(p->arrays[0].children[0].parent, &p->arrays[0]);
	assert_true(str_eq_z(p->arrays[0].children[0].fields[0].path, "o.l[].m[].e"));
	assert_true(p->arrays[1].scalar);
	assert_int_equal(p->arrays[1].fields_n, 1);
}

/* Kinds of values follow from type, format, name and description. */
static void test_types(void **state)
{
	static const struct { const char *name, *schema; enum value_type want; } rows[] = {
		{ "invoice_date", "{\"type\":\"string\"}", VALUE_DATE },
		{ "flight_start", "{\"type\":\"string\",\"description\":\"First day, YYYY-MM-DD\"}", VALUE_DATE },
		{ "when", "{\"type\":\"string\",\"format\":\"date-time\"}", VALUE_DATETIME },
		{ "vatId", "{\"type\":\"string\"}", VALUE_VAT_ID },
		{ "customerNumber", "{\"type\":\"string\"}", VALUE_ID },
		{ "currency", "{\"type\":\"string\"}", VALUE_CURRENCY },
		{ "total", "{\"type\":\"number\"}", VALUE_MONEY },
		{ "quantity", "{\"type\":\"number\"}", VALUE_NUMBER },
		{ "tax_rate", "{\"type\":\"number\"}", VALUE_PERCENT },
		{ "pages", "{\"type\":\"integer\"}", VALUE_INTEGER },
		{ "birth_year", "{\"type\":\"integer\"}", VALUE_YEAR },
		{ "cook_time", "{\"type\":\"integer\",\"description\":\"Time in minutes\"}", VALUE_DURATION },
		{ "paid", "{\"type\":\"boolean\"}", VALUE_BOOLEAN },
		{ "kind", "{\"enum\":[\"a\",\"b\"]}", VALUE_ENUM },
		{ "seller", "{\"type\":\"string\"}", VALUE_ORG },
		{ "seller_city", "{\"type\":\"string\"}", VALUE_CITY },
		{ "shop", "{\"type\":\"string\",\"description\":\"Name of the company that sold it\"}", VALUE_ORG },
		{ "contact_person", "{\"type\":\"string\"}", VALUE_PERSON },
		{ "contact_email", "{\"type\":\"string\"}", VALUE_EMAIL },
		{ "remark", "{\"type\":\"string\"}", VALUE_TEXT },
		{ "iban", "{}", VALUE_IBAN },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_field *f = field(rows[i].name, rows[i].schema);
		if (f->type != rows[i].want)
			fail_msg("%s is read as type %d, want %d", rows[i].name, f->type, rows[i].want);
	}
}

/* The written form the description asks for. */
static void test_forms(void **state)
{
	assert_true(field("d", "{\"description\":\"Day, YYYY-MM-DD\"}")->form & FORM_ISO_DATE);
	assert_true(field("d", "{\"description\":\"Month, YYYY-MM\"}")->form & FORM_ISO_MONTH);
	assert_true(field("d", "{\"description\":\"Fecha de la firma, AAAA-MM-DD\"}")->form & FORM_ISO_DATE);
	assert_true(field("d", "{\"description\":\"Datum (JJJJ-MM-TT)\"}")->form & FORM_ISO_DATE);
	assert_true(field("d", "{\"description\":\"Mois, AAAA-MM\"}")->form & FORM_ISO_MONTH);
	assert_true(field("d", "{\"type\":\"string\",\"format\":\"date\"}")->form & FORM_ISO_DATE);
	assert_true(field("d", "{\"description\":\"IBAN without spaces\"}")->form & FORM_NO_SPACES);
	assert_true(field("d", "{\"description\":\"Name, first line only\"}")->form & FORM_FIRST_LINE);
	assert_true(field("d", "{\"description\":\"As printed\"}")->form & FORM_AS_PRINTED);
	assert_int_equal(field("d", "{\"description\":\"Due date\"}")->form, 0);
}

/* Labels the description quotes, enumerates or begins with are found beside the name's own. */
static void test_aliases(void **state)
{
	struct plan_field *f = field("ident", "{\"type\":\"string\",\"description\":"
		"\"Contract, order or estimate number that identifies this buy, as printed\"}");
	assert_true(match(f, "Contract number") > 850);
	assert_true(match(f, "Estimate #") > 850);
	assert_true(match(f, "Order No.") > 850);
	f = field("x1", "{\"description\":\"Column \\\"Retail sales (bn)\\\", as printed\"}");
	assert_int_equal(match(f, "Retail sales (bn)"), 1000);
	f = field("x2", "{\"description\":\"The amount labelled Net wages, in euro\"}");
	assert_true(match(f, "Net wages") > 950);
	f = field("x3", "{\"description\":\"Box 12a of the form\"}");
	assert_true(match(f, "Box 12a") > 950);
	f = field("total", "{\"type\":\"number\"}");
	assert_true(match(f, "Rechnungsbetrag") > 700);
	f = field("zorble_code", "{\"title\":\"Blafish\"}");
	assert_int_equal(match(f, "Blafish"), 1000);
	assert_true(match(f, "Zorble") > 800);
}

/* Roles leave the name as scope; the attribute alone is a weak label. */
static void test_scope(void **state)
{
	struct plan_field *f = field("buyer_postal_code", "{}");
	assert_int_equal(f->scope.n, 1);
	assert_int_equal(f->scope.tokens[0], token_named(in, "buyer"));
	assert_int_equal(f->attribute.n, 2);
	int m = match(f, "Postal code");
	assert_true(m > 600 && m < 800);
	f = compile("{\"properties\":{\"vendor\":{\"properties\":{\"city\":{}}}}}")->fields;
	assert_int_equal(f->scope.n, 1);
	assert_true(match(f, "City") > 600 && match(f, "City") < 800);
}

/* Both ends of a range know each other. */
static void test_pairs(void **state)
{
	struct plan *p = compile("{\"properties\":{\"flight_start\":{\"description\":\"YYYY-MM-DD\"},\"x\":{},\"flight_end\":"
		"{\"description\":\"YYYY-MM-DD\"},\"other_end\":{\"description\":\"YYYY-MM-DD\"}}}");
	assert_ptr_equal(p->fields[0].pair, &p->fields[2]);
	assert_ptr_equal(p->fields[2].pair, &p->fields[0]);
	assert_int_equal(p->fields[0].side, SIDE_START);
	assert_int_equal(p->fields[2].side, SIDE_END);
	assert_null(p->fields[3].pair);
}

/* Values the schema spells out. */
static void test_choices(void **state)
{
	struct plan_field *f = field("sex", "{\"type\":\"string\",\"description\":\"MEN or WOMEN\"}");
	assert_int_equal(f->choices_n, 2);
	assert_true(str_eq_z(f->choices[1], "WOMEN"));
	assert_int_equal(field("a", "{\"enum\":[\"x\",\"y\",\"z\"]}")->choices_n, 3);
	assert_int_equal(field("a", "{\"description\":\"The IBAN of the seller\"}")->choices_n, 0);
}

/* A word in most names says little; the rest of a name says more then. */
static void test_common(void **state)
{
	compile("{\"properties\":{\"zorble_a\":{},\"zorble_b\":{},\"zorble_c\":{},\"zorble_d\":{}}}");
	assert_int_equal(token_weight(in, phrase_of(in, STR("zorble")).tokens[0]), 350);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_walk), CASE(test_types), CASE(test_forms), CASE(test_aliases), CASE(test_scope), CASE(test_pairs),
		CASE(test_choices), CASE(test_common),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
