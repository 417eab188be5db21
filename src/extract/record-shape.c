/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-shape.h"

#include <stdlib.h>

#define LABEL_WORDS 4        /* most words before a colon that make a label */
#define ALIKE_PERCENT 60     /* units that two neighbouring blocks share */
#define BLOCK_WORDS 120      /* most words of a block: longer is text */
#define MODELS 4             /* records whose blocks others are held against */
#define LANES 8
#define LANE_LINES 2         /* lines with pieces of one kind side by side that make lanes */
#define LANE_PERCENT 70      /* of the words of lines that cards must have to be read as such */
#define TOLD_PERCENT 80      /* blocks of one piece that must come apart */

/* ---- signatures */

enum lead { LEAD_TEXT, LEAD_NUMBER, LEAD_DATE, LEAD_TIME, LEAD_MONEY, LEAD_PERCENT, LEAD_CONTACT, LEAD_LABEL };

static const struct { enum span_type type; enum lead lead; } lead_rows[] = {
	{ SPAN_DATE_RANGE, LEAD_DATE }, { SPAN_DATE, LEAD_DATE }, { SPAN_TIME, LEAD_TIME }, { SPAN_MONEY, LEAD_MONEY },
	{ SPAN_PERCENT, LEAD_PERCENT }, { SPAN_EMAIL, LEAD_CONTACT }, { SPAN_URL, LEAD_CONTACT }, { SPAN_PHONE, LEAD_CONTACT },
};

static uint64_t mix(uint64_t h, uint64_t v)
{
	return (h ^ v) * UINT64_C(0x100000001b3);
}

static uint64_t mix_text(uint64_t h, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = mix(h, (unsigned char)s.p[i]);
	return h;
}

/* "Location: Cork": the words up to the colon; 0 if there are none. */
static uint32_t label_words(const struct view *v, struct cell c)
{
	for (uint32_t w = 0; w < c.words && w < LABEL_WORDS; w++) {
		struct str t = v->words[c.word + w].text;
		if (str_has_digit(t))
			return 0;
		if (t.n > 1 && t.p[t.n - 1] == ':')
			return w + 1;
	}
	return 0;
}

struct cell shape_piece(const struct table_ctx *x, uint32_t seg)
{
	const struct view_seg *s = &x->v->segs[seg];
	bool bullet = s->words > 1 && (cell_read(x, s->word, 1) & CELL_BLANK);
	return (struct cell){ s->word + bullet, s->words - bullet };
}

/* How a piece begins, or what all of it is. */
static uint64_t lead_of(struct table_ctx *x, struct cell c)
{
	uint32_t seg = x->v->words[c.word].seg, label = label_words(x->v, c);
	uint64_t h = mix(0, LEAD_LABEL);
	for (uint32_t w = 0; w < label; w++)
		h = mix_text(h, x->v->words[c.word + w].text);
	if (label)
		return h;
	for (size_t r = 0; r < sizeof lead_rows / sizeof *lead_rows; r++)
		for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
			if (x->sp->items[i].type == lead_rows[r].type && x->sp->items[i].word == c.word)
				return lead_rows[r].lead;
	struct str first = x->v->words[c.word].text;
	if (first.n && (first.p[0] | 0x20) >= 'a' && (first.p[0] | 0x20) <= 'z')
		return LEAD_TEXT; /* no figure has letters: long texts are not read to say so */
	if (cell_read(x, c.word, 1) & CELL_YEAR)
		return LEAD_DATE;
	return cell_read(x, c.word, c.words) & CELL_NUMBER ? LEAD_NUMBER : LEAD_TEXT;
}

static uint64_t seg_sig(struct table_ctx *x, const struct view_seg *s)
{
	struct cell c = shape_piece(x, (uint32_t)(s - x->v->segs));
	uint64_t style = mix(mix(mix(0, s->size / 50), s->bold), x->v->words[s->word].color);
	return mix(mix(style, c.word != s->word), lead_of(x, c));
}

/* The same of pieces beside each other; the first decides, the others count. */
static uint64_t unit_sig(struct table_ctx *x, const struct unit *u, int32_t left)
{
	const struct view_seg *s = &x->v->segs[u->seg];
	int32_t indent = (s->box.x0 - left + x->em / 2) / x->em;
	return mix(mix(seg_sig(x, s), u->segs > 3 ? 3 : u->segs), (uint64_t)(indent < 0 ? 0 : indent > 15 ? 15 : indent));
}

/* ---- units */

