/* SPDX-License-Identifier: Apache-2.0 */
/* Tables that do not stand upright, headers that are values, lists side by side, sums of groups. */
#include "extract/test-table.h"

#define LESSONS ARRAY("lessons", TEXT("day") "," TEXT("time") "," TEXT("subject"))
#define RATES ARRAY("rates", TEXT("weight") "," TEXT("zone") "," NUMBER("price"))
#define ROOMS ARRAY("rooms", TEXT("type") "," TEXT("size") "," NUMBER("guests") "," NUMBER("rate"))
#define ENTRIES ARRAY("entries", TEXT("description") "," NUMBER("amount"))

/* Days of the week head columns: a record for each cell, whatever the cells are. */
static void test_timetable(void **state)
{
	expect(LESSONS,
	       "Time       Monday     Tuesday    Wednesday   Thursday\n"
	       "08:30      Maths      English    Maths       French\n"
	       "09:20      Physics    History                Art\n"
	       "10:25      Music      Maths      English     Sport\n",
	       "Monday|08:30|Maths\nTuesday|08:30|English\nWednesday|08:30|Maths\nThursday|08:30|French\n"
	       "Monday|09:20|Physics\nTuesday|09:20|History\nThursday|09:20|Art\n"
	       "Monday|10:25|Music\nTuesday|10:25|Maths\nWednesday|10:25|English\nThursday|10:25|Sport\n");
	/* in another language; both ends of the hours stand in one cell, under a name of neither */
	expect(ARRAY("stunden", TEXT("wochentag") "," TEXT("beginn") "," TEXT("ende") "," TEXT("fach")),
	       "Std.   Zeit          Montag     Dienstag   Mittwoch\n"
	       "1.     7:45-8:30     Deutsch    Mathe      Englisch\n"
	       "2.     8:35-9:20     Kunst      Deutsch    Mathe\n",
	       "Montag|7:45|8:30|Deutsch\nDienstag|7:45|8:30|Mathe\nMittwoch|7:45|8:30|Englisch\n"
	       "Montag|8:35|9:20|Kunst\nDienstag|8:35|9:20|Deutsch\nMittwoch|8:35|9:20|Mathe\n");
	/* a time as text may be both ends */
	expect(LESSONS,
	       "Time             Monday     Tuesday    Wednesday\n"
	       "08:30 - 09:15    Maths      English    Maths\n"
	       "09:20 - 10:05    Physics    History    Art\n",
	       "Monday|08:30 - 09:15|Maths\nTuesday|08:30 - 09:15|English\nWednesday|08:30 - 09:15|Maths\n"
	       "Monday|09:20 - 10:05|Physics\nTuesday|09:20 - 10:05|History\nWednesday|09:20 - 10:05|Art\n");
	(void)state;
}

/* So do the members of a series, although the first names the property; two properties may share such headers out. */
static void test_series(void **state)
{
	expect(RATES,
	       "Weight          Zone 1     Zone 2     Zone 3\n"
	       "up to 1 kg        4.90       8.50      12.00\n"
	       "up to 5 kg        6.90      12.40      19.50\n",
	       "up to 1 kg|Zone 1|4.90\nup to 1 kg|Zone 2|8.50\nup to 1 kg|Zone 3|12.00\n"
	       "up to 5 kg|Zone 1|6.90\nup to 5 kg|Zone 2|12.40\nup to 5 kg|Zone 3|19.50\n");
	/* sizes are no words of the lexicon here */
	expect(ARRAY("stock", TEXT("colour") "," TEXT("size") "," NUMBER("quantity")),
	       "Colour     XS     S      M      L\n"
	       "Navy       4      10     22     18\n"
	       "Olive      0      7      15     12\n",
	       "Navy|XS|4\nNavy|S|10\nNavy|M|22\nNavy|L|18\nOlive|XS|0\nOlive|S|7\nOlive|M|15\nOlive|L|12\n");
	/* letters that are words elsewhere */
	expect(ARRAY("rates", TEXT("weight") "," TEXT("class") "," NUMBER("price")),
	       "Weight         Class A    Class B    Class C    Class D\n"
	       "up to 1 kg        4.90       8.50      12.00      13.00\n"
	       "up to 5 kg        6.90      12.40      19.50      21.00\n",
	       "up to 1 kg|Class A|4.90\nup to 1 kg|Class B|8.50\nup to 1 kg|Class C|12.00\nup to 1 kg|Class D|13.00\n"
	       "up to 5 kg|Class A|6.90\nup to 5 kg|Class B|12.40\nup to 5 kg|Class C|19.50\nup to 5 kg|Class D|21.00\n");
	expect(ARRAY("rates", TEXT("weight") "," NUMBER("zone_1") "," NUMBER("zone_2")),
	       "Weight          Zone 1     Zone 2\n"
	       "up to 1 kg        4.90       8.50\n"
	       "up to 5 kg        6.90      12.40\n",
	       "up to 1 kg|4.90|8.50\nup to 5 kg|6.90|12.40\n");
	(void)state;
}

