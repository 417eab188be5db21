/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Every kind of file that the contract lists, by the end of its name. */
#include "parse/format.h"
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

static enum err_code ends_with(const char *end, struct str bytes, struct err *e)
{
	char name[32];
	struct parsed p;
	*e = (struct err){ .code = ERR_NONE };
	snprintf(name, sizeof(name), "x.%s", end);
	bool ok = parse_bytes(bytes, name, NULL, &p, e);
	parsed_free(&p);
	return ok ? ERR_NONE : e->code;
}

/* Run f on each word of a list. */
static void for_each(const char *list, void (*f)(const char *end))
{
	for (struct str one, rest = str_from(list); rest.n;) {
		char end[16];
		rest = str_cut(rest, ' ', &one);
		snprintf(end, sizeof(end), "%.*s", STR_ARGS(one));
		f(end);
	}
}

static void is_converted(const char *end)
{
	struct err e;
	enum err_code code = ends_with(end, STR("\1\2\3\377 of no kind"), &e);
	if (code != ERR_CONVERT || !strstr(e.text, "install the package libreoffice-"))
		fail_msg("%s: %d %s", end, code, e.text);
}

/* What LibreOffice reads is handed to it; where that is not installed, the package is named. */
static void test_converted(void **state)
{
	for_each("abw awt cgm cwk dbf dif doc dot et eth fb2 fbz fodg fodp fodt fopd hwp key lrf lwp mcw mw mwd numbers odf odg otg otp ott pages "
		 "pbd pdb pml pot ppt prc psw qpw rb sda sdd sdp sdw sgl slk stc std sti stw sxc sxd sxg sxi sxm sxw sylk tcr uof uop uos "
		 "uos1 uos2 uot vdx vor vsd vsdm vsdx wb1 wb2 wb3 wk1 wk2 wk3 wk4 wks wn wpd wps wpt wq1 wq2 wri xlr xlsb xlw zabw",
		 is_converted);
}

static void is_advised(const char *end)
{
	struct err e;
	enum err_code code = ends_with(end, STR("\1\2\3\377 of no kind"), &e);
	if (code != ERR_UNSUPPORTED || !(strstr(e.text, "package ") || strstr(e.text, "upload a transcript")))
		fail_msg("%s: %d %s", end, code, e.text);
}

/* What nothing reads is told by what it is, and what makes something readable of it. */
static void test_advised(void **state)
{
	for_each("azw azw3 azw4 cb7 cbc cbr chm djvu lit m4a mobi mp3 mp4 mpeg mpga snb wav webm", is_advised);
}

static void is_text(const char *end)
{
	struct err e;
	enum err_code code = ends_with(end, STR("<p>Lamp, 12.50</p>\n"), &e);
	if (code != ERR_NONE)
		fail_msg("%s: %d %s", end, code, e.text);
}

/* Those that are text are read. */
static void test_text(void **state)
{
	for_each("csv htm html md prn tsv txt xhtm xml yxmd", is_text);
}

static void is_package(const char *end)
{
	struct err e;
	enum err_code code = ends_with(end, STR("PK\3\4 cut short"), &e);
	if (code != ERR_BROKEN)
		fail_msg("%s: %d %s", end, code, e.text);
}

/* Those that are packages are known by name when they are damaged. */
static void test_packages(void **state)
{
	for_each("cbz docm docx dotm dotx epub htmlz odp ods odt ots potm potx pptm pptx txtz xlsm xlsx xltm xltx", is_package);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_converted), cmocka_unit_test(test_advised), cmocka_unit_test(test_text), cmocka_unit_test(test_packages),
	};
	format_warm_up();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
