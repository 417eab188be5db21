/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Glyphs to words. A glyph goes on with the word if it stands on the same
 * baseline, looks the same way and begins where the pen ended:
 *
 *     T o t a l|   gap    |1 2 , 5 0
 *              pen        origin of the next glyph
 *
 * A gap of more than PDF_GAP ems, or a step back, ends the word, as does white space.
 */
#include "parse/pdf.h"

#include "base/bidi.h"
#include "parse/pdf-glyph.h"

#include <math.h>
#include <utf8proc.h>

/* Ems. */
#define STEP_BACK 0.45f
/* A gap up to here without a drawn space is still one phrase. */
#define RUN_GAP 1.2f

static int32_t unit(float v)
{
	float u = v * DOC_UNIT;
	return u > 19000000.f ? 19000000 : u < -19000000.f ? -19000000 : (int32_t)lrintf(u);
}

struct doc_box pdf_box(fz_rect r)
{
	struct doc_box b = { unit(r.x0), unit(r.y0), unit(r.x1), unit(r.y1) };
	if (b.x1 < b.x0)
		b.x1 = b.x0;
	if (b.y1 < b.y0)
		b.y1 = b.y0;
	return b;
}

static bool is_mark(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_ME;
}

/* Letters and numbers that go from left to right within a word of the other direction. */
static bool goes_left_to_right(uint32_t c)
{
	return !bidi_is_right(c) && !is_mark(c) && (utf8proc_category((utf8proc_int32_t)c) <= UTF8PROC_CATEGORY_LO ||
						   utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND);
}

/* The end of what begins at i and is turned as one: a letter with its marks, or a run from left to right with signs inside. */
static size_t piece_end(struct str s, size_t i)
{
	bool run = goes_left_to_right(str_utf8_next(s, &i));
	size_t end = i;
	while (i < s.n) {
		uint32_t c = str_utf8_next(s, &i);
		if (run ? bidi_is_right(c) : !is_mark(c))
			break;
		if (!run || goes_left_to_right(c) || is_mark(c))
			end = i;
	}
	return end;
}

/* Letters that were drawn from left to right but are read from right to left, in the order of reading. */
static void turn(char *text, size_t n)
{
	char turned[sizeof(((struct pdf_glyphs *)0)->text)];
	size_t at = n;
	for (size_t i = 0, end; i < n; i = end) {
		end = piece_end((struct str){ text, n }, i);
		at -= end - i;
		memcpy(turned + at, text + i, end - i);
	}
	memcpy(text, turned, n);
}

/* Forms of Arabic letters by their place in a word are those letters. */
static size_t plain_letters(char *text, size_t n, size_t size)
{
	struct buf b = BUF_INIT(size);
	for (size_t i = 0; i < n;) {
		size_t from = i;
		uint32_t c = str_utf8_next((struct str){ text, n }, &i);
		utf8proc_uint8_t *plain = NULL;
		utf8proc_ssize_t got = 0;
		if ((c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
			got = utf8proc_map((const utf8proc_uint8_t *)text + from, (utf8proc_ssize_t)(i - from), &plain,
					   UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_COMPAT);
		buf_add(&b, got > 0 ? (const char *)plain : text + from, got > 0 ? (size_t)got : i - from);
		free(plain);
	}
	if (!b.failed) {
		memcpy(text, b.p, b.n);
		n = b.n;
	}
	buf_fini(&b);
	return n;
}

/* NFC, and the Latin ligatures apart; written over the text. */
static size_t compose(char *text, size_t n, size_t size)
{
	utf8proc_uint8_t *out = NULL;
	const utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
	utf8proc_ssize_t got = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)n, &out, options);
	if (got >= 0 && (size_t)got <= size) {
		memcpy(text, out, (size_t)got);
		n = (size_t)got;
	}
	free(out);
	return n;
}

/* More than what scans are askew by: a seventh of a right angle. */
static bool is_diagonal(fz_point dir)
{
	float x = fabsf(dir.x), y = fabsf(dir.y);
	return fminf(x, y) > 0.23f * fmaxf(x, y);
}

