/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-people - people whom sentences call by the word of an array, for arrays of names:
 *
 *   A neighbour, witness Oscar Delgado, said …           one here, another there
 *   between Acme, Inc., a Delaware corporation, and      the parties of a contract
 *   Marlin Peak LLC
 *   I appoint Malcolm Grey and my solicitor Ann Lee to   those who are made something
 *   be the executors of this will
 */
#include "extract/field-list.h"

enum { PARAGRAPH_LEAST = 5, MADE_BACK = 30, LINK_WORDS = 4, PARTIES_WORDS = 120 };

bool list_names_people(struct lists *m)
{
	const struct plan_field *f = &m->array->fields[0];
	struct phrase name = phrase_of(m->x->in, m->array->node->name);
	bool role = f->type == VALUE_PERSON;
	for (size_t i = 0; i < name.n; i++)
		role |= (token_flags(m->x->in, name.tokens[i]) & TOKEN_ROLE) != 0;
	return role;
}

static bool is_put(const struct lists *m, const struct found *v)
{
	for (uint32_t k = 0; k < m->n; k++) {
		const struct found *have = &m->items[k].value;
		bool same = have->n == v->n;
		for (size_t i = 0; same && i < v->n; i++) {
			struct str a = m->x->v->words[have->words[i]].text, b = m->x->v->words[v->words[i]].text;
			a.n -= i + 1 == v->n ? have->cut : 0;
			b.n -= i + 1 == v->n ? v->cut : 0;
			same = str_eq_nocase(a, b);
		}
		if (same)
			return true;
	}
	return false;
}

static bool is_copula(struct str w)
{
	static const char *const words[] = { "fehlte", "fehlten", "war", "waren", "ist", "sind", "was", "were", "is", "are", "était", "étaient", "fue", "fueron", "era", "erano" };
	return STR_ONE_OF(w, words);
}

/* "witness Oscar Delgado", "a second witness, Tiffany Rowe": the names right behind the word. */
static void called_at(struct lists *m, uint32_t i, bool people)
{
	uint32_t had = m->n, all;
	i += i + 2 < m->s.n && is_copula(text_at(m->x, &m->s, i));
	if (!people && !word_is_vocative(text_at(m->x, &m->s, i)))
		return; /* "Excused was Mr Lee", not "Products Acme Widget" */
	list_people_run(m, i, m->s.n);
	all = m->n;
	m->n = had;
	for (uint32_t k = had; k < all; k++) {
		struct found v = m->items[k].value;
		if (!is_put(m, &v))
			m->items[m->n++].value = v; /* never ahead of k */
	}
}

/* "to be the | executors", "as trustees": where the words before position i begin that make people so; 0 if they are none. */
static uint32_t made_before(const struct lists *m, uint32_t i)
{
	static const char *const links[] = { "to be", "as", "als", "zu", "zum", "zur", "comme", "en qualité de", "como", "quali", "tot" };
	for (uint32_t k = i; k-- > 0 && i - k <= LINK_WORDS;)
		for (size_t n = 0; n < sizeof links / sizeof *links; n++)
			if (cue_at(m->x, &m->s, k, links[n]))
				return k;
	return 0;
}

static bool is_verb(struct str w)
{
	static const char *const words[] = { "appoint", "appoints", "appointed", "nominate", "nominated", "name", "elect", "elected", "designate", "ernenne", "ernennt", "bestelle", "bestimme", "setze", "nomme", "désigne",
		"nombro", "designo", "nomino", "benoem", "nomeio", "powołuję" };
	return STR_ONE_OF(w, words);
}

static void made_at(struct lists *m, uint32_t i)
{
	uint32_t end = made_before(m, i), from = end;
	while (from && end - from < MADE_BACK && !is_verb(text_at(m->x, &m->s, from - 1)))
		from--;
	if (from && end > from && is_verb(text_at(m->x, &m->s, from - 1)))
		list_people_between(m, from, end);
}

