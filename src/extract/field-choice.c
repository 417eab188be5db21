/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-choice - answers given by ticking: options side by side or one below another, each with a box.
 *
 *      Smoker:   [ ] Yes  [x] No           the option that is ticked is the value of the label
 *      [x] Smoke detector                  a box by itself says yes or no to the words behind it
 *      Plan:  [ ] Morning                  below one another
 *             [x] Full day
 *
 * A box is a mark the parser found (doc_mark) or a sign among the words. What may as well be a bullet (•, ■, ○, ___)
 * counts only where ticked and empty ones stand in one line.
 */
#include "extract/field-private.h"
#include "extract/normalise.h"

enum { OPTION_WORDS = 8, OPTION_GAP = 2 /* ems between a box and its words */, GROUP_MAX = 24, STACK_EMS = 3, SIM_LISTED = 950, SIM_TICKED = 850, SIM_ASKED = 880, QUESTION_WORDS = 60 };

enum sign { SIGN_NONE, SIGN_OFF, SIGN_ON, SIGN_MAYBE_OFF, SIGN_MAYBE_ON };

/* Signs of boxes: Unicode, then what Wingdings and Wingdings 2 leave in the private area, then typewriters'. */
static const struct { const char *text; enum sign is; } signs[] = {
	{ "☐", SIGN_OFF }, { "▢", SIGN_OFF }, { "❏", SIGN_OFF }, { "❑", SIGN_OFF }, { "❒", SIGN_OFF }, { "◻", SIGN_OFF }, { "⬜", SIGN_OFF },
	{ "\xEF\x82\xA8", SIGN_OFF }, { "\xEF\x81\xAF", SIGN_OFF }, { "\xEF\x82\xA3", SIGN_OFF }, { "[]", SIGN_OFF }, { "()", SIGN_OFF },
	{ "☑", SIGN_ON }, { "☒", SIGN_ON }, { "⊠", SIGN_ON }, { "🗹", SIGN_ON }, { "🗷", SIGN_ON }, { "✅", SIGN_ON },
	{ "\xEF\x83\xBE", SIGN_ON }, { "\xEF\x83\xBD", SIGN_ON }, { "\xEF\x81\xB8", SIGN_ON }, { "\xEF\x81\x92", SIGN_ON }, { "\xEF\x81\x94", SIGN_ON },
	{ "[x]", SIGN_ON }, { "[X]", SIGN_ON }, { "(x)", SIGN_ON }, { "(X)", SIGN_ON }, { "[✓]", SIGN_ON }, { "[*]", SIGN_ON },
	{ "□", SIGN_MAYBE_OFF }, { "○", SIGN_MAYBE_OFF }, { "◯", SIGN_MAYBE_OFF }, { "❍", SIGN_MAYBE_OFF }, { "o", SIGN_MAYBE_OFF },
	{ "__", SIGN_MAYBE_OFF }, { "___", SIGN_MAYBE_OFF }, { "____", SIGN_MAYBE_OFF },
	{ "■", SIGN_MAYBE_ON }, { "◼", SIGN_MAYBE_ON }, { "●", SIGN_MAYBE_ON }, { "◉", SIGN_MAYBE_ON }, { "•", SIGN_MAYBE_ON }, { "✓", SIGN_MAYBE_ON },
	{ "✔", SIGN_MAYBE_ON }, { "✗", SIGN_MAYBE_ON }, { "✘", SIGN_MAYBE_ON }, { "_x_", SIGN_MAYBE_ON }, { "_X_", SIGN_MAYBE_ON },
	{ "X", SIGN_MAYBE_ON }, { "x", SIGN_MAYBE_ON },
};

struct option {
	const struct doc_mark *mark; /* or NULL: a sign among the words */
	struct doc_box box;
	uint32_t sign, signs;        /* words of the sign, signs 0 for a mark; the sign may be glued to its words */
	uint32_t word, words;        /* what the box is for; words 0: nothing */
	uint16_t skip;               /* bytes of a glued sign */
	enum sign is;
	bool on;
};

struct group { /* options of one question */
	struct option items[GROUP_MAX];
	size_t n;
	uint32_t label, labels;      /* words of the question, labels 0 = none */
	uint32_t page;
};

struct line_marks { struct option items[GROUP_MAX]; size_t n; };

/* Can a word begin with a sign? Most cannot, which is quickly seen. */
static bool may_be_sign(struct str w)
{
	return w.n && ((unsigned char)w.p[0] >= 0xE2 || strchr("[(_oxX", w.p[0]));
}

