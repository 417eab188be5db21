/* SPDX-License-Identifier: Apache-2.0 */
/* Columns that give their properties in other ways than one for one. */
#include "extract/test-table.h"

#define DATE(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define FLAG(name) "\"" name "\":{\"type\":\"boolean\"}"

static struct str canon_of(const struct result *r, size_t record, size_t field)
{
	return r->out[0].items[record].cell[field].canon;
}

/* Day, month and year have columns of their own, below the name of the date; a day that is none gives nothing. */
static void test_dates_in_three(void **state)
{
	struct result *r = run(ARRAY("members", TEXT("name") "," DATE("date_of_birth") "," DATE("joined")),
			       "Name           Date of birth             Joined\n"
			       "            Day   Month   Year     Day   Month   Year\n"
			       "Amara Obi   14    3       1958     31    Jan     2001\n"
			       "Jonas Falk  2     11      1949     8     Jul     1998\n"
			       "Ines Prado  31    2       1971     19    Dec     2015\n");
	assert_int_equal(r->out[0].n, 3);
	assert_true(str_eq_z(canon_of(r, 0, 1), "1958-03-14"));
	assert_true(str_eq_z(canon_of(r, 0, 2), "2001-01-31"));
	assert_true(str_eq_z(canon_of(r, 1, 1), "1949-11-02"));
	assert_int_equal(r->out[0].items[2].cell[1].n, 0);
	assert_true(str_eq_z(canon_of(r, 2, 2), "2015-12-19"));
	result_fini(r);
	r = run(ARRAY("graves", TEXT("plot") "," DATE("burial_date")), "Plot   Year   Month   Day\nA1     1958   3       14\nA2     1949   11      2\n");
	assert_true(str_eq_z(canon_of(r, 1, 1), "1949-11-02"));
	result_fini(r);
}

/* Headings of groups set like the rows, where nothing but their place tells; a text that wraps is none. */
static void test_plain_groups(void **state)
{
	expect(ARRAY("items", TEXT("group") "," TEXT("name") "," NUMBER("price")),
	       "Name                       Price\n"
	       "Starters\n"
	       "Soup                        5.50\n"
	       "Salad                       6.20\n"
	       "Mains\n"
	       "Schnitzel with chips       14.90\n"
	       "Trout                      18.50\n",
	       "Starters|Soup|5.50\nStarters|Salad|6.20\nMains|Schnitzel with chips|14.90\nMains|Trout|18.50\n");
}

/* A row of units below the header is no record, and tells the units. */
static void test_unit_row(void **state)
{
	struct result *r = run(ARRAY("pumps", TEXT("model") "," NUMBER("flow") "," TEXT("flow_unit") "," NUMBER("power")),
			       "Model      Flow     Power\n"
			       "           m³/h     kW\n"
			       "PX-100     12.5     3.1\n"
			       "PX-150     18.0     4.7\n"
			       "PX-200     24.2     6.0\n");
	assert_string_equal(show(r, 0), "PX-100|12.5|m³/h|3.1\nPX-150|18.0|m³/h|4.7\nPX-200|24.2|m³/h|6.0\n");
	assert_int_equal(r->out[0].seen, 3);
	result_fini(r);
}

/* A dash among ticks says no. */
static void test_dash_among_ticks(void **state)
{
	struct result *r = run(ARRAY("facilities", TEXT("facility") "," FLAG("single") "," FLAG("suite")),
			       "Facility     Single    Suite\n"
			       "Pool         ✓         –\n"
			       "Parking      –         ✓\n"
			       "Breakfast    ✓         ✓\n");
	assert_int_equal(r->out[0].n, 3);
	assert_true(str_eq_z(canon_of(r, 0, 2), "false"));
	assert_true(str_eq_z(canon_of(r, 1, 1), "false"));
	assert_false(str_eq_z(canon_of(r, 2, 2), "false"));
	result_fini(r);
}

/* What is said of a record on the line below it, label after label. */
static void test_labels_below(void **state)
{
	expect(ARRAY("articles", TEXT("name") "," TEXT("ean") "," TEXT("origin") "," NUMBER("price")),
	       "Name                                     Price\n"
	       "Oat flakes                                1.99\n"
	       "EAN 4006040002345, Origin: Germany\n"
	       "Coconut milk                              2.49\n"
	       "EAN 8718976012347, Origin: Thailand\n"
	       "Chick peas                                1.79\n"
	       "EAN 4104420054321, Origin: Italy\n",
	       "Oat flakes|4006040002345,|Germany|1.99\nCoconut milk|8718976012347,|Thailand|2.49\nChick peas|4104420054321,|Italy|1.79\n");
}

/* Rooms head the columns, times the rows: a record for each cell, none for a dash. */
static void test_plan_of_times(void **state)
{
	expect(ARRAY("sessions", TEXT("time") "," TEXT("room") "," TEXT("talk")),
	       "Time      Aula              Nave             Loft\n"
	       "09:30     Opening words     –                –\n"
	       "10:30     Type systems      Test at scale    Ink and paper\n"
	       "11:30     Compilers now     –                Letterpress\n",
	       "09:30|Aula|Opening words\n10:30|Aula|Type systems\n10:30|Nave|Test at scale\n10:30|Loft|Ink and paper\n"
	       "11:30|Aula|Compilers now\n11:30|Loft|Letterpress\n");
}

