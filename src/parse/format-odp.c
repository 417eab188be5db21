/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ODP and OTP packages, and FODP, the same in one XML file: a page for each slide, its shapes where they are on it,
 * those of its master page after them, notes of the speaker below. Slides that are not shown are counted as hidden
 * words and told as a fact. Drawings (ODG) are the same but for notes.
 */
#include "parse/odf.h"
#include "parse/zip.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { INSET_X = 709, INSET_Y = 354 /* 0.25 and 0.125 cm, as programs set it */, SIZE = 1800, NOTES_SIZE = 1000,
	MOST_AGAIN = 1 << 28, MOST_RUNNING = 100 };

struct running { /* text that pages share: a footer, a date */
	uint8_t kind;            /* enum odf_running */
	struct str name, text;
};

struct deck {
	struct odf_source *source;
	struct running running[MOST_RUNNING];
	size_t running_n;
	uint8_t shows;           /* enum odf_running, of the slide at hand; their texts' names: */
	struct str footer, date;
	struct odf *under;       /* reads master pages, with the same styles */
	struct odf_master *master;
	uint32_t page_at, shape_at, notes_at;
	uint32_t number;
	int32_t width, height;
	struct buf hidden;       /* numbers of slides that are not shown */
	bool in_sheet, is_master;
	struct buf notes;        /* of the speaker */
	uint64_t again;          /* bytes that were read again for master pages */
};

/* ---- shapes */

static bool is_shape(const struct xml_node *n)
{
	static const char *const names[] = { "frame", "custom-shape", "rect", "ellipse", "circle", "polygon",
		"polyline", "path", "line",
					     "connector", "caption", "regular-polygon", "measure" };
	if (!strstr(n->ns, "drawing"))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	return false;
}

static int32_t between(int32_t v, int32_t low, int32_t high)
{
	return v < low ? low : v > high ? high : v;
}

/* The numbers in brackets behind a word: "rotate (1.2) translate (2cm 3cm)". */
static struct str step_of(struct str s, const char *word)
{
	const char *at = s.n ? memmem(s.p, s.n, word, strlen(word)) : NULL;
	struct str rest = { at, at ? s.n - (size_t)(at - s.p) : 0 }, inside = { "", 0 };
	rest = str_cut(rest, '(', &inside);
	if (!rest.p)
		return (struct str){ "", 0 };
	str_cut(rest, ')', &inside);
	return str_trim(inside);
}

/* Where there is a transformation, it has the place: the shape is turned about its corner, then moved. Gives the corner of the
 * shape as it is before it is turned about its middle, and the quarters of that, clockwise. */
static uint8_t transform(struct str s, double w, double h, int32_t *x, int32_t *y)
{
	struct str move = step_of(s, "translate"), left, angle = step_of(s, "rotate");
	char z[32];
	if (!move.n)
		return 0;
	snprintf(z, sizeof(z), "%.*s", (int)(angle.n < sizeof(z) ? angle.n : 0), angle.p);
	double a = strtod(z, NULL);
	a = isfinite(a) && fabs(a) < 100 ? a : 0;
	move = str_cut(move, ' ', &left);
	double mx = odf_length(str_trim(left), 0) + w / 2 * cos(a) + h / 2 * sin(a),
	       my = odf_length(str_trim(move), 0) - w / 2 * sin(a) + h / 2 * cos(a);
	*x = (int32_t)lrint(mx - w / 2);
	*y = (int32_t)lrint(my - h / 2);
	return (uint8_t)((4 - (int)lrint(a / 1.5707963) % 4) % 4);
}

static struct doc_box place_of(const struct deck *k, const struct xml_node *n, bool *beside, uint8_t *turn)
{
	int32_t x = odf_length(odf_attr(n, "x"), odf_length(odf_attr(n, "x1"), 0)),
		y = odf_length(odf_attr(n, "y"), odf_length(odf_attr(n, "y1"), 0));
	int32_t w = odf_length(odf_attr(n, "width"), odf_length(odf_attr(n, "x2"), x) - x),
		h = odf_length(odf_attr(n, "height"), odf_length(odf_attr(n, "y2"), y) - y);
	w = w < 0 ? -w : w;
	h = h < 0 ? -h : h;
	*turn = transform(odf_attr(n, "transform"), w, h, &x, &y);
	*beside = x >= k->width || y >= k->height || x + w < 0 || y + h < 0;
	struct doc_box b = { between(x + INSET_X, 0, k->width), between(y + INSET_Y, 0, k->height), 0, 0 };
	b.x1 = between(x + w - INSET_X, b.x0 + SIZE, 2 * k->width);
	b.y1 = between(y + h - INSET_Y, b.y0, 2 * k->height);
	return b;
}

