/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pictures of a parse job. Those of its pages are drawn when their link is followed, from the file the job was made of,
 * and listed where the job asks for them (output_options.images_to_save); others are not kept.
 */
#include "api/jobs.h"
#include "base/clock.h"
#include "base/io.h"
#include "json/json.h"

#include <stdio.h>
#include <unistd.h>

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

static bool wants_screenshots(struct http_request *r, const struct store_job *j)
{
	struct err e;
	const struct json *v = j->configuration.p ? json_parse(j->configuration, &stored_limits, &r->arena, &e) : NULL;
	const struct json *kinds = v ? json_get(json_get(v, "output_options"), "images_to_save") : NULL;
	for (size_t i = 0; json_is(kinds, JSON_ARRAY) && i < kinds->n; i++)
		if (json_is(kinds->item[i], JSON_STRING) && str_eq_z(kinds->item[i]->text, "screenshot"))
			return true;
	return false;
}

/* The numbers of the job's pages, as a JSON array. */
static const struct json *numbers_read(struct http_request *r, const struct store_blob *blob)
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

static void image_write(struct http_request *r, const struct store_file *f, size_t index, int64_t page, const char *name,
			struct buf *b)
{
	buf_printf(b, "{\"index\":%zu,\"filename\":\"%s\",\"category\":\"screenshot\",\"content_type\":\"image/png\","
		   "\"presigned_url\":", index, name);
	if (f)
		file_url_write(b, r, f, (uint32_t)page, clock_now() + LINK_SECONDS * CLOCK_SECOND);
	else
		buf_z(b, "null");
	buf_z(b, ",\"size_bytes\":null,\"bbox\":null}");
}

void parse_images_write(struct http_request *r, const struct store_job *j, const struct store_blob *numbers, struct buf *b)
{
	struct store_file file;
	struct err e;
	const struct json *pages = numbers->size && wants_screenshots(r, j) ? numbers_read(r, numbers) : NULL;
	bool there = pages && store_file_get(api_of(r)->store, j->project, j->input, &r->arena, &file, &e) == STORE_OK;
	struct buf list = BUF_INIT(0);
	size_t n = 0;
	for (size_t i = 0; pages && i < pages->n; i++) {
		char name[40];
		snprintf(name, sizeof name, "page_%lld.png", (long long)pages->item[i]->i);
		if (!is_wanted(r, str_from(name)))
			continue;
		buf_z(&list, n++ ? "," : "");
		image_write(r, there ? &file : NULL, i, pages->item[i]->i, name, &list);
	}
	buf_printf(b, ",\"images_content_metadata\":{\"total_count\":%zu,\"images\":[", n);
	buf_str(b, buf_view(&list));
	buf_z(b, "]}");
	b->failed |= list.failed;
	buf_fini(&list);
}
