/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pictures of a page: told of, where they are to be saved, and shown in its markdown, where that is asked for.
 *
 *   parts of the page      picture          shown
 *   # Report               +-----+          # Report
 *   Figure 1 shows …   <-- |     |   -->    ![](data:image/png;base64,…)
 *                          +-----+          Figure 1 shows …
 */
#include "work/results-private.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "json/json.h"

enum { MARGIN = 3 * DOC_UNIT /* around what is cut out of a page */, FIGURE_SHARE = 3, PAPER_SHARE = 90 /* percent of a page */ };

static const struct layout_part *parts_of(const struct page *p, size_t *n)
{
	const struct layout_parts *shown = results_shown_parts(p);
	*n = shown->rows.n / sizeof(struct layout_part);
	return (const struct layout_part *)(const void *)shown->rows.p;
}

/* Percent of the page. */
static int64_t share(const struct page *p, const struct doc_box *b)
{
	const struct doc_page *page = p->v->pages[p->index].page;
	return ((int64_t)b->x1 - b->x0) * (b->y1 - b->y0) * 100 / ((int64_t)page->width * page->height);
}

/* ---- what there is to save: a list that begins with null, so that each entry has its comma */

static void write_corners(const struct doc_box *b, struct buf *out)
{
	buf_printf(out, ",\"box\":[%d,%d,%d,%d]", b->x0, b->y0, b->x1, b->y1);
}

/* image: the picture that is shown in place of the region; 0 = none. */
static void write_region(const struct page *p, const char *what, uint32_t image, struct doc_box b, struct buf *out)
{
	const struct doc_page *page = layout_page(p->v, p->index);
	b = (struct doc_box){ b.x0 > MARGIN ? b.x0 - MARGIN : 0, b.y0 > MARGIN ? b.y0 - MARGIN : 0,
			      b.x1 + MARGIN < page->width ? b.x1 + MARGIN : page->width,
			      b.y1 + MARGIN < page->height ? b.y1 + MARGIN : page->height };
	if (b.x0 >= b.x1 || b.y0 >= b.y1)
		return;
	buf_printf(out, ",{\"category\":\"layout\",\"page\":%u,\"what\":\"%s\",\"image\":%u", page->number, what, image);
	write_corners(&b, out);
	buf_byte(out, '}');
}

/* Tables, and pictures that are neither ornaments nor the paper itself. */
static void write_regions(const struct page *p, struct buf *out)
{
	const struct layout_part *parts = (const struct layout_part *)(const void *)p->parts.rows.p;
	struct str md;
	for (size_t i = 0; p->v->pages[p->index].page->fault == ERR_NONE && results_item(p, &i, &md); i++)
		if (md.n && md.p[0] == '|')
			write_region(p, "table", 0, parts[i].box, out);
	for (size_t i = 0; i < p->pictures_n; i++)
		if (share(p, &p->pictures[i].box) >= FIGURE_SHARE && share(p, &p->pictures[i].box) < PAPER_SHARE)
			write_region(p, "figure", p->drawn ? 0 : p->pictures[i].number, p->pictures[i].box, out);
}

static void write_embedded(const struct results_picture *k, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		buf_printf(out, ",{\"category\":\"embedded\",\"page\":%u,\"image\":%u", k[i].page, k[i].number);
		write_corners(&k[i].box, out);
		buf_byte(out, '}');
	}
}

void results_images(struct page *p, struct buf *b)
{
	unsigned saved = p->style->images;
	if (saved & RESULTS_IMAGE_SCREENSHOT)
		buf_printf(b, ",{\"category\":\"screenshot\",\"page\":%u}", p->v->pages[p->index].page->number);
	if (saved & RESULTS_IMAGE_EMBEDDED)
		write_embedded(p->pictures, p->pictures_n, b);
	if (saved & RESULTS_IMAGE_EMBEDDED)
		write_embedded(p->placeless, p->placeless_n, b);
	if (saved & RESULTS_IMAGE_LAYOUT)
		write_regions(p, b);
}

/* ---- shown in markdown */

/* It stands before the first part that begins below its top, of those it does not stand beside. */
static size_t place_of(const struct page *p, const struct doc_box *b)
{
	size_t n, at;
	const struct layout_part *parts = parts_of(p, &n);
	for (at = 0; at < n; at++) {
		bool beside = parts[at].box.x1 <= b->x0 || parts[at].box.x0 >= b->x1;
		if (parts[at].words && !beside && parts[at].box.y0 >= b->y0)
			break;
	}
	return at;
}

