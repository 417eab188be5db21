/* SPDX-License-Identifier: Apache-2.0 */
/* Columns whose cells give two properties, currencies that no column gives, labels side by side. */
#include "extract/test-table.h"

/* The header names two things, a sign stands between them in each cell. */
static void test_signs(void **state)
{
	expect(ARRAY("rates", TEXT("origin") "," TEXT("destination") "," NUMBER("price")),
	       "From - To            Price\n"
	       "Oslo - Rome          12.50\n"
	       "Oslo - New York      80.00\n"
	       "Bern - Rome           9.75\n",
	       "Oslo|Rome|12.50\nOslo|New York|80.00\nBern|Rome|9.75\n");
	expect(ARRAY("trips", TEXT("line") "," TEXT("departure_time") "," TEXT("arrival_time")),
	       "Line     Dep. / Arr.\n"
	       "610      07:05 / 07:55\n"
	       "612      08:10 / 08:48\n"
	       "615      09:00 / 10:05\n",
	       "610|07:05|07:55\n612|08:10|08:48\n615|09:00|10:05\n");
	expect(ARRAY("samples", TEXT("hole") "," NUMBER("depth_from") "," NUMBER("depth_to")),
	       "Hole     Depth from - to (m)\n"
	       "B1       0.0 - 1.5\n"
	       "B2       1.5 - 4.2\n"
	       "B3       0.4 - 2.1\n",
	       "B1|0.0|1.5\nB2|1.5|4.2\nB3|0.4|2.1\n");
}

/* Signs inside words; each header names its own two, and no property goes to another column for the sake of one word. */
static void test_glued(void **state)
{
	expect(ARRAY("flights", TEXT("date") "," TEXT("departure") "," TEXT("arrival") "," TEXT("block_off") "," TEXT("block_on") "," TEXT("flight_time")),
	       "Date          From/To      Block off/on     Time\n"
	       "02/05/2024    LSZH/LFMN    08:10/09:25      1:15\n"
	       "02/05/2024    LFMN/LSZH    17:40/18:58      1:18\n"
	       "04/05/2024    LSZH/EDDM    07:05/07:50      0:45\n",
	       "02/05/2024|LSZH|LFMN|08:10|09:25|1:15\n"
	       "02/05/2024|LFMN|LSZH|17:40|18:58|1:18\n"
	       "04/05/2024|LSZH|EDDM|07:05|07:50|0:45\n");
	expect(ARRAY("stages", TEXT("train") "," TEXT("origin") "," TEXT("destination") "," TEXT("departure_time") "," TEXT("arrival_time")),
	       "Zug      Von - Nach        Ab - An\n"
	       "ICE 73   Basel - Ulm       08:13 - 09:58\n"
	       "IC 2264  Ulm - Stuttgart   10:06 - 10:53\n"
	       "RE 5     Ulm - Kempten     11:02 - 12:05\n",
	       "ICE 73|Basel|Ulm|08:13|09:58\nIC 2264|Ulm|Stuttgart|10:06|10:53\nRE 5|Ulm|Kempten|11:02|12:05\n");
}

/* A code in brackets behind a name; brackets inside the name stay with it. */
static void test_brackets(void **state)
{
	expect(ARRAY("items", TEXT("item") "," TEXT("catalogue_number") "," NUMBER("amount")),
	       "Item (Catalogue no.)              Amount\n"
	       "Gloves, nitrile (NG-100M)         159.00\n"
	       "Filter (round) paper (FP-11)       66.00\n",
	       "Gloves, nitrile|NG-100M|159.00\nFilter (round) paper|FP-11|66.00\n");
}

/* Two lines of a header, two lines of each cell: one record. */
static void test_two_lines(void **state)
{
	expect(ARRAY("trades", TEXT("trade_date") "," TEXT("settlement_date") "," TEXT("action") "," NUMBER("amount") "," NUMBER("commission")),
	       "Trade date    Action       Amount\n"
	       "Settle date            Commission\n"
	       "03/04/2024    Buy        6,187.50\n"
	       "03/06/2024                   9.95\n"
	       "03/11/2024    Sell       8,968.00\n"
	       "03/13/2024                   9.95\n"
	       "03/19/2024    Buy        5,092.00\n"
	       "03/21/2024                  14.50\n",
	       "03/04/2024|03/06/2024|Buy|6,187.50|9.95\n"
	       "03/11/2024|03/13/2024|Sell|8,968.00|9.95\n"
	       "03/19/2024|03/21/2024|Buy|5,092.00|14.50\n");
	/* a header that only wraps: its rows are records of one line */
	expect(ARRAY("items", TEXT("item") "," NUMBER("quantity") "," NUMBER("unit_price")),
	       "Item       Quantity      Unit\n"
	       "                        price\n"
	       "Bolts            10      2.50\n"
	       "Wire              4     10.00\n"
	       "Paint             1     17.25\n",
	       "Bolts|10|2.50\nWire|4|10.00\nPaint|1|17.25\n");
}

