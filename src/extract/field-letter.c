/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-letter - the parts of a letter, certificate or deed that no label names:
 *
 *                                  Leipzig, 12. August 2024    place and date
 *      Termination of my contract                              subject
 *      Dear Ms Oyelaran,                                       salutation
 *      …
 *      Yours sincerely,                                        closing
 *      Rosalind Keane                                          who signs
 *      Director                                                and as what
 */
#include "extract/field-letter.h"
#include "extract/letter.h"
#include "extract/record-kind.h"

enum {
	OFFICE_SURE = 850, SUBJECT_WORDS = 24, SUBJECT_LINES = 4, ADDRESS_LINES = 4,
	SIM_DATE = 860, SIM_PLACE = 820, SIM_SIGNER = 880, SIM_OFFICE = 800, SIM_SUBJECT = 780, GEOMETRY = 900, QUALITY = 950,
	COST_SENDER = 150,     /* who sends may be another one, above */
	COST_OTHER_END = 120   /* the date below for a letter's date, the one above for a signature's */
};

static struct str text_of(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

/* ---- finding the parts */

static bool line_begins(const struct fx *x, uint32_t l, const char *const *phrases)
{
	const struct view_line *line = &x->v->lines[l];
	struct str first = line->words ? letter_word(text_of(x, line->word)) : STR("");
	for (; *phrases; phrases++) {
		if ((*phrases)[0] != '*' && !str_may_begin(first, *phrases))
			continue;
		struct str rest = str_from(*phrases), word;
		uint32_t w = line->word, end = line->word + line->words;
		bool all = true;
		while (rest.n && all) {
			rest = str_cut(rest, ' ', &word);
			all = w < end && (str_eq_z(word, "*") || str_eq_nocase(letter_word(text_of(x, w)), word));
			w++;
		}
		if (all)
			return true;
	}
	return false;
}

/* "Madame Hélène Rousset / 8 chemin des Vignes / 38240 Meylan": without a sign at its end the line begins an address. */
static bool heads_address(const struct fx *x, uint32_t l)
{
	const struct view_line *line = &x->v->lines[l];
	struct str last = text_of(x, line->word + line->words - 1);
	for (uint32_t k = l + 1; !strchr(",:!", last.p[last.n - 1]) && k < x->line1 && k <= l + ADDRESS_LINES; k++)
		for (uint32_t i = x->sp->by_seg[x->v->lines[k].seg]; i < x->sp->by_seg[x->v->lines[k].seg + x->v->lines[k].segs]; i++)
			if (x->sp->items[i].type == SPAN_POSTAL_CITY || x->sp->items[i].type == SPAN_STREET)
				return true;
	return false;
}

static void letter_read(struct fx *x, struct letter *m)
{
	*m = (struct letter){ .salutation = VIEW_NONE, .closing = VIEW_NONE };
	datelines_find(x, m);
	for (uint32_t l = x->line0; l < x->line1; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (!line->words || line->words > DATELINE_WORDS + 3)
			continue;
		if (m->salutation == VIEW_NONE && line_begins(x, l, letter_salutations) && !heads_address(x, l))
			m->salutation = l;
		if (line_begins(x, l, letter_closings) || (m->salutation != VIEW_NONE && line_begins(x, l, letter_weak_closings))) {
			uint32_t before = m->signers_n;
			m->closing = l;
			signers_find(x, m, l, false);
			if (m->signers_n == before)
				signers_find(x, m, l, true); /* signatures may stand to the right */
		}
	}
}

/* ---- fields that ask for them */

static bool names_only(const struct fx *x, struct phrase p, const char *const *must, const char *const *may)
{
	bool any = false;
	for (size_t i = 0; i < p.n; i++) {
		bool known = false;
		for (const char *const *w = must; *w; w++)
			if (p.tokens[i] == token_named(x->in, *w))
				known = any = true;
		for (const char *const *w = may; *w && !known; w++)
			known = p.tokens[i] == token_named(x->in, *w);
		if (!known)
			return false;
	}
	return any;
}

static const char *const date_words[] = { "date", NULL };
static const char *const written_words[] = { "letter", "document", "issue", "written", "press", "publication", "release", "card", "sent", "application", "declaration", "request", "notice", "certificate", "form", "created", "report", "memo", "award", "statement", "issued", NULL };
static const char *const signing_words[] = { "signed", "signature", "sign", "execution", "contract", "agreement", "conclusion", "issue", "document", "signatory", "application", "declaration", "request", "form", NULL };
static const char *const place_words[] = { "place", "city", "location", NULL };
static const char *const signer_words[] = { "signatory", "signed", "signature", "sender", "author", "referee", "writer", "signer", NULL };
static const char *const naming_words[] = { "name", "full", "by", "person", NULL };
static const char *const held_words[] = { "function", "capacity", "role", NULL }; /* a "position" may be one that is offered */
static const char *const title_words[] = { "title", "position", "job", "function", "capacity", "role", NULL };

static const char *const firm_words[] = { "company", "organization", "employer", "firm", NULL };

static void put(struct fx *x, uint32_t field, struct found v, int sim, const struct span *s)
{
	if (v.n)
		cand_put(x, field, v, sim, GEOMETRY, QUALITY, s);
}

static void offer_date(struct fx *x, const struct letter *m, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	bool written = f->type == VALUE_DATE && names_only(x, f->name, date_words, written_words);
	bool signing = f->type == VALUE_DATE && (names_only(x, f->name, date_words, signing_words) || names_only(x, f->name, signing_words, date_words));
	const struct view_page *first = &x->v->pages[x->scope.page];
	for (uint32_t i = 0; (written || signing) && i < m->dates_n; i++) {
		const struct dateline *d = &m->dates[i];
		bool above = m->salutation != VIEW_NONE ? d->line < m->salutation : d->line < first->line + first->lines / 3;
		bool below = !above && d->line > x->line0 + (x->line1 - x->line0) / 2;
		if (!above && !below)
			continue;
		int cost = (written && above) || (signing && below) ? 0 : COST_OTHER_END;
		put(x, field, span_words(x, d->date), SIM_DATE - cost - (int)i, d->date);
	}
}

static void offer_place(struct fx *x, const struct letter *m, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	if ((f->type != VALUE_CITY && f->type != VALUE_TEXT) || f->scope.n ||
	    !(names_only(x, f->name, place_words, written_words) || names_only(x, f->name, place_words, signing_words)))
		return;
	for (uint32_t i = 0; i < m->dates_n; i++)
		if (m->dates[i].place_words)
			put(x, field, letter_run(x, m->dates[i].place, m->dates[i].place + m->dates[i].place_words), SIM_PLACE - (int)i, NULL);
}

static bool is_text(const struct plan_field *f)
{
	return f->type == VALUE_TEXT || f->type == VALUE_PERSON || f->type == VALUE_ORG;
}

/* Such fields hold a word of the signer and one of what is asked about him: "signatory_title", "fonction_signataire". */
static bool asks_of_signer(const struct fx *x, const struct plan_field *f, const char *const *words)
{
	bool signer = false, asked = false;
	for (size_t i = 0; i < f->name.n; i++) {
		struct phrase one = { f->name.tokens + i, 1 };
		bool is_signer = names_only(x, one, signer_words, naming_words), is_asked = names_only(x, one, words, words);
		if (!is_signer && !is_asked)
			return false;
		signer |= is_signer;
		asked |= is_asked;
	}
	return signer && asked;
}

static bool holds_office(struct fx *x, const struct plan_field *f, const struct signer *s)
{
	struct phrase first = phrase_of_word(x->in, x->v->words[s->title.words[0]].text);
	if (!is_text(f) || f->name.n != 1 || !s->name.n || s->title.n < 2)
		return false;
	struct phrase last = phrase_of_word(x->in, x->v->words[s->title.words[s->title.n - 1]].text);
	return (first.n && first.tokens[0] == f->name.tokens[0]) || (last.n && last.tokens[0] == f->name.tokens[0]);
}

/* The one who signs as "Director" is the director asked for. */
static void offer_office(struct fx *x, const struct signer *s, int order)
{
	struct liking likes[6];
	if (!s->title.n || s->title.n > TITLE_WORDS)
		return;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) /* "Consultant Cardiologist" is the consultant */
		if (holds_office(x, &x->plan->fields[f], s))
			put(x, f, s->name, SIM_OFFICE - order, NULL);
	size_t n = labels_match(x, fx_phrase(x, s->title.words[0], (uint32_t)s->title.n), likes, 6);
	for (size_t i = 0; i < n; i++) {
		const struct plan_field *f = &x->plan->fields[likes[i].field];
		if (likes[i].sim >= 700 && (f->type == VALUE_PERSON || (is_text(f) && (f->scope.n || likes[i].sim >= OFFICE_SURE))))
			put(x, likes[i].field, s->name, SIM_OFFICE - order, NULL);
	}
}

