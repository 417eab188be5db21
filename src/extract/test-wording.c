/* SPDX-License-Identifier: Apache-2.0 */
/* Where a label ends and its value begins, and words that need no label: each page is of a kind of its own. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define INTEGER(name) "\"" name "\":{\"type\":\"integer\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"
#define DATE(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define OBJECT(name, members) "\"" name "\":{\"type\":\"object\",\"properties\":{" members "}}"

/* What an institution is begins its name; a word amid a name labels none of it. */
static void test_names_hold_labels(void **state)
{
	static const struct row rows[] = {
		{ TEXT("bank"), "Banque Populaire du Vercors\n12 quai Perrière\n38000 Grenoble\n", "{\"bank\":\"Banque Populaire du Vercors\"}" },
		{ TEXT("association") "," TEXT("member_number"), "Association Friends of Old Trams\nMember number: 417\n",
		  "{\"association\":\"Association Friends of Old Trams\",\"member_number\":\"417\"}" },
		{ TEXT("bank"), "Bank: Sparkasse Elbtal\n", "{\"bank\":\"Sparkasse Elbtal\"}" },
		/* a small word goes on with the label */
		{ TEXT("country"), "Country of registration\nGB\n", "{\"country\":\"GB\"}" },
		{ TEXT("programme"), "Small Grants Programme 2025 Application Summary\n", "{\"programme\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Of two labels that mean the same the one spelled as the property is its own. */
static void test_spelled(void **state)
{
	static const struct row rows[] = {
		{ TEXT("cif") "," TEXT("nif"),
		  "Nombre     Pilar Moreno\n"
		  "N.I.F.     25667310K\n"
		  "C.I.F.     P2907700F\n",
		  "{\"cif\":\"P2907700F\",\"nif\":\"25667310K\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_units_of_labels(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("power_kw"),
		  "Net power max. (kW)          74\n"
		  "Administrative power          5\n",
		  "{\"power_kw\":74}" },
		{ NUMBER("weight_kg"), "Weight (lbs)     120\n", "{\"weight_kg\":null}" },
		/* when it holds stands in brackets, what holds to the right */
		{ NUMBER("density"), "Density (20 C)     0.812\n", "{\"density\":0.812}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_addresses_and_codes(void **state)
{
	static const struct row rows[] = {
		/* the street before the place holds figures: no name stands there */
		{ OBJECT("customer", TEXT("name") "," TEXT("address")),
		  "Customer name: Ann Lee\n"
		  "Customer address: 12 High Street, left wing, LS1 4AB Leeds\n",
		  "{\"customer\":{\"name\":\"Ann Lee\",\"address\":\"12 High Street, left wing, LS1 4AB Leeds\"}}" },
		{ TEXT("claimant_address"), "*3. *What *is *the *claimant's *address?\nItem       Bought     Price\nTable      2019       899.00\n", "{\"claimant_address\":null}" },
		{ TEXT("model_number") "," TEXT("cadastral_reference"),
		  "Model number              GSX 6045 i\n"
		  "Cadastral reference       9872023 VH5797S 0006 WX\n",
		  "{\"model_number\":\"GSX 6045 i\",\"cadastral_reference\":\"9872023 VH5797S 0006 WX\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* What follows an address on lines of its own is none of it; digits in groups, or behind a zero, are no figure. */
static void test_ends(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("current_reading"), "Current reading account 200 448 117\n", "{\"current_reading\":null}" },
		{ NUMBER("energy_kcal"), "Energy: 1890 kJ / 451 kcal\n", "{\"energy_kcal\":451}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A header read as a row of texts says that the rows are none: nothing is told. */
static void test_header_is_no_row(void **state)
{
	static const struct row rows[] = {
		{ "\"intestati\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" TEXT("nominativo") "," TEXT("codice_fiscale") "," TEXT("diritto") "," TEXT("quota") "}}}",
		  "^INTESTATI\n"
		  "\n"
		  "#6x1*N.    #46x1*DATI *ANAGRAFICI                               #22x1*CODICE *FISCALE        #26x1*DIRITTI *E *ONERI *REALI\n"
		  "#6x11     #46x1FERRARI Giulia nata a CARPI il 19/08/1974     #22x1FRRGLI74M59B819P      #26x1Proprietà 1/2\n"
		  "#6x12     #46x1MONTI Andrea nato a MODENA il 03/12/1971      #22x1MNTNDR71T03F257Z      #26x1Proprietà 1/2\n"
		  "\n"
		  "^Unità ^immobiliare\n"
		  "\n"
		  "Indirizzo: VIA GIUSEPPE VERDI n. 31 Piano 2-S1\n"
		  "Visura telematica. Tributi erariali: Euro 1,35. Rilasciata da: Servizio Telematico\n",
		  "{\"intestati\":[]}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_masked(void **state)
{
	static const struct row rows[] = {
		{ TEXT("card_last4") "," TEXT("card_type"), "Paid with Mastercard •••• 0917 on 3 March 2025.\n", "{\"card_last4\":\"0917\",\"card_type\":\"Mastercard\"}" },
		{ TEXT("card_last4"), "03-06-25     Visa XXXXXXXXXXXX3391     639.50\n", "{\"card_last4\":\"3391\"}" },
		{ TEXT("last4"), "Account ending in 4417\n", "{\"last4\":\"4417\"}" },
		{ TEXT("card_last4"), "Card number: 1234\n", "{\"card_last4\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_known(void **state)
{
	static const struct row rows[] = {
		{ TEXT("employment_type") "," TEXT("work_model"), "^Process ^Engineer\nHelvex Polymers · Basel · Full-time · Hybrid\n",
		  "{\"employment_type\":\"Full-time\",\"work_model\":\"Hybrid\"}" },
		/* a word of a sentence is none */
		{ TEXT("work_model"), "We make hybrid seals for pumps and sell them all over the world.\n", "{\"work_model\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_people(void **state)
{
	static const struct row rows[] = {
		{ TEXT("prepared_by"), "Prepared by: Denise Okafor, Treasurer\n", "{\"prepared_by\":\"Denise Okafor\"}" },
		/* mail: name and address */
		{ OBJECT("contact", TEXT("name")), "Contact: Lars Holm <l.holm@forwarding.example>\n", "{\"contact\":{\"name\":\"Lars Holm\"}}" },
		/* "Madame …" over a street begins an address: the date below it is the letter's still */
		{ DATE("letter_date"),
		  "Madame Hélène Rousset\n8 chemin des Vignes\n38240 Meylan\n\nGrenoble, le 6 mai 2025\n\nMadame,\n\nVotre demande est acceptée.\n\nLe contrat commence le 5 juillet 2025.\n",
		  "{\"letter_date\":\"2025-05-06\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_hold_labels), cmocka_unit_test(test_spelled), cmocka_unit_test(test_units_of_labels),
		cmocka_unit_test(test_addresses_and_codes), cmocka_unit_test(test_ends), cmocka_unit_test(test_header_is_no_row), cmocka_unit_test(test_masked), cmocka_unit_test(test_known), cmocka_unit_test(test_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