/* Looks of its text, and where in its box it stands. */
static void shape_looks(struct odf *d, const struct xml_node *n, struct flow_props *props)
{
	struct str own = odf_attr(n, "style-name");
	bool is_presentation = odf_style_find(d->styles, ODF_PRESENTATION, own) != NULL;
	struct odf_style s = odf_style_whole(d->styles, is_presentation ? ODF_PRESENTATION : ODF_GRAPHIC, own);
	d->frame = (struct flow_style){ .size = SIZE };
	odf_style_apply(&d->frame, &s);
	props->valign = (uint8_t)(s.valign ? s.valign - 1 : FLOW_TOP);
	if (s.downwards && !props->turn) {
		struct doc_box b = props->box;
		int32_t cx = (b.x0 + b.x1) / 2, cy = (b.y0 + b.y1) / 2, half = (b.y1 - b.y0) / 2, across = (b.x1 - b.x0) / 2;
		props->box = (struct doc_box){ cx - half, cy - across, cx + half, cy + across };
		props->turn = 1;
	}
	const struct deck *k = d->ctx;
	if (k->notes_at)
		d->frame.size = NOTES_SIZE;
	if (s.shaded > 0 && k->in_sheet && !d->hide)
		flow_fill(d->f, &(struct doc_box){ props->box.x0 - INSET_X, props->box.y0 - INSET_Y, props->box.x1 + INSET_X, props->box.y1 + INSET_Y });
}

/* What a frame of a master page with a class is for; 0 if it is the pattern of something on the slide. */
static uint8_t running_of(struct str class)
{
	return str_eq_z(class, "footer") ? ODF_FOOTER : str_eq_z(class, "page-number") ? ODF_PAGE_NUMBER :
		str_eq_z(class, "date-time") ? ODF_DATE_TIME : 0;
}

static void running_text(struct odf *d, uint8_t kind, struct str name)
{
	const struct deck *k = d->ctx;
	struct err e;
	for (size_t i = 0; i < k->running_n; i++)
		if (k->running[i].kind == kind && str_eq(k->running[i].name, name))
			odf_events.text(d, k->running[i].text, &e);
}

/* Fields in such a frame: the texts of the slide, and its number. */
static bool running_field(struct odf *d, const struct xml_node *n)
{
	struct deck *k = d->ctx;
	struct err e;
	bool number = xml_is(n, "page-number") && !k->notes_at;
	if (!k->shape_at || !(k->is_master || number))
		return false;
	if (xml_is(n, "footer") && strstr(n->ns, "presentation")) {
		running_text(d, ODF_FOOTER, k->footer);
	} else if (xml_is(n, "date-time") && strstr(n->ns, "presentation")) {
		running_text(d, ODF_DATE_TIME, k->date);
	} else if (number) {
		odf_events.text(d, arena_printf(d->arena, "%u", k->number), &e);
		d->skip = d->depth;
	} else {
		return false;
	}
	return true;
}

static bool running_kept(struct odf *d, const struct xml_node *n, struct str text)
{
	struct deck *k = d->ctx;
	bool footer = xml_is(n, "footer-decl");
	if (!footer && !xml_is(n, "date-time-decl"))
		return false;
	if (k->running_n < MOST_RUNNING)
		k->running[k->running_n++] = (struct running){ footer ? ODF_FOOTER : ODF_DATE_TIME, d->who, arena_str(d->arena, text) };
	return true;
}

static void shape_begin(struct odf *d, const struct xml_node *n)
{
	struct deck *k = d->ctx;
	struct str class = odf_attr(n, "class");
	bool beside = false;
	uint8_t turn;
	struct flow_props props = { .box = place_of(k, n, &beside, &turn) };
	props.turn = turn % 2 ? turn : 0;
	/* What a master page has a class for is the pattern of something on the slide. */
	bool running = k->is_master && running_of(class) & k->shows;
	if ((str_eq_z(odf_attr(n, "placeholder"), "true") && !running) || (k->is_master && class.n && !running) ||
		(k->notes_at && !str_eq_z(class, "notes"))) {
		d->skip = d->depth;
		return;
	}
	if (k->notes_at)
		props.box = (struct doc_box){ INSET_X, k->height + INSET_Y, k->width - INSET_X, k->height + INSET_Y };
	else if (beside && !d->beside && !d->hide)
		d->hide = d->depth; /* what lies beside the slide is for its author */
	shape_looks(d, n, &props);
	k->shape_at = d->depth;
	if (k->in_sheet)
		flow_open(d->f, FLOW_FRAME, &props);
}

/* ---- slides */

static void page_begin(struct odf *d, const struct xml_node *n)
{
	struct deck *k = d->ctx;
	const struct odf_style *style = odf_style_find(d->styles, ODF_PAGE, odf_attr(n, "style-name"));
	const struct odf_layout *l;
	k->page_at = d->depth;
	k->number++;
	k->master = odf_master_find(d->styles, odf_attr(n, "master-page-name"));
	l = odf_layout_of(d->styles, k->master);
	k->width = l && l->width >= 7200 && l->width <= 1440000 ? l->width : 72000;
	k->height = l && l->height >= 7200 && l->height <= 1440000 ? l->height : 54000;
	k->shows = style ? style->running : 0;
	k->footer = arena_str(d->arena, odf_attr(n, "use-footer-name"));
	k->date = arena_str(d->arena, odf_attr(n, "use-date-time-name"));
	k->in_sheet = !(style && style->hidden > 0);
	if (k->in_sheet) {
		struct doc_box whole = { 0, 0, k->width, k->height };
		const struct odf_style *under = k->master ? odf_style_find(d->styles, ODF_PAGE, k->master->style) : NULL;
		flow_open(d->f, FLOW_SHEET, &(struct flow_props){ .box = whole });
		if ((style && style->shaded ? style->shaded : under ? under->shaded : 0) > 0)
			flow_fill(d->f, &whole);
		return;
	}
	buf_printf(&k->hidden, "%s%u", k->hidden.n ? ", " : "", k->number);
	d->hide = d->depth;
}

