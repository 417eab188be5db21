/* SPDX-License-Identifier: Apache-2.0 */
/* Who wrote an article, from the lines below its title, and what it cites, from the list at its end. */
#include "extract/test-table.h"

#define AUTHORS ARRAY("authors", TEXT("name") "," TEXT("affiliation") "," TEXT("email"))
#define WORKS ARRAY("references", TEXT("authors") "," NUMBER("year") "," TEXT("title"))

/* Side by side over what belongs to them; tables whose columns would fit are none of theirs. */
static void test_authors_beside(void **state)
{
	expect(AUTHORS,
	       "       !Damping !of !Drill !Bits\n"
	       "\n"
	       "  Ann Miller              Jo van Hove\n"
	       "  University of Bern      Harbour Institute\n"
	       "  ann.miller@b.example    hove@h.example\n"
	       "\n"
	       "Abstract\n"
	       "We measure how sleeves of rubber damp the bits of drills.\n"
	       "\n"
	       "Name        Affiliation     Email\n"
	       "x           1.2             3.4\n"
	       "y           2.2             4.4\n"
	       "z           3.2             5.4\n",
	       "Ann Miller|University of Bern|ann.miller@b.example\nJo van Hove|Harbour Institute|hove@h.example\n");
}

/* In one line with marks that lead to their places; one below the other with an address between. */
static void test_authors_marked(void **state)
{
	expect(AUTHORS,
	       "       !Damping !of !Drill !Bits\n"
	       "  Ann Miller1, Jo van Hove2 and Kim Sand1\n"
	       "1 University of Bern\n"
	       "2 Harbour Institute\n"
	       "\n"
	       "1. Introduction\n"
	       "We measure how sleeves of rubber damp the bits of drills.\n",
	       "Ann Miller|University of Bern|\nJo van Hove|Harbour Institute|\nKim Sand|University of Bern|\n");
	expect(ARRAY("authors", TEXT("first_name") "," TEXT("last_name") "," TEXT("institution")),
	       "       !Damping !of !Drill !Bits\n"
	       "            Ann Miller\n"
	       "        University of Bern\n"
	       "      Lakeside 5, CH-3012 Bern\n"
	       "          Jo van Hove\n"
	       "        Harbour Institute\n"
	       "\n"
	       "Abstract\n",
	       "Ann|Miller|University of Bern\nJo|van Hove|Harbour Institute\n");
}

/* Behind the name on its line; mail addresses on the lines of their authors, whoever they seem to name; the country apart. */
static void test_authors_lines(void **state)
{
	expect(AUTHORS,
	       "       !Damping !of !Drill !Bits\n"
	       "Ann Miller, University of Bern, miller@b.example\n"
	       "Jo van Hove, Harbour Institute, hove@h.example\n"
	       "\n"
	       "Abstract\n",
	       "Ann Miller|University of Bern|miller@b.example\nJo van Hove|Harbour Institute|hove@h.example\n");
	expect(ARRAY("autores", TEXT("nombre") "," TEXT("universidad") "," TEXT("pais") "," TEXT("correo")),
	       "       !Damping !of !Drill !Bits\n"
	       "Ana Moreno\n"
	       "Universidad de Lima, Peru\n"
	       "contact@l.example\n"
	       "Luis Soto\n"
	       "Universidad de Chile, Chile\n"
	       "office@c.example\n"
	       "\n"
	       "Resumen\n",
	       "Ana Moreno|Universidad de Lima|Peru|contact@l.example\nLuis Soto|Universidad de Chile|Chile|office@c.example\n");
}

/* A comma set apart behind a mark leaves the mark. */
static void test_authors_comma(void **state)
{
	expect(AUTHORS,
	       "       !Damping !of !Drill !Bits\n"
	       "  Ann Miller `1 , Jo van Hove `2\n"
	       "1 University of Bern\n"
	       "2 Harbour Institute\n"
	       "\n"
	       "Abstract\n",
	       "Ann Miller|University of Bern|\nJo van Hove|Harbour Institute|\n");
}

/* In a narrow column a line may end with a colon before the title goes on. */
static void test_works_narrow(void **state)
{
	expect(ARRAY("references", TEXT("auteur") "," NUMBER("annee") "," TEXT("titre")),
	       "Références\n"
	       "Goulson, D. (2010). Bumblebees:\n"
	       "behaviour and conservation.\n"
	       "Oxford Press.\n"
	       "\n"
	       "Humbert, J. (2012). Delayed mowing in\n"
	       "managed meadows. Ecosystems, 151.\n",
	       "Goulson, D.|2010|Bumblebees: behaviour and conservation\nHumbert, J.|2012|Delayed mowing in managed meadows\n");
}

