/* SPDX-License-Identifier: Apache-2.0 */
/*
 * records - the arrays of a plan, read from tables, lists and repeated blocks.
 *
 * Every record-like row of the source is returned or counted with the reason
 * why it was left out; none is lost silently. Cells cite the words they are
 * made of; a header or group word is cited only where its text is the value.
 */
#pragma once
#include "extract/plan.h"
#include "layout/span.h"

/* What a word is to the tables found, so that scalar fields treat it with care. */
enum word_role {
	ROLE_NONE,
	ROLE_TABLE_HEADER, /* column header, or a cell that spans several */
	ROLE_TABLE_BODY,   /* cell of a record */
	ROLE_TOTAL_ROW,    /* total, subtotal, carried forward: values of scalar fields live here */
	ROLE_GROUP_HEADER  /* label or value in force for the records below it */
};

struct table_column {
	int32_t x0, x1;              /* the column's interval on its first page, 1/100 pt */
	struct phrase header;        /* canonical tokens of its header, spanning cells first; may be empty */
	const uint32_t *words;       /* header words, reading order */
	size_t words_n;
	const struct plan_field *field; /* property it was read as, or NULL */
};

/* A table some array was read from, or that was recognised on the way. */
struct table_found {
	const struct plan_array *array; /* NULL if it serves none */
	uint32_t page;                  /* index of its first page */
	uint32_t line, lines;           /* header lines */
	uint32_t last_line;             /* last line of its body or totals */
	const struct table_column *columns;
	size_t columns_n;
	const uint32_t *totals;         /* its total rows, as line ids, top to bottom */
	size_t totals_n;
};

struct table_map {
	uint8_t *role; /* enum word_role, one a word of the view */
	const struct table_found *tables;
	size_t tables_n;
};

/*
 * Recover the records of all p->arrays: out[i] belongs to p->arrays[i]; arrays
 * inside them hang on each record (struct record). *map describes the tables
 * and must not be NULL. Everything lives on a. Scores are 1/1000. Returns false
 * with ERR_BUDGET when the arena's ceiling is reached; a document without any
 * matching table is a success with empty records.
 */
bool records_recover(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p,
		     struct records *out, struct table_map *map, struct arena *a, struct err *e);
