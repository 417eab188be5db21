/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

#define GROUP_LABEL 850  /* least similarity of a group's label */
#define GROUP_OVER_COLUMN 600 /* columns of less similar headers yield to labelled groups */
#define GROUP_AHEAD 3    /* a record follows a group header within so many rows */
#define GROUP_SCORE 700
#define TOTAL_WORDS 3    /* "Total", "Sum of": most words that name a sum beside what it adds up */

#define MOMENT_WORDS 4    /* most words of a time or day at the end of a heading */
#define GROUP_UNNAMED 560 /* no label, but only one property is left for it */
#define GROUP_PREFIX 550  /* a label without colon is not sure enough to outweigh a cell */

/* A column that is surely this property's; a weak header yields to a label that says it outright. */
static bool prop_has_column(const struct table *t, size_t p)
{
	for (size_t c = 0; c < t->cols_n; c++)
		if (t->cols[c].field == (int)p)
			return t->cols[c].score >= GROUP_OVER_COLUMN;
	return false;
}

/* Is a token one of the array's names, in one word? */
static bool token_names_array(const struct table *t, uint32_t token)
{
	const struct plan_array *a = t->props->array;
	for (size_t i = 0; i < a->aliases_n; i++)
		if (a->aliases[i].phrase.n == 1 && a->aliases[i].phrase.tokens[0] == token)
			return true;
	return false;
}

/* "Parcel no. 1" of "parcels": the property that is named "number" and nothing else; -1 if none is free, or the label says another thing. */
static int number_prop(const struct table_ctx *x, const struct table *t, struct phrase label)
{
	uint32_t number = token_named(x->in, "number");
	bool own = label.n >= 1 && label.n <= 2 && token_names_array(t, label.tokens[0]) && (label.n == 1 || label.tokens[1] == number);
	for (size_t p = 0; p < t->props->n && own; p++) {
		struct phrase name = t->props->items[p].field->name;
		if (t->props->items[p].child < 0 && name.n && name.tokens[name.n - 1] == number && (name.n == 1 || token_names_array(t, name.tokens[0])) &&
		    !prop_has_column(t, p))
			return (int)p;
	}
	return -1;
}

/* Free property whose alias the label says; -1 if none. */
static int label_prop(const struct table_ctx *x, const struct table *t, struct phrase label)
{
	int best = -1, sim = GROUP_LABEL - 1;
	for (size_t p = 0; p < t->props->n && label.n; p++) {
		const struct plan_field *f = t->props->items[p].field;
		if (prop_has_column(t, p))
			continue;
		int s = plan_alias_match(x->in, label, f->aliases, f->aliases_n);
		if (s > sim) {
			sim = s;
			best = (int)p;
		}
	}
	return best;
}

/* ---- label and value in a run of words */

struct pair {
	uint32_t label, label_n, value, value_n; /* word ids */
	uint16_t skip;                           /* colon in front of the value's first word */
};

static bool ends_with_colon(const struct view *v, uint32_t w)
{
	struct str s = v->words[w].text;
	return s.n && s.p[s.n - 1] == ':';
}

static bool starts_with_colon(const struct view *v, uint32_t w)
{
	struct str s = v->words[w].text;
	return s.n > 1 && s.p[0] == ':';
}

/* "Age Group :90-94", "Customer: Smith", "Customer:" and the next segment of the line. */
static bool pair_read(const struct view *v, uint32_t seg, struct pair *p)
{
	const struct view_seg *s = &v->segs[seg];
	uint32_t end = s->word + s->words;
	for (uint32_t w = s->word; w < end; w++) {
		bool before = ends_with_colon(v, w), inside = !before && w > s->word && starts_with_colon(v, w);
		if (!before && !inside)
			continue;
		*p = (struct pair){ .label = s->word, .label_n = w - s->word + before, .value = w + before,
				    .value_n = end - w - before, .skip = inside };
		if (!p->value_n) {
			const struct view_line *l = &v->lines[s->line];
			if (seg + 1 >= l->seg + l->segs)
				return false;
			p->value = v->segs[seg + 1].word;
			p->value_n = v->segs[seg + 1].words;
		}
		return p->label_n > 0;
	}
	return false;
}

static struct phrase run_phrase(struct table_ctx *x, uint32_t word, uint32_t n)
{
	uint32_t ids[16];
	uint32_t k = 0;
	for (; k < n && k < 16; k++)
		ids[k] = word + k;
	return words_phrase(x, ids, k);
}

