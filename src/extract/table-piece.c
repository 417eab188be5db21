/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"

/*
 * Many programs write a table cell by cell, and the parser keeps what was written
 * in one go as one run. Where the runs of a page change at nearly every gap between
 * segments, and hardly inside them, they are taken for cells: text that overflows
 * its column stays together, cells set without a gap come apart.
 */
#define RUN_GAPS 8 /* gaps between segments that must have been seen */

static uint8_t runs_judge(const struct table_ctx *x, uint32_t page)
{
	const struct view *v = x->v;
	const struct view_page *p = &v->pages[page];
	uint32_t gaps = 0, changes = 0, spaces = 0, same = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		const struct view_line *vl = &v->lines[l];
		for (uint32_t w = vl->word + 1; w < vl->word + vl->words && vl->segs >= 2; w++) {
			bool change = v->words[w].run != v->words[w - 1].run;
			if (v->words[w].seg != v->words[w - 1].seg) {
				gaps++;
				changes += change;
			} else {
				spaces++;
				same += !change;
			}
		}
	}
	return gaps >= RUN_GAPS && changes * 10 >= gaps * 9 && same * 10 >= spaces * 7 ? 2 : 1;
}

bool page_runs_are_cells(struct table_ctx *x, uint32_t page)
{
	if (!x->page_runs)
		x->page_runs = ARENA_ARRAY(x->a, x->v->pages_n + 1, uint8_t);
	if (!x->page_runs)
		return false;
	if (!x->page_runs[page])
		x->page_runs[page] = runs_judge(x, page);
	return x->page_runs[page] == 2;
}

bool piece_starts(struct table_ctx *x, uint32_t word)
{
	const struct view_word *w = &x->v->words[word];
	return w->seg != w[-1].seg || (w->run != w[-1].run && page_runs_are_cells(x, w->page));
}

uint32_t piece_end(struct table_ctx *x, uint32_t word, uint32_t end)
{
	for (word++; word < end && !piece_starts(x, word);)
		word++;
	return word;
}