static void offer_signer(struct fx *x, const struct letter *m, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	if (m->salutation == VIEW_NONE && phrase_has(f->name, token_named(x->in, "author")))
		return; /* of an article */
	bool name = is_text(f) && names_only(x, f->name, signer_words, naming_words);
	bool title = f->type == VALUE_TEXT && (asks_of_signer(x, f, title_words) || (m->salutation != VIEW_NONE && names_only(x, f->name, held_words, held_words)));
	bool firm = is_text(f) && asks_of_signer(x, f, firm_words);
	for (uint32_t i = 0; i < m->signers_n; i++) {
		int sim = SIM_SIGNER - 10 * (int)i - (phrase_has(f->name, token_named(x->in, "sender")) ? COST_SENDER : 0);
		if (name)
			put(x, field, m->signers[i].name, sim, NULL);
		if (title)
			put(x, field, m->signers[i].title, sim, NULL);
		if (firm)
			put(x, field, m->signers[i].org, sim, NULL);
	}
}

/* ---- subject */

static bool is_bold(const struct fx *x, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (!(x->v->words[w].flags & DOC_BOLD))
			return false;
	return l->words > 0;
}

/* A bold line near the salutation that is neither date nor address. */
static void offer_subject(struct fx *x, const struct letter *m, uint32_t field)
{
	static const char *const subject_words[] = { "subject", "topic", "re", "regarding", NULL }, *const more[] = { "letter", "line", "email", "of", NULL };
	const struct plan_field *f = &x->plan->fields[field];
	if (m->salutation == VIEW_NONE || f->type != VALUE_TEXT || !names_only(x, f->name, subject_words, more))
		return;
	uint32_t low = m->salutation > x->line0 + SUBJECT_LINES ? m->salutation - SUBJECT_LINES : x->line0;
	for (uint32_t l = low; l < x->line1 && l <= m->salutation + SUBJECT_LINES / 2; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (l == m->salutation || line->segs != 1 || line->words > SUBJECT_WORDS || !is_bold(x, line))
			continue;
		uint32_t end = line->word + line->words;
		for (uint32_t k = l + 1; k < x->line1 && x->v->lines[k].leading <= 2 * x->em && is_bold(x, &x->v->lines[k]) && x->v->lines[k].segs == 1; k++)
			end = x->v->lines[k].word + x->v->lines[k].words;
		put(x, field, found_run(x, line->word, end - line->word), SIM_SUBJECT, NULL);
		return;
	}
}

