/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table - tables of a view on their way to records (private to table*.c, record*.c).
 *
 *   head      a window of 1 to 6 lines that reads like the column headers of an array
 *   columns   its cells, cut apart where the body leaves a gutter; one interval of x each
 *   rows      the lines below, each split over the columns
 *   joined    heads with the same cells on later pages carry on the same table
 *
 *        Pos  Description        Qty   Price      <- head
 *        1    Bolts, zinc        10     2.50      <- row, a record
 *             plated                              <- row, goes on with the record above
 *        Subtotal                      25.00      <- row, a total
 *         |       |               |      |
 *         cut     cut             cut
 *
 * Scores are integers in 1/1000, geometry in 1/100 pt.
 */
#pragma once
#include "extract/records.h"

#define TABLE_COLS 48   /* most columns of one table; rows keep them as bits */
#define HEAD_LINES 6    /* most lines of a header window */
#define PAIRS_APART 13  /* tenths of the widest gap so far that labels with their values below a table keep from it */
#define WEEK_LEAST 3    /* days of the week beside each other that head a timetable */
#define SAMPLE_LINES 24 /* body lines that decide about cuts and types */

/* What one run of words reads as; several may hold. */
enum cell_kind {
	CELL_NUMBER = 1 << 0,  /* digits without words: 12, 1.200,50, (78), +14 % */
	CELL_INTEGER = 1 << 1,
	CELL_DECIMAL = 1 << 2, /* a fraction is printed */
	CELL_MONEY = 1 << 3,   /* with a currency */
	CELL_PERCENT = 1 << 4,
	CELL_DATE = 1 << 5,
	CELL_TIME = 1 << 6,
	CELL_YEAR = 1 << 7,
	CELL_CODE = 1 << 8,    /* one word with digits and letters or separators */
	CELL_UNIT = 1 << 9,    /* a number and a short unit */
	CELL_PERSON = 1 << 10,
	CELL_PLACE = 1 << 11,  /* street, postal code and city, country */
	CELL_CONTACT = 1 << 12, /* e-mail, URL, phone */
	CELL_BANK = 1 << 13,   /* IBAN, BIC, VAT id */
	CELL_SHORT = 1 << 14,  /* one upper-case word of two or three letters: country, currency, state */
	CELL_TEXT = 1 << 15,   /* has words */
	CELL_BLANK = 1 << 16,  /* a dash, n.a.: there and empty */
	CELL_ORG = 1 << 17,
	CELL_LABEL = 1 << 18   /* ends with a colon */
};

struct rule_set;
struct span_set;
struct edge_event;
struct table_ctx { /* one recovery */
	const struct view *v;       /* tables side by side stand one below the other */
	const struct view *whole;   /* as it was given */
	const struct view *columns; /* the same, read column by column, for entries and lists; NULL = not asked for yet */
	const struct spans *sp;
	struct intern *in;
	const struct plan *plan;
	struct arena *a;
	uint8_t *role;
	struct phrase *seg_phrase;  /* memo, one a segment; tokens NULL = not read yet */
	struct phrase totals[24];   /* phrases that begin a total row */
	size_t totals_n;
	int32_t em;                 /* commonest font size of the document */
	struct rule_set *rules;     /* one a page, read when first asked for */
	struct edge_event *events;  /* scratch of the coverage profile */
	struct span_set *spans;     /* one a page, of table-span.c; NULL = not asked for yet */
	uint8_t *page_runs;         /* one a page: 0 not looked at, 1 runs say nothing, 2 runs are cells */
};

struct prop;
struct column {
	int32_t x0, x1;            /* interval; first and last reach to the table's edge */
	int32_t head_x0, head_x1;  /* of the header words; x0 > x1 if there is none */
	uint32_t *head;            /* header words, reading order */
	size_t head_n;
	struct phrase own, above, full; /* header; the spanning cells above it; both */
	uint32_t lines, filled;    /* of the sample */
	uint32_t kinds[SAMPLE_LINES]; /* readings of the filled cells of the sample */
	uint32_t figures;          /* kinds of the figures that fill most of its cells; 0 if it has none */
	int field;                 /* index of the property it gives, -1 none */
	int score;                 /* similarity of that match, 0 if by elimination or content */
	const struct prop *also;   /* a second property that its cells give, or NULL */
	uint8_t divide;            /* how they come in two (record-share.h) */
	bool turned;               /* the second one's part comes first */
	bool unsure;               /* of a table that may as well lie on its side */
	bool half;                 /* its property has one part of what the cells hold, the second if turned */
	int32_t edge[2];           /* mean left and right edge of its cells */
	bool tight[2];             /* all of them share that edge */
	bool sides;                /* its figures end with the side of an account: "45.10 DR", "120,50 H" */
	bool touching;             /* set so close to a neighbour's that both read as one run */
};

