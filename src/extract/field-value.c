/* SPDX-License-Identifier: Apache-2.0 */
/* field-value - what inside a run of words suits a field's type, and how well. */
#include "extract/field-prose.h"
#include "extract/normalise.h"

enum {
	QUALITY_TEXT = 800, QUALITY_NAMED = 1000, QUALITY_ODD = 350,
	COST_WHOLE = 80, COST_SMALL = 400, COST_CONVERTED = 50,
	COST_WORD_AFTER = 12, /* as COST_WORD_BEFORE, for words behind it */
	TEXT_WORDS = 40, ENUM_WORDS = 8, PERIOD_WORDS = 6, SMALL_WORDS = 2, TAX_DIGITS = 6 /* least of a tax number */, FIGURE_DIGITS = 10 /* most of a whole figure */, SMALL_FIGURE = 3 /* digits */, QUOTED_WORDS = 12, STREET_LEAST = 4 /* bytes of a street of one word */,
};

/* ---- typed readings */

static const struct { enum value_type want; enum span_type is; int quality; } span_rows[] = {
	{ VALUE_DATE, SPAN_DATE, 1000 }, { VALUE_DATE, SPAN_DATE_RANGE, 900 },
	{ VALUE_DATETIME, SPAN_DATE, 950 }, { VALUE_DATETIME, SPAN_DATE_RANGE, 700 },
	{ VALUE_TIME, SPAN_TIME, 1000 },
	{ VALUE_MONEY, SPAN_MONEY, 1000 }, { VALUE_MONEY, SPAN_NUMBER, 900 },
	{ VALUE_NUMBER, SPAN_NUMBER, 1000 }, { VALUE_NUMBER, SPAN_MONEY, 850 }, { VALUE_NUMBER, SPAN_PERCENT, 700 },
	{ VALUE_INTEGER, SPAN_NUMBER, 1000 }, { VALUE_INTEGER, SPAN_MONEY, 700 },
	{ VALUE_PERCENT, SPAN_PERCENT, 1000 }, { VALUE_PERCENT, SPAN_NUMBER, 750 },
	{ VALUE_NUMBER, SPAN_NUMBER_RANGE, 1000 }, { VALUE_INTEGER, SPAN_NUMBER_RANGE, 1000 }, { VALUE_MONEY, SPAN_NUMBER_RANGE, 1000 },
	{ VALUE_PERCENT, SPAN_NUMBER_RANGE, 900 },
	{ VALUE_YEAR, SPAN_NUMBER, 900 }, { VALUE_YEAR, SPAN_DATE, 800 },
	{ VALUE_DURATION, SPAN_DURATION, 1000 }, { VALUE_DURATION, SPAN_NUMBER, 700 },
	{ VALUE_CURRENCY, SPAN_CURRENCY, 1000 }, { VALUE_CURRENCY, SPAN_MONEY, 800 },
	{ VALUE_EMAIL, SPAN_EMAIL, 1000 }, { VALUE_URL, SPAN_URL, 1000 }, { VALUE_PHONE, SPAN_PHONE, 1000 },
	{ VALUE_IBAN, SPAN_IBAN, 1000 }, { VALUE_BIC, SPAN_BIC, 1000 },
	{ VALUE_VAT_ID, SPAN_VAT_ID, 1000 }, { VALUE_VAT_ID, SPAN_ID, 700 },
	{ VALUE_STREET, SPAN_STREET, 1000 }, { VALUE_POSTAL_CODE, SPAN_POSTAL_CITY, 1000 },
	{ VALUE_CITY, SPAN_POSTAL_CITY, 1000 }, { VALUE_COUNTRY, SPAN_COUNTRY, 1000 },
};

static int as_sure(int quality, const struct span *s)
{
	return quality * (50 + s->quality / 2) / 100;
}

