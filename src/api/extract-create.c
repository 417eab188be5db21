/* SPDX-License-Identifier: Apache-2.0 */
/* Creating a job: the whole body is checked first, then what it names is looked up. */
#include "api/fields.h"
#include "api/hooks.h"
#include "api/jobs.h"
#include "api/parse-settings.h"
#include "base/clock.h"

#define INPUT_MAX 200 /* characters (behaviour.md section 9) */
#define HOOK_IDS_MAX 4

static const struct place body = { NULL, { "body", 4 }, 0 };

/* The body's own members. */
struct create {
	struct str file_input, document_input_value, configuration_id;
	const struct json *configuration, *hooks, *hook_ids;
};

static const struct field rows[] = {
	{ "file_input", FIELD_TEXT, offsetof(struct create, file_input), 0, INPUT_MAX, NULL },
	{ "document_input_value", FIELD_TEXT, offsetof(struct create, document_input_value), 0, INPUT_MAX, NULL },
	{ "configuration", FIELD_OBJECT, offsetof(struct create, configuration), FIELD_NULL, 0, NULL },
	{ "configuration_id", FIELD_TEXT, offsetof(struct create, configuration_id), FIELD_NULL, 0, NULL },
	{ "webhook_configurations", FIELD_ARRAY, offsetof(struct create, hooks), FIELD_NULL, 0, NULL },
	{ "webhook_configuration_ids", FIELD_TEXTS, offsetof(struct create, hook_ids), FIELD_NULL, HOOK_IDS_MAX, NULL },
};

/* Everything of one create call. */
struct order {
	struct http_request *r;
	struct problems problems;
	const struct json *json;
	struct create c;
	struct settings settings;
	struct id configuration_id;
	struct buf configuration, hooks;
	enum store_input kind;
	struct id input;
	bool input_known; /* it has the form of an identifier */
};

/* "dfl-…" or "pjb-…"; a bare UUID is a file. What has the right prefix but no UUID is merely unknown. */
static bool input_parse(struct order *o, struct str text)
{
	o->kind = STORE_INPUT_FILE;
	o->input_known = id_parse(ID_FILE, text, &o->input);
	if (o->input_known || str_starts(text, STR("dfl-")))
		return true;
	o->kind = STORE_INPUT_PARSE_JOB;
	o->input_known = id_parse(ID_PARSE, text, &o->input);
	return o->input_known || str_starts(text, STR("pjb-"));
}

static void input_check(struct order *o)
{
	const struct create *c = &o->c;
	bool newer = json_get(o->json, "file_input") != NULL, older = json_get(o->json, "document_input_value") != NULL;
	struct place at = place_key(&body, newer || !older ? "file_input" : "document_input_value");
	struct order other = *o;
	if (!newer && !older) {
		problem_missing(&o->problems, &at, o->json);
		return;
	}
	if ((newer && !c->file_input.p) || (older && !c->document_input_value.p))
		return; /* reported by its row */
	if (!input_parse(o, newer ? c->file_input : c->document_input_value))
		problem_text(&o->problems, &at, "value_error", newer ? c->file_input : c->document_input_value, NULL,
			     "Input should be the ID of a file (dfl-) or of a parse job (pjb-)");
	if (newer && older && !str_eq_nocase(c->file_input, c->document_input_value) &&
	    !(input_parse(&other, c->document_input_value) && o->input_known && other.input_known && other.kind == o->kind &&
	      id_eq(other.input, o->input)))
		problem_add(&o->problems, &body, "value_error", NULL, NULL,
			    "file_input and document_input_value are two names of one value and must not differ");
}

static void configuration_check(struct order *o)
{
	struct place at = place_key(&body, "configuration");
	const struct create *c = &o->c;
	if (c->configuration && c->configuration_id.p)
		problem_add(&o->problems, &body, "value_error", NULL, NULL,
			    "Give either configuration or configuration_id, not both");
	else if (json_is_null(json_get(o->json, "configuration")) && json_is_null(json_get(o->json, "configuration_id")))
		problem_add(&o->problems, &body, "value_error", NULL, NULL,
			    "Give configuration (settings in this call) or configuration_id (saved ones)");
	if (c->configuration)
		settings_read(c->configuration, &api_of(o->r)->releases, &o->r->arena, &at, &o->problems, &o->settings);
}

