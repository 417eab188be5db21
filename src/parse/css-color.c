/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Colours (CSS Color 4) as far as it matters: that of the paper, none at all, or any other. */
#include "parse/css-private.h"

/* "255, 255, 255" or "100% 100% 100% / 0" */
static enum css_color color_of_numbers(struct str s)
{
	int whites = 0;
	for (int i = 0; i < 4 && str_trim(s).n; i++) {
		size_t n = 0;
		s = str_trim(s);
		while (n < s.n && !strchr(", /", s.p[n]))
			n++;
		struct str one = { s.p, n };
		int64_t v;
		if (i == 3 && (css_is(one, "0") || css_is(one, "0%") || css_is(one, "0.0")))
			return CSS_CLEAR;
		whites += i < 3 && (css_is(one, "100%") || (str_to_i64(one, &v) && v > 250));
		while (n < s.n && strchr(", /", s.p[n]))
			n++;
		s = (struct str){ s.p + n, s.n - n };
	}
	return whites == 3 ? CSS_PAPER : CSS_DARK;
}

static enum css_color color_of_digits(struct str s)
{
	size_t per = s.n > 4 ? 2 : 1, whites = 0;
	for (size_t i = 0; i < 3 * per && i < s.n; i += per)
		whites += (s.p[i] | 32) == 'f' && (per == 1 || (s.p[i + 1] | 32) > 'a');
	bool clear = s.n == 4 * per && s.p[3 * per] == '0' && s.p[4 * per - 1] == '0';
	return clear ? CSS_CLEAR : (s.n == 3 * per || s.n == 4 * per) && whites == 3 ? CSS_PAPER : CSS_DARK;
}

enum css_color css_color_of(struct str v)
{
	struct str numbers;
	if (css_is(v, "transparent"))
		return CSS_CLEAR;
	if (css_is(v, "white"))
		return CSS_PAPER;
	if (v.n && v.p[0] == '#')
		return color_of_digits((struct str){ v.p + 1, v.n - 1 });
	if (v.n > 4 && css_is((struct str){ v.p, 3 }, "rgb")) {
		v = str_cut(v, '(', &numbers);
		str_cut(v, ')', &numbers);
		return color_of_numbers(numbers);
	}
	return CSS_DARK;
}
