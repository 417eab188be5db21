/* SPDX-License-Identifier: Apache-2.0 */
/* Records that no table holds: lists, blocks of labels, entries below a heading. */
#include "extract/test-table.h"

#define STRINGS(name) "{\"type\":\"object\",\"properties\":{\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}"

/* Plain values behind a label, below a heading with bullets, and one a line. */
static void test_lists(void **state)
{
	expect(STRINGS("languages"), "Name: Ann Miller\nLanguages: English, German (good, spoken), French\nHobbies: Chess\n",
	       "English\nGerman (good, spoken)\nFrench\n");
	expect(STRINGS("ingredients"),
	       "^Apple ^pie\n"
	       "\n"
	       "^Ingredients\n"
	       "- 200 g flour\n"
	       "- 3 eggs, beaten well and kept\n"
	       "  cold\n"
	       "- a little salt\n"
	       "\n"
	       "^Method\n"
	       "Mix it all.\n",
	       "200 g flour\n3 eggs, beaten well and kept cold\na little salt\n");
	expect(STRINGS("skills"),
	       "^Skills\n"
	       "Welding\n"
	       "Technical drawing\n"
	       "\n"
	       "\n"
	       "\n"
	       "^Experience\n"
	       "Shipyard, 2010 to 2015\n",
	       "Welding\nTechnical drawing\n");
}

#define AMOUNTS "{\"type\":\"object\",\"properties\":{\"ingredients\":{\"type\":\"array\",\"items\":{\"type\":\"string\"," \
		"\"description\":\"One ingredient with its amount\"}}}}"

/* Menus name lists, too; captions part a list, notes come before it, and what follows it is none of it. */
static void test_list_places(void **state)
{
	expect(STRINGS("ingredients"),
	       "- Home\n"
	       "- Ingredients\n"
	       "- Dishes\n"
	       "\n"
	       "^Apple ^pie\n"
	       "\n"
	       "^Ingredients (4 persons)\n"
	       "  1x 2x 3x\n"
	       "  - 200 g flour\n"
	       "  - 3 eggs\n"
	       "  For the cream\n"
	       "  - 1 cup of cream\n"
	       "Keep the screen on\n"
	       "\n"
	       "^Instructions\n"
	       "  - Mix it all.\n",
	       "200 g flour\n3 eggs\n1 cup of cream\n");
	expect(STRINGS("ingredients"),
	       "^Zutaten\n"
	       "Mehl\n"
	       "Salz\n"
	       "\n"
	       "^Zubereitung\n"
	       "Alles mischen.\n",
	       "Mehl\nSalz\n");
}

/* A list that nothing announces is known by its amounts, if the schema says that items have them. */
static void test_list_of_amounts(void **state)
{
	const char *page = "- Home\n"
			   "- Shop\n"
			   "- Help\n"
			   "\n"
			   "^For ^two\n"
			   "- 250 g pasta\n"
			   "- 1 onion\n"
			   "- pepper\n"
			   "- 2 eggs\n"
			   "\n"
			   "Boil the pasta.\n";
	expect(AMOUNTS, page, "250 g pasta\n1 onion\npepper\n2 eggs\n");
	expect(STRINGS("ingredients"), page, "");
}

/* A number on a line of its own begins an item; a line that was full goes on. */
static void test_list_lines(void **state)
{
	expect(STRINGS("steps"),
	       "^Steps\n"
	       "1.\n"
	       "   Heat the oven.\n"
	       "2.\n"
	       "   Bake for an hour.\n",
	       "Heat the oven.\nBake for an hour.\n");
	expect(STRINGS("steps"),
	       "This page tells in some detail how the thing is done, step by step, so that nobody need ask.\n"
	       "It is not long, but what it says is true, and has been tried by many people in their homes.\n"
	       "\n"
	       "^Steps\n"
	       "Heat the oven and wait until it is hot, which takes a while in the older ones that many have\n"
	       "at home.\n"
	       "Bake for an hour.\n",
	       "Heat the oven and wait until it is hot, which takes a while in the older ones that many have at home.\n"
	       "Bake for an hour.\n");
}

/* Lines of a list taken apart into amount, unit and name; some have no unit, some nothing but a name. */
static void test_list_parts(void **state)
{
	expect(ARRAY("ingredients", NUMBER("quantity") "," TEXT("unit") "," TEXT("name")),
	       "^Ingredients\n"
	       "- 200g sugar\n"
	       "- 1 1/2 cups flour, sifted\n"
	       "- 3 eggs\n"
	       "- 2 EL Rapsöl\n"
	       "- ½ onion\n"
	       "- salt\n"
	       "\n"
	       "^Method\n"
	       "Mix it all.\n",
	       "200|g|sugar\n1 1/2|cups|flour, sifted\n3||eggs\n2||EL Rapsöl\n½||onion\n||salt\n");
	expect(ARRAY("ingredients", NUMBER("price") "," TEXT("unit") "," TEXT("name")), /* a price is no amount */
	       "^Ingredients\n"
	       "- 200g sugar\n"
	       "- 3 eggs\n"
	       "- 2 lemons\n", "");
}

