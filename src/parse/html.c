/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html-private.h"
#include "doc/order.h"

#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 4000, SMALLEST = 400, TINY = 100 /* is not meant to be read */, CSS_BYTES = 64 << 20, PX = 75 /* doc units */,
       LETTERS_APART = 3 /* small letters at the end of a word: "H" of "H2O" has none */ };

/* ---- style */

/* What is behind its letters, and whether they are seen at all. */
static void colors_apply(struct level *l, const struct css_look *look)
{
	if (look->set & CSS_SIZE)
		l->tiny = look->size > 0 ? look->size <= TINY : look->size == 0 || l->tiny;
	if (look->set & CSS_COLOR)
		l->color = look->color;
	if (look->set & CSS_GROUND && look->ground != CSS_CLEAR)
		l->shaded = look->ground == CSS_DARK;
	l->placed = l->placed || (look->set & CSS_FIXED && look->placed);
	l->gone = l->gone || (look->set & CSS_FLAT && look->flat && look->set & CSS_CUT && look->cut);
}

/* Letters the colour of the paper are seen where something else is behind them, or may be. */
static bool letters_are_seen(const struct walker *w, const struct level *l)
{
	bool paper = l->color == CSS_PAPER && !l->shaded && !l->placed && !w->unsure && !css_unsure(w->sheet);
	return !l->hidden && !l->gone && !l->tiny && l->color != CSS_CLEAR && !paper;
}

static void style_apply(struct level *l, const struct html_element *e, const struct css_look *look)
{
	struct flow_style *s = &l->style;
	int32_t size = e->size ? (e->role == R_INLINE ? s->size * e->size / 100 : FLOW_SIZE * e->size / 100) : s->size;
	if (look->set & CSS_SIZE)
		size = look->size < 0 ? -(int32_t)((int64_t)s->size * look->size / 100) : look->size;
	s->size = (uint16_t)(size < SMALLEST ? SMALLEST : size > LARGEST ? LARGEST : size);
	s->flags |= (uint8_t)(e->style & (DOC_BOLD | DOC_ITALIC | DOC_MONO | DOC_UNDERLINED));
	s->pre = s->pre || (e->style & HTML_PRE);
	s->raise = e->raise ? e->raise : s->raise;
	static const struct { uint32_t set; uint8_t flag; } flags[] = {
		{ CSS_BOLD, DOC_BOLD }, { CSS_ITALIC, DOC_ITALIC }, { CSS_UNDERLINE, DOC_UNDERLINED }, { CSS_MONO, DOC_MONO },
	};
	bool on[] = { look->bold, look->italic, look->underline, look->mono };
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (look->set & flags[i].set)
			s->flags = (uint8_t)(on[i] ? s->flags | flags[i].flag : s->flags & ~flags[i].flag);
	if (look->set & CSS_PRE)
		s->pre = look->pre;
	if (look->set & CSS_RAISE)
		s->raise = look->raise;
	l->align = look->set & CSS_ALIGN ? look->align : e->style & HTML_CENTER ? FLOW_CENTER : l->align;
	l->hidden = look->set & CSS_HIDDEN ? look->hidden : l->hidden;
	l->gone = l->gone || (look->set & CSS_GONE && look->gone);
	colors_apply(l, look);
}

static void color_attributes_apply(struct css_look *look, const GumboNode *n)
{
	static const struct { const char *name; uint32_t set; } rows[] = {
		{ "color", CSS_COLOR }, { "bgcolor", CSS_GROUND }, { "background", CSS_GROUND },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct str v = str_trim(html_attr(n, rows[i].name));
		if (!v.n || (rows[i].set == CSS_COLOR && n->v.element.tag != GUMBO_TAG_FONT))
			continue;
		look->set |= rows[i].set;
		*(rows[i].set == CSS_COLOR ? &look->color : &look->ground) = (uint8_t)css_color_of(v);
	}
}

/* Attributes of old: align, hidden, colours; a dialogue that is not open. */
static void attributes_apply(struct css_look *look, const GumboNode *n, const char *name)
{
	color_attributes_apply(look, n);
	struct str align = html_attr(n, "align");
	if (align.n && n->v.element.tag != GUMBO_TAG_TABLE && n->v.element.tag != GUMBO_TAG_IMG) {
		look->align = str_eq_nocase(align, STR("right")) ? FLOW_RIGHT : str_eq_nocase(align, STR("center")) ? FLOW_CENTER : FLOW_LEFT;
		look->set |= CSS_ALIGN;
	}
	bool closed = strcmp(name, "dialog") == 0 && !html_has_attr(n, "open");
	if (closed || (html_has_attr(n, "hidden") && !str_eq_z(html_attr(n, "hidden"), "until-found"))) {
		look->display = CSS_NONE;
		look->set |= CSS_DISPLAY;
	}
}

