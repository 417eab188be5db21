/* SPDX-License-Identifier: Apache-2.0 */
/* Parse jobs: get with results, cancel, delete; releases by tier. */
#include "api/jobs.h"
#include "api/parse-settings.h"
#include "json/json.h"

#include <unistd.h>

/* ---- results */

/* Words like text_content_metadata ask for the size of the member in front. */
static const struct str size_word = { "_content_metadata", 17 };

/* Not for users: which pages were read. */
#define PAGE_NUMBERS "page_numbers"

static const struct json_limits stored_limits = { .max_bytes = SIZE_MAX, .max_depth = 64 };

static void job_metadata_write(struct http_request *r, struct buf *b, const struct store_job *j, const struct store_parsed *p)
{
	struct err e = { 0 };
	const struct json *settings = j->configuration.p ? json_parse(j->configuration, &stored_limits, &r->arena, &e) : NULL;
	buf_printf(b, ",\"job_metadata\":{\"pages\":%d,\"tier\":", p->pages);
	json_write_str(b, p->tier);
	buf_z(b, ",\"without_effect\":");
	parse_settings_without_effect(settings, b);
	buf_byte(b, '}');
}

/* "text" of text_content_metadata; p NULL for other words. */
static struct str size_of(struct str word)
{
	size_t n = size_word.n;
	bool asks = word.n > n && str_eq((struct str){ word.p + word.n - n, n }, size_word);
	return asks ? (struct str){ word.p, word.n - n } : (struct str){ NULL, 0 };
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
	struct str *members, *sized; /* names of results, of results whose size is asked for */
	size_t members_n, sized_n;
	struct store_blob *blobs;    /* of members, then of sized, then of the numbers of pages */
	bool images;                 /* are asked for */
};

/* What expand names: short members at once, results by their names; unknown names are ignored (behaviour.md G-16). */
static bool words_sort(struct showing *s, const struct store_job *j, const struct store_parsed *p)
{
	struct str *words;
	size_t n;
	if (!words_read(s->r, &words, &n))
		return false;
	s->members = ARENA_ARRAY(&s->r->arena, 2 * n + 2, struct str);
	s->blobs = ARENA_ARRAY(&s->r->arena, 2 * n + 2, struct store_blob);
	s->sized = s->members ? s->members + n : NULL;
	for (size_t i = 0; s->blobs && s->members && i < n; i++) {
		if (str_eq_z(words[i], PAGE_NUMBERS))
			continue;
		if (str_eq_z(words[i], "images_content_metadata"))
			s->images = true;
		else if (str_eq_z(words[i], "job_metadata"))
			job_metadata_write(s->r, &s->text, j, p);
		else if (size_of(words[i]).p)
			s->sized[s->sized_n++] = size_of(words[i]);
		else
			s->members[s->members_n++] = words[i];
	}
	return s->members && s->blobs;
}

static bool blobs_find(struct showing *s, const struct store_job *j, const struct store_parsed *p)
{
	struct api *api = api_of(s->r);
	struct err e = { 0 };
	size_t n = s->members_n + s->sized_n;
	memmove(s->members + s->members_n, s->sized, s->sized_n * sizeof(*s->sized));
	s->sized = s->members + s->members_n;
	if (s->images)
		s->members[n++] = str_from(PAGE_NUMBERS);
	if (!n || !api->o.parse_result || api->o.parse_result(api->o.ctx, j, &p->frames, s->members, n, s->blobs, &e))
		return true;
	http_fail_err(s->r, &e);
	return false;
}

static void sizes_write(struct showing *s)
{
	const char *comma = "";
	for (size_t i = 0; i < s->sized_n; i++) {
		const struct store_blob *b = &s->blobs[s->members_n + i];
		if (!b->size)
			continue;
		buf_z(&s->text, *comma ? "," : ",\"result_content_metadata\":{");
		json_write_str(&s->text, s->sized[i]);
		buf_printf(&s->text, ":{\"size_bytes\":%lld,\"exists\":true,\"presigned_url\":null}", (long long)b->size);
		comma = ",";
	}
	buf_z(&s->text, *comma ? "}" : "");
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
	sizes_write(s);
	if (s->images)
		parse_images_write(s->r, j, &s->blobs[s->members_n + s->sized_n], &s->text);
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