/* A figure with its unit, when nothing else gives the unit; "No." has none, whoever comes first. */
static void test_units(void **state)
{
	expect(ARRAY("items", NUMBER("position") "," TEXT("description") "," NUMBER("quantity") "," TEXT("unit")),
	       "No.  Description          Quantity\n"
	       "1    Cement                40 bags\n"
	       "2    Sand                  2.5 t\n"
	       "3    Timber                36 m\n",
	       "1|Cement|40|bags\n2|Sand|2.5|t\n3|Timber|36|m\n");
	/* a column of its own is the better source */
	expect(ARRAY("items", TEXT("description") "," NUMBER("quantity") "," TEXT("unit")),
	       "Description          Quantity   Unit\n"
	       "Cement                     40   bags\n"
	       "Sand                      2.5   t\n"
	       "Timber                     36   m\n",
	       "Cement|40|bags\nSand|2.5|t\nTimber|36|m\n");
}

/* Thousands set apart by a blank, in a text too short to tell its language; the count before is another cell. */
static void test_blank_thousands(void **state)
{
	struct result *r = run(ARRAY("items", TEXT("item") "," NUMBER("quantity") "," NUMBER("price")),
			       "Item        Quantity      Price\n"
			       "Tiles            120   1`740,00\n"
			       "Gutter             2     740,00\n"
			       "Scaffold           1  12`150,00\n");
	static const char *const want[] = { "1740.00", "740.00", "12150.00" };
	for (size_t i = 0; i < 3; i++) {
		struct str canon = r->out[0].items[i].cell[2].canon;
		assert_true(str_eq_z(canon, want[i]));
	}
	result_fini(r);
}

/* Cells that mostly do not come apart stay whole, whatever the header says. */
static void test_whole_cells(void **state)
{
	expect(ARRAY("items", TEXT("name") "," TEXT("code") "," NUMBER("amount")),
	       "Name / Code          Amount\n"
	       "Gloves               159.00\n"
	       "Filters               66.00\n"
	       "Tape / wide           12.00\n",
	       "Gloves||159.00\nFilters||66.00\nTape / wide||12.00\n");
}

#define PRICES ARRAY("items", TEXT("item") "," NUMBER("price") "," TEXT("currency"))

/* The currency stands beside the amounts, else in their header, else it is the only one of the document. */
static void test_currency(void **state)
{
	expect(PRICES,
	       "Item               Price\n"
	       "Bolts           EUR 2.50\n"
	       "Wire           USD 10.00\n"
	       "Paint          EUR 17.25\n",
	       "Bolts|EUR 2.50|EUR\nWire|USD 10.00|USD\nPaint|EUR 17.25|EUR\n");
	expect(PRICES,
	       "Prices in USD on request\n"
	       "\n"
	       "Item       Price (EUR)\n"
	       "Bolts             2.50\n"
	       "Wire             10.00\n"
	       "Paint            17.25\n",
	       "Bolts|2.50|EUR\nWire|10.00|EUR\nPaint|17.25|EUR\n");
	expect(PRICES,
	       "All prices in CHF\n"
	       "\n"
	       "Item             Price\n"
	       "Bolts             2.50\n"
	       "Wire\n"
	       "Paint            17.25\n",
	       "Bolts Wire|2.50|CHF\nPaint|17.25|CHF\n");
	expect(PRICES, /* two: none is sure */
	       "Prices in CHF or EUR\n"
	       "\n"
	       "Item             Price\n"
	       "Bolts             2.50\n"
	       "Wire             10.00\n"
	       "Paint            17.25\n",
	       "Bolts|2.50|\nWire|10.00|\nPaint|17.25|\n");
}

#define PEOPLE ARRAY("people", TEXT("name") "," TEXT("room") "," TEXT("phone") "," TEXT("email"))

