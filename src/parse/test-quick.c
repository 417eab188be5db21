/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is put in place of functions of MuPDF and FreeType, against these: tokens, memory, maps to Unicode, widths. */
#include "parse/mupdf-quick.h"
#include "parse/mupdf.h"

#include FT_ADVANCES_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

pdf_token __real_pdf_lex(fz_context *ctx, fz_stream *f, pdf_lexbuf *b);
int __real_pdf_lookup_cmap_full(pdf_cmap *cmap, unsigned int cpt, int *out);
void __real_pdf_load_to_unicode(fz_context *ctx, pdf_document *doc, pdf_font_desc *font, const char **strings, char *collection,
				pdf_obj *stream);
FT_Error __real_FT_Get_Advance(FT_Face face, FT_UInt glyph, FT_Int32 flags, FT_Fixed *advance);

static uint64_t seed = 7;

static uint32_t random_to(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(seed >> 33) % n;
}

/* ---- tokens */

/* Bytes that come a few at a time, as from a filter. */
struct drops {
	unsigned char bytes[4096];
	size_t n, at, most;
};

static int next_drops(fz_context *ctx, fz_stream *f, size_t wanted)
{
	struct drops *d = f->state;
	size_t n = d->n - d->at < d->most ? d->n - d->at : d->most;
	if (n == 0)
		return EOF;
	f->rp = d->bytes + d->at;
	f->wp = f->rp + n;
	f->pos += (int64_t)n;
	d->at += n;
	return *f->rp++;
}

static void no_drop(fz_context *ctx, void *state)
{
}

/* A number that is none comes as a keyword, whose length is not told. */
static bool same_text(pdf_token t, const pdf_lexbuf *b, const pdf_lexbuf *c)
{
	if (t == PDF_TOK_KEYWORD)
		return strcmp(b->scratch, c->scratch) == 0;
	return (t != PDF_TOK_NAME && t != PDF_TOK_STRING) || (b->len == c->len && memcmp(b->scratch, c->scratch, b->len) == 0);
}

static void same_tokens(fz_context *ctx, const struct drops *d)
{
	struct drops ours = *d, theirs = *d;
	theirs.most = sizeof(theirs.bytes);
	fz_stream *f = fz_new_stream(ctx, &ours, next_drops, no_drop), *g = fz_new_stream(ctx, &theirs, next_drops, no_drop);
	pdf_lexbuf b, c;
	pdf_lexbuf_init(ctx, &b, PDF_LEXBUF_SMALL);
	pdf_lexbuf_init(ctx, &c, PDF_LEXBUF_SMALL);
	for (pdf_token t = PDF_TOK_ERROR; t != PDF_TOK_EOF;) {
		size_t at = ours.at - (size_t)(f->wp - f->rp);
		t = pdf_lex(ctx, f, &b);
		pdf_token u = __real_pdf_lex(ctx, g, &c);
		bool same = t == u && ours.at - (size_t)(f->wp - f->rp) == theirs.at - (size_t)(g->wp - g->rp) &&
			    (t != PDF_TOK_INT || b.i == c.i) && (t != PDF_TOK_REAL || memcmp(&b.f, &c.f, sizeof(b.f)) == 0) &&
			    same_text(t, &b, &c);
		if (!same)
			fail_msg("token %d, not %d, at %zu: %.20s (%.9g, %.9g; %ld, %ld)", t, u, at, (const char *)d->bytes + at, (double)b.f,
				 (double)c.f, (long)b.i, (long)c.i);
	}
	pdf_lexbuf_fin(ctx, &b);
	pdf_lexbuf_fin(ctx, &c);
	fz_drop_stream(ctx, f);
	fz_drop_stream(ctx, g);
}

static void add(struct drops *d, const char *text, size_t n)
{
	n = n < sizeof(d->bytes) - d->n ? n : sizeof(d->bytes) - d->n;
	memcpy(d->bytes + d->n, text, n);
	d->n += n;
}

