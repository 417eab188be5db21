/* SPDX-License-Identifier: Apache-2.0 */
/* Records of tables: headers, columns, and which lines make one record. */
#include "extract/test-table.h"

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

/* As many things as properties but one: the header reads like one of the table upright, the first cells say that it is not. */
static void test_on_side(void **state)
{
	expect(ARRAY("products", TEXT("product") "," NUMBER("weight") "," NUMBER("power") "," TEXT("colour") "," NUMBER("price")),
	       "Product         Model A1      Model B2      Model C3      Model D4\n"
	       "Weight (kg)     56            35            60            40\n"
	       "Power (W)       859           1658          496           1748\n"
	       "Colour          blue          blue          grey          blue\n"
	       "Price           472.00        86.12         113.41        354.94\n",
	       "Model A1|56|859|blue|472.00\nModel B2|35|1658|blue|86.12\nModel C3|60|496|grey|113.41\nModel D4|40|1748|blue|354.94\n");
	/* upright, although two of its names are those of properties */
	expect(ARRAY("charges", TEXT("name") "," NUMBER("weight") "," NUMBER("price")),
	       "Name            Weight        Price\n"
	       "Weight          56            3.50\n"
	       "Price           35            4.25\n"
	       "Distance        60            1.10\n",
	       "Weight|56|3.50\nPrice|35|4.25\nDistance|60|1.10\n");
}

/* Sums of groups in a list without a header end none of it; what follows the last sum and is no item ends it. */
static void test_sums_between(void **state)
{
	expect(ARRAY("items", TEXT("description") "," NUMBER("quantity") "," NUMBER("amount")),
	       "Desk lamp          41     365.15\n"
	       "Oak board           2      76.83\n"
	       "Garden hose        56      59.60\n"
	       "Total 3 items             501.58\n"
	       "\n"
	       "Paper A4           61      46.54\n"
	       "Copper wire        42      90.64\n"
	       "Total 2 items             137.18\n",
	       "Desk lamp|41|365.15\nOak board|2|76.83\nGarden hose|56|59.60\nPaper A4|61|46.54\nCopper wire|42|90.64\n");
}

/* Two terms side by side: each has its heading, the line that sums it up is none of its rows; "Gr." is short for the grade. */
static void test_halves(void **state)
{
	expect(ARRAY("courses", TEXT("term") "," TEXT("course") "," NUMBER("credits") "," TEXT("grade")),
	       "^Fall ^2021                                       ^Spring ^2021\n"
	       "^Course                ^Credits    ^Gr.           ^Course                ^Credits    ^Gr.\n"
	       "Organic Chemistry     3          A-               Genetics              6          B\n"
	       "Statistics            5          B                World History         3          A-\n"
	       "Genetics              2          A-               Linear Algebra        6          A-\n"
	       "Logic                 4          C                Microeconomics        2          A\n"
	       "Algebra               6          B+               Optics                5          C+\n"
	       "Term GPA 3.59                                     Term GPA 2.18\n",
	       "Fall 2021|Organic Chemistry|3|A-\n"
	       "Fall 2021|Statistics|5|B\n"
	       "Fall 2021|Genetics|2|A-\n"
	       "Fall 2021|Logic|4|C\n"
	       "Fall 2021|Algebra|6|B+\n"
	       "Spring 2021|Genetics|6|B\n"
	       "Spring 2021|World History|3|A-\n"
	       "Spring 2021|Linear Algebra|6|A-\n"
	       "Spring 2021|Microeconomics|2|A\n"
	       "Spring 2021|Optics|5|C+\n");
}

