/* SPDX-License-Identifier: Apache-2.0 */
/* field-beside - where the value of a label may stand: behind it, right of it, below it. */
#include "extract/field-private.h"
#include <stdlib.h>

enum {
	RIGHT_SEGS = 6, BELOW_LINES = 6, BELOW_EMS = 5,
	GEOMETRY_RIGHT = 1000, GEOMETRY_BELOW = 900,
	COST_GAP = 350,        /* for a gap as wide as the page */
	COST_SKIPPED = 60,     /* a segment between label and value */
	COST_LINE = 120,       /* a line between label and value */
	BONUS_EDGE = 60,       /* same left edge */
	COST_COLON_BELOW = 150, /* after a colon the value stands beside, not below */
	LABEL_SURE = 850,      /* what reads this much like a label is no value */
	LABEL_MAYBE = 500,
	LABEL_DATED = 750,     /* a number so labelled shares the date behind it */
	COST_HEADER_ROW = 250, COST_LABEL = 400, PROSE_WORDS = 8, QUALITY_SURE = 800,
	SIM_ROW = 900, COST_TABLE_BODY = 220, COST_TABLE_HEADER = 180, COST_PAGE = 15, COST_PAGES = 90,
	BONUS_LARGE = 30,      /* the label is set larger than the text: a title */
	COST_RUNS_ON = 100, COST_PART = 60, SIM_VAGUE = 700, COST_VAGUE = 80,
	COST_OWN_LABEL = 250,  /* the value's segment names it otherwise */
	COST_HEAD = 250,       /* "customer number" for a name */
	COST_GENERIC = 250,    /* "number" in a party's section, for a field of no party */
	ABOVE_EMS = 3, ADDRESS_LINES = 5, ADDRESS_WORDS = 256, ROW_FIGURES = 16
};

static int like_of(const struct fx *x, uint32_t seg)
{
	return seg >= x->seg0 && seg < x->seg1 ? x->label_like[seg - x->seg0] : 0;
}

static uint32_t cell_of(const struct fx *x, uint32_t seg)
{
	return x->cell[seg - x->seg0];
}

/* A box's caption and a segment of another box have nothing to do with each other. */
static bool other_box(const struct fx *x, uint32_t label, uint32_t seg)
{
	return x->caption[label - x->seg0] == CAPTION && cell_of(x, seg) != cell_of(x, label);
}

static bool is_answer(const struct fx *x, uint32_t seg)
{
	return x->caption[seg - x->seg0] == CAPTION_VALUE;
}

static int role_at(const struct fx *x, uint32_t word)
{
	return x->map && x->map->role ? x->map->role[word] : ROLE_NONE;
}

static bool is_text_type(enum value_type t)
{
	return t == VALUE_TEXT || t == VALUE_ORG || t == VALUE_PERSON || t == VALUE_ADDRESS || t == VALUE_STREET ||
	       t == VALUE_CITY || t == VALUE_REGION;
}

static bool is_figure_type(enum value_type t)
{
	return t == VALUE_MONEY || t == VALUE_NUMBER || t == VALUE_INTEGER;
}

/* ---- what a label may not be for */

/* Words that say what kind of value a label stands for, and the kinds. */
static const struct { const char *word; uint64_t types; } head_rows[] = {
	{ "number", 1ull << VALUE_ID | 1ull << VALUE_INTEGER | 1ull << VALUE_NUMBER | 1ull << VALUE_VAT_ID | 1ull << VALUE_IBAN |
		1ull << VALUE_PHONE | 1ull << VALUE_POSTAL_CODE | 1ull << VALUE_BIC | 1ull << VALUE_TEXT | 1ull << VALUE_STREET },
	{ "id", 1ull << VALUE_ID | 1ull << VALUE_INTEGER | 1ull << VALUE_VAT_ID | 1ull << VALUE_TEXT },
	{ "code", 1ull << VALUE_ID | 1ull << VALUE_POSTAL_CODE | 1ull << VALUE_BIC | 1ull << VALUE_CURRENCY | 1ull << VALUE_TEXT |
		1ull << VALUE_COUNTRY | 1ull << VALUE_REGION | 1ull << VALUE_VAT_ID | 1ull << VALUE_ENUM | 1ull << VALUE_INTEGER },
	{ "date", 1ull << VALUE_DATE | 1ull << VALUE_DATETIME | 1ull << VALUE_TIME | 1ull << VALUE_YEAR | 1ull << VALUE_CITY |
		1ull << VALUE_TEXT },
	{ "amount", 1ull << VALUE_MONEY | 1ull << VALUE_NUMBER | 1ull << VALUE_INTEGER | 1ull << VALUE_CURRENCY | 1ull << VALUE_PERCENT },
	{ "percent", 1ull << VALUE_PERCENT | 1ull << VALUE_NUMBER },
	{ "email", 1ull << VALUE_EMAIL }, { "phone", 1ull << VALUE_PHONE | 1ull << VALUE_ID }, { "fax", 1ull << VALUE_PHONE | 1ull << VALUE_ID },
	{ "web", 1ull << VALUE_URL },
};

