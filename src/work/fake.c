/* SPDX-License-Identifier: Apache-2.0 */
#include "work/fake.h"
#include "work/auto.h"

#include "fetch/fetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fake fake;

void fake_reset(void)
{
	memset(&fake, 0, sizeof(fake));
	fake.pages = 1;
	fake.status = 200;
	fake.result = "{\"total\":1}";
	fake.release = "2026-01-01";
}

static void add_page(uint32_t number, struct buf *out)
{
	struct doc_page_builder p;
	struct doc_word w = { .box = { 1000, 1000, 3000, 2000 }, .size = 1000, .conf = 100 };
	doc_page_builder_init(&p);
	doc_page_builder_start(&p, number, 61200, 79200);
	if (number == fake.fault) {
		struct err why;
		err_set(&why, ERR_OCR, "not recognised");
		doc_write_fault(out, number, &why);
	} else {
		doc_page_add_word(&p, &w, STR("word"));
	}
	doc_write_page(out, &p);
	doc_page_builder_fini(&p);
}

static void write_frames(const uint32_t *numbers, uint32_t n, uint32_t source_pages, struct buf *out)
{
	doc_write_head(out, STR("pdf"), STR("2026-01-01"), source_pages);
	for (uint32_t i = 0; i < n; i++)
		add_page(numbers ? numbers[i] : i + 1, out);
	doc_write_facts(out, NULL, NULL, 0);
	doc_write_end(out, n, 0);
}

void fake_frames(uint32_t n, struct buf *out)
{
	write_frames(NULL, n, n, out);
}

bool pool_parse(struct pool *p, const struct pool_request *r, struct buf *out, struct err *e)
{
	fake.parses++;
	fake.parsed = *r;
	while (fake.block && !atomic_load(r->cancel))
		usleep(1000);
	if (r->cancel && atomic_load(r->cancel))
		return err_set(e, ERR_CANCELLED, "cancelled");
	if (fake.parse_error.code) {
		*e = fake.parse_error;
		return false;
	}
	uint32_t n = r->pages_n ? (uint32_t)r->pages_n : fake.pages;
	if (r->max_pages && n > r->max_pages)
		n = r->max_pages;
	struct buf frames = BUF_INIT(0);
	write_frames(r->pages, n, fake.pages, r->take ? &frames : out);
	bool ok = !r->take || r->take(r->take_ctx, buf_view(&frames), e);
	buf_fini(&frames);
	return ok;
}

void pool_release(struct pool *p, char out[POOL_RELEASE_SIZE])
{
	memset(out, 0, POOL_RELEASE_SIZE);
	out[0] = '1';
}

bool extract_run(const struct extract_request *r, struct extract_result *out, struct err *e)
{
	fake.extracted = *r;
	fake.extractions++;
	fake.pages_seen = (uint32_t)r->doc->pages_n;
	fake.first_page = r->doc->pages_n ? r->doc->pages[0].number : 0;
	if (fake.extract_error.code) {
		*e = fake.extract_error;
		return false;
	}
	buf_z(&out->result, fake.result);
	buf_z(&out->field_metadata, r->cite_sources ? "{\"document_metadata\":{}}" : "null");
	buf_z(&out->completeness, "{}");
	buf_z(&out->nulls, "{\"due\":\"not_found\"}");
	out->engine_name = STR("layout");
	out->engine_release = str_from(fake.release);
	out->document_tokens = 7;
	out->output_tokens = 3;
	out->pages = fake.pages_seen;
	return true;
}

void extract_result_fini(struct extract_result *r)
{
	buf_fini(&r->result);
	buf_fini(&r->field_metadata);
	buf_fini(&r->completeness);
	buf_fini(&r->nulls);
}

bool auto_pages(struct job *j, const struct pool_request *q, struct store_upload **u, struct err *e)
{
	return true; /* the tests of jobs have no rules */
}

bool extract_prompt_is_followed(struct str prompt)
{
	return str_eq_z(prompt, "follow me");
}

struct str extract_release_resolve(struct str version)
{
	struct str newest = str_from(fake.release);
	return str_eq_z(version, "latest") || str_cmp(version, newest) >= 0 ? newest : STR("");
}

/* A document stands at "http://here/0"; "http://here/3" leads to it by three redirects. */
bool fetch_get(struct fetch *f, const struct fetch_get *g, int *status, char **location, struct err *e)
{
	int left = atoi(strrchr(g->q.url, '/') + 1);
	*location = NULL;
	fake.fetches++;
	*status = left ? 302 : fake.status;
	if (left) {
		char next[40];
		snprintf(next, sizeof(next), "http://here/%d", left - 1);
		*location = strdup(next);
		return true;
	}
	return *status != 200 || g->take(g->ctx, "fetched", 7);
}