static void group_set(struct table_ctx *x, struct group_state *g, size_t p, uint32_t word, uint32_t n, uint16_t skip, int score)
{
	uint32_t *words = ARENA_ARRAY(x->a, n, uint32_t);
	for (uint32_t i = 0; words && i < n; i++) {
		words[i] = word + i;
		x->role[words[i]] = ROLE_GROUP_HEADER;
	}
	if (!words)
		return;
	struct found f = found_make(x, g->props->items[p].field, words, n, score);
	if (f.words == words)
		f.skip = f.skip ? f.skip : skip;
	f.inherited = true;
	g->values[p] = f;
}

/* "Region North": a label without colon, then the value. */
static bool group_read_prefix(struct table_ctx *x, const struct table *t, uint32_t seg, struct group_state *g)
{
	const struct view_seg *s = &x->v->segs[seg];
	for (uint32_t n = s->words > 4 ? 4 : s->words - 1; n >= 1 && s->words > 1; n--) {
		int p = label_prop(x, t, run_phrase(x, s->word, n));
		struct str value = x->v->words[s->word + n].text;
		if (p < 0 && s->words == n + 1 && str_has_digit(value))
			p = number_prop(x, t, run_phrase(x, s->word, n));
		if (p < 0 || (value.p[0] >= 'a' && value.p[0] <= 'z') || p == label_prop(x, t, seg_phrase(x, seg)))
			continue; /* "Clubs and societies" has no label, or the whole of it is the label: "Titulaire du compte" */
		group_set(x, g, (size_t)p, s->word + n, s->words - n, 0, GROUP_PREFIX);
		return true;
	}
	return false;
}

/* ---- labels one after the other: "EAN 4006040002345, Origin: Italy" */

#define PART_LABEL 4 /* most words of such a label */

/* "Origin: Italy", "EAN 4006040002345": the property that words [from, end) begin with the label of, -1 if they do not. */
static int part_read(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t end, struct pair *p)
{
	uint32_t colon = from, n = end - from > PART_LABEL ? PART_LABEL : end - from - 1;
	while (colon < end && colon - from < PART_LABEL && !ends_with_colon(x->v, colon))
		colon++;
	bool has = colon < end && colon - from < PART_LABEL;
	for (n = has ? colon + 1 - from : n; n > 0 && from + n < end; n--) {
		int prop = has || str_has_digit(x->v->words[from + n].text) ? label_prop(x, t, run_phrase(x, from, n)) : -1;
		*p = (struct pair){ .label = from, .label_n = n, .value = from + n, .value_n = end - from - n };
		if (prop >= 0 || has)
			return prop;
	}
	return -1;
}

/* Where the part that begins at from ends: at a comma that a label follows. */
static uint32_t part_end(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t end)
{
	struct pair p;
	for (uint32_t w = from; w + 1 < end; w++) {
		struct str s = x->v->words[w].text;
		if (strchr(",;|", s.p[s.n - 1]) && part_read(x, t, w + 1, end, &p) >= 0)
			return w + 1;
	}
	return end;
}

/* Does the segment begin with a label that has no colon, or go on with another one? */
static bool seg_has_parts(struct table_ctx *x, const struct table *t, uint32_t seg)
{
	const struct view_seg *s = &x->v->segs[seg];
	struct pair p;
	uint32_t end = s->word + s->words, cut = part_end(x, t, s->word, end);
	return part_read(x, t, s->word, cut, &p) >= 0 && (cut < end || !ends_with_colon(x->v, p.value - 1));
}

static bool group_read_parts(struct table_ctx *x, const struct table *t, uint32_t seg, struct group_state *g)
{
	const struct view_seg *s = &x->v->segs[seg];
	struct pair p;
	if (!seg_has_parts(x, t, seg))
		return false;
	for (uint32_t from = s->word, end = s->word + s->words, cut; from < end; from = cut) {
		cut = part_end(x, t, from, end);
		int prop = part_read(x, t, from, cut, &p);
		bool sure = from > s->word || cut < end || ends_with_colon(x->v, p.value - 1); /* else a title: "Branches in 2024" */
		if (prop >= 0)
			group_set(x, g, (size_t)prop, p.value, p.value_n, 0, sure ? GROUP_SCORE : GROUP_PREFIX);
	}
	return true;
}

static bool group_read_seg(struct table_ctx *x, const struct table *t, uint32_t seg, struct group_state *g)
{
	struct pair pair;
	if (group_read_parts(x, t, seg, g))
		return true;
	if (!pair_read(x->v, seg, &pair))
		return false;
	int p = label_prop(x, t, run_phrase(x, pair.label, pair.label_n));
	if (p < 0)
		return false;
	group_set(x, g, (size_t)p, pair.value, pair.value_n, pair.skip, GROUP_SCORE);
	return true;
}

