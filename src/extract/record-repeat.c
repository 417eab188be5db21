/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records as blocks of the same shape, which no header, label or heading announces: product cards, hits of a search, lines
 * of a history, opening hours.
 *
 *     Trail Runner 3                 slot 0
 *     €89.90                         slot 1
 *     4.5 ★ (212 reviews)            slots 2 and 3, where all blocks come apart so
 *
 * What stands at the same place of all blocks is a slot, as the cells of a table's column are. Slots find properties by their
 * type, by words that all of them share, and by the order of both; a text that could be one of several is left out. Blocks
 * that give too little are counted for the array they are most like.
 */
#include "extract/assign.h"
#include "extract/record-kind.h"
#include "extract/record-shape.h"
#include "extract/record.h"

#include <stdlib.h>

#define REPEAT_SCORE 600
#define SLOTS 24
#define PIECES 4           /* most parts of a slot at one cut */
#define SPLIT_PERCENT 80   /* cells that must come apart */
#define TYPED_PERCENT 70   /* cells that must read as the type */
#define FILLED_PERCENT 50  /* blocks that must have a slot */
#define GIVEN_PERCENT 50   /* of the properties that must find a slot */
#define GAIN_STRONG 400
#define GAIN_YES 250
#define GAIN_TEXT 200
#define GAIN_AS_TEXT 90    /* a date or an amount for a property of text */
#define ORDER_GAIN 120
#define SAYS 450           /* similarity of shared words that name a property */
#define LONG_WORDS 6       /* words on average that describe rather than name */
#define NAME_LINES 3       /* lines up to a heading that names the array */
#define NAMES_ARRAY 600

struct slot {
	struct cell *cells;    /* one a block; words 0 = none */
	uint32_t filled;
	uint32_t prefix, suffix; /* words at either end that all cells share */
	uint32_t words;        /* of all cells */
	struct phrase shared;
	bool leads, loud;      /* first of its block; set larger or bolder than the rest of it */
};

struct repeat {
	struct table_ctx *x;
	const struct prop_list *pl;
	const struct shape_run *run;
	struct slot slots[SLOTS];
	uint32_t n;
	int32_t at[64]; /* slot of each property, -1 = none */
	size_t own, found, typed;
	bool named;
	int64_t score;
};

/* ---- slots */

static struct slot *slot_add(struct repeat *r)
{
	struct slot *s = r->n < SLOTS ? &r->slots[r->n] : NULL;
	if (!s)
		return NULL;
	*s = (struct slot){ .cells = ARENA_ARRAY(r->x->a, r->run->n, struct cell) };
	if (!s->cells)
		return NULL;
	r->n++;
	return s;
}

/* Pieces of unit u of the model in all blocks: those of the first unit of the same signature behind the one before. */
static bool slots_of_unit(struct repeat *r, uint32_t u, uint32_t *next)
{
	const struct shape_run *run = r->run;
	const struct unit *m = &run->units[run->from[run->model] + u];
	for (uint32_t p = 0; p < m->segs; p++) {
		struct slot *s = slot_add(r);
		if (!s)
			return true;
		s->leads = !u && !p;
		for (uint32_t b = 0; b < run->n; b++)
			for (uint32_t k = next[b]; k < run->len[b]; k++) {
				const struct unit *q = &run->units[run->from[b] + k];
				if (q->sig != m->sig)
					continue;
				if (p < q->segs)
					s->cells[b] = shape_piece(r->x, q->seg + p);
				break;
			}
	}
	for (uint32_t b = 0; b < run->n; b++)
		for (uint32_t k = next[b]; k < run->len[b]; k++)
			if (run->units[run->from[b] + k].sig == m->sig) {
				next[b] = k + 1;
				break;
			}
	return true;
}

static bool is_sign(struct str t)
{
	static const char *const signs[] = { "-", "–", "—", "|", "·", "•", "/", ":", "→", "»" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq_z(t, signs[i]))
			return true;
	return false;
}

