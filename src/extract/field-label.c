/* SPDX-License-Identifier: Apache-2.0 */
/* field-label - which runs of words may be labels, and of which fields. */
#include "extract/field-private.h"
#include "extract/unit.h"
#include <stdlib.h>

#define HYP_LIKES 24      /* fields looked at for one label */
#define PROSE_WORDS 14    /* longer segments are sentences: only a colon makes a label there */
#define PARTS_WORDS 10    /* most words of several labels in one */
#define ROW_WORDS 14      /* most words of the label of a row of figures */
#define LIKE_DETAILED 700 /* least similarity of what is left of a label without its details */
#define LIKE_RUN_IN 850 /* least similarity of words set bold before a text */
#define INSTRUCTED_WORDS 24
static const char *const genitives[] = { "of", "de", "du", "des", "der", "di", "del", "della", "van", "do", "da" };
#define PARENT_LINES 10   /* rows between a heading and the last row under it */

/* A line amid a sentence: it begins with a small letter, or the line above it in the paragraph ends with a small word and no sign. */
static bool goes_on(const struct fx *x, const struct view_seg *g)
{
	const struct view_block *b = g->block < x->v->blocks_n ? &x->v->blocks[g->block] : NULL;
	uint32_t i = 0;
	while (b && i < b->segs_n && x->v->segs[b->segs[i]].word != g->word)
		i++;
	if (!b || !i || i == b->segs_n)
		return false;
	const struct view_seg *up = &x->v->segs[b->segs[i - 1]];
	struct str first = x->v->words[g->word].text, last = x->v->words[up->word + up->words - 1].text;
	bool small = last.p[0] >= 'a' && last.p[0] <= 'z' && last.p[last.n - 1] >= 'a' && last.p[last.n - 1] <= 'z';
	return (first.p[0] >= 'a' && first.p[0] <= 'z') || (small && up->words > LABEL_WORDS);
}

static bool in_prose(const struct fx *x, const struct view_seg *g)
{
	if (x->v->lines[g->line].flags & VIEW_PROSE && goes_on(x, g))
		return true;
	return g->words > PROSE_WORDS || (x->v->lines[g->line].flags & VIEW_PROSE && g->words > LABEL_WORDS + 2);
}

static void hyp_try(struct fx *x, struct hyp h, int least)
{
	struct liking likes[HYP_LIKES];
	if (!h.p.n)
		return;
	size_t n = labels_match(x, h.p, likes, HYP_LIKES);
	for (size_t i = 0; i < n; i++)
		if (x->named[likes[i].field] < likes[i].sim)
			x->named[likes[i].field] = (int16_t)likes[i].sim;
	while (n && likes[n - 1].sim < least)
		n--;
	if (n)
		values_beside(x, &h, likes, n);
}

/* "Time5": small letters, then digits to the end; markup left no blank between a label and a figure. */
static uint16_t letters_then_digits(struct str w)
{
	size_t i = w.n, n = 0;
	while (i && w.p[i - 1] >= '0' && w.p[i - 1] <= '9')
		i--;
	while (n < i && w.p[i - 1 - n] >= 'a' && w.p[i - 1 - n] <= 'z')
		n++;
	return i < w.n && n >= 3 ? (uint16_t)i : 0;
}

/* Label and value in one word: "Nr.:4711". Offset of the value, 0 if there is none. */
static uint16_t word_split(struct str w)
{
	uint16_t glued = letters_then_digits(w);
	if (glued)
		return glued;
	for (size_t i = 1; i + 1 < w.n; i++)
		if (w.p[i] == ':' || w.p[i] == '#') {
			bool left_digit = w.p[i - 1] >= '0' && w.p[i - 1] <= '9';
			bool slashes = w.p[i + 1] == '/' || w.p[i + 1] == ':';
			return left_digit || slashes ? 0 : (uint16_t)(i + 1);
		}
	return 0;
}

