/* SPDX-License-Identifier: Apache-2.0 */
/* field-widen - which text values are passages, and where names and addresses begin and end: the lines they take, the words they leave. */
#include "extract/field-private.h"
#include <stdlib.h>

enum { ADDRESS_LINES = 5, ADDRESS_WORDS = 256, LABEL_SURE = 850 };

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

/* "Willow House, | 12 Spital Lane": the name of a house is of its address. */
static bool names_house(struct str w)
{
	static const char *const words[] = { "house", "court", "hall", "building", "tower", "towers", "lodge", "manor", "mill", "mills", "farm", "works", "wharf", "yard", "cottage", "barn", "chambers", "gate", "villa", "quay",
		"centre", "center", "park", "estate", "block" };
	w.n -= w.n && w.p[w.n - 1] == ',';
	return STR_ONE_OF(w, words);
}

/* "Hotel Miradouro, Rua da Bica 30, …": a name and a comma stand before the street. */
static size_t street_from(const struct fx *x, const struct found *v, size_t from)
{
	for (size_t i = from; i < v->n && x->v->words[v->words[i]].line == x->v->words[v->words[from]].line; i++) {
		struct str before = i > from ? x->v->words[v->words[i - 1]].text : STR(" ");
		if (i > from && before.p[before.n - 1] == ',' && span_of(x, v->words[i], 1u << SPAN_STREET))
			return names_house(before) ? from : i;
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

void address_end(const struct fx *x, struct found *v)
{
	size_t last = 0, end = v->n;
	bool place = false;
	for (size_t i = 0; i < v->n; i++) {
		const struct span *s = span_of(x, v->words[i], 1u << SPAN_POSTAL_CITY | 1u << SPAN_COUNTRY);
		place |= s != NULL;
		if (s || (place && span_of(x, v->words[i], 1u << SPAN_STREET)))
			last = s && i + s->words > last ? i + s->words : i + 1 > last ? i + 1 : last;
	}
	while (last && last < end && x->v->words[v->words[end - 1]].line > x->v->words[v->words[last - 1]].line)
		end--;
	v->cut = end < v->n ? 0 : v->cut;
	v->n = end;
}

/* ---- lines of a name, words beside a date */

/* A name that its cell broke into lines; a line with figures or an address is none of it. */
void name_widen(struct fx *x, enum relation rel, struct found *v)
{
	struct found all = *v;
	text_widen(x, rel, &all);
	for (size_t i = v->n; i < all.n; i++) {
		uint32_t seg = x->v->words[all.words[i]].seg;
		for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++)
			if (x->sp->items[k].type == SPAN_STREET || x->sp->items[k].type == SPAN_POSTAL_CITY)
				return;
		if (str_has_digit(x->v->words[all.words[i]].text))
			return;
	}
	*v = all;
}

/* "Haifong, 9 July 2024" below "Place and date of issue": the words before the date. */
void drop_date(struct fx *x, const struct plan_field *f, struct cand *c)
{
	uint32_t date = token_named(x->in, "date"), seg = c->value.n ? x->v->words[c->value.words[0]].seg : 0;
	if (!c->value.n || !phrase_has(c->label_phrase, date) || phrase_has(f->name, date))
		return;
	for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++) {
		const struct span *s = &x->sp->items[k];
		size_t n = 0;
		while (n < c->value.n && c->value.words[n] != s->word)
			n++;
		if (s->type != SPAN_DATE || !n || n == c->value.n)
			continue;
		while (n > 1 && word_is_sign(x->v->words[c->value.words[n - 1]].text))
			n--;
		struct str last = x->v->words[c->value.words[n - 1]].text;
		c->value.n = n;
		c->value.cut = last.n > 1 && strchr(",;", last.p[last.n - 1]) ? 1 : 0;
		return;
	}
}

/* ---- addresses take the lines of their block */

/*
 *             12 High Street        the lines above the one beside the label that no label of their own precedes:
 *   Address   Leeds LS1 4AB         it was set beside the middle
 */
uint32_t seg_block_first(const struct fx *x, uint32_t seg)
{
	uint32_t up;
	while ((up = seg_before(x, seg)) != VIEW_NONE && up == x->v->lines[x->v->segs[up].line].seg && seg_like(x, up) < LABEL_SURE)
		seg = up;
	return seg;
}

