/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The real LibreOffice under the pool: argv[1] is quarry-parse, argv[2] where LibreOffice is. Where it is not, there is
 * nothing to test here (exit 77); that its absence is told is for test-pool.c.
 */
#include "pool/pool.h"

#include "base/io.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static struct pool *pool;

static bool parse(struct str bytes, const char *name, struct buf *out, struct err *e)
{
	struct pool_request r = { .fd = io_memfd("test", bytes, e), .name = str_from(name) };
	assert_true(r.fd >= 0);
	buf_init(out, 0);
	bool ok = pool_parse(pool, &r, out, e);
	close(r.fd);
	return ok;
}

static int folders(void)
{
	int n = 0;
	DIR *d = opendir("/tmp");
	for (const struct dirent *f; d && (f = readdir(d));)
		n += strncmp(f->d_name, "quarry-convert-", 15) == 0;
	if (d)
		closedir(d);
	return n;
}

/* A sheet in SYLK, which only LibreOffice reads, comes back as it would from XLSX; nothing is left behind. */
static void test_converted(void **state)
{
	struct err e = { 0 };
	struct buf b, text = BUF_INIT(0);
	struct arena a;
	struct doc d;
	int before = folders();
	if (!parse(STR("ID;PWXL;N;E\nC;Y1;X1;K\"Item\"\nC;Y1;X2;K\"Price\"\nC;Y2;X1;K\"Pencil\"\nC;Y2;X2;K12\nE\n"), "x.slk", &b, &e))
		fail_msg("%s: %s", err_row(e.code)->word, e.text);
	arena_init(&a, "test", 0);
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_true(str_eq_z(d.format, "xlsx"));
	for (size_t i = 0; i < d.pages[0].words_n; i++) {
		buf_str(&text, doc_word_text(&d.pages[0], &d.pages[0].words[i]));
		buf_byte(&text, ' ');
	}
	assert_string_equal(text.p, "Item Price Pencil 12 ");
	assert_true(folders() <= before);
	arena_fini(&a);
	buf_fini(&b);
	buf_fini(&text);
}

/* What LibreOffice cannot make sense of fails as a conversion: no PDF is broken. */
static void test_damaged(void **state)
{
	struct err e = { 0 };
	struct buf b;
	assert_false(parse(STR("PK\3\4 no archive"), "x.sxw", &b, &e));
	assert_int_equal(e.code, ERR_UNCONVERTED);
	assert_non_null(strstr(e.text, "LibreOffice"));
	buf_fini(&b);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_converted), cmocka_unit_test(test_damaged) };
	struct err e = { 0 };
	struct pool_options o = { .program = argc == 3 ? argv[1] : NULL, .jail_none = SANITIZED };
	if (argc != 3 || access(argv[2], X_OK) != 0)
		return 77;
	pool = pool_open(&o, &e);
	if (!pool)
		return 1;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	pool_close(pool);
	return failed;
}
