/* SPDX-License-Identifier: Apache-2.0 */
/*
 * extract-frames - the engine alone on the frames of standard input; a tool of developers.
 *
 *   quarry-parse --frames FILE | extract-frames SCHEMA [RUNS]
 *
 * Prints the result, its metadata and its accounts. With RUNS the engine runs that
 * often more, each time with the words of each page in another order, and every run
 * must give the same bytes. What a run took of the processor goes to standard error.
 */
#include "extract/extract.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static bool read_all(int fd, struct buf *b)
{
	char block[65536];
	ssize_t n;
	while ((n = read(fd, block, sizeof block)) > 0)
		buf_add(b, block, (size_t)n);
	return n == 0 && !b->failed;
}

static struct schema_node *read_schema(const char *path, struct arena *a, struct err *e)
{
	struct buf text = BUF_INIT(0);
	struct schema_problem *problems;
	size_t problems_n;
	FILE *f = fopen(path, "rb");
	if (!f || !read_all(fileno(f), &text)) {
		err_errno(e, path);
		return NULL;
	}
	struct json *v = json_parse(arena_str(a, buf_view(&text)), &json_limits_default, a, e);
	struct schema_node *root = v ? schema_check(v, text.n, a, &problems, &problems_n) : NULL;
	if (v && !root)
		err_set(e, ERR_INVALID, "%s: no schema that can be used", path);
	fclose(f);
	buf_fini(&text);
	return root;
}

/* ---- another order of the words */

static uint64_t next_random(uint64_t *state) /* xorshift64 */
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static bool shuffle(struct doc *d, struct arena *a, uint64_t seed)
{
	uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
	for (size_t p = 0; p < d->pages_n; p++) {
		struct doc_page *page = &d->pages[p];
		struct doc_word *w = ARENA_ARRAY(a, page->words_n + 1, struct doc_word);
		if (!w)
			return false;
		if (page->words_n)
			memcpy(w, page->words, page->words_n * sizeof *w);
		for (size_t i = page->words_n; i > 1; i--) {
			size_t k = next_random(&state) % i;
			struct doc_word x = w[i - 1];
			w[i - 1] = w[k];
			w[k] = x;
		}
		page->words = w;
	}
	return true;
}

/* ---- runs */

static double user_seconds(void)
{
	struct rusage u;
	getrusage(RUSAGE_SELF, &u);
	return (double)u.ru_utime.tv_sec + (double)u.ru_utime.tv_usec / 1e6;
}

/* No printf: it would read a long result more often than the engine writes it. */
static void write_result(struct buf *b, const struct extract_result *r)
{
	const struct { const char *key; const struct buf *text; } parts[] = {
		{ "{\"result\":", &r->result }, { ",\n\"field_metadata\":", &r->field_metadata }, { ",\n\"completeness\":", &r->completeness },
		{ ",\n\"nulls\":", &r->nulls },
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		buf_z(b, parts[i].key);
		buf_str(b, buf_view(parts[i].text));
	}
	buf_z(b, "}\n");
}

/* The document is opened anew for each run; seed 0 leaves its words as they came. */
static bool run(struct str frames, const struct schema_node *schema, uint64_t seed, struct buf *out, struct err *e)
{
	struct arena a;
	struct doc d;
	struct extract_result r;
	arena_init(&a, "frames", 0);
	bool ok = doc_open(frames, &doc_limits_default, &a, &d, e) && (!seed || shuffle(&d, &a, seed));
	struct extract_request request = { .doc = &d, .schema = schema, .engine = STR("layout"), .cite_sources = true,
					   .confidence_scores = true };
	double began = user_seconds();
	ok = ok && extract_run(&request, &r, e);
	if (ok) {
		fprintf(stderr, "%u pages, %lld words, %.3f s\n", r.pages, (long long)r.document_tokens, user_seconds() - began);
		write_result(out, &r);
		extract_result_fini(&r);
	}
	arena_fini(&a);
	return ok && buf_ok(out, e);
}

static bool same(const struct buf *a, const struct buf *b, unsigned seed)
{
	size_t at = 0;
	while (at < a->n && at < b->n && a->p[at] == b->p[at])
		at++;
	if (at == a->n && at == b->n)
		return true;
	size_t from = at > 60 ? at - 60 : 0;
	fprintf(stderr, "extract-frames: run %u differs at byte %zu:\n  %.120s\n  %.120s\n", seed, at, a->p + from, b->p + from);
	return false;
}

static bool run_all(const char *path, unsigned runs, struct arena *a, struct err *e)
{
	struct buf in = BUF_INIT(0), first = BUF_INIT(0), again = BUF_INIT(0);
	struct schema_node *schema = read_schema(path, a, e);
	if (schema && !read_all(STDIN_FILENO, &in))
		err_errno(e, "standard input");
	bool ok = schema && e->code == ERR_NONE && run(buf_view(&in), schema, 0, &first, e);
	for (unsigned seed = 1; ok && seed <= runs; seed++) {
		buf_clear(&again);
		ok = run(buf_view(&in), schema, seed, &again, e);
		if (ok && !same(&first, &again, seed))
			ok = err_set(e, ERR_INTERNAL, "the result depends on the order of the words");
	}
	if (ok)
		fwrite(first.p, 1, first.n, stdout);
	buf_fini(&in);
	buf_fini(&first);
	buf_fini(&again);
	return ok;
}

int main(int argc, char **argv)
{
	struct arena a;
	struct err e = { 0 };
	if (argc < 2 || argc > 3) {
		fputs("usage: extract-frames SCHEMA [RUNS] < FRAMES\n", stderr);
		return 64;
	}
	arena_init(&a, "schema", 0);
	bool ok = run_all(argv[1], argc > 2 ? (unsigned)atoi(argv[2]) : 0, &a, &e);
	arena_fini(&a);
	if (!ok)
		fprintf(stderr, "extract-frames: %s\n", e.text);
	return ok ? 0 : 1;
}
