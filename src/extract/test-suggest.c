/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/suggest.h"
#include "extract/test-page.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

/* "name:type name:[a:type b:type]" of the schema that q gives; '?' after a type without description. */
static void outline(const struct json *properties, struct buf *b)
{
	for (size_t i = 0; properties && i < properties->n; i++) {
		const struct json *v = properties->item[i], *items = json_get(v, "items"), *type = json_get(v, "type");
		const struct json *inner = json_get(items ? items : v, "properties");
		buf_printf(b, "%s%.*s:", i ? " " : "", STR_ARGS(properties->key[i]));
		if (inner) {
			buf_byte(b, items ? '[' : '{');
			outline(inner, b);
			buf_byte(b, items ? ']' : '}');
		} else if (items) {
			buf_z(b, "[]");
		} else {
			const struct json *format = json_get(v, "format"), *options = json_get(v, "enum");
			for (size_t k = 0; options && k < options->n; k++)
				buf_printf(b, "%s%.*s", k ? "|" : "", STR_ARGS(options->item[k]->text));
			buf_str(b, options ? STR("") : format ? format->text : type ? type->text : STR("none"));
		}
	}
}

static void expect(const char *prompt, const char *schema, const char *page, const char *want)
{
	struct arena a;
	struct err e = { 0 };
	struct doc d;
	struct buf b = BUF_INIT(0);
	const char *pages[] = { page, NULL };
	arena_init(&a, "test", 0);
	struct suggest_request q = { .prompt = str_from(prompt ? prompt : "") };
	if (schema)
		assert_non_null(q.schema = json_parse(str_from(schema), &json_limits_default, &a, &e));
	if (page) {
		assert_true(page_doc(pages, false, &a, &d, &e));
		q.doc = &d;
	}
	const struct json *got = suggest_schema(&q, &a, &e);
	outline(json_get(got, "properties"), &b);
	assert_string_equal(b.p ? b.p : "", want);
	assert_true(!!*want == !!got);
	if (!*want)
		assert_int_equal(e.code, ERR_NO_DATA);
	buf_fini(&b);
	arena_fini(&a);
}

/* Words between commas and "and" are fields, typed by what they name. */
static void prompt_of_fields(void **state)
{
	(void)state;
	expect("invoice number, date, total and email", NULL, NULL, "invoice_number:string date:date total:number email:email");
	expect("Please extract the date of the invoice, date of birth & number of pages.", NULL, NULL,
	       "invoice_date:date date_of_birth:date number_of_pages:integer");
	expect("- vendor name\n- payment terms\n- Due date (YYYY-MM-DD)", NULL, NULL, "vendor_name:string payment_terms:string due_date:date");
}

/* "X with A, B and C", "X: A, B" and "for each X" make lists of objects of plurals; bare plurals are lists of texts. */
static void prompt_of_groups(void **state)
{
	(void)state;
	expect("invoice number, date, total and line items with description and amount", NULL, NULL,
	       "invoice_number:string date:date total:number line_items:[description:string amount:number]");
	expect("For each employee, get the name and salary. Also the company", NULL, NULL,
	       "employees:[name:string salary:number] company:string");
	expect("seller with name and address; skills", NULL, NULL, "seller:{name:string address:string} skills:[]");
	expect("items", NULL, NULL, "items:[description:string quantity:number unit_price:number amount:number]");
}

/* Words that name nothing give no schema, and no sentence becomes a name. */
static void prompt_of_nothing(void **state)
{
	(void)state;
	expect("please extract the", NULL, NULL, "");
	expect(" ,,; . \n", NULL, NULL, "");
	expect("whatever you believe could be useful for somebody in accounting", NULL, NULL, "");
}

/* A given schema keeps what it says; missing types are filled in, what words offer is added once. */
static void refined(void **state)
{
	(void)state;
	expect("total, invoice date, currency", "{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"string\"},\"due_date\":{},"
	       "\"lines\":{\"items\":{\"properties\":{\"amount\":{}}}}}}", NULL,
	       "total:string due_date:date lines:[amount:number] invoice_date:date currency:string");
	expect("line items with quantity", "{\"type\":\"object\",\"properties\":{\"line_items\":{\"type\":\"array\",\"items\":"
	       "{\"type\":\"object\",\"properties\":{\"sku\":{\"type\":\"string\"}}}}}}", NULL, "line_items:[sku:string quantity:number]");
}

/* Labels with values are fields, a header over rows a list; prose and addresses of the web are neither. */
static void sample_page(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Invoice number:  NP-4711\n"
	       "Invoice date:    2026-03-14\n"
	       "Web:             www.example.com\n"
	       "\n\n"
	       "Description      Quantity      Unit price      Amount\n"
	       "Copy paper             10            4.50       45.00\n"
	       "Ink                     2           20.25       40.50\n"
	       "\n\n"
	       "Total:                                          85.50\n",
	       "line_items:[description:string quantity:number unit_price:number amount:number] invoice_number:string invoice_date:date "
	       "web:string total:number");
	expect(NULL, NULL, "Nothing here\n", "");
}

