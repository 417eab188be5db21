/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fields - rows that say which keys a JSON object has and where they go in a
 * struct; reading and writing walk the same rows.
 */
#pragma once
#include "api/problem.h"

enum field_kind {
	FIELD_BOOL,   /* bool */
	FIELD_INT,    /* int64_t; 0 stands for null */
	FIELD_TEXT,   /* struct str; p NULL stands for null */
	FIELD_WORD,   /* the same, one of words */
	FIELD_TEXTS,  /* const struct json *: array of strings; NULL stands for null */
	FIELD_OBJECT, /* const struct json *: object */
	FIELD_ARRAY,  /* const struct json *: array of anything */
};

enum field_flag {
	FIELD_REQUIRED = 1,
	FIELD_NULL = 2, /* null is a value */
};

struct field {
	const char *name;
	enum field_kind kind;
	size_t at;                /* offset in the struct */
	unsigned flags;           /* enum field_flag */
	int64_t most;             /* TEXT: characters, ARRAY, TEXTS: elements; 0 = no bound. INT: the least value */
	const char *const *words; /* WORD: NULL-ended */
};

/*
 * Read object's members into out; absent ones leave out as it was, unknown keys
 * are ignored. Every misfit becomes a problem below at. False if there was one.
 */
bool fields_read(const struct json *object, const struct field *rows, size_t n, void *out, const struct place *at,
		 struct problems *p);

/* Append {"name":value,…} with every row in order. */
void fields_write(struct buf *b, const struct field *rows, size_t n, const void *in);
