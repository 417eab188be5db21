/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * DOCX (ECMA-376 part 1, WordprocessingML) into a flow. Headers of pages come first, footers and notes last, each
 * once. Deleted and hidden text is left out, inserted text stands; of alternatives for other programs the first.
 */
#include "parse/flow.h"
#include "parse/office.h"
#include "parse/ooxml.h"
#include "parse/zip.h"

#include <stdlib.h>

enum { MOST_STYLES = 4000, MOST_LISTS = 2000, LEVELS = 9, NESTED = 64 };

struct para_style {
	struct str id, based_on;
	uint16_t size;    /* 0 = not said */
	uint8_t level;    /* of a heading, 1 to 6; 0 = none */
	int8_t bold, italic; /* -1 off, 0 not said, 1 on */
	int32_t list, list_level;
};

struct list_level {
	struct str text;  /* "%1.%2" */
	char format;      /* 'b' bullet, '1', 'a', 'A', 'i', 'I', 0 none */
	int32_t start;
};

struct list { /* w:abstractNum */
	struct str id;
	struct list_level level[LEVELS];
};

struct list_use { /* w:num */
	int32_t id;
	uint32_t list;
	int32_t next[LEVELS];
	bool begun[LEVELS];
};

struct para { /* under construction; they nest through text boxes */
	struct flow_props props;
	struct para_style style;
	struct str marker;
	int32_t list, list_level;
	bool open, page_after, deleted;
};

struct docx {
	struct flow *f;
	struct archive *a;
	struct arena *arena;
	struct para_style *styles, *style; /* style: being read */
	size_t styles_n, lists_n, uses_n;
	struct list *lists;
	struct list_use *uses;
	struct str document, styles_path, numbering_path, notes[2], heads[16], feet[16];
	size_t heads_n, feet_n, notes_n;
	/* of the part at hand */
	struct para para[NESTED];
	int paras;
	struct flow_style run;
	int32_t level_now;
	bool in_run_props, in_para_props, in_cell_props, in_text, vanish, is_box_control, box_on, box_shown, skip_note;
	int skip, control; /* skip: depth inside of what is left out; control: depth of a checkbox's content */
	struct flow_props cell;
	bool cell_open[NESTED], table_open[NESTED], ruled[NESTED];
	int cells, tables;
};

static bool is_word(const struct xml_node *n)
{
	return strstr(n->ns, "wordprocessingml") != NULL || strstr(n->ns, "/word/") != NULL;
}

/* "w:b" alone is on. */
static bool is_on(const struct xml_node *n)
{
	return ooxml_on(ooxml_attr(n, "val"));
}

static struct str kept(struct docx *d, struct str s)
{
	return arena_str(d->arena, s);
}

/* ---- styles.xml */

static uint8_t heading_level(struct str name)
{
	if (str_eq_nocase(name, STR("title")))
		return 1;
	if (name.n == 9 && str_eq_nocase((struct str){ name.p, 8 }, STR("heading ")) && name.p[8] >= '1' && name.p[8] <= '9')
		return (uint8_t)(name.p[8] - '0' < 6 ? name.p[8] - '0' : 6);
	return 0;
}

static bool style_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style")) {
		d->style = d->styles_n < MOST_STYLES ? &d->styles[d->styles_n++] : NULL;
		if (d->style)
			*d->style = (struct para_style){ .id = kept(d, ooxml_attr(n, "styleId")) };
	}
	if (!d->style)
		return true;
	if (xml_is(n, "name"))
		d->style->level = heading_level(ooxml_attr(n, "val"));
	else if (xml_is(n, "basedOn"))
		d->style->based_on = kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "sz"))
		d->style->size = (uint16_t)(ooxml_number(n, "val", 0) * 50);
	else if (xml_is(n, "b"))
		d->style->bold = is_on(n) ? 1 : -1;
	else if (xml_is(n, "i"))
		d->style->italic = is_on(n) ? 1 : -1;
	else if (xml_is(n, "numId"))
		d->style->list = ooxml_number(n, "val", 0);
	else if (xml_is(n, "ilvl"))
		d->style->list_level = ooxml_number(n, "val", 0);
	return true;
}

static bool style_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (xml_is(n, "style"))
		d->style = NULL;
	return true;
}

static const struct para_style *style_find(const struct docx *d, struct str id)
{
	for (size_t i = 0; id.n && i < d->styles_n; i++)
		if (str_eq(d->styles[i].id, id))
			return &d->styles[i];
	return NULL;
}

