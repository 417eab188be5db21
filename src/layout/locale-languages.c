/* SPDX-License-Identifier: Apache-2.0 */
/* Written by script/gen-locale from ICU 72 (CLDR 42.0): do not edit. */
#include "layout/locale.h"

const struct locale_language locale_languages[] = {
	{ "en", 0, 0, 0 },
	{ "de", 1, 1, 0 },
	{ "fr", 1, 1, 1 },
	{ "es", 1, 1, 0 },
	{ "it", 1, 1, 0 },
	{ "nl", 1, 1, 0 },
	{ "pl", 1, 1, 1 },
	{ "pt", 1, 1, 0 },
	{ "sv", 1, 0, 1 },
	{ "da", 1, 1, 0 },
	{ "nb", 1, 1, 1 },
	{ "fi", 1, 1, 1 },
	{ "cs", 1, 1, 1 },
	{ "sk", 1, 1, 1 },
	{ "hu", 1, 0, 1 },
	{ "ro", 1, 1, 0 },
	{ "bg", 1, 1, 1 },
	{ "hr", 1, 1, 0 },
	{ "sl", 1, 1, 0 },
	{ "el", 1, 1, 0 },
	{ "tr", 1, 1, 0 },
	{ "ru", 1, 1, 1 },
	{ "uk", 1, 1, 1 },
	{ "lt", 1, 0, 1 },
	{ "lv", 1, 1, 1 },
	{ "et", 1, 1, 1 },
	{ "ca", 1, 1, 0 },
};
const uint32_t locale_languages_n = 27;
