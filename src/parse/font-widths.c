/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Widths of glyphs of fonts in the bare Compact Font Format (Adobe Technical Notes 5176 and 5177), read from where they stand: before the
 * first operator of a glyph's charstring, or of the subroutines that it calls first. Linked in place of FT_Get_Advance(), which readies itself to draw for each glyph. MuPDF
 * asks it for 256 glyphs of a font without widths twice. What is not common is left to it; the answers are the same.
 *
 *     width - nominalWidthX, x, y, rmoveto ...      x, y, rmoveto ...: the defaultWidthX
 */
#include "parse/mupdf-quick.h"

#include FT_ADVANCES_H
#include <string.h>

FT_Error __real_FT_Get_Advance(FT_Face face, FT_UInt glyph, FT_Int32 flags, FT_Fixed *advance);
FT_Error __wrap_FT_Get_Advance(FT_Face face, FT_UInt glyph, FT_Int32 flags, FT_Fixed *advance);

/* Bytes of a font; what does not lie in them is empty. */
struct part {
	const uint8_t *p, *end;
};

static struct part part_of(struct part all, size_t at, size_t n)
{
	size_t most = (size_t)(all.end - all.p);
	if (at > most || n > most - at)
		return (struct part){ all.end, all.end };
	return (struct part){ all.p + at, all.p + at + n };
}

static uint32_t big_endian(const uint8_t *p, int n)
{
	uint32_t v = 0;
	while (n-- > 0)
		v = v << 8 | *p++;
	return v;
}

/* An INDEX: its count, the size of its offsets, the offsets from the byte before the data, the data. */
struct index {
	struct part offsets, data;
	uint32_t count;
	int size;
};

/* at: where it begins, then where it ends. */
static bool index_read(struct part font, size_t *at, struct index *x)
{
	struct part head = part_of(font, *at, 2);
	*x = (struct index){ .count = head.p < head.end ? big_endian(head.p, 2) : 0 };
	*at += 2;
	if (x->count == 0)
		return head.p < head.end;
	head = part_of(font, *at, 1);
	x->size = head.p < head.end ? *head.p : 0;
	if (x->size < 1 || x->size > 4)
		return false;
	x->offsets = part_of(font, *at + 1, ((size_t)x->count + 1) * (size_t)x->size);
	if (x->offsets.p == x->offsets.end)
		return false;
	*at += 1 + (size_t)(x->offsets.end - x->offsets.p);
	uint32_t end = 1;
	for (const uint8_t *o = x->offsets.p; o < x->offsets.end; o += x->size) {
		uint32_t next = big_endian(o, x->size);
		if (next < end || (o == x->offsets.p && next > 1))
			return false; /* FreeType would mend it */
		end = next;
	}
	x->data = part_of(font, *at, end - 1);
	*at += end - 1;
	return x->data.p < x->data.end;
}

static struct part index_at(const struct index *x, uint32_t i)
{
	const uint8_t *o = x->offsets.p + (size_t)i * (size_t)x->size;
	uint32_t from = big_endian(o, x->size), to = big_endian(o + x->size, x->size);
	return from > 0 && to > from ? part_of(x->data, from - 1, to - from) : (struct part){ NULL, NULL };
}

/* A number of a DICT or a charstring, both of which have these. false: it is none. */
static bool small_number(struct part *s, int32_t *n)
{
	uint8_t b = *s->p;
	size_t left = (size_t)(s->end - s->p);
	if (b >= 32 && b <= 246) {
		*n = b - 139;
		s->p++;
	} else if (b >= 247 && b <= 254 && left >= 2) {
		*n = b < 251 ? (b - 247) * 256 + s->p[1] + 108 : -(b - 251) * 256 - s->p[1] - 108;
		s->p += 2;
	} else if (b == 28 && left >= 3) {
		*n = (int16_t)big_endian(s->p + 1, 2);
		s->p += 3;
	} else {
		return false;
	}
	return true;
}