/* What a style says, with what it leaves to the ones it is based on. */
static struct para_style style_whole(const struct docx *d, struct str id)
{
	struct para_style whole = { .id = id };
	for (int i = 0; i < 12; i++) {
		const struct para_style *s = style_find(d, id);
		if (!s)
			break;
		whole.size = whole.size ? whole.size : s->size;
		whole.level = whole.level ? whole.level : s->level;
		whole.bold = whole.bold ? whole.bold : s->bold;
		whole.italic = whole.italic ? whole.italic : s->italic;
		whole.list_level = whole.list ? whole.list_level : s->list_level;
		whole.list = whole.list ? whole.list : s->list;
		id = s->based_on;
	}
	return whole;
}

/* ---- numbering.xml */

static char format_of(struct str v)
{
	static const struct { const char *name; char format; } rows[] = {
		{ "bullet", 'b' }, { "decimal", '1' }, { "decimalZero", '1' }, { "lowerLetter", 'a' }, { "upperLetter", 'A' },
		{ "lowerRoman", 'i' }, { "upperRoman", 'I' }, { "none", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(v, rows[i].name))
			return rows[i].format;
	return '1';
}

static bool list_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	struct list *l = d->lists_n ? &d->lists[d->lists_n - 1] : NULL;
	struct list_use *u = d->uses_n ? &d->uses[d->uses_n - 1] : NULL;
	if (xml_is(n, "abstractNum") && d->lists_n < MOST_LISTS)
		d->lists[d->lists_n++].id = kept(d, ooxml_attr(n, "abstractNumId"));
	else if (xml_is(n, "num") && d->uses_n < MOST_LISTS)
		d->uses[d->uses_n++] = (struct list_use){ .id = ooxml_number(n, "numId", 0), .list = UINT32_MAX };
	else if (xml_is(n, "abstractNumId") && u)
		for (uint32_t i = 0; i < d->lists_n; i++)
			u->list = str_eq(d->lists[i].id, ooxml_attr(n, "val")) ? i : u->list;
	if (xml_is(n, "lvl"))
		d->level_now = ooxml_number(n, "ilvl", 0);
	if (!l || d->uses_n || d->level_now < 0 || d->level_now >= LEVELS)
		return true;
	struct list_level *level = &l->level[d->level_now];
	if (xml_is(n, "numFmt"))
		level->format = format_of(ooxml_attr(n, "val"));
	else if (xml_is(n, "lvlText"))
		level->text = kept(d, ooxml_attr(n, "val"));
	else if (xml_is(n, "start"))
		level->start = ooxml_number(n, "val", 1);
	return true;
}

/* "%1.%2)" with the counters in force; a bullet, whatever its font draws, is "•". */
static struct str list_marker(struct docx *d, int32_t id, int32_t at)
{
	struct list_use *u = NULL;
	for (size_t i = 0; i < d->uses_n; i++)
		u = d->uses[i].id == id ? &d->uses[i] : u;
	if (!u || u->list >= d->lists_n || at < 0 || at >= LEVELS)
		return (struct str){ "", 0 };
	const struct list *l = &d->lists[u->list];
	if (l->level[at].format == 'b')
		return STR("\xE2\x80\xA2");
	u->next[at] = u->begun[at] ? u->next[at] + 1 : l->level[at].start;
	u->begun[at] = true;
	for (int32_t i = at + 1; i < LEVELS; i++)
		u->begun[i] = false;
	if (!l->level[at].format)
		return (struct str){ "", 0 };
	struct buf b = BUF_INIT(200);
	struct str t = l->level[at].text;
	for (size_t i = 0; i < t.n; i++) {
		int k = i + 1 < t.n && t.p[i] == '%' ? t.p[i + 1] - '1' : -1;
		if (k >= 0 && k < LEVELS) {
			office_number(&b, l->level[k].format, u->begun[k] ? u->next[k] : l->level[k].start);
			i++;
		} else {
			buf_byte(&b, t.p[i]);
		}
	}
	struct str s = kept(d, buf_view(&b));
	buf_fini(&b);
	return s;
}

/* ---- paragraphs and runs */

static struct para *para_of(struct docx *d)
{
	return &d->para[d->paras < NESTED ? d->paras : NESTED - 1];
}

