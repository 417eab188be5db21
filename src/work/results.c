/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results.h"

#include "json/json.h"
#include "layout/layout.h"
#include "work/work.h"

#define ARENA ((size_t)4 << 30)

struct page {
	const struct view *v;
	uint32_t index;
	struct buf markdown;
	struct layout_parts parts;
};

static void write_number(const struct page *p, struct buf *b)
{
	buf_printf(b, "{\"page_number\":%u", p->v->pages[p->index].page->number);
}

/* Hundredths of a point: two decimals are exact. */
static void write_length(struct buf *b, const char *key, int32_t units)
{
	buf_printf(b, "\"%s\":%s%d.%02d", key, units < 0 ? "-" : "", (units < 0 ? -units : units) / DOC_UNIT,
		   (units < 0 ? -units : units) % DOC_UNIT);
}

/* ---- tables: the cells of rows that layout_write_markdown() wrote */

/* The next cell of a row "| a | b |" from *at on, without its escapes; false at the end of the row. */
static bool next_cell(struct str row, size_t *at, struct buf *cell)
{
	buf_clear(cell);
	if (*at >= row.n || row.p[*at] != '|')
		return false;
	size_t begin = ++*at;
	while (*at < row.n && row.p[*at] != '|')
		*at += row.p[*at] == '\\' ? 2 : 1;
	if (*at >= row.n)
		return false;
	struct str text = str_trim((struct str){ row.p + begin, *at - begin });
	for (size_t i = 0; i < text.n; i++) {
		i += text.p[i] == '\\' && i + 1 < text.n;
		buf_byte(cell, text.p[i]);
	}
	return true;
}

static struct str next_line(struct str text, size_t *at)
{
	size_t begin = *at;
	const char *end = begin < text.n ? memchr(text.p + begin, '\n', text.n - begin) : NULL;
	size_t n = end ? (size_t)(end - text.p) - begin : text.n - begin;
	*at = begin + n + 1;
	return (struct str){ text.p + begin, n };
}

static void csv_cell(struct buf *b, struct str s)
{
	bool plain = !memchr(s.p, ',', s.n) && !memchr(s.p, '"', s.n);
	buf_z(b, plain ? "" : "\"");
	for (size_t i = 0; i < s.n; i++) {
		buf_z(b, s.p[i] == '"' ? "\"" : "");
		buf_byte(b, s.p[i]);
	}
	buf_z(b, plain ? "" : "\"");
}

static void html_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const char *entity = s.p[i] == '<' ? "&lt;" : s.p[i] == '>' ? "&gt;" : s.p[i] == '&' ? "&amp;" : NULL;
		if (entity)
			buf_z(b, entity);
		else
			buf_byte(b, s.p[i]);
	}
}

/* One table in the three forms of the contract. */
struct forms {
	struct buf rows, csv, html, cell;
};

static void add_row(struct forms *f, struct str line, bool head)
{
	bool first = true;
	buf_z(&f->rows, f->rows.n ? ",[" : "[");
	buf_z(&f->html, "<tr>");
	for (size_t at = 0; next_cell(line, &at, &f->cell); first = false) {
		buf_z(&f->rows, first ? "" : ",");
		json_write_str(&f->rows, buf_view(&f->cell));
		buf_z(&f->csv, first ? "" : ",");
		csv_cell(&f->csv, buf_view(&f->cell));
		buf_z(&f->html, head ? "<th>" : "<td>");
		html_text(&f->html, buf_view(&f->cell));
		buf_z(&f->html, head ? "</th>" : "</td>");
	}
	buf_byte(&f->rows, ']');
	buf_byte(&f->csv, '\n');
	buf_z(&f->html, "</tr>");
}

static void write_table(struct buf *b, struct str md)
{
	struct forms f = { BUF_INIT(0), BUF_INIT(0), BUF_INIT(0), BUF_INIT(0) };
	buf_z(&f.html, "<table>");
	for (size_t at = 0, line = 0; at < md.n; line++) {
		struct str row = next_line(md, &at);
		if (line != 1) /* the rule under the head */
			add_row(&f, row, line == 0);
	}
	buf_z(&f.html, "</table>");
	buf_z(b, ",\"rows\":[");
	buf_str(b, buf_view(&f.rows));
	buf_z(b, "],\"csv\":");
	json_write_str(b, buf_view(&f.csv));
	buf_z(b, ",\"html\":");
	json_write_str(b, buf_view(&f.html));
	b->failed |= f.rows.failed || f.csv.failed || f.html.failed || f.cell.failed;
	buf_fini(&f.rows);
	buf_fini(&f.csv);
	buf_fini(&f.html);
	buf_fini(&f.cell);
}

/* ---- items */

