/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-column - which figure of a row a field wants (engine.md section 6, matrix cells):
 *
 *                     Three months ended      Six months ended
 *                        November 30,            November 30,
 *                       2024       2023         2024       2023
 *     Revenues        12,354     13,388       23,943     26,327
 *
 * Column heads are read upwards: words, years and dates; other figures are rows.
 */
#include "extract/field-private.h"

enum {
	HEAD_LINES = 60, HEAD_PARTS = 5, HEAD_GAP = 150, HEAD_WORDS = 12, /* lines looked through; parts of a head; percent of a type size between them; words kept */
	COST_OTHER = 300,   /* headed by the name of something else */
	COST_LIMIT = 200,   /* headed as a bound */
	COST_SHARE = 170,   /* "Restricted funds" beside "Total funds" */
	BONUS_NAMED = 60,   /* headed by the field's own name */
	COST_PERIOD = 160, COST_EARLIER = 180,
	COST_UNSAID = 60, COST_UNSAID_MOST = 180, /* a word of the field that another column's head says and this one's does not */
	COST_COUNT = 200,   /* a count beside an amount, an amount asked for */
	COST_YEAR = 1000, COST_NO_YEAR = 200, /* headed by another year than the name asks for, or by none */
	LIKES = 700, WORDS = 8, ROW_LETTERS = 5 /* least of words that are neither currency nor unit */
};

struct head { /* what stands above one figure */
	int months;  /* length of the period, 0 unknown */
	int year;    /* 0 unknown */
	int day;     /* month * 100 + day within the year, 0 unknown */
	int named;   /* best similarity of a part to the field */
	int said;    /* words of the head that the field's name or description has, too */
	bool other;  /* a part is a known label of something else */
	bool limit;  /* a part says that figures below are bounds */
	bool total;  /* a part says that figures below are sums of those beside them */
	uint32_t words[HEAD_WORDS], words_n; /* that say more than that */
};

bool seg_is_figure(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	if (x->caption && (x->caption[seg - x->seg0] == CAPTION || x->caption[seg - x->seg0] == CAPTION_UNDER))
		return false; /* "15. Mother's name" */
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = x->v->words[w].text;
		for (size_t i = 0; i < t.n; i++) {
			if (t.p[i] >= '0' && t.p[i] <= '9')
				return true;
			if ((t.p[i] >= 'a' && t.p[i] <= 'z') || (t.p[i] >= 'A' && t.p[i] <= 'Z' && t.n > 3))
				return false; /* words first: "June 30" */
		}
	}
	return false;
}

/* "9  Total income  9  71,204": the number of a line of a form, repeated before its box. */
bool seg_is_line_number(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg], *first = &x->v->segs[x->v->lines[g->line].seg];
	struct str n = x->v->words[first->word].text;
	return g != first && g->words == 1 && first->words >= 1 && str_digits(n) && word_is_box_number(n) && str_eq(n, x->v->words[g->word].text);
}

/* "Pension   92.14      Tax paid   543.40": do words begin another row of the line here? A currency or a unit does not. */
bool seg_begins_row(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	size_t letters = 0;
	if (seg_is_figure(x, seg))
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++)
			letters += ((x->v->words[w].text.p[i] | 32) >= 'a' && (x->v->words[w].text.p[i] | 32) <= 'z') || x->v->words[w].text.p[i] & 0x80;
	return letters >= ROW_LETTERS || (g->words > 1 && letters + 1 >= ROW_LETTERS);
}

static int number_of(struct str s)
{
	int v = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || v > 99999)
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return s.n ? v : -1;
}

static int year_of(struct str w)
{
	while (w.n && strchr(",.;*)", w.p[w.n - 1]))
		w.n--;
	int v = w.n == 4 ? number_of(w) : -1;
	return v >= 1900 && v <= 2100 ? v : 0;
}

/* "£", "£'000", "restated" behind a year: digits, if any, are noughts. */
static bool says_no_figure(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '1' && w.p[i] <= '9')
			return false;
	return true;
}

/* A line of no figures but years, perhaps with what they are counted in, heads columns. */
static bool is_year_seg(const struct fx *x, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint32_t years = 0, w = g->word;
		for (; w < g->word + g->words && (s == seg || seg_is_figure(x, s)); w++) {
			bool year = year_of(x->v->words[w].text) != 0;
			if (!year && !says_no_figure(x->v->words[w].text))
				return false;
			years += year;
		}
		if (w > g->word && !years)
			return false;
	}
	return true;
}

