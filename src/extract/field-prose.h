/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-prose - sentences and what is read in them (private to the files below).
 *
 *   prose     words that name a field, and the value near them
 *   tell      what is said of a word that is the field's name
 *   term      quoted names, defined terms, the name before a term
 *   cue       names that no words name: who pays, what law governs, what a party is called
 *   clause    the period, amount or share of a sentence about the field
 *   evidence  the figure or date that the words around it say is the field's
 */
#pragma once
#include "extract/field-private.h"

enum { SENTENCE_WORDS = 400, WINDOWS = 256, NAME_WORDS = 12 };

struct window { /* words that some field likes as a label */
	uint32_t field, from, end; /* positions in the sentence */
	int sim;
};

struct sentence {
	uint32_t word[SENTENCE_WORDS];
	uint16_t begins[SENTENCE_WORDS]; /* cue_begins() of each */
	uint32_t n;
	struct window window[WINDOWS];
	uint32_t windows;
};

struct mention { /* words [from, end) about one party */
	uint32_t from, end, label; /* label: where its role stands */
	struct phrase role;
	struct found name;
	int order;                 /* the how-manieth party of a contract, 0: none of the first two */
	int sim;
	bool term;                 /* the role defines a term */
	bool nameless;
};

/* A quick refusal: letters in either case are one, all beyond ASCII another. */
static inline unsigned cue_letter(char c)
{
	return (unsigned char)c < 0x80 ? (unsigned char)c | 0x20u : 0x80u;
}
/* "(di | seguito il Venditore)": the bracket is none of the word. */
static inline struct str without_bracket(struct str w)
{
	return w.n > 1 && w.p[0] == '(' ? (struct str){ w.p + 1, w.n - 1 } : w;
}
/* The first two letters of a word, 0xff where there is none. */
static inline uint16_t cue_begins(struct str w)
{
	w = without_bracket(w);
	return (uint16_t)((w.n ? cue_letter(w.p[0]) : 0xffu) | (w.n > 1 ? cue_letter(w.p[1]) : 0xffu) << 8);
}

/* "__Fernhill Group Limited__ of": the line of a blank that was filled in, cut off what stands on it, is no word of the sentence. */
static inline bool word_is_filled_blank(const struct fx *x, uint32_t word)
{
	const struct view_word *w = &x->v->words[word];
	if (w->text.p[0] != '_')
		return false;
	bool glued = (w->flags | (word + 1 < x->word1 ? w[1].flags : 0)) & DOC_GLUED;
	for (size_t i = 0; i < w->text.n; i++)
		glued &= w->text.p[i] == '_';
	return glued;
}

/* s has room. */
static inline void sentence_add(const struct fx *x, struct sentence *s, uint32_t word)
{
	if (word_is_filled_blank(x, word))
		return;
	s->begins[s->n] = cue_begins(x->v->words[word].text);
	s->word[s->n++] = word;
}

static inline struct str text_at(const struct fx *x, const struct sentence *s, uint32_t i)
{
	return x->v->words[s->word[i]].text;
}

