/* SPDX-License-Identifier: Apache-2.0 */
/* field-asked - the words of names and descriptions that sentences may say. */
#include "extract/field-asked.h"
#include "extract/plan-private.h"
#include "extract/unit.h"
#include "layout/locale.h"

enum { HEAD_LEAST = 4 };

/* Heads of names that say what kind of value it is, and the units of dates. */
static bool is_heavy(const struct fx *x, const struct plan_field *f, uint32_t token)
{
	static const char *const kinds[] = { "amount", "value", "date", "number", "total", "sum", "count", "percent", "rate", "time", "name", "quantity" };
	static const char *const dated[] = { "year", "day" };
	bool date = f->type == VALUE_DATE || f->type == VALUE_DATETIME || f->type == VALUE_YEAR;
	if (f->type == VALUE_ADDRESS && token == token_named(x->in, "address"))
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (token == token_named(x->in, kinds[i]))
			return false;
	for (size_t i = 0; date && i < sizeof dated / sizeof *dated; i++)
		if (token == token_named(x->in, dated[i]))
			return false;
	return !(token_flags(x->in, token) & TOKEN_STOP) && token_text(x->in, token).n > 1;
}

/* A cap is what shall not be exceeded: what sentences say for words of names. */
static const char *const *others_of(struct str raw)
{
	static const struct { const char *names; const char *words[9]; } rows[] = {
		{ "cap maximum max limit ceiling", { "exceed", "exceeds", "exceeding", "maximum", "capped", "most", "limited", NULL } },
		{ "minimum min", { "least", "minimum", "less", NULL } },
		{ "late overdue", { "overdue", "late", "delinquent", "past", NULL } },
		{ "renewal extension", { "renew", "renewed", "renews", "extend", "extended", "extends", "successive", NULL } },
		{ "increase escalation", { "increase", "increased", "escalate", "upward", NULL } },
		{ "notice notification", { "notice", "notify", "notifies", "notifying", NULL } },
		{ "hourly", { "hour", NULL } }, { "daily", { "day", NULL } }, { "weekly", { "week", NULL } }, { "monthly", { "month", NULL } },
		{ "yearly annual annually", { "year", "annum", NULL } },
		{ "cure remedy", { "cure", "cured", "remedy", "remedied", NULL } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str names = str_from(rows[i].names), name;
		while (names.n) {
			names = str_cut(names, ' ', &name);
			if (str_eq(name, raw))
				return rows[i].words;
		}
	}
	return NULL;
}

static bool is_said(const struct said *list, size_t n, uint32_t token)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].token == token)
			return true;
	return false;
}

static bool ends_word(char c, char next)
{
	bool lower = c >= 'a' && c <= 'z', upper = next >= 'A' && next <= 'Z';
	return strchr("_-. /\"'(),:;", c) != NULL || (lower && upper);
}

/* "mitarbeiterzahl", "gruendungsjahr": the head of a compound says the kind of value, what is before it is looked for. */
static struct str without_head(struct str raw)
{
	static const char *const heads[] = { "jahr", "datum", "betrag", "anzahl", "zahl", "dauer", "frist", "satz", "nummer", "summe", "tag", "zeit", "beginn",
		"termin", "klausel", "bepaling", "clausule", "bedrag", "duur", "termijn", "nummer", "aantal" };
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (str_ends(raw, str_from(heads[i])) && raw.n >= strlen(heads[i]) + HEAD_LEAST) {
			raw.n -= strlen(heads[i]);
			raw.n -= raw.n > HEAD_LEAST && raw.p[raw.n - 1] == 's';
			break;
		}
	return raw;
}

static struct said said_make(struct fx *x, uint32_t token, struct str raw, const char *const *others)
{
	uint64_t start = raw.n ? said_start_bits(raw.p[0], raw.p[0] == 'g') : 0;
	for (const char *const *o = others; o && *o; o++)
		start |= said_start_bits(**o, false);
	return (struct said){ token, raw, token_akin_bits(x, token) | start, others };
}

/* The words of a name or text, those that say little left out. */
static size_t said_add(struct fx *x, const struct plan_field *f, struct str text, struct said *out, size_t n, size_t most)
{
	for (size_t i = 0, from = 0; i <= text.n; i++) {
		bool sign = i == text.n || strchr("_-. /\"'(),:;", text.p[i]);
		if (!sign && !(i + 1 < text.n && ends_word(text.p[i], text.p[i + 1])))
			continue;
		struct str raw = { text.p + from, i - from + !sign };
		struct phrase p = phrase_of_word(x->in, raw);
		char buf[64];
		for (size_t k = 0; k < p.n && n < most; k++)
			if (is_heavy(x, f, p.tokens[k]) && !is_said(out, n, p.tokens[k]))
				out[n++] = said_make(x, p.tokens[k], p.n == 1 ? arena_printf(x->a, "%.*s", STR_ARGS(without_head(locale_fold(raw, buf, sizeof buf)))) : STR(""), others_of(raw));
		from = i + 1;
	}
	return n;
}

