/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of contents and captions as records. */
#include "extract/test-table.h"

/* Dots or white space lead to a page; what numbers the part stands in front, or nothing does. */
static void test_pages(void **state)
{
	expect(ARRAY("contents", TEXT("section_number") "," TEXT("heading") "," NUMBER("page")),
	       "!Contents\n\n"
	       "1    Introduction . . . . . . . . . .  3\n"
	       "1.1  Scope of the survey ............  4\n"
	       "2    Fieldwork . . . . . . . . . . .  9\n"
	       "A    Raw counts . . . . . . . . . .  31\n",
	       "1|Introduction|3\n1.1|Scope of the survey|4\n2|Fieldwork|9\nA|Raw counts|31\n");
	expect(ARRAY("chapters", TEXT("title") "," NUMBER("page_number")),
	       "The first winter                         7\n"
	       "Across the ice                          23\n"
	       "Home again                              41\n",
	       "The first winter|7\nAcross the ice|23\nHome again|41\n");
}

/* The array's own name, a number and a sign announce a caption; a sentence about one does not. */
static void test_captions(void **state)
{
	expect(ARRAY("tables", TEXT("title")),
	       "Table 3. Yield by region\n\n"
	       "North        12        4.5\nSouth        19        5.1\n\n"
	       "Table 3 shows that the south yields more.\n\n"
	       "Table 4. Acidity of soils\n\n"
	       "Clay          7        6.1\nSand          9        5.7\n",
	       "Yield by region\nAcidity of soils\n");
	expect(ARRAY("figures", TEXT("number") "," TEXT("title")),
	       "Figure 1: The harbour from above\n\nSome words about it stand here.\n\nFigure 2: The quay at low water\n",
	       "1|The harbour from above\n2|The quay at low water\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_captions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
