/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/unit.h"

static const struct unit rows[] = {
#define UNIT(kind, power, names, printed) { UNIT_##kind, power, names, printed },
#include "extract/unit.def"
#undef UNIT
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Does the name end with the words, whole words of it: "area_sq_ft", "weightKg"? */
static bool name_ends(struct str name, struct str words)
{
	size_t at;
	if (name.n <= words.n)
		return false;
	at = name.n - words.n;
	bool upper = name.p[at] >= 'A' && name.p[at] <= 'Z' && name.p[at - 1] >= 'a' && name.p[at - 1] <= 'z';
	return (name.p[at - 1] == '_' || upper) && str_eq_nocase((struct str){ name.p + at, words.n }, words);
}

/* The name before its unit; empty if that is told by "per", as in "price_per_kg". */
static struct str name_before(struct str name, size_t unit)
{
	struct str rest = { name.p, name.n - unit };
	while (rest.n && rest.p[rest.n - 1] == '_')
		rest.n--;
	if (name_ends(rest, STR("in")))
		rest.n -= 2;
	while (rest.n && rest.p[rest.n - 1] == '_')
		rest.n--;
	return name_ends(rest, STR("per")) ? STR("") : rest;
}

const struct unit *unit_of_name(struct str name, struct str *rest)
{
	const struct unit *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < ROWS; i++) {
		struct str list = str_from(rows[i].names), one;
		while (list.n) {
			list = str_cut(list, ' ', &one);
			if (one.n > most && name_ends(name, one)) {
				most = one.n;
				best = &rows[i];
			}
		}
	}
	struct str before = best ? name_before(name, most) : name;
	if (rest)
		*rest = before.n ? before : name;
	return before.n ? best : NULL;
}

struct str unit_name(size_t n)
{
	for (size_t i = 0; i < ROWS; i++) {
		struct str list = str_from(rows[i].names), one;
		while (list.n) {
			list = str_cut(list, ' ', &one);
			if (!n--)
				return one;
		}
	}
	return STR("");
}

/* Bytes of the words that the printed form takes: all of them, or up to the next word; 0 if they do not begin with it. */
static size_t printed_bytes(struct str words, struct str form)
{
	bool begins = form.n && words.n >= form.n && (words.n == form.n || words.p[form.n] == '_') && str_eq_nocase((struct str){ words.p, form.n }, form);
	return begins ? form.n : 0;
}

static size_t row_printed(const struct unit *u, struct str words, bool asked)
{
	struct str list = str_from(u->printed), one;
	size_t most = 0;
	while (list.n) {
		list = str_cut(list, ' ', &one);
		bool shy = one.n && one.p[0] == '~';
		one = shy ? (struct str){ one.p + 1, one.n - 1 } : one;
		size_t n = shy && !asked ? 0 : printed_bytes(words, one);
		most = n > most ? n : most;
	}
	return most;
}

const struct unit *unit_printed(struct str words, bool asked)
{
	const struct unit *best = NULL;
	size_t most = 0;
	for (size_t i = 0; words.n && i < ROWS; i++) {
		size_t n = row_printed(&rows[i], words, asked);
		if (n > most) {
			most = n;
			best = &rows[i];
		}
	}
	return best;
}

bool unit_is_printed(const struct unit *u, struct str words)
{
	return words.n && row_printed(u, words, true) > 0;
}

bool unit_same_kind(const struct unit *a, const struct unit *b)
{
	enum unit_kind ka = a->kind == UNIT_WAY ? UNIT_SPAN : a->kind, kb = b->kind == UNIT_WAY ? UNIT_SPAN : b->kind;
	return ka == kb;
}
