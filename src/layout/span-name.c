/* SPDX-License-Identifier: Apache-2.0 */
/* Organisations by their legal forms, persons by titles and the look of names. */
#include "layout/span-may.h"
#include "layout/words.h"

#include <strings.h>

/* Legal forms of companies, folded; words after which a name ends. */
static const char *const legal_forms[] = {
	"gmbh & co. kgaa", "gmbh & co. kg", "gmbh & co kg", "gmbh & co.kg", "ag & co. kgaa", "ag & co. kg", "ug (haftungsbeschränkt)", "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa",
	"ohg", "ug", "e.v.", "ev", "e.k.", "e.kfr.", "eg", "gbr", "se", "partg", "partg mbb", "ges.m.b.h.", "inc", "inc.", "incorporated", "corp", "corp.",
	"corporation", "llc", "l.l.c.", "llp", "l.l.p.", "lp", "l.p.", "ltd", "ltd.", "limited", "plc", "p.l.c.", "co.", "company", "pty ltd", "pty. ltd.", "pte ltd",
	"pte. ltd.", "pvt ltd", "pvt. ltd.", "private limited", "s.a.", "sa", "s.a.s.", "sas", "sarl", "s.a.r.l.", "s.à r.l.", "sàrl", "eurl", "sasu", "sci", "snc", "s.n.c.", "s.p.a.", "spa", "s.r.l.", "srl",
	"s.r.l.s.", "s.a.s", "s.l.", "s.l", "sl", "s.l.u.", "slu", "s.c.", "s.a.u.", "s.a. de c.v.", "sa de cv", "s. de r.l. de c.v.", "lda", "lda.", "ltda", "ltda.", "s/a", "eireli", "b.v.", "bv", "n.v.", "nv",
	"v.o.f.", "vof", "bvba", "sprl", "cvba", "ab", "a/s", "aps", "as", "asa", "oy", "oyj", "ky", "sp. z o.o.", "sp.z o.o.", "sp. z.o.o.", "sp z o.o.", "s.k.a.",
	"sp.j.", "sp.k.", "sp. k.", "sp. j.", "s.r.o.", "spol. s r.o.", "a.s.", "v.o.s.", "k.s.", "kft", "kft.", "zrt", "zrt.", "nyrt", "bt", "bt.", "d.o.o.", "d.d.", "doo",
	"s.c.s.", "uab", "sia", "oü", "ооо", "оао", "зао", "пао", "ао", "тов", "еоод", "оод", "ад", "α.ε.", "ε.π.ε.", "a.ş.", "ltd. şti.", "k.k.", "kk", "co., ltd.", "co. ltd.", "co.,ltd.", "gmbh & cie. kg", "sdn bhd", "sdn. bhd.", "sdn bhd.", "berhad", "bhd", "tbk", "w.l.l.", "fze", "fzco", "fz-llc", "trust", "foundation",
	"stiftung", "national association", "f.s.b.", "fsb", "pllc", "p.l.l.c.", "lllp", "l.l.l.p.", "pca", "scio", NULL,
};
/* Forms that are also words or codes: only in capitals as a form writes them. */
static const char *const shy_forms[] = { "AG", "KG", "SA", "AS", "AB", "SE", "SL", "NV", "BV", "UG", "LP", "SAS", "SPA", "KK", "BT", "SCI", "SIA",
					 "EG", "EV", "Trust", "Company", "Limited", "Foundation", "Stiftung", "Bt", "eG", "SpA", "AO", "КГ", NULL };

/* Forms of two letters that are words or codes elsewhere: where they are at home. */
static const struct {
	const char *form, *langs;
} home_forms[] = { { "bt", "hu" }, { "as", "nb da et lv cs sk tr" }, { "eg", "de" }, { "ev", "de" }, { "sc", "it ro es" }, { "ky", "fi" } };

/* "Halvorsen Fisheries AS": capitals behind a word that is not all of them are no "as" or "kg". */
static bool stands_out(const struct scan *x, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++)
		if (!char_is_upper(at_char(x, k)))
			return false;
	return i > 1 && x->text[i - 1] == ' ' && char_is_letter(before_char(x, i - 1)) && !char_is_upper(before_char(x, i - 1));
}

static bool is_at_home(const struct scan *x, size_t i, size_t n)
{
	for (size_t k = 0; k < sizeof(home_forms) / sizeof(*home_forms); k++)
		if (strlen(home_forms[k].form) == n && memcmp(home_forms[k].form, x->low + i, n) == 0)
			return (*x->lang && strstr(home_forms[k].langs, x->lang)) || stands_out(x, i, n);
	return true;
}

