/* SPDX-License-Identifier: Apache-2.0 */
#include "api/parse-files.h"
#include "base/clock.h"
#include "json/json.h"

#include <unistd.h>

#define JSON_LINES "application/jsonl"
#define WORKBOOK "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define WORD_SIZE 32

/* Which files there are, and what of output_options must ask for one: a list that has the value, or any, or a flag. */
struct parse_file {
	const char *word, *extension, *type;
	const char *group, *option, *value;
	bool is_member;
	bool is_named; /* told with every answer that has results */
};
static const struct parse_file rows[] = {
	{ "text", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "markdown", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "items", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "metadata", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "text_full", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "markdown_full", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "forms", "json", "application/json", NULL, NULL, NULL, true, false },
	{ "raw_words", "jsonl", JSON_LINES, NULL, "additional_outputs", "word_bbox", false, false },
	{ "stripped_markdown", "json", "application/json", NULL, "additional_outputs", "stripped_md", false, false },
	{ "concatenated_stripped_markdown", "txt", "text/plain; charset=utf-8", NULL, "additional_outputs", "concatenated_stripped_txt",
	  false, false },
	{ "grounded_items", "jsonl", JSON_LINES, NULL, "granular_bboxes", NULL, false, true },
	{ "xlsx", "xlsx", WORKBOOK, "tables_as_spreadsheet", "enable", NULL, false, false },
	{ "output_pdf", "pdf", "application/pdf", NULL, "save_output_pdf", NULL, false, false },
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct parse_file *row_of(struct str word)
{
	for (size_t i = 0; i < ROWS; i++)
		if (str_eq_z(word, rows[i].word))
			return &rows[i];
	return NULL;
}

static bool is_made(const struct parse_file *f, const struct json *settings)
{
	const struct json *v = json_get(settings, "output_options");
	if (!f->option)
		return true;
	v = json_get(f->group ? json_get(v, f->group) : v, f->option);
	if (!json_is(v, JSON_ARRAY))
		return json_is(v, JSON_TRUE);
	for (size_t i = 0; f->value && i < v->n; i++)
		if (json_is(v->item[i], JSON_STRING) && str_eq_z(v->item[i]->text, f->value))
			return true;
	return !f->value && v->n > 0;
}

const struct parse_file *parse_file_asked(struct str word, const struct json *settings)
{
	struct str end = STR("_content_metadata");
	const struct parse_file *f = str_ends(word, end) ? row_of((struct str){ word.p, word.n - end.n }) : NULL;
	return f && is_made(f, settings) ? f : NULL;
}

const struct parse_file *parse_file_named(size_t at, const struct json *settings)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].is_named && is_made(&rows[i], settings) && at-- == 0)
			return &rows[i];
	return NULL;
}

struct str parse_file_word(const struct parse_file *f)
{
	return str_from(f->word);
}

bool parse_file_is_member(struct str word)
{
	const struct parse_file *f = row_of(word);
	return f && f->is_member;
}

/* ---- links */

static const struct str link_bound = { "result", 6 };

/* What a link's token holds. */
struct link {
	struct id job, project;
	int64_t expires_at; /* µs */
	char word[WORD_SIZE];
};

static void url_write(struct buf *b, struct http_request *r, const struct store_job *j, const struct parse_file *f)
{
	struct link link = { j->id, j->project, clock_now() + LINK_SECONDS * CLOCK_SECOND, "" };
	memcpy(link.word, f->word, strnlen(f->word, WORD_SIZE - 1));
	download_url_write(b, r, (struct str){ (const char *)&link, sizeof link }, link_bound);
}

/* A document that is a PDF is its own copy. */
static bool is_pdf(struct http_request *r, const struct store_file *f)
{
	char head[1024];
	struct err e;
	int64_t size;
	int fd = -1;
	if (store_blob_open(api_of(r)->store, f->blob.hash, &fd, &size, &e) != STORE_OK)
		return false;
	ssize_t n = read(fd, head, sizeof head);
	close(fd);
	return n > 0 && memmem(head, (size_t)n, "%PDF-", 5) != NULL;
}

static bool copy_write(struct http_request *r, const struct store_job *j, struct buf *b)
{
	struct store_file file;
	struct err e;
	if (store_file_get(api_of(r)->store, j->project, j->input, &r->arena, &file, &e) != STORE_OK || !is_pdf(r, &file))
		return false;
	buf_printf(b, "{\"size_bytes\":%lld,\"exists\":true,\"presigned_url\":", (long long)file.blob.size);
	file_url_write(b, r, &file, NULL, clock_now() + LINK_SECONDS * CLOCK_SECOND);
	buf_byte(b, '}');
	return true;
}

void parse_file_write(struct http_request *r, const struct store_job *j, const struct parse_file *f, const struct store_blob *blob,
		      struct buf *b)
{
	json_write_z(b, f->word);
	buf_byte(b, ':');
	if (blob->size) {
		buf_printf(b, "{\"size_bytes\":%lld,\"exists\":true,\"presigned_url\":", (long long)blob->size);
		url_write(b, r, j, f);
		buf_byte(b, '}');
	} else if (!str_eq_z(STR("output_pdf"), f->word) || !copy_write(r, j, b)) {
		buf_z(b, "{\"size_bytes\":0,\"exists\":false,\"presigned_url\":null}");
	}
}

/* The result as it is now: laid out anew if it left the cache. STORE_NONE if its job is gone. */
static enum store_outcome result_find(struct http_request *r, const struct link *link, struct store_blob *out, struct err *e)
{
	struct api *api = api_of(r);
	struct store_job j;
	struct store_parsed p;
	struct str word = { link->word, strnlen(link->word, WORD_SIZE) };
	enum store_outcome got = store_job_get(api->store, link->project, link->job, &r->arena, &j, e);
	if (got == STORE_OK)
		got = store_parsed_get(api->store, link->project, link->job, &r->arena, &p, e);
	if (got != STORE_OK || !api->o.parse_result)
		return got == STORE_OK ? STORE_NONE : got;
	return api->o.parse_result(api->o.ctx, &j, &p.frames, &word, 1, answer_until(r), out, e) ? STORE_OK : STORE_ERROR;
}

bool parse_file_download(struct http_request *r)
{
	struct str data;
	struct link link;
	struct store_blob blob;
	struct err e = { 0 };
	int fd;
	int64_t size;
	if (!token_read(r->args[0], api_of(r)->key, link_bound, &r->arena, &data) || data.n != sizeof link)
		return false;
	memcpy(&link, data.p, sizeof link);
	const struct parse_file *f = row_of((struct str){ link.word, strnlen(link.word, WORD_SIZE) });
	if (link.expires_at < clock_now()) {
		http_fail(r, 403, "This link has expired.");
		return true;
	}
	enum store_outcome got = f ? result_find(r, &link, &blob, &e) : STORE_NONE;
	if (got == STORE_OK)
		got = store_blob_open(api_of(r)->store, blob.hash, &fd, &size, &e);
	if (got == STORE_OK) {
		download_headers(r, arena_printf(&r->arena, "%s.%s", f->word, f->extension));
		blob_reply(r, f->type, blob.hash, fd, size);
	} else if (got == STORE_NONE) {
		http_fail(r, 404, "The parse job was deleted.");
	} else {
		http_fail_err(r, &e);
	}
	return true;
}