enum row_role {
	ROW_BODY, ROW_TOTAL, ROW_GROUP, ROW_DETAIL /* labels that belong to the record above */, ROW_HEADER /* repeated */, ROW_NOTE, ROW_BELOW /* the sum that ends a list */, ROW_ROLES
};

struct cell {
	uint32_t word, words; /* neighbours on one line */
};

struct row {
	uint32_t line;
	uint8_t role;         /* enum row_role */
	bool rule_above;      /* a horizontal rule separates it from the row above */
	bool break_above;     /* a page, or a header, lies between it and the row above */
	bool record;          /* looks like (the main line of) a record */
	int32_t gap;          /* white space above; 0 after a break */
	uint64_t fill, typed; /* columns with words; columns with a figure that a key column wants */
	struct cell *cells;   /* one a column */
};

enum table_stop { STOP_PAGE, STOP_PROSE, STOP_GAP, STOP_HEAD, STOP_TOTAL, STOP_MISFIT };

/* A header and the rows below it; joined with its continuations. */
struct table {
	const struct prop_list *props;  /* whose columns the header names */
	uint32_t page, line, lines;     /* header window */
	uint32_t last_line;             /* last line read, rows and totals */
	struct column *cols;
	size_t cols_n;
	int32_t x0, x1;
	struct row *rows;
	size_t rows_n, rows_cap;
	uint64_t keys;                  /* columns of figures */
	uint64_t always;                /* those that all records so far fill, from the second record on */
	uint32_t records;               /* rows that look like records */
	uint32_t dropped;               /* rows that looked so until they were read as those of a slip */
	size_t labels;                  /* properties found by header */
	int score;                      /* of the header against the array */
	enum table_stop stop;
	size_t units;                   /* the row below the header that names units, and one more; 0 = none does */
	bool transcript;                /* the array copies the table, totals and all */
	bool taken;
};

struct table_list { /* sorted by line */
	struct table *items;
	size_t n, cap;
};

static inline int bits64(uint64_t v)
{
	return __builtin_popcountll(v);
}

/* Three cells and more on a line are a row of a table rather than an entry or an item. */
static inline bool line_is_row(const struct view_line *l)
{
	return l->segs > 2;
}

/* Letters, and none of them small. */
bool line_is_capitals(const struct view *v, const struct view_line *l);

struct rule_line { /* a horizontal (at = y) or vertical (at = x) line, pieces joined */
	int32_t at, from, to;
};
struct rule_set {
	const struct rule_line *h, *v; /* sorted by at */
	size_t h_n, v_n;
	bool ready;
};

/* A property that a column may give: of the array itself or of an array inside its items. */
struct prop {
	const struct plan_field *field;
	int child;    /* index of the child array, -1 = the array itself */
	size_t index; /* in that array's fields */
};
struct prop_list {
	const struct plan_array *array;
	struct prop *items;
	size_t n;
	uint32_t *tokens; /* all tokens of all aliases, sorted; token_props[i] = properties that have it, as bits */
	uint64_t *token_props;
	size_t tokens_n;
	int *upper; /* one a property: the upper end of the range it is the lower end of, -1 = it is none */
};

struct sample { /* the first lines below a header */
	uint32_t lines[SAMPLE_LINES];
	uint32_t n;
};

/* ---- table-cell.c: readings of word runs */
uint32_t cell_read(const struct table_ctx *x, uint32_t word, uint32_t words); /* enum cell_kind bits */
/* The kinds a property's type wants, and the kinds that speak against it. */
uint32_t type_wants(enum value_type t);
uint32_t type_refuses(enum value_type t);
/* Those it wants that few other types have. */
uint32_t type_strong(enum value_type t);
/* Best typed reading of a property inside words [word, word + words): a span, or NULL. */
const struct span *cell_span(const struct table_ctx *x, enum value_type t, uint32_t word, uint32_t words);
/* "Monday", "Lun.": is the word the name of a day of the week? */
bool word_is_weekday(const struct view *v, uint32_t word);
bool phrase_is_total(const struct table_ctx *x, struct phrase p);
bool words_are_total(const struct table_ctx *x, struct phrase p);
bool words_begin_total(const struct table_ctx *x, struct phrase p);
struct phrase seg_phrase(struct table_ctx *x, uint32_t seg);
struct phrase words_phrase(struct table_ctx *x, const uint32_t *words, size_t n);
bool table_ctx_init(struct table_ctx *x);