static enum sign sign_of(struct str w)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq(w, str_from(signs[i].text)))
			return signs[i].is;
	return SIGN_NONE;
}

/* A sign glued to its words: "☒Yes". Only signs that are nothing else. Returns its bytes. */
static uint16_t glued_sign(struct str w, enum sign *is)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs && signs[i].is <= SIGN_ON; i++) {
		struct str s = str_from(signs[i].text);
		if (w.n > s.n && str_starts(w, s)) {
			*is = signs[i].is;
			return (uint16_t)s.n;
		}
	}
	return 0;
}

/* ---- the boxes of a line */

static void option_put(struct line_marks *m, struct option o)
{
	size_t at = m->n;
	if (m->n == GROUP_MAX)
		return;
	for (; at && m->items[at - 1].box.x0 > o.box.x0; at--)
		m->items[at] = m->items[at - 1];
	o.on = o.is == SIGN_ON || o.is == SIGN_MAYBE_ON;
	m->items[at] = o;
	m->n++;
}

/* "[" and "]" are two words where a blank stands between. */
static uint32_t sign_words(const struct fx *x, uint32_t w, uint32_t end, enum sign *is)
{
	struct str t = x->v->words[w].text;
	*is = sign_of(t);
	if (*is != SIGN_NONE)
		return 1;
	if (w + 1 < end && ((str_eq_z(t, "[") && str_eq_z(x->v->words[w + 1].text, "]")) ||
			    (str_eq_z(t, "(") && str_eq_z(x->v->words[w + 1].text, ")")))) {
		*is = SIGN_OFF;
		return 2;
	}
	return 0;
}

static void line_signs(const struct fx *x, const struct view_line *l, struct line_marks *m)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct option o = { .sign = w };
		if (!may_be_sign(x->v->words[w].text))
			continue;
		o.signs = sign_words(x, w, l->word + l->words, &o.is);
		if (!o.signs) {
			o.skip = glued_sign(x->v->words[w].text, &o.is);
			o.signs = o.skip > 0;
		}
		if (!o.signs)
			continue;
		o.box = x->v->words[w].box;
		o.box.x1 = x->v->words[w + o.signs - 1].box.x1;
		option_put(m, o);
		w += o.signs - 1;
	}
}

static void line_drawn(const struct fx *x, const struct view_line *l, struct line_marks *m)
{
	const struct doc_page *p = x->v->pages[l->page].page;
	for (size_t i = 0; i < p->marks_n; i++) {
		struct doc_box b = p->marks[i].box;
		int32_t middle = (b.y0 + b.y1) / 2;
		if (middle > l->box.y0 && middle < l->box.y1)
			option_put(m, (struct option){ .mark = &p->marks[i], .box = b, .is = p->marks[i].on ? SIGN_ON : SIGN_OFF });
	}
}

/* What may be a bullet is a box only beside its opposite. */
static void bullets_drop(struct line_marks *m)
{
	bool on = false, off = false;
	size_t n = 0;
	for (size_t i = 0; i < m->n; i++) {
		on |= m->items[i].on;
		off |= !m->items[i].on;
	}
	for (size_t i = 0; i < m->n; i++)
		if (m->items[i].is <= SIGN_ON || (on && off))
			m->items[n++] = m->items[i];
	m->n = n;
}

/* ---- what a box is for */

static uint32_t word_right_of(const struct fx *x, const struct view_line *l, const struct option *o)
{
	if (o->signs)
		return o->skip ? o->sign : o->sign + o->signs;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (x->v->words[w].box.x0 >= o->box.x1 - x->em / 3)
			return w;
	return l->word + l->words;
}

/* Words between this box and the next one, as far as the segment of the first goes. */
static void words_behind(const struct fx *x, const struct view_line *l, struct option *o, const struct option *next)
{
	uint32_t w = word_right_of(x, l, o), end = l->word + l->words;
	if (w >= end || (!o->skip && x->v->words[w].box.x0 - o->box.x1 > OPTION_GAP * x->em))
		return;
	const struct view_seg *g = &x->v->segs[x->v->words[w].seg];
	uint32_t stop = g->word + g->words;
	o->word = w;
	while (w < stop && o->words < OPTION_WORDS && !(next && x->v->words[w].box.x0 >= next->box.x0 - x->em / 10)) {
		o->words++;
		w++;
	}
}

