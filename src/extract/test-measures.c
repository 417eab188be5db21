/* SPDX-License-Identifier: Apache-2.0 */
/* Figures with units: which one the name of a property asks for, and sizes given together. */
#include "extract/test-run.h"
#include "extract/unit.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define INTEGER(name) "\"" name "\":{\"type\":\"integer\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"

static void test_names(void **state)
{
	static const struct { const char *name, *rest; } rows[] = {
		{ "area_sq_ft", "area" }, { "weightKg", "weight" }, { "operating_pressure_in_bar", "operating_pressure" }, { "maxFlow_m3h", "maxFlow" },
		{ "co2_g_per_km", "co2" }, { "income_in_british_pounds", "income" },
		{ "price_per_kg", NULL }, { "kg", NULL }, { "album", NULL }, { "program", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str rest, name = str_from(rows[i].name);
		const struct unit *u = unit_of_name(name, &rest);
		if ((u != NULL) != (rows[i].rest != NULL) || !str_eq(rest, rows[i].rest ? str_from(rows[i].rest) : name))
			fail_msg("%s: %.*s", rows[i].name, STR_ARGS(rest));
	}
	for (size_t i = 0; unit_name(i).n; i++) /* no ending belongs to two units */
		for (size_t k = 0; k < i; k++)
			if (str_eq(unit_name(i), unit_name(k)))
				fail_msg("%.*s twice", STR_ARGS(unit_name(i)));
}

static void test_units_of_names(void **state)
{
	static const struct row rows[] = {
		/* labels do not repeat the unit */
		{ NUMBER("operatingPressureBar") "," INTEGER("noise_db") "," NUMBER("density_g_cm3"),
		  "Operating pressure     max. 10 bar\n"
		  "Noise                  42 dB(A)\n"
		  "Density                0.81 g/cm3\n",
		  "{\"operatingPressureBar\":10,\"noise_db\":42,\"density_g_cm3\":0.81}" },
		/* of two units the one asked for; one that is powers of ten away says the same; others say nothing */
		{ NUMBER("weight_g") "," NUMBER("length_mm") "," NUMBER("power_kw"),
		  "Weight     1.2 kg\n"
		  "Length     52 cm / 520 mm\n"
		  "Power      5 hp\n",
		  "{\"weight_g\":1200,\"length_mm\":520,\"power_kw\":null}" },
		/* years are no months */
		{ INTEGER("warranty_months"), "Warranty:     2 years\n", "{\"warranty_months\":null}" },
		{ INTEGER("warranty_months"), "Warranty:     24 months\n", "{\"warranty_months\":24}" },
		{ INTEGER("hours_per_week"), "Hours per week:     38 hours\n", "{\"hours_per_week\":38}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_dimensions(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("lengthMm") "," NUMBER("widthMm") "," NUMBER("heightMm"), "Size (L x W x H)     520 x 260 x 340 mm\n",
		  "{\"lengthMm\":520,\"widthMm\":260,\"heightMm\":340}" },
		{ NUMBER("height_mm") "," NUMBER("width_mm") "," NUMBER("depth_mm"), "Abmessungen HxBxT: 81,5x59,8x55 cm\nPreis: 1.299,00 EUR\n",
		  "{\"height_mm\":815,\"width_mm\":598,\"depth_mm\":550}" },
		/* nothing says which is which */
		{ NUMBER("length") "," NUMBER("width"), "Size     90 x 200 cm\n", "{\"length\":null,\"width\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_names), cmocka_unit_test(test_units_of_names), cmocka_unit_test(test_dimensions) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
