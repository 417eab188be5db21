/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-measure - figures that are asked for as text, in the words of the document:
 *
 *   notice_period     30 days              a period
 *   revenue           118,4 Millionen Euro an amount
 *   share             15 Prozent           a share
 *   surface           46 m²                a measure with its unit
 */
#include "extract/field-prose.h"
#include "extract/plan-private.h"
#include "extract/unit.h"

bool name_has_any(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n)
{
	struct name_memo *m = &x->names[(((uintptr_t)words >> 3 ^ (uintptr_t)f->name.tokens >> 4) * 2654435761u >> 12) % NAME_MEMOS];
	if (m->words == words && m->name.tokens == f->name.tokens && m->name.n == f->name.n)
		return m->has;
	*m = (struct name_memo){ words, f->name, false };
	for (size_t i = 0; i < n && !m->has; i++)
		m->has = phrase_has(f->name, token_named(x->in, words[i]));
	return m->has;
}

/* Does a word of the name end so: "kuendigungsfrist", "closureDuration"? */
static bool word_of_name(struct str name, const char *stem)
{
	size_t end = text_find(name, stem);
	return end != SIZE_MAX && (end == name.n || name.p[end] == '_' || (name.p[end] >= 'A' && name.p[end] <= 'Z'));
}

bool wants_period(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "period", "term", "duration", "delay", "notice", "time", "deadline" };
	static const char *const stems[] = { "frist", "dauer", "zeit", "ziel", "delai", "duree", "durée", "délai", "plazo", "durata", "termijn", "duur", "okres", "prazo", "retention",
		"extension", "survival", "waiting", "period" };
	bool named = false;
	for (size_t i = 0; f->type == VALUE_TEXT && !named && i < sizeof stems / sizeof *stems; i++)
		named = word_of_name(f->node->name, stems[i]);
	return f->type == VALUE_TEXT && (named || NAME_HAS(x, f, words));
}

static bool ends_in(struct str name, const char *const *ends, size_t n_ends)
{
	for (size_t i = 0; i < n_ends; i++) {
		size_t n = strlen(ends[i]);
		if (name.n >= n && str_eq_nocase((struct str){ name.p + name.n - n, n }, str_from(ends[i])) &&
		    (name.n == n || name.p[name.n - n - 1] == '_' || (name.p[name.n - n] >= 'A' && name.p[name.n - n] <= 'Z')))
			return true;
	}
	return false;
}
#define ENDS_IN(name, ends) ends_in(name, ends, sizeof(ends) / sizeof *(ends))

/* "fixed_rate_payer", "price_source": who or what it is, no figure. */
static bool ends_in_thing(const struct plan_field *f)
{
	static const char *const ends[] = { "payer", "payee", "option", "method", "company", "bank", "name", "holder", "type", "agent", "party", "account", "text", "source",
		"provider", "currency", "frequency", "description", "recipient", "basis", "index", "procedure" };
	return ENDS_IN(f->node->name, ends);
}

bool wants_share(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "share", "percent", "rate", "bonus", "ratio", "discount", "commission", "penalty", "interest", "quota" };
	return f->type == VALUE_TEXT && NAME_HAS(x, f, words) && !ends_in_thing(f);
}

/* "monthly_payment", "late_penalty", "liabilityCap": what such a word ends is an amount; "payment_method" is none. */
static bool ends_in_amount(const struct plan_field *f)
{
	static const char *const ends[] = { "payment", "penalty", "installment", "instalment", "cap", "fine", "charge", "deposit", "rate", "bond", "bonus", "discount", "commission", "minimum",
		"maximum", "threshold" };
	return ENDS_IN(f->node->name, ends);
}

bool wants_amount(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "amount", "value", "price", "sum", "fee", "cost", "rent", "salary", "consideration", "revenue", "turnover", "investment",
		"subsidy", "budget" };
	return f->type == VALUE_TEXT && f->name.n <= 3 && ((NAME_HAS(x, f, words) && !ends_in_thing(f)) || ends_in_amount(f));
}

static struct str bare_end(struct str w)
{
	while (w.n > 1 && (w.p[w.n - 1] == ',' || w.p[w.n - 1] == ';' || (w.p[w.n - 1] == '.' && w.n > 4)))
		w.n--;
	return w;
}

/* "£18.6 million", "72 Millionen Euro": words of size behind a figure, and the currency behind them. */
static uint32_t size_words(const struct fx *x, uint32_t at)
{
	static const char *const sizes[] = { "thousand", "million", "millions", "billion", "billions", "mio.", "mio", "mrd.", "mrd", "millionen", "milliarden", "milliards", "milliard",
		"millones", "mil", "milioni", "miliardi", "miljoen", "miljard", "mln", "mld", "milhões", "milhão", "tsd.", "tys.", "bn", "млн" };
	static const char *const money[] = { "euro", "euros", "eur", "€", "dollars", "usd", "pounds", "zł", "de", "di", "d'euros", "d’euros", "francs", "chf", "pln" };
	uint32_t n = 0, line_end = at < x->word1 ? x->v->segs[x->v->words[at].seg].word + x->v->segs[x->v->words[at].seg].words : at;
	n = at < line_end && STR_ONE_OF(bare_end(x->v->words[at].text), sizes);
	for (bool more = n > 0; more && at + n < line_end && n < 3; n += more)
		more = STR_ONE_OF(bare_end(x->v->words[at + n].text), money);
	return n;
}