static void heading_role(const GumboNode *n, const struct html_element **e)
{
	int64_t level = 2;
	char name[3] = "h2";
	if (!str_eq_z(html_attr(n, "role"), "heading"))
		return;
	str_to_i64(html_attr(n, "aria-level"), &level);
	name[1] = (char)('0' + (level >= 1 && level <= 6 ? level : 2));
	*e = html_element_of(name);
}

/* ---- the walk */

/* Cells and rows only count inside of what holds them. */
static enum role fitting_role(const struct level *up, enum role r)
{
	while (up->role == R_GROUP && up->node->parent && up->node->parent->type == GUMBO_NODE_ELEMENT && up[-1].node)
		up--;
	if ((r == R_ROW && up->role != R_TABLE) || (r == R_CELL && up->role != R_ROW))
		return R_BLOCK;
	return r;
}

static struct level *level_push(struct walker *w, const GumboNode *n)
{
	if (w->n == w->cap) {
		size_t cap = w->cap ? w->cap * 2 : 64;
		struct level *p = realloc(w->levels, cap * sizeof(*p));
		if (!p) {
			w->failed = true;
			return NULL;
		}
		w->levels = p;
		w->cap = cap;
	}
	struct level *l = &w->levels[w->n++];
	*l = w->n > 1 ? l[-1] : (struct level){ .style = { .size = FLOW_SIZE } };
	l->node = n;
	l->child = 0;
	l->opened = 0;
	l->row = l->page_after = l->tab_after = l->blank_after = false;
	l->number = l->marker = 0;
	l->tracks = l->track = l->span = 0;
	l->lined = 0;
	l->after = (struct str){ "", 0 };
	return l;
}

static const struct css_element *css_of(struct walker *w, const struct level *l, const char *name)
{
	struct css_element *e = ARENA_NEW(flow_arena(w->f), struct css_element);
	if (e)
		*e = (struct css_element){ arena_str(flow_arena(w->f), str_from(name)), html_attr(l->node, "id"), html_attr(l->node, "class"), l->css };
	return e;
}

/* What its author says of a picture, and its text if its bytes are here. */
static void image_show(struct walker *w, struct level *l, bool seen)
{
	struct flow_style style = l->style;
	style.source = DOC_SOURCE_ATTRIBUTE;
	flow_text(w->f, STR(" "), &l->style);
	flow_text(w->f, seen ? html_attr(l->node, "alt") : STR(""), &style);
	flow_text(w->f, STR(" "), &l->style);
	if (seen)
		flow_picture(w->f, str_trim(html_attr(l->node, "src")), html_number(l->node, "width") * PX, html_number(l->node, "height") * PX);
}

/* Elements that are all said at once; true if the walk need not go in. */
static bool void_show(struct walker *w, struct level *l, enum role r)
{
	struct arena *a = flow_arena(w->f);
	struct str text;
	bool seen = !l->hidden && !l->gone;
	switch (r) {
	case R_SKIP:
		return true;
	case R_META:
		html_meta_note(w, l->node);
		return true;
	case R_TITLE:
		flow_fact(w->f, DOC_FACT_META, STR("title"), STR(""), html_text(l->node, a, HTML_FACT_TEXT));
		return true;
	case R_STYLE:
		css_read(&w->sheet, html_text(l->node, &w->css, SIZE_MAX), &w->css);
		return true;
	case R_LINK:
		html_link_read(w, l->node);
		return true;
	case R_SVG:
		if (seen)
			html_svg_show(w, l->node);
		return true;
	case R_SCRIPT:
		text = html_attr(l->node, "type");
		if (text.n >= 19 && str_eq_nocase((struct str){ text.p, 19 }, STR("application/ld+json")))
			jsonld_facts(w->f, html_text(l->node, a, SIZE_MAX));
		return true;
	case R_BR:
		if (seen)
			flow_break(w->f);
		return true;
	case R_HR:
		if (seen)
			flow_line(w->f);
		return true;
	case R_IMG:
		image_show(w, l, seen);
		return true;
	case R_INPUT:
		if (seen)
			html_input_show(w, l);
		return true;
	case R_SELECT:
		if (seen)
			html_select_show(w, l);
		return true;
	case R_TEXTAREA:
		l->style.pre = true;
		if (seen)
			html_field_show(w, l, html_text(l->node, a, SIZE_MAX));
		return true;
	default:
		return false;
	}
}

