/* SPDX-License-Identifier: Apache-2.0 */
#include "work/work.h"

#include "base/clock.h"
#include "base/pages.h"

/* Words of an enumeration, in the order of their enum where there is one. */
static const char *const targets[] = { "per_doc", "per_page", "per_table_row", NULL };
static const char *const tiers[] = { "cost_effective", "agentic", "agentic_plus", "turbo", NULL };
static const char *const parse_tiers[] = { "fast", "cost_effective", "agentic", "agentic_plus", NULL };

/* A text member; fallback where it is absent or null. */
static bool read_text(const struct json *c, const char *key, struct str fallback, struct str *out, struct err *e)
{
	const struct json *v = json_get(c, key);
	if (!json_is_null(v) && !json_is(v, JSON_STRING))
		return err_set(e, ERR_INVALID, "%s must be a string, not %s", key, json_type_name(v));
	*out = json_is_null(v) ? fallback : v->text;
	return true;
}

static bool read_flag(const struct json *c, const char *key, bool *out, struct err *e)
{
	const struct json *v = json_get(c, key);
	if (!json_is_null(v) && !json_is_bool(v))
		return err_set(e, ERR_INVALID, "%s must be true or false, not %s", key, json_type_name(v));
	*out = json_is(v, JSON_TRUE);
	return true;
}

static bool read_word(const struct json *c, const char *key, const char *const *words, struct str fallback,
		      struct str *out, size_t *index, struct err *e)
{
	if (!read_text(c, key, fallback, out, e))
		return false;
	for (*index = 0; words[*index]; ++*index)
		if (str_eq_z(*out, words[*index]))
			return true;
	struct buf b = BUF_INIT(200);
	for (size_t i = 0; words[i]; i++)
		buf_printf(&b, i ? ", %s" : "%s", words[i]);
	err_set(e, ERR_INVALID, "%s must be one of %s, not \"%.*s\"", key, b.p, STR_ARGS(*out));
	buf_fini(&b);
	return false;
}

static bool read_max_pages(const struct json *c, uint32_t *out, struct err *e)
{
	const struct json *v = json_get(c, "max_pages");
	int64_t most;
	*out = 0;
	if (json_is_null(v))
		return true;
	if (!json_whole(v, &most) || most < 1)
		return err_set(e, ERR_INVALID, "max_pages must be a whole number from 1 on, or null");
	*out = most > UINT32_MAX ? UINT32_MAX : (uint32_t)most;
	return true;
}

static bool read_pages(const struct json *c, struct arena *a, struct work_settings *out, struct err *e)
{
	struct str text;
	uint32_t *pages = NULL;
	if (!read_text(c, "target_pages", STR(""), &text, e))
		return false;
	if (text.n && !pages_parse(text, a, &pages, &out->pages_n, e))
		return err_in(e, "target_pages");
	out->pages = pages;
	return true;
}

static bool read_schema(const struct json *c, struct arena *a, struct work_settings *out, struct err *e)
{
	const struct json *schema = json_get(c, "data_schema");
	struct schema_problem *problems = NULL;
	size_t problems_n = 0;
	if (!json_is(schema, JSON_OBJECT))
		return err_set(e, ERR_INVALID, "data_schema must be a JSON Schema object, not %s", json_type_name(schema));
	struct buf text = BUF_INIT(0);
	json_write(&text, schema);
	out->schema = schema_check(schema, text.n, a, &problems, &problems_n);
	buf_fini(&text);
	if (out->schema)
		return true;
	if (!problems_n)
		return arena_ok(a, e) && err_set(e, ERR_INVALID, "data_schema cannot be used");
	return err_set(e, ERR_INVALID, "data_schema: %.*s%s%.*s", STR_ARGS(problems[0].pointer),
		       problems[0].pointer.n ? ": " : "", STR_ARGS(problems[0].message));
}

