/* SPDX-License-Identifier: Apache-2.0 */
#include "store/exercise-store.h"

static const int64_t start = 1800000000 * CLOCK_SECOND;

static struct store_configuration save(struct id project, enum store_product product, const char *name, const char *parameters,
				       int64_t now)
{
	struct store_configuration c = { .id = id_new(now), .project = project, .product = product, .name = str_from(name),
					 .parameters = str_from(parameters) };
	if (!store_configuration_put(ex_store, &c, now, &ex_err))
		fail_msg("%s", ex_err.text);
	return c;
}

static struct store_configuration get(struct id project, struct id id)
{
	struct store_configuration c;
	assert_int_equal(store_configuration_get(ex_store, project, id, &ex_arena, &c, &ex_err), STORE_OK);
	return c;
}

/* The same name again replaces the parameters and keeps identifier and time of creation; the version moves on even within
 * one millisecond. Other products, labels and projects have names of their own. */
static void test_put(void **state)
{
	struct store_configuration a = save(ex_project, PRODUCT_EXTRACT_V2, "bills", "{\"a\":1}", start);
	struct store_configuration b = save(ex_project, PRODUCT_EXTRACT_V2, "bills", "{\"a\":2}", start);
	assert_true(id_eq(a.id, b.id));
	assert_int_equal(b.created_at, start);
	assert_true(b.updated_at >= a.updated_at + 1000);
	assert_true(str_eq_z(get(ex_project, a.id).parameters, "{\"a\":2}"));
	assert_false(id_eq(save(ex_project, PRODUCT_PARSE_V2, "bills", "{}", start).id, a.id));
	assert_false(id_eq(save(ex_other, PRODUCT_EXTRACT_V2, "bills", "{}", start).id, a.id));
	struct store_configuration labelled = { .id = id_new(start), .project = ex_project, .product = PRODUCT_EXTRACT_V2,
						.name = STR("bills"), .label = STR("v2"), .creator = STR("me"), .parameters = STR("{}") };
	assert_true(store_configuration_put(ex_store, &labelled, start, &ex_err));
	assert_false(id_eq(labelled.id, a.id));
	assert_true(str_eq_z(get(ex_project, labelled.id).label, "v2") && str_eq_z(get(ex_project, labelled.id).creator, "me"));
	assert_null(get(ex_project, a.id).creator.p);
	labelled.project = id_new(1);
	assert_false(store_configuration_put(ex_store, &labelled, start, &ex_err));
	assert_int_equal(ex_err.code, ERR_NOT_FOUND);
}

/* There is a place for every product. */
static void test_products(void **state)
{
	enum store_product p;
	for (int i = 0; i < PRODUCT_COUNT; i++) {
		struct store_configuration c = save(ex_project, (enum store_product)i, "x", "{}", start);
		assert_int_equal(get(ex_project, c.id).product, i);
		assert_true(store_product_parse(str_from(store_product_word((enum store_product)i)), &p) && p == (enum store_product)i);
	}
	assert_false(store_product_parse(STR("extract"), &p));
}

/* A change leaves out what it does not name; a name that another one has is refused. */
static void test_change(void **state)
{
	struct str none = { NULL, 0 };
	struct store_configuration a = save(ex_project, PRODUCT_EXTRACT_V2, "a", "{\"a\":1}", start);
	save(ex_project, PRODUCT_EXTRACT_V2, "b", "{}", start);
	assert_int_equal(store_configuration_change(ex_store, ex_project, a.id, STR("c"), none, start, &ex_err), STORE_OK);
	struct store_configuration now = get(ex_project, a.id);
	assert_true(str_eq_z(now.name, "c") && str_eq_z(now.parameters, "{\"a\":1}") && now.updated_at > a.updated_at);
	assert_int_equal(store_configuration_change(ex_store, ex_project, a.id, none, STR("{\"a\":2}"), start, &ex_err), STORE_OK);
	now = get(ex_project, a.id);
	assert_true(str_eq_z(now.name, "c") && str_eq_z(now.parameters, "{\"a\":2}"));
	assert_int_equal(store_configuration_change(ex_store, ex_project, a.id, STR("b"), none, start, &ex_err), STORE_REFUSED);
	assert_int_equal(store_configuration_change(ex_store, ex_project, a.id, STR("c"), none, start, &ex_err), STORE_OK);
	assert_int_equal(store_configuration_change(ex_store, ex_other, a.id, STR("d"), none, start, &ex_err), STORE_NONE);
}