/* Columns headed by days, or by three words, give a record for each cell; a column of sums gives none. */
static void test_cross(void **state)
{
	expect(ARRAY("results", TEXT("parameter") "," TEXT("unit") ",\"date\":{\"type\":\"string\",\"format\":\"date\"}," NUMBER("value")),
	       "Parameter       Unit      02.01.2024    09.01.2024    16.01.2024\n"
	       "Haemoglobin     g/dl            13.1          12.4          12.9\n"
	       "CRP             mg/l               3            54            12\n"
	       "Creatinine      mg/dl            0.9                         1.0\n",
	       "Haemoglobin|g/dl|02.01.2024|13.1\nHaemoglobin|g/dl|09.01.2024|12.4\nHaemoglobin|g/dl|16.01.2024|12.9\n"
	       "CRP|mg/l|02.01.2024|3\nCRP|mg/l|09.01.2024|54\nCRP|mg/l|16.01.2024|12\n"
	       "Creatinine|mg/dl|02.01.2024|0.9\nCreatinine|mg/dl|16.01.2024|1.0\n");
	expect(ARRAY("prices", TEXT("size") "," TEXT("colour") "," NUMBER("price")),
	       "Size          White        Grey       Black\n"
	       "S             19.90       21.90       24.90\n"
	       "M             20.90       22.90       25.90\n",
	       "S|White|19.90\nS|Grey|21.90\nS|Black|24.90\nM|White|20.90\nM|Grey|22.90\nM|Black|25.90\n");
}

/* As many columns that nobody knows, but words below words: no table of values. */
static void test_cross_names(void **state)
{
	expect(ARRAY("goods", TEXT("article") "," TEXT("colour") "," TEXT("place")),
	       "Article         Foo         Bar         Baz\n"
	       "Hinge           red         rack        left\n"
	       "Latch           blue        shelf       right\n",
	       "");
}

/* Set apart below the rows and with colons, the first named like a figure of the document: none of them is a row. */
static void test_pairs_below(void **state)
{
	expect("{\"type\":\"object\",\"properties\":{" NUMBER("gross_pay") ",\"deductions\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
	       TEXT("description") "," NUMBER("amount") "}}}}}",
	       "Deductions            Amount\n"
	       "Income tax             15.13\n"
	       "Pension               398.00\n"
	       "\n"
	       "Gross pay:         23,177.10\n"
	       "Total deductions:     413.13\n"
	       "Net pay:           22,763.97\n",
	       "Income tax|15.13\nPension|398.00\n");
}

/* A number and a title in bold, no other figures: the name of the positions below. */
static void test_numbered_titles(void **state)
{
	expect(ARRAY("positions", TEXT("position") "," TEXT("description") "," NUMBER("quantity") "," NUMBER("unit_price") "," NUMBER("total_price")),
	       "Position    Description              Quantity    Unit price    Total price\n"
	       "1           ^Earthworks\n"
	       "1.1         Excavation                    320          2.40         768.00\n"
	       "1.2         Backfill                      185         14.80       2,738.00\n"
	       "2           ^Concrete ^works\n"
	       "2.1         Blinding                       42         11.50         483.00\n"
	       "2.2         Base slab                      28        214.00       5,992.00\n",
	       "1.1|Excavation|320|2.40|768.00\n1.2|Backfill|185|14.80|2,738.00\n2.1|Blinding|42|11.50|483.00\n2.2|Base slab|28|214.00|5,992.00\n");
}

/* A name of two words is not cut where the blank before a sign of percent stands in all cells. */
static void test_percent_apart(void **state)
{
	expect(ARRAY("taxes", NUMBER("tax_rate") "," NUMBER("net_amount") "," NUMBER("tax_amount")),
	       "Tax`rate     Net amount     Tax amount\n"
	       "   7`%         6,643.56         465.04\n"
	       "  19`%         1,185.02         225.15\n",
	       "7 %|6,643.56|465.04\n19 %|1,185.02|225.15\n");
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
		cmocka_unit_test(test_plain_table), cmocka_unit_test(test_header_of_two_lines),
		cmocka_unit_test(test_stub_without_header), cmocka_unit_test(test_wrapped_text),
		cmocka_unit_test(test_ruled_records), cmocka_unit_test(test_two_line_records),
		cmocka_unit_test(test_arithmetic), cmocka_unit_test(test_days_without_year),
		cmocka_unit_test(test_bare_tables), cmocka_unit_test(test_nested_rows), cmocka_unit_test(test_pivot),
		cmocka_unit_test(test_on_side), cmocka_unit_test(test_sums_between), cmocka_unit_test(test_halves),
		cmocka_unit_test(test_percent_apart), cmocka_unit_test(test_cross), cmocka_unit_test(test_cross_names), cmocka_unit_test(test_pairs_below), cmocka_unit_test(test_numbered_titles),
		cmocka_unit_test(test_middle_cells), cmocka_unit_test(test_labels_in_cells),
		cmocka_unit_test(test_blank_cells), cmocka_unit_test(test_map),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