/* Tokens from byte start of word from up to byte cut of word last. */
static struct phrase words_phrase(struct fx *x, uint32_t from, size_t start, uint32_t last, size_t cut)
{
	uint32_t ids[PHRASE_TOKENS], *kept;
	size_t n = 0;
	for (uint32_t w = from; w < last + (cut > 0); w++) {
		struct str t = x->v->words[w].text;
		size_t a = w == from ? start : 0, b = w == last ? cut : t.n;
		if (a >= b)
			continue;
		struct phrase p = a == 0 && b == t.n ? *fx_word(x, w) : phrase_of_word(x->in, (struct str){ t.p + a, b - a });
		for (size_t k = 0; k < p.n && n < PHRASE_TOKENS; k++)
			if (!(token_flags(x->in, p.tokens[k]) & TOKEN_STOP))
				ids[n++] = p.tokens[k];
	}
	kept = ARENA_ARRAY(x->a, n, uint32_t);
	if (!kept)
		return (struct phrase){ NULL, 0 };
	memcpy(kept, ids, n * sizeof *kept);
	return (struct phrase){ kept, n };
}

/* Do the words before and after a cut belong to one name, address or code? Then no label ends there. */
static bool cuts_entity(const struct fx *x, uint32_t seg, uint32_t cut)
{
	const uint32_t whole = 1u << SPAN_ORG | 1u << SPAN_PERSON | 1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY | 1u << SPAN_DATE |
		1u << SPAN_IBAN | 1u << SPAN_PHONE | 1u << SPAN_EMAIL | 1u << SPAN_URL | 1u << SPAN_DATE_RANGE;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if ((whole & 1u << s->type) && s->word < cut && s->word + s->words > cut)
			return true;
	}
	return false;
}

/* The longest known label wins: "PO Box" is no "PO", "Due date" no "date". */
static bool part_of_longer(struct fx *x, uint32_t seg, uint32_t first, uint32_t n)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t end = g->word + g->words;
	for (uint32_t before = 0; before <= 2 && first >= g->word + before; before++)
		for (uint32_t after = 0; after <= 2 && first + n + after <= end; after++) {
			struct phrase p;
			if (!before && !after)
				continue;
			p = fx_phrase(x, first - before, before + n + after);
			struct phrase own = fx_phrase(x, first, n);
			if (p.n > own.n && lexicon_knows(p))
				return true;
		}
	return false;
}

static bool ends_clause(struct str w)
{
	return w.n && (w.p[w.n - 1] == ',' || w.p[w.n - 1] == ';');
}

/* "From", "to" alone say something only as a heading or with a colon. */
static bool is_preposition(struct fx *x, struct phrase p)
{
	static const char *const words[] = { "from", "to", "until", "by", "first", "last", "open", "new", "old" };
	for (size_t i = 0; p.n == 1 && i < sizeof words / sizeof *words; i++)
		if (p.tokens[0] == token_named(x->in, words[i]))
			return true;
	return false;
}

/* Every run of words that ends at a colon. */
static void try_colons(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t from = g->word, end = g->word + g->words;
	for (uint32_t w = g->word; w < end; w++) {
		struct str t = x->v->words[w].text;
		bool colon = word_ends_label(t);
		uint16_t split = colon ? 0 : word_split(t);
		if (!colon && !split)
			continue;
		uint32_t low = w + 1 - from > LABEL_WORDS ? w + 1 - LABEL_WORDS : from;
		for (uint32_t first = low; first <= w; first++) {
			struct phrase p = split ? words_phrase(x, first, 0, w, split) : fx_phrase(x, first, w + 1 - first);
			if (!labels_know(x, p) || (first > low && part_of_longer(x, s, first, w + 1 - first)))
				continue;
			hyp_try(x, (struct hyp){ .seg = s, .word = first, .words = w + 1 - first, .split = split, .p = p,
						 .colon = true, .whole = first == g->word && w + 1 == end && !split,
						 .inside = first > g->word }, FIELD_LIKES);
		}
		from = w + 1;
	}
}

/*
 *   Signed for the landlord by: Dr. Ruth Abel, Director of Lands and Natural     the line above is full, and this is what
 *   Resources                                                                  did not fit on it
 */
static bool is_wrapped_rest(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s], *up = NULL;
	const struct view_block *b = g->block < x->v->blocks_n ? &x->v->blocks[g->block] : NULL;
	for (uint32_t i = 1; b && i < b->segs_n && !up; i++)
		if (x->v->segs[b->segs[i]].word == g->word)
			up = &x->v->segs[b->segs[i - 1]];
	if (!up || x->v->lines[g->line].segs > 1 || g->words > 2 || up->words <= LABEL_WORDS + 2 || (g->bold && !up->bold) || abs(up->box.x0 - g->box.x0) > x->em / 2)
		return false;
	struct str last = x->v->words[up->word + up->words - 1].text;
	return up->box.x1 + 2 * x->em >= b->box.x1 && up->box.x1 > g->box.x1 && !strchr(".:;", last.p[last.n - 1]);
}

