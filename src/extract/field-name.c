/* SPDX-License-Identifier: Apache-2.0 */
/* field-name - names and addresses inside sentences. */
#include "extract/field-prose.h"

enum { PERSON_WORDS = 6, NAME_MOST = 9, ADDRESS_PART = 9, ADDRESS_PARTS = 4, ORG_NEAR = 5, ORG_LEAD = 4, PLACE_WORDS = 4, OPENING_WORDS = 7, LABEL_MOST = 3, CODE_DIGITS = 8, STREET_LEAD = 4 };

const struct span *span_next(const struct fx *x, uint32_t word, const struct span *prev)
{
	uint32_t seg = x->v->words[word].seg;
	const struct span *end = x->sp->items + x->sp->by_seg[seg + 1], *p = prev ? prev + 1 : x->sp->items + x->sp->by_seg[seg];
	for (; p < end; p++)
		if (p->word == word)
			return p;
	return NULL;
}

static const struct span *span_at(const struct fx *x, uint32_t word, enum span_type t)
{
	for (const struct span *p = NULL; (p = span_next(x, word, p)) != NULL;)
		if (p->type == t)
			return p;
	return NULL;
}

static bool in_list(struct str w, const char *const *words, size_t n)
{
	while (w.n && strchr(",;:", w.p[w.n - 1]))
		w.n--;
	return str_one_of(w, words, n);
}
#define IN_LIST(w, words) in_list(w, words, sizeof(words) / sizeof *(words))

