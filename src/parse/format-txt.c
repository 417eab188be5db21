/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Plain text on a grid: each character is a cell of CELL_W x CELL_H, so columns
 * made with spaces stay columns. A form feed, or PAGE_LINES lines, ends a page;
 * a line of more than LINE_CELLS goes on in the next one, from a blank if one comes in time.
 */
#include "parse/format.h"
#include "parse/spaced.h"

#include <stdlib.h>
#include <utf8proc.h>

/* 1/100 points: 12 pt lines of a fixed-pitch font of 10 pt. */
enum { CELL_W = 600, CELL_H = 1200, FONT = 1000, MARGIN = 3600, PAGE_W = 61200, TAB = 8, PAGE_LINES = 10000,
       LINE_CELLS = 10000, WORD_CELLS = 1000 };

enum charset { UTF_8, UTF_16LE, UTF_16BE, CP1252, BINARY };

static bool has_bom(struct str s, const char *bom, size_t n)
{
	return str_starts(s, (struct str){ bom, n });
}

/* Share of control characters that no text has. */
static bool looks_binary(struct str s)
{
	size_t n = s.n < 65536 ? s.n : 65536, odd = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		odd += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
	}
	return odd * 200 > n;
}

static enum charset charset_of(struct str s)
{
	if (has_bom(s, "\xFF\xFE", 2))
		return UTF_16LE;
	if (has_bom(s, "\xFE\xFF", 2))
		return UTF_16BE;
	size_t zeros[2] = { 0, 0 }, n = s.n < 4096 ? s.n : 4096;
	for (size_t i = 0; i < n; i++)
		zeros[i % 2] += s.p[i] == 0;
	if (zeros[1] * 3 > n && zeros[0] * 20 < n)
		return UTF_16LE;
	if (zeros[0] * 3 > n && zeros[1] * 20 < n)
		return UTF_16BE;
	if (looks_binary(s))
		return BINARY;
	return str_utf8_ok(s) ? UTF_8 : CP1252;
}

static int score(const struct source *s)
{
	static const char *const names[] = { ".txt", ".text", ".log" };
	if (charset_of(s->bytes) == BINARY)
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str end = str_from(names[i]);
		if (s->name.n >= end.n && str_eq_nocase((struct str){ s->name.p + s->name.n - end.n, end.n }, end))
			return 50;
	}
	return 20;
}

/* The code point at *i, whatever the charset. */
static uint32_t next_char(struct str s, enum charset set, size_t *i)
{
	if (set == UTF_8)
		return str_utf8_next(s, i);
	unsigned char a = (unsigned char)s.p[*i];
	if (set == CP1252) {
		(*i)++;
		return str_cp1252(a);
	}
	if (*i + 1 >= s.n) {
		(*i)++;
		return 0xFFFD;
	}
	unsigned char b = (unsigned char)s.p[*i + 1];
	*i += 2;
	uint32_t c = set == UTF_16LE ? (uint32_t)(b << 8 | a) : (uint32_t)(a << 8 | b);
	if (c < 0xD800 || c > 0xDBFF || *i + 1 >= s.n)
		return c;
	a = (unsigned char)s.p[*i], b = (unsigned char)s.p[*i + 1];
	uint32_t low = set == UTF_16LE ? (uint32_t)(b << 8 | a) : (uint32_t)(a << 8 | b);
	if (low < 0xDC00 || low > 0xDFFF)
		return 0xFFFD;
	*i += 2;
	return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

struct grid {
	struct str text;
	enum charset set;
	size_t at;                 /* of the next character */
	bool cr;                   /* the last one was a carriage return */
	struct doc_page_builder page;
	struct sink *out;
	uint32_t number;           /* of the page being filled */
	uint32_t wanted;           /* the page to send; words of others are not made */
	int32_t row, column, widest;
	struct buf word;
	int32_t word_column;
};

static void end_word(struct grid *g)
{
	if (g->word.n && g->number == g->wanted) {
		int32_t x = MARGIN + g->word_column * CELL_W, y = MARGIN + g->row * CELL_H;
		struct doc_word w = { .box = { x, y, x + (g->column - g->word_column) * CELL_W, y + FONT }, .size = FONT,
				      .conf = 100, .flags = DOC_MONO, .run = (uint16_t)g->row };
		utf8proc_uint8_t *nfc = NULL;
		utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)g->word.p, (utf8proc_ssize_t)g->word.n, &nfc,
						  UTF8PROC_COMPOSE | UTF8PROC_STABLE);
		if (n > 0)
			doc_page_add_word(&g->page, &w, (struct str){ (const char *)nfc, (size_t)n });
		free(nfc);
	}
	buf_clear(&g->word);
}

