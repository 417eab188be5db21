/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-private - what field*.c share.
 *
 *   labels   every segment is read as several labels (hypotheses), each compared with the aliases of all fields
 *   values   for a label that some field likes, the words beside it that the field's type accepts
 *   party    address blocks and whose they are
 *   free     values that need no label: e-mail, IBAN, currency, title …
 *   assign   one value a field, one field a place; sums and dates that must agree
 *
 * Scores are integers in 1/1000 (engine.md section 6).
 */
#pragma once
#include "extract/field.h"

#define FIELD_BEAM 64       /* candidates kept for each field */
#define FIELD_LIKES 450     /* least label similarity worth looking for a value */
#define FIELD_TAKES 520     /* least score of a value that is told */
#define LABEL_WORDS 6
#define NO_ROLE UINT32_MAX

enum relation { REL_IN, REL_RIGHT, REL_BELOW, REL_TOTAL, REL_PARTY, REL_FREE, REL_FACT, REL_MARK };

struct cand {
	struct found value;
	uint32_t label, labels; /* words of the label; labels 0 = none */
	struct phrase label_phrase;
	int sim, geometry, quality, score;
	enum relation rel;
	bool nameless;           /* an address whose first line was a name and is left out */
	const struct span *span; /* typed reading behind the value, or NULL */
};

struct cand_list {
	struct cand *items; /* best first */
	uint32_t n;
};

struct hyp { /* words of one segment read as a label */
	uint32_t seg, word, words;
	uint16_t split;      /* the last word holds label and value: "Nr.:4711"; offset of the value, else 0 */
	struct phrase p;
	bool colon;          /* a colon ends it */
	bool whole;          /* it is all of the segment */
	bool inside;         /* words stand before it in the segment */
	bool part;           /* one of several labels in the segment */
	uint8_t at, of;      /* of labels between bare slashes: its place among so many, of 0 if they are not */
	bool detailed;       /* words that say how its figure came about stand behind it in the segment */
};

struct region { /* words that may hold a value */
	uint32_t word, end;  /* ids, end exclusive */
	uint16_t skip;       /* bytes of the first word that are label */
	uint32_t seg;
	enum relation rel;
	int geometry;
};

static inline bool span_inside(const struct span *s, const struct region *r)
{
	return s->word >= r->word && s->word < r->end && !(s->word == r->word && s->skip < r->skip);
}

struct liking { /* how well one label suits one field */
	uint32_t field;
	int sim;
	bool range;          /* the label names both ends (struct plan_alias) */
};

enum caption { CAPTION_NONE, CAPTION /* of a form's box */, CAPTION_MORE /* a further line of one */, CAPTION_VALUE /* of one */, CAPTION_UNDER /* below its value, or below the line to write it on */ };

enum key { KEY_NONE, KEY_LABEL /* of a ruled table of labels and values side by side */, KEY_VALUE };

enum { NAME_MEMOS = 1024 };
struct name_memo { /* does the name hold one of the words, a constant list? One answer a slot: the last one */
	const void *words;
	struct phrase name;
	bool has;
};

struct fx { /* one search */
	const struct view *v;
	const struct spans *sp;
	struct intern *in;
	const struct plan *plan;
	const struct table_map *map;
	struct arena *a;
	struct field_scope scope;
	uint32_t line0, line1, seg0, seg1, word0, word1; /* of the pages in scope */
	int32_t em;              /* commonest font size, 1/100 pt */
	struct phrase *word;     /* tokens of each word, by id - word0 */
	int16_t *label_like;     /* per segment, by id - seg0: how much it reads like a label */
	uint32_t *role;          /* per segment: role token of the party it belongs to, or NO_ROLE */
	uint32_t *cell;          /* per segment: index of the smallest ruled cell around it, or VIEW_NONE */
	uint8_t *caption;        /* per segment, by id - seg0: enum caption */
	uint8_t *key;            /* per segment, by id - seg0: enum key */
	uint8_t *grid;           /* per line, by id - line0: it heads a table of several rows */
	uint8_t *unticked;       /* per word, by id - word0: of an option that is not ticked beside one that is, or a box */
	int16_t *named;          /* per field: best similarity of anything in the document that may be its label */
	int16_t *blank;          /* per field: similarity of a label of it that stands there with nothing beside it, else 0 */
	struct alias_index *index;
	struct cand_list *cands; /* per field */
	struct asked *asked;     /* per field: what its name says (field-evidence.c) */
	uint64_t *saying;        /* per word, by id - word0: bits of what it may say (struct said) */
	struct akin_memo *akin;  /* tokens compared before */
	struct name_memo *names; /* NAME_MEMOS: what name_has_any() was asked before */
	struct yield *yields;    /* which fields ask for less than others (field-clause.c) */
	uint32_t yields_n;
	struct agent *agents;    /* two per field: what its name and its description say of a verb (field-agent.c) */
	uint32_t agents_n;       /* of them that say anything */
};

