/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-question - questions of a form, and the answers behind, beside or below them.
 *
 *   Do you have any allergies?         How would you like to pay?   [x] card  [ ] cash
 *   Penicillin, latex
 *
 * A question says in a sentence what a label says in a word: every word of the field's name, or a word that asks for it.
 * So does a request: "10. List every foreign principal to whom you will render services."
 */
#include "extract/field-asked.h"
#include "layout/locale.h"

enum {
	QUESTION_WORDS = 24, QUESTION_LINES = 3, LIKES_MOST = 8, ANSWER_EMS = 3,
	SIM_LEAST = 660, SIM_SHARE = 240, /* more, the more of the question is what the field is called */
	REQUEST_WORDS = 4, SMALL = 3, GEOMETRY_BEHIND = 1000, GEOMETRY_BELOW = 920, LABEL_SURE = 850
};

/* What a name says and a question asks for in another word. */
static const struct { const char *token; const char *words[16]; } asking_rows[] = {
	{ "method", { "how", "wie", "comment", "cómo", "como", "come", "hoe", "jak" } },
	{ "mode", { "how", "wie", "comment", "cómo", "como", "come", "hoe", "jak" } },
	{ "frequency", { "often", "oft", "häufig", "souvent", "frecuencia", "spesso", "vaak", "często" } },
	{ "reason", { "why", "warum", "weshalb", "pourquoi", "motivo", "perché", "waarom", "dlaczego", "porquê" } },
	{ "date", { "when", "wann", "quand", "cuándo", "cuando", "quando", "wanneer", "kiedy" } },
	{ "time", { "when", "wann", "quand", "cuándo", "quando", "wanneer", "kiedy" } },
	{ "place", { "where", "wo", "où", "dónde", "dove", "waar", "gdzie", "onde" } },
	{ "location", { "where", "wo", "où", "dónde", "dove", "waar", "gdzie", "onde" } },
	{ "person", { "who", "whom", "wer", "wen", "qui", "quién", "chi", "kto", "quem" } },
	{ "count", { "many", "viele", "combien", "cuántos", "cuántas", "quanti", "quante", "hoeveel", "ile", "quantos", "quantas" } },
	{ "previous", { "ever", "jemals", "bereits", "déjà", "alguna", "mai", "ooit", "kiedykolwiek", "já" } },
	{ "type", { "kind", "which", "welche", "welcher", "welches", "quel", "quelle", "qué", "quale", "welk", "jaki", "jaka", "qual" } },
};

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:?!)", w.p[w.n - 1]))
		w.n--;
	while (w.n && strchr("(", w.p[0]))
		w = (struct str){ w.p + 1, w.n - 1 };
	return w;
}

static bool ends_question(struct str w)
{
	return w.n && w.p[w.n - 1] == '?';
}

/* "9. Indicate your connection with the registrant:": what a form tells its reader to write down. */
static bool is_request(const struct fx *x, uint32_t word, uint32_t words)
{
	static const char *const verbs[] = { "indicate", "list", "describe", "state", "specify", "give", "provide", "enter", "explain", "identify", "bitte", "beschreiben", "nennen", "geben",
		"indiquez", "précisez", "décrivez", "indique", "describa", "especifique", "indicare", "specificare", "descrivere", "vermeld", "beschrijf", "podaj", "proszę", "opisz", "descreva" };
	uint32_t end = word + words;
	struct str last = x->v->words[end - 1].text, first = x->v->words[word].text;
	while (word + 1 < end && (word_is_sign(first) || str_has_digit(first) || (first.n <= 3 && strchr(".)", first.p[first.n - 1]))))
		first = x->v->words[++word].text;
	return end - word >= REQUEST_WORDS && strchr(".:", last.p[last.n - 1]) && first.p[0] >= 'A' && first.p[0] <= 'Z' && STR_ONE_OF(first, verbs);
}

