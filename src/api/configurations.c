/* SPDX-License-Identifier: Apache-2.0 */
/* Saved configurations (behaviour.md section 13): kept under a name, replaced by it, newest version only. */
#include "api/configurations.h"
#include "api/fields.h"
#include "api/parameters.h"
#include "base/clock.h"

#define ALL ((1u << PRODUCT_COUNT) - 1)
#define PRODUCTS (ALL & ~(1u << PRODUCT_PARSE_V1)) /* those of this path */

static const struct place body = { NULL, { "body", 4 }, 0 };
static const struct place query_place = { NULL, { "query", 5 }, 0 };

struct fields {
	struct str name;
	const struct json *parameters;
};
static const struct field create_rows[] = {
	{ "name", FIELD_TEXT, offsetof(struct fields, name), FIELD_REQUIRED, CONFIGURATION_NAME_MAX, NULL },
	{ "parameters", FIELD_OBJECT, offsetof(struct fields, parameters), FIELD_REQUIRED, 0, NULL },
};
static const struct field update_rows[] = {
	{ "name", FIELD_TEXT, offsetof(struct fields, name), FIELD_NULL, CONFIGURATION_NAME_MAX, NULL },
	{ "parameters", FIELD_OBJECT, offsetof(struct fields, parameters), FIELD_NULL, 0, NULL },
};

/* One write: what was sent, and what becomes of it. */
struct order {
	struct http_request *r;
	struct problems problems;
	struct fields f;
	enum store_product product;
	struct buf parameters;
};

static void order_init(struct order *o, struct http_request *r)
{
	*o = (struct order){ .r = r };
	problems_init(&o->problems);
	buf_init(&o->parameters, 0);
}

static void order_fini(struct order *o)
{
	problems_reply(&o->problems, o->r);
	buf_fini(&o->parameters);
}

static void item_write(struct buf *b, struct http_request *r, const struct store_configuration *c)
{
	char id[ID_SIZE], created[CLOCK_RFC3339_SIZE], updated[CLOCK_RFC3339_SIZE];
	id_format(ID_CONFIG, c->id, id);
	clock_format(c->created_at, created);
	clock_format(c->updated_at, updated);
	buf_printf(b, "{\"id\":\"%s\",\"name\":", id);
	json_write_str(b, c->name);
	buf_printf(b, ",\"product_type\":\"%s\",\"version\":\"%s\",\"parameters\":", store_product_word(c->product), updated);
	parameters_show(b, c->parameters, &r->arena);
	buf_printf(b, ",\"created_at\":\"%s\",\"updated_at\":\"%s\"}", created, updated);
}

static bool body_check(struct order *o, const struct field *rows, size_t n)
{
	struct place name = place_key(&body, "name");
	const struct json *v = body_read(o->r, &o->problems);
	if (!v)
		return false;
	fields_read(v, rows, n, &o->f, &body, &o->problems);
	if (o->f.name.p && !o->f.name.n)
		problem_text(&o->problems, &name, "string_too_short", o->f.name, "{\"min_length\":1}",
			     "String should have at least 1 character");
	return true;
}

/* What replaces stored (its p may be NULL), checked; masked values are put back first. */
static bool parameters_check(struct order *o, struct str stored)
{
	struct place at = place_key(&body, "parameters");
	struct err e = { 0 };
	if (!o->f.parameters)
		return true;
	if (stored.p && !parameters_keep((struct json *)o->f.parameters /* of this request */, stored, &o->r->arena, &e)) {
		http_fail_err(o->r, &e);
		return false;
	}
	return parameters_read(o->f.parameters, &api_of(o->r)->releases, &o->r->arena, &at, &o->problems, &o->product,
			       &o->parameters);
}

/* A parse configuration that extract_v2 parameters name must be there when they are written. */
static bool references_check(struct order *o)
{
	const struct json *id = o->f.parameters && o->product == PRODUCT_EXTRACT_V2 ? json_get(o->f.parameters, "parse_config_id") : NULL;
	struct store_configuration c;
	return json_is_null(id) || parse_configuration_find(o->r, id->text, 400, &c);
}

