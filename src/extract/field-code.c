/* SPDX-License-Identifier: Apache-2.0 */
/* field-code - identifiers, codes and references inside a run of words. */
#include "extract/field-private.h"

enum { QUALITY_CODE = 950, QUALITY_WORDS = 700, QUALITY_ODD = 350, COST_CODE_AFTER = 30, CODE_WORDS = 6, REFERENCE_WORDS = 5, CODE_LEAD = 6, CODE_GROUP = 8,
	PHONE_LEAST = 7, PHONE_MOST = 15 /* digits */ };

static bool is_upper(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= 'a' && w.p[i] <= 'z')
			return false;
	return w.n > 0;
}

/* "n°562", "#17", "No.4": bytes of a number sign glued to an identifier. */
static uint16_t number_sign(struct str w)
{
	static const char *const signs[] = { "n°", "n\xC2\xBA", "N°", "N\xC2\xBA", "#", "Nr.", "No.", "nr.", "no.", "№" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(w, str_from(signs[i])) && w.n > strlen(signs[i]))
			return (uint16_t)strlen(signs[i]);
	return 0;
}

static bool in_brackets(struct str w)
{
	return w.n > 2 && w.p[0] == '(' && w.p[w.n - 1] == ')';
}

/* Short groups of capitals and digits, and nothing that reads as something else? */
static bool all_codes(struct fx *x, const struct region *r)
{
	for (uint32_t w = r->word; w < r->end; w++) {
		struct str t = x->v->words[w].text;
		for (size_t i = 0; i < t.n; i++)
			if (!((t.p[i] >= '0' && t.p[i] <= '9') || (t.p[i] >= 'A' && t.p[i] <= 'Z')))
				return false;
		if (t.n > 6)
			return false;
	}
	return !span_in(x, r, 1u << SPAN_DATE | 1u << SPAN_MONEY | 1u << SPAN_TIME | 1u << SPAN_DATE_RANGE);
}

/* "Your reference" may be a number, or whatever the other side wrote. */
static bool is_reference(const struct fx *x, const struct plan_field *f)
{
	static const char *const numbers[] = { "number", "id", "code" };
	for (size_t i = 0; i < f->name.n; i++)
		if (TOKEN_ONE_OF(x, f->name.tokens[i], numbers))
			return false;
	return phrase_has(f->name, token_named(x->in, "reference"));
}

/* "Project Dennenlaan 8" beside such a label: words, and no word for "number" before its figures. */
static bool reference_pick(struct fx *x, const struct plan_field *f, const struct region *r, struct cand *out)
{
	uint32_t n = r->end - r->word;
	struct phrase *first = fx_word(x, r->word);
	struct str w = x->v->words[r->word].text;
	bool light = first->n && (token_flags(x->in, first->tokens[0]) & (TOKEN_LIGHT | TOKEN_STOP));
	if (!is_reference(x, f) || n > REFERENCE_WORDS || w.n < 2 || light || str_has_digit(w) || r->skip || is_upper(w) || span_in(x, r, 1u << SPAN_DATE))
		return false;
	out->value = found_run(x, r->word, n);
	out->quality = QUALITY_WORDS;
	return true;
}

/* "LX 2087", "BHV-GT 418": capitals that are part of the code behind them; "WKN A1B2C3" for wkn is a label with its value. */
static bool leads_code(struct fx *x, const struct plan_field *f, const struct region *r, uint32_t end)
{
	struct str w = x->v->words[r->word].text;
	struct phrase *p = fx_word(x, r->word);
	bool alone = end == r->end ? r->end - r->word <= 3 : word_is_sign(x->v->words[end].text);
	if (!alone || !is_upper(w) || w.n > CODE_LEAD)
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (!((w.p[i] >= 'A' && w.p[i] <= 'Z') || (w.p[i] == '-' && i && i + 1 < w.n)))
			return false;
	for (size_t i = 0; i < f->name.n; i++)
		if (str_eq_nocase(token_text(x->in, f->name.tokens[i]), w))
			return false;
	return !(p->n && (token_flags(x->in, p->tokens[0]) & (TOKEN_LIGHT | TOKEN_STOP)));
}

static bool is_number_word(struct fx *x, uint32_t w)
{
	struct phrase *p = fx_word(x, w);
	return p->n == 1 && p->tokens[0] == token_named(x->in, "number") && !str_has_digit(x->v->words[w].text);
}

/* Do the words stand in a place with its postal code? */
static bool in_place(const struct fx *x, const struct region *r)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type == SPAN_POSTAL_CITY && s->words > 1 && r->word >= s->word && r->end <= s->word + s->words)
			return true;
	}
	return false;
}

/* "NR", or what the field itself is called: "WKN A1B2C3" for wkn. */
static bool is_label_word(struct fx *x, const struct plan_field *f, uint32_t w)
{
	const struct phrase *p = fx_word(x, w);
	for (size_t i = 0; i < f->name.n; i++)
		if (str_eq_nocase(token_text(x->in, f->name.tokens[i]), x->v->words[w].text))
			return true;
	return p->n && token_flags(x->in, p->tokens[0]) & (TOKEN_LIGHT | TOKEN_STOP);
}

/*
 * "GSX 6045 i", "9872023 VH5797S 0006 WX": right of its label, or below it, a code has its segment for itself: groups of
 * capitals and digits, a small letter at the end, and no word of a label.
 */
