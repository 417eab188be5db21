/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/field-private.h"

/* ---- small geometry and text */

int32_t box_gap_x(struct doc_box a, struct doc_box b)
{
	return a.x0 < b.x0 ? b.x0 - a.x1 : a.x0 - b.x1;
}

bool word_ends_label(struct str w)
{
	return w.n && (w.p[w.n - 1] == ':' || str_ends(w, STR("\xEF\xBC\x9A")));
}

static bool is_sign(uint32_t c)
{
	static const uint32_t signs[] = { 0x2013, 0x2014, 0x2212, 0x2022, 0xb7, 0x25ba, 0xbb, 0xab, 0x2192, 0x201c, 0x201d, 0x201e, 0x2018,
		0x2019 };
	if (c < 0x80)
		return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (c == signs[i])
			return true;
	return false;
}

bool word_is_sign(struct str w)
{
	for (size_t i = 0; i < w.n;)
		if (!is_sign(str_utf8_next(w, &i)))
			return false;
	return true;
}

struct phrase fx_phrase(struct fx *x, uint32_t word, uint32_t words)
{
	uint32_t ids[PHRASE_TOKENS], stops[PHRASE_TOKENS];
	size_t n = 0, stops_n = 0;
	for (uint32_t w = word; w < word + words; w++) {
		struct phrase *p = fx_word(x, w);
		for (size_t k = 0; k < p->n; k++)
			if (token_flags(x->in, p->tokens[k]) & TOKEN_STOP) {
				if (stops_n < PHRASE_TOKENS)
					stops[stops_n++] = p->tokens[k];
			} else if (n < PHRASE_TOKENS) {
				ids[n++] = p->tokens[k];
			}
	}
	const uint32_t *from = n ? ids : stops; /* as phrase_of() does */
	n = n ? n : stops_n;
	uint32_t *out = ARENA_ARRAY(x->a, n, uint32_t);
	if (!out)
		return (struct phrase){ NULL, 0 };
	memcpy(out, from, n * sizeof *out);
	return (struct phrase){ out, n };
}

struct found found_run(struct fx *x, uint32_t word, uint32_t words)
{
	uint32_t *ids = ARENA_ARRAY(x->a, words, uint32_t);
	for (uint32_t i = 0; ids && i < words; i++)
		ids[i] = word + i;
	return (struct found){ .words = ids, .n = ids ? words : 0 };
}

/* ---- candidates */

static bool same_place(const struct cand *a, const struct cand *b)
{
	const struct found *p = &a->value, *q = &b->value;
	if (p->mark || p->fact || q->mark || q->fact)
		return p->mark == q->mark && p->fact == q->fact && p->n == q->n;
	return p->n == q->n && p->n && p->words[0] == q->words[0] && p->words[p->n - 1] == q->words[q->n - 1] &&
	       p->skip == q->skip && p->cut == q->cut;
}

enum { AKIN_SLOTS = 4096, NAME_DIGITS = 6 /* a figure this long is no name */ };
struct akin_memo {
	struct { uint32_t a, b; bool known, akin; } slot[AKIN_SLOTS]; /* one pair a slot: the last one asked about */
	struct { struct akin_key key; bool known; } *token;           /* by id */
	uint32_t tokens;
};

static bool akin_room(struct fx *x, uint32_t token)
{
	uint32_t n = token + token / 2 + AKIN_SLOTS;
	if (token >= UINT32_MAX / 2 || (!x->akin && !(x->akin = ARENA_NEW(x->a, struct akin_memo))))
		return false;
	if (token < x->akin->tokens)
		return true;
	void *grown = arena_grow(x->a, x->akin->token, x->akin->tokens, n, sizeof *x->akin->token);
	if (!grown)
		return false;
	x->akin->token = grown;
	x->akin->tokens = n;
	return true;
}

static struct akin_key token_key(struct fx *x, uint32_t t)
{
	if (!x->akin->token[t].known) {
		x->akin->token[t].key = akin_key(token_text(x->in, t));
		x->akin->token[t].known = true;
	}
	return x->akin->token[t].key;
}

uint64_t token_akin_bits(struct fx *x, uint32_t t)
{
	if (!akin_room(x, t))
		return AKIN_BITS;
	struct akin_key k = token_key(x, t);
	uint64_t starts = k.first ? 1u << k.first % 31 | 1u << k.plain % 31 : 1u << 31; /* a short word is akin to itself alone */
	return starts | (uint64_t)k.families << 32;
}

