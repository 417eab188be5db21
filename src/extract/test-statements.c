/* SPDX-License-Identifier: Apache-2.0 */
/* Statements, lists and tables as banks, carriers and clubs print them: what a schema makes of a page. */
#include "extract/test-run.h"

#define LIST(name, items) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" items "}}}"
#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"
#define INTEGER(name) "\"" name "\":{\"type\":\"integer\"}"

/* A list in strips side by side is one list, also where an amount touches the next date. */
static void test_strips(void **state)
{
	static const struct row rows[] = {
		{ LIST("daily_balances", TEXT("date") "," NUMBER("balance")),
		  "DAILY BALANCES\n\n"
		  "Date        Balance Date          Balance\n"
		  "06/01      1,337.98 06/12        2,870.08\n"
		  "06/03      4,252.48 06/17        5,784.58\n",
		  "{\"daily_balances\":[{\"date\":\"06/01\",\"balance\":1337.98},{\"date\":\"06/03\",\"balance\":4252.48},"
		  "{\"date\":\"06/12\",\"balance\":2870.08},{\"date\":\"06/17\",\"balance\":5784.58}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* The sum of a column belongs to the field named after the column's property, whatever the column is called. */
static void test_totals_by_property(void **state)
{
	static const struct row rows[] = {
		{ INTEGER("total_cartons") "," NUMBER("total_net_weight_kg") ","
		  LIST("items", TEXT("description") "," INTEGER("cartons") "," NUMBER("net_weight_kg") "," NUMBER("gross_weight_kg")),
		  "Description            Ctns     N.W. (kg)     G.W. (kg)\n"
		  "Brass valve               4         38.40         41.60\n"
		  "Gasket set                6         56.25         61.20\n"
		  "TOTAL                    10         94.65        102.80\n",
		  "{\"total_cartons\":10,\"total_net_weight_kg\":94.65,\"items\":["
		  "{\"description\":\"Brass valve\",\"cartons\":4,\"net_weight_kg\":38.40,\"gross_weight_kg\":41.60},"
		  "{\"description\":\"Gasket set\",\"cartons\":6,\"net_weight_kg\":56.25,\"gross_weight_kg\":61.20}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Abbreviations that no list knows: as many columns as properties, in step; or fewer, and one choice that suits. */
static void test_columns_in_step(void **state)
{
	static const struct row rows[] = {
		{ LIST("standings", INTEGER("rank") "," TEXT("team") "," INTEGER("played") "," INTEGER("won") "," INTEGER("points")),
		  "Xm.  Team              Qz.   Vw.   Ptz\n"
		  "1    Sokol Borki        18    13    42\n"
		  "2    Unia Jeziorna      18    12    38\n"
		  "3    Orzel Wolka        18     2     8\n",
		  "{\"standings\":[{\"rank\":1,\"team\":\"Sokol Borki\",\"played\":18,\"won\":13,\"points\":42},"
		  "{\"rank\":2,\"team\":\"Unia Jeziorna\",\"played\":18,\"won\":12,\"points\":38},"
		  "{\"rank\":3,\"team\":\"Orzel Wolka\",\"played\":18,\"won\":2,\"points\":8}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Rules drawn with signs are no text of the rows beside them. */
static void test_drawn_rules(void **state)
{
	static const struct row rows[] = {
		{ LIST("items", TEXT("code") "," TEXT("note") "," NUMBER("amount")),
		  "Code     Note            Amount\n"
		  "-------------------------------\n"
		  "A1       plain             4.10\n"
		  "A2       washed            7.25\n"
		  "-------------------------------\n",
		  "{\"items\":[{\"code\":\"A1\",\"note\":\"plain\",\"amount\":4.10},{\"code\":\"A2\",\"note\":\"washed\",\"amount\":7.25}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A count beside an amount is no amount; of several columns the one that says the field's words is meant. */
static void test_columns_of_rows(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("closing_balance"),
		  "                       Instances        Amount\n"
		  "Beginning balance                    $1,402.16\n"
		  "Ending balance                10     $5,734.93\n",
		  "{\"closing_balance\":5734.93}" },
		{ NUMBER("fat_per_100g") "," NUMBER("salt_per_100g"),
		  "Typical values     per 100 g     per 45 g serving     %RI\n"
		  "Fat                   17.2 g                7.7 g     11%\n"
		  "Salt                  0.35 g               0.16 g      3%\n",
		  "{\"fat_per_100g\":17.2,\"salt_per_100g\":0.35}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strips),
		cmocka_unit_test(test_totals_by_property),
		cmocka_unit_test(test_columns_in_step),
		cmocka_unit_test(test_drawn_rules),
		cmocka_unit_test(test_columns_of_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
