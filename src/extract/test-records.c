/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/test-table.h"

/* ---- scenarios */

/* One line a record, nothing else on the page. */
static void test_plain_table(void **state)
{
	expect(ITEMS,
	       "Pos  Description             Quantity   Unit price     Amount\n"
	       "1    Steel bolts                   10         2.50      25.00\n"
	       "2    Copper wire                    4        10.00      40.00\n"
	       "3    Paint, white                   1        17.25      17.25\n",
	       "1|Steel bolts|10|2.50|25.00\n"
	       "2|Copper wire|4|10.00|40.00\n"
	       "3|Paint, white|1|17.25|17.25\n");
}

/* The header stands on two lines and two captions share a cell above them. */
static void test_header_of_two_lines(void **state)
{
	expect(ARRAY("rows", TEXT("country") "," NUMBER("exports_2020") "," NUMBER("exports_2021") "," NUMBER("population")),
	       "                       Exports             Population\n"
	       "Country            2020       2021\n"
	       "Austria           113.4      120.0               8.9\n"
	       "Belgium           240.8      250.1              11.6\n"
	       "Cyprus              3.1        3.3               1.2\n",
	       "Austria|113.4|120.0|8.9\n"
	       "Belgium|240.8|250.1|11.6\n"
	       "Cyprus|3.1|3.3|1.2\n");
}

/* The first column has no caption; the property left over is its. */
static void test_stub_without_header(void **state)
{
	expect(ARRAY("rows", TEXT("product") "," NUMBER("q1") "," NUMBER("q2")),
	       "                        Q1         Q2\n"
	       "Chairs                  12         15\n"
	       "Tables                   8          9\n"
	       "Lamps                   30         41\n",
	       "Chairs|12|15\nTables|8|9\nLamps|30|41\n");
}

/* Descriptions wrap to further lines; they go on with the record above. */
static void test_wrapped_text(void **state)
{
	expect(ITEMS,
	       "Pos  Description             Quantity   Unit price     Amount\n"
	       "1    Steel bolts, zinc             10         2.50      25.00\n"
	       "     plated, with washers\n"
	       "2    Copper wire                    4        10.00      40.00\n"
	       "3    Paint for wood and             2         8.50      17.00\n"
	       "     metal, white, quick\n"
	       "     drying\n",
	       "1|Steel bolts, zinc plated, with washers|10|2.50|25.00\n"
	       "2|Copper wire|4|10.00|40.00\n"
	       "3|Paint for wood and metal, white, quick drying|2|8.50|17.00\n");
}

/* Figures stand in the middle of a ruled record: rules decide what belongs together. */
static void test_ruled_records(void **state)
{
	expect(ITEMS,
	       "Pos  Description             Quantity   Unit price     Amount\n"
	       "=============================================================\n"
	       "     Steel bolts\n"
	       "1    zinc plated                   10         2.50      25.00\n"
	       "     with washers\n"
	       "=============================================================\n"
	       "     Copper wire\n"
	       "2    on a reel                      4        10.00      40.00\n"
	       "=============================================================\n"
	       "     Paint, white\n"
	       "3    for wood                       1        17.25      17.25\n"
	       "     and metal\n"
	       "=============================================================\n",
	       "1|Steel bolts zinc plated with washers|10|2.50|25.00\n"
	       "2|Copper wire on a reel|4|10.00|40.00\n"
	       "3|Paint, white for wood and metal|1|17.25|17.25\n");
}