static void try_whole(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_line *line = &x->v->lines[g->line];
	if (is_wrapped_rest(x, s))
		return;
	bool row = s == line->seg && line->segs > 1 && seg_is_figure(x, line->seg + line->segs - 1);
	struct str last = x->v->words[g->word + g->words - 1].text;
	if (line->flags & VIEW_PROSE && last.n > 3 && strchr(".,;", last.p[last.n - 1]))
		return; /* the end of a sentence, or of a part of one, is no label of the next */
	if (g->words > (row ? ROW_WORDS : LABEL_WORDS + 2 + seg_numbering(x, s)) || word_ends_label(x->v->words[g->word + g->words - 1].text))
		return;
	struct hyp h = { .seg = s, .word = g->word, .words = g->words, .p = fx_phrase(x, g->word, g->words), .whole = true };
	hyp_try(x, h, FIELD_LIKES);
	uint32_t number = seg_numbering(x, s), low;
	if (x->key[s - x->seg0] == KEY_LABEL) { /* "Sales in the / last year": lines of one cell */
		h.p = key_phrase(x, s, &low);
		if (low != s)
			hyp_try(x, h, FIELD_LIKES);
	}
	if (number) {
		h.p = fx_phrase(x, g->word + number, g->words - number);
		hyp_try(x, h, FIELD_LIKES);
	}
}

static bool is_and(struct str w)
{
	static const char *const words[] = { "and", "und", "et", "&", "/" };
	return STR_ONE_OF(w, words);
}

static struct phrase phrase_joined(struct fx *x, struct phrase a, struct phrase b)
{
	uint32_t *ids = a.n + b.n <= PHRASE_TOKENS ? ARENA_ARRAY(x->a, a.n + b.n, uint32_t) : NULL;
	if (!ids)
		return (struct phrase){ NULL, 0 };
	memcpy(ids, a.tokens, a.n * sizeof *ids);
	if (b.n)
		memcpy(ids + a.n, b.tokens, b.n * sizeof *ids);
	return (struct phrase){ ids, a.n + b.n };
}

/* "Name and address of registrant": the label of the name of one, and of its address. */
static void try_joined(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t from = g->word + seg_numbering(x, s), end = g->word + g->words, and = from + 1;
	while (and < end && and < from + 3 && !is_and(x->v->words[and].text))
		and++;
	if (g->words > LABEL_WORDS + 4 || and + 3 >= end || and >= from + 3 || !STR_ONE_OF(x->v->words[and + 2].text, genitives))
		return;
	struct phrase whose = fx_phrase(x, and + 3, end - and - 3), names[] = { fx_phrase(x, from, and - from), fx_phrase(x, and + 1, 1) };
	for (size_t i = 0; i < 2; i++)
		hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = phrase_joined(x, names[i], whose), .whole = true }, FIELD_LIKES + 100);
}

/* "Account holder (if another)", "Date of birth (DD/MM/YYYY)": a remark in brackets at the end is none of the label. */
static void try_remark(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	struct str last = x->v->words[g->word + g->words - 1].text;
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t n = g->words;
	if (s == line->seg && line->segs > 1 && seg_is_figure(x, line->seg + line->segs - 1))
		return; /* "Net income (loss)   1,204" */
	if (g->words < 2 || g->words > ROW_WORDS || last.n < 2 || (last.p[last.n - 1] != ')' && !str_ends(last, STR("):"))))
		return;
	while (--n && x->v->words[g->word + n].text.p[0] != '(')
		;
	if (n && n <= LABEL_WORDS + 2)
		hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = fx_phrase(x, g->word, n), .whole = true,
					 .colon = word_ends_label(last) }, FIELD_LIKES + 100);
}

/* Where what a caption names ends and remarks on it begin: "Age - last birthday", "Marital status at time of death". */
static bool begins_remark(struct str w)
{
	static const char *const words[] = { "-", "–", "—", "at", "prior", "if", "as", "when", "(if", "bei", "am", "zum", "falls", "lors", "si", "au", "al", "se", "bij", "op",
		"indien", "przy", "w", "jeżeli", "no", "including", "incl", "einschließlich", "inkl", "incluant", "incluido", "compreso", "inclusief" };
	return w.n && (w.p[0] == '(' || STR_ONE_OF(w, words));
}

