/* SPDX-License-Identifier: Apache-2.0 */
#include "work/auto.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { MOST_RULES = 50, MOST_PATTERN = 2000 };
/* Of one search: patterns are the caller's, and may be made to take for ever. */
enum { MOST_STEPS = 200000, MOST_DEPTH = 2000, MOST_KIB = 8192 };

/* ---- numbers, which come as texts too */

enum how { AT_LEAST, AT_MOST, MORE, FEWER };

#define COUNT(name, member)                                                              \
	{ "page_contains_at_least_n_" name, offsetof(struct auto_page, member), AT_LEAST }, \
	{ "page_contains_at_most_n_" name, offsetof(struct auto_page, member), AT_MOST }
static const struct {
	const char *key;
	size_t at;
	enum how how;
} counts[] = {
	COUNT("images", pictures), COUNT("layout_elements", elements), COUNT("lines", lines), COUNT("links", links),
	COUNT("numbers", numbers), COUNT("percent_numbers", number_percent), COUNT("tables", tables), COUNT("words", words),
	{ "page_longer_than_n_chars", offsetof(struct auto_page, characters), MORE },
	{ "page_shorter_than_n_chars", offsetof(struct auto_page, characters), FEWER },
};

static bool read_number(const struct json *v, double *out)
{
	int64_t whole = 0;
	bool text = json_is(v, JSON_STRING) && str_to_i64(str_trim(v->text), &whole), number = json_is(v, JSON_INT) || json_is(v, JSON_REAL);
	*out = number ? v->d : (double)whole;
	return text || number;
}

static bool count_meets(enum how how, double have, double want)
{
	switch (how) {
	case AT_LEAST:
		return have >= want;
	case AT_MOST:
		return have <= want;
	case MORE:
		return have > want;
	case FEWER:
		return have < want;
	}
	return false;
}

/* ---- patterns */

static uint32_t flags_of(const struct json *mode)
{
	static const struct { char letter; uint32_t flag; } letters[] = {
		{ 'i', PCRE2_CASELESS }, { 'm', PCRE2_MULTILINE }, { 's', PCRE2_DOTALL }, { 'x', PCRE2_EXTENDED },
	};
	uint32_t flags = PCRE2_UTF;
	for (size_t i = 0; json_is(mode, JSON_STRING) && i < mode->text.n; i++)
		for (size_t k = 0; k < sizeof letters / sizeof *letters; k++)
			flags |= mode->text.p[i] == letters[k].letter ? letters[k].flag : 0;
	return flags;
}

static bool search(const pcre2_code *code, struct str in)
{
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	pcre2_match_context *bounds = pcre2_match_context_create(NULL);
	bool found = false;
	if (data && bounds) {
		pcre2_set_match_limit(bounds, MOST_STEPS);
		pcre2_set_depth_limit(bounds, MOST_DEPTH);
		pcre2_set_heap_limit(bounds, MOST_KIB);
		found = pcre2_match(code, (PCRE2_SPTR)in.p, in.n, 0, 0, data, bounds) >= 0;
	}
	pcre2_match_data_free(data);
	pcre2_match_context_free(bounds);
	return found;
}

static bool pattern_meets(const struct json *pattern, const struct json *mode, struct str in)
{
	int code_error;
	PCRE2_SIZE place;
	if (!json_is(pattern, JSON_STRING) || pattern->text.n > MOST_PATTERN)
		return false;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern->text.p, pattern->text.n, flags_of(mode), &code_error, &place, NULL);
	bool found = code && search(code, in);
	pcre2_code_free(code);
	return found;
}

