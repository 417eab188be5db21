/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-when - dates by the words in front of them (when.def): "commencing on September 1,
 * 2023 and ending on August 31, 2024"; a range in a sentence gives both its ends.
 */
#include "extract/field-prose.h"

enum { NEAR = 4 /* words between what a date is called and the date */, COST_GAP = 20, CUE_REACH = 18 /* a cue's words, its gap and NEAR */, SIM_RANGE = 720, QUALITY = 950, COST_UNSAID = 110, DATE_REACH = 8, SIM_DATED = 800, SIM_MEETING = 760, ENOUGH = 880 };

static const struct {
	const char *names, *words;
	int sim;
} when_rows[] = {
#define WHEN(names, words, sim) { names, words, sim },
#define CLOCK(names, words, sim)
#include "extract/when.def"
#undef WHEN
#undef CLOCK
}, clock_rows[] = {
#define WHEN(names, words, sim)
#define CLOCK(names, words, sim) { names, words, sim },
#include "extract/when.def"
#undef WHEN
#undef CLOCK
};
enum { ROWS = sizeof when_rows / sizeof *when_rows, CLOCKS = sizeof clock_rows / sizeof *clock_rows };

static bool is_date(const struct plan_field *f)
{
	return f->type == VALUE_DATE || f->type == VALUE_DATETIME;
}

/* Lesser candidates of labels do not stop the search. */
static bool is_open(const struct fx *x, uint32_t field)
{
	return !x->cands[field].n || x->cands[field].items[0].score < ENOUGH;
}

static bool asks(struct fx *x, const struct plan_field *f, const char *names)
{
	struct str rest = str_from(names), word;
	while (rest.n) {
		rest = str_cut(rest, ' ', &word);
		struct phrase p = phrase_of_word(x->in, word);
		if (p.n && phrase_has(f->name, p.tokens[0]))
			return true;
		bool spelled = memchr(word.p, '_', word.n) != NULL; /* "check_in": as the name is written */
		for (size_t i = 0; spelled && i + word.n <= f->node->name.n; i++)
			if (str_eq_nocase((struct str){ f->node->name.p + i, word.n }, word))
				return true;
	}
	return false;
}

/* The date that begins at position i or a few words on, nothing but small words between; NULL if none. */
static const struct span *date_behind(struct fx *x, const struct sentence *s, uint32_t i, uint32_t *gap)
{
	for (*gap = 0; *gap < NEAR && i + *gap < s->n; ++*gap) {
		for (const struct span *p = NULL; (p = span_next(x, s->word[i + *gap], p)) != NULL;)
			if (p->type == SPAN_DATE && p->canon.n >= 7)
				return p;
		struct str w = text_at(x, s, i + *gap);
		if (w.n && strchr(".;:", w.p[w.n - 1]) && w.n > 3)
			return NULL;
	}
	return NULL;
}

/* What else the sentence and its heading say of the field counts for it: "the lease … commencing on"; if nothing does, it may be of another. */
static int said_besides(struct fx *x, const struct sentence *s, uint32_t field, const char *names)
{
	int share = evidence_share(x, s, field, names);
	return share ? share / 4 : -COST_UNSAID;
}

static void date_offer(struct fx *x, const struct sentence *s, uint32_t at, uint32_t field, const struct span *p, int sim)
{
	struct found v = span_words(x, p);
	clause_offer(x, s, at, field, v, sim, QUALITY, p);
}

static void row_search(struct fx *x, const struct sentence *s, const bool *near, size_t row)
{
	for (uint32_t i = 0; i < s->n; i++) {
		if (!near[i])
			continue;
		uint32_t gap, end = cue_at(x, s, i, when_rows[row].words);
		const struct span *p = end ? date_behind(x, s, end, &gap) : NULL;
		for (uint32_t f = 0; p && f < x->plan->fields_n; f++)
			if (is_date(&x->plan->fields[f]) && is_open(x, f) && asks(x, &x->plan->fields[f], when_rows[row].names))
				date_offer(x, s, i, f, p, when_rows[row].sim - COST_GAP * (int)gap + said_besides(x, s, f, when_rows[row].names));
	}
}

