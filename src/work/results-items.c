/* SPDX-License-Identifier: Apache-2.0 */
/* Items of a page: headings, texts, lists, and tables in three forms, each with its box. */
#include "work/results-private.h"

#include "json/json.h"

static void write_length(struct buf *b, const char *key, int32_t units)
{
	buf_printf(b, "\"%s\":%s%d.%02d", key, units < 0 ? "-" : "", (units < 0 ? -units : units) / DOC_UNIT,
		   (units < 0 ? -units : units) % DOC_UNIT);
}

/* ---- tables: the cells of rows that layout_write_markdown() wrote */

bool results_cell(struct str row, size_t *at, struct buf *cell)
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

struct str results_line(struct str text, size_t *at)
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
	for (size_t at = 0; results_cell(line, &at, &f->cell); first = false) {
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
		struct str row = results_line(md, &at);
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

/* shown: the markdown with its links, md: without. */
static void write_text_item(struct buf *b, struct str shown, struct str md)
{
	write_begin(b, "text", shown);
	buf_z(b, ",\"value\":");
	write_plain(b, md);
}

static struct str after_mark(struct str line)
{
	line = str_trim(line);
	return (struct str){ line.p + 2, line.n > 2 ? line.n - 2 : 0 };
}

static bool is_list(struct str md)
{
	for (size_t at = 0; at < md.n;)
		if (!str_starts(results_line(md, &at), STR("- ")))
			return false;
	return true;
}

static void write_list(struct buf *b, struct str shown, struct str md)
{
	bool first = true;
	buf_z(b, ",\"ordered\":false,\"items\":[");
	for (size_t at = 0, in = 0; at < md.n && in < shown.n; first = false) {
		struct str line = after_mark(results_line(md, &at));
		buf_z(b, first ? "" : ",");
		write_text_item(b, after_mark(results_line(shown, &in)), line);
		buf_byte(b, '}');
	}
	buf_byte(b, ']');
}

static void write_item(struct buf *b, struct str shown, struct str md)
{
	size_t level = 0;
	while (level < md.n && md.p[level] == '#')
		level++;
	if (level && level < md.n && md.p[level] == ' ') {
		write_begin(b, "heading", shown);
		buf_printf(b, ",\"level\":%zu,\"value\":", level < 6 ? level : 6);
		write_plain(b, (struct str){ md.p + level + 1, md.n - level - 1 });
	} else if (!md.n || md.p[0] == '|') { /* nothing: a table that stands elsewhere */
		write_begin(b, "table", shown);
		write_table(b, md);
	} else if (is_list(md)) {
		write_begin(b, "list", shown);
		write_list(b, shown, md);
	} else {
		write_text_item(b, shown, md);
	}
}

void results_box(const struct doc_box *box, struct buf *b)
{
	write_length(b, "x", box->x0);
	buf_byte(b, ',');
	write_length(b, "y", box->y0);
	buf_byte(b, ',');
	write_length(b, "w", box->x1 - box->x0);
	buf_byte(b, ',');
	write_length(b, "h", box->y1 - box->y0);
}

static void write_box(struct buf *b, const struct layout_part *p)
{
	buf_z(b, ",\"bbox\":[{");
	results_box(&p->box, b);
	buf_printf(b, ",\"confidence\":%d.%02d}]", p->least_conf / 100, p->least_conf % 100);
}

bool results_failed(const struct page *p, struct buf *b)
{
	const struct doc_page *page = p->v->pages[p->index].page;
	if (page->fault == ERR_NONE)
		return false;
	buf_z(b, ",\"success\":false,\"error\":");
	work_fault_write(b, page);
	return true;
}

static struct str part_text(const struct buf *text, const struct layout_parts *of, size_t i)
{
	const struct layout_part *parts = (const struct layout_part *)(const void *)of->rows.p;
	size_t n = of->rows.n / sizeof(*parts);
	if (i >= n)
		return (struct str){ "", 0 };
	size_t end = i + 1 < n && parts[i + 1].at < text->n ? parts[i + 1].at : text->n;
	struct str md = { text->p + parts[i].at, end > parts[i].at ? end - parts[i].at : 0 };
	while (md.n && (md.p[md.n - 1] == '\n' || md.p[md.n - 1] == ' '))
		md.n--;
	return md;
}

struct str results_part_text(const struct page *p, size_t i)
{
	return part_text(&p->markdown, &p->parts, i);
}

bool results_item(const struct page *p, size_t *i, struct str *md)
{
	const struct layout_part *parts = (const struct layout_part *)(const void *)p->parts.rows.p;
	size_t n = p->parts.rows.n / sizeof(*parts);
	for (; *i < n; ++*i) {
		*md = results_part_text(p, *i);
		if ((md->n || *i == p->away) && parts[*i].words)
			return true;
	}
	return false;
}

struct str results_item_shown(const struct page *p, size_t i)
{
	return p->style->links ? part_text(&p->linked, &p->linked_parts, i) : results_part_text(p, i);
}

static void write_merged(const struct page *p, size_t i, struct buf *b)
{
	const uint32_t *from = (const uint32_t *)(const void *)p->from.p;
	if (i == p->away)
		buf_printf(b, ",\"merged_into_page\":%u", p->away_to);
	if (i != p->whole)
		return;
	for (size_t k = 0; k < p->from.n / sizeof(*from); k++)
		buf_printf(b, k ? ",%u" : ",\"merged_from_pages\":[%u", from[k]);
	buf_byte(b, ']');
}

static void write_items(struct page *p, bool grounded, struct buf *b)
{
	const struct doc_page *page = layout_page(p->v, p->index);
	const struct layout_part *parts = (const struct layout_part *)(const void *)p->parts.rows.p;
	const char *comma = "";
	struct str md;
	buf_byte(b, ',');
	write_length(b, "page_width", page->width);
	buf_byte(b, ',');
	write_length(b, "page_height", page->height);
	buf_z(b, ",\"success\":true,\"items\":[");
	size_t shown = 0;
	for (size_t i = 0, word = 0; results_item(p, &i, &md); i++, comma = ",") {
		results_pictures_items(p, shown, i + 1, &comma, b);
		shown = i + 1;
		buf_z(b, comma);
		write_item(b, results_item_shown(p, i), md);
		write_merged(p, i, b);
		write_box(b, &parts[i]);
		if (grounded)
			results_grounding(p, i, &word, b);
		buf_byte(b, '}');
	}
	results_pictures_items(p, shown, SIZE_MAX, &comma, b);
	buf_byte(b, ']');
	results_revisions(p, b);
}

void results_items(struct page *p, struct buf *b)
{
	if (!results_failed(p, b))
		write_items(p, false, b);
}

/* A line of its own for each page: its items, with the boxes that were asked for. */
void results_grounded(struct page *p, struct buf *b)
{
	buf_printf(b, "{\"page_number\":%u", p->v->pages[p->index].page->number);
	if (!results_failed(p, b))
		write_items(p, true, b);
	buf_z(b, "}\n");
}
