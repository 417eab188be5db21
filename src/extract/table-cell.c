/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include "layout/locale.h"

/* ---- characters of a run, counted once */

struct glyphs {
	uint32_t words, digits, letters, upper, other;
	uint32_t slashes, colons, points, commas, dashes, brackets, percents, currency, leaders;
	bool dash_inside;   /* between digits: 1990-94, 12-05 */
	bool slash_inside;
	bool digit_first, digit_last;
	bool colon_last;
	bool letter_glued;  /* a letter next to a digit */
	uint32_t fraction;  /* digits after the last point or comma */
};

static bool glyph_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z';
	if (c < 0xc0 || (c >= 0x2000 && c <= 0x2bff)) /* punctuation, currency, arrows, technical, shapes */
		return c == 0xaa || c == 0xb5 || c == 0xba;
	return c != 0xd7 && c != 0xf7 && !(c >= 0x3000 && c <= 0x303f) && c != 0xfffd;
}

static bool glyph_is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

static bool glyph_is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xad;
}

static bool glyph_is_currency(uint32_t c)
{
	return c == '$' || c == 0xa3 || c == 0xa5 || (c >= 0x20a0 && c <= 0x20cf);
}

struct glyph_prev {
	uint32_t c, before; /* the character before, and the one before that */
};

static void glyphs_add_mark(struct glyphs *g, uint32_t c, struct glyph_prev *at)
{
	bool after_digit = at->c >= '0' && at->c <= '9';
	if (glyph_is_dash(c))
		g->dashes++;
	else if (glyph_is_currency(c))
		g->currency++;
	else if (c == '/')
		g->slashes++;
	else if (c == ':')
		g->colons++;
	else if (c == '%')
		g->percents++;
	else if (c == '.' || c == ',' || c == '\'' || c == 0x2019) {
		g->points += c == '.';
		g->commas += c != '.';
		g->fraction = after_digit ? 1 : 0; /* 1 = counting starts */
	} else if (strchr("()[]", (int)c) && c < 0x80)
		g->brackets++;
	else if (c != '*' && c != '+' && c != '#' && c != '~' && c != '<' && c != '>' && c != 0xb1)
		g->other++;
}

static void glyphs_add(struct glyphs *g, uint32_t c, struct glyph_prev *at)
{
	bool after_digit = at->c >= '0' && at->c <= '9';
	if (c >= '0' && c <= '9') {
		g->digit_first |= !g->digits && !g->letters && !at->c;
		g->dash_inside |= glyph_is_dash(at->c) && at->before >= '0' && at->before <= '9';
		g->slash_inside |= at->c == '/' && at->before >= '0' && at->before <= '9';
		g->letter_glued |= glyph_is_letter(at->c);
		g->digits++;
		g->fraction += g->fraction > 0;
		g->digit_last = true;
		g->colon_last = false;
	} else if (glyph_is_letter(c)) {
		g->letter_glued |= after_digit;
		g->letters++;
		g->upper += glyph_is_upper(c);
		g->digit_last = g->colon_last = false;
		g->fraction = 0;
	} else {
		glyphs_add_mark(g, c, at);
		g->digit_last = false;
		g->colon_last = c == ':';
	}
	at->before = at->c;
	at->c = c;
}

static struct glyphs glyphs_of(const struct view *v, uint32_t word, uint32_t words)
{
	struct glyphs g = { .words = words };
	for (uint32_t w = word; w < word + words; w++) {
		struct str s = v->words[w].text;
		struct glyph_prev at = { 0 };
		for (size_t i = 0; i < s.n;)
			glyphs_add(&g, str_utf8_next(s, &i), &at);
	}
	return g;
}

/* ---- lexical kinds */

static bool text_is_na(struct str s)
{
	static const char *const words[] = { "n.a.", "n.a", "n/a", "na", "none", "nil", "k.a.", "s.o.", "n.d.", "nd", "x", "null" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_eq_nocase(s, str_from(words[i])) && strcmp(words[i], "x") && strcmp(words[i], "na"))
			return true;
	return false;
}