bool word_is_dash(struct str w)
{
	return str_eq_z(w, "-") || str_eq_z(w, "–") || str_eq_z(w, "—");
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

struct found trimmed_words(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	struct found v = from < end ? sentence_words(x, s, from, end) : (struct found){ 0 };
	if (!v.n)
		return v;
	struct str last = text_at(x, s, end - 1);
	bool opened = false;
	for (uint32_t i = from; i < end; i++)
		opened |= memchr(text_at(x, s, i).p, '(', text_at(x, s, i).n) != NULL;
	while (v.cut + 1u < last.n && strchr(opened ? ",;:" : ",;:)", last.p[last.n - 1 - v.cut]))
		v.cut++;
	if (!v.cut && str_has_digit(last) && last.n > 1 && last.p[last.n - 1] == '.')
		v.cut = 1;
	if (v.cut + 4u < last.n && !str_eq_z(last, "Corp.") && last.p[last.n - 1 - v.cut] == '.' && !memchr(last.p, '.', last.n - 1 - v.cut)) /* "Ltd." keeps its stop */
		v.cut++;
	return v;
}

/* ---- persons */

/* What people are called by, which is no part of their name. */
static const char *const honorifics[] = { "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "herr", "herrn", "frau", "familie", "family", "famille", "monsieur", "madame", "mme", "mme.",
	"mlle", "m.", "señor", "señora", "sr.", "sra.", "don", "doña", "d.", "dña.", "signor", "signora", "sig.", "sig.ra", "de heer", "heer", "mevrouw", "dhr.",
	"mevr.", "dott.", "dott.ssa", "avv.", "dr.ssa", "on.", "maître", "me", "mtre.", "ing.", "geom.", "rag.", "pan", "pani", "pana", "panią", "panem", "senhor", "senhora", "exmo.", "exma.", "ex.mo", "ex.ma", "egr.", "gent.ma", "spett.le", "ofc.", "sgt.", "sgt", "det.", "insp.", "lt.", "cpl.", "d.ª", "dª" };
static const char *const titles[] = { "prof.", "dott.", "inż.", "dipl.", "capt.", "hon.", "arch.", "sign.", "dott.ssa", "sig.ra", "mtro.", "lic.", "dipl.-ing.", "sierż." };
static const char *const inner[] = { "van", "von", "de", "der", "den", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "dei", "degli", "delle", "bin", "al", "el", "ten",
	"ter", "zu", "y", "af", "med.", "rer.", "nat.", "jur.", "phil.", "h.c." };
static const char *const linking[] = { "is", "ist", "est", "es", "è", "jest", "é", "named", "called", "namens", "the", "der", "die", "den", "dem", "la", "le", "il", "el",
	"de", "het", "a", "o", "our", "by", "," };

bool word_is_vocative(struct str w)
{
	return IN_LIST(w, honorifics);
}

/* One word of a person's name; the sign at its end may end the name, too. */
static bool is_name_word(struct str w)
{
	if (!word_is_capital(w) || str_has_digit(w))
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (strchr("/:()@&\"_", w.p[i]) && i + 1 < w.n)
			return false;
	return true;
}

static bool ends_name(struct str w)
{
	char c = last_of(w);
	if (c == '.')
		return (w.n > 4 && !IN_LIST(w, titles)) || !word_is_capital(w); /* "Dr.", "R." go on */
	return c == ',' || c == ';' || c == ':' || c == ')';
}

/* Words of the lexicon alone name things, not people. */
static bool is_vocabulary(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t known = 0, all = 0;
	for (uint32_t i = from; i < end; i++) {
		struct phrase *p = fx_word(x, s->word[i]);
		if (!p->n || (token_flags(x->in, p->tokens[0]) & TOKEN_STOP))
			continue;
		all++;
		known += token_is_known(p->tokens[0]);
	}
	return all == known;
}

/* "R. Whitcombe | Name: Rosalind Whitcombe": a known word with a colon is the next label. */
static bool is_label(struct fx *x, uint32_t word)
{
	const struct phrase *p = fx_word(x, word);
	return word_ends_label(x->v->words[word].text) && p->n && token_is_known(p->tokens[0]);
}

struct found person_at(struct fx *x, const struct sentence *s, uint32_t i, uint32_t end, uint32_t *stop)
{
	static const char *const articles[] = { "the", "this", "these", "each", "any", "all", "no", "such" };
	uint32_t at = i, full = 0, last = i;
	*stop = i;
	while (at < end && IN_LIST(text_at(x, s, at), honorifics))
		at++;
	uint32_t from = at;
	if (at < end && STR_ONE_OF(text_at(x, s, at), articles))
		return (struct found){ 0 };
	for (; at < end && at - from < PERSON_WORDS; at++) {
		struct str w = text_at(x, s, at);
		if (IN_LIST(w, inner) && at > from && last_of(w) != ',' && !(str_eq_z(w, "zu") && at + 1 < end && word_starts_lower(text_at(x, s, at + 1))))
			continue; /* "von der Leyen", but "zu den Gästen" */
		if (!is_name_word(w) || (at > from && is_label(x, s->word[at])))
			break;
		full += w.n > 2 && last_of(w) != '.';
		full += w.n > 4 && last_of(w) == '.' && ends_name(w);
		last = at + 1;
		const struct phrase *next = last_of(w) == '.' && w.n > 3 && at > from && at + 1 < end ? fx_word(x, s->word[at + 1]) : NULL;
		if (ends_name(w) || (next && next->n && token_flags(x->in, next->tokens[0]) & TOKEN_STOP))
			break; /* "Sabine Ott. The operation" */
	}
	bool titled = from > i || span_at(x, s->word[i], SPAN_PERSON) != NULL;
	if (full < (titled ? 1u : 2u) || last <= from || is_vocabulary(x, s, from, last))
		return (struct found){ 0 };
	*stop = last;
	return trimmed_words(x, s, from, last);
}

uint32_t person_after(struct fx *x, const struct sentence *s, uint32_t i)
{
	uint32_t at = i;
	if (!at || strchr(".;", last_of(text_at(x, s, at - 1))))
		return s->n;
	for (uint32_t skipped = 0; at < s->n && skipped < 3 && IN_LIST(text_at(x, s, at), linking); skipped++)
		at++;
	return at < s->n && word_is_capital(text_at(x, s, at)) ? at : s->n;
}

/* ---- parties */

struct found org_at(struct fx *x, const struct sentence *s, uint32_t i, uint32_t *stop)
{
	const struct span *p = i < s->n ? span_at(x, s->word[i], SPAN_ORG) : NULL;
	uint32_t last = p ? sentence_place(s, p->word + p->words - 1) : UINT32_MAX;
	if (last >= s->n)
		return (struct found){ 0 };
	*stop = last + 1;
	struct found v = sentence_words(x, s, i, last + 1);
	v.skip = p->skip;
	v.cut = p->cut;
	return v;
}

uint32_t org_begin(const struct fx *x, const struct sentence *s, uint32_t first, uint32_t i)
{
	static const char *const outside[] = { "between", "among", "and", "by", "with", "from", "to", "the", "this" };
	uint32_t line = x->v->words[s->word[i]].line, from = i;
	while (from > first && i - from < ORG_LEAD) {
		struct str w = text_at(x, s, from - 1);
		if (x->v->words[s->word[from - 1]].line == line || !word_is_capital(w) || str_has_digit(w) || strchr(",.;:)", last_of(w)) || IN_LIST(w, outside))
			break;
		from--;
	}
	return from;
}

static struct found org_near(struct fx *x, const struct sentence *s, uint32_t first, uint32_t end, uint32_t *from)
{
	for (uint32_t i = first; i < end && i <= first + ORG_NEAR; i++) {
		uint32_t stop;
		struct found v = org_at(x, s, i, &stop);
		if (v.n && stop <= end) {
			*from = v.skip ? i : org_begin(x, s, first, i);
			if (*from < i) {
				uint16_t cut = v.cut;
				v = sentence_words(x, s, *from, stop);
				v.cut = cut;
			}
			return v;
		}
		if (i > first && last_of(text_at(x, s, i)) == ',')
			break;
	}
	return (struct found){ 0 };
}

/* "… shall pay to | Halvorsen Fisheries AS" (the "Purchaser"): the one that ends where the term begins, behind the word for who receives. */
static struct found receiver(struct fx *x, const struct sentence *s, uint32_t first, uint32_t end, uint32_t *from)
{
	static const char *const words[] = { "to", "from", "an", "à", "al", "aan", "ao" };
	for (uint32_t i = end; i-- > first + 1;) {
		const struct span *p = IN_LIST(text_at(x, s, i - 1), words) ? span_at(x, s->word[i], SPAN_ORG) : NULL;
		if (p && sentence_place(s, p->word + p->words - 1) == end - 1) {
			*from = i;
			return trimmed_words(x, s, i, end);
		}
	}
	return (struct found){ 0 };
}

/* Where the name may begin: behind a run-in heading ("Delay. If …") and what a sentence opens with ("For value received, …"). */
static uint32_t behind_opening(const struct fx *x, const struct sentence *s, uint32_t first, uint32_t end)
{
	static const char *const words[] = { "for", "if", "in", "on", "upon", "when", "where", "whereas", "under", "für", "gegen", "wenn", "falls", "pour", "si", "en",
		"por", "para", "per", "se", "voor", "als", "indien", "jeśli", "w" };
	for (uint32_t i = first; i + 1 < end; i++)
		if (text_at(x, s, i).n > 4 && last_of(text_at(x, s, i)) == '.' && IN_LIST(text_at(x, s, i + 1), words))
			first = i + 1;
	if (!word_is_capital(text_at(x, s, first)) || !IN_LIST(text_at(x, s, first), words))
		return first;
	for (uint32_t i = first; i + 1 < end && i < first + OPENING_WORDS; i++)
		if (last_of(text_at(x, s, i)) == ',')
			return i + 1;
	return first;
}

/* "The advertiser named on the face hereof" says who it is, and names nobody. */
static bool describes(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t small = 0;
	for (uint32_t i = from; i < end; i++)
		small += word_starts_lower(text_at(x, s, i)) && !IN_LIST(text_at(x, s, i), inner);
	return small * 2 > end - from;
}

/* "De una parte, Doña Mercedes Lafuente", "Tra il signor Ferrero": a name begins where someone is addressed. */
static uint32_t addressed_at(const struct fx *x, const struct sentence *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i + 1 < end && i < first + LABEL_MOST; i++)
		if (word_ends_label(text_at(x, s, i)))
			first = i + 1; /* "Present: Ann Lee (Chair)" */
	for (uint32_t i = first; i < end && i < first + OPENING_WORDS; i++)
		if (word_is_vocative(text_at(x, s, i)) && text_at(x, s, i).n > 1 && i + 1 < end && word_is_capital(text_at(x, s, i + 1)))
			return i;
	return first;
}

