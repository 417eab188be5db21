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
#include "extract/field-prose.h"
#include "extract/letter.h"
#include "extract/record-kind.h"
#include <stdlib.h>

enum {
	DATELINE_WORDS = 9, SIGN_LINES = 9, ORG_LINES = 3, OFFICE_SURE = 850, SIGNER_WORDS = 7, TITLE_WORDS = 9, SUBJECT_WORDS = 24, SUBJECT_LINES = 4, DATELINES = 8, SIGNERS = 6,
	SIM_DATE = 860, SIM_PLACE = 820, SIM_SIGNER = 880, SIM_OFFICE = 800, SIM_SUBJECT = 780, GEOMETRY = 900, QUALITY = 950,
	COST_SENDER = 150,     /* who sends may be another one, above */
	COST_OTHER_END = 120   /* the date below for a letter's date, the one above for a signature's */
};

struct dateline {
	const struct span *date;
	uint32_t place, place_words; /* words of the place, 0 = none */
	uint32_t line;
};

struct signer {
	struct found name, title, org;
};

struct letter {
	struct dateline dates[DATELINES];
	uint32_t dates_n;
	struct signer signers[SIGNERS];
	uint32_t signers_n;
	uint32_t salutation, closing; /* lines, VIEW_NONE = none */
};

static struct str line_text_at(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:", w.p[w.n - 1]))
		w.n--;
	return w;
}

static bool any_of(struct str w, const char *const *words)
{
	for (; *words; words++)
		if (str_eq_nocase(bare(w), str_from(*words)))
			return true;
	return false;
}

/* ---- place and date */

static const char *const between[] = { "den", "le", "a", "el", "am", "on", "dated", "dnia", "il", "lì", "li", "em", "op", "d", "the", "date", "datum", "fecha", "data",
	"à", "at", "in", "aos", "г", NULL };

/* "Fait à", "En", "Given at": before the place. */
static const char *const made[] = { "fait", "hecho", "fatto", "feito", "dado", "dada", "done", "given", "signed", "expedido", "redatto", "opgemaakt", "sporządzono", "ausgestellt", NULL };
static const char *const made_at[] = { "à", "a", "en", "em", "in", "at", "te", "w", "we", "zu", NULL };

static uint32_t place_from(const struct fx *x, const struct view_seg *g, uint32_t date)
{
	uint32_t w = g->word;
	w += w < date && any_of(line_text_at(x, w), made);
	return w + (w + 1 < date && any_of(line_text_at(x, w), made_at));
}

/* Words from first on before a date that name its place: "Bad Homburg, den". False if they say something else. */
static bool place_before(const struct fx *x, uint32_t first, uint32_t date, uint32_t *words)
{
	uint32_t n = 0;
	for (uint32_t w = first; w < date; w++) {
		struct str t = line_text_at(x, w);
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
	*words = n && strchr(",", line_text_at(x, first + n - 1).p[line_text_at(x, first + n - 1).n - 1]) ? n : 0;
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
		if (str_eq_z(line_text_at(x, g->word), *p))
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

static void datelines_find(struct fx *x, struct letter *m)
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
		if (after && end > g->word && s->word > g->word && leads_in(line_text_at(x, end - 1), line_text_at(x, end)))
			after = 0; /* "Kassel, 23 September 2025 – The utility …" */
		if (after > 1 || (after && str_has_digit(line_text_at(x, end))) || !place_before(x, from, s->word, &place) ||
		    (m->dates_n && m->dates[m->dates_n - 1].line == g->line))
			continue;
		m->dates[m->dates_n++] = (struct dateline){ s, from, place, g->line };
	}
}

/* ---- who signs */

static bool seg_is_name(const struct fx *x, uint32_t from, uint32_t end)
{
	uint32_t full = 0;
	if (end - from > SIGNER_WORDS)
		return false;
	for (uint32_t w = from; w < end; w++) {
		struct str t = line_text_at(x, w);
		if (str_has_digit(t) || memchr(t.p, '@', t.n) || memchr(t.p, ':', t.n))
			return false;
		size_t i = 0;
		uint32_t c = str_utf8_next(t, &i);
		full += !(c >= 'a' && c <= 'z') && t.n > 2 && t.p[t.n - 1] != '.';
	}
	return full >= 2 || (full == 1 && end - from >= 2);
}

static bool seg_is_plain(const struct fx *x, const struct view_seg *g)
{
	if (g->words > TITLE_WORDS)
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (str_has_digit(line_text_at(x, w)) || memchr(line_text_at(x, w).p, '@', line_text_at(x, w).n))
			return false;
	return true;
}

static bool is_rule_of_signs(struct str w)
{
	return w.n && (w.p[0] == '_' || w.p[0] == '.') && (w.n < 2 || w.p[1] == w.p[0]);
}

static struct found run_cut(struct fx *x, uint32_t from, uint32_t end)
{
	struct found v = found_run(x, from, end - from);
	struct str last = line_text_at(x, end - 1);
	v.cut = last.n > 1 && strchr(",;", last.p[last.n - 1]) ? 1 : 0;
	return v;
}

/* The segment of a line set under another: from the same left edge on, or around the same middle; VIEW_NONE if none is. */
static uint32_t seg_below(const struct fx *x, uint32_t l, const struct view_seg *over)
{
	const struct view_line *line = &x->v->lines[l];
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		const struct doc_box *b = &x->v->segs[s].box;
		if (abs(b->x0 - over->box.x0) <= 2 * x->em || abs(b->x0 + b->x1 - over->box.x0 - over->box.x1) <= 2 * x->em)
			return s;
	}
	return VIEW_NONE;
}

