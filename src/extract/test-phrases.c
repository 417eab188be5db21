/* SPDX-License-Identifier: Apache-2.0 */
/* Lists in running text: items taken apart, questions and answers, enumerations, bullets of entries. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define D(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define N(name) "\"" name "\":{\"type\":\"number\"}"
#define I(name) "\"" name "\":{\"type\":\"integer\"}"
#define LIST(name) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"
#define ROWS(name, properties) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" properties "}}}"

/* Dashes, colons and brackets part an item; readings go to the properties that want them, texts to the others in order. */
static void test_items(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ ROWS("passengers", S("name") "," S("type")),
		  "*Passengers\n- Imogen Bates - adult\n- Theo Bates - child\n",
		  "{\"passengers\":[{\"name\":\"Imogen Bates\",\"type\":\"adult\"},{\"name\":\"Theo Bates\",\"type\":\"child\"}]}" },
		{ ROWS("speakers", S("name") "," S("profession") "," S("talk_title") "," S("time")),
		  "*Speakers\n- Nadia Ferrante (novelist): Writing the sea, 14:00\n- Colin Abney (historian): The lost mills, 11:00\n",
		  "{\"speakers\":[{\"name\":\"Nadia Ferrante\",\"profession\":\"novelist\",\"talk_title\":\"Writing the sea\",\"time\":\"14:00\"},"
		  "{\"name\":\"Colin Abney\",\"profession\":\"historian\",\"talk_title\":\"The lost mills\",\"time\":\"11:00\"}]}" },
		{ ROWS("languages", S("language") "," S("level")),
		  "Languages: Italian (native), English (C1), German (B1)\n",
		  "{\"languages\":[{\"language\":\"Italian\",\"level\":\"native\"},{\"language\":\"English\",\"level\":\"C1\"},"
		  "{\"language\":\"German\",\"level\":\"B1\"}]}" },
		{ ROWS("items", I("quantity") "," S("description") "," N("unit_price")),
		  "Your items:\n2 x Apple tree \"Topaz\", half-standard - EUR 39.90\n5 x Potting soil 20 l - EUR 6.99\n\n"
		  "Shipping is paid by the sender of the parcel and takes a week or two.\n",
		  "{\"items\":[{\"quantity\":2,\"description\":\"Apple tree \\\"Topaz\\\", half-standard\",\"unit_price\":39.90},"
		  "{\"quantity\":5,\"description\":\"Potting soil 20 l\",\"unit_price\":6.99}]}" },
		{ ROWS("medication", S("drug") "," S("dose") "," S("frequency")),
		  "The patient goes home today and is medicated with:\n- Enoxaparin 40 mg, once daily\n- Metformin 850 mg, twice daily\n",
		  "{\"medication\":[{\"drug\":\"Enoxaparin\",\"dose\":\"40 mg\",\"frequency\":\"once daily\"},"
		  "{\"drug\":\"Metformin\",\"dose\":\"850 mg\",\"frequency\":\"twice daily\"}]}" },
		{ ROWS("action_items", S("owner") "," S("action") "," D("due_date")),
		  "*Action *items\n- Petra Novak to sign the roofing contract by 31 October 2025\n"
		  "- Omar Haddad to circulate the audited accounts by 14 November 2025\n",
		  "{\"action_items\":[{\"owner\":\"Petra Novak\",\"action\":\"sign the roofing contract\",\"due_date\":\"2025-10-31\"},"
		  "{\"owner\":\"Omar Haddad\",\"action\":\"circulate the audited accounts\",\"due_date\":\"2025-11-14\"}]}" },
	};
	CHECK_ALL(rows);
}

/* A question and the text below it are a record; a heading that asks nothing is none. */
static void test_questions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ ROWS("faq", S("question") "," S("answer")),
		  "*How *much *is *delivery?\nDelivery costs 4.90 EUR. It is free from 60 EUR on.\n\n*May *I *return *an *article?\n"
		  "Yes, within 30 days.\n",
		  "{\"faq\":[{\"question\":\"How much is delivery?\",\"answer\":\"Delivery costs 4.90 EUR. It is free from 60 EUR on.\"},"
		  "{\"question\":\"May I return an article?\",\"answer\":\"Yes, within 30 days.\"}]}" },
	};
	CHECK_ALL(rows);
}