/* "Present were the members | Dr. Ann Lee": behind small words and a title the name stands last. */
static struct found tail_person(struct fx *x, const struct sentence *s, uint32_t at, uint32_t last)
{
	static const char *const learned[] = { "dr.", "prof.", "dott.", "dott.ssa", "mag.", "ing." };
	bool small = false;
	uint32_t stop;
	for (uint32_t i = at; i < last; i++) {
		small |= word_starts_lower(text_at(x, s, i)) && !IN_LIST(text_at(x, s, i), inner);
		struct found v = small && (IN_LIST(text_at(x, s, i), learned) || word_is_vocative(text_at(x, s, i))) ? person_at(x, s, i, last, &stop) : (struct found){ 0 };
		if (v.n && stop == last)
			return v;
	}
	return (struct found){ 0 };
}

/* Does nothing but small words, dates and signs stand before the name? */
static bool opens_party(const struct fx *x, const struct sentence *s, uint32_t first, uint32_t at)
{
	for (uint32_t i = first; i < at; i++)
		if (word_is_capital(text_at(x, s, i)) && !str_has_digit(text_at(x, s, i)))
			return i == first; /* "Between", "This" */
	return true;
}

/*
 * "shall pay to “Halden Works” (the Buyer)", "“Orchard Supplies”, a company under the laws of “Sweden” (the Supplier)": a
 * name in quotes, the one right before the term or else the first. Behind "of" or "a" stands a place or what kind of firm it is.
 */