static bool fills_cell(struct fx *x, const struct plan_field *f, const struct region *r, uint32_t from, uint32_t end)
{
	const struct view_seg *g = &x->v->segs[r->seg];
	uint32_t n = r->end - r->word;
	if ((r->rel != REL_RIGHT && r->rel != REL_BELOW) || r->word != g->word || r->end != g->word + g->words || n < 2 || n > REFERENCE_WORDS || r->skip)
		return false;
	for (uint32_t w = r->word; w < r->end; w++) {
		struct str t = x->v->words[w].text;
		bool digit = str_has_digit(t), letter = w + 1 == r->end && t.n == 1;
		if (t.n > CODE_GROUP || !(letter || digit || is_upper(t)) || strchr(",;:(%/", t.p[t.n - 1]) || strchr("(#", t.p[0]) || (!digit && !letter && is_label_word(x, f, w)))
			return false;
		for (size_t i = 0; i < t.n; i++)
			if (t.p[i] & 0x80)
				return false;
	}
	return (from > r->word || end < r->end) &&
	       !span_in(x, r, 1u << SPAN_DATE | 1u << SPAN_MONEY | 1u << SPAN_TIME | 1u << SPAN_DATE_RANGE | 1u << SPAN_POSTAL_CITY | 1u << SPAN_EMAIL | 1u << SPAN_PHONE);
}

/* An identifier: from its first word with a digit on, as long as words look like parts of a code. */
bool code_pick(struct fx *x, const struct plan_field *f, const struct region *r, struct cand *out)
{
	struct region rest = *r;
	while (!r->skip && rest.end - rest.word > 1 && is_number_word(x, rest.word)) /* "n.º LE-EDI 118/2024" */
		rest.word++;
	r = &rest;
	uint32_t n = r->end - r->word, from = r->word, end;
	if (reference_pick(x, f, r, out))
		return true;
	while (from < r->end && (!str_has_digit(x->v->words[from].text) ||
				 (from + 1 < r->end && in_brackets(x->v->words[from].text))))
		from++;
	if (from == r->end) { /* words serve as identifiers too, but seldom */
		if (n > 2 || x->v->words[r->word].text.n < 2 || in_brackets(x->v->words[r->word].text) || !is_upper(x->v->words[r->word].text))
			return false;
		out->value = found_run(x, r->word, n);
		out->quality = QUALITY_ODD;
		return true;
	}
	if (x->v->words[from].text.p[x->v->words[from].text.n - 1] == '%')
		return false; /* a rate */
	if (from == r->word + 1 || from == r->word)
		if (n <= CODE_WORDS && all_codes(x, r)) /* "QQ 12 34 56 C" */
			from = r->word;
	if (from == r->word && n <= CODE_WORDS && n > 1 && all_codes(x, r)) {
		out->value = found_run(x, r->word, n);
		out->value.skip = r->skip;
		out->quality = QUALITY_CODE;
		return true;
	}
	for (end = from + 1; end < r->end && str_has_digit(x->v->words[end].text); end++)
		if (span_in(x, &(struct region){ .word = end, .end = end + 1, .seg = r->seg }, 1u << SPAN_DATE | 1u << SPAN_MONEY))
			break;
	if (from == r->word + 1 && leads_code(x, f, r, end)) /* "INV 2024 17" is one number */
		from = r->word;
	if (fills_cell(x, f, r, from, end)) {
		from = r->word;
		end = r->end;
	}
	struct region run = { .word = from, .end = end, .seg = r->seg, .skip = from == r->word ? r->skip : 0 };
	out->value = found_run(x, from, end - from);
	out->value.skip = run.skip ? run.skip : number_sign(x->v->words[from].text);
	out->quality = QUALITY_CODE - COST_WORD_BEFORE * words_between(x, r->word, from) - COST_CODE_AFTER * (int)(r->end - end);
	if (f->type == VALUE_ID && in_place(x, &run))
		return false; /* "LS10" of "Leeds LS10 1AB" */
	if (span_in(x, &run, 1u << SPAN_DATE | 1u << SPAN_EMAIL | 1u << SPAN_PERCENT))
		out->quality -= 300;
	else if (span_in(x, &run, 1u << SPAN_MONEY | 1u << SPAN_PHONE))
		out->quality -= 150;
	if (in_brackets(x->v->words[from].text))
		out->quality -= 300; /* a remark on the label */
	if (end == from + 1 && word_is_year(x->v->words[from].text))
		out->quality -= 250;
	if (end == from + 1 && x->v->words[from].text.n - out->value.skip < 3)
		out->quality -= 150;
	struct str last = x->v->words[end - 1].text;
	while (out->value.cut + 1u < last.n && strchr(",;.", last.p[last.n - 1 - out->value.cut]))
		out->value.cut++;
	return true;
}

size_t code_digits(const struct fx *x, const struct found *f)
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		n += str_digits(x->v->words[f->words[i]].text);
	return n;
}

bool phone_pick(struct fx *x, const struct region *r, struct cand *out)
{
	size_t digits = 0;
	uint32_t end = r->word;
	for (; end < r->end; end++) {
		struct str t = x->v->words[end].text;
		if (end > r->word && word_is_sign(t) && end + 1 < r->end && !str_has_digit((struct str){ x->v->words[end + 1].text.p, 1 }))
			break; /* "266 555 019 · ann@example.org" */
		for (size_t i = end == r->word ? r->skip : 0; i < t.n; i++)
			if (!(t.p[i] >= '0' && t.p[i] <= '9') && !strchr("+()-./", t.p[i]))
				return false;
		digits += str_digits(t);
	}
	if (digits < PHONE_LEAST || digits > PHONE_MOST || span_in(x, r, 1u << SPAN_DATE | 1u << SPAN_MONEY | 1u << SPAN_DATE_RANGE))
		return false;
	out->value = found_run(x, r->word, end - r->word);
	out->value.skip = r->skip;
	out->quality = QUALITY_WORDS;
	return true;
}