/* Does a word of the question ask for what the token names? */
static bool asks_for(const struct fx *x, uint32_t token, struct str word)
{
	char buf[48];
	struct str folded = locale_fold(bare(word), buf, sizeof buf);
	for (size_t i = 0; i < sizeof asking_rows / sizeof *asking_rows; i++)
		for (size_t k = 0; token == token_named(x->in, asking_rows[i].token) && k < 16 && asking_rows[i].words[k]; k++)
			if (str_eq_z(folded, asking_rows[i].words[k]))
				return true;
	return false;
}

static bool says(struct fx *x, const struct said *said, uint32_t word)
{
	struct phrase *p = fx_word(x, word);
	char buf[48];
	for (size_t i = 0; i < p->n; i++)
		if (tokens_akin(x, p->tokens[i], said->token))
			return true;
	return (said->raw.n && words_akin(locale_fold(bare(x->v->words[word].text), buf, sizeof buf), said->raw)) || asks_for(x, said->token, x->v->words[word].text);
}

/* Words that are neither small nor stop words. */
static bool is_heavy(struct fx *x, uint32_t word)
{
	struct phrase *p = fx_word(x, word);
	return bare(x->v->words[word].text).n > SMALL && p->n && !(token_flags(x->in, p->tokens[0]) & TOKEN_STOP);
}

/* Kinds of values that a name says and asked leaves out: a question must ask for them, too. */
static bool asks_kind(struct fx *x, const struct plan_field *f, uint32_t word, uint32_t words)
{
	static const char *const kinds[] = { "name", "date", "time", "count", "number", "amount" };
	static const char *const naming[] = { "list", "identify", "nennen" };
	bool names_them = false; /* "List every client": by its name */
	for (uint32_t w = word; w < word + words && w < word + 2; w++)
		names_them |= STR_ONE_OF(x->v->words[w].text, naming);
	for (size_t i = 0; i < f->name.n; i++) {
		bool any = !TOKEN_ONE_OF(x, f->name.tokens[i], kinds) || (names_them && f->name.tokens[i] == token_named(x->in, "name"));
		for (uint32_t w = word; w < word + words && !any; w++)
			any = says(x, &(struct said){ .token = f->name.tokens[i] }, w);
		if (!any)
			return false;
	}
	return true;
}

/* How well a question asks for a field, 0: not. */
static int question_likes(struct fx *x, uint32_t field, uint32_t word, uint32_t words)
{
	const struct asked *a = &x->asked[field];
	uint32_t heavy = 0, said = 0;
	if (!a->name_n || !asks_kind(x, &x->plan->fields[field], word, words))
		return 0;
	for (size_t i = 0; i < a->name_n; i++) {
		bool any = false;
		for (uint32_t w = word; w < word + words && !any; w++)
			any = says(x, &a->name[i], w);
		if (!any)
			return 0;
	}
	for (uint32_t w = word; w < word + words; w++) {
		bool any = false;
		for (size_t i = 0; i < a->name_n && !any; i++)
			any = says(x, &a->name[i], w);
		said += any;
		heavy += any || is_heavy(x, w);
	}
	return said ? SIM_LEAST + SIM_SHARE * (int)said / (int)heavy : 0;
}

size_t question_fields(struct fx *x, uint32_t word, uint32_t words, struct liking *out, size_t max)
{
	size_t n = 0;
	if (!x->asked || words < 2 || words > QUESTION_WORDS || !(ends_question(x->v->words[word + words - 1].text) || is_request(x, word, words)))
		return 0;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		struct liking like = { .field = f, .sim = question_likes(x, f, word, words) };
		size_t at = n < max ? n++ : max;
		if (!like.sim || (at == max && out[max - 1].sim >= like.sim)) {
			n -= at < max;
			continue;
		}
		at = at == max ? max - 1 : at;
		for (; at && out[at - 1].sim < like.sim; at--)
			out[at] = out[at - 1];
		out[at] = like;
	}
	return n;
}