int value_span_quality(const struct plan_field *f, const struct span *s)
{
	for (size_t i = 0; i < sizeof span_rows / sizeof *span_rows; i++) {
		if (span_rows[i].want != f->type || span_rows[i].is != s->type)
			continue;
		int q = span_rows[i].quality;
		if (f->type == VALUE_MONEY && s->type == SPAN_NUMBER && s->integer) /* money mostly shows its cents, or is large */
			q -= s->canon.n > SMALL_FIGURE ? COST_WHOLE : COST_SMALL;
		if (f->side && f->pair && s->type == SPAN_DATE_RANGE)
			q = 1000;
		if (s->type == SPAN_NUMBER_RANGE && !(f->side && f->pair))
			return 0; /* as good as no number: which of the two? */
		if (f->type == VALUE_INTEGER && !s->integer)
			return 0;
		if (f->type == VALUE_YEAR && s->type == SPAN_NUMBER && !(s->canon.n == 4 && s->canon.p[0] < '3' && s->canon.p[0] > '0'))
			return 0;
		if (f->type == VALUE_CURRENCY && s->type == SPAN_MONEY && !s->extra.n)
			return 0;
		return as_sure(q, s);
	}
	return 0;
}

bool value_wants_span(enum value_type t)
{
	for (size_t i = 0; i < sizeof span_rows / sizeof *span_rows; i++)
		if (span_rows[i].want == t)
			return true;
	return false;
}

/* Signs, stop words and "from": nothing a label is made of. */
static bool names_nothing(struct fx *x, uint32_t word)
{
	struct phrase *p = fx_word(x, word);
	for (size_t i = 0; i < p->n; i++)
		if (!(token_flags(x->in, p->tokens[i]) & TOKEN_STOP) && p->tokens[i] != token_named(x->in, "from"))
			return false;
	return true;
}

/* Do the words just before w, inside the region, name something by themselves: "… order no. 17"? */
static bool names_another(struct fx *x, uint32_t from, uint32_t w)
{
	while (w > from && (str_has_digit(x->v->words[w - 1].text) || names_nothing(x, w - 1)))
		w--; /* "order no. 17 of 3 May" */
	for (uint32_t n = 1; n <= 3 && from + n <= w; n++) {
		struct phrase p = fx_phrase(x, w - n, n);
		bool heavy = false;
		for (size_t i = 0; i < p.n; i++)
			heavy |= !(token_flags(x->in, p.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP)) &&
				 p.tokens[i] != token_named(x->in, "from") && p.tokens[i] != token_named(x->in, "until");
		if (heavy && lexicon_knows(p))
			return true;
	}
	return false;
}

/* Words of a region before w that are neither signs nor stop words: what stands between label and value. */
int words_between(struct fx *x, uint32_t from, uint32_t w)
{
	int n = names_another(x, from, w) ? 8 : 0;
	for (; from < w; from++) {
		struct phrase *p = fx_word(x, from);
		if (p->n && !(p->n == 1 && (token_flags(x->in, p->tokens[0]) & TOKEN_STOP)))
			n++;
	}
	return n;
}

/* Words of a postal-code-and-city reading that are the code, or that are the city. */
static struct found postal_part(struct fx *x, const struct span *s, bool code)
{
	uint32_t *ids = ARENA_ARRAY(x->a, s->words, uint32_t);
	struct found f = { .words = ids };
	for (uint32_t w = s->word; ids && w < s->word + s->words; w++) {
		struct str t = x->v->words[w].text;
		while (t.n && strchr(",.;-", t.p[t.n - 1]))
			t.n--;
		bool in_code = t.n && s->extra.n && t.n <= s->extra.n && memmem(s->extra.p, s->extra.n, t.p, t.n);
		if (in_code == code && (code || memmem(s->canon.p, s->canon.n, t.p, t.n)))
			ids[f.n++] = w;
	}
	f.canon = code ? s->extra : s->canon;
	return f;
}

static struct found typed_found(struct fx *x, const struct plan_field *f, const struct span *s)
{
	if (s->type == SPAN_POSTAL_CITY)
		return postal_part(x, s, f->type == VALUE_POSTAL_CODE);
	if (s->type == SPAN_DATE_RANGE || s->type == SPAN_NUMBER_RANGE)
		return when_range_end(x, s, f->side);
	struct found v = span_words(x, s);
	if ((f->type == VALUE_CURRENCY && s->type == SPAN_MONEY) || (f->type == VALUE_DURATION && s->extra.n))
		v.canon = s->extra;
	return v;
}

static bool stands_alone(struct fx *x, const struct region *r, const struct span *s)
{
	uint32_t end = s->word + s->words;
	return !words_between(x, r->word, s->word) && (end >= r->end || !words_between(x, end, r->end));
}