struct units {
	struct unit *items;
	uint32_t n;
};

/* What a picture shows, in its author's words, is none of what is said. */
static bool line_is_said(const struct table_ctx *x, const struct view_line *l)
{
	const struct view_word *first = &x->v->words[l->word];
	return l->words && !(l->flags & VIEW_RUNNING) && !(first->flags & DOC_VERTICAL) && first->source != DOC_SOURCE_ATTRIBUTE && !line_is_drawn(x->v, l);
}

static bool line_is_free(const struct table_ctx *x, const struct view_line *l)
{
	if (!line_is_said(x, l))
		return false;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (x->role[w] != ROLE_NONE)
			return false;
	return true;
}

/* The left edge of the strip of lines, one below the other, that begins at line; *end: where it ends. */
static int32_t strip_left(const struct view *v, uint32_t line, uint32_t *end)
{
	int32_t left = INT32_MAX;
	uint32_t l = line;
	for (; l < v->lines_n && v->lines[l].page == v->lines[line].page && (l == line || v->lines[l].box.y0 >= v->lines[l - 1].box.y0); l++)
		if (v->lines[l].words && v->lines[l].box.x0 < left)
			left = v->lines[l].box.x0;
	*end = l;
	return left;
}

static bool units_of_lines(struct table_ctx *x, bool (*wanted)(const struct table_ctx *x, const struct view_line *l), struct units *u)
{
	const struct view *v = x->v;
	u->n = 0;
	u->items = ARENA_ARRAY(x->a, v->lines_n + 1, struct unit);
	for (uint32_t l = 0, end, strip = 0; u->items && l < v->lines_n; l = end, strip++) {
		int32_t left = strip_left(v, l, &end);
		for (uint32_t k = l; k < end; k++) {
			const struct view_line *vl = &v->lines[k];
			struct unit one = { .line = k, .seg = vl->seg, .segs = vl->segs, .lane = 0 };
			if (!wanted(x, vl))
				continue;
			one.sig = unit_sig(x, &one, left);
			u->items[u->n++] = one;
		}
	}
	return u->items != NULL;
}

/* ---- lanes: where cards stand side by side */

struct lanes {
	int32_t edge[LANES];
	uint32_t hits[LANES], n;
};

static bool line_is_abreast(struct table_ctx *x, const struct view_line *l)
{
	if (l->segs < 2 || l->segs > LANES || !line_is_free(x, l))
		return false;
	uint64_t sig = seg_sig(x, &x->v->segs[l->seg]);
	for (uint32_t s = 1; s < l->segs; s++)
		if (seg_sig(x, &x->v->segs[l->seg + s]) != sig)
			return false;
	return true;
}

static void lane_hit(struct lanes *la, int32_t at, int32_t slack)
{
	uint32_t i = 0;
	while (i < la->n && abs(la->edge[i] - at) > slack)
		i++;
	if (i == LANES)
		return;
	if (i == la->n) {
		la->edge[la->n++] = at;
		la->hits[i] = 0;
	}
	la->hits[i]++;
}

static int edge_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

static void lanes_read(struct table_ctx *x, const struct view_page *p, struct lanes *la)
{
	uint32_t n = 0;
	la->n = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		const struct view_line *vl = &x->v->lines[l];
		for (uint32_t s = 0; line_is_abreast(x, vl) && s < vl->segs; s++)
			lane_hit(la, x->v->segs[vl->seg + s].box.x0, x->em / 2);
	}
	for (uint32_t i = 0; i < la->n; i++)
		if (la->hits[i] >= LANE_LINES)
			la->edge[n++] = la->edge[i];
	la->n = n;
	qsort(la->edge, n, sizeof(*la->edge), edge_cmp);
}

/* The pieces that line l has in lane i. */
static struct unit lane_unit(const struct table_ctx *x, const struct lanes *la, uint32_t i, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	int32_t from = la->edge[i] - x->em / 2, to = i + 1 < la->n ? la->edge[i + 1] - x->em / 2 : INT32_MAX;
	struct unit u = { .line = line, .lane = i + 1 };
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		if (x->v->segs[s].box.x0 >= from && x->v->segs[s].box.x0 < to) {
			u.seg = u.segs ? u.seg : s;
			u.segs++;
		}
	return u;
}