/* Digits with signs and points where they belong, and where they do not. */
static void add_number(struct drops *d)
{
	char text[64];
	size_t n = 1 + random_to(random_to(8) ? 7 : 24);
	for (size_t i = 0; i < n; i++)
		text[i] = (char)('0' + random_to(10));
	if (random_to(2))
		text[random_to((uint32_t)n)] = '.';
	if (random_to(3) == 0)
		text[0] = random_to(8) ? '-' : '+';
	if (random_to(30) == 0)
		text[random_to((uint32_t)n)] = ".-+eR#/"[random_to(7)];
	add(d, text, n);
}

static void add_string(struct drops *d)
{
	char text[300];
	size_t n = random_to(random_to(10) ? 40 : sizeof(text));
	for (size_t i = 0; i < n; i++)
		text[i] = random_to(6) ? (char)random_to(256) : "\\()01789nrtbfx\r\n"[random_to(17)];
	add(d, "(", 1);
	add(d, text, n);
	add(d, ")", 1);
}

static void add_hex(struct drops *d)
{
	add(d, "<", 1);
	for (uint32_t n = random_to(random_to(10) ? 20 : 600); n > 0; n--)
		add(d, random_to(60) ? &"0123456789abcdefABCDEF"[random_to(22)] : &" \nxg<"[random_to(5)], 1);
	add(d, ">", 1);
}

static void add_name(struct drops *d)
{
	add(d, "/", 1);
	for (uint32_t n = random_to(random_to(10) ? 12 : 200); n > 0; n--)
		add(d, random_to(40) ? &"abcdefgXYZ019.-+_"[random_to(17)] : &"#4\x80 (%"[random_to(6)], 1);
}

static void add_word(struct drops *d)
{
	static const char *const words[] = { "R", "true", "trailer", "false", "null", "obj", "endobj", "endstream", "stream", "startxref", "xref", "BT", "ET",
					     "Tj", "TJ", "T*", "'", "\"", "re", "scn", "sh", "BDC", "EMC", "f*", "n", "W", "cm", "gs", "Do", "x\x90y",
					     "[", "]", "<<", ">>", "{", "}", "%c\n", ")", ">", "streams", "tru", "d0" };
	const char *w = words[random_to(sizeof(words) / sizeof(*words))];
	add(d, w, strlen(w));
}

/* The same tokens, numbers to the last bit, wherever the bytes are cut; and the stream stands at the same place after each. */
static void test_tokens(void **state)
{
	static void (*const kinds[])(struct drops *) = { add_number, add_number, add_string, add_hex, add_name, add_word, add_word };
	static const size_t cuts[] = { 4096, 4096, 1, 2, 3, 5, 17, 64 };
	fz_context *ctx = mupdf_context();
	for (int turn = 0; turn < 400; turn++) {
		struct drops d = { .most = cuts[turn % 8] };
		while (d.n < sizeof(d.bytes) - 700) {
			kinds[random_to(7)](&d);
			add(&d, &" \n\r\t\0/[("[random_to(8)], random_to(8) > 0);
		}
		same_tokens(ctx, &d);
	}
}

/* ---- memory */

enum { BLOCKS = 200 };

/* Blocks of all sizes hold what was put into them, whatever is made, grown and dropped beside them; cleared ones are clear. */
static void test_memory(void **state)
{
	fz_context *ctx = mupdf_context();
	struct { unsigned char *p; size_t n; unsigned char with; } blocks[BLOCKS] = { { 0 } };
	for (int turn = 0; turn < 100000; turn++) {
		uint32_t i = random_to(BLOCKS), what = random_to(4);
		size_t n = random_to(random_to(20) ? 600 : 5000), held = blocks[i].n;
		for (size_t k = 0; k < held; k++)
			assert_int_equal(blocks[i].p[k], blocks[i].with);
		if (what == 0) {
			blocks[i].p = fz_realloc(ctx, blocks[i].p, n);
			for (size_t k = 0; k < held && k < n; k++)
				assert_int_equal(blocks[i].p[k], blocks[i].with);
		} else {
			fz_free(ctx, blocks[i].p);
			blocks[i].p = what == 1 ? fz_calloc(ctx, n, 1) : what == 2 ? fz_malloc(ctx, n) : fz_malloc_no_throw(ctx, n);
			for (size_t k = 0; what == 1 && k < n; k++)
				assert_int_equal(blocks[i].p[k], 0);
		}
		assert_true(n == 0 || ((uintptr_t)blocks[i].p % 16 == 0 && quick_size(blocks[i].p) >= n));
		blocks[i].n = n;
		blocks[i].with = (unsigned char)random_to(256);
		if (n)
			memset(blocks[i].p, blocks[i].with, n);
	}
	for (int i = 0; i < BLOCKS; i++)
		fz_free(ctx, blocks[i].p);
	assert_null(fz_malloc_no_throw(ctx, SIZE_MAX - 8));
	fz_free(ctx, NULL);
}

