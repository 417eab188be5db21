/* SPDX-License-Identifier: Apache-2.0 */
/* What sentences do not say of a field, though words of its name stand in them; and what they say in other words. */
#include "extract/test-run.h"

#define S(name) "\"" name "\":{\"type\":\"string\"}"
#define I(name) "\"" name "\":{\"type\":\"integer\"}"
#define D(name) "\"" name "\":{\"type\":\"string\",\"format\":\"date\"}"
#define OBJECT(name, properties) "\"" name "\":{\"type\":\"object\",\"properties\":{" properties "}}"
#define RECORDS(name, properties) "\"" name "\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" properties "}}}"
#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))

/* What is counted in a sentence is asked for by all of the name; the sentence may end with a year. */
static void test_counted(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ I("shares_outstanding"),
		  "During the quarter the plan administrator withheld 21,204 shares from employees for the taxes they owed.\n\n\n"
		  "As of the second of June there were 88,120,555 shares of common stock issued and outstanding in 2026.",
		  "{\"shares_outstanding\":88120555}" },
	};
	CHECK_ALL(rows);
}

/* What a step takes is neither the time of all of them nor a time by name. */
static void test_steps(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ I("total_time_minutes"), "Put the noodles into a large pan of boiling water and drain them two minutes before the packet says.\n"
		  "Stir in the sauce, cover the pan and let it rest for 7 minutes before you serve it with the herbs.",
		  "{\"total_time_minutes\":null}" },
	};
	CHECK_ALL(rows);
}

/* The law a firm was made by governs nothing, also where it comes first; courts are named behind where they sit. */
static void test_laws(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("governing_law"),
		  "This Agreement is made between Calder Inc. and Orvane AB, a company organized under the laws of Sweden, with its office in Uppsala.\n\n\n"
		  "7. This Agreement shall be governed by the laws of the State of California, without regard to its conflict of laws principles.",
		  "{\"governing_law\":\"California\"}" },
	};
	CHECK_ALL(rows);
}

/* A paper that dates itself says nothing of other dates; those have words of their own. */
static void test_dated(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ D("order_date") "," D("filing_date"),
		  "Plaintiff filed this action on May 14, 2024, alleging breach of a carriage contract and seeking damages from the defendant.\n\n\n"
		  "DATED this 17th day of October, 2025.\n",
		  "{\"order_date\":\"2025-10-17\",\"filing_date\":\"2024-05-14\"}" },
	};
	CHECK_ALL(rows);
}

/* What someone is employed as ends where the sentence goes on. */
static void test_jobs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("job_title"), "I am writing to confirm that your employment as Warehouse Shift Supervisor will end by reason of redundancy.",
		  "{\"job_title\":\"Warehouse Shift Supervisor\"}" },
	};
	CHECK_ALL(rows);
}

/* Notes to the post and lines with a label of their own are no names; a house may have a name instead of a street. */
static void test_addressee(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ S("employee_name"), "^Brightwell ^Ltd\n\n\nPrivate and confidential\n\nMr Dominic Hale\n27 Spencer Avenue\nWakefield WF2 8QT\n\n\nDear Dominic,\n\nthank you.\n",
		  "{\"employee_name\":\"Mr Dominic Hale\"}" },
	};
	CHECK_ALL(rows);
}

/* Explanations in brackets may be long, and go on below. */
static void test_brackets(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "\"company_name\":{\"type\":\"string\",\"description\":\"Exact name of the registrant\"}",
		  "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 10-Q\n\n\n"
		  "                    Tidewater Foundry Corp\n"
		  "(Exact name of registrant as specified in its founding charter)\n",
		  "{\"company_name\":\"Tidewater Foundry Corp\"}" },
	};
	CHECK_ALL(rows);
}

/* In records a moment is a date and its time, and a label of nothing asked for ends the value before it; a name ends before an address. */
static void test_trips(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ RECORDS("flights", "\"departure\":{\"type\":\"string\",\"format\":\"date-time\"}," S("seat") "," S("gate")),
		  "Departure: Tue 10 Feb 2026 06:40\nGate: B12\nSeat: 14C     Class: Economy\n\n\n"
		  "Departure: Fri 13 Feb 2026 17:05\nGate: A3\nSeat: 9A      Class: Economy\n",
		  "{\"flights\":[{\"departure\":\"2026-02-10T06:40:00\",\"seat\":\"14C\",\"gate\":\"B12\"},{\"departure\":\"2026-02-13T17:05:00\",\"seat\":\"9A\",\"gate\":\"A3\"}]}" },
	};
	CHECK_ALL(rows);
}

/* Who has a name of his own in an object is not his company as well; a postal code is nobody's number. */
static void test_once(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ OBJECT("inspector", S("name") "," S("company")), "Home inspection report\n\n\nInspector: Dale Whitmire\n", "{\"inspector\":{\"name\":\"Dale Whitmire\",\"company\":null}}" },
		{ S("registration_number"), "Registration: Leeds LS10 1AB\n", "{\"registration_number\":null}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counted), cmocka_unit_test(test_steps), cmocka_unit_test(test_laws), cmocka_unit_test(test_dated), cmocka_unit_test(test_jobs),
		cmocka_unit_test(test_addressee), cmocka_unit_test(test_brackets), cmocka_unit_test(test_trips), cmocka_unit_test(test_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