bool form_may(const struct scan *x, size_t i)
{
	return any_word_begins(x, i, legal_forms);
}

/* A form at i: its length. Short ones must be written as a form. */
static size_t form_at(const struct scan *x, size_t i)
{
	size_t n = any_word_at(x, i, legal_forms);
	if (!n || !edge_at(x, i + n) || !is_at_home(x, i, n))
		return 0;
	if (memchr(x->text + i, '.', n) || memchr(x->text + i, '/', n) || memchr(x->text + i, ' ', n))
		return n;
	for (const char *const *f = shy_forms; *f; f++)
		if (strlen(*f) == n && strncasecmp(*f, x->text + i, n) == 0)
			return memcmp(*f, x->text + i, n) == 0 ? n : 0;
	static const char *const sure[] = { "plc", "llp", "llc", "ltd", NULL }; /* written small, too, and no other words */
	return n >= 3 && (char_is_upper(at_char(x, i)) || n > 4 || any_word_at(x, i, sure)) ? n : 0;
}

static const char *const joining[] = { "of", "and", "for", "the", "de", "des", "du", "la", "le", "les", "et", "und", "für", "der", "die", "das", "van", "von", "en", "y", "e", "di", "da",
				       "do", "dos", "del", "della", "w", "i", "z", "och", "og", "in", "on", "im", "am", "zu", "a", NULL };

/* Where the name that ends at end begins: back over names, "&", particles; not past a colon, a sentence's end, eight words. */
static size_t org_start(const struct scan *x, size_t from, size_t end)
{
	size_t start = end, at = end;
	for (int words = 0; words < 8 && at > from; words++) {
		size_t word = at - 1;
		while (word > from && x->text[word - 1] != ' ')
			word--;
		bool bracket = x->text[word] == '(' && word + 1 < at; /* "the maker (Tessel Optics B.V.)": a name begins in its bracket */
		word += bracket;
		uint32_t first = at_char(x, word), last = before_char(x, at);
		bool name = char_is_upper(first) || char_is_digit(first) || first == '&' || first == '"' || first == 0x201e;
		bool small = !name && any_word_at(x, word, joining) == at - word;
		if (last == ':' || last == ';' || (last == '.' && at - word > 4) || (!name && !small) || (words > 0 && last == ','))
			break;
		if (words == 0 && !name)
			break;
		if (name)
			start = word;
		if (bracket)
			break;
		at = word > from ? word - 1 : from;
	}
	return start;
}

static bool is_form_phrase(const struct scan *x, size_t from, size_t to)
{
	char buffer[64];
	size_t end = letters_end(x, from);
	return end == to && word_is_of_forms(locale_fold(raw_text(x, from, to), buffer, sizeof(buffer)));
}

void scan_org(struct scan *x, size_t from, size_t to)
{
	for (size_t i = from; i < to; i = word_end(x, i) + 1) {
		size_t n = i > from && (may_begin(x, i) & MAY_FORM) ? form_at(x, i) : 0, end = i + n;
		if (!n || end > to || x->text[i - 1] != ' ')
			continue;
		size_t back = i - 1, start;
		while (back > from && (x->text[back - 1] == ',' || x->text[back - 1] == ' '))
			back--;
		start = org_start(x, from, back);
		if (start >= back || !char_is_letter(at_char(x, letters_end(x, start) > start ? start : start + 1)))
			continue;
		/* "Any Company", "Account Limited" */
		if (n > 4 && is_form_phrase(x, start, back))
			continue;
		span_emit(x, (struct span){ .type = SPAN_ORG, .quality = n > 2 ? 92 : x->upper ? 45 : 80 }, start, end);
		i = end > i + 1 ? end - 1 : i;
	}
}

/* ---- persons */

static const char *const titles[] = { "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof.", "prof", "herr", "herrn", "frau", "dipl.-ing.", "m.",
				      "mme", "mme.", "mlle", "monsieur", "madame", "sr.", "sra.", "don", "doña", "sig.", "sig.ra", "dott.", "dott.ssa", "ing.", "dhr.",
				      "mevr.", "mevrouw", "de heer", "pan", "pani", "sr", "sra", NULL };
static const char *const inner_names[] = { "van", "von", "de", "der", "den", "da", "di", "del", "della", "la", "le", "du", "dos", "bin", "al", "el", "ten", "ter", "zu",
					   "y", "af", "van der", "van den", NULL };