enum split { SPLIT_MOMENT, SPLIT_BRACKET, SPLIT_SIGNS, SPLITS };

static struct cell cell_of(uint32_t from, uint32_t end)
{
	return (struct cell){ from, end > from ? end - from : 0 };
}

/* The date or time that a cell begins with. */
static const struct span *moment_of(const struct table_ctx *x, struct cell c)
{
	static const enum span_type types[] = { SPAN_DATE_RANGE, SPAN_DATE, SPAN_TIME };
	uint32_t seg = x->v->words[c.word].seg;
	for (size_t t = 0; t < sizeof types / sizeof *types; t++)
		for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
			const struct span *s = &x->sp->items[i];
			if (s->type == types[t] && s->word == c.word && s->words <= c.words)
				return s;
		}
	return NULL;
}

static size_t split_moment(const struct table_ctx *x, struct cell c, struct cell *out)
{
	uint32_t end = c.word + c.words, w;
	const struct span *s = moment_of(x, c);
	if (!s && !(cell_read(x, c.word, 1) & CELL_YEAR))
		return 0;
	w = c.word + (s ? s->words : 1);
	out[0] = cell_of(c.word, w);
	while (w < end && is_sign(x->v->words[w].text))
		w++;
	out[1] = cell_of(w, end);
	return w < end ? 2 : 0;
}

static size_t split_bracket(const struct table_ctx *x, struct cell c, struct cell *out)
{
	uint32_t end = c.word + c.words;
	for (uint32_t w = c.word + 1; w < end; w++)
		if (x->v->words[w].text.p[0] == '(') {
			uint32_t last = w;
			while (last + 1 < end && !memchr(x->v->words[last].text.p, ')', x->v->words[last].text.n))
				last++;
			out[0] = cell_of(c.word, w);
			out[1] = cell_of(w, last + 1);
			out[2] = cell_of(last + 1, end);
			return last + 1 == end ? 2 : 3;
		}
	return 0;
}

static size_t split_signs(const struct table_ctx *x, struct cell c, struct cell *out)
{
	uint32_t from = c.word, end = c.word + c.words;
	size_t n = 0;
	for (uint32_t w = c.word; w <= end; w++)
		if (w == end || is_sign(x->v->words[w].text)) {
			if (w > from && n == PIECES)
				return 0;
			if (w > from)
				out[n++] = cell_of(from, w);
			from = w + 1;
		}
	return n > 1 ? n : 0;
}

/* "9h00 - 18h30", "31,000 – 36,000": from one to the other is one thing. */
static bool is_range(const struct table_ctx *x, const struct cell *part)
{
	const uint32_t figures = CELL_NUMBER | CELL_MONEY | CELL_PERCENT;
	const struct span *a = moment_of(x, part[0]), *b = moment_of(x, part[1]);
	if (a && b)
		return a->type == b->type;
	return cell_read(x, part[0].word, part[0].words) & cell_read(x, part[1].word, part[1].words) & figures;
}

static size_t cell_split(const struct table_ctx *x, enum split how, struct cell c, struct cell *out)
{
	static size_t (*const ways[SPLITS])(const struct table_ctx *x, struct cell c, struct cell *out) = {
		[SPLIT_MOMENT] = split_moment, [SPLIT_BRACKET] = split_bracket, [SPLIT_SIGNS] = split_signs,
	};
	size_t n = c.words > 1 ? ways[how](x, c, out) : 0;
	return n == 2 && how != SPLIT_BRACKET && is_range(x, out) ? 0 : n;
}

/* How many parts most cells of a slot come in; 0 if they do not agree, or read as one thing: "09:00 – 18:00". */
static size_t slot_parts(const struct repeat *r, const struct slot *s, enum split how)
{
	uint32_t votes[PIECES + 1] = { 0 }, filled = 0, whole = 0;
	struct cell out[PIECES];
	for (uint32_t b = 0; b < r->run->n; b++) {
		struct cell c = s->cells[b];
		if (!c.words)
			continue;
		filled++;
		votes[cell_split(r->x, how, c, out)]++;
		whole += (cell_read(r->x, c.word, c.words) & (CELL_DATE | CELL_TIME | CELL_NUMBER | CELL_MONEY | CELL_CONTACT)) != 0;
	}
	for (size_t n = 2; n <= PIECES; n++)
		if (filled && whole * 2 < filled && votes[n] * 100 >= filled * SPLIT_PERCENT)
			return n;
	return 0;
}