bool tokens_akin(struct fx *x, uint32_t a, uint32_t b)
{
	if (a == b)
		return true;
	if (!akin_room(x, a > b ? a : b))
		return words_akin(token_text(x->in, a), token_text(x->in, b));
	if (!akin_keys_meet(token_key(x, a), token_key(x, b)))
		return false;
	uint32_t at = (a * 2654435761u ^ b * 2246822519u) >> 20;
	if (!x->akin->slot[at].known || x->akin->slot[at].a != a || x->akin->slot[at].b != b) {
		x->akin->slot[at].akin = words_akin(token_text(x->in, a), token_text(x->in, b));
		x->akin->slot[at].a = a;
		x->akin->slot[at].b = b;
		x->akin->slot[at].known = true;
	}
	return x->akin->slot[at].akin;
}

bool token_one_of(const struct fx *x, uint32_t t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t == token_named(x->in, words[i]))
			return true;
	return false;
}

bool name_within(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n)
{
	for (size_t i = 0; i < f->name.n; i++)
		if (!token_one_of(x, f->name.tokens[i], words, n))
			return false;
	return f->name.n > 0;
}

/* The number of a form's box is nobody's value. */
static bool is_numbering(const struct fx *x, const struct found *f)
{
	uint32_t seg = f->n == 1 && !f->mark ? x->v->words[f->words[0]].seg : VIEW_NONE;
	return seg != VIEW_NONE && seg >= x->seg0 && seg < x->seg1 && f->words[0] == x->v->segs[seg].word && seg_numbering(x, seg);
}

/* "1-888-555-0110" for product_name: a long figure is nobody's name. */
static bool is_figure_for_name(const struct fx *x, const struct plan_field *f, const struct found *v)
{
	size_t digits = 0;
	if (!value_is_text(f->type) || !phrase_has(f->name, token_named(x->in, "name")))
		return false;
	for (size_t i = 0; i < v->n; i++) {
		struct str t = x->v->words[v->words[i]].text;
		for (size_t k = 0; k < t.n; k++)
			if ((t.p[k] | 0x20) >= 'a' || (t.p[k] & 0x80))
				return false;
		digits += str_digits(t);
	}
	return digits >= NAME_DIGITS;
}

/* A moment asked for takes the time beside its date. */
static void moment_widen(struct fx *x, const struct plan_field *f, struct cand *c)
{
	if (f->type != VALUE_DATETIME || !c->span || c->span->type != SPAN_DATE || c->value.canon.n != 10)
		return;
	const struct view_seg *g = &x->v->segs[x->v->words[c->span->word].seg];
	struct region r = { .word = g->word, .end = g->word + g->words, .seg = x->v->words[c->span->word].seg };
	when_add_time(x, c->span, &r, &c->value);
}

void cand_add(struct fx *x, uint32_t field, struct cand c)
{
	struct cand_list *l = &x->cands[field];
	uint32_t at;
	moment_widen(x, &x->plan->fields[field], &c);
	if (!found_some(&c.value) || is_numbering(x, &c.value) || is_figure_for_name(x, &x->plan->fields[field], &c.value) || (c.value.n && c.rel != REL_MARK && x->unticked[c.value.words[0] - x->word0]))
		return;
	if (x->plan->fields[field].type == VALUE_ADDRESS && c.value.n)
		address_end(x, &c.value);
	if (!l->items)
		l->items = ARENA_ARRAY(x->a, FIELD_BEAM + 1, struct cand);
	if (!l->items)
		return;
	for (uint32_t i = 0; i < l->n; i++)
		if (same_place(&l->items[i], &c)) {
			if (l->items[i].score >= c.score)
				return;
			memmove(l->items + i, l->items + i + 1, (l->n - i - 1) * sizeof *l->items);
			l->n--;
			break;
		}
	for (at = l->n; at && l->items[at - 1].score < c.score; at--)
		;
	if (at == FIELD_BEAM)
		return;
	memmove(l->items + at + 1, l->items + at, (l->n - at) * sizeof *l->items);
	l->items[at] = c;
	if (l->n < FIELD_BEAM)
		l->n++;
}

/* ---- the search */

static void scope_set(struct fx *x)
{
	const struct view *v = x->v;
	const struct view_page *first = &v->pages[x->scope.page], *last = &v->pages[x->scope.end - 1];
	x->line0 = first->line;
	x->line1 = last->line + last->lines;
	x->word0 = first->word;
	x->word1 = last->word + last->words;
	x->seg0 = x->line0 < v->lines_n ? v->lines[x->line0].seg : v->segs_n;
	x->seg1 = x->line1 < v->lines_n ? v->lines[x->line1].seg : v->segs_n;
	x->em = first->body_size > 0 ? first->body_size : 1000;
}

static int64_t box_area(struct doc_box b)
{
	return (int64_t)(b.x1 - b.x0) * (b.y1 - b.y0);
}