static bool has_date(const struct fx *x, uint32_t seg)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_DATE)
			return true;
	return false;
}

static const struct { const char *word; int number; } count_rows[] = {
	{ "three", 3 }, { "six", 6 }, { "nine", 9 }, { "twelve", 12 }, { "thirteen", 3 }, { "drei", 3 }, { "sechs", 6 },
	{ "neun", 9 }, { "zwölf", 12 }, { "trois", 3 }, { "neuf", 9 }, { "douze", 12 }, { "tres", 3 }, { "seis", 6 },
};

/* "Three months", "3 Months", "quarter", "year ended": months, 0 if the words name no period. */
static int months_of(struct fx *x, uint32_t word, uint32_t words)
{
	int count = 0;
	for (uint32_t w = word; w < word + words; w++) {
		struct str t = x->v->words[w].text;
		struct phrase *p = fx_word(x, w);
		for (size_t i = 0; i < sizeof count_rows / sizeof *count_rows; i++)
			if (str_eq_nocase(t, str_from(count_rows[i].word)))
				count = count_rows[i].number;
		if (number_of(t) > 0 && number_of(t) <= 12)
			count = number_of(t);
		if (phrase_has(*p, token_named(x->in, "month")) && count)
			return count;
		if (phrase_has(*p, token_named(x->in, "week")) && count)
			return 3;
		if (phrase_has(*p, token_named(x->in, "quarter")))
			return 3;
		if (phrase_has(*p, token_named(x->in, "year")) && !phrase_has(*p, token_named(x->in, "month")))
			return 12;
	}
	return 0;
}

/* "November 30," over a line of years: month * 100 + day, 0 if the words are none. */
static int month_day(const struct fx *x, uint32_t word, uint32_t end)
{
	static const struct { const char *start; int month; } rows[] = {
		{ "jan", 1 }, { "feb", 2 }, { "fév", 2 }, { "mar", 3 }, { "mär", 3 }, { "apr", 4 }, { "avr", 4 }, { "may", 5 },
		{ "mai", 5 }, { "jun", 6 }, { "juin", 6 }, { "jul", 7 }, { "juil", 7 }, { "aug", 8 }, { "août", 8 }, { "ago", 8 },
		{ "sep", 9 }, { "oct", 10 }, { "okt", 10 }, { "nov", 11 }, { "dec", 12 }, { "dez", 12 }, { "déc", 12 }, { "dic", 12 },
	};
	struct str w = x->v->words[word].text, n = word + 1 < end ? x->v->words[word + 1].text : STR("");
	while (n.n && strchr(",.", n.p[n.n - 1]))
		n.n--;
	int day = number_of(n);
	for (size_t i = 0; day > 0 && day <= 31 && i < sizeof rows / sizeof *rows; i++) {
		size_t len = strlen(rows[i].start);
		if (w.n >= len && str_eq_nocase((struct str){ w.p, len }, str_from(rows[i].start)))
			return rows[i].month * 100 + day;
	}
	return 0;
}

/* "of the three months ended June 30, 2024", "fat_per_100g": words that a column's head may say as well. */
struct asked {
	const struct plan_field *f;
	struct phrase description;
};

static int words_said(const struct fx *x, const struct asked *q, struct phrase part)
{
	int n = 0;
	for (size_t i = 0; i < part.n; i++)
		n += !(token_flags(x->in, part.tokens[i]) & TOKEN_LIGHT) &&
		     (phrase_has(q->f->name, part.tokens[i]) || phrase_has(q->description, part.tokens[i]));
	return n;
}

/* "Specification", "Reference range": what a figure may be, not what it is. */
static bool heads_limits(const struct fx *x, const struct plan_field *f, struct phrase p)
{
	static const char *const words[] = { "specification", "limit", "reference", "range", "minimum", "maximum", "tolerance", "target", "norm" };
	for (size_t i = 0; i < p.n; i++)
		if (TOKEN_ONE_OF(x, p.tokens[i], words) && !phrase_has(f->name, p.tokens[i]))
			return true;
	return false;
}

