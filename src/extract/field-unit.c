/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-unit - the unit that the name of a number ends with, against the one printed behind a figure:
 *
 *     Area   2,310 sq ft (214.6 m²)          area_sq_ft is 2310, area_sq_m is 214.6
 *     Energy 1046 kJ / 250 kcal              energy_kcal is 250
 *     Weight 1.2 kg                          weight_g is 1200: powers of ten say the same
 */
#include "extract/field-private.h"
#include "extract/unit.h"
#include <string.h>

static struct str part(struct str s, size_t from, size_t n)
{
	return (struct str){ s.p + from, n };
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

static const struct unit *unit_asked(const struct plan_field *f)
{
	return f->type == VALUE_NUMBER || f->type == VALUE_INTEGER ? unit_of_name(f->node->name, NULL) : NULL;
}

int unit_agrees(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	char room[64];
	const struct unit *own = unit_asked(f);
	struct str printed = own ? printed_unit(x, s, room, sizeof room) : STR("");
	if (!printed.n)
		return 0;
	if (unit_is_printed(own, printed))
		return 1;
	const struct unit *other = unit_printed(printed, true);
	return other && unit_same_kind(own, other) ? -1 : 0;
}

int unit_of_label(const struct fx *x, const struct plan_field *f, uint32_t word, uint32_t words)
{
	const struct unit *own = unit_asked(f);
	for (uint32_t w = word; own && w < word + words; w++) {
		struct str t = x->v->words[w].text;
		if (t.n < 3 || !strchr("([", t.p[0]))
			continue;
		while (t.n > 2 && strchr(")]:,", t.p[t.n - 1]))
			t.n--;
		const struct unit *said = unit_printed(part(t, 1, t.n - 1), true);
		if (said)
			return unit_is_printed(own, part(t, 1, t.n - 1)) ? 1 : -1;
	}
	return 0;
}

enum { DIGITS_MOST = 24 };

/* A decimal number with its point moved: 1.2 by 3 is 1200. Empty if it is none, or too long. */
static struct str decimal_shifted(struct arena *a, struct str number, int by)
{
	char digits[2 * DIGITS_MOST + 1];
	bool negative = number.n && number.p[0] == '-';
	int n = 0, point = -1;
	for (size_t i = negative; i < number.n; i++) {
		if (number.p[i] == '.' && point < 0)
			point = n;
		else if (number.p[i] < '0' || number.p[i] > '9' || n == DIGITS_MOST)
			return STR("");
		else
			digits[n++] = number.p[i];
	}
	point = (point < 0 ? n : point) + by;
	if (!n || point > DIGITS_MOST || point < n - DIGITS_MOST)
		return STR("");
	while (n < point)
		digits[n++] = '0';
	struct str whole = { digits, point > 0 ? (size_t)point : 0 };
	struct str part = { digits + whole.n, (size_t)n - whole.n };
	while (whole.n > 1 && whole.p[0] == '0')
		whole = (struct str){ whole.p + 1, whole.n - 1 };
	while (part.n && part.p[part.n - 1] == '0')
		part.n--;
	int zeros = point < 0 ? -point : 0;
	return arena_printf(a, "%s%.*s%s%.*s%.*s", negative ? "-" : "", STR_ARGS(whole.n ? whole : STR("0")), part.n ? "." : "", part.n ? zeros : 0,
			    "000000000000000000000000", STR_ARGS(part));
}

bool unit_settles(struct fx *x, const struct plan_field *f, struct str printed, struct str *number)
{
	const struct unit *own = unit_asked(f), *other = own && printed.n ? unit_printed(printed, true) : NULL;
	if (!own || !other || unit_is_printed(own, printed))
		return true;
	if (!unit_same_kind(own, other) || own->power == UNIT_ODD || other->power == UNIT_ODD)
		return false;
	struct str moved = decimal_shifted(x->a, *number, other->power - own->power);
	*number = moved.n ? moved : *number;
	return moved.n > 0;
}

struct str unit_converted(struct fx *x, const struct plan_field *f, const struct span *s)
{
	char room[64];
	struct str number = s->canon;
	bool settled = s->type == SPAN_NUMBER && unit_settles(x, f, printed_unit(x, s, room, sizeof room), &number);
	return settled && number.p != s->canon.p ? number : STR("");
}