/* Blocks of labels repeat; each block is a record. */
static void test_blocks(void **state)
{
	expect(ARRAY("people", TEXT("name") "," TEXT("born") "," TEXT("city")),
	       "Name:  Ann Miller        Born:  1990-02-01\n"
	       "City:  Leeds\n"
	       "\n"
	       "Name:  Bob Brown         Born:  1985-11-30\n"
	       "City:  York\n"
	       "\n"
	       "Name:  Carl Smith\n"
	       "City:  Hull\n",
	       "Ann Miller|1990-02-01|Leeds\nBob Brown|1985-11-30|York\nCarl Smith||Hull\n");
}

/*
 * A record may be one block with sections inside, or a section that names the array; labels go on in the next
 * column before their figure, sums of other sections are none of its own.
 */
static void test_block_sections(void **state)
{
	expect(ARRAY("positions", TEXT("position") "," NUMBER("quantity") "," NUMBER("unit_price") "," TEXT("description")),
	       "^TOTALS\n"
	       "\n"
	       "Sum of all           net       124.00\n"
	       "Quantity of pages:             2\n"
	       "\n"
	       "^POSITIONS\n"
	       "\n"
	       "Position:            A-1\n"
	       "Note:\n"
	       "\n"
	       "^Prices ^and ^amounts\n"
	       "\n"
	       "Quantity             4\n"
	       "Unit price           31.00\n"
	       "\n"
	       "^About ^the ^article\n"
	       "\n"
	       "Description:         Chairs\n"
	       "\n"
	       "^SELLER\n"
	       "\n"
	       "Description:         A shop for chairs\n",
	       "A-1|4|31.00|Chairs\n");
	expect(ARRAY("taxes", NUMBER("tax_rate") "," NUMBER("taxable_amount") "," NUMBER("tax_amount")),
	       "^SUMS\n"
	       "\n"
	       "Sum of all           net       124.00\n"
	       "Tax amount                      23.56\n"
	       "\n"
	       "^TAXES\n"
	       "\n"
	       "Taxable amount       net       124.00\n"
	       "Tax rate                        19 %\n"
	       "Tax amount                      23.56\n"
	       "\n"
	       "^PAYMENT\n"
	       "\n"
	       "Code of tax rate:               58\n",
	       "19 %|124.00|23.56\n");
}

/* Entries below a heading: dates go where dates are wanted, the rest in order. */
static void test_sections(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"work_experience\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("employer") "," TEXT("job_title")
	       ",\"start\":{\"type\":\"string\",\"description\":\"Start month, YYYY-MM\"}"
	       ",\"end\":{\"type\":\"string\",\"description\":\"End month, YYYY-MM\"}}}}}}",
	       "^John ^Doe\n"
	       "\n"
	       "^EXPERIENCE\n"
	       "Acme Works, Engineer                     June 2020 - July 2023\n"
	       "  - built bridges of steel\n"
	       "  - and a tower\n"
	       "Beta Mills, Intern                       May 2019 - Aug 2019\n"
	       "  - helped with flour\n"
	       "\n"
	       "^EDUCATION\n"
	       "Some School                              June 2018\n",
	       "Acme Works|Engineer|June 2020 - July 2023|June 2020 - July 2023\n"
	       "Beta Mills|Intern|May 2019 - Aug 2019|May 2019 - Aug 2019\n");
	expect("{\"type\":\"object\",\"properties\":{\"work_experience\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("employer") "," TEXT("start_date") "," TEXT("end_date") "}}},"
	       "\"education\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("school") ",\"year\":{\"type\":\"integer\"}}}}}}",
	       "^EXPERIENCE\n"
	       "Acme Works           June 2020 - present\n"
	       "  - built bridges of steel\n"
	       "  - and a tower\n"
	       "Beta Mills           May 2019 - Aug 2019\n"
	       "  - helped with flour\n",
	       "Acme Works|June 2020|present\n"
	       "Beta Mills|May 2019|Aug 2019\n");
}

