/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * pdf - from MuPDF's drawing calls to words, rules and marks.
 *
 * One pass over a page: pdf-device.c receives the calls, pdf-words.c joins
 * glyphs to words, pdf-rules.c sorts lines and fills, pdf-form.c reads fields.
 */
#pragma once
#include "doc/doc.h"

#include "parse/format.h"

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

enum { PDF_MOST_RULES = 20000, PDF_MOST_WORDS = 200000, PDF_CLIPS = 256, PDF_IMAGES = 64, PDF_TICKS = 512 };
/* What a page may draw: each call costs what its kind costs, see pdf-device.c. */
enum { PDF_MOST_WORK = 30000000 };

/* A word being put together from glyphs. */
struct pdf_glyphs {
	char text[512];
	size_t n;
	fz_rect box;              /* union of the glyphs' boxes, page space */
	fz_point origin, pen;     /* of the first glyph; end of the last one */
	fz_point dir;             /* unit vector of the baseline */
	float size;
	uint32_t color;
	unsigned flags;
	bool space_before, non_ascii;
	bool right, backward;     /* letters of a script from right to left are in it; they were drawn so */
	float edge;               /* along dir from the origin: where the next of them would end, drawn so */
	size_t last;              /* where the text of the last glyph begins */
};

struct pdf_page_state {
	struct doc_page_builder *out;
	fz_rect page;             /* visible area, page space (origin 0,0) */
	fz_rect clip[PDF_CLIPS];
	int clips;
	struct pdf_glyphs word;
	fz_point last_pen;        /* end of the last word */
	fz_point last_dir;
	float last_size;
	bool have_last, space;    /* white space was drawn since the last word */
	uint16_t run;
	const fz_font *looks_of;  /* the last font whose looks were asked for, and what they are */
	unsigned looks;
	enum doc_source source;
	double image_area;
	fz_rect image[PDF_IMAGES]; /* the largest ones drawn, page space */
	uint32_t image_number[PDF_IMAGES], image_calls; /* which of the calls that draw one it was, from 1 on, 0 = too large to be shown; how many there were */
	int images;
	bool check_images, bad_image; /* pictures are decoded as they come; one cannot be */
	struct err picture;       /* one is larger than the budget: none of this page is decoded */
	struct doc_box tick[PDF_TICKS]; /* small strokes askew and small shapes, as ticks are drawn */
	size_t ticks_n;
	size_t paths;             /* filled or stroked */
	size_t words, hidden;
	bool too_many_words;
	bool no_diagonal;         /* words askew are dropped */
	const struct parse_options *o;
	struct pdf_actual *actual, *actual_room; /* the stretch whose text is told, NULL = none; its memory, once there was one */
	uint32_t marked, actual_depth; /* marked content that is open; when the stretch began */
	int64_t work;             /* spent, of PDF_MOST_WORK */
};

/* The clip in force. Past the end of the stack the innermost known one goes on. */
static inline fz_rect pdf_clip(const struct pdf_page_state *s)
{
	return s->clip[s->clips < PDF_CLIPS ? s->clips : PDF_CLIPS - 1];
}

/* ---- words */
void pdf_words_text(fz_context *ctx, struct pdf_page_state *s, const fz_text *text, fz_matrix ctm, uint32_t color, bool hidden);
void pdf_words_end(struct pdf_page_state *s); /* finish the word under construction */
/* Once the page is complete: words the colour of the paper are hidden; an invisible text layer over a scan is shown. */
void pdf_words_settle(struct pdf_page_state *s);

/* ---- stretches whose text is told (pdf-actual.c): the content ended; the page is done */
void pdf_actual_settle(struct pdf_page_state *s);
void pdf_actual_free(struct pdf_page_state *s);

/* ---- rules */
void pdf_rules_fill(fz_context *ctx, struct pdf_page_state *s, const fz_path *path, fz_matrix ctm, uint32_t color);
void pdf_rules_stroke(fz_context *ctx, struct pdf_page_state *s, const fz_path *path, fz_matrix ctm, float width, uint32_t color);
/* Join collinear pieces, drop what is covered; sorted by kind, place. */
void pdf_rules_settle(struct pdf_page_state *s);

/* ---- boxes to tick and cells of one character, once words and rules are settled */
void pdf_boxes_settle(struct pdf_page_state *s);

/* ---- pictures: where the page has no readable text its picture is read, and the words are added to the page. False
 * if that failed; *missing tells what is not installed. Throws on lack of memory. */
bool pdf_ocr_page(fz_context *ctx, fz_page *page, fz_matrix to_page, struct pdf_page_state *s, struct err *missing);

/* ---- device */
fz_device *pdf_device_new(fz_context *ctx, struct pdf_page_state *s);
/* The page that is drawn on it; NULL if it is no device of that kind. */
struct pdf_page_state *pdf_device_page(const fz_device *dev);

/* ---- forms: widgets of a page as facts and marks */
struct pdf_facts {
	struct buf facts; /* struct doc_fact */
	struct buf texts; /* struct doc_fact_text; the texts on a */
	struct arena *a;
	size_t links, link_bytes; /* how many of them, and of the texts, are links */
};
void pdf_form_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, struct pdf_page_state *s, struct pdf_facts *facts);
/* Files that come with the document, or are pinned to a page, as facts. The second throws. */
void pdf_attach_document(fz_context *ctx, pdf_document *doc, struct pdf_facts *facts);
/* The files of a portfolio (section 7.11.6), which readers show in place of the pages: read behind those that are in nests. */
struct nests;
void pdf_portfolio_read(fz_context *ctx, pdf_document *doc, const struct parse_options *o, struct nests *nests);
void pdf_attach_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, uint32_t number, struct pdf_facts *facts);
/* Links of a page to addresses, as facts. Throws. */
void pdf_links_page(fz_context *ctx, pdf_page *page, fz_matrix ctm, uint32_t number, struct pdf_facts *facts);
/* What was filled into a form in XFA, as facts of the document, if it has no fields of another kind. */
void pdf_xfa_document(fz_context *ctx, pdf_document *doc, struct pdf_facts *facts);
/* Where pictures of a page lie, as facts in the order they are drawn: specks are none. */
void pdf_images_page(const struct pdf_page_state *s, struct pdf_facts *facts);
void pdf_facts_add(struct pdf_facts *f, const struct doc_fact *fact, struct str name, struct str label, struct str value);

/* Doc units of a page-space rectangle, clamped to sane numbers. */
struct doc_box pdf_box(fz_rect r);
