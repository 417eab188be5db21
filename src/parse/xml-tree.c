/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xml-tree.h"

enum { MOST_NAME = 200, MOST_TEXT = 1 << 24 };

struct building {
	struct arena *arena;
	struct xml_item *root, *at;
	struct buf text; /* of the element at hand, until something else comes */
};

static struct xml_item *item_add(struct building *b, struct str name)
{
	struct xml_item *i = ARENA_NEW(b->arena, struct xml_item);
	if (!i)
		return NULL;
	i->name = arena_str(b->arena, (struct str){ name.p, name.n < MOST_NAME ? name.n : MOST_NAME });
	i->parent = b->at;
	if (!b->at)
		return i;
	if (b->at->last)
		b->at->last->next = i;
	else
		b->at->first = i;
	b->at->last = i;
	return i;
}

/* Text that stands between elements is an item without a name; the only text of an element is its own. */
static void text_end(struct building *b)
{
	struct str s = str_trim(buf_view(&b->text));
	if (s.n && b->at && b->at->elements == 0 && !b->at->text.n) {
		b->at->text = arena_str(b->arena, s);
	} else if (s.n && b->at) {
		struct xml_item *i = item_add(b, STR(""));
		b->at->mixed = true;
		if (i)
			i->text = arena_str(b->arena, s);
	}
	buf_clear(&b->text);
}

/* Where a document's schema lies and how its blanks count is not for people. */
static bool is_technical(struct str ns)
{
	return str_ends(ns, STR("XMLSchema-instance")) || str_ends(ns, STR("/XML/1998/namespace"));
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct building *b = ctx;
	text_end(b);
	if (b->at && b->at->text.n)
		b->at->mixed = true;
	struct xml_item *i = item_add(b, str_from(n->name));
	if (!i)
		return arena_ok(b->arena, e);
	if (b->at)
		b->at->elements++;
	else
		b->root = i;
	b->at = i;
	for (size_t k = 0; k < n->attrs_n; k++) {
		struct str name, ns, value;
		xml_attr_at(n, k, &name, &ns, &value);
		struct xml_item *attr = is_technical(ns) || !str_trim(value).n ? NULL : item_add(b, name);
		if (attr) {
			attr->is_attr = true;
			attr->text = arena_str(b->arena, str_trim(value));
		}
	}
	return arena_ok(b->arena, e);
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct building *b = ctx;
	text_end(b);
	b->at = b->at->parent;
	return arena_ok(b->arena, e);
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct building *b = ctx;
	buf_str(&b->text, s);
	return buf_ok(&b->text, e);
}

struct xml_item *xml_tree(struct str utf8, struct arena *a, struct err *e)
{
	static const struct xml_events events = { on_start, on_end, on_text };
	struct building b = { .arena = a };
	buf_init(&b.text, MOST_TEXT);
	bool ok = xml_parse(utf8, &events, &b, e);
	buf_fini(&b.text);
	return ok ? b.root : NULL;
}

bool xml_is_leaf(const struct xml_item *i)
{
	return i->elements == 0 && (i->text.n || !i->first);
}

void xml_text_all(const struct xml_item *i, struct buf *out)
{
	if (i->text.n && !i->is_attr) {
		buf_str(out, i->text);
		buf_byte(out, ' ');
	}
	for (const struct xml_item *c = i->first; c; c = c->next)
		if (!c->is_attr)
			xml_text_all(c, out);
}

/* ---- labels */

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Does a word begin at i: "issueDate", "VATAmount"? */
static bool begins_word(struct str s, size_t i)
{
	if (i == 0 || !is_upper(s.p[i]))
		return false;
	return is_lower(s.p[i - 1]) || (is_upper(s.p[i - 1]) && i + 1 < s.n && is_lower(s.p[i + 1]));
}

struct str xml_words(struct arena *a, struct str name)
{
	struct buf b = BUF_INIT(4 * MOST_NAME);
	for (size_t i = 0; i < name.n; i++) {
		bool part = name.p[i] == '_' || name.p[i] == '-' || name.p[i] == '.';
		if (begins_word(name, i))
			buf_byte(&b, ' ');
		buf_byte(&b, part ? ' ' : name.p[i]);
	}
	struct str words = arena_str(a, str_trim(buf_view(&b)));
	buf_fini(&b);
	return words;
}

/* Two labels as one: what ends the first and begins the second stands once. */
static struct str xml_join(struct arena *a, struct str first, struct str second)
{
	for (size_t at = 0; at < first.n; at++) {
		struct str end = { first.p + at, first.n - at };
		bool at_word = at == 0 || first.p[at - 1] == ' ';
		bool whole = end.n <= second.n && (end.n == second.n || second.p[end.n] == ' ');
		if (at_word && whole && str_eq_nocase(end, (struct str){ second.p, end.n }))
			return arena_printf(a, "%.*s%.*s", STR_ARGS(first), (int)(second.n - end.n), second.p + end.n);
	}
	return arena_printf(a, "%.*s %.*s", STR_ARGS(first), STR_ARGS(second));
}

struct str xml_label(struct arena *a, const struct xml_item *i)
{
	struct str own = xml_words(a, i->name);
	const struct xml_item *p = i->parent;
	if (!p)
		return own;
	if (i->is_attr && xml_is_leaf(p))
		return xml_join(a, xml_label(a, p), own);
	struct str outer = xml_words(a, p->name), both = xml_join(a, outer, own);
	bool goes_on = p->elements == 1 && both.n < outer.n + 1 + own.n; /* "Issue Date Time" and "Date Time String" */
	return !memchr(own.p, ' ', own.n) || goes_on ? both : own;
}
