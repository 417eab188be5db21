/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ocr - words out of pictures, with Tesseract.
 *
 *   ocr_warm_up()   the nursery, once: the default language stands ready for every child
 *   ocr_prepare()   a child, before its jail closes: maps the models of the languages asked for
 *   ocr_read()      in the jail: one picture to words, rules and marks in page coordinates
 *
 * A picture is turned upright, deskewed, freed of shadows and scaled before it
 * is read (ocr-prepare.c); every box is mapped back through all of that. No file
 * is opened in the jail: models are read from memory.
 */
#pragma once
#include "doc/doc.h"

struct Pix; /* Leptonica's */

/*
 * Where a picture stands, pixels to doc units: page x = (a*px + c*py + e) / w, page y = (b*px + d*py + f) / w with
 * w = g*px + h*py + 1; g and h are 0 but for a sheet that was photographed at a slant.
 */
struct ocr_place {
	double a, b, c, d, e, f, g, h;
};

/* What a picture gave, beyond what was added to the page. */
struct ocr_result {
	uint32_t words;
	double conf; /* mean of the words, 0 to 100, weighted by their length */
};

void ocr_warm_up(void);

/* lang: ISO 639-1 codes ("en", "de,fr"); empty stands for English. Nothing fails here: see ocr_ready(). */
void ocr_prepare(struct str lang);

/* Can pictures be read in the languages asked for? ERR_UNSUPPORTED names the Debian package that is missing. */
bool ocr_ready(struct err *e);

/*
 * Read gray (8 bits a pixel, stays the caller's; dpi pixels an inch of the page)
 * and add what is found to page; what is likely no writing at all, such as scribbles,
 * comes as hidden words. A picture without text adds nothing and is fine;
 * false only if reading itself failed (memory).
 */
bool ocr_read(struct Pix *gray, double dpi, const struct ocr_place *place, struct doc_page_builder *page,
	      struct ocr_result *out);

/* Microseconds that ocr_read() took so far in this process. */
int64_t ocr_spent(void);

/* ---- languages: ocr-lang.c */
struct ocr_lang {
	const char *code;  /* ISO 639-1, or with a script: "zh-hant" */
	const char *model; /* name of the traineddata file; the package is tesseract-ocr-<model with dashes> */
	const char *name;  /* in English */
};
/* The language of a code as users write it ("de", "DE", "pt-BR"), or NULL. */
const struct ocr_lang *ocr_lang_find(struct str code);

/* ---- preparation: ocr-prepare.c */
struct ocr_sheet {
	struct Pix *gray;       /* upright, level, even background; owned */
	struct Pix *ink;        /* 1 bit a pixel, the same geometry; owned */
	double dpi;             /* of gray, along the page */
	struct ocr_place back;  /* pixels of gray to pixels of the picture it was made of */
	int letter;             /* usual height of its letters in pixels, 0 = few letters */
	bool photo;             /* the background was uneven */
	bool faint;             /* some print was much fainter than the rest */
};
bool ocr_sheet_make(struct Pix *picture, double dpi, struct ocr_sheet *out);
void ocr_sheet_free(struct ocr_sheet *s);
/* The sheet turned further by quarters clockwise. */
bool ocr_sheet_turn(struct ocr_sheet *s, int quarters);
/* Level its lines. */
bool ocr_sheet_deskew(struct ocr_sheet *s);

/* ---- places: ocr-place.c */
/* second after first. */
struct ocr_place ocr_place_join(const struct ocr_place *first, const struct ocr_place *second);
/* How long a pixel's width is there. */
double ocr_place_scale(const struct ocr_place *p, double px, double py);
/* The upright box around a rectangle that was moved. */
struct doc_box ocr_place_box(const struct ocr_place *p, double x0, double y0, double x1, double y1);

/* ---- drawn things: ocr-rules.c. Long straight lines become rules. */
void ocr_rules_find(const struct ocr_sheet *s, const struct ocr_place *to_page, struct doc_page_builder *page);
/* Drop those, from first_rule on, that are strokes of the words from first_word on. */
void ocr_rules_clear(struct doc_page_builder *page, size_t first_rule, size_t first_word);

/* ---- photographs: ocr-light.c */
/* The paper of a photograph with even light, straightened if it was at a slant; *back: its pixels to the picture's.
 * NULL: the light is even as it is. */
struct Pix *ocr_even_light(struct Pix *gray, struct ocr_place *back);

/* ---- light on dark: ocr-bars.c */
/* Is the picture light print on dark ground, all of it? */
bool ocr_is_negative(struct Pix *gray);
/* A copy of gray in which dark bars with light print are paper with ink; letter: usual height of letters in pixels. NULL: no bars. */
struct Pix *ocr_lighten_bars(struct Pix *gray, struct Pix *ink, int letter);

/* ---- zeros with dots: ocr-zeros.c. A copy of gray without the dots; NULL: none. */
struct Pix *ocr_empty_zeros(struct Pix *gray, struct Pix *ink, int letter);

/* ---- sheets at a slant: ocr-corners.c */
/* The corners, clockwise from the top left, of the sheet whose cells mask has; false unless its edges are four straight ones within the picture. */
bool ocr_corners_find(struct Pix *mask, double corner[4][2]);
/* The sheet that mask shows in cells of so many pixels, made a rectangle; NULL: it is one, or no plain sheet. */
struct Pix *ocr_corners_straighten(struct Pix *gray, struct Pix *mask, int cell, struct ocr_place *back);