/* field.c */
static inline struct phrase *fx_word(struct fx *x, uint32_t w) { return &x->word[w - x->word0]; }
struct phrase fx_phrase(struct fx *x, uint32_t word, uint32_t words); /* tokens of a run of words */
int32_t box_gap_x(struct doc_box a, struct doc_box b); /* white space between, negative if they overlap */
bool word_ends_label(struct str w); /* "Total:" */
bool word_is_sign(struct str w);    /* punctuation alone */
/* Are the tokens one word, or words of one family (words_akin())? Remembered: sentences say the same words again and again. */
bool tokens_akin(struct fx *x, uint32_t a, uint32_t b);
/* A quick refusal: tokens are not akin whose bits have none in common. Bits of AKIN_BITS. */
#define AKIN_BITS ((UINT64_C(1) << 48) - 1)
uint64_t token_akin_bits(struct fx *x, uint32_t t);
static inline size_t str_digits(struct str w)
{
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++)
		n += w.p[i] >= '0' && w.p[i] <= '9';
	return n;
}
/* Is the token one of the words? */
bool token_one_of(const struct fx *x, uint32_t t, const char *const *words, size_t n);
#define TOKEN_ONE_OF(x, t, words) token_one_of(x, t, words, sizeof(words) / sizeof *(words))
/* Is the field's name made of those words and no others? */
bool name_within(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n);
#define NAME_WITHIN(x, f, words) name_within(x, f, words, sizeof(words) / sizeof *(words))
void cand_add(struct fx *x, uint32_t field, struct cand c);
static inline void field_is_blank(struct fx *x, uint32_t field, int sim)
{
	x->blank[field] = x->blank[field] < sim ? (int16_t)sim : x->blank[field];
}
struct found found_run(struct fx *x, uint32_t word, uint32_t words);

/* The part of a table that a word is (enum word_role). */
static inline uint8_t fx_role(const struct fx *x, uint32_t word) { return x->map && x->map->role ? x->map->role[word] : ROLE_NONE; }

static inline int seg_like(const struct fx *x, uint32_t seg) { return seg >= x->seg0 && seg < x->seg1 ? x->label_like[seg - x->seg0] : 0; }

static inline bool value_is_text(enum value_type t)
{
	return t == VALUE_TEXT || t == VALUE_ORG || t == VALUE_PERSON || t == VALUE_ADDRESS || t == VALUE_STREET ||
	       t == VALUE_CITY || t == VALUE_REGION;
}

static inline bool value_is_figure(enum value_type t)
{
	return t == VALUE_MONEY || t == VALUE_NUMBER || t == VALUE_INTEGER;
}

/* field-cell.c */
bool captions_find(struct fx *x); /* fills caption, from cell */
/* The segments over a CAPTION_UNDER, on the line it hangs below if there is one: how many, from *first on; 0 if it is blank. */
uint32_t caption_values(const struct fx *x, uint32_t seg, uint32_t *first);

/* field-key.c */
bool keys_find(struct fx *x); /* fills key and settles label_like of those; after the labels were measured */
struct phrase key_phrase(struct fx *x, uint32_t seg, uint32_t *last); /* all lines of such a label; *last: its last segment */

/* field-alias.c */
bool labels_index(struct fx *x);
/* Fields that like the phrase so much or more, best similarity each, at most max; best first. */
size_t labels_match_least(struct fx *x, struct phrase p, int least, struct liking *out, size_t max);
static inline size_t labels_match(struct fx *x, struct phrase p, struct liking *out, size_t max) { return labels_match_least(x, p, FIELD_LIKES, out, max); }
/* Does any alias hold a token of p? */
bool labels_know(struct fx *x, struct phrase p);

