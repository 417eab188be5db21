/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * A sheet photographed at a slant, made a rectangle again:
 *
 *        0 ______ 1            0 _______ 1
 *         /      \              |       |        corners: where lines through the points of its
 *        /        \     ->      |       |        four edges meet; a sheet with other edges (curled,
 *     3 /__________\ 2        3 |_______| 2      torn, cut off by the picture) stays as it is
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define NEAR 4.0       /* cells between an edge as guessed and its points */
#define ENDS 0.08      /* of an edge, at either end: corners are bent */
#define CLOSE 1.6      /* cells between the edge as found and its points */
#define MOST_ASTRAY 12 /* one point of so many may lie elsewhere */
#define MOST_MOVED 0.1 /* of the sheet, from the corner as guessed to the one found */
#define LEAST_SLANT 0.8 /* degrees that a corner is no right angle; less disturbs nothing */
#define LEAST_TURN 4.0 /* degrees: less is levelled with the lines */
enum { LEAST_POINTS = 8, FRAME = 3 /* cells: nearer to the picture's edge, the sheet goes on outside */ };

struct line { /* nx * x + ny * y = c, (nx, ny) of length 1 */
	double nx, ny, c;
};

struct fit { /* a line through points */
	double n, x, y, xx, xy, yy;
};

static bool is_set(PIX *mask, int x, int y)
{
	l_uint32 v = 0;
	return pixGetPixel(mask, x, y, &v) == 0 && v;
}

static bool on_edge(PIX *mask, int x, int y)
{
	return is_set(mask, x, y) && (!is_set(mask, x - 1, y) || !is_set(mask, x + 1, y) || !is_set(mask, x, y - 1) || !is_set(mask, x, y + 1));
}

/* ---- corners */