static bool read_version(const struct json *c, struct work_settings *out, struct err *e)
{
	struct str asked = { "", 0 }, older = { "", 0 };
	if (!read_text(c, "extract_version", STR("latest"), &older, e) || !read_text(c, "version", older, &asked, e))
		return false;
	out->version = extract_release_resolve(asked);
	if (!out->version.n)
		return err_set(e, ERR_INVALID, "version \"%.*s\" is unknown: write latest, or a date not before the first "
			       "engine release", STR_ARGS(asked));
	return true;
}

/* ---- settings of a parse job */

static bool read_languages(const struct json *c, struct arena *a, struct work_settings *out, struct err *e)
{
	const struct json *v = json_get(json_get(json_get(c, "processing_options"), "ocr_parameters"), "languages");
	struct buf b = BUF_INIT(1000);
	for (size_t i = 0; json_is(v, JSON_ARRAY) && i < v->n; i++)
		if (json_is(v->item[i], JSON_STRING) && v->item[i]->text.n) {
			buf_z(&b, b.n ? "," : "");
			buf_str(&b, v->item[i]->text);
		}
	out->lang = b.n ? arena_str(a, buf_view(&b)) : STR("en");
	bool ok = !b.failed || err_set(e, ERR_INVALID, "processing_options.ocr_parameters.languages is too long");
	buf_fini(&b);
	return ok && arena_ok(a, e);
}

/* Seconds for the document and for each page; pages count as far as they are known before it is opened. */
static void read_time(const struct json *c, struct work_settings *out)
{
	const struct json *t = json_get(json_get(c, "processing_control"), "timeouts");
	int64_t base, page = 0, pages = out->pages_n ? (int64_t)out->pages_n : out->max_pages;
	bool by_page = json_whole(json_get(t, "extra_time_per_page_in_seconds"), &page);
	if (json_whole(json_get(t, "base_in_seconds"), &base) && (pages || !by_page))
		out->parse_us = (base + (by_page ? page * pages : 0)) * CLOCK_SECOND;
}

/* What of a document may fail before its job does. The share is the contract's default (ParseProcessingControl). */
#define PAGE_FAILURES 0.05

static bool read_conditions(const struct json *c, struct work_settings *out, struct err *e)
{
	const struct json *conditions = json_get(json_get(c, "processing_control"), "job_failure_conditions");
	const struct json *ratio = json_get(conditions, "allowed_page_failure_ratio");
	out->page_failures = json_is(ratio, JSON_INT) ? (double)ratio->i : json_is(ratio, JSON_REAL) ? ratio->d : PAGE_FAILURES;
	return read_flag(conditions, "fail_on_image_ocr_error", &out->fail_on_ocr, e) &&
	       read_flag(conditions, "fail_on_buggy_font", &out->fail_on_font, e) &&
	       read_flag(conditions, "fail_on_markdown_reconstruction_error", &out->fail_on_page, e);
}

static bool read_wishes(const struct json *c, struct work_settings *out, struct err *e)
{
	static const struct { const char *group, *key; uint32_t wish; } rows[] = {
		{ "html", "make_all_elements_visible", TASK_HTML_VISIBLE }, { "html", "remove_fixed_elements", TASK_HTML_NO_FIXED },
		{ "html", "remove_navigation_elements", TASK_HTML_NO_NAVIGATION },
		{ "presentation", "skip_embedded_data", TASK_SLIDES_NO_CHARTS }, { "presentation", "out_of_bounds_content", TASK_SLIDES_BESIDE },
	};
	const struct json *input = json_get(c, "input_options");
	const struct json *conditions = json_get(json_get(c, "processing_control"), "job_failure_conditions");
	bool on = false, ok = read_flag(conditions, "fail_on_image_extraction_error", &on, e);
	out->wishes = on ? TASK_CHECK_PICTURES : 0;
	for (size_t i = 0; ok && i < sizeof(rows) / sizeof(*rows); i++) {
		ok = read_flag(json_get(input, rows[i].group), rows[i].key, &on, e);
		out->wishes |= ok && on ? rows[i].wish : 0;
	}
	return ok;
}

