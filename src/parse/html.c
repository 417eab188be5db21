/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html.h"

#include "parse/css.h"
#include "parse/html-tree.h"

#include <stdlib.h>

/*
 * The walk keeps its own stack, so that no depth of a document is a depth of
 * calls. Each level knows how many boxes of the flow it opened.
 */

enum { LARGEST = 4000, SMALLEST = 400, LABEL = 80, PAIRS_LABEL = 60, MOST_LABELS = 5000, FACT_TEXT = 4000 };

enum role {
	R_INLINE, R_BLOCK, R_SKIP, R_HIDDEN, R_LIST, R_ITEM, R_TABLE, R_ROW, R_CELL, R_GROUP, R_DL, R_DT, R_DD, R_BR, R_HR, R_IMG, R_INPUT,
	R_SELECT, R_TEXTAREA, R_META, R_TITLE, R_STYLE, R_SCRIPT, R_PAIRS, R_PAIR, R_ALONE
};
enum { BOLD = DOC_BOLD, ITALIC = DOC_ITALIC, MONO = DOC_MONO, UNDER = DOC_UNDERLINED, PRE = 256, KEEP = 512, CENTER = 1024 };

/* How elements are shown when nothing else is said (HTML standard, section 15 "Rendering"); sorted by name. */
static const struct element {
	const char *name;
	enum role role;
	int16_t size;     /* percent of ordinary text, 0 = inherited */
	int16_t space;    /* above and below, 1/100 pt */
	uint16_t style;
	int8_t raise;
	int16_t indent;
} elements[] = {
	{ "address", R_BLOCK, 0, 0, 0, 0, 0 }, { "article", R_BLOCK, 0, 0, 0, 0, 0 }, { "aside", R_BLOCK, 0, 0, 0, 0, 0 },
	{ "audio", R_SKIP, 0, 0, 0, 0, 0 }, { "b", R_INLINE, 0, 0, BOLD, 0, 0 }, { "base", R_SKIP, 0, 0, 0, 0, 0 },
	{ "big", R_INLINE, 120, 0, 0, 0, 0 }, { "blockquote", R_BLOCK, 0, 800, 0, 0, 3000 }, { "body", R_BLOCK, 0, 0, 0, 0, 0 },
	{ "br", R_BR, 0, 0, 0, 0, 0 }, { "canvas", R_SKIP, 0, 0, 0, 0, 0 }, { "caption", R_BLOCK, 0, 200, BOLD, 0, 0 },
	{ "center", R_BLOCK, 0, 0, CENTER, 0, 0 }, { "cite", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "code", R_INLINE, 0, 0, MONO, 0, 0 },
	{ "col", R_SKIP, 0, 0, 0, 0, 0 }, { "colgroup", R_SKIP, 0, 0, 0, 0, 0 }, { "dd", R_DD, 0, 0, 0, 0, 0 },
	{ "details", R_BLOCK, 0, 0, 0, 0, 0 }, { "dfn", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "dir", R_LIST, 0, 600, 0, 0, 1500 },
	{ "div", R_BLOCK, 0, 0, 0, 0, 0 }, { "dl", R_DL, 0, 600, 0, 0, 0 }, { "dt", R_DT, 0, 0, 0, 0, 0 },
	{ "em", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "embed", R_SKIP, 0, 0, 0, 0, 0 }, { "fieldset", R_BLOCK, 0, 400, 0, 0, 0 },
	{ "figcaption", R_BLOCK, 0, 0, 0, 0, 0 }, { "figure", R_BLOCK, 0, 400, 0, 0, 0 }, { "footer", R_BLOCK, 0, 0, 0, 0, 0 },
	{ "form", R_BLOCK, 0, 0, 0, 0, 0 }, { "frame", R_SKIP, 0, 0, 0, 0, 0 }, { "h1", R_BLOCK, 200, 1200, BOLD | KEEP, 0, 0 },
	{ "h2", R_BLOCK, 150, 1000, BOLD | KEEP, 0, 0 }, { "h3", R_BLOCK, 120, 900, BOLD | KEEP, 0, 0 },
	{ "h4", R_BLOCK, 110, 800, BOLD | KEEP, 0, 0 }, { "h5", R_BLOCK, 100, 800, BOLD | KEEP, 0, 0 },
	{ "h6", R_BLOCK, 100, 800, BOLD | KEEP, 0, 0 }, { "head", R_GROUP, 0, 0, 0, 0, 0 }, { "header", R_BLOCK, 0, 0, 0, 0, 0 },
	{ "hgroup", R_BLOCK, 0, 0, 0, 0, 0 }, { "hr", R_HR, 0, 0, 0, 0, 0 }, { "html", R_GROUP, 0, 0, 0, 0, 0 },
	{ "i", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "iframe", R_SKIP, 0, 0, 0, 0, 0 }, { "img", R_IMG, 0, 0, 0, 0, 0 },
	{ "input", R_INPUT, 0, 0, 0, 0, 0 }, { "ins", R_INLINE, 0, 0, UNDER, 0, 0 }, { "ix:header", R_HIDDEN, 0, 0, 0, 0, 0 },
	{ "ix:hidden", R_HIDDEN, 0, 0, 0, 0, 0 }, { "kbd", R_INLINE, 0, 0, MONO, 0, 0 }, { "legend", R_BLOCK, 0, 0, BOLD, 0, 0 },
	{ "li", R_ITEM, 0, 0, 0, 0, 0 }, { "link", R_SKIP, 0, 0, 0, 0, 0 }, { "listing", R_BLOCK, 0, 600, MONO | PRE, 0, 0 },
	{ "main", R_BLOCK, 0, 0, 0, 0, 0 }, { "menu", R_LIST, 0, 600, 0, 0, 1500 }, { "meta", R_META, 0, 0, 0, 0, 0 },
	{ "nav", R_BLOCK, 0, 0, 0, 0, 0 }, { "noframes", R_SKIP, 0, 0, 0, 0, 0 }, { "noscript", R_SKIP, 0, 0, 0, 0, 0 },
	{ "object", R_SKIP, 0, 0, 0, 0, 0 }, { "ol", R_LIST, 0, 600, 0, 0, 1500 }, { "optgroup", R_SKIP, 0, 0, 0, 0, 0 },
	{ "option", R_SKIP, 0, 0, 0, 0, 0 }, { "p", R_BLOCK, 0, 800, 0, 0, 0 }, { "param", R_SKIP, 0, 0, 0, 0, 0 },
	{ "plaintext", R_BLOCK, 0, 600, MONO | PRE, 0, 0 }, { "pre", R_BLOCK, 0, 600, MONO | PRE, 0, 0 }, { "rp", R_SKIP, 0, 0, 0, 0, 0 },
	{ "rt", R_SKIP, 0, 0, 0, 0, 0 }, { "samp", R_INLINE, 0, 0, MONO, 0, 0 }, { "script", R_SCRIPT, 0, 0, 0, 0, 0 },
	{ "search", R_BLOCK, 0, 0, 0, 0, 0 }, { "section", R_BLOCK, 0, 0, 0, 0, 0 }, { "select", R_SELECT, 0, 0, 0, 0, 0 },
	{ "small", R_INLINE, 83, 0, 0, 0, 0 }, { "source", R_SKIP, 0, 0, 0, 0, 0 }, { "strong", R_INLINE, 0, 0, BOLD, 0, 0 },
	{ "style", R_STYLE, 0, 0, 0, 0, 0 }, { "sub", R_INLINE, 0, 0, 0, -1, 0 }, { "summary", R_BLOCK, 0, 0, BOLD, 0, 0 },
	{ "sup", R_INLINE, 0, 0, 0, 1, 0 }, { "svg", R_SKIP, 0, 0, 0, 0, 0 }, { "table", R_TABLE, 0, 400, 0, 0, 0 },
	{ "tbody", R_GROUP, 0, 0, 0, 0, 0 }, { "td", R_CELL, 0, 0, 0, 0, 0 }, { "template", R_SKIP, 0, 0, 0, 0, 0 },
	{ "textarea", R_TEXTAREA, 0, 0, 0, 0, 0 }, { "tfoot", R_GROUP, 0, 0, 0, 0, 0 }, { "th", R_CELL, 0, 0, BOLD, 0, 0 },
	{ "thead", R_GROUP, 0, 0, 0, 0, 0 }, { "title", R_TITLE, 0, 0, 0, 0, 0 }, { "tr", R_ROW, 0, 0, 0, 0, 0 },
	{ "track", R_SKIP, 0, 0, 0, 0, 0 }, { "tt", R_INLINE, 0, 0, MONO, 0, 0 }, { "u", R_INLINE, 0, 0, UNDER, 0, 0 },
	{ "ul", R_LIST, 0, 600, 0, 0, 1500 }, { "var", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "video", R_SKIP, 0, 0, 0, 0, 0 },
	{ "xmp", R_BLOCK, 0, 600, MONO | PRE, 0, 0 },
};
static const struct element element_inline = { "", R_INLINE, 0, 0, 0, 0, 0 };

