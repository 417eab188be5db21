/* SPDX-License-Identifier: Apache-2.0 */
/* Parse jobs: get with results, cancel, delete; releases by tier. */
#include "api/parse-files.h"
#include "api/parse-settings.h"
#include "json/json.h"

#include <unistd.h>

/* ---- results */

/* Not for users: which pages were read. */
#define IMAGES "images"

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

static void job_metadata_write(struct buf *b, const struct json *settings, const struct store_parsed *p)
{
	buf_printf(b, ",\"job_metadata\":{\"pages\":%d,\"tier\":", p->pages);
	json_write_str(b, p->tier);
	buf_z(b, ",\"without_effect\":");
	parse_settings_without_effect(settings, b);
	buf_byte(b, '}');
}

/* The words of expand, trimmed, each once. */
static bool words_read(struct http_request *r, struct str **words, size_t *n)
{
	size_t all, kept = 0;
	if (!http_query_list(r, "expand", true, words, &all))
		return false;
	for (size_t i = 0; i < all; i++) {
		struct str word = str_trim((*words)[i]);
		size_t k = 0;
		while (k < kept && !str_eq((*words)[k], word))
			k++;
		if (k == kept)
			(*words)[kept++] = word;
	}
	*n = kept;
	return true;
}

/* One answer: its text so far, and members that follow from files. */
struct showing {
	struct http_request *r;
	struct buf text;
	const struct json *settings; /* of the job */
	struct str *members;         /* names of results */
	const struct parse_file **files; /* whose size and link are asked for */
	size_t members_n, files_n;
	struct store_blob *blobs;    /* of members, then of files, then of the numbers of pages */
	bool images;                 /* are asked for */
};

static void file_add(struct showing *s, const struct parse_file *f)
{
	for (size_t i = 0; i < s->files_n; i++)
		if (s->files[i] == f)
			return;
	s->files[s->files_n++] = f;
}

/* One word of expand. */
static void word_sort(struct showing *s, struct str word, const struct store_parsed *p)
{
	const struct parse_file *f = parse_file_asked(word, s->settings);
	if (str_eq_z(word, "images_content_metadata"))
		s->images = true;
	else if (str_eq_z(word, "job_metadata"))
		job_metadata_write(&s->text, s->settings, p);
	else if (f)
		file_add(s, f);
	else if (parse_file_is_member(word))
		s->members[s->members_n++] = word;
}

/* What expand names: short members at once, results by their names; unknown names are ignored (behaviour.md G-16). */
static bool words_sort(struct showing *s, const struct store_job *j, const struct store_parsed *p)
{
	const struct parse_file *f;
	struct err ignored;
	struct str *words;
	size_t n, named = 0;
	if (!words_read(s->r, &words, &n))
		return false;
	s->settings = j->configuration.p ? json_parse(j->configuration, &stored_limits, &s->r->arena, &ignored) : NULL;
	while (parse_file_named(named, s->settings))
		named++;
	s->members = ARENA_ARRAY(&s->r->arena, 2 * n + named + 1, struct str);
	s->blobs = ARENA_ARRAY(&s->r->arena, 2 * n + named + 1, struct store_blob);
	s->files = ARENA_ARRAY(&s->r->arena, n + named + 1, const struct parse_file *);
	if (!s->members || !s->blobs || !s->files)
		return false;
	for (size_t i = 0; i < n; i++)
		word_sort(s, words[i], p);
	for (size_t i = 0; n && (f = parse_file_named(i, s->settings)); i++)
		file_add(s, f);
	return true;
}

static bool blobs_find(struct showing *s, const struct store_job *j, const struct store_parsed *p)
{
	struct api *api = api_of(s->r);
	struct err e = { 0 };
	size_t n = s->members_n;
	for (size_t i = 0; i < s->files_n; i++)
		s->members[n++] = parse_file_word(s->files[i]);
	if (s->images)
		s->members[n++] = str_from(IMAGES);
	if (!n || !api->o.parse_result || api->o.parse_result(api->o.ctx, j, &p->frames, s->members, n, answer_until(s->r), s->blobs, &e))
		return true;
	http_fail_err(s->r, &e);
	return false;
}

static void files_write(struct showing *s, const struct store_job *j)
{
	for (size_t i = 0; i < s->files_n; i++) {
		buf_z(&s->text, i ? "," : ",\"result_content_metadata\":{");
		parse_file_write(s->r, j, s->files[i], &s->blobs[s->members_n + i], &s->text);
	}
	buf_z(&s->text, s->files_n ? "}" : "");
}

