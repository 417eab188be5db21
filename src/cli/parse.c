/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "base/clock.h"
#include "base/io.h"
#include "base/pages.h"
#include "doc/doc.h"
#include "json/json.h"
#include "layout/layout.h"

#include <unistd.h>

#define FLUSH_BYTES ((size_t)1 << 16)

static struct {
	const char *format, *pages, *lang, *png;
	bool no_ocr, boxes;
	int max_pages, dpi;
} given = { .format = "text", .lang = "en", .dpi = 150 };

const struct arg parse_args[] = {
	{ "format", 'f', ARG_TEXT, &given.format, "F", "text, markdown or json (words with boxes in points) [text]" },
	{ "pages", 'p', ARG_TEXT, &given.pages, "P", "pages to read, such as 1,3-5 [all]" },
	{ "max-pages", 0, ARG_COUNT, &given.max_pages, "N", "read at most N pages [all]" },
	{ "lang", 0, ARG_TEXT, &given.lang, "L", "language of the document [en]" },
	{ "no-ocr", 0, ARG_FLAG, &given.no_ocr, NULL, "embedded text only" },
	{ "png", 0, ARG_TEXT, &given.png, "DIR", "write pictures of the pages into this folder instead" },
	{ "dpi", 0, ARG_COUNT, &given.dpi, "N", "their resolution [150]" },
	{ "boxes", 0, ARG_FLAG, &given.boxes, NULL, "draw what was found over them: words red, rules blue, marks green" },
	{ 0 },
};

/* ---- formats: what stands before, between and after the pages, and a page */

/* One word's numbers, put together here: a book has millions, and printf would take most of the time. */
struct numbers {
	char text[160];
	size_t n;
};

static void add_text(struct numbers *s, const char *z)
{
	size_t n = strlen(z);
	memcpy(s->text + s->n, z, n);
	s->n += n;
}

/* A length in points: doc units are 1/100 point, so two decimals are exact. */
static void add_points(struct numbers *s, const char *key, int64_t units)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t left = units < 0 ? 0 - (uint64_t)units : (uint64_t)units;
	for (int place = 0; left || place < 3; place++, left /= 10) {
		if (place == 2)
			digits[--at] = '.';
		digits[--at] = (char)('0' + left % 10);
	}
	if (units < 0)
		digits[--at] = '-';
	add_text(s, key);
	memcpy(s->text + s->n, digits + at, sizeof(digits) - at);
	s->n += sizeof(digits) - at;
}

static void write_word(const struct view_word *w, struct buf *b)
{
	struct numbers s = { .n = 0 };
	buf_add(b, "{\"text\":", 8);
	json_write_str(b, w->text);
	add_points(&s, ",\"x\":", w->box.x0);
	add_points(&s, ",\"y\":", w->box.y0);
	add_points(&s, ",\"w\":", (int64_t)w->box.x1 - w->box.x0);
	add_points(&s, ",\"h\":", (int64_t)w->box.y1 - w->box.y0);
	if (w->source == DOC_SOURCE_OCR)
		add_points(&s, ",\"confidence\":", w->conf); /* hundredths as well */
	add_text(&s, "}");
	buf_add(b, s.text, s.n);
}

static void write_page(const struct view *v, uint32_t page, struct buf *b)
{
	const struct view_page *p = &v->pages[page];
	struct numbers s = { .n = 0 };
	buf_printf(b, "{\"page\":%u", p->page->number);
	add_points(&s, ",\"width\":", p->page->width);
	add_points(&s, ",\"height\":", p->page->height);
	buf_add(b, s.text, s.n);
	buf_printf(b, ",\"rotation\":%u,\"words\":[", p->page->rotation);
	for (uint32_t w = 0; w < p->words; w++) {
		buf_z(b, w ? ",\n" : "\n");
		write_word(&v->words[p->word + w], b);
	}
	buf_z(b, "]}");
}

static void write_head(const struct view *v, struct buf *b)
{
	buf_z(b, "{\"format\":");
	json_write_str(b, v->doc->format);
	buf_z(b, ",\"release\":");
	json_write_str(b, v->doc->release);
	buf_printf(b, ",\"source_pages\":%u,\"pages\":[\n", v->doc->source_pages);
}

static const struct format {
	const char *name;
	void (*head)(const struct view *v, struct buf *b); /* may be NULL */
	void (*page)(const struct view *v, uint32_t page, struct buf *b);
	const char *between, *after;
} formats[] = {
	{ "text", NULL, layout_write_text, "\f", "" },
	{ "markdown", NULL, layout_write_markdown, "\n\n---\n\n", "" },
	{ "json", write_head, write_page, ",\n", "]}\n" },
	{ 0 },
};

