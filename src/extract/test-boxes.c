/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of ruled boxes and numbered lines, questions with their answers, pairs between bars. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"

/* In a box of its own a value may stand anywhere below the caption; a caption's number is none of its name, and nobody's value. */
static void test_boxes(void **state)
{
	static const struct row rows[] = {
		{ "\"federal_tax\":{\"type\":\"number\"},\"state_tax\":{\"type\":\"number\"}",
		  "#40x3`1 `Federal `tax                           #40x3`2 `State `tax\n                              3906.18                                 1624.13\n",
		  "{\"federal_tax\":3906.18,\"state_tax\":1624.13}" },
		{ "\"activity\":{\"type\":\"string\"}",
		  "3. Activity\n#40x3`400 `Description `of `the `activity\nRetail sale of books\n", "{\"activity\":\"Retail sale of books\"}" },
		{ "\"time_of_birth\":{\"type\":\"string\"}", "#30x3`3a. `This `birth                #30x3`5. `Hour\nSingle                      \n", "{\"time_of_birth\":null}" },
		/* what a caption goes on to say behind a colon is no value */
		{ "\"representative\":{\"type\":\"string\"},\"phone\":{\"type\":\"string\"}",
		  "#50x3`301 `Representative: `surname `and `first `name        #30x3`113 `Telephone\n                                                    947 555 018\n",
		  "{\"representative\":null,\"phone\":\"947 555 018\"}" },
		/* of boxes to tick alone in a cell the cell's caption is the question, not what stands in the cell beside it */
		{ "\"hazardous_material\":{\"type\":\"boolean\"}",
		  "#30x3`1. `Instructions                #40x3`2. `Hazardous `material\nCall before delivery           \xE2\x98\x90 Yes \xE2\x98\x92 No\n",
		  "{\"hazardous_material\":false}" },
		/* where each box stands behind a colon, what follows it asks for the next */
		{ "\"married\":{\"type\":\"boolean\"},\"heavy_smoker\":{\"type\":\"boolean\"}",
		  "Married: \xE2\x98\x92 Heavy smoker: \xE2\x98\x90\n", "{\"married\":true,\"heavy_smoker\":false}" },
	};
	CHECK_ALL(rows);
}

/* Below a caption for both, the first line is the name and the others are the address; a place leaves the date beside it. */
static void test_shared(void **state)
{
	static const struct row rows[] = {
		{ "\"shipper_name\":{\"type\":\"string\"},\"shipper_address\":{\"type\":\"string\"}",
		  "#50x5`Shipper's `Name `and `Address\nVellore Spice Exports\n17 Arcot Road\n632004 Vellore\n",
		  "{\"shipper_name\":\"Vellore Spice Exports\",\"shipper_address\":\"17 Arcot Road 632004 Vellore\"}" },
		{ "\"employee_address\":{\"type\":\"string\"},\"employer_address\":{\"type\":\"string\"}",
		  "#50x5`c `Employer's `name, `address, `and `ZIP `code\nBramble Creek Nursery Inc.\n4410 Orchard Line Rd\nTraverse City, MI 49684\n\n"
		  "#50x4`f `Employee's `address `and `ZIP `code\n209 Pinehurst Ct Apt 4\nKingsley, MI 49649\n",
		  "{\"employee_address\":\"209 Pinehurst Ct Apt 4 Kingsley, MI 49649\",\"employer_address\":\"4410 Orchard Line Rd Traverse City, MI 49684\"}" },
		{ "\"place_of_issue\":{\"type\":\"string\"},\"date_of_issue\":{\"type\":\"string\",\"format\":\"date\"}",
		  "#40x3`Place `and `date `of `issue\nHaiphong, 9 July 2024\n", "{\"place_of_issue\":\"Haiphong\",\"date_of_issue\":\"2024-07-09\"}" },
	};
	CHECK_ALL(rows);
}