/* ---- table-piece.c: what the source wrote in one go */
/* The end of the piece that begins at word, at most end: one segment, and one run where runs are cells. */
uint32_t piece_end(struct table_ctx *x, uint32_t word, uint32_t end);
/* Does a piece begin at word, the word before being on the same line? */
bool piece_starts(struct table_ctx *x, uint32_t word);
/* Do the runs of the page (doc_word.run) follow the cells of its tables? */
bool page_runs_are_cells(struct table_ctx *x, uint32_t page);

/* ---- table-rule.c: ruling lines and shading as separators */
const struct rule_set *page_rules(struct table_ctx *x, uint32_t page);
/* Is there a horizontal separator over most of [x0, x1] with y in [y0, y1]? */
bool rule_between_rows(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y0, int32_t y1);
/* The x of a vertical line in (x0, x1) that runs through most of [y0, y1]; false if none. */
bool rule_between_columns(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y0, int32_t y1, int32_t *at);

/* The lowest end of vertical lines that cross y, go on for at least so much below it, and stand apart over most of [x0, x1]:
 * where a table with a header at y is closed. INT32_MAX if there are none. */
int32_t rule_frame_bottom(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y, int32_t least);

/* ---- table-head.c: header cells of a window of lines */
/* Properties of an array and of the arrays in its items; NULL out of memory. */
struct prop_list *prop_list_new(struct table_ctx *x, const struct plan_array *array);
/* Properties one of whose alias tokens occurs in the line, as bits; *said: how many words do so. */
uint64_t line_hits(struct table_ctx *x, const struct prop_list *pl, uint32_t line, uint8_t *said);
/* Cells of lines [line, line + lines), left to right, at most TABLE_COLS; number of cells. */
size_t head_cells(struct table_ctx *x, uint32_t line, uint32_t lines, struct column *cols);
void column_name(struct table_ctx *x, struct column *c);

/* Do both have a header, the same words folded? What spans columns above does not count. */
static inline bool headers_equal(const struct column *a, const struct column *b)
{
	return a->own.n && a->own.n == b->own.n && !memcmp(a->own.tokens, b->own.tokens, a->own.n * sizeof(uint32_t));
}

/* Does a word stand in the column [x0, x1), by its middle? */
static inline bool word_inside(const struct view_word *w, int32_t x0, int32_t x1)
{
	int32_t mid = (w->box.x0 + w->box.x1) / 2;
	return mid >= x0 && mid < x1;
}

/* The first of a line's words, from *w to end, that stand in the column; *w moves behind the last of them. */
static inline uint32_t cell_next(const struct view *v, const struct column *c, uint32_t end, uint32_t *w)
{
	while (*w < end && v->words[*w].box.x0 + v->words[*w].box.x1 < 2 * c->x0)
		++*w;
	uint32_t from = *w;
	while (*w < end && word_inside(&v->words[*w], c->x0, c->x1))
		++*w;
	return from;
}

/* ---- table-parts.c: headers that name more than one thing */
#define HEAD_PARTS 6
#define HEAD_NAMES 4

struct head_parts { /* the parts of a header that may name properties one by one */
	struct str text[HEAD_PARTS];
	uint8_t line[HEAD_PARTS]; /* of the header, from its top */
	bool inside[HEAD_PARTS];  /* in brackets */
	size_t n;
	/* What a part says alone, and completed by its neighbours: "Depth from - to", "Trade / settle date"; empty if it does not. */
	struct phrase name[HEAD_PARTS][HEAD_NAMES];
};
void head_parts_read(struct table_ctx *x, const struct column *c, struct head_parts *h);
/* Best similarity of part i to a property; COMPLETED percent of it when a neighbour completes the name. */
int head_part_match(const struct table_ctx *x, const struct head_parts *h, size_t i, const struct plan_field *f);

