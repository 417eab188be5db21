/* SPDX-License-Identifier: Apache-2.0 */
#include "work/recall.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- as text */

/* A result as text and back: a line each, since compact JSON has no line breaks. */
static void recall_write(struct buf *b, const struct extract_result *x)
{
	const struct buf *texts[] = { &x->result, &x->field_metadata, &x->completeness, &x->nulls };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		buf_str(b, buf_view(texts[i]));
		buf_byte(b, '\n');
	}
	buf_printf(b, "%.*s\n%.*s\n%lld\n%lld\n%u\n", STR_ARGS(x->engine_name), STR_ARGS(x->engine_release),
		   (long long)x->document_tokens, (long long)x->output_tokens, x->pages);
}

static bool next_line(struct str *rest, struct str *line)
{
	const char *end = memchr(rest->p, '\n', rest->n);
	if (!end)
		return false;
	*line = (struct str){ rest->p, (size_t)(end - rest->p) };
	*rest = (struct str){ end + 1, rest->n - line->n - 1 };
	return true;
}

static bool next_number(struct str *rest, long long most, long long *out)
{
	struct str line;
	char text[32], *end;
	if (!next_line(rest, &line) || !line.n || line.n >= sizeof(text))
		return false;
	memcpy(text, line.p, line.n);
	text[line.n] = '\0';
	*out = strtoll(text, &end, 10);
	return !*end && *out >= 0 && *out <= most;
}

static bool recall_read(struct str rest, struct arena *a, struct extract_result *out)
{
	struct buf *texts[] = { &out->result, &out->field_metadata, &out->completeness, &out->nulls };
	struct str line[6];
	long long document_tokens, output_tokens, pages;
	for (size_t i = 0; i < sizeof(line) / sizeof(line[0]); i++)
		if (!next_line(&rest, &line[i]))
			return false;
	if (!next_number(&rest, INT64_MAX, &document_tokens) || !next_number(&rest, INT64_MAX, &output_tokens) ||
	    !next_number(&rest, UINT32_MAX, &pages) || rest.n)
		return false;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		buf_str(texts[i], line[i]);
	out->engine_name = arena_str(a, line[4]);
	out->engine_release = arena_str(a, line[5]);
	out->document_tokens = document_tokens;
	out->output_tokens = output_tokens;
	out->pages = (uint32_t)pages;
	return true;
}

/* ---- kept for the project */

static struct str key_of(const struct job *j, struct arena *a)
{
	uint8_t hash[SHA256_SIZE];
	char hex[SHA256_HEX_SIZE];
	sha256_of(j->claim->claim.job.configuration, hash);
	crypto_hex(hash, sizeof(hash), hex);
	return arena_printf(a, "result release=%.*s settings=%s", STR_ARGS(extract_release_resolve(STR("latest"))), hex);
}

static bool read_blob(struct store *s, const struct store_blob *blob, struct arena *a, struct extract_result *out)
{
	int fd = -1;
	int64_t size = 0;
	struct err e;
	if (store_blob_open(s, blob->hash, &fd, &size, &e) != STORE_OK)
		return false;
	void *p = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	if (p == MAP_FAILED)
		return false;
	bool ok = recall_read((struct str){ p, (size_t)size }, a, out);
	munmap(p, (size_t)size);
	return ok;
}

static bool applies(const struct job *j)
{
	return j->parts->cache_results && !j->set.disable_cache && j->frames.size > 0;
}

bool recall_find(void *ctx, struct arena *a, struct extract_result *out)
{
	struct job *j = ctx;
	struct store_blob blob;
	struct err e;
	if (!applies(j))
		return false;
	struct id project = j->claim->claim.job.project;
	bool hit = store_cache_get(j->parts->store, project, j->frames.hash, key_of(j, a), &blob, &e) == STORE_OK &&
		   read_blob(j->parts->store, &blob, a, out);
	metric_add(METRIC_cache, LABEL_cache_result, hit ? LABEL_found_hit : LABEL_found_miss, 1);
	j->recalled = hit;
	return hit;
}

/* What cannot be kept costs a later job its time, this one nothing. */
static void log_unkept(const struct err *e)
{
	log_err(LOG_WARN, "job.result_not_cached", e);
}

void recall_keep(void *ctx, const struct extract_result *x)
{
	struct job *j = ctx;
	struct buf b = BUF_INIT(0);
	struct err e;
	if (!applies(j) || j->recalled)
		return;
	recall_write(&b, x);
	j->has_kept = buf_ok(&b, &e) && store_blob_put(j->parts->store, buf_view(&b), &j->kept, &e);
	if (!j->has_kept)
		log_unkept(&e);
	buf_fini(&b);
}

void recall_remember(struct job *j)
{
	const struct store_job *row = &j->claim->claim.job;
	struct err e;
	if (j->has_kept &&
	    !store_cache_put(j->parts->store, row->project, j->frames.hash, key_of(j, j->a), &j->kept, row->id, clock_now(), &e))
		log_unkept(&e);
}