/* ARIA roles that say what a plain element is (WAI-ARIA 1.2). */
static const struct { const char *name; enum role role; } aria[] = {
	{ "table", R_TABLE }, { "grid", R_TABLE }, { "row", R_ROW }, { "cell", R_CELL }, { "gridcell", R_CELL }, { "rowheader", R_CELL },
	{ "columnheader", R_CELL }, { "rowgroup", R_GROUP },
};

struct level {
	const GumboNode *node;
	unsigned child;
	enum role role;
	uint16_t opened;          /* boxes of the flow */
	bool hidden, gone, row;   /* row: of a definition list, stands open */
	bool page_after;
	int32_t number;           /* of the next item of an ordered list; 0 = bullets */
	uint8_t align;
	struct flow_style style;
	const struct css_element *css;
};

struct walker {
	struct flow *f;
	struct level *levels;
	size_t n, cap;
	struct css_sheet *sheet;
	struct html_labels labels;
	bool failed;
};

static int element_cmp(const void *key, const void *row)
{
	return strcmp(key, ((const struct element *)row)->name);
}

static const struct element *element_of(const char *name)
{
	const struct element *e = bsearch(name, elements, sizeof(elements) / sizeof(*elements), sizeof(*elements), element_cmp);
	return e ? e : &element_inline;
}

