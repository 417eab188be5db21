/* SPDX-License-Identifier: Apache-2.0 */
/* field-beside - where the value of a label may stand: behind it, right of it, below it. */
#include "extract/field-private.h"
#include "layout/char.h"
#include <stdlib.h>

enum {
	RIGHT_SEGS = 6, BELOW_LINES = 6, BELOW_EMS = 5,
	GEOMETRY_RIGHT = 1000, GEOMETRY_BELOW = 900,
	COST_GAP = 350,        /* for a gap as wide as the page */
	COST_SKIPPED = 60,     /* a segment between label and value */
	COLUMN_LINES = 3, COST_LINE = 120,       /* a line between label and value */
	BONUS_EDGE = 60,       /* same left edge */
	COST_COLON_BELOW = 150, /* after a colon the value stands beside, not below */
	LABEL_SURE = 850,      /* what reads this much like a label is no value */
	LABEL_DATED = 750,     /* a number so labelled shares the date behind it */
	COST_HEADER_ROW = 250,
	BLANK_SIGNS = 4,
	CODE_DIGITS = 4, ABOVE_EMS = 3, ADDRESS_LINES = 5, ROW_FIGURES = 16
};

static uint32_t cell_of(const struct fx *x, uint32_t seg)
{
	return x->cell[seg - x->seg0];
}

/* A box's caption and a segment of another box have nothing to do with each other. */
static bool other_box(const struct fx *x, uint32_t label, uint32_t seg)
{
	return x->caption[label - x->seg0] == CAPTION && cell_of(x, seg) != cell_of(x, label);
}

/* In a box of its own a value may stand anywhere below the caption. */
static bool same_box(const struct fx *x, uint32_t label, uint32_t seg)
{
	return x->caption[label - x->seg0] == CAPTION && cell_of(x, seg) == cell_of(x, label);
}

static bool is_answer(const struct fx *x, uint32_t seg)
{
	return x->caption[seg - x->seg0] == CAPTION_VALUE;
}

static void offer_dated(struct fx *x, uint32_t number, const struct cand *c);

/*
 *   Ocean vessel / Voy. No.          as many values as labels, between slashes of their own: each label has its own
 *   MV Nordic Crane / 041W
 */
static struct region own_piece(const struct fx *x, const struct hyp *h, struct region r)
{
	struct region piece = r;
	uint32_t n = 0;
	for (uint32_t w = r.word; h->of && w < r.end; w++) {
		if (!str_eq_z(x->v->words[w].text, "/"))
			continue;
		if (n == h->at)
			piece.end = w;
		if (++n == h->at)
			piece.word = w + 1;
	}
	piece.skip = piece.word > r.word ? 0 : r.skip;
	return n && n + 1 == h->of && piece.word < piece.end ? piece : r;
}

static bool style_changes(const struct fx *x, uint32_t a, uint32_t b)
{
	const struct view_word *p = &x->v->words[a], *q = &x->v->words[b];
	return ((p->flags ^ q->flags) & (DOC_BOLD | DOC_ITALIC)) || p->color != q->color;
}

/* "SOP-17 | Version 3.1 | Status final": bars part pairs as lines of a form do. */
bool seg_between_bars(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_line *line = &x->v->lines[g->line];
	bool left = seg > line->seg && g[-1].words == 1 && str_eq_z(x->v->words[g[-1].word].text, "|");
	bool right = seg + 1 < line->seg + line->segs && g[1].words == 1 && str_eq_z(x->v->words[g[1].word].text, "|");
	return left || right;
}

/* "Banque Populaire du Vercors", "Stowarzyszenie Miłośników Kolei": what an institution is begins its name; no colon, no other type parts them. */
static bool begins_name(struct fx *x, const struct ask *q, const struct region *r)
{
	static const char *const kinds[] = { "bank", "hospital", "clinic", "association", "office", "school", "hotel", "court", "university", "agency", "branch", "institute", "foundation",
		"club", "union", "museum", "ministry", "chamber", "authority", "municipality", "committee", "council", "society", "fund", "academy", "college", "library", "church",
		"center", "laboratory", "pharmacy", "commission", "tribunal" };
	const struct plan_field *f = &x->plan->fields[q->like->field];
	const struct hyp *h = q->h;
	bool named = r->rel == REL_IN && !h->colon && !h->inside && !h->split && h->words == 1 && r->word == h->word + 1;
	return named && (f->type == VALUE_ORG || f->type == VALUE_TEXT) && h->p.n == 1 && TOKEN_ONE_OF(x, h->p.tokens[0], kinds) && !style_changes(x, h->word, r->word) &&
	       !str_has_digit(x->v->words[r->word].text) && !seg_between_bars(x, h->seg);
}