static bool all_digits(struct str w)
{
	return w.n > 0 && str_digits(w) == w.n;
}

/* "200 448 117", "02625": groups of digits side by side, or a zero before others, are a code and no figure. */
static bool in_digit_groups(const struct fx *x, const struct span *s)
{
	const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
	struct str first = x->v->words[s->word].text;
	uint32_t end = s->word + s->words;
	bool zero = !s->skip && first.n > 2 && all_digits(first) && first.p[0] == '0';
	bool before = s->word > g->word && all_digits(x->v->words[s->word - 1].text);
	bool behind = end < g->word + g->words && all_digits(x->v->words[end].text);
	return s->words == 1 && all_digits(first) && (zero || ((before || behind) && !word_is_year(first)));
}

/* The digits of a tax or account number are no figure: "FR 41 482 991 003". */
static bool is_part_of_id(const struct fx *x, const struct plan_field *f, const struct region *r, const struct span *s)
{
	if (!value_is_figure(f->type))
		return false;
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *id = &x->sp->items[i];
		if ((id->type == SPAN_VAT_ID || id->type == SPAN_IBAN) && id->word <= s->word && id->word + id->words >= s->word + s->words)
			return true;
	}
	return s->type == SPAN_NUMBER && s->integer && (s->canon.n > FIGURE_DIGITS || in_digit_groups(x, s));
}

/* "1. Accounts 2024", a heading: its year is no amount. */
static bool is_heading_year(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	return value_is_figure(f->type) && s->type == SPAN_NUMBER && s->words == 1 && word_is_year(x->v->words[s->word].text) &&
	       x->v->lines[x->v->words[s->word].line].flags & VIEW_HEADING && !phrase_has(f->name, token_named(x->in, "year"));
}

static size_t span_digits(const struct fx *x, const struct span *s)
{
	size_t n = 0;
	for (uint32_t w = s->word; w < s->word + s->words; w++)
		n += str_digits(x->v->words[w].text);
	return n;
}

/* "2 weeks ago" is a moment and no length of time. */
static bool is_past(const struct fx *x, const struct span *s)
{
	uint32_t next = s->word + s->words;
	return next < x->word1 && x->v->words[next].seg == x->v->words[s->word].seg && str_eq_nocase(x->v->words[next].text, STR("ago"));
}

static bool typed_pick(struct fx *x, const struct plan_field *f, const struct region *r, bool range, struct cand *out)
{
	const struct span *best = NULL, *last = NULL;
	struct str converted = STR("");
	int quality = 0;
	size_t dates = range ? when_dates_in(x, r, &last) : 0;
	if (range && dates < 2)
		return false;
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		int q = span_inside(s, r) && !rate_has_amount(x, f, s) && !is_part_of_id(x, f, r, s) ? value_span_quality(f, s) : 0;
		int unit = q ? unit_agrees(x, f, s) : -1;
		if (f->type == VALUE_VAT_ID && s->type == SPAN_ID && span_digits(x, s) < TAX_DIGITS)
			continue; /* "EH3" of a postal code */
		struct str other = q && unit < 0 ? unit_converted(x, f, s) : STR("");
		if (!q || (unit < 0 && !other.n) || is_heading_year(x, f, s))
			continue; /* "214.6 m²" is no area in square feet */
		q -= other.n ? COST_CONVERTED : 0;
		if (f->type == VALUE_MONEY && s->type == SPAN_NUMBER && s->canon.n > SMALL_FIGURE && amount_column_signed(x, s))
			q = as_sure(QUALITY_NAMED, s);
		q = amount_for_one(x, f, s, q);
		if (s->type == SPAN_DATE && f->side && f->pair && when_in_range(x, r->seg, s))
			q = q * 7 / 10; /* the whole range says more */
		if (f->type == VALUE_DURATION && ((s->type == SPAN_NUMBER && !stands_alone(x, r, s)) || is_past(x, s)))
			continue; /* "500 g" measures something else */
		q -= COST_WORD_BEFORE * (unit ? 0 : words_between(x, r->word, s->word));
		if (s->word + s->words < r->end && !unit)
			q -= COST_WORD_AFTER * words_between(x, s->word + s->words, r->end);
		if (range && s->type == SPAN_DATE)
			q = f->side == SIDE_END ? (s == last ? 900 : 0) : q;
		if (range && (s->type == SPAN_DATE_RANGE || s->type == SPAN_NUMBER_RANGE))
			q = 1000;
		if (q > quality) {
			quality = q;
			best = s;
			converted = other;
		}
	}
	if (!best)
		return false;
	out->value = typed_found(x, f, best);
	out->value.canon = converted.n ? converted : out->value.canon;
	if (f->type == VALUE_DATETIME && best->type == SPAN_DATE && best->canon.n == 10)
		when_add_time(x, best, r, &out->value);
	out->span = best;
	out->quality = quality;
	return out->value.n > 0;
}