/* The smallest ruled cell that holds the middle of a segment. */
static uint32_t cell_around(const struct view *v, uint32_t seg)
{
	const struct view_seg *g = &v->segs[seg];
	const struct view_page *p = &v->pages[g->page];
	int32_t cx = (g->box.x0 + g->box.x1) / 2, cy = (g->box.y0 + g->box.y1) / 2;
	uint32_t best = VIEW_NONE;
	for (uint32_t c = p->cell; c < p->cell + p->cells; c++) {
		struct doc_box b = v->cells[c].box;
		if (cx < b.x0 || cx > b.x1 || cy < b.y0 || cy > b.y1)
			continue;
		if (best == VIEW_NONE || box_area(b) < box_area(v->cells[best].box))
			best = c;
	}
	return best;
}

static bool words_read(struct fx *x)
{
	uint32_t words = x->word1 - x->word0;
	x->word = ARENA_ARRAY(x->a, words + 1, struct phrase);
	x->names = ARENA_ARRAY(x->a, NAME_MEMOS, struct name_memo);
	for (uint32_t w = 0; x->word && w < words; w++)
		x->word[w] = phrase_of_word(x->in, x->v->words[x->word0 + w].text);
	return x->word && x->names;
}

static bool fx_alloc(struct fx *x)
{
	uint32_t segs = x->seg1 - x->seg0;
	x->label_like = ARENA_ARRAY(x->a, segs, int16_t);
	x->role = ARENA_ARRAY(x->a, segs, uint32_t);
	x->cands = ARENA_ARRAY(x->a, x->plan->fields_n, struct cand_list);
	x->cell = ARENA_ARRAY(x->a, segs, uint32_t);
	x->unticked = ARENA_ARRAY(x->a, x->word1 - x->word0, uint8_t);
	x->blank = ARENA_ARRAY(x->a, x->plan->fields_n, int16_t);
	x->named = ARENA_ARRAY(x->a, x->plan->fields_n, int16_t);
	x->grid = ARENA_ARRAY(x->a, x->line1 - x->line0, uint8_t);
	if (!words_read(x) || !x->label_like || !x->role || !x->cands || !x->cell || !x->unticked || !x->blank || !x->named || !x->grid)
		return false;
	for (uint32_t s = 0; s < segs; s++) {
		x->role[s] = NO_ROLE;
		x->cell[s] = cell_around(x->v, x->seg0 + s);
	}
	prompts_rule_out(x);
	return captions_find(x);
}

bool fields_lists(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p, struct records *records,
		  struct arena *a, struct err *e)
{
	struct fx x = { .v = v, .sp = sp, .in = in, .plan = p, .a = a, .scope = { 0, v->pages_n } };
	bool asked = false;
	for (size_t i = 0; i < p->arrays_n; i++)
		asked |= p->arrays[i].scalar;
	if (!asked || !v->pages_n || !plan_has_feature(p, PROSE))
		return true;
	scope_set(&x);
	if (words_read(&x) && lists_find(&x, records))
		return arena_ok(a, e);
	return arena_ok(a, e) && err_set(e, ERR_INTERNAL, "the search for lists failed");
}

bool fields_find(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p,
		 const struct table_map *map, struct field_scope scope, struct found *out, struct arena *a, struct err *e)
{
	struct fx x = { .v = v, .sp = sp, .in = in, .plan = p, .map = map, .a = a, .scope = scope };
	if (!p->fields_n || scope.page >= scope.end || scope.page >= v->pages_n)
		return true;
	scope_set(&x);
	if (fx_alloc(&x) && labels_index(&x) && labels_measure(&x)) {
		x.asked = plan_has_feature(p, PROSE) ? evidence_asked(&x) : NULL;
		choices_search(&x);
		if ((!plan_has_feature(p, PARTIES) || parties_find(&x)) && labels_search(&x) && free_search(&x) &&
		    (!plan_has_feature(p, PROSE) || (letter_search(&x) && prose_search(&x)))) {
			if (plan_has_feature(p, PROSE)) {
				offices_search(&x);
				questions_search(&x);
			}
			totals_search(&x);
			dimensions_search(&x);
			masked_search(&x);
			known_search(&x);
			imprint_search(&x);
			if (plan_has_feature(p, SLIPS))
				receipt_search(&x);
			if (plan_has_feature(p, HEAD)) {
				head_settle(&x);
				title_settle(&x);
			}
			if (plan_has_feature(p, COUNTED))
				counted_search(&x);
			if (fields_assign(&x, out))
				return arena_ok(a, e);
		}
	}
	return arena_ok(a, e) && err_set(e, ERR_INTERNAL, "the search for fields failed");
}