static bool try_words(struct fx *x, const struct ask *q, const struct region *whole, int cost)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	struct region own = own_piece(x, q->h, *whole), *r = &own;
	struct cand c = { .label = q->h->word, .labels = q->h->words, .label_phrase = q->h->p, .sim = q->sim,
			  .geometry = r->geometry, .rel = r->rel };
	if (r->geometry <= 0 || !value_pick(x, f, r, q->like->range, &c))
		return false;
	bool piece = r->end < whole->end || r->word > whole->word;
	if (begins_name(x, q, r))
		c.value = found_run(x, q->h->word, r->end - q->h->word);
	if (f->type == VALUE_TEXT && r->rel != REL_TOTAL && !piece)
		text_widen(x, r->rel, &c.value);
	if ((f->type == VALUE_ORG || f->type == VALUE_PERSON) && cell_of(x, r->seg) != VIEW_NONE)
		name_widen(x, r->rel, &c.value);
	if (r->rel != REL_IN && value_is_text(f->type) && f->type != VALUE_ADDRESS)
		drop_date(x, f, &c);
	if (value_is_text(f->type) && r->rel == REL_IN && q->h->inside && q->h->colon)
		text_end_sentence(x, &c.value);
	if (r->rel == REL_IN && q->h->inside && !q->h->colon && x->v->lines[x->v->segs[r->seg].line].flags & VIEW_PROSE)
		c.value.by = BY_WORDS;
	c.score = ask_score(x, q, &c, r) - cost;
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

