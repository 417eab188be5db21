/* SPDX-License-Identifier: Apache-2.0 */
/*
 * span-private - the text of a line as the scanners see it.
 *
 * One line is one flat text: words with a blank between them, nothing between
 * pieces of a glued word, BREAK between segments. Scanners match at an offset
 * and return where the match ends, or 0; span_emit() maps offsets to words.
 */
#pragma once
#include "layout/char.h"
#include "layout/layout-private.h"
#include "layout/locale.h"
#include "layout/span.h"

#define BREAK '\x1f'
enum { LINE_MOST = 16000 /* bytes of a line that are read for spans */ };

struct flat_word {
	uint32_t word, at; /* view word, its offset */
};

struct scan {
	const struct view *v;
	struct arena *a;
	struct vec out;           /* struct span */
	const char *lang;
	char *text, *low;         /* NUL-ended; low has the same offsets in lower case */
	size_t n;
	struct flat_word *words;
	uint32_t words_n;
	bool upper;               /* most of the line is capitals: they tell nothing */
	bool signs_lead;          /* currency signs of the line stand before their numbers */
	bool space_groups;        /* the language groups digits by spaces */
	size_t figures_end;       /* behind the last digit of the text */
	struct may_words *may;    /* what words may begin (span-may.h) */
};

/* The text of words [word, word + words); a line ends like a word. */
void scan_flatten(struct scan *x, uint32_t word, uint32_t words);
/* Every scanner over that text. */
void scan_all(struct scan *x);
/* Readings that begin on one line of a paragraph and end on the next (span-wrap.c). */
void wraps_scan(struct scan *x);

/* One typed reading of text [from, to). Fields of s other than the place are taken as given. */
void span_emit(struct scan *x, struct span s, size_t from, size_t to);
/* Text [from, to) kept on the arena, BREAK as a blank. */
struct str span_text(struct scan *x, size_t from, size_t to);
struct str span_keep(struct scan *x, const char *z);

/* ---- looking at the text */
static inline uint32_t at_char(const struct scan *x, size_t i)
{
	return i < x->n ? str_utf8_next((struct str){ x->text, x->n }, &i) : 0;
}
static inline uint32_t before_char(const struct scan *x, size_t i)
{
	return char_last((struct str){ x->text, i });
}
static inline bool is_digit_at(const struct scan *x, size_t i)
{
	return char_is_digit((unsigned char)x->text[i]); /* text is NUL-ended */
}
/* No letter or digit stands right before, right at i. */
static inline bool edge_before(const struct scan *x, size_t i)
{
	return i == 0 || !char_is_alnum(before_char(x, i));
}
static inline bool edge_at(const struct scan *x, size_t i)
{
	return !char_is_alnum(at_char(x, i));
}
/* After one blank, if there is one. */
static inline size_t skip_blank(const struct scan *x, size_t i)
{
	return x->text[i] == ' ' ? i + 1 : i;
}
/* End of the run without white space that starts at i. */
static inline size_t word_end(const struct scan *x, size_t i)
{
	while (i < x->n && x->text[i] != ' ' && x->text[i] != BREAK)
		i++;
	return i;
}
/* End of the letters (and digits) from i on. */
size_t letters_end(const struct scan *x, size_t i);
size_t digits_end(const struct scan *x, size_t i);
/* Length of a dash at i, 0 if there is none. */
size_t dash_at(const struct scan *x, size_t i);
/* Does the lower-case text at i start with z (a whole word)? Length, or 0. */
size_t word_at(const struct scan *x, size_t i, const char *z);
/* The same for any of a NULL-ended list; the longest counts. */
size_t any_word_at(const struct scan *x, size_t i, const char *const *list);
/* May one of the list begin here? Their first words are compared alone. */
bool any_word_begins(const struct scan *x, size_t i, const char *const *list);
/* Does one of the words stand within the few words before i, in the same segment or the one before? */
bool any_word_before(const struct scan *x, size_t i, const char *const *list);
static inline struct str low_text(const struct scan *x, size_t from, size_t to)
{
	return (struct str){ x->low + from, to - from };
}
static inline struct str raw_text(const struct scan *x, size_t from, size_t to)
{
	return (struct str){ x->text + from, to - from };
}

/* ---- numbers (span-number.c) */
struct number {
	size_t end;
	char canon[64];
	bool negative, integer, ambiguous, grouped, spaced; /* spaced: groups parted by blanks */
	uint8_t decimals;
};
bool number_read(const struct scan *x, size_t i, struct number *out);
/* A word behind the number that multiplies it is taken into it; money: so is a letter glued to it ("$3.2M") (span-magnitude.c). */
void magnitude_take(const struct scan *x, struct number *n, bool money);
/* Currency sign, code or name at i: end and code ("" if the sign is shared by several), else 0. */
size_t currency_read(const struct scan *x, size_t i, const char **code, bool *is_sign);
/* False: the word at i begins no currency, whatever stands around it. So the others below. */
bool currency_may(const struct scan *x, size_t i);

/* ---- dates (span-date.c) */
struct date {
	int year, month, day; /* day 0: month only */
	bool ambiguous;
	uint8_t quality;
	size_t end;
};
bool date_is_valid(const struct date *d); /* day 0: of a month */
size_t month_read(const struct scan *x, size_t i, int *month); /* the end of a month's name at i, or 0 */
/* The end of a postal code with letters ("LS1 4AB") at i, or 0. */
size_t postal_letters(const struct scan *x, size_t i);
/* May a date in years of an era begin here? */
bool era_may(const struct scan *x, size_t i);
size_t date_month_at(const struct scan *x, size_t i);          /* from the end of a day's digits to its month: point, ordinal, "of" */
/* Days without a year, once all dates with one are known (span-day.c). */
void days_scan(struct scan *x);
/* ---- times of day (span-time.c): canonical "14:05[:09[.5]][Z|+01:00]" */
size_t time_read(const struct scan *x, size_t i, char canon[40], uint8_t *quality);

/* ---- scanners: at offset i; the end of what they took (further readings start there) or 0 */
size_t scan_date(struct scan *x, size_t i);
size_t scan_time(struct scan *x, size_t i);
size_t scan_duration(struct scan *x, size_t i);
size_t scan_spelled_duration(struct scan *x, size_t i);
size_t scan_number_range(struct scan *x, size_t i); /* takes nothing from those below */
size_t scan_money(struct scan *x, size_t i);   /* money, percent, number, currency */
size_t scan_mail(struct scan *x, size_t i);
size_t scan_url(struct scan *x, size_t i);
size_t scan_phone(struct scan *x, size_t i);
size_t scan_iban(struct scan *x, size_t i);
size_t scan_bic(struct scan *x, size_t i);
size_t scan_vat(struct scan *x, size_t i);
size_t scan_id(struct scan *x, size_t i);
size_t scan_postal(struct scan *x, size_t i);
size_t scan_street(struct scan *x, size_t i);
size_t scan_country(struct scan *x, size_t i);
/* Of a word that begins with a letter (street_may: a small one; the others but form_may: a capital). */
bool street_may(const struct scan *x, size_t i);
bool postal_may(const struct scan *x, size_t i);
bool iban_may(const struct scan *x, size_t i);
bool vat_may(const struct scan *x, size_t i);
bool country_may(const struct scan *x, size_t i);
bool title_may(const struct scan *x, size_t i);
bool form_may(const struct scan *x, size_t i);
/* Once a segment [from, to). */
void scan_org(struct scan *x, size_t from, size_t to);
void scan_person(struct scan *x, size_t from, size_t to);
