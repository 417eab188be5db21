/* SPDX-License-Identifier: Apache-2.0 */
/* Parse jobs: get with results, cancel, delete; releases by tier. */
#include "api/jobs.h"

/* ---- results */

/* Members that this server has nothing for, by the word that asks for them. */
static const struct {
	const char *word, *json;
} empty[] = {
	{ "images_content_metadata", ",\"images_content_metadata\":{\"total_count\":0,\"images\":[]}" },
	{ "forms", ",\"forms\":{}" },
};

/* Words like text_content_metadata ask for the size of the member in front. */
static const struct str size_word = { "_content_metadata", 17 };

static void job_metadata_write(struct buf *b, const struct store_parsed *p)
{
	buf_printf(b, ",\"job_metadata\":{\"pages\":%d,\"tier\":", p->pages);
	json_write_str(b, p->tier);
	buf_byte(b, '}');
}

/* Members of the results that words name; false if that failed (answered). */
static bool members_write(struct http_request *r, const struct store_parsed *p, const struct str *words, size_t n, struct buf *b)
{
	struct api *api = api_of(r);
	struct err e = { 0 };
	if (!api->o.parse_result || n == 0 || api->o.parse_result(api->o.ctx, p->frames.hash, words, n, b, &e))
		return true;
	http_fail_err(r, &e);
	return false;
}

/* "text" of text_content_metadata; p NULL for other words. */
static struct str size_of(struct str word)
{
	size_t n = size_word.n;
	bool asks = word.n > n && str_eq((struct str){ word.p + word.n - n, n }, size_word);
	return asks ? (struct str){ word.p, word.n - n } : (struct str){ NULL, 0 };
}

static bool size_write(struct http_request *r, const struct store_parsed *p, struct str word, struct buf *sizes)
{
	struct buf member = BUF_INIT(0);
	bool ok = members_write(r, p, &word, 1, &member);
	if (ok && member.n) {
		size_t head = word.n + 4; /* ,"word": */
		buf_z(sizes, sizes->n ? "," : "");
		json_write_str(sizes, word);
		buf_printf(sizes, ":{\"size_bytes\":%zu,\"exists\":true,\"presigned_url\":null}", member.n - head);
	}
	buf_fini(&member);
	return ok;
}

static bool is_empty_member(struct str word, struct buf *b)
{
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		if (str_eq_z(word, empty[i].word)) {
			buf_z(b, empty[i].json);
			return true;
		}
	return false;
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

/* What expand names; unknown names are ignored (behaviour.md G-16). */
static bool results_write(struct http_request *r, const struct store_parsed *p, struct buf *b)
{
	struct str *words;
	size_t n, plain = 0;
	struct buf sizes = BUF_INIT(0);
	bool ok = words_read(r, &words, &n);
	for (size_t i = 0; ok && i < n; i++) {
		if (is_empty_member(words[i], b))
			continue;
		if (size_of(words[i]).p)
			ok = size_write(r, p, size_of(words[i]), &sizes);
		else if (str_eq_z(words[i], "job_metadata"))
			job_metadata_write(b, p);
		else
			words[plain++] = words[i];
	}
	ok = ok && members_write(r, p, words, plain, b);
	if (sizes.n)
		buf_printf(b, ",\"result_content_metadata\":{%s}", sizes.p);
	buf_fini(&sizes);
	return ok;
}

void parse_get(struct http_request *r)
{
	struct store_job j;
	struct store_parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	if (!job_find(r, JOB_PARSE, &j))
		return;
	buf_z(&b, "{\"job\":");
	store_job_write(&b, &j, false, false, param_expands(r, "usage"));
	enum store_outcome got = store_parsed_get(api_of(r)->store, project_of(r), j.id, &r->arena, &p, &e);
	if (got == STORE_ERROR)
		http_fail_err(r, &e);
	if (got == STORE_NONE || (got == STORE_OK && results_write(r, &p, &b))) {
		buf_z(&b, ",\"raw_parameters\":");
		buf_str(&b, j.configuration.p ? j.configuration : STR("null"));
		buf_byte(&b, '}');
		http_reply_json(r, 200, &b);
	}
	buf_fini(&b);
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
