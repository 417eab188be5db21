/* SPDX-License-Identifier: Apache-2.0 */
/* Records below headings of their own: days, sections of a menu. */
#include "extract/test-table.h"

#define DATE(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define SESSIONS ARRAY("sessions", DATE("date") "," TEXT("time") "," TEXT("title"))
#define TALKS ARRAY("talks", DATE("date") "," TEXT("time") "," TEXT("title") "," TEXT("room"))
#define DISHES ARRAY("dishes", TEXT("section") "," TEXT("name") "," TEXT("description") "," NUMBER("price"))

/* Rows without a header below days: a row alone is a record, and each has the date above it. */
static void test_days(void **state)
{
	expect(SESSIONS,
	       "^Monday ^3 ^March ^2025\n\n09:00     Opening\n09:30     Keynote\n\n\n"
	       "^Tuesday ^4 ^March ^2025\n\n10:00     Panel\n\n\n"
	       "^Wednesday ^5 ^March ^2025\n\n09:15     Workshop\n11:00     Closing\n",
	       "3 March 2025|09:00|Opening\n3 March 2025|09:30|Keynote\n4 March 2025|10:00|Panel\n"
	       "5 March 2025|09:15|Workshop\n5 March 2025|11:00|Closing\n");
	/* every day has one row */
	expect(SESSIONS,
	       "^Monday ^3 ^March ^2025\n\n09:00     Opening\n\n\n^Tuesday ^4 ^March ^2025\n\n10:00     Panel\n\n\n"
	       "^Friday ^7 ^March ^2025\n\n11:30     Farewell\n",
	       "3 March 2025|09:00|Opening\n4 March 2025|10:00|Panel\n7 March 2025|11:30|Farewell\n");
}

/* Nothing but text below days: as many columns as properties besides the date. */
static void test_days_of_text(void **state)
{
	expect(ARRAY("exams", DATE("date") "," TEXT("slot") "," TEXT("subject") "," TEXT("candidates")),
	       "^Monday ^16 ^June ^2025\n\nmorning      Philosophy       all\n\n\n"
	       "^Tuesday ^17 ^June ^2025\n\nmorning      Mathematics      science\nafternoon    Physics          science\n",
	       "16 June 2025|morning|Philosophy|all\n17 June 2025|morning|Mathematics|science\n17 June 2025|afternoon|Physics|science\n");
}

/* Only the first day has a header; the rows of the others stand in columns of their own widths. */
static void test_header_once(void **state)
{
	expect(TALKS,
	       "^Monday ^3 ^March ^2025\n\n^Time      ^Title               ^Room\n09:00     Opening             Hall 1\n\n\n"
	       "^Tuesday ^4 ^March ^2025\n\n10:00     New materials in lightweight design     Hall 2\n11:00     Joining without heat                    Hall 1\n\n\n"
	       "^Friday ^7 ^March ^2025\n\n11:30     Farewell            Hall 1\n",
	       "3 March 2025|09:00|Opening|Hall 1\n4 March 2025|10:00|New materials in lightweight design|Hall 2\n"
	       "4 March 2025|11:00|Joining without heat|Hall 1\n7 March 2025|11:30|Farewell|Hall 1\n");
}

#define GOODS ARRAY("goods", TEXT("family") "," TEXT("code") "," TEXT("name") "," NUMBER("price"))
#define RULE "==============================================\n"

/* Between rules a cell alone where records begin heads them, plain as it is; a code there is a record that lacks the rest. */
static void test_ruled_heads(void **state)
{
	(void)state;
	expect(GOODS,
	       "Code         Name                        Price\n" RULE "Windows\n" RULE "FEN-080      Window, one wing           312.00\n" RULE
	       "FEN-120      Window, two wings          498.50\n" RULE "Doors\n" RULE "POR-090      Door of oak               1840.00\n" RULE,
	       "Windows|FEN-080|Window, one wing|312.00\nWindows|FEN-120|Window, two wings|498.50\nDoors|POR-090|Door of oak|1840.00\n");
	expect(GOODS,
	       "Code         Name                        Price\n" RULE "FEN-080      Window, one wing           312.00\n" RULE "FEN-100\n" RULE
	       "FEN-120      Window, two wings          498.50\n" RULE,
	       "|FEN-080|Window, one wing|312.00\n|FEN-100||\n|FEN-120|Window, two wings|498.50\n");
}

