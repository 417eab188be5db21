/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Inline text to words in lines. Blanks collapse to one, hard blanks (no-break
 * space, preformatted text) keep their widths, a line ends where the next word
 * would stand out. A word wider than the line is cut; its rest is glued.
 */
#include "parse/flow-private.h"

#include "base/bidi.h"

#include <stdlib.h>
#include <utf8proc.h>

enum { TAB_STOP = 3600, TAB_LEAST = 2000, TAB_GAP = 1000, TAB_WIDER = 8, CUT_WORD = 20000, NO_WRAP = FLOW_WIDEST / 2 };

/* Widths of Helvetica in 1/1000 em, U+0020 to U+007E (Adobe's Core 14 AFM files). */
static const uint16_t helvetica[95] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};
enum { BLANK = 278, FIXED = 600, WIDE = 1000, OTHER = 556, BOLD_PERCENT = 106 };

enum token_kind { TOKEN_WORD, TOKEN_MARK, TOKEN_BREAK, TOKEN_TAB };

struct token {
	struct str text;
	int32_t width, gap; /* gap: blanks before it */
	uint32_t fact, link;
	uint16_t size;      /* as shown */
	uint8_t kind, flags, source, mark;
	int8_t raise;
	bool on, glued, pre;
};

/* Tokens under construction, in f->tokens. */
struct maker {
	struct flow *f;
	bool keep;         /* texts are wanted, not only widths */
	bool open, soft, ascii, joined; /* joined: no blank since the last word */
	int32_t hard, column;
	struct token now;  /* whose text is in f->word */
};

int32_t flow_space_width(int32_t size)
{
	return size * BLANK / 1000;
}

int32_t flow_char_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return helvetica[c - 0x20];
	int cells = utf8proc_charwidth((utf8proc_int32_t)c);
	return cells == 0 ? 0 : cells == 2 ? WIDE : OTHER;
}

static int32_t width_of(uint32_t c, uint16_t size, uint8_t flags)
{
	int32_t w = flow_char_width(c);
	if (flags & DOC_MONO)
		w = w == WIDE && c > 0x7F ? 2 * FIXED : w ? FIXED : 0;
	else if (flags & DOC_BOLD)
		w = w * BOLD_PERCENT / 100;
	return w * size / 1000;
}

/* ---- tokens */

static void token_put(struct maker *m, const struct token *t)
{
	struct token copy = *t;
	const struct buf *b = &m->f->tokens;
	const struct token *last = (const struct token *)(const void *)(b->p + b->n) - 1;
	bool starts = b->n == 0 || last->kind == TOKEN_BREAK;
	copy.gap = m->hard + (m->soft && !starts ? flow_space_width(t->size) : 0);
	copy.glued = m->joined && copy.gap == 0;
	buf_add(&m->f->tokens, &copy, sizeof(copy));
	m->soft = false;
	m->hard = 0;
}

/* NFC, on the flow's arena. */
static struct str word_text(struct maker *m)
{
	struct str s = buf_view(&m->f->word);
	utf8proc_uint8_t *nfc = NULL;
	if (m->ascii)
		return arena_str(&m->f->arena, s);
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &nfc,
					  UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n > 0)
		s = (struct str){ (const char *)nfc, (size_t)n };
	s = arena_str(&m->f->arena, s);
	free(nfc);
	return s;
}

static void word_end(struct maker *m)
{
	if (!m->open)
		return;
	m->open = false;
	if (m->keep)
		m->now.text = word_text(m);
	token_put(m, &m->now);
	m->joined = true;
	buf_clear(&m->f->word);
}

/* Superscripts and what a fact names are words of their own; other changes of style do not part a word. */
static bool same_word(const struct token *t, const struct flow_style *s)
{
	return t->raise == s->raise && t->fact == s->fact && t->source == s->source;
}

static void word_start(struct maker *m, const struct flow_style *s)
{
	uint16_t size = s->size ? s->size : FLOW_SIZE;
	m->now = (struct token){ .kind = TOKEN_WORD, .flags = s->flags, .source = s->source, .raise = s->raise,
				 .fact = s->fact, .link = s->link, .pre = s->pre, .size = (uint16_t)(s->raise ? size * 7 / 10 : size) };
	m->open = m->ascii = true;
}