static void para_open(struct docx *d)
{
	struct para *p = para_of(d);
	if (p->open)
		return;
	p->open = true;
	if (p->style.level && !p->style.size)
		p->style.size = office_heading_size(p->style.level);
	if (p->style.level && !p->style.bold)
		p->style.bold = 1;
	p->props.keep = p->style.level > 0;
	p->props.before = p->style.level ? 900 : p->props.before;
	p->props.after = 400;
	int32_t list = p->list >= 0 ? p->list : p->style.list, level = p->list >= 0 ? p->list_level : p->style.list_level;
	if (list > 0)
		p->props.marker = list_marker(d, list, level);
	if (p->props.marker.n)
		p->props.indent = (level > 0 && level < LEVELS ? level : 0) * 1800;
	flow_open(d->f, p->props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &p->props);
}

static struct flow_style run_style(struct docx *d)
{
	struct para *p = para_of(d);
	struct flow_style s = d->run;
	s.size = s.size ? s.size : p->style.size;
	s.flags |= (uint8_t)((p->style.bold > 0 && !(s.flags & 128) ? DOC_BOLD : 0) | (p->style.italic > 0 ? DOC_ITALIC : 0));
	s.flags &= (uint8_t)~128u;
	return s;
}

static bool is_skipped(const struct xml_node *n)
{
	static const char *const names[] = { "Fallback", "del", "moveFrom", "instrText", "delText", "object" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	return false;
}

static void run_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "b"))
		d->run.flags = (uint8_t)(is_on(n) ? d->run.flags | DOC_BOLD : (d->run.flags & ~DOC_BOLD) | 128);
	else if (xml_is(n, "i") && is_on(n))
		d->run.flags |= DOC_ITALIC;
	else if (xml_is(n, "u") && is_on(n))
		d->run.flags |= DOC_UNDERLINED;
	else if (xml_is(n, "sz"))
		d->run.size = (uint16_t)(ooxml_number(n, "val", 20) >= 4 && ooxml_number(n, "val", 20) < 300 ? ooxml_number(n, "val", 20) * 50 : 0);
	else if (xml_is(n, "vanish"))
		d->vanish = is_on(n);
	else if (xml_is(n, "vertAlign"))
		d->run.raise = str_eq_z(ooxml_attr(n, "val"), "superscript") ? 1 : str_eq_z(ooxml_attr(n, "val"), "subscript") ? -1 : 0;
}

static void para_prop(struct docx *d, const struct xml_node *n)
{
	struct para *p = para_of(d);
	struct str v = ooxml_attr(n, "val");
	if (xml_is(n, "pStyle"))
		p->style = style_whole(d, v);
	else if (xml_is(n, "numId"))
		p->list = ooxml_number(n, "val", 0);
	else if (xml_is(n, "ilvl"))
		p->list_level = ooxml_number(n, "val", 0);
	else if (xml_is(n, "jc"))
		p->props.align = str_eq_z(v, "right") || str_eq_z(v, "end") ? FLOW_RIGHT : str_eq_z(v, "center") ? FLOW_CENTER : FLOW_LEFT;
	else if (xml_is(n, "outlineLvl") && ooxml_number(n, "val", 9) < 6)
		p->style.level = (uint8_t)(ooxml_number(n, "val", 0) + 1);
	else if (xml_is(n, "pageBreakBefore") && is_on(n))
		flow_page(d->f);
	else if (xml_is(n, "sectPr"))
		p->page_after = true;
	else if (xml_is(n, "type") && str_eq_z(v, "continuous"))
		p->page_after = false;
}

static void cell_prop(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "gridSpan"))
		d->cell.col_span = (uint16_t)(ooxml_number(n, "val", 1) > 0 ? ooxml_number(n, "val", 1) : 1);
	else if (xml_is(n, "vMerge"))
		d->cell.merge_up = !str_eq_z(ooxml_attr(n, "val"), "restart");
	else if (xml_is(n, "vAlign"))
		d->cell.valign = str_eq_z(ooxml_attr(n, "val"), "bottom") ? FLOW_BOTTOM : FLOW_TOP;
}

static void cell_begin(struct docx *d)
{
	if (d->cells && !d->cell_open[d->cells]) {
		d->cell_open[d->cells] = true;
		flow_open(d->f, FLOW_CELL, &d->cell);
	}
}

static void table_begin(struct docx *d)
{
	if (d->tables && !d->table_open[d->tables]) {
		d->table_open[d->tables] = true;
		flow_open(d->f, FLOW_TABLE, &(struct flow_props){ .before = 400, .after = 400, .borders = d->ruled[d->tables] ? FLOW_SIDES : 0 });
	}
}