/* Cut slot i into n; a cell that does not come apart stays with the first. */
static bool slot_cut(struct repeat *r, uint32_t i, enum split how, size_t n)
{
	struct slot parts[PIECES] = { 0 };
	if (r->n + n - 1 > SLOTS)
		return true;
	for (size_t k = 0; k < n; k++) {
		parts[k].cells = ARENA_ARRAY(r->x->a, r->run->n, struct cell);
		parts[k].leads = r->slots[i].leads && !k;
		if (!parts[k].cells)
			return false;
	}
	for (uint32_t b = 0; b < r->run->n; b++) {
		struct cell c = r->slots[i].cells[b], out[PIECES];
		bool apart = cell_split(r->x, how, c, out) == n;
		for (size_t k = 0; k < n && apart; k++)
			parts[k].cells[b] = out[k];
		if (!apart)
			parts[0].cells[b] = c;
	}
	memmove(&r->slots[i + n], &r->slots[i + 1], (r->n - i - 1) * sizeof(*r->slots));
	memcpy(&r->slots[i], parts, n * sizeof(*parts));
	r->n += (uint32_t)n - 1;
	return true;
}

static bool slots_split(struct repeat *r)
{
	for (uint32_t i = 0; i < r->n; i++)
		for (int how = 0; how < SPLITS; how++) {
			size_t n = slot_parts(r, &r->slots[i], (enum split)how);
			if (n && !slot_cut(r, i, (enum split)how, n))
				return false;
		}
	return true;
}

/* ---- what the cells of a slot share */

static struct str cell_word(const struct table_ctx *x, struct cell c, uint32_t i, bool back)
{
	return x->v->words[back ? c.word + c.words - 1 - i : c.word + i].text;
}

static bool word_is_shared(const struct repeat *r, const struct slot *s, uint32_t i, bool back)
{
	struct str first = STR("");
	for (uint32_t b = 0; b < r->run->n; b++) {
		struct cell c = s->cells[b];
		if (!c.words)
			continue;
		if (c.words < i + 2 || str_has_digit(cell_word(r->x, c, i, back)))
			return false;
		if (first.n && !str_eq(first, cell_word(r->x, c, i, back)))
			return false;
		first = cell_word(r->x, c, i, back);
	}
	return first.n > 0;
}

static void slot_read(struct repeat *r, struct slot *s)
{
	uint32_t ids[8], n = 0;
	struct cell c = { 0 };
	for (uint32_t b = 0; b < r->run->n; b++) {
		s->filled += s->cells[b].words > 0;
		s->words += s->cells[b].words;
		c = c.words ? c : s->cells[b];
	}
	while (s->filled > 1 && s->prefix < 3 && word_is_shared(r, s, s->prefix, false))
		s->prefix++;
	while (s->filled > 1 && s->suffix < 3 && word_is_shared(r, s, s->suffix, true))
		s->suffix++;
	if (s->prefix + s->suffix >= c.words)
		s->suffix = 0;
	for (uint32_t i = 0; i < s->prefix; i++)
		ids[n++] = c.word + i;
	for (uint32_t i = s->suffix; i > 0; i--)
		ids[n++] = c.word + c.words - i;
	s->shared = n ? words_phrase(r->x, ids, n) : (struct phrase){ 0 };
}

/* All cells say the same: a button, a picture's caption. */
static bool slot_is_constant(const struct repeat *r, const struct slot *s)
{
	struct cell first = { 0 };
	for (uint32_t b = 0; b < r->run->n; b++) {
		struct cell c = s->cells[b];
		if (!c.words)
			continue;
		if (first.words && c.words != first.words)
			return false;
		for (uint32_t i = 0; first.words && i < c.words; i++)
			if (!str_eq(cell_word(r->x, c, i, false), cell_word(r->x, first, i, false)))
				return false;
		first = c;
	}
	return true;
}