static void char_put(struct maker *m, uint32_t c, const struct flow_style *s)
{
	char utf8[4];
	if (m->open && (!same_word(&m->now, s) || m->f->word.n + 4 > FLOW_WORD_BYTES))
		word_end(m);
	if (!m->open)
		word_start(m, s);
	buf_add(&m->f->word, utf8, str_utf8_put(c, utf8));
	m->ascii = m->ascii && c < 0x80;
	m->now.width += width_of(c, m->now.size, m->now.flags);
}

static void blank_put(struct maker *m, int32_t width)
{
	word_end(m);
	m->joined = false;
	if (width && m->hard < NO_WRAP)
		m->hard += width;
	else if (!width)
		m->soft = true;
}

static void special_put(struct maker *m, enum token_kind kind, const struct flow_node *n)
{
	word_end(m);
	struct token t = { .kind = (uint8_t)kind, .size = FLOW_SIZE };
	if (n && n->kind == FLOW_MARK) {
		t.mark = n->mark;
		t.on = n->on;
		t.width = FLOW_SIZE * 8 / 10;
	}
	token_put(m, &t);
	m->joined = false;
	m->column = 0;
}

/* What nobody sees: controls, soft hyphens, directions, tags (which only hide text). */
static bool is_unseen(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xE0000 && c <= 0xE007F) ||
	       (c & 0xFFFE) == 0xFFFE || (c >= 0xFFF9 && c <= 0xFFFB);
}

/* Width of a hard blank in 1/1000 em, 0 if c is none. */
static int32_t hard_blank(uint32_t c)
{
	if (c == 0xA0 || c == 0x202F || (c >= 0x2004 && c <= 0x200A) || c == 0x205F)
		return BLANK;
	if (c == 0x2000 || c == 0x2002)
		return WIDE / 2;
	return c == 0x2001 || c == 0x2003 || c == 0x3000 ? WIDE : 0;
}

static void pre_put(struct maker *m, uint32_t c, const struct flow_style *s)
{
	int32_t cell = s->flags & DOC_MONO ? FIXED : BLANK, size = s->size ? s->size : FLOW_SIZE;
	if (c == '\n') {
		special_put(m, TOKEN_BREAK, NULL);
	} else if (c == '\t') {
		int32_t cells = 8 - m->column % 8;
		blank_put(m, cells * cell * size / 1000);
		m->column += cells;
	} else {
		blank_put(m, cell * size / 1000);
		m->column++;
	}
}

static void text_put(struct maker *m, const struct flow_node *n)
{
	const struct flow_style *s = &n->style;
	for (size_t i = 0; i < n->text.n;) {
		uint32_t c = str_utf8_next(n->text, &i);
		int32_t hard = hard_blank(c), size = s->size ? s->size : FLOW_SIZE;
		if (s->pre && (c == ' ' || c == '\n' || c == '\t')) {
			pre_put(m, c, s);
		} else if (hard) {
			blank_put(m, hard * size / 1000);
			m->column++;
		} else if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x1680 || c == 0x2028 || c == 0x2029 || c == 0x85) {
			blank_put(m, 0);
		} else if (!is_unseen(c)) {
			char_put(m, c, s);
			m->column++;
		}
	}
}

static size_t tokens_make(struct flow *f, const struct flow_node *first, const struct flow_node *end, bool keep)
{
	struct maker m = { .f = f, .keep = keep };
	buf_clear(&f->tokens);
	buf_clear(&f->word);
	for (const struct flow_node *n = first; n && n != end; n = n->next) {
		if (n->kind == FLOW_TEXT)
			text_put(&m, n);
		else
			special_put(&m, n->kind == FLOW_MARK ? TOKEN_MARK : n->kind == FLOW_TAB ? TOKEN_TAB : TOKEN_BREAK, n);
	}
	word_end(&m);
	return f->tokens.n / sizeof(struct token);
}

/* ---- tabs */