static bool prop_is_given(const struct table *t, size_t p)
{
	for (size_t c = 0; c < t->cols_n; c++)
		if (t->cols[c].field == (int)p)
			return true;
	return false;
}

/* sure: columns found without a header give their properties, too. */
static int only_free_text(const struct table *t, bool sure)
{
	int free = -1, n = 0;
	for (size_t p = 0; p < t->props->n; p++) {
		uint32_t wants = type_wants(t->props->items[p].field->type);
		if (t->props->items[p].child >= 0 || (sure ? prop_is_given(t, p) : prop_has_column(t, p)) || (wants && !(wants & CELL_TEXT)))
			continue;
		free = (int)p;
		n++;
	}
	return n == 1 ? free : -1;
}

/* Of several texts that no column gives the only one that is named as groups are; -1 if there is none. */
static int only_free_group(const struct table_ctx *x, const struct table *t)
{
	int free = -1, n = 0;
	for (size_t p = 0; p < t->props->n; p++) {
		uint32_t wants = type_wants(t->props->items[p].field->type);
		if (t->props->items[p].child >= 0 || prop_is_given(t, p) || (wants && !(wants & CELL_TEXT)) || !field_is_group(x, t->props->items[p].field))
			continue;
		free = (int)p;
		n++;
	}
	return n == 1 ? free : -1;
}

static enum value_type type_of_day(enum value_type t)
{
	return t == VALUE_DATETIME ? VALUE_DATE : t;
}

/* The only property of a type that no column gives, -1 if there are none or several. */
static int only_free_type(const struct table *t, enum value_type type)
{
	int free = -1, n = 0;
	for (size_t p = 0; p < t->props->n; p++) {
		if (t->props->items[p].child >= 0 || prop_is_given(t, p) || type_of_day(t->props->items[p].field->type) != type)
			continue;
		free = (int)p;
		n++;
	}
	return n == 1 ? free : -1;
}

/* What the words above a group of records are: the date of all of them, or the text that is left over. */
static int whole_prop(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t end, bool heading)
{
	const struct span *date = cell_span(x, VALUE_DATE, from, end - from);
	int p = date && date->words * 2 >= end - from ? only_free_type(t, VALUE_DATE) : -1;
	p = p >= 0 ? p : only_free_text(t, heading);
	return p >= 0 || !(cell_read(x, from, 1) & CELL_TEXT) ? p : only_free_group(x, t);
}

/* Words [from, end) of a heading without what stands for a bullet or a rule at its ends. */
static void group_read_words(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t end, struct group_state *g, bool heading)
{
	while (from < end && (cell_read(x, from, 1) & CELL_BLANK))
		from++;
	while (end > from && (cell_read(x, end - 1, 1) & CELL_BLANK))
		end--;
	int p = end > from ? whole_prop(x, t, from, end, heading) : -1;
	if (p >= 0 && g->values[p].score < GROUP_SCORE) /* what a label said holds until a label says otherwise */
		group_set(x, g, (size_t)p, from, end - from, 0, GROUP_UNNAMED);
}

/* "Final A – 14:05": the time or the day at the end of a heading is the property that is asked for as such. The end of the rest. */
static uint32_t group_take_moment(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t end, struct group_state *g)
{
	static const enum value_type types[] = { VALUE_TIME, VALUE_DATE };
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		int p = only_free_type(t, types[i]);
		for (uint32_t n = 1; p >= 0 && n <= MOMENT_WORDS && from + n < end; n++) {
			const struct span *s = cell_span(x, types[i], end - n, n);
			if (!s || s->word != end - n || s->words != n || (types[i] == VALUE_DATE && s->canon.n < 10))
				continue;
			group_set(x, g, (size_t)p, end - n, n, 0, GROUP_SCORE);
			end -= n;
			while (end > from + 1 && (cell_read(x, end - 1, 1) & CELL_BLANK))
				end--;
			break;
		}
	}
	return end;
}

/* ---- a number and a name: "Section A – Preliminaries", "Account 401000 Suppliers", "2   Masonry" */

#define NUMBER_LABEL 2 /* most words in front of the number */
#define LETTERS_MOST 4 /* of a number in letters: "B", "VIII" */

/* The only property of an identifier that no column gives, -1 if there are none or several. */
static int only_free_id(const struct table *t)
{
	int free = -1, n = 0;
	for (size_t p = 0; p < t->props->n; p++) {
		if (t->props->items[p].child >= 0 || prop_has_column(t, p) || t->props->items[p].field->type != VALUE_ID)
			continue;
		free = (int)p;
		n++;
	}
	return n == 1 ? free : -1;
}

