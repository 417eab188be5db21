/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * pptx - slides of PresentationML (ECMA-376 part 1, 19) and the shapes of DrawingML (20, 21) on them.
 *
 * A slide's placeholders take place and looks from those of its layout, these from the master's. All three are
 * read by the same reader: of layouts and masters it keeps what placeholders say, and later shows the rest.
 */
#pragma once
#include "parse/flow.h"
#include "parse/xml.h"

enum { PPTX_LEVELS = 9, PPTX_EMU = 127 /* English metric units of a doc unit */ };

struct pptx_level { /* what is said of paragraphs of a level */
	uint16_t size;       /* 0 = not said */
	int8_t bold, italic; /* -1 off, 0 not said, 1 on */
	int8_t align;        /* enum flow_align plus 1 */
	int8_t bullet;       /* 1 none, 2 a sign, 3 numbers, 0 not said */
	char format;         /* of numbers: as office_number() takes it */
	char before, after;  /* '(' and ')' or '.' around them, 0 none */
	int32_t start;
};

struct pptx_looks {
	struct pptx_level level[PPTX_LEVELS];
};

enum pptx_role { PPTX_OTHER, PPTX_TITLE, PPTX_BODY }; /* which of a master's three looks a shape has */

struct pptx_shape {
	struct str type;     /* of the placeholder, "" = body */
	uint32_t idx;
	bool is_placeholder, has_box;
	int8_t filled;       /* -1 = with nothing, or paper; 0 = not said; 1 */
	uint8_t anchor;      /* enum flow_valign plus 1; 0 = not said */
	struct doc_box box;
	uint8_t turn, text_turn; /* quarters that the shape is turned by, clockwise; its text within it */
	int32_t inset[4];    /* of its text: left, top, right, bottom; -1 = not said */
	struct pptx_looks looks;
};

struct pptx_sheet { /* a layout or master that was read */
	struct str path;
	struct pptx_shape *shapes; /* placeholders */
	size_t shapes_n;
	struct pptx_looks roles[3]; /* of a master */
	const struct pptx_sheet *under; /* a layout's master */
	bool is_layout, hides_under;
	int8_t ground;              /* as pptx_shape.filled, of what all stands on */
	bool dark;                  /* of a master: its ground is not the light colour of the theme, or that is not paper */
};

enum pptx_what {
	PPTX_KEEP,   /* keep placeholders, show nothing */
	PPTX_SHOW,   /* show all shapes */
	PPTX_FIXED,  /* show what is no placeholder */
	PPTX_NOTES,  /* show the text of the body */
	PPTX_HIDDEN  /* count words */
};

struct pptx_group { /* child to page: x * sx + dx */
	double sx, sy, dx, dy;
};

struct pptx_reader {
	/* given */
	struct flow *f;
	struct arena *arena;
	struct pptx_sheet *keep;           /* PPTX_KEEP: where to */
	const struct pptx_sheet *under;    /* of a slide: its layout; of a layout: its master */
	struct pptx_looks *defaults;       /* of the presentation */
	int32_t width, height;             /* of a slide */
	uint32_t number;                   /* of the slide */
	bool (*chart)(void *ctx, struct str id,
		struct err *e); /* write the chart of that relationship into the box that is open */
	void (*picture)(void *ctx, struct str id, struct str svg, int32_t width, int32_t height); /* the same of a picture, and of it as a drawing */
	bool (*diagram)(void *ctx, struct str id, const struct doc_box *box); /* one stands there, whose data is that relationship's */
	void *ctx;
	/* found */
	bool hidden, hides_under;          /* the slide is not shown; what lies under it is not */
	/* where the reader is; a depth of elements at which something began, 0 = not inside of it */
	enum pptx_what what;
	uint32_t depth, skip, shape_at, group_props, looks_at, para_props;
	struct pptx_group groups[32];
	int groups_n;
	double off[2], ext[2], inner_off[2], inner_ext[2];
	struct pptx_shape shape;
	struct pptx_looks whole, *looks;   /* of the shape with what it inherits; into which a list of levels is read */
	struct pptx_level *level;          /* being read */
	bool beside;              /* what lies beside the slide is shown, too */
	bool unseen, wide, framed, in_text, para_open, is_number; /* is_number: the text is the slide's number */
	double scale;                      /* of sizes */
	struct pptx_level own;             /* what a paragraph says itself */
	int para_level;
	int32_t counts[PPTX_LEVELS];
	struct flow_style run;
	int32_t widths[256], row_height;   /* of a table's columns and the row at hand */
	uint32_t columns, column;
	bool in_table;
	struct str section;                /* of the slide; empty = none */
	uint32_t section_fact, notes_fact; /* 0 = not told yet */
	struct buf notes;                  /* of the speaker */
	struct str blip, svg_blip;         /* the picture's relationships */
	bool is_picture;
	bool is_frame;                     /* a table, chart or diagram */
	int8_t ground;                     /* as pptx_shape.filled, of the slide, layout or master being read */
	int8_t letters;                    /* the same of the run's */
	int8_t *filling;                   /* which of the three is being told */
	uint32_t fill_at, color_at;
	bool remaps;                       /* colours of the theme have other names here */
};

/* ---- fills (pptx-fill.c): what letters stand on, as far as it matters for letters the colour of paper */

/* An element begins that may say what fills a shape, a ground or letters; one ends. */
void pptx_fill_start(struct pptx_reader *r, const struct xml_node *n);
void pptx_fill_end(struct pptx_reader *r);
/* The shape that ends is no paper: the sheet learns of it. */
void pptx_fill_shape(struct pptx_reader *r);
/* The slide that was read on its layout and master stands on something else than paper. */
bool pptx_fill_ground(const struct pptx_sheet *layout, int8_t own, bool remaps);
/* Is the light colour of a theme not that of paper? */
struct archive;
bool pptx_theme_is_dark(struct archive *a, struct str path);

extern const struct xml_events pptx_events; /* ctx: a struct pptx_reader */
void pptx_begin(struct pptx_reader *r, enum pptx_what what);

/* ---- looks (pptx-looks.c) */

/* Elements of text styles ("lvl1pPr", what a paragraph says of itself) go into r->looks and r->level. False: it is none. */
bool pptx_looks_start(struct pptx_reader *r, const struct xml_node *n);
void pptx_level_say(struct pptx_level *l, const struct xml_node *n); /* the attributes of such an element */
/* Fill in what is not said. */
void pptx_level_inherit(struct pptx_level *to, const struct pptx_level *from);
/* What holds of a shape: its own, its placeholder's below it, and what is said of all. Gives its place a box, too. */
void pptx_shape_inherit(struct pptx_reader *r);
/* The mark of a paragraph at a level, counted on. */
struct str pptx_marker(struct pptx_reader *r, const struct pptx_level *l, int level);