/* Lane by lane down each page; pages without lanes have no units. */
static bool units_of_lanes(struct table_ctx *x, struct units *u)
{
	const struct view *v = x->v;
	u->n = 0;
	u->items = ARENA_ARRAY(x->a, v->segs_n + 1, struct unit);
	for (uint32_t p = 0; u->items && p < v->pages_n; p++) {
		struct lanes la;
		lanes_read(x, &v->pages[p], &la);
		for (uint32_t i = 0; la.n > 1 && i < la.n; i++)
			for (uint32_t l = v->pages[p].line; l < v->pages[p].line + v->pages[p].lines; l++) {
				struct unit one = line_is_free(x, &v->lines[l]) ? lane_unit(x, &la, i, l) : (struct unit){ 0 };
				if (!one.segs)
					continue;
				one.sig = unit_sig(x, &one, la.edge[i]);
				u->items[u->n++] = one;
			}
	}
	return u->items != NULL;
}

/* ---- blocks */

static uint32_t unit_words(const struct table_ctx *x, const struct unit *u)
{
	uint32_t n = 0;
	for (uint32_t s = u->seg; s < u->seg + u->segs; s++)
		n += x->v->segs[s].words;
	return n;
}

/* Units that blocks [a, a + an) and [b, b + bn) have in the same order, greedily. */
static uint32_t units_shared(const struct units *u, uint32_t a, uint32_t an, uint32_t b, uint32_t bn)
{
	uint32_t n = 0, k = b;
	for (uint32_t i = a; i < a + an; i++)
		for (uint32_t j = k; j < b + bn; j++)
			if (u->items[i].sig == u->items[j].sig) {
				n++;
				k = j + 1;
				break;
			}
	return n;
}

static bool blocks_alike(const struct units *u, uint32_t a, uint32_t an, uint32_t b, uint32_t bn)
{
	return units_shared(u, a, an, b, bn) * 100 >= (an > bn ? an : bn) * ALIKE_PERCENT;
}

/* Where the block that begins at unit i ends: at the next of its kind, at the end of its lane, or after a few; 0 if it is too long. */
static uint32_t block_end(const struct units *u, uint32_t i)
{
	for (uint32_t k = i + 1; k <= i + SHAPE_UNITS; k++)
		if (k == u->n || u->items[k].taken || u->items[k].lane != u->items[i].lane || u->items[k].sig == u->items[i].sig)
			return k;
	return 0;
}

struct stretch { /* blocks that follow each other */
	uint32_t from, n, units, end;
};

static bool begins_next(const struct units *u, uint32_t i, uint32_t k)
{
	return k < u->n && !u->items[k].taken && u->items[k].sig == u->items[i].sig;
}

/* Does the last block of a stretch look like those before it, cut to their length? *end moves back to that. */
static bool last_suits(const struct units *u, uint32_t before, uint32_t len, uint32_t i, uint32_t *end)
{
	uint32_t most = i + len < u->n ? i + len : u->n, k = i + 1;
	while (k < most && !u->items[k].taken && u->items[k].lane == u->items[i].lane)
		k++;
	while (k > i + 1 && !units_shared(u, before, len, k - 1, 1))
		k--;
	*end = k;
	return blocks_alike(u, before, len, i, k - i);
}

/* Blocks from unit i on, each begun by the signature of i. */
static struct stretch stretch_from(const struct units *u, uint32_t i)
{
	struct stretch s = { .from = i, .end = i };
	uint32_t before = i, len = 0;
	for (uint32_t at = i; at < u->n;) {
		uint32_t end = block_end(u, at);
		bool next = end && begins_next(u, at, end);
		if (!next && (!len || !last_suits(u, before, len, at, &end)))
			break;
		if (next && len && !blocks_alike(u, before, len, at, end - at))
			break;
		s.n++;
		s.units += end - at;
		s.end = end;
		if (!next)
			break;
		before = at;
		len = end - at;
		at = end;
	}
	return s;
}

/* Do p units from i on repeat a shorter cycle among themselves? */
static bool cycle_is_shorter(const struct units *u, uint32_t i, uint32_t p)
{
	for (uint32_t d = 1; d <= p / 2; d++) {
		uint32_t k = 0;
		while (p % d == 0 && k + d < p && u->items[i + k].sig == u->items[i + k + d].sig)
			k++;
		if (p % d == 0 && k + d == p)
			return true;
	}
	return false;
}

/* Blocks of p units each from unit i on, whatever their first is. */
static struct stretch stretch_of_period(const struct units *u, uint32_t i, uint32_t p)
{
	uint32_t k = i;
	while (k + p < u->n && u->items[k].sig == u->items[k + p].sig && !u->items[k].taken && !u->items[k + p].taken &&
	       u->items[k].lane == u->items[k + p].lane)
		k++;
	uint32_t n = k == i || cycle_is_shorter(u, i, p) ? 0 : (k - i + p) / p;
	return (struct stretch){ .from = i, .n = n, .units = n * p, .end = i + n * p };
}