/* Tables are told by their captions; a sentence that mentions one is none, and what stands below is no caption. */
static void test_table_captions(void **state)
{
	expect(ARRAY("tables", TEXT("number") "," TEXT("caption")),
	       "Table 1. Monitoring wells of this study.\n"
	       "Site      Wells      Depth\n"
	       "Ada          18       12.5\n"
	       "Keta         21        9.8\n"
	       "\n"
	       "Table 2 shows the rest of them.\n"
	       "\n"
	       "Table 2: Results by season\n",
	       "1|Monitoring wells of this study\n2|Results by season\n");
}

/* Authors before a colon; of what is parted by commas the last part before the figures is where it appeared. */
static void test_works_commas(void **state)
{
	expect(ARRAY("references", TEXT("authors") "," TEXT("title") "," TEXT("journal") "," NUMBER("year")),
	       "References\n"
	       "[1] Healy, R. and Cook, P.: Estimating recharge, leakage and loss, Hydrogeol. J., 10, 91-109, 2002.\n"
	       "[2] Rodell, M.: Depletion in India, Nature, 460, 999-1002, 2009.\n",
	       "Healy, R. and Cook, P.|Estimating recharge, leakage and loss|Hydrogeol. J|2002\nRodell, M.|Depletion in India|Nature|2009\n");
}

/* An article that names nobody has no authors, whatever stands in its tables. */
static void test_authors_none(void **state)
{
	struct result *r = run(AUTHORS,
			       "       !Damping !of !Drill !Bits\n"
			       "\n"
			       "Abstract\n"
			       "\n"
			       "Name        Affiliation     Email\n"
			       "x           1.2             3.4\n"
			       "y           2.2             4.4\n");
	assert_int_equal(r->out[0].n, 0);
	result_fini(r);
}

/* Numbered, with the year last; hanging, with the year in brackets and titles quoted; what follows the list is none of it. */
static void test_works(void **state)
{
	expect(WORKS,
	       "^References\n"
	       "[1] S. Hart. Drill bits and their sleeves. Mining\n"
	       "    Journal, 73:983-1002, 2005.\n"
	       "[2] K. Sand, J. Low, and P. Oak. Damping. Wiley, 1998.\n"
	       "^Appendix\n"
	       "[3] S. Hart. Not cited, 2001.\n",
	       "S. Hart|2005|Drill bits and their sleeves\nK. Sand, J. Low, and P. Oak|1998|Damping\n");
	expect(WORKS,
	       "7. Literature\n"
	       "Hart S, Sand K (2004a). \"Bits in Clay.\" Mining Journal,\n"
	       "    52(5), 1-24. doi:10.5555/mj.1\n"
	       "Low J (2011). Sleeves of Steel. Harbour Press,\n"
	       "    London.\n"
	       "Affiliation:\n"
	       "Kim Sand\n",
	       "Hart S, Sand K|2004|Bits in Clay\nLow J|2011|Sleeves of Steel\n");
	expect(ARRAY("bibliography", TEXT("doi") "," TEXT("journal") "," TEXT("title")),
	       "Bibliography\n"
	       "Hart S, Sand K (2004a). \"Bits in Clay.\" Mining Journal,\n"
	       "    52(5), 1-24. doi:10.5555/mj.1\n"
	       "Low J (2011). Sleeves of Steel. Harbour Press,\n"
	       "    London.\n",
	       "10.5555/mj.1|Mining Journal|Bits in Clay\n|Harbour Press, London|Sleeves of Steel\n");
}

/* A list without years is none of works: other readers may look at it. */
static void test_no_works(void **state)
{
	struct result *r = run(WORKS,
			       "^References\n"
			       "See the manual of the drill.\n"
			       "Ask the dealer for sleeves.\n");
	assert_false(r->out[0].settled);
	result_fini(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_authors_beside), cmocka_unit_test(test_authors_marked), cmocka_unit_test(test_authors_lines), cmocka_unit_test(test_authors_comma), cmocka_unit_test(test_works_narrow), cmocka_unit_test(test_table_captions), cmocka_unit_test(test_works_commas),
		cmocka_unit_test(test_authors_none),
		cmocka_unit_test(test_works), cmocka_unit_test(test_no_works),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
