/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * PPTX, PPSX and POTX: a page for each slide, its shapes where they are on it (charts as tables of their figures), what
 * its layout and master add after them, notes of the speaker below. Slides that are not shown are counted as hidden
 * words and told as a fact.
 */
#include "doc/order.h"
#include "parse/office.h"
#include "parse/ooxml-chart.h"
#include "parse/pptx.h"
#include "parse/zip.h"

#include <stdlib.h>

enum { MOST_SLIDES = 5000, MOST_SHEETS = 500, MOST_SHAPES = 500, MOST_CHARTS = 50, MOST_IMAGES = 1000,
	MOST_DIAGRAMS = 50 };

struct part { /* that the one at hand points at */
	struct str id, path;
};

struct diagram { /* that stands on the slide at hand */
	struct str id; /* of its data */
	struct doc_box box;
};

struct deck {
	struct flow *f;
	struct archive *a;
	struct arena *arena;
	struct pptx_reader *reader;
	struct pptx_looks defaults;
	struct str presentation, layout, master, notes, theme; /* the last four: of the part at hand */
	struct part *parts, charts[MOST_CHARTS], images[MOST_IMAGES]; /* slides; of the slide at hand */
	struct str *slides, *ids, *sections; /* ids: as sections name slides; of which section each is, empty = none */
	struct str section;                  /* being read */
	struct pptx_sheet *sheets;
	struct part data[MOST_DIAGRAMS], drawings[MOST_DIAGRAMS]; /* of the slide at hand */
	struct diagram diagrams[MOST_DIAGRAMS];
	size_t parts_n, charts_n, images_n, slides_n, sheets_n, data_n, drawings_n, diagrams_n;
	struct buf hidden; /* numbers of slides */
	bool no_charts;
};

static void relation(void *ctx, struct str id, struct str type, struct str path)
{
	struct deck *d = ctx;
	path = arena_str(d->arena, path);
	if (str_ends(type, STR("/officeDocument")))
		d->presentation = path;
	else if (str_ends(type, STR("/slideLayout")))
		d->layout = path;
	else if (str_ends(type, STR("/slideMaster")))
		d->master = path;
	else if (str_ends(type, STR("/notesSlide")))
		d->notes = path;
	else if (str_ends(type, STR("/theme")))
		d->theme = path;
	else if (str_ends(type, STR("/chart")) && d->charts_n < MOST_CHARTS)
		d->charts[d->charts_n++] = (struct part){ arena_str(d->arena, id), path };
	else if (str_ends(type, STR("/diagramData")) && d->data_n < MOST_DIAGRAMS)
		d->data[d->data_n++] = (struct part){ arena_str(d->arena, id), path };
	else if (str_ends(type, STR("/diagramDrawing")) && d->drawings_n < MOST_DIAGRAMS)
		d->drawings[d->drawings_n++] = (struct part){ arena_str(d->arena, id), path };
	else if (str_ends(type, STR("/slide")) && d->parts_n < MOST_SLIDES)
		d->parts[d->parts_n++] = (struct part){ arena_str(d->arena, id), path };
}

static bool relations(struct deck *d, struct str part, struct err *e)
{
	d->layout = d->master = d->notes = d->theme = (struct str){ "", 0 };
	return ooxml_relations(d->a, part, relation, d, e);
}

/* ---- presentation.xml */

static bool presentation_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct deck *d = ctx;
	struct str id = xml_attr_ns(n, "id", "/relationships");
	int64_t cx, cy;
	if (xml_is(n, "sldSz") && str_to_i64(ooxml_attr(n, "cx"), &cx) && str_to_i64(ooxml_attr(n, "cy"), &cy) &&
	    cx >= 914400 && cx <= 51206400 && cy >= 914400 && cy <= 51206400) { /* ST_SlideSizeCoordinate */
		d->reader->width = (int32_t)(cx / PPTX_EMU);
		d->reader->height = (int32_t)(cy / PPTX_EMU);
	}
	for (size_t i = 0; xml_is(n, "sldId") && i < d->parts_n && d->slides_n < MOST_SLIDES; i++)
		if (str_eq(d->parts[i].id, id)) {
			d->ids[d->slides_n] = arena_str(d->arena, ooxml_attr(n, "id"));
			d->slides[d->slides_n++] = d->parts[i].path;
			break;
		}
	if (xml_is(n, "section"))
		d->section = arena_str(d->arena, str_trim(ooxml_attr(n, "name")));
	for (size_t i = 0; xml_is(n, "sldId") && !id.n && i < d->slides_n; i++)
		if (str_eq(d->ids[i], ooxml_attr(n, "id")))
			d->sections[i] = d->section;
	return pptx_events.start(d->reader, n, e); /* the default looks of text */
}

static bool presentation_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct deck *d = ctx;
	return pptx_events.end(d->reader, n, e);
}

/* ---- layouts and masters, each read once for its placeholders */

