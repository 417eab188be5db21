/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/lexicon/token.h"
#include <string.h>
#include <utf8proc.h>

/* ---- folding and splitting */

/* Letters that Unicode does not take apart but readers do. */
static const struct { uint32_t c; const char *as; } letter_rows[] = {
	{ 0xE6, "ae" }, { 0xF8, "o" }, { 0x111, "d" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" }, { 0xFE, "th" },
	{ 0xF0, "d" },
};

/* Signs that are words. */
static const struct { uint32_t c; const char *word; } sign_rows[] = {
	{ '#', "number" }, { '%', "percent" }, { '$', "usd" }, { 0x20AC, "eur" }, { 0xA3, "gbp" },
};

static const char *sign_word(uint32_t c)
{
	for (size_t i = 0; i < sizeof sign_rows / sizeof *sign_rows; i++)
		if (sign_rows[i].c == c)
			return sign_rows[i].word;
	return NULL;
}

static void piece_add(struct token_piece *p, uint32_t c)
{
	char b[4];
	size_t n = str_utf8_put(c, b);
	if (p->n + n < TOKEN_BYTES) {
		memcpy(p->text + p->n, b, n);
		p->n += n;
		p->text[p->n] = 0;
	}
}

static void piece_add_z(struct token_piece *p, const char *z)
{
	for (; *z; z++)
		piece_add(p, (unsigned char)*z);
}

static void piece_add_folded(struct token_piece *p, uint32_t c)
{
	utf8proc_int32_t parts[8];
	int last = 0;
	if (c < 128) {
		piece_add(p, c >= 'A' && c <= 'Z' ? c | 0x20 : c);
		return;
	}
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE, &last);
	for (utf8proc_ssize_t i = 0; i < n && i < 8; i++) {
		const char *as = NULL;
		for (size_t k = 0; k < sizeof letter_rows / sizeof *letter_rows; k++)
			if (letter_rows[k].c == (uint32_t)parts[i])
				as = letter_rows[k].as;
		if (as)
			piece_add_z(p, as);
		else
			piece_add(p, (uint32_t)parts[i]);
	}
}

enum letter { LETTER_NONE, LETTER_LOWER, LETTER_UPPER, LETTER_DIGIT };

static enum letter letter_kind(uint32_t c)
{
	if (c < 128) {
		if (c >= 'a' && c <= 'z')
			return LETTER_LOWER;
		if (c >= 'A' && c <= 'Z')
			return LETTER_UPPER;
		return c >= '0' && c <= '9' ? LETTER_DIGIT : LETTER_NONE;
	}
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT:
		return LETTER_UPPER;
	case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
		return LETTER_LOWER;
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
		return LETTER_DIGIT;
	default:
		return LETTER_NONE;
	}
}

struct splitter {
	struct token_piece *out;
	size_t n;          /* finished pieces */
	enum letter last;
	bool open;         /* out[n] is being written */
	bool elided;       /* an apostrophe ended the piece before */
	bool unit;         /* the word is too short for two */
};

static void split_end(struct splitter *s)
{
	if (s->open)
		s->n++;
	s->open = false;
	s->last = LETTER_NONE;
}

static struct token_piece *split_piece(struct splitter *s)
{
	if (!s->open) {
		if (s->n == TOKEN_PIECES)
			s->n--; /* overlong words lose their tail */
		s->out[s->n].n = 0;
		s->out[s->n].text[0] = 0;
		s->open = true;
	}
	return &s->out[s->n];
}

/* l'ordre, d'achat: the article goes; customer's: the s goes. */
static void split_apostrophe(struct splitter *s)
{
	if (s->open && s->out[s->n].n <= 2)
		s->open = false;
	else
		s->elided = s->open;
	split_end(s);
}

/* P.O., U.S.: single letters between dots are one word. */
static bool dot_joins(const struct splitter *s, struct str w, size_t at)
{
	size_t i = at;
	if (!s->open || s->last == LETTER_DIGIT || i >= w.n)
		return false;
	bool single = s->out[s->n].n == 1 || (at >= 3 && w.p[at - 3] == '.');
	if (!single || letter_kind(str_utf8_next(w, &i)) == LETTER_NONE)
		return false;
	return i == w.n || w.p[i] == '.';
}

/* Is the open piece a figure so far? */
static bool piece_is_count(const struct splitter *s)
{
	size_t i = 0;
	while (s->open && i < s->out[s->n].n && s->out[s->n].text[i] >= '0' && s->out[s->n].text[i] <= '9')
		i++;
	return i && i == s->out[s->n].n;
}

