/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Glyphs by their names, as FreeType finds them. */
#include "parse/mupdf.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

FT_UInt __real_FT_Get_Name_Index(FT_Face face, const FT_String *name);
int __real_fz_unicode_from_glyph_name(const char *name);

static void same_for(FT_Face face, const char *name)
{
	FT_UInt ours = FT_Get_Name_Index(face, name), theirs = __real_FT_Get_Name_Index(face, name);
	if (ours != theirs)
		fail_msg("%s: %u, not %u", name, ours, theirs);
	assert_int_equal(fz_unicode_from_glyph_name(name), __real_fz_unicode_from_glyph_name(name));
}

/* Every name of fonts, asked in turns so that one forgets the other's, and names that no font has. */
static void test_same(void **state)
{
	static const char *const fonts[] = { "Helvetica", "Times-Italic", "Symbol", "ZapfDingbats" };
	fz_context *ctx = mupdf_context();
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < sizeof(fonts) / sizeof(*fonts); i++) {
			fz_font *font = fz_new_base14_font(ctx, fonts[i]);
			FT_Face face = font->ft_face;
			char name[128];
			assert_true(face->num_glyphs > 100);
			for (FT_UInt g = 0; g < (FT_UInt)face->num_glyphs; g++)
				if (FT_Get_Glyph_Name(face, g, name, sizeof(name)) == 0)
					same_for(face, name);
			same_for(face, "");
			same_for(face, "no.such.glyph");
			same_for(face, "uni0041");
			same_for(face, "u1F600");
			same_for(face, "a name that is longer than any in the list");
			fz_drop_font(ctx, font);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_same) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