/* The unit that stands behind a figure, "46 m²", "12 square metres"; *words: how many it is. NULL: none that measures a thing. */
static const struct unit *unit_at(const struct fx *x, uint32_t at, uint32_t *words)
{
	char two[64];
	const struct unit *u = NULL;
	*words = 0;
	if (at >= x->word1 || x->v->words[at].line != x->v->words[at - 1].line)
		return NULL;
	struct str first = x->v->words[at].text, next = at + 1 < x->word1 && x->v->words[at + 1].line == x->v->words[at].line ? bare_end(x->v->words[at + 1].text) : STR("");
	if (next.n && first.n + next.n + 1 < sizeof two) {
		memcpy(two, first.p, first.n);
		two[first.n] = '_';
		memcpy(two + first.n + 1, next.p, next.n);
		struct str both = { two, first.n + 1 + next.n };
		u = unit_printed(both, false);
		*words = u && !unit_is_printed(u, bare_end(first)) ? 2 : 0;
	}
	if (!*words) {
		u = unit_printed(bare_end(first), false);
		*words = u != NULL;
	}
	return u && u->kind < UNIT_PERIOD ? u : NULL;
}

static uint32_t unit_words(const struct fx *x, uint32_t at)
{
	uint32_t n;
	return unit_at(x, at, &n) ? n : 0;
}

/* What is measured in a unit may be said by it alone: a surface, a speed, a power, a long way. */
static const struct { const char *stem; enum unit_kind kind; } unit_rows[] = {
	{ "surface", UNIT_AREA }, { "superfici", UNIT_AREA }, { "superfície", UNIT_AREA }, { "area", UNIT_AREA }, { "powierzchni", UNIT_AREA },
	{ "oppervlakte", UNIT_AREA }, { "flaeche", UNIT_AREA }, { "fläche", UNIT_AREA }, { "wohnfl", UNIT_AREA }, { "speed", UNIT_SPEED },
	{ "velocidad", UNIT_SPEED }, { "vitesse", UNIT_SPEED }, { "geschwindigkeit", UNIT_SPEED }, { "power", UNIT_POWER }, { "leistung", UNIT_POWER },
	{ "length", UNIT_WAY }, { "longitud", UNIT_WAY }, { "longueur", UNIT_WAY }, { "laenge", UNIT_WAY }, { "lunghezza", UNIT_WAY },
};

bool unit_says(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	uint32_t n;
	const struct unit *u = f->type == VALUE_TEXT ? unit_at(x, s->word + s->words, &n) : NULL;
	for (size_t i = 0; u && i < sizeof unit_rows / sizeof *unit_rows; i++)
		if (unit_rows[i].kind == u->kind && (word_of_name(f->node->name, unit_rows[i].stem) || str_starts(f->node->name, str_from(unit_rows[i].stem))))
			return true;
	return false;
}

/* "surface", "max_wind_speed": a figure with its unit is asked for as text. */
static bool wants_measure(const struct fx *x, const struct plan_field *f)
{
	static const char *const stems[] = { "surface", "area", "superficie", "superfície", "powierzchnia", "oppervlakte", "flaeche", "fläche", "size", "speed", "velocidad", "vitesse",
		"geschwindigkeit", "length", "longitud", "longueur", "laenge", "länge", "lengte", "lunghezza", "comprimento", "weight", "gewicht", "peso", "poids", "height", "hoehe", "höhe",
		"altezza", "hauteur", "fraction", "temperature", "temperatur", "distance", "depth", "tiefe", "capacity", "power", "leistung", "volume", "width", "breite", "rainfall" };
	for (size_t i = 0; f->type == VALUE_TEXT && i < sizeof stems / sizeof *stems; i++)
		if (word_of_name(f->node->name, stems[i]) || str_starts(f->node->name, str_from(stems[i])))
			return true;
	return false;
}

bool takes_figure(const struct fx *x, const struct plan_field *f)
{
	return wants_period(x, f) || wants_amount(x, f) || wants_share(x, f) || wants_measure(x, f);
}

int span_as_printed(struct fx *x, const struct span *s, struct cand *out)
{
	bool figure = s->type == SPAN_MONEY || s->type == SPAN_NUMBER || s->type == SPAN_PERCENT;
	uint32_t more = figure ? size_words(x, s->word + s->words) : 0;
	more = figure && !more ? unit_words(x, s->word + s->words) : more;
	out->value = found_run(x, s->word, s->words + more);
	out->value.skip = s->skip;
	out->value.cut = s->cut;
	if (more) {
		struct str last = x->v->words[s->word + s->words + more - 1].text;
		out->value.cut = (uint16_t)(last.n - bare_end(last).n);
		out->span = NULL;
	}
	return s->quality * 10;
}

/* Measures that a text field may ask for in the words of the document. */
bool span_is_measure(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	bool sized = (s->type == SPAN_NUMBER || s->type == SPAN_MONEY) && size_words(x, s->word + s->words);
	if (f->type == VALUE_TIME && s->type == SPAN_DURATION)
		return true; /* "cooking time" */
	if (f->type == VALUE_MONEY && f->node->type == SCHEMA_STRING && sized)
		return true;
	if (wants_measure(x, f))
		return s->type == SPAN_PERCENT || (s->type == SPAN_NUMBER && unit_words(x, s->word + s->words));
	return (wants_period(x, f) && s->type == SPAN_DURATION) || (wants_amount(x, f) && ((s->type == SPAN_MONEY && s->extra.n) || sized)) ||
	       (wants_share(x, f) && s->type == SPAN_PERCENT);
}

