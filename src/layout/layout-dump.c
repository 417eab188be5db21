/* SPDX-License-Identifier: Apache-2.0 */
/* layout-dump - shows what layout makes of the frames on standard input; a tool of developers. */
#include "base/io.h"
#include "layout/layout-private.h"
#include "layout/span.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const span_names[SPAN_TYPES] = {
	"date", "range", "time", "number", "numbers", "money", "percent", "currency", "email", "url", "phone", "iban", "bic",
	"vat", "id", "postal", "street", "country", "person", "org", "duration",
};

static void print_line(const struct view *v, const struct spans *sp, uint32_t l, bool spans)
{
	const struct view_line *line = &v->lines[l];
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "p%u:%u %c%c%c%u y%d +%d", line->page + 1, l, line->flags & VIEW_RUNNING ? 'R' : '.',
		   line->flags & VIEW_HEADING ? 'H' : '.', line->flags & VIEW_PROSE ? 'P' : '.', line->level, line->box.y0 / 100,
		   line->leading / 100);
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		buf_printf(&b, " |%u: ", v->segs[s].block);
		layout_text(v, v->segs[s].word, v->segs[s].words, &b);
		for (uint32_t i = spans ? sp->by_seg[s] : 0; spans && i < sp->by_seg[s + 1]; i++)
			buf_printf(&b, " {%s%s %.*s%s%.*s %u}", span_names[sp->items[i].type], sp->items[i].ambiguous ? "?" : "",
				   STR_ARGS(sp->items[i].canon), sp->items[i].extra.n ? "/" : "", STR_ARGS(sp->items[i].extra),
				   sp->items[i].quality);
	}
	puts(b.p);
	buf_fini(&b);
}

/* How sure recognition was of each word. */
static void print_words(const struct view *v)
{
	for (uint32_t l = 0; l < v->lines_n; l++) {
		printf("p%u:%u", v->lines[l].page + 1, l);
		for (uint32_t w = v->lines[l].word; w < v->lines[l].word + v->lines[l].words; w++)
			printf(" %.*s(%u)", STR_ARGS(v->words[w].text), v->words[w].conf);
		puts("");
	}
}

static void print_cells(const struct view *v)
{
	for (uint32_t i = 0; i < v->cells_n; i++) {
		const struct view_cell *c = &v->cells[i];
		printf("cell p%u grid %u r%u+%u c%u+%u %d,%d %d,%d\n", c->page + 1, c->grid, c->row, c->row_span, c->col, c->col_span,
		       c->box.x0 / 100, c->box.y0 / 100, c->box.x1 / 100, c->box.y1 / 100);
	}
}

static void print_pages(const struct view *v, bool markdown)
{
	struct buf b = BUF_INIT(0);
	for (uint32_t p = 0; p < v->pages_n; p++) {
		(markdown ? layout_write_markdown : layout_write_text)(v, p, &b);
		buf_z(&b, "\f\n");
	}
	fwrite(b.p, 1, b.n, stdout);
	buf_fini(&b);
}

static bool read_all(struct buf *b)
{
	char block[65536];
	ssize_t n;
	while ((n = read(STDIN_FILENO, block, sizeof(block))) > 0)
		buf_add(b, block, (size_t)n);
	return n == 0 && !b->failed;
}

int main(int argc, char **argv)
{
	const char *mode = argc > 1 ? argv[1] : "spans";
	struct buf in = BUF_INIT(0);
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	struct view *v = NULL;
	struct spans *sp = NULL;
	arena_init(&a, "dump", (size_t)4 << 30);
	if (read_all(&in) && doc_open(buf_view(&in), &doc_limits_default, &a, &d, &e) && (v = layout_build(&d, &a, &e)) != NULL)
		sp = span_scan(v, &a, &e);
	if (!sp) {
		fprintf(stderr, "layout-dump: %s\n", e.text);
	} else if (strcmp(mode, "text") == 0 || strcmp(mode, "markdown") == 0) {
		print_pages(v, mode[0] == 'm');
	} else if (strcmp(mode, "words") == 0) {
		print_words(v);
	} else if (strcmp(mode, "quiet") != 0) {
		const struct view *down = v;
		if (strcmp(mode, "columns") == 0 && layout_columns(v, &a, &down))
			v = (struct view *)(uintptr_t)down;
		printf("lang %s, %s first, decimal %s\n", v->lang, v->day_first ? "day" : "month", v->decimal_comma ? "comma" : "point");
		for (uint32_t l = 0; l < v->lines_n; l++)
			print_line(v, sp, l, strcmp(mode, "spans") == 0);
		if (strcmp(mode, "cells") == 0)
			print_cells(v);
	}
	arena_fini(&a);
	buf_fini(&in);
	return sp ? 0 : 1;
}