/*
 *   *Abstract* We measured nitrogen uptake over …        words set bold before text that is not: as good as a colon
 */
static void try_run_in(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_block *b = g->block < x->v->blocks_n ? &x->v->blocks[g->block] : NULL;
	uint32_t n = 0;
	if (!(x->v->lines[g->line].flags & VIEW_PROSE) || !b || !b->segs_n || b->segs[0] != s)
		return;
	while (n < g->words && n <= LABEL_WORDS && x->v->words[g->word + n].flags & DOC_BOLD)
		n++;
	if (!n || n > LABEL_WORDS || n == g->words || word_ends_label(x->v->words[g->word + n - 1].text))
		return;
	hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = n, .p = fx_phrase(x, g->word, n), .colon = true }, LIKE_RUN_IN);
}

/* A box's caption says more than a name: its number before it, how to fill it in behind. */
static void try_caption(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint8_t kind = x->caption[s - x->seg0];
	uint32_t from = seg_numbering(x, s), n = from;
	if (kind != CAPTION && kind != CAPTION_UNDER)
		return;
	while (n < g->words && !(n > from && (begins_remark(x->v->words[g->word + n].text) || word_ends_label(x->v->words[g->word + n - 1].text))))
		n++;
	if (n < g->words && n - from <= LABEL_WORDS)
		hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = fx_phrase(x, g->word + from, n - from), .whole = true },
			FIELD_LIKES + 100);
}

/*
 *   *ACME, INC.*
 *   (Exact name of registrant as specified in its charter)      what explains the value over it, in brackets, names it first
 *                                                               and may go on below (seg_bracketed_end())
 */
static void try_bracketed(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t last = seg_bracketed_end(x, s), n = 1;
	if (last == VIEW_NONE || (last == s && g->words <= LABEL_WORDS + 2 && !begins_remark(x->v->words[g->word].text)))
		return; /* try_whole() has it */
	while (n < g->words && !begins_remark(x->v->words[g->word + n].text))
		n++;
	struct phrase p = fx_phrase(x, g->word, n);
	if (n == g->words && last != s)
		p = phrase_joined(x, p, fx_phrase(x, x->v->segs[last].word, x->v->segs[last].words));
	hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = p, .whole = true }, FIELD_LIKES + 100);
}

/* A word that says which of several sums is meant: "net", "gross". */
static bool is_qualifier(struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct phrase p = g->words == 1 ? fx_phrase(x, g->word, 1) : (struct phrase){ NULL, 0 };
	return p.n == 1 && (p.tokens[0] == token_named(x->in, "net") || p.tokens[0] == token_named(x->in, "gross"));
}

/* "Amount due    gross    336.90": the label goes on before its figure. */
static bool is_qualified(struct fx *x, uint32_t s)
{
	const struct view_line *line = &x->v->lines[x->v->segs[s].line];
	return s + 2 < line->seg + line->segs && is_qualifier(x, s + 1) && !seg_is_figure(x, s) && seg_is_figure(x, s + 2);
}

static void try_qualified(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t words = g->words + g[1].words;
	if (words > LABEL_WORDS)
		return;
	struct hyp h = { .seg = s + 1, .word = g->word, .words = words, .p = fx_phrase(x, g->word, words), .whole = true };
	hyp_try(x, h, FIELD_LIKES);
	h.p = fx_phrase(x, g->word, g->words);
	hyp_try(x, h, FIELD_LIKES);
}

/* "Garden Club # 77 180": the sign belongs to the word before it, whatever that is. */
static bool numbers_another(struct fx *x, const struct hyp *h)
{
	struct str before = h->inside ? x->v->words[h->word - 1].text : STR("");
	if (!h->inside || str_has_digit(before) || word_is_sign(before) || strchr(",;:.)", before.p[before.n - 1]))
		return false;
	for (size_t i = 0; i < h->p.n; i++)
		if (h->p.tokens[i] != token_named(x->in, "number"))
			return false;
	struct phrase *p = fx_word(x, h->word - 1);
	return p->n && !(token_flags(x->in, p->tokens[0]) & TOKEN_STOP);
}

