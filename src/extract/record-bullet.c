/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-item.h"

/*
 * The bullets of an entry, for lists of plain values inside records:
 *
 *     Engineer, Acme Corp                     June 2020 - present
 *       - built things                        highlights[0]
 *       - led a team of five                  highlights[1]
 */
#define BULLET_SCORE 640
#define BULLETS_MOST 64
#define BULLET_WORDS 256

static bool bullet_put(struct table_ctx *x, const struct plan_field *f, const uint32_t *ids, uint32_t n, struct record *r, size_t k)
{
	uint32_t *words = ARENA_ARRAY(x->a, n, uint32_t);
	struct found *cell = ARENA_NEW(x->a, struct found);
	if (!words || !cell)
		return false;
	memcpy(words, ids, n * sizeof *words);
	for (uint32_t i = 0; i < n; i++)
		x->role[words[i]] = ROLE_TABLE_BODY;
	*cell = found_make(x, f, words, n, BULLET_SCORE);
	r->child[k][r->child_n[k]++] = (struct record){ .cell = cell, .page = x->v->words[words[0]].page, .line = x->v->words[words[0]].line };
	return true;
}

/* The first list of texts among the arrays inside; SIZE_MAX if there is none. */
static size_t texts_of(const struct plan_array *a)
{
	for (size_t k = 0; k < a->children_n; k++)
		if (a->children[k].scalar && a->children[k].fields_n && a->children[k].fields[0].node->type == SCHEMA_STRING)
			return k;
	return SIZE_MAX;
}

bool bullets_fill(struct table_ctx *x, const struct plan_array *a, const uint32_t *lines, uint32_t n, struct record *r)
{
	size_t k = texts_of(a);
	uint32_t ids[BULLET_WORDS], words = 0;
	bool ok = true, open = false;
	if (k == SIZE_MAX)
		return true;
	r->child = ARENA_ARRAY(x->a, a->children_n, struct record *);
	r->child_n = ARENA_ARRAY(x->a, a->children_n, size_t);
	if (!r->child || !r->child_n || !(r->child[k] = ARENA_ARRAY(x->a, BULLETS_MOST, struct record)))
		return false;
	for (uint32_t i = 0; i <= n && ok; i++) {
		const struct view_line *l = i < n ? &x->v->lines[lines[i]] : NULL;
		bool bullet = l && line_has_bullet(x->v, l);
		if (words && (!l || bullet) && r->child_n[k] < BULLETS_MOST)
			ok = bullet_put(x, &a->children[k].fields[0], ids, words, r, k);
		words = !l || bullet ? 0 : words;
		open |= bullet;
		for (uint32_t w = l && open ? l->word + bullet : 0; l && open && w < l->word + l->words && words < BULLET_WORDS; w++)
			ids[words++] = w;
	}
	return ok;
}
