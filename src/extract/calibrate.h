/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calibrate - hand scores become probabilities of being right, by tables that
 * script/calibrate fits to documents with gold answers (calibrate.def).
 */
#pragma once
#include "extract/plan.h"

/* What is said of a leaf, and on what evidence; each has a table of its own. */
enum evidence {
	EVIDENCE_LABEL,     /* a value beside its label */
	EVIDENCE_FACT,      /* a form field, mark or header of the source */
	EVIDENCE_CELL,      /* a value of a record */
	EVIDENCE_INHERITED, /* a value of a record that stands above several */
	EVIDENCE_NULL,      /* no value, or the best one refused; the score of nulls is the share of fields around them that have values */
	EVIDENCE_BLANK,     /* no value: the place for it is blank */
	EVIDENCE_NULL_CELL, /* no value in a record */
	EVIDENCE_BLANK_CELL, /* a blank cell in a column that has values */
	EVIDENCE_NOWHERE,   /* no value, and neither a label of the field nor anything of its kind stands in the document */
	EVIDENCE_FIGURE,    /* a figure, date or code that the words around it in a sentence speak for */
	EVIDENCE_NAME,      /* a name or other words of a sentence */
	EVIDENCE_TRUTH,     /* yes or no, as a sentence affirms or denies */
	EVIDENCE_ITSELF,    /* a value known by its form or place */
	EVIDENCE_LOOSE,     /* a value beside its label on a page of running text */
	EVIDENCE_ITEM,      /* a value of a record that neither a table's header nor labels of its own announce */
	EVIDENCES
};

/* What kind of evidence speaks for the value, or for the null: null is its reason (plan.h), NULL if there is a value. */
enum evidence evidence_of(const struct plan_field *field, const struct found *f, const char *null);

/* Probability, 1/10000, that what is said of the leaf is right. Monotone in the score within each kind of evidence. */
int calibrate(const struct plan_field *field, const struct found *f, const char *null);

/* Before calibration, for script/calibrate: the score, 0 to 999, in steps of two, and the kind of evidence: step * 20 + kind. */
int calibrate_not(const struct plan_field *field, const struct found *f, const char *null);
