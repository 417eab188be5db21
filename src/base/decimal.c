/* SPDX-License-Identifier: Apache-2.0 */
#include "base/decimal.h"
#include <string.h>

bool decimal_shift(char number[DECIMAL_SIZE], int places)
{
	char digits[2 * DECIMAL_SIZE], *out = digits;
	bool minus = number[0] == '-';
	const char *from = number + minus, *point = strchr(from, '.');
	size_t n = strlen(from) - (point != NULL);
	int whole = (int)(point ? (size_t)(point - from) : n) + places; /* digits before the new point */
	int zeros = whole < 1 ? 1 - whole : 0;                          /* before the first digit */
	size_t first = 0;
	if (places > DECIMAL_SIZE || places < -DECIMAL_SIZE || n + (size_t)zeros + (size_t)(whole > (int)n ? whole - (int)n : 0) + 3 > DECIMAL_SIZE)
		return false;
	memset(out, '0', (size_t)zeros);
	out += zeros;
	for (const char *p = from; *p; p++)
		if (*p != '.')
			*out++ = *p;
	whole += zeros;
	while (out - digits < whole)
		*out++ = '0';
	while ((int)first + 1 < whole && digits[first] == '0')
		first++;
	size_t front = (size_t)whole - first, rest = (size_t)(out - digits) - (size_t)whole;
	memcpy(number + minus, digits + first, front);
	number[minus + front] = rest ? '.' : 0;
	memcpy(number + minus + front + 1, digits + whole, rest);
	number[minus + front + (rest ? 1 + rest : 0)] = 0;
	return true;
}