/* *sheet is NULL if the part is not there. */
static bool sheet_of(struct deck *d, struct str path, bool is_layout, const struct pptx_sheet **sheet, struct err *e)
{
	struct pptx_reader *r = d->reader;
	*sheet = NULL;
	for (size_t i = 0; i < d->sheets_n; i++)
		/* A part may say it is both. */
		if (d->sheets[i].is_layout == is_layout && str_eq(d->sheets[i].path, path))
			*sheet = &d->sheets[i];
	if (*sheet || !path.n || d->sheets_n == MOST_SHEETS || archive_find(d->a, path) < 0)
		return true;
	struct pptx_sheet *s = &d->sheets[d->sheets_n++];
	s->path = path;
	s->is_layout = is_layout;
	s->shapes = ARENA_ARRAY(d->arena, MOST_SHAPES, struct pptx_shape);
	r->keep = s;
	pptx_begin(r, PPTX_KEEP);
	if (!xml_parse_entry(d->a, path, &pptx_events, r, e))
		return false;
	s->hides_under = r->hides_under;
	s->ground = r->ground;
	s->dark = r->remaps;
	*sheet = s;
	if (!relations(d, path, e))
		return false;
	s->dark |= !is_layout && pptx_theme_is_dark(d->a, d->theme);
	return !is_layout || sheet_of(d, d->master, false, &s->under, e);
}

static bool chart_show(void *ctx, struct str id, struct err *e)
{
	struct deck *d = ctx;
	for (size_t i = 0; i < d->charts_n && !d->no_charts; i++)
		if (str_eq(d->charts[i].id, id))
			return ooxml_chart(d->a, d->charts[i].path, d->f, e);
	return true;
}

static void image_found(void *ctx, struct str id, struct str type, struct str path)
{
	struct deck *d = ctx;
	if (str_ends(type, STR("/image")) && d->images_n < MOST_IMAGES)
		d->images[d->images_n++] = (struct part){ arena_str(d->arena, id), arena_str(d->arena, path) };
}

static struct str image_of(const struct deck *d, struct str id)
{
	for (size_t i = 0; i < d->images_n; i++)
		if (id.n && str_eq(d->images[i].id, id))
			return d->images[i].path;
	return (struct str){ "", 0 };
}

static void picture_show(void *ctx, struct str id, struct str svg, int32_t width, int32_t height)
{
	const struct deck *d = ctx;
	struct str path = image_of(d, id);
	if (!path.n)
		return;
	flow_picture(d->f, path, width, height);
	flow_picture_also(d->f, image_of(d, svg));
}

static bool picture_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e)
{
	return archive_read(((struct deck *)ctx)->a, name, out, e);
}

/* ---- diagrams: their data, and mostly a drawing of them, which has the number of the data in its name */

static bool diagram_note(void *ctx, struct str id, const struct doc_box *box)
{
	struct deck *d = ctx;
	if (d->diagrams_n < MOST_DIAGRAMS)
		d->diagrams[d->diagrams_n++] = (struct diagram){ arena_str(d->arena, id), *box };
	return true;
}

static bool diagram_show(struct deck *d, const struct diagram *g, struct err *e)
{
	struct pptx_reader *r = d->reader;
	struct str number = { "", 0 }, data = { "", 0 };
	for (size_t i = 0; i < d->data_n; i++)
		if (str_eq(d->data[i].id, g->id))
			data = d->data[i].path;
	number = ooxml_part_number(data);
	for (size_t i = 0; i < d->drawings_n; i++) {
		if (!str_eq(ooxml_part_number(d->drawings[i].path), number))
			continue;
		pptx_begin(r, PPTX_FIXED);
		r->groups_n = 1;
		r->groups[1] = (struct pptx_group){ 1, 1, g->box.x0, g->box.y0 };
		return ooxml_read(d->a, d->drawings[i].path, &pptx_events, r, e);
	}
	/* Not all programs leave a drawing: then its texts stand below each other. */
	flow_open(d->f, FLOW_FRAME, &(struct flow_props){ .box = g->box });
	bool ok = ooxml_diagram(d->a, data, d->f, e);
	flow_close(d->f);
	return ok;
}

static bool diagrams_show(struct deck *d, struct err *e)
{
	bool ok = true;
	d->reader->under = NULL;
	for (size_t i = 0; i < d->diagrams_n && ok; i++)
		ok = diagram_show(d, &d->diagrams[i], e);
	return ok;
}

static bool read_as(struct deck *d, struct str path, enum pptx_what what, struct err *e)
{
	pptx_begin(d->reader, what);
	return ooxml_read(d->a, path, &pptx_events, d->reader, e);
}