/* Do two names differ in the words for the lower and the upper end of one range only: "valid from", "valid to"? */
bool names_are_range(const struct table_ctx *x, struct phrase p, struct phrase q);
size_t tokens_shared(struct phrase a, struct phrase b);
/* Similarity of a header of two parts to the two ends of a range, p first; 0 if it does not name both. */
int head_range_match(const struct table_ctx *x, const struct head_parts *h, const struct plan_field *p, const struct plan_field *q);
#define RANGE_NAMES 750 /* what a header of both ends counts for each of them, whatever its parts say alone */

/* ---- table-sample.c: lines that tell about the columns */
/* Was line l read off a picture, the header's line not? A picture below a table is no part of it. */
bool line_is_picture(const struct view *v, const struct view_line *head, const struct view_line *l);
/* Is the line a rule drawn with signs? */
bool line_is_drawn(const struct view *v, const struct view_line *l);
/* "Gross pay:    6,942.00": a label with its value, no row of a table whose rows begin otherwise. */
bool line_is_pair(const struct view *v, const struct view_line *l);
/* Does some piece of the line name a total? */
bool line_names_total(struct table_ctx *x, const struct view_line *l);
/* Back at the height of the header's line: where tables stand side by side, line l is of the next of them. */
bool line_is_beside(const struct table_ctx *x, const struct view_line *head, const struct view_line *l);
void sample_take(struct table_ctx *x, uint32_t line, uint32_t lines, struct sample *s);

/* ---- table-column.c: intervals from the body */
/* Cut the cells apart, split and join them as the sample says, add columns without header. */
size_t columns_fit(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, uint32_t line, uint32_t lines,
		   const struct sample *s);
size_t columns_rejoin(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *s);
/* Columns between the gutters of the sample's lines, without a header. */
size_t columns_of_lines(struct table_ctx *x, struct column *cols, const struct sample *s);
void columns_hint(struct table_ctx *x, struct column *cols, size_t n, uint32_t line);

/* ---- table-evidence.c: what the cells of the sample say */
void columns_count(struct table_ctx *x, struct column *cols, size_t n, const struct sample *s);
/* Share of the column's filled cells that read as any of kinds, 1/1000. */
int column_share(const struct column *c, uint32_t kinds);
static inline bool column_is_times(const struct column *c)
{
	return column_share(c, CELL_TIME) >= 700;
}

/* ---- table-match.c: columns to properties */
struct match {
	size_t from, to; /* the columns that belong together, [from, to) */
	size_t labels;   /* properties found by header */
	int best, said;  /* the best similarity of a header, and their sum */
	int score;       /* sum of similarities, weighted by type agreement */
};
/* Sets field and score of columns; false if the header does not carry this array. */
bool columns_match(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *sample,
		   struct match *m);
int header_best(struct table_ctx *x, const struct prop_list *pl, const struct column *c); /* over all properties */
int header_similarity(struct table_ctx *x, const struct column *c, const struct plan_field *f);

/* ---- table-infer.c: columns that no header gives a property */
/* What the cells say about the property's type: conflict, nothing, agreement, or that they are just that. */
enum agreement { AGREE_NOT, AGREE_EMPTY, AGREE_ELSE, AGREE_OPEN, AGREE_ANY /* text takes anything */, AGREE_YES, AGREE_STRONG, AGREE_N };
enum agreement type_agreement(const struct column *c, enum value_type t);
/* Is a property named as groups of records are: section, category …? */
bool field_is_group(const struct table_ctx *x, const struct plan_field *f);
/* Give free columns the free properties that their cells and their place speak for. */
/* Before that: headers that are the beginning of a word for one free property alone, "Gr." */
void columns_shortened(struct table_ctx *x, const struct prop_list *pl, struct column *cols, struct match *m);
void columns_infer(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, struct match *m);

/* ---- table-side.c: upright or on its side */
/* Do first cells of rows name the properties rather than the header of columns [cols, cols + n), and are rows of one kind rather than columns?
 * *unsure: they name as many as the header does, whatever the answer. */
bool table_is_on_side(struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n, const struct sample *s, bool *unsure);

/* ---- record-date.c: how many dates have columns for their day, month and year each, which no other property has then? */
size_t columns_date(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n);

/* ---- record-cross.c: columns headed by values */
/* Do the headers of columns that no label gives a property say values of one, their cells those of another? *words: the headers are plain words. */
bool columns_cross(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, bool *words);
/* The first of the words that stand on the last line of a header. */
size_t head_last_line(const struct table_ctx *x, const struct column *c);
/* "Zone 1", "Zone 2": do two headers say the same but for a last word that counts? */
bool heads_are_series(const struct table_ctx *x, const struct column *a, const struct column *b);

