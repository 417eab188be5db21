/* SPDX-License-Identifier: Apache-2.0 */
#include "http/field.h"
#include "base/test-arena.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static void assert_param(const char *field, const char *name, const char *want)
{
	struct str got;
	bool found = field_param(str_from(field), name, &arena, &got);
	if (found != (want != NULL))
		fail_msg("%s in %s: %s", name, field, found ? "found" : "not found");
	if (want && !str_eq_z(got, want))
		fail_msg("%s in %s: \"%.*s\"", name, field, STR_ARGS(got));
}

/* Plain and quoted values, white space and case do not matter. */
static void parameters_are_found(void **state)
{
	assert_param("form-data; name=file", "name", "file");
	assert_param("form-data;NAME = \"file\" ; filename=\"a;b=c.pdf\"", "name", "file");
	assert_param("form-data; name=\"file\"; filename=\"a;b=c.pdf\"", "filename", "a;b=c.pdf");
	assert_param("multipart/form-data; boundary=----x; charset=utf-8", "boundary", "----x");
}

/* The ways clients write quotes and foreign letters in file names. */
static void file_names_are_unescaped(void **state)
{
	assert_param("f; filename=\"say \\\"hi\\\".pdf\"", "filename", "say \"hi\".pdf");
	assert_param("f; filename=\"say %22hi%22.pdf\"", "filename", "say \"hi\".pdf");
	assert_param("f; filename=\"C:\\dir\\a.pdf\"", "filename", "C:\\dir\\a.pdf");
	assert_param("f; filename=\"50%.pdf\"", "filename", "50%.pdf");
	assert_param("f; filename=\"x.pdf\"; filename*=UTF-8''%C3%A4.pdf", "filename", "\xc3\xa4.pdf");
	assert_param("f; filename*=latin1''%E4.pdf; filename=x.pdf", "filename", "\xc3\xa4.pdf");
	assert_param("f; filename*=windows-1252'de'%80%20%e4.pdf", "filename", "\xe2\x82\xac \xc3\xa4.pdf");
	assert_param("f; filename*=koi8-r''%E4.pdf; filename=x.pdf", "filename", "x.pdf");
	assert_param("f; filename*=UTF-8''%E4.pdf; filename=x.pdf", "filename", "x.pdf");
	assert_param("f; filename*=UTF-8''%4; filename=x.pdf", "filename", "x.pdf");
	assert_param("f; filename*0*=UTF-8''Rechnung%20M%C3%A4; filename*1=\"rz 2026.p\"; filename*2=df", "filename", "Rechnung M\xc3\xa4rz 2026.pdf");
	assert_param("f; filename*1=b; filename*0=a; filename*99=c; filename*x=d", "filename", "ab");
}

/* Absent, similar and valueless names are not found; an open quote ends with the text. */
static void odd_fields(void **state)
{
	assert_param("form-data; filename=x", "name", NULL);
	assert_param("form-data; name", "name", NULL);
	assert_param("form-data", "name", NULL);
	assert_param("", "name", NULL);
	assert_param("form-data; names=x; xname=y", "name", NULL);
	assert_param("form-data; name=\"open", "name", "open");
	assert_param("form-data; name=\"\"", "name", "");
}

/* Request IDs that are repeated in headers and logs hold no odd characters. */
static void tokens(void **state)
{
	char longest[HTTP_ID_SIZE + 1];
	memset(longest, 'a', sizeof longest);
	assert_true(field_is_token(STR("req-1.2_X")));
	assert_true(field_is_token((struct str){ longest, HTTP_ID_SIZE - 1 }));
	assert_false(field_is_token((struct str){ longest, HTTP_ID_SIZE }));
	assert_false(field_is_token(STR("")));
	assert_false(field_is_token(STR("a b")));
	assert_false(field_is_token(STR("a\nb")));
	assert_false(field_is_token(STR("a\"")));
	assert_false(field_is_token(STR("a@")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parameters_are_found),
		cmocka_unit_test(file_names_are_unescaped),
		cmocka_unit_test(odd_fields),
		cmocka_unit_test(tokens),
	};
	return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
