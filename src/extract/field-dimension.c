/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-dimension - sizes given together, in the order that their label says:
 *
 *     Size (L × W × H)        520 × 260 × 340 mm
 *     Maße: H/B/T 81,5x59,8x55 cm
 *     Width x depth           90 x 200
 *
 * A label that does not say the order settles nothing.
 */
#include "extract/field-prose.h"
#include "extract/normalise.h"

enum { SIDES = 4, SIM_DIMENSION = 900, GEOMETRY_DIMENSION = 950, QUALITY_DIMENSION = 950, BACK = 14 };

struct side { uint32_t word; uint16_t skip, cut; }; /* a piece of a word between signs of multiplication */
struct sides { struct side at[SIDES]; uint32_t n, end; /* word behind the last */ };

/* Bytes of a sign between sizes at the start of a text: "×", "x", "*", between letters "/", too; 0 if none. */
static size_t sign_bytes(struct str t, bool letters)
{
	if (str_starts(t, STR("\xC3\x97")))
		return 2;
	return t.n && (strchr("xX*", t.p[0]) || (letters && t.p[0] == '/')) ? 1 : 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of a piece at the start of a text: a number, or letters of one word; 0 if it begins with neither. */
static size_t piece_bytes(struct str t, bool letters)
{
	size_t n = 0;
	if (!letters) {
		while (n < t.n && (is_digit(t.p[n]) || (n && n + 1 < t.n && strchr(".,", t.p[n]) && is_digit(t.p[n + 1]))))
			n++;
		return n;
	}
	while (n < t.n && ((t.p[n] | 32) >= 'a') && ((t.p[n] | 32) <= 'z' || (t.p[n] & 0x80)) && (n == 0 || !sign_bytes((struct str){ t.p + n, t.n - n }, true) || t.n > 7))
		n++;
	return n;
}

/* Pieces with signs between them from a word on, "520 x 260", "520x260": fewer than two are none. */
static bool sides_read(const struct fx *x, uint32_t word, uint32_t end, bool letters, struct sides *out)
{
	bool sign = false, closed = false;
	out->n = 0;
	for (uint32_t w = word; w < end && !closed; w++) {
		struct str t = x->v->words[w].text;
		size_t at = 0;
		while (letters && at < t.n && strchr("([", t.p[at]))
			at++;
		while (at < t.n) {
			struct str rest = { t.p + at, t.n - at };
			size_t n = (out->n > 0 && !sign) ? sign_bytes(rest, letters) : 0;
			if (n) {
				sign = true;
				at += n;
				continue;
			}
			n = out->n == 0 || sign ? piece_bytes(rest, letters) : 0;
			if (!n || out->n == SIDES)
				break;
			out->at[out->n++] = (struct side){ w, (uint16_t)at, (uint16_t)(t.n - at - n) };
			sign = false;
			at += n;
		}
		closed = at < t.n || out->n == 0;
		out->end = at < t.n && at == 0 ? w : w + 1;
	}
	return out->n >= 2 && !sign;
}

static struct str side_text(const struct fx *x, struct side s)
{
	struct str t = x->v->words[s.word].text;
	return (struct str){ t.p + s.skip, t.n - s.skip - s.cut };
}

/* What a piece of a label calls a size: a word of the lexicon, or the letter that it begins with in most languages. */
static uint32_t side_token(struct fx *x, struct str t)
{
	static const struct { char letter; const char *token; } letters[] = {
		{ 'l', "length" }, { 'w', "width" }, { 'b', "width" }, { 'h', "height" }, { 'd', "depth" }, { 't', "depth" }, { 'p', "depth" },
	};
	for (size_t i = 0; t.n == 1 && i < sizeof letters / sizeof *letters; i++)
		if ((t.p[0] | 32) == letters[i].letter)
			return token_named(x->in, letters[i].token);
	struct phrase p = t.n > 1 ? phrase_of_word(x->in, t) : (struct phrase){ NULL, 0 };
	return p.n == 1 ? p.tokens[0] : UINT32_MAX;
}

static bool names_sides(struct fx *x, const struct sides *s)
{
	static const char *const sides[] = { "length", "width", "height", "depth" };
	for (uint32_t i = 0; i < s->n; i++)
		if (!TOKEN_ONE_OF(x, side_token(x, side_text(x, s->at[i])), sides))
			return false;
	return true;
}

/* The order of so many sizes, as words of the label before word say it: those of its line, or of the line above. */
static bool order_find(struct fx *x, uint32_t word, uint32_t n, struct sides *out)
{
	uint32_t line = x->v->words[word].line;
	for (uint32_t w = word; w > x->word0 && word - w < BACK && x->v->words[w - 1].line + 1 >= line; w--)
		if (sides_read(x, w - 1, word, true, out) && out->n == n && names_sides(x, out))
			return true;
	return false;
}

/* The unit behind the last size, "_" between its words. */
static struct str unit_behind(const struct fx *x, const struct sides *s)
{
	struct str last = x->v->words[s->at[s->n - 1].word].text;
	if (s->at[s->n - 1].cut)
		return (struct str){ last.p + last.n - s->at[s->n - 1].cut, s->at[s->n - 1].cut };
	bool more = s->end < x->word1 && x->v->words[s->end].line == x->v->words[s->at[0].word].line;
	return more ? x->v->words[s->end].text : STR("");
}

static void side_offer(struct fx *x, uint32_t field, struct side s, uint32_t label, uint32_t labels, struct str unit)
{
	const struct plan_field *f = &x->plan->fields[field];
	char number[64];
	if (!decimal_read(side_text(x, s), x->v->decimal_comma, number))
		return;
	struct str canon = arena_str(x->a, str_from(number));
	if (!unit_settles(x, f, unit, &canon) || (f->type == VALUE_INTEGER && memchr(canon.p, '.', canon.n)))
		return;
	struct cand c = { .value = found_run(x, s.word, 1), .label = label, .labels = labels, .sim = SIM_DIMENSION, .geometry = GEOMETRY_DIMENSION,
			  .quality = QUALITY_DIMENSION, .rel = REL_RIGHT };
	c.value.skip = s.skip;
	c.value.cut = s.cut;
	c.value.canon = canon;
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

static void sides_offer(struct fx *x, const struct sides *values, const struct sides *order)
{
	struct str unit = unit_behind(x, values);
	for (uint32_t i = 0; i < values->n; i++) {
		uint32_t token = side_token(x, side_text(x, order->at[i]));
		for (uint32_t f = 0; f < x->plan->fields_n; f++)
			if (value_is_figure(x->plan->fields[f].type) && phrase_has(x->plan->fields[f].name, token))
				side_offer(x, f, values->at[i], order->at[0].word, order->end - order->at[0].word, unit);
	}
}

/* Is any size asked for? */
static bool is_asked(struct fx *x)
{
	static const char *const sides[] = { "length", "width", "height", "depth" };
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		if (value_is_figure(x->plan->fields[f].type) && NAME_HAS(x, &x->plan->fields[f], sides))
			return true;
	return false;
}

void dimensions_search(struct fx *x)
{
	if (!is_asked(x))
		return;
	for (uint32_t w = x->word0; w < x->word1; w++) {
		struct sides values, order;
		const struct view_line *l = &x->v->lines[x->v->words[w].line];
		if (!is_digit(x->v->words[w].text.p[0]) || !sides_read(x, w, l->word + l->words, false, &values))
			continue;
		if (order_find(x, w, values.n, &order))
			sides_offer(x, &values, &order);
		w = values.at[values.n - 1].word;
	}
}