static struct str words_text(struct fx *x, const struct option *o, struct buf *b)
{
	struct found f = found_run(x, o->word, o->words);
	f.skip = o->skip;
	found_text(x->v, &f, b);
	struct str t = str_trim(buf_view(b));
	while (t.n && strchr(",;.:", t.p[t.n - 1]))
		t.n--;
	return t;
}

/* 1 or 0 where the words of an option are "yes" or "no", else -1. */
static int option_reads(struct fx *x, const struct option *o)
{
	struct buf b;
	buf_init(&b, 0);
	int is = o->words && o->words <= 2 ? boolean_read(x->in, words_text(x, o, &b)) : -1;
	buf_fini(&b);
	return is;
}

/*
 * "Yes [x]  No [ ]": the boxes stand behind their words. Nothing follows the last, and the words before the first say yes or no,
 * or fill the line up to the first box: "Accelerated filer [x]  Smaller company [ ]".
 */
static bool boxes_behind(struct fx *x, const struct view_line *l, const struct line_marks *m)
{
	const struct option *first = &m->items[0], *last = &m->items[m->n - 1];
	uint32_t w = word_right_of(x, l, first);
	struct option before = { .words = 1 };
	if (m->n < 2 || last->words || first->skip)
		return false;
	before.word = (first->signs ? first->sign : w) - 1;
	if ((first->signs ? first->sign : w) <= l->word) /* "… Yes | [ ] No [x]": a line may end between */
		return first->signs && l->word > x->word0 && x->v->segs[x->v->words[l->word - 1].seg].block == x->v->segs[l->seg].block && option_reads(x, &before) >= 0;
	bool few = before.word + 1 - l->word <= OPTION_WORDS && !word_ends_label(x->v->words[before.word].text);
	return option_reads(x, &before) >= 0 || few;
}

/* "Married: [x]  Smoker: [ ]": a colon stands before each box, and nothing behind the last. */
static bool boxes_answer(const struct fx *x, const struct view_line *l, const struct line_marks *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct option *o = &m->items[i];
		uint32_t w = o->signs ? o->sign : word_right_of(x, l, o);
		if (o->skip || w <= l->word || !str_ends(x->v->words[w - 1].text, STR(":")))
			return false;
	}
	return m->n >= 2 && !m->items[m->n - 1].words;
}

static void words_before(struct fx *x, const struct view_line *l, struct line_marks *m, bool all)
{
	for (size_t i = m->n; i-- > 0;) {
		struct option *o = &m->items[i];
		uint32_t end = o->signs ? o->sign : word_right_of(x, l, o), from = end ? end - 1 : 0;
		if (i || all) {
			const struct option *prev = i ? &m->items[i - 1] : NULL;
			uint32_t least = !prev ? l->word : prev->signs ? prev->sign + prev->signs : word_right_of(x, l, prev);
			while (from > least && end - from < OPTION_WORDS)
				from--;
		} else if (end) {
			struct option one = { .word = from, .words = 1 };
			from = option_reads(x, &one) >= 0 || end <= l->word ? from : l->word;
		}
		o->word = from;
		o->words = end > from ? end - from : 0;
	}
}

/* ---- questions */

/* Words of the line before w that no option took: the rest of the segment, or the segment to the left. */
static void label_left(const struct fx *x, const struct view_line *l, uint32_t least, uint32_t w, struct group *g)
{
	if (w <= least || w <= l->word)
		return;
	const struct view_seg *s = &x->v->segs[x->v->words[w - 1].seg];
	uint32_t from = s->word > least ? s->word : least;
	g->label = from;
	g->labels = w - from;
}

/* Where the words of an option begin: its sign, or what stands behind a mark. */
static uint32_t option_start(const struct fx *x, const struct view_line *l, const struct option *o)
{
	uint32_t w = o->signs ? o->sign : word_right_of(x, l, o);
	return o->words && o->word < w ? o->word : w;
}

static uint32_t option_end(const struct fx *x, const struct view_line *l, const struct option *o)
{
	uint32_t w = o->signs ? o->sign + o->signs : word_right_of(x, l, o);
	return o->words && o->word + o->words > w ? o->word + o->words : w;
}