static bool is_unit_of_figure(const struct fx *x, uint32_t word)
{
	struct str before = x->v->words[word - 1].text;
	return before.n && before.p[before.n - 1] >= '0' && before.p[before.n - 1] <= '9' && unit_printed(x->v->words[word].text, false);
}

/* "Invoice # 123", "Total EUR 12.50": the first words of a segment, or any words of it, with a value behind them. */
static void try_inside(struct fx *x, uint32_t s, int least)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t end = g->word + g->words;
	for (uint32_t first = g->word; first < end; first++) {
		if (fx_word(x, first)->n == 0)
			continue;
		uint32_t most = first == g->word ? LABEL_WORDS : LABEL_WORDS - 2;
		for (uint32_t n = 1; n <= most && first + n < end; n++) {
			struct hyp h = { .seg = s, .word = first, .words = n, .inside = first > g->word };
			if (word_ends_label(x->v->words[first + n - 1].text))
				break; /* try_colons() has it */
			if (n == 1 && h.inside && is_unit_of_figure(x, first))
				continue; /* "1890 kJ / 451 kcal": what a figure is measured in labels no other */
			if (fx_word(x, first + n - 1)->n == 0 || cuts_entity(x, s, first + n) ||
			    ends_clause(x->v->words[first + n - 1].text))
				continue;
			h.p = fx_phrase(x, first, n);
			if (is_preposition(x, h.p) || !labels_know(x, h.p) || part_of_longer(x, s, first, n) || numbers_another(x, &h))
				continue;
			hyp_try(x, h, first == g->word ? least : least + 150);
		}
	}
}

/* Where one label of a segment ends and the next begins: "Invoice No./Date", "Name, address and ZIP code". */
static bool parts_labels(struct str w, size_t at)
{
	return w.p[at] == '/' || (w.p[at] == ',' && at + 1 == w.n);
}

/* One of several labels in a segment: its tokens, and its place among those that bare slashes part. */
struct piece {
	struct phrase p;
	uint32_t word, words; /* all of the labels */
	uint8_t at, of;
	bool colon;           /* ends them, and the value may stand behind it */
};

static void try_part(struct fx *x, uint32_t s, struct piece c)
{
	const struct view_seg *g = &x->v->segs[s];
	if (c.p.n)
		hyp_try(x, (struct hyp){ .seg = s, .word = c.word, .words = c.words, .whole = c.words == g->words, .colon = c.colon, .inside = c.word > g->word,
					 .part = true, .at = c.at, .of = c.of, .p = c.p }, 800);
}

/* "Payer's name, street address": the other parts are the payer's, too. */
static void try_owned(struct fx *x, uint32_t s, struct piece c)
{
	uint32_t first = x->v->segs[s].word + seg_numbering(x, s);
	struct str w = x->v->words[first].text;
	struct phrase *owner = fx_word(x, first), p = c.p;
	uint32_t *ids = ARENA_ARRAY(x->a, p.n + 1, uint32_t);
	bool owned = str_ends(w, STR("'s")) || str_ends(w, STR("'S")) || str_ends(w, STR("\xE2\x80\x99s")) || str_ends(w, STR("\xE2\x80\x99S"));
	try_part(x, s, c);
	if (!ids || !owned || owner->n != 1 || !p.n || p.n >= PHRASE_TOKENS || phrase_has(p, owner->tokens[0]))
		return;
	ids[0] = owner->tokens[0];
	memcpy(ids + 1, p.tokens, p.n * sizeof *ids);
	c.p = (struct phrase){ ids, p.n + 1 };
	try_part(x, s, c);
}

/* p of the pieces between slashes with tokens of another one before or behind it; n 0 if nothing is to be added. */
static struct phrase completed(struct fx *x, struct phrase before, struct phrase p, struct phrase behind)
{
	size_t n = before.n + p.n + behind.n;
	uint32_t *ids = ARENA_ARRAY(x->a, n, uint32_t);
	if (!ids || !p.n || n == p.n || n > PHRASE_TOKENS)
		return (struct phrase){ NULL, 0 };
	size_t at = 0;
	for (size_t i = 0; i < before.n; i++)
		ids[at++] = before.tokens[i];
	for (size_t i = 0; i < p.n; i++)
		ids[at++] = p.tokens[i];
	for (size_t i = 0; i < behind.n; i++)
		ids[at++] = behind.tokens[i];
	return (struct phrase){ ids, n };
}