/* The parts of an address stand on any of the lines beside its label. */
static bool try_lines(struct fx *x, const struct ask *q, const struct region *r, int cost)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	uint32_t seg = r->rel == REL_RIGHT ? seg_block_first(x, r->seg) : r->seg;
	for (uint32_t n = 0; n < ADDRESS_LINES && seg != VIEW_NONE; n++, seg = seg_after(x, seg, seg == r->seg ? r->word : x->v->segs[seg].word)) {
		const struct view_seg *g = &x->v->segs[seg];
		struct region line = { .word = g->word, .end = g->word + g->words, .seg = seg, .rel = r->rel, .geometry = r->geometry };
		struct cand typed = { 0 };
		if (seg == r->seg)
			line = *r;
		else if (seg_like(x, seg) >= LABEL_SURE)
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

/* "301 Representative: surname and first name", small in its box: the words behind the colon go on with the caption. */
static bool goes_on(struct fx *x, const struct hyp *h, uint32_t next)
{
	const struct view_word *w = &x->v->words[next];
	const struct view_seg *g = &x->v->segs[h->seg];
	if (x->caption[h->seg - x->seg0] != CAPTION || w->size != g->size)
		return false;
	return (w->text.p[0] >= 'a' && w->text.p[0] <= 'z') || phrase_is_vocabulary(fx_phrase(x, next, g->word + g->words - next));
}

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

/* Without a colon or a change of type, text behind a label may as well go on with it: "Advertiser Code". */
static int geometry_in(const struct fx *x, const struct ask *q, const struct region *r)
{
	const struct hyp *h = q->h;
	uint32_t last = h->word + h->words - 1;
	int geometry = h->inside ? 880 : 960;
	if (h->colon)
		return 1000;
	if (value_is_text(x->plan->fields[q->like->field].type) && !style_changes(x, last, r->word) && !(seg_between_bars(x, h->seg) && !h->inside))
		geometry -= 500;
	return geometry;
}

/* "Small Grants Programme 2025": a word amid a name, which nothing parts from the words around it, labels none of them. */
static bool is_amid_name(const struct fx *x, const struct hyp *h)
{
	struct str before = h->inside ? x->v->words[h->word - 1].text : STR(".");
	uint32_t last = h->word + h->words - 1;
	return h->inside && !h->colon && !h->split && before.n && !word_is_sign(before) && !strchr(",;:.)", before.p[before.n - 1]) &&
	       !style_changes(x, h->word - 1, h->word) && !style_changes(x, last, last + 1);
}

static bool begins_small(struct str w)
{
	return w.n && w.p[0] >= 'a' && w.p[0] <= 'z';
}

/*
 * "Country of registration", "Klinik für Innere Medizin": a small word at the end of the label, or behind it, goes on with it,
 * unless a colon ends it; "County of Sonoma" says which.
 */
static bool label_goes_on(const struct fx *x, const struct hyp *h, uint32_t next, uint32_t end)
{
	static const char *const of[] = { "of", "der", "des", "de", "du", "del", "della", "di", "da", "do", "dos", "van" };
	static const char *const on[] = { "for", "für", "voor", "pour", "para", "per", "dla", "and", "und", "et", "y", "e", "en", "i" };
	struct str last = x->v->words[next - 1].text, first = x->v->words[next].text, behind = next + 1 < end ? x->v->words[next + 1].text : STR("");
	if (h->colon || h->split || style_changes(x, next - 1, next))
		return false;
	return STR_ONE_OF(first, on) || STR_ONE_OF(last, on) || (STR_ONE_OF(first, of) && begins_small(behind)) || (STR_ONE_OF(last, of) && begins_small(first));
}

/* "Density (20 °C)     0.812": what stands in brackets up to the end of the label, left of the value, is when it holds. */
static bool is_condition(const struct fx *x, const struct view_seg *g, uint32_t word)
{
	const struct view_line *line = &x->v->lines[g->line];
	struct str last = x->v->words[g->word + g->words - 1].text;
	return x->v->words[word].text.p[0] == '(' && last.p[last.n - 1] == ')' && g + 1 < &x->v->segs[line->seg + line->segs];
}

static bool beside_in(struct fx *x, const struct ask *q)
{
	const struct hyp *h = q->h;
	const struct view_seg *g = &x->v->segs[h->seg];
	uint32_t last = h->word + h->words, end = g->word + g->words;
	struct region r = { .word = h->split ? last - 1 : last, .skip = h->split, .seg = h->seg, .rel = REL_IN };
	bool prose = x->v->lines[g->line].flags & VIEW_PROSE;
	if (h->whole || (!h->colon && x->caption[h->seg - x->seg0] == CAPTION) || (prose && !h->colon && value_is_text(x->plan->fields[q->like->field].type)))
		return false;
	if (value_is_figure(x->plan->fields[q->like->field].type) && label_is_counted(x, h))
		return false;
	if (last < end && value_is_text(x->plan->fields[q->like->field].type) && (is_amid_name(x, h) || label_goes_on(x, h, last, end)))
		return false;
	if (last < end && !h->colon && value_is_figure(x->plan->fields[q->like->field].type) && is_condition(x, g, last))
		return false;
	if (last < end && !h->split && goes_on(x, h, last))
		return false;
	r.end = next_label(x, last, end);
	if (r.word >= r.end || (!h->colon && r.end < end && value_is_text(x->plan->fields[q->like->field].type)))
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
	bool any = false, pairs = q->h->seg > line->seg + 1;
	for (uint32_t s = q->h->seg + 1; s < line->seg + line->segs && n < ROW_FIGURES; s++) {
		if (seg_like(x, s) >= LABEL_SURE || (n && seg_begins_row(x, s))) {
			pairs = true;
			break;
		}
		if (seg_is_figure(x, s) && !seg_is_line_number(x, s))
			figure[n++] = s;
	}
	bool told = columns_weigh(x, q->like->field, figure, n, cost);
	for (uint32_t i = 0; i < n; i++) {
		int geometry = told ? GEOMETRY_RIGHT - 10 * (int)i : i + 1 == n ? GEOMETRY_RIGHT
						: GEOMETRY_RIGHT - COST_SKIPPED * (int)(n - i);
		struct region r = seg_region(x, figure[i], REL_RIGHT, geometry);
		any |= try_region(x, q, &r, pairs && n == 1 ? 0 : cost[i]); /* of several pairs on a line each has its own figure */
	}
	return any;
}

static uint32_t figures_right(const struct fx *x, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	uint32_t n = 0;
	for (uint32_t s = seg + 1; s < line->seg + line->segs; s++)
		n += seg_is_figure(x, s);
	return n + (x->v->segs[line->seg].words == 1 && word_is_box_number(x->v->words[line->word].text)); /* a line of a form: its number may be repeated */
}

/* A number of four digits and more that is no year: labels do not have any. */
static bool seg_says_code(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (str_digits(x->v->words[w].text) >= CODE_DIGITS && !word_is_year(x->v->words[w].text))
			return true;
	return false;
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
		if (seg_is_figure(x, l->seg + i) || seg_says_code(x, g) || (seg_like(x, l->seg + i) >= LABEL_SURE && seg_like(x, below->seg + i) >= LABEL_SURE) || word_ends_label(x->v->words[g->word + g->words - 1].text) ||
		    b->box.x0 >= g->box.x1 || b->box.x1 <= g->box.x0)
			return false;
	}
	return true;
}

