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

enum { STEP = 2, KINDS = 20 }; /* of the numbers that script/calibrate reads */
_Static_assert((int)EVIDENCES <= (int)KINDS, "kinds of evidence that a number can tell");

/* Is the value one that a type of its own reads, or words that nothing but their place tells from others? */
static bool is_reading(const struct plan_field *field, const struct found *f)
{
	static const enum value_type words[] = { VALUE_TEXT, VALUE_PERSON, VALUE_ORG, VALUE_ADDRESS, VALUE_STREET, VALUE_CITY, VALUE_REGION };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (field->type == words[i])
			return f->canon.n > 0;
	return true;
}

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
	if (field->array)
		return f->inherited ? EVIDENCE_INHERITED : f->by == BY_ITEM ? EVIDENCE_ITEM : EVIDENCE_CELL;
	if (f->by == BY_WORDS)
		return field->type == VALUE_BOOLEAN ? EVIDENCE_TRUTH : is_reading(field, f) ? EVIDENCE_FIGURE : EVIDENCE_NAME;
	return f->by == BY_ITSELF ? EVIDENCE_ITSELF : f->by == BY_LOOSE ? EVIDENCE_LOOSE : EVIDENCE_LABEL;
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
	return score / STEP * KINDS + (int)evidence_of(field, f, null);
}
