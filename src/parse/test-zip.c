/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xml.h"
#include "parse/zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "parse/test-pack.h"

/* What was packed is listed in order and read back whole; names are found without case if need be. */
static void reads_entries(void **state)
{
	const struct file files[] = { { "mimetype", STR_INIT("application/x") }, { "xl/Sheet.xml", STR_INIT("<a/>") } };
	struct str bytes = pack(files, 2, NULL);
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	assert_true(archive_looks(bytes));
	struct archive *a = archive_open(bytes, NULL, &e);
	assert_non_null(a);
	assert_int_equal(archive_count(a), 2);
	assert_true(str_eq_z(archive_name(a, 0), "mimetype"));
	assert_int_equal(archive_size(a, 1), 4);
	assert_true(archive_read(a, STR("xl/sheet.XML"), &b, &e));
	assert_string_equal(b.p, "<a/>");
	assert_false(archive_read(a, STR("xl/none"), &b, &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	archive_close(a);
	buf_fini(&b);
	free((char *)(uintptr_t)bytes.p);
}

/* Where the directory is cut off or the file lost bytes, entries that are whole are found by their own headers; others are not. */
static void damaged_directory(void **state)
{
	char noise[3000];
	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (char)(i * i * 31 >> 3);
	const struct file files[] = { { "mimetype", STR_INIT("application/x") }, { "noise", { noise, sizeof(noise) } }, { "a.xml", STR_INIT("<a/>") } };
	struct str bytes = pack(files, 3, NULL);
	struct err e = { 0 };
	struct buf b = BUF_INIT(0), holed = BUF_INIT(0);
	const char *directory = memmem(bytes.p, bytes.n, "PK\1\2", 4);
	struct archive *a = archive_open(bytes, NULL, &e);
	assert_true(a && archive_whole(a));
	archive_close(a);
	buf_add(&holed, bytes.p, 200);
	buf_add(&holed, bytes.p + 300, bytes.n - 300);
	const struct str cases[] = { { bytes.p, (size_t)(directory - bytes.p) }, buf_view(&holed) };
	for (size_t i = 0; i < 2; i++) {
		a = archive_open(cases[i], NULL, &e);
		assert_true(a && !archive_whole(a));
		buf_clear(&b);
		assert_true(archive_read(a, STR("mimetype"), &b, &e) && archive_read(a, STR("a.xml"), &b, &e));
		assert_string_equal(b.p, "application/x<a/>");
		assert_int_equal(archive_find(a, STR("noise")) < 0, i == 1);
		archive_close(a);
	}
	assert_null(archive_open((struct str){ bytes.p, 20 }, NULL, &e));
	for (size_t cut = 0; cut < bytes.n; cut += 7) /* whatever is missing, nothing is read past the end */
		archive_close(archive_open((struct str){ bytes.p, cut }, NULL, &e));
	buf_fini(&b);
	buf_fini(&holed);
	free((char *)(uintptr_t)bytes.p);
}

/* An entry that inflates over its budget, over the archive's or over the ratio ends in ERR_BUDGET, whatever the directory says. */
static void bombs_end(void **state)
{
	size_t n = 4 << 20;
	char *zeros = calloc(1, n);
	const struct file files[] = { { "a", { zeros, n } }, { "b", { zeros, n } } };
	struct str bytes = pack(files, 2, NULL);
	const struct archive_limits cases[] = { { 9, 1 << 20, 1 << 30, 1 << 30, 400 }, { 9, 1 << 30, 6 << 20, 1 << 30, 400 },
						{ 9, 1 << 30, 1 << 30, 1 << 20, 400 } };
	for (size_t i = 0; i < 3; i++) {
		struct err e = { 0 };
		struct buf b = BUF_INIT(0);
		struct archive *a = archive_open(bytes, &cases[i], &e);
		assert_non_null(a);
		assert_false(archive_read(a, STR("a"), &b, &e) && archive_read(a, STR("b"), &b, &e));
		assert_int_equal(e.code, ERR_BUDGET);
		archive_close(a);
		buf_fini(&b);
	}
	struct err e = { 0 };
	const struct archive_limits few = { 1, 1 << 30, 1 << 30, 1 << 30, 400 };
	assert_null(archive_open(bytes, &few, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	free(zeros);
	free((char *)(uintptr_t)bytes.p);
}

/* A password, in zip's own way or ODF's, is told as such; a cut file as damage. */
static void locked_and_broken(void **state)
{
	const struct file plain[] = { { "content.xml", STR_INIT("<office:document-content/>") } };
	const struct file odf[] = { { "META-INF/manifest.xml", STR_INIT("<m:file-entry><m:encryption-data/></m:file-entry>") } };
	struct str bytes = pack(plain, 1, "secret");
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	struct archive *a = archive_open(bytes, NULL, &e);
	assert_non_null(a);
	assert_false(archive_read(a, STR("content.xml"), &b, &e));
	assert_int_equal(e.code, ERR_PROTECTED);
	archive_close(a);
	assert_null(archive_open((struct str){ bytes.p, bytes.n / 2 }, NULL, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	free((char *)(uintptr_t)bytes.p);
	bytes = pack(odf, 1, NULL);
	assert_null(archive_open(bytes, NULL, &e));
	assert_int_equal(e.code, ERR_PROTECTED);
	free((char *)(uintptr_t)bytes.p);
	buf_fini(&b);
}

/* Names that lead out of the package are not handed out, and references cannot leave it. */
static void paths_stay_inside(void **state)
{
	const struct file files[] = { { "../up", STR_INIT("x") }, { "a\\b", STR_INIT("x") }, { "a/b..c", STR_INIT("x") } };
	const struct { const char *from, *target, *want; } cases[] = {
		{ "xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml" },
		{ "xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml" },
		{ "xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml" },
		{ "a.xhtml", "./b.xhtml#part", "b.xhtml" },
		{ "a/b", "../../c", NULL }, { "a/b", "http://x/", NULL }, { "a/b", "//x/y", NULL }, { "a/b", "", NULL },
	};
	struct str bytes = pack(files, 3, NULL);
	struct err e = { 0 };
	struct archive *a = archive_open(bytes, NULL, &e);
	assert_non_null(a);
	assert_int_equal(archive_name(a, 0).n, 0);
	assert_int_equal(archive_name(a, 1).n, 0);
	assert_true(str_eq_z(archive_name(a, 2), "a/b..c"));
	archive_close(a);
	free((char *)(uintptr_t)bytes.p);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT(0);
		bool ok = archive_resolve(str_from(cases[i].from), str_from(cases[i].target), &b);
		assert_int_equal(ok, cases[i].want != NULL);
		if (ok)
			assert_string_equal(b.p, cases[i].want);
		buf_fini(&b);
	}
}

/* ---- XML */

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	buf_printf(ctx, "<%s", n->name);
	if (xml_attr(n, "id").p)
		buf_printf(ctx, " id=%.*s", STR_ARGS(xml_attr(n, "id")));
	if (xml_attr_ns(n, "id", "/relationships").p)
		buf_printf(ctx, " r=%.*s", STR_ARGS(xml_attr_ns(n, "id", "/relationships")));
	buf_byte(ctx, '>');
	return !xml_is(n, "stop") || err_set(e, ERR_UNSUPPORTED, "stopped");
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	buf_printf(ctx, "</%s>", n->name);
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	buf_str(ctx, s);
	return true;
}

static const struct xml_events events = { on_start, on_end, on_text };

/* Elements, attributes with and without a namespace, text, CDATA and characters by name arrive as they stand. */
static void xml_reads(void **state)
{
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	assert_true(xml_parse(STR("<?xml version='1.0'?><!DOCTYPE a><a xmlns:r='http://x/relationships'><b r:id='R&amp;' id='7'/>"
				  "x &lt;&nbsp;&#228;<![CDATA[<y>]]>&other;</a>"),
			      &events, &b, &e));
	assert_string_equal(b.p, "<a><b id=7 r=R&></b>x <\xC2\xA0\xC3\xA4<y>&other;</a>");
	buf_fini(&b);
}

/* Entities that a document declares are not expanded, so a bomb of them stays as small as it is written. */
static void xml_bombs_end(void **state)
{
	struct buf b = BUF_INIT(1 << 20);
	struct err e = { 0 };
	assert_true(xml_parse(STR("<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;'>"
				  "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&y;&f;</a>"),
			      &events, &b, &e));
	assert_string_equal(b.p, "<a>&y;&f;</a>");
	buf_clear(&b);
	struct buf deep = BUF_INIT(0);
	for (int i = 0; i < 1000; i++)
		buf_z(&deep, "<a>");
	assert_false(xml_parse(buf_view(&deep), &events, &b, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	buf_fini(&deep);
	buf_fini(&b);
}

/* What is not well-formed or ends early is damage; a handler's own error comes out unchanged. */
static void xml_fails(void **state)
{
	const struct { const char *text; enum err_code code; } cases[] = {
		{ "<a><b></a>", ERR_BROKEN }, { "<a>", ERR_BROKEN }, { "", ERR_BROKEN }, { "<a>\xFF</a>", ERR_BROKEN },
		{ "<a><stop/><b></a>", ERR_UNSUPPORTED },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT(0);
		struct err e = { 0 };
		assert_false(xml_parse(str_from(cases[i].text), &events, &b, &e));
		assert_int_equal(e.code, cases[i].code);
		buf_fini(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_entries), cmocka_unit_test(damaged_directory),  cmocka_unit_test(bombs_end),	   cmocka_unit_test(locked_and_broken),
		cmocka_unit_test(paths_stay_inside), cmocka_unit_test(xml_reads), cmocka_unit_test(xml_bombs_end),
		cmocka_unit_test(xml_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
