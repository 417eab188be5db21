/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parse configurations of SDK 2.0 to 2.2: v1 settings, kept unread under a name and
 * a version of the client's (behaviour.md section 13).
 */
#include "api/configurations.h"
#include "api/fields.h"
#include "base/clock.h"

#define PRODUCTS (1u << PRODUCT_PARSE_V1)
#define TEXT_MAX 3000 /* characters */

static const struct place body = { NULL, { "body", 4 }, 0 };

struct fields {
	struct str name, version, creator, source_type, source_id;
	const struct json *parameters;
};
static const struct field create_rows[] = {
	{ "name", FIELD_TEXT, offsetof(struct fields, name), FIELD_REQUIRED, TEXT_MAX, NULL },
	{ "version", FIELD_TEXT, offsetof(struct fields, version), FIELD_REQUIRED, TEXT_MAX, NULL },
	{ "parameters", FIELD_OBJECT, offsetof(struct fields, parameters), FIELD_REQUIRED, 0, NULL },
	{ "source_type", FIELD_TEXT, offsetof(struct fields, source_type), FIELD_NULL, TEXT_MAX, NULL },
	{ "source_id", FIELD_TEXT, offsetof(struct fields, source_id), FIELD_NULL, TEXT_MAX, NULL },
	{ "creator", FIELD_TEXT, offsetof(struct fields, creator), FIELD_NULL, TEXT_MAX, NULL },
};
static const struct field update_rows[] = {
	{ "parameters", FIELD_OBJECT, offsetof(struct fields, parameters), FIELD_NULL, 0, NULL },
};

/* The source is always the project: nothing else owns what is kept here. */
static void item_write(struct buf *b, struct http_request *r, const struct store_configuration *c)
{
	char id[ID_SIZE], project[ID_UUID_SIZE], created[CLOCK_RFC3339_SIZE], updated[CLOCK_RFC3339_SIZE];
	id_format(ID_CONFIG, c->id, id);
	id_format_uuid(c->project, project);
	clock_format(c->created_at, created);
	clock_format(c->updated_at, updated);
	buf_printf(b, "{\"id\":\"%s\",\"name\":", id);
	json_write_str(b, c->name);
	buf_z(b, ",\"version\":");
	json_write_str(b, c->label);
	buf_z(b, ",\"parameters\":");
	buf_str(b, c->parameters);
	buf_printf(b, ",\"source_type\":\"project\",\"source_id\":\"%s\",\"creator\":", project);
	if (c->creator.p)
		json_write_str(b, c->creator);
	else
		buf_z(b, "null");
	buf_printf(b, ",\"created_at\":\"%s\",\"updated_at\":\"%s\"}", created, updated);
}

static bool source_check(struct http_request *r, const struct fields *f)
{
	struct id id;
	if (f->source_id.n && (!id_parse(ID_PROJECT, f->source_id, &id) || !id_eq(id, project_of(r)))) {
		http_fail(r, 403, "source_id is not the project of this API key.");
		return false;
	}
	return true;
}

static void put_reply(struct http_request *r, const struct fields *f)
{
	int64_t now = clock_now();
	struct err e = { 0 };
	struct buf parameters = BUF_INIT(0);
	json_write(&parameters, f->parameters);
	struct store_configuration c = { .id = id_new(now), .project = project_of(r), .product = PRODUCT_PARSE_V1, .name = f->name,
					 .label = f->version, .creator = f->creator, .parameters = buf_view(&parameters) };
	if (buf_ok(&parameters, &e) && store_configuration_put(api_of(r)->store, &c, now, &e))
		configuration_reply(r, 201, &c, item_write);
	else
		http_fail_err(r, &e);
	buf_fini(&parameters);
}

void parse_configurations_create(struct http_request *r)
{
	struct problems p;
	struct fields f = { .version = { 0 } };
	problems_init(&p);
	const struct json *v = body_read(r, &p);
	if (v)
		fields_read(v, create_rows, sizeof create_rows / sizeof *create_rows, &f, &body, &p);
	if (!problems_reply(&p, r) && v && source_check(r, &f))
		put_reply(r, &f);
}

static void change_reply(struct http_request *r, struct store_configuration *c, const struct json *given)
{
	struct err e = { 0 };
	struct buf parameters = BUF_INIT(0);
	enum store_outcome done = STORE_ERROR;
	if (given)
		json_write(&parameters, given);
	if (buf_ok(&parameters, &e))
		done = store_configuration_change(api_of(r)->store, project_of(r), c->id, (struct str){ 0 },
						  given ? buf_view(&parameters) : (struct str){ 0 }, clock_now(), &e);
	if (done == STORE_ERROR)
		http_fail_err(r, &e);
	else if (configuration_find(r, PRODUCTS, c))
		configuration_reply(r, 200, c, item_write);
	buf_fini(&parameters);
}

void parse_configurations_update(struct http_request *r)
{
	struct problems p;
	struct fields f = { .version = { 0 } };
	struct store_configuration c;
	problems_init(&p);
	const struct json *v = body_read(r, &p);
	if (v)
		fields_read(v, update_rows, sizeof update_rows / sizeof *update_rows, &f, &body, &p);
	if (!problems_reply(&p, r) && v && configuration_find(r, PRODUCTS, &c))
		change_reply(r, &c, f.parameters);
}

void parse_configurations_get(struct http_request *r)
{
	struct store_configuration c;
	if (configuration_find(r, PRODUCTS, &c))
		configuration_reply(r, 200, &c, item_write);
}

void parse_configurations_delete(struct http_request *r)
{
	configuration_drop(r, PRODUCTS);
}

void parse_configurations_list(struct http_request *r)
{
	struct problems p;
	struct store_configuration_query q = { .project = project_of(r), .products = PRODUCTS, .name = http_query(r, "name"),
					       .label = http_query(r, "version"), .creator = http_query(r, "creator") };
	problems_init(&p);
	configuration_page_reply(r, &p, &q, item_write);
}