static void part_read(struct fx *x, const struct asked *q, uint32_t seg, struct head *h)
{
	const struct plan_field *f = q->f;
	const struct view_seg *g = &x->v->segs[seg];
	struct phrase p = fx_phrase(x, g->word, g->words);
	int sim = plan_alias_match(x->in, p, f->aliases, f->aliases_n);
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type == SPAN_DATE && s->canon.n == 10 && !h->day) {
			h->year = number_of((struct str){ s->canon.p, 4 });
			h->day = number_of((struct str){ s->canon.p + 5, 2 }) * 100 + number_of((struct str){ s->canon.p + 8, 2 });
		}
	}
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		h->year = h->year ? h->year : year_of(x->v->words[w].text);
		h->day = h->day ? h->day : month_day(x, w, g->word + g->words);
	}
	if (!h->months)
		h->months = months_of(x, g->word, g->words);
	h->named = sim > h->named ? sim : h->named;
	h->said += words_said(x, q, p);
	h->limit |= heads_limits(x, f, p);
	h->total |= phrase_has(p, token_named(x->in, "total"));
	for (size_t i = 0; i < p.n && h->words_n < HEAD_WORDS; i++)
		if (p.tokens[i] != token_named(x->in, "total") && !(token_flags(x->in, p.tokens[i]) & TOKEN_LIGHT))
			h->words[h->words_n++] = p.tokens[i];
	h->other |= sim < FIELD_LIKES && x->label_like[seg - x->seg0] >= 500 && !h->year && !h->months;
}

/* The segment of a line that stands over a figure, or all but: heads are centred, figures set to the right. */
static uint32_t seg_over(const struct fx *x, const struct view_line *line, const struct view_seg *g)
{
	uint32_t best = VIEW_NONE;
	int32_t near = x->em * 3 / 2;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		int32_t gap = box_gap_x(x->v->segs[s].box, g->box);
		if (gap < near) {
			near = gap;
			best = s;
		}
	}
	return best;
}

static struct head head_read(struct fx *x, const struct asked *q, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_page *page = &x->v->pages[g->page];
	struct head h = { 0 };
	int32_t low = 0;
	int parts = 0;
	for (uint32_t l = g->line; l-- > page->line && g->line - l <= HEAD_LINES && parts < HEAD_PARTS;) {
		const struct view_line *line = &x->v->lines[l];
		if (parts && low - line->box.y1 > HEAD_GAP * x->em / 100)
			break;
		uint32_t s = seg_over(x, line, g);
		if (s != VIEW_NONE) {
			const struct view_seg *c = &x->v->segs[s];
			if (seg_is_figure(x, s) && !is_year_seg(x, s) && !has_date(x, s)) {
				if (parts)
					return h; /* a row of the table above */
				continue;
			}
			if (c->words > WORDS || word_is_sign(x->v->words[c->word].text))
				continue;
			part_read(x, q, s, &h);
			low = line->box.y0;
			parts++;
		}
	}
	return h;
}

/* ---- what the field asks for */

static bool asks(const struct plan_field *f, const char *words)
{
	struct str d = f->node->description;
	size_t n = strlen(words);
	for (size_t i = 0; i + n <= d.n; i++)
		if (str_eq_nocase((struct str){ d.p + i, n }, str_from(words)))
			return true;
	return false;
}

/* Months of the period asked for: -1 the longest shown, 0 nothing said. */
static int months_asked(struct fx *x, const struct plan_field *f)
{
	if (asks(f, "year to date") || asks(f, "year-to-date") || asks(f, "ytd") || asks(f, "cumulative"))
		return -1;
	if (asks(f, "quarter") || phrase_has(f->name, token_named(x->in, "quarter")))
		return 3;
	if (asks(f, "fiscal year") || asks(f, "of the year") || asks(f, "for the year") || asks(f, "annual"))
		return 12;
	return 0;
}

static bool asks_earlier(struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "previous", "prior", "last", "earlier", "preceding" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return asks(f, "prior year") || asks(f, "previous year") ||
	       asks(f, "prior period") || asks(f, "year before");
}

/* Counts and amounts side by side: which of the figures have a fraction or a currency? */
static bool is_amount(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_MONEY)
			return true;
	struct str t = x->v->words[g->word + g->words - 1].text;
	while (t.n && strchr("-)*", t.p[t.n - 1]))
		t.n--;
	return t.n > 3 && (t.p[t.n - 3] == '.' || t.p[t.n - 3] == ',');
}

