/* SPDX-License-Identifier: Apache-2.0 */
/* Figures, dates and people by the words around them in running text. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define D(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define N(name) "\"" name "\":{\"type\":\"number\"}"
#define I(name) "\"" name "\":{\"type\":\"integer\"}"
#define NP(name, what) "\"" name "\":{\"type\":\"number\",\"description\":\"" what "\"}"
#define OBJECT(name, properties) "\"" name "\":{\"type\":\"object\",\"properties\":{" properties "}}"

/* A number belongs to the thing it counts, in figures or in words; what stands behind a comma is of another word. */
static void test_counts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ I("bedrooms") "," I("bathrooms") "," N("garden_area"),
		  "The house was rebuilt in 1987 and has four bedrooms, two bathrooms and a garden of 350 square metres.",
		  "{\"bedrooms\":4,\"bathrooms\":2,\"garden_area\":350}" },
		{ I("portionen") "," I("backzeit"),
		  "Das Rezept reicht für 6 Portionen, 45 Minuten Backzeit sollten Sie dafür einplanen.",
		  "{\"portionen\":6,\"backzeit\":45}" },
		{ N("preis_pro_monat") "," N("preis_pro_jahr"),
		  "Das Abo kostet 12,50 EUR pro Monat oder 120,00 EUR pro Jahr und kann jederzeit beendet werden.",
		  "{\"preis_pro_monat\":12.50,\"preis_pro_jahr\":120.00}" },
		{ I("mitarbeiterzahl"),
		  "Die Firma ist seit 2009 am Markt und beschäftigt heute 85 Mitarbeiter. 2024 zog sie nach Kassel um.",
		  "{\"mitarbeiterzahl\":85}" },
		{ NP("tilgung", "in Prozent") "," NP("jahreszins", "in Prozent"),
		  "§ 7 Tilgung und Zinsen\n\n\nDie Tilgung beträgt 2,50 % und der Jahreszins 4,10 % auf den Rest der Schuld aus diesem Vertrag.",
		  "{\"tilgung\":2.50,\"jahreszins\":4.10}" },
	};
	CHECK_ALL(rows);
}

/* Of several dates a field gets the one whose words are of its name's family. */
static void test_dates(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ D("closure_date") "," D("reopening_date"),
		  "The tunnel will close on 4 May 2026 for repairs of its lining, and the operator expects to reopen it on\n"
		  "19 October 2026 after trials.",
		  "{\"closure_date\":\"2026-05-04\",\"reopening_date\":\"2026-10-19\"}" },
		{ D("agreement_date") "," D("inventory_date"),
		  "This agreement is made on 3 March 2025 between the owner and the tenant named in the schedule. An\n"
		  "inventory dated 28 March 2025 is attached to it.",
		  "{\"agreement_date\":\"2025-03-03\",\"inventory_date\":\"2025-03-28\"}" },
		{ D("start_date") "," D("end_date"),
		  "The regatta takes place from 6 to 9 August 2026 at the old harbour and is open to all visitors.",
		  "{\"start_date\":\"2026-08-06\",\"end_date\":\"2026-08-09\"}" },
		{ S("ciudad") "," D("fecha"),
		  "En Huesca, a 9 de abril de 2025, siendo las 18:00 horas, se reúne la asociación en su sede social bajo\n"
		  "su presidente y trata los asuntos del orden del día. La próxima reunión se celebrará el\n"
		  "8 de abril de 2026.",
		  "{\"ciudad\":\"Huesca\",\"fecha\":\"2025-04-09\"}" },
		{ S("ort") "," D("datum"),
		  "Göttingen, 5. Mai 2025 – Die Leinetal AG eröffnet an drei Standorten in Northeim neue Werkstätten und stellt Leute ein.",
		  "{\"ort\":\"Göttingen\",\"datum\":\"2025-05-05\"}" },
	};
	CHECK_ALL(rows);
}