/* ---- table-relate.c: columns bound by arithmetic */
/* "-1234.5" to -12345000, decimals times 10,000; false past the range where products stay exact. */
bool decimal_scaled(struct str s, int64_t *out);
/* Raise sims (property x column) of columns that fit an equation of their properties. */
void columns_relate(const struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n,
		    const struct sample *s, int32_t *sims);

/* ---- table-row.c: lines to rows */
/* Split one line over the columns; false if none of its words lies in the table. */
bool row_take(struct table_ctx *x, const struct table *t, uint32_t line, struct row *r);
/* Words of the row run through the cuts: it is no row of this table. */
bool row_is_misfit(const struct table_ctx *x, const struct table *t, const struct row *r);
bool row_is_total(struct table_ctx *x, const struct table *t, const struct row *r);
/* "Amount due", "VAT": is the row labelled as a figure that the schema asks for once? Such rows are no records where none follows. */
bool row_names_scalar(struct table_ctx *x, const struct table *t, const struct row *r);
bool cell_names_scalar(struct table_ctx *x, const struct cell *c); /* the same of one cell */
bool row_is_record(const struct table *t, const struct row *r);
/* ---- table-span.c: fill columns that the row leaves empty from ruled cells that stand beside it and other rows; fill 0 if it has nothing else */
void row_span_fill(struct table_ctx *x, const struct table *t, struct row *r);

/* ---- table-sum.c: does the row, to be added to the table's, add up the records right above it, or balance the last two totals? */
bool row_sums_up(struct table_ctx *x, const struct table *t, const struct row *r);
/* Do the rows of the page below a sum, up to the next line named as one, add up to that, and to another figure than the sum's own? */
bool sum_follows(struct table_ctx *x, const struct table *t, const struct row *r);
/* Does the row fill most of the key columns, and are there several? */
bool row_is_sure(const struct table *t, const struct row *r);

/* ---- table-body.c: the rows below a header */
/* heads is sorted by line; a header of another table ends the body. */
bool table_read(struct table_ctx *x, struct table *t, const struct table_list *heads);

/* ---- record-count.c: counts before the thing */
/* Of the n words of a text, beginning with these two, those that say how many: 0, 1 ("3x") or 2 ("3 x"). */
size_t words_count(struct str first, struct str second, size_t n);
/* Does the array ask for a quantity? */
bool array_counts(const struct table_ctx *x, const struct plan_array *a);

/* ---- table-slip.c: the items of receipts */
/* Of a table without a header whose rows are a text and an amount: what is no item goes, texts are freed of how amounts came about. */
void table_slip(struct table_ctx *x, struct table *t);
/* Of a table without a header: rows that are the sums of groups above, and what follows the last of all, are no items. */
void table_slip_end(struct table_ctx *x, struct table *t);

/* ---- table-find.c: all headers of an array */
bool tables_find(struct table_ctx *x, const struct prop_list *pl, struct table_list *out);
void tables_sort(struct table_list *l); /* by line, then x */

/* ---- table-bare.c: tables without a header that says anything */
/* Among lines that belong to no table yet; table.lines is 0. */
bool tables_find_bare(struct table_ctx *x, const struct prop_list *pl, struct table_list *out);

/* ---- table-sister.c: rows below the sisters of a heading */
/* Is a line a heading, or set like one, or a date of its own? */
bool line_heads(const struct table_ctx *x, uint32_t line);
/* The line right above a line of its page, if it is a heading or a date of its own; false if there is none. */
bool heading_over(const struct table_ctx *x, uint32_t line, uint32_t *head);
/* Are two headings set alike? */
bool heads_alike(const struct view *v, uint32_t a, uint32_t b);
/* Does a heading name the array? */
bool heading_names_array(struct table_ctx *x, const struct plan_array *array, uint32_t head);
/* Does a heading name another array of the schema, or a total? */
bool heading_names_other(struct table_ctx *x, const struct plan_array *array, uint32_t head);
/* Tables without a header, below headings set as the one above the model, whose rows are of its kind; lines marked in covered (one a line) are taken. */
bool tables_find_sisters(struct table_ctx *x, const struct table *model, const uint8_t *covered, struct table_list *out);

/* ---- record-share.c */
/* Columns whose header names two properties one below the other, as bits: their records have a row for each. */
uint64_t columns_of_two_lines(struct table_ctx *x, const struct table *t);
