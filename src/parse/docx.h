/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * docx - WordprocessingML (ECMA-376 part 1, 17) into a flow: styles and numbers of lists first, then each part's text.
 */
#pragma once
#include "parse/flow.h"
#include "parse/ooxml.h"
#include "parse/revise.h"
#include "parse/symbols.h"

enum { DOCX_STYLES = 4000, DOCX_LISTS = 2000, DOCX_LEVELS = 9, DOCX_NESTED = 64, DOCX_RUNNING = 64, DOCX_CONTROLS = 32,
	DOCX_ENTRIES = 100, DOCX_FIELDS = 64, DOCX_IMAGES = 5000, DOCX_LINKS = 5000, DOCX_OBJECTS = 500, DOCX_NOTES = 20000, DOCX_REMARKS = 5000, DOCX_TWIP = 5 /* doc units */, DOCX_UNSAID = -1 };

struct docx_stops { /* tab stops of a paragraph and where its text begins; from the left margin */
	struct flow_stops tabs;
	bool indent_said;
	int32_t left, first;  /* of lines; more of the first line */
};

struct docx_style {
	struct str id, based_on;
	uint16_t size;    /* 0 = not said */
	uint8_t level;    /* of a heading, 1 to 6; 0 = none */
	int8_t bold, italic, hidden, ruled; /* -1 off, 0 not said, 1 on; ruled: the cells of a table */
	int8_t paper, shaded; /* its letters are the colour of paper; something is behind them */
	int32_t list, list_level; /* DOCX_UNSAID; list 0 = none */
	struct docx_stops stops;
};

struct docx_level {
	struct str text;  /* "%1.%2" */
	struct str style; /* of paragraphs that are of this level */
	char format;      /* 'b' bullet, '1', '0' as 01, 'a', 'A', 'i', 'I', 0 none */
	bool is_legal;    /* all numbers in it as 1 2 3 */
	int32_t start;
};

struct docx_list { /* w:abstractNum: its lists count on from one to the next */
	struct str id, is_style, of_style; /* the list that a style of lists is; that it takes from one */
	struct docx_level *level; /* DOCX_LEVELS */
	int32_t next[DOCX_LEVELS];
	bool begun[DOCX_LEVELS];
};

struct docx_list_use { /* w:num */
	int32_t id;
	uint32_t list;
	struct docx_level *level; /* of its own, NULL = none */
	uint16_t own, restarts;   /* bits: levels that are its own; that begin anew at start */
	int32_t start[DOCX_LEVELS];
};

struct docx_para { /* under construction; they nest through text boxes */
	struct flow_props props;
	struct docx_style style;
	struct str marker;
	int32_t list, list_level; /* DOCX_UNSAID: as its style says */
	struct flow_stops stops;
	bool open, section_after, drop_cap;
	bool shaded; /* something is behind its text */
};

struct docx_control { /* that words are in */
	uint32_t fact;    /* 0 = none */
	size_t from;      /* of its text */
	bool is_box, on, shown, blank, is_field;
};

struct docx_form {
	struct docx_control open[DOCX_CONTROLS];
	int open_n, beyond;
	struct buf text;  /* of all that are open */
	bool in_props, in_data; /* of a control; of a field */
	struct str alias, tag, name, entries[DOCX_ENTRIES];
	bool blank, is_box, is_text, on;
	int32_t result;
	size_t entries_n;
};

struct docx_image { /* that the part at hand points at */
	struct str id, path;
};

struct docx_remark { /* of comments.xml */
	struct str id, author, text;
	bool placed;
};

struct docx_link { /* the same, to an address */
	struct str id;
	uint32_t link; /* flow_link() */
};

enum { DOCX_MATHS = 32 };
struct docx_math { /* parts of formulas that are open */
	struct docx_math_part {
		char open[8], between[8], close[8]; /* signs before its first part, before each further one, after the last */
		int parts;      /* so far */
		int8_t raise;
		bool is_whole;  /* it has parts */
	} part[DOCX_MATHS];
	int n, beyond;
};

