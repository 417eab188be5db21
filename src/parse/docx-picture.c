/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Pictures in DOCX: DrawingML says its size, then the relationship of its bytes (ECMA-376 part 1, 20.4.2.7, 20.1.8.13);
 * VML, which older programs wrote, says both in a shape (part 4, 19.1.2.11).
 *
 *     <wp:extent cx="5400000" cy="7600000"/> … <a:blip r:embed="rId7"> … <asvg:svgBlip r:embed="rId8"/>
 *
 * The second is the drawing that the first is an image of ([MS-ODRAWXML] 2.4.1).
 */
#include "parse/docx.h"
#include "parse/ooxml-chart.h"
#include "parse/zip.h"

#include <stdlib.h>

enum { EMU = 127 /* of a doc unit */, MOST_SIDE = 1000000 };

static void image_found(void *ctx, struct str id, struct str type, struct str path)
{
	struct docx *d = ctx;
	static const char *const kinds[] = { "/image", "/chart", "/diagramData", "/diagramDrawing" };
	bool known = false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		known |= str_ends(type, str_from(kinds[i]));
	if (known && d->images_n < DOCX_IMAGES)
		d->images[d->images_n++] = (struct docx_image){ docx_kept(d, id), docx_kept(d, path) };
	if (str_ends(type, STR("/hyperlink")) && d->links_n < DOCX_LINKS)
		d->links[d->links_n++] = (struct docx_link){ docx_kept(d, id), flow_link(d->f, path) };
}

bool docx_images_read(struct docx *d, struct str part, struct err *e)
{
	d->images_n = d->links_n = 0;
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

static struct str path_of(const struct docx *d, struct str id)
{
	for (size_t i = 0; i < d->images_n; i++)
		if (id.n && str_eq(d->images[i].id, id))
			return d->images[i].path;
	return (struct str){ "", 0 };
}

static void picture_put(struct docx *d, struct str path)
{
	if (!path.n)
		return;
	docx_cell_open(d);
	docx_para_open(d);
	flow_picture(d->f, path, d->picture_width, d->picture_height);
}

/* ---- charts, as their figures, and diagrams, as the text in them */

static void chart_put(struct docx *d, struct str path)
{
	struct err unread;
	docx_cell_open(d);
	docx_para_open(d);
	if (path.n && d->objects_n++ < DOCX_OBJECTS)
		ooxml_chart(d->a, path, d->f, &unread);
}

/* The drawing of a diagram has the number of its data in its name; where there is none its data have the text, too. */
static void diagram_put(struct docx *d, struct str data)
{
	struct str path = data, number = ooxml_part_number(data);
	struct err unread;
	for (size_t i = 0; i < d->images_n; i++)
		if (memmem(d->images[i].path.p, d->images[i].path.n, "/drawing", 8) && str_eq(ooxml_part_number(d->images[i].path), number) &&
		    memmem(d->images[i].path.p, d->images[i].path.n, "diagram", 7))
			path = d->images[i].path;
	docx_cell_open(d);
	docx_para_open(d);
	if (path.n && d->objects_n++ < DOCX_OBJECTS)
		ooxml_diagram(d->a, path, d->f, &unread);
}

void docx_picture_start(struct docx *d, const struct xml_node *n)
{
	struct str behind = ooxml_attr(n, "behindDoc");
	d->shaded |= xml_is(n, "anchor") && behind.n && ooxml_on(behind);
	if (xml_is(n, "extent") && strstr(n->ns, "ordprocessingDrawing")) {
		d->picture_width = emu(n, "cx");
		d->picture_height = emu(n, "cy");
	} else if (xml_is(n, "shape") && strstr(n->ns, "vml")) {
		d->picture_width = vml_length(ooxml_attr(n, "style"), "width");
		d->picture_height = vml_length(ooxml_attr(n, "style"), "height");
	} else if (!d->vanish && xml_is(n, "textpath")) { /* part 4, 19.1.2.23: letters as a drawing */
		docx_cell_open(d);
		docx_para_open(d);
		flow_text(d->f, ooxml_attr(n, "string"), NULL);
	} else if (!d->vanish && xml_is(n, "blip")) {
		picture_put(d, path_of(d, xml_attr_ns(n, "embed", "/relationships")));
	} else if (!d->vanish && xml_is(n, "svgBlip")) {
		flow_picture_also(d->f, path_of(d, xml_attr_ns(n, "embed", "/relationships")));
	} else if (!d->vanish && xml_is(n, "chart") && strstr(n->ns, "/chart")) {
		chart_put(d, path_of(d, xml_attr_ns(n, "id", "/relationships")));
	} else if (!d->vanish && xml_is(n, "relIds")) {
		diagram_put(d, path_of(d, xml_attr_ns(n, "dm", "/relationships")));
	} else if (!d->vanish && xml_is(n, "imagedata")) {
		picture_put(d, path_of(d, xml_attr_ns(n, "id", "/relationships")));
	}
}

bool docx_picture_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e)
{
	return archive_read(((struct docx *)ctx)->a, name, out, e);
}
