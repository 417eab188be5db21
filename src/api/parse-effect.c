/* SPDX-License-Identifier: Apache-2.0 */
/* Which settings of a parse change anything here; docs/parse-options.md says what each does. */
#include "api/parse-settings.h"

/* Paths that have an effect, or ask for what is always done; a path stands for all below it. */
static const char *const effective[] = {
	"tier", "version", "source_url", "client_name", "disable_cache", "crop_box", "page_ranges", "input_options.html",
	"input_options.image", "input_options.presentation", "input_options.spreadsheet", "output_options", "processing_control",
	"processing_options.aggressive_table_extraction", "processing_options.auto_mode_configuration", "processing_options.confidence_score_effort",
	"processing_options.disable_heuristics", "processing_options.forms", "processing_options.ignore",
	"processing_options.ocr_parameters.languages", "processing_options.specialized_chart_parsing",
};
/* And those that have one with the tiers agentic and agentic_plus alone. */
static const char *const of_dear_tiers[] = { "processing_options.cost_optimizer" };

struct path {
	const struct path *up;
	struct str key;
};

static void path_write(struct buf *b, const struct path *p)
{
	if (p->up) {
		path_write(b, p->up);
		buf_byte(b, '.');
	}
	buf_str(b, p->key);
}

static bool is_below(struct str path, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str e = str_from(list[i]);
		if (str_starts(path, e) && (path.n == e.n || path.p[e.n] == '.'))
			return true;
	}
	return false;
}

static bool is_effective(struct str path, bool dear)
{
	return is_below(path, effective, sizeof effective / sizeof *effective) ||
	       (dear && is_below(path, of_dear_tiers, sizeof of_dear_tiers / sizeof *of_dear_tiers));
}

/* Asks for nothing: null, false, or empty. */
static bool is_idle(const struct json *v)
{
	return json_is_null(v) || json_is(v, JSON_FALSE) || ((json_is(v, JSON_ARRAY) || json_is(v, JSON_OBJECT)) && v->n == 0) ||
	       (json_is(v, JSON_STRING) && v->text.n == 0);
}

static void walk(const struct json *v, const struct path *at, bool dear, struct buf *b, bool *any)
{
	struct buf path = BUF_INIT(0);
	if (is_idle(v))
		return;
	if (json_is(v, JSON_OBJECT)) {
		for (size_t i = 0; i < v->n; i++)
			walk(v->item[i], &(struct path){ at, v->key[i] }, dear, b, any);
		return;
	}
	path_write(&path, at);
	if (!is_effective(buf_view(&path), dear)) {
		buf_z(b, *any ? "," : "");
		json_write_str(b, buf_view(&path));
		*any = true;
	}
	b->failed |= path.failed;
	buf_fini(&path);
}

void parse_settings_without_effect(const struct json *settings, struct buf *b)
{
	const struct json *tier = json_get(settings, "tier");
	bool any = false, dear = json_is(tier, JSON_STRING) && str_starts(tier->text, STR("agentic"));
	buf_byte(b, '[');
	for (size_t i = 0; json_is(settings, JSON_OBJECT) && i < settings->n; i++)
		walk(settings->item[i], &(struct path){ NULL, settings->key[i] }, dear, b, &any);
	buf_byte(b, ']');
}