bool title_may(const struct scan *x, size_t i)
{
	return any_word_begins(x, i, titles);
}

struct name_count {
	uint32_t words, initials, capitals; /* capitals: words all in capitals */
};

/* One word of a name: "Anna", "O'Neil", "Meyer-Lüdenscheid", "J.", "SMITH". */
static size_t name_part(const struct scan *x, size_t i, struct name_count *c)
{
	size_t end = i;
	uint32_t upper = 0, letters = 0, first = at_char(x, i);
	if (!char_is_upper(first))
		return 0;
	while (end < x->n) {
		size_t next = end;
		uint32_t ch = str_utf8_next((struct str){ x->text, x->n }, &next);
		bool joint = (ch == '-' || ch == '\'' || ch == 0x2019) && letters > 0;
		if (!char_is_letter(ch) && !joint)
			break;
		upper += char_is_upper(ch);
		letters += char_is_letter(ch);
		end = next;
	}
	bool initial = letters == 1 && x->text[end] == '.';
	end += initial;
	if (letters == 1 && !initial)
		return 0;
	c->words++;
	c->initials += initial;
	c->capitals += letters > 1 && upper == letters;
	return edge_at(x, end) ? end : 0;
}

/* Two to four parts of a name; the end, or 0. */
static size_t person_read(const struct scan *x, size_t i, size_t to, struct name_count *c)
{
	size_t end = 0, at = i;
	*c = (struct name_count){ 0 };
	while (at < to && c->words < 5) {
		size_t next = name_part(x, at, c);
		if (!next) {
			size_t n = c->words ? any_word_at(x, at, inner_names) : 0;
			next = n && x->text[at + n] == ' ' ? at + n : 0;
			if (!next)
				break;
		} else {
			end = next;
		}
		bool comma = x->text[next] == ',' && c->words == 1; /* "Smith, John" */
		at = next + comma;
		if (x->text[at] != ' ')
			break;
		at++;
	}
	return end;
}

static bool is_known_word(const struct scan *x, size_t i, size_t to)
{
	char buffer[64];
	if (locale_country_name(low_text(x, i, to)))
		return true;
	for (size_t at = i; at < to; at = word_end(x, at) + 1) {
		size_t end = letters_end(x, at);
		struct str s = locale_fold(raw_text(x, at, end), buffer, sizeof(buffer));
		if (s.n && (locale_month(s, x->lang) || locale_country_name(s) || word_is_of_forms(s) || any_word_at(x, at, legal_forms) >= end - at))
			return true;
	}
	return false;
}

/* A title opens the segment or follows a mark or a small word; the "M." of "Dawn M. LeClaire" is none. */
static bool may_be_title(const struct scan *x, size_t from, size_t i)
{
	if (i == from)
		return true;
	size_t word = i - 1;
	while (word > from && x->text[word - 1] != ' ')
		word--;
	uint32_t last = before_char(x, i - 1);
	return !char_is_alnum(last) ? last != '.' : !char_is_upper(at_char(x, word));
}

void scan_person(struct scan *x, size_t from, size_t to)
{
	struct name_count c;
	/* After a title, anywhere. */
	for (size_t i = from; i < to; i = word_end(x, i) + 1) {
		bool may = char_is_upper(at_char(x, i)) && (may_begin(x, i) & MAY_TITLE) && may_be_title(x, from, i);
		size_t n = may ? any_word_at(x, i, titles) : 0, end;
		if (!n || x->text[i + n] != ' ')
			continue;
		end = person_read(x, i + n + 1, to, &c);
		if (end && c.words >= 1 && c.words <= 4 && c.words > c.initials) {
			span_emit(x, (struct span){ .type = SPAN_PERSON, .quality = 85 }, i, end);
			return;
		}
	}
	/* A segment, or what follows its colon, that is nothing but a name. */
	const char *colon = memchr(x->text + from, ':', to - from);
	size_t start = colon ? skip_blank(x, (size_t)(colon - x->text) + 1) : from, end = start < to ? person_read(x, start, to, &c) : 0;
	if (end != to || c.words < 2 || c.words > 4 || c.words - c.initials < 1 || is_known_word(x, start, to))
		return;
	uint8_t quality = c.capitals == c.words ? 25 : c.initials || c.capitals ? 50 : 40;
	span_emit(x, (struct span){ .type = SPAN_PERSON, .quality = quality }, start, to);
}