/* Codes are no numbers, measured values are, and dates with a time are dates. */
static void sample_values(void **state)
{
	(void)state;
	expect(NULL, NULL, "MRN: 00718834\nTIN: 29670869006\nConsumption: 2,871 kWh\nReport date: 6 June 2025, 22:21\nPatient: Ann Lee\n", "mrn:string tin:string consumption:number report_date:date patient:string");
}

/* A row of labels over one row of values is a form, and so are rows of labels and values in turn; prepositions name nothing. */
static void sample_form(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Order number      Delivery date      Customer number\n"
	       "IO-55218          18-04-2024         10442A\n\n\n\n"
	       "From: 3\n",
	       "order_number:string delivery_date:date customer_number:string");
	expect(NULL, NULL,
	       "Member name       Group number\n"
	       "Ann Lee           0071-44A\n"
	       "Member ID         Effective date\n"
	       "BM-8841           01/15/2024\n",
	       "member_name:string group_number:string member_id:string effective_date:date");
}

/* Texts in two columns are labels and values, whatever they are called. */
static void sample_pairs(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Zorblat           Ann Lee\n"
	       "Quimber           of the first kind\n"
	       "Fraggle           12.50 EUR\n", "zorblat:string quimber:string fraggle:number");
	expect(NULL, NULL, "Zorblat           Ann Lee\n", "");
}

/* Labels of other languages have the names of what they mean. */
static void sample_languages(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Rechnung\n\nSehr geehrte Damen und Herren, wir bedanken uns für Ihren Auftrag und stellen Ihnen die Lieferung in Rechnung.\n\n"
	       "Rechnungsnummer:  NP-4711\nRechnungsdatum:   14.03.2026\nKraftstoffart:    Diesel\nGesamter Zubettel:   12,50 EUR\nKäuferzubettel:   9\n",
	       "invoice_number:string invoice_date:date fuel_type:string gesamter_zubettel:number kaeuferzubettel:integer");
	expect(NULL, NULL,
	       "Facture\n\nNous vous remercions de votre commande et vous prions de bien vouloir trouver la facture pour cette livraison.\n\n"
	       "Numéro de contrat :  NP-4711\nDate de naissance :   14/03/2026\n",
	       "contract_number:string birth_date:date");
}

/* Headings of parties side by side head no table: each party has a name and an address of its own. */
static void sample_parties(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Vendor                          Ship to\n"
	       "Pacific Fasteners Co.           Redwood Assembly Plant\n"
	       "900 Bay Street                  3100 Mill Road\n"
	       "Oakland, CA 94607               Eureka, CA 95501\n"
	       "\n\n"
	       "Order number:  4471\n",
	       "order_number:string vendor:{name:string address:string} ship_to:{name:string address:string}");
}

/* In a section about a party labels are the party's; the same label in two sections is two fields. */
static void sample_sections(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "*^Buyer *^details\n\n"
	       "City:      Bremen\n"
	       "Country:   Germany\n"
	       "\n"
	       "*^Seller *^details\n\n"
	       "City:      Lyon\n"
	       "Country:   France\n",
	       "buyer:{city:string country:string} seller:{city:string country:string}");
}

/* Small words at the top of a box name what stands below them; the number before them does not. */
static void sample_captions(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "#24x3`1. `Shipper               #24x3`2. `Ship `date             #24x3`3. `Hazardous `material\n"
	       "Kolbeck Tools Inc.       03/14/2025               \xE2\x98\x90 Yes \xE2\x98\x92 No\n"
	       "\n\n"
	       "Nothing else to be read here\n",
	       "ship_date:date hazardous_material:boolean shipper_name:string");
}

/* Captions in brackets hang below their values. */
static void sample_brackets(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "                Delaware\n"
	       "        (State of incorporation)\n"
	       "                001-38614\n"
	       "        (Commission file number)\n"
	       "                  33602\n"
	       "               (Zip code)\n",
	       "state_of_incorporation:string commission_file_number:string zip_code:string");
}

/* An article has a title, authors, an abstract and works cited; those are no labels, and keywords are several. */
static void sample_article(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "^Damping ^of ^Drill ^Bits\n"
	       "Ann Miller, University of Bern, ann.miller@b.example\n"
	       "Jo van Hove, Harbour Institute, hove@h.example\n"
	       "Journal of Drills, Vol. 18, No. 3, pp. 211-229, 2024\n\n"
	       "*Abstract\n"
	       "We measure how sleeves of rubber damp the bits of drills and how long they last.\n\n"
	       "Keywords: rubber; damping; drills\n\n"
	       "*Results\n"
	       "The sleeves lasted for as long as the drills were turned by hand and no longer.\n\n"
	       "*References\n"
	       "[1] Smith, A. 1999. Short work: on drills. Journal of Bits.\n"
	       "[2] Hall, B. 2004. Long work: on bits. Journal of Bits.\n",
	       "keywords:[] title:string abstract:string journal:string volume:string issue:string pages:string "
	       "authors:[name:string affiliation:string email:email] references:[authors:string title:string year:integer]");
}

