/* SPDX-License-Identifier: Apache-2.0 */
/* Receipts: what their lines say of things bought, and what is no total. */
#include "extract/test-run.h"

#define ITEMS "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"amount\":{\"type\":\"number\"}}}}"

/* How an amount came about is no part of its text; a calculation with the amount takes the line above as its text. */
static void test_calculations(void **state)
{
	static const struct row rows[] = {
		{ ITEMS, "POTTING MIX 40L\n  2 @ 12.98              25.96\nLAVENDER                  9.99\nMULCH BAG                 8.75\n",
		  "{\"items\":[{\"name\":\"POTTING MIX 40L\",\"amount\":25.96},{\"name\":\"LAVENDER\",\"amount\":9.99},{\"name\":\"MULCH BAG\",\"amount\":8.75}]}" },
		{ ITEMS, "Pipe 20 mm\n2 X 6.50               13.00\nWall plugs\n1 X 3.80                3.80\nBlack paint\n3 X 7.90               23.70\n",
		  "{\"items\":[{\"name\":\"Pipe 20 mm\",\"amount\":13.00},{\"name\":\"Wall plugs\",\"amount\":3.80},{\"name\":\"Black paint\",\"amount\":23.70}]}" },
	};
	CHECK_ALL(rows);
}

/* "2 x" is no part of a name, nor is a number alone where most lines have one, nor the currency of the amount; "7 Up" alone is. */
static void test_counts(void **state)
{
	static const struct row rows[] = {
		{ ITEMS, "2 x Steak pie            31.00\n1 x Fish                 15.95\n1 x Toffee                6.95\n",
		  "{\"items\":[{\"name\":\"Steak pie\",\"amount\":31.00},{\"name\":\"Fish\",\"amount\":15.95},{\"name\":\"Toffee\",\"amount\":6.95}]}" },
		{ ITEMS, "1 Short stack             9.25\n2 Coffee                  7.00\n1 Juice                   4.75\n",
		  "{\"items\":[{\"name\":\"Short stack\",\"amount\":9.25},{\"name\":\"Coffee\",\"amount\":7.00},{\"name\":\"Juice\",\"amount\":4.75}]}" },
		{ ITEMS, "7 Up                      2.10\nGreen tea                 9.00\nBread                     2.50\n",
		  "{\"items\":[{\"name\":\"7 Up\",\"amount\":2.10},{\"name\":\"Green tea\",\"amount\":9.00},{\"name\":\"Bread\",\"amount\":2.50}]}" },
	};
	CHECK_ALL(rows);
}

/* Letters behind amounts are the shop's; whole numbers among amounts and totals with a remark are no items. */
static void test_items(void **state)
{
	static const struct row rows[] = {
		{ ITEMS, "WHOLE MILK                4.29 F\nSOURDOUGH LOAF            5.49 F\nPAPER TOWELS              8.99 T\nDISH SOAP                 3.49 T\n"
			 "SUBTOTAL                 22.26\nTOTAL                    22.26\nVISA                     22.26\nCHANGE                    0.00\n",
		  "{\"items\":[{\"name\":\"WHOLE MILK\",\"amount\":4.29},{\"name\":\"SOURDOUGH LOAF\",\"amount\":5.49},"
		  "{\"name\":\"PAPER TOWELS\",\"amount\":8.99},{\"name\":\"DISH SOAP\",\"amount\":3.49}]}" },
		{ ITEMS, "Server: Ann               12\nCheck 40271                2\nShort stack             9.25\nCoffee                  7.00\nJuice                   4.75\n",
		  "{\"items\":[{\"name\":\"Short stack\",\"amount\":9.25},{\"name\":\"Coffee\",\"amount\":7.00},{\"name\":\"Juice\",\"amount\":4.75}]}" },
		{ ITEMS, "Flat white                5.20\nCroissant                 7.50\nToast                    18.00\nTotal incl GST           30.70\n",
		  "{\"items\":[{\"name\":\"Flat white\",\"amount\":5.20},{\"name\":\"Croissant\",\"amount\":7.50},{\"name\":\"Toast\",\"amount\":18.00}]}" },
	};
	CHECK_ALL(rows);
}

/* Where no subtotal is printed the total is none; a total below another is the whole, the one above may be the part. */
static void test_subtotals(void **state)
{
	static const char sums[] = "\"subtotal\":{\"type\":\"number\"},\"total\":{\"type\":\"number\"}";
	static const struct row rows[] = {
		{ sums, "Pie                      31.00\nAle                      10.40\nTOTAL                    41.40\nCASH                     50.00\nCHANGE                    8.60\n",
		  "{\"subtotal\":null,\"total\":41.40}" },
		{ sums, "Pie                      31.00\nAle                      10.40\nSubtotal                 41.40\nTax                       2.00\nTotal                    43.40\n",
		  "{\"subtotal\":41.40,\"total\":43.40}" },
	};
	CHECK_ALL(rows);
}