static void end_line(struct grid *g)
{
	end_word(g);
	if (g->column > g->widest)
		g->widest = g->column;
	g->row++;
	g->column = 0;
}

static void start_page(struct grid *g)
{
	doc_page_builder_start(&g->page, ++g->number, PAGE_W, 79200);
	g->row = g->column = g->widest = 0;
}

static bool end_page(struct grid *g, struct err *e)
{
	if (g->column)
		end_line(g);
	int32_t w = 2 * MARGIN + g->widest * CELL_W, h = 2 * MARGIN + g->row * CELL_H;
	g->page.width = w > PAGE_W ? w : PAGE_W;
	g->page.height = h > 79200 ? h : 79200;
	if (g->number != g->wanted)
		return true;
	spaced_settle(&g->page);
	return sink_page(g->out, &g->page, e);
}

static bool is_space(uint32_t c)
{
	return c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}

static bool put_char(struct grid *g, uint32_t c, struct err *e)
{
	char utf8[4];
	if (c == '\n') {
		end_line(g);
		if (g->row < PAGE_LINES)
			return true;
		bool ok = end_page(g, e);
		start_page(g);
		return ok;
	}
	if (c == '\f') {
		bool ok = end_page(g, e);
		start_page(g);
		return ok;
	}
	if (c == '\t' || is_space(c)) {
		end_word(g);
		g->column = c == '\t' ? (g->column / TAB + 1) * TAB : g->column + 1;
		return g->column < LINE_CELLS - WORD_CELLS || put_char(g, '\n', e);
	}
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD)
		return true;
	if (g->column >= LINE_CELLS && !put_char(g, '\n', e))
		return false;
	if (g->word.n == 0)
		g->word_column = g->column;
	if (g->word.n < 4000)
		buf_add(&g->word, utf8, str_utf8_put(c, utf8));
	g->column += utf8proc_charwidth((utf8proc_int32_t)c) == 2 ? 2 : 1;
	return true;
}

/* Go on to the end of page number last, or of the text. */
static bool run(struct grid *g, uint32_t last, struct err *e)
{
	bool ok = true;
	while (ok && g->at < g->text.n && g->number <= last) {
		uint32_t c = next_char(g->text, g->set, &g->at);
		if (!(g->cr && c == '\n')) /* CR LF is one end of line */
			ok = put_char(g, c == '\r' ? '\n' : c, e);
		g->cr = c == '\r';
	}
	return ok;
}

static void rewind_text(struct grid *g)
{
	buf_clear(&g->word);
	g->at = 0;
	g->cr = false;
	g->number = 0;
	start_page(g);
}

/* More than may be read are not counted to their end. */
static uint32_t count_pages(struct grid *g)
{
	struct err none_is_sent;
	rewind_text(g);
	run(g, doc_limits_default.pages, &none_is_sent);
	uint32_t pages = g->number;
	rewind_text(g);
	return pages;
}

/* Lay the text out to the end of page number wanted and send that page. */
static bool send_page(struct grid *g, uint32_t wanted, struct err *e)
{
	if (wanted < g->number || g->at == g->text.n)
		rewind_text(g);
	g->wanted = wanted;
	return run(g, wanted, e) && (g->number > wanted || end_page(g, e));
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct grid g = { .out = out, .text = s->bytes, .set = charset_of(s->bytes) };
	doc_page_builder_init(&g.page);
	buf_init(&g.word, 0);
	uint32_t pages = count_pages(&g), n, *list = format_pages(o, pages, &n, e);
	bool ok = list != NULL;
	if (ok)
		doc_write_head(&out->frames, STR("txt"), STR(PARSER_RELEASE), pages);
	for (uint32_t i = 0; ok && i < n; i++)
		ok = send_page(&g, list[i], e);
	if (ok && out->words == 0)
		ok = err_set(e, ERR_NO_DATA, "the text has no words");
	free(list);
	doc_page_builder_fini(&g.page);
	buf_fini(&g.word);
	return ok;
}

const struct format format_txt = { "txt", score, parse };
