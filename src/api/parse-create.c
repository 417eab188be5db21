/* SPDX-License-Identifier: Apache-2.0 */
/* Creating a parse job, of a stored file or of one that comes with the call. */
#include "api/hooks.h"
#include "api/jobs.h"
#include "api/parse-settings.h"
#include "base/clock.h"

static const struct place body = { NULL, { "body", 4 }, 0 };
static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

/* Everything of one create call. */
struct order {
	struct http_request *r;
	struct problems problems;
	const struct json *sent, *saved; /* saved: parameters of configuration_id, or NULL */
	struct id configuration_id;
	struct str tier, version;
	struct buf configuration, shown, hooks;
};

static bool is_configured(const struct json *v)
{
	return json_is_null(v) || (json_is(v, JSON_STRING) && str_eq_z(v->text, "configured"));
}

/* A setting of the call, or else the saved one. */
static const struct json *setting(const struct order *o, const char *key)
{
	const struct json *v = json_get(o->sent, key);
	return o->saved && is_configured(v) ? json_get(o->saved, key) : v;
}

static bool saved_read(struct order *o)
{
	const struct json *id = json_get(o->sent, "configuration_id");
	struct store_configuration c;
	struct err e = { 0 };
	if (!json_is(id, JSON_STRING))
		return true;
	if (!parse_configuration_find(o->r, id->text, 404, &c))
		return false;
	o->configuration_id = c.id;
	o->saved = json_parse(c.parameters, &stored_limits, &o->r->arena, &e);
	if (!o->saved)
		http_fail_err(o->r, &e);
	return o->saved;
}

static bool version_choose(struct order *o)
{
	const struct json *tier = setting(o, "tier"), *version = setting(o, "version");
	struct place at = place_key(&body, "version");
	bool is_date;
	o->tier = json_is(tier, JSON_STRING) ? tier->text : STR("cost_effective");
	o->version = release_choose(&api_of(o->r)->releases, json_is(version, JSON_STRING) ? version->text : STR("latest"), &is_date);
	return o->version.p || problem_add(&o->problems, &at, "value_error", version, NULL,
					   "The first release is %s; name a date from then on or 'latest'",
					   api_of(o->r)->releases.dates[0]);
}

static bool hooks_check(struct order *o)
{
	struct place at = place_key(&body, "webhook_configurations");
	const struct json *targets = setting(o, "webhook_configurations"), *ids = json_get(o->sent, "webhook_configuration_ids");
	if (json_is(targets, JSON_ARRAY) &&
	    (!hooks_read(targets, &at, &o->problems, &o->hooks) || !hooks_reachable(o->r, targets, &at, &o->problems)))
		return false;
	return hooks_add_saved(o->r, json_is_null(ids) ? NULL : ids, &o->hooks);
}

static void configuration_write(struct order *o)
{
	struct buf *b = &o->configuration;
	buf_z(b, "{\"tier\":");
	json_write_str(b, o->tier);
	buf_z(b, ",\"version\":");
	json_write_str(b, o->version);
	for (size_t i = 0; parse_settings_kept[i]; i++)
		parse_setting_write(b, parse_settings_kept[i], setting(o, parse_settings_kept[i]));
	parse_setting_write(b, "source_url", json_get(o->sent, "source_url"));
	buf_byte(b, '}');
}

static void shown_write(struct order *o, struct str name)
{
	const struct json *tags = json_get(o->sent, "user_metadata");
	buf_z(&o->shown, "\"name\":");
	json_write_str(&o->shown, name);
	buf_z(&o->shown, ",\"tier\":");
	json_write_str(&o->shown, o->tier);
	buf_z(&o->shown, ",\"user_metadata\":");
	if (json_is_null(tags))
		buf_z(&o->shown, "null");
	else
		json_write(&o->shown, tags);
}

static void job_reply(struct order *o, const struct store_job *j)
{
	struct buf b = BUF_INIT(0);
	store_job_write(&b, j, false, false, false);
	http_reply_json(o->r, 200, &b);
	buf_fini(&b);
}

static void job_create(struct order *o, struct id file, bool later, struct str name)
{
	int64_t now = clock_now();
	struct err e = { 0 };
	struct store_job j = { .kind = JOB_PARSE, .id = id_new(now), .project = project_of(o->r), .input = file, .input_later = later,
			       .has_configuration_id = o->saved != NULL, .configuration_id = o->configuration_id };
	configuration_write(o);
	shown_write(o, name);
	if (!buf_ok(&o->configuration, &e) || !buf_ok(&o->shown, &e) || !buf_ok(&o->hooks, &e)) {
		http_fail_err(o->r, &e);
		return;
	}
	j.configuration = buf_view(&o->configuration);
	j.shown = buf_view(&o->shown);
	j.hooks = o->hooks.n ? buf_view(&o->hooks) : (struct str){ 0 };
	if (job_enqueue(o->r, &j, now))
		job_reply(o, &j);
}

