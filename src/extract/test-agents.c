/* SPDX-License-Identifier: Apache-2.0 */
/* Who did what, by the verb alone; what long contracts define, who signs them, and periods among many. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define W(name, description) "\"" name "\":{\"type\":\"string\",\"description\":\"" description "\"}"
#define N(name) "\"" name "\":{\"type\":\"number\"}"
#define D(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define RECORDS(name, properties) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" properties "}}}"
#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))

/* The verb stands in the name, in the noun for who does it, or behind "who" in the description. */
static void test_agents(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("opened_by") "," S("path_maintained_by"),
		  "The new bridge at Carrick was opened on Monday by the transport secretary, Maeve Donnelly, after two years of work on it.\n\n\n"
		  "The path along the river is maintained by Strathmore Council and closed at night.",
		  "{\"opened_by\":\"Maeve Donnelly\",\"path_maintained_by\":\"Strathmore Council\"}" },
		{ S("painter") "," S("restorer"),
		  "An oak panel painted by the Flemish master Joost van Aelst has come back to the town hall after forty years in a barn.\n"
		  "It was restored by Ines Carvalho and hangs in the council chamber.",
		  "{\"painter\":\"Joost van Aelst\",\"restorer\":\"Ines Carvalho\"}" },
		{ W("pathologist", "Who carried out the examination") "," W("lead", "Who led the inquiry"),
		  "The examination was carried out by Professor Adaeze Nwosu on the second day, and the results were given to the family.\n\n\n"
		  "Evidence was heard from Martin Kettering, who led the inquiry for the county, and from two neighbours.",
		  "{\"pathologist\":\"Professor Adaeze Nwosu\",\"lead\":\"Martin Kettering\"}" },
		{ S("appointed_officer"),
		  "On the second of May the Board of Directors appointed Annelise Bergmann, age 47, to succeed the retiring treasurer of the firm.",
		  "{\"appointed_officer\":\"Annelise Bergmann\"}" },
		{ S("path_maintained_by"),
		  "The garden behind the library is maintained by Strathmore Council and closed at night to all visitors of the town.",
		  "{\"path_maintained_by\":null}" },
	};
	CHECK_ALL(rows);
}

/* A defined term is told by its definition, up to what is only said of it. */
static void test_definitions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("escrow_agent") "," S("territory"),
		  "1.1 Certain Definitions. As used in this Agreement, “Escrow Agent” means Tidewell Fiduciary Trust Company. “Territory” means Norway, Sweden and Finland.",
		  "{\"escrow_agent\":\"Tidewell Fiduciary Trust Company\",\"territory\":\"Norway, Sweden and Finland\"}" },
	};
	CHECK_ALL(rows);
}

/* Numbers in words may be several words; the number in brackets must agree with all of them. */
static void test_spelled(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("warranty_period"), "The Supplier warrants the pumps for a warranty period of one hundred eighty (180) days after delivery to the site.",
		  "{\"warranty_period\":\"one hundred eighty (180) days\"}" },
		{ S("warranty_period"), "The Supplier warrants the pumps for a warranty period of twenty-four (24) months after delivery to the site.",
		  "{\"warranty_period\":\"twenty-four (24) months\"}" },
		{ N("loan_amount"),
		  "The Bank agrees to lend to the Obligor, in a single advance, the loan amount of Five Million Two Hundred Thousand Dollars ($5,200,000) (the “Term Loan”).",
		  "{\"loan_amount\":5200000}" },
		{ N("principal_amount"),
		  "The undersigned promises to pay to the order of the Holder the principal sum of Two Million Seven Hundred Thousand Dollars ($2,700,000.00) with interest.\n\n\n"
		  "Maker shall pay monthly installments of principal and interest in the amount of $33,004.18 on the first day of each month.",
		  "{\"principal_amount\":2700000.00}" },
	};
	CHECK_ALL(rows);
}

/* Periods that other clauses of a long contract tell do not make the one that a sentence gives the field doubtful. */
static void test_periods(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("non_renewal_notice_period"),
		  "3. Term. This Agreement shall continue for an initial term of three (3) years from the date on which it is signed.\n\n\n"
		  "4. Renewal. Thereafter it shall renew for periods of one (1) year each, unless either party gives notice of non-renewal at least ninety (90) days before the end.\n\n\n"
		  "5. Claims. The indemnified party shall give notice of any claim within twenty (20) days after it has received the claim.\n\n\n"
		  "6. Records. The other party may examine the books upon not less than ten (10) Business Days' notice in any calendar year.",
		  "{\"non_renewal_notice_period\":\"ninety (90) days\"}" },
	};
	CHECK_ALL(rows);
}

/* Who signs stands below the party; its role is told where it was defined. Labels there are of the signature. */
static void test_signatures(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("borrower_signatory") "," D("effective_date"),
		  "THIS AGREEMENT is made between Harrow Mills, Inc., a Delaware corporation (the “Borrower”), and Piedmont Bank, N.A. (the “Lender”), effective as of\n"
		  "January 6, 2025 (the “Effective Date”).\n\n\n"
		  "PIEDMONT BANK, N.A.\nBy: /s/ Dominic Ferrara\nName: Dominic Ferrara\nTitle: Vice President\nDate: January 2, 2025\n\n\n"
		  "HARROW MILLS, INC.\nBy: /s/ Marjorie Teague\nName: Marjorie Teague\nTitle: Treasurer\nDate: January 3, 2025\n",
		  "{\"borrower_signatory\":\"Marjorie Teague\",\"effective_date\":\"2025-01-06\"}" },
	};
	CHECK_ALL(rows);
}

/* The next clause below a label is no value of it, nor is what kind of firm a party is. */
static void test_clause_below(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("product"), "PRODUCT\n4.1 Delivery. All goods shall be delivered to the carrier at the works of the Supplier.\n", "{\"product\":null}" },
	};
	CHECK_ALL(rows);
}

/* A state of two words governs as a whole. */
static void test_law(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("governing_law"), "12. General. This Sublease shall be construed under North Carolina law, and the parties waive all objections to it.",
		  "{\"governing_law\":\"North Carolina law\"}" },
	};
	CHECK_ALL(rows);
}

/* Who is to do what by when; a meeting that will be held obliges nobody. */
static void test_actions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ RECORDS("action_items", S("owner") "," S("task") "," D("due_date")),
		  "It was agreed to renew the insurance of the hall. Action: Samir Patel to send the renewal form by 30 September 2025.\n\n\n"
		  "Deborah Finch agreed to book the band by 15 October 2025.\n\n\nThe next meeting will be held on 11 November 2025 in the hall.",
		  "{\"action_items\":[{\"owner\":\"Samir Patel\",\"task\":\"send the renewal form\",\"due_date\":\"2025-09-30\"},"
		  "{\"owner\":\"Deborah Finch\",\"task\":\"book the band\",\"due_date\":\"2025-10-15\"}]}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_agents), cmocka_unit_test(test_definitions), cmocka_unit_test(test_spelled), cmocka_unit_test(test_periods),
		cmocka_unit_test(test_signatures), cmocka_unit_test(test_clause_below), cmocka_unit_test(test_law), cmocka_unit_test(test_actions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
