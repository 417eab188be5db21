/* SPDX-License-Identifier: Apache-2.0 */
/* How results are laid out, from the settings of a parse job. */
#include "work/results-private.h"

#include "base/crypto.h"
#include "json/json.h"

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

static bool is_on(const struct json *group, const char *key)
{
	return json_is(json_get(group, key), JSON_TRUE);
}

struct word_bit {
	const char *word;
	unsigned bit;
};

/* The bits of the words that a list names; the rows end with one without a word. */
static unsigned read_bits(const struct json *list, const struct word_bit *rows)
{
	unsigned bits = 0;
	for (size_t i = 0; json_is(list, JSON_ARRAY) && i < list->n; i++)
		for (const struct word_bit *r = rows; r->word; r++)
			bits |= json_is(list->item[i], JSON_STRING) && str_eq_z(list->item[i]->text, r->word) ? r->bit : 0;
	return bits;
}

static const struct word_bit levels[] = {
	{ "cell", RESULTS_BOX_CELL }, { "line", RESULTS_BOX_LINE }, { "word", RESULTS_BOX_WORD }, { NULL, 0 },
};
static const struct word_bit kinds[] = {
	{ "screenshot", RESULTS_IMAGE_SCREENSHOT }, { "embedded", RESULTS_IMAGE_EMBEDDED }, { "layout", RESULTS_IMAGE_LAYOUT }, { NULL, 0 },
};

/* Within a row of a table: no line breaks, and bars that end no cell. */
static struct str read_break(const struct json *v, struct arena *a)
{
	struct buf b = BUF_INIT(0);
	if (!json_is(v, JSON_STRING) || !v->text.n || str_eq_z(v->text, " "))
		return (struct str){ NULL, 0 };
	for (size_t i = 0; i < v->text.n; i++) {
		char c = v->text.p[i];
		buf_z(&b, c == '|' || c == '\\' ? "\\" : "");
		buf_byte(&b, (unsigned char)c < ' ' ? ' ' : c);
	}
	struct str out = arena_str(a, buf_view(&b));
	buf_fini(&b);
	return out;
}

static void read_flag(const struct json *group, const char *key, bool *flag)
{
	const struct json *v = json_get(group, key);
	if (json_is_bool(v))
		*flag = json_is(v, JSON_TRUE);
}

static void read_text(const struct json *spatial, struct layout_text_style *out)
{
	read_flag(spatial, "do_not_unroll_columns", &out->rows);
	read_flag(spatial, "preserve_layout_alignment_across_pages", &out->aligned);
}

/* parsing_conf of each rule on top of what holds for the document; there disable_heuristics wins here, too. */
static void read_rules(const struct json *rules, struct arena *a, struct results_style *out)
{
	size_t n = json_is(rules, JSON_ARRAY) ? rules->n : 0;
	struct results_laying *all = n ? ARENA_ARRAY(a, n, struct results_laying) : NULL;
	for (size_t i = 0; all && i < n; i++) {
		const struct json *conf = json_get(rules->item[i], "parsing_conf");
		bool eager = out->laying.tables == LAYOUT_TABLES_EAGER;
		all[i] = out->laying;
		read_text(json_get(conf, "spatial_text"), &all[i].text);
		read_flag(conf, "aggressive_table_extraction", &eager);
		if (all[i].tables != LAYOUT_TABLES_RULED)
			all[i].tables = eager ? LAYOUT_TABLES_EAGER : LAYOUT_TABLES_USUAL;
	}
	out->by_rule = all;
	out->rules_n = all ? n : 0;
}