/* Markdown of running text as plain text: escapes and the blanks of line breaks go. */
static void write_plain(struct buf *b, struct str md)
{
	struct buf plain = BUF_INIT(0);
	for (size_t i = 0; i < md.n; i++) {
		if (md.p[i] == ' ' && (i + 1 == md.n || md.p[i + 1] == '\n' || (i + 2 < md.n && md.p[i + 1] == ' ' && md.p[i + 2] == '\n')))
			continue;
		i += md.p[i] == '\\' && i + 1 < md.n;
		buf_byte(&plain, md.p[i]);
	}
	json_write_str(b, buf_view(&plain));
	b->failed |= plain.failed;
	buf_fini(&plain);
}

static void write_begin(struct buf *b, const char *type, struct str md)
{
	buf_printf(b, "{\"type\":\"%s\",\"md\":", type);
	json_write_str(b, md);
}

static void write_text_item(struct buf *b, struct str md)
{
	write_begin(b, "text", md);
	buf_z(b, ",\"value\":");
	write_plain(b, md);
}

static bool is_list(struct str md)
{
	for (size_t at = 0; at < md.n;)
		if (!str_starts(next_line(md, &at), STR("- ")))
			return false;
	return true;
}

static void write_list(struct buf *b, struct str md)
{
	bool first = true;
	buf_z(b, ",\"ordered\":false,\"items\":[");
	for (size_t at = 0; at < md.n; first = false) {
		struct str line = str_trim(next_line(md, &at));
		buf_z(b, first ? "" : ",");
		write_text_item(b, (struct str){ line.p + 2, line.n > 2 ? line.n - 2 : 0 });
		buf_byte(b, '}');
	}
	buf_byte(b, ']');
}

static void write_item(struct buf *b, struct str md)
{
	size_t level = 0;
	while (level < md.n && md.p[level] == '#')
		level++;
	if (level && level < md.n && md.p[level] == ' ') {
		write_begin(b, "heading", md);
		buf_printf(b, ",\"level\":%zu,\"value\":", level < 6 ? level : 6);
		write_plain(b, (struct str){ md.p + level + 1, md.n - level - 1 });
	} else if (md.p[0] == '|') {
		write_begin(b, "table", md);
		write_table(b, md);
	} else if (is_list(md)) {
		write_begin(b, "list", md);
		write_list(b, md);
	} else {
		write_text_item(b, md);
	}
}

static void write_box(struct buf *b, const struct layout_part *p)
{
	buf_z(b, ",\"bbox\":[{");
	write_length(b, "x", p->box.x0);
	buf_byte(b, ',');
	write_length(b, "y", p->box.y0);
	buf_byte(b, ',');
	write_length(b, "w", p->box.x1 - p->box.x0);
	buf_byte(b, ',');
	write_length(b, "h", p->box.y1 - p->box.y0);
	buf_printf(b, ",\"confidence\":%d.%02d}]}", p->least_conf / 100, p->least_conf % 100);
}

/* A page that could not be read, or not whole, says so in place of what it would show; its text holds what was read. */
static bool write_failed(const struct page *p, struct buf *b)
{
	const struct doc_page *page = p->v->pages[p->index].page;
	if (page->fault == ERR_NONE)
		return false;
	buf_z(b, ",\"success\":false,\"error\":");
	work_fault_write(b, page);
	return true;
}

static void write_items(struct page *p, struct buf *b)
{
	const struct doc_page *page = p->v->pages[p->index].page;
	if (write_failed(p, b))
		return;
	const struct layout_part *parts = (const struct layout_part *)(const void *)p->parts.rows.p;
	size_t n = p->parts.rows.n / sizeof(*parts);
	bool first = true;
	buf_byte(b, ',');
	write_length(b, "page_width", page->width);
	buf_byte(b, ',');
	write_length(b, "page_height", page->height);
	buf_z(b, ",\"success\":true,\"items\":[");
	for (size_t i = 0; i < n; i++) {
		size_t end = i + 1 < n ? parts[i + 1].at : p->markdown.n;
		struct str md = { p->markdown.p + parts[i].at, end > parts[i].at ? end - parts[i].at : 0 };
		while (md.n && (md.p[md.n - 1] == '\n' || md.p[md.n - 1] == ' '))
			md.n--;
		if (!md.n || !parts[i].words)
			continue;
		buf_z(b, first ? "" : ",");
		first = false;
		write_item(b, md);
		write_box(b, &parts[i]);
	}
	buf_byte(b, ']');
}

/* ---- the other members, a page each */

