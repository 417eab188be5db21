/* SPDX-License-Identifier: Apache-2.0 */
/* field-widen - which text values are passages, and where an address begins and ends. */
#include "extract/field-private.h"

bool wants_passage(const struct fx *x, const struct plan_field *f)
{
	static const char *const wanting[] = { "description", "summary", "scope", "purpose", "text", "clause", "note", "comment", "terms",
		"background", "objective", "content", "abstract", "introduction", "body", "narrative", "profile", "about", "statement", "recommendation",
		"history", "finding", "conclusion", "message", "biography", "overview", "instruction", "diagnosis" };
	for (size_t i = 0; f->type == VALUE_TEXT && i < sizeof wanting / sizeof *wanting; i++)
		if (phrase_has(f->name, token_named(x->in, wanting[i])))
			return true;
	return false;
}

/* The span of one of the types that begins at a word, or NULL. */
static const struct span *span_of(const struct fx *x, uint32_t word, uint32_t types)
{
	uint32_t seg = x->v->words[word].seg;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].word == word && (types & 1u << x->sp->items[i].type))
			return &x->sp->items[i];
	return NULL;
}

#define REACHED (1u << SPAN_PHONE | 1u << SPAN_EMAIL | 1u << SPAN_URL | 1u << SPAN_VAT_ID | 1u << SPAN_IBAN)

/* "Hotel Miradouro, Rua da Bica 30, …": a name and a comma stand before the street. */
static size_t street_from(const struct fx *x, const struct found *v, size_t from)
{
	for (size_t i = from; i < v->n && x->v->words[v->words[i]].line == x->v->words[v->words[from]].line; i++) {
		struct str before = i > from ? x->v->words[v->words[i - 1]].text : STR(" ");
		if (i > from && before.p[before.n - 1] == ',' && span_of(x, v->words[i], 1u << SPAN_STREET))
			return i;
		if (str_has_digit(x->v->words[v->words[i]].text))
			break;
	}
	return from;
}

/* "Residenza: Via Roma 9, 36061 Bassano · Tel. 0424 …": the address alone. */
void address_trim(const struct fx *x, struct found *v)
{
	size_t from = 0, end = v->n, place = 0;
	for (size_t i = 0; i < v->n && i < 5; i++)
		if (word_ends_label(x->v->words[v->words[i]].text))
			from = i + 1;
	from = street_from(x, v, from);
	for (size_t i = from; i < v->n; i++) {
		const struct span *s = span_of(x, v->words[i], 1u << SPAN_POSTAL_CITY | 1u << SPAN_COUNTRY);
		if (s && i + s->words > place)
			place = i + s->words;
		bool sign = word_is_sign(x->v->words[v->words[i]].text);
		if (place && i >= place && (sign || span_of(x, v->words[i], REACHED))) {
			end = i;
			break;
		}
	}
	while (end > from && word_is_sign(x->v->words[v->words[end - 1]].text))
		end--;
	if (from < end && (from || end < v->n)) {
		v->cut = end < v->n ? 0 : v->cut;
		v->skip = from ? 0 : v->skip;
		v->words += from;
		v->n = end - from;
	}
}
