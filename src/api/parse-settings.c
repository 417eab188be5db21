/* SPDX-License-Identifier: Apache-2.0 */
#include "api/parse-settings.h"
#include "api/hooks.h"
#include "api/shape.h"
#include "base/clock.h"
#include "base/pages.h"

#define ROWS(table) NULL, table, sizeof(table) / sizeof *(table)
#define FLAG(key) { key, SHAPE_BOOL, SHAPE_NULL, 0, 0, NULL, NULL, 0 }
#define TEXT(key) { key, SHAPE_TEXT, SHAPE_NULL, 0, 0, NULL, NULL, 0 }
#define GROUP(key, table) { key, SHAPE_OBJECT, 0, 0, 0, ROWS(table) }
#define NULL_GROUP(key, table) { key, SHAPE_OBJECT, SHAPE_NULL, 0, 0, ROWS(table) }

static const char *const image_kinds[] = { "screenshot", "embedded", "layout", NULL };
static const char *const box_kinds[] = { "cell", "line", "word", NULL };
static const char *const chart_tiers[] = { "agentic", "agentic_plus", "efficient", NULL };
static const char *const efforts[] = { "high", NULL };
static const char *const form_modes[] = { "default", "enrich", NULL };

/* In the order of the contract, from the leaves up. */
#define SHARE(key) { key, SHAPE_NUMBER, SHAPE_NULL, 0, 1, NULL, NULL, 0 }
static const struct shape crop_rows[] = { SHARE("bottom"), SHARE("left"), SHARE("right"), SHARE("top") };
static const struct shape range_rows[] = {
	{ "max_pages", SHAPE_INT, SHAPE_NULL, 1, 0, NULL, NULL, 0 },
	TEXT("target_pages"),
};
static const struct shape html_rows[] = {
	FLAG("make_all_elements_visible"), FLAG("remove_fixed_elements"), FLAG("remove_navigation_elements"),
};
static const struct shape image_rows[] = { FLAG("camera_photo_correction") };
static const struct shape slide_rows[] = { FLAG("out_of_bounds_content"), FLAG("skip_embedded_data") };
static const struct shape sheet_rows[] = {
	FLAG("detect_sub_tables_in_sheets"), FLAG("force_formula_computation_in_sheets"), FLAG("include_hidden_sheets"),
};
static const struct shape input_rows[] = {
	GROUP("html", html_rows),
	GROUP("image", image_rows),
	{ "pdf", SHAPE_OBJECT, SHAPE_OPEN, 0, 0, NULL, NULL, 0 },
	GROUP("presentation", slide_rows),
	GROUP("spreadsheet", sheet_rows),
};
static const struct shape table_rows[] = {
	FLAG("compact_markdown_tables"), FLAG("merge_continued_tables"), FLAG("output_tables_as_markdown"),
	TEXT("markdown_table_multiline_separator"),
};
static const struct shape markdown_rows[] = {
	FLAG("annotate_links"), FLAG("inline_images"), FLAG("annotate_line_numbers"), FLAG("annotate_revisions"),
	GROUP("tables", table_rows),
};
static const struct shape spatial_rows[] = {
	FLAG("do_not_unroll_columns"), FLAG("preserve_layout_alignment_across_pages"), FLAG("preserve_very_small_text"),
};
static const struct shape workbook_rows[] = {
	FLAG("enable"),
	{ "guess_sheet_name", SHAPE_BOOL, 0, 0, 0, NULL, NULL, 0 },
};
static const struct shape output_rows[] = {
	FLAG("extract_printed_page_number"),
	{ "images_to_save", SHAPE_WORDS, SHAPE_NULL, 0, 0, image_kinds, NULL, 0 },
	GROUP("markdown", markdown_rows),
	GROUP("spatial_text", spatial_rows),
	GROUP("tables_as_spreadsheet", workbook_rows),
	{ "additional_outputs", SHAPE_TEXTS, 0, 0, 0, NULL, NULL, 0 },
	{ "granular_bboxes", SHAPE_WORDS, 0, 0, 0, box_kinds, NULL, 0 },
	FLAG("save_output_pdf"),
};
static const struct shape failure_rows[] = {
	FLAG("fail_on_buggy_font"), FLAG("fail_on_image_extraction_error"), FLAG("fail_on_image_ocr_error"),
	FLAG("fail_on_markdown_reconstruction_error"),
	{ "allowed_page_failure_ratio", SHAPE_NUMBER, SHAPE_NULL | SHAPE_ABOVE, 0, 1, NULL, NULL, 0 },
};
static const struct shape timeout_rows[] = {
	{ "base_in_seconds", SHAPE_INT, SHAPE_NULL | SHAPE_ABOVE, 0, 7200, NULL, NULL, 0 },
	{ "extra_time_per_page_in_seconds", SHAPE_INT, SHAPE_NULL | SHAPE_ABOVE, 0, 300, NULL, NULL, 0 },
};
static const struct shape control_rows[] = { GROUP("job_failure_conditions", failure_rows), GROUP("timeouts", timeout_rows) };
static const struct shape cost_rows[] = { FLAG("enable") };
static const struct shape ignore_rows[] = {
	FLAG("ignore_diagonal_text"), FLAG("ignore_hidden_text"), FLAG("ignore_text_in_image"),
};
static const struct shape ocr_rows[] = { { "languages", SHAPE_TEXTS, SHAPE_NULL, 0, 0, NULL, NULL, 0 } };
static const struct shape processing_rows[] = {
	FLAG("aggressive_table_extraction"),
	{ "auto_mode_configuration", SHAPE_OBJECTS, SHAPE_NULL | SHAPE_OPEN, 0, 0, NULL, NULL, 0 },
	NULL_GROUP("cost_optimizer", cost_rows),
	FLAG("disable_heuristics"),
	GROUP("ignore", ignore_rows),
	GROUP("ocr_parameters", ocr_rows),
	{ "specialized_chart_parsing", SHAPE_WORD, SHAPE_NULL, 0, 0, chart_tiers, NULL, 0 },
	{ "confidence_score_effort", SHAPE_WORD, SHAPE_NULL, 0, 0, efforts, NULL, 0 },
	{ "forms", SHAPE_WORD, SHAPE_NULL, 0, 0, form_modes, NULL, 0 },
};
static const struct shape agentic_rows[] = { TEXT("custom_prompt") };

