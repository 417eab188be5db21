/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shape - rows that say what a closed JSON object may hold, down to its leaves.
 *
 * For settings that are kept as they were sent: nothing is read out (fields.h
 * does that), every misfit is told, and keys without a row are refused.
 */
#pragma once
#include "api/problem.h"

enum shape_kind {
	SHAPE_BOOL,
	SHAPE_INT,
	SHAPE_NUMBER,
	SHAPE_TEXT,
	SHAPE_WORD,    /* one of words */
	SHAPE_TEXTS,   /* array of strings */
	SHAPE_WORDS,   /* array of words */
	SHAPE_OBJECT,  /* closed: rows */
	SHAPE_OBJECTS, /* array of those; no rows: of any objects */
	SHAPE_MAP,     /* object of strings */
	SHAPE_ANY,     /* checked elsewhere */
};

enum shape_flag {
	SHAPE_REQUIRED = 1,
	SHAPE_NULL = 2,  /* null is a value */
	SHAPE_ABOVE = 4, /* low itself is too little */
	SHAPE_OPEN = 8,  /* OBJECT: any keys */
};

struct shape {
	const char *name;
	enum shape_kind kind;
	unsigned flags;             /* enum shape_flag */
	double low, high;           /* INT, NUMBER: bounds; high 0 = none. TEXTS, WORDS, OBJECTS: high = most items */
	const char *const *words;   /* NULL-ended */
	const struct shape *rows;
	size_t rows_n;
};

/* Hold object, which stands at place at, against the rows. False if there was a problem. */
bool shape_check(const struct json *object, const struct shape *rows, size_t n, const struct place *at, struct problems *p);
