/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit - units of measure (unit.def): how names of properties end with one, and how documents print it behind a figure.
 *
 *     area_sq_ft, weightKg, operating_pressure_in_bar         names
 *     2,310 sq ft (214.6 m²)                                   print
 *
 * Pure; all texts are borrowed or static.
 */
#pragma once
#include "base/str.h"

enum unit_kind { /* what is measured */
	UNIT_AREA, UNIT_SPAN, UNIT_WAY /* a length long enough to be nothing else: "46 km" */, UNIT_MASS, UNIT_VOLUME, UNIT_FLOW, UNIT_ENERGY, UNIT_WORK, UNIT_POWER,
	UNIT_SPEED, UNIT_TURNS, UNIT_HEAT, UNIT_PRESSURE, UNIT_VOLTAGE, UNIT_CURRENT, UNIT_CYCLES, UNIT_SOUND, UNIT_DENSITY, UNIT_EMISSION, UNIT_DOSE, UNIT_PULSE,
	UNIT_PERIOD, UNIT_MONEY, UNIT_SHARE
};

#define UNIT_ODD 99 /* power of a unit that is no power of ten of its kind's first one */

struct unit {
	enum unit_kind kind;
	int power;           /* of ten: how many of its kind's first unit it is; UNIT_ODD */
	const char *names;   /* ends of names in small letters, blanks between */
	const char *printed; /* small letters, words joined by "_"; "~in": a word of its own that is one only if the name asks for it */
};

/* The unit that a name ends with, NULL if none; *rest (may be NULL) is the name before it and before "_in". A unit behind "per" is none: "price_per_kg". */
const struct unit *unit_of_name(struct str name, struct str *rest);
/* The n-th ending of a name that is a unit, "sq_ft"; empty past the last. */
struct str unit_name(size_t n);
/* The unit that printed words, joined by "_", begin with; NULL if none. asked: also one that is a word of its own. */
const struct unit *unit_printed(struct str words, bool asked);
/* Is that one of the ways the unit is printed? */
bool unit_is_printed(const struct unit *u, struct str words);
/* Do both measure the same? */
bool unit_same_kind(const struct unit *a, const struct unit *b);