/* The sum of all lines above ends the items whatever it is called; that of two does if it is said again. What one costs is no count. */
static void test_sums(void **state)
{
#define COUNTED "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}," \
		"\"quantity\":{\"type\":\"number\"},\"price\":{\"type\":\"number\"}}}}"
	static const struct row rows[] = {
		{ COUNTED, "2 TANDPASTA MINT       2,99       5,98\n1 SHAMPOO 300ML        4,75       4,75\n3 ZEEP                 1,50       4,50\n"
			   "GEHEEL EUR                       15,23\nPIN                              15,23\n",
		  "{\"items\":[{\"name\":\"TANDPASTA MINT\",\"quantity\":2,\"price\":5.98},{\"name\":\"SHAMPOO 300ML\",\"quantity\":1,\"price\":4.75},"
		  "{\"name\":\"ZEEP\",\"quantity\":3,\"price\":4.50}]}" },
		{ ITEMS, "Bread                     2.10\nGreen tea                 9.00\nPaid card                11.10\nDebited                  11.10\n",
		  "{\"items\":[{\"name\":\"Bread\",\"amount\":2.10},{\"name\":\"Green tea\",\"amount\":9.00}]}" },
		{ ITEMS, "Bread                     2.10\nGreen tea                 9.00\nLarge basket             11.10\nVoucher                   5.00\n",
		  "{\"items\":[{\"name\":\"Bread\",\"amount\":2.10},{\"name\":\"Green tea\",\"amount\":9.00},"
		  "{\"name\":\"Large basket\",\"amount\":11.10},{\"name\":\"Voucher\",\"amount\":5.00}]}" },
	};
	CHECK_ALL(rows);
}

/* A rate before the amount it makes is not what is asked for, unless its name says so. */
static void test_rates(void **state)
{
	static const struct row rows[] = {
		{ "\"cgst\":{\"type\":\"number\"},\"cgst_rate\":{\"type\":\"number\"},\"alcohol\":{\"type\":\"number\"}",
		  "Masala Dosa              360.00\nCGST 2.5%                  9.00\nAlcohol: 12%\nGrand Total              369.00\n",
		  "{\"cgst\":9.00,\"cgst_rate\":2.5,\"alcohol\":12}" },
	};
	CHECK_ALL(rows);
}

/* Items that make the printed sum: counts and prices of one beside, below or in brackets, thousands grouped by points, words of any language. */
static void test_whole_slip(void **state)
{
#define BOUGHT "\"menu\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"count\":{\"type\":\"number\"}," \
		"\"unit_price\":{\"type\":\"number\"},\"price\":{\"type\":\"number\"}}}}"
#define SUMS "\"sub_total\":{\"type\":\"number\"},\"tax\":{\"type\":\"number\"},\"service\":{\"type\":\"number\"},\"total\":{\"type\":\"number\"}," \
	     "\"cash\":{\"type\":\"number\"},\"change\":{\"type\":\"number\"}"
	static const struct row rows[] = {
		{ BOUGHT "," SUMS,
		  "Meja : 7\nMIE AYAM BAKSO\n  2 x 18.000              36.000\nES JERUK\n  3 x 7.500               22.500\n"
		  "Subtotal                  58.500\nPajak 10%                  5.850\nTOTAL                     64.350\nTunai                    100.000\n"
		  "Kembali                   35.650\n",
		  "{\"menu\":[{\"name\":\"MIE AYAM BAKSO\",\"count\":2,\"unit_price\":18000,\"price\":36000},"
		  "{\"name\":\"ES JERUK\",\"count\":3,\"unit_price\":7500,\"price\":22500}],\"sub_total\":58500,\"tax\":5850,\"service\":null,"
		  "\"total\":64350,\"cash\":100000,\"change\":35650}" },
		{ BOUGHT, "Waffles (2 @6.25)         12.50\nGranola bowl               8.00\nJuice                      4.75\n"
			  "Food & drinks             25.25\nTax                        2.02\nTotal                     27.27\n",
		  "{\"menu\":[{\"name\":\"Waffles\",\"count\":2,\"unit_price\":6.25,\"price\":12.50},"
		  "{\"name\":\"Granola bowl\",\"count\":null,\"unit_price\":null,\"price\":8.00},"
		  "{\"name\":\"Juice\",\"count\":null,\"unit_price\":null,\"price\":4.75}]}" },
		{ BOUGHT, "Table 12\n2 Laksa            7.50   15.00\n1 Kopi             1.80    1.80\n4 Otak             1.20    4.80\n"
			  "Subtotal                  21.60\nTotal                     21.60\n",
		  "{\"menu\":[{\"name\":\"Laksa\",\"count\":2,\"unit_price\":7.50,\"price\":15.00},"
		  "{\"name\":\"Kopi\",\"count\":1,\"unit_price\":1.80,\"price\":1.80},"
		  "{\"name\":\"Otak\",\"count\":4,\"unit_price\":1.20,\"price\":4.80}]}" },
	};
	CHECK_ALL(rows);
}

/* The change is no service charge, where the slip has none; a total is what was paid less the change, whatever it is called. */
static void test_sums_of_slip(void **state)
{
	static const struct row rows[] = {
		{ SUMS, "Caneca                     4.40\nTostada                    8.50\nCortado                    2.80\nA abonar                  15.70\n"
			"EFECTIVO                  20.00\nCAMBIO                     4.30\n",
		  "{\"sub_total\":null,\"tax\":null,\"service\":null,\"total\":15.70,\"cash\":20.00,\"change\":4.30}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calculations), cmocka_unit_test(test_counts), cmocka_unit_test(test_items), cmocka_unit_test(test_subtotals),
		cmocka_unit_test(test_sums), cmocka_unit_test(test_rates), cmocka_unit_test(test_whole_slip),
		cmocka_unit_test(test_sums_of_slip),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