static struct found quoted_name(struct fx *x, const struct sentence *s, uint32_t first, uint32_t end, uint32_t *from)
{
	static const char *const others[] = { "of", "at", "in", "under", "from", "as", "a", "an", "aus", "unter", "bei", "eine", "ein", "de", "di", "à", "une", "un", "una" };
	uint32_t at = end, words = 0;
	for (uint32_t i = first, n; i < end; i += n ? n : 1) {
		n = quoted_run(x, s, i);
		if (!n || i + n > end || (i > first && IN_LIST(text_at(x, s, i - 1), others)))
			continue;
		if (at == end || i + n == end) {
			at = i;
			words = n;
		}
	}
	if (at == end || (at + words < end && !opens_party(x, s, first, at)))
		return (struct found){ 0 };
	*from = at;
	return quoted_words(x, s, at, words);
}

struct found mention_name(struct fx *x, const struct sentence *s, uint32_t first, uint32_t end, uint32_t *from)
{
	if (first >= end)
		return (struct found){ 0 };
	struct found quoted = quoted_name(x, s, first, end, from);
	if (quoted.n)
		return quoted;
	first = behind_opening(x, s, first, end);
	struct found v = receiver(x, s, first, end, from);
	if (!v.n)
		v = org_near(x, s, addressed_at(x, s, first, end), end, from);
	if (v.n)
		return v;
	uint32_t at = skip_small(x, s, addressed_at(x, s, first, end), end), stop;
	while (at < end && (IN_LIST(text_at(x, s, at), honorifics) || str_eq_nocase(text_at(x, s, at), STR("this")) || str_has_digit(text_at(x, s, at)) || word_is_sign(text_at(x, s, at))))
		at++;
	uint32_t last = at < end ? first_comma(x, s, at, end) : end;
	if (at >= end)
		return (struct found){ 0 };
	*from = at;
	if (last - at > NAME_MOST || str_has_digit(text_at(x, s, last - 1))) {
		v = person_at(x, s, at, end, &stop);
		return v;
	}
	v = tail_person(x, s, at, last);
	if (v.n)
		return v;
	return word_is_capital(text_at(x, s, at)) && !describes(x, s, at, last) ? trimmed_words(x, s, at, last) : (struct found){ 0 };
}

/* ---- addresses */

