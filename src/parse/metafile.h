/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * metafile - text of the drawings that Windows programs put into documents: EMF ([MS-EMF]) and WMF ([MS-WMF]).
 *
 * A drawing is a list of orders. Those that write text say what, where and in which font; the rest is passed over but for
 * what moves or turns the text. Orders of single letters are joined to the words they make. A picture within the drawing is
 * handed out: a scan that was pasted is often nothing else.
 *
 *     records --metafile-emf.c / metafile-wmf.c--> fonts, places, texts --metafile.c--> words on the page
 */
#pragma once
#include "doc/doc.h"

/* Is it one of the two? */
bool metafile_looks(struct str bytes);
/* What it measures, in doc units; false: it does not say. */
bool metafile_size(struct str bytes, double *width, double *height);
/* Add its words, as it is shown in a box of the page. picture: bytes of a BMP file, the largest picture in it; empty if there is none.
 * Damage ends it: what came before is kept. */
void metafile_read(struct str bytes, struct doc_box box, struct doc_page_builder *out, struct buf *picture);

/* ---- between its files */

enum { METAFILE_SAVES = 64, METAFILE_OBJECTS = 4096 };

struct metafile_font {
	double height;      /* logical units: of the letters if negative, of their cells if positive */
	double escapement;  /* tenths of degrees, against the clock */
	uint8_t charset;    /* [MS-WMF] 2.1.1.5 */
	bool bold, italic, symbol;
};

struct metafile_state { /* what orders are saved and restored of */
	double window_x, window_y, window_w, window_h; /* logical space, */
	double view_x, view_y, view_w, view_h;         /* and where on the device it is */
	double world[6];                               /* before that; EMF only */
	double x, y;                                   /* where the pen is */
	uint32_t align;                                /* [MS-WMF] 2.1.2.3 */
	bool scaled;                                   /* the window and the view say how large a unit is */
	double unit_x, unit_y;                         /* device units of a logical one where they do not */
	struct metafile_font font;
};

struct metafile {
	struct metafile_state s, saved[METAFILE_SAVES];
	int saves;
	struct metafile_font *fonts; /* by object number; height 0: it is none, or not said */
	double left, top, width, height; /* of the drawing on the device */
	struct doc_box box;
	struct doc_page_builder *out;
	struct buf word;             /* at hand: UTF-8, */
	struct {
		double x0, y0, x1, y1, pen_x, pen_y, dir_x, dir_y, size; /* and where it stands, in doc units */
		bool glued;
	} at;
	bool begun;                  /* a word was written: the next one may go on with its line */
	uint16_t run;
	struct str dib;              /* the largest picture: header, colours and pixels */
	uint32_t dib_head;           /* of that: bytes before the pixels */
};

bool emf_read(struct metafile *m, struct str bytes);
bool wmf_read(struct metafile *m, struct str bytes);
bool emf_looks(struct str bytes);
bool wmf_looks(struct str bytes);
bool emf_size(struct str bytes, double *width, double *height);
bool wmf_size(struct str bytes, double *width, double *height);

/* Write a text whose characters are as wide as told, in logical units (widths NULL: as wide as letters are). */
void metafile_text(struct metafile *m, double x, double y, const uint32_t *chars, const double *widths, size_t n);
void metafile_save(struct metafile *m);
void metafile_restore(struct metafile *m, int32_t which); /* -1 the last; 1 the first */
/* A picture: header and pixels, as in a BMP file but for its first 14 bytes. */
void metafile_picture(struct metafile *m, struct str head, struct str pixels);
