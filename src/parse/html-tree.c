/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html-tree.h"

#include "parse/html.h"

#include <setjmp.h>

enum { CEILING = 1 << 30, MOST_DEPTH = 20000, MOST_ATTRIBUTES = 10000, MOST_LABELS = 5000, LABEL = 400 };

/* ---- gumbo on an arena: it never looks at what its allocator returns, so the way out is a jump */

struct heap {
	struct arena *a;
	jmp_buf out;
};

static void *heap_alloc(void *user, size_t n)
{
	struct heap *h = user;
	void *p = arena_alloc(h->a, n);
	if (!p)
		longjmp(h->out, 1);
	return p;
}

static void heap_free(void *user, void *p)
{
	/* the arena goes as a whole */
}

static const GumboNode *tree_parse(struct arena *a, struct str text)
{
	struct heap *h = ARENA_NEW(a, struct heap);
	if (!h)
		return NULL;
	h->a = a;
	GumboOptions o = kGumboDefaultOptions;
	o.allocator = heap_alloc;
	o.deallocator = heap_free;
	o.userdata = h;
	o.max_errors = 0;
	if (setjmp(h->out))
		return NULL;
	return gumbo_parse_with_options(&o, text.p, text.n)->root;
}

/* ---- before parsing */

static bool name_in(struct str s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq_nocase(s, str_from(names[i])))
			return true;
	return false;
}

static bool is_void(struct str name)
{
	static const char *const names[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
					     "track", "wbr" };
	return name_in(name, names, sizeof(names) / sizeof(*names));
}

/* Elements that end by themselves when the next one begins. */
static bool ends_itself(struct str name)
{
	static const char *const names[] = { "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead" };
	return name_in(name, names, sizeof(names) / sizeof(*names));
}

static struct str tag_name(struct str s, size_t i)
{
	size_t from = i;
	while (i < s.n && (unsigned char)s.p[i] > ' ' && s.p[i] != '>' && s.p[i] != '/')
		i++;
	return (struct str){ s.p + from, i - from };
}

/* What stands in a tag after its name: how many attributes, by the blanks outside of quotes. */
static size_t count_attributes(struct str s, size_t i)
{
	size_t n = 0;
	bool blank = false;
	for (char quote = '\0'; i < s.n && (quote || s.p[i] != '>') && n <= MOST_ATTRIBUTES; i++) {
		char c = s.p[i];
		if (quote)
			quote = c == quote ? '\0' : quote;
		else if ((c == '"' || c == '\'') && s.p[i - 1] == '=')
			quote = c;
		n += !quote && blank && (unsigned char)c > ' ';
		blank = (unsigned char)c <= ' ';
	}
	return n;
}

/* gumbo looks through all open elements, and through all attributes of a tag, again and again: both cost their square. */
static bool tags_ok(struct str s, struct err *e)
{
	int64_t depth = 0;
	for (size_t i = 0; i + 1 < s.n; i++) {
		const char *p = memchr(s.p + i, '<', s.n - i - 1);
		if (!p)
			break;
		i = (size_t)(p - s.p);
		bool end = s.p[i + 1] == '/';
		struct str name = tag_name(s, i + 1 + end);
		if (name.n == 0 || !((name.p[0] >= 'a' && name.p[0] <= 'z') || (name.p[0] >= 'A' && name.p[0] <= 'Z')))
			continue;
		if (!end && count_attributes(s, i + 1 + name.n) > MOST_ATTRIBUTES)
			return err_set(e, ERR_BUDGET, "an element has more than %d attributes", MOST_ATTRIBUTES);
		if (is_void(name) || ends_itself(name))
			continue;
		depth += end ? -1 : 1;
		depth = depth < 0 ? 0 : depth;
		if (depth > MOST_DEPTH)
			return err_set(e, ERR_BUDGET, "the page nests more than %d elements", MOST_DEPTH);
	}
	return true;
}

static bool is_xhtml(struct str s)
{
	struct str head = { s.p, s.n < 4096 ? s.n : 4096 };
	return memmem(head.p, head.n, "<?xml", 5) || memmem(head.p, head.n, "http://www.w3.org/1999/xhtml", 28);
}

/* XHTML's "<td/>" is "<td>" to HTML: write it as "<td></td>". */
static struct str expand_empty(struct str s, struct arena *a)
{
	size_t more = 0;
	for (size_t i = 0; i + 1 < s.n; i++)
		more += s.p[i] == '/' && s.p[i + 1] == '>' ? 64 : 0;
	char *out = arena_alloc(a, s.n + more + 1);
	size_t n = 0, tag = 0;
	if (!out)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '<')
			tag = i + 1;
		if (tag && s.p[i] == '/' && i + 1 < s.n && s.p[i + 1] == '>') {
			struct str name = tag_name(s, tag);
			tag = 0;
			if (name.n && name.n < 60 && !is_void(name) && name.p[0] != '!' && name.p[0] != '?') {
				out[n++] = '>';
				out[n++] = '<';
				out[n++] = '/';
				memcpy(out + n, name.p, name.n);
				n += name.n;
				continue;
			}
		}
		if (s.p[i] == '>')
			tag = 0;
		out[n++] = s.p[i];
	}
	return (struct str){ out, n };
}

