/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/char.h"

#include <utf8proc.h>

bool char_is_letter_wide(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_MC;
}

bool char_is_upper_wide(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

uint32_t char_lower_wide(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

bool char_is_mark(uint32_t c)
{
	return c == 0x2022 || c == 0x2023 || c == 0x2043 || (c >= 0x25a0 && c <= 0x25ff) || (c >= 0x2610 && c <= 0x2612) ||
	       (c >= 0x2713 && c <= 0x2718) || (c >= 0x274d && c <= 0x2752) || c == 0xb7;
}

bool char_is_roman(uint32_t c)
{
	return c < 0x80 && c && strchr("ivxlcIVXLC", (int)c);
}