static bool head_conflict(const struct fx *x, const struct plan_field *f, struct phrase label)
{
	for (size_t i = 0; i < sizeof head_rows / sizeof *head_rows; i++) {
		uint32_t t = token_named(x->in, head_rows[i].word);
		if (phrase_has(label, t) && !phrase_has(f->name, t) && !(head_rows[i].types & 1ull << f->type))
			return true;
	}
	return false;
}

static bool all_light(const struct fx *x, struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (!(token_flags(x->in, p.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP)))
			return false;
	return true;
}

static bool label_names_scope(const struct plan_field *f, struct phrase label)
{
	for (size_t i = 0; i < label.n; i++)
		if (phrase_has(f->scope, label.tokens[i]))
			return true;
	return false;
}

/* Similarity with the say of the section: what a label without a party lacks, the section may give. */
static int scoped_sim(const struct fx *x, const struct hyp *h, const struct liking *like)
{
	const struct plan_field *f = &x->plan->fields[like->field];
	uint32_t role = x->role[h->seg - x->seg0];
	int sim = like->sim - (head_conflict(x, f, h->p) ? COST_HEAD : 0) - (h->part ? COST_PART : 0);
	if (role == NO_ROLE || label_names_scope(f, h->p))
		return sim;
	if (!f->scope.n)
		return all_light(x, h->p) ? sim - COST_GENERIC : sim;
	sim += phrase_has(f->scope, role) ? 200 : -200;
	return sim > 1000 ? 1000 : sim;
}

/* ---- judging one value */

struct ask { /* one label with one field that likes it */
	const struct hyp *h;
	const struct liking *like;
	int sim;       /* with the say of the section */
	int best;      /* best similarity any field has to the label */
};

/* A value without figures that reads like a label is likely the next one. */
static int label_cost(const struct fx *x, const struct plan_field *f, const struct cand *c, const struct region *r)
{
	int like = like_of(x, r->seg);
	const struct view_seg *g = &x->v->segs[r->seg];
	if (r->rel == REL_IN || like < LABEL_MAYBE || is_answer(x, r->seg) || !(is_text_type(f->type) || f->type == VALUE_ID))
		return 0;
	return c->value.n == g->words ? COST_LABEL * like / 1000 : 0;
}

/* Behind a label without a colon, words of the lexicon alone go on with the label: "Advertiser Code". */
static int going_on_cost(struct fx *x, const struct ask *q, const struct cand *c, const struct region *r)
{
	if (r->rel != REL_IN || q->h->colon || c->span || !is_text_type(x->plan->fields[q->like->field].type))
		return 0;
	struct phrase p = fx_phrase(x, c->value.words[0], (uint32_t)c->value.n);
	if (p.n && (token_flags(x->in, p.tokens[0]) & TOKEN_LIGHT))
		return COST_LABEL; /* "Event No. 15" */
	for (size_t i = 0; i < p.n; i++)
		if (!token_is_known(p.tokens[i]))
			return 0;
	return COST_LABEL;
}

