/* SPDX-License-Identifier: Apache-2.0 */
#include "api/configurations.h"
#include "api/page.h"

static const char what[] = "saved configuration";

bool configuration_find(struct http_request *r, unsigned products, struct store_configuration *out)
{
	struct id id;
	struct err e = { 0 };
	if (!path_id(r, ID_CONFIG, what, &id))
		return false;
	enum store_outcome got = store_configuration_get(api_of(r)->store, project_of(r), id, &r->arena, out, &e);
	return is_found(r, got == STORE_OK && !(products >> out->product & 1) ? STORE_NONE : got, what, &e);
}

bool parse_configuration_find(struct http_request *r, struct str text, int status, struct store_configuration *out)
{
	struct id id;
	struct err e = { 0 };
	enum store_outcome found = STORE_NONE;
	if (id_parse(ID_CONFIG, text, &id))
		found = store_configuration_get(api_of(r)->store, project_of(r), id, &r->arena, out, &e);
	if (found == STORE_OK && out->product == PRODUCT_PARSE_V2)
		return true;
	if (found == STORE_ERROR)
		http_fail_err(r, &e);
	else if (found == STORE_OK)
		http_fail(r, 400, "parse_config_id names a configuration of product %s; it must be one of parse_v2.",
			  store_product_word(out->product));
	else
		http_fail(r, status, "No saved parse configuration with this ID in the project.");
	return false;
}

void configuration_drop(struct http_request *r, unsigned products)
{
	struct store_configuration c;
	struct err e = { 0 };
	if (configuration_find(r, products, &c) &&
	    is_found(r, store_configuration_delete(api_of(r)->store, project_of(r), c.id, &e), what, &e))
		http_reply_none(r, 204);
}

void configuration_reply(struct http_request *r, int status, const struct store_configuration *c, configuration_write_fn *write)
{
	struct buf b = BUF_INIT(0);
	write(&b, r, c);
	http_reply_json(r, status, &b);
	buf_fini(&b);
}

/* ---- pages */

static void bound_write(struct buf *b, const struct store_configuration_query *q)
{
	const struct str *texts[] = { &q->name, &q->label, &q->creator };
	buf_z(b, "configurations");
	buf_add(b, q->project.b, sizeof q->project.b);
	buf_printf(b, "%u", q->products);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		buf_printf(b, "|%d%zu:", texts[i]->p != NULL, texts[i]->n);
		buf_str(b, *texts[i]);
	}
}

static bool position_read(struct http_request *r, struct str bound, struct store_configuration_query *q)
{
	struct str text = http_query(r, "page_token"), data;
	struct position at;
	if (!text.p)
		return true;
	if (!page_position(r, text, bound, sizeof at, &data))
		return false;
	memcpy(&at, data.p, sizeof at);
	q->after = true;
	q->after_time = at.time;
	q->after_id = at.id;
	return true;
}

static void page_write(struct buf *b, struct http_request *r, struct str bound, const struct store_configuration_page *page,
		       configuration_write_fn *write)
{
	buf_z(b, "{\"items\":[");
	for (size_t i = 0; i < page->n; i++) {
		if (i)
			buf_byte(b, ',');
		write(b, r, &page->items[i]);
	}
	const struct store_configuration *last = page->more && page->n ? &page->items[page->n - 1] : NULL;
	struct position at = last ? (struct position){ last->created_at, last->id } : (struct position){ 0 };
	page_end(b, r, (struct str){ last ? (const char *)&at : NULL, sizeof at }, bound, page->total);
}

void configuration_page_reply(struct http_request *r, struct problems *p, struct store_configuration_query *q,
			      configuration_write_fn *write)
{
	struct params params = { r, p };
	struct store_configuration_page page;
	struct buf bound = BUF_INIT(0), b = BUF_INIT(0);
	struct err e = { 0 };
	int64_t limit;
	param_count(&params, "page_size", PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, false, &limit);
	if (problems_reply(p, r))
		return;
	q->limit = (int)limit;
	bound_write(&bound, q);
	if (position_read(r, buf_view(&bound), q)) {
		if (store_configuration_list(api_of(r)->store, q, &r->arena, &page, &e)) {
			page_write(&b, r, buf_view(&bound), &page, write);
			http_reply_json(r, 200, &b);
		} else {
			http_fail_err(r, &e);
		}
	}
	buf_fini(&b);
	buf_fini(&bound);
}
