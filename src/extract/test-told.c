/* SPDX-License-Identifier: Apache-2.0 */
/* What running text tells in forms of its own: quotes, clauses, captions of courts, measures, records in sentences. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define N(name) "\"" name "\":{\"type\":\"number\"}"
#define B(name) "\"" name "\":{\"type\":\"boolean\"}"
#define OBJECT(name, properties) "\"" name "\":{\"type\":\"object\",\"properties\":{" properties "}}"
#define RECORDS(name, properties) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" properties "}}}"
#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))

/* Quoted words, who said them and as what. */
static void test_quotes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("quote") "," OBJECT("quoted_person", S("name") "," S("title")),
		  "The harbour will be closed for the whole of next week. \"We cannot keep the ferries running in this ice,\" said\n"
		  "Agnes Hallberg, harbour master of Lindvik. The town expects losses.",
		  "{\"quote\":\"We cannot keep the ferries running in this ice\",\"quoted_person\":{\"name\":\"Agnes Hallberg\",\"title\":\"harbour master of Lindvik\"}}" },
	};
	CHECK_ALL(rows);
}

/* The wording of a clause is its paragraph without number and heading; yes or no may be read in it, too. */
static void test_clauses(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("termination_clause"),
		  "8. Notices. All notices shall be sent in writing to the addresses given above by registered mail.\n\n\n"
		  "9. Termination. Either party may end this agreement with ninety days' notice to the other party.",
		  "{\"termination_clause\":\"Either party may end this agreement with ninety days' notice to the other party.\"}" },
		{ S("clausula_subarriendo"),
		  "SEXTA.- La renta se paga cada mes por el arrendatario en la cuenta que se indica.\n\n\n"
		  "SÉPTIMA.- Queda prohibido el subarriendo sin el consentimiento escrito de la propiedad.",
		  "{\"clausula_subarriendo\":\"Queda prohibido el subarriendo sin el consentimiento escrito de la propiedad.\"}" },
	};
	CHECK_ALL(rows);
}

/* In the caption of a court's paper roles stand below those who play them. */
static void test_captions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("court") "," S("plaintiff") "," S("defendant"),
		  "              SUPERIOR COURT OF MILTON COUNTY\n\n\n\nORLA PENDER,\n     Plaintiff,\n\nvs.\n\n"
		  "GRANITE BOAT WORKS, INC., a Maine corporation,\n     Defendant.\n\n\nPlaintiff sues Defendant and states the following facts to the court.",
		  "{\"court\":\"SUPERIOR COURT OF MILTON COUNTY\",\"plaintiff\":\"ORLA PENDER\",\"defendant\":\"GRANITE BOAT WORKS, INC.\"}" },
	};
	CHECK_ALL(rows);
}

/* Of a figure in several units the one that the name ends with; in another unit it is none. */
static void test_units(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ N("area_sq_ft") "," N("area_sq_m"), "Property: Unit 7B\nArea: 2,310 sq ft (214.6 m\u00b2)\nTenant: Brightwater", "{\"area_sq_ft\":2310,\"area_sq_m\":214.6}" },
		{ N("energy_kj") "," N("energy_kcal"), "Portion: 30\nEnergy: 250 kcal / 1046 kJ\nFat: 12", "{\"energy_kj\":1046,\"energy_kcal\":250}" },
		{ N("salary_min") "," N("salary_max"), "The salary is \u20ac 2,900 \u2013 \u20ac 3,600 gross for each month of the year, and there are thirty days of leave for all of us.", "{\"salary_min\":2900,\"salary_max\":3600}" },
		{ N("weight_kg"), "Carrier: Nord\nWeight: 12.5 lbs\nCartons: 3", "{\"weight_kg\":null}" },
	};
	CHECK_ALL(rows);
}

/* What a thing is said to be, the name or the code behind a noun, a figure with its unit. */
static void test_things(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("probable_cause"), "The most probable cause was a broken pipe in the cellar, as the inspector wrote. The damage is small.",
		  "{\"probable_cause\":\"a broken pipe in the cellar\"}" },
		/* "terms" of a sentence are not those of payment */
		{ S("payment_terms"), "The supplier accepts the terms unless it is notified within 48 hours. A penalty applies for each week of delay.", "{\"payment_terms\":null}" },
		{ S("vessel"), "By this charter the owner let the vessel Northern Lass to the charterer for a voyage to the port of Tunis.",
		  "{\"vessel\":\"Northern Lass\"}" },
		{ S("surface"), "The works will take place in a hall of 1250 m² at the edge of the town and end in the next year.",
		  "{\"surface\":\"1250 m²\"}" },
		{ S("chassis"), "The seller sells the car with the chassis WVW3120004471 and hands over both of the keys to the buyer.",
		  "{\"chassis\":\"WVW3120004471\"}" },
		{ N("annual_fee"), "The members agreed that the annual fee rises from 2027 to 144 EUR for all of them without exception.",
		  "{\"annual_fee\":144}" },
	};
	CHECK_ALL(rows);
}