static struct str attr(const GumboNode *n, const char *name)
{
	return html_attr(n, name);
}

static bool has_attr(const GumboNode *n, const char *name)
{
	return gumbo_get_attribute(&n->v.element.attributes, name) != NULL;
}

/* ---- what an element is */

static bool is_block(const GumboNode *n)
{
	if (n->type != GUMBO_NODE_ELEMENT)
		return false;
	char name[32];
	enum role r = element_of(html_name(n, name))->role;
	return r != R_INLINE && r != R_BR && r != R_IMG && r != R_INPUT && r != R_SELECT && r != R_SKIP && r != R_SCRIPT && r != R_STYLE;
}

static bool is_leaf(const GumboNode *n)
{
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		if (is_block(n->v.element.children.data[i]))
			return false;
	return true;
}

/* Children that are elements, if there are two and no text between them. */
static bool two_children(const GumboNode *n, const GumboNode *two[2])
{
	unsigned found = 0;
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];
		if (c->type == GUMBO_NODE_WHITESPACE || c->type == GUMBO_NODE_COMMENT)
			continue;
		if (c->type != GUMBO_NODE_ELEMENT || found == 2)
			return false;
		two[found++] = c;
	}
	return found == 2;
}

/* A box of two boxes, the first of which ends in a colon: label and value, meant to stand side by side. */
static bool is_pair(struct walker *w, const GumboNode *n)
{
	const GumboNode *two[2];
	char name[32];
	if (n->type != GUMBO_NODE_ELEMENT || element_of(html_name(n, name))->role != R_BLOCK || !two_children(n, two) ||
	    !is_block(two[0]) || !is_block(two[1]) || !is_leaf(two[0]) || !is_leaf(two[1]))
		return false;
	struct str label = str_trim(html_text(two[0], flow_arena(w->f), LABEL));
	return label.n > 1 && label.n < PAIRS_LABEL && label.p[label.n - 1] == ':';
}

static bool is_pairs(struct walker *w, const GumboNode *n)
{
	unsigned pairs = 0, all = 0;
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];
		if (c->type == GUMBO_NODE_TEXT || (c->type == GUMBO_NODE_ELEMENT && !is_block(c)))
			return false;
		all += c->type == GUMBO_NODE_ELEMENT;
		if (all > 2 * pairs + 4)
			return false;
		pairs += is_pair(w, c);
	}
	return pairs && pairs * 2 >= all;
}

