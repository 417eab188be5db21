/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-item.h"

#define ITEMS_MOST 2000
#define TAIL_WORDS 4 /* most words that end all items alike, of */
#define TAIL_ITEMS 4 /* at least so many */
#define ITEM_WORDS 512
#define CAPTION_WORDS 8  /* most words of a caption between two runs of bullets, */
#define CAPTION_PLAIN 4  /* set like the text */
#define PREFACE_LINES 3  /* most lines between a heading and its first bullet */
#define AND_WORDS 3      /* most words on either side of an "and" between two items */
#define MARGIN_LEAST 30  /* a margin is so many ems right of the items */

bool item_push(struct table_ctx *x, struct item_list *l, const uint32_t *words, size_t n, uint16_t cut)
{
	if (!n || l->n == ITEMS_MOST)
		return true;
	uint32_t *copy = ARENA_ARRAY(x->a, n, uint32_t);
	if (l->n == l->cap) {
		size_t cap = l->cap ? l->cap * 2 : 16;
		l->items = arena_grow(x->a, l->items, l->cap, cap, sizeof(*l->items));
		l->cap = cap;
	}
	if (!copy || !l->items)
		return false;
	memcpy(copy, words, n * sizeof(*copy));
	l->items[l->n++] = (struct list_item){ copy, n, cut };
	return true;
}

/* ---- bullets */

static bool is_bullet_sign(uint32_t c)
{
	return c == 0x2022 || c == 0x00b7 || c == 0x25cf || c == 0x25aa || c == 0x25e6 || c == 0x2023 || c == 0x2043 || c == 0x25a0 ||
	       c == 0x2013 || c == 0x2014 || c == '-' || c == '*' || c == 0x25cb || c == 0x27a2 || c == 0xf0b7 || c == 0x2219;
}

/* The same, or the box of a list to tick off. */
static bool is_box_sign(uint32_t c)
{
	return c == 0x25a2 || c == 0x25a1 || c == 0x2610 || c == 0x2611 || c == 0x2612 || c == 0x25fb || c == 0x25fd || c == 0x2751;
}

/* A word that is only a bullet, or "1." / "a)" in front of text. */
static bool word_is_bullet(struct str s)
{
	size_t i = 0, digits = 0;
	if (!s.n || s.n > 4)
		return false;
	uint32_t c = str_utf8_next(s, &i);
	if (i == s.n)
		return is_bullet_sign(c) || is_box_sign(c);
	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		digits++;
	return (digits ? digits <= 3 : s.n == 2) && i + 1 + !digits == s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')');
}

bool line_has_bullet(const struct view *v, const struct view_line *l)
{
	return l->words && word_is_bullet(v->words[l->word].text);
}

/* ---- commas */

bool word_ends_item(struct str s, uint16_t *cut)
{
	char c = s.n > 1 ? s.p[s.n - 1] : 0;
	*cut = c == ',' || c == ';';
	return *cut != 0 || (s.n == 1 && (s.p[0] == ',' || s.p[0] == ';' || s.p[0] == '|'));
}

