/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "base/clock.h"
#include "base/io.h"
#include "base/pages.h"
#include "doc/spool.h"
#include "json/json.h"
#include "layout/survey.h"

#include <stdio.h>
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

static inline void add_text(struct numbers *s, const char *z)
{
	size_t n = strlen(z);
	memcpy(s->text + s->n, z, n);
	s->n += n;
}

/* A length in points: doc units are 1/100 point, so two decimals are exact. */
static inline void add_points(struct numbers *s, const char *key, int64_t units)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t all = units < 0 ? 0 - (uint64_t)units : (uint64_t)units;
	uint32_t rest = (uint32_t)(all % 100), left = (uint32_t)(all / 100); /* a page is less wide than 2^32 points */
	digits[--at] = (char)('0' + rest % 10);
	digits[--at] = (char)('0' + rest / 10);
	digits[--at] = '.';
	do
		digits[--at] = (char)('0' + left % 10);
	while (left /= 10);
	if (units < 0)
		digits[--at] = '-';
	add_text(s, key);
	memcpy(s->text + s->n, digits + at, sizeof(digits) - at);
	s->n += sizeof(digits) - at;
}

static void write_word(const struct view *v, const struct view_word *w, struct buf *b)
{
	struct numbers s = { .n = 0 };
	struct doc_box box = layout_on_page(v, w->page, w->box);
	buf_add(b, "{\"text\":", 8);
	json_write_str(b, w->text);
	add_points(&s, ",\"x\":", box.x0);
	add_points(&s, ",\"y\":", box.y0);
	add_points(&s, ",\"w\":", (int64_t)w->box.x1 - box.x0);
	add_points(&s, ",\"h\":", (int64_t)w->box.y1 - box.y0);
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
	add_points(&s, ",\"width\":", layout_page(v, page)->width);
	add_points(&s, ",\"height\":", layout_page(v, page)->height);
	buf_add(b, s.text, s.n);
	buf_printf(b, ",\"rotation\":%u,\"words\":[", p->page->rotation);
	for (uint32_t w = 0; w < p->words; w++) {
		buf_z(b, w ? ",\n" : "\n");
		write_word(v, &v->words[p->word + w], b);
	}
	buf_z(b, "]}");
}

static void write_head(const struct doc *d, struct buf *b)
{
	buf_z(b, "{\"format\":");
	json_write_str(b, d->format);
	buf_z(b, ",\"release\":");
	json_write_str(b, d->release);
	buf_printf(b, ",\"source_pages\":%u,\"pages\":[\n", d->source_pages);
}

static const struct format {
	const char *name;
	void (*head)(const struct doc *d, struct buf *b); /* may be NULL */
	void (*page)(const struct view *v, uint32_t page, struct buf *b);
	const char *between, *after;
	bool survey; /* what a page shows follows from the others too */
} formats[] = {
	{ "text", NULL, layout_write_text, "\f", "", true },
	{ "markdown", NULL, layout_write_markdown, "\n\n---\n\n", "", true },
	{ "json", write_head, write_page, ",\n", "]}\n", false },
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
	in->pool = command_pool(&c->conf, given.png ? PARSERS_MANY : PARSERS_ONE, e);
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

/*
 * A long document goes through a file, and one page of it at a time through memory: a book needs no more than a letter.
 * Nothing is printed before it was read to its end.
 */
struct paper {
	const struct format *f;
	const char *path;
	struct spool spool;
	struct survey *survey;
};

static bool survey_each(void *ctx, const struct doc_page *page, struct err *e)
{
	struct paper *p = ctx;
	if (page->fault != ERR_NONE)
		fprintf(stderr, "quarry parse: %s: page %u: %s: %.*s\n", p->path, page->number, err_row(page->fault)->word,
			STR_ARGS(page->fault_text));
	return !p->f->survey || survey_add(p->survey, page, e);
}

static bool take_frames(void *ctx, struct str frames, struct err *e)
{
	return spool_write(&((struct paper *)ctx)->spool, frames, survey_each, ctx, e);
}

/* What stands alone is laid out alone, as far as words need it. */
static struct view *view_of(struct paper *p, uint32_t index, struct doc *one, struct doc_page *page, struct arena *a, struct err *e)
{
	if (!spool_page(&p->spool, index, page, e))
		return NULL;
	*one = p->spool.reader.doc;
	one->pages = page;
	one->pages_n = 1;
	return p->f->survey ? survey_page(p->survey, index, page, a, e) : layout_lines(one, a, e);
}

static bool print_page(struct paper *p, uint32_t index, struct buf *b, struct err *e)
{
	struct arena a;
	struct doc one;
	struct doc_page page;
	arena_init(&a, "page", 0);
	struct view *v = view_of(p, index, &one, &page, &a, e);
	if (v)
		p->f->page(v, 0, b);
	arena_fini(&a);
	return v != NULL;
}

static bool print_pages(struct paper *p, struct err *e)
{
	struct buf b = BUF_INIT(0);
	uint32_t n = (uint32_t)spool_pages(&p->spool);
	bool ok = true;
	if (p->f->head)
		p->f->head(&p->spool.reader.doc, &b);
	for (uint32_t i = 0; ok && i < n; i++) {
		ok = print_page(p, i, &b, e);
		buf_z(&b, i + 1 < n ? p->f->between : p->f->after);
		if (ok && (b.n > FLUSH_BYTES || i + 1 == n)) {
			ok = command_print(&b, e);
			buf_clear(&b);
		}
	}
	buf_fini(&b);
	return ok;
}

static bool print_text(struct input *in, const struct format *f, struct err *e)
{
	struct paper p = { .f = f, .path = in->path, .survey = survey_new() };
	spool_init(&p.spool, -1);
	in->q.take = take_frames;
	in->q.take_ctx = &p;
	bool ok = (p.survey || err_set(e, ERR_MEMORY, "out of memory")) &&
		  (pool_parse(in->pool, &in->q, NULL, e) || say_where(in, e)) && survey_end(p.survey, e) && print_pages(&p, e);
	spool_fini(&p.spool);
	survey_free(p.survey);
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