static uint32_t style_of(const struct table_ctx *x, const struct slot *s, uint32_t blocks)
{
	for (uint32_t b = 0; b < blocks; b++)
		if (s->cells[b].words) {
			const struct view_word *w = &x->v->words[s->cells[b].word];
			return w->size / 50u * 2u + (w->flags & DOC_BOLD ? 1 : 0);
		}
	return 0;
}

/* A slot set larger or bolder than all others names the record. */
static void loud_find(struct repeat *r)
{
	for (uint32_t i = 0; i < r->n; i++) {
		bool loud = r->n > 1;
		for (uint32_t k = 0; k < r->n && loud; k++)
			loud = k == i || style_of(r->x, &r->slots[i], r->run->n) > style_of(r->x, &r->slots[k], r->run->n);
		r->slots[i].loud = loud;
	}
}

/* What a picture shows, in its author's words: none of what the block says. */
static bool slot_is_picture(const struct repeat *r, const struct slot *s)
{
	for (uint32_t b = 0; b < r->run->n; b++)
		if (s->cells[b].words && r->x->v->words[s->cells[b].word].source != DOC_SOURCE_ATTRIBUTE)
			return false;
	return true;
}

static void slots_drop(struct repeat *r)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < r->n; i++) {
		struct slot *s = &r->slots[i];
		if (s->filled * 100 >= r->run->n * FILLED_PERCENT && !slot_is_constant(r, s) && !slot_is_picture(r, s))
			r->slots[n++] = *s;
	}
	r->n = n;
}

static bool slots_find(struct repeat *r)
{
	uint32_t *next = ARENA_ARRAY(r->x->a, r->run->n, uint32_t);
	for (uint32_t u = 0; next && u < r->run->len[r->run->model]; u++)
		if (!slots_of_unit(r, u, next))
			return false;
	if (!next || !slots_split(r))
		return false;
	for (uint32_t i = 0; i < r->n; i++)
		slot_read(r, &r->slots[i]);
	slots_drop(r);
	loud_find(r);
	return !r->x->a->over;
}

/* ---- slots to properties */

static bool wants_text(const struct plan_field *f)
{
	uint32_t wants = type_wants(f->type);
	return f->node->type == SCHEMA_STRING && (!wants || (wants & CELL_TEXT));
}

/* Share of the cells that read as any of kinds, or that have a span of the type; 1/100. */
static uint32_t share_read(const struct repeat *r, const struct slot *s, uint32_t kinds)
{
	uint32_t n = 0;
	for (uint32_t b = 0; b < r->run->n; b++)
		n += s->cells[b].words && (cell_read(r->x, s->cells[b].word, s->cells[b].words) & kinds);
	return s->filled ? n * 100 / s->filled : 0;
}

static bool span_suits(const struct plan_field *f, const struct span *s)
{
	bool plain = f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
	return s && !(plain && s->type == SPAN_MONEY) && !(f->node->type == SCHEMA_INTEGER && s->type == SPAN_NUMBER && !s->integer);
}

/* "£119.00 £89.00": does another amount stand before the one that would be taken? */
static bool is_one_of_two(const struct table_ctx *x, const struct plan_field *f, struct cell c, const struct span *s)
{
	const struct span *other = s && s->type == SPAN_MONEY && s->word > c.word ? cell_span(x, f->type, c.word, s->word - c.word) : NULL;
	return other && other->type == s->type;
}

static uint32_t share_spans(const struct repeat *r, const struct slot *s, const struct plan_field *f)
{
	uint32_t n = 0;
	for (uint32_t b = 0; b < r->run->n; b++) {
		const struct span *sp = s->cells[b].words ? cell_span(r->x, f->type, s->cells[b].word, s->cells[b].words) : NULL;
		n += span_suits(f, sp) && !is_one_of_two(r->x, f, s->cells[b], sp);
	}
	return s->filled ? n * 100 / s->filled : 0;
}