static void notes_begin(struct odf *d)
{
	struct deck *k = d->ctx;
	k->notes_at = d->depth;
	if (!k->in_sheet)
		return;
	buf_clear(&k->notes);
	d->noted = &k->notes;
	d->noted_fact = flow_fact(d->f, DOC_FACT_SLIDE, STR("speaker_notes"), STR(""), STR(""));
}

static void notes_end(struct odf *d)
{
	struct deck *k = d->ctx;
	k->notes_at = 0;
	if (d->noted)
		flow_fact_value(d->f, d->noted_fact, str_trim(buf_view(&k->notes)));
	d->noted = NULL;
}

static bool on_start(struct odf *d, const struct xml_node *n)
{
	struct deck *k = d->ctx;
	if (running_field(d, n))
		return true;
	if (d->noted && k->notes.n && xml_is(n, "p"))
		buf_byte(&k->notes, '\n');
	if ((xml_is(n, "footer-decl") || xml_is(n, "date-time-decl")) && !k->page_at)
		odf_capture(d, n, odf_attr(n, "name"), STR(""));
	else if (xml_is(n, "page") && !k->page_at && strstr(n->ns, "drawing"))
		page_begin(d, n);
	else if (xml_is(n, "notes") && strstr(n->ns, "presentation"))
		notes_begin(d);
	else if (k->page_at && !k->shape_at && is_shape(n))
		shape_begin(d, n);
	else
		return false;
	return true;
}

/* What a master page says is read again for each slide, unless it says nothing. */
static void master_show(struct deck *k)
{
	struct odf *m = k->under;
	struct deck own = *k;
	struct err unread;
	if (!k->master || (k->master->bare && !k->shows) || k->again > MOST_AGAIN)
		return;
	k->again += k->source->bytes.n;
	own.is_master = true;
	own.page_at = k->number; /* anything but 0 */
	own.shape_at = own.notes_at = 0;
	m->ctx = &own;
	m->wanted = k->master;
	bool read = odf_read(m, k->source, ODF_MASTER, &unread);
	k->master->bare = !read || (m->texts == 0 && !k->shows);
}

static void on_end(struct odf *d, const struct xml_node *n)
{
	struct deck *k = d->ctx;
	if (d->depth == k->shape_at) {
		k->shape_at = 0;
		if (k->in_sheet)
			flow_close(d->f);
	} else if (d->depth == k->notes_at) {
		notes_end(d);
	} else if (d->depth == k->page_at && !k->is_master) {
		k->page_at = 0;
		if (k->in_sheet) {
			master_show(k);
			flow_close(d->f);
		}
		k->in_sheet = false;
	}
}

static bool read_all(struct odf *d, struct odf_source *s, struct err *e)
{
	struct odf *under = ARENA_NEW(d->arena, struct odf);
	struct deck k = { .source = s, .under = under, .hidden = BUF_INIT(4096), .notes = BUF_INIT(UINT16_MAX) };
	bool ok = arena_ok(d->arena, e) && odf_init(under, d->f, e) && odf_read(d, s, ODF_STYLES, e);
	if (under) {
		under->styles = d->styles;
		under->start = on_start;
		under->end = on_end;
		under->begun = true;
	}
	d->ctx = &k;
	d->start = on_start;
	d->end = on_end;
	d->kept = running_kept;
	d->begun = true; /* pages are slides */
	ok = ok && odf_read(d, s, ODF_BODY, e);
	if (ok && k.hidden.n)
		flow_fact(d->f, DOC_FACT_META, STR("hidden slides"), STR(""), buf_view(&k.hidden));
	buf_fini(&k.hidden);
	buf_fini(&k.notes);
	d->noted = NULL;
	if (under)
		odf_fini(under);
	d->ctx = NULL;
	d->start = NULL;
	d->end = NULL;
	d->kept = NULL;
	return ok;
}

static int score(const struct source *s)
{
	static const char *const types[] = { "application/vnd.oasis.opendocument.presentation",
		"application/vnd.oasis.opendocument.graphics" };
	static const char *const names[] = { ".odp", ".otp", ".odg", ".otg" };
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (odf_is(s, types[i]))
			return 95;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (archive_looks(s->bytes) && format_named(s, names[i]))
			return 60;
	return 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return odf_parse(s, STR("odp"), read_all, o, out, e);
}

const struct format format_odp = { "odp", score, parse };
