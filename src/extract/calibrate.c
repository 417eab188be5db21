/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/calibrate.h"

struct knot {
	enum evidence evidence;
	int score, right; /* 1/1000; 1/10000 */
};

static const struct knot knots[] = { /* by evidence, then score */
#define KNOT(evidence, score, right) { EVIDENCE_##evidence, score, right },
#include "extract/calibrate.def"
#undef KNOT
};
#define KNOTS (sizeof knots / sizeof *knots)

enum evidence evidence_of(const struct plan_field *field, const struct found *f, const char *null)
{
	if (null) {
		bool blank = strcmp(null, "blank_in_document") == 0;
		if (f->nowhere && !blank && !field->array)
			return EVIDENCE_NOWHERE;
		return field->array ? (blank ? EVIDENCE_BLANK_CELL : EVIDENCE_NULL_CELL) : blank ? EVIDENCE_BLANK : EVIDENCE_NULL;
	}
	if (f->mark || f->fact)
		return EVIDENCE_FACT;
	return f->inherited ? EVIDENCE_INHERITED : field->array ? EVIDENCE_CELL : EVIDENCE_LABEL;
}

int calibrate(const struct plan_field *field, const struct found *f, const char *null)
{
	enum evidence evidence = evidence_of(field, f, null);
	const struct knot *below = NULL;
	for (size_t i = 0; i < KNOTS; i++) {
		const struct knot *k = &knots[i];
		if (k->evidence != evidence)
			continue;
		if (k->score >= f->score)
			return !below ? k->right : below->right + (k->right - below->right) * (f->score - below->score) / (k->score - below->score);
		below = k;
	}
	return below ? below->right : 0;
}

int calibrate_not(const struct plan_field *field, const struct found *f, const char *null)
{
	int score = f->score < 0 ? 0 : f->score > 999 ? 999 : f->score;
	return score * 10 + (int)evidence_of(field, f, null);
}