/* Blocks of labels side by side, below names without a label. */
static void test_cards(void **state)
{
	expect(PEOPLE,
	       "^Ann ^Miller           ^Bob ^Brown            ^Carla ^Rossi\n"
	       "Room: A12              Room: B7               Room: C30\n"
	       "Phone: 4410            Phone: 4032            Phone: 4108\n"
	       "Email: am@x.example    Email: bb@x.example    Email: cr@x.example\n"
	       "\n"
	       "^Dora ^Stein\n"
	       "Room: A13\n"
	       "Phone: 4477\n"
	       "Email: ds@x.example\n",
	       "Ann Miller|A12|4410|am@x.example\nBob Brown|B7|4032|bb@x.example\n"
	       "Carla Rossi|C30|4108|cr@x.example\nDora Stein|A13|4477|ds@x.example\n");
	/* one below the other; the title of the page is nobody's name */
	expect(PEOPLE,
	       "^Directory\n"
	       "\n"
	       "^Ann ^Miller\n"
	       "Room: A12\n"
	       "Phone: 4410\n"
	       "\n"
	       "^Bob ^Brown\n"
	       "Room: B7\n"
	       "Phone: 4032\n",
	       "Ann Miller|A12|4410|\nBob Brown|B7|4032|\n");
}

/* No colons; the label of the line comes again, so it is no table on its side either. Its title stands above, or further left. */
static void test_cards_without_colons(void **state)
{
	expect(ARRAY("homes", TEXT("address") "," TEXT("city") "," NUMBER("bedrooms") "," NUMBER("monthly_rent")),
	       "^18 ^Birch ^Street           ^402 ^Canal ^Road\n"
	       "City          Portland       City          Gorham\n"
	       "Bedrooms      2              Bedrooms      3\n"
	       "Monthly rent  1,650          Monthly rent  2,100\n"
	       "\n"
	       "^9 ^Elm ^Court               ^77 ^Shore ^Drive\n"
	       "City          Saco           City          Bath\n"
	       "Bedrooms      1              Bedrooms      4\n"
	       "Monthly rent  1,275          Monthly rent  2,950\n",
	       "18 Birch Street|Portland|2|1,650\n402 Canal Road|Gorham|3|2,100\n"
	       "9 Elm Court|Saco|1|1,275\n77 Shore Drive|Bath|4|2,950\n");
	expect(ARRAY("rooms", TEXT("room_name") "," NUMBER("guests") "," NUMBER("price")),
	       "^Single ^Room\n"
	       "     Guests: 1\n"
	       "     Price: 135\n"
	       "^Junior ^Suite\n"
	       "     Guests: 3\n"
	       "     Price: 340\n",
	       "Single Room|1|135\nJunior Suite|3|340\n");
}

/* The first row of a table on its side names the records, though another property finds no row. */
static void test_pivot_names(void **state)
{
	expect(ARRAY("plans", TEXT("plan") "," NUMBER("price") "," TEXT("colour") "," NUMBER("weight")),
	       "Name          Small       Family      Large\n"
	       "Price         7.99        14.99       24.99\n"
	       "Weight        10          80          200\n",
	       "Small|7.99||10\nFamily|14.99||80\nLarge|24.99||200\n");
}

/* Several labels with their values in one run of words, what they are about before them. */
static void test_inline_labels(void **state)
{
	expect(ARRAY("leave", TEXT("kind") "," NUMBER("taken") "," NUMBER("balance")),
	       "Annual leave  taken: 19.00 balance: 6.00\n"
	       "Study leave  taken: 1.00 balance: 1.08\n",
	       "Annual leave|19.00|6.00\nStudy leave|1.00|1.08\n");
}

/* Marks behind few of the figures are what a property named so asks for; a column without any keeps its cells. */
static void test_marks(void **state)
{
	expect(ARRAY("results", TEXT("test") "," NUMBER("result") "," TEXT("flag") "," TEXT("unit")),
	       "Test              Result     Unit\n"
	       "Haemoglobin       14.2       g/dl\n"
	       "Glucose           112 *      mg/dl\n"
	       "Leukocytes        11.8 H     /nl\n"
	       "Sodium            139        mmol/l\n",
	       "Haemoglobin|14.2||g/dl\nGlucose|112|*|mg/dl\nLeukocytes|11.8|H|/nl\nSodium|139||mmol/l\n");
}

/* A header names two things of which one is asked for: by the words of the header, or by what the cells read as. */
static void test_halves(void **state)
{
	const char *page = "Employee / ID            Department      Hours\n"
			   "Alvarez, Dana / E-1044   Operations      80.00\n"
			   "Brooks, Samir / E-0871   Warehouse       76.50\n"
			   "Chen, Lily / E-1130      Finance         80.00\n";
	expect(ARRAY("employees", TEXT("employee") "," TEXT("department") "," NUMBER("hours")), page,
	       "Alvarez, Dana|Operations|80.00\nBrooks, Samir|Warehouse|76.50\nChen, Lily|Finance|80.00\n");
	expect(ARRAY("employees", TEXT("employee_id") "," TEXT("department") "," NUMBER("hours")), page,
	       "E-1044|Operations|80.00\nE-0871|Warehouse|76.50\nE-1130|Finance|80.00\n");
	/* a sign inside values of one thing parts nothing */
	expect(ARRAY("orders", TEXT("task") "," TEXT("technician")),
	       "Task                          Technician\n"
	       "Replace belt A-40 / B-52      Okafor\n"
	       "Clean filter 3 / 4            Jensen\n",
	       "Replace belt A-40 / B-52|Okafor\nClean filter 3 / 4|Jensen\n");
}

