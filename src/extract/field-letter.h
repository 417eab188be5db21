/* SPDX-License-Identifier: Apache-2.0 */
/* field-letter - the parts of a letter, shared by what finds them (private to field-letter.c, field-dateline.c, field-sign.c). */
#pragma once
#include "extract/field-private.h"

enum { DATELINES = 8, SIGNERS = 6, DATELINE_WORDS = 9, TITLE_WORDS = 9 };

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

/* field-dateline.c */
struct str letter_word(struct str w); /* without the signs that end it */
void datelines_find(struct fx *x, struct letter *m);

/* field-sign.c */
void signers_find(struct fx *x, struct letter *m, uint32_t line, bool any); /* names below the closing, in its column, or in any */
bool words_are_name(const struct fx *x, uint32_t from, uint32_t end);
bool seg_is_plain(const struct fx *x, const struct view_seg *g); /* few words, none of them a figure or an address of mail */
uint32_t seg_below(const struct fx *x, uint32_t l, const struct view_seg *over); /* of a line, set under another; VIEW_NONE if none is */
struct found letter_run(struct fx *x, uint32_t from, uint32_t end); /* those words without the comma that ends them */
