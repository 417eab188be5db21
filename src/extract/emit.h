/* SPDX-License-Identifier: Apache-2.0 */
/*
 * emit - found values become the result, its field metadata and its accounts
 * (behaviour.md section 11): every property present in schema order, one entry
 * a leaf with citation and scores, reasons of nulls, completeness of arrays.
 */
#pragma once
#include "extract/extract.h"
#include "extract/plan.h"
#include "layout/layout.h"

struct emitter {
	const struct view *v;
	struct intern *in;
	const struct plan *plan;
	bool cite, scores;
	bool bare;                      /* citations have no boxes */
	bool unreadable;                /* pages could not be read, some or all of them: what was not found may stand there */
	struct buf *result, *meta;      /* appended to; meta may be NULL */
	struct buf *nulls, *complete;   /* members of an object without its braces */
	struct str prefix;              /* of the paths in nulls and complete: "" or "[3]." */
	int64_t output_tokens;          /* words of the values written */
	uint32_t nulls_n;
	int filled;                     /* 1/1000: fields of the object at hand that have a value; what nulls are judged by */
};

/*
 * One object for the plan's root: fields[i] belongs to plan->fields[i], records[i]
 * to plan->arrays[i].
 */
void emit_object(struct emitter *x, const struct found *fields, const struct records *records);
/* The objects of one array alone, for per_table_row: records of plan->arrays[0]. */
void emit_rows(struct emitter *x, const struct records *records);