/* ---- text */

static void region_trim(struct fx *x, struct region *r)
{
	while (r->word < r->end && !r->skip && word_is_sign(x->v->words[r->word].text))
		r->word++;
	while (r->word < r->end && word_is_sign(x->v->words[r->end - 1].text) && !str_eq_z(x->v->words[r->end - 1].text, "&"))
		r->end--; /* a name goes on below "Ebenholz &" */
}

/* "Fixed Rate Payer: “North Bank” Floating Rate Payer: …": before another label what begins with a quote ends where it is closed. */
static void region_unquote(const struct fx *x, struct region *r)
{
	const struct view_seg *g = &x->v->segs[r->seg];
	if (r->skip || r->word >= r->end || r->end >= g->word + g->words || !quote_opens(x->v->words[r->word].text))
		return;
	for (uint32_t w = r->word; w < r->end && w < r->word + QUOTED_WORDS; w++)
		if (quote_closes(x->v->words[w].text) && !word_is_quote(x->v->words[w].text)) {
			r->end = w + 1;
			return;
		}
}

/* The span of one of the types in mask that lies in the region, or NULL. */
const struct span *span_in(struct fx *x, const struct region *r, uint32_t mask)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++)
		if (span_inside(&x->sp->items[i], r) && (mask & 1u << x->sp->items[i].type))
			return &x->sp->items[i];
	return NULL;
}

#define FIGURES (1u << SPAN_DATE | 1u << SPAN_DATE_RANGE | 1u << SPAN_NUMBER | 1u << SPAN_MONEY | 1u << SPAN_PERCENT | \
		 1u << SPAN_EMAIL | 1u << SPAN_PHONE | 1u << SPAN_IBAN | 1u << SPAN_URL | 1u << SPAN_TIME)

static bool all_figure(struct fx *x, const struct region *r)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (span_inside(s, r) && (FIGURES & 1u << s->type) && s->word == r->word && s->word + s->words >= r->end)
			return true;
	}
	return false;
}

static bool starts_upper(struct str w)
{
	return w.n && !(w.p[0] >= 'a' && w.p[0] <= 'z');
}

#define CODE_DIGITS 3

static bool is_title(struct str w)
{
	static const char *const titles[] = { "mr.", "mr", "mw.", "dhr.", "drs.", "ir.", "ing.", "dr.", "dr", "prof.", "dott.", "dott.ssa", "avv.", "sig.", "sig.ra",
		"mgr", "inż.", "lek.", "adw.", "r.pr.", "d.", "sr.", "sra.", "m.", "mme", "hr.", "fr." };
	return STR_ONE_OF(w, titles);
}

static int name_quality(struct fx *x, const struct region *r, uint32_t mask)
{
	if (span_in(x, r, mask))
		return QUALITY_NAMED;
	if (r->end - r->word == 1 && str_digits(x->v->words[r->word].text) >= CODE_DIGITS)
		return 0; /* a lone code names nobody */
	uint32_t first = r->word;
	struct str w = x->v->words[first].text;
	if (w.n >= CODE_DIGITS && str_digits(w) == w.n)
		return 0; /* nor does what begins with one */
	while (first + 1 < r->end && is_title(x->v->words[first].text))
		first++; /* "mr. F.J. Terpstra" */
	if (!starts_upper(x->v->words[first].text))
		return QUALITY_ODD;
	return r->end - r->word > NAME_WORDS ? QUALITY_ODD : QUALITY_TEXT - 50;
}