static bool is_shown_at_once(enum role r)
{
	return r == R_BR || r == R_HR || r == R_IMG || r == R_SVG || r == R_INPUT || r == R_SELECT || r == R_TEXTAREA;
}

static enum role role_of(struct walker *w, struct level *l, const struct css_look *look, enum role own)
{
	const struct level *up = l - 1;
	enum role role = html_css_role(look, own);
	if (role == R_HIDDEN) {
		l->gone = true;
		return R_INLINE;
	}
	/* What fills the page in columns is read one after the other. */
	if ((role == R_FLEX || role == R_GRID) && !html_short_parts(w, l->node))
		role = R_BLOCK;
	if (up->role == R_PAIRS)
		return html_is_pair(w, l->node) ? R_PAIR : R_ALONE;
	if (up->role == R_ROW && up->node->v.element.tag != GUMBO_TAG_TR && (role == R_BLOCK || role == R_INLINE))
		return R_CELL;
	return fitting_role(up, role);
}

static struct str attr_of(const void *n, struct str name)
{
	char z[64];
	snprintf(z, sizeof(z), "%.*s", STR_ARGS(name));
	return html_attr(n, z);
}

/* What a style sheet writes before or after the content of an element. */
static void beside_show(struct walker *w, struct level *l, struct str content)
{
	struct buf b = BUF_INIT(10000);
	if (!content.n || l->role == R_TABLE || l->role == R_GRID || l->role == R_DL || l->gone)
		return;
	css_content(content, attr_of, l->node, &b);
	if (str_trim(buf_view(&b)).n && !letters_are_seen(w, l))
		flow_hidden(w->f, buf_view(&b));
	else if (str_trim(buf_view(&b)).n)
		flow_text(w->f, buf_view(&b), &l->style);
	buf_fini(&b);
}

/* Nothing that it says hides the element. */
static void look_reveal(struct css_look *look)
{
	bool tiny = look->set & CSS_SIZE && look->size >= 0 && look->size <= TINY;
	look->set &= ~(uint32_t)(CSS_HIDDEN | CSS_GONE | CSS_COLOR | CSS_FLAT | (tiny ? CSS_SIZE : 0) | (look->display == CSS_NONE ? CSS_DISPLAY : 0));
}

static bool is_unwished(const struct walker *w, const GumboNode *n, const char *name, const struct css_look *look)
{
	static const char *const names[] = { "nav", "aside", "menu" }, *const parts[] = { "navigation", "menu", "menubar", "complementary" };
	bool found = w->wishes & TASK_HTML_NO_FIXED && look->set & CSS_FIXED && look->fixed;
	if (!(w->wishes & TASK_HTML_NO_NAVIGATION))
		return found;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		found |= strcmp(name, names[i]) == 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		found |= str_eq_z(html_attr(n, "role"), parts[i]);
	return found;
}

static void enter(struct walker *w, const GumboNode *n)
{
	char name[32];
	const struct html_element *e = html_element_of(html_name(n, name));
	struct level *l = level_push(w, n), *up = l - 1;
	struct css_look look = { 0 };
	if (!l)
		return;
	heading_role(n, &e);
	l->css = css_of(w, l, name);
	attributes_apply(&look, n, name);
	if (l->css)
		css_match(w->sheet, l->css, &look);
	css_declare(&look, html_attr(n, "style"));
	if (w->wishes & TASK_HTML_VISIBLE)
		look_reveal(&look);
	style_apply(l, e, &look);
	l->gone = l->gone || (look.set & CSS_DISPLAY && look.display == CSS_NONE) || is_unwished(w, n, name, &look);
	if (is_shown_at_once(e->role) && !l->gone)
		html_lined_end(w, up);
	if (void_show(w, l, e->role)) {
		w->n--;
		return;
	}
	l->role = role_of(w, l, &look, html_aria_role(n, e->role));
	if (l->gone)
		return; /* only its words are counted */
	if (l->role != R_FLEX)
		html_lined_end(w, up);
	if (n->v.element.tag == GUMBO_TAG_A && html_has_attr(n, "href"))
		l->style.link = flow_link(w->f, html_attr(n, "href"));
	if (str_eq_z(html_attr(n, "role"), "columnheader") || str_eq_z(html_attr(n, "role"), "rowheader"))
		l->style.flags |= DOC_BOLD;
	html_itemprop_note(w, l);
	if (look.page & 1)
		flow_page(w->f);
	l->page_after = (look.page & 2) != 0;
	if (l->role == R_INLINE && look.set & CSS_DISPLAY && look.display == CSS_INLINE_BLOCK) {
		l->tab_after = look.has_width;
		l->blank_after = look.has_width || look.indent > 0;
		flow_text(w->f, l->blank_after ? STR(" ") : STR(""), &l->style);
	}
	html_role_open(w, l, e, &look);
	html_math_part(w, l, name);
	beside_show(w, l, look.beside[CSS_BEFORE]);
	l->after = look.beside[CSS_AFTER];
}

