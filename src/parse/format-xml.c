/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Any XML: what its names and values say, set for people. An element with elements in it is a section under its name;
 * those that only say something are labels with their values beside them, and facts; elements of one name after each
 * other are the rows of a table; text with elements in it is a paragraph. No vocabulary is known.
 */
#include "parse/charset.h"
#include "parse/flow.h"
#include "parse/html.h"
#include "parse/xml-tree.h"

#include <stdlib.h>

enum { MOST_BYTES = 256 << 20, COLUMNS = 32, CELLS = 4000000, DATA_WORD = 1000, FACT_BYTES = 2000, STEPS = 6,
	LONG_TEXT = 200, INDENT = 1200 };

struct column {
	struct str path, label; /* path below the row: "Price/Amount", "@id" */
};

struct setting {
	struct flow *f;
	struct arena *arena;
	bool in_pairs;   /* a table of labels and values is open */
	int repeated;    /* depth inside of elements that come more than once: their values are no facts of the document */
	struct column columns[COLUMNS];
	size_t columns_n;
};

static const struct flow_style bold = { .flags = DOC_BOLD };

/* ---- labels and values */

/* Encoded data, which is not for people: a word longer than any. */
static bool is_data(struct str s)
{
	size_t word = 0;
	for (size_t i = 0; i < s.n && word <= DATA_WORD; i++)
		word = (unsigned char)s.p[i] > ' ' ? word + 1 : 0;
	return word > DATA_WORD;
}

static void value_put(struct setting *s, struct str text, uint32_t fact)
{
	struct flow_style style = { .fact = fact };
	if (is_data(text))
		flow_hidden(s->f, STR("data"));
	else
		flow_text(s->f, text, &style);
}

static void pairs_close(struct setting *s)
{
	if (s->in_pairs)
		flow_close(s->f);
	s->in_pairs = false;
}

static void pair_put(struct setting *s, struct str label, struct str value, uint32_t fact)
{
	if (!s->in_pairs)
		flow_open(s->f, FLOW_TABLE, &(struct flow_props){ .before = 200, .after = 400 });
	s->in_pairs = true;
	flow_open(s->f, FLOW_ROW, NULL);
	flow_open(s->f, FLOW_CELL, NULL);
	flow_text(s->f, label, &bold);
	flow_close(s->f);
	flow_open(s->f, FLOW_CELL, NULL);
	value_put(s, value, fact);
	flow_close(s->f);
	flow_close(s->f);
}

/* "Invoice/Seller/@id" */
static void path_put(const struct xml_item *i, struct buf *out)
{
	if (i->parent) {
		path_put(i->parent, out);
		buf_byte(out, '/');
	}
	if (i->is_attr)
		buf_byte(out, '@');
	buf_str(out, i->name);
}

static uint32_t fact_of(struct setting *s, const struct xml_item *i, struct str label)
{
	struct buf path = BUF_INIT(4096);
	uint32_t fact = 0;
	path_put(i, &path);
	if (!s->repeated && i->text.n && i->text.n <= FACT_BYTES && !path.failed)
		fact = flow_fact(s->f, DOC_FACT_FIELD, buf_view(&path), label, i->text);
	buf_fini(&path);
	return fact;
}

/* A leaf, then its attributes below it. */
static void leaf_show(struct setting *s, const struct xml_item *i)
{
	struct str label = xml_label(s->arena, i);
	if (i->text.n)
		pair_put(s, label, i->text, fact_of(s, i, label));
	for (const struct xml_item *a = i->first; a; a = a->next)
		leaf_show(s, a);
}

/* ---- tables */

static struct column *column_of(struct setting *s, struct str path, const struct xml_item *i,
	const struct xml_item *row)
{
	for (size_t k = 0; k < s->columns_n; k++)
		if (str_eq(s->columns[k].path, path))
			return &s->columns[k];
	if (s->columns_n == COLUMNS)
		return NULL;
	struct column *c = &s->columns[s->columns_n++];
	/* What stands right in the row needs no name before its own. */
	*c = (struct column){ .path = arena_str(s->arena, path), .label = i->parent == row ?
		xml_words(s->arena, i->name) : xml_label(s->arena, i) };
	return c;
}

static void step_put(struct buf *path, const struct xml_item *i)
{
	buf_z(path, path->n ? "/" : "");
	buf_z(path, i->is_attr ? "@" : "");
	buf_str(path, i->name);
}

/* Columns for what a row says; false if they are too many. */
static bool row_note(struct setting *s, const struct xml_item *row, const struct xml_item *i, struct buf *path)
{
	bool ok = true;
	size_t before = path->n;
	if (i != row)
		step_put(path, i);
	if (i->text.n || i->mixed)
		ok = column_of(s, buf_view(path), i, row) != NULL;
	for (const struct xml_item *c = i->mixed ? NULL : i->first; c && ok; c = c->next)
		ok = row_note(s, row, c, path);
	path->n = before;
	return ok && !path->failed;
}