/* Roles stand before names or behind them, in any form of their word; a sibling may ask for the role itself. */
static void test_roles(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("council_leader") "," S("engineer"),
		  "The bridge is safe, said council leader Marcus Tilley. The engineer, Olga Brandt, will inspect it again.",
		  "{\"council_leader\":\"Marcus Tilley\",\"engineer\":\"Olga Brandt\"}" },
		{ S("buergermeister"),
		  "Zur Eröffnung des Bades sprach am Abend auch Bürgermeister Tobias Kehl zu den Gästen aus der Stadt.",
		  "{\"buergermeister\":\"Tobias Kehl\"}" },
		{ S("presidente"),
		  "Los socios se reúnen en el local social bajo la presidencia de D. Ramiro Ezquerra y aprueban las cuentas.",
		  "{\"presidente\":\"Ramiro Ezquerra\"}" },
		{ OBJECT("contact", S("name") "," S("role")),
		  "Stands must be booked in January. Contact Owen Prosser, exhibitor manager, at the office of the fair.",
		  "{\"contact\":{\"name\":\"Owen Prosser\",\"role\":\"exhibitor manager\"}}" },
		{ OBJECT("landlord", S("name") "," S("address")),
		  "This agreement is made between Gwendolyn Farrow of 3 Abbey Mews, Bath BA1 5QD (the Landlord) and the\n"
		  "people named in the schedule below.",
		  "{\"landlord\":{\"name\":\"Gwendolyn Farrow\",\"address\":\"3 Abbey Mews, Bath BA1 5QD\"}}" },
	};
	CHECK_ALL(rows);
}

/* A word amid a sentence labels no rest of it: what nothing else finds stays null. */
static void test_weeds(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("sponsor"), "The parade was led by the sponsor of the evening and by many others who came from all over the county.",
		  "{\"sponsor\":null}" },
		{ N("kaution"), "Artikel 5 Kaution\n\n\nEine Sicherheit wird von dem Mieter nicht verlangt und auch sonst nichts dergleichen.",
		  "{\"kaution\":null}" },
	};
	CHECK_ALL(rows);
}

/* Texts that ask for a length of time, a share or a sum get it as it is printed, with the words of its size. */
static void test_measures(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("umsatz") "," S("anteil_gemeinden"),
		  "Im letzten Jahr erzielte die Firma einen Umsatz von 118,4 Millionen Euro. Der Anteil der Gemeinden liegt bei 15 Prozent.",
		  "{\"umsatz\":\"118,4 Millionen Euro\",\"anteil_gemeinden\":\"15 Prozent\"}" },
		{ S("warranty_extension"),
		  "To make up for the delay we will extend your warranty by six months from the date of the new delivery.",
		  "{\"warranty_extension\":\"six months\"}" },
		{ S("duree"), "Le bail est consenti pour une durée de neuf années à compter de la signature par les deux parties.",
		  "{\"duree\":\"neuf années\"}" },
	};
	CHECK_ALL(rows);
}

/* What a sentence says of the word it begins with; places behind what happens at them; remarks in brackets define nothing. */
static void test_tails(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("heating"), "The flat has two rooms and a balcony to the south. Heating by natural gas. The rent is due each month.",
		  "{\"heating\":\"natural gas\"}" },
		{ S("place_of_birth") "," S("spouse"), "Born in Dundee, she trained as a nurse and in the same year she married Alastair Drummond, a teacher.",
		  "{\"place_of_birth\":\"Dundee\",\"spouse\":\"Alastair Drummond\"}" },
		{ OBJECT("party_1", S("name")) "," OBJECT("party_2", S("name")),
		  "This Agreement is entered into by and between Brightwell Optics Limited, a private company (company number\n"
		  "09482211) whose office is in Wakefield (\"Brightwell\"), and Nordhaven Photonics ApS, a Danish company (\"Nordhaven\").",
		  "{\"party_1\":{\"name\":\"Brightwell Optics Limited\"},\"party_2\":{\"name\":\"Nordhaven Photonics ApS\"}}" },
		{ OBJECT("press_contact", S("name") "," S("role")), "Press contact: Jonas Abel, Head of Press",
		  "{\"press_contact\":{\"name\":\"Jonas Abel\",\"role\":\"Head of Press\"}}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts), cmocka_unit_test(test_dates), cmocka_unit_test(test_roles), cmocka_unit_test(test_weeds), cmocka_unit_test(test_measures), cmocka_unit_test(test_tails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