/* Words that only partly match a label and have no colon may be anything; so may the text beside them. */
static int vague_cost(const struct fx *x, const struct ask *q, const struct region *r)
{
	if (q->h->colon || q->sim >= SIM_VAGUE || r->rel == REL_IN || !is_text_type(x->plan->fields[q->like->field].type))
		return 0;
	return (SIM_VAGUE - q->sim) / 2 + COST_VAGUE;
}

/* "Page 1", "IBAN NL50…": the segment brings a label of its own. */
static int own_label_cost(struct fx *x, const struct plan_field *f, const struct cand *c, const struct region *r)
{
	if (r->rel == REL_IN || !c->value.n || c->value.words[0] == r->word || is_text_type(f->type))
		return 0;
	uint32_t n = c->value.words[0] - r->word;
	struct phrase p = fx_phrase(x, r->word, n < LABEL_WORDS ? n : LABEL_WORDS);
	if (!lexicon_knows(p) || all_light(x, p))
		return 0;
	return plan_alias_match(x->in, p, f->aliases, f->aliases_n) >= 700 ? 0 : COST_OWN_LABEL;
}

/* Does a plain word stand right before the label, so that the label may only be the end of a longer one? */
static bool runs_on(const struct fx *x, uint32_t word)
{
	struct str w = x->v->words[word - 1].text;
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '0' && w.p[i] <= '9')
			return false;
	return w.n && !word_is_sign(w) && !strchr(",;.)", w.p[w.n - 1]);
}

/* "Net income   1,433   1,189": a row of a statement is the figure that a field of its very name asks for. */
static bool names_row(const struct fx *x, const struct ask *q, const struct cand *c)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	return is_figure_type(f->type) && c->rel == REL_RIGHT && q->h->whole && q->sim >= SIM_ROW && !all_light(x, q->h->p);
}

static int score_of(const struct fx *x, const struct ask *q, const struct cand *c)
{
	int s = value_score(c);
	uint32_t word = c->value.n ? c->value.words[0] : q->h->word;
	uint32_t page = x->v->words[word].page - x->scope.page;
	if (q->h->inside && !q->h->colon && runs_on(x, q->h->word))
		s -= COST_RUNS_ON;
	s -= 450 * (q->best > q->sim ? q->best - q->sim : 0) / 1000;
	if (role_at(x, word) == ROLE_TABLE_BODY)
		s -= names_row(x, q, c) ? COST_TABLE_BODY / 4 : COST_TABLE_BODY;
	if (role_at(x, q->h->word) == ROLE_TABLE_HEADER || x->grid[x->v->words[q->h->word].line - x->line0])
		s -= COST_TABLE_HEADER;
	if (x->v->segs[q->h->seg].size > x->em + x->em / 5)
		s += BONUS_LARGE;
	s -= (int)(page * COST_PAGE > COST_PAGES ? COST_PAGES : page * COST_PAGE);
	return s;
}

static void offer_dated(struct fx *x, uint32_t number, const struct cand *c);

/* Below a heading running text begins. That is a value for fields that want text; others find theirs in its sentences. */
static int prose_cost(const struct fx *x, const struct plan_field *f, const struct cand *c, const struct region *r)
{
	const struct view_line *line = &x->v->lines[x->v->words[r->word].line];
	if (r->rel != REL_BELOW || line->words < PROSE_WORDS || (!(line->flags & VIEW_PROSE) && line->segs > 1))
		return 0;
	if (wants_passage(x, f))
		return 0;
	return c->quality < QUALITY_SURE ? (QUALITY_SURE - c->quality) / 2 : 0;
}

static bool try_words(struct fx *x, const struct ask *q, const struct region *r, int cost)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	struct cand c = { .label = q->h->word, .labels = q->h->words, .label_phrase = q->h->p, .sim = q->sim,
			  .geometry = r->geometry, .rel = r->rel };
	if (r->geometry <= 0 || !value_pick(x, f, r, q->like->range, &c))
		return false;
	if (f->type == VALUE_TEXT && r->rel != REL_TOTAL)
		text_widen(x, r->rel, &c.value);
	if (is_text_type(f->type) && r->rel == REL_IN && q->h->inside && q->h->colon)
		text_end_sentence(x, &c.value);
	c.score = score_of(x, q, &c) - cost - label_cost(x, f, &c, r) - own_label_cost(x, f, &c, r) - going_on_cost(x, q, &c, r) -
		  vague_cost(x, q, r) - prose_cost(x, f, &c, r);
	c.value.score = c.score;
	cand_add(x, q->like->field, c);
	if (f->type == VALUE_ID && q->sim >= LABEL_DATED)
		offer_dated(x, q->like->field, &c);
	return true;
}