/* Captions in brackets hang below their values, and nothing below them answers; a firm is no person with a title, a year in brackets no part of a name. */
static void test_brackets(void **state)
{
	static const struct row rows[] = {
		{ TEXT("registrant") "," TEXT("address") "," TEXT("zip_code"),
		  "      BRAEMONT INDUSTRIES, INC.\n     (Exact name of registrant)\n   2200 Harbor Parkway, Suite 900\n   (Address of executive offices)\n"
		  "               33602\n            (Zip Code)\nPhone of the registrant: (813) 555-0166\n",
		  "{\"registrant\":\"BRAEMONT INDUSTRIES, INC.\",\"address\":\"2200 Harbor Parkway, Suite 900\",\"zip_code\":\"33602\"}" },
		{ "\"mayor\":{\"type\":\"object\",\"properties\":{" TEXT("name") ",\"since\":{\"type\":\"integer\"}}}", "Mayor:   Karin Ekdahl (since 2018)\n",
		  "{\"mayor\":{\"name\":\"Karin Ekdahl\",\"since\":2018}}" },
		{ "\"signed_by\":{\"type\":\"object\",\"properties\":{" TEXT("name") "," TEXT("title") "}}",
		  "SIGNATURE\nBRAEMONT INDUSTRIES, INC.\nBy: /s/ Lionel Tran\nName: Lionel Tran\nTitle: General Counsel and Secretary\n",
		  "{\"signed_by\":{\"name\":\"Lionel Tran\",\"title\":\"General Counsel and Secretary\"}}" },
		{ "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("number") "," TEXT("title") "}}}",
		  "*Item *5.02 *Departure *of *Directors.\nOn August 12 an officer told the board that he will retire soon.\n*Item *9.01 *Exhibits.\n",
		  "{\"items\":[{\"number\":\"5.02\",\"title\":\"Departure of Directors.\"},{\"number\":\"9.01\",\"title\":\"Exhibits.\"}]}" },
	};
	CHECK_ALL(rows);
}

/* A caption goes over lines and lists what is asked of one owner; initials are no number of a box. */
static void test_captions(void **state)
{
	static const struct row rows[] = {
		{ "\"payer_name\":{\"type\":\"string\"},\"payer_address\":{\"type\":\"string\"}",
		  "#60x7`PAYER'S `name, `street `address, `city `or `town, `country, `ZIP\n`code, `and `telephone `no.\nBluestem Review LLC\n71 Depot Street\nGalena, IL 61036\n",
		  "{\"payer_name\":\"Bluestem Review LLC\",\"payer_address\":\"71 Depot Street Galena, IL 61036\"}" },
		{ "\"attendant\":{\"type\":\"string\"}", "#40x3`9. `Attendant `- `Name `and `title\nL. M. Draper\n", "{\"attendant\":\"L. M. Draper\"}" },
	};
	CHECK_ALL(rows);
}