/* Names of columns that all rows need; false if they are too many for a table. */
static bool columns_find(struct setting *s, struct xml_item *first, const struct xml_item *end)
{
	struct buf path = BUF_INIT(4096);
	bool ok = true;
	size_t rows = 0;
	s->columns_n = 0;
	for (struct xml_item *i = first; i != end && ok; i = i->next, rows++) {
		path.n = 0;
		ok = row_note(s, i, i, &path);
	}
	buf_fini(&path);
	return ok && s->columns_n && rows * s->columns_n < CELLS;
}

static struct str text_of(struct setting *s, const struct xml_item *i)
{
	struct buf b = BUF_INIT(1 << 20);
	if (!i->mixed)
		return i->text;
	xml_text_all(i, &b);
	struct str text = arena_str(s->arena, buf_view(&b));
	buf_fini(&b);
	return text;
}

/* What comes more than once in a row stands line by line in its cell: told by a cell's turn, one column after the other. */
struct cell_turn {
	struct str path;
	bool begun;
};

static void cell_fill(struct setting *s, const struct xml_item *row, const struct xml_item *i, struct buf *path,
	struct cell_turn *turn)
{
	size_t before = path->n;
	if (i != row)
		step_put(path, i);
	if ((i->text.n || i->mixed) && str_eq(buf_view(path), turn->path)) {
		if (turn->begun)
			flow_break(s->f);
		turn->begun = true;
		value_put(s, text_of(s, i), 0);
	}
	bool leads = path->n == 0 || (str_starts(turn->path, buf_view(path)) && turn->path.n > path->n);
	for (const struct xml_item *c = i->mixed || !leads ? NULL : i->first; c; c = c->next)
		cell_fill(s, row, c, path, turn);
	path->n = before;
}

static void row_show(struct setting *s, const struct xml_item *row)
{
	struct buf path = BUF_INIT(4096);
	flow_open(s->f, FLOW_ROW, NULL);
	for (size_t k = 0; k < s->columns_n; k++) {
		struct cell_turn turn = { .path = s->columns[k].path };
		flow_open(s->f, FLOW_CELL, NULL);
		path.n = 0;
		cell_fill(s, row, row, &path, &turn);
		flow_close(s->f);
	}
	flow_close(s->f);
	buf_fini(&path);
}

static void heading(struct setting *s, struct str text, int depth)
{
	static const uint16_t sizes[] = { 1500, 1300, 1150, 1050 };
	struct flow_style style = { .flags = DOC_BOLD, .size = sizes[depth < 3 ? depth : 3] };
	flow_open(s->f, FLOW_BLOCK, &(struct flow_props){ .before = 600, .after = 300, .keep = true });
	flow_text(s->f, text, &style);
	flow_close(s->f);
}

static void table_show(struct setting *s, struct xml_item *first, const struct xml_item *end, int depth)
{
	heading(s, xml_words(s->arena, first->name), depth);
	flow_open(s->f, FLOW_TABLE, &(struct flow_props){ .after = 600, .borders = FLOW_SIDES });
	flow_open(s->f, FLOW_ROW, NULL);
	for (size_t k = 0; k < s->columns_n; k++) {
		flow_open(s->f, FLOW_CELL, NULL);
		flow_text(s->f, s->columns[k].label.n ? s->columns[k].label : xml_words(s->arena, first->name), &bold);
		flow_close(s->f);
	}
	flow_close(s->f);
	for (const struct xml_item *i = first; i != end; i = i->next)
		row_show(s, i);
	flow_close(s->f);
}

/* ---- sections */

static void section_show(struct setting *s, struct xml_item *i, int depth);

static bool is_pair(const struct xml_item *i)
{
	return xml_is_leaf(i) && i->name.n;
}

/* Elements of one name after each other, up to end. */
static void run_show(struct setting *s, struct xml_item *first, struct xml_item *end, int depth)
{
	bool leaves = true, plain = true;
	for (const struct xml_item *i = first; i != end; i = i->next) {
		leaves = leaves && is_pair(i);
		plain = plain && !i->first && i->text.n < 80;
	}
	s->repeated++;
	if (leaves && plain) {
		for (const struct xml_item *i = first; i != end; i = i->next)
			pair_put(s, i == first ? xml_words(s->arena, i->name) : STR(""), i->text, 0);
	} else if (pairs_close(s), columns_find(s, first, end)) {
		table_show(s, first, end, depth);
	} else {
		for (struct xml_item *i = first; i != end; i = i->next)
			section_show(s, i, depth);
	}
	s->repeated--;
}

static void paragraph_show(struct setting *s, const struct xml_item *i)
{
	pairs_close(s);
	flow_open(s->f, FLOW_BLOCK, &(struct flow_props){ .after = 400 });
	value_put(s, text_of(s, i), 0);
	flow_close(s->f);
}

