/* SPDX-License-Identifier: Apache-2.0 */
/* Records that hold rows of their own, below headings of a number and a name. */
#include "extract/test-table.h"

#define SECTIONS \
	"{\"type\":\"object\",\"properties\":{\"sections\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("code") "," TEXT("name") "," \
	NUMBER("section_total") ",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("code") "," TEXT("description") "," \
	NUMBER("quantity") "," NUMBER("rate") "," NUMBER("amount") "}}}}}}}}"

/* "Section A – Roads": the letter is the code; the sum below the rows is what the record is asked for. */
static void test_titles_over_columns(void **state)
{
	expect(SECTIONS,
	       "Code      Description          Quantity      Rate     Amount\n"
	       "^Section ^A ^– ^Roads ^inside\n"
	       "A1        Kerb                       10      2.00      20.00\n"
	       "A2        Gully                       3     11.00      33.00\n"
	       "          Total section A                              53.00\n"
	       "^Section ^B ^– ^Walls ^outside\n"
	       "B1        Bricks                    400      0.50     200.00\n"
	       "          Total section B                             200.00\n",
	       "A|Roads inside|53.00\n  A1|Kerb|10|2.00|20.00\n  A2|Gully|3|11.00|33.00\n"
	       "B|Walls outside|200.00\n  B1|Bricks|400|0.50|200.00\n");
}

/* The same in cells, set like the rows: what both call their code is the rows' column, and the titles' own. */
static void test_titles_in_cells(void **state)
{
	expect(SECTIONS,
	       "Code      Description          Quantity      Rate     Amount\n"
	       "1         Roads\n"
	       "1.1       Kerb                       10      2.00      20.00\n"
	       "1.2       Gully                       3     11.00      33.00\n"
	       "          Subtotal                                     53.00\n"
	       "2         Walls\n"
	       "2.1       Bricks                    400      0.50     200.00\n"
	       "          Subtotal                                    200.00\n",
	       "1|Roads|53.00\n  1.1|Kerb|10|2.00|20.00\n  1.2|Gully|3|11.00|33.00\n2|Walls|200.00\n  2.1|Bricks|400|0.50|200.00\n");
}

/* A year is no number of a heading; a table without titles keeps its rows in one record. */
static void test_no_numbers(void **state)
{
	expect(ARRAY("sales", TEXT("code") "," TEXT("region") "," TEXT("town") "," NUMBER("units") "," NUMBER("turnover")),
	       "Town          Units     Turnover\n"
	       "^Sales ^2023 ^north ^of ^Wye\n"
	       "Keld             10        20.00\n"
	       "Muker             3        33.00\n"
	       "^Sales ^2023 ^south ^of ^Wye\n"
	       "Reeth            12        44.00\n",
	       "|Sales 2023 north of Wye|Keld|10|20.00\n|Sales 2023 north of Wye|Muker|3|33.00\n"
	       "|Sales 2023 south of Wye|Reeth|12|44.00\n");
}

/* Dishes and programmes below headings that hold them. */
static void test_rows_below_headings(void **state)
{
#define HOLDS(outer, inner) \
	"{\"type\":\"object\",\"properties\":{\"groups\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" outer \
	",\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" inner "}}}}}}}}"
	expect(HOLDS(TEXT("name"), TEXT("name") "," TEXT("ingredients") "," NUMBER("price")),
	       "^STARTERS\n\n"
	       "Soup of the day ................   6.50\n  bread, leek\n"
	       "Smoked salmon ..................   9.00\n\n"
	       "^MAINS\n\n"
	       "Roast chicken ..................  17.50\n  with plums\n"
	       "Risotto ........................  15.25\n",
	       "STARTERS\n  Soup of the day|bread, leek|6.50\n  Smoked salmon||9.00\nMAINS\n  Roast chicken|with plums|17.50\n  Risotto||15.25\n");
	expect(ARRAY("programmes", TEXT("channel") "," TEXT("time") "," TEXT("title") "," TEXT("genre")),
	       "!One\n\n06:00 ^Morning news\n08:30 ^Farm ^life documentary\n09:15 ^River series\n\n"
	       "!Two\n\n06:15 ^Tales children\n07:40 ^Kitchen advice\n",
	       "One|06:00|Morning|news\nOne|08:30|Farm life|documentary\nOne|09:15|River|series\nTwo|06:15|Tales|children\nTwo|07:40|Kitchen|advice\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles_over_columns),
		cmocka_unit_test(test_titles_in_cells),
		cmocka_unit_test(test_no_numbers),
		cmocka_unit_test(test_rows_below_headings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
