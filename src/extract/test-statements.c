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

/* A row that begins where records begin and has a figure is a record, although its figure fills another column. */
static void test_payments_and_deductions(void **state)
{
	static const struct row rows[] = {
		{ LIST("lines", TEXT("description") "," NUMBER("quantity") "," NUMBER("rate") "," NUMBER("payment") "," NUMBER("deduction")),
		  "Description        Quantity      Rate     Payment   Deduction\n"
		  "Salary               160.00     17.85    2,856.00\n"
		  "Travel                20.00      4.60       92.00\n"
		  "Pension                                                118.40\n"
		  "Wage tax                                               512.17\n",
		  "{\"lines\":[{\"description\":\"Salary\",\"quantity\":160.00,\"rate\":17.85,\"payment\":2856.00,\"deduction\":null},"
		  "{\"description\":\"Travel\",\"quantity\":20.00,\"rate\":4.60,\"payment\":92.00,\"deduction\":null},"
		  "{\"description\":\"Pension\",\"quantity\":null,\"rate\":null,\"payment\":null,\"deduction\":118.40},"
		  "{\"description\":\"Wage tax\",\"quantity\":null,\"rate\":null,\"payment\":null,\"deduction\":512.17}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Parts of a table under headings of their own, some columns without a known header: the heading is the category. */
static void test_headed_parts(void **state)
{
	static const struct row rows[] = {
		{ LIST("results", TEXT("category") "," INTEGER("rank") "," TEXT("name") "," TEXT("club") "," TEXT("time")),
		  "*Women\n"
		  "Xl.  Name                Club            Time\n"
		  "1    MERCIER Julie       AC Vannes       0:41:12\n"
		  "2    WALSH Orla          Tri Brest       0:43:30\n"
		  "\n"
		  "*Men\n"
		  "Xl.  Name                Club            Time\n"
		  "1    PETIT Paul          US Rennes       0:35:48\n"
		  "2    JANSSENS Wim        AV Gent         0:36:51\n",
		  "{\"results\":[{\"category\":\"Women\",\"rank\":1,\"name\":\"MERCIER Julie\",\"club\":\"AC Vannes\",\"time\":\"0:41:12\"},"
		  "{\"category\":\"Women\",\"rank\":2,\"name\":\"WALSH Orla\",\"club\":\"Tri Brest\",\"time\":\"0:43:30\"},"
		  "{\"category\":\"Men\",\"rank\":1,\"name\":\"PETIT Paul\",\"club\":\"US Rennes\",\"time\":\"0:35:48\"},"
		  "{\"category\":\"Men\",\"rank\":2,\"name\":\"JANSSENS Wim\",\"club\":\"AV Gent\",\"time\":\"0:36:51\"}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A statement's rows serve the list and the fields that ask for one of them by name; "prior year" is the other column. */
static void test_statement_rows(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("revenue") "," NUMBER("net_income") "," NUMBER("net_income_prior_year") ","
		  LIST("lines", TEXT("number") "," TEXT("item") "," NUMBER("current_year") "," NUMBER("prior_year")),
		  "No.  Position                       2023          2022\n"
		  "1.   Revenue                    8,412.30      7,960.11\n"
		  "2.   Cost of materials         -4,020.77     -3,884.19\n"
		  "3.   Net income                 1,433.02      1,189.15\n",
		  "{\"revenue\":8412.30,\"net_income\":1433.02,\"net_income_prior_year\":1189.15,\"lines\":["
		  "{\"number\":\"1.\",\"item\":\"Revenue\",\"current_year\":8412.30,\"prior_year\":7960.11},"
		  "{\"number\":\"2.\",\"item\":\"Cost of materials\",\"current_year\":-4020.77,\"prior_year\":-3884.19},"
		  "{\"number\":\"3.\",\"item\":\"Net income\",\"current_year\":1433.02,\"prior_year\":1189.15}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Models side by side: rows among others that say a property less than plainly are read, too. */
static void test_models(void **state)
{
	static const struct row rows[] = {
		{ LIST("products", TEXT("model") "," NUMBER("weight_kg") "," NUMBER("noise_db") "," TEXT("dimensions")),
		  "Model                        CF-140          CF-220          CF-310\n"
		  "Weight (kg)                    27.5              33              44\n"
		  "Dimensions H x W x D (cm)   85x56x55        85x81x56       86x112x66\n"
		  "Noise (dB)                       40              41              39\n",
		  "{\"products\":[{\"model\":\"CF-140\",\"weight_kg\":27.5,\"noise_db\":40,\"dimensions\":\"85x56x55\"},"
		  "{\"model\":\"CF-220\",\"weight_kg\":33,\"noise_db\":41,\"dimensions\":\"85x81x56\"},"
		  "{\"model\":\"CF-310\",\"weight_kg\":44,\"noise_db\":39,\"dimensions\":\"86x112x66\"}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What a cell leaves unsaid: no tick where others have one, the side of an account, the year above a column. */
static void test_unsaid(void **state)
{
	static const struct row rows[] = {
		{ "\"plans\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"feature\":{\"type\":\"string\"},\"basic\":{\"type\":\"boolean\"},"
		  "\"plus\":{\"type\":\"boolean\"}}}}",
		  "Feature      Basic    Plus\n"
		  "Storage      X        X\n"
		  "Sharing               X\n"
		  "Audit log             X\n",
		  "{\"plans\":[{\"feature\":\"Storage\",\"basic\":true,\"plus\":true},{\"feature\":\"Sharing\",\"basic\":false,\"plus\":true},"
		  "{\"feature\":\"Audit log\",\"basic\":false,\"plus\":true}]}" },
		{ "\"moves\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"details\":{\"type\":\"string\"},\"amount\":{\"type\":\"number\"}}}}",
		  "Details         Amount\n"
		  "Card payment       45.10 DR\n"
		  "Salary          2,100.00 CR\n"
		  "Mortgage        3,400.00 DR\n",
		  "{\"moves\":[{\"details\":\"Card payment\",\"amount\":-45.10},{\"details\":\"Salary\",\"amount\":2100.00},"
		  "{\"details\":\"Mortgage\",\"amount\":-3400.00}]}" },
		{ "\"regions\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"region\":{\"type\":\"string\"},\"sales_2022\":{\"type\":\"number\"},"
		  "\"sales_2023\":{\"type\":\"number\"}}}},\"total_sales_2023\":{\"type\":\"number\"},\"overall_sales\":{\"type\":\"number\"}",
		  "Region    Sales 2022    Sales 2023\n"
		  "North          1,204         1,310\n"
		  "South            980         1,011\n"
		  "Total          2,184         2,321\n",
		  "{\"regions\":[{\"region\":\"North\",\"sales_2022\":1204,\"sales_2023\":1310},{\"region\":\"South\",\"sales_2022\":980,\"sales_2023\":1011}],"
		  "\"total_sales_2023\":2321,\"overall_sales\":null}" },
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
		cmocka_unit_test(test_payments_and_deductions),
		cmocka_unit_test(test_headed_parts),
		cmocka_unit_test(test_statement_rows),
		cmocka_unit_test(test_models),
		cmocka_unit_test(test_unsaid),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