/* Deleted once; another project deletes nothing. */
static void test_delete(void **state)
{
	struct store_configuration c, a = save(ex_project, PRODUCT_EXTRACT_V2, "a", "{}", start);
	assert_int_equal(store_configuration_get(ex_store, ex_other, a.id, &ex_arena, &c, &ex_err), STORE_NONE);
	assert_int_equal(store_configuration_delete(ex_store, ex_other, a.id, &ex_err), STORE_NONE);
	assert_int_equal(store_configuration_delete(ex_store, ex_project, a.id, &ex_err), STORE_OK);
	assert_int_equal(store_configuration_delete(ex_store, ex_project, a.id, &ex_err), STORE_NONE);
	assert_int_equal(store_configuration_get(ex_store, ex_project, a.id, &ex_arena, &c, &ex_err), STORE_NONE);
}

static struct store_configuration_page list(struct store_configuration_query q)
{
	struct store_configuration_page page;
	assert_true(store_configuration_list(ex_store, &q, &ex_arena, &page, &ex_err));
	return page;
}

/* Pages walk every match once, newest first, with the exact total; filters combine. */
static void test_list(void **state)
{
	char name[16];
	for (int i = 0; i < 7; i++) {
		snprintf(name, sizeof(name), "n%d", i);
		save(ex_project, i % 2 ? PRODUCT_PARSE_V2 : PRODUCT_EXTRACT_V2, name, "{}", start + i / 2);
	}
	save(ex_other, PRODUCT_EXTRACT_V2, "n0", "{}", start);
	struct store_configuration_query q = { .project = ex_project, .products = ~0u, .limit = 2 };
	size_t seen = 0;
	int64_t last = INT64_MAX;
	for (;;) {
		struct store_configuration_page page = list(q);
		assert_int_equal(page.total, 7);
		for (size_t i = 0; i < page.n; i++) {
			assert_true(page.items[i].created_at <= last);
			last = page.items[i].created_at;
		}
		seen += page.n;
		if (!page.more)
			break;
		assert_int_equal(page.n, 2);
		q.after = true;
		q.after_time = page.items[1].created_at;
		q.after_id = page.items[1].id;
	}
	assert_int_equal(seen, 7);
	q = (struct store_configuration_query){ .project = ex_project, .products = 1u << PRODUCT_PARSE_V2, .limit = 50 };
	assert_int_equal(list(q).total, 3);
	assert_int_equal(list(q).n, 3);
	q.name = STR("n1");
	assert_int_equal(list(q).total, 1);
	q.name = STR("n0");
	assert_int_equal(list(q).total, 0);
	q.products = ~0u;
	q.creator = STR("nobody");
	assert_int_equal(list(q).total, 0);
}

/* A page of large ones ends early instead of outgrowing memory; the walk still sees all. */
static void test_large(void **state)
{
	enum { SIZE = 7 << 20 };
	char name[16], *text = malloc(SIZE);
	memset(text, ' ', SIZE);
	text[0] = '{';
	text[SIZE - 2] = '}';
	text[SIZE - 1] = '\0';
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "n%d", i);
		save(ex_project, PRODUCT_UNKNOWN, name, text, start + i);
	}
	free(text);
	struct store_configuration_query q = { .project = ex_project, .products = ~0u, .limit = 50 };
	struct store_configuration_page page = list(q);
	assert_true(page.n == 3 && page.more && page.total == 4);
	q.after = true;
	q.after_time = page.items[2].created_at;
	q.after_id = page.items[2].id;
	page = list(q);
	assert_true(page.n == 1 && !page.more);
}

int exercise_configurations(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_put), EX_TEST(test_products), EX_TEST(test_change), EX_TEST(test_delete), EX_TEST(test_list),
		EX_TEST(test_large),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