/* Things in columns: their names stand above all rows, also above one that says its property less than plainly. */
static void test_captions(void **state)
{
	expect(ROOMS,
	       "                     Single     Double     Suite\n"
	       "Size of the room     14 m2      22 m2      45 m2\n"
	       "Guests               1          2          4\n"
	       "Balcony              no         no         yes\n"
	       "Rate                 79         109        240\n",
	       "Single|14 m2|1|79\nDouble|22 m2|2|109\nSuite|45 m2|4|240\n");
	(void)state;
}

/* The score of a table on its side says how many of its properties rows name. */
static void test_unsure(void **state)
{
	struct result *plain = run(ARRAY("models", TEXT("model") "," NUMBER("weight") "," NUMBER("price")),
				   "Model       A10     B20     C30\nWeight       56      35      60\nPrice       100     120     130\n");
	struct result *less = run(ARRAY("models", TEXT("name") "," NUMBER("weight") "," NUMBER("price")),
				  "            A10     B20     C30\nWeight       56      35      60\nPrice       100     120     130\n");
	assert_string_equal(show(less, 0), "A10|56|100\nB20|35|120\nC30|60|130\n");
	assert_string_equal(show(plain, 0), "A10|56|100\nB20|35|120\nC30|60|130\n");
	assert_true(less->out[0].score < plain->out[0].score);
	/* upright, but its first cells say as many of the properties as its header does */
	struct result *tie = run(ARRAY("sums", TEXT("price") "," NUMBER("weight") "," NUMBER("length")),
				 "Price      Weight    Length\nWeight         56        35\nLength        100       120\nOther          10        20\n");
	struct result *sure = run(ARRAY("sums", TEXT("price") "," NUMBER("weight") "," NUMBER("length")),
				  "Price      Weight    Length\nNorth          56        35\nSouth         100       120\nOther          10        20\n");
	assert_int_equal(sure->out[0].n, 3);
	assert_int_equal(tie->out[0].n, 3);
	for (size_t i = 0; i < tie->out[0].n; i++)
		assert_true(tie->out[0].items[i].cell[1].score < sure->out[0].items[i].cell[1].score);
	result_fini(tie);
	result_fini(sure);
	result_fini(plain);
	result_fini(less);
	(void)state;
}

/* A sum ends a list without a header, unless the rows below make another sum; what is below else is counted. */
static void test_sums_of_groups(void **state)
{
	expect(ENTRIES,
	       "Membership fees              4,200.00\n"
	       "Court hire                   1,850.00\n"
	       "Total income                 6,050.00\n"
	       "Ground rent                  2,400.00\n"
	       "Balls and nets                 640.25\n"
	       "Total expenditure            3,040.25\n"
	       "Surplus                      3,009.75\n",
	       "Membership fees|4,200.00\nCourt hire|1,850.00\nGround rent|2,400.00\nBalls and nets|640.25\n");
	expect(ARRAY("depenses", TEXT("libelle") "," NUMBER("montant")),
	       "Train aller                  64,00 €\n"
	       "Taxi                         23,50 €\n"
	       "Sous-total transport         87,50 €\n"
	       "Dîner                        31,90 €\n"
	       "Petits déjeuners             24,00 €\n"
	       "Sous-total repas             55,90 €\n",
	       "Train aller|64,00 €\nTaxi|23,50 €\nDîner|31,90 €\nPetits déjeuners|24,00 €\n");
	(void)state;
}