/* field-prose.c */
/* The least distance between lines of a block; INT32_MAX if it has one line. */
int32_t block_leading(const struct fx *x, const struct view_block *b);
/* Blocks may hold several paragraphs, a little apart: does one begin with segment i of the block? */
bool starts_paragraph(const struct fx *x, const struct view_block *b, uint32_t i, int32_t leading);
/* Is the field still looked for? */
bool prose_open(const struct fx *x, uint32_t field);
uint32_t sentence_place(const struct sentence *s, uint32_t word); /* position of a word, UINT32_MAX if it is not in it */
struct found sentence_words(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
struct phrase sentence_phrase(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
bool takes_text(const struct plan_field *f);
/* Amounts, too: "price": "3 USD". */
bool wants_amount(const struct fx *x, const struct plan_field *f);
bool wants_share(const struct fx *x, const struct plan_field *f); /* "bonus": "10 %" */
/* field-measure.c */
/* Does the field's name hold one of the words, a constant list? It is remembered by its address. */
bool name_has_any(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n);
#define NAME_HAS(x, f, words) name_has_any(x, f, words, sizeof(words) / sizeof *(words))
bool span_is_measure(const struct fx *x, const struct plan_field *f, const struct span *s); /* which such a field takes as printed: */
int span_as_printed(struct fx *x, const struct span *s, struct cand *out);                   /* its quality */
bool unit_says(const struct fx *x, const struct plan_field *f, const struct span *s); /* does the unit alone say it: "46 m²" a surface? */
/* Text that is a figure: one of these, a period, or a measure with its unit. */
bool takes_figure(const struct fx *x, const struct plan_field *f);
/* Does the span suit the field's type? Its quality, 0 if not; out gets words and reading. */
int span_suits(struct fx *x, uint32_t field, const struct span *s, struct cand *out);
bool is_clause_number(const struct fx *x, const struct span *s); /* "3.4" at the start of a line, or one of these: */
bool is_part_number(const struct fx *x, uint32_t word);           /* "5" of "§ 5", "Article 5" */

/* Is the value an article and words of the field's name: "the Premises"? */
bool value_names_field(const struct fx *x, uint32_t field, const struct found *v);
/* A value found near a window. */
void window_offer(struct fx *x, const struct sentence *s, const struct window *w, struct found v, int sim, int geometry, int quality,
		  const struct span *span);
bool word_starts_lower(struct str w); /* a to z */
bool word_is_indexed(struct fx *x, uint32_t word); /* does any alias hold it? */
/* The end of the sentence that goes on at position i, at most so many words on. */
uint32_t sentence_stop(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t most);

/* field-term.c */
bool word_is_capital(struct str w);
bool word_is_quote(struct str w); /* nothing but a quote */
bool quote_opens(struct str w);   /* does a quote stand at its start, */
bool quote_closes(struct str w);  /* or at its end, before signs? */
/* The quoted run that starts at position i: its length, 0 if none ends nearby. */
uint32_t quoted_run(const struct fx *x, const struct sentence *s, uint32_t i);
/* A quoted run as a value, without its quotes. */
struct found quoted_words(struct fx *x, const struct sentence *s, uint32_t i, uint32_t n);
/* Takes the quotes off a value that stands between them. */
void quote_strip(const struct fx *x, struct found *v);
/* Words [from, end), or all of the quoted run that begins with them: an address goes on to the closing quote. */
struct found quoted_whole(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
/* A value that ends where a quote ends begins where it begins. */
struct found quote_completed(struct fx *x, const struct sentence *s, struct found v);
/* The bracket that holds position i begins at most a few words before it: its position, or s->n. */
uint32_t bracket_before(const struct fx *x, const struct sentence *s, uint32_t i);
/* A quoted run inside a bracket of its word: ("Landlord"). Its length; 0: it is none. */
uint32_t term_run(const struct fx *x, const struct sentence *s, uint32_t i);
/* Where what is said of the party before position term begins. */
uint32_t party_start(const struct fx *x, const struct sentence *s, uint32_t term);
/* Words of a party that are no name yet; the end of the name that begins at from. */
uint32_t skip_small(struct fx *x, const struct sentence *s, uint32_t from, uint32_t term);
uint32_t first_comma(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t term);
bool bracket_role(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t *from, uint32_t *end);
void quotes_search(struct fx *x, const struct sentence *s);
void follow_offer(struct fx *x, const struct sentence *s, const struct window *w);

/* field-agent.c: who did something, by the verb alone */
bool agents_prepare(struct fx *x); /* once, before the first sentence; false out of memory */
void agents_search(struct fx *x, const struct sentence *s);

/* field-define.c: “Term” means … */
void definitions_search(struct fx *x, const struct sentence *s);

/* field-signature.c: who signs for whom at the end of a contract */
bool field_asks_signer(const struct plan_field *f);
bool seg_is_signing(const struct fx *x, uint32_t seg); /* "By:", "/s/": the line that is signed */
void signatures_search(struct fx *x);

/* field-docket.c: the parties and the court at the head of a court's paper */
void docket_search(struct fx *x);

/* field-quote.c: what people are quoted with, and who; *order counts the quotes met */
void speech_search(struct fx *x, const struct sentence *s, uint32_t *order);

/* field-paragraph.c: the wording of clauses */
void paragraphs_offer(struct fx *x, const struct sentence *s);

/* field-tell.c: what the sentence tells of the window's words */
void tell_offer(struct fx *x, const struct sentence *s, const struct window *w);

/* field-name.c */
/* The next reading that begins at a word, prev NULL for the first. */
const struct span *span_next(const struct fx *x, uint32_t word, const struct span *prev);
/* The name of a person that begins at position i, without "Mr"; *stop is where it ends. */
struct found person_at(struct fx *x, const struct sentence *s, uint32_t i, uint32_t end, uint32_t *stop);
/* The organisation that begins at position i, n 0 if none does; *stop is where it ends. */
struct found org_at(struct fx *x, const struct sentence *s, uint32_t i, uint32_t *stop);
/* "between Lantern | Bridge Holdings Corp.": a name that a line's end broke begins on the line before, at position first or later. */
uint32_t org_begin(const struct fx *x, const struct sentence *s, uint32_t first, uint32_t i);
/* Where a name may begin behind position i: after an article, "is", "Ms"; s->n if something else stands there. */
uint32_t person_after(struct fx *x, const struct sentence *s, uint32_t i);
/* The name a mention begins with; *from is moved to it. */
struct found mention_name(struct fx *x, const struct sentence *s, uint32_t first, uint32_t end, uint32_t *from);
/* The first address in [from, end): *a to *b; false if there is none. */
bool address_within(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end, uint32_t *a, uint32_t *b);
/* Words [from, end) as a value, without the sign at its end. */
struct found trimmed_words(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
bool word_is_dash(struct str w);

/* field-said.c */
/* What a mention says that the field asks for by the rest of its name. */
struct found said_of(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, struct phrase rest,
		     const struct span **span);

/* field-when.c */
void when_search(struct fx *x, const struct sentence *s);
void clock_search(struct fx *x, const struct sentence *s); /* times of day alike */

/* field-mention.c */
bool role_asked(struct fx *x, struct phrase role); /* is any field about this role? */
/* What the mention says goes to the fields of its role. */
void mention_serve(struct fx *x, const struct sentence *s, const struct mention *m);
void mentions_search(struct fx *x, const struct sentence *s, uint32_t *order);

/* field-capacity.c */
bool word_is_form(struct str w); /* "Inc.,", "N.A.": behind a comma of the name still */
void capacities_search(struct fx *x, const struct sentence *s); /* "Ann Lee, as Trustee" */
void speakers_search(struct fx *x, const struct sentence *s);   /* "I, Ann Lee, of …" */

/* field-cue.c */
/* Do the words ("*" = up to eight others) stand at position i? Where they end, 0 if not. A gap must not hold a name in quotes. */
uint32_t cue_ends(const struct fx *x, const struct sentence *s, uint32_t i, const char *words);
enum { CUE_GAP = 8 }; /* words that "*" stands for at most */
static inline bool cue_may_begin(const struct sentence *s, uint32_t i, const char *words)
{
	if (words[0] == '*') {
		for (uint32_t k = i; k < s->n && k <= i + CUE_GAP; k++)
			if (cue_may_begin(s, k, words + 2))
				return true;
		return false;
	}
	return (s->begins[i] & 0xffu) == cue_letter(words[0]) && (words[1] == ' ' || !words[1] || s->begins[i] >> 8 == cue_letter(words[1]));
}
static inline uint32_t cue_at(const struct fx *x, const struct sentence *s, uint32_t i, const char *words)
{
	return cue_may_begin(s, i, words) ? cue_ends(x, s, i, words) : 0;
}
/* A value found in the sentence, at the word that position at names; span is the reading behind it or NULL. */
void clause_offer(struct fx *x, const struct sentence *s, uint32_t at, uint32_t field, struct found v, int sim, int quality,
		  const struct span *span);
void cues_search(struct fx *x, const struct sentence *s);
bool is_of_founding(const struct fx *x, const struct sentence *s, uint32_t i); /* does position i stand behind "organized under the"? */
bool word_governs(struct str w); /* "governed", "unterliegt": of a law */


/* field-evidence.c: figures, dates and periods by the words around them */
struct asked;
void evidence_search(struct fx *x, const struct sentence *s);
bool word_joins(struct str w); /* "and", "or" */
/* The number that position i spells ("three", none of "one"), if a word follows it; 0 = none. */
int number_word(const struct fx *x, const struct sentence *s, uint32_t i);
/* Do words [from, end) say all of the field's own name? Where the last of them ends, 0 if not. */
uint32_t evidence_covers(struct fx *x, const struct sentence *s, uint32_t field, uint32_t from, uint32_t end);
/* How much of the field's own name besides some words the sentence or the heading above it says, percent; 100 if nothing is left. */
int evidence_share(struct fx *x, const struct sentence *s, uint32_t field, const char *besides);
/* The same of the words before position end, without the heading; 0 if nothing is left. */
int evidence_share_in(struct fx *x, const struct sentence *s, uint32_t field, const char *besides, uint32_t end);

/* field-role.c: people and firms by the words beside their names; *order counts the names met */
bool field_asks_title(const struct fx *x, const struct plan_field *f); /* a role or title: no name */
void roles_search(struct fx *x, const struct sentence *s, uint32_t *order);
/* The best value of a name is cut before its title, if a sibling asks for that. */
void names_split(struct fx *x);

/* field-narrow.c: values that labels found */
void value_narrow(struct fx *x, const struct plan_field *f, struct cand *c);                    /* cut to what the field asks for */
bool value_rambles(const struct fx *x, const struct plan_field *f, const struct cand *c);       /* a law is no sentence */
bool label_is_capacity(const struct fx *x, const struct plan_field *f, const struct cand *c);   /* "as Borrower" labels nothing behind it */

/* field-weed.c: before sentences are read, what labels amid them found is weighed again */
void prose_weed(struct fx *x);

/* Does "and" stand between two positions? "It continues for 36 months and renews for 12 months": the 36 are none of renewing. */
bool joined_between(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
/* field-clause.c: what the sentence says without naming the fields; prose_search() calls it for each */
void clause_search(struct fx *x, const struct sentence *s);
bool clause_prepare(struct fx *x); /* once, before the first; false out of memory */
/* How much of the field's name the sentence says, 1/1000; where[] (PHRASE_TOKENS) gets the positions. */
int clause_overlap(struct fx *x, const struct sentence *s, const struct plan_field *f, uint32_t *where, uint32_t *n);

/* field-truth.c: what a sentence affirms or denies */
void truth_search(struct fx *x, const struct sentence *s);
