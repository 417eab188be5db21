/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Pictures of a flow told as facts, for those who want to have them: first those that have a place, from top to bottom, then
 * the others, each once. The number of one is its place in that order, whatever of them cannot be shown.
 */
#include "parse/flow-private.h"

#include "parse/budget.h"
#include "parse/image.h"

#include <leptonica/allheaders.h>
#include <stdio.h>

enum { MOST_TOLD = 1000, MOST_BYTES = 256 << 20 };

static const struct flow_node *small_at(const struct flow *f, size_t i)
{
	return ((const struct flow_node *const *)f->small.p)[i];
}

static bool is_same(const struct flow_node *a, const struct flow_node *b)
{
	return a == b || (str_eq(a->text, b->text) && str_eq(a->props.marker, b->props.marker));
}

void flow_picture_small(struct flow *f, const struct flow_node *n)
{
	for (size_t i = 0; i < f->small.n; i++)
		if (is_same(small_at(f, i), n))
			return;
	const struct flow_node **place = f->small.n < MOST_TOLD ? flow_add(f, &f->small) : NULL;
	if (place)
		*place = n;
}

/* The node of a number; *shown becomes where it stands, NULL = nowhere. */
static const struct flow_node *node_of(const struct flow *f, uint32_t number, const struct flow_shown **shown)
{
	size_t i = number - 1;
	*shown = i < f->pictures.n ? &((const struct flow_shown *)f->pictures.p)[i] : NULL;
	if (*shown)
		return (*shown)->n;
	return i - f->pictures.n < f->small.n ? small_at(f, i - f->pictures.n) : NULL;
}

/* Of a kind that can be shown? */
static bool is_readable(struct flow *f, const struct flow_node *n)
{
	struct buf bytes = BUF_INIT(MOST_BYTES);
	struct image_size size;
	struct err e;
	bool ok = flow_part(f, n->props.marker, n->text, &bytes, &e) && image_size_by_header(buf_view(&bytes), 0, &size) &&
		  budget_pixels(size.width, size.height, &e);
	buf_fini(&bytes);
	return ok;
}

static void tell(struct flow *f, uint32_t number, const struct flow_shown *shown)
{
	char text[16];
	int n = snprintf(text, sizeof(text), "%u", number);
	uint32_t fact = flow_fact(f, DOC_FACT_PICTURE, STR("picture"), STR(""), (struct str){ text, (size_t)n });
	const struct flow_sheet *s = shown ? flow_sheet_of(f, shown->box.y0) : NULL;
	if (!fact || !s)
		return;
	struct doc_fact *told = &((struct doc_fact *)f->facts.p)[fact - 1];
	told->page = (uint32_t)(s - (const struct flow_sheet *)f->sheets.p) + 1;
	told->box = flow_box_on(s, shown->box);
}

void flow_pictures_tell(struct flow *f)
{
	const struct flow_shown *shown;
	const struct flow_node *n;
	for (uint32_t number = 1; number <= MOST_TOLD && (n = node_of(f, number, &shown)) != NULL; number++)
		if (is_readable(f, n))
			tell(f, number, shown);
}

bool flow_pictures_check(struct flow *f, struct err *e)
{
	const struct flow_shown *shown;
	for (uint32_t number = 1; number <= MOST_TOLD && node_of(f, number, &shown); number++) {
		struct err why;
		PIX *pix = flow_picture_take(f, number, &why);
		pixDestroy(&pix);
		if (why.code != ERR_NONE)
			return err_set(e, ERR_BROKEN, "picture %u cannot be read (fail_on_image_extraction_error): %s", number, why.text);
	}
	return true;
}

struct Pix *flow_picture_take(struct flow *f, uint32_t number, struct err *e)
{
	const struct flow_shown *shown;
	const struct flow_node *n = node_of(f, number, &shown);
	struct buf bytes = BUF_INIT(MOST_BYTES);
	struct image_size size;
	PIX *pix = NULL;
	e->code = ERR_NONE;
	if (!n)
		err_set(e, ERR_PAGES, "the document has no picture %u", number);
	else if (flow_part(f, n->props.marker, n->text, &bytes, e) && !image_size_by_header(buf_view(&bytes), 0, &size))
		err_set(e, ERR_UNSUPPORTED, "a picture of a kind that is not read, or damaged");
	else if (bytes.n && budget_pixels(size.width, size.height, e) && !(pix = image_decode(buf_view(&bytes), 0)))
		err_set(e, ERR_BROKEN, "the picture is damaged or cut short");
	buf_fini(&bytes);
	return pix;
}
