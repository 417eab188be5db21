/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The engine over arbitrary pages (layout/fuzz-page.h), for a schema of every type: the first byte says which target.
 * Whatever the pages, the result fits the schema and all of it is JSON.
 */
#include "extract/extract.h"
#include "layout/fuzz-page.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char schema_text[] =
	"{\"type\":\"object\",\"properties\":{\"invoice_number\":{\"type\":\"string\"},\"invoice_date\":{\"type\":\"string\",\"format\":"
	"\"date\"},\"total_amount\":{\"type\":\"number\"},\"currency\":{\"type\":\"string\",\"enum\":[\"EUR\",\"USD\"]},\"paid\":{\"type\":"
	"\"boolean\"},\"seller\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"street\":{\"type\":\"string\"},"
	"\"city\":{\"type\":\"string\"},\"iban\":{\"type\":\"string\"}}},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
	"\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"description\":{\"type\":\"string\"},\"quantity\":"
	"{\"type\":\"integer\"},\"price\":{\"type\":\"number\"},\"date\":{\"type\":\"string\",\"format\":\"date\"}}}}}}";

static const struct schema_node *schema(void)
{
	static struct arena a;
	static struct schema_node *root;
	struct schema_problem *problems;
	size_t n;
	if (root)
		return root;
	arena_init(&a, "schema", 16 << 20);
	struct json *v = json_parse(str_from(schema_text), &json_limits_default, &a, NULL);
	root = v ? schema_check(v, sizeof(schema_text) - 1, &a, &problems, &n) : NULL;
	if (!root)
		abort();
	return root;
}

static const struct json *read_back(const struct buf *b, struct arena *a)
{
	const struct json *v = json_parse(buf_view(b), &(struct json_limits){ 64 << 20, 64 }, a, NULL);
	if (!v)
		abort();
	return v;
}

static void check(const struct extract_result *x, enum extract_target target, struct arena *a)
{
	struct err e = { 0 };
	const struct json *v = read_back(&x->result, a);
	read_back(&x->field_metadata, a);
	read_back(&x->completeness, a);
	read_back(&x->nulls, a);
	if (target == EXTRACT_PER_DOC && !schema_fits(schema(), v, &e))
		abort();
	for (size_t i = 0; target != EXTRACT_PER_DOC && i < v->n; i++)
		if (!schema_fits(schema(), v->item[i], &e))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf b = BUF_INIT(0);
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	struct extract_result x;
	if (n == 0)
		return 0;
	struct extract_request r = { .doc = &d, .schema = schema(), .target = (enum extract_target)(data[0] % 3), .engine = STR("layout"),
				     .cite_sources = true, .confidence_scores = true };
	arena_init(&a, "fuzz", 1 << 28);
	memset(&x, 0, sizeof(x));
	fuzz_pages(&b, data + 1, n < 8000 ? n - 1 : 8000);
	if (doc_open(buf_view(&b), NULL, &a, &d, &e) && extract_run(&r, &x, &e))
		check(&x, r.target, &a);
	else if (e.code == ERR_INTERNAL)
		abort();
	extract_result_fini(&x);
	arena_fini(&a);
	buf_fini(&b);
	return 0;
}
