/* SPDX-License-Identifier: Apache-2.0 */
#include "api/settings.h"
#include "api/data-schema.h"
#include "api/fields.h"
#include "base/clock.h"
#include "base/pages.h"

static const char *const targets[] = { "per_doc", "per_page", "per_table_row", NULL };
static const char *const tiers[] = { "cost_effective", "agentic", "agentic_plus", "turbo", NULL };
static const char *const parse_tiers[] = { "fast", "cost_effective", "agentic", "agentic_plus", NULL };

/* In the order of the contract's examples. */
static const struct field rows[] = {
	{ "data_schema", FIELD_OBJECT, offsetof(struct settings, data_schema), FIELD_REQUIRED, 0, NULL },
	{ "cite_sources", FIELD_BOOL, offsetof(struct settings, cite_sources), 0, 0, NULL },
	{ "confidence_scores", FIELD_BOOL, offsetof(struct settings, confidence_scores), 0, 0, NULL },
	{ "extract_version", FIELD_TEXT, offsetof(struct settings, extract_version), 0, 0, NULL },
	{ "version", FIELD_TEXT, offsetof(struct settings, version), 0, 0, NULL },
	{ "extraction_target", FIELD_WORD, offsetof(struct settings, extraction_target), 0, 0, targets },
	{ "lang", FIELD_TEXT, offsetof(struct settings, lang), 0, 0, NULL },
	{ "max_pages", FIELD_INT, offsetof(struct settings, max_pages), FIELD_NULL, 1, NULL },
	{ "parse_config_id", FIELD_TEXT, offsetof(struct settings, parse_config_id), FIELD_NULL, 200, NULL },
	{ "parse_tier", FIELD_WORD, offsetof(struct settings, parse_tier), FIELD_NULL, 0, parse_tiers },
	{ "system_prompt", FIELD_TEXT, offsetof(struct settings, system_prompt), FIELD_NULL, 0, NULL },
	{ "target_pages", FIELD_TEXT, offsetof(struct settings, target_pages), FIELD_NULL, 0, NULL },
	{ "tier", FIELD_WORD, offsetof(struct settings, tier), 0, 0, tiers },
	{ "disable_cache", FIELD_BOOL, offsetof(struct settings, disable_cache), 0, 0, NULL },
	{ "sheet_names", FIELD_TEXTS, offsetof(struct settings, sheet_names), FIELD_NULL, 0, NULL },
	{ "spreadsheet_mode", FIELD_BOOL, offsetof(struct settings, spreadsheet_mode), 0, 0, NULL },
};
#define ROWS_N (sizeof rows / sizeof *rows)

void settings_write(struct buf *b, const struct settings *s)
{
	fields_write(b, rows, ROWS_N, s);
	if (!s->parse_configuration.p || b->failed)
		return;
	b->n--; /* the brace at the end */
	buf_z(b, ",\"parse_configuration\":");
	buf_str(b, s->parse_configuration);
	buf_byte(b, '}');
}

/* One call of a check: what it looks at and where problems go. */
struct check {
	const struct json *object;
	const struct releases *releases;
	struct arena *a;
	const struct place *at;
	struct problems *p;
	struct settings *s;
};

static bool refuse(const struct check *c, const char *key, const char *msg)
{
	struct place at = place_key(c->at, key);
	return problem_add(c->p, &at, "value_error", json_get(c->object, key), NULL, "%s", msg);
}

struct str release_choose(const struct releases *r, struct str asked, bool *is_date)
{
	int64_t day;
	struct str best = { 0 };
	*is_date = asked.n == 10 && clock_parse(asked, &day);
	if (str_eq_z(asked, "latest"))
		return str_from(r->dates[r->n - 1]);
	for (size_t i = 0; *is_date && i < r->n; i++)
		if (str_cmp(str_from(r->dates[i]), asked) <= 0)
			best = str_from(r->dates[i]);
	return best;
}

/* version wins over its older name, which is kept as it was sent (behaviour.md G-2, G-31). */
static void version_check(const struct check *c)
{
	bool named = json_get(c->object, "version") != NULL, older = json_get(c->object, "extract_version") != NULL, is_date;
	struct settings *s = c->s;
	struct str asked = named ? s->version : s->extract_version, found = release_choose(c->releases, asked, &is_date);
	const char *key = named ? "version" : "extract_version";
	s->asked = asked;
	if (!older)
		s->extract_version = asked;
	if (found.p) {
		s->version = found;
		return;
	}
	struct place at = place_key(c->at, key);
	if (is_date)
		problem_text(c->p, &at, "value_error", asked, NULL, "The first release is %s; name a date from then on or 'latest'",
			     c->releases->dates[0]);
	else
		problem_text(c->p, &at, "value_error", asked, NULL, "Input should be 'latest' or a date, YYYY-MM-DD");
}

static void pages_check(const struct check *c)
{
	uint32_t *pages;
	size_t n;
	struct err e = { 0 };
	if (c->s->target_pages.p && !pages_parse(c->s->target_pages, c->a, &pages, &n, &e))
		refuse(c, "target_pages", e.text);
}

/* Languages go to OCR by name, so only names may stand here: "en", "de,fr", "zh-Hans". */
static void lang_check(const struct check *c)
{
	struct str s = c->s->lang;
	bool ok = s.n > 0 && s.n <= 100;
	for (size_t i = 0; i < s.n && ok; i++) {
		char ch = s.p[i], low = ch | 0x20;
		ok = (low >= 'a' && low <= 'z') || ch == ',' || ch == '-' || ch == '_' || ch == ' ';
	}
	if (!ok)
		refuse(c, "lang", "Input should be ISO 639-1 codes such as 'en' or 'en,de'");
}

/* Rules between settings (behaviour.md G-30, G-34). */
static void combination_check(const struct check *c)
{
	const struct settings *s = c->s;
	if (str_eq_z(s->tier, "turbo") && s->parse_tier.p)
		refuse(c, "parse_tier", "Tier turbo has no parse step; leave parse_tier out");
	if (str_eq_z(s->tier, "turbo") && s->parse_config_id.p)
		refuse(c, "parse_config_id", "Tier turbo has no parse step; leave parse_config_id out");
	if (s->spreadsheet_mode && !str_eq_z(s->tier, "agentic_plus"))
		refuse(c, "spreadsheet_mode", "spreadsheet_mode needs tier agentic_plus");
	if (s->spreadsheet_mode && s->cite_sources)
		refuse(c, "cite_sources", "spreadsheet_mode gives no citations; switch cite_sources off");
	if (s->spreadsheet_mode && s->confidence_scores)
		refuse(c, "confidence_scores", "spreadsheet_mode gives no scores; switch confidence_scores off");
}

bool settings_read(const struct json *object, const struct releases *r, struct arena *a, const struct place *at,
		   struct problems *p, struct settings *out)
{
	int before = p->n;
	struct check c = { object, r, a, at, p, out };
	*out = (struct settings){
		.extract_version = STR("latest"), .version = STR("latest"), .extraction_target = STR("per_doc"),
		.tier = STR("cost_effective"), .lang = STR("en"),
	};
	fields_read(object, rows, ROWS_N, out, at, p);
	out->lang_given = !json_is_null(json_get(object, "lang"));
	struct place schema = place_key(at, "data_schema");
	if (out->data_schema)
		data_schema_check(out->data_schema, a, &schema, p);
	version_check(&c);
	pages_check(&c);
	lang_check(&c);
	combination_check(&c);
	return p->n == before;
}
