/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan-alias - the phrases a leaf may be labelled with in a document: its name,
 * title and what its description quotes, enumerates or begins with, each widened
 * by the lexicon. Weights are those of engine.md sections 4 and 5, in 1/1000.
 */
#include "extract/plan-private.h"
#include "extract/unit.h"

enum {
	WEIGHT_NAME = 1000,
	WEIGHT_PLACE = 880, WEIGHT_TOTAL = 1040,   /* the description says more than the name */
	WEIGHT_KIND = 650,     /* of the name of an item: what its array is of */
	WEIGHT_BARE = 900,     /* the name without the names of the objects around it */
	WEIGHT_NO_HEAD = 880,  /* "contract" for "contract number" */
	WEIGHT_RANGE = 960,    /* the whole range, when both its ends follow */
	WEIGHT_NO_ROLE = 740,  /* "city" for "seller city": the section must say whose */
	WEIGHT_UNDATED = 960,  /* the name without "prior year" */
	WEIGHT_NET = 980, NET_MOST = 24,
	EXPAND = 160           /* most phrases the lexicon adds to one */
};

/* Is the token the word as it is written, but for its end? "bar" may be cash in another language. */
static bool is_own_word(const struct planner *p, uint32_t token, struct str written)
{
	struct str t = token_text(p->in, token);
	return str_starts(written, t);
}

/* The endings of names that are units, as tokens: made once for a plan. */
static bool units_read(struct planner *p)
{
	enum { UNITS = 256 };
	p->units = p->units ? p->units : ARENA_ARRAY(p->a, UNITS, struct phrase);
	for (struct str name; p->units && !p->units_n;) {
		size_t n = 0, k = 0;
		while (n < UNITS && (name = unit_name(k++)).n) {
			p->units[n] = phrase_of(p->in, name);
			n += p->units[n].n > 1 || (p->units[n].n && is_own_word(p, p->units[n].tokens[0], name));
		}
		p->units_n = n;
	}
	return p->units != NULL;
}

static bool ends_with(struct phrase q, struct phrase tail)
{
	return tail.n && q.n > tail.n && !memcmp(q.tokens + q.n - tail.n, tail.tokens, tail.n * sizeof *q.tokens);
}

/* "total_time_minutes", "weight_kg": documents write the unit beside the value, not in the label. */
static struct phrase without_unit(struct planner *p, struct phrase q)
{
	size_t n = q.n, most = 0;
	for (size_t i = 0; units_read(p) && i < p->units_n; i++)
		if (ends_with(q, p->units[i]) && p->units[i].n > most)
			most = p->units[i].n;
	n -= most;
	if (most && n > 1 && q.tokens[n - 1] == token_named(p->in, "in"))
		n--;
	return (struct phrase){ q.tokens, n };
}

static void alias_put(struct alias_list *l, struct phrase q, int weight)
{
	size_t at;
	if (!q.n || q.n > 12)
		return;
	for (size_t i = 0; i < l->n; i++)
		if (phrase_same(l->items[i].phrase, q)) {
			if (l->items[i].weight >= weight)
				return;
			memmove(l->items + i, l->items + i + 1, (l->n - i - 1) * sizeof *l->items);
			l->n--;
			break;
		}
	for (at = l->n; at && l->items[at - 1].weight < weight; at--)
		;
	if (at == PLAN_ALIASES)
		return;
	if (l->n == PLAN_ALIASES)
		l->n--;
	memmove(l->items + at + 1, l->items + at, (l->n - at) * sizeof *l->items);
	l->items[at] = (struct plan_alias){ q, phrase_mask(l->p->in, q), weight, l->range };
	l->n++;
}

bool plan_all_light(const struct intern *in, struct phrase q)
{
	for (size_t i = 0; i < q.n; i++)
		if (!(token_flags(in, q.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP)))
			return false;
	return true;
}

static bool all_roles(const struct intern *in, struct phrase q)
{
	for (size_t i = 0; i < q.n; i++)
		if (!(token_flags(in, q.tokens[i]) & TOKEN_ROLE))
			return false;
	return true;
}