static enum role aria_role(const GumboNode *n, enum role r)
{
	struct str role = attr(n, "role");
	for (size_t i = 0; (r == R_BLOCK || r == R_INLINE) && i < sizeof(aria) / sizeof(*aria); i++)
		if (str_eq_z(role, aria[i].name))
			return aria[i].role;
	return r;
}

static enum role css_role(const struct css_look *l, enum role r)
{
	static const enum role rows[] = { [CSS_INLINE] = R_INLINE, [CSS_BLOCK] = R_BLOCK, [CSS_ITEM] = R_ITEM, [CSS_TABLE] = R_TABLE,
					  [CSS_ROW] = R_ROW, [CSS_CELL] = R_CELL, [CSS_FLEX] = R_BLOCK, [CSS_NONE] = R_HIDDEN,
					  [CSS_CONTENTS] = R_GROUP };
	if (!(l->set & CSS_DISPLAY))
		return r;
	if (l->display == CSS_NONE)
		return R_HIDDEN;
	return r == R_BLOCK || r == R_INLINE ? rows[l->display] : r;
}

/* Cells and rows only count inside of what holds them. */
static enum role fitting_role(const struct level *up, enum role r)
{
	while (up->role == R_GROUP && up->node->parent && up->node->parent->type == GUMBO_NODE_ELEMENT && up[-1].node)
		up--;
	if ((r == R_ROW && up->role != R_TABLE) || (r == R_CELL && up->role != R_ROW))
		return R_BLOCK;
	return r;
}

/* ---- boxes */

static void box_open(struct walker *w, struct level *l, enum flow_kind kind, struct flow_props p)
{
	flow_open(w->f, kind, &p);
	l->opened++;
}

static uint16_t number_attr(const GumboNode *n, const char *name)
{
	int64_t v = 0;
	struct str s = attr(n, name);
	return str_to_i64(str_trim(s), &v) && v > 0 ? (uint16_t)(v < 65535 ? v : 65535) : 0;
}

static bool has_header_cell(const GumboNode *table)
{
	unsigned seen = 0;
	for (const GumboNode *n = html_next(table, table); n && seen < 2000; n = html_next(n, table), seen++)
		if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == GUMBO_TAG_TH)
			return true;
	return false;
}

static void table_open(struct walker *w, struct level *l, const struct element *e, const struct css_look *look)
{
	bool ruled = number_attr(l->node, "border") > 0 || look->borders == FLOW_SIDES || has_header_cell(l->node);
	box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space, .borders = ruled ? FLOW_SIDES : 0 });
}

static void cell_open(struct walker *w, struct level *l, const struct css_look *look)
{
	struct str v = attr(l->node, "valign");
	struct flow_props p = { .align = l->align, .valign = look->set & CSS_VALIGN ? look->valign : FLOW_TOP,
				.col_span = number_attr(l->node, "colspan"), .row_span = number_attr(l->node, "rowspan"),
				.borders = look->borders, .indent = look->indent > 500 ? look->indent : 0 };
	if (str_eq_nocase(v, STR("bottom")))
		p.valign = FLOW_BOTTOM;
	box_open(w, l, FLOW_CELL, p);
}

static void item_open(struct walker *w, struct level *l)
{
	struct level *up = l - 1;
	struct str marker = STR("\xE2\x80\xA2");
	int64_t value;
	if (up->role == R_LIST && up->number) {
		if (str_to_i64(attr(l->node, "value"), &value) && value >= 0 && value < 1000000)
			up->number = (int32_t)value;
		marker = arena_printf(flow_arena(w->f), "%d.", up->number++);
	}
	box_open(w, l, FLOW_ITEM, (struct flow_props){ .marker = marker, .after = 100, .align = l->align });
}

static void list_open(struct walker *w, struct level *l, const struct element *e)
{
	int64_t start = 1;
	str_to_i64(attr(l->node, "start"), &start);
	l->number = l->node->v.element.tag == GUMBO_TAG_OL ? (int32_t)(start > 0 && start < 1000000 ? start : 1) : 0;
	box_open(w, l, FLOW_BLOCK, (struct flow_props){ .before = e->space, .after = e->space, .indent = e->indent, .align = l->align });
}

static void block_open(struct walker *w, struct level *l, const struct element *e, const struct css_look *look)
{
	int32_t indent = e->indent + (look->set & CSS_INDENT ? look->indent : 0);
	box_open(w, l, FLOW_BLOCK, (struct flow_props){ .before = e->space, .after = e->space, .indent = indent < 20000 ? indent : 20000,
							.align = l->align, .keep = (e->style & KEEP) != 0 });
}