static const struct format *format_by_name(const char *name, struct err *e)
{
	for (const struct format *f = formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	err_set(e, ERR_USAGE, "--format takes text, markdown or json, not \"%s\"", name);
	return NULL;
}

/* Pages go out as they are done: a book's text need not fit into memory twice. */
static bool print(const struct format *f, const struct view *v, struct err *e)
{
	struct buf b = BUF_INIT(0);
	bool ok = true;
	if (f->head)
		f->head(v, &b);
	for (uint32_t p = 0; ok && p < v->pages_n; p++) {
		f->page(v, p, &b);
		buf_z(&b, p + 1 < v->pages_n ? f->between : f->after);
		if (b.n > FLUSH_BYTES || p + 1 == v->pages_n) {
			ok = command_print(&b, e);
			buf_clear(&b);
		}
	}
	buf_fini(&b);
	return ok;
}

/* ---- one document */

struct input {
	const char *path;
	struct pool *pool;
	struct pool_request q;
	struct arena arena;
};

static bool input_open(struct input *in, const struct call *c, struct err *e)
{
	uint32_t *pages = NULL;
	size_t pages_n = 0;
	int64_t size;
	in->path = c->words[0];
	if (given.pages && !pages_parse(str_from(given.pages), &in->arena, &pages, &pages_n, e))
		return err_in(e, "--pages");
	in->q = (struct pool_request){
		.name = str_from(command_base_name(in->path)), .pages = pages, .pages_n = pages_n,
		.max_pages = (uint32_t)given.max_pages, .lang = str_from(given.lang), .ocr = !given.no_ocr,
	};
	if (!command_open(in->path, &in->q.fd, &size, e))
		return false;
	in->pool = command_pool(&c->conf, e);
	in->q.deadline = clock_mono() + c->conf.parse_timeout * CLOCK_SECOND;
	return in->pool;
}

static void input_close(struct input *in)
{
	pool_close(in->pool);
	if (in->q.fd >= 0)
		close(in->q.fd);
	arena_fini(&in->arena);
}

static bool say_where(const struct input *in, struct err *e)
{
	return err_in(e, "%s: %s", in->path, err_row(e->code)->word);
}

/* ---- pictures */

/* DIR/NAME-0001.png, and its path as a line of output. */
static bool write_picture(const struct input *in, uint32_t page, const struct buf *png, struct err *e)
{
	struct buf path = BUF_INIT(0);
	buf_printf(&path, "%s/%.*s-%04u.png", given.png, STR_ARGS(in->q.name), page);
	bool ok = buf_ok(&path, e) && io_write_file(path.p, buf_view(png), 0644, e);
	buf_byte(&path, '\n');
	ok = ok && command_print(&path, e);
	buf_fini(&path);
	return ok;
}

static bool print_picture(struct input *in, uint32_t page, uint32_t *pages, struct err *e)
{
	struct pool_picture what = { .page = page, .dpi = (uint32_t)given.dpi, .boxes = given.boxes };
	struct buf png = BUF_INIT(0);
	bool ok = (pool_render(in->pool, &in->q, &what, &png, pages, e) || say_where(in, e)) && write_picture(in, page, &png, e);
	buf_fini(&png);
	return ok;
}

/* The pages asked for that are there, or all; how many there are is known with the first one. */
static bool print_pictures(struct input *in, struct err *e)
{
	uint32_t pages = UINT32_MAX, most = in->q.max_pages ? in->q.max_pages : UINT32_MAX, done = 0;
	bool ok = io_mkdirs(given.png, e);
	for (uint32_t i = 0; ok && done < most && i < (in->q.pages ? in->q.pages_n : pages); i++) {
		uint32_t page = in->q.pages ? in->q.pages[i] : i + 1;
		if (page > pages)
			continue;
		ok = print_picture(in, page, &pages, e);
		done += ok;
	}
	return ok;
}

/* ---- the command */

static bool print_text(struct input *in, const struct format *f, struct err *e)
{
	struct doc d;
	struct view *v;
	struct buf frames = BUF_INIT(0);
	bool ok = (pool_parse(in->pool, &in->q, &frames, e) || say_where(in, e)) &&
		  doc_open(buf_view(&frames), &doc_limits_default, &in->arena, &d, e) && (v = layout_build(&d, &in->arena, e)) &&
		  print(f, v, e);
	buf_fini(&frames);
	return ok;
}

bool parse_command(struct call *c, struct err *e)
{
	struct input in = { .q = { .fd = -1 } };
	const struct format *f = format_by_name(given.format, e);
	arena_init(&in.arena, "document", 0);
	bool ok = f && command_words(c, 1, 1, "FILE", e) && input_open(&in, c, e) &&
		  (given.png ? print_pictures(&in, e) : print_text(&in, f, e));
	input_close(&in);
	return ok;
}