/* "Reg No. 002231061-T" behind "Company": its number, not its name. */
static bool is_registration(struct fx *x, const struct region *r)
{
	static const char *const words[] = { "reg", "regn", "registration", "no", "nr", "number", "id" };
	bool digits = false;
	struct str first = x->v->words[r->word].text;
	while (first.n && !((first.p[first.n - 1] | 32) >= 'a' && (first.p[first.n - 1] | 32) <= 'z'))
		first.n--;
	for (uint32_t w = r->word; w < r->end; w++)
		digits = digits || str_has_digit(x->v->words[w].text);
	return digits && STR_ONE_OF(first, words);
}

/* "2 adults": so many of something. */
static bool is_count(const struct fx *x, const struct region *r)
{
	struct str first = x->v->words[r->word].text, next = r->end - r->word == 2 ? x->v->words[r->word + 1].text : STR("");
	return first.n && str_digits(first) == first.n && next.n && next.p[0] >= 'a' && next.p[0] <= 'z';
}

/* "Jane Roe <jane@mail.example>": whom mail reaches is no place. */
static bool is_mailbox(const struct fx *x, const struct region *r)
{
	for (uint32_t w = r->word; w < r->end; w++)
		if (memchr(x->v->words[w].text.p, '@', x->v->words[w].text.n))
			return true;
	return false;
}

static bool says_any(const struct fx *x, struct phrase name, const char *const *words, size_t n)
{
	for (size_t i = 0; i < name.n; i++)
		if (token_one_of(x, name.tokens[i], words, n))
			return true;
	return false;
}

static bool is_place(const struct fx *x, const struct plan_field *f)
{
	static const char *const places[] = { "destination", "origin", "departure", "arrival", "place", "location", "venue" };
	return f->type == VALUE_CITY || f->type == VALUE_REGION || f->type == VALUE_COUNTRY || f->type == VALUE_ADDRESS || f->type == VALUE_STREET ||
	       (f->type == VALUE_TEXT && says_any(x, f->name, places, sizeof places / sizeof *places));
}

static bool is_moment(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "day", "date", "time", "month", "weekday" };
	return says_any(x, f->name, words, sizeof words / sizeof *words);
}

static int text_quality(struct fx *x, const struct plan_field *f, const struct region *r)
{
	uint32_t n = r->end - r->word;
	if (is_place(x, f) && is_mailbox(x, r))
		return 0;
	switch (f->type) {
	case VALUE_ORG:
		return all_figure(x, r) || is_count(x, r) || is_registration(x, r) ? 0 : name_quality(x, r, 1u << SPAN_ORG);
	case VALUE_PERSON: /* "2 adults" is nobody */
		return all_figure(x, r) || (x->v->words[r->word].text.p[0] >= '0' && x->v->words[r->word].text.p[0] <= '9') ? 0 : name_quality(x, r, 1u << SPAN_PERSON);
	case VALUE_CITY: case VALUE_REGION: case VALUE_COUNTRY:
		return n > 4 || str_has_digit(x->v->words[r->word].text) ? 0 : QUALITY_TEXT - 100;
	case VALUE_ADDRESS:
		if (n == 1 && r->rel == REL_BELOW && !str_has_digit(x->v->words[r->word].text))
			return 0; /* "Item" below a heading is the first column of a table */
		return span_in(x, r, 1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY) ? QUALITY_NAMED : QUALITY_TEXT - 200;
	case VALUE_STREET:
		return n > 8 || (n == 1 && x->v->words[r->word].text.n < STREET_LEAST) ? 0 : QUALITY_TEXT - 150;
	default:
		if (wants_period(x, f) && r->rel == REL_FACT && !span_in(x, r, 1u << SPAN_DURATION))
			return 0; /* the date of a mail is no period */
		if (wants_period(x, f))
			return span_in(x, r, 1u << SPAN_DURATION) ? QUALITY_NAMED : n > PERIOD_WORDS ? QUALITY_ODD : QUALITY_TEXT - 50;
		if (n > TEXT_WORDS || (r->rel == REL_BELOW && n > NAME_WORDS && x->v->lines[x->v->words[r->word].line].flags & VIEW_PROSE))
			return QUALITY_ODD; /* a sentence below a heading is seldom its value */
		if (is_moment(x, f) && span_in(x, r, 1u << SPAN_MONEY))
			return 0; /* "due day": no amount */
		if (all_figure(x, r) || is_count(x, r))
			return phrase_has(f->name, token_named(x->in, "name")) ? 0 : QUALITY_TEXT - (all_figure(x, r) ? 250 : 0);
		return QUALITY_TEXT;
	}
}