/* What the words of a piece name goes before the order of pieces; a degree takes its subject along; open dates are current. */
static void test_section_kinds(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"work_experience\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("employer") "," TEXT("job_title")
	       ",\"start\":{\"type\":\"string\",\"description\":\"Start month, YYYY-MM\"}"
	       ",\"is_current\":{\"type\":\"boolean\",\"description\":\"True if this is the current job\"}}}}}}",
	       "^EXPERIENCE\n"
	       "Senior Engineer - Acme Works\n"
	       "June 2020 - Present\n"
	       "  - built bridges of steel\n"
	       "Intern - Beta Mills\n"
	       "May 2019 - Aug 2019\n"
	       "  - helped with flour\n",
	       "Acme Works|Senior Engineer|June 2020|June 2020\n"
	       "Beta Mills|Intern|May 2019 - Aug 2019|May 2019 - Aug 2019\n");
	expect("{\"type\":\"object\",\"properties\":{\"education\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("institution") "," TEXT("qualification")
	       ",\"end\":{\"type\":\"string\",\"description\":\"End month, YYYY-MM\"}}}}}}",
	       "^EDUCATION\n"
	       "MSc - Corporate Finance, Harbour University\n"
	       "September 2010 - July 2011\n"
	       "  - with distinction\n"
	       "Old Town College, Diploma\n"
	       "September 2006 - June 2010\n",
	       "Harbour University|MSc - Corporate Finance|September 2010 - July 2011\n"
	       "Old Town College|Diploma|September 2006 - June 2010\n");
}

/* Bold entries below a heading in capitals are no headings like it; years from and to; a line each, where each has its years. */
static void test_section_years(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"experience\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("title") "," TEXT("company") "," TEXT("start_date") "," TEXT("end_date") "}}}}}",
	       "^EXPERIENCE\n"
	       "^Data ^Analyst, ^Acme ^Ltd\n"
	       "Jan 2020 - Present\n"
	       "  - built the forecast of every day\n"
	       "^Junior ^Analyst, ^Beta ^Ltd\n"
	       "Sep 2016 - Dec 2019\n"
	       "  - wrote the reports of the shops\n",
	       "Data Analyst|Acme Ltd|Jan 2020|Present\n"
	       "Junior Analyst|Beta Ltd|Sep 2016|Dec 2019\n");
	expect("{\"type\":\"object\",\"properties\":{\"education\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("degree") "," TEXT("institution") ",\"start_year\":{\"type\":\"integer\"},\"end_year\":{\"type\":\"integer\"}}}}}}",
	       "^EDUCATION\n"
	       "MSc Statistics, University of Bath, 2012 - 2013\n"
	       "BSc Mathematics, Harbour University, 2009 - 2012\n",
	       "MSc Statistics|University of Bath|2012|2013\n"
	       "BSc Mathematics|Harbour University|2009|2012\n");
}

/* A period is what stands for its dates; they are in the words beside it no more. A word may stand for the dash before what goes on. */
static void test_section_periods(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"ausbildung\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("zeitraum") "," TEXT("position") "," TEXT("firma") "}}}}}",
	       "^Ausbildung\n"
	       "seit 04/2019           Teamleiterin, Nordlicht GmbH\n"
	       "08/2014 - 03/2019      Trainee, Brockmann KG\n"
	       "2010 - 2013            Lehrling, Ubben GmbH\n",
	       "seit 04/2019|Teamleiterin|Nordlicht GmbH\n"
	       "08/2014 - 03/2019|Trainee|Brockmann KG\n"
	       "2010 - 2013|Lehrling|Ubben GmbH\n");
	expect("{\"type\":\"object\",\"properties\":{\"experience\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("position") "," TEXT("employer") "," TEXT("start") "," TEXT("end") "}}}}}",
	       "^EXPERIENCE\n"
	       "Manager\n"
	       "Acme Ltd, March 2018 to present\n"
	       "  - built the forecast of every day\n",
	       "Manager|Acme Ltd|March 2018|present\n");
}

/* Entries and lists go down their column where two stand side by side with lines of different heights. */
static void test_section_columns(void **state)
{
#define LANGUAGES "{\"type\":\"object\",\"properties\":{\"languages\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}"
	expect(LANGUAGES,
	       "^EXPERIENCE\n"
	       "                                              ^SKILLS\n"
	       "Engineer of bridges at the works\n"
	       "June 2020 until today in the north            Planning of costs\n"
	       "                                              Risk and control\n"
	       "built bridges of steel and of stone\n"
	       "                                              Models of markets\n"
	       "and a tower over the whole harbour            Writing of letters\n"
	       "                                              ^LANGUAGES\n"
	       "Helper in the kitchen of the mill\n"
	       "                                              English well\n"
	       "May 2019 until the end of summer              French fluent\n"
	       "                                              German little\n"
	       "helped with flour and with water\n"
	       "and with whatever came to the door\n",
	       "English well\nFrench fluent\nGerman little\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists), cmocka_unit_test(test_list_places), cmocka_unit_test(test_list_of_amounts),
		cmocka_unit_test(test_list_lines), cmocka_unit_test(test_list_parts), cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_block_sections), cmocka_unit_test(test_sections),
		cmocka_unit_test(test_section_kinds), cmocka_unit_test(test_section_years), cmocka_unit_test(test_section_periods),
		cmocka_unit_test(test_section_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
