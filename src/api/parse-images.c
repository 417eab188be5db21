/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pictures of a parse job, as it asks for them (output_options.images_to_save): of its pages, of tables and figures cut out of
 * them, and those that stand in the document. Each is drawn when its link is followed, from the file the job was made of.
 */
#include "api/jobs.h"
#include "base/clock.h"
#include "base/io.h"
#include "json/json.h"

#include <stdio.h>
#include <unistd.h>

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

/* What there is to save (work/results-pictures.c), as a JSON array that begins with null. */
static const struct json *images_read(struct http_request *r, const struct store_blob *blob)
{
	struct buf b = BUF_INIT(0);
	struct err e;
	int64_t size;
	int fd = -1;
	const struct json *v = NULL;
	if (store_blob_open(api_of(r)->store, blob->hash, &fd, &size, &e) == STORE_OK && io_read_fd(fd, &b, &e))
		v = json_parse(arena_str(&r->arena, buf_view(&b)), &stored_limits, &r->arena, &e);
	if (fd >= 0)
		close(fd);
	buf_fini(&b);
	return json_is(v, JSON_ARRAY) ? v : NULL;
}

/* Is name among those that image_filenames asks for, or does it ask for none? */
static bool is_wanted(struct http_request *r, struct str name)
{
	struct str *names;
	size_t n;
	if (!http_query_list(r, "image_filenames", true, &names, &n) || n == 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_trim(names[i]), name))
			return true;
	return false;
}

static struct str text_of(const struct json *v, const char *key)
{
	const struct json *text = json_get(v, key);
	return json_is(text, JSON_STRING) ? text->text : STR("");
}

static int64_t number_of(const struct json *v, const char *key)
{
	const struct json *n = json_get(v, key);
	return json_is(n, JSON_INT) ? n->i : 0;
}

/* How many of its kind came before it, and on its page. */
struct counts {
	uint32_t embedded, regions, page;
};

static void name_write(const struct json *v, struct counts *c, char *out, size_t size)
{
	struct str category = text_of(v, "category");
	uint32_t page = (uint32_t)number_of(v, "page");
	if (str_eq_z(category, "embedded")) {
		snprintf(out, size, "image_%u.png", c->embedded++);
	} else if (str_eq_z(category, "layout")) {
		c->regions = page == c->page ? c->regions + 1 : 1;
		c->page = page;
		snprintf(out, size, "page_%u_%.*s_%u.png", page, STR_ARGS(text_of(v, "what")), c->regions);
	} else {
		snprintf(out, size, "page_%u.png", page);
	}
}

static bool box_read(const struct json *v, int32_t box[4])
{
	const struct json *list = json_get(v, "box");
	for (size_t i = 0; i < 4; i++)
		box[i] = json_is(list, JSON_ARRAY) && list->n == 4 && json_is(list->item[i], JSON_INT) ? (int32_t)list->item[i]->i : 0;
	return box[2] > box[0] && box[3] > box[1];
}

static void box_write(const int32_t box[4], struct buf *b)
{
	enum { UNIT = 100 }; /* of a point */
	buf_printf(b, "{\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d}", box[0] / UNIT, box[1] / UNIT, (box[2] - box[0] + UNIT / 2) / UNIT,
		   (box[3] - box[1] + UNIT / 2) / UNIT);
}

static void image_write(struct http_request *r, const struct store_file *f, size_t index, const struct json *v, const char *name,
			struct buf *b)
{
	struct api_picture what = { .page = (uint32_t)number_of(v, "page"), .image = (uint32_t)number_of(v, "image") };
	bool placed = box_read(v, what.box);
	struct str category = text_of(v, "category");
	what.page = what.page ? what.page : 1; /* a picture that nobody knows the page of is found from any */
	buf_printf(b, "{\"index\":%zu,\"filename\":\"%s\",\"category\":\"%.*s\",\"content_type\":\"image/png\","
		   "\"presigned_url\":", index, name, STR_ARGS(category));
	if (f)
		file_url_write(b, r, f, &what, clock_now() + LINK_SECONDS * CLOCK_SECOND);
	else
		buf_z(b, "null");
	buf_z(b, ",\"size_bytes\":null,\"bbox\":");
	if (placed)
		box_write(what.box, b);
	else
		buf_z(b, "null");
	buf_byte(b, '}');
}

void parse_images_write(struct http_request *r, const struct store_job *j, const struct store_blob *told, struct buf *b)
{
	struct store_file file;
	struct err e;
	struct counts counts = { 0 };
	const struct json *images = told->size ? images_read(r, told) : NULL;
	bool there = images && images->n > 1 &&
		     store_file_get(api_of(r)->store, j->project, j->input, &r->arena, &file, &e) == STORE_OK;
	struct buf list = BUF_INIT(0);
	size_t n = 0;
	for (size_t i = 1; images && i < images->n; i++) {
		char name[64];
		name_write(images->item[i], &counts, name, sizeof name);
		if (!is_wanted(r, str_from(name)))
			continue;
		buf_z(&list, n++ ? "," : "");
		image_write(r, there ? &file : NULL, i - 1, images->item[i], name, &list);
	}
	buf_printf(b, ",\"images_content_metadata\":{\"total_count\":%zu,\"images\":[", n);
	buf_str(b, buf_view(&list));
	buf_z(b, "]}");
	b->failed |= list.failed;
	buf_fini(&list);
}
