/* SPDX-License-Identifier: Apache-2.0 */
/* Forms: captions under lines, places left blank, remarks in labels; parties without a label. */
#include "extract/test-run.h"

/* The caption stands small below the line that the value stands on; a line without one is blank, whatever else is named alike. */
static void test_under(void **state)
{
	static const char page[] =
		"Hagedorn            Silke\n"
		"~~~~~~~~~~~~~       ~~~~~~~~~~~\n"
		"`Name               `First `name\n\n"
		"29223       Celle\n"
		"~~~~~~~     ~~~~~~~~~~~~~\n"
		"`Postal `code `City\n\n\n"
		"~~~~~~~~~~~~\n"
		"`Account `holder `(if `another)\n";
	static const struct row rows[] = {
		{ "\"name\":{\"type\":\"string\"},\"first_name\":{\"type\":\"string\"},\"postal_code\":{\"type\":\"string\"},\"account_holder\":{\"type\":\"string\"}", page,
		  "{\"name\":\"Hagedorn\",\"first_name\":\"Silke\",\"postal_code\":\"29223\",\"account_holder\":null}" },
		/* a line across the page with labels and their values below it is none to write on */
		{ "\"patient_name\":{\"type\":\"string\"}", "        ^SUMMARY ^OF ^STAY\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
		  "Patient: Delgado        Sex: F\n", "{\"patient_name\":\"Delgado\"}" },
	};
	CHECK_ALL(rows);
}

/* Dots to write on, right of a label, leave it blank: what stands below is another thing. */
static void test_blanks(void **state)
{
	static const struct row rows[] = {
		{ "\"driver_name\":{\"type\":\"string\"}", "Driver name:   ......................\nReceived in good order\n", "{\"driver_name\":null}" },
	};
	CHECK_ALL(rows);
}

/* A remark in brackets is no part of the label; in a row of figures it is. */
static void test_remarks(void **state)
{
	static const struct row rows[] = {
		{ "\"license_number\":{\"type\":\"string\"}", "License number (if any, see overleaf)\nA-4471\n", "{\"license_number\":\"A-4471\"}" },
	};
	CHECK_ALL(rows);
}

/* What identifies itself needs no word for its kind in the label. */
static void test_untyped(void **state)
{
	static const struct row rows[] = {
		{ "\"customer_service_phone\":{\"type\":\"string\"}", "Customer service: +44 20 7946 0018\n", "{\"customer_service_phone\":\"+44 20 7946 0018\"}" },
	};
	CHECK_ALL(rows);
}

/* Numbers of years are counts; a school year begins in one and ends in the next. */
static void test_years(void **state)
{
	static const struct row rows[] = {
		{ "\"term_years\":{\"type\":\"integer\"}", "Date   2 May 2024\n", "{\"term_years\":null}" },
		{ "\"school_year\":{\"type\":\"string\"}", "School year: 2023/2024\n", "{\"school_year\":\"2023/2024\"}" },
	};
	CHECK_ALL(rows);
}

/* The heading of one address rules its own column; the line of the sender does not run into the address below it. */
static void test_columns(void **state)
{
	static const struct row rows[] = {
		{ "\"buyer\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}}},\"ship_to\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}",
		  "Feinblech Raddatz KG - Gewerbering 22 - 74821 Mosbach\n"
		  "                                                  Lieferanschrift\n"
		  "Ateliers Grandjean S.A.S.                         Grandjean Logistik GmbH\n"
		  "17 rue des Forges                                 Hafenstr. 9\n"
		  "67200 Strasbourg                                  77694 Kehl\n\n\n\n\n\n\n"
		  "Feinblech Raddatz KG                              info@raddatz.example\n"
		  "Gewerbering 22\n"
		  "74821 Mosbach\n", "{\"buyer\":{\"name\":\"Ateliers Grandjean S.A.S.\",\"city\":\"Strasbourg\"},\"ship_to\":{\"city\":\"Kehl\"}}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_under), cmocka_unit_test(test_blanks), cmocka_unit_test(test_remarks), cmocka_unit_test(test_untyped),
		cmocka_unit_test(test_years), cmocka_unit_test(test_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