/* The text that a heading's name goes to: the only one that no column gives, or of several the only one called a name or title. */
static int heading_text(const struct table_ctx *x, const struct table *t)
{
	static const char *const names[] = { "name", "title", "description" };
	int free = only_free_text(t, true), n = 0;
	for (size_t p = 0; (free < 0 || n) && p < t->props->n; p++) {
		const struct plan_field *f = t->props->items[p].field;
		if (t->props->items[p].child >= 0 || prop_is_given(t, p) || f->type != VALUE_TEXT)
			continue;
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			if (phrase_has(f->name, token_named(x->in, names[k]))) {
				free = n++ ? -1 : (int)p;
				break;
			}
		if (n > 1)
			return -1;
	}
	return free;
}

/* "401000", "A", "IV": bytes of the sign behind it in *cut. */
static bool word_is_number(struct table_ctx *x, uint32_t word, bool labelled, uint16_t *cut)
{
	struct str s = x->v->words[word].text;
	*cut = s.n > 1 && strchr(":.)", s.p[s.n - 1]) ? 1 : 0;
	s.n -= *cut;
	if (str_has_digit(s))
		return !(cell_read(x, word, 1) & (CELL_YEAR | CELL_DATE | CELL_TIME | CELL_MONEY | CELL_PERCENT | CELL_DECIMAL)) || (!*cut && !labelled && s.n < 4);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z' || (s.n > 1 && !strchr("IVXLC", s.p[i])))
			return false;
	return labelled && s.n <= LETTERS_MOST;
}

/* Does the array's name stand in front of the number? */
static bool label_names_array(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t n)
{
	struct phrase p = run_phrase(x, from, n);
	for (size_t i = 0; i < p.n; i++)
		if (token_names_array(t, p.tokens[i]))
			return true;
	return false;
}

/*
 * The number goes to the identifier, the name to the text that no column gives. Where no number is asked for, what stands
 * behind one under the array's own name is the name.
 */
static bool group_read_numbered(struct table_ctx *x, const struct table *t, uint32_t line, struct group_state *g)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t at = l->word, end = l->word + l->words, name;
	int id = only_free_id(t), text = heading_text(x, t);
	uint16_t cut = 0;
	while (at < end && at - l->word < NUMBER_LABEL && !word_is_number(x, at, at > l->word, &cut)) {
		if (ends_with_colon(x->v, at) || !(cell_read(x, at, 1) & CELL_TEXT))
			return false;
		at++;
	}
	if (text < 0 || at >= end || !word_is_number(x, at, at > l->word, &cut))
		return false;
	for (name = at + 1; name < end && (cell_read(x, name, 1) & CELL_BLANK);)
		name++;
	if (name == end || !(cell_read(x, name, 1) & (CELL_TEXT | CELL_SHORT)) || (id < 0 && !(at > l->word && label_names_array(x, t, l->word, at - l->word))))
		return false;
	if (id >= 0) {
		group_set(x, g, (size_t)id, at, 1, 0, GROUP_SCORE);
		g->values[id].cut = cut;
	}
	end = group_take_moment(x, t, name, end, g);
	group_set(x, g, (size_t)text, name, end - name, 0, GROUP_SCORE);
	return true;
}

static void group_read_whole(struct table_ctx *x, const struct table *t, uint32_t line, struct group_state *g, bool heading)
{
	const struct view_line *l = &x->v->lines[line];
	group_read_words(x, t, l->word, l->word + l->words, g, heading);
}

/* "Round 1 – 8 September": the moment at the end by itself, what stands before it whole. */
static bool group_read_dated(struct table_ctx *x, const struct table *t, uint32_t line, struct group_state *g)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t end = l->segs == 1 && l->words > 2 ? group_take_moment(x, t, l->word, l->word + l->words, g) : l->word + l->words;
	if (end == l->word + l->words || ends_with_colon(x->v, end - 1))
		return false;
	group_read_words(x, t, l->word, end, g, true);
	return true;
}

