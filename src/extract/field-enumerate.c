/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-enumerate - things that a sentence lists, for arrays of plain values:
 *
 *   The Tenants pay for gas, water and council tax.      behind a preposition, near the array's name
 *   How can I pay? By card, PayPal or bank transfer.     or below a heading that says it
 */
#include "extract/field-list.h"

enum { ENUM_WORDS = 5, ENUM_ITEMS = 20, ENUM_NEAR = 9, ENUM_PARAGRAPH = 5 };

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

struct span_of { /* positions of the paragraph */
	uint32_t from, end;
};

static bool is_article(struct str w)
{
	static const char *const words[] = { "the", "a", "an", "der", "die", "das", "den", "le", "la", "les", "l'", "un", "une", "el", "los", "las", "il", "lo", "gli", "de", "het", "o", "os", "as" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z(w, words[i]))
			return true;
	return false;
}

/* Words an enumeration begins behind: "for gas, water and power", "in Leeds and York". */
static bool leads(struct str w)
{
	static const char *const words[] = { "for", "of", "in", "by", "from", "with", "to", "at", "on", "are", "is", "were", "was", "include", "includes", "including", "für", "von", "in", "mit", "aus", "bei", "sind", "waren", "an",
		"pour", "par", "avec", "sont", "étaient", "dans", "para", "por", "con", "son", "eran", "fueron", "erano", "per", "da", "sono", "voor", "met", "van", "zijn", "bij", "z", "na", "do", "dla", "są", "com", "são", "eram", "foram", "byli", "em" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return last_of(w) == ':' || last_of(w) == '(';
}

bool list_says_array(struct lists *m, uint32_t word)
{
	const struct phrase *p = fx_word(m->x, word);
	struct phrase name = phrase_of(m->x->in, m->array->node->name);
	for (size_t i = 0; i < p->n; i++) {
		if (token_flags(m->x->in, p->tokens[i]) & TOKEN_STOP)
			continue;
		for (size_t k = 0; k < name.n; k++)
			if (p->tokens[i] == name.tokens[k] || words_akin(token_text(m->x->in, p->tokens[i]), token_text(m->x->in, name.tokens[k])))
				return true;
		for (size_t k = 0; k < m->array->aliases_n; k++)
			if (m->array->aliases[k].weight >= 800 && m->array->aliases[k].phrase.n == 1 && m->array->aliases[k].phrase.tokens[0] == p->tokens[i])
				return true;
	}
	return false;
}

/* Where the item that ends before position end begins; *last: nothing of the enumeration stands before it. */
static uint32_t item_start(struct lists *m, uint32_t low, uint32_t end, bool *last)
{
	uint32_t i = end;
	*last = true;
	while (i > low && end - i < ENUM_WORDS) {
		struct str w = text_at(m->x, &m->s, i - 1);
		if (i < end && last_of(w) == ',') {
			*last = list_says_array(m, m->s.word[i - 1]);
			return i;
		}
		if (leads(w) || (i < end && strchr(".;", last_of(w))) || list_says_array(m, m->s.word[i - 1]))
			return i;
		i--;
		if (is_article(w))
			return i;
	}
	return i == low ? i : end;
}

static uint32_t item_stop(struct lists *m, uint32_t from)
{
	uint32_t i = from;
	bool capital = word_is_capital(text_at(m->x, &m->s, from));
	while (i < m->s.n && i < from + ENUM_WORDS) {
		struct str w = text_at(m->x, &m->s, i);
		if (i > from && (leads(w) || (capital && word_starts_lower(w) && !is_article(w))))
			return i;
		i++;
		if (strchr(",.;:)", last_of(w)))
			return i;
	}
	return i;
}

/* The items around the "and" at position c, first to last; false if they are none. */
static bool items_around(struct lists *m, uint32_t c, struct span_of *items, uint32_t *n)
{
	struct span_of back[ENUM_ITEMS];
	uint32_t k = 0, end = c;
	bool last = false;
	while (!last && k < ENUM_ITEMS && end) {
		uint32_t from = item_start(m, 0, end, &last);
		if (from == end)
			return false;
		back[k++] = (struct span_of){ from, end };
		end = from;
	}
	*n = 0;
	while (k)
		items[(*n)++] = back[--k];
	items[*n] = (struct span_of){ c + 1, item_stop(m, c + 1) };
	++*n;
	bool names = word_is_capital(text_at(m->x, &m->s, items[0].from)) && word_is_capital(text_at(m->x, &m->s, c + 1));
	return items[*n - 1].end > c + 1 && (*n > 2 || names); /* two things alone may be of a sentence's parts */
}

/* Is the enumeration that begins at a position of what the array asks for? */
static bool is_about(struct lists *m, uint32_t from)
{
	uint32_t low = from > ENUM_NEAR ? from - ENUM_NEAR : 0, head = m->x->v->lines[m->x->v->words[m->s.word[0]].line].section;
	for (uint32_t i = low; i < from; i++)
		if (list_says_array(m, m->s.word[i]))
			return true;
	if (head == VIEW_NONE || head >= m->x->v->lines_n)
		return false;
	const struct view_line *l = &m->x->v->lines[head];
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (list_says_array(m, w))
			return true;
	return false;
}

static void paragraph_enumerations(struct lists *m)
{
	struct span_of items[ENUM_ITEMS + 1];
	uint32_t n;
	for (uint32_t i = 1; i + 1 < m->s.n && !m->n; i++) {
		if (!list_joins(text_at(m->x, &m->s, i)) || !items_around(m, i, items, &n) || !is_about(m, items[0].from))
			continue;
		for (uint32_t k = 0; k < n; k++)
			list_put(m, items[k].from, items[k].end);
		m->people = list_names_only(m);
	}
}

void list_enumerated(struct lists *m)
{
	const struct view *v = m->x->v;
	for (uint32_t b = 0; b < v->blocks_n && !m->n; b++) {
		int32_t leading = block_leading(m->x, &v->blocks[b]);
		for (uint32_t k = 0; k < v->blocks[b].segs_n && !m->n; k++)
			if (!k || starts_paragraph(m->x, &v->blocks[b], k, leading)) {
				list_paragraph(m, &v->blocks[b], k);
				if (m->s.n >= ENUM_PARAGRAPH && !(v->lines[v->words[m->s.word[0]].line].flags & VIEW_HEADING))
					paragraph_enumerations(m);
			}
	}
}
