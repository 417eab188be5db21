/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ActualText (ISO 32000-1 section 14.9.4): what a stretch of glyphs says, as its writer tells it, where the glyphs do not:
 * ligatures, letters in pieces, hyphens at line ends, fonts without codes.
 *
 *     /Span << /ActualText (office) >> BDC   o [ffi] c e   EMC
 *
 * MuPDF 1.21 passes it by. The processor that runs content on our device is told of such stretches: what is drawn in between
 * is kept, and read with the letters of the text when the stretch ends. Letters that are the same from either end keep
 * their glyph, the others share those that are left.
 */
#include "parse/pdf.h"

#include "base/bidi.h"
#include "parse/mupdf-quick.h"
#include "parse/pdf-glyph.h"

#include <stdlib.h>

enum { MOST_GLYPHS = 4096, MOST_TEXT = 4096 };

struct pdf_actual {
	struct pdf_glyph glyphs[MOST_GLYPHS];
	size_t n;
	uint32_t letters[MOST_TEXT];
	size_t letters_n;
	bool right; /* letters of a script from right to left are in it */
	bool over;  /* more glyphs than are kept: they are read as drawn */
};

/* ---- glyphs and letters */

static bool same_letter(const struct pdf_glyph *g, uint32_t letter)
{
	return (uint32_t)g->ucs == letter;
}

/* Glyph i says the letters [from, to). */
static void say(struct pdf_page_state *s, const struct pdf_actual *a, size_t i, size_t from, size_t to)
{
	struct pdf_glyph g = a->glyphs[i];
	g.ucs = from < to ? (int)a->letters[from] : -1;
	pdf_words_glyph(s, &g);
	for (size_t k = from + 1; k < to; k++)
		pdf_words_further(s, &g, (int)a->letters[k]);
}

/* Where the letters of the k-th of the glyphs in the middle begin: each has its share, the first ones sooner. */
static size_t share(size_t k, size_t letters, size_t glyphs)
{
	return (k * letters + glyphs - 1) / glyphs;
}

static void say_all(struct pdf_page_state *s, const struct pdf_actual *a)
{
	size_t n = a->n, m = a->letters_n, least = n < m ? n : m, head = 0, tail = 0;
	while (head < least && same_letter(&a->glyphs[head], a->letters[head]))
		head++;
	while (tail < least - head && same_letter(&a->glyphs[n - 1 - tail], a->letters[m - 1 - tail]))
		tail++;
	size_t glyphs = n - head - tail, letters = m - head - tail;
	for (size_t i = 0; i < n; i++) {
		size_t k = i - head, end = m - (n - i);
		if (i < head)
			say(s, a, i, i, i + 1 == head && !glyphs ? head + letters : i + 1);
		else if (i >= n - tail)
			say(s, a, i, i == 0 ? 0 : end, end + 1);
		else if (a->right) /* drawn backwards: all that a cluster says stands with its first glyph */
			say(s, a, i, k ? head + letters : head, head + letters);
		else
			say(s, a, i, head + share(k, letters, glyphs), head + share(k + 1, letters, glyphs));
	}
}

static void say_drawn(struct pdf_page_state *s, const struct pdf_actual *a)
{
	for (size_t i = 0; i < a->n; i++)
		pdf_words_glyph(s, &a->glyphs[i]);
}

bool pdf_actual_take(struct pdf_page_state *s, const struct pdf_glyph *g)
{
	struct pdf_actual *a = s->actual;
	if (a->over)
		return false;
	if (a->n < MOST_GLYPHS) {
		a->glyphs[a->n++] = *g;
		return true;
	}
	a->over = true;
	say_drawn(s, a);
	return false;
}

static void actual_end(struct pdf_page_state *s)
{
	struct pdf_actual *a = s->actual;
	bool blanks = false;
	s->actual = NULL;
	for (size_t i = 0; a && i < a->letters_n; i++)
		blanks = blanks || a->letters[i] <= ' ';
	if (!a || a->over)
		return;
	if (a->right && blanks)
		say_drawn(s, a); /* which glyph is of which word is not told */
	else
		say_all(s, a);
}