static bool word_is_and(struct str w)
{
	static const char *const words[] = { "and", "und", "et", "y", "e", "en", "i", "och", "og", "sowie", "&" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

/* The last item of several: ", and French", "German and French". */
static bool last_push(struct table_ctx *x, struct item_list *l, const uint32_t *words, size_t n)
{
	bool leads = l->n && n > 1 && word_is_and(x->v->words[words[0]].text);
	size_t at = 1 + leads;
	while (l->n && at + 1 < n && !word_is_and(x->v->words[words[at]].text))
		at++;
	if (leads || !l->n || at + 1 >= n || at > AND_WORDS || n - at - 1 > AND_WORDS)
		return item_push(x, l, words + leads, n - leads, 0);
	return item_push(x, l, words, at, 0) && item_push(x, l, words + at + 1, n - at - 1, 0);
}

bool items_of_words(struct table_ctx *x, const uint32_t *words, size_t words_n, struct item_list *l)
{
	uint32_t ids[256];
	size_t n = 0;
	int depth = 0;
	for (size_t k = 0; k < words_n; k++) {
		uint32_t w = words[k];
		struct str s = x->v->words[w].text;
		uint16_t cut = 0;
		for (size_t i = 0; i < s.n; i++)
			depth += (s.p[i] == '(') - (s.p[i] == ')');
		bool ends = depth <= 0 && word_ends_item(s, &cut);
		if ((!ends || cut) && n < 256)
			ids[n++] = w;
		if (ends && !item_push(x, l, ids, n, cut))
			return false;
		n = ends ? 0 : n;
	}
	return last_push(x, l, ids, n);
}

bool items_between_commas(struct table_ctx *x, uint32_t word, uint32_t end, struct item_list *l)
{
	uint32_t *ids = ARENA_ARRAY(x->a, end > word ? end - word : 1, uint32_t);
	for (uint32_t w = word; ids && w < end; w++)
		ids[w - word] = w;
	return ids && items_of_words(x, ids, end > word ? end - word : 0, l);
}

/* ---- lines */

struct reader { /* a list being read, line by line */
	struct table_ctx *x;
	const struct view *v;
	const struct view_line *head; /* NULL: none */
	struct item_list *out;
	uint32_t ids[ITEM_WORDS];     /* of the item under construction */
	size_t n;
	uint32_t caption;             /* level of captions that are headings themselves; 0 = none met */
	uint32_t preface;             /* lines passed before the first item */
	int32_t bottom, gap_max, left, text, margin;
};

/* What a picture beside an item shows, its author's words for who cannot see it, is none of the item. */
static void pictures_drop(struct reader *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += r->v->words[r->ids[i]].source != DOC_SOURCE_ATTRIBUTE;
	if (!n || n == r->n)
		return;
	n = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->v->words[r->ids[i]].source != DOC_SOURCE_ATTRIBUTE)
			r->ids[n++] = r->ids[i];
	r->n = n;
}

static bool flush(struct reader *r)
{
	pictures_drop(r);
	bool ok = item_push(r->x, r->out, r->ids, r->n, 0);
	r->n = 0;
	return ok;
}

static void line_put(struct reader *r, const struct view_line *l, bool bullet)
{
	uint32_t w = l->word;
	while (bullet && w < l->word + l->words && word_is_bullet(r->v->words[w].text))
		w++; /* "• ▢ 2 eggs" has two */
	for (; w < l->word + l->words && r->n < ITEM_WORDS; w++)
		r->ids[r->n++] = w;
}

/* The n-th word from the end of an item. */
static struct str word_from_end(const struct view *v, const struct list_item *item, size_t n)
{
	return v->words[item->words[item->n - n]].text;
}

/* How many words all items end with alike; each has more than these. */
static size_t common_tail(const struct view *v, const struct item_list *l)
{
	for (size_t n = 0; n < TAIL_WORDS; n++)
		for (size_t i = 0; i < l->n; i++)
			if (l->items[i].n <= n + 1 || !str_eq(word_from_end(v, &l->items[i], n + 1), word_from_end(v, &l->items[0], n + 1)))
				return n;
	return TAIL_WORDS;
}

/* What ends every item of a list alike is a button beside it: "3 chicken breasts  add to list". A single word may be said of each. */
static void tails_drop(const struct view *v, struct item_list *l)
{
	size_t n = l->n >= TAIL_ITEMS ? common_tail(v, l) : 0;
	for (size_t i = 0; n > 1 && i < l->n; i++)
		l->items[i].n -= n;
}

static uint32_t next_line(const struct view *v, uint32_t l)
{
	for (l++; l < v->lines_n && ((v->lines[l].flags & VIEW_RUNNING) || !v->lines[l].words); l++)
		;
	return l;
}

/* Words the lexicon lists: "Instructions", "Nutrition". Such a line announces something else. */
static bool announces(struct table_ctx *x, const struct view_line *l)
{
	struct phrase p = l->segs == 1 && l->words <= CAPTION_WORDS ? seg_phrase(x, l->seg) : (struct phrase){ NULL, 0 };
	return p.n && lexicon_knows(p);
}

static bool ends_sentence(struct str w)
{
	return w.n > 2 && strchr(".!?", w.p[w.n - 1]);
}

/* A heading inside the list? Deeper than its own, or at once below it and so the way its parts are set. */
static bool is_caption(struct reader *r, const struct view_line *l, bool bullets_follow)
{
	bool heading = l->flags & VIEW_HEADING, head = r->head && (r->head->flags & VIEW_HEADING), first = !r->out->n && !r->n;
	if (l->words > CAPTION_WORDS || (!first && announces(r->x, l)) || ends_sentence(r->v->words[l->word + l->words - 1].text))
		return false;
	if (!heading)
		return bullets_follow && (first || l->words <= CAPTION_PLAIN);
	if (first)
		r->caption = l->level;
	return (head && l->level > r->head->level) || (r->head && !head) || (bullets_follow && r->caption == l->level);
}

/* Bullets of the list go on below line l, at most a few lines down. */
static bool bullets_below(const struct reader *r, uint32_t l, uint32_t most)
{
	uint32_t page = r->v->lines[l].page;
	for (uint32_t k = 0; k < most; k++) {
		l = next_line(r->v, l);
		if (l >= r->v->lines_n || r->v->lines[l].page > page + 1)
			return false;
		if (line_has_bullet(r->v, &r->v->lines[l]))
			return r->left == INT32_MAX || r->v->lines[l].box.x0 >= r->left - r->x->em;
	}
	return false;
}

/* The line above was full: the first word of this one had no room on it. */
static bool is_wrapped(const struct reader *r, uint32_t l)
{
	const struct view_line *now = &r->v->lines[l], *above = now - 1;
	const struct view_word *w = &r->v->words[now->word];
	return l && above->page == now->page && above->box.x1 + (w->box.x1 - w->box.x0) + r->x->em / 4 > r->margin &&
	       r->margin - now->box.x0 > MARGIN_LEAST * r->x->em;
}

/* A line without a bullet below bullets; false: the list is over. */
static bool plain_below_bullets(struct reader *r, uint32_t l, bool *ok)
{
	const struct view_line *vl = &r->v->lines[l];
	bool same = vl->page == r->v->lines[l - 1].page, near = !same || vl->box.y0 - r->bottom <= r->x->em * 6 / 10;
	bool hangs = vl->box.x0 >= r->text - r->x->em / 2 && r->text != INT32_MAX;
	bool alone = !r->n && hangs; /* the bullet stood on a line of its own */
	if (!(vl->flags & VIEW_HEADING) && (alone || (near && hangs) || (near && r->n && vl->box.x0 >= r->left - r->x->em / 4 && is_wrapped(r, l)))) {
		line_put(r, vl, false);
		return true;
	}
	if (!bullets_below(r, l, 1) || !is_caption(r, vl, true))
		return false;
	*ok = flush(r);
	return *ok;
}

static bool set_like_head(const struct reader *r, const struct view_line *l)
{
	if (!r->head)
		return false;
	const struct view_word *h = &r->v->words[r->head->word], *w = &r->v->words[l->word];
	bool plain = !(h->flags & DOC_BOLD) && !(r->head->flags & VIEW_HEADING);
	return !plain && (h->flags & DOC_BOLD) == (w->flags & DOC_BOLD) && h->size == w->size && h->color == w->color;
}

/* A line of a list without bullets, or before its first; false: the list is over. */
static bool plain_line(struct reader *r, uint32_t l, bool *ok)
{
	const struct view_line *vl = &r->v->lines[l];
	int32_t gap = vl->page == r->v->lines[l - 1].page ? vl->box.y0 - r->bottom : 0;
	bool first = !r->out->n && !r->n;
	if (first && r->preface < PREFACE_LINES && bullets_below(r, l, PREFACE_LINES - r->preface) &&
	    (!(vl->flags & VIEW_HEADING) || is_caption(r, vl, true))) {
		r->preface++; /* "for 4 persons" */
		return true;
	}
	if (!first && gap > 2 * r->x->em && gap > r->gap_max * 16 / 10 + r->x->em / 2)
		return false;
	if (vl->flags & VIEW_HEADING && gap > r->x->em / 2) {
		if (!is_caption(r, vl, false))
			return false;
		*ok = flush(r);
		return *ok;
	}
	if (set_like_head(r, vl))
		return false;
	if (r->n && is_wrapped(r, l)) {
		line_put(r, vl, false);
		return true;
	}
	*ok = flush(r);
	line_put(r, vl, false);
	return *ok;
}

static bool bullet_line(struct reader *r, const struct view_line *vl, bool *ok)
{
	const struct view *v = r->v;
	if (!r->out->bullets && (r->out->n || r->n))
		return false; /* a list of lines is over where bullets begin */
	if (r->left != INT32_MAX && vl->box.x0 < r->left - r->x->em)
		return false;
	r->out->bullets = true;
	*ok = flush(r);
	r->left = vl->box.x0 < r->left ? vl->box.x0 : r->left;
	r->text = vl->words > 1 ? v->words[vl->word + 1].box.x0 : vl->box.x0;
	line_put(r, vl, true);
	return *ok;
}

/* Right edge of running text on a page, or of everything when it has none. */
static int32_t margin_of(const struct view *v, uint32_t page)
{
	const struct view_page *p = &v->pages[page];
	int32_t prose = 0, all = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		all = v->lines[l].box.x1 > all ? v->lines[l].box.x1 : all;
		if ((v->lines[l].flags & VIEW_PROSE) && v->lines[l].box.x1 > prose)
			prose = v->lines[l].box.x1;
	}
	return prose ? prose : all;
}