/* ---- the input */

static bool input_check(struct order *o)
{
	const struct json *file = json_get(o->sent, "file_id"), *url = json_get(o->sent, "source_url");
	struct place at = place_key(&body, "source_url"), proxy_at = place_key(&body, "http_proxy");
	const struct json *proxy = json_get(o->sent, "http_proxy");
	const struct api_options *api = &api_of(o->r)->o;
	struct err why;
	if (json_is_null(file) == json_is_null(url))
		return problem_add(&o->problems, &body, "value_error", NULL, NULL, "Give exactly one of file_id and source_url");
	if (json_is_null(url))
		return true;
	if (!json_is_null(proxy))
		problem_add(&o->problems, &proxy_at, "value_error", proxy, NULL,
			    "This server fetches documents without proxies; leave http_proxy out");
	if (!api->source_refused)
		problem_add(&o->problems, &at, "value_error", url, NULL, "This server does not fetch documents; upload the file");
	else if (json_is(url, JSON_STRING) && api->source_refused(api->ctx, url->text.p, &why))
		problem_add(&o->problems, &at, "value_error", url, NULL, "%s", why.text);
	return o->problems.n == 0;
}

/* "report.pdf" of "https://example.com/a/report.pdf?x=1": the last part of the path, or a word. */
static struct str url_name(struct str url)
{
	size_t end = 0, begin = 0;
	while (end < url.n && url.p[end] != '?' && url.p[end] != '#')
		end++;
	for (size_t i = 0; i < end; i++)
		if (url.p[i] == '/')
			begin = i + 1;
	bool host = begin >= 2 && url.p[begin - 2] == '/';
	return end > begin && !host ? (struct str){ url.p + begin, end - begin } : STR("document");
}

static void order_init(struct order *o, struct http_request *r)
{
	*o = (struct order){ .r = r };
	problems_init(&o->problems);
	buf_init(&o->configuration, 0);
	buf_init(&o->shown, 0);
	buf_init(&o->hooks, 0);
}

static void order_end(struct order *o)
{
	problems_reply(&o->problems, o->r);
	buf_fini(&o->configuration);
	buf_fini(&o->shown);
	buf_fini(&o->hooks);
}

static bool settings_check(struct order *o, enum parse_settings_kind kind)
{
	return parse_settings_check(o->sent, kind, &o->r->arena, &body, &o->problems);
}

void parse_create(struct http_request *r)
{
	struct order o;
	struct store_file f = { .id = id_new(clock_now()) };
	order_init(&o, r);
	o.sent = body_read(r, &o.problems);
	if (o.sent && (settings_check(&o, PARSE_SETTINGS_CREATE) & input_check(&o)) && saved_read(&o) && version_choose(&o)) {
		const struct json *url = json_get(o.sent, "source_url");
		bool later = !json_is_null(url);
		if (later)
			f.name = url_name(url->text);
		if ((later || file_named(r, json_get(o.sent, "file_id")->text, &f)) && hooks_check(&o))
			job_create(&o, f.id, later, f.name);
	}
	order_end(&o);
}

/* ---- with an upload */

static const struct json *configuration_parse(struct order *o, struct str text)
{
	struct place at = place_key(&body, "configuration");
	struct json_limits limits = { api_of(o->r)->o.max_body_bytes, json_limits_default.max_depth };
	struct err e = { 0 };
	const struct json *v = text.p ? json_parse(text, &limits, &o->r->arena, &e) : NULL;
	if (!text.p)
		problem_missing(&o->problems, &at, NULL);
	else if (!v)
		problem_add(&o->problems, &at, "json_invalid", NULL, NULL, "JSON decode error: %s", e.text);
	else if (v->type != JSON_OBJECT)
		problem_add(&o->problems, &at, "dict_type", v, NULL, "Input should be a valid dictionary");
	return json_is(v, JSON_OBJECT) ? v : NULL;
}

/* The file is stored last: settings that are wrong leave nothing behind. */
void parse_upload(struct http_request *r)
{
	struct order o;
	struct store_file f = { .purpose = STR("parse") };
	order_init(&o, r);
	upload_check(r, "file", &o.problems);
	o.sent = configuration_parse(&o, upload_configuration(r));
	if (o.sent && settings_check(&o, PARSE_SETTINGS_UPLOAD) && o.problems.n == 0 && saved_read(&o) && version_choose(&o) &&
	    hooks_check(&o) && upload_record(r, &f))
		job_create(&o, f.id, false, f.name);
	order_end(&o);
}