static int slot_says(const struct repeat *r, const struct slot *s, const struct plan_field *f)
{
	return s->shared.n ? plan_alias_match(r->x->in, s->shared, f->aliases, f->aliases_n) : 0;
}

static int32_t text_gain(const struct repeat *r, const struct slot *s, const struct plan_field *f)
{
	const uint32_t typed = CELL_DATE | CELL_TIME | CELL_MONEY | CELL_NUMBER | CELL_PERCENT | CELL_CONTACT;
	if (f->type != VALUE_TEXT && type_wants(f->type) && share_read(r, s, type_strong(f->type)) >= TYPED_PERCENT)
		return GAIN_STRONG;
	if (share_read(r, s, typed) * 2 >= 100)
		return GAIN_AS_TEXT;
	return share_read(r, s, CELL_TEXT | CELL_CODE | CELL_SHORT | CELL_ORG | CELL_PERSON | CELL_PLACE) >= FILLED_PERCENT ? GAIN_TEXT : 0;
}

static bool slot_is_weekdays(const struct repeat *r, const struct slot *s)
{
	uint32_t days = 0;
	for (uint32_t b = 0; b < r->run->n; b++)
		days += s->cells[b].words && word_is_weekday(r->x->v, s->cells[b].word);
	return days * 100 >= s->filled * TYPED_PERCENT;
}

static int32_t typed_gain(const struct repeat *r, const struct slot *s, const struct plan_field *f)
{
	if (f->type == VALUE_DATE && !(f->form & FORM_ISO_DATE) && slot_is_weekdays(r, s))
		return GAIN_YES;
	if (f->type == VALUE_BOOLEAN || f->type == VALUE_ENUM)
		return 0;
	uint32_t strong = type_strong(f->type);
	if (share_spans(r, s, f) < TYPED_PERCENT && !(f->type == VALUE_ID && share_read(r, s, type_wants(f->type)) >= TYPED_PERCENT))
		return 0;
	return strong && share_read(r, s, strong) >= TYPED_PERCENT ? GAIN_STRONG : GAIN_YES;
}

static int32_t slot_gain(const struct repeat *r, size_t p, size_t i)
{
	const struct prop *q = &r->pl->items[p];
	int32_t off = abs((int32_t)(p * 1000 / (r->pl->n > 1 ? r->pl->n - 1 : 1)) - (int32_t)(i * 1000 / (r->n > 1 ? r->n - 1 : 1)));
	int32_t gain = q->child >= 0 ? 0 : wants_text(q->field) ? text_gain(r, &r->slots[i], q->field) : typed_gain(r, &r->slots[i], q->field);
	return gain ? gain + slot_says(r, &r->slots[i], q->field) + ORDER_GAIN - ORDER_GAIN * off / 1000 : 0;
}

/* The property of text that the array's records are named by: the first. */
static size_t name_prop(const struct repeat *r)
{
	size_t p = 0;
	while (p < r->pl->n && (r->pl->items[p].child >= 0 || r->pl->items[p].field->type != VALUE_TEXT || !wants_text(r->pl->items[p].field)))
		p++;
	return p;
}

/* Does a slot describe rather than name: long texts, or the longest by far? */
static bool is_long(const struct repeat *r, const struct slot *s)
{
	uint32_t most = 0;
	for (uint32_t i = 0; i < r->n; i++)
		if (&r->slots[i] != s && r->slots[i].words > most)
			most = r->slots[i].words;
	return s->words >= s->filled * LONG_WORDS || (s->words >= s->filled * 3 && s->words * 2 >= most * 3);
}

static bool asks_long(const struct repeat *r, const struct plan_field *f)
{
	return phrase_has(f->name, token_named(r->x->in, "description")) || phrase_has(f->name, token_named(r->x->in, "text")) ||
	       phrase_has(f->name, token_named(r->x->in, "summary"));
}