void pdf_words_end(struct pdf_page_state *s)
{
	struct pdf_glyphs *g = &s->word;
	if (g->n == 0)
		return;
	if (s->no_diagonal && is_diagonal(g->dir)) {
		g->n = 0;
		return;
	}
	if (s->words >= PDF_MOST_WORDS) {
		s->too_many_words = true;
		g->n = 0;
		return;
	}
	if (g->right) {
		if (!g->backward)
			turn(g->text, g->n);
		g->n = plain_letters(g->text, g->n, sizeof(g->text));
	}
	if (g->non_ascii)
		g->n = compose(g->text, g->n, sizeof(g->text));
	unsigned flags = g->flags;
	if (fabsf(g->dir.y) > fabsf(g->dir.x))
		flags |= DOC_VERTICAL;
	struct doc_word w = {
		.down = flags & DOC_VERTICAL ? g->dir.y > 0 : g->dir.x < 0,
		.box = pdf_box(g->box), .color = g->color, .run = s->run, .source = (uint8_t)s->source, .conf = 100,
		.size = (uint16_t)(g->size > 655.f ? 65500 : g->size < 0 ? 0 : lrintf(g->size * DOC_UNIT)),
	};
	if (!g->space_before && s->have_last)
		flags |= DOC_GLUED;
	w.flags = (uint8_t)flags;
	doc_page_add_word(s->out, &w, (struct str){ g->text, g->n });
	s->words++;
	s->hidden += (flags & DOC_HIDDEN) != 0;
	s->last_pen = g->pen;
	s->last_dir = g->dir;
	s->last_size = g->size;
	s->have_last = true;
	s->space = false;
	g->n = 0;
}

static inline bool same_word(const struct pdf_glyphs *w, const struct pdf_glyph *g, unsigned hidden)
{
	float em = w->size > g->size ? w->size : g->size;
	float dx = g->origin.x - w->pen.x, dy = g->origin.y - w->pen.y;
	float along = dx * w->dir.x + dy * w->dir.y, across = dy * w->dir.x - dx * w->dir.y;
	if (w->dir.x * g->dir.x + w->dir.y * g->dir.y < 0.99f || (w->flags & DOC_HIDDEN) != hidden)
		return false;
	/* As nearly always: it stands on the line, where the pen ended. */
	if (along > -0.02f * em && along < PDF_GAP * em && fabsf(across) < PDF_BASELINE * em)
		return true;
	/* Some draw text from right to left as it is read: the glyph ends where the one before began. */
	if ((w->backward || w->edge == 0) && bidi_is_right((uint32_t)g->ucs) && fabsf(across) < PDF_BASELINE * em &&
	    fabsf((g->pen.x - w->origin.x) * w->dir.x + (g->pen.y - w->origin.y) * w->dir.y - w->edge) < PDF_GAP * em &&
	    along < -0.5f * (w->pen.x - w->origin.x) * w->dir.x)
		return true;
	/* A smaller glyph off the baseline is a footnote mark or an exponent, not part of the word. */
	return fabsf(across) < PDF_BASELINE * em && along < PDF_GAP * em && along > -STEP_BACK * em;
}

/* Does the word continue the line of the last one? Then it shares its run. */
static bool same_run(const struct pdf_page_state *s, const struct pdf_glyph *g)
{
	if (!s->have_last)
		return false;
	float dx = g->origin.x - s->last_pen.x, dy = g->origin.y - s->last_pen.y;
	float along = dx * s->last_dir.x + dy * s->last_dir.y, across = dy * s->last_dir.x - dx * s->last_dir.y;
	float em = s->last_size > g->size ? s->last_size : g->size;
	return fabsf(across) < 0.5f * em && along > -STEP_BACK * em && along < RUN_GAP * em;
}