/* Every record takes two lines: the result stands below its athlete. */
static void test_two_line_records(void **state)
{
	expect(ARRAY("results", NUMBER("rank") "," TEXT("name") "," TEXT("country") "," TEXT("time")),
	       "Rank   Name                  Country             Time\n"
	       "1      Ann Miller            GBR\n"
	       "                                                44.01\n"
	       "2      Berta Schmidt         GER\n"
	       "                                                46.80\n"
	       "       Carla Rossi           ITA\n"
	       "                                                  DNS\n",
	       "1|Ann Miller|GBR|44.01\n"
	       "2|Berta Schmidt|GER|46.80\n"
	       "|Carla Rossi|ITA|DNS\n");
	/* text that runs over a column of figures stays text, a code in a figure's place is the value */
	expect(ARRAY("results", "\"rank\":{\"type\":\"integer\"}," TEXT("athlete") "," TEXT("team") ",\"time\":{\"type\":\"string\"}"),
	       "Rank  Athlete           Team                  Time\n"
	       "1     Ann Miller        TSV Lindau\n"
	       "                                             44.01\n"
	       "2     Berta Schmidt     CIRCULO MILITAR DE FORTALEZA\n"
	       "                                             46.80\n"
	       "3     Carla Rossi       JUMP\n"
	       "                                             47.12\n"
	       "4     Dora Stein        TAC\n"
	       "                                               DNS\n"
	       "5     Emma Lind         OISO\n"
	       "                                               DSQ\n",
	       "1|Ann Miller|TSV Lindau|44.01\n2|Berta Schmidt|CIRCULO MILITAR DE FORTALEZA|46.80\n3|Carla Rossi|JUMP|47.12\n"
	       "4|Dora Stein|TAC|DNS\n5|Emma Lind|OISO|DSQ\n");
}

/* Totals end the table; they are no records, but they are counted. */
static void test_totals(void **state)
{
	struct result *r = run(ITEMS,
			       "Pos  Description             Quantity   Unit price     Amount\n"
			       "1    Steel bolts                   10         2.50      25.00\n"
			       "2    Copper wire                    4        10.00      40.00\n"
			       "     Subtotal                                           65.00\n"
			       "     VAT 20 %                                           13.00\n"
			       "     Total                                              78.00\n"
			       "Please pay within 30 days.\n");
	assert_string_equal(show(r, 0), "1|Steel bolts|10|2.50|25.00\n2|Copper wire|4|10.00|40.00\n");
	assert_true(left_out(&r->out[0], "total_row") >= 1);
	assert_true(r->out[0].seen >= 3);
	result_fini(r);
}

/* A subtotal follows every record; the records after it still count. */
static void test_total_after_every_record(void **state)
{
	struct result *r = run(ARRAY("payments", TEXT("physician") "," TEXT("purpose") "," NUMBER("amount")),
			       "Physician                Purpose             Amount\n"
			       "ADAMS, JOHN              MEALS                51.24\n"
			       "TOTAL                                         51.24\n"
			       "BAKER, ANN               MEALS                66.12\n"
			       "BAKER, ANN               TRAVEL               10.00\n"
			       "TOTAL                                         76.12\n"
			       "COLE, MARY               MEALS                85.00\n"
			       "TOTAL                                         85.00\n");
	assert_string_equal(show(r, 0), "ADAMS, JOHN|MEALS|51.24\nBAKER, ANN|MEALS|66.12\nBAKER, ANN|TRAVEL|10.00\nCOLE, MARY|MEALS|85.00\n");
	assert_int_equal(left_out(&r->out[0], "total_row"), 3);
	result_fini(r);
}

/* A table that is copied as it stands keeps its total as a row. */
static void test_transcript_keeps_total(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"table\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       "\"country\":{\"type\":\"string\",\"description\":\"Column \\\"Country\\\", as printed\"},"
	       "\"signed\":{\"type\":\"string\",\"description\":\"Column \\\"Signed\\\", as printed\"}}}}}}",
	       "Country             Signed\n"
	       "Algeria               6.19\n"
	       "Egypt                 6.60\n"
	       "Total                12.79\n",
	       "Algeria|6.19\nEgypt|6.60\nTotal|12.79\n");
}