bool results_style_read(struct str settings, struct arena *a, struct results_style *out, struct err *e)
{
	*out = (struct results_style){ .boxes = 0 };
	const struct json *all = settings.p ? json_parse(settings, &stored_limits, a, e) : NULL;
	if (settings.p && !all)
		return false;
	const struct json *output = json_get(all, "output_options"), *tier = json_get(all, "tier");
	const struct json *markdown = json_get(output, "markdown"), *tables = json_get(markdown, "tables");
	const struct json *processing = json_get(all, "processing_options");
	out->laying.tables = is_on(processing, "disable_heuristics")		  ? LAYOUT_TABLES_RULED :
		      is_on(processing, "aggressive_table_extraction") ? LAYOUT_TABLES_EAGER : LAYOUT_TABLES_USUAL;
	read_text(json_get(output, "spatial_text"), &out->laying.text);
	read_rules(json_get(processing, "auto_mode_configuration"), a, out);
	out->thrifty = is_on(json_get(processing, "cost_optimizer"), "enable") && json_is(tier, JSON_STRING) &&
		       str_starts(tier->text, STR("agentic"));
	out->images = read_bits(json_get(output, "images_to_save"), kinds);
	out->inlined = is_on(markdown, "inline_images");
	out->numbered = is_on(markdown, "annotate_line_numbers");
	out->revised = is_on(markdown, "annotate_revisions");
	out->links = is_on(markdown, "annotate_links");
	out->merged = is_on(tables, "merge_continued_tables");
	out->line_break = read_break(json_get(tables, "markdown_table_multiline_separator"), a);
	out->boxes = read_bits(json_get(output, "granular_bboxes"), levels);
	out->plain_names = json_is(json_get(json_get(output, "tables_as_spreadsheet"), "guess_sheet_name"), JSON_FALSE);
	return arena_ok(a, e);
}

/* Of any number of rules, their key is not. */
static void rules_key(const struct results_style *style, bool text, struct buf *key)
{
	uint8_t hash[SHA256_SIZE];
	char hex[SHA256_HEX_SIZE];
	struct buf all = BUF_INIT(0);
	bool other = false;
	for (size_t i = 0; i < style->rules_n; i++) {
		const struct results_laying *l = &style->by_rule[i];
		int of_page = text ? l->text.rows + 2 * l->text.aligned : (int)l->tables;
		other |= of_page != (text ? style->laying.text.rows + 2 * style->laying.text.aligned : (int)style->laying.tables);
		buf_printf(&all, "%d,", of_page);
	}
	if (other) {
		sha256_of(buf_view(&all), hash);
		crypto_hex(hash, sizeof(hash), hex);
		buf_printf(key, " rules=%s", hex);
	}
	key->failed |= all.failed;
	buf_fini(&all);
}

void results_style_key(const struct results_style *style, enum results_part part, struct buf *key)
{
	bool text = part == RESULTS_TEXT || part == RESULTS_TEXT_FULL;
	bool tables = !text && part != RESULTS_METADATA && part != RESULTS_FORMS && part != RESULTS_IMAGES && part != RESULTS_RAW_WORDS;
	uint8_t hash[SHA256_SIZE];
	char hex[SHA256_HEX_SIZE];
	buf_z(key, text && style->laying.text.rows ? " rows" : "");
	buf_z(key, text && style->laying.text.aligned ? " aligned" : "");
	if (tables && style->line_break.p) { /* of any length, its key is not */
		sha256_of(style->line_break, hash);
		crypto_hex(hash, sizeof(hash), hex);
		buf_printf(key, " break=%s", hex);
	}
	bool marked = part == RESULTS_MARKDOWN || part == RESULTS_MARKDOWN_FULL || part == RESULTS_ITEMS || part == RESULTS_GROUNDED;
	bool items = part == RESULTS_ITEMS || part == RESULTS_GROUNDED;
	buf_z(key, marked && style->links ? " links" : "");
	buf_z(key, marked && style->inlined ? " inlined" : "");
	buf_z(key, part == RESULTS_MARKDOWN && style->numbered ? " numbered" : "");
	buf_z(key, items && style->revised ? " revised" : "");
	if (part == RESULTS_IMAGES)
		buf_printf(key, " images=%u", style->images);
	buf_z(key, part == RESULTS_METADATA && style->rules_n ? " ruled" : "");
	buf_z(key, part == RESULTS_METADATA && style->thrifty ? " thrifty" : "");
	buf_z(key, tables && style->merged ? " merged" : "");
	bool tabled = tables || part == RESULTS_IMAGES; /* pictures of tables, too */
	if (tabled && style->laying.tables)
		buf_printf(key, " tables=%d", style->laying.tables);
	if (text || tabled)
		rules_key(style, text, key);
	if (part == RESULTS_GROUNDED)
		buf_printf(key, " boxes=%u", style->boxes);
	buf_z(key, part == RESULTS_XLSX && style->plain_names ? " plain" : "");
}