/* Things that a sentence about the array lists are its items; other enumerations are not. */
static void test_enumerations(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ LIST("utilities_paid_by_tenant"),
		  "The tenant is responsible for gas, electricity, council tax and broadband at the house from the first day on.",
		  "{\"utilities_paid_by_tenant\":[\"gas\",\"electricity\",\"council tax\",\"broadband\"]}" },
		{ LIST("children"), "She was loved by all who met her and is survived by her children, Fiona, Ewan and Kirsty, and a brother.",
		  "{\"children\":[\"Fiona\",\"Ewan\",\"Kirsty\"]}" },
		{ LIST("sponsors"), "The fair is open to adults, children and dogs and takes place in the hall of the town.", "{\"sponsors\":[]}" },
	};
	CHECK_ALL(rows);
}

/* The bullets of an entry go to the list inside its record. */
static void test_bullets(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ ROWS("experience", S("title") "," S("company") "," S("start") "," S("end") "," LIST("highlights")),
		  "*EXPERIENCE\nEngineer, Acme Corp\nJune 2020 - present\n• Built the press line\n• Led a team of five\n"
		  "Trainee, Beta Ltd\nMay 2018 - May 2020\n• Drew the plans\n",
		  "{\"experience\":[{\"title\":\"Engineer\",\"company\":\"Acme Corp\",\"start\":\"June 2020\",\"end\":\"present\","
		  "\"highlights\":[\"Built the press line\",\"Led a team of five\"]},"
		  "{\"title\":\"Trainee\",\"company\":\"Beta Ltd\",\"start\":\"May 2018\",\"end\":\"May 2020\",\"highlights\":[\"Drew the plans\"]}]}" },
	};
	CHECK_ALL(rows);
}

/* Numbered headings are records; a text below them goes to the property that asks for it. */
static void test_topics(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ ROWS("tagesordnung", I("nummer") "," S("titel") "," S("beschluss")),
		  "TOP 1: Genehmigung der Niederschrift\n\n\nDie Niederschrift wurde einstimmig von allen genehmigt.\n\n\n"
		  "TOP 2: Bericht des Vorstands\n\n\nDer Bericht wurde von allen zustimmend zur Kenntnis genommen.\n",
		  "{\"tagesordnung\":[{\"nummer\":1,\"titel\":\"Genehmigung der Niederschrift\",\"beschluss\":\"Die Niederschrift wurde einstimmig von allen genehmigt.\"},"
		  "{\"nummer\":2,\"titel\":\"Bericht des Vorstands\",\"beschluss\":\"Der Bericht wurde von allen zustimmend zur Kenntnis genommen.\"}]}" },
	};
	CHECK_ALL(rows);
}

/* People whom sentences call so, one here and another there; those who are appointed; the parties behind "between". */
static void test_people(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ LIST("witnesses"),
		  "A neighbor, witness Oscar Delgado, stated that he saw a man. A second witness, Tiffany Rowe, provided video.",
		  "{\"witnesses\":[\"Oscar Delgado\",\"Tiffany Rowe\"]}" },
		{ LIST("executors"),
		  "I appoint my brother Malcolm Hargreaves and my solicitor Beatrice Oyelaran to be the executors of this will.",
		  "{\"executors\":[\"Malcolm Hargreaves\",\"Beatrice Oyelaran\"]}" },
		{ LIST("trustees"),
		  "The trustees who served during the year were Nigel Bartram (chair), Shazia Anwar, Ellen Coutts and David Mbeki.",
		  "{\"trustees\":[\"Nigel Bartram\",\"Shazia Anwar\",\"Ellen Coutts\",\"David Mbeki\"]}" },
		{ LIST("parties"),
		  "This Agreement is made by and between Tollgrade Sensors, Inc., a Delaware corporation (\"Tollgrade\"), and Marlin\n"
		  "Peak Capital LLC, a New York company. Each party shall indemnify, defend and hold harmless the other.",
		  "{\"parties\":[\"Tollgrade Sensors, Inc.\",\"Marlin Peak Capital LLC\"]}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_items), cmocka_unit_test(test_questions), cmocka_unit_test(test_enumerations), cmocka_unit_test(test_bullets),
		cmocka_unit_test(test_topics), cmocka_unit_test(test_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