/* A property named as groups are does not take the amounts that no other property wants. */
static void test_amounts_are_no_group(void **state)
{
	(void)state;
	expect(ARRAY("lines", TEXT("category") "," TEXT("line_item") "," NUMBER("actual") "," NUMBER("budget")),
	       "Line item            Actual     Budget     Change %\n^Income\nTicket sales        184,220    195,000        5.9%\n"
	       "Grants               60,000     72,500       20.8%\n^Expenses\nSalaries            121,000    128,400        6.1%\nRoyalties            18,950     17,500       -7.7%\n",
	       "Income|Ticket sales|184,220|195,000\nIncome|Grants|60,000|72,500\nExpenses|Salaries|121,000|128,400\nExpenses|Royalties|18,950|17,500\n");
}

/* A label below each record is its own, not that of the next; what has none below the sum is no record. Below some only, it heads. */
static void test_details(void **state)
{
#define ORDER ARRAY("items", TEXT("product") "," TEXT("sku") "," NUMBER("quantity") "," NUMBER("price"))
	expect(ORDER,
	       "Product                      Quantity      Price\n"
	       "Wool blanket                 1             84.00\n"
	       "SKU: LWB-130\n"
	       "Candle holder                2             39.00\n"
	       "SKU: BCH-3\n"
	       "Subtotal                                   123.00\n"
	       "Postage and packing                        4.95\n",
	       "Wool blanket|LWB-130|1|84.00\nCandle holder|BCH-3|2|39.00\n");
	expect(ARRAY("items", TEXT("product") "," TEXT("customer") "," NUMBER("quantity") "," NUMBER("price")),
	       "Customer: Harbour Stores\n"
	       "Product                      Quantity      Price\n"
	       "Wool blanket                 1             84.00\n"
	       "Customer: Mill Shop\n"
	       "Candle holder                2             39.00\n",
	       "Wool blanket|Harbour Stores|1|84.00\nCandle holder|Mill Shop|2|39.00\n");
}

/* A heading that says a total, or names another list of the schema, is no sister. */
static void test_no_sister(void **state)
{
	const char *two = "{\"type\":\"object\",\"properties\":{\"sessions\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" DATE("date") ","
			  TEXT("time") "," TEXT("title") "}}},\"departures\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
			  TEXT("platform") "," TEXT("train") "}}}}}";
	expect(two,
	       "^Monday ^3 ^March ^2025\n\n09:00     Opening\n09:30     Keynote\n\n\n"
	       "^Departures\n\n10:00     Hamburg\n",
	       "3 March 2025|09:00|Opening\n3 March 2025|09:30|Keynote\n");
}

/* Lines that begin with a time, no column apart: the stage above holds for them; an end of the time is one. */
static void test_moments(void **state)
{
	expect(ARRAY("shows", TEXT("section") "," TEXT("time") "," TEXT("artist")),
	       "^Main ^stage\n\n14:00 The Crows\n15:45 Luna Verhoeven\n\n^Small ^hall\n\n17:15 Trio Basalt\n",
	       "Main stage|14:00|The Crows\nMain stage|15:45|Luna Verhoeven\nSmall hall|17:15|Trio Basalt\n");
	expect(ARRAY("slots", DATE("date") "," TEXT("start_time") "," TEXT("end_time") "," TEXT("title")),
	       "^Friday ^9 ^May ^2025\n\n09:00 - 09:30 Registration\n09:30 - 10:15 Opening words\n\n^Saturday ^10 ^May ^2025\n\n11:00 - 12:00 Panel\n",
	       "9 May 2025|09:00|09:30|Registration\n9 May 2025|09:30|10:15|Opening words\n10 May 2025|11:00|12:00|Panel\n");
	/* the time in a column of its own, below labels and values of which one says "Time" */
	expect(ARRAY("program", TEXT("time") "," TEXT("item")),
	       "Date           Saturday 6 September\nTime           7:30 pm, doors 7:00 pm\nVenue          Visitor Centre\nCapacity       40\nMinimum age    8\n\n"
	       "19:00          Doors and refreshments\n19:30          Bats of the Fens\n20:30          Guided walk\n",
	       "19:00|Doors and refreshments\n19:30|Bats of the Fens\n20:30|Guided walk\n");
	/* two such lines are no list */
	expect(ARRAY("slots", TEXT("time") "," TEXT("title")), "Doors\n\n14:00 Entry\n15:00 Start of the show\n", "");
}