/* The table goes on over pages that repeat its header. */
static void test_repeated_headers(void **state)
{
	struct result *r = run(ITEMS,
			       "Pos  Description             Quantity   Unit price     Amount\n"
			       "1    Steel bolts                   10         2.50      25.00\n"
			       "2    Copper wire                    4        10.00      40.00\n"
			       "\f"
			       "Pos  Description             Quantity   Unit price     Amount\n"
			       "3    Paint, white                   1        17.25      17.25\n"
			       "\f"
			       "Pos  Description             Quantity   Unit price     Amount\n"
			       "4    Brushes                        3         2.00       6.00\n");
	assert_string_equal(show(r, 0), "1|Steel bolts|10|2.50|25.00\n2|Copper wire|4|10.00|40.00\n"
					"3|Paint, white|1|17.25|17.25\n4|Brushes|3|2.00|6.00\n");
	assert_int_equal(left_out(&r->out[0], "repeated_header"), 2);
	result_fini(r);
}

/* Without a header on the second page the columns of the first one serve. */
static void test_page_without_header(void **state)
{
	expect(ITEMS,
	       "Pos  Description             Quantity   Unit price     Amount\n"
	       "1    Steel bolts                   10         2.50      25.00\n"
	       "2    Copper wire                    4        10.00      40.00\n"
	       "\f"
	       "3    Paint, white                   1        17.25      17.25\n"
	       "4    Brushes                        3         2.00       6.00\n",
	       "1|Steel bolts|10|2.50|25.00\n2|Copper wire|4|10.00|40.00\n"
	       "3|Paint, white|1|17.25|17.25\n4|Brushes|3|2.00|6.00\n");
}

/* A bold line between records names their group until the next one; labelled groups say which property. */
static void test_groups(void **state)
{
	const char *schema = ARRAY("entries", TEXT("account") "," TEXT("description") "," NUMBER("amount"));
	expect(schema,
	       "Description                  Amount\n"
	       "^Assets\n"
	       "Office chairs                120.00\n"
	       "Desk lamps                    45.00\n"
	       "^Expenses\n"
	       "Train ticket                  31.50\n",
	       "Assets|Office chairs|120.00\nAssets|Desk lamps|45.00\nExpenses|Train ticket|31.50\n");
	expect(schema,
	       "Account: Assets\n"
	       "Description                  Amount\n"
	       "Office chairs                120.00\n"
	       "Desk lamps                    45.00\n"
	       "\f"
	       "Account: Expenses\n"
	       "Description                  Amount\n"
	       "Train ticket                  31.50\n",
	       "Assets|Office chairs|120.00\nAssets|Desk lamps|45.00\nExpenses|Train ticket|31.50\n");
}

/* Labels mix up quantity and amount; the arithmetic of the rows does not. */
static void test_arithmetic(void **state)
{
	expect(ARRAY("lines", TEXT("description") "," NUMBER("quantity") "," NUMBER("unit_price") "," NUMBER("line_total")),
	       "Amount   Product               Price      Total\n"
	       "2        Design hours          80.00     160.00\n"
	       "400      Balloons               0.79     316.00\n"
	       "800      Hot air                0.25     200.00\n",
	       "Design hours|2|80.00|160.00\nBalloons|400|0.79|316.00\nHot air|800|0.25|200.00\n");
}

/* Two tables stand side by side under the same captions. */
static void test_side_by_side(void **state)
{
	struct result *r = run(
		"{\"type\":\"object\",\"properties\":{"
		"\"a\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("passenger_rights") "," NUMBER("enquiries") "}}},"
		"\"b\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("worker_mobility") "," NUMBER("enquiries") "}}}}}",
		"Passenger rights   Enquiries        Worker mobility    Enquiries\n"
		"Spain                    268        Poland                   153\n"
		"Germany                  233        Belgium                  119\n"
		"France                   139        Greece                   114\n");
	assert_string_equal(show(r, 0), "Spain|268\nGermany|233\nFrance|139\n");
	assert_string_equal(show(r, 1), "Poland|153\nBelgium|119\nGreece|114\n");
	result_fini(r);
}

