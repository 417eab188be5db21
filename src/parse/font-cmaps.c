/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Maps from characters to glyphs that are made when they are asked. For a PostScript font FreeType makes one from the names of its
 * glyphs as it opens the font, which takes longer than all else of that; the fonts of most documents are asked by names alone.
 * Linked in place of FreeType's function (mupdf-quick.h); where FreeType is a shared library nothing is replaced.
 */
#include "parse/mupdf-quick.h"

#include <ctype.h>
#include <string.h>

/* Of FreeType 2.12 (freetype/internal/ftobjs.h, sfnt/ttcmap.h), which is linked in. */
struct cmap;
struct cmap_class {
	FT_ULong size;
	FT_Error (*init)(struct cmap *map, void *data);
	void (*done)(struct cmap *map);
	FT_UInt (*char_index)(struct cmap *map, FT_UInt32 code);
	FT_UInt (*char_next)(struct cmap *map, FT_UInt32 *code);
	void *variants[5];
};
struct cmap {
	FT_CharMapRec charmap;
	const struct cmap_class *class;
};
struct cmap_sfnt_class { /* what is asked of a class that FreeType's drivers do not know: its format, which none of these has */
	struct cmap_class base;
	FT_UInt format;
	void *validate, *info;
};

extern const struct cmap_class cff_cmap_unicode_class_rec __attribute__((weak)), t1_cmap_unicode_class_rec __attribute__((weak));
FT_Error __real_FT_CMap_New(const struct cmap_class *class, void *data, FT_CharMap map, struct cmap **out) __attribute__((weak));
FT_Error __wrap_FT_CMap_New(const struct cmap_class *class, void *data, FT_CharMap map, struct cmap **out);

/* From now on it is a map of its real class; one that memory is too short for maps nothing. */
static void make(struct cmap *map, const struct cmap_class *real)
{
	map->class = real;
	(void)!real->init(map, NULL);
}

static FT_UInt cff_index(struct cmap *map, FT_UInt32 code)
{
	make(map, &cff_cmap_unicode_class_rec);
	return map->class->char_index(map, code);
}

static FT_UInt cff_next(struct cmap *map, FT_UInt32 *code)
{
	make(map, &cff_cmap_unicode_class_rec);
	return map->class->char_next(map, code);
}

static FT_UInt t1_index(struct cmap *map, FT_UInt32 code)
{
	make(map, &t1_cmap_unicode_class_rec);
	return map->class->char_index(map, code);
}

static FT_UInt t1_next(struct cmap *map, FT_UInt32 *code)
{
	make(map, &t1_cmap_unicode_class_rec);
	return map->class->char_next(map, code);
}

static FT_Error wait_for_it(struct cmap *map, void *data)
{
	return 0;
}

static void nothing_yet(struct cmap *map)
{
}

static struct cmap_sfnt_class lazy_cff = { { 0, wait_for_it, nothing_yet, cff_index, cff_next, { NULL } }, 0, NULL, NULL },
			      lazy_t1 = { { 0, wait_for_it, nothing_yet, t1_index, t1_next, { NULL } }, 0, NULL, NULL };

/* Is one of its first glyphs named by its character? A font without such names may have none for a map, and then has no map. */
static bool surely_maps(FT_Face face)
{
	enum { FIRST = 8 };
	char name[8];
	for (FT_UInt i = 1; face && FT_HAS_GLYPH_NAMES(face) && i < FIRST && i < (FT_UInt)face->num_glyphs; i++)
		if (FT_Get_Glyph_Name(face, i, name, sizeof(name)) == 0 &&
		    ((isalpha((unsigned char)name[0]) && !name[1]) || strcmp(name, "space") == 0))
			return true;
	return false;
}

FT_Error __wrap_FT_CMap_New(const struct cmap_class *class, void *data, FT_CharMap map, struct cmap **out)
{
	struct cmap_sfnt_class *lazy = class == &cff_cmap_unicode_class_rec ? &lazy_cff : class == &t1_cmap_unicode_class_rec ? &lazy_t1 : NULL;
	if (!lazy || !class || data || !map || !surely_maps(map->face))
		return __real_FT_CMap_New(class, data, map, out);
	lazy->base.size = class->size;
	return __real_FT_CMap_New(&lazy->base, data, map, out);
}