/* "Port of loading / discharge": "port of discharge"; "Trade / settlement date": "trade date". */
static void try_completed(struct fx *x, uint32_t s, struct piece c, struct phrase first, struct phrase last)
{
	struct phrase none = { NULL, 0 }, p = c.p;
	if (!c.of)
		return;
	if (c.at && first.n > 1) {
		c.p = completed(x, (struct phrase){ first.tokens, first.n - 1 }, p, none);
		try_part(x, s, c);
	}
	if (c.at + 1 < c.of && last.n > 1) {
		c.p = completed(x, none, p, (struct phrase){ last.tokens + last.n - 1, 1 });
		try_part(x, s, c);
	}
}

static bool has_comma(struct str w)
{
	return w.n > 1 && w.p[w.n - 1] == ',';
}

/* Slashes of the words [from, end), bare or inside them; 0 if commas part them, too. */
static uint32_t slashes_in(const struct fx *x, uint32_t from, uint32_t end)
{
	uint32_t n = 0;
	for (uint32_t w = from; w < end; w++) {
		struct str t = x->v->words[w].text;
		if (has_comma(t))
			return 0;
		for (size_t i = 0; i < t.n; i++)
			n += t.p[i] == '/';
	}
	return n;
}

/* Tokens of what stands behind the last slash of words [first, end). */
static struct phrase last_piece(struct fx *x, uint32_t first, uint32_t end)
{
	for (uint32_t w = end; w-- > first;) {
		struct str t = x->v->words[w].text;
		for (size_t i = t.n; i-- > 0;)
			if (t.p[i] == '/')
				return words_phrase(x, i + 1 < t.n ? w : w + 1, i + 1 < t.n ? i + 1 : 0, end, 0);
	}
	return (struct phrase){ NULL, 0 };
}

/* The labels of words [first, end), each tried as the label of what stands beside all of them, or of its own piece of that. */
static void pieces_try(struct fx *x, uint32_t s, uint32_t first, uint32_t end, bool colon)
{
	uint32_t from = first, slashes = slashes_in(x, first, end);
	size_t start = 0;
	bool listed = false;
	struct piece c = { .word = colon ? first : x->v->segs[s].word, .colon = colon, .of = (uint8_t)(slashes && slashes < PARTS_WORDS ? slashes + 1 : 0) };
	struct phrase head = { NULL, 0 }, tail = c.of ? last_piece(x, first, end) : head;
	c.words = end - c.word;
	for (uint32_t w = first; w < end; w++) {
		struct str t = x->v->words[w].text;
		if (is_and(t) && w > first && (listed || str_eq_z(t, "/"))) { /* "income and taxes" is one label */
			c.p = words_phrase(x, from, start, w, 0);
			try_owned(x, s, c);
			head = c.at ? head : c.p;
			try_completed(x, s, c, head, tail);
			c.at++;
			from = w + 1;
			start = 0;
			continue;
		}
		for (size_t i = 1; i < t.n; i++)
			if (parts_labels(t, i)) {
				listed |= t.p[i] == ',';
				c.p = words_phrase(x, from, start, w, i);
				try_owned(x, s, c);
				head = c.at ? head : c.p;
				try_completed(x, s, c, head, tail);
				c.at++;
				from = i + 1 < t.n ? w : w + 1;
				start = i + 1 < t.n ? i + 1 : 0;
			}
	}
	c.p = (from > first || start) && from < end ? words_phrase(x, from, start, end, 0) : (struct phrase){ NULL, 0 };
	try_owned(x, s, c);
	try_completed(x, s, c, head, tail);
}

/* Several labels in one segment. */
static void try_slashes(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t first = g->word + seg_numbering(x, s);
	if (g->words <= (x->caption[s - x->seg0] == CAPTION ? 2 * PARTS_WORDS : PARTS_WORDS) && x->v->words[first].text.p[0] != '(')
		pieces_try(x, s, first, g->word + g->words, false);
}

/* "Vessel / Voyage: MV Nordic Crane / 041W": several labels before one colon. */
static void try_slashed_colon(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t n = 0;
	while (n < g->words && n < LABEL_WORDS && !word_ends_label(x->v->words[g->word + n].text))
		n++;
	if (n + 1 < g->words && n < LABEL_WORDS && slashes_in(x, g->word, g->word + n))
		pieces_try(x, s, g->word, g->word + n + 1, true);
}

