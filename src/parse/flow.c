/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/flow-private.h"

#include <stdlib.h>

enum { MOST_FACTS = 20000, CEILING = 768 << 20 };

const struct flow_options flow_screen = { 61200, 1440000, 3600, 100000, true };
const struct flow_options flow_paper = { 61200, 79200, 3600, 0, false };

struct flow *flow_new(const struct flow_options *o, size_t ceiling)
{
	struct flow *f = calloc(1, sizeof(*f));
	if (!f)
		return NULL;
	f->o = *o;
	arena_init(&f->arena, "virtual pages", ceiling ? ceiling : CEILING);
	buf_init(&f->word, 0);
	buf_init(&f->tokens, 0);
	f->root.kind = FLOW_ROOT;
	f->at = &f->root;
	f->facts.size = sizeof(struct doc_fact);
	f->texts.size = sizeof(struct doc_fact_text);
	f->links.size = sizeof(struct str);
	f->words.size = sizeof(struct flow_word);
	f->rules.size = sizeof(struct doc_rule);
	f->marks.size = sizeof(struct doc_mark);
	f->pictures.size = sizeof(struct flow_shown);
	f->small.size = sizeof(const struct flow_node *);
	f->cuts.size = sizeof(struct flow_cut);
	f->sheets.size = sizeof(struct flow_sheet);
	return f;
}

void flow_free(struct flow *f)
{
	if (!f)
		return;
	arena_fini(&f->arena);
	buf_fini(&f->word);
	buf_fini(&f->tokens);
	free(f);
}

struct arena *flow_arena(struct flow *f)
{
	return &f->arena;
}

void *flow_add(struct flow *f, struct flow_list *l)
{
	if (l->n == l->cap) {
		size_t more = l->cap ? l->cap * 2 : 64;
		void *p = arena_grow(&f->arena, l->p, l->cap, more, l->size);
		if (!p)
			return NULL;
		l->p = p;
		l->cap = more;
	}
	return (char *)l->p + l->size * l->n++;
}

static struct flow_node *node_add(struct flow *f, int kind)
{
	struct flow_node *n = ARENA_NEW(&f->arena, struct flow_node);
	if (!n)
		return NULL;
	n->kind = (uint8_t)kind;
	n->parent = f->at;
	if (f->at->last)
		f->at->last->next = n;
	else
		f->at->first = n;
	f->at->last = n;
	return n;
}

bool flow_is_inline(const struct flow_node *n)
{
	return n->kind == FLOW_TEXT || n->kind == FLOW_BREAK || n->kind == FLOW_TAB || n->kind == FLOW_MARK;
}

void flow_open(struct flow *f, enum flow_kind kind, const struct flow_props *props)
{
	struct flow_node *n = f->depth < FLOW_DEPTH && !f->beyond ? node_add(f, kind) : NULL;
	if (!n) {
		f->beyond++;
		return;
	}
	if (props) {
		n->props = *props;
		n->props.marker = arena_str(&f->arena, props->marker);
		struct flow_stops *stops = props->stops ? ARENA_NEW(&f->arena, struct flow_stops) : NULL;
		if (stops)
			*stops = *props->stops;
		n->props.stops = stops;
	}
	f->at = n;
	f->depth++;
}

void flow_close(struct flow *f)
{
	if (f->beyond) {
		/* What stood in the box and what follows it stay apart. */
		f->beyond--;
		flow_break(f);
	} else if (f->at->parent) {
		f->at = f->at->parent;
		f->depth--;
	}
}

void flow_fill(struct flow *f, const struct doc_box *box)
{
	struct flow_node *n = f->at->kind == FLOW_SHEET ? node_add(f, FLOW_FILL) : NULL;
	if (n)
		n->props.box = *box;
}

static bool is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] > ' ')
			return false;
	return true;
}

static bool in_grid(const struct flow *f)
{
	return f->at->kind == FLOW_TABLE || f->at->kind == FLOW_ROW;
}

/* Something inline between the cells of a row is a cell of its own. */
static struct flow_node *inline_add(struct flow *f, enum flow_inline kind)
{
	struct flow_node *at = f->at, *n;
	if (f->at->kind == FLOW_TABLE)
		f->at = node_add(f, FLOW_BLOCK);
	else if (f->at->kind == FLOW_ROW)
		f->at = node_add(f, FLOW_CELL);
	if (!f->at)
		f->at = at;
	n = node_add(f, kind);
	f->at = at;
	return n;
}

static struct str signs_of(struct flow *f, struct str text, uint8_t font)
{
	struct buf b = BUF_INIT(16 << 20);
	symbol_text((enum symbol_font)font, text, &b);
	struct str s = arena_str(&f->arena, buf_view(&b));
	buf_fini(&b);
	return s;
}

void flow_text(struct flow *f, struct str text, const struct flow_style *style)
{
	if (text.n == 0 || (in_grid(f) && is_blank(text)))
		return;
	struct flow_node *n = inline_add(f, FLOW_TEXT);
	if (!n)
		return;
	n->text = style && style->symbol ? signs_of(f, text, style->symbol) : arena_str(&f->arena, text);
	if (style)
		n->style = *style;
	if (!n->style.size)
		n->style.size = FLOW_SIZE;
}

void flow_break(struct flow *f)
{
	if (!in_grid(f))
		node_add(f, FLOW_BREAK);
}

void flow_tab(struct flow *f)
{
	if (!in_grid(f))
		node_add(f, FLOW_TAB);
}

void flow_page(struct flow *f)
{
	if (!in_grid(f))
		node_add(f, FLOW_PAGE_END);
}