/* The first of several labels with their values is no header, whatever it resembles. */
static void test_pairs_no_header(void **state)
{
	expect(ARRAY("arms", TEXT("group") "," TEXT("intervention")),
	       "Study type         Interventional\nPhase              Phase 3\nAllocation         Randomized\nPurpose            Treatment\nModel              Parallel\n\n\n\n"
	       "^Arms\n\nParticipant group      Intervention\nActive 300 mg          Drug: Dapirol\nPlacebo                Drug: Placebo\n",
	       "Active 300 mg|Drug: Dapirol\nPlacebo|Drug: Placebo\n");
	/* bold beside what is not bold heads a row, not a column, below a heading, too */
	expect(ARRAY("twin_towns", TEXT("town") "," TEXT("country")),
	       "^Varnholm\n^Country         Sweden\n^County          Kalmar County\n^Zorblat         1387\n^Quimber         Karin Ekdahl\n^Fraggle         14 km\n\n^Twin ^towns\n\n\xE2\x80\xA2 Kappeln, Germany\n\xE2\x80\xA2 Tartu, Estonia\n",
	       "Kappeln|Germany\nTartu|Estonia\n");
}

/* Captions of other tables are no sisters when nothing that is asked for could stand in them. */
static void test_captions(void **state)
{
	expect(ARRAY("table_4", TEXT("country") "," NUMBER("growth") "," NUMBER("sales")),
	       "^Sales ^of ^food\n\nCountry        Growth     Sales\nAustria        17           568\nBelgium        25           762\n"
	       "Denmark        20           739\n\n\n^Shares ^of ^chains\n\nAustria        12           820\nBelgium         7          1940\n",
	       "Austria|17|568\nBelgium|25|762\nDenmark|20|739\n");
}

/* Text below an item describes it, a heading holds for what follows. */
static void test_menu(void **state)
{
	expect(DISHES,
	       "^STARTERS\n\n"
	       "Soup of the day ................   6.50\n  served with bread\n"
	       "Smoked salmon ..................   9.00\n  dill cream,\n  pickled cucumber\n\n"
	       "^MAINS\n\n"
	       "Roast chicken ..................  17.50\n"
	       "Risotto ........................  15.25\n  wild mushrooms\n",
	       "STARTERS|Soup of the day|served with bread|6.50\nSTARTERS|Smoked salmon|dill cream, pickled cucumber|9.00\n"
	       "MAINS|Roast chicken||17.50\nMAINS|Risotto|wild mushrooms|15.25\n");
	/* two prices under names, one of them wanting */
	expect(ARRAY("drinks", TEXT("section") "," TEXT("name") "," NUMBER("price_bottle") "," NUMBER("price_glass")),
	       "^Red\n\n                                  Glass    Bottle\n"
	       "Malbec                             8.00     31.00\nBarbera                            9.00     36.00\nPinot Noir                                  48.00\n",
	       "Red|Malbec|31.00|8.00\nRed|Barbera|36.00|9.00\nRed|Pinot Noir|48.00|\n");
	/* a list of amounts with a total is no menu; nothing speaks for descriptions */
	struct result *r = run(ARRAY("fees", TEXT("name") "," TEXT("description") "," NUMBER("price")),
			       "Adults               12.00\nChildren              6.00\nSeniors               9.00\n");
	assert_int_equal(r->out[0].n, 3);
	result_fini(r);
}