/* "Driver: ..............": a row of dots or lines to write on. */
static bool is_blank(const struct fx *x, const struct view_seg *g)
{
	size_t n = 0;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = x->v->words[w].text;
		for (size_t i = 0; i < t.n; i++, n++)
			if (t.p[i] != '.' && t.p[i] != '_')
				return false;
	}
	return n >= BLANK_SIGNS;
}

/* Does such a row, and nothing else, stand right of the label? */
static bool blank_right(const struct fx *x, const struct ask *q)
{
	uint32_t next = q->h->seg + 1;
	const struct view_line *line = &x->v->lines[x->v->segs[q->h->seg].line];
	return next < line->seg + line->segs && is_blank(x, &x->v->segs[next]);
}

/* The next segment of the column above (-1) or below (1) that nothing stands left of but the label; VIEW_NONE if there is none. */
static uint32_t column_next(const struct fx *x, uint32_t s, uint32_t label, int step)
{
	const struct view_seg *g = &x->v->segs[s];
	const struct view_page *page = &x->v->pages[g->page];
	for (int i = 1; i <= COLUMN_LINES; i++) {
		int64_t l = (int64_t)g->line + step * i;
		if (l < page->line || l >= (int64_t)page->line + page->lines)
			return VIEW_NONE;
		const struct view_line *line = &x->v->lines[l];
		bool left = false;
		for (uint32_t k = line->seg; k < line->seg + line->segs; k++) {
			const struct view_seg *c = &x->v->segs[k];
			if (abs(c->box.x0 - g->box.x0) <= x->em / 4)
				return left ? VIEW_NONE : k;
			left |= k != label && c->box.x1 < g->box.x0;
		}
		if (left)
			return VIEW_NONE;
	}
	return VIEW_NONE;
}

static int32_t gap_between(const struct fx *x, uint32_t up, uint32_t down)
{
	return x->v->segs[down].box.y0 - x->v->segs[up].box.y1;
}

/* The lines around the middle of the label, one above and one below; false if there are none, or one beside it. */
static bool middle_lines(const struct fx *x, uint32_t seg, uint32_t *up, uint32_t *down)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_line *line = &x->v->lines[g->line];
	if (seg + 1 < line->seg + line->segs)
		return false; /* it may be the first of them */
	const struct view_line *over = g->line > x->line0 ? line - 1 : NULL;
	for (uint32_t k = over ? over->seg : 0; over && over->page == g->page && k < over->seg + over->segs; k++)
		if (x->v->segs[k].box.x0 > g->box.x1) {
			*up = k;
			*down = k > over->seg ? VIEW_NONE : column_next(x, k, seg, 1);
			return *down != VIEW_NONE && abs(x->v->segs[k].box.y0 + x->v->segs[*down].box.y1 - g->box.y0 - g->box.y1) <= x->em;
		}
	return false;
}

/*
 *                       7 Tove Valley Business Park
 *   Registered office                                  a label set at half the height of the lines beside it
 *                       Towcester NN12 6PF
 *
 * Their first segment; VIEW_NONE if the label stands beside no such lines: as many above it as below.
 */
static uint32_t middle_right(const struct fx *x, uint32_t seg)
{
	uint32_t up, down;
	if (!middle_lines(x, seg, &up, &down))
		return VIEW_NONE;
	int32_t close = gap_between(x, up, down);
	for (;;) {
		uint32_t u = column_next(x, up, seg, -1), d = column_next(x, down, seg, 1);
		bool over = u != VIEW_NONE && gap_between(x, u, up) <= close + x->em / 10, under = d != VIEW_NONE && gap_between(x, down, d) <= close + x->em / 10;
		if (over != under || close > x->em)
			return VIEW_NONE;
		if (!over)
			return up;
		up = u;
		down = d;
	}
}

