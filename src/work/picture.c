/* SPDX-License-Identifier: Apache-2.0 */
#include "work/picture.h"

#include "base/clock.h"
#include "work/flight.h"

#include <stdio.h>
#include <unistd.h>

static bool draw(struct pool *p, const struct store_file *f, int fd, uint32_t page, struct buf *png, uint32_t *pages, struct err *e)
{
	struct pool_request q = { .fd = fd, .name = f->name, .ocr = false,
				  .deadline = clock_mono() + PICTURE_SECONDS * CLOCK_SECOND };
	struct pool_picture what = { .page = page, .dpi = PICTURE_DPI };
	return pool_render(p, &q, &what, png, pages, e);
}

static bool draw_and_keep(struct store *s, struct pool *p, const struct store_file *f, uint32_t page, struct str key,
			  struct store_blob *out, uint32_t *pages, struct err *e)
{
	struct buf png = BUF_INIT(0);
	int fd = -1;
	int64_t size;
	enum store_outcome found = store_blob_open(s, f->blob.hash, &fd, &size, e);
	if (found == STORE_NONE)
		err_set(e, ERR_FILE_GONE, "the content of the file is gone");
	bool ok = found == STORE_OK && draw(p, f, fd, page, &png, pages, e) && store_blob_put(s, buf_view(&png), out, e) &&
		  store_cache_put(s, f->project, f->blob.hash, key, out, f->id, clock_now(), e);
	if (fd >= 0)
		close(fd);
	buf_fini(&png);
	return ok;
}

bool picture_find(struct store *s, struct pool *p, const struct store_file *f, uint32_t page, struct store_blob *out,
		  uint32_t *pages, struct err *e)
{
	char release[POOL_RELEASE_SIZE], key[96];
	uint32_t ignored;
	pool_release(p, release);
	snprintf(key, sizeof(key), "png page=%u dpi=%d release=%s", page, PICTURE_DPI, release);
	if (!pages && store_cache_get(s, f->project, f->blob.hash, str_from(key), out, e) == STORE_OK)
		return true;
	struct flight alone;
	flight_enter(&alone, f->project, f->blob.hash, str_from(key), NULL);
	bool there = !pages && store_cache_get(s, f->project, f->blob.hash, str_from(key), out, e) == STORE_OK;
	bool ok = there || draw_and_keep(s, p, f, page, str_from(key), out, pages ? pages : &ignored, e);
	flight_leave(&alone);
	return ok;
}
