/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/locale.h"
#include "layout/char.h"

/* First row of a table of structs, sorted by their first member (a text), that is not below s. */
static uint32_t row_from(const void *rows, uint32_t n, size_t size, struct str s)
{
	uint32_t lo = 0, hi = n;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (str_cmp_z(s, (const char *)rows + mid * size) > 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

#define FROM(table, s) row_from(table, table##_n, sizeof(*table), s)

struct str locale_fold(struct str s, char *out, size_t size)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n && n + 5 < size;) {
		uint32_t c = str_utf8_next(s, &i);
		if (c <= 0x20) {
			if (n && out[n - 1] != ' ')
				out[n++] = ' ';
			continue;
		}
		n += str_utf8_put(char_lower(c), out + n);
	}
	out[n] = 0;
	return (struct str){ out, n };
}

static int language_index(const char *lang)
{
	for (uint32_t i = 0; lang && *lang && i < locale_languages_n; i++)
		if (strcmp(locale_languages[i].lang, lang) == 0)
			return (int)i;
	return -1;
}

const struct locale_language *locale_language(const char *lang)
{
	int i = language_index(lang);
	return i < 0 ? NULL : &locale_languages[i];
}

static bool speaks(uint32_t langs, int language)
{
	return language >= 0 && (langs >> language & 1);
}

int locale_month(struct str folded, const char *lang)
{
	int language = language_index(lang), found = 0;
	uint32_t first = 0;
	for (uint32_t i = FROM(locale_months, folded); i < locale_months_n && str_eq_z(folded, locale_months[i].name); i++) {
		if (speaks(locale_months[i].langs, language))
			return locale_months[i].month;
		/* Of two readings in other languages the one of the language that stands first in the table. */
		uint32_t lowest = locale_months[i].langs & -locale_months[i].langs;
		if (!found || lowest < first) {
			found = locale_months[i].month;
			first = lowest;
		}
	}
	return found;
}

uint8_t locale_weekday(struct str folded)
{
	uint32_t i = FROM(locale_weekdays, folded);
	return i < locale_weekdays_n && str_eq_z(folded, locale_weekdays[i].name) ? locale_weekdays[i].days : 0;
}

const char *locale_currency(struct str s)
{
	uint32_t i = s.n == 3 ? FROM(locale_currencies, s) : locale_currencies_n;
	return i < locale_currencies_n && str_eq_z(s, locale_currencies[i].code) ? locale_currencies[i].code : NULL;
}

static const char *sign_code(struct str s, int language)
{
	uint32_t i = FROM(locale_signs, s), n = 0;
	const char *own = NULL, *any = NULL;
	for (; i < locale_signs_n && str_eq_z(s, locale_signs[i].sign); i++, n++) {
		if (locale_signs[i].usual)
			return locale_signs[i].code;
		if (speaks(locale_signs[i].langs, language) && language > 0)
			own = locale_signs[i].code;
		any = locale_signs[i].code;
	}
	return n == 0 ? NULL : own ? own : n == 1 ? any : "";
}

const char *locale_sign(struct str s, const char *lang)
{
	int language = language_index(lang);
	const char *code = sign_code(s, language);
	char dotted[16];
	if (code && *code)
		return code;
	if ((!code || language > 0) && s.n && s.n < sizeof(dotted) - 1 && s.p[s.n - 1] != '.') {
		memcpy(dotted, s.p, s.n);
		dotted[s.n] = '.';
		const char *with = sign_code((struct str){ dotted, s.n + 1 }, language);
		return with && *with ? with : code ? code : with;
	}
	if (!code && s.n > 1 && s.p[s.n - 1] == '.')
		return sign_code((struct str){ s.p, s.n - 1 }, language);
	return code;
}

static const char *name_code(const struct locale_name *rows, uint32_t n, struct str s)
{
	uint32_t i = row_from(rows, n, sizeof(*rows), s);
	return i < n && str_eq_z(s, rows[i].name) ? rows[i].code : NULL;
}

const char *locale_currency_name(struct str folded)
{
	return name_code(locale_currency_names, locale_currency_names_n, folded);
}

const char *locale_country_name(struct str folded)
{
	return name_code(locale_country_names, locale_country_names_n, folded);
}

static bool name_starts(const struct locale_name *rows, uint32_t n, struct str s)
{
	uint32_t i = row_from(rows, n, sizeof(*rows), s);
	return i < n && str_starts(str_from(rows[i].name), s);
}

bool locale_country_starts(struct str folded)
{
	return name_starts(locale_country_names, locale_country_names_n, folded);
}

bool locale_currency_starts(struct str folded)
{
	return name_starts(locale_currency_names, locale_currency_names_n, folded);
}

const char *locale_country_code(struct str s)
{
	for (uint32_t i = 0; i < locale_countries_n && (s.n == 2 || s.n == 3); i++)
		if (str_eq_z(s, s.n == 2 ? locale_countries[i].alpha2 : locale_countries[i].alpha3))
			return locale_countries[i].alpha2;
	return NULL;
}

int locale_unit(struct str folded)
{
	uint32_t i = FROM(locale_units, folded);
	return i < locale_units_n && str_eq_z(folded, locale_units[i].name) ? locale_units[i].unit : -1;
}

int locale_number(struct str folded)
{
	uint32_t i = FROM(locale_numbers, folded);
	return i < locale_numbers_n && str_eq_z(folded, locale_numbers[i].name) ? locale_numbers[i].value : 0;
}

const char *locale_region(struct str code)
{
	uint32_t i = code.n == 2 || code.n == 3 ? FROM(locale_regions, code) : locale_regions_n;
	return i < locale_regions_n && str_eq_z(code, locale_regions[i].code) ? locale_regions[i].country : NULL;
}

bool locale_region_starts(struct str name)
{
	for (uint32_t i = 0; i < locale_regions_n; i++)
		if (str_starts(str_from(locale_regions[i].name), name))
			return true;
	return false;
}

const char *locale_region_named(struct str name)
{
	for (uint32_t i = 0; i < locale_regions_n; i++)
		if (str_eq_z(name, locale_regions[i].name))
			return locale_regions[i].country;
	return NULL;
}
