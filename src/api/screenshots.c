/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures of the pages of a file (behaviour.md G-46). */
#include "api/api-private.h"
#include "base/clock.h"

#define DRAWN_MAX 20 /* pages whose size a list tells: each is drawn for it */

/* What cannot be drawn has no pictures; the reason says why. */
static void fail(struct http_request *r, const struct err *e)
{
	const struct err_row *row = err_row(e->code);
	if (row->http >= 500)
		http_fail_err(r, e);
	else
		http_fail(r, 404, "%s: %s", row->word, e->text);
}

static bool find(struct http_request *r, const struct store_file *f, const struct api_picture *what, struct store_blob *out,
		 uint32_t *pages, struct err *e)
{
	const struct api_options *o = &api_of(r)->o;
	if (!o->picture)
		return err_set(e, ERR_UNSUPPORTED, "this server draws no pages");
	return o->picture(o->ctx, f, what, answer_until(r), out, pages, e);
}

void picture_reply(struct http_request *r, const struct store_file *f, const struct api_picture *what)
{
	struct store_blob png;
	struct err e = { 0 };
	int fd;
	int64_t size;
	if (!find(r, f, what, &png, NULL, &e))
		fail(r, &e);
	else if (store_blob_open(api_of(r)->store, png.hash, &fd, &size, &e) == STORE_OK)
		blob_reply(r, "image/png", png.hash, fd, size);
	else
		http_fail_err(r, e.code ? &e : &(struct err){ ERR_INTERNAL, "a picture is gone" });
}

/* The page that the path names, 1-based; answers 422 if it is no number. */
static bool page_read(struct http_request *r, struct api_picture *page)
{
	static const struct place path = { NULL, { "path", 4 }, 0 };
	struct place at = place_key(&path, "page_index");
	struct problems p;
	int64_t index = 0;
	problems_init(&p);
	if (!param_integer(r->args[1], &index))
		problem_text(&p, &at, "int_parsing", r->args[1], NULL,
			     "Input should be a valid integer, unable to parse string as an integer");
	else if (index < 0)
		problem_text(&p, &at, "greater_than_equal", r->args[1], "{\"ge\":0}", "Input should be greater than or equal to 0");
	*page = (struct api_picture){ .page = (uint32_t)index + 1 };
	if (problems_reply(&p, r))
		return false;
	if (index >= UINT32_MAX)
		http_fail(r, 404, "No document has a page with the index %lld.", (long long)index);
	return index < UINT32_MAX;
}

void screenshots_get(struct http_request *r)
{
	struct store_file f;
	struct api_picture page;
	if (page_read(r, &page) && file_find(r, &f))
		picture_reply(r, &f, &page);
}

/* A link to a page that is there; drawing it now makes the link quick. */
void screenshots_link(struct http_request *r)
{
	struct store_file f;
	struct store_blob png;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	struct api_picture page;
	if (!page_read(r, &page) || !file_find(r, &f))
		return;
	if (!find(r, &f, &page, &png, NULL, &e)) {
		fail(r, &e);
		return;
	}
	file_link_write(&b, r, &f, &page, clock_now() + LINK_SECONDS * CLOCK_SECOND);
	http_reply_json(r, 200, &b);
}

static void item_write(struct buf *b, const struct store_file *f, uint32_t index, int64_t size)
{
	char id[ID_UUID_SIZE];
	id_format_uuid(f->id, id);
	buf_printf(b, "%s{\"page_index\":%u,\"file_id\":\"%s\",\"image_size\":%lld,\"metadata\":null}", index ? "," : "", index, id,
		   (long long)size);
}

/* Every page; sizes of those past DRAWN_MAX are told as 0, not yet drawn. */
void screenshots_list(struct http_request *r)
{
	struct store_file f;
	struct store_blob png;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	uint32_t pages = 0;
	if (!file_find(r, &f))
		return;
	if (!find(r, &f, &(struct api_picture){ .page = 1 }, &png, &pages, &e)) {
		fail(r, &e);
		return;
	}
	buf_byte(&b, '[');
	for (uint32_t i = 0; i < pages; i++) {
		bool drawn = i == 0 || (i < DRAWN_MAX && clock_mono() < answer_until(r) && find(r, &f, &(struct api_picture){ .page = i + 1 }, &png, NULL, &e));
		item_write(&b, &f, i, drawn ? png.size : 0);
	}
	buf_byte(&b, ']');
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}