/* field-like.c */
bool labels_measure(struct fx *x); /* fills label_like, key and grid; false out of memory */
bool phrase_is_vocabulary(struct phrase p); /* words of the lexicon and nothing else? */
bool word_is_section_number(struct str w);  /* of an official form: "II.1.2)" */
bool word_is_box_number(struct str w);      /* the number or letter of a box on a form: "12.", "b", "2(a)" */
uint32_t seg_numbering(const struct fx *x, uint32_t seg); /* words that number the label of a form's box or line: "7c. Birthplace" 1 */
/* "Home | Jobs | Contact": bars between words alone part places to go to; none labels the next, nor what stands below */
bool seg_among_links(const struct fx *x, uint32_t seg);
bool seg_in_square_brackets(const struct fx *x, const struct view_seg *g); /* "[Name of buyer]" stands for a value */
bool seg_answers_label(struct fx *x, uint32_t seg); /* what stands right of "Name:" is the name, whatever it reads like */

/* field-label.c */
bool labels_search(struct fx *x);  /* every hypothesis: values for the fields that like it */

/* field-judge.c */
struct ask { /* one label with one field that likes it */
	const struct hyp *h;
	const struct liking *like;
	int sim;       /* with the say of the section */
	int best;      /* best similarity any field has to the label */
};
/* Similarity with the say of the section: what a label without a party lacks, the section may give. */
int ask_similarity(struct fx *x, const struct hyp *h, const struct liking *like);
/* What the candidate c, found in r, is worth. */
int ask_score(struct fx *x, const struct ask *q, const struct cand *c, const struct region *r);

/* field-counted.c */
bool label_is_counted(const struct fx *x, const struct hyp *h); /* does the figure before a label belong to it? */
void counted_search(struct fx *x);

/* field-value.c */
/* The last segment of an explanation in brackets that begins with seg, on its line or the next one below; VIEW_NONE if none begins there. */
uint32_t seg_bracketed_end(const struct fx *x, uint32_t seg);
bool seg_between_bars(const struct fx *x, uint32_t seg); /* a bar stands left or right of it on its line */
/* Under "7. Occupation" in its ruled cell stands one segment more, "Consultant": the answer, whatever else it may label. */
bool answers_in_cell(const struct fx *x, uint32_t label, uint32_t seg);
void values_beside(struct fx *x, const struct hyp *h, const struct liking *likes, size_t n);
/* Best value of a field inside a region: words, typed reading, quality. False if nothing there suits its type. */
bool value_pick(struct fx *x, const struct plan_field *f, const struct region *r, bool range, struct cand *out);
int value_score(const struct cand *c);
bool value_wants_span(enum value_type t); /* is it a type with readings of its own? */
bool amount_column_signed(const struct fx *x, const struct span *s); /* does a figure above it in its column have a currency's sign? */
int amount_for_one(struct fx *x, const struct plan_field *f, const struct span *s, int quality); /* less where it is so much "per" something and the field wants no rate */
bool rate_has_amount(const struct fx *x, const struct plan_field *f, const struct span *s); /* a rate, and the field wants the amount behind it */
int value_span_quality(const struct plan_field *f, const struct span *s); /* how well a reading suits the field, 0: not */

int words_between(struct fx *x, uint32_t from, uint32_t w); /* words in [from, w) that no reading explains */
const struct span *span_in(struct fx *x, const struct region *r, uint32_t mask); /* of one of the types in mask, or NULL */
#define COST_WORD_BEFORE 60 /* quality lost for each word of the region before the reading */

/* field-unit.c: does the unit behind a figure agree (1) with the one that the field's name ends with, or is it another of its kind (-1)? 0: one of them is missing */
int unit_agrees(const struct fx *x, const struct plan_field *f, const struct span *s);
/* Does the unit in brackets that a label says, "Net power (kW)", agree (1) with the one that the field's name ends with, or is it another (-1)? 0: one of them is missing */
int unit_of_label(const struct fx *x, const struct plan_field *f, uint32_t word, uint32_t words);
/* The figure in the unit that the field's name ends with, where it is printed in one that is so many powers of ten of it; else empty. */
struct str unit_converted(struct fx *x, const struct plan_field *f, const struct span *s);
/* *number, printed in that unit (words joined by "_"), as the field asks for it. False if it is in none that can become the field's. */
bool unit_settles(struct fx *x, const struct plan_field *f, struct str printed, struct str *number);