/* A name and nothing else: capitals but for "van", "de", and a word that the lexicon does not know. */
static bool is_bearer(struct fx *x, const struct view_seg *g)
{
	if (g->words < 2 || !words_are_name(x, g->word, g->word + g->words) || phrase_is_vocabulary(fx_phrase(x, g->word, g->words)))
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = text_of(x, w);
		if (t.p[0] >= 'a' && t.p[0] <= 'z' && t.n > 3 && !memchr(t.p, '.', t.n))
			return false;
	}
	return true;
}

/* "Priscilla Dunmore, Partner" below her name: where what she is begins; the first word of b if it does not say the name again. */
static uint32_t behind_name(const struct fx *x, const struct view_seg *name, const struct view_seg *b)
{
	bool again = false;
	for (uint32_t w = name->word; w < name->word + name->words; w++)
		again |= str_eq(text_of(x, w), text_of(x, b->word));
	for (uint32_t w = b->word; again && w + 1 < b->word + b->words; w++)
		if (text_of(x, w).p[text_of(x, w).n - 1] == ',')
			return w + 1;
	return b->word;
}

/*
 *   Paweł Adamiak           Grażyna Wolska       at the foot of a document, without a closing: names over what their
 *   wychowawca klasy        dyrektor szkoły      bearers are
 */
static void offices_find(struct fx *x, struct letter *m)
{
	const struct view_page *last = &x->v->pages[x->scope.end - 1];
	for (uint32_t l = last->line + last->lines / 2; l + 1 < last->line + last->lines; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->flags & VIEW_PROSE || x->v->lines[l + 1].box.y0 - line->box.y1 > 2 * x->em)
			continue;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *g = &x->v->segs[s];
			uint32_t below = seg_below(x, l + 1, g);
			const struct view_seg *b = below == VIEW_NONE ? NULL : &x->v->segs[below];
			if (!b || !is_bearer(x, g) || !seg_is_plain(x, b) || word_ends_label(text_of(x, b->word + b->words - 1)))
				continue;
			struct signer one = { .name = letter_run(x, g->word, g->word + g->words), .title = letter_run(x, behind_name(x, g, b), b->word + b->words) };
			offer_office(x, &one, 0);
			if (m->signers_n < SIGNERS && kind_of_words(x->v, b->word, b->words) == KIND_POSITION)
				m->signers[m->signers_n++] = one;
		}
	}
}

bool letter_search(struct fx *x)
{
	struct letter *m = ARENA_NEW(x->a, struct letter);
	if (!m)
		return false;
	letter_read(x, m);
	greeting_search(x);
	for (uint32_t i = 0; i < m->signers_n; i++)
		offer_office(x, &m->signers[i], (int)i);
	if (!m->signers_n)
		offices_find(x, m);
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		offer_date(x, m, f);
		offer_place(x, m, f);
		offer_signer(x, m, f);
		offer_subject(x, m, f);
	}
	return true;
}