/* Two prices in the cells of one column, for the two properties that are left. */
static void test_two_prices(void **state)
{
	expect(ARRAY("courses", TEXT("course") "," NUMBER("seats") "," NUMBER("price_member") "," NUMBER("price_guest")),
	       "Course          Seats   Fees (own / others)\n"
	       "First aid       12      £120 / £150\n"
	       "Fire warden     8       £75 / £95\n"
	       "Handling        20      £60 / £80\n",
	       "First aid|12|£120|£150\nFire warden|8|£75|£95\nHandling|20|£60|£80\n");
}

/* A header that is one property's name is no other's by a synonym; a short one is what it begins. */
static void test_own_names(void **state)
{
	expect(ARRAY("courses", TEXT("code") "," TEXT("title") "," NUMBER("credits") "," TEXT("grade")),
	       "Course      Title               Cr   Gr\n"
	       "BIO 101     General Biology     4    A-\n"
	       "ENG 110     College Writing     3    B+\n"
	       "MAT 120     Calculus            4    B\n",
	       "BIO 101|General Biology|4|A-\nENG 110|College Writing|3|B+\nMAT 120|Calculus|4|B\n");
}

/* "500 g" asked for as text keeps what it counts. */
static void test_amounts_of_text(void **state)
{
	expect(ARRAY("ingredients", TEXT("name") "," TEXT("amount")), "Name       Amount\nFlour      500 g\nMilk       250 ml\nEggs       3\n",
	       "Flour|500 g\nMilk|250 ml\nEggs|3\n");
}

/* Days head columns that nobody asks for; a match without a result is a record; who did not finish has a row. */
static void test_blank_figures(void **state)
{
	expect(ARRAY("pupils", TEXT("name") "," NUMBER("days_present")),
	       "No   Pupil          2 Sep    3 Sep    4 Sep    Days present\n"
	       "1    Abel Tom       P        P        A        2\n"
	       "2    Mina Chow      P        P        P        3\n"
	       "3    Leo Duarte     A        A        P        1\n",
	       "Abel Tom|2\nMina Chow|3\nLeo Duarte|1\n");
	expect(ARRAY("matches", TEXT("home") "," TEXT("away") "," NUMBER("home_goals") "," NUMBER("away_goals")),
	       "Home          Away          Home goals    Away goals\n"
	       "Virtus        Aurora        2             1\n"
	       "Pro Calcio    Sant Elia     0             0\n"
	       "Aurora        Virtus\n",
	       "Virtus|Aurora|2|1\nPro Calcio|Sant Elia|0|0\nAurora|Virtus||\n");
	expect(ARRAY("results", TEXT("athlete") "," TEXT("club") "," TEXT("time")),
	       "Athlete       Club          Time\n"
	       "Jude Amis     Croydon       10.62\n"
	       "Cal Rix       Leeds         10.71\n"
	       "Sam Hurst     Cardiff       DNF\n"
	       "Theo Oduya    Birchfield    10.80\n",
	       "Jude Amis|Croydon|10.62\nCal Rix|Leeds|10.71\nSam Hurst|Cardiff|DNF\nTheo Oduya|Birchfield|10.80\n");
}

/* Figures that add up to the rows above, without the text that all of them have, are no record; nor is what follows a sum where sums stand. */
static void test_sums(void **state)
{
	expect(ARRAY("packages", NUMBER("number") "," TEXT("goods") "," NUMBER("pieces") "," NUMBER("weight")),
	       "Number        Goods         Pieces    Weight\n"
	       "1             Lamps         24        31.2\n"
	       "2             Shelves       10        88.0\n"
	       "2 boxes                     34        119.2\n",
	       "1|Lamps|24|31.2\n2|Shelves|10|88.0\n");
	expect(ARRAY("expenses", TEXT("date") "," TEXT("details") "," TEXT("category") "," NUMBER("cost")),
	       "Date          Details       Category         Cost\n"
	       "03/04/2024    Train         Travel           84.50\n"
	       "14/04/2024    Hotel         Lodging         119.00\n"
	       "                            Total claimed   203.50\n"
	       "                            Less advance    100.00\n"
	       "                            Due             103.50\n",
	       "03/04/2024|Train|Travel|84.50\n14/04/2024|Hotel|Lodging|119.00\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blank_figures),
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_dates_in_three), cmocka_unit_test(test_plain_groups),   cmocka_unit_test(test_unit_row),
		cmocka_unit_test(test_dash_among_ticks), cmocka_unit_test(test_labels_below), cmocka_unit_test(test_plan_of_times),
		cmocka_unit_test(test_two_prices),     cmocka_unit_test(test_own_names),      cmocka_unit_test(test_amounts_of_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
