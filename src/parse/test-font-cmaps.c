/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Characters to glyphs, as FreeType maps them; linked with the FreeType that the parser has inside. */
#include "parse/mupdf.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

extern const struct cmap_class cff_cmap_unicode_class_rec;
FT_Error __real_FT_CMap_New(const struct cmap_class *class, void *data, FT_CharMap map, void **out);

static FT_CharMap unicode_of(FT_Face face)
{
	for (int i = 0; i < face->num_charmaps; i++)
		if (face->charmaps[i]->encoding == FT_ENCODING_UNICODE)
			return face->charmaps[i];
	return NULL;
}

/* The class of a map stands behind what is public of it. */
static const void *class_of(FT_CharMap map)
{
	const void *class;
	memcpy(&class, map + 1, sizeof(class));
	return class;
}

static FT_CharMap made_at_once(FT_Face face)
{
	FT_CharMapRec rec = { .face = face, .encoding = FT_ENCODING_UNICODE, .platform_id = 3, .encoding_id = 1 };
	assert_int_equal(__real_FT_CMap_New(&cff_cmap_unicode_class_rec, NULL, &rec, NULL), 0);
	return face->charmaps[face->num_charmaps - 1];
}

/* A map that waits is told like one that was made, is made with the first question, and answers all the same. */
static void test_same(void **state)
{
	static const char *const fonts[] = { "Helvetica", "Times-Italic", "Courier-Bold" };
	fz_context *ctx = mupdf_context();
	for (size_t f = 0; f < sizeof(fonts) / sizeof(*fonts); f++) {
		fz_font *font = fz_new_base14_font(ctx, fonts[f]);
		FT_Face face = font->ft_face;
		FT_CharMap waits = unicode_of(face), made = made_at_once(face);
		assert_true(waits && waits != made && class_of(waits) != class_of(made));
		assert_int_equal(FT_Get_CMap_Format(waits), FT_Get_CMap_Format(made));
		assert_int_equal(FT_Get_CMap_Language_ID(waits), FT_Get_CMap_Language_ID(made));
		assert_int_equal(FT_Set_Charmap(face, waits), 0);
		assert_ptr_not_equal(class_of(waits), class_of(made));
		for (FT_ULong c = 0; c < 0x10000; c++) {
			FT_Set_Charmap(face, made);
			FT_UInt want = FT_Get_Char_Index(face, c);
			FT_Set_Charmap(face, waits);
			assert_int_equal(FT_Get_Char_Index(face, c), want);
		}
		assert_ptr_equal(class_of(waits), class_of(made));
		fz_drop_font(ctx, font);
	}
}

/* Gone over from the first character on, and given back without a question. */
static void test_walked(void **state)
{
	fz_context *ctx = mupdf_context();
	fz_font *font = fz_new_base14_font(ctx, "Helvetica");
	FT_Face face = font->ft_face;
	FT_CharMap waits = unicode_of(face), made = made_at_once(face);
	FT_UInt ours, theirs;
	FT_Set_Charmap(face, waits);
	FT_ULong c = FT_Get_First_Char(face, &ours), all = 0;
	FT_Set_Charmap(face, made);
	assert_int_equal(FT_Get_First_Char(face, &theirs), c);
	for (; ours; all++) {
		assert_int_equal(ours, theirs);
		FT_Set_Charmap(face, waits);
		FT_ULong next = FT_Get_Next_Char(face, c, &ours);
		FT_Set_Charmap(face, made);
		assert_int_equal(FT_Get_Next_Char(face, c, &theirs), next);
		c = next;
	}
	assert_true(all > 100);
	fz_drop_font(ctx, font);
	fz_drop_font(ctx, fz_new_base14_font(ctx, "Times-Roman"));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_same), cmocka_unit_test(test_walked) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
