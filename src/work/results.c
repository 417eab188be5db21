/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results.h"

#include "base/clock.h"
#include "base/metric.h"
#include "doc/spool.h"
#include "json/json.h"
#include "layout/survey.h"
#include "work/work.h"

#include <stdio.h>
#include <unistd.h>

#define PAGE_ARENA ((size_t)1 << 30)
#define FLUSH ((size_t)1 << 16)

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

/* ---- running lines */

static void running_text(const struct page *p, uint32_t from, uint32_t end, struct buf *b)
{
	const struct view *v = p->v;
	for (uint32_t l = from; l < end; l++) {
		if (!(v->lines[l].flags & VIEW_RUNNING))
			continue;
		buf_z(b, b->n ? "\n" : "");
		layout_text(v, v->lines[l].word, v->lines[l].words, b);
	}
}

/* Lines that come back from page to page: those in the upper half are its header, the others its footer. */
static void running_read(const struct page *p, struct buf *header, struct buf *footer)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint32_t end = page->line + page->lines, half = page->line;
	while (half < end && p->v->lines[half].box.y0 < page->page->height / 2)
		half++;
	running_text(p, page->line, half, header);
	running_text(p, half, end, footer);
}

static void write_text_or_null(struct buf *b, const struct buf *text)
{
	if (text->n)
		json_write_str(b, buf_view(text));
	else
		buf_z(b, "null");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Without what stands around a number of its own: "- 3 -", "(3)". */
static struct str bare(struct str s)
{
	while (s.n && strchr("-()[]|.,", s.p[0]))
		s = (struct str){ s.p + 1, s.n - 1 };
	while (s.n && strchr("-()[]|.,", s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return s.n > 0 && s.n <= 6;
}

/*
 * The number printed on the page: among the numbers of its running lines the one that is the page's own, else the only
 * one of a line that is nothing but a number.
 */
static struct str printed_number(const struct page *p)
{
	const struct view *v = p->v;
	const struct view_page *page = &v->pages[p->index];
	struct str alone = { NULL, 0 };
	char own[16];
	snprintf(own, sizeof(own), "%u", page->page->number);
	for (uint32_t l = page->line; l < page->line + page->lines; l++) {
		const struct view_line *line = &v->lines[l];
		struct str last = { NULL, 0 };
		uint32_t texts = 0;
		for (uint32_t w = line->word; (line->flags & VIEW_RUNNING) && w < line->word + line->words; w++) {
			struct str s = bare(v->words[w].text);
			if (str_eq_z(s, own))
				return s;
			texts += s.n > 0;
			last = s.n ? s : last;
		}
		if (texts == 1 && is_number(last))
			alone = last;
	}
	return alone;
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
	struct buf header = BUF_INIT(0), footer = BUF_INIT(0);
	running_read(p, &header, &footer);
	buf_z(b, ",\"success\":true,\"header\":");
	write_text_or_null(b, &header);
	buf_z(b, ",\"footer\":");
	write_text_or_null(b, &footer);
	buf_z(b, ",\"markdown\":");
	json_write_str(b, buf_view(&p->markdown));
	b->failed |= header.failed || footer.failed;
	buf_fini(&header);
	buf_fini(&footer);
}

/* The confidence of a page is the mean of its words'. */
static void write_metadata(struct page *p, struct buf *b)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint64_t sum = 0;
	for (uint32_t w = 0; w < page->words; w++)
		sum += p->v->words[page->word + w].conf;
	unsigned mean = page->words ? (unsigned)(sum / page->words) : 100;
	struct str printed = printed_number(p);
	buf_printf(b, ",\"confidence\":%u.%02u,\"printed_page_number\":", mean / 100, mean % 100);
	if (printed.p)
		json_write_str(b, printed);
	else
		buf_z(b, "null");
	buf_printf(b, ",\"speaker_notes\":null,\"slide_section_name\":null,\"original_orientation_angle\":%u,\"cost_optimized\":null,\"triggered_auto_mode\":null",
		   page->page->rotation);
}

/* A text over all pages: the page's share of a JSON string. */
static void write_share(struct buf *b, struct str text)
{
	struct buf quoted = BUF_INIT(0);
	json_write_str(&quoted, text);
	if (!quoted.failed)
		buf_str(b, (struct str){ quoted.p + 1, quoted.n - 2 });
	b->failed |= quoted.failed;
	buf_fini(&quoted);
}

static void write_text_share(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	layout_write_text(p->v, p->index, &text);
	write_share(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

static void write_markdown_share(struct page *p, struct buf *b)
{
	write_share(b, buf_view(&p->markdown));
}

/* ---- members: what stands before, between and after the pages; own: each page is an object of its own */

static const struct member {
	const char *name, *open, *between, *close;
	bool own, markdown;
	void (*write)(struct page *p, struct buf *b);
} members[RESULTS_PARTS] = {
	{ "text", "{\"pages\":[", ",", "]}", true, false, write_text },
	{ "markdown", "{\"pages\":[", ",", "]}", true, true, write_markdown },
	{ "items", "{\"pages\":[", ",", "]}", true, true, write_items },
	{ "metadata", "{\"pages\":[", ",", "]}", true, false, write_metadata },
	{ "text_full", "\"", "\\f", "\"", false, false, write_text_share },
	{ "markdown_full", "\"", "\\n\\n", "\"", false, true, write_markdown_share },
};

int results_part(struct str word)
{
	for (int i = 0; i < RESULTS_PARTS; i++)
		if (str_eq_z(word, members[i].name))
			return i;
	return -1;
}

/* ---- laying out: all members at once, a page of the document at a time */

struct making {
	struct store *store;
	unsigned parts; /* bits of those that are made */
	struct spool spool;
	struct survey *survey;
	struct buf text[RESULTS_PARTS]; /* what is not yet in their files */
	struct store_upload *file[RESULTS_PARTS];
};

static bool makes(const struct making *m, int part)
{
	return m->parts >> part & 1;
}

static bool flush(struct making *m, int part, size_t most, struct err *e)
{
	struct buf *b = &m->text[part];
	if (!buf_ok(b, e))
		return false;
	if (b->n <= most)
		return true;
	bool ok = store_upload_add(m->file[part], b->p, b->n, e);
	buf_clear(b);
	return ok;
}

static bool make_members(struct making *m, struct page *p, bool first, struct err *e)
{
	bool ok = true;
	for (int i = 0; ok && i < RESULTS_PARTS; i++) {
		struct buf *b = &m->text[i];
		if (!makes(m, i))
			continue;
		buf_z(b, first ? "" : members[i].between);
		if (members[i].own)
			write_number(p, b);
		members[i].write(p, b);
		buf_z(b, members[i].own ? "}" : "");
		ok = flush(m, i, FLUSH, e);
	}
	return ok;
}

/* Markdown of a page is made once for all members that need it. */
static bool make_page(struct making *m, size_t index, struct err *e)
{
	struct arena a;
	struct doc_page page;
	struct page p = { .index = 0 };
	unsigned markdown = 0;
	arena_init(&a, "page", PAGE_ARENA);
	buf_init(&p.markdown, 0);
	buf_init(&p.parts.rows, 0);
	for (int i = 0; i < RESULTS_PARTS; i++)
		markdown |= makes(m, i) && members[i].markdown;
	bool ok = spool_page(&m->spool, index, &page, e) &&
		  (p.v = survey_page(m->survey, (uint32_t)index, &page, &a, e)) != NULL;
	if (ok && markdown)
		layout_write_parts(p.v, 0, &p.markdown, makes(m, RESULTS_ITEMS) ? &p.parts : NULL);
	ok = ok && buf_ok(&p.markdown, e) && buf_ok(&p.parts.rows, e) && make_members(m, &p, index == 0, e);
	buf_fini(&p.markdown);
	buf_fini(&p.parts.rows);
	arena_fini(&a);
	return ok;
}

static bool survey_each(void *ctx, const struct doc_page *page, struct err *e)
{
	return survey_add(((struct making *)ctx)->survey, page, e);
}

static bool open_files(struct making *m, struct err *e)
{
	for (int i = 0; i < RESULTS_PARTS; i++) {
		if (!makes(m, i))
			continue;
		buf_z(&m->text[i], members[i].open);
		m->file[i] = store_upload_begin(m->store, e);
		if (!m->file[i])
			return false;
	}
	return true;
}

static bool make_all(struct making *m, int64_t size, struct err *e)
{
	bool ok = (m->survey || err_set(e, ERR_MEMORY, "out of memory")) && open_files(m, e) &&
		  spool_file(&m->spool, size, survey_each, m, e) && survey_end(m->survey, e);
	for (size_t i = 0; ok && i < spool_pages(&m->spool); i++)
		ok = make_page(m, i, e);
	return ok;
}

static bool close_file(struct making *m, int part, struct store_blob *out, struct err *e)
{
	struct store_upload *u = m->file[part];
	buf_z(&m->text[part], members[part].close);
	if (!flush(m, part, 0, e))
		return false;
	m->file[part] = NULL;
	return store_upload_finish(u, out, e);
}

static void key_of(int part, char *key, size_t size)
{
	struct str release = extract_release_resolve(STR("latest")); /* layout goes with the engine */
	snprintf(key, size, "shown %s release=%.*s", members[part].name, STR_ARGS(release));
}

static bool keep(const struct results *r, int part, const struct store_blob *blob, struct err *e)
{
	char key[96];
	key_of(part, key, sizeof(key));
	return store_cache_put(r->store, r->project, r->frames.hash, str_from(key), blob, r->job, clock_now(), e);
}

static bool make(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct making m = { .store = r->store, .parts = parts, .survey = survey_new() };
	int fd = -1;
	int64_t size = 0;
	enum store_outcome found = store_blob_open(r->store, r->frames.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_INTERNAL, "the parsed document is gone");
	for (int i = 0; i < RESULTS_PARTS; i++)
		buf_init(&m.text[i], 0);
	spool_init(&m.spool, fd);
	bool ok = found == STORE_OK && make_all(&m, size, e);
	for (int i = 0; i < RESULTS_PARTS; i++) {
		ok = ok && (!makes(&m, i) || (close_file(&m, i, &out[i], e) && keep(r, i, &out[i], e)));
		if (m.file[i])
			store_upload_abort(m.file[i]);
		buf_fini(&m.text[i]);
	}
	spool_fini(&m.spool);
	survey_free(m.survey);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool results_find(const struct results *r, unsigned parts, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	unsigned missing = 0;
	for (int i = 0; i < RESULTS_PARTS; i++) {
		char key[96];
		if (!(parts >> i & 1))
			continue;
		key_of(i, key, sizeof(key));
		enum store_outcome got = store_cache_get(r->store, r->project, r->frames.hash, str_from(key), &out[i], e);
		if (got == STORE_ERROR)
			return false;
		metric_add(METRIC_cache, LABEL_cache_layout, got == STORE_OK ? LABEL_found_hit : LABEL_found_miss, 1);
		missing |= got == STORE_OK ? 0 : 1u << i;
	}
	return !missing || make(r, missing, out, e);
}