/* "Yes" and "no" answer a question; bold labels beside what is not bold are labels, whatever they are called. */
static void sample_answers(void **state)
{
	(void)state;
	expect(NULL, NULL, "Waterproof: No\n", "waterproof:boolean");
	expect(NULL, NULL, "*Zorblat     Total\n*Quimber     Amount\n*Fraggle     Date\n", "zorblat:string quimber:string fraggle:string");
}

/* Texts in turn labels and values are no table; its headers stand over all of it. */
static void sample_grid(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Last name          Oyelaran         First name       Temi\n"
	       "Date of birth      02/13/1987       Gender           Female\n"
	       "Insurance company  Bluestone        Policy number    BH-7741902\n",
	       "last_name:string first_name:string date_of_birth:date gender:string insurance_company:string policy_number:string");
}

/* Sums below a table, beside its first columns, are no rows of it. */
static void sample_sums(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Description      Quantity      Unit price      Amount\n"
	       "Copy paper             10            4.50       45.00\n"
	       "                             Zorblat fee        12.00\n"
	       "                             Quimber tax         5.00\n",
	       "line_items:[description:string quantity:number unit_price:number amount:number]");
}

/* Boxes to tick are options, two of yes and no a truth; a date with its time is a moment. */
static void sample_options(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Road surface: [ ] dry [x] wet [ ] icy\n"
	       "Injuries: \xE2\x98\x90 yes \xE2\x98\x92 no\n"
	       "Collected: 2025-03-12 08:15\n",
	       "injuries:boolean collected:date-time road_surface:dry|wet|icy");
}

/* What a contract says: the parties by the roles that brackets define, what amounts are, and the law if it says so. */
static void sample_contract(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "This Agreement is made between Brightwater Analytics, Inc., a Delaware corporation (\"Client\"),\n"
	       "and Lindqvist Consulting LLC, a limited liability company (\"Consultant\"). The Client shall pay\n"
	       "the Consultant a fee of $14,500 per month. This Agreement shall be governed by the laws of the\n"
	       "State of New York. Either party may terminate it upon sixty (60) days prior written notice.\n",
	       "fee:number client_name:string consultant_name:string notice_period:string governing_law:string");
}

/* Sections of a r\xC3\xA9sum\xC3\xA9 are lists; their headings are no labels. */
static void sample_resume(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Marta Kowalczyk\n"
	       "marta@example.net\n\n"
	       "EXPERIENCE\n"
	       "Senior Engineer, Mostostal S.A., Warsaw\n"
	       "March 2019 - Present\n"
	       "Engineer, Arup Ltd, Krakow\n"
	       "July 2015 - February 2019\n\n"
	       "EDUCATION\n"
	       "MSc Civil Engineering, Warsaw University of Technology, 2015\n"
	       "BSc Civil Engineering, Gdansk University of Technology, 2013\n\n"
	       "SKILLS\n"
	       "AutoCAD, Sofistik, Python\n",
	       "name:string experience:[title:string company:string start_date:string end_date:string] "
	       "education:[degree:string institution:string year:string] skills:[] email:email");
}

/* Bullets below words with a colon, or known ones, are a list; below others they may be a menu. */
static void sample_lists(void **state)
{
	(void)state;
	expect(NULL, NULL,
	       "Meeting date: 2025-01-14\n\n"
	       "Present:\n"
	       "\xE2\x80\xA2 Helen Marsh\n"
	       "\xE2\x80\xA2 David Osei\n"
	       "\xE2\x80\xA2 Priya Raman\n\n"
	       "Zorblat frunk\n"
	       "\xE2\x80\xA2 One\n"
	       "\xE2\x80\xA2 Two\n",
	       "meeting_date:date present:[]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prompt_of_fields), cmocka_unit_test(prompt_of_groups), cmocka_unit_test(prompt_of_nothing),
		cmocka_unit_test(refined), cmocka_unit_test(sample_page), cmocka_unit_test(sample_values), cmocka_unit_test(sample_form),
		cmocka_unit_test(sample_pairs), cmocka_unit_test(sample_languages),
		cmocka_unit_test(sample_parties), cmocka_unit_test(sample_options), cmocka_unit_test(sample_contract), cmocka_unit_test(sample_resume),
		cmocka_unit_test(sample_lists), cmocka_unit_test(sample_sections), cmocka_unit_test(sample_captions), cmocka_unit_test(sample_grid), cmocka_unit_test(sample_brackets), cmocka_unit_test(sample_article),
		cmocka_unit_test(sample_answers),
		cmocka_unit_test(sample_sums),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