/* The tokens of q for which keep() holds. */
static struct phrase phrase_filtered(struct planner *p, struct phrase q, unsigned without)
{
	uint32_t *t = ARENA_ARRAY(p->a, q.n, uint32_t);
	size_t n = 0;
	for (size_t i = 0; t && i < q.n; i++)
		if (!(token_flags(p->in, q.tokens[i]) & without))
			t[n++] = q.tokens[i];
	return (struct phrase){ t, n };
}

static void alias_expand(struct alias_list *l, struct phrase q, int weight)
{
	struct phrase more[EXPAND];
	int weights[EXPAND];
	alias_put(l, q, weight);
	if (!plan_has_feature(l->p->plan, SYNONYMS))
		return;
	size_t n = lexicon_expand(l->p->in, q, q.n <= l->parts, more, weights, EXPAND);
	for (size_t i = 0; i < n; i++)
		alias_put(l, more[i], weight * weights[i] / 1000);
}

void plan_alias_add(struct alias_list *l, struct phrase q, int weight)
{
	if (!q.n)
		return;
	struct phrase whole = q;
	q = l->measure ? without_unit(l->p, q) : q;
	if (q.n < whole.n && whole.tokens[whole.n - 1] != token_named(l->p->in, "percent"))
		alias_put(l, whole, weight); /* "Price per month", "Noise (dB)": the label may say it */
	alias_expand(l, q, weight);
	struct phrase bare = phrase_filtered(l->p, q, TOKEN_LIGHT);
	if (bare.n && bare.n < q.n && !all_roles(l->p->in, bare)) /* the employer's number is not "employer" */
		alias_put(l, bare, weight * WEIGHT_NO_HEAD / 1000);
}

#define KIND_TOKENS 2

/* ---- leaves and arrays */

static bool alias_keep(struct alias_list *l, struct plan_alias **out, size_t *n)
{
	*out = ARENA_ARRAY(l->p->a, l->n, struct plan_alias);
	if (!*out)
		return false;
	memcpy(*out, l->items, l->n * sizeof **out);
	*n = l->n;
	return true;
}

/* "Flight dates 3/1 - 3/7" labels both ends: the name without the word that says which. */
static void add_range(struct alias_list *l, const struct plan_field *f)
{
	static const char *const ends[] = { "start", "end", "from", "until", "to", "expiry", "first", "last", "effective",
		"termination", "maturity", "minimum", "maximum" };
	static const char *const heads[] = { NULL, "date", "period" };
	uint32_t t[PHRASE_TOKENS + 1];
	size_t n = 0;
	for (size_t i = 0; i < f->name.n; i++) {
		bool end = false;
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			end |= f->name.tokens[i] == token_named(l->p->in, ends[k]);
		if (!end && f->name.tokens[i] != token_named(l->p->in, "date"))
			t[n++] = f->name.tokens[i];
	}
	l->range = true;
	for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
		uint32_t *kept = ARENA_ARRAY(l->p->a, n + 1, uint32_t);
		if (!kept || n + 1 > PHRASE_TOKENS)
			break;
		memcpy(kept, t, n * sizeof *t);
		if (heads[h])
			kept[n] = token_named(l->p->in, heads[h]);
		alias_expand(l, (struct phrase){ kept, n + (heads[h] != NULL) }, WEIGHT_RANGE);
	}
	l->range = false;
}

/* "Customer service: 1-800 555 0177" for customer_service_phone: the number says by itself that it is one. */
static void add_untyped(struct alias_list *l, const struct plan_field *f)
{
	static const struct { enum value_type type; const char *word; } rows[] = {
		{ VALUE_PHONE, "phone" }, { VALUE_PHONE, "fax" }, { VALUE_PHONE, "mobile" }, { VALUE_EMAIL, "email" }, { VALUE_URL, "web" },
		{ VALUE_IBAN, "iban" },
	};
	uint32_t *t = ARENA_ARRAY(l->p->a, f->name.n + 1, uint32_t);
	size_t n = 0;
	for (size_t i = 0; t && i < f->name.n; i++) {
		bool kind = f->name.tokens[i] == token_named(l->p->in, "number") || f->name.tokens[i] == token_named(l->p->in, "address");
		for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
			kind |= rows[k].type == f->type && f->name.tokens[i] == token_named(l->p->in, rows[k].word);
		if (!kind)
			t[n++] = f->name.tokens[i];
	}
	bool known = false;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
		known |= rows[k].type == f->type;
	if (t && known && n && n < f->name.n && !all_roles(l->p->in, (struct phrase){ t, n }))
		alias_put(l, (struct phrase){ t, n }, WEIGHT_NO_HEAD);
}