static bool is_place_type(enum value_type t)
{
	return t == VALUE_STREET || t == VALUE_POSTAL_CODE || t == VALUE_CITY || t == VALUE_REGION || t == VALUE_COUNTRY;
}

/*
 *             12 High Street        the lines above the one beside the label that no label of their own precedes:
 *   Address   Leeds LS1 4AB         it was set beside the middle
 */
static uint32_t first_above(const struct fx *x, uint32_t seg)
{
	uint32_t up;
	while ((up = seg_before(x, seg)) != VIEW_NONE && up == x->v->lines[x->v->segs[up].line].seg && like_of(x, up) < LABEL_SURE)
		seg = up;
	return seg;
}

/* The parts of an address stand on any of the lines beside its label. */
static bool try_lines(struct fx *x, const struct ask *q, const struct region *r, int cost)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	uint32_t seg = r->rel == REL_RIGHT ? first_above(x, r->seg) : r->seg;
	for (uint32_t n = 0; n < ADDRESS_LINES && seg != VIEW_NONE; n++, seg = seg_after(x, seg, seg == r->seg ? r->word : x->v->segs[seg].word)) {
		const struct view_seg *g = &x->v->segs[seg];
		struct region line = { .word = g->word, .end = g->word + g->words, .seg = seg, .rel = r->rel, .geometry = r->geometry };
		struct cand typed = { 0 };
		if (seg == r->seg)
			line = *r;
		else if (like_of(x, seg) >= LABEL_SURE)
			return false;
		if (value_pick(x, f, &line, q->like->range, &typed) && typed.span)
			return try_words(x, q, &line, cost);
	}
	return false;
}

static bool try_region(struct fx *x, const struct ask *q, const struct region *r, int cost)
{
	bool place = is_place_type(x->plan->fields[q->like->field].type);
	return (place && try_lines(x, q, r, cost)) || try_words(x, q, r, cost); /* what no reading knows may still be a city */
}

/* ---- behind the label, in its segment */

/* "Amsterdam. Meter:": a sentence ends with the word before a label nobody listed. */
static bool ends_sentence(struct str w)
{
	return w.n > 3 && w.p[w.n - 1] == '.';
}

/* The next label of the segment begins before its colon; text values end there. */
static uint32_t next_label(struct fx *x, uint32_t from, uint32_t end)
{
	for (uint32_t w = from; w < end; w++) {
		if (!word_ends_label(x->v->words[w].text))
			continue;
		uint32_t first = w;
		for (uint32_t k = w; k > from && w - k < LABEL_WORDS; k--)
			if (ends_sentence(x->v->words[k - 1].text)) {
				first = k;
				break;
			}
		if (first < w)
			return first;
		for (uint32_t n = 2; n <= 4 && w + 1 >= from + n; n++)
			if (lexicon_knows(fx_phrase(x, w + 1 - n, n)))
				first = w + 1 - n;
		return first;
	}
	return end;
}

static bool style_changes(const struct fx *x, uint32_t a, uint32_t b)
{
	const struct view_word *p = &x->v->words[a], *q = &x->v->words[b];
	return ((p->flags ^ q->flags) & (DOC_BOLD | DOC_ITALIC)) || p->color != q->color;
}

/* Without a colon or a change of type, text behind a label may as well go on with it: "Advertiser Code". */
static int geometry_in(const struct fx *x, const struct ask *q, const struct region *r)
{
	const struct hyp *h = q->h;
	uint32_t last = h->word + h->words - 1;
	int geometry = h->inside ? 880 : 960;
	if (h->colon)
		return 1000;
	if (is_text_type(x->plan->fields[q->like->field].type) && !style_changes(x, last, r->word))
		geometry -= 500;
	return geometry;
}