/* "Round 1 – 8 September" of { round, date }: the words before the date say what is asked for as a text, so they are it. */
static bool dated_name(struct table_ctx *x, const struct table *t, const struct view_line *l)
{
	const struct span *date = l->segs == 1 && l->words > 2 ? cell_span(x, VALUE_DATE, l->word, l->words) : NULL;
	uint32_t n = date ? date->word - l->word : 0;
	while (n > 0 && (cell_read(x, l->word + n - 1, 1) & CELL_BLANK))
		n--;
	if (!n || date->word + date->words < l->word + l->words || only_free_type(t, VALUE_DATE) < 0)
		return false;
	int p = label_prop(x, t, run_phrase(x, l->word, n));
	if (p < 0 && n > 1 && str_has_digit(x->v->words[l->word + n - 1].text))
		p = label_prop(x, t, run_phrase(x, l->word, n - 1));
	return p >= 0 && t->props->items[p].field->type == VALUE_TEXT;
}

void groups_read(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t to, struct group_state *g)
{
	for (uint32_t l = from; l < to; l++) {
		const struct view_line *vl = &x->v->lines[l];
		bool any = false;
		if ((l + 1 == to || line_heads(x, l)) && group_read_numbered(x, t, l, g))
			continue;
		if (dated_name(x, t, vl) && group_read_dated(x, t, l, g))
			continue;
		for (uint32_t s = vl->seg; s < vl->seg + vl->segs; s++)
			any |= group_read_seg(x, t, s, g);
		for (uint32_t s = vl->seg; s < vl->seg + vl->segs && !any; s++)
			any |= group_read_prefix(x, t, s, g);
	}
}

static bool lines_say_same(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	uint32_t w = 0;
	while (w < a->words && a->words == b->words && str_eq(v->words[a->word + w].text, v->words[b->word + w].text))
		w++;
	return w == a->words && a->words == b->words;
}

#define CAPTION_WORDS 5
#define CAPTIONED_LEAST 3 /* parts under plain captions */

/* A few words right above a line, set like the text: "Fall 2019". */
static bool caption_over(const struct table_ctx *x, uint32_t line, uint32_t *head)
{
	const struct view *v = x->v;
	if (line == v->pages[v->lines[line].page].line)
		return false;
	const struct view_line *l = &v->lines[line - 1];
	struct str last = l->words ? v->words[l->word + l->words - 1].text : STR("");
	*head = line - 1;
	return l->segs == 1 && l->words <= CAPTION_WORDS && !(l->flags & (VIEW_RUNNING | VIEW_PROSE)) && !strchr(".,;:", last.p[last.n - 1]) &&
	       !line_is_drawn(v, l);
}

/* Parts of one table, each under a heading of its own: what stands above each part holds for its records. */
bool parts_are_headed(const struct table_ctx *x, struct table *const *parts, size_t n)
{
	bool differ = false;
	uint32_t first = 0, line;
	for (size_t i = 0; i < n; i++) {
		if (!(heading_over(x, parts[i]->line, &line) || (n >= CAPTIONED_LEAST && caption_over(x, parts[i]->line, &line))) || (i && line <= parts[i - 1]->last_line && parts[i]->page == parts[i - 1]->page))
			return false;
		if (!i)
			first = line;
		differ |= !lines_say_same(x->v, &x->v->lines[line], &x->v->lines[first]);
	}
	return differ;
}

bool groups_are_headed(const struct table_ctx *x, const struct table *t, uint32_t first)
{
	uint32_t head;
	if (!heading_over(x, first, &head))
		return false;
	for (size_t i = 0; i < t->rows_n; i++)
		if (t->rows[i].role == ROW_GROUP && heads_alike(x->v, head, t->rows[i].line))
			return true;
	return false;
}

void group_read_heading(struct table_ctx *x, const struct table *t, uint32_t head, struct group_state *g)
{
	uint32_t line;
	if ((heading_over(x, head, &line) || caption_over(x, head, &line)) && !group_read_numbered(x, t, line, g) && !group_read_dated(x, t, line, g))
		group_read_whole(x, t, line, g, true);
}

void group_read_row(struct table_ctx *x, const struct table *t, const struct row *r, struct group_state *g)
{
	bool any = false;
	const struct view_line *l = &x->v->lines[r->line];
	if (group_read_numbered(x, t, r->line, g) || group_read_dated(x, t, r->line, g))
		return;
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		any |= group_read_seg(x, t, s, g);
	any = any || group_read_prefix(x, t, l->seg, g);
	if (!any)
		group_read_whole(x, t, r->line, g, false);
}

/* ---- which rows are group headers */

static bool word_is_bold(const struct view *v, uint32_t w)
{
	return v->words[w].flags & DOC_BOLD;
}

static bool row_is_bold(const struct view *v, const struct row *r, const struct table *t)
{
	for (size_t c = 0; c < t->cols_n; c++)
		for (uint32_t w = 0; w < r->cells[c].words; w++)
			if (!word_is_bold(v, r->cells[c].word + w))
				return false;
	return true;
}