static void table_prop(struct docx *d, const struct xml_node *n)
{
	struct str v = ooxml_attr(n, "val");
	if (!d->tables || d->table_open[d->tables])
		return;
	if (xml_is(n, "tblStyle"))
		d->ruled[d->tables] |= memmem(v.p, v.n, "Grid", 4) != NULL;
	else if (xml_is(n, "insideH") || xml_is(n, "insideV"))
		d->ruled[d->tables] = is_on(n) && !str_eq_z(v, "nil");
}

static void mark_put(struct docx *d, bool on)
{
	cell_begin(d);
	para_open(d);
	flow_mark(d->f, DOC_MARK_CHECKBOX, on);
	flow_text(d->f, STR(" "), NULL);
}

static void block_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "p")) {
		cell_begin(d);
		d->paras++;
		*para_of(d) = (struct para){ .list = -1 };
	} else if (xml_is(n, "tbl")) {
		cell_begin(d);
		if (d->tables < NESTED - 1)
			d->tables++;
		d->table_open[d->tables] = d->ruled[d->tables] = false;
	} else if (xml_is(n, "tr")) {
		table_begin(d);
		flow_open(d->f, FLOW_ROW, NULL);
	} else if (xml_is(n, "tc")) {
		if (d->cells < NESTED - 1)
			d->cells++;
		d->cell_open[d->cells] = false;
		d->cell = (struct flow_props){ .col_span = 0 };
	}
}

static void inline_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "r")) {
		d->run = (struct flow_style){ 0 };
		d->vanish = false;
	} else if (xml_is(n, "t")) {
		d->in_text = true;
	} else if (xml_is(n, "tab") && !d->in_para_props) {
		para_open(d);
		flow_tab(d->f);
	} else if (xml_is(n, "br") || xml_is(n, "cr")) {
		para_open(d);
		if (str_eq_z(ooxml_attr(n, "type"), "page"))
			flow_page(d->f);
		else
			flow_break(d->f);
	} else if (xml_is(n, "noBreakHyphen")) {
		struct flow_style s = run_style(d);
		para_open(d);
		flow_text(d->f, STR("-"), &s);
	} else if (xml_is(n, "footnoteReference") || xml_is(n, "endnoteReference")) {
		struct flow_style s = run_style(d);
		s.raise = 1;
		para_open(d);
		flow_text(d->f, ooxml_attr(n, "id"), &s);
	}
}

/* Checkboxes: content controls (their glyph is dropped) and fields of old forms. */
static void control_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "sdt")) {
		d->is_box_control = d->box_on = false;
	} else if (xml_is(n, "checkbox") || xml_is(n, "checkBox")) {
		d->is_box_control = xml_is(n, "checkbox");
		d->box_on = false;
	} else if (xml_is(n, "checked") || (xml_is(n, "default") && !d->box_on)) {
		d->box_on = is_on(n);
	} else if (xml_is(n, "sdtContent") && d->is_box_control) {
		d->control = 1;
		d->box_shown = false;
	}
}

static bool doc_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip || is_skipped(n)) {
		d->skip++;
		return true;
	}
	if (!is_word(n))
		return true;
	if (xml_is(n, "footnote") || xml_is(n, "endnote"))
		d->skip += ooxml_attr(n, "type").n > 0; /* separators */
	control_start(d, n);
	if (xml_is(n, "rPr"))
		d->in_run_props = true;
	else if (xml_is(n, "pPr"))
		d->in_para_props = true;
	else if (xml_is(n, "tcPr"))
		d->in_cell_props = true;
	else if (d->in_run_props && !d->in_para_props)
		run_prop(d, n);
	else if (d->in_para_props && !d->in_run_props)
		para_prop(d, n);
	else if (d->in_cell_props)
		cell_prop(d, n);
	else {
		table_prop(d, n);
		block_start(d, n);
		inline_start(d, n);
	}
	return true;
}

static bool doc_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip) {
		d->skip--;
		return true;
	}
	if (!is_word(n))
		return true;
	if (xml_is(n, "rPr")) {
		d->in_run_props = false;
	} else if (xml_is(n, "pPr")) {
		d->in_para_props = false;
	} else if (xml_is(n, "tcPr")) {
		d->in_cell_props = false;
	} else if (xml_is(n, "t")) {
		d->in_text = false;
	} else if (xml_is(n, "checkBox")) {
		mark_put(d, d->box_on);
	} else if (xml_is(n, "sdtContent")) {
		d->control = 0;
	} else if (xml_is(n, "p") && d->paras) {
		struct para *p = para_of(d);
		if (p->open)
			flow_close(d->f);
		if (p->page_after && d->tables == 0)
			flow_page(d->f);
		d->paras--;
	} else if (xml_is(n, "tc") && d->cells) {
		cell_begin(d);
		flow_close(d->f);
		d->cells--;
	} else if (xml_is(n, "tr")) {
		flow_close(d->f);
	} else if (xml_is(n, "tbl") && d->tables) {
		if (d->table_open[d->tables])
			flow_close(d->f);
		d->tables--;
	}
	return true;
}