/* "Total revenue of the quarter" for a field named revenue: the total is meant, not a part. */
static void add_total(struct alias_list *l, const struct plan_field *f)
{
	uint32_t total = token_named(l->p->in, "total");
	struct phrase clause = phrase_of(l->p->in, plan_first_clause(f->node->description));
	uint32_t *t = ARENA_ARRAY(l->p->a, f->name.n + 1, uint32_t);
	if (!t || !clause.n || clause.tokens[0] != total || phrase_has(f->name, total) || f->name.n >= PHRASE_TOKENS)
		return;
	t[0] = total;
	memcpy(t + 1, f->name.tokens, f->name.n * sizeof *t);
	plan_alias_add(l, (struct phrase){ t, f->name.n + 1 }, WEIGHT_TOTAL);
}

/* "Net amount of the line" for line_total: labels may say that it is net, too. */
static void add_net(struct alias_list *l, const struct plan_field *f)
{
	static const char *const words[] = { "net", "gross" };
	struct phrase clause = phrase_of(l->p->in, plan_first_clause(f->node->description));
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		uint32_t token = token_named(l->p->in, words[w]);
		size_t n = l->n < NET_MOST ? l->n : NET_MOST;
		struct plan_alias some[NET_MOST];
		if (!phrase_has(clause, token) || phrase_has(f->name, token))
			continue;
		memcpy(some, l->items, n * sizeof *some);
		for (size_t i = 0; i < n; i++) {
			struct phrase q = some[i].phrase;
			uint32_t *t = ARENA_ARRAY(l->p->a, q.n + 1, uint32_t);
			if (!t || phrase_has(q, token) || phrase_has(q, token_named(l->p->in, words[1 - w])))
				continue;
			memcpy(t, q.tokens, q.n * sizeof *t);
			t[q.n] = token;
			alias_put(l, (struct phrase){ t, q.n + 1 }, some[i].weight * WEIGHT_NET / 1000);
		}
	}
}

/* "Address: 12 High Street, Leeds" holds the city: a part of an address is looked for behind the label of all of it. */
static void add_place(struct alias_list *l, const struct plan_field *f)
{
	static const char *const parts[] = { "street", "city", "postal", "code", "country", "state", "region", "province", "county", "number", "line" };
	uint32_t address = token_named(l->p->in, "address"), *t = ARENA_ARRAY(l->p->a, f->name.n + 1, uint32_t);
	bool area = f->type == VALUE_COUNTRY || f->type == VALUE_REGION;
	size_t n = 0;
	if (!t || !(area || f->type == VALUE_STREET || f->type == VALUE_POSTAL_CODE || f->type == VALUE_CITY))
		return;
	for (size_t i = 0; i < f->name.n; i++) {
		bool part = f->name.tokens[i] == address;
		for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
			part |= f->name.tokens[i] == token_named(l->p->in, parts[k]);
		if (!part)
			t[n++] = f->name.tokens[i];
	}
	t[n++] = address;
	if (n <= PHRASE_TOKENS && (!area || f->scope.n || phrase_has(f->name, address))) /* a country by itself may be any */
		alias_put(l, (struct phrase){ t, n }, WEIGHT_PLACE);
}

