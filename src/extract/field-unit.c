/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-unit - the unit that the name of a number ends with, against the one printed behind a figure:
 *
 *     Area   2,310 sq ft (214.6 m²)          area_sq_ft is 2310, area_sq_m is 214.6
 *     Energy 1046 kJ / 250 kcal              energy_kcal is 250
 */
#include "extract/field-private.h"
#include <string.h>

static struct str part(struct str s, size_t from, size_t n)
{
	return (struct str){ s.p + from, n };
}

/* One unit a row: what it measures, how it ends a name in lower case, and how it is printed. */
static const struct {
	char kind;
	const char *name, *printed;
} units[] = {
	{ 'a', "sq_ft sqft square_feet ft2 sq_feet", "sqft ft² ft2 sf sq_ft sq._ft. sq_ft. square_feet" },
	{ 'a', "sq_m sqm m2 square_meters square_metres qm", "m² m2 sqm qm mq sq_m sq._m. square_metres square_meters" },
	{ 'a', "hectares ha", "ha hectares hektar" },
	{ 'a', "acres", "acres acre ac" },
	{ 'm', "kg kilograms kilos", "kg kgs kilograms kilo" },
	{ 'm', "lb lbs pounds", "lb lbs lb. lbs. pounds" },
	{ 'm', "grams g", "g grams gr" },
	{ 'm', "oz ounces", "oz oz. ounces" },
	{ 'm', "tonnes tons", "t tonnes tons" },
	{ 'l', "km kilometers kilometres", "km kilometres kilometers" },
	{ 'l', "miles mi", "mi miles mi." },
	{ 'l', "meters metres m", "m metres meters" },
	{ 'l', "ft feet", "ft ft. feet" },
	{ 'l', "cm", "cm" },
	{ 'l', "mm", "mm" },
	{ 'l', "inches", "in in. inches inch" },
	{ 'v', "liters litres", "l litres liters ltr" },
	{ 'v', "gallons gal", "gal gal. gallons" },
	{ 'v', "ml", "ml" },
	{ 'e', "kcal calories", "kcal cal" },
	{ 'e', "kj kilojoules", "kj" },
	{ 'w', "kwh", "kwh" },
	{ 'w', "mwh", "mwh" },
	{ 'p', "kw", "kw" },
	{ 'p', "hp ps", "hp ps bhp cv ch" },
	{ 's', "kmh km_h kph", "km/h kph kmh" },
	{ 's', "mph", "mph" },
	{ 't', "celsius", "°c" },
	{ 't', "fahrenheit", "°f" },
};

/* Does the name end with the words, whole words of it: "area_sq_ft", "weightKg"? */
static bool name_ends(struct str name, struct str words)
{
	size_t at;
	if (name.n <= words.n)
		return false;
	at = name.n - words.n;
	bool upper = name.p[at] >= 'A' && name.p[at] <= 'Z' && name.p[at - 1] >= 'a' && name.p[at - 1] <= 'z';
	return (name.p[at - 1] == '_' || upper) && str_eq_nocase(part(name, at, words.n), words);
}

static bool one_of_names(struct str name, const char *list)
{
	struct str rest = str_from(list), one;
	while (rest.n) {
		rest = str_cut(rest, ' ', &one);
		if (name_ends(name, one))
			return true;
	}
	return false;
}

/* The unit behind a figure: words joined by "_", without brackets and commas around it. */
static struct str printed_unit(const struct fx *x, const struct span *s, char *out, size_t room)
{
	uint32_t last = s->word + s->words - 1, next = last + 1;
	struct str glued = x->v->words[last].text;
	size_t n = 0;
	if (s->cut)
		return part(glued, glued.n - s->cut, s->cut);
	for (uint32_t w = next; w < next + 2 && w < x->word1 && x->v->words[w].seg == x->v->words[last].seg; w++) {
		struct str t = x->v->words[w].text;
		while (t.n && strchr(",;)/", t.p[t.n - 1]))
			t.n--;
		if (!t.n || str_has_digit(part(t, 0, 1)) || n + t.n + 1 >= room)
			break;
		if (n)
			out[n++] = '_';
		memcpy(out + n, t.p, t.n);
		n += t.n;
	}
	return (struct str){ out, n };
}

/* Is the unit one of the list, alone or before another word? */
static bool one_of_printed(struct str unit, const char *list)
{
	struct str rest = str_from(list), one;
	while (rest.n) {
		rest = str_cut(rest, ' ', &one);
		if (unit.n >= one.n && (unit.n == one.n || unit.p[one.n] == '_') && str_eq_nocase(part(unit, 0, one.n), one))
			return true;
	}
	return false;
}

int unit_agrees(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	char room[64];
	const size_t n = sizeof units / sizeof *units;
	size_t own = 0;
	if (f->type != VALUE_NUMBER && f->type != VALUE_INTEGER)
		return 0;
	while (own < n && !one_of_names(f->node->name, units[own].name))
		own++;
	struct str unit = own < n ? printed_unit(x, s, room, sizeof room) : STR("");
	if (!unit.n)
		return 0;
	if (one_of_printed(unit, units[own].printed))
		return 1;
	for (size_t i = 0; i < n; i++)
		if (units[i].kind == units[own].kind && one_of_printed(unit, units[i].printed))
			return -1;
	return 0;
}