/* The same of what stands behind the first cell. */
static bool row_is_bold_but_number(const struct view *v, const struct row *r)
{
	const struct cell *c = &r->cells[__builtin_ctzll(r->fill & (r->fill - 1))];
	for (uint32_t w = c->word; w < c->word + c->words; w++)
		if (!word_is_bold(v, w))
			return false;
	return true;
}

static bool records_are_bold(const struct view *v, const struct table *t)
{
	uint32_t bold = 0, n = 0;
	for (size_t i = 0; i < t->rows_n && n < 64; i++) {
		const struct row *r = &t->rows[i];
		if (!r->record || !r->fill)
			continue;
		n++;
		bold += word_is_bold(v, r->cells[__builtin_ctzll(r->fill)].word);
	}
	return bold * 10 > n * 3;
}

/* A run of text that reaches over its column's border, with nothing else on the line. */
static bool row_spans(const struct table_ctx *x, const struct table *t, const struct row *r)
{
	const struct view_line *l = &x->v->lines[r->line];
	if (bits64(r->fill) != 1 || t->cols_n < 2)
		return false;
	size_t at = (size_t)__builtin_ctzll(r->fill), next = at + 1;
	const struct column *c = &t->cols[at];
	const struct cell *cell = &r->cells[at];
	while (next < t->cols_n && !t->cols[next].filled)
		next++; /* room to run into */
	int32_t border = next < t->cols_n ? t->cols[next].x0 : INT32_MAX / 2;
	int32_t x0 = x->v->words[cell->word].box.x0, x1 = x->v->words[cell->word + cell->words - 1].box.x1;
	return l->segs == 1 && (x1 > border + x->em / 2 || x0 < c->x0 - x->em / 2);
}

/* The leftmost column that most records fill. */
static int lead_column(const struct table *t)
{
	uint32_t records = 0, filled[TABLE_COLS] = { 0 };
	for (size_t i = 0; i < t->rows_n && records < 64; i++) {
		records += t->rows[i].record;
		for (size_t c = 0; c < t->cols_n && t->rows[i].record; c++)
			filled[c] += t->rows[i].fill >> c & 1;
	}
	for (size_t c = 0; c < t->cols_n; c++)
		if (filled[c] * 10 >= records * 6)
			return (int)c;
	return 0;
}

static bool row_is_labelled(struct table_ctx *x, const struct table *t, const struct row *r)
{
	const struct view_line *l = &x->v->lines[r->line];
	struct pair pair;
	if (!r->fill || __builtin_ctzll(r->fill) > lead_column(t))
		return false; /* labels inside a record's text are its own */
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		if ((pair_read(x->v, s, &pair) && label_prop(x, t, run_phrase(x, pair.label, pair.label_n)) >= 0) || seg_has_parts(x, t, s))
			return true;
	return false;
}

/* A heading or date that runs over the cells of the row. */
static bool row_heads(const struct table_ctx *x, const struct row *r)
{
	const struct view_line *l = &x->v->lines[r->line];
	struct pair pair;
	bool item = ends_with_colon(x->v, l->word + l->words - 1) || (cell_read(x, l->word, 1) & CELL_BLANK) || pair_read(x->v, l->seg, &pair);
	return !item && line_heads(x, r->line) && (bits64(r->fill) > 1 || cell_span(x, VALUE_DATE, l->word, l->words));
}

/*
 * A row between two rules whose one cell stands where records begin, right above a record, among records of several cells.
 * A code among codes is a record that lacks the rest.
 */
static bool row_is_ruled_head(const struct table_ctx *x, const struct table *t, size_t row)
{
	const struct row *r = &t->rows[row], *next = r + 1;
	int lead = lead_column(t);
	if (bits64(r->fill) != 1 || row + 1 == t->rows_n || !r->rule_above || !next->rule_above || !next->record)
		return false;
	return __builtin_ctzll(r->fill) == lead && bits64(next->fill) >= 3 && !(cell_read(x, r->cells[lead].word, r->cells[lead].words) & (CELL_CODE | CELL_BLANK));
}

static bool cell_says(const struct view *v, const struct cell *c, struct str word)
{
	for (uint32_t w = c->word; w < c->word + c->words; w++)
		if (str_eq_nocase(v->words[w].text, word))
			return true;
	return false;
}

/*
 *   Expenses                  the one cell of a row, right above a record; the next sum names it again
 *   Insurance         1,890
 *   Total expenses    1,890
 */