/* ---- runs */

/* "March 2021 – founded", "Ann Lee | Chair": a piece that is two by a date in front or a sign inside. */
static bool piece_is_told(struct table_ctx *x, struct cell c)
{
	uint64_t lead = lead_of(x, c);
	if (c.words > 1 && (lead == LEAD_DATE || lead == LEAD_TIME))
		return !(cell_read(x, c.word, c.words) & (CELL_DATE | CELL_TIME | CELL_NUMBER));
	for (uint32_t w = c.word + 1; w + 1 < c.word + c.words; w++) {
		struct str t = x->v->words[w].text;
		if (str_eq_z(t, "–") || str_eq_z(t, "—") || str_eq_z(t, "|") || str_eq_z(t, "·") || str_eq_z(t, "•"))
			return true;
	}
	return false;
}

/* Blocks of several pieces, or of one that comes apart; no paragraphs. */
static bool stretch_is_records(struct table_ctx *x, const struct units *u, const struct stretch *s)
{
	uint32_t pieces = 0, told = 0, words = 0, prose = 0;
	for (uint32_t i = s->from; i < s->end; i++) {
		const struct unit *q = &u->items[i];
		pieces += q->segs;
		words += unit_words(x, q);
		told += q->segs == 1 && piece_is_told(x, shape_piece(x, q->seg));
		prose += (x->v->lines[q->line].flags & VIEW_PROSE) != 0;
	}
	if (words > s->n * BLOCK_WORDS || prose * 2 > s->units || (u->items[s->from].lane && s->units < 2 * s->n))
		return false;
	return s->n >= SHAPE_BLOCKS && (pieces >= 2 * s->n || told * 100 >= s->n * TOLD_PERCENT);
}

static bool stretch_better(const struct stretch *a, const struct stretch *b)
{
	return a->units != b->units ? a->units > b->units : a->n > b->n;
}

static void stretch_try(struct table_ctx *x, const struct units *u, struct stretch s, struct stretch *best)
{
	if (s.n >= SHAPE_BLOCKS && stretch_better(&s, best) && stretch_is_records(x, u, &s))
		*best = s;
}

/* The stretch with most units; n 0 if there is none. A stretch that begins inside one by the same kind is part of it. */
static struct stretch stretch_best(struct table_ctx *x, const struct units *u, uint8_t *inside)
{
	struct stretch best = { 0 };
	memset(inside, 0, u->n);
	for (uint32_t i = 0; i < u->n; i++) {
		if (u->items[i].taken)
			continue;
		if (!inside[i]) {
			struct stretch s = stretch_from(u, i);
			for (uint32_t k = i; k < s.end && s.n > 1; k++)
				inside[k] |= u->items[k].sig == u->items[i].sig;
			stretch_try(x, u, s, &best);
		}
		for (uint32_t p = 2; p <= SHAPE_UNITS; p++)
			if (!i || u->items[i - 1].taken || i + p - 1 >= u->n || u->items[i - 1].sig != u->items[i + p - 1].sig)
				stretch_try(x, u, stretch_of_period(u, i, p), &best);
	}
	return best;
}

/* The block that shares most with the others. */
static uint32_t model_of(const struct units *u, const struct shape_run *r)
{
	uint32_t best = 0, most = 0;
	for (uint32_t b = 0; b < r->n && b < 64; b++) {
		uint32_t n = 0;
		for (uint32_t k = 0; k < r->n && k < 64; k++)
			n += units_shared(u, r->from[b], r->len[b], r->from[k], r->len[k]);
		if (n > most) {
			most = n;
			best = b;
		}
	}
	return best;
}

/* Blocks of a stretch: by its first signature, or all of one length where that comes again inside. */
static bool run_take(struct table_ctx *x, struct units *u, const struct stretch *s, struct shape_run *r)
{
	uint32_t even = s->units / s->n;
	bool own = stretch_from(u, s->from).units >= s->units;
	*r = (struct shape_run){ .units = u->items, .from = ARENA_ARRAY(x->a, s->n, uint32_t), .len = ARENA_ARRAY(x->a, s->n, uint32_t) };
	if (!r->from || !r->len)
		return false;
	for (uint32_t at = s->from; at < s->end && r->n < s->n; r->n++) {
		uint32_t end = own ? block_end(u, at) : at + even;
		end = !end || end > s->end ? s->end : end;
		r->from[r->n] = at;
		r->len[r->n] = end - at;
		at = end;
	}
	for (uint32_t i = s->from; i < s->end; i++)
		r->words += unit_words(x, &u->items[i]);
	r->model = model_of(u, r);
	for (uint32_t i = s->from; i < s->end; i++)
		u->items[i].taken = true;
	return true;
}