static bool beside_right(struct fx *x, const struct ask *q)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_line *line = &x->v->lines[g->line];
	const struct plan_field *f = &x->plan->fields[q->like->field];
	int32_t width = x->v->pages[g->page].page->width;
	bool any = false;
	if ((value_is_figure(f->type) || f->type == VALUE_PERCENT) && (q->h->detailed || figures_right(x, q->h->seg) > 1))
		return beside_row(x, q);
	uint32_t most = value_is_text(f->type) || f->type == VALUE_ID ? 1 : RIGHT_SEGS;
	bool header = heads_columns(x, g->line);
	uint32_t first = value_is_text(f->type) ? middle_right(x, q->h->seg) : VIEW_NONE;
	if (first != VIEW_NONE) {
		struct region r = seg_region(x, first, REL_RIGHT, GEOMETRY_RIGHT);
		return try_region(x, q, &r, 0);
	}
	for (uint32_t i = 1; i <= most && q->h->seg + i < line->seg + line->segs; i++) {
		uint32_t s = q->h->seg + i;
		int32_t gap = box_gap_x(g->box, x->v->segs[s].box);
		if (seg_like(x, s) >= LABEL_SURE || other_box(x, q->h->seg, s))
			break;
		if (x->v->segs[s].words == 1 && word_is_sign(x->v->words[x->v->segs[s].word].text)) {
			most++;
			continue; /* a colon or a dash in a column of its own */
		}
		struct region r = seg_region(x, s, REL_RIGHT, GEOMETRY_RIGHT - (width > 0 ? (int)((int64_t)COST_GAP * gap / width) : 0) -
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

/* Do both segments begin with the same bullet? Then they are items of one list. */
static bool same_bullet(const struct fx *x, uint32_t a, uint32_t b)
{
	const struct view_seg *g = &x->v->segs[a], *o = &x->v->segs[b];
	struct str t = x->v->words[g->word].text;
	return g->words > 1 && o->words > 1 && char_count(t) == 1 && char_is_mark(char_first(t)) && str_eq(t, x->v->words[o->word].text);
}

/*
 * A label that its table answers beside it is answered nowhere else; below a numbered line the next number begins
 * another, and below an item of a list the next item does.
 */
static bool is_next_key(const struct fx *x, uint32_t label, uint32_t seg)
{
	if (x->key[label - x->seg0] == KEY_LABEL && cell_of(x, label) != cell_of(x, seg))
		return true;
	return same_bullet(x, label, seg) || (seg_numbering(x, label) && seg_numbering(x, seg));
}

bool answers_in_cell(const struct fx *x, uint32_t label, uint32_t seg)
{
	uint32_t cell = cell_of(x, label);
	if (cell == VIEW_NONE || cell_of(x, seg) != cell || !seg_numbering(x, label) || seg_numbering(x, seg) ||
	    word_ends_label(x->v->words[x->v->segs[seg].word + x->v->segs[seg].words - 1].text))
		return false;
	for (uint32_t s = label + 1; s < x->seg1 && x->v->segs[s].page == x->v->segs[label].page && x->v->segs[s].line <= x->v->segs[seg].line + 1; s++)
		if (s != seg && cell_of(x, s) == cell)
			return false;
	return true;
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
			if (!(under(&g->box, &c->box, x->em) || same_box(x, q->h->seg, s)) || c->box.y1 <= g->box.y1 || x->caption[s - x->seg0] == CAPTION_MORE)
				continue;
			if (other_box(x, q->h->seg, s) || is_next_key(x, q->h->seg, s) || (seg_like(x, s) >= LABEL_SURE && !is_answer(x, s) && !answers_in_cell(x, q->h->seg, s)))
				return false;
			int geometry = GEOMETRY_BELOW - COST_LINE * (int)hits;
			if (abs(c->box.x0 - g->box.x0) <= x->em / 4)
				geometry += BONUS_EDGE;
			if (cell_of(x, s) != VIEW_NONE && cell_of(x, s) == cell_of(x, q->h->seg))
				geometry = GEOMETRY_RIGHT;
			struct region r = seg_region(x, s, REL_BELOW, geometry);
			if (try_region(x, q, &r, cost))
				return true;
			if (value_is_text(f->type))
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
static bool closes_bracket(const struct fx *x, const struct view_seg *g)
{
	struct str last = x->v->words[g->word + g->words - 1].text;
	return last.n && last.p[last.n - 1] == ')';
}

uint32_t seg_bracketed_end(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct str first = x->v->words[g->word].text;
	if (!first.n || first.p[0] != '(')
		return VIEW_NONE;
	if (closes_bracket(x, g))
		return seg;
	const struct view_line *below = g->line + 1 < x->line1 ? &x->v->lines[g->line + 1] : NULL;
	for (uint32_t s = below && below->page == g->page ? below->seg : VIEW_NONE; s != VIEW_NONE && s < below->seg + below->segs; s++) {
		const struct view_seg *c = &x->v->segs[s];
		if (c->box.x0 < g->box.x1 && c->box.x1 > g->box.x0 && c->box.y0 - g->box.y1 <= x->em)
			return closes_bracket(x, c) && x->v->words[c->word].text.p[0] != '(' ? s : VIEW_NONE;
	}
	return VIEW_NONE;
}

static bool seg_has_letters(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++)
			if ((x->v->words[w].text.p[i] | 32) >= 'a' && (x->v->words[w].text.p[i] | 32) <= 'z')
				return true;
	return false;
}

static bool beside_above(struct fx *x, const struct ask *q)
{
	const struct view_seg *g = &x->v->segs[q->h->seg];
	const struct view_page *page = &x->v->pages[g->page];
	enum value_type type = x->plan->fields[q->like->field].type;
	bool stacked = type == VALUE_ADDRESS || is_place_type(type) || type == VALUE_PHONE; /* one caption for the lines of an address */
	for (uint32_t l = g->line; l-- > page->line;) {
		const struct view_line *line = &x->v->lines[l];
		if (g->box.y0 - line->box.y1 > ABOVE_EMS * x->em)
			return false;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 >= g->box.x1 || c->box.x1 <= g->box.x0)
				continue;
			if ((x->v->words[c->word].text.p[0] == '(' || closes_bracket(x, c)) && !str_digits(x->v->words[c->word].text))
				return false; /* explains another; "(617) 555-0148" does not */
			if (stacked && type != VALUE_PHONE && !seg_has_letters(x, c))
				continue; /* the telephone below the address */
			struct region r = seg_region(x, s, REL_BELOW, GEOMETRY_BELOW + BONUS_EDGE);
			if (try_region(x, q, &r, 0))
				return true;
			if (!stacked)
				return false;
		}
	}
	return false;
}