static void leave(struct walker *w)
{
	struct level *l = &w->levels[w->n - 1];
	html_lined_end(w, l);
	beside_show(w, l, l->after);
	html_role_close(w, l);
	if (l->tab_after)
		flow_tab(w->f);
	else if (l->blank_after)
		flow_text(w->f, STR(" "), &l->style);
	if (l->page_after)
		flow_page(w->f);
	w->n--;
}

static bool is_phrase_tag(const GumboNode *n)
{
	static const GumboTag tags[] = { GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_B, GUMBO_TAG_EM, GUMBO_TAG_LABEL, GUMBO_TAG_TIME };
	for (size_t i = 0; n->type == GUMBO_NODE_ELEMENT && i < sizeof tags / sizeof *tags; i++)
		if (n->v.element.tag == tags[i])
			return true;
	return false;
}

/* How many small letters the text at the end of an element ends with. */
static size_t letters_at_end(const GumboNode *n)
{
	size_t letters = 0;
	while (n && n->type == GUMBO_NODE_ELEMENT)
		n = n->v.element.children.length ? n->v.element.children.data[n->v.element.children.length - 1] : NULL;
	struct str s = n && n->type == GUMBO_NODE_TEXT ? str_from(n->v.text.text) : STR("");
	while (letters < s.n && s.p[s.n - 1 - letters] >= 'a' && s.p[s.n - 1 - letters] <= 'z')
		letters++;
	return letters;
}

/* "<span>Total time</span><strong>40 min</strong>": two elements that a style sheet sets apart are no one word. */
static bool stands_apart(const struct walker *w, struct str s)
{
	const struct level *l = &w->levels[w->n - 1], *up = w->n > 1 ? l - 1 : NULL;
	if (!up || l->child != 1 || up->child < 2 || !s.n || s.p[0] < '0' || s.p[0] > '9' || !is_phrase_tag(l->node))
		return false;
	const GumboNode *before = up->node->v.element.children.data[up->child - 2];
	return is_phrase_tag(before) && letters_at_end(before) >= LETTERS_APART;
}

static void text_show(struct walker *w, const GumboNode *n)
{
	struct level *l = &w->levels[w->n - 1];
	struct str s = str_from(n->v.text.text);
	if (!letters_are_seen(w, l))
		flow_hidden(w->f, s);
	else {
		if (str_trim(s).n)
			html_lined_end(w, l);
		flow_text(w->f, stands_apart(w, s) ? STR(" ") : STR(""), &l->style);
		flow_text(w->f, s, &l->style);
	}
}

static void walk(struct walker *w, const GumboNode *root)
{
	enter(w, root);
	while (w->n > 1 && !w->failed) {
		struct level *l = &w->levels[w->n - 1];
		const GumboVector *children = &l->node->v.element.children;
		if (l->child == children->length) {
			leave(w);
			continue;
		}
		const GumboNode *c = children->data[l->child++];
		if (c->type == GUMBO_NODE_ELEMENT)
			enter(w, c);
		else if (c->type == GUMBO_NODE_TEXT || c->type == GUMBO_NODE_WHITESPACE || c->type == GUMBO_NODE_CDATA)
			text_show(w, c);
	}
}

bool html_read(struct flow *f, struct str utf8, uint32_t wishes, struct err *e)
{
	struct walker w = { .f = f, .wishes = wishes };
	struct html_tree tree;
	arena_init(&w.css, "style sheets", CSS_BYTES);
	bool ok = html_tree_open(&tree, utf8, e);
	if (ok) {
		html_labels_collect(&w.labels, tree.root, flow_arena(f));
		level_push(&w, tree.root); /* stands for what is outside */
		if (!w.failed)
			walk(&w, tree.root);
	}
	if (w.failed)
		ok = err_set(e, ERR_MEMORY, "out of memory");
	free(w.levels);
	arena_fini(&w.css);
	html_tree_close(&tree);
	return ok;
}