/* One table set in two halves side by side: its header comes twice on one line, and its records go down the left half first. */
static void test_halves_side_by_side(void **state)
{
	struct result *r = run(ARRAY("items", TEXT("article") "," TEXT("description") "," NUMBER("price")),
			       "Article   Description           Price   Article   Description           Price\n"
			       "B-100     Steel bolts            2.50   P-300     Paint, white          17.25\n"
			       "B-101     Brass bolts            3.10   P-301     Paint, green          18.00\n"
			       "B-102     Copper wire           10.00\n");
	assert_string_equal(show(r, 0), "B-100|Steel bolts|2.50\nB-101|Brass bolts|3.10\nB-102|Copper wire|10.00\n"
					"P-300|Paint, white|17.25\nP-301|Paint, green|18.00\n");
	assert_int_equal(r->out[0].items[3].line, 1);
	for (size_t i = 0; i < r->map.tables_n; i++)
		assert_int_equal(r->map.tables[i].line, 0);
	result_fini(r);
}

/* Tables that share a header line, each under the name of its array, though both name an amount. */
static void test_named_side_by_side(void **state)
{
	struct result *r = run(
		"{\"type\":\"object\",\"properties\":{"
		"\"payments\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("description") "," NUMBER("rate") "," NUMBER("amount") "}}},"
		"\"deductions\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("description") "," NUMBER("amount") "}}}}}",
		"Payments           Rate      Amount    Deductions            Amount\n"
		"Basic pay         18.40    2,990.00    Income tax            412.60\n"
		"Overtime          27.60      165.60    Pension               168.62\n"
		"Night shifts      22.10      120.10    Union fee              16.30\n");
	assert_string_equal(show(r, 0), "Basic pay|18.40|2,990.00\nOvertime|27.60|165.60\nNight shifts|22.10|120.10\n");
	assert_string_equal(show(r, 1), "Income tax|412.60\nPension|168.62\nUnion fee|16.30\n");
	result_fini(r);
}

/* A header that comes again on the page begins the next part; each part's heading holds for its records alone. */
static void test_parts_with_headings(void **state)
{
	expect(ARRAY("results", TEXT("panel") "," TEXT("test_name") "," NUMBER("value") "," TEXT("unit")),
	       "^HAEMATOLOGY\n"
	       "Test name                Value    Unit\n"
	       "Haemoglobin               12.9    g/dL\n"
	       "Platelets                  251    10^9/L\n"
	       "\n"
	       "^BIOCHEMISTRY\n"
	       "Test name                Value    Unit\n"
	       "Sodium                     139    mmol/L\n"
	       "Potassium                  5.6    mmol/L\n",
	       "HAEMATOLOGY|Haemoglobin|12.9|g/dL\n"
	       "HAEMATOLOGY|Platelets|251|10^9/L\n"
	       "BIOCHEMISTRY|Sodium|139|mmol/L\n"
	       "BIOCHEMISTRY|Potassium|5.6|mmol/L\n");
}

/* A day without a year tells records apart, and a sum without one is none, whatever it is called besides. */
static void test_days_without_year(void **state)
{
	expect(ARRAY("transactions", TEXT("date") "," TEXT("description") "," NUMBER("debit") "," NUMBER("credit")),
	       "Date     Description                   Debit     Credit\n"
	       "02/09    Salary                                2,415.00\n"
	       "04/09    Electricity                   87.43\n"
	       "         customer 77\n"
	       "11/09    Supermarket                  134.90\n"
	       "19/09    Cheque 4410023               250.00\n"
	       "         Total of operations          472.33   2,415.00\n",
	       "02/09|Salary||2,415.00\n"
	       "04/09|Electricity customer 77|87.43|\n"
	       "11/09|Supermarket|134.90|\n"
	       "19/09|Cheque 4410023|250.00|\n");
}

/* Between rules a row of one figure is a record too, also the last one. */
static void test_thin_last_record(void **state)
{
	expect(ARRAY("payments", TEXT("description") "," NUMBER("units") "," NUMBER("rate") "," NUMBER("amount")),
	       "Description             Units      Rate      Amount\n"
	       "===================================================\n"
	       "Basic pay              162.50     18.40    2,990.00\n"
	       "===================================================\n"
	       "Overtime                 6.00     27.60      165.60\n"
	       "===================================================\n"
	       "Shift allowance                              120.00\n"
	       "===================================================\n",
	       "Basic pay|162.50|18.40|2,990.00\nOvertime|6.00|27.60|165.60\nShift allowance|||120.00\n");
}

