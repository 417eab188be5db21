/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * odf - text of OpenDocument (ODF 1.3 part 3) into a flow: what ODT and ODP have in common.
 *
 * A document is read several times, each time for another region of it, since a flow is written from top to
 * bottom and the parts of a package are not in that order. Styles are known after the first time. Deleted and
 * hidden text is left out and counted; comments and form fields become facts.
 */
#pragma once
#include "parse/flow.h"
#include "parse/revise.h"
#include "parse/xml.h"

enum { ODF_LEVELS = 10, ODF_NESTED = 64, ODF_CONTROLS = 5000, ODF_UNSAID = INT32_MIN };

enum odf_running { ODF_FOOTER = 1, ODF_PAGE_NUMBER = 2, ODF_DATE_TIME = 4 };
enum odf_family { ODF_PARAGRAPH = 1, ODF_TEXT, ODF_CELL, ODF_GRAPHIC, ODF_PRESENTATION, ODF_SECTION, ODF_TABLE,
	ODF_ROW, ODF_PAGE,
		  ODF_LIST };

struct odf_level { /* of a list */
	struct str prefix, suffix, bullet;
	char format; /* as office_number() takes it, 'b' bullet, 0 none */
	uint8_t shown;
	int32_t start, next;
};

struct odf_style {
	struct str name, parent, list, master;
	struct odf_level *levels; /* of a list style */
	uint16_t size;            /* 0 = not said */
	uint8_t family, borders;
	int8_t bold, italic, underline, hidden, raise; /* -1 off, 0 not said, 1 on; raise 1 up, -1 down */
	int8_t paper, shaded;     /* letters the colour of paper; something else is behind what it is of */
	int8_t align, valign;     /* enum plus 1; 0 = not said */
	bool break_before, break_after, downwards;
	uint8_t running;          /* enum odf_running: what its pages show */
	uint8_t font;             /* enum symbol_font plus 1; 0 = not said */
	const struct flow_stops *stops; /* NULL = not said */
	int32_t left, first;      /* indent of lines; more of the first line; ODF_UNSAID */
};

struct odf_master { /* a page that pages are made after */
	struct str name, layout, style;
	uint64_t texts[6];        /* sums of what its headers and footers say */
	uint8_t texts_n;
	bool repeats[6];          /* another page has said so before */
	bool bare;                /* its shapes were read and say nothing */
};

struct odf_layout {
	struct str name;
	int32_t width, height, margin;
};

struct odf_control { /* of a form */
	struct str id, label, value;
	uint8_t mark;             /* enum doc_mark_kind plus 1; 0 = a text field */
	bool on;
};

struct odf_styles;

enum odf_region { ODF_STYLES, ODF_HEADERS, ODF_BODY, ODF_NOTES, ODF_FOOTERS,
	ODF_MASTER /* shapes of the master page wanted */ };

struct odf_para {
	struct flow_style style;
	int spans;               /* that were open when it began */
	bool page_after;
};

struct odf_list {
	struct odf_style *style; /* NULL = none */
	bool item;               /* its mark was not shown yet */
};

struct odf_change { /* of the list of those that were tracked */
	struct str id, author, text;
	const char *type; /* NULL = not known yet */
};

struct odf {
	struct flow *f;
	struct arena *arena;
	struct archive *a;        /* NULL = a file */
	struct odf_styles *styles;
	enum odf_region region;
	/* Where the reader is. A depth of elements at which something began, 0 = not inside of it: */
	uint32_t depth, region_at, skip, hide, capture, box, shade;
	struct odf_para para[ODF_NESTED];
	struct flow_style spans[ODF_NESTED], frame; /* frame: what a shape says of its text */
	struct odf_list list[ODF_NESTED];
	int paras, spans_n, lists, cells;
	uint32_t link;            /* flow_link() that text is inside of; 0 = none */
	struct str marker;        /* of the next paragraph */
	struct buf captured;      /* text of a comment, a field, the number of a note */
	struct str who, label;    /* of what is captured */
	bool blank, box_on;
	int32_t frame_width, frame_height; /* of the last frame */
	bool frame_shows;                  /* a picture in it was told */
	uint32_t notes, texts;    /* of the region */
	const struct odf_master *wanted; /* ODF_MASTER: which */
	uint64_t sum;
	struct odf_master *master; /* whose headers and footers are being read */
	uint8_t text_i;
	bool begun;               /* the first section has its size */
	bool no_objects;          /* charts and the like are left out */
	bool beside;              /* what lies beside a slide is shown, too */
	struct revise revise;     /* its flow NULL = nobody asked for changes */
	uint32_t changes_at;      /* depth of their list */
	struct odf_change *changes;
	size_t changes_n;
	bool in_creator, in_date;
	struct odf_control *controls;
	size_t controls_n;
	/* What a format adds; may be NULL. True if the element needs no more. */
	struct buf *noted;        /* text that is shown goes there, too, as what that fact says; NULL = nowhere */
	uint32_t noted_fact;
	bool (*start)(struct odf *d, const struct xml_node *n);
	void (*end)(struct odf *d, const struct xml_node *n);
	bool (*kept)(struct odf *d, const struct xml_node *n, struct str text); /* what was captured: true if that is all */
	void *ctx;
};