/* Of the dear tiers: the others read no more than they must, or as before. */
static bool read_thrift(const struct json *c, struct work_settings *out, struct err *e)
{
	bool on = false, ok = read_flag(json_get(json_get(c, "processing_options"), "cost_optimizer"), "enable", &on, e);
	bool dear = str_eq_z(out->parse_tier, "agentic") || str_eq_z(out->parse_tier, "agentic_plus");
	out->wishes |= ok && on && dear ? TASK_THRIFTY : 0;
	return ok;
}

/* Rules may ask for pictures; and what is read first may find nothing that a rule would. */
static void read_rules(const struct json *c, struct work_settings *out)
{
	const struct json *rules = json_get(json_get(c, "processing_options"), "auto_mode_configuration");
	if (!json_is(rules, JSON_ARRAY) || !rules->n)
		return;
	out->auto_rules = rules;
	out->pictures = true;
	out->wishes |= TASK_MAY_BE_EMPTY;
}

/* Pictures are looked for where they are to be shown or saved; one of a page needs none. */
static bool read_shown(const struct json *c, struct work_settings *out, struct err *e)
{
	const struct json *output = json_get(c, "output_options"), *markdown = json_get(output, "markdown");
	const struct json *saved = json_get(output, "images_to_save");
	if (!read_flag(markdown, "inline_images", &out->pictures, e) || !read_flag(markdown, "annotate_revisions", &out->revisions, e))
		return false;
	for (size_t i = 0; json_is(saved, JSON_ARRAY) && i < saved->n; i++)
		out->pictures |= json_is(saved->item[i], JSON_STRING) && !str_eq_z(saved->item[i]->text, "screenshot");
	return true;
}

static double share(const struct json *c, const char *key, double otherwise)
{
	const struct json *v = json_get(c, key);
	return json_is(v, JSON_INT) || json_is(v, JSON_REAL) ? v->d : otherwise;
}

static bool read_crop(const struct json *c, struct work_crop *out, struct err *e)
{
	*out = (struct work_crop){ share(c, "left", 0), share(c, "top", 0), share(c, "right", 1), share(c, "bottom", 1) };
	return (out->left < out->right && out->top < out->bottom) ||
	       err_set(e, ERR_INVALID, "crop_box leaves nothing: left must be less than right, and top less than bottom");
}

bool work_crops(const struct work_settings *set)
{
	const struct work_crop *c = &set->crop;
	return c->right > 0 && (c->left > 0 || c->top > 0 || c->right < 1 || c->bottom < 1);
}

bool work_parse_settings_read(const struct json *c, struct arena *a, struct work_settings *out, struct err *e)
{
	const struct json *ranges;
	size_t any;
	*out = (struct work_settings){ .target = EXTRACT_PER_DOC };
	if (!json_is(c, JSON_OBJECT))
		return err_set(e, ERR_INVALID, "the settings must be an object, not %s", json_type_name(c));
	ranges = json_get(c, "page_ranges");
	if (!read_word(c, "tier", parse_tiers, STR("cost_effective"), &out->parse_tier, &any, e) ||
	    !read_text(c, "version", STR("latest"), &out->version, e) || !read_flag(c, "disable_cache", &out->disable_cache, e) ||
	    !read_text(c, "source_url", STR(""), &out->source_url, e) || !read_languages(c, a, out, e) || !read_conditions(c, out, e) || !read_pages(ranges, a, out, e) || !read_max_pages(ranges, &out->max_pages, e))
		return false;
	out->tier = out->parse_tier;
	if (out->pages_n)
		out->max_pages = 0; /* target_pages wins (behaviour.md G-33) */
	read_time(c, out);
	const struct json *ignore = json_get(json_get(c, "processing_options"), "ignore");
	bool ok = read_crop(json_get(c, "crop_box"), &out->crop, e) && read_shown(c, out, e) && read_wishes(c, out, e) && read_thrift(c, out, e) &&
	       read_flag(ignore, "ignore_text_in_image", &out->no_image_text, e) &&
	       read_flag(ignore, "ignore_diagonal_text", &out->no_diagonal, e) &&
	       read_flag(json_get(json_get(c, "input_options"), "spreadsheet"), "include_hidden_sheets", &out->hidden_sheets, e);
	if (ok)
		read_rules(c, out);
	return ok;
}