static bool order_read(struct order *o)
{
	struct place at = place_key(&body, "webhook_configurations");
	o->json = body_read(o->r, &o->problems);
	if (!o->json)
		return false;
	fields_read(o->json, rows, sizeof rows / sizeof *rows, &o->c, &body, &o->problems);
	input_check(o);
	configuration_check(o);
	if (o->c.hooks && hooks_read(o->c.hooks, &at, &o->problems, &o->hooks))
		hooks_reachable(o->r, o->c.hooks, &at, &o->problems);
	return true;
}

/* Stored parameters were checked when they were written. */
static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

/*
 * The settings as they are now, which is how the job keeps them (behaviour.md G-22). They may fail the check after all: a
 * newer release may know more.
 */
static bool saved_read(struct order *o, struct str parameters)
{
	struct place at = place_key(&body, "configuration_id");
	struct err e = { 0 };
	const struct json *v = json_parse(parameters, &stored_limits, &o->r->arena, &e);
	if (!v)
		http_fail_err(o->r, &e);
	return v && settings_read(v, &api_of(o->r)->releases, &o->r->arena, &at, &o->problems, &o->settings);
}

static bool saved_find(struct order *o)
{
	struct store_configuration c = { .product = PRODUCT_PARSE_V1 };
	struct err e = { 0 };
	enum store_outcome found = STORE_NONE;
	if (!o->c.configuration_id.p)
		return true;
	if (id_parse(ID_CONFIG, o->c.configuration_id, &o->configuration_id))
		found = store_configuration_get(api_of(o->r)->store, project_of(o->r), o->configuration_id, &o->r->arena, &c, &e);
	if (found == STORE_OK && c.product == PRODUCT_EXTRACT_V2)
		return saved_read(o, c.parameters);
	if (found == STORE_ERROR)
		http_fail_err(o->r, &e);
	else if (found == STORE_OK && c.product != PRODUCT_PARSE_V1)
		http_fail(o->r, 400, "configuration_id names a configuration of product %s; it must be one of extract_v2.",
			  store_product_word(c.product));
	else
		missing_reply(o->r, "saved configuration");
	return false;
}

/* The languages of saved parse settings, as lang names them; p NULL if they name none. */
static struct str languages_of(struct order *o, const struct json *saved)
{
	const struct json *v = json_get(json_get(json_get(saved, "processing_options"), "ocr_parameters"), "languages");
	struct buf b = BUF_INIT(0);
	for (size_t i = 0; json_is(v, JSON_ARRAY) && i < v->n; i++) {
		buf_z(&b, b.n ? "," : "");
		buf_str(&b, v->item[i]->text);
	}
	struct str languages = b.n ? arena_str(&o->r->arena, buf_view(&b)) : (struct str){ NULL, 0 };
	buf_fini(&b);
	return languages;
}

/*
 * What the saved settings say of the parse holds where this call does not speak of it itself; their tier wins over
 * parse_tier (behaviour.md G-30). The job keeps them as they are now.
 */
static bool parse_settings_take(struct order *o, const struct json *saved)
{
	struct settings *s = &o->settings;
	const struct json *tier = json_get(saved, "tier");
	struct str languages = languages_of(o, saved);
	struct buf b = BUF_INIT(0);
	if (json_is(tier, JSON_STRING))
		s->parse_tier = tier->text;
	if (!s->lang_given && languages.p)
		s->lang = languages;
	buf_z(&b, "{\"tier\":");
	json_write_str(&b, s->parse_tier);
	for (size_t i = 0; parse_settings_kept[i]; i++)
		parse_setting_write(&b, parse_settings_kept[i], json_get(saved, parse_settings_kept[i]));
	buf_byte(&b, '}');
	s->parse_configuration = arena_str(&o->r->arena, buf_view(&b));
	struct err e = { 0 };
	bool ok = buf_ok(&b, &e) && arena_ok(&o->r->arena, &e);
	if (!ok)
		http_fail_err(o->r, &e);
	buf_fini(&b);
	return ok;
}

