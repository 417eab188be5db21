/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-dateline - place and date at the head or foot of a letter, certificate or deed:
 *
 *                                  Leipzig, 12. August 2024
 *      Fait à Lyon, le 3 mai 2024
 *      En Zaragoza, a 11 de septiembre de 2025, …
 */
#include "extract/field-letter.h"
#include "extract/field-prose.h"

static struct str text_of(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

struct str letter_word(struct str w)
{
	while (w.n && strchr(",.;:", w.p[w.n - 1]))
		w.n--;
	return w;
}

static bool any_of(struct str w, const char *const *words)
{
	for (; *words; words++)
		if (str_eq_nocase(letter_word(w), str_from(*words)))
			return true;
	return false;
}

static const char *const between[] = { "den", "le", "a", "el", "am", "on", "dated", "dnia", "il", "lì", "li", "em", "op", "d", "the", "date", "datum", "fecha", "data",
	"à", "at", "in", "aos", "г", NULL };

/* "Fait à", "En", "Given at": before the place. */
static const char *const made[] = { "fait", "hecho", "fatto", "feito", "dado", "dada", "done", "given", "signed", "expedido", "redatto", "opgemaakt", "sporządzono", "ausgestellt", NULL };
static const char *const made_at[] = { "à", "a", "en", "em", "in", "at", "te", "w", "we", "zu", NULL };

static uint32_t place_from(const struct fx *x, const struct view_seg *g, uint32_t date)
{
	uint32_t w = g->word;
	w += w < date && any_of(text_of(x, w), made);
	return w + (w + 1 < date && any_of(text_of(x, w), made_at));
}

/* Words from first on before a date that name its place: "Bad Homburg, den". False if they say something else. */
static bool place_before(const struct fx *x, uint32_t first, uint32_t date, uint32_t *words)
{
	uint32_t n = 0;
	for (uint32_t w = first; w < date; w++) {
		struct str t = text_of(x, w);
		bool last = t.n && strchr(",:", t.p[t.n - 1]);
		if (str_has_digit(t))
			return false;
		if (any_of(t, between) && (w > first || t.p[0] >= 'a'))
			continue;
		if (t.p[0] >= 'a' && t.p[0] <= 'z' && !last && w > first + n)
			return false;
		if (w - first != n)
			return false; /* words after "den" */
		n++;
	}
	*words = n && strchr(",", text_of(x, first + n - 1).p[text_of(x, first + n - 1).n - 1]) ? n : 0;
	return n == 0 || *words > 0;
}

/* Does a dash part the place and date from the text behind them? */
static bool leads_in(struct str last, struct str next)
{
	return str_ends(last, STR(".-")) || str_ends(last, STR("\xE2\x80\x93")) || str_eq_z(next, "-") || str_eq_z(next, "–") || str_eq_z(next, "—") || str_eq_z(next, "--") ||
	       str_eq_z(next, ".-");
}

/* Words a deed begins with before its place: "En". */
static uint32_t deed_words(const struct fx *x, const struct view_seg *g)
{
	static const char *const in[] = { "En", "EN", "Em", "EM", "In", "A", "À", "W", NULL };
	for (const char *const *p = in; *p; p++)
		if (str_eq_z(text_of(x, g->word), *p))
			return 1;
	return 0;
}

/* A later line of a paragraph of running text; a block may hold several, a little apart. */
static bool in_paragraph(const struct fx *x, const struct view_seg *g)
{
	const struct view_block *b = &x->v->blocks[g->block];
	uint32_t i = 0;
	while (i < b->segs_n && &x->v->segs[b->segs[i]] != g)
		i++;
	return x->v->lines[g->line].flags & VIEW_PROSE && i && !starts_paragraph(x, b, i, block_leading(x, b));
}

void datelines_find(struct fx *x, struct letter *m)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1] && m->dates_n < DATELINES; i++) {
		const struct span *s = &x->sp->items[i];
		const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
		uint32_t place = 0, from = place_from(x, g, s->word);
		if (s->type != SPAN_DATE || s->canon.n < 10 || in_paragraph(x, g) || s->word + s->words - g->word > DATELINE_WORDS)
			continue;
		uint32_t end = s->word + s->words, after = g->word + g->words > end ? g->word + g->words - end : 0;
		uint32_t named = g->word + (after ? deed_words(x, g) : 0);
		if (named > g->word && named < s->word && place_before(x, named, s->word, &place) && place) {
			m->dates[m->dates_n++] = (struct dateline){ s, named, place, g->line }; /* "En Zaragoza, a 11 de septiembre de 2025, …" */
			continue;
		}
		place = 0;
		if (after && end > g->word && s->word > g->word && leads_in(text_of(x, end - 1), text_of(x, end)))
			after = 0; /* "Kassel, 23 September 2025 – The utility …" */
		if (after > 1 || (after && str_has_digit(text_of(x, end))) || !place_before(x, from, s->word, &place) ||
		    (m->dates_n && m->dates[m->dates_n - 1].line == g->line))
			continue;
		m->dates[m->dates_n++] = (struct dateline){ s, from, place, g->line };
	}
}