static void start_word(struct pdf_page_state *s, const struct pdf_glyph *g)
{
	struct pdf_glyphs *w = &s->word;
	bool run = same_run(s, g);
	float dx = g->origin.x - s->last_pen.x, dy = g->origin.y - s->last_pen.y;
	bool far = !run || fabsf(dx * s->last_dir.x + dy * s->last_dir.y) > 0.4f * g->size;
	if (!run)
		s->run++;
	/* All but the text, which is long and begins anew. */
	w->n = w->last = 0;
	w->box = g->box;
	w->origin = w->pen = g->origin;
	w->dir = g->dir;
	w->size = g->size;
	w->color = g->color;
	w->flags = g->flags;
	w->space_before = s->space || far;
	w->non_ascii = w->right = w->backward = false;
	w->edge = 0;
}

/* What a code point is written as: Latin ligatures apart, soft hyphens and direction marks left out. */
static size_t spell(int c, char out[8])
{
	static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
	if (c >= 0xFB00 && c <= 0xFB06) {
		memcpy(out, ligatures[c - 0xFB00], strlen(ligatures[c - 0xFB00]));
		return strlen(ligatures[c - 0xFB00]);
	}
	if (c == 0xAD || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x80 && c < 0xA0))
		return 0;
	return str_utf8_put((uint32_t)c, out);
}

static inline void add_char(struct pdf_glyphs *w, int ucs)
{
	char c[8];
	if (ucs > 0x20 && ucs < 0x7F) {
		if (w->n < sizeof(w->text))
			w->text[w->n++] = (char)ucs;
		return;
	}
	size_t n = spell(ucs, c);
	if (w->n + n <= sizeof(w->text)) {
		memcpy(w->text + w->n, c, n);
		w->n += n;
	}
	w->non_ascii |= ucs >= 0x300;
	w->right |= bidi_is_right((uint32_t)ucs);
}

/* A further character of the last glyph. Letters that will be turned are put before it, so that they come out behind it. */
static void add_further(struct pdf_glyphs *w, int ucs)
{
	size_t from = w->n;
	char c[sizeof(w->text)];
	add_char(w, ucs);
	if (!bidi_is_right((uint32_t)ucs) || w->backward || w->n == from || w->last >= from)
		return;
	memcpy(c, w->text + from, w->n - from);
	memmove(w->text + w->last + (w->n - from), w->text + w->last, from - w->last);
	memcpy(w->text + w->last, c, w->n - from);
}

static inline void add_glyph(struct pdf_page_state *s, const struct pdf_glyph *g)
{
	struct pdf_glyphs *w = &s->word;
	float begin = (g->origin.x - w->origin.x) * w->dir.x + (g->origin.y - w->origin.y) * w->dir.y;
	w->last = w->n;
	if (w->n && begin < w->edge) {
		w->backward = true;
		w->edge = begin;
	}
	if (g->ucs >= 0)
		add_char(w, g->ucs);
	w->box = (fz_rect){ smaller(w->box.x0, g->box.x0), smaller(w->box.y0, g->box.y0), larger(w->box.x1, g->box.x1),
			    larger(w->box.y1, g->box.y1) };
	w->pen = g->pen;
}

/* The mark that an accent set as a glyph of its own puts on a letter, or 0. */
static int mark_of(uint32_t accent)
{
	static const struct { uint16_t accent, mark; } marks[] = {
		{ '`', 0x300 }, { 0xB4, 0x301 }, { '^', 0x302 }, { 0x2C6, 0x302 }, { '~', 0x303 }, { 0x2DC, 0x303 }, { 0xAF, 0x304 }, { 0x2D8, 0x306 },
		{ 0x2D9, 0x307 }, { 0xA8, 0x308 }, { 0x2DA, 0x30A }, { 0x2DD, 0x30B }, { 0x2C7, 0x30C }, { 0xB8, 0x327 }, { 0x2DB, 0x328 },
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].accent == accent)
			return marks[i].mark;
	return accent >= 0x300 && accent < 0x330 ? (int)accent : 0;
}