/* ---- answers */

/* Where the question that ends with a word of this segment begins: a line or two above, if it was broken. */
static uint32_t question_start(const struct fx *x, uint32_t seg)
{
	uint32_t up, first = seg;
	for (uint32_t n = 1; n < QUESTION_LINES && (up = seg_before(x, first)) != VIEW_NONE && up + 1 == first; n++) {
		const struct view_seg *g = &x->v->segs[up];
		struct str last = x->v->words[g->word + g->words - 1].text;
		if (!last.n || strchr(".?!:", last.p[last.n - 1]) || g->bold != x->v->segs[seg].bold || g->size != x->v->segs[seg].size || g->words < LABEL_WORDS)
			break;
		first = up;
	}
	return x->v->segs[first].word;
}

static bool holds_question(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (ends_question(x->v->words[w].text))
			return true;
	return false;
}

/* The segment right of a question, or below it; VIEW_NONE if another label or question stands there. */
static uint32_t answer_of(const struct fx *x, uint32_t seg, enum relation *rel)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t found = VIEW_NONE;
	*rel = REL_RIGHT;
	if (seg + 1 < line->seg + line->segs)
		found = seg + 1;
	for (uint32_t l = g->line + 1; found == VIEW_NONE && l < x->line1 && x->v->lines[l].page == g->page; l++) {
		*rel = REL_BELOW;
		if (x->v->lines[l].box.y0 - g->box.y1 > ANSWER_EMS * x->em)
			return VIEW_NONE;
		for (uint32_t s = x->v->lines[l].seg; s < x->v->lines[l].seg + x->v->lines[l].segs && found == VIEW_NONE; s++)
			if (x->v->segs[s].box.x0 < g->box.x1 && x->v->segs[s].box.x1 > g->box.x0)
				found = s;
	}
	if (found == VIEW_NONE || holds_question(x, &x->v->segs[found]) || x->v->lines[x->v->segs[found].line].flags & VIEW_HEADING)
		return VIEW_NONE;
	return seg_like(x, found) >= LABEL_SURE && word_ends_label(x->v->words[x->v->segs[found].word + x->v->segs[found].words - 1].text) ? VIEW_NONE : found;
}

static void answer_offer(struct fx *x, uint32_t word, uint32_t words, const struct region *r)
{
	struct liking likes[LIKES_MOST];
	size_t n = question_fields(x, word, words, likes, LIKES_MOST);
	for (size_t i = 0; i < n; i++) {
		const struct plan_field *f = &x->plan->fields[likes[i].field];
		struct cand c = { .label = word, .labels = words, .label_phrase = fx_phrase(x, word, words), .sim = likes[i].sim, .geometry = r->geometry, .rel = r->rel };
		if (!value_pick(x, f, r, false, &c))
			continue;
		if (f->type == VALUE_TEXT)
			text_widen(x, r->rel, &c.value);
		c.value.by = BY_WORDS;
		c.score = value_score(&c);
		c.value.score = c.score;
		cand_add(x, likes[i].field, c);
	}
}

void questions_search(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint32_t end = g->word + g->words, w = end;
		while (w > g->word && !ends_question(x->v->words[w - 1].text))
			w--;
		uint32_t start = question_start(x, s);
		if (w == g->word && is_request(x, start, end - start))
			w = end;
		if (w == g->word)
			continue;
		struct region r = { .word = w, .end = end, .seg = s, .rel = REL_IN, .geometry = GEOMETRY_BEHIND };
		if (w == end) {
			uint32_t a = answer_of(x, s, &r.rel);
			if (a == VIEW_NONE)
				continue;
			r.word = x->v->segs[a].word;
			r.end = r.word + x->v->segs[a].words;
			r.seg = a;
			r.geometry = r.rel == REL_RIGHT ? GEOMETRY_BEHIND : GEOMETRY_BELOW;
		}
		answer_offer(x, start, w - start, &r);
	}
}