/* On the line that the caption stands under; nowhere else. */
static bool beside_under(struct fx *x, const struct ask *q)
{
	uint32_t first = 0, n = caption_values(x, q->h->seg, &first);
	bool any = false;
	for (uint32_t i = 0; i < n; i++) {
		struct region r = seg_region(x, first + i, REL_BELOW, GEOMETRY_RIGHT - COST_SKIPPED * (int)i);
		any |= try_region(x, q, &r, 0);
	}
	return any;
}

/* ---- all of them */

void values_beside(struct fx *x, const struct hyp *h, const struct liking *likes, size_t n)
{
	int best = 0;
	if (seg_among_links(x, h->seg))
		return;
	for (size_t i = 0; i < n; i++) {
		int sim = ask_similarity(x, h, &likes[i]);
		best = sim > best ? sim : best;
	}
	for (size_t i = 0; i < n; i++) {
		struct ask q = { h, &likes[i], ask_similarity(x, h, &likes[i]), best };
		const struct view_seg *g = &x->v->segs[h->seg];
		bool at_end = h->word + h->words == g->word + g->words && !h->split, any;
		if (q.sim < FIELD_LIKES || (h->detailed && !value_is_figure(x->plan->fields[likes[i].field].type)))
			continue;
		if (x->caption[h->seg - x->seg0] == CAPTION_UNDER) {
			if (!beside_under(x, &q) && h->whole && q.sim >= LABEL_SURE && q.sim >= best)
				field_is_blank(x, likes[i].field, q.sim);
			continue;
		}
		any = beside_in(x, &q);
		if (h->whole && seg_bracketed_end(x, h->seg) != VIEW_NONE && beside_above(x, &q)) {
			addresses_widen(x, likes[i].field);
			continue;
		}
		if (at_end && (h->whole || h->colon)) {
			bool right = beside_right(x, &q);
			any |= right;
			any |= !blank_right(x, &q) && beside_below(x, &q, right);
		}
		if (!any && (h->colon || x->caption[h->seg - x->seg0] == CAPTION) && h->whole >= !h->colon && q.sim >= LABEL_SURE && q.sim >= best)
			field_is_blank(x, likes[i].field, q.sim);
		addresses_widen(x, likes[i].field);
	}
}