/* Vertical lines that end say where the table ends, however near the next lines stand. */
static void test_frame(void **state)
{
	expect(ARRAY("flights", TEXT("flight") "," TEXT("origin") "," TEXT("destination") "," TEXT("departure_date")),
	       "| Flight | Origin        | Destination   | Departure date |\n"
	       "| LH 142 | Sofia (SOF)   | Berlin (BER)  | 03 Jun 2025    |\n"
	       "|        |               |               |                |\n"
	       "| LH 400 | Berlin (BER)  | Boston (BOS)  | 04 Jun 2025    |\n"
	       "|        |               |               |                |\n"
	       "  Base fare and surcharges       EUR 812.00\n"
	       "  Taxes and fees of airports     EUR 344.18\n",
	       "LH 142|Sofia (SOF)|Berlin (BER)|03 Jun 2025\nLH 400|Berlin (BER)|Boston (BOS)|04 Jun 2025\n");
}

/* Prose below the table is not its last record, and a page without a table gives no records. */
static void test_prose(void **state)
{
	expect(ITEMS,
	       "Pos  Description             Quantity   Unit price     Amount\n"
	       "1    Steel bolts                   10         2.50      25.00\n"
	       "2    Copper wire                    4        10.00      40.00\n"
	       "\n"
	       "\n"
	       "We thank you for your order and ask you to check the goods when they\n"
	       "arrive. Claims that reach us later than ten days after delivery cannot\n"
	       "be considered, whatever their reason may be.\n",
	       "1|Steel bolts|10|2.50|25.00\n2|Copper wire|4|10.00|40.00\n");
	expect(ITEMS, "We thank you for your order and your trust.\n", "");
}

/* No header, or none that is understood: figures and the order of the schema tell the columns. */
static void test_bare_tables(void **state)
{
	expect(ARRAY("items", TEXT("name") "," NUMBER("quantity") "," NUMBER("price")),
	       "Corner Shop\n"
	       "12 High Street\n"
	       "\n"
	       "Fresh milk           2        3.10\n"
	       "Brown bread          1        2.75\n"
	       "Cheddar cheese       1        6.40\n"
	       "TOTAL                        12.25\n"
	       "CASH                         20.00\n",
	       "Fresh milk|2|3.10\nBrown bread|1|2.75\nCheddar cheese|1|6.40\n");
	expect(ARRAY("votes", TEXT("deputy") "," TEXT("bloc") "," TEXT("province") "," TEXT("vote")),
	       "Xxxxxx y Zzzz         Qqqqqq wwwwwww       Rrrrrrr\n"
	       "ABDALA, Norma         Frente Nuevo         Santiago        AFIRMATIVO\n"
	       "ALBRIEU, Oscar        Frente Nuevo         Rio Negro       AFIRMATIVO\n"
	       "ALONSO, Luz           Partido Alto         La Pampa        NEGATIVO\n"
	       "ARENA, Celia          Frente Nuevo         Santa Fe        AFIRMATIVO\n"
	       "AVOSCAN, Herman       Partido Alto         Rio Negro       NEGATIVO\n",
	       "ABDALA, Norma|Frente Nuevo|Santiago|AFIRMATIVO\n"
	       "ALBRIEU, Oscar|Frente Nuevo|Rio Negro|AFIRMATIVO\n"
	       "ALONSO, Luz|Partido Alto|La Pampa|NEGATIVO\n"
	       "ARENA, Celia|Frente Nuevo|Santa Fe|AFIRMATIVO\n"
	       "AVOSCAN, Herman|Partido Alto|Rio Negro|NEGATIVO\n");
}