/* ---- definition lists: a row for each term, its descriptions right of it */

static struct level *list_of(struct walker *w)
{
	for (size_t i = w->n - 1; i > 0; i--)
		if (w->levels[i - 1].role != R_BLOCK && w->levels[i - 1].role != R_GROUP)
			return w->levels[i - 1].role == R_DL ? &w->levels[i - 1] : NULL;
	return NULL;
}

static void row_end(struct walker *w, struct level *dl)
{
	if (dl->row)
		flow_close(w->f);
	dl->row = false;
}

static bool term_open(struct walker *w, struct level *l)
{
	struct level *dl = list_of(w);
	if (!dl)
		return false;
	if (l->role == R_DT || !dl->row) {
		row_end(w, dl);
		flow_open(w->f, FLOW_ROW, NULL);
		dl->row = true;
		if (l->role == R_DD) {
			flow_open(w->f, FLOW_CELL, NULL);
			flow_close(w->f);
		}
	}
	box_open(w, l, FLOW_CELL, (struct flow_props){ .align = FLOW_LEFT });
	return true;
}

static void term_close(struct walker *w, const struct level *l)
{
	struct level *dl = list_of(w);
	if (dl && l->role == R_DD)
		row_end(w, dl);
}

/* ---- forms */

static struct str field_label(struct walker *w, const GumboNode *n)
{
	static const char *const others[] = { "aria-label", "title", "placeholder" };
	struct str s = html_label(&w->labels, n, flow_arena(w->f));
	for (size_t i = 0; !s.n && i < sizeof(others) / sizeof(*others); i++)
		s = str_trim(attr(n, others[i]));
	return s;
}

static void field_show(struct walker *w, struct level *l, struct str value)
{
	struct flow_style style = l->style;
	struct str name = attr(l->node, "name");
	style.fact = flow_fact(w->f, DOC_FACT_FIELD, name.n ? name : attr(l->node, "id"), field_label(w, l->node), value);
	style.source = DOC_SOURCE_FIELD;
	flow_text(w->f, STR(" "), &l->style);
	flow_text(w->f, value, &style);
	flow_text(w->f, STR(" "), &l->style);
}

static void input_show(struct walker *w, struct level *l)
{
	static const char *const silent[] = { "hidden", "password", "image", "file", "range", "color" };
	static const char *const buttons[] = { "submit", "button", "reset" };
	struct str type = attr(l->node, "type"), value = attr(l->node, "value");
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		if (str_eq_nocase(type, str_from(silent[i])))
			return;
	for (size_t i = 0; i < sizeof(buttons) / sizeof(*buttons); i++)
		if (str_eq_nocase(type, str_from(buttons[i]))) {
			flow_text(w->f, value, &l->style);
			return;
		}
	bool radio = str_eq_nocase(type, STR("radio"));
	if (radio || str_eq_nocase(type, STR("checkbox")))
		flow_mark(w->f, radio ? DOC_MARK_RADIO : DOC_MARK_CHECKBOX, has_attr(l->node, "checked"));
	else
		field_show(w, l, value);
}

/* The options that are chosen; of a plain one the first if none is. */
static void select_show(struct walker *w, struct level *l)
{
	struct str first = { "", 0 };
	bool any = false;
	for (const GumboNode *n = html_next(l->node, l->node); n; n = html_next(n, l->node)) {
		if (n->type != GUMBO_NODE_ELEMENT || n->v.element.tag != GUMBO_TAG_OPTION)
			continue;
		struct str text = html_text(n, flow_arena(w->f), FACT_TEXT);
		first = first.n ? first : text;
		if (has_attr(n, "selected")) {
			field_show(w, l, text);
			any = true;
		}
	}
	if (!any && !has_attr(l->node, "multiple"))
		field_show(w, l, first);
}

/* ---- facts */

static void meta_show(struct walker *w, const GumboNode *n)
{
	struct str name = attr(n, "name").n ? attr(n, "name") : attr(n, "property"), value = attr(n, "content");
	if (name.n && value.n)
		flow_fact(w->f, DOC_FACT_META, name, STR(""), value);
}

