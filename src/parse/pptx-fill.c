/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Fills of DrawingML (ECMA-376 part 1, 20.1.8; grounds of slides 19.3.1.1 to 19.3.1.3): nothing or paper, or something else.
 * Paper is white, and what themes call their light ground; any change of a colour makes it another.
 */
#include "parse/ooxml.h"
#include "parse/pptx.h"

enum { NOTHING = -1, OTHER = 1 };

static bool is_white(struct str hex)
{
	if (hex.n != 6)
		return false;
	for (size_t i = 0; i < hex.n; i += 2)
		if ((hex.p[i] | 32) != 'f' || !strchr("abcdefABCDEF", hex.p[i + 1]))
			return false;
	return true;
}

static bool is_paper(const struct xml_node *n)
{
	struct str v = ooxml_attr(n, "val");
	if (xml_is(n, "srgbClr"))
		return is_white(v);
	if (xml_is(n, "sysClr"))
		return str_eq_z(v, "window");
	return (xml_is(n, "prstClr") && str_eq_z(v, "white")) || (xml_is(n, "schemeClr") && (str_eq_z(v, "bg1") || str_eq_z(v, "lt1")));
}

static bool is_fill(const struct xml_node *n)
{
	static const char *const names[] = { "gradFill", "blipFill", "pattFill", "grpFill" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	return false;
}

/* What is told from here on, up to the end of the element at hand. */
static void tell(struct pptx_reader *r, int8_t *what)
{
	r->filling = what;
	r->fill_at = r->depth;
	r->color_at = 0;
}

void pptx_fill_start(struct pptx_reader *r, const struct xml_node *n)
{
	if (xml_is(n, "spPr") && r->shape_at) {
		tell(r, &r->shape.filled);
	} else if (xml_is(n, "rPr") && r->shape_at) {
		r->letters = 0;
		tell(r, &r->letters);
	} else if (xml_is(n, "bgPr") && !r->shape_at) {
		tell(r, &r->ground);
	} else if (xml_is(n, "bgRef") && !r->shape_at) {
		tell(r, &r->ground);
		r->color_at = r->depth;
		r->ground = OTHER;
	} else if (xml_is(n, "fillRef") && r->shape_at) {
		r->shape.filled = r->shape.filled ? r->shape.filled : ooxml_number(n, "idx", 0) > 0 ? OTHER : 0;
	} else if (xml_is(n, "clrMap") || xml_is(n, "overrideClrMapping")) {
		r->remaps = !str_eq_z(ooxml_attr(n, "bg1"), "lt1");
	} else if (r->fill_at && r->depth == r->fill_at + 1 && r->color_at != r->fill_at) {
		r->color_at = xml_is(n, "solidFill") ? r->depth : 0;
		*r->filling = r->color_at || is_fill(n) ? OTHER : xml_is(n, "noFill") ? NOTHING : *r->filling;
	} else if (r->color_at && r->depth == r->color_at + 1) {
		*r->filling = is_paper(n) ? NOTHING : OTHER;
	} else if (r->color_at && r->depth == r->color_at + 2) {
		*r->filling = OTHER; /* the colour is changed */
	}
}

void pptx_fill_end(struct pptx_reader *r)
{
	if (r->color_at == r->depth)
		r->color_at = 0;
	if (r->fill_at == r->depth)
		r->fill_at = 0;
}

void pptx_fill_shape(struct pptx_reader *r)
{
	bool shown = r->what == PPTX_SHOW || (r->what == PPTX_FIXED && !r->shape.is_placeholder);
	if (!shown || r->unseen)
		return;
	if (r->shape.is_placeholder && !r->framed)
		pptx_shape_inherit(r);
	if ((r->shape.filled > 0 || r->is_picture || r->is_frame) && r->shape.has_box)
		flow_fill(r->f, &r->shape.box);
}

bool pptx_fill_ground(const struct pptx_sheet *layout, int8_t own, bool remaps)
{
	int8_t ground = own;
	for (const struct pptx_sheet *s = layout; s; s = s->under) {
		ground = ground ? ground : s->ground;
		remaps |= s->dark;
	}
	return ground > 0 || remaps;
}

/* ---- themes */

struct theme {
	bool in_light, dark;
};

static bool theme_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct theme *t = ctx;
	struct str last = ooxml_attr(n, "lastClr");
	if (t->in_light)
		t->dark |= xml_is(n, "srgbClr") ? !is_white(ooxml_attr(n, "val")) : last.n && !is_white(last);
	t->in_light |= xml_is(n, "lt1");
	return true;
}

static bool theme_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct theme *t = ctx;
	t->in_light &= !xml_is(n, "lt1");
	return true;
}

bool pptx_theme_is_dark(struct archive *a, struct str path)
{
	static const struct xml_events events = { .start = theme_start, .end = theme_end };
	struct theme t = { .in_light = false };
	struct err unread;
	return ooxml_read(a, path, &events, &t, &unread) && t.dark;
}