void flow_line(struct flow *f)
{
	if (!in_grid(f))
		node_add(f, FLOW_LINE);
}

void flow_mark(struct flow *f, enum doc_mark_kind kind, bool on)
{
	struct flow_node *n = inline_add(f, FLOW_MARK);
	if (!n)
		return;
	n->mark = (uint8_t)kind;
	n->on = on;
	n->style.size = FLOW_SIZE;
}

void flow_pictures(struct flow *f, bool (*load)(void *ctx, struct str base, struct str name, struct buf *out, struct err *e), void *ctx)
{
	f->load = load;
	f->load_ctx = ctx;
}

void flow_picture_base(struct flow *f, struct str base)
{
	f->base = arena_str(&f->arena, base);
}

struct str flow_base(const struct flow *f)
{
	return f->base;
}

void flow_picture(struct flow *f, struct str name, int32_t width, int32_t height)
{
	bool told = width > 0 && height > 0, within = name.n > 5 && str_eq_nocase((struct str){ name.p, 5 }, STR("data:"));
	bool small = told && !flow_is_drawing(name) && (int64_t)width * height * 100 < (int64_t)FLOW_PICTURE_SHARE * f->o.width * FLOW_LETTER_HEIGHT;
	f->picture = NULL;
	if (!name.n || !(within || f->load))
		return;
	struct flow_node *n = small ? ARENA_NEW(&f->arena, struct flow_node) : inline_add(f, FLOW_PICTURE);
	f->picture = n;
	if (!n)
		return;
	n->text = arena_str(&f->arena, name);
	n->props.marker = f->base;
	width = width < 0 ? 0 : width > FLOW_WIDEST ? FLOW_WIDEST : width;
	height = height < 0 ? 0 : height > FLOW_WIDEST ? FLOW_WIDEST : height;
	n->props.box = (struct doc_box){ 0, 0, width, height };
	if (small)
		flow_picture_small(f, n);
}

/* What a small drawing says is shown, which its image may be too small for. */
static void small_show(struct flow *f)
{
	const struct flow_node **last = f->small.n ? (const struct flow_node **)f->small.p + f->small.n - 1 : NULL;
	if (!last || *last != f->picture)
		return;
	struct flow_node *n = inline_add(f, FLOW_PICTURE);
	if (!n)
		return;
	f->small.n--;
	n->text = f->picture->text;
	n->drawing = f->picture->drawing;
	n->props = f->picture->props;
	f->picture = n;
}

void flow_picture_also(struct flow *f, struct str name)
{
	struct flow_node *n = f->picture;
	if (!n || !name.n)
		return;
	name = arena_str(&f->arena, name);
	if (flow_is_drawing(name) && !n->drawing.n) {
		n->drawing = name;
		small_show(f);
	} else if (flow_is_drawing(n->text)) {
		n->drawing = n->text;
		n->text = name;
	}
}

void flow_hidden(struct flow *f, struct str text)
{
	bool inside = false;
	for (size_t i = 0; i < text.n; i++) {
		bool now = (unsigned char)text.p[i] > ' ';
		f->hidden += now && !inside;
		inside = now;
	}
}

uint32_t flow_hidden_words(const struct flow *f)
{
	return f->hidden;
}

static struct str keep_text(struct flow *f, struct str s)
{
	s = str_trim(s);
	return arena_str(&f->arena, str_utf8_ok(s) ? s : STR(""));
}

uint32_t flow_fact(struct flow *f, enum doc_fact_kind kind, struct str name, struct str label, struct str value)
{
	if (f->facts.n >= MOST_FACTS)
		return 0;
	struct doc_fact *fact = flow_add(f, &f->facts);
	struct doc_fact_text *t = flow_add(f, &f->texts);
	if (!fact || !t)
		return 0;
	*t = (struct doc_fact_text){ keep_text(f, name), keep_text(f, label), keep_text(f, value) };
	*fact = (struct doc_fact){ .kind = (uint8_t)kind, .blank = kind == DOC_FACT_FIELD && t->value.n == 0 };
	return (uint32_t)f->facts.n;
}

void flow_fact_value(struct flow *f, uint32_t fact, struct str value)
{
	if (!fact || fact > f->facts.n)
		return;
	struct doc_fact_text *t = &((struct doc_fact_text *)f->texts.p)[fact - 1];
	t->value = keep_text(f, value);
	flow_fact_blank(f, fact, t->value.n == 0);
}

void flow_fact_blank(struct flow *f, uint32_t fact, bool blank)
{
	if (fact && fact <= f->facts.n)
		((struct doc_fact *)f->facts.p)[fact - 1].blank = blank;
}

size_t flow_facts(const struct flow *f, const struct doc_fact **facts, const struct doc_fact_text **texts)
{
	*facts = f->facts.p;
	*texts = f->texts.p;
	return f->facts.n < f->texts.n ? f->facts.n : f->texts.n;
}

void flow_section(struct flow *f)
{
	if (f->depth == 0 && !f->beyond)
		f->section = node_add(f, FLOW_PAGE_END);
}

void flow_section_size(struct flow *f, int32_t width, int32_t height, int32_t margin)
{
	enum { LEAST = 7200, MOST = 1440000 }; /* an inch, 200 inches: what PDF 1.7 allows, annex C.2 */
	if (!f->section || width < LEAST || width > MOST || height < LEAST || height > MOST)
		return;
	if (margin < 0 || margin > width / 4 || margin > height / 4)
		margin = width / 16;
	f->section->props.box = (struct doc_box){ margin, 0, width, height };
}

void flow_section_join(struct flow *f)
{
	if (f->section && f->section != f->root.first)
		f->section->props.merge_up = true;
}
