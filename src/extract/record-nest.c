/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records that hold rows of their own and of which a heading above the rows tells the rest:
 *
 *     Starters                      { name, dishes: [ { name, price }, ... ] }
 *     Soup ............... 6.50
 *
 * The rows are looked for as if each said its heading itself, and those that follow each other below the same one are
 * one record.
 */
#include "extract/record.h"

/* The only property of the records besides their rows that is a text; -1 if there are several, or figures that nothing would give. */
static int heading_field(const struct plan_array *a)
{
	int text = -1;
	if (a->children_n != 1 || a->children[0].scalar || a->children[0].children_n)
		return -1;
	for (size_t i = 0; i < a->fields_n; i++) {
		if (a->fields[i].type != VALUE_TEXT)
			continue;
		if (text >= 0)
			return -1;
		text = (int)i;
	}
	return a->fields_n <= 2 ? text : -1;
}

/* One record a row: the heading as a property named as groups are, and the row's own. */
static struct plan_array *flat_array(struct table_ctx *x, const struct plan_array *a, int heading)
{
	const struct plan_array *rows = &a->children[0];
	struct plan_array *flat = ARENA_NEW(x->a, struct plan_array);
	struct plan_field *fields = ARENA_ARRAY(x->a, rows->fields_n + 1, struct plan_field);
	uint32_t *section = ARENA_ARRAY(x->a, 1, uint32_t);
	if (!flat || !fields || !section)
		return NULL;
	*section = token_named(x->in, "section");
	fields[0] = a->fields[heading];
	fields[0].name = (struct phrase){ section, 1 };
	memcpy(fields + 1, rows->fields, rows->fields_n * sizeof(*fields));
	*flat = *a;
	flat->fields = fields;
	flat->fields_n = rows->fields_n + 1;
	flat->children = NULL;
	flat->children_n = 0;
	return flat;
}

static bool same_heading(const struct record *a, const struct record *b)
{
	return a->cell[0].n && b->cell[0].n && a->cell[0].words[0] == b->cell[0].words[0];
}

static bool record_of_rows(struct table_ctx *x, const struct plan_array *a, int heading, const struct record *rows, size_t n, struct records *out)
{
	struct record *r = &out->items[out->n++];
	*r = (struct record){ .cell = ARENA_ARRAY(x->a, a->fields_n + 1, struct found), .page = rows->page, .line = rows->line };
	r->child = ARENA_ARRAY(x->a, 1, struct record *);
	r->child_n = ARENA_ARRAY(x->a, 1, size_t);
	if (!r->cell || !r->child || !r->child_n || !(r->child[0] = ARENA_ARRAY(x->a, n, struct record)))
		return false;
	r->cell[heading] = rows->cell[0];
	r->cell[heading].inherited = false;
	r->child_n[0] = n;
	for (size_t i = 0; i < n; i++)
		r->child[0][i] = (struct record){ .cell = rows[i].cell + 1, .page = rows[i].page, .line = rows[i].line };
	return true;
}

bool nested_recover(struct table_ctx *x, const struct prop_list *pl, bool (*recover)(struct table_ctx *x, const struct prop_list *pl, struct records *out),
		    struct records *out)
{
	const struct plan_array *a = pl->array;
	int heading = heading_field(a);
	struct records flat = { 0 };
	if (heading < 0)
		return true;
	const struct plan_array *rows = flat_array(x, a, heading);
	struct prop_list *props = rows ? prop_list_new(x, rows) : NULL;
	if (!props || !recover(x, props, &flat))
		return false;
	for (size_t i = 0; i < flat.n; i++)
		if (!flat.items[i].cell[0].n)
			return true; /* rows that no heading is above: of nobody */
	out->items = ARENA_ARRAY(x->a, flat.n + 1, struct record);
	for (size_t i = 0, k; out->items && i < flat.n; i = k) {
		for (k = i + 1; k < flat.n && same_heading(&flat.items[i], &flat.items[k]);)
			k++;
		if (!record_of_rows(x, a, heading, &flat.items[i], k - i, out))
			return false;
	}
	out->seen = (uint32_t)out->n;
	out->score = flat.score;
	return out->items != NULL;
}
