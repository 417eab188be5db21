/* SPDX-License-Identifier: Apache-2.0 */
/*
 * locale - generated tables of names (script/gen-locale, from CLDR and
 * iso-codes) and how to look into them. Private to room layout.
 *
 * Names are folded: lower case, NFC, single spaces; tables sorted by bytes. They stand in their rows, for a pointer to each
 * would be written anew at every start of the program (test_tables holds that they fit).
 */
#pragma once
#include "base/str.h"

struct locale_month { char name[24]; uint8_t month; uint32_t langs; };
struct locale_weekday { char name[24]; uint8_t days; }; /* bit 0 = Sunday; several where languages differ */
struct locale_language { char lang[4]; bool decimal_comma, day_first, space_groups; };
struct locale_code { char code[4]; };
struct locale_sign { char sign[8], code[4]; uint32_t langs; bool usual; /* the sign alone means this code */ };
struct locale_name { char name[96], code[4]; };
struct locale_country { char alpha2[4], alpha3[4]; };
struct locale_region { char code[4], country[4], name[40]; };
enum locale_unit_kind { UNIT_SECOND, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };
struct locale_unit { char name[28]; uint8_t unit; };
struct locale_number { char name[32]; uint16_t value; };

extern const struct locale_month locale_months[];
extern const struct locale_weekday locale_weekdays[];
extern const struct locale_language locale_languages[]; /* bit i of a mask of languages is row i */
extern const struct locale_code locale_currencies[];
extern const struct locale_sign locale_signs[];
extern const struct locale_name locale_currency_names[], locale_country_names[];
extern const struct locale_country locale_countries[];
extern const struct locale_region locale_regions[];
extern const struct locale_unit locale_units[];
extern const struct locale_number locale_numbers[];
extern const uint32_t locale_months_n, locale_weekdays_n, locale_languages_n, locale_currencies_n, locale_signs_n, locale_currency_names_n,
	locale_country_names_n, locale_countries_n, locale_units_n, locale_regions_n, locale_numbers_n;

/* Lower case, one space for white space; at most size - 1 bytes, NUL-ended. Returns the folded text. */
struct str locale_fold(struct str s, char *out, size_t size);

/* The row of a language ("de"), or NULL. */
const struct locale_language *locale_language(const char *lang);
/* 1 to 12 for a folded month name without a point, 0 if it is none. lang decides names that differ between languages. */
int locale_month(struct str folded, const char *lang);
/* The days of the week that a folded name without a point may mean, as bits, Sunday lowest; 0 if it is none. */
uint8_t locale_weekday(struct str folded);
/* Is s an ISO 4217 code in upper case? Returns it, or NULL. */
const char *locale_currency(struct str s);
/* The code a sign stands for ("€", "zł", "CA$"), "" if it stands for several; NULL if it is no sign. */
const char *locale_sign(struct str s, const char *lang);
/* The code of a folded currency name ("euros", "us dollars"), or NULL. */
const char *locale_currency_name(struct str folded);
/* ISO 3166 alpha-2 of a folded country name, or NULL. */
const char *locale_country_name(struct str folded);
/* Is any country's or currency's name one that starts with the folded text? */
bool locale_country_starts(struct str folded);
bool locale_currency_starts(struct str folded);
/* alpha-2 of an alpha-2 or alpha-3 code in upper case, or NULL. */
const char *locale_country_code(struct str s);
/* The country ("US", "CA", "AU") of a state's or province's code, or NULL. */
const char *locale_region(struct str code);
/* The same for its name in small letters: "massachusetts". */
const char *locale_region_named(struct str name);
/* Is any of these names one that starts with the text? */
bool locale_region_starts(struct str name);
/* enum locale_unit_kind of a folded unit of time, or -1. */
int locale_unit(struct str folded);
/* The value of a number in one folded word ("thirty", "dreißig"), or 0. */
int locale_number(struct str folded);
