/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces: labels and values that slashes part, a person and what he is, numbers of official forms, places that two names want. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"

/* As many labels as values between slashes: each has its own; what a later label leaves out the first one says. */
static void test_slashes(void **state)
{
	static const struct row rows[] = {
		{ TEXT("vessel") "," TEXT("voyage"), "Vessel / Voyage: MV Nordic Crane / 041W\n", "{\"vessel\":\"MV Nordic Crane\",\"voyage\":\"041W\"}" },
		{ TEXT("port_of_loading") "," TEXT("port_of_discharge"), "Port of Loading / Discharge     Bergen / Oakland\n",
		  "{\"port_of_loading\":\"Bergen\",\"port_of_discharge\":\"Oakland\"}" },
		/* one label, one value with a slash in it */
		{ TEXT("department"), "Department: Research / Tools\n", "{\"department\":\"Research / Tools\"}" },
	};
	CHECK_ALL(rows);
}

/* The same in columns of a table; a name with "of" in it is one. */
static void test_columns(void **state)
{
	static const struct row rows[] = {
		{ "\"containers\":{\"type\":\"array\",\"items\":{\"properties\":{" TEXT("container_number") "," TEXT("seal_number") "," TEXT("packages") ",\"gross_weight_kg\":{\"type\":\"number\"}}}}",
		  "Container No. / Seal No.    No. of Packages     Gross Weight\n"
		  "NHCU 441207-3 / 88120       24 bundles          21,480\n"
		  "NHCU 441519-0 / 88121       22 bundles          19,905\n"
		  "NHCU 441733-1 / 88122       25 bundles          20,110\n",
		  "{\"containers\":[{\"container_number\":\"NHCU 441207-3\",\"seal_number\":\"88120\",\"packages\":\"24 bundles\",\"gross_weight_kg\":21480},"
		  "{\"container_number\":\"NHCU 441519-0\",\"seal_number\":\"88121\",\"packages\":\"22 bundles\",\"gross_weight_kg\":19905},"
		  "{\"container_number\":\"NHCU 441733-1\",\"seal_number\":\"88122\",\"packages\":\"25 bundles\",\"gross_weight_kg\":20110}]}" },
	};
	CHECK_ALL(rows);
}

/* "title" beside "name" is the person's, not the document's, and stands behind a comma. */
static void test_titles(void **state)
{
	static const struct row rows[] = {
		{ "\"approved_by\":{\"type\":\"object\",\"properties\":{" TEXT("name") "," TEXT("title") "}}",
		  "^PURCHASE ^ORDER\n\nOrder total     2,556.00\n\nApproved by: Walter Chen, Procurement Director\n",
		  "{\"approved_by\":{\"name\":\"Walter Chen\",\"title\":\"Procurement Director\"}}" },
		{ "\"approved_by\":{\"type\":\"object\",\"properties\":{" TEXT("name") "," TEXT("title") "}}",
		  "^PURCHASE ^ORDER\n\nOrder total     2,556.00\n\nApproved by: Walter Chen\n", "{\"approved_by\":{\"name\":\"Walter Chen\",\"title\":null}}" },
	};
	CHECK_ALL(rows);
}

/* The number of a line of an official form is no code. */
static void test_sections(void **state)
{
	static const struct row rows[] = {
		{ TEXT("cpv_code"), "II.1.1) Title: Care of parks\nReference number: 2024-017\nII.1.2) Main CPV code: 77310000\nII.1.3) Type of contract: Services\n",
		  "{\"cpv_code\":\"77310000\"}" },
	};
	CHECK_ALL(rows);
}

/* Of two places nearly as good a field takes the one that nobody else has. */
static void test_shared(void **state)
{
	static const struct row rows[] = {
		{ TEXT("taxNumber") "," TEXT("taxIdentificationNumber"), "Steuernummer 07321/44812\nIdNr. 48 112 903 557\n",
		  "{\"taxNumber\":\"07321/44812\",\"taxIdentificationNumber\":\"48 112 903 557\"}" },
	};
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slashes), cmocka_unit_test(test_columns), cmocka_unit_test(test_titles), cmocka_unit_test(test_sections), cmocka_unit_test(test_shared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