static bool doc_text(void *ctx, struct str s, struct err *e)
{
	struct docx *d = ctx;
	if (d->skip || !d->in_text)
		return true;
	if (d->control) {
		if (!d->box_shown)
			mark_put(d, d->box_on);
		d->box_shown = true;
		return true;
	}
	if (d->vanish) {
		flow_hidden(d->f, s);
		return true;
	}
	para_open(d);
	struct flow_style style = run_style(d);
	flow_text(d->f, s, &style);
	return true;
}

/* ---- the package */

static void relation(void *ctx, struct str id, struct str type, struct str target)
{
	struct docx *d = ctx;
	struct str path = kept(d, target);
	if (str_ends(type, STR("/officeDocument")))
		d->document = path;
	else if (str_ends(type, STR("/styles")))
		d->styles_path = path;
	else if (str_ends(type, STR("/numbering")))
		d->numbering_path = path;
	else if (str_ends(type, STR("/header")) && d->heads_n < 16)
		d->heads[d->heads_n++] = path;
	else if (str_ends(type, STR("/footer")) && d->feet_n < 16)
		d->feet[d->feet_n++] = path;
	else if ((str_ends(type, STR("/footnotes")) || str_ends(type, STR("/endnotes"))) && d->notes_n < 2)
		d->notes[d->notes_n++] = path;
}

static bool read_text(struct docx *d, struct str path, struct err *e)
{
	static const struct xml_events events = { doc_start, doc_end, doc_text };
	d->paras = d->tables = d->cells = d->skip = d->control = 0;
	d->in_run_props = d->in_para_props = d->in_cell_props = d->in_text = d->vanish = false;
	flow_open(d->f, FLOW_BLOCK, NULL);
	bool ok = ooxml_read(d->a, path, &events, d, e);
	flow_close(d->f);
	return ok;
}

static bool read_all(struct docx *d, struct err *e)
{
	static const struct xml_events styles = { .start = style_start, .end = style_end }, lists = { .start = list_start };
	bool ok = ooxml_relations(d->a, STR(""), relation, d, e);
	if (ok && (!d->document.n || archive_find(d->a, d->document) < 0))
		return err_set(e, ERR_BROKEN, "the package has no document part");
	ok = ok && ooxml_relations(d->a, d->document, relation, d, e) && ooxml_read(d->a, d->styles_path, &styles, d, e) &&
	     ooxml_read(d->a, d->numbering_path, &lists, d, e);
	for (size_t i = 0; ok && i < d->heads_n; i++)
		ok = read_text(d, d->heads[i], e);
	ok = ok && read_text(d, d->document, e);
	for (size_t i = 0; ok && i < d->notes_n; i++)
		ok = read_text(d, d->notes[i], e);
	for (size_t i = 0; ok && i < d->feet_n; i++)
		ok = read_text(d, d->feet[i], e);
	return ok;
}

static void property_add(void *ctx, const char *name, struct str value)
{
	struct docx *d = ctx;
	flow_fact(d->f, DOC_FACT_META, str_from(name), STR(""), value);
}

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, "word/document.xml"))
		return 95;
	return archive_looks(s->bytes) && (format_named(s, ".docx") || format_named(s, ".docm") || format_named(s, ".dotx")) ? 60 : 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct flow *f = flow_new(&flow_paper, 0);
	struct docx *d = calloc(1, sizeof(*d));
	bool ok = (f && d) || err_set(e, ERR_MEMORY, "out of memory");
	if (ok) {
		d->f = f;
		d->arena = flow_arena(f);
		d->styles = ARENA_ARRAY(d->arena, MOST_STYLES, struct para_style);
		d->lists = ARENA_ARRAY(d->arena, MOST_LISTS, struct list);
		d->uses = ARENA_ARRAY(d->arena, MOST_LISTS, struct list_use);
		d->a = archive_open(s->bytes, NULL, e);
		ok = arena_ok(d->arena, e) && d->a && read_all(d, e);
	}
	if (ok) {
		office_properties(d->a, property_add, d);
		ok = flow_write(f, STR("docx"), o, out, e);
	}
	if (d)
		archive_close(d->a);
	free(d);
	flow_free(f);
	return ok;
}

const struct format format_docx = { "docx", score, parse };
