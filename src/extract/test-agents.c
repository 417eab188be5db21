/* SPDX-License-Identifier: Apache-2.0 */
/* Who did what, by the verb alone; what long contracts define, who signs them, and periods among many. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define B(name) "\"" name "\":{\"type\":\"boolean\"}"
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

/* People stand beside or over their offices, which are labels of nothing below them. */
static void test_offices(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("treasurer") "," S("board_chair"), "Board of Directors\n\nRev. Curtis Holloway, Chair\nAngela Bostwick, Treasurer\nDarnell Fitch, Secretary\n",
		  "{\"treasurer\":\"Angela Bostwick\",\"board_chair\":\"Rev. Curtis Holloway\"}" },
		{ S("corporate_secretary"), "By order of the Board of Directors\n\nMarguerite Stovall\nCorporate Secretary\n\nApril 4, 2025\n", "{\"corporate_secretary\":\"Marguerite Stovall\"}" },
		{ S("signed_by"), "This report was approved by the board on 27 November 2024 and signed on its behalf by:\nS J Pargeter - Director\n", "{\"signed_by\":\"S J Pargeter\"}" },
		{ S("treasurer"), "Chair\nCurtis Holloway\nTreasurer\nAngela Bostwick\nSecretary\nDarnell Fitch\n", "{\"treasurer\":\"Angela Bostwick\"}" },
	};
	CHECK_ALL(rows);
}

/* What a definition gives, what "3.25 to 1.00" is, what a clause's number is not. */
static void test_covenants(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ N("max_leverage_ratio") "," N("min_interest_coverage_ratio"),
		  "7.4 Maximum Leverage Ratio. The Borrower will not permit the ratio to be greater than 3.25 to 1.00 on any day.\n\n\n"
		  "7.5 Minimum Interest Coverage Ratio. The Borrower will not permit the ratio to be less than 3.00 to 1.00 on any day.",
		  "{\"max_leverage_ratio\":3.25,\"min_interest_coverage_ratio\":3.00}" },
		{ N("interest_rate"),
		  "“Floor” means a rate of interest equal to 0.00% per annum in all cases and at all times of the year.\n\n\n"
		  "“Interest Rate” means a fixed rate of six and 15/100 percent (6.15%) per annum for the whole of the term.",
		  "{\"interest_rate\":6.15}" },
		{ S("borrower_name"), "“Borrower” means Kessler Marine Systems, Inc., a Maryland corporation with offices in Baltimore and in Norfolk.", "{\"borrower_name\":\"Kessler Marine Systems, Inc.\"}" },
		{ S("agent"), "The rate is the sum of all that is set out below as it is determined by the\nAgent: (1) the daily simple rate; or (2) the rate that is chosen by the\nLenders from time to time and told to all of them.", "{\"agent\":null}" },
		{ S("administrative_agent"), "This agreement is among the lenders from time to time party hereto and First Cumberland Bank, National Association, as Administrative Agent, and others.",
		  "{\"administrative_agent\":\"First Cumberland Bank, National Association\"}" },
	};
	CHECK_ALL(rows);
}

/* Houses have names, what follows a term tells of its party, and of a party's own words none is lost to a longer name. */
static void test_whereabouts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("employer") "," S("employer_address"),
		  "This contract is made between Fernhill Veterinary Group Limited whose registered office is at Unit 3, Old Brewery Yard, Hereford HR4 9AP (“the Employer”) and the other party to it.",
		  "{\"employer\":\"Fernhill Veterinary Group Limited\",\"employer_address\":\"Unit 3, Old Brewery Yard, Hereford HR4 9AP\"}" },
		{ S("borrower_address") "," S("bank_address"),
		  "This agreement is between Prairie Millworks, Inc. (“Borrower”), whose principal place of business is 2601 Industrial Loop, Salina, Kansas 67401, and Smoky Hill State Bank, a Kansas bank (“Bank”), whose "
		  "address is 120 Santa Fe Avenue, Salina, Kansas 67401.",
		  "{\"borrower_address\":\"2601 Industrial Loop, Salina, Kansas 67401\",\"bank_address\":\"120 Santa Fe Avenue, Salina, Kansas 67401\"}" },
	};
	CHECK_ALL(rows);
}