static bool row_is_summed(const struct table_ctx *x, const struct table *t, size_t row)
{
	const struct row *r = &t->rows[row];
	size_t sum = row + 1;
	if (bits64(r->fill) != 1 || sum == t->rows_n || !r[1].record)
		return false;
	while (sum < t->rows_n && t->rows[sum].role != ROW_TOTAL)
		sum++;
	const struct cell *own = &r->cells[__builtin_ctzll(r->fill)], *name = sum < t->rows_n && t->rows[sum].fill ? &t->rows[sum].cells[__builtin_ctzll(t->rows[sum].fill)] : NULL;
	if (!name || name->words <= own->words || name->words > own->words + TOTAL_WORDS)
		return false;
	for (uint32_t w = own->word; w < own->word + own->words; w++)
		if (!cell_says(x->v, name, x->v->words[w].text))
			return false;
	return true;
}

static bool record_ahead(const struct table *t, size_t row)
{
	for (size_t i = row + 1, n = 0; i < t->rows_n && n < GROUP_AHEAD; i++, n++)
		if (t->rows[i].record)
			return true;
	return false;
}

/* "1  Earthworks", bold: a number where records begin with theirs, a title, and none of their other figures. */
static bool row_is_numbered_title(const struct table_ctx *x, const struct table *t, const struct row *r)
{
	return bits64(t->keys) >= 3 && r->typed == (r->fill & -r->fill) && bits64(r->fill) == 2 && row_is_bold_but_number(x->v, r);
}

/*
 * The same set like the records, where these hold rows of their own: a number and a name and nothing else, right above a row
 * that has most figures, and the first of the table.
 */
static void groups_mark_numbered(const struct table_ctx *x, struct table *t)
{
	size_t first = 0;
	if (!t->props->array->children_n || only_free_id(t) < 0 || heading_text(x, t) < 0 || bits64(t->keys) < 2)
		return;
	while (first < t->rows_n && t->rows[first].role != ROW_BODY)
		first++;
	for (size_t i = first; i + 1 < t->rows_n; i++) {
		const struct row *r = &t->rows[i];
		const struct cell *c = r->fill ? &r->cells[__builtin_ctzll(r->fill)] : NULL;
		bool title = r->role == ROW_BODY && !r->record && bits64(r->fill) == 2 && c->words == 1 && str_has_digit(x->v->words[c->word].text) &&
			     t->rows[i + 1].record && t->rows[i + 1].fill != r->fill;
		if (i == first && !title)
			return;
		if (title)
			t->rows[i].role = ROW_GROUP;
	}
}

/* ---- labels below each record: "SKU: BCH-3" under the name of an article */

/* Are there records, and below each of them a line with such a label, as far as the sum? */
static bool records_have_details(struct table_ctx *x, const struct table *t)
{
	size_t records = 0;
	bool told = true;
	for (size_t i = 0; i < t->rows_n && t->rows[i].role != ROW_TOTAL; i++) {
		const struct row *r = &t->rows[i];
		if (r->role != ROW_BODY)
			continue;
		if (!r->record && !r->typed && row_is_labelled(x, t, r)) {
			if (!records)
				return false;
			told = true;
		} else if (r->record) {
			if (!told)
				return false;
			told = false;
			records++;
		}
	}
	return told && records > 1;
}

/* Such lines are read with the record; what has none below the sum is no record: postage, a discount. */
static bool details_mark(struct table_ctx *x, struct table *t)
{
	bool summed = false;
	if (!records_have_details(x, t))
		return false;
	for (size_t i = 0; i < t->rows_n; i++) {
		struct row *r = &t->rows[i];
		summed |= r->role == ROW_TOTAL;
		if (r->role == ROW_BODY && !r->record && !r->typed && row_is_labelled(x, t, r))
			r->role = ROW_DETAIL;
		else if (r->role == ROW_BODY && summed)
			r->role = ROW_TOTAL;
	}
	return true;
}

bool details_read(struct table_ctx *x, const struct table *t, size_t row, struct found *own)
{
	struct group_state g = { ARENA_ARRAY(x->a, t->props->n + 1, struct found), t->props };
	const struct view_line *l = &x->v->lines[t->rows[row].line];
	for (uint32_t s = l->seg; g.values && s < l->seg + l->segs; s++)
		group_read_seg(x, t, s, &g);
	for (size_t p = 0; g.values && p < t->props->n; p++) {
		const struct prop *q = &t->props->items[p];
		if (q->child >= 0 || !g.values[p].n || own[q->index].n)
			continue;
		own[q->index] = g.values[p];
		own[q->index].inherited = false;
	}
	return g.values != NULL;
}