/* The nearest line above that is no line of options, if it overlaps the first box and is not far. */
static void label_above(const struct fx *x, const struct view_line *l, struct group *g)
{
	uint32_t line = (uint32_t)(l - x->v->lines);
	if (line == x->line0 || x->v->lines[line - 1].page != l->page)
		return;
	const struct view_line *up = l - 1;
	if (l->box.y0 - up->box.y1 > STACK_EMS * x->em)
		return;
	for (uint32_t s = up->seg; s < up->seg + up->segs; s++) {
		const struct view_seg *k = &x->v->segs[s];
		if (k->box.x0 <= g->items[0].box.x1 && k->box.x1 >= g->items[0].box.x0) {
			g->label = k->word;
			g->labels = k->words;
		}
	}
}

/* Is there a ruled cell that has the box and not the words to its left? They are the neighbour's. */
static bool is_walled_off(const struct fx *x, const struct group *g)
{
	const struct view_page *p = &x->v->pages[g->page];
	struct doc_box o = g->items[0].box, w = x->v->words[g->label + g->labels - 1].box;
	int32_t ox = (o.x0 + o.x1) / 2, oy = (o.y0 + o.y1) / 2, wx = (w.x0 + w.x1) / 2;
	for (uint32_t i = p->cell; i < p->cell + p->cells; i++) {
		struct doc_box c = x->v->cells[i].box;
		if (ox > c.x0 && ox < c.x1 && oy > c.y0 && oy < c.y1 && wx < c.x0)
			return true;
	}
	return false;
}

/* Of a box alone in its cell the cell's own words are the question: those above it, if there are some. */
static void label_of_cell(const struct fx *x, const struct view_line *l, struct group *g)
{
	struct group above = *g;
	above.labels = 0;
	if (!g->labels || !is_walled_off(x, g))
		return;
	label_above(x, l, &above);
	if (above.labels && !is_walled_off(x, &above))
		*g = above;
}

/* ---- answers */

static void cand_tick(struct fx *x, uint32_t field, int sim, const struct group *g, struct cand c)
{
	c.sim = sim;
	c.geometry = c.quality = 1000;
	c.label = g->label;
	c.labels = g->labels;
	c.rel = REL_MARK;
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

static struct found box_found(struct fx *x, const struct group *g, const struct option *o)
{
	if (o->mark)
		return (struct found){ .mark = o->mark, .page = g->page };
	struct found f = found_run(x, o->sign, o->signs);
	if (o->skip)
		f.cut = (uint16_t)(x->v->words[o->sign].text.n - o->skip);
	return f;
}

/* The one that is ticked, or NULL for none or several. */
static const struct option *ticked(const struct group *g)
{
	const struct option *on = NULL;
	for (size_t i = 0; i < g->n; i++)
		if (g->items[i].on) {
			if (on)
				return NULL;
			on = &g->items[i];
		}
	return on;
}

static bool any_reads(struct fx *x, const struct group *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (option_reads(x, &g->items[i]) >= 0)
			return true;
	return false;
}

static void answer_words(struct fx *x, uint32_t field, int sim, const struct group *g, const struct option *o)
{
	struct region r = { .word = o->word, .end = o->word + o->words, .skip = o->skip, .seg = x->v->words[o->word].seg };
	struct cand c = { 0 };
	if (o->words && value_pick(x, &x->plan->fields[field], &r, false, &c))
		cand_tick(x, field, sim, g, c);
}

/* How many of the options are values the field may take. */
static size_t listed(struct fx *x, const struct plan_field *f, const struct group *g)
{
	size_t n = 0;
	for (size_t i = 0; i < g->n; i++) {
		struct buf b;
		buf_init(&b, 0);
		n += g->items[i].words && enum_score(x->in, f->node->enums, words_text(x, &g->items[i], &b)) >= 600;
		buf_fini(&b);
	}
	return n;
}

/* The question asks for a field: the ticked option, or the box itself where there is but one. */
static void answer_label(struct fx *x, const struct group *g)
{
	struct liking likes[8];
	size_t n = g->labels ? question_fields(x, g->label, g->labels, likes, 8) : 0;
	if (!n && g->labels)
		n = labels_match(x, fx_phrase(x, g->label, g->labels), likes, 8);
	const struct option *on = ticked(g);
	for (size_t i = 0; i < n; i++) {
		bool yes_no = x->plan->fields[likes[i].field].type == VALUE_BOOLEAN;
		if (yes_no && g->n == 1 && !g->items[0].words)
			cand_tick(x, likes[i].field, likes[i].sim, g, (struct cand){ .value = box_found(x, g, &g->items[0]) });
		else if (on && g->n > 1 && (!yes_no || any_reads(x, g)))
			answer_words(x, likes[i].field, likes[i].sim, g, on);
		else if (!on && g->n > 1)
			field_is_blank(x, likes[i].field, likes[i].sim);
	}
}

/* Options that are the values of an enumeration need no label. */
static void answer_listed(struct fx *x, const struct group *g)
{
	const struct option *on = ticked(g);
	for (uint32_t f = 0; g->n > 1 && f < x->plan->fields_n; f++) {
		if (x->plan->fields[f].type != VALUE_ENUM || listed(x, &x->plan->fields[f], g) < 2)
			continue;
		if (on)
			answer_words(x, f, SIM_LISTED, g, on);
		else
			field_is_blank(x, f, 1);
	}
}

/* "Filer category that is checked": what a description says of fields that boxes answer. */
static bool asks_ticked(struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "checked", "ticked", "selected", "marked", "check", "tick", "checkbox", "angekreuzt", "coché", "cochée", "marcada" };
	struct str rest = f->node->description, word;
	while (f->type == VALUE_TEXT && rest.n) {
		rest = str_cut(rest, ' ', &word);
		while (word.n && strchr(",.;:)", word.p[word.n - 1]))
			word.n--;
		if (STR_ONE_OF(word, words))
			return true;
	}
	return false;
}

