/* SPDX-License-Identifier: Apache-2.0 */
/*
 * receipt - the lines of a till's slip: what was bought, and the sums below.
 *
 *     NASI GORENG                      a text alone: of the line below
 *       2 x 32,000         64,000      count, price of one, price
 *     1  Es teh             8,000
 *     Coffee (2 @2.50)       5.00
 *     ------------------------
 *     Subtotal            132,500      each sum has a kind, whatever the language calls it
 *     PB1 10%              13,913
 *     TOTAL               146,413
 *     Tunai               150,000
 *     Kembali               3,587
 *
 * What the words leave open, arithmetic settles: items that make the printed sum to the last cent are the items, all of
 * them and nothing else. Without that nothing is said to be proven.
 *
 * Private to records and fields; pure; everything lives on the arena.
 */
#pragma once
#include "extract/lexicon.h"
#include "layout/layout.h"

enum receipt_kind {
	RECEIPT_OTHER, RECEIPT_SUBTOTAL, RECEIPT_TAX, RECEIPT_SERVICE, RECEIPT_TIP, RECEIPT_DISCOUNT, RECEIPT_ROUNDING, RECEIPT_TOTAL,
	RECEIPT_CASH, RECEIPT_CARD, RECEIPT_CHANGE, RECEIPT_ASIDE /* a base of a tax, a number of items: no sum of the slip */, RECEIPT_KINDS
};

struct receipt_figure {
	uint32_t word;        /* VIEW_NONE = none */
	uint16_t skip, cut;   /* bytes of the word that are no part of it */
	int64_t milli;        /* thousandths */
	uint8_t decimals;     /* as printed, 0 to 3 */
};

struct receipt_line {
	enum receipt_kind kind;
	uint32_t line;
	uint32_t text, text_end; /* words; empty: no text of its own */
	struct receipt_figure count, unit, price;
	bool plain;              /* the count is a number alone before the text: it may be part of it */
	bool detail;             /* no text: says how another line's price came about */
	bool summed;             /* several of the kind are added up in it: "total tax" */
};

struct receipt {
	struct receipt_line *lines; /* of the page, those with a text or figures */
	size_t n;
	struct receipt_line *items; /* what was bought */
	size_t items_n;
	const struct receipt_line *of[RECEIPT_KINDS]; /* the sum of each kind, or NULL */
	bool items_proven;          /* they make the printed sum */
	bool sums_proven;           /* the sums make the total, or what was paid less the change does, or another one rounded */
	bool whole;                 /* money has no cents: marks group thousands */
};

/* Read the document as a slip. False if it is none: more than a page, too wide, no prices. False, too, out of memory. */
bool receipt_read(const struct view *v, struct arena *a, struct receipt *out);

/* "1234.5", as a typed reading has it; empty out of memory. */
struct str receipt_canon(const struct receipt_figure *f, struct arena *a);

/* ---- receipt-word.c: what words say */
/* The kind of a line by its words [from, end); *summed as in struct receipt_line. */
enum receipt_kind receipt_kind_of(const struct view *v, uint32_t from, uint32_t end, bool *summed);
/* Bytes of the sign that multiplies which t begins with ("x", "@", "*", the cross); 0: none. */
size_t receipt_times(struct str t);

/* ---- receipt-line.c: one line taken apart */
struct receipt_style {
	bool whole;      /* no cents */
	int32_t right;   /* where prices end, INT32_MAX = not known */
	int32_t em;      /* mean width of a character */
};
/* How money is written on the page, and where prices end. False: no prices. */
bool receipt_style_find(const struct view *v, const struct view_page *p, struct arena *a, struct receipt_style *out);
void receipt_line_read(const struct view *v, const struct receipt_style *s, uint32_t line, struct receipt_line *out);
static inline bool receipt_has(const struct receipt_figure *f) { return f->word != VIEW_NONE; }
/* Do count and price of one make the price, as far as it is written? */
bool receipt_multiplies(const struct receipt_style *s, int64_t count, int64_t unit, int64_t price);
