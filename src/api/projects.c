/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Projects, as two versions of the API show them. A key is bound to one project
 * (behaviour.md section 16), so that is the one it is shown.
 */
#include "api/api-private.h"
#include "base/clock.h"

static bool own_project(struct http_request *r, struct store_project *p)
{
	struct err e = { 0 };
	enum store_outcome found = store_project_get(api_of(r)->store, project_of(r), &r->arena, p, &e);
	if (found == STORE_NONE)
		err_set(&e, ERR_NOT_FOUND, "There is no project with this ID.");
	if (found != STORE_OK)
		http_fail_err(r, &e);
	return found == STORE_OK;
}

static void item_write(struct buf *b, const struct store_project *p, bool v1)
{
	char id[ID_UUID_SIZE], org[ID_UUID_SIZE], created[CLOCK_RFC3339_SIZE];
	id_format_uuid(p->id, id);
	id_format_uuid(p->org, org);
	clock_format(p->created_at, created);
	buf_printf(b, "{\"id\":\"%s\",\"name\":", id);
	json_write_str(b, p->name.n ? p->name : str_from(id));
	buf_printf(b, ",\"organization_id\":\"%s\",\"created_at\":\"%s\",\"updated_at\":\"%s\",\"is_default\":%s%s}", org, created,
		   created, p->first ? "true" : "false", v1 ? ",\"ad_hoc_eval_dataset_id\":null" : "");
}

/* Does the project have the name asked for, if one is? One without a name goes by its ID. */
static bool named(const struct http_request *r, const char *parameter, const struct store_project *p)
{
	char id[ID_UUID_SIZE];
	struct str name = http_query(r, parameter);
	id_format_uuid(p->id, id);
	return !name.p || str_eq(name, p->name.n ? p->name : str_from(id));
}

void projects_list(struct http_request *r)
{
	struct store_project p;
	struct buf b = BUF_INIT(0);
	if (!own_project(r, &p))
		return;
	buf_byte(&b, '[');
	if (named(r, "project_name", &p))
		item_write(&b, &p, true);
	buf_byte(&b, ']');
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void projects_list_v2(struct http_request *r)
{
	struct problems problems;
	struct params params = { r, &problems };
	struct store_project p;
	struct buf b = BUF_INIT(0);
	int64_t limit; /* there is no second page, so no token is good */
	problems_init(&problems);
	param_count(&params, "page_size", PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, false, &limit);
	if (problems_reply(&problems, r) || !own_project(r, &p))
		return;
	if (http_query(r, "page_token").p) {
		http_fail(r, 400, "page_token is not valid for this list");
		return;
	}
	bool shown = named(r, "name", &p);
	buf_z(&b, "{\"items\":[");
	if (shown)
		item_write(&b, &p, false);
	buf_printf(&b, "],\"next_page_token\":null,\"total_size\":%d}", shown);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

static void project_show(struct http_request *r, bool v1)
{
	struct store_project p;
	struct buf b = BUF_INIT(0);
	if (!project_allowed(r, r->args[0], &state_of(r)->scope) || !own_project(r, &p))
		return;
	item_write(&b, &p, v1);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void projects_get(struct http_request *r)
{
	project_show(r, true);
}

void projects_get_v2(struct http_request *r)
{
	project_show(r, false);
}