struct docx {
	struct flow *f;
	struct archive *a;
	struct arena *arena;
	struct docx_style *styles, *style; /* style: being read */
	struct str default_style;          /* of paragraphs */
	uint16_t default_size;
	bool in_condition;                 /* of a style: how the first row of a table looks, and the like */
	size_t styles_n, lists_n, uses_n;
	struct docx_list *lists;
	struct docx_list_use *uses;
	struct str document, styles_path, numbering_path, comments, notes[2], heads[DOCX_RUNNING], feet[DOCX_RUNNING];
	size_t heads_n, feet_n, notes_n;
	struct docx_form form;
	struct docx_image *images;
	struct docx_link *links;
	size_t images_n, links_n, objects_n; /* objects: charts and diagrams that were read */
	int32_t picture_width, picture_height; /* of the drawing at hand, doc units; 0 = not told */
	/* of the part at hand */
	struct docx_para para[DOCX_NESTED];
	int paras;
	struct flow_style run;
	uint32_t link;              /* that runs are inside of; 0 = none */
	char capital[16];           /* a drop cap whose paragraph comes next */
	size_t capital_n;
	struct docx_level *level_now;
	int32_t override;           /* of a list: the level it is about */
	uint8_t field[DOCX_FIELDS]; /* of those that are open: 1 in its code, 0 in its result */
	int fields, fields_beyond, codes;
	struct buf notes_seen;      /* int32_t: ids of notes in the order of their numbers, ends of documents as ~id */
	int32_t note;               /* whose text is read; its id as in notes_seen */
	bool taken[DOCX_NESTED];    /* of alternatives for other programs, one within the other: one was read */
	int alternatives;
	bool in_run_props, in_para_props, in_cell_props, in_section, in_text, vanish;
	bool shaded;      /* pages have a colour, or a picture is behind their text */
	int8_t paper, run_shaded; /* of the run at hand, as in its style */
	int hidden_row;   /* depth of tables of the row at hand that is not shown; 0 = none */
	bool cell_shaded[DOCX_NESTED], table_shaded[DOCX_NESTED];
	int boxes;        /* text boxes that are open */
	struct docx_math math;
	int skip;         /* depth inside of what is left out */
	struct revise revise;
	bool reformatted;           /* the run at hand looked otherwise before */
	struct str by, gone_by;     /* who did that; who took out what is left out now */
	const char *gone;           /* as what that is told; NULL = not */
	struct buf gone_text;
	struct docx_remark *remarks;
	size_t remarks_n;
	bool skip_counts; /* its words are hidden ones: deleted */
	struct { int32_t width, height, margin; bool goes_on; } section; /* being read */
	struct flow_props cell;
	bool cell_open[DOCX_NESTED], table_open[DOCX_NESTED], ruled[DOCX_NESTED];
	int cells, tables;
};

/* Does the element's "val" say on? "w:b" alone does. */
bool docx_on(const struct xml_node *n);
struct str docx_kept(struct docx *d, struct str s); /* on the arena */

/* ---- styles.xml and numbering.xml (docx-styles.c); ctx of all events is the struct docx */

extern const struct xml_events docx_style_events, docx_list_events;
/* What a style says, with what it leaves to the ones it is based on. */
struct docx_style docx_style_whole(const struct docx *d, struct str id);
/* "%1.%2)" with the counters in force, counted on; a bullet, whatever its font draws, is "•". */
struct str docx_marker(struct docx *d, int32_t id, int32_t level);
/* The level of a list that paragraphs of the style are of; 0 if it names none. */
int32_t docx_level_of_style(const struct docx *d, int32_t id, struct str style);
/* "w:ind" and "w:tab" of paragraph properties. */
void docx_stops_say(struct docx_stops *s, const struct xml_node *n);

/* ---- parts with text (docx-text.c) */

extern const struct xml_events docx_text_events;
void docx_text_begin(struct docx *d);

/* ---- runs (docx-runs.c) */

void docx_run_start(struct docx *d, const struct xml_node *n); /* an element in or around one */
void docx_run_prop(struct docx *d, const struct xml_node *n);
void docx_run_text(struct docx *d, struct str s);
void docx_capital_put(struct docx *d, const struct flow_style *style); /* the drop cap that waits, if one does */
int32_t docx_note_id(const struct xml_node *n);               /* as in notes_seen */

/* What was changed or remarked on: an element that says so begins, or ends (docx-revise.c). */
void docx_revise_start(struct docx *d, const struct xml_node *n);
void docx_revise_end(struct docx *d, const struct xml_node *n);
/* What is left out begins, has a text, and is over. */
void docx_gone_start(struct docx *d, const struct xml_node *n);
void docx_gone_text(struct docx *d, struct str s);
void docx_gone_end(struct docx *d);
/* Remarks that no place of the text names. */
void docx_remarks_end(struct docx *d);

/* What is written around the parts of formulas, and how high those stand (docx-math.c). */
void docx_math_start(struct docx *d, const struct xml_node *n);
void docx_math_end(struct docx *d, const struct xml_node *n);
int8_t docx_math_raise(const struct docx *d);
/* Does the shading show something behind a text? A colour that is that of paper? */
int8_t docx_shades(const struct xml_node *n);
int8_t docx_is_paper(const struct xml_node *n);

/* Content controls and fields of forms: marks, and facts over the words inside (docx-form.c). */
void docx_form_start(struct docx *d, const struct xml_node *n);
void docx_form_end(struct docx *d, const struct xml_node *n);
void docx_form_style(const struct docx *d, struct flow_style *style); /* of words: the fact they are in, and whether they only ask for a value */
bool docx_form_text(struct docx *d, struct str s);          /* true: it is not to be shown */
void docx_mark_put(struct docx *d, bool on);
/* The paragraph at hand. */
static inline struct docx_para *docx_para_of(struct docx *d)
{
	return &d->para[d->paras < DOCX_NESTED ? d->paras : DOCX_NESTED - 1];
}
/* Pictures of drawings, today's and those of Word 2003 (docx-picture.c). */
bool docx_images_read(struct docx *d, struct str part, struct err *e);
void docx_picture_start(struct docx *d, const struct xml_node *n);
bool docx_picture_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e);
/* Open the cell that what comes stands in. */
void docx_cell_open(struct docx *d);
/* Open what text of the paragraph at hand stands in. */
void docx_para_open(struct docx *d);
struct flow_style docx_run_style(struct docx *d);
