/* SPDX-License-Identifier: Apache-2.0 */
/* Layout and spans over arbitrary pages (fuzz-page.h). */
#include "layout/fuzz-page.h"
#include "layout/layout.h"
#include "layout/span.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What every consumer relies on. */
static void check(const struct view *v, const struct spans *s)
{
	uint32_t word = 0, seg = 0;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		if (v->lines[l].word != word || v->lines[l].seg != seg || v->lines[l].segs == 0)
			abort();
		for (; seg < v->lines[l].seg + v->lines[l].segs; seg++) {
			if (v->segs[seg].word != word || v->segs[seg].words == 0 || v->segs[seg].block >= v->blocks_n)
				abort();
			word += v->segs[seg].words;
		}
	}
	for (uint32_t i = 0; i < s->n; i++) {
		const struct span *x = &s->items[i];
		const struct view_word *last = &v->words[x->word + x->words - 1];
		if (x->words == 0 || x->word + x->words > v->words_n || x->skip >= v->words[x->word].text.n || x->cut >= last->text.n)
			abort();
	}
	if (word != v->words_n || seg != v->segs_n)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf b = BUF_INIT(0), text = BUF_INIT(0);
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	struct view *v = NULL;
	struct spans *s = NULL;
	arena_init(&a, "fuzz", 1 << 28);
	fuzz_pages(&b, data, n < 16000 ? n : 16000);
	if (doc_open(buf_view(&b), NULL, &a, &d, &e) && (v = layout_build(&d, &a, &e)) != NULL && (s = span_scan(v, &a, &e)) != NULL) {
		check(v, s);
		for (uint32_t p = 0; p < v->pages_n; p++) {
			layout_write_text(v, p, &text);
			layout_write_markdown(v, p, &text);
		}
	}
	arena_fini(&a);
	buf_fini(&b);
	buf_fini(&text);
	return 0;
}
