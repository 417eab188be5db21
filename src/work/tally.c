/* SPDX-License-Identifier: Apache-2.0 */
#include "work/tally.h"

struct tally tally_of(const struct work_settings *set)
{
	return (struct tally){ .set = set, .why = { .code = ERR_NONE }, .ends = { .code = ERR_NONE } };
}

/* Words that recognition took the place of are hidden, and count. */
static bool has_bad_font(const struct doc_page *p)
{
	size_t bad = 0;
	for (size_t i = 0; i < p->words_n; i++)
		bad += doc_unreadable(doc_word_text(p, &p->words[i]));
	return doc_unreadable_page(bad, p->words_n);
}

bool tally_page(void *ctx, const struct doc_page *p, struct err *e)
{
	struct tally *t = ctx;
	t->pages++;
	if (t->set->fail_on_font && t->ends.code == ERR_NONE && has_bad_font(p))
		err_set(&t->ends, ERR_BROKEN, "page %u: a font does not tell which letters it shows (fail_on_buggy_font)", p->number);
	if (p->fault == ERR_NONE)
		return true;
	if (p->fault == ERR_OCR && t->set->fail_on_ocr && t->ends.code == ERR_NONE)
		err_set(&t->ends, ERR_OCR, "page %u: %.*s", p->number, STR_ARGS(p->fault_text));
	if (t->set->fail_on_page && t->ends.code == ERR_NONE)
		err_set(&t->ends, p->fault, "page %u: %.*s", p->number, STR_ARGS(p->fault_text));
	if (!t->faults++) {
		t->first = p->number;
		err_set(&t->why, p->fault, "%.*s", STR_ARGS(p->fault_text));
	}
	return true;
}

bool tally_check(const struct tally *t, struct err *e)
{
	if (t->ends.code != ERR_NONE)
		return err_set(e, t->ends.code, "%s", t->ends.text);
	return t->faults == 0 || t->faults <= t->set->page_failures * (double)t->pages ||
	       err_set(e, t->why.code, "%u of %u pages could not be read, more than the %g %% that may fail "
		       "(allowed_page_failure_ratio); page %u: %s", t->faults, t->pages, 100 * t->set->page_failures, t->first, t->why.text);
}