/* What lies farthest towards the picture's own corners. */
static bool guess(PIX *mask, double corner[4][2])
{
	static const int towards[4][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
	double most[4] = { -INFINITY, -INFINITY, -INFINITY, -INFINITY };
	int w = pixGetWidth(mask), h = pixGetHeight(mask);
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			for (int i = 0; on_edge(mask, x, y) && i < 4; i++)
				if (x * towards[i][0] + y * towards[i][1] > most[i]) {
					most[i] = x * towards[i][0] + y * towards[i][1];
					corner[i][0] = x;
					corner[i][1] = y;
				}
	for (int i = 0; i < 4; i++)
		if (corner[i][0] < FRAME || corner[i][1] < FRAME || corner[i][0] >= w - FRAME || corner[i][1] >= h - FRAME)
			return false;
	return most[0] > -INFINITY;
}

static bool line_between(const double p[2], const double q[2], struct line *l, double *length)
{
	double dx = q[0] - p[0], dy = q[1] - p[1];
	*length = hypot(dx, dy);
	if (*length < LEAST_POINTS)
		return false;
	*l = (struct line){ dy / *length, -dx / *length, (dy * p[0] - dx * p[1]) / *length };
	return true;
}

static double distance(const struct line *l, double x, double y)
{
	return fabs(l->nx * x + l->ny * y - l->c);
}

/* The line that has the least squares of distances. */
static bool fit_line(const struct fit *f, struct line *l)
{
	if (f->n < LEAST_POINTS)
		return false;
	double mx = f->x / f->n, my = f->y / f->n, xx = f->xx / f->n - mx * mx, xy = f->xy / f->n - mx * my, yy = f->yy / f->n - my * my;
	double angle = 0.5 * atan2(2 * xy, xx - yy); /* of the line */
	l->nx = -sin(angle);
	l->ny = cos(angle);
	l->c = l->nx * mx + l->ny * my;
	return true;
}

static bool fit_edge(PIX *mask, const double p[2], const double q[2], struct line *l)
{
	struct line about;
	struct fit f = { 0 };
	double length;
	if (!line_between(p, q, &about, &length))
		return false;
	for (int y = 0; y < pixGetHeight(mask); y++)
		for (int x = 0; x < pixGetWidth(mask); x++) {
			double along = ((x - p[0]) * (q[0] - p[0]) + (y - p[1]) * (q[1] - p[1])) / (length * length);
			if (along < ENDS || along > 1 - ENDS || distance(&about, x, y) > NEAR || !on_edge(mask, x, y))
				continue;
			f.n++;
			f.x += x;
			f.y += y;
			f.xx += (double)x * x;
			f.xy += (double)x * y;
			f.yy += (double)y * y;
		}
	return fit_line(&f, l);
}

static bool meet(const struct line *l, const struct line *m, double at[2])
{
	double det = l->nx * m->ny - m->nx * l->ny;
	if (fabs(det) < 0.2)
		return false; /* nearly parallel: no corner of a sheet */
	at[0] = (l->c * m->ny - m->c * l->ny) / det;
	at[1] = (l->nx * m->c - m->nx * l->c) / det;
	return true;
}

/* Nearly all points of the sheet's edge lie on the four lines. */
static bool has_straight_edges(PIX *mask, const struct line side[4])
{
	int all = 0, astray = 0;
	for (int y = 0; y < pixGetHeight(mask); y++)
		for (int x = 0; x < pixGetWidth(mask); x++) {
			double nearest = INFINITY;
			if (!on_edge(mask, x, y))
				continue;
			for (int i = 0; i < 4; i++)
				nearest = fmin(nearest, distance(&side[i], x, y));
			all++;
			astray += nearest > CLOSE;
		}
	return astray * MOST_ASTRAY < all;
}

bool ocr_corners_find(struct Pix *mask, double corner[4][2])
{
	struct line side[4];
	double guessed[4][2] = { { 0 } };
	if (!guess(mask, guessed))
		return false;
	double size = hypot(guessed[2][0] - guessed[0][0], guessed[2][1] - guessed[0][1]);
	for (int i = 0; i < 4; i++)
		if (!fit_edge(mask, guessed[i], guessed[(i + 1) & 3], &side[i]))
			return false;
	for (int i = 0; i < 4; i++)
		if (!meet(&side[(i + 3) & 3], &side[i], corner[i]) ||
		    hypot(corner[i][0] - guessed[i][0], corner[i][1] - guessed[i][1]) > MOST_MOVED * size)
			return false;
	return has_straight_edges(mask, side);
}

/* ---- slant */

static double side_length(double corner[4][2], int i)
{
	int k = (i + 1) & 3;
	return hypot(corner[k][0] - corner[i][0], corner[k][1] - corner[i][1]);
}

/* Degrees of the side from corner i on, from what it is in an upright rectangle. */
static double side_turn(double corner[4][2], int i)
{
	int k = (i + 1) & 3;
	double turn = atan2(corner[k][1] - corner[i][1], corner[k][0] - corner[i][0]) * 180 / M_PI - 90 * i;
	return turn < -180 ? turn + 360 : turn > 180 ? turn - 360 : turn;
}

static bool is_slanted(double corner[4][2])
{
	double slant = 0, turn = 0;
	for (int i = 0; i < 4; i++) {
		slant = fmax(slant, fabs(side_turn(corner, i) - side_turn(corner, (i + 1) & 3)));
		turn = fmax(turn, fabs(side_turn(corner, i)));
	}
	return slant >= LEAST_SLANT || turn >= LEAST_TURN;
}

/* ---- straightening */

/* The sheet is as large as its longer edges, unless the picture is smaller. */
static PIX *project(PIX *gray, double corner[4][2], double margin, struct ocr_place *back)
{
	double w = fmax(side_length(corner, 0), side_length(corner, 2)), h = fmax(side_length(corner, 1), side_length(corner, 3));
	double fit = fmin(1, fmin((pixGetWidth(gray) - 2 * margin) / w, (pixGetHeight(gray) - 2 * margin) / h));
	double x[4] = { margin, margin + w * fit, margin + w * fit, margin }, y[4] = { margin, margin, margin + h * fit, margin + h * fit };
	PTA *flat = ptaCreate(4), *slanted = ptaCreate(4);
	l_float32 *v = NULL;
	PIX *out = NULL, *part = NULL;
	for (int i = 0; i < 4; i++) {
		ptaAddPt(flat, (l_float32)x[i], (l_float32)y[i]);
		ptaAddPt(slanted, (l_float32)corner[i][0], (l_float32)corner[i][1]);
	}
	if (fit > 0 && getProjectiveXformCoeffs(flat, slanted, &v) == 0)
		out = pixProjectiveGray(gray, v, 255);
	if (out) {
		*back = (struct ocr_place){ v[0], v[3], v[1], v[4], v[2], v[5], v[6], v[7] };
		BOX *box = boxCreate(0, 0, (l_int32)(x[2] + margin), (l_int32)(y[2] + margin));
		part = pixClipRectangle(out, box, NULL);
		boxDestroy(&box);
	}
	pixDestroy(&out);
	lept_free(v);
	ptaDestroy(&flat);
	ptaDestroy(&slanted);
	return part;
}

struct Pix *ocr_corners_straighten(struct Pix *gray, struct Pix *mask, int cell, struct ocr_place *back)
{
	double corner[4][2];
	if (!ocr_corners_find(mask, corner) || !is_slanted(corner))
		return NULL;
	for (int i = 0; i < 8; i++)
		corner[i / 2][i % 2] = (corner[i / 2][i % 2] + 0.5) * cell;
	return project(gray, corner, cell, back);
}
