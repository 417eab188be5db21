/* SPDX-License-Identifier: Apache-2.0 */
/*
 * layout - passes over a parsed document: words > lines > segments > blocks,
 * headings, running headers and footers, ruled cells.
 *
 * Pure: same document, same view, whatever the order of the words on input. Ties
 * break by page, y, x, text. Everything lives on the caller's arena and points
 * into the document. Geometry in doc units (1/100 pt), as in doc.h.
 *
 *   page      word ids are dense and sorted by (page, line, x), hidden words left out, so
 *   line        a line   = lines[l]: words [word, word + words)   one visual row
 *   segment     a segment = segs[s]: words [word, word + words)   run with ordinary gaps
 *   block       segments stacked with small leading and a common edge (address, wrapped cell, paragraph)
 */
#pragma once
#include "base/arena.h"
#include "doc/doc.h"

#define VIEW_NONE UINT32_MAX

/* How a word stands that is DOC_VERTICAL in the view, which are all that do not run along the page. */
enum view_way { VIEW_UP, VIEW_DOWN, VIEW_UPSIDE_DOWN };

struct view_word {
	struct str text;      /* as in the document */
	struct doc_box box;
	uint32_t page, line, seg; /* indexes into the view */
	uint32_t color;
	uint16_t size, run;
	uint8_t flags, source, conf, down; /* down: enum view_way */
};

struct view_seg {
	uint32_t word, words; /* as they are read; but for scripts from right to left that is from left to right */
	uint32_t page, line, block;
	struct doc_box box;
	uint16_t size;        /* font size of most of it */
	bool bold;            /* most of it */
};

enum view_line_flag { VIEW_RUNNING = 1 /* repeats on >= 3 pages at the same place, digits masked */, VIEW_HEADING = 2, VIEW_PROSE = 4 /* inside a paragraph of running text */ };
struct view_line {
	uint32_t word, words, seg, segs, page;
	struct doc_box box;
	int32_t leading;      /* distance to the baseline of the line above on the page; 0 for the first */
	uint32_t section;     /* index of the heading line in force, or VIEW_NONE */
	uint8_t flags, level; /* level of a heading, 1 = highest */
	uint8_t abreast;      /* so many times it says the same: column headers of tables side by side; else 0 */
};

struct view_block {
	uint32_t page, segs_n;
	const uint32_t *segs; /* top to bottom */
	struct doc_box box;
};

/* A cell closed by rules on all four sides (forms, lattice tables). */
struct view_cell {
	struct doc_box box;
	uint32_t page;
	uint32_t grid, row, col; /* cells of one ruled grid share grid; row, col count from 0 */
	uint16_t row_span, col_span;
};

struct view_page {
	const struct doc_page *page; /* turned upright, if its text was not */
	uint32_t word, words, line, lines;
	uint32_t cell, cells;      /* range in view.cells, sorted by (grid, row, col) */
	int32_t body_size;         /* commonest font size, 1/100 pt */
	uint8_t quarter;           /* how many quarters, clockwise, the page was turned by */
};

struct view {
	const struct doc *doc;
	uint32_t words_n, lines_n, segs_n, blocks_n, pages_n, cells_n;
	struct view_word *words;
	struct view_line *lines;
	struct view_seg *segs;
	struct view_block *blocks;
	struct view_page *pages;
	struct view_cell *cells;
	const uint32_t *hyphened;  /* words with a hyphen inside, "long-term" */
	uint32_t hyphened_n;
	bool day_first;            /* reading of 03/04/2020, decided by the document's own dates, else by its language */
	bool decimal_comma;        /* reading of 1,234, decided by the document's own numbers, else by its language */
	char lang[3];              /* guessed main language ("en", "de", …) by function words; "" unknown */
};

/* All passes. NULL with ERR_BUDGET if the arena's ceiling is reached. */
struct view *layout_build(const struct doc *d, struct arena *a, struct err *e);
/* Words, lines and segments alone, in the same order: neither blocks, headings and cells nor a language. */
struct view *layout_lines(const struct doc *d, struct arena *a, struct err *e);

/*
 * The same document read column by column: where pages stand in columns, *out is a view in which a line ends with its
 * column and lines come in the order they are read; else v itself. Words, segments, blocks and cells keep their numbers. For
 * readers of running entries and lists; tables lie across and want the view as it is. False out of memory.
 */
bool layout_columns(const struct view *v, struct arena *a, const struct view **out);
/* The same, parted only where tables with the same column headers, or lists of texts and figures below headings, stand side by side. */
bool layout_abreast(const struct view *v, struct arena *a, const struct view **out);

/* Is word w the mark of a note, small and raised behind the word before it: "20¹", "France(a)"? A unit's exponent is none. */
bool word_is_note(const struct view *v, uint32_t w);
/* Text of words [w, w + n), single spaces inside a line, appended to b ('\n' between lines). */
void layout_text(const struct view *v, uint32_t w, uint32_t n, struct buf *b);
/* Is word w parted at the end of its line, its rest the word next: "require-", "ments"; or at a hyphen of its own: "long-", "term"? */
enum layout_parting { PARTED_NOT, PARTED_WORD, PARTED_AT_HYPHEN };
enum layout_parting layout_parting(const struct view *v, uint32_t w, uint32_t next);
/* The page as the document has it, and where a box of its view lies on it: what is told of places is told so. */
const struct doc_page *layout_page(const struct view *v, uint32_t page);
struct doc_box layout_on_page(const struct view *v, uint32_t page, struct doc_box b);

/* Reading-order text and markdown of one page (index) of the view, for `quarry parse` and the parse API. */
void layout_write_text(const struct view *v, uint32_t page, struct buf *b);
void layout_write_markdown(const struct view *v, uint32_t page, struct buf *b);
/* The same text in other styles. */
struct layout_text_style {
	bool rows;    /* lines run across the page: columns stay side by side */
	bool aligned; /* a place on any page gives the same column of characters */
};
void layout_write_text_styled(const struct view *v, uint32_t page, const struct layout_text_style *style, struct buf *b);
/* The same, and where its headings, paragraphs, lists and tables begin in b and lie on the page; those without words are empty. */
struct layout_part {
	size_t at;          /* offset in b; it goes on to the next one or the end */
	struct doc_box box;
	uint32_t words;
	uint8_t least_conf; /* of its words */
};
struct layout_word {    /* a word that was written */
	uint32_t word, part; /* of the view; of the rows */
	size_t at, end;      /* of b: where its text stands */
	uint16_t row, column; /* of its table; LAYOUT_NO_CELL outside of one */
};
#define LAYOUT_NO_CELL UINT16_MAX
struct layout_link {    /* words whose middle lies in the box lead to the address */
	struct doc_box box;
	struct str address;
};
/* What is taken for a table: rows that are ruled or plainly aligned; those that are ruled alone; whatever may be rows. */
enum layout_tables { LAYOUT_TABLES_USUAL, LAYOUT_TABLES_RULED, LAYOUT_TABLES_EAGER };
struct layout_parts {
	struct buf rows;    /* struct layout_part */
	struct buf words;   /* struct layout_word in the order of the text, if wanted */
	bool wants_words;
	enum layout_tables tables;
	struct str line_break; /* between the lines of a ruled cell; p NULL = a blank */
	/* Of the page: words that lead somewhere are written as "[words](address)", and square brackets of the text escaped. */
	bool with_links;
	const struct layout_link *links;
	size_t links_n;
};
void layout_write_parts(const struct view *v, uint32_t page, struct buf *b, struct layout_parts *parts);