/* Rows that repeat or leave out the order belong to it; its lines are an array of their own. */
static void test_nested_rows(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{\"orders\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("order_number") "," TEXT("customer") ",\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("description") "," NUMBER("amount") "}}}}}}}}",
	       "Order number   Customer        Description           Amount\n"
	       "A-1001         Smith           Chairs                120.00\n"
	       "                               Tables                 80.00\n"
	       "A-1002         Jones           Lamps                  45.00\n"
	       "A-1003         Brown           Shelves                60.00\n"
	       "A-1003         Brown           Desks                 200.00\n",
	       "A-1001|Smith\n  Chairs|120.00\n  Tables|80.00\n"
	       "A-1002|Jones\n  Lamps|45.00\n"
	       "A-1003|Brown\n  Shelves|60.00\n  Desks|200.00\n");
}

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

/* Properties down the side, a record in every column. */
static void test_pivot(void **state)
{
	expect(ARRAY("years", "\"year\":{\"type\":\"integer\"}," NUMBER("revenue") "," NUMBER("net_income")),
	       "                         2019       2020       2021\n"
	       "Revenue                 120.0      131.5      140.2\n"
	       "Cost of sales            80.0       84.1       90.0\n"
	       "Net income               12.1       14.0       15.5\n",
	       "2019|120.0|12.1\n2020|131.5|14.0\n2021|140.2|15.5\n");
}