/* Units in brackets, in the header of a column and in the labels of blocks; a year in brackets is none. */
static void test_units_in_brackets(void **state)
{
	expect(ARRAY("goods", TEXT("name") "," NUMBER("weight") "," TEXT("weight_unit") "," NUMBER("volume") "," TEXT("volume_unit")),
	       "Name            Weight (kg)     Volume (2024)\n"
	       "Bolts                  12.5              0.40\n"
	       "Wire                    7.9              0.25\n",
	       "Bolts|12.5|kg|0.40|\nWire|7.9|kg|0.25|\n");
	expect(ARRAY("rooms", TEXT("name") "," NUMBER("area") "," TEXT("area_unit") "," TEXT("seats")),
	       "^Room ^Elbe\nArea (m2): 48\nSeats: 24 to 30\n\n^Room ^Saale\nArea (m2): 112\nSeats: 60 to 80\n",
	       "Room Elbe|48|m2|24 to 30\nRoom Saale|112|m2|60 to 80\n");
}

/* Ends of ranges below a header that names neither, the last one open; its unit in brackets is no property's name. */
static void test_ranges_without_names(void **state)
{
	expect(ARRAY("tariff", NUMBER("from_kwh") "," NUMBER("to_kwh") "," NUMBER("price_per_kwh") "," NUMBER("standing_charge")),
	       "Consumption (kWh)    Price per kWh    Standing charge\n"
	       "0 - 1,000            0.32             9.90\n"
	       "1,001 - 5,000        0.29             9.90\n"
	       "over 5,000           0.27            12.50\n",
	       "0|1,000|0.32|9.90\n1,001|5,000|0.29|9.90\n5,000||0.27|12.50\n");
}

/* Columns in groups, each below a name set over its middle: a short one touches one column alone, and is of all. */
static void test_groups_of_columns(void **state)
{
	expect(ARRAY("states", TEXT("state") "," NUMBER("births_2018") "," NUMBER("births_2019") "," NUMBER("rate_2018") "," NUMBER("rate_2019")),
	       "             Number of births       Birth rate\n"
	       "State        2018       2019       2018      2019\n"
	       "Alabama    57,761     58,615       11.8      12.0\n"
	       "Alaska     10,086      9,822       13.7      13.4\n"
	       "Arizona    80,723     79,375       11.3      10.9\n",
	       "Alabama|57,761|58,615|11.8|12.0\nAlaska|10,086|9,822|13.7|13.4\nArizona|80,723|79,375|11.3|10.9\n");
}

/* A header of two names, its cells two lines broken on purpose; the unit of a header with the mark of a note is no amount. */
static void test_names_above_roles(void **state)
{
	const char *page = "Name and principal position    Year    Salary ($)(1)    Total\n"
			   "Ana Whitlock                   2023    950,000          990,100\n"
			   "President and Chief Officer\n"
			   "Gerard Oyelaran                2023    540,000          561,207\n"
			   "Finance Officer\n"
			   "Mei-Ling Castro                2023    470,000          480,310\n"
			   "General Counsel\n";
	expect(ARRAY("pay", TEXT("name") "," NUMBER("salary") "," NUMBER("total")), page,
	       "Ana Whitlock|950,000|990,100\nGerard Oyelaran|540,000|561,207\nMei-Ling Castro|470,000|480,310\n");
	expect(ARRAY("pay", TEXT("name") "," TEXT("position") "," NUMBER("total")), page,
	       "Ana Whitlock|President and Chief Officer|990,100\nGerard Oyelaran|Finance Officer|561,207\n"
	       "Mei-Ling Castro|General Counsel|480,310\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signs),
		cmocka_unit_test(test_glued),
		cmocka_unit_test(test_brackets),
		cmocka_unit_test(test_two_lines),
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_blank_thousands),
		cmocka_unit_test(test_whole_cells),
		cmocka_unit_test(test_currency),
		cmocka_unit_test(test_cards),
		cmocka_unit_test(test_cards_without_colons),
		cmocka_unit_test(test_pivot_names),
		cmocka_unit_test(test_inline_labels),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_halves),
		cmocka_unit_test(test_units_in_brackets),
		cmocka_unit_test(test_ranges_without_names),
		cmocka_unit_test(test_groups_of_columns),
		cmocka_unit_test(test_names_above_roles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