/* Is it plain which of the slots of text property p has? Not if others could be it as well. */
static bool text_is_plain(const struct repeat *r, size_t p, size_t texts, size_t slots)
{
	const struct plan_field *f = r->pl->items[p].field;
	const struct slot *s = &r->slots[r->at[p]];
	if (texts == slots || slot_says(r, s, f) >= SAYS || f->type != VALUE_TEXT)
		return true;
	if (p == name_prop(r))
		return s->loud || s->leads;
	return asks_long(r, f) && is_long(r, s);
}

static bool slot_is_text(const struct repeat *r, const struct slot *s)
{
	return share_read(r, s, CELL_DATE | CELL_TIME | CELL_MONEY | CELL_NUMBER | CELL_PERCENT | CELL_CONTACT) * 2 < 100;
}

static void texts_weed(struct repeat *r)
{
	size_t texts = 0, slots = 0;
	for (uint32_t i = 0; i < r->n; i++)
		slots += slot_is_text(r, &r->slots[i]);
	for (size_t p = 0; p < r->pl->n; p++) {
		const struct prop *q = &r->pl->items[p];
		texts += q->child < 0 && wants_text(q->field) && (r->at[p] < 0 || slot_is_text(r, &r->slots[r->at[p]]));
	}
	for (uint32_t i = 0; i < r->n; i++) /* a typed property took one of them */
		for (size_t p = 0; p < r->pl->n; p++)
			slots -= r->at[p] == (int32_t)i && slot_is_text(r, &r->slots[i]) && !wants_text(r->pl->items[p].field);
	for (size_t p = 0; p < r->pl->n; p++)
		if (r->at[p] >= 0 && wants_text(r->pl->items[p].field) && !text_is_plain(r, p, texts, slots))
			r->at[p] = -1;
}

/* Does a heading right above the first block, or one of the lines up to it, name the array? */
static bool run_is_named(struct table_ctx *x, const struct plan_array *a, const struct shape_run *run)
{
	const struct view *v = x->v;
	uint32_t first = run->units[run->from[0]].line, section = v->lines[first].section;
	for (uint32_t l = first, n = 0; l > v->pages[v->lines[first].page].line && n < NAME_LINES; n++)
		if (line_heads(x, --l) && heading_names_array(x, a, l))
			return true;
	return section != VIEW_NONE && section != first && v->lines[section].segs == 1 &&
	       (heading_names_array(x, a, section) || heading_holds_name(x, a, seg_phrase(x, v->lines[section].seg)));
}

/* How the slots of a run suit an array. False out of memory. */
static bool repeat_match(struct repeat *r)
{
	size_t n = r->pl->n < 64 ? r->pl->n : 64;
	int32_t *gain = ARENA_ARRAY(r->x->a, r->pl->n * r->n + 1, int32_t), *at = ARENA_ARRAY(r->x->a, r->pl->n + 1, int32_t);
	if (!gain || !at)
		return false;
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; i < r->n; i++)
			gain[p * r->n + i] = slot_gain(r, p, i);
	assign_best(gain, n, r->n, at, r->x->a);
	for (size_t p = 0; p < 64; p++)
		r->at[p] = p < n ? at[p] : -1;
	texts_weed(r);
	for (size_t p = 0; p < n; p++) {
		bool typed = !wants_text(r->pl->items[p].field);
		r->own += r->pl->items[p].child < 0;
		r->found += r->at[p] >= 0;
		r->typed += r->at[p] >= 0 && typed;
		r->score += r->at[p] >= 0 ? gain[p * r->n + (size_t)r->at[p]] : 0;
	}
	r->named = run_is_named(r->x, r->pl->array, r->run);
	r->score += r->named ? 1000 : 0;
	return true;
}

