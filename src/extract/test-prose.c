/* SPDX-License-Identifier: Apache-2.0 */
/* Letters, contracts and minutes: what running text says without labels. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define D(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define B(name) "\"" name "\":{\"type\":\"boolean\"}"
#define LIST(name) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"
#define OBJECT(name, properties) "\"" name "\":{\"type\":\"object\",\"properties\":{" properties "}}"

/* A date may begin on one line and end on the next; the words in front of a date say which one it is. */
static void test_dates(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ D("agreement_date") "," D("lease_start_date") "," D("lease_end_date"),
		  "This agreement is made on July 22, 2023 by the parties named below and it is binding on them.\n\n\n"
		  "The term of this lease shall be twelve months, commencing on September 1, 2023 and ending on August 31,\n"
		  "2024, unless sooner terminated. An application was received on June 30, 2023 by the agent.",
		  "{\"agreement_date\":\"2023-07-22\",\"lease_start_date\":\"2023-09-01\",\"lease_end_date\":\"2024-08-31\"}" },
		{ D("geburtsdatum") "," D("aufnahmedatum") "," D("entlassungsdatum"),
		  "Wir berichten über Gerhard Tietjen, geb. am 09.05.1952, der sich vom 14.03.2024 bis zum 21.03.2024 in\n"
		  "unserer stationären Behandlung befand.",
		  "{\"geburtsdatum\":\"1952-05-09\",\"aufnahmedatum\":\"2024-03-14\",\"entlassungsdatum\":\"2024-03-21\"}" },
	};
	CHECK_ALL(rows);
}

/* What is said of a party goes to the fields of its role, whichever way the text gives it the role. */
static void test_mentions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ OBJECT("lender", S("name") "," S("company_number") "," S("registered_office")) ","
		  OBJECT("borrower", S("name") "," S("company_number")),
		  "(1) CASTLEGATE BANK PLC, a company with company number 04418827, whose registered office is at\n"
		  "12 Micklegate, York YO1 6JX (the \"Lender\"); and\n\n\n"
		  "(2) OUSEBURN BAKERIES LIMITED, a company with company number 09917342 (the \"Borrower\").",
		  "{\"lender\":{\"name\":\"CASTLEGATE BANK PLC\",\"company_number\":\"04418827\",\"registered_office\":\"12 Micklegate, York YO1 6JX\"},"
		  "\"borrower\":{\"name\":\"OUSEBURN BAKERIES LIMITED\",\"company_number\":\"09917342\"}}" },
		{ OBJECT("klaeger", S("name") "," S("anschrift")) "," OBJECT("beklagter", S("name") "," S("gesetzlicher_vertreter")),
		  "der Frau Karin Ostermann, Rote Straße 41, 37073 Göttingen,\n– Klägerin –\n\n\ngegen\n\n\n"
		  "die Reiseteufel GmbH, Bahnhofsallee 2, 37081 Göttingen, vertreten durch den Geschäftsführer Timo Wagenknecht,\n"
		  "– Beklagte –",
		  "{\"klaeger\":{\"name\":\"Karin Ostermann\",\"anschrift\":\"Rote Straße 41, 37073 Göttingen\"},"
		  "\"beklagter\":{\"name\":\"Reiseteufel GmbH\",\"gesetzlicher_vertreter\":\"Timo Wagenknecht\"}}" },
		{ OBJECT("party_a", S("name") "," S("address")) "," OBJECT("party_b", S("name")),
		  "This Agreement (the \"Agreement\") is entered into by and between Tessellate Robotics, Inc., a Delaware\n"
		  "corporation having its principal place of business at 88 Kendall Square, Cambridge, Massachusetts 02142\n"
		  "(\"Tessellate\"), and Brightwater Analytics GmbH, a German company (\"Brightwater\").",
		  "{\"party_a\":{\"name\":\"Tessellate Robotics, Inc.\",\"address\":\"88 Kendall Square, Cambridge, Massachusetts 02142\"},\"party_b\":{\"name\":\"Brightwater Analytics GmbH\"}}" },
		{ OBJECT("grants_officer", S("name") "," S("phone")),
		  "If you have any questions about the award, contact our Grants Officer, Neil Abara, on 0117 496 0123.",
		  "{\"grants_officer\":{\"name\":\"Neil Abara\",\"phone\":\"0117 496 0123\"}}" },
		{ S("maker"), "For value received, Marisol Etcheverry (the \"Maker\") promises to pay to the order of the bank the principal sum.",
		  "{\"maker\":\"Marisol Etcheverry\"}" },
		{ S("vendor") "," S("purchaser"), "Delay. If the Vendor, Northgate Tooling Ltd, fails to hand over the Machines to Halvorsen Fisheries AS (the "
		  "\"Purchaser\") on time, the Vendor shall pay damages.", "{\"vendor\":\"Northgate Tooling Ltd\",\"purchaser\":\"Halvorsen Fisheries AS\"}" },
		{ S("manufacturer") "," S("distributor"), "The rebates apply on what the Distributor (Corvane Handels GmbH) buys from the Manufacturer (Tessel Optics B.V.) in a year.",
		  "{\"manufacturer\":\"Tessel Optics B.V.\",\"distributor\":\"Corvane Handels GmbH\"}" },
	};
	CHECK_ALL(rows);
}