/* Address: the lines that go on from the one beside the label. */
static void extend_lines(struct fx *x, bool upwards, struct found *v)
{
	uint32_t at = x->v->words[v->words[0]].seg, seg = upwards ? seg_block_first(x, at) : at, *ids = ARENA_ARRAY(x->a, ADDRESS_WORDS, uint32_t);
	size_t n = 0;
	for (uint32_t lines = 0; ids && seg != VIEW_NONE && lines < ADDRESS_LINES; lines++) {
		const struct view_seg *s = &x->v->segs[seg];
		bool labelled = seg > x->v->lines[s->line].seg && seg_like(x, seg - 1) >= LABEL_SURE; /* the value of the next label */
		bool boxed = x->cell[at - x->seg0] != VIEW_NONE && x->cell[seg - x->seg0] != x->cell[at - x->seg0]; /* a ruled cell holds all of it */
		if (boxed || (seg > at && (labelled || seg_like(x, seg) >= LABEL_SURE || n + s->words > ADDRESS_WORDS)))
			break;
		uint32_t from = seg == at ? v->words[0] : s->word;
		for (uint32_t w = from; w < s->word + s->words && n < ADDRESS_WORDS; w++)
			ids[n++] = w;
		seg = seg_after(x, seg, from);
	}
	if (n > v->n) {
		v->words = ids;
		v->n = n;
		v->cut = 0;
	}
}

static bool seg_has_digit(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (str_has_digit(x->v->words[w].text))
			return true;
	return false;
}

/* The segment close over s that begins where it does or is centred on it; VIEW_NONE if there is none. */
static uint32_t stacked_over(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_line *up = &x->v->lines[g->line] - 1;
	if (g->line == x->line0 || up->page != g->page)
		return VIEW_NONE;
	for (uint32_t k = up->seg; k < up->seg + up->segs; k++) {
		const struct view_seg *c = &x->v->segs[k];
		bool set = abs(c->box.x0 - g->box.x0) <= x->em / 4 || abs(c->box.x0 + c->box.x1 - g->box.x0 - g->box.x1) <= 2 * x->em;
		if (set && g->box.y0 - c->box.y1 <= x->em && c->bold == g->bold)
			return k;
	}
	return VIEW_NONE;
}

/*
 *    500 Technology Square, Suite 410     a caption below tells the last line; those over it that have a figure, too,
 *     Cambridge, Massachusetts 02139      are of the address
 *  (Address of principal offices)
 */
static void extend_up(const struct fx *x, struct found *v)
{
	uint32_t at = x->v->words[v->words[0]].seg, stack[ADDRESS_LINES], lines = 0, *ids = ARENA_ARRAY(x->a, ADDRESS_WORDS, uint32_t);
	for (uint32_t s = at; lines < ADDRESS_LINES && (s = stacked_over(x, s)) != VIEW_NONE && seg_has_digit(x, &x->v->segs[s]);)
		stack[lines++] = s;
	size_t n = 0;
	if (v->n >= ADDRESS_WORDS)
		return;
	while (ids && lines) {
		const struct view_seg *g = &x->v->segs[stack[--lines]];
		for (uint32_t w = g->word; w < g->word + g->words && n < ADDRESS_WORDS - v->n; w++)
			ids[n++] = w;
	}
	if (!n)
		return;
	memcpy(ids + n, v->words, v->n * sizeof *ids);
	v->words = ids;
	v->n += n;
	v->skip = 0;
}

/*
 *   Name and address of shipper
 *   Vellore Spice Exports             the first line is the name
 *   17 Arcot Road, Vellore
 */
static void drop_name(struct fx *x, struct cand *c)
{
	struct found *v = &c->value;
	uint32_t line = x->v->words[v->words[0]].line;
	size_t n = 0;
	uint32_t seg = c->labels ? x->v->words[c->label].seg : VIEW_NONE, name = token_named(x->in, "name");
	bool shared = seg != VIEW_NONE && x->caption[seg - x->seg0] == CAPTION && phrase_has(fx_phrase(x, x->v->segs[seg].word, x->v->segs[seg].words), name);
	if (!(shared || phrase_has(c->label_phrase, name)) || c->rel == REL_IN || c->nameless)
		return;
	for (; n < v->n && x->v->words[v->words[n]].line == line; n++)
		if (str_has_digit(x->v->words[v->words[n]].text))
			return;
	if (n < v->n) {
		v->words += n;
		v->n -= n;
		v->skip = 0;
		c->nameless = true;
	}
}

void addresses_widen(struct fx *x, uint32_t field)
{
	struct cand_list *l = &x->cands[field];
	if (x->plan->fields[field].type != VALUE_ADDRESS)
		return;
	for (uint32_t i = 0; i < l->n; i++)
		if (l->items[i].value.n && l->items[i].rel != REL_PARTY) {
			if (l->items[i].rel == REL_BELOW && l->items[i].labels && l->items[i].label > l->items[i].value.words[0]) /* a caption in brackets below it */
				extend_up(x, &l->items[i].value);
			else
				extend_lines(x, l->items[i].rel == REL_RIGHT, &l->items[i].value);
			if (l->items[i].rel == REL_IN)
				text_end_sentence(x, &l->items[i].value);
			if (!phrase_has(x->plan->fields[field].name, token_named(x->in, "name")))
				drop_name(x, &l->items[i]);
			address_trim(x, &l->items[i].value);
		}
}
