/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html-private.h"

#include <stdlib.h>

enum { LABEL = 80, PAIRS_LABEL = 60, SHORT = 200 };
enum { BOLD = DOC_BOLD, ITALIC = DOC_ITALIC, MONO = DOC_MONO, UNDER = DOC_UNDERLINED, PRE = HTML_PRE, KEEP = HTML_KEEP,
	CENTER = HTML_CENTER };

/* How elements are shown when nothing else is said (HTML standard, section 15 "Rendering"); sorted by name. */
static const struct html_element elements[] = {
	{ "address", R_BLOCK, 0, 0, 0, 0, 0 }, { "annotation", R_SKIP, 0, 0, 0, 0, 0 },
	{ "annotation-xml", R_SKIP, 0, 0, 0, 0, 0 }, { "article", R_BLOCK, 0, 0, 0, 0, 0 }, { "aside", R_BLOCK, 0, 0, 0, 0, 0 },
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
	{ "li", R_ITEM, 0, 0, 0, 0, 0 }, { "link", R_LINK, 0, 0, 0, 0, 0 }, { "listing", R_BLOCK, 0, 600, MONO | PRE, 0, 0 },
	{ "main", R_BLOCK, 0, 0, 0, 0, 0 }, { "menu", R_LIST, 0, 600, 0, 0, 1500 }, { "meta", R_META, 0, 0, 0, 0, 0 },
	{ "meter", R_SKIP, 0, 0, 0, 0, 0 },
	{ "nav", R_BLOCK, 0, 0, 0, 0, 0 }, { "noframes", R_SKIP, 0, 0, 0, 0, 0 }, { "noscript", R_SKIP, 0, 0, 0, 0, 0 },
	{ "object", R_SKIP, 0, 0, 0, 0, 0 }, { "ol", R_LIST, 0, 600, 0, 0, 1500 }, { "optgroup", R_SKIP, 0, 0, 0, 0, 0 },
	{ "option", R_SKIP, 0, 0, 0, 0, 0 }, { "p", R_BLOCK, 0, 800, 0, 0, 0 }, { "param", R_SKIP, 0, 0, 0, 0, 0 },
	{ "plaintext", R_BLOCK, 0, 600, MONO | PRE, 0, 0 }, { "pre", R_BLOCK, 0, 600, MONO | PRE, 0, 0 },
	{ "progress", R_SKIP, 0, 0, 0, 0, 0 }, { "rp", R_SKIP, 0, 0, 0, 0, 0 },
	{ "rt", R_SKIP, 0, 0, 0, 0, 0 }, { "samp", R_INLINE, 0, 0, MONO, 0, 0 }, { "script", R_SCRIPT, 0, 0, 0, 0, 0 },
	{ "search", R_BLOCK, 0, 0, 0, 0, 0 }, { "section", R_BLOCK, 0, 0, 0, 0, 0 }, { "select", R_SELECT, 0, 0, 0, 0, 0 },
	{ "small", R_INLINE, 83, 0, 0, 0, 0 }, { "source", R_SKIP, 0, 0, 0, 0, 0 }, { "strong", R_INLINE, 0, 0, BOLD, 0, 0 },
	{ "style", R_STYLE, 0, 0, 0, 0, 0 }, { "sub", R_INLINE, 0, 0, 0, -1, 0 }, { "summary", R_BLOCK, 0, 0, BOLD, 0, 0 },
	{ "sup", R_INLINE, 0, 0, 0, 1, 0 }, { "svg", R_SVG, 0, 0, 0, 0, 0 }, { "table", R_TABLE, 0, 400, 0, 0, 0 },
	{ "tbody", R_GROUP, 0, 0, 0, 0, 0 }, { "td", R_CELL, 0, 0, 0, 0, 0 }, { "template", R_SKIP, 0, 0, 0, 0, 0 },
	{ "textarea", R_TEXTAREA, 0, 0, 0, 0, 0 }, { "tfoot", R_GROUP, 0, 0, 0, 0, 0 }, { "th", R_CELL, 0, 0, BOLD, 0, 0 },
	{ "thead", R_GROUP, 0, 0, 0, 0, 0 }, { "title", R_TITLE, 0, 0, 0, 0, 0 }, { "tr", R_ROW, 0, 0, 0, 0, 0 },
	{ "track", R_SKIP, 0, 0, 0, 0, 0 }, { "tt", R_INLINE, 0, 0, MONO, 0, 0 }, { "u", R_INLINE, 0, 0, UNDER, 0, 0 },
	{ "ul", R_LIST, 0, 600, 0, 0, 1500 }, { "var", R_INLINE, 0, 0, ITALIC, 0, 0 }, { "video", R_SKIP, 0, 0, 0, 0, 0 },
	{ "xmp", R_BLOCK, 0, 600, MONO | PRE, 0, 0 },
};
static const struct html_element element_inline = { "", R_INLINE, 0, 0, 0, 0, 0 };

/* ARIA roles that say what a plain element is (WAI-ARIA 1.2). */
static const struct { const char *name; enum role role; } aria[] = {
	{ "table", R_TABLE }, { "grid", R_TABLE }, { "row", R_ROW }, { "cell", R_CELL }, { "gridcell", R_CELL }, { "rowheader", R_CELL },
	{ "columnheader", R_CELL }, { "rowgroup", R_GROUP },
};

static int element_cmp(const void *key, const void *row)
{
	return strcmp(key, ((const struct html_element *)row)->name);
}

const struct html_element *html_element_of(const char *name)
{
	const struct html_element *e = bsearch(name, elements, sizeof(elements) / sizeof(*elements), sizeof(*elements), element_cmp);
	return e ? e : &element_inline;
}