/* ---- documents (odf.c) */

struct odf_source { /* what is read: a package, or one XML file */
	struct archive *a; /* NULL = a file */
	struct str bytes;
};

/* Does its manifest or root say that it is of that media type (or a template or the like of it)? */
bool odf_is(const struct source *s, const char *type);
/* Read the parts that hold a region. */
bool odf_read(struct odf *d, struct odf_source *s, enum odf_region region, struct err *e);
/* A whole document: read() calls odf_read() as often as it must. */
bool odf_parse(const struct source *s, struct str format, bool (*read)(struct odf *d, struct odf_source *s,
	struct err *e),
	       const struct parse_options *o, struct sink *out, struct err *e);

/* ---- text (odf-text.c) */

extern const struct xml_events odf_events; /* ctx: a struct odf */
bool odf_init(struct odf *d, struct flow *f,
	struct err *e); /* lives on the flow's arena but for what odf_fini() frees */
void odf_fini(struct odf *d);
void odf_begin(struct odf *d, enum odf_region region);

/* "2.54cm" in doc units; otherwise if it is no length. */
int32_t odf_length(struct str s, int32_t otherwise);
struct str odf_attr(const struct xml_node *n, const char *name);
uint16_t odf_count(const struct xml_node *n, const char *name, uint16_t most); /* at least 1 */

/* Changes that were tracked (odf-revise.c): an element of their list begins, has a text; one of the text names a change. */
void odf_change_start(struct odf *d, const struct xml_node *n);
void odf_change_text(struct odf *d, struct str s);
void odf_change_end(struct odf *d, const struct xml_node *n);
void odf_change_named(struct odf *d, const struct xml_node *n);

/* The chart, sheet or formula of that name in the package (odf-object.c). */
void odf_object_show(struct odf *d, struct str name);
/* What text at this place looks like; is it the colour of paper, with nothing behind it? */
struct flow_style odf_style_now(const struct odf *d);
bool odf_is_faint(const struct odf *d);

/* ---- comments, fields, marks, pictures (odf-field.c) */

/* Capture the text of the element at hand. */
void odf_capture(struct odf *d, const struct xml_node *n, struct str who, struct str label);
/* What was captured is known in whole: a comment, the number of a note, or the text of a field. */
void odf_capture_end(struct odf *d, const struct xml_node *n);
/* An element that may be one of these. */
void odf_field_start(struct odf *d, const struct xml_node *n);
void odf_mark_put(struct odf *d, enum doc_mark_kind kind, bool on);
/* A frame, which comes before its picture, has its size (ODF 1.3 part 3, 10.4.2). */
void odf_frame_note(struct odf *d, const struct xml_node *n);

/* ---- styles (odf-style.c) */

struct odf_styles *odf_styles_new(struct arena *a);
void odf_style_start(struct odf_styles *s, const struct xml_node *n);
void odf_style_end(struct odf_styles *s, const struct xml_node *n);
struct odf_style *odf_style_find(const struct odf_styles *s, enum odf_family family, struct str name);
/* What a style says, with what it leaves to its parents and to the default of its family. */
struct odf_style odf_style_whole(const struct odf_styles *s, enum odf_family family, struct str name);
struct odf_master *odf_master_find(const struct odf_styles *s, struct str name); /* an empty name: the first */
bool odf_pages_shaded(const struct odf_styles *s); /* pages are not paper everywhere */
const struct odf_layout *odf_layout_of(const struct odf_styles *s, const struct odf_master *m);
/* Is what a header or footer says new? Told in the order of the document, when all are known. */
void odf_masters_compare(struct odf_styles *s);
/* Add to what a style says of text; ODF_PAPER among the flags: it is the colour of paper. */
enum { ODF_PAPER = DOC_HIDDEN };
void odf_style_apply(struct flow_style *to, const struct odf_style *s);
