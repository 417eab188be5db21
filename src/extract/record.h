/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record - rows of a table to records (private to record*.c).
 */
#pragma once
#include "extract/table.h"

/* Rows [from, to) of a table that make one record. */
struct record_cut {
	size_t from, to;
	bool fragment; /* a note between records rather than one */
};
struct record_cuts {
	struct record_cut *items;
	size_t n;
};

/* ---- record-cut.c */
/* Cut the body rows of t into records; rows of other roles lie between them or are skipped. */
bool records_cut(struct table_ctx *x, const struct table *t, struct record_cuts *out);

/* ---- record-group.c: values in force for the records below */
/* Mark group headers among the body rows of t. */
void groups_mark(struct table_ctx *x, struct table *t);
/* The labelled values of a row of details, into properties of the record that have none yet. False out of memory. */
bool details_read(struct table_ctx *x, const struct table *t, size_t row, struct found *own);
/* Values by property (props->n of them; n 0 = none), changed as lines are passed. */
struct group_state {
	struct found *values;
	const struct prop_list *props;
};
/* Read labelled values of the lines [from, to) above a header; of a group row, labelled or not. */
void groups_read(struct table_ctx *x, const struct table *t, uint32_t from, uint32_t to, struct group_state *g);
/* Do the parts of a table stand each under a heading of its own? Then the line above the header at head is a value. */
bool parts_are_headed(const struct table_ctx *x, struct table *const *parts, size_t n);
/* Is the line above the table's first one, a header or a row, set as the groups inside it are? */
bool groups_are_headed(const struct table_ctx *x, const struct table *t, uint32_t first);
void group_read_heading(struct table_ctx *x, const struct table *t, uint32_t head, struct group_state *g);
/* A labelled group header that stands last on its page, the rows of the table over: its records are below the header at head. */
void group_read_foot(struct table_ctx *x, const struct table *t, uint32_t head, uint32_t after, struct group_state *g);
void group_read_row(struct table_ctx *x, const struct table *t, const struct row *r, struct group_state *g);

/* ---- record-fill.c: cells to values */
/* Value of property p from rows [cut->from, cut->to); n 0 if there is none. */
struct found record_value(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col);
/* A value of given words for field f: typed reading and bytes to leave out. */
struct found found_make(struct table_ctx *x, const struct plan_field *f, const uint32_t *words, size_t n, int score);

/* Find the columns whose figures are marked as debits and credits. */
void sides_find(const struct table_ctx *x, struct table *t);

int column_value_score(const struct column *c); /* of what stands in its cells */

/* ---- record-share.c: columns whose cells give two properties */
/* Find them, by their headers and by how the cells of all records come apart. */
void shares_find(struct table_ctx *x, struct table *t, const struct record_cuts *cuts);
/* Both values of a cell of a column that has `also`, the one of a column that has `half`; a cell that does not come apart is the first's alone. */
void share_values(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col, struct found out[2]);

/* ---- record-outline.c: cells that hold for several records and are printed once */
struct outline {
	uint32_t *source; /* for each cut and column (cut * cols_n + column) the cut whose cell holds: itself, or a neighbour */
	size_t cols_n;
};
/* False out of memory. */
bool outline_find(const struct table_ctx *x, const struct table *t, const struct record_cuts *cuts, struct outline *out);

/* ---- record-cross.c: columns headed by values of a property */
struct cross {
	uint64_t cols;      /* those columns; 0 = the table is none */
	size_t head, value; /* properties that the headers and the cells give */
	bool words;         /* the headers are words, none that speak for themselves */
	bool series;        /* they count: only their last lines are told */
};
/* Is t, of a header, such a table? Then its columns are given to the property of the cells. */
bool cross_find(struct table_ctx *x, struct table *t, struct cross *out);

/* ---- record-choose.c: which array reads which table */
struct choice {
	struct table **tables; /* of one array, in document order; joined they make it */
	size_t n;
	int score;
};
/* lists[i] holds the tables of plan->arrays[i], already read. */
bool tables_choose(struct table_ctx *x, struct table_list *lists, struct choice *out);
/* Add the tables below sisters of the headings of the choice's tables, read; heads as for table_read(). */
bool choice_widen(struct table_ctx *x, const struct table_list *lists, const struct table_list *heads, struct choice *ch);