/* field-dimension.c: "Size (L × W × H)   520 × 260 × 340 mm" */
void dimensions_search(struct fx *x);

/* field-masked.c: "•••• 4242" for card_last4 */
void masked_search(struct fx *x);

/* field-imprint.c: journal, volume and pages of an article; codes that begin with what they are called */
void imprint_search(struct fx *x);

/* field-known.c: "Full-time", "Visa" for fields that ask for such words */
void known_search(struct fx *x);

/* field-code.c */
/* An identifier in the region: words and quality. False if it holds none. */
bool code_pick(struct fx *x, const struct plan_field *f, const struct region *r, struct cand *out);
size_t code_digits(const struct fx *x, const struct found *f);
/* What a label calls a phone number may be written as no list knows: figures and their signs alone. */
bool phone_pick(struct fx *x, const struct region *r, struct cand *out);

/* field-nowhere.c */
/* Does anything of the kind that a typed field asks for, or one of its listed values, stand in the pages? True of texts. */
bool value_kind_stands(struct fx *x, uint32_t field);

/* field-widen.c */
/* Is a paragraph asked for: a description, a summary? */
bool wants_passage(const struct fx *x, const struct plan_field *f);
void address_trim(const struct fx *x, struct found *v); /* no label before it, no phone behind it */
void address_end(const struct fx *x, struct found *v); /* lines below its last place, country or street are of the next thing */
void name_widen(struct fx *x, enum relation rel, struct found *v); /* a name takes the lines its cell broke it into */
void drop_date(struct fx *x, const struct plan_field *f, struct cand *c); /* of a label for both, a place leaves the date */
uint32_t seg_block_first(const struct fx *x, uint32_t seg); /* the first line of a block that was set beside the middle of its label */
void addresses_widen(struct fx *x, uint32_t field); /* the candidates of a field that asks for an address take the lines of their blocks */

/* field-column.c */
bool seg_is_figure(const struct fx *x, uint32_t seg);
bool seg_is_line_number(const struct fx *x, uint32_t seg);
bool seg_begins_row(const struct fx *x, uint32_t seg);
/*
 * What speaks against each of the figures of one row as the field's value: a column
 * headed otherwise, another period, an earlier year. False if the columns say nothing.
 */
bool columns_weigh(struct fx *x, uint32_t field, const uint32_t *figures, uint32_t n, int *cost);

/* field-choice.c: what is ticked among options; knows no failure */
void choices_search(struct fx *x);
#define TICKED_MOST 24
struct ticked { /* "Tests requested: [x] Moisture [ ] Draw [x] Weight": what is ticked of several that may be */
	bool (*asks)(void *ctx, struct phrase label); /* is the question the one that is meant? */
	void *ctx;
	bool asked; /* there is such a question; options beside each other are one, whatever is ticked */
	struct found items[TICKED_MOST];
	uint32_t n;
};
void choices_ticked(struct fx *x, struct ticked *t); /* of the first such group */

/* field-lines.c */
/* The segments of a value's column before and after one of them whose words from word on belong to it, or VIEW_NONE. */
uint32_t seg_before(const struct fx *x, uint32_t seg);
uint32_t seg_after(const struct fx *x, uint32_t seg, uint32_t word);
/* A text value takes the lines it was broken into. */
void text_widen(struct fx *x, enum relation rel, struct found *v);
/* The value of a label amid a sentence ends with the sentence, whose full stop is none of it. */
void text_end_sentence(const struct fx *x, struct found *v);

/* field-moment.c */
/* One end of a date range: the words on its side of the separator, if one stands alone. */
struct found when_range_end(struct fx *x, const struct span *s, enum plan_side side);
/* Dates and ranges of a region count both ends: a label of a whole range needs two. *last is the last date. */
size_t when_dates_in(struct fx *x, const struct region *r, const struct span **last);
/* Is a date one end of a range its segment holds? */
bool when_in_range(const struct fx *x, uint32_t seg, const struct span *date);
/* Is a figure the upper end of a range when the field asks for the lower, or the other way round? */
bool when_is_other_end(const struct fx *x, const struct plan_field *f, const struct span *figure);
/* The time of day beside a date, "2 March 2026 at 14:05", belongs to a moment: *v takes it. */
void when_add_time(struct fx *x, const struct span *date, const struct region *r, struct found *v);