static void counts_weigh(const struct fx *x, const struct plan_field *f, const uint32_t *figures, uint32_t n, int *cost)
{
	uint32_t amounts = 0;
	for (uint32_t i = 0; i < n; i++)
		amounts += is_amount(x, figures[i]);
	for (uint32_t i = 0; i < n && f->type == VALUE_MONEY && amounts; i++)
		cost[i] += is_amount(x, figures[i]) ? 0 : COST_COUNT;
}

/* Does another column hold the totals of what this one is a part of? A word that both heads say tells, or a year that only theirs says. */
static bool is_share(const struct head *h, uint32_t n, uint32_t i)
{
	for (uint32_t k = 0; k < n && !h[i].total; k++)
		if (h[k].total && h[k].year && !h[i].year && h[i].words_n)
			return true;
	for (uint32_t k = 0; k < n && !h[i].total; k++)
		for (uint32_t w = 0; w < h[k].words_n && h[k].total; w++)
			if (phrase_has((struct phrase){ h[i].words, h[i].words_n }, h[k].words[w]))
				return true;
	return false;
}

static int64_t when(const struct head *h)
{
	return (int64_t)h->year * 10000 + h->day;
}

/* The latest of the year before the last one, or of the last one but earlier: "prior year" beside three years is none of the first. */
static int64_t when_before(const struct head *h, uint32_t n, int64_t last)
{
	int64_t year = 0, any = 0;
	for (uint32_t i = 0; i < n; i++) {
		int64_t w = h[i].year ? when(&h[i]) : 0;
		year = w / 10000 < last / 10000 && w > year ? w : year;
		any = w < last && w > any ? w : any;
	}
	return year ? year : any ? any : last;
}

bool columns_weigh(struct fx *x, uint32_t field, const uint32_t *figures, uint32_t n, int *cost)
{
	const struct plan_field *f = &x->plan->fields[field];
	struct head *h = ARENA_ARRAY(x->a, n, struct head);
	struct asked q = { f, f->node->description.n ? phrase_of(x->in, f->node->description) : (struct phrase){ 0 } };
	int longest = 0, said = 0, wanted = months_asked(x, f);
	int64_t last = 0, wants = 0;
	uint32_t saying = 0; /* columns whose heads say most */
	bool told = false, months = false, named = false, earlier = asks_earlier(x, f);
	for (uint32_t i = 0; h && i < n; i++) {
		h[i] = head_read(x, &q, figures[i]);
		said = h[i].said > said ? h[i].said : said;
		longest = h[i].months > longest ? h[i].months : longest;
		if (h[i].year && when(&h[i]) > last)
			last = when(&h[i]);
		months |= wanted > 0 && h[i].months == wanted;
		named |= h[i].named >= LIKES;
	}
	wants = earlier && h ? when_before(h, n, last) : last;
	for (uint32_t i = 0; h && i < n; i++)
		saying += h[i].said == said;
	for (uint32_t i = 0; i < n; i++) {
		cost[i] = 0;
		if (!h)
			continue;
		if (h[i].named >= LIKES)
			cost[i] -= BONUS_NAMED;
		else if (h[i].other || named)
			cost[i] += COST_OTHER;
		bool share = is_share(h, n, i);
		cost[i] += (h[i].limit ? COST_LIMIT : 0) + (share ? COST_SHARE : 0);
		if (wanted && h[i].months && longest && h[i].months != (wanted > 0 ? wanted : longest) && (months || wanted < 0))
			cost[i] += COST_PERIOD;
		if (f->year && h[i].year != f->year)
			cost[i] += h[i].year ? COST_YEAR : COST_NO_YEAR;
		else if (!f->year && h[i].year && when(&h[i]) != wants)
			cost[i] += COST_EARLIER;
		int unsaid = saying == 1 ? (said - h[i].said) * COST_UNSAID : 0; /* several say as much: nothing told */
		cost[i] += unsaid > COST_UNSAID_MOST ? COST_UNSAID_MOST : unsaid;
		told |= h[i].year || h[i].months || share || (said && saying == 1);
	}
	if (!said || saying != 1) /* a column that the name itself asks for may be without fractions */
		counts_weigh(x, f, figures, n, cost);
	return told;
}
