/* SPDX-License-Identifier: Apache-2.0 */
/* Where tables begin, end and go on: totals, pages, groups, what stands beside and below. */
#include "extract/test-table.h"

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

/* A row labelled as a figure that is asked for once is a record as long as records follow, and a sum below them. */
static void test_rows_named_as_scalars(void **state)
{
	(void)state;
	expect("{\"type\":\"object\",\"properties\":{\"costs\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("item") "," NUMBER("estate") ","
	       NUMBER("tenant") "}}}," NUMBER("security") "," NUMBER("amount_due") "}}",
	       "Item                 Estate      Tenant\nLandscaping       18,400.00      920.00\nSecurity          36,000.00    1,800.00\n"
	       "Insurance         22,650.00    1,132.50\nAmount due        77,050.00    3,852.50\n",
	       "Landscaping|18,400.00|920.00\nSecurity|36,000.00|1,800.00\nInsurance|22,650.00|1,132.50\n");
}

/* "Total income" below the rows it adds up, and what two totals leave, are no records; what does not add up is an item. */
static void test_sums_by_figures(void **state)
{
	(void)state;
	struct result *r = run(ARRAY("lines", TEXT("item") "," NUMBER("actual") "," NUMBER("budget")),
			       "Item                    Actual       Budget\nTicket sales           184,220      195,000\nGrants                  60,000       72,500\n"
			       "Total income           244,220      267,500\nSalaries               121,000      128,400\nRoyalties               18,950       17,500\n"
			       "Total expenses         139,950      145,900\nNet surplus            104,270      121,600\n");
	assert_string_equal(show(r, 0), "Ticket sales|184,220|195,000\nGrants|60,000|72,500\nSalaries|121,000|128,400\nRoyalties|18,950|17,500\n");
	assert_int_equal(left_out(&r->out[0], "total_row"), 3);
	result_fini(r);
	expect(ARRAY("lines", TEXT("item") "," NUMBER("actual") "," NUMBER("budget")),
	       "Item                    Actual       Budget\nBath set                    12           14\nSoap                         3            5\n"
	       "Total care kit              21           25\nTowel                        9           11\n",
	       "Bath set|12|14\nSoap|3|5\nTotal care kit|21|25\nTowel|9|11\n");
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

/* A group's label may stand last on a page, its records on the next; a label that says nothing about the schema is none. */
static void test_group_at_foot(void **state)
{
	const char *schema = ARRAY("entries", TEXT("account") "," TEXT("description") "," NUMBER("amount"));
	expect(schema,
	       "Description                  Amount\n"
	       "Account: Assets\n"
	       "Office chairs                120.00\n"
	       "Desk lamps                    45.00\n"
	       "\nAccount: Expenses\n"
	       "\f"
	       "Description                  Amount\n"
	       "Train ticket                  31.50\n"
	       "Hotel                         99.00\n",
	       "Assets|Office chairs|120.00\nAssets|Desk lamps|45.00\nExpenses|Train ticket|31.50\nExpenses|Hotel|99.00\n");
	expect(schema,
	       "Description                  Amount\n"
	       "Account: Assets\n"
	       "Office chairs                120.00\n"
	       "Desk lamps                    45.00\n"
	       "\n\nPrinted: today\n"
	       "\f"
	       "Description                  Amount\n"
	       "Train ticket                  31.50\n"
	       "Hotel                         99.00\n",
	       "Assets|Office chairs|120.00\nAssets|Desk lamps|45.00\nAssets|Train ticket|31.50\nAssets|Hotel|99.00\n");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_totals), cmocka_unit_test(test_total_after_every_record),
		cmocka_unit_test(test_sums_by_figures), cmocka_unit_test(test_rows_named_as_scalars), cmocka_unit_test(test_transcript_keeps_total), cmocka_unit_test(test_repeated_headers),
		cmocka_unit_test(test_page_without_header), cmocka_unit_test(test_groups), cmocka_unit_test(test_group_at_foot),
		cmocka_unit_test(test_side_by_side), cmocka_unit_test(test_named_side_by_side),
		cmocka_unit_test(test_halves_side_by_side), cmocka_unit_test(test_parts_with_headings),
		cmocka_unit_test(test_thin_last_record), cmocka_unit_test(test_frame), cmocka_unit_test(test_prose),
		cmocka_unit_test(test_picture_below), cmocka_unit_test(test_pairs_below),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