static void actual_begin(struct pdf_page_state *s, struct str text)
{
	if (!s->actual_room)
		s->actual_room = malloc(sizeof(*s->actual_room));
	struct pdf_actual *a = s->actual_room;
	if (!a || !str_utf8_ok(text) || text.n > MOST_TEXT)
		return;
	a->n = a->letters_n = 0;
	a->right = a->over = false;
	for (size_t i = 0; i < text.n;) {
		uint32_t c = str_utf8_next(text, &i);
		a->letters[a->letters_n++] = c == 0xAD ? '-' : c; /* it stands for a hyphen that is drawn */
		a->right = a->right || bidi_is_right(c);
	}
	s->actual = a;
	s->actual_depth = s->marked;
}

/* ---- the processor */

static void (*run_BMC)(fz_context *, pdf_processor *, const char *);
static void (*run_BDC)(fz_context *, pdf_processor *, const char *, pdf_obj *, pdf_obj *);
static void (*run_EMC)(fz_context *, pdf_processor *);
static struct pdf_page_state *page; /* being drawn: one at a time */

/* The processor keeps glyphs back; they are drawn before a change of how colours are matched, which means nothing here. */
static void flush(fz_context *ctx, pdf_processor *proc)
{
	proc->op_ri(ctx, proc, "RelativeColorimetric");
}

static void op_BMC(fz_context *ctx, pdf_processor *proc, const char *tag)
{
	page->marked++;
	run_BMC(ctx, proc, tag);
}

static void op_BDC(fz_context *ctx, pdf_processor *proc, const char *tag, pdf_obj *raw, pdf_obj *cooked)
{
	pdf_obj *text = page->actual ? NULL : pdf_dict_get(ctx, cooked, PDF_NAME(ActualText));
	page->marked++;
	if (pdf_is_string(ctx, text)) {
		flush(ctx, proc);
		actual_begin(page, str_from(pdf_to_text_string(ctx, text)));
	}
	run_BDC(ctx, proc, tag, raw, cooked);
}

static void op_EMC(fz_context *ctx, pdf_processor *proc)
{
	if (page->actual && page->actual_depth == page->marked) {
		flush(ctx, proc);
		actual_end(page);
	}
	page->marked -= page->marked > 0;
	run_EMC(ctx, proc);
}

pdf_processor *__real_pdf_new_run_processor(fz_context *ctx, fz_device *dev, fz_matrix ctm, const char *usage, pdf_gstate *gstate,
					    fz_default_colorspaces *default_cs, fz_cookie *cookie);
pdf_processor *__wrap_pdf_new_run_processor(fz_context *ctx, fz_device *dev, fz_matrix ctm, const char *usage, pdf_gstate *gstate,
					    fz_default_colorspaces *default_cs, fz_cookie *cookie);

/* In place of MuPDF's (--wrap): on our device, operators of marked content are heard. */
pdf_processor *__wrap_pdf_new_run_processor(fz_context *ctx, fz_device *dev, fz_matrix ctm, const char *usage, pdf_gstate *gstate,
					    fz_default_colorspaces *default_cs, fz_cookie *cookie)
{
	pdf_processor *proc = __real_pdf_new_run_processor(ctx, dev, ctm, usage, gstate, default_cs, cookie);
	struct pdf_page_state *s = pdf_device_page(dev);
	quick_processor(proc, s != NULL);
	if (!s)
		return proc;
	page = s;
	run_BMC = proc->op_BMC;
	run_BDC = proc->op_BDC;
	run_EMC = proc->op_EMC;
	proc->op_BMC = op_BMC;
	proc->op_BDC = op_BDC;
	proc->op_EMC = op_EMC;
	return proc;
}

void pdf_actual_settle(struct pdf_page_state *s)
{
	actual_end(s); /* a stretch without an end */
	s->marked = 0;
}

void pdf_actual_free(struct pdf_page_state *s)
{
	free(s->actual_room);
	s->actual = s->actual_room = NULL;
}