/* "n.º 87", "nº 5": the word for a number. */
static bool is_number_sign(struct str w)
{
	return w.n <= 5 && w.n > 1 && (w.p[0] == 'n' || w.p[0] == 'N') && (str_ends(w, STR("º")) || str_ends(w, STR("°")) || str_eq_nocase(w, STR("no.")) || str_eq_nocase(w, STR("núm.")));
}

/* "Rua do Brasil, | n.º 87": a street whose number stands behind a comma. */
static bool names_street(struct str w)
{
	static const char *const words[] = { "rua", "avenida", "av.", "praça", "largo", "travessa", "calle", "plaza", "paseo", "via", "viale", "piazza", "corso", "rue", "boulevard", "ul.", "ulica" };
	return IN_LIST(w, words);
}

/* Begins a part of an address here: "410 Commercial Street", "Torstraße 140", "Unit 5"? */
static uint32_t part_start(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++)
		if (span_at(x, s->word[i], SPAN_STREET))
			return i;
	uint32_t at = from;
	for (uint32_t i = from; i < end; i++) /* the words after the last small one */
		if (word_starts_lower(text_at(x, s, i)) && !IN_LIST(text_at(x, s, i), inner) && !(i > from && str_has_digit(text_at(x, s, i - 1))) && !is_number_sign(text_at(x, s, i)) &&
		    !str_eq_z(text_at(x, s, i), "upon"))
			at = i + 1;
	return at;
}

static bool is_address_part(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	bool digit = names_street(text_at(x, s, from));
	for (uint32_t i = from; i < end; i++) {
		digit |= str_has_digit(text_at(x, s, i));
		if (span_at(x, s->word[i], SPAN_STREET))
			return true;
		if (span_at(x, s->word[i], SPAN_DATE) || span_at(x, s->word[i], SPAN_ORG) || text_at(x, s, i).p[0] == '(')
			return false;
	}
	return digit;
}

/* Capitals alone, none of them a firm, up to their comma: the name of a house, a yard, a park. */
static bool is_plain_part(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	if (end - from > PLACE_WORDS || last_of(text_at(x, s, end - 1)) != ',')
		return false;
	for (uint32_t i = from; i < end; i++)
		if (!word_is_capital(text_at(x, s, i)) || str_has_digit(text_at(x, s, i)) || span_at(x, s->word[i], SPAN_ORG) || span_at(x, s->word[i], SPAN_PERSON))
			return false;
	return true;
}

/* "whose office is at | Tyne Gate House, | 40 Quayside": where someone is said to be. */
static bool is_house_name(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	return from && str_eq_nocase(text_at(x, s, from - 1), STR("at")) && is_plain_part(x, s, from, end);
}

/* "Unit 3, | Old Brewery Yard, | Hereford HR4 9AP": between a part with a figure, from low on, and the city. */
static bool is_inner_part(const struct fx *x, const struct sentence *s, uint32_t low, uint32_t from, uint32_t end)
{
	uint32_t a = from;
	if (from <= low + 1 || last_of(text_at(x, s, from - 1)) != ',' || !is_plain_part(x, s, from, end))
		return false;
	for (a--; a > low && !strchr(",;:(", last_of(text_at(x, s, a - 1))) && from - a < ADDRESS_PART;)
		a--;
	a = part_start(x, s, a, from);
	return a < from && is_address_part(x, s, a, from);
}

/* Position of the last word of a city or, if one follows its comma, of a country. */
static uint32_t place_end(const struct fx *x, const struct sentence *s, const struct span *city, uint32_t end)
{
	uint32_t last = sentence_place(s, city->word + city->words - 1);
	if (last == UINT32_MAX || last + 1 >= end)
		return last == UINT32_MAX ? end : last + 1;
	for (uint32_t i = last + 1; i < end && i <= last + 2; i++) {
		const struct span *p = span_at(x, s->word[i], SPAN_COUNTRY);
		if (p && strchr(",)", last_of(text_at(x, s, i - 1))))
			return sentence_place(s, p->word + p->words - 1) + 1;
	}
	return last + 1;
}