/* Years head columns with what their figures are counted in; the year before is the next to the last; totals head what has no year. */
static void test_years_of_columns(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ N("turnover") "," N("net_assets"),
		  "                       Notes       2024 £      2023 £\n"
		  "Turnover                        1,874,220   1,702,995\n"
		  "Cost of sales            3        610,338     554,406\n"
		  "Net assets                        813,654     655,864\n",
		  "{\"turnover\":1874220,\"net_assets\":813654}" },
		{ N("net_income") "," N("prior_year_net_income"),
		  "                        2024        2023        2022\n"
		  "Gross profit         110,528      97,791      84,176\n"
		  "Net income            22,651      17,291      11,481\n",
		  "{\"net_income\":22651,\"prior_year_net_income\":17291}" },
		{ N("total_income"),
		  "                   Unrestricted   Restricted   Total 2025   Total 2024\n"
		  "Donations             1,502,118      210,400    1,712,518    1,590,377\n"
		  "Total income          2,982,902      436,000    3,418,902    3,205,117\n",
		  "{\"total_income\":3418902}" },
	};
	CHECK_ALL(rows);
}

/* Labels at half the height of their lines; firms with what stands beside them; the one behind an office. */
static void test_beside(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("auditor") "," S("registered_office"),
		  "Auditor               Pickering Stroud LLP, Statutory Auditor, 3 Soresby Street, Chesterfield S40 1JN\n"
		  "Registered office     Willow House, 12 Spital Lane, Chesterfield S41 0HL\n",
		  "{\"auditor\":\"Pickering Stroud LLP\",\"registered_office\":\"Willow House, 12 Spital Lane, Chesterfield S41 0HL\"}" },
		{ W("line_manager", "To whom the employee reports"), "2. Reporting. You will report to the Practice Manager, Mrs. Judith Amory, at the surgery in Leominster on each day of your work.",
		  "{\"line_manager\":\"Judith Amory\"}" },
		{ S("company"), "Brackley Instrument Company Limited\n\nAccountants     Salcey & Co\n                Chartered Accountants\n", "{\"company\":\"Brackley Instrument Company Limited\"}" },
	};
	CHECK_ALL(rows);
}

/* Boxes behind their words, questions over several lines, what is asked by what is ticked. */
static void test_boxes_behind(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ B("well_known_seasoned_issuer") "," B("shell_company"),
		  "Indicate by check mark if the registrant is a well-known seasoned issuer, as defined in Rule 405 of the Securities Act. Yes\n☐ No ☒\n\n"
		  "Indicate by check mark whether the registrant is a shell company as it is defined in Rule 12b-2. Yes ☒ No ☐\n",
		  "{\"well_known_seasoned_issuer\":false,\"shell_company\":true}" },
		{ W("filer_status", "Filer category that is checked"), "Large accelerated filer ☐    Accelerated filer ☒\nNon-accelerated filer ☐    Smaller reporting company ☐\n", "{\"filer_status\":\"Accelerated filer\"}" },
		{ B("shell_company"), "Indicate by check mark whether the registrant is a shell company as it is defined in the rules of the Act.\n", "{\"shell_company\":null}" },
	};
	CHECK_ALL(rows);
}

/* What a caption in brackets explains may have lines over it, and begin with a figure. */
static void test_captions_of_filings(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("address") "," S("phone"),
		  "   3100 Harbor Boulevard, Suite 900\n        Oxnard, California                   93035\n (Address of principal executive offices)     (Zip Code)\n\n"
		  "           (805) 555-0126\n   (Telephone number of the registrant)\n",
		  "{\"address\":\"3100 Harbor Boulevard, Suite 900 Oxnard, California\",\"phone\":\"(805) 555-0126\"}" },
		{ S("principal_executive_offices"),
		  "  1420 Fifth Avenue, Seattle, Washington 98101\n(Address of principal executive offices, including zip code)\n             (206) 555-0171\n     (Telephone number of the registrant)\n",
		  "{\"principal_executive_offices\":\"1420 Fifth Avenue, Seattle, Washington 98101\"}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_agents), cmocka_unit_test(test_definitions), cmocka_unit_test(test_spelled), cmocka_unit_test(test_periods),
		cmocka_unit_test(test_signatures), cmocka_unit_test(test_offices), cmocka_unit_test(test_beside), cmocka_unit_test(test_boxes_behind), cmocka_unit_test(test_captions_of_filings), cmocka_unit_test(test_covenants), cmocka_unit_test(test_whereabouts), cmocka_unit_test(test_years_of_columns), cmocka_unit_test(test_clause_below), cmocka_unit_test(test_law), cmocka_unit_test(test_actions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