/* ---- record-emit.c: records of the tables chosen; what is left out is counted, words are marked with their roles */
bool choice_emit(struct table_ctx *x, const struct prop_list *pl, const struct choice *ch, struct records *out);
/* When all arrays have their records: rows below the tables of one that look like its records and are nobody's are counted as left out. */
void choice_audit(struct table_ctx *x, const struct choice *ch, struct records *out);

/* ---- record-list.c: arrays of plain values */
bool list_recover(struct table_ctx *x, const struct plan_array *array, struct records *out);

/* ---- record-order.c: lines of an order, "1 x Kettle - £39.00" */
bool orders_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-menu.c: dishes, drinks, services: names with prices, what describes them below, sections above */
bool menu_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-receipt.c: things bought, of a slip whose items make the printed sum; the array they are of is settled,
 * and its tables chosen, if any, are taken back: they have the say only where nothing tells of a payment */
bool receipts_recover(struct table_ctx *x, struct choice *ch, struct records *out);

/* ---- record-moment.c: lines that begin with a time, below days or sections */
bool moments_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-nest.c: records whose rows `recover` finds below a heading that tells the rest of them */
bool nested_recover(struct table_ctx *x, const struct prop_list *pl, bool (*recover)(struct table_ctx *x, const struct prop_list *pl, struct records *out),
		    struct records *out);

/* ---- record-part.c: arrays of { quantity, unit, name } from the lines of a list */
bool parts_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-phrase.c: arrays of objects from the items of a list, cut at dashes, colons and brackets */
bool phrases_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-question.c: { question, answer } from questions and the text below them */
bool questions_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-topic.c: { number, title } from numbered headings, perhaps with the text below them */
bool topics_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-contents.c: lists of contents, "1.2 Sites .... 10", and the captions of tables, figures and the like */
bool contents_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-bullet.c: the bullets among the lines of an entry go to a list of texts inside the record */
bool bullets_fill(struct table_ctx *x, const struct plan_array *a, const uint32_t *lines, uint32_t n, struct record *r);

/* ---- record-block.c: blocks of labels that repeat; only if each names at least so many properties */
bool blocks_recover(struct table_ctx *x, const struct prop_list *pl, size_t least, struct records *out);

/* ---- record-pivot.c: properties down the side; only if at least so many rows name one */
bool pivot_recover(struct table_ctx *x, const struct prop_list *pl, size_t least, struct records *out);

/* ---- record-section.c: entries below a heading that names the array */
bool section_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-said.c: records that sentences tell one after the other */
bool said_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);

/* ---- record-repeat.c: blocks of the same shape that nothing announces */
bool repeats_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);
/* When all arrays (pl and out, one each) have their records: what repeats beyond is counted for those that have none. */
bool repeats_count(struct table_ctx *x, struct prop_list *const *pl, struct records *out);

/* ---- counting, for completeness */
void left_out_add(struct records *r, const char *reason, uint32_t n);

/* record-count.c: counts that stand before things in one column ("2 Soup") become values of their own. */
void records_count(const struct table_ctx *x, const struct plan_array *a, struct records *r);
/* record-unit.c: does a property ask for the unit of a figure; the figure it is of, -1 if that is not clear. */
bool field_is_unit(const struct table_ctx *x, const struct plan_field *f);
int unit_figure(const struct table_ctx *x, const struct plan_array *a, size_t unit);
/* A unit in brackets among words: "Weight (kg)"; n 0 if there is none. */
struct found unit_in_words(struct table_ctx *x, const uint32_t *words, size_t n);
/* Mark the row of units below the header of t, if there is one. */
void units_row_mark(const struct table_ctx *x, struct table *t);
/* Units that the headers of t name, for records that have none beside their figures. */
void records_units(struct table_ctx *x, const struct plan_array *a, const struct table *t, struct records *r);
/* record-money.c: the currency of records without a column for it; t is their table, or NULL. */
void records_currency(struct table_ctx *x, const struct plan_array *a, const struct table *t, struct records *r);

/* ---- record-author.c, record-citation.c, record-caption.c: authors below the title of an article, works listed at its end, captions of tables and figures */
bool captions_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);
bool authors_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);
bool citations_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out);