/* ---- settings of an extraction */

/*
 * Saved parse settings (parse_config_id) hold where the extraction names none of its own; its tier and lang were settled
 * when it was made. max_pages beside target_pages counts for extractions (behaviour.md G-33), not for parses.
 */
static bool take_saved(const struct json *saved, struct arena *a, struct work_settings *out, struct err *e)
{
	struct work_settings parse;
	if (!work_parse_settings_read(saved, a, &parse, e))
		return err_in(e, "parse_config_id");
	if (!out->pages_n) {
		out->pages = parse.pages;
		out->pages_n = parse.pages_n;
	}
	if (!out->max_pages && !out->pages_n)
		out->max_pages = parse.max_pages;
	out->disable_cache = out->disable_cache || parse.disable_cache;
	out->parse_us = parse.parse_us;
	out->parse_configuration = saved;
	out->crop = parse.crop;
	out->no_image_text = parse.no_image_text;
	out->no_diagonal = parse.no_diagonal;
	out->hidden_sheets = parse.hidden_sheets;
	out->wishes = parse.wishes;
	out->auto_rules = parse.auto_rules;
	out->pictures = parse.auto_rules != NULL;
	out->fail_on_ocr = parse.fail_on_ocr;
	out->fail_on_font = parse.fail_on_font;
	out->fail_on_page = parse.fail_on_page;
	if (!json_is_null(json_get(json_get(json_get(saved, "processing_control"), "job_failure_conditions"), "allowed_page_failure_ratio")))
		out->page_failures = parse.page_failures;
	return true;
}

/* Names of sheets hold only where cells are read, and then in place of pages (behaviour.md G-34). */
static bool read_sheets(const struct json *c, struct work_settings *out, struct err *e)
{
	const struct json *v = json_get(c, "sheet_names");
	bool cells = false;
	if (!read_flag(c, "spreadsheet_mode", &cells, e))
		return false;
	if (!cells || json_is_null(v) || (json_is(v, JSON_ARRAY) && v->n == 0))
		return true;
	for (size_t i = 0; i < v->n; i++)
		if (!json_is(v, JSON_ARRAY) || !json_is(v->item[i], JSON_STRING))
			return err_set(e, ERR_INVALID, "sheet_names must be a list of strings, or null");
	out->sheets = v;
	out->pages = NULL;
	out->pages_n = 0;
	return true;
}

bool work_settings_read(const struct json *c, struct arena *a, struct work_settings *out, struct err *e)
{
	size_t target, any;
	struct str word;
	*out = (struct work_settings){ .target = EXTRACT_PER_DOC, .page_failures = 1, .crop = { 0, 0, 1, 1 } };
	if (!json_is(c, JSON_OBJECT))
		return err_set(e, ERR_INVALID, "the configuration must be an object, not %s", json_type_name(c));
	if (!read_word(c, "extraction_target", targets, STR("per_doc"), &word, &target, e) ||
	    !read_word(c, "tier", tiers, STR("cost_effective"), &out->tier, &any, e))
		return false;
	out->target = (enum extract_target)target;
	/* turbo has no parse step of its own (G-30): its documents are read like those of the default tier. */
	struct str own = str_eq_z(out->tier, "turbo") ? STR("cost_effective") : out->tier;
	const struct json *saved = json_get(c, "parse_configuration");
	bool ok = read_word(c, "parse_tier", parse_tiers, own, &out->parse_tier, &any, e) &&
		  read_version(c, out, e) && read_text(c, "lang", STR("en"), &out->lang, e) &&
		  read_text(c, "system_prompt", STR(""), &out->system_prompt, e) && read_max_pages(c, &out->max_pages, e) &&
		  read_flag(c, "cite_sources", &out->cite_sources, e) &&
		  read_flag(c, "confidence_scores", &out->confidence_scores, e) &&
		  read_flag(c, "disable_cache", &out->disable_cache, e) && read_pages(c, a, out, e) &&
		  read_schema(c, a, out, e);
	return ok && (json_is_null(saved) || take_saved(saved, a, out, e)) && read_sheets(c, out, e);
}
