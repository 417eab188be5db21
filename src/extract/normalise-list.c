/* SPDX-License-Identifier: Apache-2.0 */
/* normalise-list - which of the listed values, or which of yes and no, a text names. */
#include "extract/normalise-private.h"

static struct str json_words(const struct json *v)
{
	return v->type == JSON_STRING || v->type == JSON_INT || v->type == JSON_REAL ? v->text : STR("");
}

static bool same_code(struct str a, struct str b)
{
	size_t i = 0, k = 0; /* letters and digits alone: "net-30" is "NET 30" */
	for (;;) {
		while (i < a.n && strchr(" -_./", a.p[i]))
			i++;
		while (k < b.n && strchr(" -_./", b.p[k]))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		char x = a.p[i++], y = b.p[k++];
		if ((x >= 'A' && x <= 'Z' ? x | 0x20 : x) != (y >= 'A' && y <= 'Z' ? y | 0x20 : y))
			return false;
	}
}

/* How well a text names a listed value, 0 to 1000. */
static int enum_match(struct intern *in, struct str text, struct str value)
{
	if (str_eq(text, value))
		return 1000;
	if (same_code(text, value))
		return 990;
	struct phrase t = phrase_of(in, text), v = phrase_of(in, value), more[32];
	int weight[32], best = phrase_similarity(in, t, v);
	size_t held = 0, n = lexicon_expand(in, v, true, more, weight, 32);
	for (size_t i = 0; i < v.n; i++)
		held += phrase_has(t, v.tokens[i]);
	if (v.n && held == v.n && best < 700) /* "WOMEN 50m Freestyle" names WOMEN */
		best = 700;
	for (size_t i = 0; i < n; i++) {
		int s = phrase_similarity(in, t, more[i]) * weight[i] / 1000;
		if (s > best)
			best = s;
	}
	return best;
}

#define INITIAL_SCORE 700 /* of a value named by its first letter */

/* "F" for "female": one letter names the one value that begins with it. */
static const struct json *enum_initial(const struct json *list, struct str text)
{
	const struct json *only = NULL;
	for (size_t i = 0; text.n == 1 && i < list->n; i++) {
		struct str value = json_words(list->item[i]);
		if (value.n < 2 || !str_eq_nocase((struct str){ value.p, 1 }, text))
			continue;
		if (only)
			return NULL;
		only = list->item[i];
	}
	return only;
}

const struct json *listed_pick(struct intern *in, const struct json *list, struct str text)
{
	const struct json *best = NULL;
	int score = 599; /* below six tenths a text names nothing */
	size_t length = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct str value = json_words(list->item[i]);
		int s = value.n ? enum_match(in, text, value) : 0;
		if (s > score || (s == score && best && value.n > length)) {
			score = s;
			best = list->item[i];
			length = value.n;
		}
	}
	return best ? best : enum_initial(list, text);
}

int enum_score(struct intern *in, const struct json *enums, struct str text)
{
	int best = 0;
	for (size_t i = 0; i < enums->n; i++) {
		struct str value = json_words(enums->item[i]);
		int s = value.n ? enum_match(in, text, value) : 0;
		if (s > best)
			best = s;
	}
	return best < INITIAL_SCORE && enum_initial(enums, text) ? INITIAL_SCORE : best;
}

int boolean_read(struct intern *in, struct str text)
{
	static const char *const no[] = { "no", "false", "none", "not", "n", "0", "without", "off", "unchecked", "nein", "non",
		"nee", "nie", "não", "nej", "ne", "ei", "nem", "hayır", "kein", "keine", "aucun", "aucune", "ninguno", "ninguna",
		"nessuno", "nessuna", "geen", "brak", "nenhum", "nenhuma", "ingen", "☐", "□", "○", "◯", "✗", "✘", "✕", "❌", "[ ]",
		"[]" };
	static const char *const yes[] = { "y", "true", "x", "1", "✓", "✔", "✅", "☒", "☑", "■", "●", "[x]", "on", "checked",
		"with", "ano", "kyllä", "igen", "evet" };
	if (STR_ONE_OF(text, no))
		return 0;
	if (STR_ONE_OF(text, yes))
		return 1;
	struct phrase p = phrase_of(in, text);
	return p.n && p.tokens[0] == token_named(in, "yes") ? 1 : -1;
}