static void children_show(struct setting *s, struct xml_item *parent, int depth)
{
	struct str prose = { "", 0 }; /* elements of the name of a paragraph are paragraphs */
	for (struct xml_item *i = parent->first, *end; i; i = end) {
		if (i->mixed)
			prose = i->name;
		for (end = i->next; end && !end->is_attr && !i->is_attr && i->name.n && str_eq(end->name, i->name);)
			end = end->next;
		bool is_prose = i->mixed || !i->name.n || (prose.n && str_eq(i->name, prose)) ||
			(!i->is_attr && i->text.n > LONG_TEXT && !i->first);
		if (is_prose && !is_data(i->text)) {
			paragraph_show(s, i);
			end = i->next;
		} else if (end != i->next) {
			run_show(s, i, end, depth);
		} else if (xml_is_leaf(i)) {
			leaf_show(s, i);
		} else {
			section_show(s, i, depth);
		}
	}
	pairs_close(s);
}

/* Under its name, a step further in. Of names that hold nothing but the next, one line is made. */
static void section_show(struct setting *s, struct xml_item *i, int depth)
{
	struct str name = xml_words(s->arena, i->name);
	if (i->mixed) {
		paragraph_show(s, i);
		return;
	}
	/* "<IssueDate><Date>…": a pair in a wrapper, whose name it has. */
	if (i->parent && i->elements == 1 && i->first == i->last && xml_is_leaf(i->first) &&
	    xml_label(s->arena, i->first).n > xml_words(s->arena, i->first->name).n) {
		leaf_show(s, i->first);
		return;
	}
	while (i->elements == 1 && i->first == i->last && i->first->elements && !i->first->mixed) {
		i = i->first;
		name = arena_printf(s->arena, "%.*s / %.*s", STR_ARGS(name), STR_ARGS(xml_words(s->arena, i->name)));
	}
	pairs_close(s);
	heading(s, name, depth);
	flow_open(s->f, FLOW_BLOCK, &(struct flow_props){ .indent = depth && depth < STEPS ? INDENT : 0 });
	if (i->text.n)
		paragraph_show(s, &(struct xml_item){ .text = i->text });
	children_show(s, i, depth + 1);
	flow_close(s->f);
}

/* ---- the file */

static struct str head_of(const struct source *s)
{
	struct str head = { s->bytes.p, s->bytes.n < 4096 ? s->bytes.n : 4096 };
	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = (struct str){ head.p + 3, head.n - 3 };
	return str_trim(head);
}

static int score(const struct source *s)
{
	struct str head = head_of(s), tail = str_trim((struct str){ s->bytes.p, s->bytes.n });
	bool utf16 = str_starts(head, STR("\xFF\xFE<")) || str_starts(head, STR("\xFE\xFF\0<"));
	if (!utf16 && (!str_starts(head, STR("<")) || !charset_is_text(s->bytes)))
		return 0;
	if (format_named(s, ".xml"))
		return 80;
	if (str_starts(head, STR("<?xml")) || utf16)
		return 60;
	char c = head.n > 1 ? head.p[1] : 0;
	return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && tail.p[tail.n - 1] == '>' ? 30 : 0;
}

/* The bytes as UTF-8 without the declaration, which may name another encoding. */
static bool decode(struct str bytes, struct buf *store, struct str *text, struct err *e)
{
	struct str head = { bytes.p, bytes.n < 400 ? bytes.n : 400 };
	const char *end = memmem(head.p, head.n, "?>", 2);
	head.n = end ? (size_t)(end - head.p) : 0;
	if (!charset_decode(bytes, html_charset(head), store, text, e))
		return false;
	*text = str_trim(*text);
	end = str_starts(*text, STR("<?xml ")) ? memmem(text->p, text->n, "?>", 2) : NULL;
	if (end)
		*text = (struct str){ end + 2, text->n - (size_t)(end + 2 - text->p) };
	return true;
}

static bool parse(const struct source *source, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct buf store = BUF_INIT(MOST_BYTES);
	struct str text;
	struct setting *s = calloc(1, sizeof(*s));
	struct flow *f = flow_new(&flow_screen, 0);
	struct xml_item *root = NULL;
	bool ok = (s && f) || err_set(e, ERR_MEMORY, "out of memory");
	if (ok) {
		s->f = f;
		s->arena = flow_arena(f);
		ok = decode(source->bytes, &store, &text, e) && (root = xml_tree(text, s->arena, e)) != NULL;
	}
	if (ok) {
		section_show(s, root, 0);
		pairs_close(s);
	}
	ok = ok && flow_write(f, STR("xml"), o, out, e);
	buf_fini(&store);
	flow_free(f);
	free(s);
	return ok;
}

const struct format format_xml = { "xml", score, parse };