static bool beside_in(struct fx *x, const struct ask *q)
{
	const struct hyp *h = q->h;
	const struct view_seg *g = &x->v->segs[h->seg];
	uint32_t last = h->word + h->words, end = g->word + g->words;
	struct region r = { .word = h->split ? last - 1 : last, .skip = h->split, .seg = h->seg, .rel = REL_IN };
	bool prose = x->v->lines[g->line].flags & VIEW_PROSE;
	if (h->whole || (!h->colon && x->caption[h->seg - x->seg0] == CAPTION) || (prose && !h->colon && is_text_type(x->plan->fields[q->like->field].type)))
		return false;
	r.end = next_label(x, last, end);
	if (r.word >= r.end || (!h->colon && r.end < end && is_text_type(x->plan->fields[q->like->field].type)))
		return false;
	r.geometry = geometry_in(x, q, &r);
	return try_region(x, q, &r, 0);
}

/* ---- right of it */

static struct region seg_region(const struct fx *x, uint32_t seg, enum relation rel, int geometry)
{
	const struct view_seg *g = &x->v->segs[seg];
	return (struct region){ .word = g->word, .end = g->word + g->words, .seg = seg, .rel = rel, .geometry = geometry };
}

/* Figures right of a label: in a statement the column decides, in a row of totals the last one counts. */
static bool beside_row(struct fx *x, const struct ask *q)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t figure[ROW_FIGURES], n = 0;
	int cost[ROW_FIGURES];
	bool any = false;
	for (uint32_t s = q->h->seg + 1; s < line->seg + line->segs && n < ROW_FIGURES; s++) {
		if (like_of(x, s) >= LABEL_SURE)
			break;
		if (seg_is_figure(x, s))
			figure[n++] = s;
	}
	bool told = columns_weigh(x, q->like->field, figure, n, cost);
	for (uint32_t i = 0; i < n; i++) {
		int geometry = told ? GEOMETRY_RIGHT - 10 * (int)i : i + 1 == n ? GEOMETRY_RIGHT
						: GEOMETRY_RIGHT - COST_SKIPPED * (int)(n - i);
		struct region r = seg_region(x, figure[i], REL_RIGHT, geometry);
		any |= try_region(x, q, &r, cost[i]);
	}
	return any;
}

static uint32_t figures_right(const struct fx *x, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	uint32_t n = 0;
	for (uint32_t s = seg + 1; s < line->seg + line->segs; s++)
		n += seg_is_figure(x, s);
	return n;
}

/*
 *   Title of class     Trading symbol     Exchange      texts side by side over as many others:
 *   Common stock       ACME               Nasdaq        a header, whose labels are answered below
 */
static bool heads_columns(const struct fx *x, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line], *below = l + 1;
	if (l->segs < 3 || line + 1 >= x->line1 || below->page != l->page || below->segs != l->segs || below->leading > 3 * x->em)
		return false;
	for (uint32_t i = 0; i < l->segs; i++) {
		const struct view_seg *g = &x->v->segs[l->seg + i], *b = &x->v->segs[below->seg + i];
		if (seg_is_figure(x, l->seg + i) || word_ends_label(x->v->words[g->word + g->words - 1].text) ||
		    b->box.x0 >= g->box.x1 || b->box.x1 <= g->box.x0)
			return false;
	}
	return true;
}

static bool beside_right(struct fx *x, const struct ask *q)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_line *line = &x->v->lines[g->line];
	const struct plan_field *f = &x->plan->fields[q->like->field];
	int32_t width = x->v->pages[g->page].page->width;
	bool any = false;
	if (is_figure_type(f->type) && (q->h->detailed || figures_right(x, q->h->seg) > 1))
		return beside_row(x, q);
	uint32_t most = is_text_type(f->type) || f->type == VALUE_ID ? 1 : RIGHT_SEGS;
	bool header = heads_columns(x, g->line);
	for (uint32_t i = 1; i <= most && q->h->seg + i < line->seg + line->segs; i++) {
		uint32_t s = q->h->seg + i;
		int32_t gap = box_gap_x(g->box, x->v->segs[s].box);
		if (like_of(x, s) >= LABEL_SURE || other_box(x, q->h->seg, s))
			break;
		if (x->v->segs[s].words == 1 && word_is_sign(x->v->words[x->v->segs[s].word].text)) {
			most++;
			continue; /* a colon or a dash in a column of its own */
		}
		struct region r = seg_region(x, s, REL_RIGHT, GEOMETRY_RIGHT - (width > 0 ? COST_GAP * gap / width : 0) -
					     COST_SKIPPED * (int)(i - 1));
		any |= try_region(x, q, &r, header ? COST_HEADER_ROW : 0);
	}
	return any;
}