static struct str region_text(struct fx *x, const struct region *r, struct buf *b)
{
	struct found f = found_run(x, r->word, r->end - r->word);
	f.skip = r->skip;
	found_text(x->v, &f, b);
	return str_trim(buf_view(b));
}

static bool listed_pick(struct fx *x, const struct plan_field *f, const struct region *r, struct cand *out)
{
	struct buf b;
	buf_init(&b, 0);
	struct region q = *r;
	if (q.end - q.word > ENUM_WORDS)
		q.end = q.word + ENUM_WORDS;
	struct str text = region_text(x, &q, &b);
	if (f->node->type == SCHEMA_BOOLEAN)
		out->quality = boolean_read(x->in, text) >= 0 ? 1000 : 0;
	else
		out->quality = enum_score(x->in, f->node->enums, text);
	buf_fini(&b);
	out->value = found_run(x, q.word, q.end - q.word);
	out->value.skip = q.skip;
	return out->quality >= 600;
}

/* "Dale Whitmire, License 3318": where a name ends before a comma with figures behind it. */
static uint32_t name_end(const struct fx *x, const struct region *r)
{
	for (uint32_t w = r->word + 1; w < r->end; w++) {
		struct str t = x->v->words[w].text;
		if (t.n > 1 && t.p[0] == '<')
			return w; /* "Jane Roe <jane@example.org>" */
		for (uint32_t k = w + 1; t.p[t.n - 1] == ',' && k < r->end; k++)
			if (str_has_digit(x->v->words[k].text))
				return w + 1;
	}
	return r->end;
}

static bool has_digits(const struct fx *x, uint32_t from, uint32_t end)
{
	while (from < end && !str_has_digit(x->v->words[from].text))
		from++;
	return from < end;
}

/* "Hotel Miradouro, Rua da Bica 30, 1200-054 Lisboa": where an address begins behind a comma; the region's end if none does. */
static uint32_t address_behind(const struct fx *x, const struct region *r)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		struct str before = s->word > r->word ? x->v->words[s->word - 1].text : STR("");
		bool street = s->type == SPAN_STREET || (s->type == SPAN_POSTAL_CITY && !has_digits(x, r->word, s->word));
		if (span_inside(s, r) && street && before.n && before.p[before.n - 1] == ',')
			return s->word;
	}
	return r->end;
}

/* Does the object around an address ask for a name, too? */
static bool beside_name(const struct fx *x, const struct plan_field *f)
{
	size_t n = f->path.n;
	while (n && f->path.p[n - 1] != '.')
		n--;
	for (size_t i = 0; n && i < x->plan->fields_n; i++) {
		struct str other = x->plan->fields[i].path;
		if (other.n > n && memcmp(other.p, f->path.p, n) == 0 && x->plan->fields[i].name.n && phrase_has(x->plan->fields[i].name, token_named(x->in, "name")))
			return true;
	}
	return false;
}

static bool wants_name(const struct fx *x, const struct plan_field *f)
{
	return f->type == VALUE_PERSON || f->type == VALUE_ORG || phrase_has(f->name, token_named(x->in, "name"));
}

/* "(Not to be used for payment)" is no name. */
static bool is_remark(const struct fx *x, const struct region *r)
{
	struct str first = x->v->words[r->word].text, last = x->v->words[r->end - 1].text;
	return r->end - r->word > 1 && !r->skip && first.p[0] == '(' && last.p[last.n - 1] == ')';
}

/* "Received on ___/___/_____": a form that nobody filled in. */
static bool is_to_fill(const struct fx *x, const struct region *r)
{
	for (uint32_t w = r->word; w < r->end; w++)
		if (memmem(x->v->words[w].text.p, x->v->words[w].text.n, "___", 3))
			return true;
	return false;
}