/* ---- maps to Unicode */

static void same_map(pdf_cmap *map)
{
	for (int turn = 0; turn < 2; turn++)
		for (unsigned code = 0; code < 300; code++) {
			int ours[PDF_MRANGE_CAP] = { -1, -1 }, theirs[PDF_MRANGE_CAP] = { -1, -1 };
			assert_int_equal(pdf_lookup_cmap_full(map, code, ours), __real_pdf_lookup_cmap_full(map, code, theirs));
			assert_memory_equal(ours, theirs, sizeof(ours));
		}
}

/* Codes with no, one and several code points; each of many maps its own, also one that lies where another one lay. */
static void test_maps(void **state)
{
	fz_context *ctx = mupdf_context();
	pdf_cmap *maps[20];
	for (int turn = 0; turn < 5; turn++) {
		for (int i = 0; i < 20; i++) {
			int several[3] = { 'f', 'f', 'i' + i };
			maps[i] = pdf_new_cmap(ctx);
			for (unsigned code = 0; code < 290; code += 1 + random_to(4))
				pdf_map_range_to_range(ctx, maps[i], code, code, (int)random_to(0x10FFFF));
			pdf_map_one_to_many(ctx, maps[i], 70, several, 3);
			pdf_sort_cmap(ctx, maps[i]);
			same_map(maps[i]);
		}
		for (int i = 0; i < 20; i++) {
			same_map(maps[i]);
			pdf_drop_cmap(ctx, maps[i]);
		}
		pdf_cmap *identity = pdf_new_identity_cmap(ctx, 0, 2);
		same_map(identity);
		pdf_drop_cmap(ctx, identity);
	}
}

/* ---- widths */

static void same_widths(FT_Face face, const char *name)
{
	static const FT_Int32 flags[] = { 0x80b, 0x803, 0x813, 0x802, 0 }; /* as MuPDF asks for widths and heights; scaled; hinted */
	for (FT_UInt g = 0; g <= (FT_UInt)face->num_glyphs; g++)
		for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++) {
			FT_Fixed ours = -1, theirs = -1;
			FT_Error e = FT_Get_Advance(face, g, flags[i], &ours), f = __real_FT_Get_Advance(face, g, flags[i], &theirs);
			if (e != f || ours != theirs)
				fail_msg("%s, glyph %u: %ld, not %ld (%d, %d)", name, g, ours, theirs, e, f);
		}
}

/* Its bytes changed at random, it is a font or none; where FreeType finds widths they are the same. */
static void damage(FT_Face whole, const char *name)
{
	size_t n = whole->stream->size;
	unsigned char *bytes = malloc(n);
	for (int turn = 0; turn < 60; turn++) {
		FT_Face face;
		memcpy(bytes, whole->stream->base, n);
		for (uint32_t changes = 1 + random_to(8); changes > 0; changes--)
			bytes[random_to(random_to(3) ? 1200 : (uint32_t)n)] = (unsigned char)random_to(256);
		if (FT_New_Memory_Face(whole->glyph->library, bytes, (FT_Long)n, 0, &face) != 0)
			continue;
		FT_Set_Char_Size(face, 1000, 1000, 72, 72);
		if (face->num_glyphs < 2000)
			same_widths(face, name);
		FT_Done_Face(face);
	}
	free(bytes);
}

/* All but few are read at hand. */
static void mostly_known(FT_Face face)
{
	unsigned known = 0;
	FT_Fixed width;
	for (unsigned g = 0; g < (unsigned)face->num_glyphs; g++)
		known += quick_width(face, g, &width);
	assert_true(known * 20 > (unsigned)face->num_glyphs * 19);
}