/* Cells set to the middle of their row: running text of a column above and below the figures is theirs, and no note. */
static void test_middle_cells(void **state)
{
	expect(ARRAY("items", TEXT("task") "," TEXT("owner") "," TEXT("status")),
	       "No.  Task                                                        Owner    Status\n"
	       "     order new badges and hand them out at the front desk on\n"
	       "1    the open day, also to all of those who come late or who     Lee      Open\n"
	       "     have lost the one that they were given at the door\n"
	       "\n"
	       "2    book the hall                                               Ruth     Done\n"
	       "\n"
	       "     write the annual report with the figures of all the last\n"
	       "3    years and a short look ahead at what is to be done in       Ann      Open\n"
	       "     the next, and send it out to the members in the spring\n",
	       "order new badges and hand them out at the front desk on the open day, also to all of those who come late or who "
	       "have lost the one that they were given at the door|Lee|Open\n"
	       "book the hall|Ruth|Done\n"
	       "write the annual report with the figures of all the last years and a short look ahead at what is to be done in "
	       "the next, and send it out to the members in the spring|Ann|Open\n");
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

/* Cells with labels of their own: the value behind the property's label is meant. */
static void test_labels_in_cells(void **state)
{
	expect(ARRAY("items", "\"item_number\":{\"type\":\"string\",\"description\":\"Supplier's article number\"}," TEXT("description") "," NUMBER("amount")),
	       "Item number                    Description            Amount\n"
	       "Customer number: K-77          Bolts                   25.00\n"
	       "Supplier article number: A-1\n"
	       "\n"
	       "Customer number: K-78          Nuts                    12.50\n"
	       "Supplier article number: A-2\n",
	       "A-1|Bolts|25.00\nA-2|Nuts|12.50\n");
}

/* The words of a picture below a table of text are neither rows nor do they say where its columns end. */
static void test_picture_below(void **state)
{
	expect(ARRAY("table", TEXT("row_label") "," TEXT("q1") "," TEXT("q2") "," TEXT("q3")),
	       "               Q1        Q2        Q3\n"
	       "\n"
	       "2004         34.7      36.2      31.5\n"
	       "\n"
	       "2005         58.1      63.4      61.0\n"
	       "\n"
	       "2006         74.7      84.1      70.2\n"
	       "\n"
	       "Source: the exchange\n"
	       "\n"
	       "Chart 5\n"
	       "\n"
	       "~Comparison ~of ~markets ~in ~billions\n"
	       "\n"
	       "    ~1500 ~- ~Banks        ~and ~corporations\n"
	       "\n"
	       "    ~1000 ~- ~ABCPs        ~and ~others\n"
	       "\n"
	       "     ~500 ~- ~CPs          ~of ~1212\n",
	       "2004|34.7|36.2|31.5\n2005|58.1|63.4|61.0\n2006|74.7|84.1|70.2\n");
}

/* Labels with their values, set apart below a table, are neither rows nor do they say where its columns end. */
static void test_pairs_below(void **state)
{
	expect(ARRAY("deductions", TEXT("description") "," NUMBER("amount")),
	       "Deductions                        Amount\n"
	       "Income tax                        474.24\n"
	       "Pension                           376.63\n"
	       "Health insurance                  371.92\n"
	       "\n"
	       "Gross pay:            6,942.00\n"
	       "Total deductions:     1,222.79\n"
	       "Net pay:              5,719.21\n",
	       "Income tax|474.24\nPension|376.63\nHealth insurance|371.92\n");
}

/* A blank cell in a column that has values is told as such; a property without a column is not found. */
static void test_blank_cells(void **state)
{
	struct result *r = run(ARRAY("items", TEXT("description") "," NUMBER("quantity") "," NUMBER("discount") "," NUMBER("amount")),
			       "Description             Quantity     Amount\n"
			       "Steel bolts                   10      25.00\n"
			       "Copper wire                           40.00\n"
			       "Brass rings                    3      12.00\n");
	assert_int_equal(r->out[0].n, 3);
	assert_string_equal(r->out[0].items[1].cell[1].why, "blank_in_document");
	assert_null(r->out[0].items[1].cell[2].why);
	assert_null(r->out[0].items[0].cell[1].why);
	result_fini(r);
}

/* The map tells which words are captions, cells and totals. */
static void test_map(void **state)
{
	struct result *r = run(ITEMS,
			       "Pos  Description             Quantity   Unit price     Amount\n"
			       "1    Steel bolts                   10         2.50      25.00\n"
			       "2    Copper wire                    4        10.00      40.00\n"
			       "     Total                                              65.00\n");
	uint32_t n[ROLE_GROUP_HEADER + 1] = { 0 };
	for (uint32_t w = 0; w < r->v->words_n; w++)
		n[r->map.role[w]]++;
	assert_int_equal(n[ROLE_TABLE_HEADER], 6);
	assert_int_equal(n[ROLE_TABLE_BODY], 12);
	assert_int_equal(n[ROLE_TOTAL_ROW], 2);
	assert_int_equal(r->map.tables_n, 1);
	assert_int_equal(r->map.tables[0].totals_n, 1);
	assert_ptr_equal(r->map.tables[0].array, &r->plan->arrays[0]);
	result_fini(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_table),
		cmocka_unit_test(test_header_of_two_lines),
		cmocka_unit_test(test_stub_without_header),
		cmocka_unit_test(test_wrapped_text),
		cmocka_unit_test(test_ruled_records),
		cmocka_unit_test(test_two_line_records),
		cmocka_unit_test(test_totals),
		cmocka_unit_test(test_total_after_every_record),
		cmocka_unit_test(test_transcript_keeps_total),
		cmocka_unit_test(test_repeated_headers),
		cmocka_unit_test(test_page_without_header),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_arithmetic),
		cmocka_unit_test(test_side_by_side),
		cmocka_unit_test(test_named_side_by_side), cmocka_unit_test(test_halves_side_by_side),
		cmocka_unit_test(test_parts_with_headings),
		cmocka_unit_test(test_days_without_year),
		cmocka_unit_test(test_thin_last_record),
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_prose),
		cmocka_unit_test(test_bare_tables),
		cmocka_unit_test(test_nested_rows),
		cmocka_unit_test(test_lists), cmocka_unit_test(test_list_places), cmocka_unit_test(test_list_of_amounts), cmocka_unit_test(test_list_lines),
		cmocka_unit_test(test_list_parts), cmocka_unit_test(test_blocks), cmocka_unit_test(test_block_sections),
		cmocka_unit_test(test_pivot),
		cmocka_unit_test(test_middle_cells), cmocka_unit_test(test_sections), cmocka_unit_test(test_section_kinds), cmocka_unit_test(test_section_columns),
		cmocka_unit_test(test_labels_in_cells),
		cmocka_unit_test(test_picture_below),
		cmocka_unit_test(test_pairs_below),
		cmocka_unit_test(test_blank_cells),
		cmocka_unit_test(test_map),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
