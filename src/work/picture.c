/* SPDX-License-Identifier: Apache-2.0 */
#include "work/picture.h"

#include "base/clock.h"
#include "work/flight.h"

#include <stdio.h>
#include <unistd.h>

static bool draw(struct pool *p, const struct store_file *f, int fd, struct pool_picture what, int64_t until, struct buf *png,
		 uint32_t *pages, struct err *e)
{
	struct pool_request q = { .fd = fd, .name = f->name, .ocr = false, .deadline = until, .strict = true };
	what.dpi = PICTURE_DPI;
	return pool_render(p, &q, &what, png, pages, e);
}

static bool draw_and_keep(struct store *s, struct pool *p, const struct store_file *f, const struct pool_picture *what, struct str key,
			  int64_t until, struct store_blob *out, uint32_t *pages, struct err *e)
{
	struct buf png = BUF_INIT(0);
	int fd = -1;
	int64_t size;
	enum store_outcome found = store_blob_open(s, f->blob.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_FILE_GONE, "the content of the file is gone");
	bool ok = found == STORE_OK && draw(p, f, fd, *what, until, &png, pages, e) && store_blob_put(s, buf_view(&png), out, e) &&
		  store_cache_put(s, f->project, f->blob.hash, key, out, f->id, clock_now(), e);
	if (fd >= 0)
		close(fd);
	buf_fini(&png);
	return ok;
}

bool picture_find(struct store *s, struct pool *p, const struct store_file *f, const struct pool_picture *what, int64_t until,
		  struct store_blob *out, uint32_t *pages, struct err *e)
{
	char release[POOL_RELEASE_SIZE], key[160];
	uint32_t ignored;
	pool_release(p, release);
	int n = snprintf(key, sizeof(key), "png page=%u dpi=%d release=%s", what->page, PICTURE_DPI, release);
	if (what->image)
		snprintf(key + n, sizeof(key) - (size_t)n, " image=%u", what->image);
	else if (what->crop.x1)
		snprintf(key + n, sizeof(key) - (size_t)n, " crop=%d,%d,%d,%d", what->crop.x0, what->crop.y0, what->crop.x1, what->crop.y1);
	if (!pages && store_cache_get(s, f->project, f->blob.hash, str_from(key), out, e) == STORE_OK)
		return true;
	struct flight alone;
	if (!flight_enter(&alone, f->project, f->blob.hash, str_from(key), NULL, until, e))
		return false;
	bool there = !pages && store_cache_get(s, f->project, f->blob.hash, str_from(key), out, e) == STORE_OK;
	bool ok = there || draw_and_keep(s, p, f, what, str_from(key), until, out, pages ? pages : &ignored, e);
	flight_leave(&alone, ok ? NULL : e);
	return ok;
}