/* Medicines, things with amounts and duties that sentences tell one after the other are records. */
static void test_records(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ RECORDS("medications", S("drug") "," S("dose") "," S("frequency")),
		  "He was started on ramipril 5 mg once daily and clopidogrel 75 mg in the morning. His metformin was increased to\n"
		  "850 mg twice daily. Amlodipine 10 mg was stopped.",
		  "{\"medications\":[{\"drug\":\"ramipril\",\"dose\":\"5 mg\",\"frequency\":\"once daily\"},"
		  "{\"drug\":\"clopidogrel\",\"dose\":\"75 mg\",\"frequency\":\"in the morning\"},"
		  "{\"drug\":\"metformin\",\"dose\":\"850 mg\",\"frequency\":\"twice daily\"}]}" },
		{ RECORDS("missing_items", S("item") "," N("value")),
		  "She told the officer that a silver ring valued at $310, a violin valued at $2,900 and an old map valued at $75 were gone.",
		  "{\"missing_items\":[{\"item\":\"a silver ring\",\"value\":310},{\"item\":\"a violin\",\"value\":2900},{\"item\":\"an old map\",\"value\":75}]}" },
		{ RECORDS("obligations", S("party") "," S("obligation") "," S("deadline")),
		  "The parties have agreed on the following terms of the delivery of the stone.\n\n"
		  "The Supplier shall deliver the stone to the site within 14 days.\n\nThe Builder shall store it under a roof.",
		  "{\"obligations\":[{\"party\":\"Supplier\",\"obligation\":\"deliver the stone to the site\",\"deadline\":\"14 days\"},"
		  "{\"party\":\"Builder\",\"obligation\":\"store it under a roof\",\"deadline\":null}]}" },
	};
	CHECK_ALL(rows);
}

/* Words that are of something else are no values. */
static void test_refusals(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("buyer_name"), "Buyer name:\nand\n\nthe other one who signs this deed below on the day and at the place that are given there.",
		  "{\"buyer_name\":null}" },
		{ S("project"), "To: Project Team in the house\n\nThe relaunch was moved to June because the payment module is not ready for it yet.",
		  "{\"project\":null}" },
	};
	CHECK_ALL(rows);
}

/* Each party of a sentence has its own words, also behind a label, in brackets or with an article glued to its role. */
static void test_parties(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ OBJECT("locatrice", S("nome") "," S("codice_fiscale")) "," OBJECT("conduttore", S("nome") "," S("codice_fiscale")),
		  "Tra la signora Ornella Badoglio, codice fiscale BDGRLL66A61G337C, residente in Parma, di seguito denominata Locatrice, e\n"
		  "il signor Davide Orlandi, codice fiscale RLNDVD92P09H223K, residente in Parma, di seguito denominato Conduttore, si conviene.",
		  "{\"locatrice\":{\"nome\":\"Ornella Badoglio\",\"codice_fiscale\":\"BDGRLL66A61G337C\"},"
		  "\"conduttore\":{\"nome\":\"Davide Orlandi\",\"codice_fiscale\":\"RLNDVD92P09H223K\"}}" },
		{ OBJECT("acquirente", S("nome")), "e la signora Alessia Monti, nata ad Asti nel mese di maggio, residente in Asti (di seguito l'Acquirente)",
		  "{\"acquirente\":{\"nome\":\"Alessia Monti\"}}" },
		{ OBJECT("senhorio", S("nome") "," S("nif")),
		  "PRIMEIRA OUTORGANTE: Maria do Carmo Teles, viúva, contribuinte fiscal n.º 118 402 773, adiante designada por Senhoria;",
		  "{\"senhorio\":{\"nome\":\"Maria do Carmo Teles\",\"nif\":\"118 402 773\"}}" },
	};
	CHECK_ALL(rows);
}

/* A meeting's day has a time of day, and its end a verb. */
static void test_times(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "\"date\":{\"type\":\"string\",\"format\":\"date\"}," S("closing_time"),
		  "The owners met on 14 March 2026 at 18:30 in the boat house and spoke of the fees since 1 May 2019.\n"
		  "The meeting closed at 9.05 pm and all of them went home.",
		  "{\"date\":\"2026-03-14\",\"closing_time\":\"9.05 pm\"}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quotes), cmocka_unit_test(test_clauses), cmocka_unit_test(test_captions), cmocka_unit_test(test_units), cmocka_unit_test(test_things),
		cmocka_unit_test(test_records), cmocka_unit_test(test_refusals), cmocka_unit_test(test_parties), cmocka_unit_test(test_times),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