/* "total_assets_prior_year": the row says what, its column when. */
static void add_undated(struct alias_list *l, const struct plan_field *f)
{
	static const char *const which[] = { "previous", "prior", "current", "preceding" };
	static const char *const when[] = { "year", "period", "quarter", "month", "fiscal" };
	uint32_t *t = ARENA_ARRAY(l->p->a, f->name.n + 1, uint32_t);
	size_t n = 0;
	bool dated = false;
	for (size_t i = 0; t && i < f->name.n; i++) {
		bool says = false, unit = false;
		for (size_t k = 0; k < sizeof which / sizeof *which; k++)
			says |= f->name.tokens[i] == token_named(l->p->in, which[k]);
		for (size_t k = 0; k < sizeof when / sizeof *when; k++)
			unit |= f->name.tokens[i] == token_named(l->p->in, when[k]);
		dated |= says;
		if (!says && !unit)
			t[n++] = f->name.tokens[i];
	}
	if (dated && n && !plan_all_light(l->p->in, (struct phrase){ t, n }))
		plan_alias_add(l, (struct phrase){ t, n }, WEIGHT_UNDATED);
}

/* "Pupil" heads the names of pupils: what an array is of labels the name of its items. */
static void add_kind(struct alias_list *l, const struct plan_field *f)
{
	const struct schema_node *items = f->node->parent, *list = items ? items->parent : NULL;
	struct phrase own = phrase_of(l->p->in, f->node->name);
	if (!list || list->type != SCHEMA_ARRAY || own.n != 1 || own.tokens[0] != token_named(l->p->in, "name"))
		return;
	struct phrase kind = phrase_of(l->p->in, list->name);
	if (kind.n && kind.n <= KIND_TOKENS && !plan_all_light(l->p->in, kind))
		alias_put(l, kind, WEIGHT_KIND);
}

bool plan_field_aliases(struct planner *p, struct plan_field *f)
{
	struct alias_list l = { .p = p, .parts = PHRASE_TOKENS };
	const struct schema_node *n = f->node;
	struct phrase own = n->name.n ? phrase_of(p->in, n->name) : f->name;
	int year;
	if (f->year)
		own = plan_without_year(p, own, &year);
	if (f->year && !year && n->name.n) /* "2024" by itself, below "revenue" */
		own = f->name;
	l.measure = n->type == SCHEMA_NUMBER || n->type == SCHEMA_INTEGER;
	plan_alias_add(&l, f->name, WEIGHT_NAME);
	if (own.n < f->name.n)
		plan_alias_add(&l, own, f->scope.n ? WEIGHT_NO_ROLE : WEIGHT_BARE);
	struct str rest;
	if (l.measure && unit_of_name(n->name, &rest)) /* as it is written: the tokens of "bar" may be another word's */
		plan_alias_add(&l, phrase_of(p->in, rest), own.n == f->name.n ? WEIGHT_NAME : f->scope.n ? WEIGHT_NO_ROLE : WEIGHT_BARE);
	if (n->title.n)
		plan_alias_text(&l, n->title, WEIGHT_NAME);
	if (n->description.n)
		plan_alias_described(&l, n->description);
	if (f->scope.n && f->attribute.n && plan_all_light(p->in, f->attribute))
		alias_put(&l, f->attribute, WEIGHT_NO_ROLE); /* a buyer's name is no description */
	else if (f->scope.n && f->attribute.n)
		plan_alias_add(&l, f->attribute, WEIGHT_NO_ROLE);
	if (f->type == VALUE_ORG && f->scope.n && (!f->attribute.n || plan_all_light(p->in, f->attribute)))
		alias_put(&l, phrase_of(p->in, STR("company name")), WEIGHT_NO_ROLE);
	add_untyped(&l, f);
	add_kind(&l, f);
	add_place(&l, f);
	add_total(&l, f);
	if (l.measure)
		add_undated(&l, f);
	if (l.measure && plan_has_feature(p->plan, DESCRIPTIONS))
		add_net(&l, f);
	if (f->pair && f->name.n <= PHRASE_TOKENS)
		add_range(&l, f);
	return alias_keep(&l, &f->aliases, &f->aliases_n);
}

bool plan_array_aliases(struct planner *p, struct plan_array *a)
{
	struct alias_list l = { .p = p, .parts = PHRASE_TOKENS };
	plan_alias_add(&l, phrase_of(p->in, a->node->name), WEIGHT_NAME);
	if (a->node->title.n)
		plan_alias_text(&l, a->node->title, WEIGHT_NAME);
	if (a->node->description.n)
		plan_alias_described(&l, a->node->description);
	return alias_keep(&l, &a->aliases, &a->aliases_n);
}
