/* SPDX-License-Identifier: Apache-2.0 */
#include "api/parameters.h"
#include "api/hooks.h"
#include "api/parse-settings.h"

/* The words of the contract, for its message; parse_v1 has a path of its own. */
const char *const parameter_products[] = { "extract_v2", "parse_v2", "classify_v2", "split_v1", "spreadsheet_v1", "unknown", NULL };

/* One call: what is read and where to. */
struct reading {
	const struct json *object;
	const struct releases *releases;
	struct arena *a;
	const struct place *at;
	struct problems *p;
	struct buf *b;
};

static bool extract_read(const struct reading *r)
{
	struct settings s;
	struct buf all = BUF_INIT(0);
	if (!settings_read(r->object, r->releases, r->a, r->at, r->p, &s))
		return false;
	s.version = s.asked;
	settings_write(&all, &s);
	buf_z(r->b, "{\"product_type\":\"extract_v2\",");
	if (all.n > 1)
		buf_add(r->b, all.p + 1, all.n - 1);
	r->b->failed |= all.failed;
	buf_fini(&all);
	return true;
}

static bool parse_read(const struct reading *r)
{
	json_write(r->b, r->object);
	return parse_settings_check(r->object, PARSE_SETTINGS_SAVED, r->a, r->at, r->p);
}

/* Other products are kept unread. */
static bool other_read(const struct reading *r)
{
	json_write(r->b, r->object);
	return true;
}

static bool (*const readers[PRODUCT_COUNT])(const struct reading *) = {
	[PRODUCT_EXTRACT_V2] = extract_read, [PRODUCT_PARSE_V2] = parse_read,	     [PRODUCT_CLASSIFY_V2] = other_read,
	[PRODUCT_SPLIT_V1] = other_read,     [PRODUCT_SPREADSHEET_V1] = other_read, [PRODUCT_UNKNOWN] = other_read,
};

static bool product_read(const struct reading *r, enum store_product *product)
{
	const struct json *v = json_get(r->object, "product_type");
	struct place at = place_key(r->at, "product_type");
	if (!v)
		return problem_missing(r->p, &at, r->object);
	if (!json_is(v, JSON_STRING))
		return problem_add(r->p, &at, "string_type", v, NULL, "Input should be a valid string");
	return (store_product_parse(v->text, product) && readers[*product]) || problem_word(r->p, &at, v->text, parameter_products);
}

bool parameters_read(const struct json *object, const struct releases *releases, struct arena *a, const struct place *at,
		     struct problems *p, enum store_product *product, struct buf *b)
{
	struct reading r = { object, releases, a, at, p, b };
	return product_read(&r, product) && readers[*product](&r);
}

/* ---- webhook targets of parse settings */

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

static const struct json *targets_of(const struct json *parameters)
{
	const struct json *v = json_get(parameters, "webhook_configurations");
	return json_is(v, JSON_ARRAY) && json_is(json_get(parameters, "product_type"), JSON_STRING) &&
			       str_eq_z(json_get(parameters, "product_type")->text, "parse_v2") ? v : NULL;
}

static bool may_have_targets(struct str text)
{
	static const struct str key = { "\"webhook_configurations\"", 24 };
	return memmem(text.p, text.n, key.p, key.n) != NULL;
}

void parameters_show(struct buf *b, struct str stored, struct arena *a)
{
	struct err e = { 0 };
	const struct json *v = may_have_targets(stored) ? json_parse(stored, &stored_limits, a, &e) : NULL;
	if (!targets_of(v)) {
		buf_str(b, e.code ? STR("null") : stored);
		b->failed |= e.code == ERR_BUDGET;
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		buf_byte(b, i ? ',' : '{');
		json_write_str(b, v->key[i]);
		buf_byte(b, ':');
		if (v->item[i] == targets_of(v))
			hooks_show(b, v->item[i]);
		else
			json_write(b, v->item[i]);
	}
	buf_byte(b, '}');
}

bool parameters_keep(struct json *object, struct str stored, struct arena *a, struct err *e)
{
	const struct json *targets = targets_of(object);
	const struct json *old = targets && may_have_targets(stored) ? json_parse(stored, &stored_limits, a, e) : NULL;
	const struct json *known = targets_of(old);
	struct json *filled = known ? (struct json *)hooks_unmask(targets, known, a) /* of this request */ : NULL;
	if (filled)
		json_set(a, object, STR("webhook_configurations"), filled);
	return arena_ok(a, e);
}