static void paragraph_called(struct lists *m)
{
	bool people = list_names_people(m);
	for (uint32_t i = 0; i < m->s.n; i++) {
		if (!list_says_array(m, m->s.word[i]))
			continue;
		struct str w = text_at(m->x, &m->s, i);
		if (i + 2 < m->s.n && !strchr(".;:)", w.p[w.n - 1]))
			called_at(m, i + 1, people);
		if (!m->n)
			made_at(m, i);
	}
}

/* ---- the parties of a contract */

static bool asks_parties(struct lists *m)
{
	static const char *const stems[] = { "party", "parties", "parteien", "partes", "parti", "partijen", "strony" };
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (str_ends(m->array->node->name, str_from(stems[i])))
			return true;
	return false;
}

static bool opens_parties(struct str w)
{
	static const char *const words[] = { "between", "among", "between:", "among:", "zwischen", "entre", "tra", "tussen", "pomiędzy", "między" };
	return STR_ONE_OF(w, words);
}

/* The firm or person that begins at position i, perhaps behind an article: where its name ends, 0 if none does. */
static uint32_t party_at(struct lists *m, uint32_t i)
{
	uint32_t from = i, stop;
	for (; from < m->s.n && from < i + 3; from++) {
		for (const struct span *p = NULL; (p = span_next(m->x, m->s.word[from], p)) != NULL;)
			if (p->type == SPAN_ORG && from + p->words <= m->s.n) {
				struct found v = sentence_words(m->x, &m->s, from, from + p->words);
				v.skip = p->skip;
				v.cut = p->cut;
				if (v.n && m->n < ITEMS && !is_put(m, &v))
					m->items[m->n++].value = v;
				return from + p->words;
			}
		if (!word_starts_lower(text_at(m->x, &m->s, from)))
			break;
	}
	struct found v = person_at(m->x, &m->s, from, m->s.n, &stop);
	if (v.n && m->n < ITEMS && !is_put(m, &v))
		m->items[m->n++].value = v;
	return v.n ? stop : 0;
}

/* "between A Inc., a Delaware corporation ("A"), and Ann Lee": names right behind "between" and each "and" outside of brackets. */
static void paragraph_parties(struct lists *m)
{
	uint32_t i = 0, stop;
	int depth = 0;
	while (i < m->s.n && !opens_parties(text_at(m->x, &m->s, i)))
		i++;
	for (uint32_t first = ++i; i < m->s.n && i < first + PARTIES_WORDS; i++) {
		struct str w = text_at(m->x, &m->s, i), last = text_at(m->x, &m->s, i - 1);
		bool begins = i == first || (!depth && (list_joins(last) || last.p[last.n - 1] == ';'));
		if (begins && (stop = party_at(m, i)) > i) {
			i = stop - 1;
			continue;
		}
		for (size_t k = 0; k < w.n; k++)
			depth += (w.p[k] == '(') - (w.p[k] == ')');
		if (i > first && w.p[w.n - 1] == '.' && w.n > 5)
			break;
	}
	m->n = m->n < 2 ? 0 : m->n;
}

void list_parties(struct lists *m)
{
	const struct view *v = m->x->v;
	if (!asks_parties(m))
		return;
	for (uint32_t b = 0; b < v->blocks_n && !m->n; b++) {
		int32_t leading = block_leading(m->x, &v->blocks[b]);
		for (uint32_t k = 0; k < v->blocks[b].segs_n && !m->n; k++)
			if (!k || starts_paragraph(m->x, &v->blocks[b], k, leading)) {
				list_paragraph(m, &v->blocks[b], k);
				if (m->s.n >= PARAGRAPH_LEAST)
					paragraph_parties(m);
			}
	}
	m->people = m->located = m->n > 0;
}

void list_called(struct lists *m)
{
	const struct view *v = m->x->v;
	for (uint32_t b = 0; b < v->blocks_n; b++) {
		int32_t leading = block_leading(m->x, &v->blocks[b]);
		for (uint32_t k = 0; k < v->blocks[b].segs_n; k++)
			if (!k || starts_paragraph(m->x, &v->blocks[b], k, leading)) {
				list_paragraph(m, &v->blocks[b], k);
				if (m->s.n >= PARAGRAPH_LEAST)
					paragraph_called(m);
			}
	}
	m->people = m->n > 0;
}