static size_t digits_of(struct str w)
{
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++)
		n += w.p[i] >= '0' && w.p[i] <= '9';
	return n;
}

/* Behind an address, whose eyes a letter to it is for. */
static bool is_attention(struct str w)
{
	static const char *const words[] = { "attention", "attn", "attn.", "attention:", "attn:", "att.", "c/o", "facsimile", "telephone", "fax" };
	return IN_LIST(w, words);
}

/* Behind a street: ", Cambridge, Massachusetts 02142", capitalised parts up to one with a code or a country. */
static uint32_t place_behind(const struct fx *x, const struct sentence *s, uint32_t at, uint32_t end)
{
	uint32_t best = at;
	for (uint32_t i = at, parts = 0; i < end && parts < ADDRESS_PARTS && last_of(text_at(x, s, i - 1)) == ','; parts++) {
		uint32_t stop = i;
		bool code = false;
		while (stop < end && stop - i < PLACE_WORDS && !is_attention(text_at(x, s, stop)) && !word_ends_label(text_at(x, s, stop)) && (word_is_capital(text_at(x, s, stop)) || str_has_digit(text_at(x, s, stop)))) {
			if (digits_of(text_at(x, s, stop)) >= CODE_DIGITS)
				return best; /* "PESEL 95081703457" is no place */
			code |= str_has_digit(text_at(x, s, stop)) || span_at(x, s->word[stop], SPAN_COUNTRY);
			stop++;
			if (last_of(text_at(x, s, stop - 1)) == ',')
				break;
		}
		if (stop == i)
			break;
		best = code ? stop : best;
		i = stop;
	}
	return best;
}

/* "gevestigd te Venlo aan de | Kassenweg 21", "des Hauses | Hammer Straße 112": words before the street are none of it. */
static uint32_t street_begin(const struct fx *x, const struct sentence *s, uint32_t a, uint32_t b)
{
	static const char *const things[] = { "haus", "hauses", "hause", "anwesen", "anwesens", "gebäude", "gebäudes", "grundstück", "grundstücks", "objekt", "objekts" };
	uint32_t at = a;
	if (IN_LIST(text_at(x, s, a), things) && a + 2 < b)
		at = a + 1;
	for (uint32_t i = a + 1; i + 1 < b && i < a + STREET_LEAD && !str_has_digit(text_at(x, s, i)); i++)
		if (str_eq_z(text_at(x, s, i), "aan"))
			at = i + 1 + (i + 2 < b && IN_LIST(text_at(x, s, i + 1), inner));
	return at;
}

bool address_within(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end, uint32_t *a, uint32_t *b)
{
	const struct span *city = NULL, *street = NULL;
	uint32_t at = end;
	for (uint32_t i = from; i < end && !city; i++) {
		city = span_at(x, s->word[i], SPAN_POSTAL_CITY);
		if (!street && (street = span_at(x, s->word[i], SPAN_STREET)))
			at = i;
		if (city)
			at = street ? at : i;
	}
	if (!city && !street)
		return false;
	uint32_t last = street ? sentence_place(s, street->word + street->words - 1) : UINT32_MAX;
	*b = city ? place_end(x, s, city, end) : last == UINT32_MAX ? at + 1 : place_behind(x, s, last + 1, end);
	*a = at;
	for (uint32_t parts = 0; *a > from && parts < ADDRESS_PARTS; parts++) { /* parts before it, up to their commas */
		uint32_t low = *a - 1;
		bool joined = last_of(text_at(x, s, low)) != ',';
		while (low > from && !strchr(",;:(", last_of(text_at(x, s, low - 1))) && *a - low < ADDRESS_PART)
			low--;
		uint32_t start = part_start(x, s, low, *a);
		if (start >= *a || (joined && parts) || !(is_address_part(x, s, start, *a) || is_house_name(x, s, start, *a) || is_inner_part(x, s, from, start, *a)))
			break;
		bool whole = start == low;
		*a = start;
		if (!whole)
			break;
	}
	*a = street_begin(x, s, *a, *b);
	return *b > *a;
}