/* A parse job as input was parsed already: parse settings are ignored (behaviour.md G-28). */
static bool parse_settings_find(struct order *o)
{
	struct store_configuration c;
	struct err e = { 0 };
	if (!o->settings.parse_config_id.p || o->kind == STORE_INPUT_PARSE_JOB)
		return true;
	if (!parse_configuration_find(o->r, o->settings.parse_config_id, 404, &c))
		return false;
	const struct json *v = json_parse(c.parameters, &stored_limits, &o->r->arena, &e);
	if (!v)
		http_fail_err(o->r, &e);
	return v && parse_settings_take(o, v);
}

/* Saved settings take the place of those in the call, saved webhooks join them. */
static bool references_check(struct order *o)
{
	return saved_find(o) && parse_settings_find(o) && hooks_add_saved(o->r, o->c.hook_ids, &o->hooks);
}

/* spreadsheet_mode reads the cells of a workbook, so it must be one (behaviour.md G-34). */
static bool spreadsheet_check(struct order *o)
{
	static const char *const types[] = { "xlsx", "xls", "csv" };
	struct place configuration = place_key(&body, o->c.configuration_id.p ? "configuration_id" : "configuration"), at = place_key(&configuration, "spreadsheet_mode");
	struct store_file f = { .file_type = STR("") };
	if (!o->settings.spreadsheet_mode)
		return true;
	if (o->kind == STORE_INPUT_FILE && !file_load(o->r, o->input, &f))
		return false;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_eq_z(f.file_type, types[i]))
			return true;
	return problem_add(&o->problems, &at, "value_error", NULL, NULL, "spreadsheet_mode takes .xlsx, .xls and .csv files");
}

/* A parse job is an input once it is completed (behaviour.md G-28). */
static bool parsed_check(struct order *o)
{
	struct store_job j;
	if (o->kind == STORE_INPUT_FILE)
		return true;
	if (!job_load(o->r, JOB_PARSE, o->input, &j))
		return false;
	if (j.status == JOB_COMPLETED)
		return true;
	http_fail(o->r, 400, "The parse job is %s; an extraction needs one that is COMPLETED.", job_status_name(j.status));
	return false;
}

static void job_create(struct order *o)
{
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	int64_t now = clock_now();
	struct store_job j = { .id = id_new(now), .project = project_of(o->r), .status = JOB_PENDING, .input_kind = o->kind,
			       .input = o->input, .configuration_id = o->configuration_id,
			       .has_configuration_id = o->c.configuration_id.p != NULL,
			       .metadata_auto = o->settings.cite_sources || o->settings.confidence_scores };
	settings_write(&o->configuration, &o->settings);
	if (!buf_ok(&o->configuration, &e) || !buf_ok(&o->hooks, &e)) {
		http_fail_err(o->r, &e);
		return;
	}
	j.configuration = buf_view(&o->configuration);
	j.hooks = o->hooks.n ? buf_view(&o->hooks) : (struct str){ 0 };
	if (job_enqueue(o->r, &j, now)) {
		store_job_write(&b, &j, false, false, false);
		http_reply_json(o->r, 200, &b);
	}
	buf_fini(&b);
}

void extract_create(struct http_request *r)
{
	struct order o = { .r = r };
	problems_init(&o.problems);
	buf_init(&o.configuration, 0);
	buf_init(&o.hooks, 0);
	if (order_read(&o) && o.problems.n == 0 && references_check(&o)) {
		if (!o.input_known)
			input_missing(r, o.kind);
		else if (parsed_check(&o) && spreadsheet_check(&o))
			job_create(&o);
	}
	problems_reply(&o.problems, r);
	buf_fini(&o.configuration);
	buf_fini(&o.hooks);
}