/* The company that a line of a signature names, below the name or the title. */
static struct found org_below(struct fx *x, const struct view_seg *name)
{
	for (uint32_t l = name->line + 1; l < x->line1 && l <= name->line + ORG_LINES && x->v->lines[l].leading <= 2 * x->em; l++) {
		uint32_t s = seg_below(x, l, name);
		for (uint32_t i = s == VIEW_NONE ? 0 : x->sp->by_seg[s]; s != VIEW_NONE && i < x->sp->by_seg[s + 1]; i++)
			if (x->sp->items[i].type == SPAN_ORG)
				return span_words(x, &x->sp->items[i]);
	}
	return (struct found){ 0 };
}

/* "Rosalind Keane, Director" holds both. */
static void signer_add(struct fx *x, struct letter *m, const struct view_seg *g, const struct view_seg *below, bool close)
{
	uint32_t end = g->word + g->words, cut = end;
	for (uint32_t w = g->word + 1; w + 1 < end; w++)
		if (strchr(",", line_text_at(x, w).p[line_text_at(x, w).n - 1]) && line_text_at(x, w + 1).n > 4) {
			cut = w + 1;
			break;
		}
	if (m->signers_n == SIGNERS)
		return;
	if (!seg_is_name(x, g->word, cut)) {
		if (close && g->words == 1 && below && below->words > 1 && seg_is_plain(x, below)) /* "Tamsin": a first name over a title */
			m->signers[m->signers_n++] = (struct signer){ .title = run_cut(x, below->word, below->word + below->words) };
		return;
	}
	struct signer s = { .name = run_cut(x, g->word, cut), .org = org_below(x, g) };
	if (cut < end)
		s.title = run_cut(x, cut, end);
	else if (below && seg_is_plain(x, below) && !word_is_sign(line_text_at(x, below->word)))
		s.title = run_cut(x, below->word, below->word + below->words);
	m->signers[m->signers_n++] = s;
}

/* Names below the closing, in its column, or in any. */
static void signers_find(struct fx *x, struct letter *m, uint32_t line, bool any)
{
	const struct view_line *close = &x->v->lines[line];
	const struct view_seg *over = &x->v->segs[close->seg];
	for (uint32_t l = line + 1; l < x->line1 && l <= line + SIGN_LINES; l++) {
		const struct view_line *vl = &x->v->lines[l];
		uint32_t s = any ? vl->seg : seg_below(x, l, over);
		if (s == VIEW_NONE || (vl->flags & VIEW_PROSE && vl->words > TITLE_WORDS) || is_rule_of_signs(line_text_at(x, vl->word)))
			continue;
		const struct view_seg *g = &x->v->segs[s];
		uint32_t below = l + 1 < x->line1 ? seg_below(x, l + 1, any ? g : over) : VIEW_NONE;
		const struct view_seg *b = below == VIEW_NONE || x->v->lines[l + 1].leading > 2 * x->em ? NULL : &x->v->segs[below];
		uint32_t before = m->signers_n;
		struct str last = line_text_at(x, g->word + g->words - 1);
		if (last.p[last.n - 1] == ',' || !seg_is_plain(x, g))
			continue; /* "on behalf of the inspector," */
		signer_add(x, m, g, b, l == line + 1);
		if (m->signers_n > before && m->signers[before].title.n && b && m->signers[before].title.words[0] == b->word)
			l++;
		else if (m->signers_n == before && m->signers_n)
			return;
	}
}

/* ---- finding the parts */

static bool line_begins(const struct fx *x, uint32_t l, const char *const *phrases)
{
	const struct view_line *line = &x->v->lines[l];
	for (; *phrases; phrases++) {
		struct str rest = str_from(*phrases), word;
		uint32_t w = line->word, end = line->word + line->words;
		bool all = true;
		while (rest.n && all) {
			rest = str_cut(rest, ' ', &word);
			all = w < end && (str_eq_z(word, "*") || str_eq_nocase(bare(line_text_at(x, w)), word));
			w++;
		}
		if (all)
			return true;
	}
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
		if (m->salutation == VIEW_NONE && line_begins(x, l, letter_salutations))
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
static const char *const written_words[] = { "letter", "document", "issue", "written", "press", "publication", "release", "card", "sent", "application", "declaration", "request", "notice", "certificate", "form", "created", "report", "memo", "award", NULL };
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
			put(x, field, run_cut(x, m->dates[i].place, m->dates[i].place + m->dates[i].place_words), SIM_PLACE - (int)i, NULL);
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
	if (g->words < 2 || !seg_is_name(x, g->word, g->word + g->words) || phrase_is_vocabulary(fx_phrase(x, g->word, g->words)))
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = line_text_at(x, w);
		if (t.p[0] >= 'a' && t.p[0] <= 'z' && t.n > 3 && !memchr(t.p, '.', t.n))
			return false;
	}
	return true;
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
			if (!b || !is_bearer(x, g) || !seg_is_plain(x, b) || word_ends_label(line_text_at(x, b->word + b->words - 1)))
				continue;
			struct signer one = { .name = run_cut(x, g->word, g->word + g->words), .title = run_cut(x, b->word, b->word + b->words) };
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
