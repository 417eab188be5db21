/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/calibrate.h"

struct knot {
	int score, right; /* 1/1000; 1/10000 */
};

/* Shares right by hand score as measured on mixed forms (engine.md section 9), made monotone. */
static const struct knot header_knots[] = {
	{ 0, 500 }, { 500, 2500 }, { 550, 3800 }, { 650, 5000 }, { 750, 6400 }, { 800, 7800 }, { 850, 8400 }, { 900, 8800 },
	{ 950, 9200 }, { 1000, 9500 },
};
static const struct knot cell_knots[] = {
	{ 0, 1000 }, { 400, 4000 }, { 550, 6500 }, { 650, 7600 }, { 750, 8400 }, { 850, 9000 }, { 950, 9500 }, { 1000, 9700 },
};
/* A null is the likelier right, the weaker the best value refused; f->score is that value's. */
static const struct knot null_knots[] = { { 0, 7600 }, { 300, 6500 }, { 450, 4000 }, { 520, 1500 }, { 1000, 1000 } };

static int between(const struct knot *k, size_t n, int score)
{
	if (score <= k[0].score)
		return k[0].right;
	for (size_t i = 1; i < n; i++)
		if (score <= k[i].score)
			return k[i - 1].right +
			       (k[i].right - k[i - 1].right) * (score - k[i - 1].score) / (k[i].score - k[i - 1].score);
	return k[n - 1].right;
}
#define BETWEEN(knots, score) between(knots, sizeof(knots) / sizeof *(knots), score)

int calibrate(const struct plan_field *field, const struct found *f, bool some)
{
	if (!some)
		return BETWEEN(null_knots, f->score);
	return field->array ? BETWEEN(cell_knots, f->score) : BETWEEN(header_knots, f->score);
}