struct tabs {
	const struct flow_stop *stops;
	size_t n, used; /* used: stops that the line has come past */
	int32_t width;  /* of a line */
	int32_t hang;
};

static struct tabs tabs_of(const struct flow_node *first, int32_t width)
{
	const struct flow_node *box = first ? first->parent : NULL;
	if (!box || box->kind >= FLOW_ROOT)
		return (struct tabs){ .width = width };
	const struct flow_stops *stops = box->props.stops;
	int32_t hang = stops && stops->hang < width / 2 ? stops->hang : 0;
	return (struct tabs){ .stops = stops ? stops->at : NULL, .n = stops ? stops->n : 0, .width = width, .hang = hang };
}

/* What stands between tokens t[i] and the next tab or the end of its line. */
static int32_t width_after(const struct token *t, size_t i, size_t n)
{
	int32_t width = 0;
	for (i++; i < n && t[i].kind != TOKEN_TAB && t[i].kind != TOKEN_BREAK && width < NO_WRAP; i++)
		width += t[i].gap + t[i].width;
	return width;
}

/*
 * Where the tab t[i] leads from x, both from the start of the line. Our letters are wider than those of many a font:
 * text that ends a little past a stop was meant to end before it.
 */
static int32_t tab_to(struct tabs *tabs, const struct token *t, size_t i, size_t n, int32_t x)
{
	int32_t least = x + TAB_GAP;
	while (tabs->used < tabs->n) {
		const struct flow_stop *s = &tabs->stops[tabs->used++];
		int32_t at = s->at;
		if (at <= x - x / TAB_WIDER || at > FLOW_WIDEST)
			continue;
		if (s->align != FLOW_LEFT) {
			at = at < tabs->width ? at : tabs->width;
			at -= width_after(t, i, n) / (s->align == FLOW_CENTER ? 2 : 1);
		}
		return at > least ? at : least;
	}
	return (x + TAB_LEAST + TAB_STOP - 1) / TAB_STOP * TAB_STOP;
}

void flow_stop_clear(struct flow_stops *s, int32_t at)
{
	enum { NEAR = 60 };
	uint8_t kept = 0;
	for (uint8_t i = 0; i < s->n; i++)
		if (s->at[i].at < at - NEAR || s->at[i].at > at + NEAR)
			s->at[kept++] = s->at[i];
	s->n = kept;
}

void flow_stop_add(struct flow_stops *s, int32_t at, enum flow_align align)
{
	uint8_t i;
	flow_stop_clear(s, at);
	if (at <= 0 || s->n == FLOW_STOPS)
		return;
	for (i = s->n++; i && s->at[i - 1].at > at; i--)
		s->at[i] = s->at[i - 1];
	s->at[i] = (struct flow_stop){ at, (uint8_t)align };
}

struct flow_stops flow_stops_from(const struct flow_stops *s, int32_t from, int32_t hang)
{
	struct flow_stops all = *s, own = { .hang = hang > from ? hang - from : 0 };
	if (hang > from)
		flow_stop_add(&all, hang, FLOW_LEFT);
	for (uint8_t i = 0; i < all.n; i++)
		if (all.at[i].at > from)
			own.at[own.n++] = (struct flow_stop){ all.at[i].at - from, all.at[i].align };
	return own;
}

/* ---- widths */

void flow_lines_measure(struct flow *f, const struct flow_node *first, const struct flow_node *end, int32_t *least, int32_t *most)
{
	size_t n = tokens_make(f, first, end, false);
	const struct token *t = (const struct token *)(const void *)f->tokens.p;
	struct tabs tabs = tabs_of(first, NO_WRAP);
	int32_t line = 0;
	*least = *most = 0;
	for (size_t i = 0; i < n; i++) {
		int32_t need = t[i].width < CUT_WORD ? t[i].width : CUT_WORD;
		tabs.used = t[i].kind == TOKEN_BREAK ? 0 : tabs.used;
		line = t[i].kind == TOKEN_BREAK ? 0 : t[i].kind == TOKEN_TAB ? tab_to(&tabs, t, i, n, line) : line + t[i].width + t[i].gap;
		line = line < NO_WRAP ? line : NO_WRAP;
		*most = line > *most ? line : *most;
		need = t[i].pre ? line : need;
		*least = need > *least ? need : *least;
	}
}

