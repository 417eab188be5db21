/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * rtf - Rich Text Format (Microsoft's specification, version 1.9.1) into a flow.
 *
 * Groups, control words and bytes come from a tokenizer; the reader keeps a state per group. A document is read once
 * for its fonts and for what its headers say, then once for each region that is shown, from top to bottom. Readers
 * skip what they do not know if it says that it may be skipped ("\*"), as the format wants it.
 */
#pragma once
#include "parse/revise.h"

/* ---- tokens (rtf-token.c) */

enum rtf_kind { RTF_END, RTF_OPEN, RTF_CLOSE, RTF_WORD, RTF_BYTES };

struct rtf_token {
	enum rtf_kind kind;
	struct str text;   /* the word without backslash and number ("'" and other signs count as words); bytes of text */
	bool has_number;
	int32_t number;    /* of "'": the byte */
};

struct rtf_tokens {
	struct str rest;
};
/* The next token. Data of "\bin" is passed over; ends of lines are no text. */
struct rtf_token rtf_next(struct rtf_tokens *t);

/* ---- reading (rtf-text.c) */

enum { RTF_TWIP = 5 /* doc units */, RTF_DEPTH = 400, RTF_CELLS = 256, RTF_LEVELS = 16, RTF_RUNNING = 500 /* headers and footers */,
	RTF_NOTED = 10000 /* references to notes; further ones are to the foot of their page */,
	RTF_PAPERS = 256 /* colours that may be that of the paper */ };

enum rtf_region { RTF_SCAN, RTF_HEADERS, RTF_BODY, RTF_NOTES, RTF_FOOTERS };

enum rtf_dest { /* what the text of a group is */
	RTF_TEXT, RTF_SKIP, /* and all groups in it */
	RTF_NOTHING,        /* groups in it may be something */
	RTF_PICTURE,
	RTF_FONTS, RTF_COLORS, RTF_FIELD, RTF_REVISERS, RTF_MARKER, RTF_FIELD_NAME, RTF_FIELD_ITEM, RTF_FIELD_TEXT, RTF_TITLE, RTF_AUTHOR,
		RTF_SUBJECT, RTF_KEYWORDS,
	RTF_COMMENT, RTF_COMMENT_BY, RTF_REMARK_REF, RTF_REMARK_PLACE
};

/* What became of a text; a text may be inserted by one and deleted by another. */
enum rtf_change { RTF_UNCHANGED, RTF_INSERTED, RTF_MOVED_TO, RTF_FORMATTED, RTF_DELETED, RTF_MOVED_FROM, RTF_CHANGES };

struct rtf_para {
	uint8_t align, heading; /* heading: level, 0 = none */
	uint8_t table;          /* depth of tables */
	uint8_t level;          /* of a list */
	struct flow_stops stops; /* from the margin */
	uint8_t stop_align;     /* of the next one */
	int32_t left, first;    /* indent of lines; more of the first line */
	bool shaded;            /* something is behind it */
};

struct rtf_state { /* of a group */
	enum rtf_dest dest;
	enum rtf_region region;
	struct flow_style style;
	struct rtf_para para;
	uint16_t font_set;      /* code page of its font */
	uint8_t skip_after_u;
	uint8_t base;           /* depth of tables that a text box stands in */
	uint8_t changes;        /* bits 1 << enum rtf_change */
	uint16_t by[RTF_CHANGES]; /* of each, its author in the table of them */
	bool hidden, is_field, is_box, captures;
	bool in_box;            /* and what it is drawn on is not known */
	bool paper, shaded;     /* letters are the colour of paper; something else is behind them */
	bool end_note;          /* of a note: it stands at the end of the document */
};

struct rtf_cell { /* as a row defines it */
	int32_t right;
	uint8_t borders, valign;
	bool merge_left, merge_up, shaded;
};

struct rtf_font {
	int32_t number;
	uint16_t set;
	uint8_t symbol;            /* enum symbol_font */
};

struct rtf_picture { /* on its way */
	const char *type;          /* MIME; NULL: of a kind that is not read */
	int32_t width, height;     /* twips, 0 = not said */
	int32_t scale_x, scale_y;  /* percent */
	int nibble;                /* a digit that waits for its other half, -1 = none */
};

struct rtf_remark {
	struct str ref, by, text;
	bool told;
};

struct rtf {
	struct flow *f;
	struct arena *arena;
	struct err *e;
	bool ok;
	enum rtf_region pass;
	struct rtf_state *states, *s; /* s: of the group at hand */
	uint32_t depth;
	/* of the document */
	uint16_t ansi;             /* code page */
	struct rtf_font *fonts;
	size_t fonts_n;
	bool papers[RTF_PAPERS];   /* of the table of colours: which are that of the paper */
	bool background;           /* pages are not paper */
	uint8_t color[3];          /* being read */
	size_t colors_n;
	bool row_shaded;
	uint64_t *sums;            /* of headers and footers, in their order */
	bool *repeats;
	size_t sums_n, sum_i;
	int32_t width, height, margin; /* of pages, as the document says; of the section */
	int32_t section_width, section_height, section_margin;
	/* Notes, of the foot of a page and of the end of the document: numbered apart. */
	struct { char format; int32_t start, next; } numbers[2]; /* format as office_number() takes it */
	bool *ends;                /* for each reference in the text, in order: to a note of the end */
	uint32_t refs, refs_taken, note_ref; /* seen so far; those that had their note; that of the note at hand, 0 = none */
	/* text on its way */
	struct buf bytes, utf8, captured, field, picture_bytes;
	struct rtf_picture picture;
	uint16_t bytes_set;
	int32_t high;              /* a surrogate that waits for its other half */
	uint32_t skip_chars;       /* after "\u" */
	struct str marker, author;
	/* changes and remarks */
	bool tells_revisions;
	struct revise revise;
	struct buf revisers, gone; /* names of authors, each with ";"; text that a change took away */
	enum rtf_change change;    /* under way */
	uint16_t change_by;
	struct rtf_remark *remarks;
	size_t remarks_n, remark_i;
	struct str remark_ref;
	/* of a form's field */
	struct str field_name, items[64];
	size_t items_n;
	int32_t field_type, field_result, field_default;
	/* boxes of the flow that are open */
	bool star, para_open, page_pending, section_begun, section_pending,
		section_goes_on; /* star: "\*" stood before the next word */
	struct { bool table, row, cell; uint32_t at; } level[RTF_LEVELS];
	int tables;                /* of level[], from 1 */
	struct rtf_cell cells[RTF_CELLS], cell; /* the row's definition; the cell that is being defined */
	uint32_t cells_n;
	int32_t row_left;
	uint8_t side;              /* whose border is being told */
};

/* Set a whole document: headers of pages first, notes and footers last, each text once; with facts of its revisions, if they
 * are wanted. Fails as rtf_read() does. */
bool rtf_show(struct flow *f, struct str bytes, bool revisions, struct err *e);

/* False when out of memory. */
bool rtf_init(struct rtf *r, struct flow *f, bool revisions, struct err *e);
void rtf_fini(struct rtf *r);
/* Go through the document for a region. ERR_BUDGET if groups nest past all reason. */
bool rtf_read(struct rtf *r, struct str bytes, enum rtf_region pass, struct err *e);

/* ---- between the files of the reader */

static inline bool rtf_is_region(const struct rtf *r)
{
	return r->s->region == r->pass;
}

static inline bool rtf_is_shown(const struct rtf *r)
{
	return r->s->dest == RTF_TEXT && rtf_is_region(r);
}

/* By its looks, or for a change took it away. */
static inline bool rtf_is_hidden(const struct rtf *r)
{
	return r->s->hidden || r->s->changes & (1 << RTF_DELETED | 1 << RTF_MOVED_FROM);
}

/* Letters the colour of paper, with nothing behind them: nobody sees them, though they have a place (rtf-looks.c). */
bool rtf_is_faint(const struct rtf *r);

/* A group begins or ends; ERR_BUDGET if they nest past all reason (rtf-group.c). */
bool rtf_group_open(struct rtf *r, struct err *e);
void rtf_group_close(struct rtf *r);
/* The group at hand is captured, a field, a region, a text box. */
void rtf_capture_begin(struct rtf *r, enum rtf_dest dest);
void rtf_field_begin(struct rtf *r);
bool rtf_field_is(const struct rtf *r, const char *what);
void rtf_region_begin(struct rtf *r, enum rtf_region region);
void rtf_box_begin(struct rtf *r);
/* A picture (rtf-picture.c): the group begins; what stands in it; its end, where it is shown. */
void rtf_picture_begin(struct rtf *r);
void rtf_picture_word(struct rtf *r, const struct rtf_token *t);
void rtf_picture_text(struct rtf *r, struct str s);
void rtf_picture_end(struct rtf *r);
/* Changes and remarks (rtf-revise.c): text comes, style NULL if it is not shown; a pass is over; the text begins that the
 * remark of that number is about; a remark ended. */
bool rtf_revise_init(struct rtf *r);
void rtf_revise_fini(struct rtf *r);
void rtf_revise_text(struct rtf *r, struct str s, struct flow_style *style);
void rtf_revise_end(struct rtf *r);
void rtf_remark_place(struct rtf *r, struct str ref);
void rtf_remark(struct rtf *r, struct str text);
/* Which headers and footers say what another one has said, once all were read. */
void rtf_running_compare(struct rtf *r);

/* A control word that changes looks or tables (rtf-looks.c). False: it does not. */
bool rtf_look(struct rtf *r, const struct rtf_token *t);
/* Open the boxes that text of the paragraph at hand stands in, or those of a cell that ends. */
void rtf_para_open(struct rtf *r);
void rtf_para_close(struct rtf *r);
void rtf_cell_end(struct rtf *r, int level);
void rtf_row_end(struct rtf *r, int level);
void rtf_tables_close(struct rtf *r, int down_to);
/* The name of a code page for charset_decode(); the code page of a font's character set, 0 = the document's. */
struct str rtf_set_name(uint16_t set, char room[24]);
uint16_t rtf_set_of(int32_t charset);