/* A cell alone where records begin, right above a record. */
static bool row_is_lone(const struct table *t, size_t row, int lead)
{
	const struct row *r = &t->rows[row];
	return r->role == ROW_BODY && !r->record && !r->typed && r->fill == UINT64_C(1) << lead && row + 1 < t->rows_n && t->rows[row + 1].record &&
	       !t->rows[row + 1].break_above && (t->rows[row + 1].fill >> lead & 1);
}

/* Does the text of a lone row go on in the row below, or end there what is above: set tight, and had its neighbour no room left? */
static bool lone_is_wrapped(const struct table_ctx *x, const struct table *t, size_t row, int lead, int32_t right)
{
	const struct view_word *w = x->v->words;
	if (t->rows[row].gap * 6 > x->em && t->rows[row + 1].gap * 6 > x->em)
		return false;
	const struct cell *c = &t->rows[row].cells[lead];
	for (int side = 0; side < 2; side++) {
		const struct row *upper = side ? &t->rows[row] : row ? &t->rows[row - 1] : NULL;
		const struct cell *up = upper ? &upper->cells[lead] : NULL, *low = side ? &t->rows[row + 1].cells[lead] : c;
		if (!up || !up->words || upper->role != ROW_BODY)
			continue;
		int32_t first = w[low->word].box.x1 - w[low->word].box.x0;
		if (w[up->word + up->words - 1].box.x1 + first + x->em / 4 > right)
			return true;
	}
	struct str s = w[c->word].text;
	return s.n && s.p[0] >= 'a' && s.p[0] <= 'z';
}

/*
 * Headings of groups set like the records: lone cells, the first of them above the first record, each with room for more
 * words than it has, and a text that no column gives to hold them.
 */
static void groups_mark_plain(const struct table_ctx *x, struct table *t)
{
	int lead = lead_column(t), free = only_free_text(t, true);
	size_t first = 0, lone = 0;
	int32_t right = INT32_MIN;
	if (bits64(t->keys) < 1 || (t->keys >> lead & 1) || (free < 0 && only_free_group(x, t) < 0))
		return;
	while (first < t->rows_n && t->rows[first].role != ROW_BODY)
		first++;
	if (first == t->rows_n || !row_is_lone(t, first, lead))
		return;
	for (size_t i = first; i < t->rows_n; i++) {
		const struct cell *c = &t->rows[i].cells[lead];
		if (t->rows[i].role == ROW_BODY && c->words && x->v->words[c->word + c->words - 1].box.x1 > right)
			right = x->v->words[c->word + c->words - 1].box.x1;
	}
	for (size_t i = first; i < t->rows_n; i++)
		if (row_is_lone(t, i, lead)) {
			if (lone_is_wrapped(x, t, i, lead, right))
				return;
			lone++;
		}
	for (size_t i = first; i < t->rows_n && lone > 1; i++)
		if (row_is_lone(t, i, lead))
			t->rows[i].role = ROW_GROUP;
}

void groups_mark(struct table_ctx *x, struct table *t)
{
	if (details_mark(x, t))
		return;
	bool plain = !records_are_bold(x->v, t);
	for (size_t i = 0; i < t->rows_n; i++) {
		struct row *r = &t->rows[i];
		if (r->role != ROW_BODY || r->record || !record_ahead(t, i))
			continue;
		if (plain && row_is_numbered_title(x, t, r))
			r->role = ROW_GROUP;
		if (r->typed)
			continue;
		if (row_is_labelled(x, t, r) || row_spans(x, t, r) || row_is_ruled_head(x, t, i) || row_is_summed(x, t, i) || (plain && row_heads(x, r)) || (plain && bits64(r->fill) == 1 && row_is_bold(x->v, r, t)))
			r->role = ROW_GROUP;
	}
	groups_mark_plain(x, t);
	groups_mark_numbered(x, t);
}

void group_read_foot(struct table_ctx *x, const struct table *t, uint32_t head, uint32_t after, struct group_state *g)
{
	const struct view *v = x->v;
	uint32_t page = v->lines[head].page;
	struct row r;
	if (!page)
		return;
	uint32_t first = v->pages[page - 1].line, last = first + v->pages[page - 1].lines;
	while (last > first && (v->lines[last - 1].flags & VIEW_RUNNING))
		last--;
	if (last == first || last - 1 != after || !row_take(x, t, after, &r) || r.typed || !row_is_labelled(x, t, &r))
		return;
	group_read_row(x, t, &r, g);
}
