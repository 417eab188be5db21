/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Pictures in DOCX: DrawingML says its size, then the relationship of its bytes (ECMA-376 part 1, 20.4.2.7, 20.1.8.13);
 * VML, which older programs wrote, says both in a shape (part 4, 19.1.2.11).
 *
 *     <wp:extent cx="5400000" cy="7600000"/> … <a:blip r:embed="rId7"/>
 */
#include "parse/docx.h"
#include "parse/zip.h"

#include <stdlib.h>

enum { EMU = 127 /* of a doc unit */, MOST_SIDE = 1000000 };

static void image_found(void *ctx, struct str id, struct str type, struct str path)
{
	struct docx *d = ctx;
	if (str_ends(type, STR("/image")) && d->images_n < DOCX_IMAGES)
		d->images[d->images_n++] = (struct docx_image){ docx_kept(d, id), docx_kept(d, path) };
}

bool docx_images_read(struct docx *d, struct str part, struct err *e)
{
	d->images_n = 0;
	d->picture_width = d->picture_height = 0;
	return !part.n || ooxml_relations(d->a, part, image_found, d, e);
}

static int32_t emu(const struct xml_node *n, const char *name)
{
	int64_t v;
	return str_to_i64(ooxml_attr(n, name), &v) && v > 0 && v < (int64_t)MOST_SIDE * EMU ? (int32_t)(v / EMU) : 0;
}

/* A length of a style, "…;width:467.8pt;height:6in", in doc units. */
static int32_t vml_length(struct str style, const char *name)
{
	static const struct { const char *unit; double size; } units[] = {
		{ "pt", 100 }, { "in", 7200 }, { "cm", 7200 / 2.54 }, { "mm", 720 / 2.54 }, { "px", 75 },
	};
	struct str rest = style, one, key;
	while (rest.n) {
		rest = str_cut(rest, ';', &one);
		struct str value = str_trim(str_cut(one, ':', &key));
		char number[24];
		if (!str_eq_z(str_trim(key), name) || value.n >= sizeof(number))
			continue;
		memcpy(number, value.p, value.n);
		number[value.n] = '\0';
		char *end;
		double v = strtod(number, &end);
		for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
			if (strcmp(end, units[i].unit) == 0 && v > 0 && v * units[i].size < MOST_SIDE)
				return (int32_t)(v * units[i].size);
	}
	return 0;
}

static void picture_put(struct docx *d, struct str id)
{
	for (size_t i = 0; i < d->images_n; i++) {
		if (!str_eq(d->images[i].id, id))
			continue;
		docx_cell_open(d);
		docx_para_open(d);
		flow_picture(d->f, d->images[i].path, d->picture_width, d->picture_height);
		return;
	}
}

void docx_picture_start(struct docx *d, const struct xml_node *n)
{
	if (xml_is(n, "extent") && strstr(n->ns, "ordprocessingDrawing")) {
		d->picture_width = emu(n, "cx");
		d->picture_height = emu(n, "cy");
	} else if (xml_is(n, "shape") && strstr(n->ns, "vml")) {
		d->picture_width = vml_length(ooxml_attr(n, "style"), "width");
		d->picture_height = vml_length(ooxml_attr(n, "style"), "height");
	} else if (!d->vanish && xml_is(n, "blip")) {
		picture_put(d, xml_attr_ns(n, "embed", "/relationships"));
	} else if (!d->vanish && xml_is(n, "imagedata")) {
		picture_put(d, xml_attr_ns(n, "id", "/relationships"));
	}
}

bool docx_picture_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e)
{
	return archive_read(((struct docx *)ctx)->a, name, out, e);
}
