/* SPDX-License-Identifier: Apache-2.0 */
/* Letters: who signs, as what and for whom, wherever the signature stands; who an address block at the top belongs to. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"

/* A signature may stand right of the closing; its lines are name, title and company. */
static void test_signature(void **state)
{
	static const struct row rows[] = {
		{ TEXT("signatory") "," TEXT("signatory_title"),
		  "Madame,\n\nvotre demande a bien été reçue.\n\nVeuillez agréer, Madame, nos salutations distinguées.\n\n"
		  "                                        Bastien Fournials\n"
		  "                                        Directeur d'agence\n",
		  "{\"signatory\":\"Bastien Fournials\",\"signatory_title\":\"Directeur d'agence\"}" },
		{ TEXT("sender_company") "," TEXT("sender_title"),
		  "Dear Dev,\n\nthat works for me.\n\nKind regards,\n\nImogen Tarrant\nProgramme Manager\nLowry Bell LLP\n",
		  "{\"sender_company\":\"Lowry Bell LLP\",\"sender_title\":\"Programme Manager\"}" },
		/* any word may stand in the closing */
		{ TEXT("signatory"), "Geachte collega,\n\nwij zagen de heer Bos.\n\nMet collegiale groet,\n\nMarijn van Eijk\ncardioloog\n", "{\"signatory\":\"Marijn van Eijk\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* Without a closing names at the foot stand over what their bearers are; words for things are no names. */
static void test_offices(void **state)
{
	static const struct row rows[] = {
		{ TEXT("director") "," TEXT("treasurer"),
		  "Certificate\n\nThis is to certify that the course was completed.\n\n\n"
		  "Odile Varenne              Piet van Dam\n"
		  "Director                   Treasurer\n",
		  "{\"director\":\"Odile Varenne\",\"treasurer\":\"Piet van Dam\"}" },
		{ TEXT("director"), "Certificate\n\nThis is to certify that the course was completed.\n\n\nCourse Fee\nDirector\n", "{\"director\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* An address right below a name set large is not the one of who writes; without such a name it is. */
static void test_window(void **state)
{
	static const struct row rows[] = {
		{ TEXT("seller_name") "," TEXT("buyer_name"),
		  "^Holzhandel ^Drents ^GmbH\n\n\n\nBauhof Kolk\nHafenstraße 44\n20457 Hamburg\n\n\nOrder 4711\n",
		  "{\"seller_name\":\"Holzhandel Drents GmbH\",\"buyer_name\":\"Bauhof Kolk\"}" },
		{ TEXT("seller_name"), "Bauhof Kolk\nHafenstraße 44\n20457 Hamburg\n\n\nOrder 4711\n", "{\"seller_name\":\"Bauhof Kolk\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* In captions of courts the name stands over the role, with a comma; without one the role is a label as others are. */
static void test_caption(void **state)
{
	static const struct row rows[] = {
		{ TEXT("plaintiff") "," TEXT("defendant"),
		  "MARIBEL ODUYA,\n          Plaintiff,\n     vs.\nCASCADE HOLDINGS LLC,\n          Defendant.\n",
		  "{\"plaintiff\":\"MARIBEL ODUYA\",\"defendant\":\"CASCADE HOLDINGS LLC\"}" },
		{ TEXT("plaintiff"), "Case 4711\nPlaintiff:   Maribel Oduya\n", "{\"plaintiff\":\"Maribel Oduya\"}" },
		/* "of" belongs to the label */
		{ TEXT("county"), "COUNTY OF SONOMA\n", "{\"county\":\"SONOMA\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* A full name in the salutation is who is written to; a surname alone, or a group, is not. */
static void test_greeting(void **state)
{
	static const struct row rows[] = {
		{ TEXT("guest_name"), "Dear Mr Aurelio Benassi, thank you for choosing us.\n", "{\"guest_name\":\"Mr Aurelio Benassi\"}" },
		{ TEXT("guest_name"), "Dear Mr Benassi,\n\nthank you for choosing us.\n", "{\"guest_name\":null}" },
		{ TEXT("guest_name"), "Dear Valued Customer,\n\nthank you for choosing us.\n", "{\"guest_name\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

/* An address begins with what its bearer is called by: neither that word alone nor the letterhead above is his name. */
static void test_addressed(void **state)
{
	static const struct row rows[] = {
		{ "\"recipient\":{\"type\":\"string\"}",
		  "Wharfedale Beekeepers\n\nMr Joel Abernathy\n9 Chapel Row\nOtley LS21 3PL\n\n3 September 2024\n\nDear Mr Abernathy,\n\nPlease pay.\n\nYours sincerely,\n\nImogen Tarrant\nMembership Secretary\n",
		  "{\"recipient\":\"Mr Joel Abernathy\"}" },
		{ "\"destinatario\":{\"type\":\"string\"},\"telefone\":{\"type\":\"string\"}",
		  "Fialho Lda.\nRua da Moeda 12, 7000-513 Évora\nTelef.: 266 555 019 - duarte@fialho.example\n\n\nExma. Senhora\nD. Graça Pimentel\nTravessa do Sertório 5\n7000-602 Évora\n\nÉvora, 8 de janeiro de 2024\n",
		  "{\"destinatario\":\"D. Graça Pimentel\",\"telefone\":\"266 555 019\"}" },
	};
	CHECK_ALL(rows);
}

/* Words set bold before the text of a paragraph name it; a price for a year is none for a month. */
static void test_run_in(void **state)
{
	static const struct row rows[] = {
		{ "\"abstract\":{\"type\":\"string\"}",
		  "*Abstract We measured nitrogen uptake over three seasons on light soils in the north of the country, and\nfound that barley in mixed stands took up more of it than barley alone.\n",
		  "{\"abstract\":\"We measured nitrogen uptake over three seasons on light soils in the north of the country, and found that barley in mixed stands took up more of it than barley alone.\"}" },
		{ "\"price_per_month\":{\"type\":\"number\"},\"price_per_year\":{\"type\":\"number\"}", "Price per year      EUR 852.00\n", "{\"price_per_month\":null,\"price_per_year\":852.00}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signature), cmocka_unit_test(test_offices), cmocka_unit_test(test_window), cmocka_unit_test(test_caption), cmocka_unit_test(test_greeting),
		cmocka_unit_test(test_addressed), cmocka_unit_test(test_run_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