/* All slots and all properties found each other, and days or times are among them: "Monday   9:00 - 17:00". */
static bool is_schedule(const struct repeat *r)
{
	uint32_t told = 0;
	for (uint32_t i = 0; i < r->n; i++)
		told += slot_is_weekdays(r, &r->slots[i]) || share_read(r, &r->slots[i], CELL_DATE | CELL_TIME | CELL_YEAR) >= TYPED_PERCENT;
	return told && r->n == r->own && r->found == r->own && r->run->n > SHAPE_BLOCKS;
}

static bool is_enough(const struct repeat *r)
{
	if (is_schedule(r))
		return true;
	return r->found >= 2 && r->found * 100 >= r->own * GIVEN_PERCENT && (r->typed || (r->named && r->found == r->own));
}

/* ---- records */

/* Words of a cell without the label in front and the brackets around. */
static struct found cell_value(struct repeat *r, const struct slot *s, struct cell c, const struct plan_field *f)
{
	const struct view *v = r->x->v;
	struct str label = s->prefix ? v->words[c.word + s->prefix - 1].text : STR("");
	uint32_t skip = label.n && strchr(":.", label.p[label.n - 1]) ? s->prefix : 0, n = c.words - skip;
	uint32_t *words = ARENA_ARRAY(r->x->a, n + 1, uint32_t);
	for (uint32_t i = 0; words && i < n; i++)
		words[i] = c.word + skip + i;
	if (!words || !n)
		return (struct found){ 0 };
	struct found out = found_make(r->x, f, words, n, REPEAT_SCORE);
	struct str first = v->words[words[0]].text, last = v->words[words[n - 1]].text;
	if (out.words == words && out.n == n && !out.canon.n && first.n > 1 && first.p[0] == '(' && last.n > 1 && last.p[last.n - 1] == ')') {
		out.skip = 1;
		out.cut = 1;
	}
	return out;
}

static bool block_emit(struct repeat *r, uint32_t b, struct records *out)
{
	const struct plan_array *a = r->pl->array;
	struct found *cells = ARENA_ARRAY(r->x->a, a->fields_n + 1, struct found);
	size_t filled = 0;
	if (!cells)
		return false;
	for (size_t p = 0; p < r->pl->n && p < 64; p++) {
		const struct slot *s = r->at[p] < 0 ? NULL : &r->slots[r->at[p]];
		if (!s || !s->cells[b].words)
			continue;
		cells[r->pl->items[p].index] = cell_value(r, s, s->cells[b], r->pl->items[p].field);
		filled += cells[r->pl->items[p].index].n > 0;
	}
	out->seen++;
	if (!filled) {
		left_out_add(out, "empty", 1);
		return true;
	}
	uint32_t line = r->run->units[r->run->from[b]].line;
	out->items[out->n++] = (struct record){ .cell = cells, .page = r->x->v->lines[line].page, .line = line };
	return true;
}

/* The block that stands next on the page: cards are read across. */
static uint32_t block_next(const struct repeat *r, const uint8_t *done)
{
	uint32_t best = VIEW_NONE;
	const struct unit *u = r->run->units;
	for (uint32_t b = 0; b < r->run->n; b++) {
		const struct unit *p = &u[r->run->from[b]], *q = best == VIEW_NONE ? NULL : &u[r->run->from[best]];
		if (!done[b] && (!q || p->line < q->line || (p->line == q->line && p->lane < q->lane)))
			best = b;
	}
	return best;
}

static bool repeat_emit(struct repeat *r, struct records *out)
{
	uint8_t *done = ARENA_ARRAY(r->x->a, r->run->n + 1, uint8_t);
	bool across = r->run->units[r->run->from[0]].lane != 0;
	out->items = ARENA_ARRAY(r->x->a, r->run->n, struct record);
	if (!done || !out->items)
		return false;
	for (uint32_t b = 0; b < r->run->n; b++) {
		uint32_t at = across ? block_next(r, done) : b;
		done[at] = 1;
		if (!block_emit(r, at, out))
			return false;
	}
	for (uint32_t b = 0; b < r->run->n; b++)
		for (uint32_t i = 0; i < r->run->len[b]; i++)
			for (uint32_t s = 0, k; s < r->run->units[r->run->from[b] + i].segs; s++) {
				struct cell c = shape_piece(r->x, r->run->units[r->run->from[b] + i].seg + s);
				for (k = c.word; k < c.word + c.words; k++)
					r->x->role[k] = ROLE_TABLE_BODY;
			}
	out->score = REPEAT_SCORE;
	return true;
}