/* ---- below it */

static bool under(const struct doc_box *label, const struct doc_box *b, int32_t em)
{
	return b->x0 < label->x1 + em && b->x1 > label->x0 - em / 2;
}

/* Address: the lines that go on from the one beside the label. */
static void extend_lines(struct fx *x, bool upwards, struct found *v)
{
	uint32_t at = x->v->words[v->words[0]].seg, seg = upwards ? first_above(x, at) : at, *ids = ARENA_ARRAY(x->a, ADDRESS_WORDS, uint32_t);
	size_t n = 0;
	for (uint32_t lines = 0; ids && seg != VIEW_NONE && lines < ADDRESS_LINES; lines++) {
		const struct view_seg *s = &x->v->segs[seg];
		if (seg > at && (like_of(x, seg) >= LABEL_SURE || n + s->words > ADDRESS_WORDS))
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

static bool beside_below(struct fx *x, const struct ask *q, bool right)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_page *page = &x->v->pages[g->page];
	const struct plan_field *f = &x->plan->fields[q->like->field];
	uint32_t end = page->line + page->lines, hits = 0;
	int cost = right && q->h->colon ? COST_COLON_BELOW : right ? COST_COLON_BELOW / 3 : 0;
	for (uint32_t l = g->line + 1; l < end && l <= g->line + BELOW_LINES * 2; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->box.y0 > g->box.y1 + BELOW_EMS * x->em || hits >= 2)
			return false;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (!under(&g->box, &c->box, x->em) || c->box.y1 <= g->box.y1)
				continue;
			if (other_box(x, q->h->seg, s) || (like_of(x, s) >= LABEL_SURE && !is_answer(x, s)))
				return false;
			int geometry = GEOMETRY_BELOW - COST_LINE * (int)hits;
			if (abs(c->box.x0 - g->box.x0) <= x->em / 4)
				geometry += BONUS_EDGE;
			if (cell_of(x, s) != VIEW_NONE && cell_of(x, s) == cell_of(x, q->h->seg))
				geometry = GEOMETRY_RIGHT;
			struct region r = seg_region(x, s, REL_BELOW, geometry);
			if (try_region(x, q, &r, cost))
				return true;
			if (is_text_type(f->type))
				return false;
			hits++;
			break;
		}
	}
	return false;
}

/* ---- "Invoice no. 17 of 3 May 2024": the date of what the number names */

/* Do two fields name one thing, one its number and one its date? */
static bool same_thing(const struct fx *x, const struct plan_field *number, const struct plan_field *date)
{
	static const char *const heads[] = { "number", "id", "code", "reference", "date", "issue" };
	for (int side = 0; side < 2; side++) {
		struct phrase p = side ? date->name : number->name, q = side ? number->name : date->name;
		for (size_t i = 0; i < p.n; i++) {
			bool head = false;
			for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
				head |= p.tokens[i] == token_named(x->in, heads[k]);
			if (!head && !phrase_has(q, p.tokens[i]))
				return false;
		}
	}
	return true;
}

/* The date that follows word w in its segment, with nothing but signs and "of", "dated" between; NULL if none. */
static const struct span *date_after(struct fx *x, uint32_t w)
{
	uint32_t seg = x->v->words[w].seg, end = x->v->segs[seg].word + x->v->segs[seg].words;
	for (uint32_t at = w + 1; at < end && at <= w + 3; at++) {
		for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
			if (x->sp->items[i].type == SPAN_DATE && x->sp->items[i].word == at)
				return &x->sp->items[i];
		struct phrase *p = fx_word(x, at);
		for (size_t i = 0; i < p->n; i++)
			if (!(token_flags(x->in, p->tokens[i]) & TOKEN_STOP) && p->tokens[i] != token_named(x->in, "from") &&
			    p->tokens[i] != token_named(x->in, "date"))
				return NULL;
	}
	return NULL;
}

