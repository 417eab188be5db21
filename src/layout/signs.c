/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/layout-private.h"

bool is_sign_word(struct str s)
{
	uint32_t n = char_count(s);
	return n >= 1 && n <= 3 && (char_is_sign(char_last(s)) || (char_is_sign(char_first(s)) && n == 1));
}

bool starts_number(struct str s)
{
	uint32_t c = char_first(s);
	if ((c == '(' || char_is_dash(c) || c == '+' || c == '.') && s.n > 1)
		for (size_t i = 1; i < s.n && i < 5; i++)
			if (char_is_digit((unsigned char)s.p[i]))
				return true;
	return char_is_digit(c) || (char_is_dash(c) && char_count(s) == 1);
}

bool ends_number(struct str s)
{
	uint32_t c = char_last(s), f = char_first(s);
	return (char_is_digit(c) || c == ')' || c == '-') && !char_is_letter(f) && starts_number(s);
}

void sign_side_add(struct sign_side *x, struct str word)
{
	uint32_t first = char_first(word), last = char_last(word);
	bool sign = is_sign_word(word), number = !sign && (starts_number(word) || char_is_sign(first));
	if (!sign && !number)
		return;
	if (!x->sign && !x->number)
		x->sign_first = sign || char_is_sign(first);
	x->plain_sign |= first == '$' || last == '$' || first == 0xa3;
	x->sign |= sign || char_is_sign(first) || char_is_sign(last);
	x->number |= number;
	x->sign_last = sign || (number && char_is_sign(last));
}

/* "$ 12 $ 13" and "3 pcs $ 12"; but "12 $ 13 $", and most others than dollars and pounds follow. */
bool signs_lead(const struct sign_side *x)
{
	if (!x->sign || x->sign_last)
		return false;
	return x->sign_first || x->plain_sign;
}