/* "Ms Ann Lee will gladly answer your questions": the name in a sentence beside the label, or the words as they are. */
static struct region name_within_words(struct fx *x, const struct plan_field *f, struct region r)
{
	const struct span *s = f->type == VALUE_PERSON ? span_in(x, &r, 1u << SPAN_PERSON) : NULL;
	uint32_t small = 0;
	for (uint32_t w = r.word; s && w < r.end; w++)
		small += (w < s->word || w >= s->word + s->words) && x->v->words[w].text.n > 2 && x->v->words[w].text.p[0] >= 'a' && x->v->words[w].text.p[0] <= 'z';
	if (small < SMALL_WORDS)
		return r;
	return (struct region){ .word = s->word, .end = s->word + s->words, .skip = s->skip, .seg = r.seg, .rel = r.rel, .geometry = r.geometry };
}

/* "Nadia Fowler <nadia@mail.example>": the address is none of the name. */
static struct region without_mail(const struct fx *x, const struct plan_field *f, struct region r)
{
	struct str last = x->v->words[r.end - 1].text;
	if (wants_name(x, f) && r.end - r.word > 1 && last.n > 2 && memchr(last.p, '@', last.n)) {
		bool apart = r.end - r.word > 2 && str_eq_z(x->v->words[r.end - 2].text, "<");
		r.end -= apart ? 2u : last.p[0] == '<';
	}
	return r;
}

static bool text_pick(struct fx *x, const struct plan_field *f, const struct region *whole, struct cand *out)
{
	bool name = f->type == VALUE_PERSON || f->type == VALUE_ORG;
	struct region part = name_within_words(x, f, without_mail(x, f, *whole)), *r = &part;
	if ((wants_name(x, f) && is_remark(x, r)) || is_to_fill(x, r) || (asks_greeted(x, f) && str_has_digit(x->v->words[r->word].text)))
		return false; /* "Guests: 2 adults" names nobody */
	if (r->end - r->word > 1 && str_eq_z(x->v->words[r->word].text, "/s/"))
		r->word++; /* "/s/ Ann Lee": signed by */
	uint32_t end = name ? name_end(x, r) : wants_name(x, f) ? address_behind(x, r) : r->end;
	if (f->type == VALUE_ADDRESS && beside_name(x, f) && address_behind(x, r) < r->end && !str_has_digit(x->v->words[r->word].text))
		r->word = address_behind(x, r); /* the name before it is asked for by itself */
	out->quality = text_quality(x, f, r);
	out->value = found_run(x, r->word, end - r->word);
	out->value.cut = end < r->end && x->v->words[end].text.p[0] != '<' ? 1 : 0;
	out->value.skip = r->skip;
	quote_strip(x, &out->value);
	out->span = NULL;
	return out->quality > 0;
}

bool value_pick(struct fx *x, const struct plan_field *f, const struct region *whole, bool range, struct cand *out)
{
	struct region r = *whole;
	region_trim(x, &r);
	if (!value_wants_span(f->type))
		region_unquote(x, &r);
	if (r.word >= r.end)
		return false;
	if (f->type == VALUE_ENUM || f->type == VALUE_BOOLEAN)
		return listed_pick(x, f, &r, out);
	if (value_wants_span(f->type) && typed_pick(x, f, whole, range, out)) /* a sign may belong to the amount */
		return true;
	if (range)
		return false;
	if (f->type == VALUE_DATE && when_digits(x, &r, out))
		return true;
	switch (f->type) {
	case VALUE_YEAR: return f->node->type == SCHEMA_STRING && when_years(x, &r, out);
	case VALUE_PHONE: return phone_pick(x, &r, out);
	case VALUE_ID: return code_pick(x, f, &r, out);
	case VALUE_VAT_ID: case VALUE_POSTAL_CODE: {
		bool ok = code_pick(x, f, &r, out);
		out->quality -= 200;
		return ok && out->quality > QUALITY_ODD && (f->type != VALUE_VAT_ID || code_digits(x, &out->value) >= TAX_DIGITS);
	}
	case VALUE_TEXT: case VALUE_ORG: case VALUE_PERSON: case VALUE_ADDRESS: case VALUE_STREET: case VALUE_CITY:
	case VALUE_REGION: case VALUE_COUNTRY:
		return text_pick(x, f, &r, out);
	default:
		return false;
	}
}

int value_score(const struct cand *c)
{
	return (600 * c->sim + 200 * c->geometry + 200 * c->quality) / 1000; /* engine.md section 6 */
}