/* The row that a POST of this name replaces; found is false if it makes a new one. */
static bool replaced_find(struct order *o, struct str *parameters)
{
	struct store_configuration_query q = { .project = project_of(o->r), .products = PRODUCTS, .name = o->f.name, .limit = PRODUCT_COUNT };
	struct store_configuration_page page;
	const struct json *product = json_get(o->f.parameters, "product_type");
	struct err e = { 0 };
	*parameters = (struct str){ 0 };
	if (!store_configuration_list(api_of(o->r)->store, &q, &o->r->arena, &page, &e)) {
		http_fail_err(o->r, &e);
		return false;
	}
	for (size_t i = 0; i < page.n; i++)
		if (json_is(product, JSON_STRING) && str_eq_z(product->text, store_product_word(page.items[i].product)))
			*parameters = page.items[i].parameters;
	return true;
}

static void put_reply(struct order *o)
{
	int64_t now = clock_now();
	struct err e = { 0 };
	struct store_configuration c = { .id = id_new(now), .project = project_of(o->r), .product = o->product, .name = o->f.name,
					 .parameters = buf_view(&o->parameters) };
	if (buf_ok(&o->parameters, &e) && store_configuration_put(api_of(o->r)->store, &c, now, &e))
		configuration_reply(o->r, 201, &c, item_write);
	else
		http_fail_err(o->r, &e);
}

void configurations_create(struct http_request *r)
{
	struct order o;
	struct str stored = { 0 };
	order_init(&o, r);
	bool ok = body_check(&o, create_rows, sizeof create_rows / sizeof *create_rows);
	ok = ok && (!o.f.name.n || !o.f.parameters || replaced_find(&o, &stored));
	if (ok && parameters_check(&o, stored) && o.problems.n == 0 && references_check(&o))
		put_reply(&o);
	order_fini(&o);
}

static void change_reply(struct order *o, struct store_configuration *c)
{
	struct err e = { 0 };
	struct str parameters = o->f.parameters ? buf_view(&o->parameters) : (struct str){ 0 };
	enum store_outcome done = STORE_ERROR;
	if (buf_ok(&o->parameters, &e))
		done = store_configuration_change(api_of(o->r)->store, project_of(o->r), c->id, o->f.name, parameters, clock_now(), &e);
	switch (done) {
	case STORE_OK:
		if (configuration_find(o->r, PRODUCTS, c))
			configuration_reply(o->r, 200, c, item_write);
		break;
	case STORE_REFUSED:
		http_fail(o->r, 400, "Another saved configuration of this product has that name.");
		break;
	default:
		is_found(o->r, done, "saved configuration", &e);
	}
}

void configurations_update(struct http_request *r)
{
	struct order o;
	struct store_configuration c;
	order_init(&o, r);
	if (body_check(&o, update_rows, sizeof update_rows / sizeof *update_rows) && configuration_find(r, PRODUCTS, &c)) {
		o.product = c.product;
		bool ok = parameters_check(&o, c.parameters) && o.problems.n == 0;
		if (ok && o.product != c.product)
			http_fail(r, 400, "This is a configuration of product %s; save another one for %s.",
				  store_product_word(c.product), store_product_word(o.product));
		else if (ok && references_check(&o))
			change_reply(&o, &c);
	}
	order_fini(&o);
}

void configurations_get(struct http_request *r)
{
	struct store_configuration c;
	if (configuration_find(r, PRODUCTS, &c))
		configuration_reply(r, 200, &c, item_write);
}

void configurations_delete(struct http_request *r)
{
	configuration_drop(r, PRODUCTS);
}

/* ---- the list */

static void products_read(struct http_request *r, struct problems *p, unsigned *products)
{
	struct place at = place_key(&query_place, "product_type");
	struct str *texts;
	size_t n;
	if (!http_query_list(r, "product_type", true, &texts, &n) || n == 0)
		return;
	*products = 0;
	for (size_t i = 0; i < n; i++) {
		struct place item = place_index(&at, i);
		enum store_product product = PRODUCT_PARSE_V1;
		if (!store_product_parse(str_trim(texts[i]), &product) || product == PRODUCT_PARSE_V1)
			problem_word(p, &item, texts[i], parameter_products);
		*products |= 1u << product;
	}
	*products &= PRODUCTS;
}

void configurations_list(struct http_request *r)
{
	struct problems p;
	struct params params = { r, &p };
	struct store_configuration_query q = { .project = project_of(r), .products = PRODUCTS, .name = http_query(r, "name") };
	bool latest_only; /* there is only the newest of each (behaviour.md G-48) */
	problems_init(&p);
	products_read(r, &p, &q.products);
	param_bool(&params, "latest_only", &latest_only);
	configuration_page_reply(r, &p, &q, item_write);
}
