/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "base/clock.h"
#include "base/pages.h"
#include "doc/doc.h"
#include "json/json.h"
#include "layout/layout.h"

#include <unistd.h>

static struct {
	const char *format, *pages, *lang;
	bool no_ocr;
	int max_pages;
} given = { .format = "text", .lang = "en" };

const struct arg parse_args[] = {
	{ "format", 'f', ARG_TEXT, &given.format, "F", "text, markdown or json (words with boxes in points) [text]" },
	{ "pages", 'p', ARG_TEXT, &given.pages, "P", "pages to read, such as 1,3-5 [all]" },
	{ "max-pages", 0, ARG_COUNT, &given.max_pages, "N", "read at most N pages [all]" },
	{ "lang", 0, ARG_TEXT, &given.lang, "L", "language of the document [en]" },
	{ "no-ocr", 0, ARG_FLAG, &given.no_ocr, NULL, "embedded text only" },
	{ 0 },
};

/* ---- formats */

static void write_text(const struct view *v, struct buf *b)
{
	for (uint32_t p = 0; p < v->pages_n; p++) {
		if (p)
			buf_byte(b, '\f');
		layout_write_text(v, p, b);
	}
}

static void write_markdown(const struct view *v, struct buf *b)
{
	for (uint32_t p = 0; p < v->pages_n; p++) {
		if (p)
			buf_z(b, "\n\n---\n\n");
		layout_write_markdown(v, p, b);
	}
}

/* A length in points: doc units are 1/100 point, so two decimals are exact. */
static void write_points(struct buf *b, const char *key, int64_t units)
{
	int64_t whole = units < 0 ? -units : units;
	buf_printf(b, ",\"%s\":%s%lld.%02lld", key, units < 0 ? "-" : "", (long long)whole / DOC_UNIT,
		   (long long)whole % DOC_UNIT);
}

static void write_word(const struct view_word *w, struct buf *b)
{
	buf_z(b, "{\"text\":");
	json_write_str(b, w->text);
	write_points(b, "x", w->box.x0);
	write_points(b, "y", w->box.y0);
	write_points(b, "w", (int64_t)w->box.x1 - w->box.x0);
	write_points(b, "h", (int64_t)w->box.y1 - w->box.y0);
	if (w->source == DOC_SOURCE_OCR)
		buf_printf(b, ",\"confidence\":%u.%02u", w->conf / 100u, w->conf % 100u);
	buf_byte(b, '}');
}

static void write_page(const struct view *v, const struct view_page *p, struct buf *b)
{
	buf_printf(b, "{\"page\":%u", p->page->number);
	write_points(b, "width", p->page->width);
	write_points(b, "height", p->page->height);
	buf_printf(b, ",\"rotation\":%u,\"words\":[", p->page->rotation);
	for (uint32_t w = 0; w < p->words; w++) {
		buf_z(b, w ? ",\n" : "\n");
		write_word(&v->words[p->word + w], b);
	}
	buf_z(b, "]}");
}

static void write_json(const struct view *v, struct buf *b)
{
	buf_z(b, "{\"format\":");
	json_write_str(b, v->doc->format);
	buf_z(b, ",\"release\":");
	json_write_str(b, v->doc->release);
	buf_printf(b, ",\"source_pages\":%u,\"pages\":[", v->doc->source_pages);
	for (uint32_t p = 0; p < v->pages_n; p++) {
		buf_z(b, p ? ",\n" : "\n");
		write_page(v, &v->pages[p], b);
	}
	buf_z(b, "]}\n");
}

static const struct format {
	const char *name;
	void (*write)(const struct view *v, struct buf *b);
} formats[] = { { "text", write_text }, { "markdown", write_markdown }, { "json", write_json }, { 0 } };

static const struct format *format_by_name(const char *name, struct err *e)
{
	for (const struct format *f = formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	err_set(e, ERR_USAGE, "--format takes text, markdown or json, not \"%s\"", name);
	return NULL;
}

/* ---- the command */

static bool parse_file(const struct conf *c, const char *path, struct arena *a, struct buf *frames, struct err *e)
{
	uint32_t *pages = NULL;
	size_t pages_n = 0;
	if (given.pages && !pages_parse(str_from(given.pages), a, &pages, &pages_n, e))
		return err_in(e, "--pages");
	int fd;
	int64_t size;
	if (!command_open(path, &fd, &size, e))
		return false;
	struct pool *pool = command_pool(c, e);
	struct pool_request q = {
		.fd = fd, .name = str_from(command_base_name(path)), .pages = pages, .pages_n = pages_n,
		.max_pages = (uint32_t)given.max_pages, .lang = str_from(given.lang), .ocr = !given.no_ocr,
		.deadline = clock_mono() + c->parse_timeout * CLOCK_SECOND,
	};
	bool ok = pool && (pool_parse(pool, &q, frames, e) || err_in(e, "%s: %s", path, err_row(e->code)->word));
	pool_close(pool);
	close(fd);
	return ok;
}

bool parse_command(struct call *c, struct err *e)
{
	struct arena a;
	struct doc d;
	struct view *v;
	struct buf frames = BUF_INIT(0), b = BUF_INIT(0);
	const struct format *f = format_by_name(given.format, e);
	arena_init(&a, "document", 0);
	bool ok = f && command_words(c, 1, 1, "FILE", e) && parse_file(&c->conf, c->words[0], &a, &frames, e) &&
		  doc_open(buf_view(&frames), &doc_limits_default, &a, &d, e) && (v = layout_build(&d, &a, e));
	if (ok) {
		f->write(v, &b);
		ok = command_print(&b, e);
	}
	buf_fini(&b);
	buf_fini(&frames);
	arena_fini(&a);
	return ok;
}