static bool shares_word(const struct fx *x, struct phrase p, struct phrase name)
{
	for (size_t i = 0; i < p.n; i++)
		if (phrase_has(name, p.tokens[i]) && !(token_flags(x->in, p.tokens[i]) & TOKEN_STOP))
			return true;
	return false;
}

/* The ticked one of options that say a word of such a field's name needs no question: "[x] Accelerated filer" for filer_status. */
static void answer_ticked(struct fx *x, const struct group *g)
{
	for (uint32_t f = 0; g->n > 1 && f < x->plan->fields_n; f++)
		for (size_t i = 0; asks_ticked(x, &x->plan->fields[f]) && i < g->n; i++)
			if (g->items[i].on && g->items[i].words && shares_word(x, fx_phrase(x, g->items[i].word, g->items[i].words), x->plan->fields[f].name))
				answer_words(x, f, SIM_TICKED, g, &g->items[i]);
}

/* Where the question begins that runs over lines up to the label: behind the box before it, or the end of its block. */
static uint32_t question_from(const struct fx *x, const struct group *g)
{
	uint32_t from = g->label, block = x->v->segs[x->v->words[from].seg].block;
	while (from > x->word0 && g->label - from < QUESTION_WORDS && x->v->segs[x->v->words[from - 1].seg].block == block && sign_of(x->v->words[from - 1].text) == SIGN_NONE)
		from--;
	return from;
}

/*
 * Indicate by check mark if the registrant is a well-known seasoned issuer, as defined in Rule 405
 * of the Securities Act. Yes [ ] No [x]
 */
static void answer_asked(struct fx *x, const struct group *g)
{
	const struct option *on = ticked(g);
	uint32_t from = on && g->labels && g->n > 1 && any_reads(x, g) ? question_from(x, g) : x->word1;
	for (uint32_t f = 0; x->asked && from < g->label + g->labels && f < x->plan->fields_n; f++)
		if (x->plan->fields[f].type == VALUE_BOOLEAN && truth_asked(x, f, from, g->label + g->labels))
			answer_words(x, f, SIM_ASKED, g, on);
}

/* Words behind a box that name a boolean: "[x] Smoke detector". */
static void answer_boxes(struct fx *x, struct group *g)
{
	if (any_reads(x, g))
		return;
	for (size_t i = 0; i < g->n; i++) {
		const struct option *o = &g->items[i];
		struct liking likes[4];
		size_t n = o->words && !o->skip ? labels_match(x, fx_phrase(x, o->word, o->words), likes, 4) : 0;
		struct group own = { .label = o->word, .labels = o->words, .page = g->page };
		for (size_t k = 0; k < n; k++)
			if (x->plan->fields[likes[k].field].type == VALUE_BOOLEAN)
				cand_tick(x, likes[k].field, likes[k].sim, &own, (struct cand){ .value = box_found(x, &own, o) });
	}
}

/* Words of options left empty are no value of anything, where others are ticked or a question stands open. */
static void others_rule_out(struct fx *x, const struct group *g)
{
	for (size_t i = 0; g->n > 1 && (ticked(g) || g->labels) && i < g->n; i++) {
		const struct option *o = &g->items[i];
		for (uint32_t k = 0; !o->on && k < o->words; k++)
			x->unticked[o->word + k - x->word0] = 1;
		for (uint32_t k = 0; k < o->signs && !o->skip; k++)
			x->unticked[o->sign + k - x->word0] = 1;
	}
}

