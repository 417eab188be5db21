/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * xlsx-formula - values of formulas that come without one, as some programs write them: what a spreadsheet program would
 * show. References, operators, and the functions that bills and lists are made with; what needs more, or today's date,
 * stays unknown. Steps, depth and cells have budgets: past them formulas are unknown, too.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

enum formula_kind { FORMULA_UNKNOWN, FORMULA_EMPTY, FORMULA_NUMBER, FORMULA_TEXT, FORMULA_BOOL, FORMULA_ERROR, FORMULA_RANGE };

struct formula_value {
	enum formula_kind kind;
	double n;          /* also of a FORMULA_BOOL: 0, 1 */
	struct str text;   /* of a FORMULA_TEXT and a FORMULA_ERROR */
	uint32_t sheet, row0, col0, row1, col1; /* of a FORMULA_RANGE */
};

struct formula_book;
/* On the arena. NULL when it is full. */
struct formula_book *formula_book_new(struct arena *a);
/* Sheets come in order. */
void formula_sheet(struct formula_book *b, struct str name);
/* A cell of the last sheet. A text is copied. */
void formula_put(struct formula_book *b, uint32_t row, uint32_t col, const struct formula_value *v);
/* One of which the value is not known. The text is that of a formula further up or left: its references move with the cell. */
void formula_put_code(struct formula_book *b, uint32_t row, uint32_t col, struct str code, uint32_t from_row, uint32_t from_col);
struct formula_value formula_value(struct formula_book *b, uint32_t sheet, uint32_t row, uint32_t col);

/* ---- between its files: parser (xlsx-formula.c), cells and values (xlsx-cells.c), functions (xlsx-function.c) */

enum { FORMULA_ARGS = 64, FORMULA_SHEETS = 1000 };

struct formula_cell {
	uint64_t key;              /* sheet, row, column; 0 = free: keys count from 1 */
	struct formula_value value;
	struct str code;           /* p == NULL: it has a value */
	int32_t rows, cols;        /* that its references move by */
	bool busy;                 /* being found: a circle if it is asked for again */
};

struct formula_book {
	struct arena *a;
	struct formula_cell *cells;
	size_t cap, n;
	struct str names[FORMULA_SHEETS];
	uint32_t last_row[FORMULA_SHEETS], last_col[FORMULA_SHEETS], sheets;
	uint32_t steps, nested, depth;
	bool over;
};

/* Of that place; its key is 0 if there is none. */
struct formula_cell *formula_slot(const struct formula_book *b, uint64_t key);
uint64_t formula_key(uint32_t sheet, uint32_t row, uint32_t col);

/* The value of one cell of a range, by its place in it; steps are counted. */
struct formula_value formula_at(struct formula_book *b, const struct formula_value *range, uint32_t row, uint32_t col);
bool formula_step(struct formula_book *b); /* false: the budget is spent */
/* The name in upper case. */
struct formula_value formula_call(struct formula_book *b, struct str name, const struct formula_value *args, size_t n);
struct formula_call {
	struct formula_book *b;
	const struct formula_value *args;
	size_t n;
};
/* The same of those in xlsx-lookup.c. */
struct formula_value formula_look(const struct formula_call *c, struct str name);
/* An argument as one value: empty if there is none, unknown if it is a range of several cells. */
struct formula_value formula_arg(const struct formula_call *c, size_t i);
/* ">5", "<>x", "x": is the value so? */
bool formula_meets(const struct formula_value *v, const struct formula_value *wanted);
bool formula_is_pattern(const struct formula_value *v); /* of a text that others may fit */
/* Days since the last of 1899, as if 1900 had been a leap year: dates from March 1900 on. Months count on past December. */
double formula_days(int64_t y, int64_t m, int64_t d);
/* As a number; false for a text that is none. */
bool formula_number(const struct formula_value *v, double *out);
/* What comes of using a text that is none: an error, or unknown if it has digits: it may be a date, or have separators or a
 * currency, which the reader's country decides. */
struct formula_value formula_no_number(const struct formula_value *v);
struct str formula_text(struct formula_book *b, const struct formula_value *v);
/* Numbers come before texts, those before truth values; an empty cell is nothing of either. */
int formula_compare(const struct formula_value *a, const struct formula_value *b);
int formula_text_compare(struct str a, struct str b); /* capitals or not */
struct formula_value formula_of_number(double n);
struct formula_value formula_error(const char *name);
