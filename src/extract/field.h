/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field - values of the leaves outside arrays: labels and what stands beside
 * them, party blocks, self-identifying types; scored, then assigned so that one
 * place serves one field.
 *
 *      Invoice No.   4711          a label and its value right of it
 *      Date: 3 May 2024            in the same segment
 *      Due date                    below
 *      2 June 2024
 */
#pragma once
#include "extract/records.h"

struct field_scope { /* pages [page, end) of the view */
	uint32_t page, end;
};

/*
 * out[i] is the value of p->fields[i], n 0 for null with the best refused score
 * and the reason. Everything lives on a; deterministic. Returns false with
 * ERR_BUDGET when the arena's ceiling is reached.
 */
bool fields_find(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p,
		 const struct table_map *map, struct field_scope scope, struct found *out, struct arena *a, struct err *e);

/*
 * Lists in running text for p->arrays of plain values (records[i] belongs to p->arrays[i]): what says
 * more than the records found so far takes their place. ERR_BUDGET as above.
 */
bool fields_lists(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p, struct records *records,
		  struct arena *a, struct err *e);
