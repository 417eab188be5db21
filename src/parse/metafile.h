/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * metafile - text of the drawings that Windows programs put into documents: EMF ([MS-EMF]) and WMF ([MS-WMF]).
 *
 * A drawing is a list of orders. Those that write text say what, where and in which font; the rest is passed over but for
 * what moves or turns the text. Texts of single letters are joined to the words they make. A picture within the drawing is
 * handed out: a scan that was pasted is often nothing else.
 *
 *     records --metafile-emf.c, metafile-wmf.c--> fonts, places, texts --metafile.c--> words on the page
 */
#pragma once
#include "doc/doc.h"

/* Is it one of the two? */
bool metafile_looks(struct str bytes);
/* What it measures, in doc units; false: it does not say. */
bool metafile_size(struct str bytes, double *width, double *height);
/*
 * Add its words as it is shown in a box of the page; the number of them. run: of the page's words so far, counted on. If it has
 * none, picture gets the largest picture within it, as a BMP file. Damage ends it: what came before is kept.
 */
size_t metafile_read(struct str bytes, struct doc_box box, uint16_t *run, struct doc_page_builder *out, struct buf *picture);

/* ---- between its files */

enum { METAFILE_SAVES = 64, METAFILE_OBJECTS = 4096, METAFILE_CHARS = 8192, METAFILE_NO_FONT = 254 };

struct metafile_font {
	bool used;
	double height;      /* logical units: of the letters if negative, of their cells if positive; 0 = as it likes */
	double escapement;  /* tenths of degrees against the clock */
	uint8_t charset;    /* [MS-WMF] 2.1.1.5; METAFILE_NO_FONT: it is another object */
	bool bold, italic;
	uint8_t symbol;     /* enum symbol_font */
};

struct metafile_state { /* what is saved and restored */
	double window_x, window_y, window_w, window_h; /* logical space, */
	double view_x, view_y, view_w, view_h;         /* and where on the device it is */
	double world[6];                               /* before that */
	double x, y;                                   /* where the pen is */
	uint32_t align;                                /* [MS-WMF] 2.1.2.3 */
	struct metafile_font font;
};

struct metafile {
	struct metafile_state s, saved[METAFILE_SAVES];
	int saves;
	struct metafile_font *objects; /* METAFILE_OBJECTS; those that are no fonts are only used */
	size_t free;                 /* no object before this one is */
	double left, top, width, height; /* of the drawing on the device */
	double mm_x, mm_y;           /* device units of a millimetre; EMF only */
	struct doc_box box;
	struct doc_page_builder *out;
	struct {                     /* the word at hand */
		char text[400];
		size_t n;
		double x0, y0, x1, y1;   /* doc units, as what follows */
		double pen_x, pen_y, dir_x, dir_y, size;
		uint8_t flags;
	} word;
	double last_x, last_y;       /* where the word before it ended */
	uint16_t *run;
	size_t words;
	struct str dib;              /* the largest picture: all of a BMP file but its first header */
	size_t dib_head;             /* bytes before its pixels */
};

bool emf_looks(struct str bytes);
bool emf_size(struct str bytes, double *width, double *height);
void emf_read(struct metafile *m, struct str bytes);
bool wmf_looks(struct str bytes);
bool wmf_size(struct str bytes, double *width, double *height);
void wmf_read(struct metafile *m, struct str bytes);

/* Write a text from a place, both in logical units; widths of its characters, NULL: as wide as letters are. */
void metafile_text(struct metafile *m, double x, double y, const uint32_t *chars, const double *widths, size_t n);
/* Bytes in the character set of the font. A width belongs to a byte. */
void metafile_bytes(struct metafile *m, double x, double y, struct str bytes, const double *widths);
void metafile_save(struct metafile *m);
void metafile_restore(struct metafile *m, int32_t which); /* -1 the last, 1 the first */
void metafile_select(struct metafile *m, uint32_t object);
void metafile_delete(struct metafile *m, uint32_t object);
/* A picture ([MS-WMF] 2.2.2.9) that may be followed by anything. */
void metafile_picture(struct metafile *m, struct str dib);
