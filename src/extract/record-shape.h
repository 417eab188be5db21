/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-shape - blocks that repeat the same shape (private to record-shape.c, record-repeat.c):
 *
 *     Trail Runner 3            bold          a block
 *     €89.90                    an amount
 *     4.5 (212 reviews)         text
 *     City Walker               bold          the next one
 *     €64.50
 *     3.9 (48 reviews)
 *
 * What a piece of a line is made of, its type and how it begins, is its signature; a run is a stretch of the page where
 * signatures come again in the same order, whether lines follow each other or cards stand side by side.
 */
#pragma once
#include "extract/table.h"

enum { SHAPE_UNITS = 10 /* most units of a block */, SHAPE_BLOCKS = 3 /* fewest blocks of a run */, SHAPE_RUNS = 12 };

struct unit { /* pieces beside each other: a line, or what a card has of it */
	uint32_t line, seg, segs, lane;
	uint64_t sig;
	bool taken;
};

struct shape_run {
	const struct unit *units;
	uint32_t *from, *len;  /* of each block: its first unit, and how many */
	uint32_t n;
	uint32_t model;        /* the block whose units the others are held against */
	uint32_t words;
};

struct shape_runs {
	struct shape_run items[SHAPE_RUNS]; /* the longest first */
	size_t n;
};

/* The words of a segment behind its bullet. */
struct cell shape_piece(const struct table_ctx *x, uint32_t seg);
/* What repeats among the words of x->v that no record has (x->role). False out of memory. */
bool shapes_find(struct table_ctx *x, struct shape_runs *out);
/* How many blocks that nobody took look like those that begin at the lines of records, under the same heading. False out of memory. */
bool shapes_like(struct table_ctx *x, const struct records *r, uint32_t *like);