static struct str address_of(struct arena *a, struct str png)
{
	static const char head[] = "data:image/png;base64,";
	size_t cap = sizeof(head) + (png.n + 2) / 3 * 4;
	char *text = arena_alloc(a, cap);
	if (!text)
		return (struct str){ NULL, 0 };
	memcpy(text, head, sizeof(head) - 1);
	size_t n = crypto_base64((const uint8_t *)png.p, png.n, text + sizeof(head) - 1, cap - sizeof(head) + 1);
	return (struct str){ text, sizeof(head) - 1 + n };
}

/* A picture that cannot be drawn is left out, like those past what a document may show. */
bool results_pictures_draw(struct page *p, const struct results *r, struct results_room *room, struct arena *a, struct err *e)
{
	struct results_inline *out = p->pictures_n ? ARENA_ARRAY(a, p->pictures_n, struct results_inline) : NULL;
	p->inlined = out;
	p->inlined_n = 0;
	for (size_t i = 0; out && i < p->pictures_n; i++) {
		const struct results_picture *k = &p->pictures[i];
		struct buf png = BUF_INIT(0);
		struct err undrawn = { .code = ERR_NONE };
		bool wanted = room->pictures && share(p, &k->box) < PAPER_SHARE && r->draw;
		room->late |= wanted && clock_mono() >= room->until;
		bool drawn = wanted && !room->late && r->draw(r->ctx, r, k->page, k->number, room->until, &png, &undrawn);
		if (drawn && png.n <= room->bytes) {
			out[p->inlined_n++] = (struct results_inline){ k, place_of(p, &k->box), address_of(a, buf_view(&png)) };
			room->bytes -= png.n;
			room->pictures--;
		}
		buf_fini(&png);
	}
	return arena_ok(a, e);
}

static void picture_write(struct buf *b, const struct results_inline *k)
{
	buf_z(b, "![](");
	buf_str(b, k->address);
	buf_byte(b, ')');
}

static void pictures_before(const struct page *p, size_t part, struct buf *b)
{
	for (size_t i = 0; i < p->inlined_n; i++)
		if (p->inlined[i].before == part) {
			picture_write(b, &p->inlined[i]);
			buf_z(b, "\n\n");
		}
}

/* The page's markdown with its pictures. */
void results_pictures_place(struct page *p)
{
	size_t n, at = 0;
	const struct layout_part *parts = parts_of(p, &n);
	struct str md = results_shown(p);
	struct buf *b = &p->with_pictures;
	for (size_t i = 0; i < n && p->inlined_n; i++) {
		size_t next = parts[i].at < md.n ? parts[i].at : md.n; /* the last part is the end */
		buf_add(b, md.p + at, next - at);
		pictures_before(p, i, b);
		at = next;
	}
	if (!p->inlined_n)
		return;
	buf_add(b, md.p + at, md.n - at);
	for (size_t i = 0; i < p->inlined_n; i++)
		if (p->inlined[i].before >= n) {
			buf_z(b, b->n && b->p[b->n - 1] == '\n' ? "\n" : "");
			picture_write(b, &p->inlined[i]);
			buf_byte(b, '\n');
		}
}

size_t results_pictures_ahead(const struct page *p, size_t part)
{
	size_t n = 0;
	for (size_t i = 0; i < p->inlined_n; i++)
		n += p->inlined[i].before <= part ? p->inlined[i].address.n + sizeof("![]()\n\n") - 1 : 0;
	return n;
}

/* ---- shown as items */

static void item_write(const struct results_inline *k, struct buf *b)
{
	struct buf md = BUF_INIT(0);
	picture_write(&md, k);
	buf_z(b, "{\"type\":\"image\",\"md\":");
	json_write_str(b, buf_view(&md));
	buf_z(b, ",\"url\":");
	json_write_str(b, k->address);
	buf_z(b, ",\"caption\":\"\",\"bbox\":[{");
	results_box(&k->picture->box, b);
	buf_z(b, "}]}");
	b->failed |= md.failed;
	buf_fini(&md);
}

void results_pictures_items(const struct page *p, size_t from, size_t end, const char **comma, struct buf *b)
{
	for (size_t i = 0; i < p->inlined_n; i++) {
		if (p->inlined[i].before < from || p->inlined[i].before >= end)
			continue;
		buf_z(b, *comma);
		item_write(&p->inlined[i], b);
		*comma = ",";
	}
}