static bool read_slide(struct deck *d, size_t i, struct err *e)
{
	struct pptx_reader *r = d->reader;
	d->charts_n = d->data_n = d->drawings_n = d->diagrams_n = 0;
	if (!relations(d, d->slides[i], e))
		return false;
	struct str notes = d->notes;
	const struct pptx_sheet *layout;
	if (!sheet_of(d, d->layout, true, &layout, e))
		return false;
	r->under = layout;
	r->number = (uint32_t)i + 1;
	r->section = d->sections[i];
	r->section_fact = r->notes_fact = 0;
	buf_clear(&r->notes);
	d->images_n = 0;
	if (!ooxml_relations(d->a, d->slides[i], image_found, d, e) || !read_as(d, d->slides[i], PPTX_SHOW, e))
		return false;
	if (r->hidden) {
		buf_printf(&d->hidden, "%s%zu", d->hidden.n ? ", " : "", i + 1);
		return read_as(d, notes, PPTX_HIDDEN, e);
	}
	bool hides = r->hides_under, colored = pptx_fill_ground(layout, r->ground, r->remaps), ok = diagrams_show(d, e);
	if (colored)
		flow_fill(d->f, &(struct doc_box){ 0, 0, r->width, r->height });
	if (ok && layout && !hides) {
		r->under = layout->under;
		ok = read_as(d, layout->path, PPTX_FIXED, e);
		r->under = NULL;
		if (ok && layout->under && !layout->hides_under)
			ok = read_as(d, layout->under->path, PPTX_FIXED, e);
	}
	ok = ok && read_as(d, notes, PPTX_NOTES, e);
	if (r->notes_fact)
		flow_fact_value(d->f, r->notes_fact, str_trim(buf_view(&r->notes)));
	flow_close(d->f); /* the sheet */
	return ok;
}

static bool read_all(struct deck *d, struct err *e)
{
	static const struct xml_events events = { .start = presentation_start, .end = presentation_end };
	if (!relations(d, STR(""), e))
		return false;
	if (!d->presentation.n || archive_find(d->a, d->presentation) < 0)
		return err_set(e, ERR_BROKEN, "the package has no presentation part");
	pptx_begin(d->reader, PPTX_FIXED);
	if (!relations(d, d->presentation, e) || !xml_parse_entry(d->a, d->presentation, &events, d, e))
		return false;
	for (size_t i = 0; i < d->slides_n; i++)
		if (archive_find(d->a, d->slides[i]) >= 0 && !read_slide(d, i, e))
			return err_in(e, "slide %zu", i + 1);
	return arena_ok(d->arena, e);
}

static void property_add(void *ctx, const char *name, struct str value)
{
	flow_fact(ctx, DOC_FACT_META, str_from(name), STR(""), value);
}

static int score(const struct source *s)
{
	static const char *const names[] = { ".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm" };
	if (archive_mentions(s->bytes, "ppt/presentation.xml"))
		return 95;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (archive_looks(s->bytes) && format_named(s, names[i]))
			return 60;
	return 0;
}

static bool deck_init(struct deck *d, struct flow *f)
{
	d->f = f;
	d->arena = flow_arena(f);
	d->reader = ARENA_NEW(d->arena, struct pptx_reader);
	d->parts = ARENA_ARRAY(d->arena, MOST_SLIDES, struct part);
	d->slides = ARENA_ARRAY(d->arena, MOST_SLIDES, struct str);
	d->ids = ARENA_ARRAY(d->arena, MOST_SLIDES, struct str);
	d->sections = ARENA_ARRAY(d->arena, MOST_SLIDES, struct str);
	d->sheets = ARENA_ARRAY(d->arena, MOST_SHEETS, struct pptx_sheet);
	if (!d->reader || !d->parts || !d->slides || !d->ids || !d->sections || !d->sheets)
		return false;
	/* 10 by 7.5 inches unless it says otherwise. */
	*d->reader = (struct pptx_reader){ .f = f, .arena = d->arena, .defaults = &d->defaults, .width = 72000,
		.height = 54000,
					  .chart = chart_show, .diagram = diagram_note, .picture = picture_show, .ctx = d };
	buf_init(&d->reader->notes, UINT16_MAX);
	flow_pictures(f, picture_load, d);
	return true;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct flow *f = flow_new(&flow_paper, 0);
	struct deck d = { .presentation = { "", 0 }, .hidden = BUF_INIT(4096), .no_charts = o->wishes & TASK_SLIDES_NO_CHARTS };
	bool ok = (f && deck_init(&d, f)) || err_set(e, ERR_MEMORY, "out of memory");
	if (ok)
		d.reader->beside = o->wishes & TASK_SLIDES_BESIDE;
	ok = ok && (d.a = archive_open(s->bytes, NULL, e)) != NULL && read_all(&d, e);
	if (ok) {
		office_properties(d.a, property_add, f);
		if (d.hidden.n)
			flow_fact(f, DOC_FACT_META, STR("hidden slides"), STR(""), buf_view(&d.hidden));
		ok = flow_write(f, STR("pptx"), o, out, e);
	}
	buf_fini(&d.hidden);
	if (d.reader)
		buf_fini(&d.reader->notes);
	archive_close(d.a);
	flow_free(f);
	return ok;
}

const struct format format_pptx = { "pptx", score, parse };