static bool glyphs_are_blank(const struct view *v, const struct glyphs *g, uint32_t word)
{
	if (!g->digits && !g->letters && g->words <= 2)
		return g->dashes || g->points || g->colons || g->other || g->brackets;
	return g->words == 1 && text_is_na(v->words[word].text);
}

/* "02/09", "02.09.": a day of a year that stands elsewhere, in either order. */
static bool text_is_day(struct str s)
{
	int part[2] = { 0 }, parts = 0, digits = 0;
	char sep = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9' && parts < 2 && digits < 2) {
			part[parts] = part[parts] * 10 + s.p[i] - '0';
			digits++;
		} else if ((s.p[i] == '/' || s.p[i] == '.') && digits && (!sep || sep == s.p[i])) {
			sep = s.p[i];
			digits = 0;
			parts++;
		} else {
			return false;
		}
	}
	int low = part[0] < part[1] ? part[0] : part[1], high = part[0] + part[1] - low;
	bool closed = sep == '/' ? parts == 1 && digits : parts == 2 && !digits && s.n == 6; /* "1.2." numbers an item */
	return closed && low >= 1 && low <= 12 && high <= 31;
}

/* "($)(1)", "(%)(a)(2)": a unit in brackets and the marks of notes behind it; an amount in brackets has its sign inside. */
static bool is_noted_unit(struct str s)
{
	if (s.n < 5 || s.p[0] != '(' || s.p[s.n - 1] != ')')
		return false;
	for (size_t i = 1; i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'); i++)
		if (s.p[i] == ')')
			return s.p[i + 1 < s.n ? i + 1 : i] == '(';
	return false;
}

bool word_is_weekday(const struct view *v, uint32_t word)
{
	char folded[32];
	struct str s = v->words[word].text;
	while (s.n && strchr(".,:", s.p[s.n - 1]))
		s.n--;
	return s.n && s.n < sizeof(folded) && locale_weekday(locale_fold(s, folded, sizeof(folded)));
}

/* "0.125": three digits behind a zero are no thousands. */
static bool begins_zero(struct str s)
{
	size_t i = 0;
	while (i < s.n && strchr("+-(", s.p[i]))
		i++;
	return i + 1 < s.n && s.p[i] == '0' && (s.p[i + 1] == '.' || s.p[i + 1] == ',');
}

static uint32_t kind_of_digits(const struct view *v, const struct glyphs *g, uint32_t word)
{
	uint32_t k = 0;
	if (g->words == 1 && is_noted_unit(v->words[word].text))
		return CELL_TEXT;
	if (g->words == 1 && text_is_day(v->words[word].text))
		return CELL_CODE | CELL_DATE;
	if (g->slash_inside || (g->dash_inside && g->words == 1) || g->slashes)
		return g->dash_inside && g->colons > 1 && !g->colon_last && !g->slashes ? CELL_CODE | CELL_TIME : CELL_CODE; /* "7:45-8:30" */
	if (g->colons && !g->colon_last)
		return CELL_TIME;
	if (g->other > 1)
		return CELL_CODE;
	k |= CELL_NUMBER;
	if (g->percents)
		k |= CELL_PERCENT;
	if (g->currency)
		k |= CELL_MONEY;
	if (g->fraction > 1 && (g->fraction != 4 || begins_zero(v->words[word].text)))
		k |= CELL_DECIMAL;
	else if (!g->percents && !g->brackets)
		k |= CELL_INTEGER;
	if (g->digits == 4 && g->words == 1 && !g->points && !g->commas) {
		struct str s = v->words[word].text;
		if (s.n >= 4 && (!memcmp(s.p, "19", 2) || !memcmp(s.p, "20", 2)))
			k |= CELL_YEAR;
	}
	return k;
}

/* "3 m²", "20 Stk", "1.00 Units", "EUR 12,50", "10kg": one figure and a short word. */
static bool is_figure_with_unit(const struct view *v, uint32_t word, uint32_t words)
{
	if (words > 2)
		return false;
	uint32_t figures = 0, units = 0;
	for (uint32_t w = word; w < word + words; w++) {
		struct glyphs g = glyphs_of(v, w, 1);
		if (g.digits && !g.letters && !g.slashes && !g.colons && !g.dash_inside)
			figures++;
		else if (g.digits && g.letters <= 3 && g.digit_first && words == 1 && g.points + g.commas <= 2 && !g.dashes)
			figures++, units++;
		else if (g.letters <= 6 && !g.digits)
			units++;
		else
			return false;
	}
	return figures == 1 && units >= 1;
}

/* "BIO 101", "MAT 120A": capitals and a number of three figures or more. */
static bool is_code_of_two(const struct view *v, uint32_t word)
{
	struct str a = v->words[word].text, b = v->words[word + 1].text;
	size_t digits = 0;
	for (size_t i = 0; i < a.n; i++)
		if (a.p[i] < 'A' || a.p[i] > 'Z')
			return false;
	while (digits < b.n && b.p[digits] >= '0' && b.p[digits] <= '9')
		digits++;
	return a.n >= 2 && a.n <= 5 && digits >= 3 && digits + 1 >= b.n && (digits == b.n || (b.p[digits] >= 'A' && b.p[digits] <= 'Z'));
}

static uint32_t kind_of_text(const struct view *v, const struct glyphs *g, uint32_t word, uint32_t words)
{
	uint32_t k = CELL_TEXT;
	if ((words == 1 && g->digits && g->letters) || (words == 2 && is_code_of_two(v, word)))
		k |= CELL_CODE;
	if (words == 1 && !g->digits && g->letters >= 2 && g->letters <= 3 && g->upper == g->letters && !g->points)
		k |= CELL_SHORT;
	if (g->digits && is_figure_with_unit(v, word, words))
		k |= CELL_UNIT;
	if (g->colon_last)
		k |= CELL_LABEL;
	return k;
}

/* ---- spans */

static const uint32_t span_kinds[SPAN_TYPES] = {
	[SPAN_DATE] = CELL_DATE, [SPAN_TIME] = CELL_TIME, [SPAN_DATE_RANGE] = CELL_DATE,
	[SPAN_MONEY] = CELL_MONEY, [SPAN_PERCENT] = CELL_PERCENT, [SPAN_EMAIL] = CELL_CONTACT,
	[SPAN_URL] = CELL_CONTACT, [SPAN_PHONE] = CELL_CONTACT, [SPAN_IBAN] = CELL_BANK, [SPAN_BIC] = CELL_BANK,
	[SPAN_VAT_ID] = CELL_BANK, [SPAN_ID] = CELL_CODE, [SPAN_POSTAL_CITY] = CELL_PLACE, [SPAN_STREET] = CELL_PLACE,
	[SPAN_COUNTRY] = CELL_PLACE, [SPAN_PERSON] = CELL_PERSON, [SPAN_ORG] = CELL_ORG,
};

static const struct span *seg_spans(const struct table_ctx *x, uint32_t word, const struct span **end)
{
	uint32_t seg = x->v->words[word].seg;
	if (!x->sp->n)
		return *end = NULL;
	*end = x->sp->items + x->sp->by_seg[seg + 1];
	return x->sp->items + x->sp->by_seg[seg];
}

static bool span_is_whole(const struct span *s, uint32_t word, uint32_t words)
{
	return s->word == word && s->words == words && !s->skip && !s->cut;
}

uint32_t cell_read(const struct table_ctx *x, uint32_t word, uint32_t words)
{
	if (!words)
		return 0;
	struct glyphs g = glyphs_of(x->v, word, words);
	uint32_t k;
	if (glyphs_are_blank(x->v, &g, word))
		return CELL_BLANK;
	if (g.digits && !g.letters)
		k = kind_of_digits(x->v, &g, word);
	else
		k = kind_of_text(x->v, &g, word, words);
	const struct span *end, *s = seg_spans(x, word, &end);
	for (; s < end; s++) {
		if (!span_is_whole(s, word, words))
			continue;
		k |= span_kinds[s->type];
		if (words > 1 && (s->type == SPAN_MONEY || s->type == SPAN_DATE))
			k &= ~(uint32_t)CELL_CODE;
		if (s->type == SPAN_MONEY && (k & CELL_TEXT))
			k |= CELL_UNIT; /* "EUR 12,50" */
		if (s->type == SPAN_DATE || s->type == SPAN_DATE_RANGE)
			k &= ~(uint32_t)(CELL_NUMBER | CELL_INTEGER | CELL_DECIMAL | CELL_UNIT | CELL_CONTACT);
	}
	return k;
}

/* ---- types of properties */

/*
 * wants: readings that suit the type; strong: those of them that few other types
 * have; refuses: readings that a column of this type does not have; spans: which
 * typed readings give the value, best first.
 */
static const struct {
	uint32_t wants, strong, refuses;
	int8_t spans[3]; /* SPAN_TYPES = none */
} type_rows[VALUE_TYPES] = {
#define NO SPAN_TYPES
#define WORDS (CELL_TEXT | CELL_CODE)
#define FIGURES (CELL_NUMBER | CELL_DATE)
	[VALUE_TEXT] = { 0, 0, 0, { NO, NO, NO } },
	[VALUE_ID] = { CELL_CODE | CELL_INTEGER | CELL_SHORT, CELL_CODE, CELL_DATE | CELL_MONEY | CELL_PERCENT, { NO, NO, NO } },
	[VALUE_NUMBER] = { CELL_NUMBER | CELL_UNIT, CELL_NUMBER, CELL_DATE | WORDS, { SPAN_NUMBER, SPAN_MONEY, SPAN_PERCENT } },
	[VALUE_INTEGER] = { CELL_INTEGER | CELL_UNIT, CELL_INTEGER, CELL_DATE | CELL_DECIMAL | WORDS, { SPAN_NUMBER, NO, NO } },
	[VALUE_MONEY] = { CELL_NUMBER | CELL_UNIT | CELL_MONEY, CELL_MONEY | CELL_DECIMAL, CELL_DATE | CELL_PERCENT | WORDS,
			  { SPAN_MONEY, SPAN_NUMBER, NO } },
	[VALUE_PERCENT] = { CELL_PERCENT | CELL_NUMBER, CELL_PERCENT, CELL_DATE | WORDS, { SPAN_PERCENT, SPAN_NUMBER, NO } },
	[VALUE_BOOLEAN] = { 0, 0, CELL_DATE | CELL_MONEY, { NO, NO, NO } },
	[VALUE_ENUM] = { CELL_TEXT, 0, CELL_DATE | CELL_MONEY, { NO, NO, NO } },
	[VALUE_DATE] = { CELL_DATE, CELL_DATE, CELL_NUMBER | WORDS, { SPAN_DATE, NO, NO } },
	[VALUE_TIME] = { CELL_TIME | CELL_DECIMAL, CELL_TIME, CELL_DATE | CELL_MONEY, { SPAN_TIME, NO, NO } },
	[VALUE_DATETIME] = { CELL_DATE, CELL_DATE, CELL_NUMBER | CELL_TEXT, { SPAN_DATE, NO, NO } },
	[VALUE_YEAR] = { CELL_YEAR, CELL_YEAR, CELL_DECIMAL | CELL_TEXT, { SPAN_NUMBER, SPAN_DATE, NO } },
	[VALUE_DURATION] = { CELL_TIME | CELL_NUMBER | CELL_UNIT, CELL_TIME, CELL_DATE | CELL_MONEY, { SPAN_DURATION, SPAN_TIME, NO } },
	[VALUE_CURRENCY] = { CELL_SHORT, CELL_SHORT, FIGURES, { SPAN_CURRENCY, NO, NO } },
	[VALUE_EMAIL] = { CELL_CONTACT, CELL_CONTACT, FIGURES, { SPAN_EMAIL, NO, NO } },
	[VALUE_PHONE] = { CELL_CONTACT | CELL_CODE | CELL_INTEGER, CELL_CONTACT, CELL_DATE | CELL_DECIMAL, { SPAN_PHONE, NO, NO } },
	[VALUE_URL] = { CELL_CONTACT, CELL_CONTACT, FIGURES, { SPAN_URL, NO, NO } },
	[VALUE_IBAN] = { CELL_BANK, CELL_BANK, FIGURES, { SPAN_IBAN, NO, NO } },
	[VALUE_BIC] = { CELL_BANK, CELL_BANK, FIGURES, { SPAN_BIC, NO, NO } },
	[VALUE_VAT_ID] = { CELL_BANK | CELL_CODE, CELL_BANK, CELL_DECIMAL | CELL_DATE, { SPAN_VAT_ID, NO, NO } },
	[VALUE_PERSON] = { CELL_PERSON | CELL_TEXT, CELL_PERSON, CELL_SHORT | FIGURES, { NO, NO, NO } },
	[VALUE_ORG] = { CELL_ORG | CELL_TEXT, CELL_ORG, FIGURES, { NO, NO, NO } },
	[VALUE_ADDRESS] = { CELL_PLACE | CELL_TEXT, CELL_PLACE, FIGURES, { NO, NO, NO } },
	[VALUE_STREET] = { CELL_PLACE | CELL_TEXT, CELL_PLACE, FIGURES, { NO, NO, NO } },
	[VALUE_POSTAL_CODE] = { CELL_INTEGER | CELL_CODE, 0, CELL_DATE | CELL_DECIMAL | CELL_MONEY, { NO, NO, NO } },
	[VALUE_CITY] = { CELL_TEXT, 0, FIGURES, { NO, NO, NO } },
	[VALUE_REGION] = { CELL_TEXT | CELL_SHORT, CELL_SHORT, FIGURES, { NO, NO, NO } },
	[VALUE_COUNTRY] = { CELL_PLACE | CELL_SHORT | CELL_TEXT, CELL_PLACE | CELL_SHORT, FIGURES, { NO, NO, NO } },
#undef NO
#undef WORDS
#undef FIGURES
};

uint32_t type_strong(enum value_type t)
{
	return type_rows[t].strong;
}

uint32_t type_wants(enum value_type t)
{
	return type_rows[t].wants;
}

uint32_t type_refuses(enum value_type t)
{
	return type_rows[t].refuses;
}

/* Earlier preference, then more words, then the later one (figures close a cell). */
const struct span *cell_span(const struct table_ctx *x, enum value_type t, uint32_t word, uint32_t words)
{
	for (int p = 0; p < 3 && words; p++) {
		const struct span *best = NULL;
		for (uint32_t at = word; at < word + words;) { /* a cell may hold several segments */
			const struct span *end, *s = seg_spans(x, at, &end);
			for (; s < end; s++)
				if (s->type == (enum span_type)type_rows[t].spans[p] && s->word >= word &&
				    s->word + s->words <= word + words && (!best || s->words >= best->words))
					best = s;
			const struct view_seg *seg = &x->v->segs[x->v->words[at].seg];
			at = seg->word + seg->words;
		}
		if (best)
			return best;
	}
	return NULL;
}

/* ---- phrases */

static const char *const total_words[] = {
	"total", "totals", "subtotal", "sub total", "grand total", "sum", "carried forward", "brought forward",
	"carry over", "balance forward", "page total", "Summe", "Gesamt", "Gesamtbetrag", "Zwischensumme",
	"Übertrag", "Totaal", "Subtotaal", "Somme", "Sous-total", "à reporter", "Totale", "Suma", "Razem",
};

bool table_ctx_init(struct table_ctx *x)
{
	x->role = ARENA_ARRAY(x->a, x->v->words_n + 1, uint8_t);
	x->seg_phrase = ARENA_ARRAY(x->a, x->v->segs_n + 1, struct phrase);
	x->totals_n = 0;
	for (size_t i = 0; i < sizeof(total_words) / sizeof(*total_words); i++)
		x->totals[x->totals_n++] = phrase_of(x->in, str_from(total_words[i]));
	uint32_t sizes[128] = { 0 }, best = 10; /* whole points */
	for (uint32_t w = 0; w < x->v->words_n; w++)
		sizes[x->v->words[w].size / DOC_UNIT & 127]++;
	for (uint32_t s = 4; s < 128; s++)
		if (sizes[s] > sizes[best])
			best = s;
	x->em = (int32_t)best * DOC_UNIT;
	return x->role && x->seg_phrase;
}

struct phrase words_phrase(struct table_ctx *x, const uint32_t *words, size_t n)
{
	size_t bytes = 0;
	for (size_t i = 0; i < n; i++)
		bytes += x->v->words[words[i]].text.n + 1;
	char *text = arena_alloc(x->a, bytes + 1);
	size_t at = 0;
	for (size_t i = 0; text && i < n; i++) {
		struct str s = x->v->words[words[i]].text;
		memcpy(text + at, s.p, s.n);
		at += s.n;
		bool broken = i + 1 < n && s.n > 2 && s.p[s.n - 1] == '-' &&
			      x->v->words[words[i]].line != x->v->words[words[i + 1]].line;
		if (broken)
			at--; /* a word hyphenated at the end of a line */
		else
			text[at++] = ' ';
	}
	return phrase_of(x->in, (struct str){ text ? text : "", at ? at - 1 : 0 });
}

struct phrase seg_phrase(struct table_ctx *x, uint32_t seg)
{
	struct phrase *p = &x->seg_phrase[seg];
	if (p->tokens)
		return *p;
	const struct view_seg *s = &x->v->segs[seg];
	uint32_t ids[24];
	size_t n = 0;
	for (; n < s->words && n < 24; n++)
		ids[n] = s->word + (uint32_t)n;
	*p = words_phrase(x, ids, n);
	static const uint32_t none;
	if (!p->tokens)
		p->tokens = &none;
	return *p;
}

bool words_are_total(const struct table_ctx *x, struct phrase p)
{
	for (size_t i = 0; i < x->totals_n; i++)
		if (x->totals[i].n == p.n && p.n && !memcmp(x->totals[i].tokens, p.tokens, p.n * sizeof(*p.tokens)))
			return true;
	return false;
}

/* Is p, as it stands, the name of a total? */
bool phrase_is_total(const struct table_ctx *x, struct phrase p)
{
	if (!p.n || !lexicon_knows(p))
		return false;
	return lexicon_in_class(x->in, p, "grand total") || lexicon_in_class(x->in, p, "sub total") || lexicon_in_class(x->in, p, "page total");
}

/* Does p begin with the phrase of a total, whole tokens? "Invoice total EUR" */
bool words_begin_total(const struct table_ctx *x, struct phrase p)
{
	for (size_t n = 2; n <= 3 && n <= p.n; n++)
		if (phrase_is_total(x, (struct phrase){ p.tokens, n }))
			return true;
	for (size_t i = 0; i < x->totals_n; i++) {
		struct phrase t = x->totals[i];
		if (t.n && t.n <= p.n && !memcmp(t.tokens, p.tokens, t.n * sizeof(*t.tokens)))
			return true;
	}
	return false;
}

bool line_is_capitals(const struct view *v, const struct view_line *l)
{
	bool letters = false;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct str s = v->words[w].text;
		for (size_t i = 0; i < s.n;) {
			uint32_t c = str_utf8_next(s, &i);
			if (c < 0x100 && glyph_is_letter(c) && !glyph_is_upper(c))
				return false;
			letters |= glyph_is_letter(c);
		}
	}
	return letters;
}