/* In its cell a word below a numbered caption answers it, whatever else it may label; an address ends with its cell. */
static void test_cells(void **state)
{
	static const struct row rows[] = {
		{ "\"occupation\":{\"type\":\"string\"}", "#50x3`7. `Occupation\nConsultant\n", "{\"occupation\":\"Consultant\"}" },
		{ "\"residence_address\":{\"type\":\"string\"}",
		  "#50x3`3. `Residence `Address(es)\n88 Alder Court, Bethesda, MD 20814\n#50x3`5. `Year `of `Birth `1979\n`Nationality `American\n",
		  "{\"residence_address\":\"88 Alder Court, Bethesda, MD 20814\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What a form tells its reader to write down is answered as a question is. */
static void test_requests(void **state)
{
	static const struct row rows[] = {
		{ "\"foreign_principal_name\":{\"type\":\"string\"}",
		  "10. List every foreign principal to whom you will render services in support of the registrant.\nEmbassy of the Kingdom of Norlund\n",
		  "{\"foreign_principal_name\":\"Embassy of the Kingdom of Norlund\"}" },
		{ "\"connection\":{\"type\":\"string\"}",
		  "9. Indicate your connection with the primary registrant:\n\xE2\x98\x90 partner \xE2\x98\x92 employee \xE2\x98\x90 agent\n", "{\"connection\":\"employee\"}" },
		{ "\"file_date\":{\"type\":\"string\",\"format\":\"date\"}", "Received by the Registration Unit 11/19/2019 10:02:51 AM\n\nBorn 03/04/1971.\n", "{\"file_date\":\"2019-11-19\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* In a ruled table of labels and values side by side nothing below answers a label, and known words right of one do. */
static void test_keys(void **state)
{
	static const char table[] =
		"#20x1Firm                #24x1Ebenholz GmbH\n"
		"#20x1Terms               #24x1Net 30 days\n"
		"#20x1Approved by         #24x1Quality board\n"
		"#20x1Credit limit        #24x1\n"
		"#20x1Intended date       #24x12 May 2024\n"
		"#20x1Reply               #24x1No\n";
	static const struct row rows[] = {
		{ "\"terms\":{\"type\":\"string\"},\"approved_by\":{\"type\":\"string\"},\"credit_limit\":{\"type\":\"string\"}", table,
		  "{\"terms\":\"Net 30 days\",\"approved_by\":\"Quality board\",\"credit_limit\":null}" },
		/* a numbered line below a numbered label is the next label */
		{ "\"purpose\":{\"type\":\"string\"}", "11. Purpose\n12. Intended arrival\n", "{\"purpose\":null}" },
	};
	CHECK_ALL(rows);
}

/* Where the lines above are pairs, known words answer a label though the last label of their line is left blank. */
static void test_last_blank(void **state)
{
	static const struct row rows[] = {
		{ "\"payment_method\":{\"type\":\"string\"}",
		  "Teacher           Mario Pesenti     Fee        480.00\nPayment method    Bank transfer     Notes\n", "{\"payment_method\":\"Bank transfer\"}" },
		/* an address in a box is no other place's */
		{ "\"signature_place\":{\"type\":\"string\"}", "#50x4`3. `Consignee\nAtelier Brodin AB\nBoras, Sweden\n\n#50x3`7. `Remarks\nSea Freight\n", "{\"signature_place\":null}" },
	};
	CHECK_ALL(rows);
}

/* The digits of a tax number are no amount. */
static void test_figures(void **state)
{
	static const struct row rows[] = {
		{ "\"vat_amount\":{\"type\":\"number\"}", "TVA intra FR 41 482 991 003\n\nTVA            2,41\n", "{\"vat_amount\":2.41}" },
	};
	CHECK_ALL(rows);
}

/* A letter by itself tells siblings apart: a box left blank is not filled with the next one's value. */
static void test_siblings(void **state)
{
	static const struct row rows[] = {
		{ "\"insurer_a\":{\"type\":\"string\"},\"insurer_b\":{\"type\":\"string\"},\"insurer_c\":{\"type\":\"string\"}",
		  "INSURER A : Meridian Casualty Company\nINSURER B : Prairie Mutual Insurance\nINSURER C :\n",
		  "{\"insurer_a\":\"Meridian Casualty Company\",\"insurer_b\":\"Prairie Mutual Insurance\",\"insurer_c\":null}" },
	};
	CHECK_ALL(rows);
}

/* A question that says all of a field's name is answered below, behind or by a tick; another question is no answer. */
static void test_questions(void **state)
{
	static const struct row rows[] = {
		{ "\"allergies\":{\"type\":\"string\"},\"payment_method\":{\"type\":\"string\"},\"smoker\":{\"type\":\"boolean\"},\"pregnant\":{\"type\":\"boolean\"}",
		  "*Do *you *have *any *allergies?\nPenicillin, latex\n*How *would *you *like *to *pay?\nStanding order\n*Do *you *smoke?\n[ ] Yes  [x] No\n*Are *you *pregnant?\n[ ] Yes  [ ] No\n",
		  "{\"allergies\":\"Penicillin, latex\",\"payment_method\":\"Standing order\",\"smoker\":false,\"pregnant\":null}" },
		{ "\"newsletter\":{\"type\":\"boolean\"},\"allergies\":{\"type\":\"string\"}",
		  "May we send you the newsletter? Yes\n\nDo you have any allergies?\nDo you take medicine?\n", "{\"newsletter\":true,\"allergies\":null}" },
		{ "\"child_name\":{\"type\":\"string\"}", "*May *we *take *photos *of *your *child?\nYes\n", "{\"child_name\":null}" },
	};
	CHECK_ALL(rows);
}

/* Bars part pairs as lines of a form do; capitals behind words that happen to begin like a label are no number. */
static void test_pairs(void **state)
{
	static const struct row rows[] = {
		/* words alone between bars are places to go to */
		{ "\"location\":{\"type\":\"string\"}", "Home | Jobs | Contact\n\nJunior Analyst\n", "{\"location\":null}" },
		{ "\"version\":{\"type\":\"string\"}", "SOP-017 | Version 3.1 | Internal\n", "{\"version\":\"3.1\"}" },
		{ "\"certificate_number\":{\"type\":\"string\"}", "CERTIFICATE OF LIVE BIRTH\n", "{\"certificate_number\":null}" },
		{ "\"receipt_number\":{\"type\":\"string\"}", "Garden Club # 77180442\n", "{\"receipt_number\":null}" },
		{ "\"signatory\":{\"type\":\"string\"}", "Signatory: /s/ Philippa Drake\n", "{\"signatory\":\"Philippa Drake\"}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_boxes), cmocka_unit_test(test_cells), cmocka_unit_test(test_requests), cmocka_unit_test(test_shared), cmocka_unit_test(test_siblings), cmocka_unit_test(test_questions), cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_captions), cmocka_unit_test(test_brackets), cmocka_unit_test(test_keys), cmocka_unit_test(test_figures), cmocka_unit_test(test_last_blank),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