static void split_letter(struct splitter *s, uint32_t c, enum letter kind, bool more)
{
	/* a unit such as kWh is one word */
	bool camel = s->last == LETTER_LOWER && kind == LETTER_UPPER && more && !(s->unit && s->open && s->out[s->n].n == 1);
	if (camel || (kind != LETTER_DIGIT && piece_is_count(s))) /* "100g" is "100 g" */
		split_end(s);
	if (s->elided && (c == 's' || c == 'S') && !more) {
		s->elided = false;
		return;
	}
	s->elided = false;
	piece_add_folded(split_piece(s), c);
	s->last = kind;
}

static void split_sign(struct splitter *s, struct str word, uint32_t c, size_t next)
{
	const char *sign = sign_word(c);
	if (c == '.' && dot_joins(s, word, next))
		return;
	if (c == 0xB0 && s->open && s->out[s->n].n == 1 && s->out[s->n].text[0] == 'n') {
		piece_add(&s->out[s->n], 'o'); /* n° */
		return;
	}
	if (c == 0xAD || c == 0x200B || c == 0xFEFF) /* soft hyphen and friends stand inside words */
		return;
	if (c == '\'' || c == 0x2019) {
		split_apostrophe(s);
		return;
	}
	split_end(s);
	s->elided = false;
	if (sign) {
		piece_add_z(split_piece(s), sign);
		split_end(s);
	}
}

size_t token_split(struct str word, struct token_piece *out)
{
	struct splitter s = { .out = out, .unit = word.n <= 4 };
	for (size_t i = 0; i < word.n;) {
		uint32_t c = str_utf8_next(word, &i);
		enum letter kind = letter_kind(c);
		size_t k = i;
		bool more = i < word.n && letter_kind(str_utf8_next(word, &k)) != LETTER_NONE;
		if (kind == LETTER_NONE)
			split_sign(&s, word, c, i);
		else
			split_letter(&s, c, kind, more);
	}
	split_end(&s);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (out[i].n)
			out[n++] = out[i];
	return n;
}

/* ---- canonical tokens */

uint32_t token_hash(struct str word)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)word.p[i]) * 16777619u;
	return h ^ h >> 15;
}

const struct lex_variant *lexicon_variant(const struct lexicon_table *t, struct str word)
{
	if (!t->slots_n)
		return NULL;
	for (uint32_t at = token_hash(word) & (t->slots_n - 1); t->slots[at]; at = (at + 1) & (t->slots_n - 1))
		if (str_eq_z(word, t->text + t->variants[t->slots[at] - 1].text))
			return &t->variants[t->slots[at] - 1];
	return NULL;
}

static size_t ids_copy(const struct lexicon_table *t, const struct lex_variant *v, uint32_t *ids, size_t max)
{
	size_t n = v->n < max ? v->n : max;
	memcpy(ids, t->pool + v->ids, n * sizeof *ids);
	return n;
}

static bool ends_z(struct str s, const char *z)
{
	return str_ends(s, str_from(z));
}

/* Endings a known word may have besides; longest first. English, German, Dutch, Romance plurals. */
static const char *const known_endings[] = { "en", "es", "er", "n", "e", "s" };

/* Klägerin, Arbeitgeberinnen, Assistentin: who does something, of a known word for who does it. */
static const struct lex_variant *variant_feminine(const struct lexicon_table *t, struct str w)
{
	size_t cut = ends_z(w, "innen") ? 5 : ends_z(w, "in") ? 2 : 0;
	if (!cut || w.n < cut + 6 || !strchr("rt", w.p[w.n - cut - 1]))
		return NULL;
	return lexicon_variant(t, (struct str){ w.p, w.n - cut });
}

static const struct lex_variant *variant_inflected(const struct lexicon_table *t, struct str w)
{
	char text[TOKEN_BYTES];
	const struct lex_variant *v;
	if (w.n > 4 && w.n < TOKEN_BYTES && ends_z(w, "ies")) {
		memcpy(text, w.p, w.n - 3);
		text[w.n - 3] = 'y';
		if ((v = lexicon_variant(t, (struct str){ text, w.n - 2 })))
			return v;
	}
	for (size_t i = 0; i < sizeof known_endings / sizeof *known_endings; i++) {
		size_t cut = strlen(known_endings[i]);
		if (w.n >= cut + 4 && ends_z(w, known_endings[i]) &&
		    (v = lexicon_variant(t, (struct str){ w.p, w.n - cut })))
			return v;
	}
	return variant_feminine(t, w);
}