/* ---- lines */

struct line {
	struct flow *f;
	const struct flow_node *box;
	int32_t x, y, width;
	int32_t hang; /* how much further in it begins */
	struct tabs tabs;
};

static void word_place(struct line *l, const struct token *t, int32_t x, int32_t base)
{
	int32_t y1 = base + t->size / 5 - (t->raise > 0 ? t->size / 2 : t->raise * t->size / 5);
	struct flow_word *w = flow_add(l->f, &l->f->words);
	if (!w)
		return;
	x = x < FLOW_RIGHTMOST ? x : FLOW_RIGHTMOST;
	*w = (struct flow_word){ .box = { x, y1 - t->size, x + (t->width > 0 ? t->width : 1), y1 }, .text = t->text, .fact = t->fact, .link = t->link,
				 .size = t->size, .run = l->f->run, .source = t->source,
				 .flags = (uint8_t)(t->flags | (t->glued ? DOC_GLUED : 0)) };
}

static void mark_place(struct line *l, const struct token *t, int32_t x, int32_t base)
{
	struct doc_mark *m = flow_add(l->f, &l->f->marks);
	x = x < FLOW_RIGHTMOST ? x : FLOW_RIGHTMOST;
	if (m)
		*m = (struct doc_mark){ { x, base - t->width, x + t->width, base }, t->mark, t->on, { 0 } };
}

/* Words of a line from the first one on, placed as they are read: what goes from right to left is put so. */
static void line_turn(struct flow *f, size_t first)
{
	size_t n = f->words.n - first;
	struct flow_word *w = n ? (struct flow_word *)f->words.p + first : NULL; /* a line may hold marks alone */
	bool may_be = false;
	for (size_t i = 0; i < n && !may_be; i++)
		may_be = bidi_may_be_right(w[i].text);
	enum bidi *kinds = may_be && n > 1 ? ARENA_ARRAY(&f->arena, n, enum bidi) : NULL;
	uint32_t *order = kinds ? ARENA_ARRAY(&f->arena, n, uint32_t) : NULL;
	int32_t *lefts = order ? ARENA_ARRAY(&f->arena, n, int32_t) : NULL;
	for (size_t i = 0; lefts && i < n; i++)
		kinds[i] = bidi_of(w[i].text);
	if (!lefts || !bidi_order(kinds, n, order))
		return;
	bool turned = order[0] > order[n - 1];
	int32_t x = w[0].box.x0;
	for (size_t i = 0; i < n; i++) { /* from left to right; gaps as they were, in the order of reading */
		size_t gap = turned ? n - 2 - i : i;
		lefts[order[i]] = x;
		x += w[order[i]].box.x1 - w[order[i]].box.x0 + (i + 1 < n ? w[gap + 1].box.x0 - w[gap].box.x1 : 0);
	}
	for (size_t i = 0; i < n; i++) {
		w[i].box.x1 += lefts[i] - w[i].box.x0;
		w[i].box.x0 = lefts[i];
	}
}

/* Tokens [from, to) as one line that is used up to used, with what it hangs; returns its height. */
static int32_t line_place(struct line *l, const struct token *t, size_t from, size_t to, int32_t used)
{
	int32_t size = 0, x = l->x + l->hang, spare = l->width - used;
	for (size_t i = from; i < to; i++)
		size = t[i].size > size ? t[i].size : size;
	size = size ? size : FLOW_SIZE;
	int32_t base = l->y + size / 10 + size - size / 5;
	uint8_t align = l->box && l->box->kind < FLOW_ROOT ? l->box->props.align : FLOW_LEFT;
	if (spare > 0 && l->width < FLOW_WIDEST)
		x += align == FLOW_RIGHT ? spare : align == FLOW_CENTER ? spare / 2 : 0;
	int32_t start = x - l->hang;
	size_t first = l->f->words.n;
	l->f->run++;
	l->tabs.used = 0;
	for (size_t i = from; i < to; i++) {
		bool leads = i == from && i > 0 && !t[i].pre && t[i - 1].kind != TOKEN_BREAK; /* blanks at a wrap are dropped */
		x += leads ? 0 : t[i].gap;
		if (t[i].kind == TOKEN_WORD)
			word_place(l, &t[i], x, base);
		else if (t[i].kind == TOKEN_MARK)
			mark_place(l, &t[i], x, base);
		x = t[i].kind == TOKEN_TAB ? start + tab_to(&l->tabs, t, i, to, x - start) : x + t[i].width;
	}
	line_turn(l->f, first);
	l->tabs.used = 0;
	l->hang = l->tabs.hang;
	return size * FLOW_LEADING / 100;
}