/* Each part has a header; the heading of the next stands close below the last row and runs over two columns. */
static void test_heading_close(void **state)
{
	expect(TALKS,
	       "^Monday, ^03.03.2025\n^Time      ^Title               ^Room\n09:00     Opening             Hall\n09:40     Keynote             Hall\n"
	       "^Monday, ^10.03.2025\n^Time      ^Title               ^Room\n10:00     Panel               Annex\n11:00     Posters             Annex\n",
	       "03.03.2025|09:00|Opening|Hall\n03.03.2025|09:40|Keynote|Hall\n10.03.2025|10:00|Panel|Annex\n10.03.2025|11:00|Posters|Annex\n");
}

/* Rows of times are no header though their words name properties: a talk in the aula, closing remarks. */
static void test_times_are_rows(void **state)
{
	expect(TALKS,
	       "08:50     Data in the field   Forum\n10:40     Title matters       Room\n11:30     Round table         Forum\n12:10     Closing             Forum\n",
	       "|08:50|Data in the field|Forum\n|10:40|Title matters|Room\n|11:30|Round table|Forum\n|12:10|Closing|Forum\n");
}

/* Blocks of labels below days: the day is the date of the block. */
static void test_dated_blocks(void **state)
{
	expect(ARRAY("flights", DATE("date") "," TEXT("flight") "," TEXT("departs") "," TEXT("seat")),
	       "^Friday ^9 ^May ^2025\nFlight: TP 1363\nDeparts: London 11:35\nSeat: 14A\n\n"
	       "^Tuesday ^13 ^May ^2025\nFlight: TP 1366\nDeparts: Lisbon 19:10\nSeat: 9C\n",
	       "9 May 2025|TP 1363|London 11:35|14A\n13 May 2025|TP 1366|Lisbon 19:10|9C\n");
}

/* A label holds until the next one: a line of text among the records does not take its place. */
static void test_label_holds(void **state)
{
	expect(ARRAY("results", TEXT("age_group") "," TEXT("name") "," TEXT("team") "," TEXT("time")),
	       "Name              Team          Time\n"
	       "Age group: 80-84\n"
	       "Ann Miller        Lindau       44.01\n"
	       "Berta Schmidt     Jump         46.80\n"
	       "^Second ^heat ^of ^the ^morning\n"
	       "Carla Rossi       Jump         47.12\n"
	       "Dora Stein        Lindau       48.30\n",
	       "80-84|Ann Miller|Lindau|44.01\n80-84|Berta Schmidt|Jump|46.80\n80-84|Carla Rossi|Jump|47.12\n80-84|Dora Stein|Lindau|48.30\n");
}

/* Lines of a name and a date below the list's name, set tight: each is an entry; what stands below another name is none. */
static void test_dated_rows(void **state)
{
	expect(ARRAY("new_members", TEXT("name") "," DATE("joined")),
	       "^Club ^report\n\n^New ^members\nAnn Hill      2025-01-04\nBob Stone     2025-02-11\n\n^Resignations\nCarl Frey     2025-03-02\n",
	       "Ann Hill|2025-01-04\nBob Stone|2025-02-11\n");
}

/* What holds for several rows is printed in the first of them. */
static void test_printed_once(void **state)
{
	expect(ARRAY("sales", TEXT("region") "," TEXT("city") "," NUMBER("year") "," NUMBER("units")),
	       "Region    City        Year    Units\n"
	       "North     Aberdeen    2022    1,200\n"
	       "                      2023    1,350\n"
	       "          Dundee      2022      400\n"
	       "South     Bristol     2022      910\n"
	       "                      2023      905\n",
	       "North|Aberdeen|2022|1,200\nNorth|Aberdeen|2023|1,350\nNorth|Dundee|2022|400\n"
	       "South|Bristol|2022|910\nSouth|Bristol|2023|905\n");
}