/* Is the last glyph of the word an accent, set where g comes to stand below it, as fonts without letters with accents need? */
static int accents(const struct pdf_glyphs *w, const struct pdf_glyph *g)
{
	size_t at = w->last;
	unsigned char first = at < w->n ? (unsigned char)w->text[at] : 'a';
	if ((first < 0x80 && first != '`' && first != '^' && first != '~') || g->ucs < 'A' ||
	    utf8proc_category(g->ucs) > UTF8PROC_CATEGORY_LO || utf8proc_category(g->ucs) < UTF8PROC_CATEGORY_LU)
		return 0;
	uint32_t accent = str_utf8_next((struct str){ w->text, w->n }, &at);
	float em = g->size, dx = w->pen.x - g->origin.x, dy = w->pen.y - g->origin.y;
	float end = dx * g->dir.x + dy * g->dir.y, across = dy * g->dir.x - dx * g->dir.y;
	float wide = (g->pen.x - g->origin.x) * g->dir.x + (g->pen.y - g->origin.y) * g->dir.y;
	bool below = end > 0.1f * em && end < wide + 0.25f * em && fabsf(across) < 0.4f * em;
	return at == w->n && below ? mark_of(accent) : 0;
}

/* The letter takes the place of the accent, which follows it as a mark. */
static void add_accented(struct pdf_page_state *s, const struct pdf_glyph *g, int mark)
{
	struct pdf_glyph letter = *g;
	s->word.n = s->word.last;
	if (mark < 0x327) /* those below need no room above */
		letter.ucs = g->ucs == 0x131 ? 'i' : g->ucs == 0x237 ? 'j' : g->ucs;
	add_glyph(s, &letter);
	add_char(&s->word, mark);
}

void pdf_words_glyph(struct pdf_page_state *s, const struct pdf_glyph *g)
{
	int mark;
	if (g->ucs >= 0 && pdf_is_space(g->ucs)) {
		pdf_words_end(s);
		s->space = true;
		return;
	}
	if (s->word.n && (mark = accents(&s->word, g)) != 0) {
		add_accented(s, g, mark);
		return;
	}
	if (s->word.n && !same_word(&s->word, g, g->flags & DOC_HIDDEN))
		pdf_words_end(s);
	if (s->word.n == 0 && g->ucs < 0)
		return;
	if (s->word.n == 0)
		start_word(s, g);
	add_glyph(s, g);
}

void pdf_words_further(struct pdf_page_state *s, const struct pdf_glyph *g, int ucs)
{
	struct pdf_glyph same_place = *g;
	same_place.ucs = ucs;
	if (pdf_is_space(ucs) || !s->word.n)
		pdf_words_glyph(s, &same_place);
	else
		add_further(&s->word, ucs);
}

static bool is_paper(uint32_t color)
{
	return (color >> 16 & 255) > 250 && (color >> 8 & 255) > 250 && (color & 255) > 250;
}

static bool on_a_fill(const struct pdf_page_state *s, const struct doc_box *b)
{
	const struct doc_rule *r = (const struct doc_rule *)(const void *)s->out->rules.p;
	size_t n = s->out->rules.n / sizeof(*r);
	int32_t x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;
	for (size_t i = 0; i < n; i++)
		if (!is_paper(r[i].color) && x >= r[i].box.x0 && x <= r[i].box.x1 && y >= r[i].box.y0 && y <= r[i].box.y1)
			return true;
	return false;
}

void pdf_words_settle(struct pdf_page_state *s)
{
	struct doc_word *w = (struct doc_word *)(void *)s->out->words.p;
	size_t n = s->out->words.n / sizeof(*w);
	/* A scan with a text layer: nearly all of the page is one image and nearly no word is visible. */
	bool layer = s->out->image_percent >= 50 && s->hidden * 10 > n * 9;
	for (size_t i = 0; i < n; i++) {
		if (layer && (w[i].flags & DOC_HIDDEN)) {
			w[i].flags &= (uint8_t)~DOC_HIDDEN;
			w[i].source = DOC_SOURCE_OCR;
			w[i].conf = 85; /* somebody's recognition of unknown quality */
		} else if (is_paper(w[i].color) && s->out->image_percent < 5 && !on_a_fill(s, &w[i].box)) {
			w[i].flags |= DOC_HIDDEN;
		}
	}
}
