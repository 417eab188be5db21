/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Where pixels stand: affine for scans, projective for sheets that were photographed at a slant. */
#include "parse/ocr.h"

#include <math.h>

#define NEAREST 0.02 /* of the horizon: no point of a sheet lies beyond it, whatever a place says */

struct ocr_place ocr_place_join(const struct ocr_place *p, const struct ocr_place *q)
{
	double w = q->g * p->e + q->h * p->f + 1;
	w = fabs(w) < NEAREST ? NEAREST : w;
	return (struct ocr_place){
		(q->a * p->a + q->c * p->b + q->e * p->g) / w, (q->b * p->a + q->d * p->b + q->f * p->g) / w,
		(q->a * p->c + q->c * p->d + q->e * p->h) / w, (q->b * p->c + q->d * p->d + q->f * p->h) / w,
		(q->a * p->e + q->c * p->f + q->e) / w, (q->b * p->e + q->d * p->f + q->f) / w,
		(q->g * p->a + q->h * p->b + p->g) / w, (q->g * p->c + q->h * p->d + p->h) / w,
	};
}

static void ocr_place_point(const struct ocr_place *p, double px, double py, double *x, double *y)
{
	double w = fmax(NEAREST, p->g * px + p->h * py + 1);
	*x = (p->a * px + p->c * py + p->e) / w;
	*y = (p->b * px + p->d * py + p->f) / w;
}

double ocr_place_scale(const struct ocr_place *p, double px, double py)
{
	double x0, y0, x1, y1;
	ocr_place_point(p, px - 0.5, py, &x0, &y0);
	ocr_place_point(p, px + 0.5, py, &x1, &y1);
	return hypot(x1 - x0, y1 - y0);
}

static int32_t whole(double v)
{
	return v > 19000000 ? 19000000 : v < -19000000 ? -19000000 : (int32_t)lrint(v);
}

struct doc_box ocr_place_box(const struct ocr_place *p, double x0, double y0, double x1, double y1)
{
	double px[4] = { x0, x1, x1, x0 }, py[4] = { y0, y0, y1, y1 }, l = INFINITY, t = INFINITY, r = -INFINITY, b = -INFINITY;
	for (int i = 0; i < 4; i++) {
		double x, y;
		ocr_place_point(p, px[i], py[i], &x, &y);
		l = fmin(l, x);
		r = fmax(r, x);
		t = fmin(t, y);
		b = fmax(b, y);
	}
	return (struct doc_box){ whole(l), whole(t), whole(r), whole(b) };
}
