/* SPDX-License-Identifier: Apache-2.0 */
/* Figures of statements and filings: which of several is the one that a name asks for. */
#include "extract/test-run.h"

#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"
#define INTEGER(name) "\"" name "\":{\"type\":\"integer\"}"
#define DATE(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"

/* The sign of a currency stands at the first row of a column, and holds for its sum as well. */
static void test_signed_columns(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("revenue"),
		  "                       2025          2024\n"
		  "Goods              $ 66,613      $ 61,564\n"
		  "Work                 27,423        24,213\n"
		  "Total net sales      94,036        85,777\n"
		  "\n"
		  "Northern region\n"
		  "\n"
		  "Net sales          $ 41,198      $ 37,678\n",
		  "{\"revenue\":94036}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* So much for each share is not what was paid. */
static void test_for_one(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("dividends_paid"),
		  "Dividends ($0.770 per share) were declared in May and in August.\n"
		  "\n"
		  "Dividends paid     $ 1,145.1\n",
		  "{\"dividends_paid\":1145.1}" },
		{ NUMBER("dividend_per_share"), "Dividends: $0.770 per share\n", "{\"dividend_per_share\":0.770}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* "N shares … outstanding" is what shares_outstanding asks for, whatever shares a table below counts. */
static void test_counts_of_covers(void **state)
{
	static const struct row rows[] = {
		{ "\"shares_outstanding\":{\"type\":\"integer\",\"description\":\"Shares of common stock outstanding according to the cover page\"}",
		  "As of June 30, 2025, there were 424,926,346 shares of the registrant's common stock, par value $0.001, outstanding.\n"
		  "\n"
		  "                                   Shares       Price\n"
		  "Balances as of December 31     15,419,002      312.48\n"
		  "Granted                         1,204,100      402.11\n",
		  "{\"shares_outstanding\":424926346}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* How covers and statements put what names put shorter. */
static void test_wording_of_statements(void **state)
{
	static const struct row rows[] = {
		{ DATE("period_end_date"),
		  "For the quarterly period ended June 28, 2025\n"
		  "\n"
		  "The facility expires January 30, 2026, and was renewed at the ending of March 3, 2024.\n",
		  "{\"period_end_date\":\"2025-06-28\"}" },
		{ NUMBER("operating_cash_flow"),
		  "                                                         2025         2024\n"
		  "Cash Flows from Operating Activities:\n"
		  "Net earnings                                          $ 1,919.5      $ 1,737.8\n"
		  "Depreciation                                              412.0          398.1\n"
		  "Net cash flows provided by operating activities         1,974.7        1,358.9\n",
		  "{\"operating_cash_flow\":1974.7}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* The first row of the very name counts, however often it comes again with other figures. */
static void test_very_name(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("cash_and_equivalents"),
		  "                                    2025         2024\n"
		  "Cash and equivalents             $ 7,979      $ 9,860\n"
		  "Inventories                        7,981        7,519\n"
		  "\n"
		  "Cash and equivalents, start      $ 9,860\n"
		  "\n"
		  "Cash and equivalents             $ 7,414\n"
		  "\n"
		  "Cash and equivalents             $ 6,102\n"
		  "\n"
		  "Cash                             $ 1,372\n",
		  "{\"cash_and_equivalents\":7979}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A short form may stand under any header if the property is said to be one of these. */
static void test_short_forms(void **state)
{
	static const struct row rows[] = {
		{ "\"holdings\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"issuer\":{\"type\":\"string\"},"
		  "\"shares\":{\"type\":\"integer\"},\"share_type\":{\"type\":\"string\",\"description\":\"SH or PRN\"}}}}",
		  "Issuer             Amount     Kd\n"
		  "Larkspur Inc        2,334     SH\n"
		  "Ficus Labs          3,983     SH\n"
		  "Epsilon Corp       11,131     PRN\n",
		  "{\"holdings\":[{\"issuer\":\"Larkspur Inc\",\"shares\":2334,\"share_type\":\"SH\"},"
		  "{\"issuer\":\"Ficus Labs\",\"shares\":3983,\"share_type\":\"SH\"},"
		  "{\"issuer\":\"Epsilon Corp\",\"shares\":11131,\"share_type\":\"PRN\"}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signed_columns), cmocka_unit_test(test_for_one), cmocka_unit_test(test_counts_of_covers),
		cmocka_unit_test(test_wording_of_statements), cmocka_unit_test(test_very_name), cmocka_unit_test(test_short_forms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