bool html_has_attr(const GumboNode *n, const char *name)
{
	return gumbo_get_attribute(&n->v.element.attributes, name) != NULL;
}

uint16_t html_number(const GumboNode *n, const char *name)
{
	int64_t v = 0;
	struct str s = html_attr(n, name);
	return str_to_i64(str_trim(s), &v) && v > 0 ? (uint16_t)(v < 65535 ? v : 65535) : 0;
}

/* ---- what an element is */

static bool html_is_block(const GumboNode *n)
{
	if (n->type != GUMBO_NODE_ELEMENT)
		return false;
	char name[32];
	enum role r = html_element_of(html_name(n, name))->role;
	return r != R_INLINE && r != R_BR && r != R_IMG && r != R_INPUT && r != R_SELECT && r != R_SKIP && r != R_SCRIPT && r != R_STYLE &&
	       r != R_LINK && r != R_SVG;
}

static bool is_leaf(const GumboNode *n)
{
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		if (html_is_block(n->v.element.children.data[i]))
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

bool html_is_pair(struct walker *w, const GumboNode *n)
{
	const GumboNode *two[2];
	char name[32];
	if (n->type != GUMBO_NODE_ELEMENT || html_element_of(html_name(n, name))->role != R_BLOCK || !two_children(n, two) ||
	    !html_is_block(two[0]) || !html_is_block(two[1]) || !is_leaf(two[0]) || !is_leaf(two[1]))
		return false;
	struct str label = str_trim(html_text(two[0], flow_arena(w->f), LABEL));
	return label.n > 1 && label.n < PAIRS_LABEL && label.p[label.n - 1] == ':';
}

bool html_is_pairs(struct walker *w, const GumboNode *n)
{
	unsigned pairs = 0, all = 0;
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];
		if (c->type == GUMBO_NODE_TEXT || (c->type == GUMBO_NODE_ELEMENT && !html_is_block(c)))
			return false;
		all += c->type == GUMBO_NODE_ELEMENT;
		if (all > 2 * pairs + 4)
			return false;
		pairs += html_is_pair(w, c);
	}
	return pairs && pairs * 2 >= all;
}

uint16_t html_short_parts(struct walker *w, const GumboNode *n)
{
	uint16_t parts = 0;
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];
		struct str text = c->type == GUMBO_NODE_TEXT ? str_from(c->v.text.text) :
			c->type == GUMBO_NODE_ELEMENT ? html_text(c, flow_arena(w->f), SHORT + 1) : (struct str){ "", 0 };
		if (text.n > SHORT)
			return 0;
		parts += str_trim(text).n || c->type == GUMBO_NODE_ELEMENT;
	}
	return parts > 1 ? parts : 0;
}

enum role html_aria_role(const GumboNode *n, enum role r)
{
	struct str role = html_attr(n, "role");
	for (size_t i = 0; (r == R_BLOCK || r == R_INLINE) && i < sizeof(aria) / sizeof(*aria); i++)
		if (str_eq_z(role, aria[i].name))
			return aria[i].role;
	return r;
}

enum role html_css_role(const struct css_look *l, enum role r)
{
	static const enum role rows[] = { [CSS_INLINE] = R_INLINE, [CSS_BLOCK] = R_BLOCK, [CSS_ITEM] = R_ITEM, [CSS_TABLE] = R_TABLE,
					  [CSS_ROW] = R_ROW, [CSS_CELL] = R_CELL, [CSS_FLEX] = R_FLEX, [CSS_NONE] = R_HIDDEN,
					  [CSS_CONTENTS] = R_GROUP, [CSS_GRID] = R_GRID, [CSS_INLINE_BLOCK] = R_INLINE };
	if (!(l->set & CSS_DISPLAY))
		return r;
	if (l->display == CSS_NONE)
		return R_HIDDEN;
	if (r != R_BLOCK && r != R_INLINE)
		return r;
	r = rows[l->display];
	return (r == R_FLEX && l->stacks) || (r == R_GRID && l->tracks < 2) ? R_BLOCK : r;
}

/* ---- MathML (MathML Core, section 3): signs that are drawn and not written, and what stands above or below the line */

static unsigned number_among(const GumboNode *n)
{
	const GumboVector *all = &n->parent->v.element.children;
	unsigned number = 0;
	for (unsigned i = 0; i < all->length && all->data[i] != n; i++)
		number += ((const GumboNode *)all->data[i])->type == GUMBO_NODE_ELEMENT;
	return number;
}

void html_math_part(struct walker *w, struct level *l, const char *name)
{
	static const struct { const char *parent; unsigned number; const char *sign; int8_t raise; } rows[] = {
		{ "mfrac", 1, "/", 0 }, { "msup", 1, "", 1 }, { "msub", 1, "", -1 }, { "msubsup", 1, "", -1 }, { "msubsup", 2, "", 1 },
		{ "mover", 1, "", 1 }, { "munder", 1, "", -1 }, { "munderover", 1, "", -1 }, { "munderover", 2, "", 1 },
	};
	const GumboNode *n = l->node;
	char parent[32];
	if (l->hidden || l->gone)
		return;
	if (strcmp(name, "msqrt") == 0 || strcmp(name, "mroot") == 0)
		flow_text(w->f, STR("\xE2\x88\x9A"), &l->style);
	if (name[0] != 'm' || !n->parent || n->parent->type != GUMBO_NODE_ELEMENT || html_name(n->parent, parent)[0] != 'm')
		return;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(parent, rows[i].parent) == 0 && number_among(n) == rows[i].number) {
			flow_text(w->f, str_from(rows[i].sign), &l->style);
			l->style.raise = rows[i].raise ? rows[i].raise : l->style.raise;
		}
}