/* The run that suits the array best; NULL in *best if nothing repeats. False out of memory. */
static bool repeat_best(struct table_ctx *x, const struct prop_list *pl, const struct shape_runs *runs, struct repeat **best)
{
	*best = NULL;
	for (size_t i = 0; i < runs->n; i++) {
		struct repeat *r = ARENA_NEW(x->a, struct repeat);
		if (!r)
			return false;
		*r = (struct repeat){ .x = x, .pl = pl, .run = &runs->items[i] };
		if (!slots_find(r) || !repeat_match(r))
			return false;
		bool enough = is_enough(r), before = *best && is_enough(*best);
		if (!*best || (enough && !before) || (enough == before && r->score > (*best)->score))
			*best = r;
	}
	return true;
}

bool repeats_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct shape_runs *runs = ARENA_NEW(x->a, struct shape_runs);
	struct repeat *best;
	if (!runs || !shapes_find(x, runs) || !repeat_best(x, pl, runs, &best))
		return false;
	return !best || !is_enough(best) || repeat_emit(best, out);
}

/* Does the run speak of the array: by a heading, or by two properties? Where nothing else is asked for, whatever repeats does. */
static bool is_likely(const struct table_ctx *x, const struct repeat *r)
{
	return r->named || r->found >= 2 || (x->plan->arrays_n == 1 && r->n >= 2);
}

/* Is anything not known of the array that blocks of one shape could tell? */
static bool is_unknown(const struct plan_array *a, const struct records *out)
{
	return !a->scalar && !out->n && !out->seen && !out->settled;
}

/* Neither a table's header nor labels told of the record: those would tell of the others as well. */
static bool is_item(const struct plan_array *a, const struct record *r)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if (found_some(&r->cell[f]) && r->cell[f].by != BY_ITEM)
			return false;
	return true;
}

/* Blocks like the records of an array are its own, too. */
static bool likes_count(struct table_ctx *x, struct records *out)
{
	for (size_t a = 0; a < x->plan->arrays_n; a++) {
		uint32_t like = 0;
		if (!out[a].n || out[a].settled || x->plan->arrays[a].scalar || !is_item(&x->plan->arrays[a], &out[a].items[0]))
			continue;
		if (!shapes_like(x, &out[a], &like))
			return false;
		out[a].seen += like;
		left_out_add(&out[a], "unread", like);
	}
	return true;
}

bool repeats_count(struct table_ctx *x, struct prop_list *const *pl, struct records *out)
{
	struct shape_runs *runs = ARENA_NEW(x->a, struct shape_runs);
	bool any = false;
	if (!likes_count(x, out))
		return false;
	for (size_t a = 0; a < x->plan->arrays_n; a++)
		any |= is_unknown(&x->plan->arrays[a], &out[a]);
	if (!any)
		return true;
	if (!runs || !shapes_find(x, runs))
		return false;
	for (;;) { /* each run for the array it is most like, each array but once */
		struct repeat *best = NULL, *r;
		size_t whose = 0;
		for (size_t a = 0; a < x->plan->arrays_n && runs->n; a++) {
			if (!is_unknown(&x->plan->arrays[a], &out[a]))
				continue;
			if (!repeat_best(x, pl[a], runs, &r))
				return false;
			if (r && is_likely(x, r) && (!best || r->score > best->score)) {
				best = r;
				whose = a;
			}
		}
		if (!best)
			return true;
		out[whose].seen = best->run->n;
		left_out_add(&out[whose], "unmatched", best->run->n);
		size_t at = (size_t)(best->run - runs->items);
		memmove(&runs->items[at], &runs->items[at + 1], (--runs->n - at) * sizeof(*runs->items));
	}
}