/* As much of a word as fits; at least one character. The rest is left in t. */
static struct token word_cut(struct token *t, int32_t room)
{
	struct token head = *t;
	size_t i = 0, before = 0;
	int32_t width = 0;
	while (i < t->text.n) {
		size_t next = i;
		int32_t w = width_of(str_utf8_next(t->text, &next), t->size, t->flags);
		if (before && w && width + w > room)
			break;
		width += w;
		before = i = next;
	}
	head.text.n = before;
	head.width = width;
	t->text.p += before;
	t->text.n -= before;
	t->width -= width;
	t->gap = 0;
	t->glued = true;
	return head;
}

/* Words wider than the line, cut. */
static void tokens_cut(struct flow *f, size_t n, int32_t width)
{
	struct buf all = BUF_INIT(0);
	const struct token *t = (const struct token *)(const void *)f->tokens.p;
	for (size_t i = 0; i < n; i++) {
		struct token rest = t[i];
		while (rest.kind == TOKEN_WORD && !rest.pre && rest.width > width && rest.text.n > 1) {
			struct token head = word_cut(&rest, width);
			buf_add(&all, &head, sizeof(head));
		}
		if (rest.kind != TOKEN_WORD || rest.text.n)
			buf_add(&all, &rest, sizeof(rest));
	}
	buf_fini(&f->tokens);
	f->tokens = all;
}

static bool must_cut(const struct flow *f, size_t n, int32_t width)
{
	const struct token *t = (const struct token *)(const void *)f->tokens.p;
	for (size_t i = 0; i < n; i++)
		if (t[i].width > width && t[i].kind == TOKEN_WORD && !t[i].pre)
			return true;
	return false;
}

int32_t flow_lines(struct flow *f, const struct flow_node *first, const struct flow_node *end, const struct flow_node *box,
		   int32_t x, int32_t y, int32_t width)
{
	size_t n = tokens_make(f, first, end, true), from = 0;
	struct line l = { f, box, x, y, width, 0, tabs_of(first, width) };
	int32_t used = 0, room = width > FLOW_SIZE ? width : FLOW_SIZE;
	if (must_cut(f, n, room - l.tabs.hang)) {
		tokens_cut(f, n, room - l.tabs.hang);
		n = f->tokens.n / sizeof(struct token);
	}
	const struct token *t = (const struct token *)(const void *)f->tokens.p;
	for (size_t i = 0; i < n && flow_goes_on(f, l.y); i++) {
		int32_t most = t[i].pre ? NO_WRAP : room;
		if (t[i].kind == TOKEN_BREAK) {
			l.y += line_place(&l, t, from, i, used);
			from = i + 1;
			used = l.hang;
			flow_cut_at(f, l.y);
			continue;
		}
		if (i > from && t[i].kind != TOKEN_TAB && used + t[i].gap + t[i].width > most) {
			l.y += line_place(&l, t, from, i, used);
			from = i;
			used = l.hang;
			flow_cut_at(f, l.y);
		}
		used = t[i].kind == TOKEN_TAB ? tab_to(&l.tabs, t, i, n, used) : used + t[i].width + (i == from && from && !t[i].pre ? 0 : t[i].gap);
	}
	if (from < n && flow_goes_on(f, l.y))
		l.y += line_place(&l, t, from, n, used);
	return l.y;
}