static void group_answer(struct fx *x, struct group *g, void *ctx)
{
	(void)ctx;
	others_rule_out(x, g);
	answer_label(x, g);
	answer_listed(x, g);
	answer_ticked(x, g);
	answer_asked(x, g);
	answer_boxes(x, g);
}

/* ---- lines */

struct walk { /* over the groups of a document */
	struct group g;
	void (*told)(struct fx *x, struct group *g, void *ctx); /* each that is complete */
	void *ctx;
};

static void walk_tell(struct fx *x, struct walk *k)
{
	if (k->g.n)
		k->told(x, &k->g, k->ctx);
	k->g.n = 0;
}

/* Does the line go on with options below those of the line before? */
static bool goes_on(const struct fx *x, const struct view_line *l, const struct line_marks *m, const struct group *g)
{
	return g->n && m->n == 1 && g->n < GROUP_MAX && g->page == l->page && g->items[g->n - 1].box.x0 - m->items[0].box.x0 < x->em &&
	       m->items[0].box.x0 - g->items[g->n - 1].box.x0 < x->em && m->items[0].box.y0 - g->items[g->n - 1].box.y1 < STACK_EMS * x->em &&
	       option_start(x, l, &m->items[0]) <= l->word + 1;
}

static void line_groups(struct fx *x, const struct view_line *l, const struct line_marks *m, struct walk *k)
{
	struct group *g = &k->g;
	uint32_t taken = l->word;
	for (size_t i = 0; i < m->n; i++) {
		const struct option *o = &m->items[i];
		uint32_t start = option_start(x, l, o);
		bool first = i == 0 && !goes_on(x, l, m, g);
		if (first || (i && start > taken)) { /* words between: the next question */
			walk_tell(x, k);
			*g = (struct group){ .page = l->page };
			label_left(x, l, taken, start, g);
		}
		if (g->n < GROUP_MAX)
			g->items[g->n++] = *o;
		if (g->n == 1 && !g->labels)
			label_above(x, l, g);
		if (g->n == 1)
			label_of_cell(x, l, g);
		taken = option_end(x, l, o);
	}
}

static void line_read(struct fx *x, const struct view_line *l, struct walk *k)
{
	struct line_marks m = { .n = 0 };
	line_signs(x, l, &m);
	line_drawn(x, l, &m);
	bullets_drop(&m);
	for (size_t i = 0; i < m.n; i++)
		words_behind(x, l, &m.items[i], i + 1 < m.n ? &m.items[i + 1] : NULL);
	if (m.n && (boxes_behind(x, l, &m) || boxes_answer(x, l, &m)))
		words_before(x, l, &m, boxes_answer(x, l, &m));
	line_groups(x, l, &m, k);
}

static void groups_walk(struct fx *x, struct walk *k)
{
	for (uint32_t l = x->line0; l < x->line1; l++)
		line_read(x, &x->v->lines[l], k);
	walk_tell(x, k);
}

void choices_search(struct fx *x)
{
	struct walk k = { .told = group_answer };
	groups_walk(x, &k);
}

/* ---- all that apply */

static void group_ticked(struct fx *x, struct group *g, void *ctx)
{
	struct ticked *t = ctx;
	uint32_t n = 0;
	while (n < g->labels && x->v->words[g->label + n].text.p[0] != '(') /* "(tick all that apply)" */
		n++;
	if (g->n < 2 || !n || t->asked || !t->asks(t->ctx, fx_phrase(x, g->label, n)))
		return;
	for (size_t i = 0; i < g->n; i++)
		if (!g->items[i].words)
			return; /* a bullet before a box */
	bool abreast = g->items[1].box.y0 < g->items[0].box.y1 && g->items[0].box.y0 < g->items[1].box.y1;
	for (size_t i = 0; i < g->n; i++)
		t->asked |= abreast || g->items[i].on; /* empty boxes one below another are for the reader to tick off: ingredients */
	for (size_t i = 0; i < g->n && t->n < TICKED_MOST; i++) {
		const struct option *o = &g->items[i];
		if (!o->on || !o->words)
			continue;
		t->items[t->n] = found_run(x, o->word, o->words);
		t->items[t->n++].skip = o->skip;
	}
}

void choices_ticked(struct fx *x, struct ticked *t)
{
	struct walk k = { .told = group_ticked, .ctx = t };
	groups_walk(x, &k);
}