bool word_is_year(struct str w);
/* "2023/2024", "2023-24": a year that begins in one and ends in the next. */
bool when_years(struct fx *x, const struct region *r, struct cand *out);
/* "16071992" in the cells of a form: day, month and year without signs between. */
bool when_digits(struct fx *x, const struct region *r, struct cand *out);

/* field-party.c */
bool parties_find(struct fx *x);

/* field-free.c */
void prompts_rule_out(struct fx *x);
bool free_search(struct fx *x);
void cand_put(struct fx *x, uint32_t field, struct found v, int sim, int geometry, int quality, const struct span *s);

/* field-head.c: letterhead, title, name and place at the head of a document */
void head_field(struct fx *x, uint32_t field);

/* field-head.c: after all candidates were found, refuse for names of issuers what is their address */
void head_settle(struct fx *x);

/* field-title.c: after all candidates were found, weigh what sentences gave for titles */
void title_settle(struct fx *x);

struct found span_words(struct fx *x, const struct span *s);

/* field-receipt.c: the sums of a slip, proven by its arithmetic or guessed by where they stand */
void receipt_search(struct fx *x);

/* field-total.c: sums of the columns that arrays are read from */
void totals_search(struct fx *x);

/* field-slip.c: name and address at the head of a slip; name: the field is the issuer's name */
void slip_field(struct fx *x, uint32_t field, bool name);
/* After all candidates were found: no line of that address is the issuer's name, which the field asks for. */
void slip_settle(struct fx *x, uint32_t field);

/* field-byline.c: "By Ann Miller" */
void head_author(struct fx *x, uint32_t field);
bool below_title(const struct fx *x, const struct view_seg *g); /* a few lines under the largest type of the first page */

/* field-paragraph.c: is the wording of a clause asked for? */
bool asks_clause(const struct plan_field *f);

/* field-letter.c: place and date, who signs, subject */
bool letter_search(struct fx *x);
/* field-office.c: people with their offices, beside or below their names; behind what labels and letters found */
void offices_search(struct fx *x);

/* field-truth.c: do the words [from, end) say all that a boolean asks, but what only says that it asks? */
bool truth_asked(struct fx *x, uint32_t field, uint32_t from, uint32_t end);

/* field-question.c: fields that a question asks for, best first, at most max; 0 if the words are no question */
size_t question_fields(struct fx *x, uint32_t word, uint32_t words, struct liking *out, size_t max);
void questions_search(struct fx *x); /* knows no failure */

/* field-greet.c: who a salutation names; knows no failure */
void greeting_search(struct fx *x);
/* Is the name, or the e-mail address, of somebody asked for to whom one writes: guest, patient, applicant …? */
bool asks_greeted(const struct fx *x, const struct plan_field *f);

/* field-name.c */
bool word_is_vocative(struct str w); /* what people are called by, which is no part of their name: "Mr", "Herrn" */

/* field-asked.c */
struct asked *evidence_asked(struct fx *x); /* for fx.asked: one a field, on the search's arena; fills saying; NULL out of memory */

/* field-prose.c */
bool prose_search(struct fx *x);
/* Periods are asked for as text, too: "payment_period": "10 days". */
bool wants_period(const struct fx *x, const struct plan_field *f);

/* field-list.c */
bool lists_find(struct fx *x, struct records *records);

/* field-assign.c */
bool fields_assign(struct fx *x, struct found *out);
bool fields_contend(const struct fx *x, uint32_t f); /* does the field keep others from its place? */
/* Can candidate c of field f and d of g not both be told? */
bool fields_clash(const struct fx *x, uint32_t f, const struct cand *c, uint32_t g, const struct cand *d);
/* Do they want one place, clashing or not? The two ends of a range may. */
bool fields_share(const struct fx *x, uint32_t f, const struct cand *c, uint32_t g, const struct cand *d);

/* field-match.c: pick[f], -1 before, is set for the fields that others contend with */
bool fields_match(struct fx *x, int *pick);

/* field-check.c: pick[f] is the index of the candidate chosen for field f, -1 none */
void fields_check(struct fx *x, int *pick);
