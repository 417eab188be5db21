/* SPDX-License-Identifier: Apache-2.0 */
/* test-run - one small page a case: what stands where, and what the properties of a schema make of it. */
#pragma once
#include "extract/extract.h"
#include "extract/test-page.h"
#include "json/json.h"
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

struct row {
	const char *properties; /* of the schema */
	const char *page;
	const char *want;       /* the whole result */
};

static struct str run_prompt = STR_INIT(""); /* instructions of the runs */

/* The document a page of text makes. */
static inline void doc_make(const char *page, struct arena *a, struct doc *d)
{
	struct err e = { 0 };
	const char *pages[] = { page, NULL };
	if (!page_doc(pages, false, a, d, &e))
		fail_msg("%s", e.text);
}

static inline void check_doc(const struct row *r, const struct doc *d, struct arena *a)
{
	struct err e = { 0 };
	struct schema_problem *problems;
	struct extract_result x;
	size_t n;
	struct str text = arena_printf(a, "{\"properties\":{%s}}", r->properties);
	struct json *v = json_parse(text, &json_limits_default, a, &e);
	struct schema_node *root = v ? schema_check(v, text.n, a, &problems, &n) : NULL;
	if (!root)
		fail_msg("%s: %s", r->properties, e.text);
	struct extract_request q = { .doc = d, .schema = root, .engine = STR("layout"), .system_prompt = run_prompt, .cite_sources = true };
	if (!extract_run(&q, &x, &e))
		fail_msg("%s", e.text);
	if (strcmp(x.result.p, r->want) != 0)
		fail_msg("\n%s\ngives %s\nwant  %s", r->page, x.result.p, r->want);
	extract_result_fini(&x);
}

static inline void check(const struct row *r)
{
	struct arena a;
	struct doc d;
	arena_init(&a, "test", 64 << 20);
	doc_make(r->page, &a, &d);
	check_doc(r, &d, &a);
	arena_fini(&a);
}

static inline void check_all(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(&rows[i]);
}
#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))
