/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * EPUB 2 and 3: the chapters of the spine in reading order, each on a page of its own, read as HTML is, with the style sheets
 * of the book, and laid out on letter paper, so that the same book always has the same pages.
 */
#include "parse/charset.h"
#include "parse/flow.h"
#include "parse/html.h"
#include "parse/xml.h"
#include "parse/zip.h"

#include <stdlib.h>

enum { MOST_ITEMS = 50000, CHAPTER_BYTES = 64 << 20 };

struct item { /* of the manifest */
	struct str id, href;
	bool page, drawing; /* XHTML; SVG; else a picture, a font, a style sheet */
};

struct book {
	struct archive *a;
	struct flow *f;
	struct arena *arena; /* the flow's */
	struct str package;  /* path of the package document */
	struct buf items;    /* struct item, sorted by id once read */
	struct buf spine;    /* struct str: ids */
	const char *fact;    /* of the metadata element that is being read */
	struct buf value;
};

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, "application/epub+zip"))
		return 95;
	return archive_looks(s->bytes) && format_named(s, ".epub") ? 60 : 0;
}

/* ---- META-INF/container.xml (EPUB 3.3 section 4.2.6.3.1): the first package document named */

static bool container_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct book *b = ctx;
	if (xml_is(n, "rootfile") && !b->package.n)
		b->package = arena_str(b->arena, xml_attr(n, "full-path"));
	return true;
}

static const struct xml_events container_events = { .start = container_start };

/* ---- the package document (section 5) */

static const struct { const char *element, *fact; } metadata[] = {
	{ "title", "title" }, { "creator", "author" }, { "subject", "subject" }, { "date", "created" }, { "language", "language" },
	{ "publisher", "publisher" }, { "identifier", "identifier" },
};

static bool package_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct book *b = ctx;
	b->fact = NULL;
	buf_clear(&b->value);
	for (size_t i = 0; i < sizeof(metadata) / sizeof(*metadata) && strstr(n->ns, "purl.org/dc"); i++)
		if (xml_is(n, metadata[i].element))
			b->fact = metadata[i].fact;
	if (xml_is(n, "item")) {
		struct str type = xml_attr(n, "media-type");
		struct item item = { arena_str(b->arena, xml_attr(n, "id")), arena_str(b->arena, xml_attr(n, "href")),
				     str_eq_z(type, "application/xhtml+xml") || str_eq_z(type, "text/html"), str_eq_z(type, "image/svg+xml") };
		buf_add(&b->items, &item, sizeof(item));
	} else if (xml_is(n, "itemref") && !str_eq_z(xml_attr(n, "linear"), "no")) {
		struct str id = arena_str(b->arena, xml_attr(n, "idref"));
		buf_add(&b->spine, &id, sizeof(id));
	}
	return buf_ok(&b->items, e) && buf_ok(&b->spine, e) && arena_ok(b->arena, e);
}

static bool package_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct book *b = ctx;
	if (b->fact && str_trim(buf_view(&b->value)).n)
		flow_fact(b->f, DOC_FACT_META, str_from(b->fact), STR(""), str_trim(buf_view(&b->value)));
	b->fact = NULL;
	return true;
}

static bool package_text(void *ctx, struct str s, struct err *e)
{
	struct book *b = ctx;
	if (b->fact && b->value.n + s.n < 4096)
		buf_str(&b->value, s);
	return true;
}

static const struct xml_events package_events = { package_start, package_end, package_text };

/* ---- chapters */

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct item *)a)->id, ((const struct item *)b)->id);
}

static int hex_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Names in the manifest are addresses (RFC 3986 section 2.1), those in the archive are not. */
static struct str unescape(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; out && i < s.n; i++) {
		int high = s.p[i] == '%' && i + 2 < s.n ? hex_of(s.p[i + 1]) : -1, low = high >= 0 ? hex_of(s.p[i + 2]) : -1;
		out[n++] = low >= 0 ? (char)(high << 4 | low) : s.p[i];
		i += low >= 0 ? 2 : 0;
	}
	return (struct str){ out ? out : "", n };
}