/* Microdata: an itemprop's path and value; its words show it. */
static void itemprop_note(struct walker *w, struct level *l)
{
	static const char *const holders[] = { "content", "datetime", "value" };
	struct str prop = attr(l->node, "itemprop"), value = { NULL, 0 };
	if (!prop.n || has_attr(l->node, "itemscope"))
		return;
	for (size_t i = 0; !value.p && i < sizeof(holders) / sizeof(*holders); i++)
		if (has_attr(l->node, holders[i]))
			value = attr(l->node, holders[i]);
	if (!value.p)
		value = html_text(l->node, flow_arena(w->f), FACT_TEXT);
	if (!str_trim(value).n)
		return;
	for (size_t i = w->n - 1; i > 1; i--) {
		const GumboNode *n = w->levels[i - 1].node;
		if (n->type == GUMBO_NODE_ELEMENT && has_attr(n, "itemscope")) {
			if (attr(n, "itemprop").n)
				prop = arena_printf(flow_arena(w->f), "%.*s.%.*s", STR_ARGS(attr(n, "itemprop")), STR_ARGS(prop));
			break;
		}
	}
	l->style.fact = flow_fact(w->f, DOC_FACT_FIELD, prop, STR(""), value);
}

/* ---- style */

static void style_apply(struct level *l, const struct element *e, const struct css_look *look)
{
	struct flow_style *s = &l->style;
	int32_t size = e->size ? (e->role == R_INLINE ? s->size * e->size / 100 : FLOW_SIZE * e->size / 100) : s->size;
	if (look->set & CSS_SIZE)
		size = look->size < 0 ? -(int32_t)((int64_t)s->size * look->size / 100) : look->size;
	s->size = (uint16_t)(size < SMALLEST ? SMALLEST : size > LARGEST ? LARGEST : size);
	s->flags |= (uint8_t)(e->style & (BOLD | ITALIC | MONO | UNDER));
	s->pre = s->pre || (e->style & PRE);
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
	l->align = look->set & CSS_ALIGN ? look->align : e->style & CENTER ? FLOW_CENTER : l->align;
	l->hidden = look->set & CSS_HIDDEN ? look->hidden : l->hidden;
	l->gone = l->gone || (look->set & CSS_GONE && look->gone);
}

/* Attributes of old: align, hidden, font size. */
static void attributes_apply(struct css_look *look, const GumboNode *n)
{
	struct str align = attr(n, "align");
	if (align.n && n->v.element.tag != GUMBO_TAG_TABLE && n->v.element.tag != GUMBO_TAG_IMG) {
		look->align = str_eq_nocase(align, STR("right")) ? FLOW_RIGHT : str_eq_nocase(align, STR("center")) ? FLOW_CENTER : FLOW_LEFT;
		look->set |= CSS_ALIGN;
	}
	if (has_attr(n, "hidden") && !str_eq_z(attr(n, "hidden"), "until-found")) {
		look->display = CSS_NONE;
		look->set |= CSS_DISPLAY;
	}
}

static void heading_role(const GumboNode *n, const struct element **e)
{
	int64_t level = 2;
	char name[3] = "h2";
	if (!str_eq_z(attr(n, "role"), "heading"))
		return;
	str_to_i64(attr(n, "aria-level"), &level);
	name[1] = (char)('0' + (level >= 1 && level <= 6 ? level : 2));
	*e = element_of(name);
}

/* ---- the walk */

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
	l->row = l->page_after = false;
	l->number = 0;
	return l;
}

static const struct css_element *css_of(struct walker *w, const struct level *l, const char *name)
{
	struct css_element *e = ARENA_NEW(flow_arena(w->f), struct css_element);
	if (e)
		*e = (struct css_element){ arena_str(flow_arena(w->f), str_from(name)), attr(l->node, "id"), attr(l->node, "class"), l->css };
	return e;
}

