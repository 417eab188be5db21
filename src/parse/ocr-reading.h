/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ocr-reading - what Tesseract makes of a sheet, and how several readings become one.
 */
#pragma once
#include "parse/ocr.h"

struct TessBaseAPI;

/* Tesseract for the languages of ocr_prepare(), which must be ready; NULL if it cannot start (memory). */
struct TessBaseAPI *ocr_engine(void);

/* How a sheet's text is thought to lie. */
enum ocr_layout {
	OCR_COLUMNS, /* blocks and columns, found by Tesseract */
	OCR_LINES,   /* one block: every line goes across; slips, tickets, photographs */
	OCR_LINE,    /* one line */
};

/* How a word lies on the sheet. */
enum ocr_turn { OCR_UPRIGHT, OCR_CLIMBS, OCR_FALLS };

struct ocr_found {
	int x0, y0, x1, y1; /* pixels of the sheet */
	int line, size;     /* number of its line; height of the line's letters in points */
	float conf;         /* 0 to 100 */
	char *text;         /* UTF-8, the reading's */
	enum ocr_turn turn;
	bool doubted;       /* likely no writing at all */
};

struct ocr_reading {
	struct ocr_found *words; /* by lines, from left to right */
	size_t n, cap;
	int lines;
};

/* Read the sheet. False: memory. Freed by the caller also then. */
bool ocr_reading_make(const struct ocr_sheet *s, enum ocr_layout layout, struct ocr_reading *out);
/* Add a word of that text, which is copied; f's own is not looked at. False: memory. */
bool ocr_reading_add(struct ocr_reading *r, const struct ocr_found *f, const char *text);
void ocr_reading_free(struct ocr_reading *r);

/* Characters. */
size_t ocr_letters(const char *text);
size_t ocr_reading_letters(const struct ocr_reading *r);
/* Mean confidence of the words, weighted by length; 0 if there are none. */
double ocr_reading_conf(const struct ocr_reading *r);
/* How much was read: letters of words that are likely right, by their confidence. */
double ocr_reading_weight(const struct ocr_reading *r);

/* Put right what patterns tell (ocr-repair.c): amounts in two pieces, figures taken for letters, specks taken for signs.
 * False: memory. */
bool ocr_reading_repair(struct ocr_reading *r);

/* Add the words of print that stands on its side (ocr-sideways.c) where s shows ink and r has no words. False: memory. */
bool ocr_sideways_read(const struct ocr_sheet *s, struct ocr_reading *r);

/* Add the words of lines (ocr-missed.c) where s shows ink and r has no words, or only guesses. False: memory. */
bool ocr_missed_read(const struct ocr_sheet *s, struct ocr_reading *r);

/* Boxes to tick (ocr-marks.c) become marks of the page; words they were taken for go. */
void ocr_marks_find(const struct ocr_sheet *s, struct ocr_reading *r, const struct ocr_place *to_page, struct doc_page_builder *page);

/* Mark what was read where nothing is written, or nothing that can be read: scribbles, textures (ocr-doubt.c). */
void ocr_reading_doubt(struct ocr_reading *r);

/*
 * Two readings of the same sheet become the better one of both, in r: where both
 * saw words, the surer reading stays; words that only one saw stay if it is sure
 * of them. other is emptied.
 */
bool ocr_reading_join(struct ocr_reading *r, struct ocr_reading *other);