/* False if the book has no such part. */
static bool find_part(struct book *b, struct str from, struct str href, struct buf *path)
{
	if (archive_resolve(from, href, path) && archive_find(b->a, buf_view(path)) >= 0)
		return true;
	buf_clear(path);
	return archive_resolve(from, unescape(b->arena, href), path) && archive_find(b->a, buf_view(path)) >= 0;
}

static bool part_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e)
{
	struct book *b = ctx;
	struct buf path = BUF_INIT(4096);
	bool ok = find_part(b, base, name, &path) ? archive_read(b->a, buf_view(&path), out, e) :
						    err_set(e, ERR_NOT_FOUND, "a file is not part of the book");
	buf_fini(&path);
	return ok;
}

static bool read_chapter(struct book *b, const struct item *item, struct err *e)
{
	struct buf path = BUF_INIT(4096), bytes = BUF_INIT(CHAPTER_BYTES), store = BUF_INIT(CHAPTER_BYTES);
	struct str text;
	bool ok = true;
	if (find_part(b, b->package, item->href, &path)) {
		flow_page(b->f);
		flow_picture_base(b->f, buf_view(&path));
		ok = archive_read(b->a, buf_view(&path), &bytes, e) &&
		     charset_decode(buf_view(&bytes), html_charset(buf_view(&bytes)), &store, &text, e) && html_read(b->f, text, 0, e);
	} /* else what is there is read */
	buf_fini(&path);
	buf_fini(&bytes);
	buf_fini(&store);
	return ok || err_in(e, "chapter %.*s", (int)(item->href.n < 60 ? item->href.n : 60), item->href.p);
}

static bool read_chapters(struct book *b, struct err *e)
{
	const struct str *ids = (const struct str *)(const void *)b->spine.p;
	size_t items = b->items.n / sizeof(struct item);
	qsort(b->items.p, items, sizeof(struct item), by_id);
	for (size_t i = 0; i < b->spine.n / sizeof(*ids); i++) {
		const struct item key = { .id = ids[i] };
		const struct item *item = items ? bsearch(&key, b->items.p, items, sizeof(key), by_id) : NULL;
		if (item && item->page && !read_chapter(b, item, e))
			return false;
		if (item && item->drawing) {
			flow_page(b->f);
			flow_picture_base(b->f, b->package);
			flow_picture(b->f, item->href, 0, 0);
		}
	}
	return true;
}

static bool read_book(struct book *b, struct err *e)
{
	return xml_parse_entry(b->a, STR("META-INF/container.xml"), &container_events, b, e) &&
	       xml_parse_entry(b->a, b->package, &package_events, b, e) && read_chapters(b, e);
}

/* Damaged chapters of a book whose chapters are encrypted are not damaged (section 4.2.6.3.2; fonts may be obfuscated freely). */
static void explain(const struct book *b, struct err *e)
{
	if (e->code == ERR_NOT_FOUND)
		err_set(e, ERR_BROKEN, "the file is damaged: it has no contents");
	else if ((e->code == ERR_BROKEN || e->code == ERR_NO_DATA) && archive_find(b->a, STR("META-INF/rights.xml")) >= 0)
		err_set(e, ERR_PROTECTED, "the book is locked by digital rights management and cannot be read");
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct book b = { .a = archive_open(s->bytes, NULL, e) };
	if (!b.a)
		return false;
	b.f = flow_new(&flow_paper, 0);
	b.arena = b.f ? flow_arena(b.f) : NULL;
	buf_init(&b.items, MOST_ITEMS * sizeof(struct item));
	buf_init(&b.spine, MOST_ITEMS * sizeof(struct str));
	buf_init(&b.value, 8192);
	if (b.f)
		flow_pictures(b.f, part_load, &b);
	bool ok = b.f ? read_book(&b, e) && flow_write(b.f, STR("epub"), o, out, e) : err_set(e, ERR_MEMORY, "out of memory");
	if (!ok)
		explain(&b, e);
	buf_fini(&b.items);
	buf_fini(&b.spine);
	buf_fini(&b.value);
	flow_free(b.f);
	archive_close(b.a);
	return ok;
}

const struct format format_epub = { "epub", score, parse };