static void role_open(struct walker *w, struct level *l, const struct element *e, const struct css_look *look)
{
	switch (l->role) {
	case R_BLOCK:
		if (is_pairs(w, l->node)) {
			l->role = R_PAIRS;
			box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space });
		} else {
			block_open(w, l, e, look);
		}
		break;
	case R_PAIR:
		box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		l->role = R_ROW;
		break;
	case R_ALONE:
		box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		box_open(w, l, FLOW_CELL, (struct flow_props){ .col_span = 2 });
		l->role = R_BLOCK;
		break;
	case R_LIST:
		list_open(w, l, e);
		break;
	case R_ITEM:
		item_open(w, l);
		break;
	case R_TABLE:
		table_open(w, l, e, look);
		break;
	case R_DL:
		box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space });
		break;
	case R_ROW:
		box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		break;
	case R_CELL:
		cell_open(w, l, look);
		break;
	case R_DT:
	case R_DD:
		if (!term_open(w, l))
			box_open(w, l, FLOW_BLOCK, (struct flow_props){ .indent = l->role == R_DD ? 3000 : 0 });
		break;
	default:
		break;
	}
}

/* Elements that are all said at once; true if the walk need not go in. */
static bool void_show(struct walker *w, struct level *l, enum role r)
{
	struct arena *a = flow_arena(w->f);
	struct str text;
	struct flow_style style = l->style;
	bool seen = !l->hidden && !l->gone;
	switch (r) {
	case R_SKIP:
		return true;
	case R_META:
		meta_show(w, l->node);
		return true;
	case R_TITLE:
		flow_fact(w->f, DOC_FACT_META, STR("title"), STR(""), html_text(l->node, a, FACT_TEXT));
		return true;
	case R_STYLE:
		css_read(&w->sheet, html_text(l->node, a, SIZE_MAX), a);
		return true;
	case R_SCRIPT:
		text = attr(l->node, "type");
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
		style.source = DOC_SOURCE_ATTRIBUTE;
		flow_text(w->f, STR(" "), &l->style);
		flow_text(w->f, seen ? attr(l->node, "alt") : STR(""), &style);
		flow_text(w->f, STR(" "), &l->style);
		return true;
	case R_INPUT:
		if (seen)
			input_show(w, l);
		return true;
	case R_SELECT:
		if (seen)
			select_show(w, l);
		return true;
	case R_TEXTAREA:
		l->style.pre = true;
		if (seen)
			field_show(w, l, html_text(l->node, a, SIZE_MAX));
		return true;
	default:
		return false;
	}
}

static void enter(struct walker *w, const GumboNode *n)
{
	char name[32];
	const struct element *e = element_of(html_name(n, name));
	struct level *l = level_push(w, n), *up = l - 1;
	struct css_look look = { 0 };
	if (!l)
		return;
	heading_role(n, &e);
	l->css = css_of(w, l, name);
	attributes_apply(&look, n);
	if (l->css)
		css_match(w->sheet, l->css, &look);
	css_declare(&look, attr(n, "style"));
	style_apply(l, e, &look);
	if (void_show(w, l, e->role)) {
		w->n--;
		return;
	}
	enum role role = css_role(&look, aria_role(n, e->role));
	if (up->role == R_PAIRS)
		l->role = is_pair(w, n) ? R_PAIR : R_ALONE;
	else if (up->role == R_ROW && up->node->v.element.tag != GUMBO_TAG_TR && role == R_BLOCK)
		l->role = R_CELL;
	else
		l->role = fitting_role(up, role);
	if (role == R_HIDDEN) {
		l->gone = true;
		l->role = R_INLINE;
	}
	if (l->gone)
		return; /* only its words are counted */
	if (str_eq_z(attr(n, "role"), "columnheader") || str_eq_z(attr(n, "role"), "rowheader"))
		l->style.flags |= DOC_BOLD;
	itemprop_note(w, l);
	if (look.page & 1)
		flow_page(w->f);
	l->page_after = (look.page & 2) != 0;
	role_open(w, l, e, &look);
}

static void leave(struct walker *w)
{
	struct level *l = &w->levels[w->n - 1];
	if (l->role == R_DL)
		row_end(w, l);
	for (; l->opened; l->opened--)
		flow_close(w->f);
	if (l->role == R_DD)
		term_close(w, l);
	if (l->page_after)
		flow_page(w->f);
	w->n--;
}

static void text_show(struct walker *w, const GumboNode *n)
{
	struct level *l = &w->levels[w->n - 1];
	struct str s = str_from(n->v.text.text);
	if (l->hidden || l->gone)
		flow_hidden(w->f, s);
	else
		flow_text(w->f, s, &l->style);
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

bool html_read(struct flow *f, struct str utf8, struct err *e)
{
	struct walker w = { .f = f };
	struct html_tree tree;
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
	html_tree_close(&tree);
	return ok;
}
