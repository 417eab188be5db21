/* SPDX-License-Identifier: Apache-2.0 */
/* record-section - entries below a heading and their dates (private to record-section.c, record-tenure.c). */
#pragma once
#include "extract/normalise.h"
#include "extract/record-kind.h"
#include "extract/record.h"

enum { SECTION_LINES = 400, PARTS_MOST = 12, SECTION_SCORE = 600, HEAD_LINES_MOST = 3 /* lines of an entry whose text is taken apart */ };

struct part {
	uint32_t word, words;
	uint16_t cut;  /* separator glued to the last word */
	bool org, taken;
	enum entry_kind kind;
};

struct sectioner {
	struct table_ctx *x;
	const struct prop_list *pl;
	uint32_t lines[SECTION_LINES];
	uint32_t n, rows;  /* rows: lines that are those of a table */
	int32_t gap_split; /* white space above this begins an entry; 0 = none does */
	int32_t left;      /* of the first entry */
	bool bullets;
};

/* The first span of a type in the entry of lines [from, to). */
const struct span *entry_span(const struct sectioner *s, uint32_t from, uint32_t to, enum span_type t);
bool entry_is_dated(const struct sectioner *s, uint32_t from, uint32_t to);
/* The words as a value's; on the arena, NULL out of memory. */
uint32_t *entry_words(const struct sectioner *s, uint32_t word, uint32_t n);
/* Two years with a dash between. */
bool span_is_years(const struct span *sp);
bool entry_wants_date(const struct plan_field *f);
/* What the entry's dates fill: begin, end, period, whether it goes on. */
void entry_dates_fill(const struct sectioner *s, uint32_t from, uint32_t to, struct found *cells);