bool html_tree_open(struct html_tree *t, struct str utf8, struct err *e)
{
	arena_init(&t->arena, "HTML tree", CEILING);
	t->text = utf8;
	t->root = NULL;
	if (!tags_ok(utf8, e))
		return false;
	if (is_xhtml(utf8))
		t->text = expand_empty(utf8, &t->arena);
	t->root = tree_parse(&t->arena, t->text);
	if (t->root)
		return true;
	return arena_ok(&t->arena, e) && err_set(e, ERR_BROKEN, "the page could not be read");
}

void html_tree_close(struct html_tree *t)
{
	arena_fini(&t->arena);
}

/* ---- questions */

const GumboNode *html_next(const GumboNode *n, const GumboNode *top)
{
	if (n->type == GUMBO_NODE_ELEMENT && n->v.element.children.length)
		return n->v.element.children.data[0];
	while (n != top) {
		const GumboNode *up = n->parent;
		if (!up || up->type != GUMBO_NODE_ELEMENT)
			return NULL;
		if (n->index_within_parent + 1 < up->v.element.children.length)
			return up->v.element.children.data[n->index_within_parent + 1];
		n = up;
	}
	return NULL;
}

const char *html_name(const GumboNode *n, char name[32])
{
	size_t k = 0;
	if (n->v.element.tag != GUMBO_TAG_UNKNOWN)
		return strncpy(name, gumbo_normalized_tagname(n->v.element.tag), 31), name[31] = '\0', name;
	GumboStringPiece piece = n->v.element.original_tag;
	gumbo_tag_from_original_text(&piece);
	for (; piece.data && k < 31 && k < piece.length; k++)
		name[k] = (char)(piece.data[k] >= 'A' && piece.data[k] <= 'Z' ? piece.data[k] + 32 : piece.data[k]);
	name[k] = '\0';
	return name;
}

struct str html_attr(const GumboNode *n, const char *name)
{
	const GumboAttribute *a = gumbo_get_attribute(&n->v.element.attributes, name);
	return str_from(a ? a->value : "");
}

struct str html_text(const GumboNode *top, struct arena *a, size_t most)
{
	struct buf b = BUF_INIT(0);
	size_t steps = 0;
	for (const GumboNode *n = html_next(top, top); n && b.n < most && steps <= most; n = html_next(n, top), steps++) {
		if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA)
			buf_z(&b, n->v.text.text);
		else if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == GUMBO_TAG_BR)
			buf_byte(&b, '\n');
	}
	size_t n = b.n < most ? b.n : most;
	while (n && n < b.n && ((unsigned char)b.p[n] & 0xC0) == 0x80)
		n--;
	struct str s = arena_str(a, (struct str){ b.p, n });
	buf_fini(&b);
	return s;
}

/* ---- labels */

void html_labels_collect(struct html_labels *l, const GumboNode *root, struct arena *a)
{
	size_t count = 0;
	for (const GumboNode *n = root; n; n = html_next(n, root))
		count += n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == GUMBO_TAG_LABEL;
	count = count < MOST_LABELS ? count : MOST_LABELS;
	*l = (struct html_labels){ ARENA_ARRAY(a, count + 1, struct html_label), 0 };
	for (const GumboNode *n = root; n && l->rows && l->n < count; n = html_next(n, root)) {
		if (n->type != GUMBO_NODE_ELEMENT || n->v.element.tag != GUMBO_TAG_LABEL || !html_attr(n, "for").n)
			continue;
		l->rows[l->n++] = (struct html_label){ html_attr(n, "for"), str_trim(html_text(n, a, LABEL)) };
	}
}

struct str html_label(const struct html_labels *l, const GumboNode *field, struct arena *a)
{
	struct str id = html_attr(field, "id");
	for (size_t i = 0; id.n && i < l->n; i++)
		if (str_eq(l->rows[i].id, id))
			return l->rows[i].text;
	for (const GumboNode *n = field->parent; n && n->type == GUMBO_NODE_ELEMENT; n = n->parent)
		if (n->v.element.tag == GUMBO_TAG_LABEL)
			return str_trim(html_text(n, a, LABEL));
	return (struct str){ "", 0 };
}