static size_t aliases_add(struct fx *x, const struct plan_field *f, const struct asked *a, struct said *out, size_t n)
{
	for (size_t k = 0; k < f->aliases_n && n < MORE_MOST; k++) {
		struct phrase p = f->aliases[k].phrase;
		bool one = f->aliases[k].weight >= 800 && p.n == 1 && is_heavy(x, f, p.tokens[0]);
		if (one && !is_said(a->name, a->name_n, p.tokens[0]) && !is_said(out, n, p.tokens[0]))
			out[n++] = said_make(x, p.tokens[0], STR(""), NULL);
	}
	return n;
}

/* "garantie_periode", "insurance_share": the reading is of that kind, which the sentence need not say. */
static bool says_kind(const struct fx *x, const struct plan_field *f, uint32_t token)
{
	static const char *const periods[] = { "period", "duration", "delay", "deadline", "length" }, *const shares[] = { "share", "ratio" };
	static const char *const texts[] = { "place", "text", "description", "method", "location", "address", "procedure" };
	for (size_t i = 0; takes_text(f) && !takes_figure(x, f) && i < sizeof texts / sizeof *texts; i++)
		if (token == token_named(x->in, texts[i]))
			return true;
	for (size_t i = 0; (f->type == VALUE_DURATION || wants_period(x, f)) && i < sizeof periods / sizeof *periods; i++)
		if (token == token_named(x->in, periods[i]))
			return true;
	for (size_t i = 0; wants_share(x, f) && i < sizeof shares / sizeof *shares; i++)
		if (token == token_named(x->in, shares[i]))
			return true;
	return false;
}

/* "income_in_british_pounds", "mass_in_kg": the unit is none of what is asked; a period may be said with its words. */
static struct str without_unit(struct str name)
{
	struct str rest;
	const struct unit *u = unit_of_name(name, &rest);
	return u && u->kind != UNIT_PERIOD ? rest : name;
}

static bool saying_read(struct fx *x)
{
	x->saying = ARENA_ARRAY(x->a, x->word1 - x->word0, uint64_t);
	for (uint32_t w = x->word0; x->saying && w < x->word1; w++) {
		const struct phrase *p = fx_word(x, w);
		struct str text = said_written(x->v->words[w].text);
		uint64_t bits = text.n ? said_start_bits(text.p[0], text.p[0] & 0x80 || text.p[0] == 'g') : 0;
		for (size_t k = 0; k < p->n; k++)
			bits |= token_akin_bits(x, p->tokens[k]);
		x->saying[w - x->word0] = bits;
	}
	return x->saying != NULL;
}

/* Figures, dates, periods and codes are read beside the words that say the name. */
static bool takes_values(const struct fx *x, const struct plan_field *f)
{
	static const enum value_type types[] = { VALUE_NUMBER, VALUE_INTEGER, VALUE_MONEY, VALUE_PERCENT, VALUE_DATE, VALUE_DATETIME, VALUE_TIME,
		VALUE_YEAR, VALUE_DURATION, VALUE_ID };
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (f->type == types[i])
			return true;
	return takes_figure(x, f);
}

struct asked *evidence_asked(struct fx *x)
{
	if (!saying_read(x))
		return NULL;
	struct asked *a = ARENA_ARRAY(x->a, x->plan->fields_n, struct asked);
	for (uint32_t f = 0; a && f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		a[f].name_n = said_add(x, p, without_unit(p->node->name), a[f].name, 0, PHRASE_TOKENS);
		if (!a[f].name_n) /* "meeting.date": the object around it says more */
			a[f].name_n = said_add(x, p, p->path, a[f].name, 0, PHRASE_TOKENS);
		a[f].figures = takes_values(x, p);
		a[f].quotes = takes_text(p) && !takes_figure(x, p) && !wants_passage(x, p);
		for (size_t k = 0; k < a[f].name_n; k++)
			a[f].kind[k] = says_kind(x, p, a[f].name[k].token);
		struct said more[MORE_MOST];
		size_t n = said_add(x, p, p->node->description, more, 0, MORE_MOST);
		for (size_t i = 0; i < n; i++)
			if (a[f].more_n < MORE_MOST && !is_said(a[f].name, a[f].name_n, more[i].token) && !is_said(a[f].more, a[f].more_n, more[i].token))
				a[f].more[a[f].more_n++] = more[i];
		a[f].more_n = aliases_add(x, p, &a[f], a[f].more, a[f].more_n);
	}
	return a;
}