static bool runs_of(struct table_ctx *x, struct units *u, struct shape_runs *out)
{
	uint8_t *inside = ARENA_ARRAY(x->a, u->n + 1, uint8_t);
	while (inside && out->n < SHAPE_RUNS) {
		struct stretch s = stretch_best(x, u, inside);
		if (!s.n)
			return true;
		if (!run_take(x, u, &s, &out->items[out->n]))
			return false;
		out->n++;
	}
	return inside != NULL;
}

static uint32_t runs_words(const struct shape_runs *r)
{
	uint32_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += r->items[i].words;
	return n;
}

bool shapes_find(struct table_ctx *x, struct shape_runs *out)
{
	struct shape_runs *cards = ARENA_NEW(x->a, struct shape_runs);
	struct units lines, lanes;
	out->n = 0;
	if (!cards || !units_of_lines(x, line_is_free, &lines) || !units_of_lanes(x, &lanes) || !runs_of(x, &lanes, cards) || !runs_of(x, &lines, out))
		return false;
	if (cards->n && runs_words(cards) * 100 >= runs_words(out) * LANE_PERCENT)
		*out = *cards;
	return true;
}

/* ---- blocks like those that are records */

/* The unit of a line; u->n if it has none. */
static uint32_t unit_at(const struct units *u, uint32_t line)
{
	uint32_t lo = 0, hi = u->n;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (u->items[mid].line < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < u->n && u->items[lo].line == line ? lo : u->n;
}

/* The heading above unit i that is set otherwise than blocks begin: they may be headings themselves. */
static uint32_t heading_above(struct table_ctx *x, const struct units *u, uint32_t i, uint64_t sig)
{
	while (i > 0 && (u->items[i - 1].sig == sig || !line_heads(x, u->items[i - 1].line)))
		i--;
	return i;
}

/* Pieces of a block of several lines, 0 if it is text or a line alone. */
static uint32_t block_pieces(const struct table_ctx *x, const struct units *u, uint32_t from, uint32_t n)
{
	uint32_t pieces = 0, words = 0;
	for (uint32_t i = from; i < from + n; i++) {
		pieces += u->items[i].segs;
		words += unit_words(x, &u->items[i]);
		if (x->v->lines[u->items[i].line].flags & VIEW_PROSE)
			return 0;
	}
	return n > 1 && words <= BLOCK_WORDS ? pieces : 0;
}

/* Does a block that nobody took begin at unit i, under the heading of the records and like the one of n units at model? */
static bool block_is_like(struct table_ctx *x, const struct units *u, uint32_t i, uint32_t model, uint32_t n)
{
	uint32_t len = 0;
	while (i + len < u->n && len < n && line_is_free(x, &x->v->lines[u->items[i + len].line]) && !(len && u->items[i + len].sig == u->items[model].sig))
		len++;
	return len > 1 && u->items[i].sig == u->items[model].sig && blocks_alike(u, model, n, i, len) && block_pieces(x, u, i, len) >= 2 &&
	       heading_above(x, u, i, u->items[i].sig) == heading_above(x, u, model, u->items[i].sig);
}

bool shapes_like(struct table_ctx *x, const struct records *r, uint32_t *like)
{
	struct units u;
	*like = 0;
	if (!units_of_lines(x, line_is_said, &u))
		return false;
	uint8_t *counted = ARENA_ARRAY(x->a, u.n + 1, uint8_t);
	for (size_t k = 0; counted && k < r->n && k < MODELS; k++) {
		uint32_t model = unit_at(&u, r->items[k].line), n = model < u.n ? block_end(&u, model) - model : 0;
		if (model == u.n || n > SHAPE_UNITS || block_pieces(x, &u, model, n) < 2)
			continue;
		for (uint32_t i = 0; i < u.n; i++)
			if (!counted[i] && u.items[i].sig == u.items[model].sig && block_is_like(x, &u, i, model, n)) {
				counted[i] = 1;
				++*like;
			}
	}
	return counted != NULL;
}