static void offer_dated(struct fx *x, uint32_t number, const struct cand *c)
{
	const struct span *s = c->value.n ? date_after(x, c->value.words[c->value.n - 1]) : NULL;
	for (uint32_t f = 0; s && f < x->plan->fields_n; f++) {
		if (x->plan->fields[f].type != VALUE_DATE ||
		    !same_thing(x, &x->plan->fields[number], &x->plan->fields[f]))
			continue;
		struct cand d = { .value = found_run(x, s->word, s->words), .label = c->label, .labels = c->labels,
				  .label_phrase = c->label_phrase, .sim = c->sim, .geometry = 950, .quality = s->quality * 10,
				  .rel = REL_IN, .span = s };
		d.value.skip = s->skip;
		d.value.cut = s->cut;
		d.value.canon = s->canon;
		d.score = c->score < value_score(&d) ? c->score : value_score(&d);
		d.value.score = d.score;
		cand_add(x, f, d);
	}
}

/* ---- above it: forms that explain a value in brackets below it */

/*        NIKE, Inc.
 *   (Exact name of Registrant as specified in its charter)  */
static bool in_brackets(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct str first = x->v->words[g->word].text, last = x->v->words[g->word + g->words - 1].text;
	return first.n && last.n && first.p[0] == '(' && last.p[last.n - 1] == ')';
}

static bool beside_above(struct fx *x, const struct ask *q)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_page *page = &x->v->pages[g->page];
	for (uint32_t l = g->line; l-- > page->line;) {
		const struct view_line *line = &x->v->lines[l];
		if (g->box.y0 - line->box.y1 > ABOVE_EMS * x->em)
			return false;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 >= g->box.x1 || c->box.x1 <= g->box.x0)
				continue;
			if (in_brackets(x, s))
				return false;
			struct region r = seg_region(x, s, REL_BELOW, GEOMETRY_BELOW + BONUS_EDGE);
			return try_region(x, q, &r, 0);
		}
	}
	return false;
}

/* ---- addresses take the lines of their block */

static void widen_addresses(struct fx *x, uint32_t field)
{
	struct cand_list *l = &x->cands[field];
	if (x->plan->fields[field].type != VALUE_ADDRESS)
		return;
	for (uint32_t i = 0; i < l->n; i++)
		if (l->items[i].value.n && l->items[i].rel != REL_PARTY) {
			extend_lines(x, l->items[i].rel == REL_RIGHT, &l->items[i].value);
			if (l->items[i].rel == REL_IN)
				text_end_sentence(x, &l->items[i].value);
			address_trim(x, &l->items[i].value);
		}
}

/* ---- all of them */

void values_beside(struct fx *x, const struct hyp *h, const struct liking *likes, size_t n)
{
	int best = 0;
	for (size_t i = 0; i < n; i++) {
		int sim = scoped_sim(x, h, &likes[i]);
		best = sim > best ? sim : best;
	}
	for (size_t i = 0; i < n; i++) {
		struct ask q = { h, &likes[i], scoped_sim(x, h, &likes[i]), best };
		const struct view_seg *g = &x->v->segs[h->seg];
		bool at_end = h->word + h->words == g->word + g->words && !h->split, any;
		if (q.sim < FIELD_LIKES || (h->detailed && !is_figure_type(x->plan->fields[likes[i].field].type)))
			continue;
		any = beside_in(x, &q);
		if (h->whole && in_brackets(x, h->seg) && beside_above(x, &q))
			continue;
		if (at_end && (h->whole || h->colon)) {
			bool right = beside_right(x, &q);
			any |= right;
			any |= beside_below(x, &q, right);
		}
		if (!any && (h->colon || x->caption[h->seg - x->seg0] == CAPTION) && h->whole >= !h->colon && q.sim >= LABEL_SURE && q.sim >= best)
			x->blank[likes[i].field] = 1;
		widen_addresses(x, likes[i].field);
	}
}