static bool lines_read(struct reader *r, uint32_t l)
{
	bool ok = true;
	uint32_t page = r->v->lines[r->head ? l - 1 : l].page;
	for (; l < r->v->lines_n && r->out->n < ITEMS_MOST && ok; l++) {
		const struct view_line *vl = &r->v->lines[l];
		bool bullets = r->out->bullets;
		if ((vl->flags & VIEW_RUNNING) || !vl->words)
			continue;
		if (vl->page > page + 1 || (vl->page != page && !bullets))
			break;
		if (!(line_has_bullet(r->v, vl) ? bullet_line(r, vl, &ok) : bullets ? plain_below_bullets(r, l, &ok) : plain_line(r, l, &ok)))
			break;
		if ((r->out->n || r->n) && l && vl->page == r->v->lines[l - 1].page && vl->box.y0 - r->bottom > r->gap_max)
			r->gap_max = vl->box.y0 - r->bottom;
		r->bottom = vl->box.y1;
		page = vl->page;
	}
	ok = ok && flush(r);
	if (ok)
		tails_drop(r->v, r->out);
	return ok;
}

static bool items_read(struct table_ctx *x, const struct view_line *head, uint32_t first, struct item_list *l)
{
	struct reader *r = ARENA_NEW(x->a, struct reader);
	if (!r || first >= x->v->lines_n)
		return r != NULL;
	r->x = x;
	r->v = x->v;
	r->head = head;
	r->out = l;
	r->left = r->text = INT32_MAX;
	r->bottom = head ? head->box.y1 : x->v->lines[first].box.y0;
	r->margin = margin_of(x->v, x->v->lines[first].page);
	return lines_read(r, first);
}

bool items_below(struct table_ctx *x, uint32_t head, struct item_list *l)
{
	return items_read(x, &x->v->lines[head], head + 1, l);
}

bool items_from(struct table_ctx *x, uint32_t first, struct item_list *l)
{
	return items_read(x, NULL, first, l);
}

bool word_leads_moment(struct str w)
{
	static const char *const words[] = { "by", "on", "at", "until", "till", "due", "from", "before", "bis", "zum", "am", "um", "ab", "vor", "le", "du", "avant", "el", "del", "il", "entro", "op", "om",
		"vóór", "do", "dnia", "em", "até", "alle", "ore", "às", "à" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z(w, words[i]))
			return true;
	return false;
}

bool items_are_rows(const struct table_ctx *x, const struct item_list *l)
{
	size_t rows = 0;
	for (size_t i = 0; i < l->n; i++)
		rows += line_is_row(&x->v->lines[x->v->words[l->items[i].words[l->items[i].n - 1]].line]);
	return rows * 2 > l->n;
}
