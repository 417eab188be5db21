/* SPDX-License-Identifier: Apache-2.0 */
/* Values that stand before, behind or below what names them: counted things, lists of one label, days of rows. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define INTEGER(name) "\"" name "\":{\"type\":\"integer\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"
#define DATE(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define STRINGS(name) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"

static void test_counted(void **state)
{
	static const struct row rows[] = {
		{ INTEGER("bedrooms") "," INTEGER("bathrooms") "," INTEGER("parking_spaces"),
		  "3 bedrooms, 2 bathrooms\n"
		  "\n"
		  "1 parking space\n",
		  "{\"bedrooms\":3,\"bathrooms\":2,\"parking_spaces\":1}" },
		/* a list of them: the number below belongs to what it counts */
		{ INTEGER("bedrooms") "," INTEGER("bathrooms"),
		  "- 3 bedrooms\n"
		  "- 2 bathrooms\n",
		  "{\"bedrooms\":3,\"bathrooms\":2}" },
		{ INTEGER("claims") "," INTEGER("drawing_sheets"), "18 Claims, 6 Drawing Sheets\n", "{\"claims\":18,\"drawing_sheets\":6}" },
		{ INTEGER("bedrooms") "," INTEGER("bathrooms"),
		  "A quiet house with 3 bedrooms, 2 bathrooms and a garden that was laid out by the owners themselves.\n",
		  "{\"bedrooms\":3,\"bathrooms\":2}" },
		{ INTEGER("office_count") "," INTEGER("number_of_employees"), "12 employees, 3 offices\n", "{\"office_count\":3,\"number_of_employees\":12}" },
		/* the number of a box is no count */
		{ INTEGER("wages"), "1 Wages          45000\n", "{\"wages\":45000}" },
		{ INTEGER("claims"), "3. Claims\n\nNone were made.\n", "{\"claims\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Rows of labels and values: a value that begins small does not go on from the row above, whose label nobody knows. */
static void test_rows_of_unknown_labels(void **state)
{
	static const struct row rows[] = {
		{ TEXT("haustiere"),
		  "Kaltmiete          1.050,00 EUR\n"
		  "Energieausweis     Verbrauch, 92 kWh\n"
		  "Haustiere          nach Absprache\n",
		  "{\"haustiere\":\"nach Absprache\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What a name says more than its label may stand in the heading over the column; what stands beside a colon answered below is a label. */
static void test_heads_of_columns(void **state)
{
	static const struct row rows[] = {
		{ TEXT("loan_purpose") "," TEXT("seller"),
		  "*Parties                                *Loan *Information\n"
		  "*Seller        Steven Cole              *Term        30 years\n"
		  "*Buyer         Mika Joutsen             *Purpose     Purchase\n"
		  "*Agent         Epsilon Title Co.        *Lender      Ficus Bank\n",
		  "{\"loan_purpose\":\"Purchase\",\"seller\":\"Steven Cole\"}" },
		{ TEXT("loan_purpose"),
		  "*Parties                                *Visit\n"
		  "*Seller        Steven Cole              *Day         Monday\n"
		  "*Buyer         Mika Joutsen             *Purpose     Purchase\n",
		  "{\"loan_purpose\":null}" },
		{ DATE("invoice_date"),
		  "Remit to:          Billing address:        Invoice date    03/31/24\n"
		  "Harbour TV         Crestview Ltd           Invoice month   March 2024\n"
		  "PO Box 44          88 Pine St              Order           448120\n",
		  "{\"invoice_date\":\"2024-03-31\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Which column of a statement a figure is asked from: the totals of parts, the one the name says; a figure of 1950 heads nothing. */
static void test_columns_of_statements(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("total_income") "," NUMBER("total_expenditure") "," NUMBER("net_movement"),
		  "                       Unrestricted   Restricted      Total\n"
		  "                          funds          funds         funds\n"
		  "Income and endowments from\n"
		  "Donations                41,220         118,500       159,720\n"
		  "Investments                 318               -           318\n"
		  "Total                    41,538         118,500       160,038\n"
		  "Expenditure on\n"
		  "Charitable work          35,902         121,077       156,979\n"
		  "Total                    35,902         121,077       156,979\n"
		  "Net movement              5,636          (2,577)        3,059\n",
		  "{\"total_income\":160038,\"total_expenditure\":156979,\"net_movement\":3059}" },
		{ NUMBER("total_revenue_budget") "," NUMBER("total_expenses_budget"),
		  "Category          FY2024 Actual     FY2025 Budget     Change\n"
		  "Grants                    15000             12000       -0.2\n"
		  "Plant sale               3115.5              3500      0.123\n"
		  "Total revenue           18115.5             15500     -0.144\n"
		  "Insurance                  1890              1950      0.032\n"
		  "Tools                   6022.75              5000      -0.17\n"
		  "Total expenses          7912.75              6950     -0.122\n",
		  "{\"total_revenue_budget\":15500,\"total_expenses_budget\":6950}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Rates beside figures do not keep a row that begins as a total from being the sum it is, nor are they names of groups. */
static void test_sums_beside_rates(void **state)
{
#define LINES "\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("category") "," TEXT("section") "," NUMBER("actual") "," NUMBER("budget") "}}}"
	static const struct row rows[] = {
		{ LINES,
		  "Category              Actual      Budget     Change\n"
		  "Revenue\n"
		  "Grants                15000       12000       -0.2\n"
		  "Plant sale           3115.5        3500      0.123\n"
		  "Total revenue       18115.5       15500     -0.144\n"
		  "Expenses\n"
		  "Insurance              1890        1950      0.032\n"
		  "Tools               6022.75        5000      -0.17\n"
		  "Total expenses      7912.75        6950     -0.122\n",
		  "{\"lines\":[{\"category\":\"Grants\",\"section\":\"Revenue\",\"actual\":15000,\"budget\":12000},"
		  "{\"category\":\"Plant sale\",\"section\":\"Revenue\",\"actual\":3115.5,\"budget\":3500},"
		  "{\"category\":\"Insurance\",\"section\":\"Expenses\",\"actual\":1890,\"budget\":1950},"
		  "{\"category\":\"Tools\",\"section\":\"Expenses\",\"actual\":6022.75,\"budget\":5000}]}" },
	};
#undef LINES
	(void)state;
	CHECK_ALL(rows);
}

/* Captions below what they explain; what a docket says about a party is not the party; a blank line is no other's figure. */
static void test_captions_and_blanks(void **state)
{
	static const struct row rows[] = {
		{ TEXT("address") "," TEXT("phone"),
		  "                         Calder Biologics, Inc.\n"
		  "              (Exact name of registrant as specified in its charter)\n"
		  "\n"
		  "                   500 Technology Square, Suite 410\n"
		  "                    Cambridge, Massachusetts 02139\n"
		  "                            (617) 555-0148\n"
		  "     (Address, including zip code, and telephone number of principal offices)\n",
		  "{\"address\":\"500 Technology Square, Suite 410 Cambridge, Massachusetts 02139\",\"phone\":\"(617) 555-0148\"}" },
		{ TEXT("plaintiff"),
		  "Assigned to: Judge Lance Waldron\n"
		  "Jury demand: Plaintiff\n"
		  "Referred to: Magistrate Joan Nivens\n"
		  "Plaintiff\n"
		  "Denise Tillery\n",
		  "{\"plaintiff\":\"Denise Tillery\"}" },
		{ TEXT("resource") "," TEXT("company_signatory"),
		  "Signed for the Government by: Abena Osei, Minister of Lands and Natural\n"
		  "Resources\n"
		  "Signed for the Company by: Gordon Pryce\n",
		  "{\"resource\":null,\"company_signatory\":\"Gordon Pryce\"}" },
		{ NUMBER("federal_tax_withheld") "," NUMBER("foreign_tax_paid"),
		  "Federal tax withheld:    12.10\n"
		  "Foreign tax paid:\n",
		  "{\"federal_tax_withheld\":12.10,\"foreign_tax_paid\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* All that is ticked is the list that the question asks for; so are options that are values of an enumeration. */
static void test_all_that_apply(void **state)
{
	static const struct row rows[] = {
		{ STRINGS("symptoms") "," TEXT("diet"),
		  "Symptoms: [x] Cough [ ] Fever [x] Headache [ ] Nausea\n"
		  "Diet: [ ] Vegan [x] Vegetarian [ ] None\n",
		  "{\"symptoms\":[\"Cough\",\"Headache\"],\"diet\":\"Vegetarian\"}" },
		{ STRINGS("languages_spoken"),
		  "Languages spoken (tick all that apply)\n"
		  "[x] English\n"
		  "[ ] French\n"
		  "[x] Dutch\n",
		  "{\"languages_spoken\":[\"English\",\"Dutch\"]}" },
		{ "\"coverages\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"fire\",\"theft\",\"water\"]}}",
		  "Coverages: [x] Fire [ ] Theft [x] Water\n", "{\"coverages\":[\"fire\",\"water\"]}" },
		{ STRINGS("ingredients"), "Ingredients\n\n• ▢ 8 apples\n• ▢ 2 cups sugar\n", "{\"ingredients\":[\"8 apples\",\"2 cups sugar\"]}" },
		{ STRINGS("symptoms"), "Symptoms: [ ] Cough [ ] Fever\n", "{\"symptoms\":[]}" },
		{ TEXT("registrant_name") "," TEXT("registrant_address") "," TEXT("official_title"),
		  "Name and address of registrant      Larkspur Affairs LLC, 1425 K Street NW, Washington, DC 20005\n",
		  "{\"registrant_name\":\"Larkspur Affairs LLC\",\"registrant_address\":\"1425 K Street NW, Washington, DC 20005\",\"official_title\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_lists_of_labels(void **state)
{
	static const struct row rows[] = {
		{ STRINGS("colours") "," STRINGS("languages") "," TEXT("material"),
		  "Colours      Forest green, Slate and Ochre\n"
		  "Languages    German\n"
		  "             French\n"
		  "Material     Recycled nylon\n",
		  "{\"colours\":[\"Forest green\",\"Slate\",\"Ochre\"],\"languages\":[\"German\",\"French\"],\"material\":\"Recycled nylon\"}" },
		{ STRINGS("sizes") "," STRINGS("colours"),
		  "Sizes\n"
		  "   S, M, L\n"
		  "Colours\n"
		  "   Forest green, Slate\n",
		  "{\"sizes\":[\"S\",\"M\",\"L\"],\"colours\":[\"Forest green\",\"Slate\"]}" },
		{ STRINGS("inactive_ingredients"), "*Inactive *ingredients lactose, magnesium stearate, water\n",
		  "{\"inactive_ingredients\":[\"lactose\",\"magnesium stearate\",\"water\"]}" },
		{ STRINGS("agenda_items"), "^PLANNING ^BOARD ^AGENDA\nTown Hall\n\n- Call to Order\n- Old Business\n",
		  "{\"agenda_items\":[\"Call to Order\",\"Old Business\"]}" },
		{ STRINGS("colours"), "Colours      n/a\nMaterial     Recycled nylon\n", "{\"colours\":[]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Other dates of the document tell the year; without any the day stays unread. */
static void test_days(void **state)
{
#define CHARGES "\"charges\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" \
	"\"date\":{\"type\":\"string\",\"format\":\"date\"}," TEXT("description") ",\"amount\":{\"type\":\"number\"}}}}"
	static const struct row rows[] = {
		{ CHARGES,
		  "Statement of 08.01.2026\n"
		  "\n"
		  "Date      Description      Amount\n"
		  "30.12.    Room             120.00\n"
		  "02.01.    Minibar            8.50\n",
		  "{\"charges\":[{\"date\":\"2025-12-30\",\"description\":\"Room\",\"amount\":120.00},"
		  "{\"date\":\"2026-01-02\",\"description\":\"Minibar\",\"amount\":8.50}]}" },
		{ CHARGES,
		  "Date      Description      Amount\n"
		  "30.12.    Room             120.00\n"
		  "02.01.    Minibar            8.50\n",
		  "{\"charges\":[{\"date\":null,\"description\":\"Room\",\"amount\":120.00},"
		  "{\"date\":null,\"description\":\"Minibar\",\"amount\":8.50}]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_ranges(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("salary_min") "," NUMBER("salary_max") "," INTEGER("min_age") "," INTEGER("max_age"),
		  "Salary: 42,000 - 48,000 EUR per year\n"
		  "Age range: 18 to 65\n",
		  "{\"salary_min\":42000,\"salary_max\":48000,\"min_age\":18,\"max_age\":65}" },
		{ NUMBER("storage_temperature_min") "," NUMBER("storage_temperature_max"), "Storage temperature    -2 to +8\n",
		  "{\"storage_temperature_min\":-2,\"storage_temperature_max\":8}" },
		/* one number is neither end */
		{ NUMBER("salary_min") "," NUMBER("salary_max"), "Salary: 42,000 EUR per year\n", "{\"salary_min\":null,\"salary_max\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* The date that heads a document without a label is its own. */
static void test_own_date(void **state)
{
	static const struct row rows[] = {
		{ DATE("meeting_date") "," DATE("next_meeting_date"),
		  "PLANNING BOARD\n"
		  "Tuesday, April 14, 2026 at 7:00 p.m.\n\n\n\n\n\n"
		  "Next meeting: May 12, 2026\n",
		  "{\"meeting_date\":\"2026-04-14\",\"next_meeting_date\":\"2026-05-12\"}" },
		{ TEXT("event_name") "," TEXT("city") "," TEXT("country") "," DATE("start_date") "," DATE("end_date"),
		  "^Nordic ^Soil ^Science ^Days\n\n"
		  "Uppsala, Sweden      14-16 September 2026\n"
		  "Plain words follow here.\n",
		  "{\"event_name\":\"Nordic Soil Science Days\",\"city\":\"Uppsala\",\"country\":\"Sweden\",\"start_date\":\"2026-09-14\","
		  "\"end_date\":\"2026-09-16\"}" },
		{ DATE("report_date") "," DATE("launch_date"), "Launch date     12.09.2014\n", "{\"report_date\":null,\"launch_date\":\"2014-09-12\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_magnitudes(void **state)
{
	static const struct row rows[] = {
		{ "\"fund_size\":{\"type\":\"number\"},\"revenue_millions\":{\"type\":\"number\"}",
		  "Fund size: EUR 612.4 million\n"
		  "Revenue:   12.5 million\n",
		  "{\"fund_size\":612400000,\"revenue_millions\":12.5}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What a page is headed with is the name of the thing it is about, unless it is what the page calls itself. */
static void test_subjects(void **state)
{
	static const struct row rows[] = {
		{ TEXT("product_name") "," TEXT("brand"), "^TrailMax ^45L ^Backpack\n\nBrand: Norrland\nPlain words follow here.\n",
		  "{\"product_name\":\"TrailMax 45L Backpack\",\"brand\":\"Norrland\"}" },
		{ TEXT("name") "," TEXT("brand"), "^TrailMax ^45L ^Backpack\n\nBrand: Norrland\nPlain words follow here.\n",
		  "{\"name\":\"TrailMax 45L Backpack\",\"brand\":\"Norrland\"}" },
		{ TEXT("name") "," TEXT("colour"), "^TrailMax ^45L ^Backpack\n\nColour: moss\nPlain words follow here.\n",
		  "{\"name\":null,\"colour\":\"moss\"}" },
		{ TEXT("fund_name") "," TEXT("colour"), "^World ^Equity ^Mountain            Class I\n\nColour: moss\nPlain words follow here.\n",
		  "{\"fund_name\":\"World Equity Mountain\",\"colour\":\"moss\"}" },
		{ TEXT("product_name") "," TEXT("brand"), "^Technical ^Data ^Sheet\n\nBrand: Norrland\nPlain words follow here.\n",
		  "{\"product_name\":null,\"brand\":\"Norrland\"}" },
		{ TEXT("title") "," TEXT("agency") "," NUMBER("price"), "^Sunny ^flat ^near ^Ostend\n\n\xE2\x82\xAC 345,000\n\n- Floor: 2nd of 5\n",
		  "{\"title\":\"Sunny flat near Ostend\",\"agency\":null,\"price\":345000}" },
		{ TEXT("job_title"), "^Marine ^Electrician\n\nPlain words follow here.\n", "{\"job_title\":\"Marine Electrician\"}" },
		{ TEXT("location"), "Harbour Chess Club\nSan Francisco, CA\n", "{\"location\":\"San Francisco, CA\"}" },
		{ TEXT("company"), "Wessel Shipyards GmbH | Bremerhaven | Full-time\n", "{\"company\":\"Wessel Shipyards GmbH\"}" },
		{ TEXT("job_title"), "^Ruth ^Lindqvist\n\nPlain words follow here.\n", "{\"job_title\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Lines of an order without columns. */
static void test_orders(void **state)
{
#define ITEMS "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" \
	INTEGER("quantity") "," TEXT("description") "," NUMBER("price") "}}}"
	static const struct row rows[] = {
		{ ITEMS,
		  "Items in this shipment\n"
		  "1 x Ceramic kettle, blue - $39.00\n"
		  "2 x Linen tea towel - $7.50\n"
		  "\n"
		  "Total: $54.00\n",
		  "{\"items\":[{\"quantity\":1,\"description\":\"Ceramic kettle, blue\",\"price\":39.00},"
		  "{\"quantity\":2,\"description\":\"Linen tea towel\",\"price\":7.50}]}" },
		{ ITEMS,
		  "- Ceramic kettle x 1: $39.00\n"
		  "- Linen tea towel x 2: $15.00\n",
		  "{\"items\":[{\"quantity\":1,\"description\":\"Ceramic kettle\",\"price\":39.00},"
		  "{\"quantity\":2,\"description\":\"Linen tea towel\",\"price\":15.00}]}" },
		{ "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("description") "," NUMBER("price") "}}}",
		  "Ceramic kettle - $39.00\n"
		  "Linen tea towel - $15.00\n"
		  "Total - $54.00\n",
		  "{\"items\":[{\"description\":\"Ceramic kettle\",\"price\":39.00},{\"description\":\"Linen tea towel\",\"price\":15.00}]}" },
		/* sums are no items */
		{ ITEMS, "Subtotal: $54.00\nShipping: $4.95\nTotal: $58.95\n", "{\"items\":[]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Blocks without a heading: set to the right, and addressed to someone. */
static void test_recipients(void **state)
{
	static const struct row rows[] = {
		{ TEXT("buyer_name") "," TEXT("buyer_city"),
		  "Nordwind GmbH, Hafenstr. 1, 20457 Hamburg\n\n\n\n"
		  "                                   Rathaus Altona\n"
		  "                             Lange Hauptstrasse 5\n"
		  "                                  12345 Neustadt\n",
		  "{\"buyer_name\":\"Rathaus Altona\",\"buyer_city\":\"Neustadt\"}" },
		{ TEXT("account_holder"),
		  "Herrn\n"
		  "Lukas Brandmeier\n"
		  "Hauptstr. 3\n"
		  "79780 Neustadt\n"
		  "IBAN: DE89370400440532013000\n",
		  "{\"account_holder\":\"Lukas Brandmeier\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_name_before_mail(void **state)
{
	static const struct row rows[] = {
		{ TEXT("vendor_vat_id") "," TEXT("vendor_name"), "VAT     $0.00\nVendor: (Not to be used for payment)\n",
		  "{\"vendor_vat_id\":null,\"vendor_name\":null}" },
		{ TEXT("customer_name") "," TEXT("customer_email"), "Customer: Nadia Fowler <nadia@mail.example>\n",
		  "{\"customer_name\":\"Nadia Fowler\",\"customer_email\":\"nadia@mail.example\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A register's name says what its values are: a code, not the sentence behind it. */
static void test_registers(void **state)
{
	static const struct row rows[] = {
		{ TEXT("isbn") "," TEXT("doi"), "ISBN 978-3-16-148410-0 printed in Ghent\nDOI: 10.1234/jml.2025.0417 accepted 9 June 2025\n",
		  "{\"isbn\":\"978-3-16-148410-0\",\"doi\":\"10.1234/jml.2025.0417\"}" },
		/* a code with its name in it needs no label, if it is the only one */
		{ TEXT("nct_id") "," TEXT("doi"), "Registered as NCT05918264 (NCT05918264).\nhttps://doi.org/10.5194/jch-18-211-2024\n",
		  "{\"nct_id\":\"NCT05918264\",\"doi\":\"10.5194/jch-18-211-2024\"}" },
		{ TEXT("nct_id"), "Compare NCT05918264 and NCT05918265.\n", "{\"nct_id\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Where an article appeared is told in one line, the journal before its figures or above them; a long figure is no name. */
static void test_imprints(void **state)
{
	static const struct row rows[] = {
		{ TEXT("journal") "," TEXT("volume") "," TEXT("issue") "," TEXT("pages") ",\"year\":{\"type\":\"integer\"}",
		  "Journal of Coastal Hydrology, Vol. 18, No. 3, pp. 211-229, 2024\n",
		  "{\"journal\":\"Journal of Coastal Hydrology\",\"volume\":\"18\",\"issue\":\"3\",\"pages\":\"211-229\",\"year\":2024}" },
		{ TEXT("zeitschrift") ",\"jahrgang\":{\"type\":\"integer\"}," TEXT("seiten"),
		  "Zeitschrift für Arbeit · Jahrgang 41 · Heft 2 · Seiten 87-104 · 2023\n",
		  "{\"zeitschrift\":\"Zeitschrift für Arbeit\",\"jahrgang\":41,\"seiten\":\"87-104\"}" },
		{ TEXT("product_name"), "Returns within 60 days.\nCustomer service: 1-888-555-0110\n", "{\"product_name\":null}" },
		{ "\"berufserfahrung_jahre\":{\"type\":\"integer\"}", "Das Werk fertigt seit 1923 Glas und sucht Leute mit mindestens 5 Jahren Berufserfahrung.\n", "{\"berufserfahrung_jahre\":5}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Moments take the time behind "at", "un-" says no; a day may end a line. */
static void test_small_guards(void **state)
{
	static const struct row rows[] = {
		{ "\"last_edited\":{\"type\":\"string\",\"format\":\"date-time\"}", "This page was last edited on 9 January 2025, at 11:03 by somebody.\n",
		  "{\"last_edited\":\"2025-01-09T11:03:00\"}" },
		{ "\"befristet\":{\"type\":\"boolean\"}", "Minden · Vollzeit · unbefristet · ab 01.10.2025\n", "{\"befristet\":false}" },
		{ "\"befristet\":{\"type\":\"boolean\"}", "Minden · Vollzeit · befristet\n", "{\"befristet\":true}" },
		{ "\"bewerbungsfrist\":{\"type\":\"string\",\"format\":\"date\"}",
		  "Bitte senden Sie Ihre Bewerbung mit allen Zeugnissen bis zum 15.\nAugust 2025 an unser Werk in Minden, es ist die Bewerbungsfrist.\n", "{\"bewerbungsfrist\":\"2025-08-15\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What is asked for as a code begins with its capitals; a reference may be words; words between figures and an end may be a person. */
static void test_picks(void **state)
{
	static const struct row rows[] = {
		{ TEXT("flight_number") "," TEXT("plate_number"), "Flight number: LX 2087 / 14 Oct 2024\nPlate number: BHV-GT 418\n",
		  "{\"flight_number\":\"LX 2087\",\"plate_number\":\"BHV-GT 418\"}" },
		{ TEXT("wkn"), "ISIN LU1234567802     WKN A2QK7B\n", "{\"wkn\":\"A2QK7B\"}" },
		{ TEXT("your_reference"), "Your reference: werk Zeepad 12\n", "{\"your_reference\":\"werk Zeepad 12\"}" },
		{ TEXT("your_reference"), "Your reference: No. 4711-B\n", "{\"your_reference\":\"4711-B\"}" },
		{ TEXT("contact_person"), "*Contact\nYour questions will gladly be answered by Mrs Annegret Sailer, phone 0831 55.\n", "{\"contact_person\":\"Mrs Annegret Sailer\"}" },
		{ TEXT("remarks"), "Remarks:\nReceived on ___/___/_____ by\n", "{\"remarks\":null}" },
		{ TEXT("guest_name"), "Guests:   2 adults\n", "{\"guest_name\":null}" },
		{ TEXT("salary_range"), "Salary range: 2.900 - 3.300 EUR a month\n", "{\"salary_range\":\"2.900 - 3.300 EUR a month\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Pairs side by side keep their figures apart; a line of a form goes on with a sentence, and its number is no figure of it. */
static void test_lines(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("pension") "," NUMBER("overtime"),
		  "Payments              Deductions             Year to date\n"
		  "Overtime  145.20      Insurance   114.40     Tax paid TD   543.40\n"
		  "Bonus      15.20      Pension      92.14     Other due TD  222.10\n",
		  "{\"pension\":92.14,\"overtime\":145.20}" },
		{ NUMBER("total_income") "," NUMBER("amount_owed"),
		  "9    Total income. Add lines 1 through 8     9     71,204\n37   Amount owed                             37\n",
		  "{\"total_income\":71204,\"amount_owed\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Bounds beside a result are none; figures parted by a blank are one number where nothing else stands there. */
static void test_results(void **state)
{
	static const struct row rows[] = {
		{ "\"assay_percent\":{\"type\":\"number\"}",
		  "Test          Result        Specification\nAssay         99.6 %        101.0 %\nMoisture      0.12 %        0.25 %\n", "{\"assay_percent\":99.6}" },
		{ NUMBER("current_reading"), "Current reading     Usage\n1 183               12\n", "{\"current_reading\":1183}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Items of one list do not answer each other; buttons beside all of them are none of their words. */
static void test_items_of_pages(void **state)
{
	static const struct row rows[] = {
		{ TEXT("author"), "• Our authors\n• Privacy\n• Terms of use\n", "{\"author\":null}" },
		{ TEXT("author"), "Author\nMika Joutsen\n", "{\"author\":\"Mika Joutsen\"}" },
		{ STRINGS("ingredients"),
		  "Ingredients\n\n• 3 apples shopping list\n• salt shopping list\n• 2 cups sugar shopping list\n• 1 egg shopping list\n",
		  "{\"ingredients\":[\"3 apples\",\"salt\",\"2 cups sugar\",\"1 egg\"]}" },
		{ STRINGS("ingredients"), "Ingredients\n\n• red wine\n• white wine\n• rose wine\n• plum wine\n",
		  "{\"ingredients\":[\"red wine\",\"white wine\",\"rose wine\",\"plum wine\"]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Below the title a recipe says without a label who sent it in and how long it takes. */
static void test_below_titles(void **state)
{
	static const struct row rows[] = {
		{ TEXT("title") "," TEXT("author") "," INTEGER("total_time_minutes"),
		  "*Apple *Dumplings\n\nFrom MountainMika 2 weeks ago\n\n• 3 hrs on high to make\n• Serves 5\n",
		  "{\"title\":\"Apple Dumplings\",\"author\":\"MountainMika\",\"total_time_minutes\":180}" },
		{ TEXT("title") "," INTEGER("total_time_minutes"),
		  "*Apple *Dumplings\n\nWhisk the eggs for 10 minutes, then fold in the flour and leave it to rest for 2 hours.\n",
		  "{\"title\":\"Apple Dumplings\",\"total_time_minutes\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_items_of_pages), cmocka_unit_test(test_below_titles), cmocka_unit_test(test_picks), cmocka_unit_test(test_results), cmocka_unit_test(test_lines), cmocka_unit_test(test_rows_of_unknown_labels), cmocka_unit_test(test_counted),
		cmocka_unit_test(test_heads_of_columns), cmocka_unit_test(test_all_that_apply), cmocka_unit_test(test_captions_and_blanks), cmocka_unit_test(test_columns_of_statements),
		cmocka_unit_test(test_sums_beside_rates), cmocka_unit_test(test_lists_of_labels),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_own_date),
		cmocka_unit_test(test_magnitudes),
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_orders),
		cmocka_unit_test(test_recipients),
		cmocka_unit_test(test_name_before_mail),
		cmocka_unit_test(test_registers), cmocka_unit_test(test_imprints), cmocka_unit_test(test_small_guards),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