/* "from 9 to 20 September 2024" */
static void ranges_search(struct fx *x, const struct sentence *s)
{
	static const char *const starts = "start admission departure arrival from", *const ends = "end discharge return until";
	for (uint32_t i = 0; i < s->n; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			for (uint32_t f = 0; p->type == SPAN_DATE_RANGE && f < x->plan->fields_n; f++) {
				const struct plan_field *q = &x->plan->fields[f];
				struct region r = { .word = p->word, .end = p->word + p->words, .seg = x->v->words[p->word].seg, .skip = p->skip };
				struct plan_field side = *q;
				side.side = q->side ? q->side : asks(x, q, starts) ? SIDE_START : asks(x, q, ends) ? SIDE_END : SIDE_NONE;
				struct cand c = { 0 };
				if (is_date(q) && side.side && is_open(x, f) && value_pick(x, &side, &r, false, &c) && c.span && c.span->type == SPAN_DATE_RANGE)
					clause_offer(x, s, i, f, c.value, SIM_RANGE + said_besides(x, s, f, ""), QUALITY, c.span);
			}
}

/* ---- times of day */

static bool is_time(const struct plan_field *f)
{
	return f->type == VALUE_TIME || f->type == VALUE_TEXT;
}

/* Neither the paragraph nor the heading above it says a word of the object that the field is of. */
static bool scope_unsaid(struct fx *x, const struct sentence *s, const struct plan_field *f)
{
	uint32_t h = x->v->lines[x->v->words[s->word[0]].line].section;
	struct phrase head = h == VIEW_NONE || h < x->line0 || h >= x->line1 ? (struct phrase){ NULL, 0 } : fx_phrase(x, x->v->lines[h].word, x->v->lines[h].words);
	for (size_t k = 0; k < f->scope.n; k++) {
		for (size_t i = 0; i < head.n; i++)
			if (tokens_akin(x, f->scope.tokens[k], head.tokens[i]))
				return false;
		for (uint32_t i = 0; i < s->n; i++)
			for (size_t n = 0; n < fx_word(x, s->word[i])->n; n++)
				if (tokens_akin(x, f->scope.tokens[k], fx_word(x, s->word[i])->tokens[n]))
					return false;
	}
	return f->scope.n > 0;
}

static void clock_offer(struct fx *x, const struct sentence *s, uint32_t at, const struct span *p, const char *names, int sim)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *q = &x->plan->fields[f];
		bool named = asks(x, q, names) && (q->type == VALUE_TIME || q->name.n == 1 || asks(x, q, "time hour ora hora heure godzina uur"));
		struct found v = span_words(x, p);
		if (q->type == VALUE_TEXT)
			v.canon = (struct str){ 0 }; /* as printed */
		if (is_time(q) && named && is_open(x, f))
			clause_offer(x, s, at, f, v, sim - (scope_unsaid(x, s, q) ? COST_UNSAID : 0), QUALITY, p);
	}
}

/* A day with a time of day is that of what is reported. */
static void meeting_offer(struct fx *x, const struct sentence *s, uint32_t at, const struct span *d)
{
	static const char *const words[] = { "date", "meeting", "day", "session", "assembly", "incident", "event" };
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		if (is_date(&x->plan->fields[f]) && is_open(x, f) && NAME_WITHIN(x, &x->plan->fields[f], words))
			date_offer(x, s, at, f, d, SIM_MEETING);
}

static void clocks_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 1; i < s->n; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;) {
			if (p->type != SPAN_TIME)
				continue;
			for (size_t r = 0; r < CLOCKS; r++)
				for (uint32_t k = i > CUE_REACH ? i - CUE_REACH : 0; k < i; k++)
					if (cue_at(x, s, k, clock_rows[r].words) == i)
						clock_offer(x, s, k, p, clock_rows[r].names, clock_rows[r].sim);
			bool dated = false; /* "on 14 March 2026 at 18:30": when it begins */
			for (uint32_t k = i > DATE_REACH ? i - DATE_REACH : 0; k < i; k++)
				for (const struct span *d = NULL; (d = span_next(x, s->word[k], d)) != NULL;)
					if (d->type == SPAN_DATE && d->canon.n == 10 && k + d->words <= i) {
						dated = true;
						meeting_offer(x, s, k, d);
					}
			if (dated)
				clock_offer(x, s, i, p, "start begin beginning opening", SIM_DATED);
		}
}

/* Words that a date stands behind, near enough for a row. */
static bool near_dates(struct fx *x, const struct sentence *s, bool *near)
{
	bool any = false;
	for (uint32_t i = 0; i < s->n; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			for (uint32_t k = i > CUE_REACH ? i - CUE_REACH : 0; p->type == SPAN_DATE && k < i; k++)
				any = near[k] = true;
	return any;
}

void when_search(struct fx *x, const struct sentence *s)
{
	bool near[SENTENCE_WORDS] = { false }, asked = false;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		asked |= is_date(&x->plan->fields[f]) && is_open(x, f);
	if (!asked)
		return;
	bool any = near_dates(x, s, near);
	for (size_t r = 0; any && r < ROWS; r++)
		row_search(x, s, near, r);
	ranges_search(x, s);
}

void clock_search(struct fx *x, const struct sentence *s)
{
	bool asked = false;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		asked |= (is_time(&x->plan->fields[f]) || is_date(&x->plan->fields[f])) && is_open(x, f);
	if (asked)
		clocks_search(x, s);
}