/* Values of targets are hooks.h's matter. */
#define ELSEWHERE(key) { key, SHAPE_ANY, 0, 0, 0, NULL, NULL, 0 }
static const struct shape target_rows[] = {
	ELSEWHERE("webhook_url"), ELSEWHERE("webhook_headers"), ELSEWHERE("webhook_events"), ELSEWHERE("webhook_output_format"),
	ELSEWHERE("webhook_signing_secret"),
};

#define COMMON                                                                                   \
	{ "tier", SHAPE_TEXT, 0, 0, 0, NULL, NULL, 0 },                                          \
	{ "version", SHAPE_TEXT, 0, 0, 0, NULL, NULL, 0 },                                       \
	NULL_GROUP("agentic_options", agentic_rows),                                             \
	TEXT("client_name"),                                                                     \
	GROUP("crop_box", crop_rows),                                                            \
	FLAG("disable_cache"),                                                                   \
	{ "fast_options", SHAPE_OBJECT, SHAPE_NULL | SHAPE_OPEN, 0, 0, NULL, NULL, 0 },          \
	GROUP("input_options", input_rows),                                                      \
	GROUP("output_options", output_rows),                                                    \
	GROUP("page_ranges", range_rows),                                                        \
	GROUP("processing_control", control_rows),                                               \
	GROUP("processing_options", processing_rows),                                            \
	{ "webhook_configurations", SHAPE_OBJECTS, 0, 0, 0, ROWS(target_rows) }
#define OF_ONE_JOB                                                                               \
	TEXT("file_id"), TEXT("source_url"), TEXT("http_proxy"), TEXT("configuration_id"),       \
	{ "user_metadata", SHAPE_MAP, SHAPE_NULL, 0, 0, NULL, NULL, 0 },                         \
	{ "webhook_configuration_ids", SHAPE_TEXTS, SHAPE_NULL, 0, 4, NULL, NULL, 0 }

static const struct shape saved_rows[] = { ELSEWHERE("product_type"), COMMON };
static const struct shape job_rows[] = { COMMON, OF_ONE_JOB };

const char *const parse_settings_kept[] = {
	"agentic_options", "client_name", "crop_box", "disable_cache", "fast_options", "input_options", "output_options",
	"page_ranges", "processing_control", "processing_options", NULL,
};

void parse_setting_write(struct buf *b, const char *key, const struct json *v)
{
	if (json_is_null(v))
		return;
	buf_printf(b, ",\"%s\":", key);
	json_write(b, v);
}

static const char *const tiers[] = { "fast", "cost_effective", "agentic", "agentic_plus", NULL };