/* What may stand between the parts of a compound. */
static const char *const links[] = { "", "s", "es", "n", "en", "er", "e" };

static size_t compound(const struct lexicon_table *t, struct str w, int depth, uint32_t (*intern)(void *, struct str),
		       void *ctx, uint32_t *ids, size_t max);

static const struct lex_variant *compound_head(const struct lexicon_table *t, struct str head)
{
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		struct str bare = { head.p, head.n - strlen(links[i]) };
		const struct lex_variant *v;
		if (head.n < strlen(links[i]) + 3 || !ends_z(head, links[i]))
			continue;
		if ((v = lexicon_variant(t, bare)) && (v->joins || bare.n >= 5))
			return v;
	}
	return NULL;
}

static size_t compound_at(const struct lexicon_table *t, struct str head, const struct lex_variant *tail, int depth,
			  uint32_t (*intern)(void *, struct str), void *ctx, uint32_t *ids, size_t max)
{
	const struct lex_variant *v = compound_head(t, head);
	size_t n = 0;
	if (v)
		n = ids_copy(t, v, ids, max);
	else if (depth)
		n = compound(t, head, depth - 1, intern, ctx, ids, max);
	if (!n && strlen(t->text + tail->text) >= 5 && head.n >= 4 && max)
		ids[n++] = intern(ctx, head); /* Handels|rechnung: the head may be any word */
	return n ? n + ids_copy(t, tail, ids + n, max - n) : 0;
}

/* Rechnungsnummer, factuurdatum: a known tail and a head before it. */
static size_t compound(const struct lexicon_table *t, struct str w, int depth, uint32_t (*intern)(void *, struct str),
		       void *ctx, uint32_t *ids, size_t max)
{
	for (int known = 1; known >= 0; known--) /* both parts known beats any head */
		for (size_t at = 3; at + 2 <= w.n; at++) { /* nr is the shortest tail */
			struct str head = { w.p, at }, tail = { w.p + at, w.n - at };
			const struct lex_variant *v = lexicon_variant(t, tail);
			if (!v && tail.n > 3)
				v = variant_inflected(t, tail);
			if (!v || !v->joins || (known && !compound_head(t, head)))
				continue;
			size_t n = compound_at(t, head, v, depth, intern, ctx, ids, max);
			if (n)
				return n;
		}
	return 0;
}

static bool has_digit(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '0' && w.p[i] <= '9')
			return true;
	return false;
}

/* Unknown words lose an English plural, so that payments meets payment. */
static struct str plural_strip(struct str w)
{
	if (w.n >= 4 && ends_z(w, "s") && !ends_z(w, "ss") && !ends_z(w, "us") && !ends_z(w, "is"))
		w.n--;
	return w;
}

/* "wohnflaeche" as "wohnflache", which is what "Wohnfläche" folds to; n 0 if it has no such letters. */
static struct str without_digraphs(struct str w, char *out)
{
	size_t n = 0;
	bool any = false;
	for (size_t i = 0; i < w.n; i++) {
		bool second = w.p[i] == 'e' && i && strchr("aou", w.p[i - 1]) && (i < 2 || w.p[i - 2] != 'q');
		any |= second;
		if (!second)
			out[n++] = w.p[i];
	}
	return (struct str){ out, any ? n : 0 };
}

/* Words of the table a piece stands for, 0 if it stands for none. */
static size_t canon_known(const struct lexicon_table *t, struct str w, uint32_t (*intern)(void *, struct str), void *ctx, uint32_t *ids)
{
	const struct lex_variant *v = lexicon_variant(t, w);
	if (!v && w.n >= 4)
		v = variant_inflected(t, w);
	if (v)
		return ids_copy(t, v, ids, TOKEN_IDS);
	return w.n >= 7 && !has_digit(w) ? compound(t, w, 1, intern, ctx, ids, TOKEN_IDS) : 0;
}

size_t token_canon(const struct lexicon_table *t, const struct token_piece *p, uint32_t (*intern)(void *, struct str),
		   void *ctx, uint32_t *ids)
{
	char plain[TOKEN_BYTES];
	struct str w = { p->text, p->n }, folded;
	size_t n = canon_known(t, w, intern, ctx, ids);
	if (!n && (folded = without_digraphs(w, plain)).n >= 5)
		n = canon_known(t, folded, intern, ctx, ids);
	if (!n)
		ids[n++] = intern(ctx, has_digit(w) ? w : plural_strip(w));
	return n;
}