/* Marks that say "as above" say it in any column. */
static void test_ditto(void **state)
{
	expect(ARRAY("crew", TEXT("name") "," TEXT("nationality") "," TEXT("joined_at")),
	       "Name         Nationality    Joined at\n"
	       "A. Petrov    Bulgarian      Varna\n"
	       "S. Iliev     \"              \"\n"
	       "M. Santos    Filipino       Manila\n"
	       "R. Cruz      ditto          Cebu\n",
	       "A. Petrov|Bulgarian|Varna\nS. Iliev|Bulgarian|Varna\nM. Santos|Filipino|Manila\nR. Cruz|Filipino|Cebu\n");
}

/* Who did not finish has no rank, and is no sum. */
static void test_without_rank(void **state)
{
	expect(ARRAY("results", TEXT("place") "," TEXT("bib") "," TEXT("name") "," TEXT("nation") "," TEXT("time")),
	       "Pl    Bib    Swimmer        Nat    Time\n"
	       "1     12     Haller Jan     GER    1:48:20.3\n"
	       "2     7      Costa Rui      POR    1:48:24.9\n"
	       "3     31     Ibos Adam      HUN    1:49:02.0\n"
	       "DNF   9      Lee Jun        KOR\n",
	       "1|12|Haller Jan|GER|1:48:20.3\n2|7|Costa Rui|POR|1:48:24.9\n3|31|Ibos Adam|HUN|1:49:02.0\nDNF|9|Lee Jun|KOR|\n");
}

/* Blanks that mean blank: lines without a code, a name that is printed twice in a row, a single gap. */
static void test_blank_is_blank(void **state)
{
	expect(ARRAY("lines", TEXT("code") "," TEXT("description") "," NUMBER("amount")),
	       "Code      Description    Amount\n"
	       "AB-100    Bolts           12.00\n"
	       "          Shipping         4.00\n"
	       "CD-200    Nuts             8.00\n"
	       "          Packing          1.50\n",
	       "AB-100|Bolts|12.00\n|Shipping|4.00\nCD-200|Nuts|8.00\n|Packing|1.50\n");
	expect(ARRAY("visits", TEXT("doctor") "," TEXT("room") "," NUMBER("fee")),
	       "Doctor      Room    Fee\n"
	       "Hartwig     Blue    40.00\n"
	       "Hartwig     Red     55.00\n"
	       "            Blue    35.00\n"
	       "Lindqvist   Red     60.00\n"
	       "            Blue    20.00\n",
	       "Hartwig|Blue|40.00\nHartwig|Red|55.00\n|Blue|35.00\nLindqvist|Red|60.00\n|Blue|20.00\n");
}

/* A heading that ends with a date says its name and its day where both are asked for. */
static void test_named_days(void **state)
{
	expect(ARRAY("matches", TEXT("opening_stage") "," DATE("date") "," TEXT("home") "," TEXT("away") "," NUMBER("spectators")),
	       "Opening stage – 08/09/2024\n\n"
	       "Home          Away          Spectators\n"
	       "Virtus        Aurora               210\n"
	       "Calcio        Elia                 340\n\n"
	       "Opening stage – 25/09/2024\n\n"
	       "Home          Away          Spectators\n"
	       "Aurora        Calcio               133\n",
	       "Opening stage|08/09/2024|Virtus|Aurora|210\nOpening stage|08/09/2024|Calcio|Elia|340\nOpening stage|25/09/2024|Aurora|Calcio|133\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_named_days),
		cmocka_unit_test(test_days), cmocka_unit_test(test_days_of_text), cmocka_unit_test(test_header_once), cmocka_unit_test(test_ruled_heads), cmocka_unit_test(test_amounts_are_no_group), cmocka_unit_test(test_details), cmocka_unit_test(test_no_sister), cmocka_unit_test(test_menu), cmocka_unit_test(test_captions), cmocka_unit_test(test_moments), cmocka_unit_test(test_pairs_no_header),
		cmocka_unit_test(test_heading_close), cmocka_unit_test(test_times_are_rows), cmocka_unit_test(test_dated_blocks), cmocka_unit_test(test_label_holds), cmocka_unit_test(test_dated_rows),
		cmocka_unit_test(test_printed_once),
		cmocka_unit_test(test_ditto),
		cmocka_unit_test(test_without_rank),
		cmocka_unit_test(test_blank_is_blank),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