static void test_widths(void **state)
{
	static const char *const fonts[] = { "Helvetica", "Times-Italic", "Courier", "Symbol", "ZapfDingbats" };
	fz_context *ctx = mupdf_context();
	for (size_t i = 0; i < sizeof(fonts) / sizeof(*fonts); i++) {
		fz_font *font = fz_new_base14_font(ctx, fonts[i]);
		mostly_known(font->ft_face);
		same_widths(font->ft_face, fonts[i]);
		damage(font->ft_face, fonts[i]);
		same_widths(font->ft_face, fonts[i]);
		fz_drop_font(ctx, font);
	}
}

/* ---- what the codes of fonts stand for */

/* A map as fonts bring them: characters, several for a code, ranges that overlap, and now and then the last code of all. */
static pdf_obj *some_map(fz_context *ctx, pdf_document *doc, unsigned most)
{
	fz_buffer *b = fz_new_buffer(ctx, 4096);
	fz_append_string(ctx, b, "/CMapName /M def 1 begincodespacerange <0000> <FFFF> endcodespacerange 40 beginbfrange\n");
	for (int i = 0; i < 40; i++) {
		uint32_t low = random_to(most), high = low + random_to(8);
		fz_append_printf(ctx, b, "<%04X> <%04X> <%04X>\n", low, high > 0xFFFF ? 0xFFFF : high, 0x20 + random_to(0x9000));
	}
	fz_append_string(ctx, b, "endbfrange 60 beginbfchar\n");
	for (int i = 0; i < 60; i++)
		fz_append_printf(ctx, b, i % 5 ? "<%04X> <%04X>\n" : "<%04X> <00660066%04X>\n", i == 7 ? most - 1 : random_to(most),
				 0x20 + random_to(0x9000));
	fz_append_string(ctx, b, "endbfchar endcmap\n");
	pdf_obj *stream = pdf_add_stream(ctx, doc, b, NULL, 0);
	fz_drop_buffer(ctx, b);
	return stream;
}

static void same_maps(pdf_cmap *ours, pdf_cmap *theirs)
{
	for (unsigned code = 0; code < 0x10000; code++) {
		int a[8] = { 0 }, b[8] = { 0 }, n = __real_pdf_lookup_cmap_full(ours, code, a);
		assert_int_equal(n, __real_pdf_lookup_cmap_full(theirs, code, b));
		assert_memory_equal(a, b, sizeof(a));
	}
}

/* Codes of one and of two bytes, through encodings that begin elsewhere, too. */
static void test_to_unicode(void **state)
{
	static const struct { unsigned short low, high, out; } encodings[] = {
		{ 0, 0xFFFF, 0 }, { 0, 0xFF, 0 }, { 3, 0x1234, 77 }, { 0x8000, 0xFFFF, 0 }, { 500, 500, 1 },
	};
	fz_context *ctx = mupdf_context();
	for (int turn = 0; turn < 30; turn++) {
		const unsigned most[] = { 0x100, 0x300, 0x2000, 0x10000 };
		pdf_document *doc = pdf_create_document(ctx);
		pdf_obj *stream = some_map(ctx, doc, most[turn % 4]);
		pdf_font_desc ours = { .encoding = pdf_new_cmap(ctx) }, theirs;
		size_t i = (size_t)turn % (sizeof(encodings) / sizeof(*encodings));
		pdf_map_range_to_range(ctx, ours.encoding, encodings[i].low, encodings[i].high, encodings[i].out);
		pdf_sort_cmap(ctx, ours.encoding);
		assert_int_equal(ours.encoding->rlen, 1);
		theirs = ours;
		pdf_load_to_unicode(ctx, doc, &ours, NULL, NULL, stream);
		__real_pdf_load_to_unicode(ctx, doc, &theirs, NULL, NULL, stream);
		assert_ptr_equal(ours.encoding, theirs.encoding);
		assert_int_equal(ours.size, theirs.size);
		same_maps(ours.to_unicode, theirs.to_unicode);
		pdf_drop_cmap(ctx, ours.to_unicode);
		pdf_drop_cmap(ctx, theirs.to_unicode);
		pdf_drop_cmap(ctx, ours.encoding);
		pdf_drop_obj(ctx, stream);
		pdf_drop_document(ctx, doc);
	}
}

/* Another number is another test. */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_maps),
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_to_unicode),
	};
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