#define LETTER "Miriam Achterberg\nFichtestraße 30\n04275 Leipzig\n\n\n\n" \
	       "                                                  Leipzig, 12. August 2024\n\n\n" \
	       "*Kündigung *meiner *Mitgliedschaft\n\n\nSehr geehrte Damen und Herren,\n\n" \
	       "hiermit kündige ich meinen Vertrag vom 1. Oktober 2022 und bitte Sie um eine Bestätigung.\n\n\n" \
	       "Mit freundlichen Grüßen\n\n\nVera Brandt\nGeschäftsführerin\n"

/* Place and date, subject and who signs need no label. */
static void test_letters(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ D("datum") "," S("betreff") "," OBJECT("unterzeichner", S("name") "," S("funktion")), LETTER,
		  "{\"datum\":\"2024-08-12\",\"betreff\":\"Kündigung meiner Mitgliedschaft\","
		  "\"unterzeichner\":{\"name\":\"Vera Brandt\",\"funktion\":\"Geschäftsführerin\"}}" },
	};
	CHECK_ALL(rows);
}

/* A sentence that says all of a field's name affirms or denies it; one that says less says nothing. */
static void test_truth(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ B("sells_data"), "We use your data to improve the service, and we do not sell your personal data to anybody.", "{\"sells_data\":false}" },
		{ B("tacito_rinnovo"), "In caso di mancata comunicazione la polizza si rinnova tacitamente per un altro anno.", "{\"tacito_rinnovo\":true}" },
		{ B("radon_tested"), "The house was tested for leaks in the bathroom and in the kitchen by the inspector.", "{\"radon_tested\":null}" },
	};
	CHECK_ALL(rows);
}

/* Lists go over lines, stand behind each label or below the sentence that announces them. */
static void test_lists(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ LIST("attendees"),
		  "Present: Judith Ellery (Chair), Samuel Boateng (Treasurer), Ruth Lindqvist, Martin Cleaver, Zainab\nHussain",
		  "{\"attendees\":[\"Judith Ellery\",\"Samuel Boateng\",\"Ruth Lindqvist\",\"Martin Cleaver\",\"Zainab Hussain\"]}" },
		{ LIST("resolutions"),
		  "RESOLVED: That the accounts for the year be approved.\n\n\nThe Director presented the plan for the meadow and a discussion followed.\n\n\n"
		  "RESOLVED: That the management plan be adopted by the board.",
		  "{\"resolutions\":[\"That the accounts for the year be approved.\",\"That the management plan be adopted by the board.\"]}" },
		{ LIST("conditions"),
		  "The award is subject to the following conditions:\n\n1. The grant may only be used for the purpose described in your application and for\n"
		  "   nothing else.\n2. A report must be submitted each year.\n",
		  "{\"conditions\":[\"The grant may only be used for the purpose described in your application and for nothing else.\","
		  "\"A report must be submitted each year.\"]}" },
		{ LIST("tenants"),
		  "This agreement is made between Harborview LLC (\"Landlord\"), and Daniel R. Whitcomb and Priya Nair (jointly, \"Tenant\").",
		  "{\"tenants\":[\"Daniel R. Whitcomb\",\"Priya Nair\"]}" },
		{ LIST("mieter"), "Mieter: Frau Leonie Krämer und Herr Dawid Nowicki, derzeit wohnhaft Rote Straße 19, 35037 Marburg",
		  "{\"mieter\":[\"Leonie Krämer\",\"Dawid Nowicki\"]}" },
	};
	CHECK_ALL(rows);
}

/* A description takes its paragraph, an address neither the label before it nor the phone behind it. */
static void test_passages(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("narrative"),
		  "*Narrative\n\nI was dispatched to the above address at night. The victim stated that she returned home from choir\n"
		  "practice and found the window forced open.\n\n\n\n*Signature",
		  "{\"narrative\":\"I was dispatched to the above address at night. The victim stated that she returned home from choir "
		  "practice and found the window forced open.\"}" },
		{ OBJECT("contraente", S("nome") "," S("indirizzo")),
		  "Contraente: Lorenzo Zanin\nResidenza: Via Monte Grappa 9, 36061 Bassano",
		  "{\"contraente\":{\"nome\":\"Lorenzo Zanin\",\"indirizzo\":\"Via Monte Grappa 9, 36061 Bassano\"}}" },
	};
	CHECK_ALL(rows);
}

/* What someone is employed as is told though it is written small; a sentence names its end. */
static void test_jobs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("job_title"), "I am pleased to write for Caleb Ferraro, who worked at our hospital as a veterinary technician from June 2018 on.",
		  "{\"job_title\":\"veterinary technician\"}" },
		{ S("functie"), "Met veel plezier bieden wij je een contract aan voor de functie van projectleider offshore, met een proeftijd.",
		  "{\"functie\":\"projectleider offshore\"}" },
	};
	CHECK_ALL(rows);
}