static bool is_word(struct str s, const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		if (str_eq_z(s, words[i]))
			return true;
	return false;
}

static bool version_ok(struct str s)
{
	int64_t day;
	return str_eq_z(s, "latest") || (s.n == 10 && clock_parse(s, &day));
}

/* tier and version: their words, and "configured" for those of the saved configuration (behaviour.md section 14). */
static void choice_check(const struct json *object, bool saved_named, const struct place *at, struct problems *p)
{
	const struct json *tier = json_get(object, "tier"), *version = json_get(object, "version");
	struct place tier_at = place_key(at, "tier"), version_at = place_key(at, "version");
	if (!tier && !saved_named)
		problem_missing(p, &tier_at, object);
	if (!version && !saved_named)
		problem_missing(p, &version_at, object);
	bool follows = saved_named && json_is(tier, JSON_STRING) && str_eq_z(tier->text, "configured");
	if (json_is(tier, JSON_STRING) && !follows && !is_word(tier->text, tiers))
		problem_word(p, &tier_at, tier->text, tiers);
	follows = saved_named && json_is(version, JSON_STRING) && str_eq_z(version->text, "configured");
	if (json_is(version, JSON_STRING) && !follows && !version_ok(version->text))
		problem_text(p, &version_at, "value_error", version->text, NULL, "Input should be 'latest' or a date, YYYY-MM-DD");
}

static void pages_check(const struct json *object, struct arena *a, const struct place *at, struct problems *p)
{
	const struct json *pages = json_get(json_get(object, "page_ranges"), "target_pages");
	struct place ranges = place_key(at, "page_ranges"), key = place_key(&ranges, "target_pages");
	uint32_t *numbers;
	size_t n;
	struct err e = { 0 };
	if (json_is(pages, JSON_STRING) && !pages_parse(pages->text, a, &numbers, &n, &e))
		problem_text(p, &key, "value_error", pages->text, NULL, "%s", e.text);
}

static double share(const struct json *box, const char *key, double otherwise)
{
	const struct json *v = json_get(box, key);
	return json_is(v, JSON_INT) || json_is(v, JSON_REAL) ? v->d : otherwise;
}

static void crop_check(const struct json *object, const struct place *at, struct problems *p)
{
	const struct json *box = json_get(object, "crop_box");
	struct place key = place_key(at, "crop_box");
	if (json_is(box, JSON_OBJECT) && (share(box, "left", 0) >= share(box, "right", 1) || share(box, "top", 0) >= share(box, "bottom", 1)))
		problem_add(p, &key, "value_error", box, NULL, "Nothing is left: left must be less than right, and top less than bottom");
}

static void targets_check(const struct json *object, const struct place *at, struct problems *p)
{
	const struct json *targets = json_get(object, "webhook_configurations");
	struct place key = place_key(at, "webhook_configurations");
	struct buf unused = BUF_INIT(0);
	bool objects = json_is(targets, JSON_ARRAY);
	for (size_t i = 0; objects && i < targets->n; i++)
		objects = json_is(targets->item[i], JSON_OBJECT);
	if (objects)
		hooks_read(targets, &key, p, &unused);
	buf_fini(&unused);
}

/* An address in the settings: only its scheme is known here. */
static void url_check(const struct json *object, const char *name, const struct place *at, struct problems *p)
{
	const struct json *v = json_get(object, name);
	struct place key = place_key(at, name);
	if (json_is(v, JSON_STRING) && !str_starts(v->text, STR("http:")) && !str_starts(v->text, STR("https:")))
		problem_text(p, &key, "url_parsing", v->text, NULL, "Input should be an http or https address");
}

bool parse_settings_check(const struct json *object, enum parse_settings_kind kind, struct arena *a, const struct place *at,
			  struct problems *p)
{
	int before = p->n;
	bool saved = kind == PARSE_SETTINGS_SAVED;
	shape_check(object, saved ? saved_rows : job_rows,
		    saved ? sizeof saved_rows / sizeof *saved_rows : sizeof job_rows / sizeof *job_rows, at, p);
	choice_check(object, !saved && json_is(json_get(object, "configuration_id"), JSON_STRING), at, p);
	pages_check(object, a, at, p);
	if (p->n == before) /* of shares that are shares */
		crop_check(object, at, p);
	targets_check(object, at, p);
	url_check(object, "source_url", at, p);
	url_check(object, "http_proxy", at, p);
	return p->n == before;
}