enum { OP_TWO = 12, OP_CHARSTRINGS = 17, OP_PRIVATE = 18, OP_SUBRS = 19, OP_DEFAULT_WIDTH = 20, OP_NOMINAL_WIDTH = 21,
       OP_CALL = 10, OP_RETURN = 11, OP_CALL_GLOBAL = 29, MOST_OPERANDS = 48, MOST_CALLS = 10 };

/* What a DICT says that matters here. */
struct dict {
	int32_t charstrings, private_size, private_at, subrs, default_width, nominal_width;
};

/* false: not with that many operands. */
static bool dict_take(struct dict *d, int op, const int32_t *v, int n)
{
	if (op == OP_PRIVATE) {
		d->private_size = v[0];
		d->private_at = v[1];
		return n == 2;
	}
	d->charstrings = op == OP_CHARSTRINGS ? v[0] : d->charstrings;
	d->subrs = op == OP_SUBRS ? v[0] : d->subrs; /* from the private DICT on */
	d->default_width = op == OP_DEFAULT_WIDTH ? v[0] : d->default_width;
	d->nominal_width = op == OP_NOMINAL_WIDTH ? v[0] : d->nominal_width;
	return n == 1;
}

/* A number written in digits, two to a byte up to 15. */
static void skip_real(struct part *s)
{
	for (s->p++; s->p < s->end && (*s->p & 15) != 15 && *s->p >> 4 != 15;)
		s->p++;
	s->p += s->p < s->end;
}

/* false: of another kind of font (by glyph numbers, of other charstrings), or not understood. */
static bool dict_read(struct part s, struct dict *d)
{
	int32_t v[MOST_OPERANDS] = { 0 };
	int n = 0;
	bool real = false; /* among the operands */
	while (s.p < s.end) {
		if (n == MOST_OPERANDS)
			return false;
		if (small_number(&s, &v[n])) {
			n++;
		} else if (*s.p == 29 && s.end - s.p >= 5) {
			v[n++] = (int32_t)big_endian(s.p + 1, 4);
			s.p += 5;
		} else if (*s.p == 30) {
			skip_real(&s);
			v[n++] = 0;
			real = true;
		} else if (*s.p <= 21) {
			int op = *s.p++;
			bool two = op == OP_TWO;
			op = two ? s.p < s.end ? *s.p++ : 0 : op;
			if (two ? op == 6 || op == 30 : op >= OP_CHARSTRINGS && (real || !dict_take(d, op, v, n))) /* CharstringType; ROS */
				return false;
			n = 0;
			real = false;
		} else {
			return false;
		}
	}
	return true;
}

/* The font that was asked last. */
static struct {
	FT_Face face;
	bool known;
	struct index glyphs, global, local;
	struct dict d;
} last;

static bool private_read(struct part font)
{
	struct dict *d = &last.d;
	struct part private = part_of(font, (size_t)d->private_at, (size_t)d->private_size);
	d->subrs = d->default_width = d->nominal_width = 0; /* the other DICT says */
	if (private.p == private.end || !dict_read(private, d) || d->subrs < 0)
		return false;
	size_t at = (size_t)d->private_at + (size_t)d->subrs;
	return d->subrs == 0 || index_read(font, &at, &last.local);
}

static bool font_read(FT_Face face)
{
	struct part font = { face->stream->base, face->stream->base + face->stream->size };
	struct index names, tops, strings;
	struct dict *d = &last.d;
	if (face->stream->read || face->stream->size < 4 || font.p[0] != 1 || FT_IS_SFNT(face) || face->face_index != 0)
		return false;
	size_t at = font.p[2];
	if (!index_read(font, &at, &names) || !index_read(font, &at, &tops) || !index_read(font, &at, &strings) ||
	    !index_read(font, &at, &last.global) || tops.count != 1 || !dict_read(index_at(&tops, 0), d) || d->charstrings <= 0 ||
	    d->private_at <= 0 || d->private_size <= 0)
		return false;
	at = (size_t)d->charstrings;
	return private_read(font) && index_read(font, &at, &last.glyphs) && last.glyphs.count == (uint32_t)face->num_glyphs;
}