/* Rows below a sum that nothing adds up are left out, and said to be. */
static void test_below_sum(void **state)
{
	struct result *r = run(ENTRIES,
			       "Hall                400.00\n"
			       "Speakers            250.00\n"
			       "Posters              80.00\n"
			       "Total               730.00\n"
			       "Reserve             120.00\n"
			       "Gifts                55.00\n");
	assert_string_equal(show(r, 0), "Hall|400.00\nSpeakers|250.00\nPosters|80.00\n");
	assert_int_equal(left_out(&r->out[0], "below_total"), 2);
	assert_int_equal(r->out[0].seen, 6);
	result_fini(r);
	(void)state;
}

/* Lists side by side, each found by the heading above it. */
static void test_abreast(void **state)
{
	struct result *r = run("{\"type\":\"object\",\"properties\":{"
			       "\"top_holdings\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("name") "," NUMBER("weight") "}}},"
			       "\"sectors\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("sector") "," NUMBER("weight") "}}},"
			       "\"countries\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("country") "," NUMBER("weight") "}}}}}",
			       "^Top ^holdings               ^Sectors                   ^Countries\n"
			       "Nordbank          4.8 %     Health care     21.4 %     France         24.3 %\n"
			       "Havel Motors      4.1 %     Industrials     18.9 %     Germany        17.5 %\n"
			       "Ostwerk           3.9 %     Energy           9.1 %\n"
			       "Lumen             2.2 %\n");
	assert_string_equal(show(r, 0), "Nordbank|4.8 %\nHavel Motors|4.1 %\nOstwerk|3.9 %\nLumen|2.2 %\n");
	assert_string_equal(show(r, 1), "Health care|21.4 %\nIndustrials|18.9 %\nEnergy|9.1 %\n");
	assert_string_equal(show(r, 2), "France|24.3 %\nGermany|17.5 %\n");
	result_fini(r);
	(void)state;
}

/* Rows below a header are none of its lines and no header of their own, whatever their words are like. */
static void test_rows_below_header(void **state)
{
	expect(ARRAY("people", TEXT("member") "," TEXT("function") ",\"presence\":{\"type\":\"string\",\"description\":\"present, excused or absent\"}"),
	       "Member        Function        Presence\n"
	       "Ms Roche      President       present\n"
	       "Mr Blin       Treasurer       excused\n"
	       "Ms Odo        Secretary       present\n",
	       "Ms Roche|President|present\nMr Blin|Treasurer|excused\nMs Odo|Secretary|present\n");
	expect(ARRAY("players", TEXT("position") "," NUMBER("shirt") "," TEXT("name") "," NUMBER("born")),
	       "Line          Shirt no.     Player          Year of birth\n"
	       "Goal          1             Laura Gomez     2001\n"
	       "Goal          13            Ines Prat       1998\n"
	       "Defence       2             Marta Ruiz      1999\n",
	       "Goal|1|Laura Gomez|2001\nGoal|13|Ines Prat|1998\nDefence|2|Marta Ruiz|1999\n");
	(void)state;
}

/* Three rows of two texts each below the array's name are rows, not entries. */
static void test_rows_below_name(void **state)
{
	expect(ARRAY("contacts", TEXT("role") "," TEXT("person")),
	       "^Contacts\n"
	       "Chair             Dana Cole\n"
	       "Treasurer         Ivo Marsh\n"
	       "Secretary         Lena Falk\n",
	       "Chair|Dana Cole\nTreasurer|Ivo Marsh\nSecretary|Lena Falk\n");
	(void)state;
}

/* Rows below a header that says as much of the array, but not the same, are nobody's: they are counted. */
static void test_other_header(void **state)
{
	struct result *r = run(ARRAY("courses", TEXT("code") "," TEXT("title") "," NUMBER("credits")),
			       "Code      Title               Credits\n"
			       "AB1       Algebra                   3\n"
			       "AB2       Botany                    4\n"
			       "AB3       Chess                     2\n"
			       "\n\n\n"
			       "Code      Title                Wanted\n"
			       "AB4       Drama                     3\n"
			       "AB5       English                   4\n");
	assert_int_equal(r->out[0].n, 3);
	assert_int_equal(r->out[0].seen, 5);
	assert_int_equal(left_out(&r->out[0], "unread"), 2);
	result_fini(r);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_timetable), cmocka_unit_test(test_series), cmocka_unit_test(test_captions), cmocka_unit_test(test_unsure),
		cmocka_unit_test(test_sums_of_groups), cmocka_unit_test(test_below_sum), cmocka_unit_test(test_abreast),
		cmocka_unit_test(test_rows_below_header), cmocka_unit_test(test_rows_below_name), cmocka_unit_test(test_other_header),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