static void write_text(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	layout_write_text(p->v, p->index, &text);
	buf_z(b, ",\"text\":");
	json_write_str(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

static void write_markdown(struct page *p, struct buf *b)
{
	if (write_failed(p, b))
		return;
	buf_z(b, ",\"success\":true,\"header\":null,\"footer\":null,\"markdown\":");
	json_write_str(b, buf_view(&p->markdown));
}

/* The confidence of a page is the mean of its words'. */
static void write_metadata(struct page *p, struct buf *b)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint64_t sum = 0;
	for (uint32_t w = 0; w < page->words; w++)
		sum += p->v->words[page->word + w].conf;
	unsigned mean = page->words ? (unsigned)(sum / page->words) : 100;
	buf_printf(b, ",\"confidence\":%u.%02u,\"printed_page_number\":null,\"speaker_notes\":null,\"slide_section_name\":null,"
		   "\"original_orientation_angle\":%u,\"cost_optimized\":null,\"triggered_auto_mode\":null",
		   mean / 100, mean % 100, page->page->rotation);
}

static const struct member {
	unsigned part;
	const char *name;
	void (*write)(struct page *p, struct buf *b);
} members[] = {
	{ RESULTS_TEXT, "text", write_text },
	{ RESULTS_MARKDOWN, "markdown", write_markdown },
	{ RESULTS_ITEMS, "items", write_items },
	{ RESULTS_METADATA, "metadata", write_metadata },
};

static void write_member(const struct member *m, const struct view *v, struct page *pages, struct buf *b)
{
	buf_printf(b, ",\"%s\":{\"pages\":[", m->name);
	for (uint32_t i = 0; i < v->pages_n; i++) {
		buf_z(b, i ? "," : "");
		write_number(&pages[i], b);
		m->write(&pages[i], b);
		buf_byte(b, '}');
	}
	buf_z(b, "]}");
}

static void write_full(const char *name, const struct view *v, struct page *pages, bool markdown, struct buf *b)
{
	struct buf all = BUF_INIT(0);
	for (uint32_t i = 0; i < v->pages_n; i++) {
		buf_z(&all, i ? (markdown ? "\n\n" : "\f") : "");
		if (markdown)
			buf_str(&all, buf_view(&pages[i].markdown));
		else
			layout_write_text(v, i, &all);
	}
	buf_printf(b, ",\"%s\":", name);
	json_write_str(b, buf_view(&all));
	b->failed |= all.failed;
	buf_fini(&all);
}

unsigned results_part(struct str word)
{
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		if (str_eq_z(word, members[i].name))
			return members[i].part;
	return str_eq_z(word, "text_full") ? RESULTS_TEXT_FULL : str_eq_z(word, "markdown_full") ? RESULTS_MARKDOWN_FULL : 0;
}

/* Markdown of every page is made once for all members that need it. */
static bool prepare(const struct view *v, unsigned parts, struct page *pages, struct err *e)
{
	bool ok = true;
	for (uint32_t i = 0; i < v->pages_n; i++) {
		pages[i] = (struct page){ .v = v, .index = i };
		buf_init(&pages[i].markdown, 0);
		buf_init(&pages[i].parts.rows, 0);
		if (parts & (RESULTS_MARKDOWN | RESULTS_ITEMS | RESULTS_MARKDOWN_FULL))
			layout_write_parts(v, i, &pages[i].markdown, parts & RESULTS_ITEMS ? &pages[i].parts : NULL);
		ok = ok && buf_ok(&pages[i].markdown, e) && buf_ok(&pages[i].parts.rows, e);
	}
	return ok;
}

static bool write_all(const struct view *v, unsigned parts, struct arena *a, struct buf *b, struct err *e)
{
	struct page *pages = ARENA_ARRAY(a, v->pages_n, struct page);
	if (!pages)
		return arena_ok(a, e);
	bool ok = prepare(v, parts, pages, e);
	for (size_t i = 0; ok && i < sizeof(members) / sizeof(members[0]); i++)
		if (parts & members[i].part)
			write_member(&members[i], v, pages, b);
	if (ok && parts & RESULTS_TEXT_FULL)
		write_full("text_full", v, pages, false, b);
	if (ok && parts & RESULTS_MARKDOWN_FULL)
		write_full("markdown_full", v, pages, true, b);
	for (uint32_t i = 0; i < v->pages_n; i++) {
		buf_fini(&pages[i].markdown);
		buf_fini(&pages[i].parts.rows);
	}
	return ok && buf_ok(b, e);
}

bool results_write(struct str frames, unsigned parts, struct buf *b, struct err *e)
{
	struct arena a;
	struct doc d;
	struct view *v;
	arena_init(&a, "results", ARENA);
	bool ok = doc_open(frames, &doc_limits_default, &a, &d, e) && (v = layout_build(&d, &a, e)) && write_all(v, parts, &a, b, e);
	arena_fini(&a);
	return ok;
}
