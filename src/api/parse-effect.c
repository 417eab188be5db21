/* SPDX-License-Identifier: Apache-2.0 */
/* Which settings of a parse change anything here; docs/parse-options.md says what each does. */
#include "api/parse-settings.h"

enum effect { NONE, ALWAYS, DEAR /* with the tiers agentic and agentic_plus alone */ };

/* Which have one, or ask for what is always done. A path stands for all below it that no longer one names; what none names
 * has none. */
#define RULES "processing_options.auto_mode_configuration"
#define OF_RULES(key) { RULES ".parsing_conf." key, ALWAYS }
static const struct {
	const char *path;
	enum effect effect;
} rows[] = {
	{ "tier", ALWAYS }, { "version", ALWAYS }, { "source_url", ALWAYS }, { "client_name", ALWAYS }, { "disable_cache", ALWAYS },
	{ "crop_box", ALWAYS }, { "page_ranges", ALWAYS }, { "input_options.html", ALWAYS }, { "input_options.image", ALWAYS },
	{ "input_options.presentation", ALWAYS }, { "input_options.spreadsheet", ALWAYS }, { "output_options", ALWAYS },
	{ "processing_control", ALWAYS }, { "processing_options.aggressive_table_extraction", ALWAYS },
	{ "processing_options.confidence_score_effort", ALWAYS }, { "processing_options.cost_optimizer", DEAR },
	{ "processing_options.disable_heuristics", ALWAYS }, { "processing_options.forms", ALWAYS },
	{ "processing_options.ignore", ALWAYS }, { "processing_options.ocr_parameters.languages", ALWAYS },
	{ "processing_options.specialized_chart_parsing", ALWAYS },
	{ RULES, ALWAYS }, /* conditions */
	{ RULES ".parsing_conf", NONE },
	OF_RULES("tier"), OF_RULES("version"), OF_RULES("crop_box"), OF_RULES("ignore"), OF_RULES("language"), OF_RULES("presentation"),
	OF_RULES("spatial_text"), OF_RULES("aggressive_table_extraction"), OF_RULES("adaptive_long_table"), OF_RULES("extract_layout"),
	OF_RULES("outlined_table_extraction"), OF_RULES("specialized_chart_parsing"),
};

struct path {
	const struct path *up;
	struct str key; /* p NULL = an element */
	size_t index;
};

/* "a.b[0].c", or without numbers "a.b.c". */
static void path_write(struct buf *b, const struct path *p, bool numbered)
{
	if (p->up)
		path_write(b, p->up, numbered);
	if (p->key.p) {
		buf_z(b, p->up ? "." : "");
		buf_str(b, p->key);
	} else if (numbered) {
		buf_printf(b, "[%zu]", p->index);
	}
}

static bool is_effective(struct str path, bool dear)
{
	enum effect found = NONE;
	size_t longest = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str row = str_from(rows[i].path);
		if (row.n <= longest || !str_starts(path, row) || (path.n > row.n && path.p[row.n] != '.'))
			continue;
		longest = row.n;
		found = rows[i].effect;
	}
	return found == ALWAYS || (found == DEAR && dear);
}

/* Asks for nothing: null, false, or empty. */
static bool is_idle(const struct json *v)
{
	return json_is_null(v) || json_is(v, JSON_FALSE) || ((json_is(v, JSON_ARRAY) || json_is(v, JSON_OBJECT)) && v->n == 0) ||
	       (json_is(v, JSON_STRING) && v->text.n == 0);
}

static void tell(const struct path *at, bool dear, struct buf *b, bool *any)
{
	struct buf path = BUF_INIT(0);
	path_write(&path, at, false);
	if (!is_effective(buf_view(&path), dear)) {
		buf_clear(&path);
		path_write(&path, at, true);
		buf_z(b, *any ? "," : "");
		json_write_str(b, buf_view(&path));
		*any = true;
	}
	b->failed |= path.failed;
	buf_fini(&path);
}

static void walk(const struct json *v, const struct path *at, bool dear, struct buf *b, bool *any)
{
	bool elements = json_is(v, JSON_ARRAY) && v->n && json_is(v->item[0], JSON_OBJECT);
	if (is_idle(v))
		return;
	if (!elements && !json_is(v, JSON_OBJECT)) {
		tell(at, dear, b, any);
		return;
	}
	for (size_t i = 0; i < v->n; i++)
		walk(v->item[i], &(struct path){ at, elements ? (struct str){ NULL, 0 } : v->key[i], i }, dear, b, any);
}

void parse_settings_without_effect(const struct json *settings, struct buf *b)
{
	const struct json *tier = json_get(settings, "tier");
	bool any = false, dear = json_is(tier, JSON_STRING) && str_starts(tier->text, STR("agentic"));
	buf_byte(b, '[');
	for (size_t i = 0; json_is(settings, JSON_OBJECT) && i < settings->n; i++)
		walk(settings->item[i], &(struct path){ NULL, settings->key[i], 0 }, dear, b, &any);
	buf_byte(b, ']');
}
