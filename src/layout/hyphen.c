/* SPDX-License-Identifier: Apache-2.0 */
/* hyphen - words that a typesetter parted at the end of a line. */
#include "layout/layout-private.h"

/* "Vor- und Nachteile", "pre- and post-war": the hyphen stands for the rest of another word. */
static bool links_words(struct str s)
{
	static const char *const links[] = { "and", "or", "und", "oder", "bis", "et", "ou", "y", "e", "o", "en", "of", "i", "lub", "to" };
	return STR_ONE_OF(s, links);
}

static bool has_hyphen(struct str s)
{
	return s.n > 2 && memchr(s.p + 1, '-', s.n - 2) != NULL;
}

bool hyphened_list(struct build *b)
{
	struct view *v = b->v;
	uint32_t n = 0;
	for (uint32_t w = 0; w < v->words_n; w++)
		n += has_hyphen(v->words[w].text);
	uint32_t *list = ARENA_ARRAY(b->a, n + 1, uint32_t);
	for (uint32_t w = 0; list && w < v->words_n; w++)
		if (has_hyphen(v->words[w].text))
			list[v->hyphened_n++] = w;
	v->hyphened = list;
	return list != NULL;
}

/* Does the document write the two parts with a hyphen where no line ends: "long-term"? */
static bool keeps_hyphen(const struct view *v, struct str a, struct str b)
{
	for (uint32_t i = 0; i < v->hyphened_n; i++) {
		struct str s = v->words[v->hyphened[i]].text;
		if (s.n >= a.n + b.n && memcmp(s.p, a.p, a.n) == 0 && memcmp(s.p + a.n, b.p, b.n) == 0)
			return true;
	}
	return false;
}

enum layout_parting layout_parting(const struct view *v, uint32_t w, uint32_t next)
{
	struct str a = v->words[w].text, b = v->words[next].text;
	uint32_t first = char_first(b);
	bool hyphen = v->words[w].line != v->words[next].line && a.n > 2 && a.p[a.n - 1] == '-' &&
		      char_is_letter(char_last((struct str){ a.p, a.n - 1 })) && char_is_letter(first);
	if (!hyphen || links_words(b))
		return PARTED_NOT;
	if (char_is_upper(first)) /* "Baden-" and "Württemberg" */
		return PARTED_AT_HYPHEN;
	return keeps_hyphen(v, a, b) ? PARTED_AT_HYPHEN : PARTED_WORD;
}