/* A member that the text announces and a file brings. */
static bool member_add(struct showing *s, size_t i, struct http_piece *p, struct err *e)
{
	int64_t size;
	buf_clear(&s->text);
	buf_byte(&s->text, ',');
	json_write_str(&s->text, s->members[i]);
	buf_byte(&s->text, ':');
	p[0] = (struct http_piece){ .text = arena_str(&s->r->arena, buf_view(&s->text)), .fd = -1 };
	p[1] = (struct http_piece){ .fd = -1, .size = s->blobs[i].size };
	enum store_outcome got = store_blob_open(api_of(s->r)->store, s->blobs[i].hash, &p[1].fd, &size, e);
	if (got == STORE_NONE)
		err_set(e, ERR_INTERNAL, "what was laid out is gone");
	return got == STORE_OK && buf_ok(&s->text, e);
}

static void pieces_reply(struct showing *s)
{
	struct err e = { 0 };
	struct http_piece *p = ARENA_ARRAY(&s->r->arena, 2 * s->members_n + 2, struct http_piece);
	size_t n = 0;
	bool ok = p && buf_ok(&s->text, &e);
	if (ok)
		p[n++] = (struct http_piece){ .text = arena_str(&s->r->arena, buf_view(&s->text)), .fd = -1 };
	for (size_t i = 0; ok && i < s->members_n; i++)
		if (s->blobs[i].size) {
			ok = member_add(s, i, p + n, &e);
			n += 2;
		}
	ok = ok && arena_ok(&s->r->arena, &e);
	if (ok) {
		p[n++] = (struct http_piece){ .text = STR("}"), .fd = -1 };
		http_reply_pieces(s->r, 200, p, n);
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (p[i].fd >= 0)
			close(p[i].fd);
	if (e.code == ERR_NONE)
		arena_ok(&s->r->arena, &e);
	http_fail_err(s->r, &e);
}

/* False if it was answered with a failure. */
static bool results_show(struct showing *s, const struct store_job *j)
{
	struct store_parsed p;
	struct err e = { 0 };
	enum store_outcome got = store_parsed_get(api_of(s->r)->store, project_of(s->r), j->id, &s->r->arena, &p, &e);
	if (got == STORE_ERROR)
		http_fail_err(s->r, &e);
	if (got != STORE_OK)
		return got == STORE_NONE;
	if (!words_sort(s, j, &p)) {
		arena_ok(&s->r->arena, &e);
		http_fail_err(s->r, &e);
		return false;
	}
	if (!blobs_find(s, j, &p))
		return false;
	files_write(s, j);
	if (s->images)
		parse_images_write(s->r, j, &s->blobs[s->members_n + s->files_n], &s->text);
	return true;
}

void parse_get(struct http_request *r)
{
	struct store_job j;
	struct showing s = { .r = r, .text = BUF_INIT(0) };
	if (!job_find(r, JOB_PARSE, &j))
		return;
	buf_z(&s.text, "{\"job\":");
	store_job_write(&s.text, &j, false, false, param_expands(r, "usage"));
	buf_z(&s.text, ",\"raw_parameters\":");
	buf_str(&s.text, j.configuration.p ? j.configuration : STR("null"));
	if (results_show(&s, &j))
		pieces_reply(&s);
	buf_fini(&s.text);
}

/* ---- cancel, delete */

void parse_cancel(struct http_request *r)
{
	struct store_job j;
	struct buf b = BUF_INIT(0);
	if (!job_cancel(r, JOB_PARSE, &j))
		return;
	store_job_write(&b, &j, false, false, false);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void parse_delete(struct http_request *r)
{
	job_delete(r, JOB_PARSE);
}

/* ---- versions: one parser serves all tiers, so each has all releases */

void parse_versions(struct http_request *r)
{
	static const char *const tiers[] = { "fast", "cost_effective", "agentic", "agentic_plus" };
	const struct releases *known = &api_of(r)->releases;
	struct buf b = BUF_INIT(0);
	buf_byte(&b, '{');
	for (size_t t = 0; t < sizeof tiers / sizeof *tiers; t++) {
		buf_printf(&b, "\"%s\":[", tiers[t]);
		for (size_t i = 0; i < known->n; i++)
			buf_printf(&b, "%s\"%s\"", i ? "," : "", known->dates[i]);
		buf_z(&b, "],");
	}
	buf_z(&b, "\"latest\":{");
	for (size_t t = 0; t < sizeof tiers / sizeof *tiers; t++)
		buf_printf(&b, "%s\"%s\":\"%s\"", t ? "," : "", tiers[t], known->dates[known->n - 1]);
	buf_z(&b, "}}");
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}