void quick_forget_widths(FT_Face face)
{
	if (face == last.face)
		memset(&last, 0, sizeof(last));
}

static bool is_known(FT_Face face)
{
	if (face == last.face)
		return last.known;
	memset(&last, 0, sizeof(last));
	last.face = face;
	last.known = font_read(face);
	return last.known;
}

/* Does a charstring whose first operator has so many operands have a width before them? -1: not to be told from that operator. */
static int has_width(int op, int operands)
{
	switch (op) {
	case 1: case 3: case 18: case 19: case 20: case 23: /* stems and masks take pairs */
		return operands & 1;
	case 4: case 22: /* vmoveto, hmoveto */
		return operands > 1;
	case 21: /* rmoveto */
		return operands > 2;
	case 14: /* endchar, alone or with an accent's four */
		return operands == 1 || operands == 5;
	default:
		return -1;
	}
}

/* A charstring on its way to its first operator. */
struct walk {
	struct part at[MOST_CALLS + 1]; /* the last is walked, the others called */
	int calls, operands;
	int32_t operand[MOST_OPERANDS]; /* 16.16 */
};

static bool take_number(struct walk *w)
{
	struct part *s = &w->at[w->calls];
	int32_t v;
	if (w->operands == MOST_OPERANDS)
		return false;
	if (*s->p == 255 && s->end - s->p >= 5) {
		v = (int32_t)big_endian(s->p + 1, 4);
		s->p += 5;
	} else if (small_number(s, &v)) {
		v *= 1 << 16;
	} else {
		return false;
	}
	w->operand[w->operands++] = v;
	return true;
}

static bool call(struct walk *w, const struct index *x)
{
	int64_t bias = x->count < 1240 ? 107 : x->count < 33900 ? 1131 : 32768;
	if (w->operands == 0 || w->calls == MOST_CALLS || w->operand[w->operands - 1] & 0xFFFF)
		return false;
	int64_t i = w->operand[--w->operands] / 65536 + bias;
	if (i < 0 || i >= x->count)
		return false;
	w->at[++w->calls] = index_at(x, (uint32_t)i);
	return true;
}

/* The first operator that draws; -1: none is found. */
static int first_operator(struct walk *w)
{
	for (;;) {
		struct part *s = &w->at[w->calls];
		if (s->p == s->end)
			return -1;
		if (take_number(w))
			continue;
		int op = *s->p++;
		if (op != OP_RETURN && op != OP_CALL && op != OP_CALL_GLOBAL)
			return op;
		if (op == OP_RETURN ? w->calls-- == 0 : !call(w, op == OP_CALL ? &last.local : &last.global))
			return -1;
	}
}

/* Units of the font's em. */
static bool width_of(struct part s, FT_Fixed *width)
{
	struct walk w;
	w.at[0] = s;
	w.calls = w.operands = 0;
	int op = first_operator(&w), told = op < 0 ? -1 : has_width(op, w.operands);
	int64_t all = told > 0 ? w.operand[0] + (int64_t)last.d.nominal_width * 65536 : (int64_t)last.d.default_width * 65536;
	*width = (FT_Fixed)((all + 0x8000) >> 16);
	return told >= 0 && *width >= INT16_MIN && *width <= INT16_MAX;
}

bool quick_width(FT_Face face, unsigned glyph, FT_Fixed *width)
{
	return glyph < (FT_ULong)face->num_glyphs && is_known(face) && width_of(index_at(&last.glyphs, glyph), width);
}

FT_Error __wrap_FT_Get_Advance(FT_Face face, FT_UInt glyph, FT_Int32 flags, FT_Fixed *advance)
{
	const FT_Int32 units = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING, any = FT_LOAD_NO_BITMAP | FT_LOAD_IGNORE_TRANSFORM;
	FT_Fixed width;
	if (!face || (flags & ~any) != units || !quick_width(face, glyph, &width))
		return __real_FT_Get_Advance(face, glyph, flags, advance);
	*advance = width;
	return 0;
}