/* Before "as" stands who acts so, over several lines of a cover; "I, …" tells who makes a deed. */
static void test_capacities(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("borrower") "," S("guarantor") "," S("administrative_agent") "," S("issuing_bank") "," S("borrower_state_of_incorporation"),
		  "This CREDIT AGREEMENT is entered into among Halvorsen Products, Inc., a Minnesota corporation, as Borrower,\n"
		  "Halvorsen Holdings Corp., as Guarantor, the Lenders from time to time party hereto, and First Lakes Bank,\n"
		  "N.A., as Administrative Agent and Issuing Bank.",
		  "{\"borrower\":\"Halvorsen Products, Inc.\",\"guarantor\":\"Halvorsen Holdings Corp.\",\"administrative_agent\":\"First Lakes Bank, N.A.\","
		  "\"issuing_bank\":\"First Lakes Bank, N.A.\",\"borrower_state_of_incorporation\":\"Minnesota\"}" },
		{ S("advertiser"),
		  "The order is placed on behalf of the ADVERTISER, as Advertiser of record, by the agency that signs below it.",
		  "{\"advertiser\":null}" },
		{ S("werkgever") "," S("adres_werkgever") "," S("adres_werknemer"),
		  "De vennootschap Zuiderlicht Tuinbouw B.V., gevestigd te Venlo aan de Kassenweg 21, 5928 RT Venlo, hierna te noemen\n"
		  "\"werkgever\", zet hierbij de overeenkomst met haar voort voor de duur van een jaar.",
		  "{\"werkgever\":\"Zuiderlicht Tuinbouw B.V.\",\"adres_werkgever\":\"Kassenweg 21, 5928 RT Venlo\",\"adres_werknemer\":null}" },
		{ S("mandante") "," S("indirizzo_mandante"),
		  "Il sottoscritto Leonardo Bassani, nato a Pavia il 9 ottobre 1961, residente in Via dei Mille 33, 27100 Pavia,\n"
		  "nomina suo procuratore speciale l'avvocata che firma in calce alla presente.",
		  "{\"mandante\":\"Leonardo Bassani\",\"indirizzo_mandante\":\"Via dei Mille 33, 27100 Pavia\"}" },
		{ S("testator") "," S("testator_address"),
		  "I, ROSALIND JANE HARGREAVES, of 8 Orchard Terrace, Ludlow, Shropshire SY8 1QT, declare this to be my last\n"
		  "will and revoke all former wills.",
		  "{\"testator\":\"ROSALIND JANE HARGREAVES\",\"testator_address\":\"8 Orchard Terrace, Ludlow, Shropshire SY8 1QT\"}" },
	};
	CHECK_ALL(rows);
}

/* Words of the contract are no names; a figure's kind need not be said; a title goes with who has it. */
static void test_asked(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("permitted_use") "," S("break_notice_period"),
		  "The Tenant may use the Premises from Monday on. Break needs six months\' written notice by either party.",
		  "{\"permitted_use\":null,\"break_notice_period\":\"six months\"}" },
		{ S("poste"),
		  "La société Vauquelin SAS, représentée par Madame Solène Guillou, en qualité de directrice générale, engage Monsieur\n"
		  "Karim Benslimane, à compter du 2 septembre 2024 en qualité d'ingénieur méthodes, statut cadre.",
		  "{\"poste\":\"ingénieur méthodes\"}" },
	};
	CHECK_ALL(rows);
}

/* A field gets the phrase it asks for: a period, a state, a law; the words of a signature are its name alone. */
static void test_phrases(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("term") "," S("jurisdiction"),
		  "Term: The duties of each receiving party hereunder shall survive for a period of two (2) years from the date.\n\n\n"
		  "This Agreement shall be governed by and construed in accordance with the laws of the State of New York,\n"
		  "without regard to its conflict of laws principles.",
		  "{\"term\":\"two (2) years\",\"jurisdiction\":\"New York\"}" },
		{ S("governing_law"), "This agreement is subject to English law and the courts of England and Wales decide.", "{\"governing_law\":\"English law\"}" },
		{ S("jurisdiction"),
		  "Prism Partners, L.P., organized under the laws of the State of Texas, and Larkfield Corporation agree that this\n"
		  "Agreement shall be construed under the laws of the Commonwealth of Massachusetts.",
		  "{\"jurisdiction\":\"Massachusetts\"}" },
		{ S("president"), "President: Madame Ann Prigent ; clerk : Monsieur Luc Faure", "{\"president\":\"Madame Ann Prigent\"}" },
		{ S("signatory"), "The registrant has caused this report to be signed on its behalf by the undersigned.\n\n\nSignatory: /s/ Claire Hostetler\n", "{\"signatory\":\"Claire Hostetler\"}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates), cmocka_unit_test(test_mentions), cmocka_unit_test(test_capacities), cmocka_unit_test(test_phrases), cmocka_unit_test(test_asked), cmocka_unit_test(test_letters), cmocka_unit_test(test_truth),
		cmocka_unit_test(test_lists), cmocka_unit_test(test_passages), cmocka_unit_test(test_jobs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
