/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What belongs to a page and stands elsewhere: style sheets in other files of the same document (a book, an archive), with those
 * that they import; and drawings, which stand in it in a language of their own. Nothing is fetched: where a style sheet is not
 * part of the document, nobody knows what it says of backgrounds.
 */
#include "parse/html-private.h"
#include "parse/charset.h"
#include "parse/zip.h"

enum { MOST_SHEETS = 100, MOST_IMPORTS = 4, SHEET_BYTES = 4 << 20, DRAWING_BYTES = 1 << 20, PX = 75 /* doc units */ };

struct importing {
	struct walker *w;
	struct str base;
	int depth;
};

static void sheet_load(struct walker *w, struct str base, struct str name, int depth);

static void import_found(void *ctx, struct str name)
{
	const struct importing *i = ctx;
	sheet_load(i->w, i->base, name, i->depth + 1);
}

static void sheet_load(struct walker *w, struct str base, struct str name, int depth)
{
	struct buf bytes = BUF_INIT(SHEET_BYTES), store = BUF_INIT(SHEET_BYTES), path = BUF_INIT(4096);
	struct str text;
	struct err ignored;
	if (depth < MOST_IMPORTS && w->sheets++ < MOST_SHEETS && flow_part(w->f, base, name, &bytes, &ignored) &&
	    charset_decode(buf_view(&bytes), STR(""), &store, &text, &ignored)) {
		struct importing i = { w, archive_resolve(base, name, &path) ? buf_view(&path) : base, depth };
		css_imports(text, import_found, &i);
		css_read(&w->sheet, text, &w->css);
	} else {
		w->unsure = true;
	}
	buf_fini(&bytes);
	buf_fini(&store);
	buf_fini(&path);
}

static bool has_word(struct str s, struct str word)
{
	for (struct str one; s.n;) {
		s = str_cut(str_trim(s), ' ', &one);
		if (str_eq_nocase(one, word))
			return true;
	}
	return false;
}

void html_link_read(struct walker *w, const GumboNode *n)
{
	struct str rel = html_attr(n, "rel"), name = str_trim(html_attr(n, "href"));
	if (name.n && has_word(rel, STR("stylesheet")) && !has_word(rel, STR("alternate")) && css_for_screen(html_attr(n, "media")))
		sheet_load(w, flow_base(w->f), name, 0);
}

/* ---- drawings */

static void escaped_put(struct buf *b, const char *z)
{
	for (; *z; z++) {
		if (strchr("<>&\"%\n\t", *z)) /* "%" is an escape of addresses */
			buf_printf(b, *z == '%' ? "%%25" : "&#%d;", *z);
		else
			buf_byte(b, *z);
	}
}

static void tag_put(struct buf *b, const GumboNode *n)
{
	const GumboVector *all = &n->v.element.attributes;
	char name[32];
	buf_printf(b, "<%s", html_name(n, name));
	for (unsigned i = 0; i < all->length; i++) {
		const GumboAttribute *a = all->data[i];
		if (a->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE || strchr(a->name, ':') || strcmp(a->name, "xmlns") == 0)
			continue;
		buf_printf(b, " %s=\"", a->name);
		escaped_put(b, a->value);
		buf_byte(b, '"');
	}
	if (strcmp(name, "svg") == 0)
		buf_z(b, " xmlns=\"http://www.w3.org/2000/svg\"");
	buf_byte(b, '>');
}

/* The drawing as XML, which HTML need not be. True if it has text. */
static bool drawing_put(struct buf *b, const GumboNode *top)
{
	const GumboNode *n = top;
	bool text = false;
	char name[32];
	while (n && b->n < DRAWING_BYTES) {
		const GumboNode *down = NULL;
		if (n->type == GUMBO_NODE_ELEMENT) {
			tag_put(b, n);
			text |= strcmp(html_name(n, name), "text") == 0;
			down = n->v.element.children.length ? n->v.element.children.data[0] : NULL;
		} else if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA) {
			escaped_put(b, n->v.text.text);
		}
		for (; !down && n; n = n->parent) {
			if (n->type == GUMBO_NODE_ELEMENT)
				buf_printf(b, "</%s>", html_name(n, name));
			if (n == top)
				return text;
			const GumboVector *all = &n->parent->v.element.children;
			if (n->index_within_parent + 1 < all->length)
				down = all->data[n->index_within_parent + 1];
		}
		n = down;
	}
	return false;
}

void html_svg_show(struct walker *w, const GumboNode *n)
{
	struct buf b = BUF_INIT(2 * DRAWING_BYTES);
	buf_z(&b, "data:image/svg+xml,");
	if (drawing_put(&b, n) && !b.failed)
		flow_picture(w->f, buf_view(&b), html_number(n, "width") * PX, html_number(n, "height") * PX);
	buf_fini(&b);
}