/*
 * "VAT at 5%     4.85", "Standing charge 31 days at 0.58     18.02", "Balance on 31/08     120.00": before a figure of its
 * own a label may say how it came about; what names it ends before the first word with a digit.
 */
static void try_detailed(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t n = 0;
	if (s != line->seg || line->segs < 2 || g->words > ROW_WORDS || !seg_is_figure(x, line->seg + line->segs - 1))
		return;
	while (n < g->words && n <= LABEL_WORDS && !str_has_digit(x->v->words[g->word + n].text))
		n++;
	struct phrase p = fx_phrase(x, g->word, n);
	if (!n || n > LABEL_WORDS || n == g->words || is_preposition(x, p))
		return;
	hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = p, .whole = true, .detailed = true }, LIKE_DETAILED);
}

/* "Total income. Add lines 1 through 8     71,204": before a figure of its own a label may go on with a sentence of how to get it. */
static void try_instructed(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_line *line = &x->v->lines[g->line];
	if (line->segs < 2 || s + 1 == line->seg + line->segs || g->words > INSTRUCTED_WORDS || !seg_is_figure(x, line->seg + line->segs - 1))
		return;
	for (uint32_t n = 1; n < g->words && n <= LABEL_WORDS; n++) {
		struct str w = x->v->words[g->word + n - 1].text;
		if (str_has_digit(w))
			return;
		if (w.n > 3 && w.p[w.n - 1] == '.' && x->v->words[g->word + n].text.n > 2) {
			hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = fx_phrase(x, g->word, n), .whole = true, .detailed = true },
				LIKE_DETAILED);
			return;
		}
	}
}

/* The heading a row of figures stands under, "Earnings per share:" for "Basic", "Expenditure" for "Total"; VIEW_NONE if it has none. */
static uint32_t parent_of(const struct fx *x, uint32_t s, bool total)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_page *page = &x->v->pages[g->page];
	for (uint32_t l = g->line; l-- > page->line && g->line - l <= PARENT_LINES;) {
		const struct view_line *line = &x->v->lines[l];
		const struct view_seg *h = &x->v->segs[line->seg];
		bool colon = word_ends_label(x->v->words[h->word + h->words - 1].text);
		if (line->segs > 1 && !seg_is_figure(x, line->seg + line->segs - 1))
			return VIEW_NONE;
		if (line->segs == 1 && h->box.x0 <= g->box.x0 + x->em / 4)
			return (colon || total) && h->words <= LABEL_WORDS + 2 ? line->seg : VIEW_NONE;
	}
	return VIEW_NONE;
}

static void try_parent(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_line *line = &x->v->lines[g->line];
	if (s != line->seg || line->segs < 2 || g->words > LABEL_WORDS || !seg_is_figure(x, line->seg + line->segs - 1))
		return;
	struct phrase own = fx_phrase(x, g->word, g->words);
	uint32_t up = parent_of(x, s, own.n == 1 && own.tokens[0] == token_named(x->in, "total"));
	if (up == VIEW_NONE)
		return;
	const struct view_seg *h = &x->v->segs[up];
	for (uint32_t i = 1; i <= h->words; i++) /* all of it, and "Income" of "Income and endowments from" */
		if (i == h->words || is_and(x->v->words[h->word + i].text)) {
			struct phrase head = fx_phrase(x, h->word, i);
			hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = phrase_joined(x, head, own), .whole = true }, FIELD_LIKES);
		}
}

bool labels_search(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		if (seg_in_square_brackets(x, g) || x->caption[s - x->seg0] == CAPTION_VALUE || x->caption[s - x->seg0] == CAPTION_MORE)
			continue;
		try_colons(x, s);
		if (is_qualified(x, s))
			try_qualified(x, s);
		else if (!seg_answers_label(x, s) && !(s > x->seg0 && is_qualifier(x, s) && is_qualified(x, s - 1)))
			try_whole(x, s);
		try_joined(x, s);
		try_remark(x, s);
		try_caption(x, s);
		try_run_in(x, s);
		try_bracketed(x, s);
		if (in_prose(x, g) && x->caption[s - x->seg0] != CAPTION)
			continue; /* prose_search() reads sentences */
		try_parent(x, s);
		try_detailed(x, s);
		try_instructed(x, s);
		try_slashes(x, s);
		try_slashed_colon(x, s);
		try_inside(x, s, FIELD_LIKES + 100);
	}
	return !x->a->over;
}
