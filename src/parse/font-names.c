/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Names of glyphs by a hash. MuPDF asks for the glyph of each of the 256 names of a font's encoding, and FreeType goes through
 * all names of the font for each. Linked in place of FreeType's functions (mupdf-quick.h); the answers are the same.
 */
#include "parse/mupdf-quick.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <stdlib.h>
#include <string.h>

enum { FEW_GLYPHS = 4, FEW_CALLS = 8, MOST_NAME = 128 };

FT_UInt __real_FT_Get_Name_Index(FT_Face face, const FT_String *name);
FT_UInt __wrap_FT_Get_Name_Index(FT_Face face, const FT_String *name);
int __real_fz_unicode_from_glyph_name(const char *name);
int __wrap_fz_unicode_from_glyph_name(const char *name);
FT_Error __real_FT_Done_Face(FT_Face face);
FT_Error __wrap_FT_Done_Face(FT_Face face);

struct slot {
	uint32_t hash, glyph; /* its number and one; 0 = free */
};

/* Of the font that was asked last. */
static struct {
	FT_Face face;
	unsigned calls;
	struct slot *slots; /* NULL = not listed */
	uint32_t slots_n;   /* a power of two */
} last;

static uint32_t hash_of(const char *name)
{
	uint32_t h = UINT32_C(2166136261);
	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * UINT32_C(16777619);
	return h;
}

static void forget(void)
{
	free(last.slots);
	memset(&last, 0, sizeof(last));
}

/* Of glyphs with the same name the first one is found first. */
static bool list_names(FT_Face face)
{
	char name[MOST_NAME];
	for (FT_UInt i = 0; i < (FT_UInt)face->num_glyphs; i++) {
		name[0] = '\0';
		if (FT_Get_Glyph_Name(face, i, name, sizeof(name)) != 0)
			continue;
		if (strlen(name) + 1 >= sizeof(name))
			return false; /* it may have been cut off */
		uint32_t hash = hash_of(name), at = hash & (last.slots_n - 1);
		while (last.slots[at].glyph)
			at = (at + 1) & (last.slots_n - 1);
		last.slots[at] = (struct slot){ hash, i + 1 };
	}
	return true;
}

static void list(FT_Face face)
{
	for (last.slots_n = 2; last.slots_n < 2 * (uint32_t)face->num_glyphs;)
		last.slots_n *= 2;
	last.slots = calloc(last.slots_n, sizeof(*last.slots));
	if (last.slots && !list_names(face)) {
		free(last.slots);
		last.slots = NULL;
	}
}

static FT_UInt look_up(FT_Face face, const char *name)
{
	char other[MOST_NAME];
	uint32_t hash = hash_of(name);
	for (uint32_t at = hash & (last.slots_n - 1); last.slots[at].glyph; at = (at + 1) & (last.slots_n - 1))
		if (last.slots[at].hash == hash && FT_Get_Glyph_Name(face, last.slots[at].glyph - 1, other, sizeof(other)) == 0 &&
		    strcmp(name, other) == 0)
			return last.slots[at].glyph - 1;
	return 0;
}

FT_UInt __wrap_FT_Get_Name_Index(FT_Face face, const FT_String *name)
{
	if (!face || !name || !FT_HAS_GLYPH_NAMES(face) || face->num_glyphs < FEW_GLYPHS || face->num_glyphs > UINT16_MAX || !name[0])
		return __real_FT_Get_Name_Index(face, name);
	if (face != last.face) {
		forget();
		last.face = face;
	}
	if (++last.calls == FEW_CALLS)
		list(face);
	return last.slots ? look_up(face, name) : __real_FT_Get_Name_Index(face, name);
}

/* The characters of names asked before: fonts share most of theirs, and MuPDF looks through a list of 4,281 for each. */
int __wrap_fz_unicode_from_glyph_name(const char *name)
{
	enum { ASKED = 512, SHORT = 16 };
	static struct { char name[SHORT]; int code; } asked[ASKED];
	size_t n = strlen(name) + 1, at = hash_of(name) % ASKED;
	if (n == 1 || n > SHORT)
		return __real_fz_unicode_from_glyph_name(name);
	if (memcmp(asked[at].name, name, n) != 0) {
		asked[at].code = __real_fz_unicode_from_glyph_name(name);
		memcpy(asked[at].name, name, n);
	}
	return asked[at].code;
}

/* Another font may come to lie where this one lay. */
FT_Error __wrap_FT_Done_Face(FT_Face face)
{
	if (face == last.face)
		forget();
	quick_forget_widths(face);
	return __real_FT_Done_Face(face);
}