bool auto_glob(struct str pattern, struct str name)
{
	size_t p = 0, n = 0, star = SIZE_MAX, from = 0;
	while (n < name.n) {
		if (p < pattern.n && pattern.p[p] == '*') {
			star = p++;
			from = n;
		} else if (p < pattern.n && (pattern.p[p] == '?' || pattern.p[p] == name.p[n])) {
			p++;
			n++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			n = ++from;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.p[p] == '*')
		p++;
	return p == pattern.n;
}

static bool globs_meet(const struct json *list, struct str name)
{
	if (json_is(list, JSON_STRING))
		return auto_glob(list->text, name);
	for (size_t i = 0; json_is(list, JSON_ARRAY) && i < list->n; i++)
		if (json_is(list->item[i], JSON_STRING) && auto_glob(list->item[i]->text, name))
			return true;
	return false;
}

/* ---- conditions */

static const struct { const char *word; unsigned element; } elements[] = {
	{ "table", AUTO_TABLE }, { "picture", AUTO_PICTURE }, { "figure", AUTO_PICTURE }, { "image", AUTO_PICTURE }, { "title", AUTO_TITLE },
	{ "heading", AUTO_TITLE }, { "section_header", AUTO_TITLE }, { "section-header", AUTO_TITLE }, { "sectionHeader", AUTO_TITLE },
	{ "list", AUTO_LIST }, { "list_item", AUTO_LIST }, { "list-item", AUTO_LIST }, { "listItem", AUTO_LIST }, { "text", AUTO_TEXT },
	{ "page_header", AUTO_HEADER }, { "page-header", AUTO_HEADER }, { "pageHeader", AUTO_HEADER }, { "header", AUTO_HEADER },
	{ "page_footer", AUTO_FOOTER }, { "page-footer", AUTO_FOOTER }, { "pageFooter", AUTO_FOOTER }, { "footer", AUTO_FOOTER },
};

static bool element_meets(const struct json *v, const struct auto_page *p)
{
	for (size_t i = 0; json_is(v, JSON_STRING) && i < sizeof elements / sizeof *elements; i++)
		if (str_eq_nocase(v->text, str_from(elements[i].word)))
			return p->has & elements[i].element;
	return false;
}

static bool holds(struct str all, struct str part)
{
	return part.n && part.n <= all.n && memmem(all.p, all.n, part.p, part.n);
}

static bool is_whole_picture(const struct json *rule, const struct auto_page *p)
{
	double share = 0;
	const struct json *v = json_get(rule, "full_page_image_in_page_threshold");
	if (json_is(v, JSON_STRING) && v->text.n > 2 && str_starts(v->text, STR("0."))) /* "0.75" */
		for (size_t i = 2, unit = 10; i < v->text.n && i < 8 && v->text.p[i] >= '0' && v->text.p[i] <= '9'; i++, unit *= 10)
			share += (double)(v->text.p[i] - '0') / (double)unit;
	else if (!read_number(v, &share))
		share = 0.8;
	return p->picture_percent >= share * 100;
}

/* What a condition comes to; false if the key is none. */
static bool condition(const struct json *rule, struct str key, const struct json *v, struct str name, const struct auto_page *p, bool *met)
{
	double want;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (str_eq_z(key, counts[i].key)) {
			*met = read_number(v, &want) && count_meets(counts[i].how, *(const double *)(const void *)((const char *)p + counts[i].at), want);
			return true;
		}
	if (str_eq_z(key, "regexp_in_page"))
		*met = pattern_meets(v, json_get(rule, "regexp_in_page_mode"), p->text);
	else if (str_eq_z(key, "filename_regexp"))
		*met = pattern_meets(v, json_get(rule, "filename_regexp_mode"), name);
	else if (str_eq_z(key, "filename_match_glob") || str_eq_z(key, "filename_match_glob_list"))
		*met = globs_meet(v, name);
	else if (str_eq_z(key, "text_in_page"))
		*met = json_is(v, JSON_STRING) && (holds(p->text, v->text) || holds(p->markdown, v->text));
	else if (str_eq_z(key, "layout_element_in_page"))
		*met = element_meets(v, p);
	else if (str_eq_z(key, "table_in_page"))
		*met = p->tables > 0;
	else if (str_eq_z(key, "image_in_page"))
		*met = p->pictures > 0;
	else if (str_eq_z(key, "full_page_image_in_page"))
		*met = is_whole_picture(rule, p);
	else if (str_eq_z(key, "page_md_error"))
		*met = p->fault;
	else if (str_eq_z(key, "page_contains_at_least_n_charts") || str_eq_z(key, "page_contains_at_most_n_charts"))
		*met = false;
	else
		return false;
	return true;
}

static bool rule_meets(const struct json *rule, struct str name, const struct auto_page *p)
{
	const struct json *mode = json_get(rule, "trigger_mode");
	bool any = json_is(mode, JSON_STRING) && str_eq_nocase(mode->text, STR("or")), met;
	size_t asked = 0, yes = 0;
	for (size_t i = 0; json_is(rule, JSON_OBJECT) && i < rule->n; i++) {
		const struct json *v = rule->item[i];
		if (json_is_null(v) || json_is(v, JSON_FALSE) || !condition(rule, rule->key[i], v, name, p, &met))
			continue;
		asked++;
		yes += met;
	}
	return any ? yes > 0 : asked > 0 && yes == asked;
}

size_t auto_rule_of(const struct json *rules, struct str file_name, const struct auto_page *p)
{
	for (size_t i = 0; auto_is_on(rules) && i < rules->n && i < MOST_RULES; i++)
		if (rule_meets(rules->item[i], file_name, p))
			return i + 1;
	return 0;
}

/* ---- what changes */

static void take_flag(const struct json *group, const char *key, uint32_t wish, uint32_t *wishes)
{
	const struct json *v = json_get(group, key);
	if (json_is_bool(v))
		*wishes = json_is(v, JSON_TRUE) ? *wishes | wish : *wishes & ~wish;
}

static void take_side(const struct json *box, const char *key, double *side)
{
	double v;
	if (read_number(json_get(box, key), &v) && v >= 0 && v <= 1)
		*side = v;
}

static void take_crop(const struct json *box, struct work_crop *crop)
{
	struct work_crop c = { 0, 0, 1, 1 };
	if (!json_is(box, JSON_OBJECT))
		return;
	take_side(box, "left", &c.left);
	take_side(box, "top", &c.top);
	take_side(box, "right", &c.right);
	take_side(box, "bottom", &c.bottom);
	if (c.left < c.right && c.top < c.bottom)
		*crop = c;
}

struct work_settings auto_settings(const struct work_settings *base, const struct json *rule)
{
	struct work_settings s = *base;
	const struct json *conf = json_get(rule, "parsing_conf"), *tier = json_get(conf, "tier"), *language = json_get(conf, "language");
	const struct json *slides = json_get(conf, "presentation"), *diagonal = json_get(json_get(conf, "ignore"), "ignore_diagonal_text");
	if (json_is(tier, JSON_STRING) && tier->text.n)
		s.parse_tier = tier->text;
	if (json_is(language, JSON_STRING) && language->text.n)
		s.lang = language->text;
	if (json_is_bool(diagonal))
		s.no_diagonal = json_is(diagonal, JSON_TRUE);
	take_flag(slides, "out_of_bounds_content", TASK_SLIDES_BESIDE, &s.wishes);
	take_flag(slides, "skip_embedded_data", TASK_SLIDES_NO_CHARTS, &s.wishes);
	take_crop(json_get(conf, "crop_box"), &s.crop);
	return s;
}
