/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Paragraphs, lists, tables and notes of OpenDocument (ODF 1.3 part 3, 5 to 6, 9).
 */
#include "parse/odf.h"
#include "parse/office.h"

enum { CAPTURED = 65536, MOST_BLANKS = 200 };

bool odf_init(struct odf *d, struct flow *f, struct err *e)
{
	*d = (struct odf){ .f = f, .arena = flow_arena(f) };
	d->styles = odf_styles_new(d->arena);
	d->controls = ARENA_ARRAY(d->arena, ODF_CONTROLS, struct odf_control);
	buf_init(&d->captured, CAPTURED);
	revise_init(&d->revise, NULL);
	return arena_ok(d->arena, e);
}

void odf_fini(struct odf *d)
{
	buf_fini(&d->captured);
	revise_fini(&d->revise);
}

void odf_begin(struct odf *d, enum odf_region region)
{
	d->region = region;
	d->depth = d->region_at = d->skip = d->hide = d->capture = d->box = d->shade = d->changes_at = 0;
	d->paras = d->spans_n = d->lists = d->cells = 0;
	d->marker = (struct str){ "", 0 };
	d->master = NULL;
	d->texts = 0;
}

/* ---- lists */

static void list_begin(struct odf *d, const struct xml_node *n)
{
	struct odf_style *style = odf_style_find(d->styles, ODF_LIST, odf_attr(n, "style-name"));
	if (d->lists >= ODF_NESTED - 1)
		return;
	struct odf_list *l = &d->list[++d->lists];
	*l = (struct odf_list){ .style = style && style->name.n ? style : d->lists > 1 ? l[-1].style : NULL };
	bool goes_on = d->lists > 1 || str_eq_z(odf_attr(n, "continue-numbering"), "true") ||
		odf_attr(n, "continue-list").n;
	for (int i = 0; l->style && !goes_on && i < ODF_LEVELS; i++)
		l->style->levels[i].next = l->style->levels[i].start;
}

static void item_begin(struct odf *d, const struct xml_node *n)
{
	int64_t start;
	int at = d->lists - 1 < ODF_LEVELS ? d->lists - 1 : ODF_LEVELS - 1;
	struct odf_list *l = &d->list[d->lists];
	if (!d->lists)
		return;
	l->item = xml_is(n, "list-item");
	if (l->style && str_to_i64(odf_attr(n, "start-value"), &start) && start >= 0 && start < 1000000)
		l->style->levels[at].next = (int32_t)start;
}

/* "2.1)": the number of the level that is next, after those of the levels above it that are shown. */
static struct str list_marker(struct odf *d, struct odf_style *list, int at)
{
	struct odf_level *l = &list->levels[at];
	struct buf b = BUF_INIT(400);
	if (l->format == 'b')
		return STR("\xE2\x80\xA2");
	if (l->format) {
		l->next++;
		for (int i = at + 1; i < ODF_LEVELS; i++)
			list->levels[i].next = list->levels[i].start;
	}
	buf_str(&b, l->prefix);
	for (int i = at + 1 > l->shown ? at + 1 - l->shown : 0; l->format && i <= at; i++) {
		struct odf_level *k = &list->levels[i];
		if (!k->format || k->format == 'b')
			continue;
		office_number(&b, k->format, k->next > k->start ? k->next - 1 : k->start);
		if (i < at)
			buf_byte(&b, '.');
	}
	buf_str(&b, l->suffix);
	struct str s = arena_str(d->arena, str_trim(buf_view(&b)));
	buf_fini(&b);
	return s;
}

/* ---- paragraphs */

static void section_begin(struct odf *d, const struct odf_style *style)
{
	struct odf_master *m = style && style->master.n ? odf_master_find(d->styles, style->master) : NULL;
	if (d->region != ODF_BODY || (d->begun && !m))
		return;
	const struct odf_layout *l = odf_layout_of(d->styles, m ? m : odf_master_find(d->styles, STR("")));
	if (d->begun)
		flow_section(d->f);
	d->begun = true;
	if (l)
		flow_section_size(d->f, l->width, l->height, l->margin);
}

static int heading_level(const struct xml_node *n)
{
	return xml_is(n, "h") ? odf_count(n, "outline-level", ODF_LEVELS) : 0;
}

/* The mark of a paragraph, and how far it stands in. */
static void para_mark(struct odf *d, int heading, struct flow_props *props)
{
	struct odf_list *l = d->lists ? &d->list[d->lists] : NULL;
	struct odf_style *outline = odf_style_find(d->styles, ODF_LIST, STR(""));
	int at = d->lists - 1 < ODF_LEVELS ? d->lists - 1 : ODF_LEVELS - 1;
	if (l && !heading)
		props->indent = at * 1800 + (l->item ? 0 : 900);
	if (l && l->item && l->style)
		props->marker = list_marker(d, l->style, at);
	else if (!l && heading && outline && outline->levels && outline->levels[heading - 1].format)
		props->marker = list_marker(d, outline, heading - 1);
	if (l)
		l->item = false;
	if (d->marker.n)
		props->marker = d->marker;
	d->marker = (struct str){ "", 0 };
}

/* Its tab stops, and its indent where there is room for one. */
static struct flow_stops stops_of(const struct odf *d, const struct odf_style *s, struct flow_props *props)
{
	enum { MOST = 25000 };
	static const struct flow_stops none;
	int32_t left = s->left == ODF_UNSAID ? 0 : s->left, first = s->first == ODF_UNSAID ? 0 : s->first;
	int32_t begin = first < 0 ? left + first : left;
	if (begin > 0 && !props->marker.n && !props->indent && d->paras == 0 && !d->cells && d->region == ODF_BODY && !d->start)
		props->indent = begin < MOST ? begin : MOST;
	return flow_stops_from(s->stops ? s->stops : &none, props->indent, first < 0 && !props->marker.n ? left : 0);
}

/* From here to the end of the element at hand something is behind text. */
static void shade(struct odf *d, int8_t shaded)
{
	if (shaded > 0 && !d->shade)
		d->shade = d->depth;
}

static void para_begin(struct odf *d, const struct xml_node *n)
{
	struct str name = odf_attr(n, "style-name");
	struct odf_style whole = odf_style_whole(d->styles, ODF_PARAGRAPH, name);
	int heading = heading_level(n);
	struct flow_props props = { .before = heading ? 900 : 0, .after = 400, .keep = heading > 0 };
	if (d->paras == 0) {
		section_begin(d, odf_style_find(d->styles, ODF_PARAGRAPH, name));
		if (whole.break_before && d->region == ODF_BODY)
			flow_page(d->f);
	}
	if (heading && !whole.size)
		whole.size = office_heading_size(heading);
	if (heading && !whole.bold)
		whole.bold = 1;
	props.align = (uint8_t)(whole.align ? whole.align - 1 : FLOW_LEFT);
	para_mark(d, heading, &props);
	struct flow_stops stops = stops_of(d, &whole, &props);
	props.stops = &stops;
	struct odf_para *p = &d->para[d->paras < ODF_NESTED - 1 ? d->paras + 1 : d->paras];
	d->paras += d->paras < ODF_NESTED - 1;
	*p = (struct odf_para){ .style = d->frame, .spans = d->spans_n, .page_after = whole.break_after };
	odf_style_apply(&p->style, &whole);
	if (whole.hidden > 0 && !d->hide)
		d->hide = d->depth;
	shade(d, whole.shaded);
	flow_open(d->f, props.marker.n ? FLOW_ITEM : FLOW_BLOCK, &props);
}

static void para_end(struct odf *d)
{
	if (!d->paras)
		return;
	flow_close(d->f);
	d->spans_n = d->para[d->paras].spans;
	if (d->para[d->paras--].page_after && d->paras == 0)
		flow_page(d->f);
}

/* As styles say it, with ODF_PAPER. */
static struct flow_style style_said(const struct odf *d)
{
	const struct odf_para *p = &d->para[d->paras];
	return d->spans_n > p->spans ? d->spans[d->spans_n - 1] : p->style;
}

struct flow_style odf_style_now(const struct odf *d)
{
	struct flow_style s = style_said(d);
	s.flags &= (uint8_t)~ODF_PAPER;
	s.link = d->link;
	return s;
}

bool odf_is_faint(const struct odf *d)
{
	return style_said(d).flags & ODF_PAPER && !d->shade && !odf_pages_shaded(d->styles);
}

static void span_begin(struct odf *d, const struct xml_node *n)
{
	struct odf_style s = odf_style_whole(d->styles, ODF_TEXT, odf_attr(n, "style-name"));
	struct flow_style now = style_said(d);
	odf_style_apply(&now, &s);
	shade(d, s.shaded);
	if (s.hidden > 0 && !d->hide)
		d->hide = d->depth;
	if (d->spans_n < ODF_NESTED)
		d->spans[d->spans_n++] = now;
}

static void blanks(struct odf *d, const struct xml_node *n)
{
	struct flow_style style = odf_style_now(d);
	style.pre = true;
	for (uint16_t i = odf_count(n, "c", MOST_BLANKS); i > 0; i--)
		flow_text(d->f, STR(" "), &style);
}

/* ---- tables */

static void table_begin(struct odf *d, const struct xml_node *n)
{
	const struct odf_style *style = odf_style_find(d->styles, ODF_TABLE, odf_attr(n, "style-name"));
	if (d->paras == 0) {
		section_begin(d, style);
		if (style && style->break_before && d->region == ODF_BODY)
			flow_page(d->f);
	}
	shade(d, d->start ? 1 : style ? style->shaded : 0);
	flow_open(d->f, FLOW_TABLE, &(struct flow_props){ .before = 400, .after = 400 });
}

static void row_begin(struct odf *d, const struct xml_node *n)
{
	shade(d, odf_style_whole(d->styles, ODF_ROW, odf_attr(n, "style-name")).shaded);
	flow_open(d->f, FLOW_ROW, NULL);
}

static void cell_begin(struct odf *d, const struct xml_node *n)
{
	struct odf_style s = odf_style_whole(d->styles, ODF_CELL, odf_attr(n, "style-name"));
	struct flow_props props = { .col_span = odf_count(n, "number-columns-spanned", 1000),
				    .row_span = odf_count(n, "number-rows-spanned", 65000), .borders = s.borders,
				    .valign = (uint8_t)(s.valign ? s.valign - 1 : FLOW_TOP) };
	for (uint16_t i = odf_count(n, "number-columns-repeated", 1000); i > 1; i--) {
		flow_open(d->f, FLOW_CELL, &props);
		flow_close(d->f);
	}
	flow_open(d->f, FLOW_CELL, &props);
	shade(d, s.shaded);
	d->cells++;
}

/* ---- elements */

static bool is_left_out(const struct odf *d, const struct xml_node *n)
{
	static const char *const names[] = { "change-info", "ruby-text", "object", "object-ole", "binary-data", "math",
		"scripts", "script",
					     "font-face-decls", "settings", "meta", "event-listeners",
						"covered-table-cell" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_is(n, names[i]))
			return true;
	if ((xml_is(n, "title") || xml_is(n, "desc")) && strstr(n->ns, "svg"))
		return true;
	/* Patterns an index is made after; the text of notes has its own region. */
	return str_ends(str_from(n->name), STR("-source")) || (xml_is(n, "note-body") && d->region != ODF_NOTES);
}

static void text_start(struct odf *d, const struct xml_node *n)
{
	if (xml_is(n, "p") || xml_is(n, "h"))
		para_begin(d, n);
	else if (!d->paras && !xml_is(n, "section"))
		return;
	else if (xml_is(n, "span"))
		span_begin(d, n);
	else if (xml_is(n, "a"))
		d->link = flow_link(d->f, odf_attr(n, "href"));
	else if (xml_is(n, "s"))
		blanks(d, n);
	else if (xml_is(n, "tab"))
		flow_tab(d->f);
	else if (xml_is(n, "line-break"))
		flow_break(d->f);
	else if (xml_is(n, "section") || xml_is(n, "hidden-text")) {
		struct odf_style s = odf_style_whole(d->styles, ODF_SECTION, odf_attr(n, "style-name"));
		if (!d->hide && (s.hidden > 0 || str_eq_z(odf_attr(n, "display"), "none") ||
			str_eq_z(odf_attr(n, "is-hidden"), "true")))
			d->hide = d->depth;
		shade(d, s.shaded);
	} else if (xml_is(n, "note-citation") && !d->hide) {
		struct flow_style raised = odf_style_now(d);
		raised.raise = 1;
		if (d->spans_n < ODF_NESTED)
			d->spans[d->spans_n++] = raised;
	}
}

static void block_start(struct odf *d, const struct xml_node *n)
{
	if (xml_is(n, "list"))
		list_begin(d, n);
	else if (xml_is(n, "list-item") || xml_is(n, "list-header"))
		item_begin(d, n);
	else if (xml_is(n, "table"))
		table_begin(d, n);
	else if (xml_is(n, "table-row"))
		row_begin(d, n);
	else if (xml_is(n, "table-cell"))
		cell_begin(d, n);
	else if (xml_is(n, "tracked-changes") && !d->hide) {
		d->hide = d->depth;
		d->changes_at = d->revise.f ? d->depth : 0;
	}
}

/* Headers and footers: which region they are, and whether they say what another page has not said. */
static void running_text(struct odf *d, const struct xml_node *n)
{
	struct str name = str_from(n->name);
	bool header = str_starts(name, STR("header")), shown = !str_eq_z(odf_attr(n, "display"), "false");
	uint8_t at = d->text_i;
	if (!d->master || at >= sizeof(d->master->texts) / sizeof(*d->master->texts) ||
		!(header || str_starts(name, STR("footer"))) || !shown)
		return;
	d->text_i++;
	if (d->region == ODF_STYLES) {
		d->sum = 14695981039346656037u;
		d->master->texts_n = d->text_i;
	} else if (d->region != (header ? ODF_HEADERS : ODF_FOOTERS) || d->master->repeats[at]) {
		return;
	} else {
		flow_open(d->f, FLOW_BLOCK, NULL);
	}
	d->region_at = d->depth;
}

static void outside_start(struct odf *d, const struct xml_node *n)
{
	if (d->region == ODF_STYLES)
		odf_style_start(d->styles, n);
	if (xml_is(n, "master-page") && d->region != ODF_BODY) {
		d->master = odf_master_find(d->styles, odf_attr(n, "name"));
		d->text_i = 0;
		if (d->region == ODF_MASTER && d->master == d->wanted)
			d->region_at = d->depth;
	} else if (d->master && (d->region == ODF_STYLES || d->region == ODF_HEADERS || d->region == ODF_FOOTERS)) {
		running_text(d, n);
	} else if ((xml_is(n, "body") && d->region == ODF_BODY) || (xml_is(n, "note") && d->region == ODF_NOTES)) {
		d->region_at = d->depth;
	}
}

/* False: what stands around the text (a slide) took it. */
static bool inside_begins(struct odf *d, const struct xml_node *n)
{
	if (xml_is(n, "frame"))
		odf_frame_note(d, n);
	if (strstr(n->ns, "drawing") && !d->start)
		shade(d, 1); /* shapes may be filled, and lie on others; those of a slide have their places */
	return !(d->start && d->start(d, n));
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct odf *d = ctx;
	d->depth++;
	if (d->skip)
		return true;
	if (d->changes_at) {
		odf_change_start(d, n);
		return true;
	}
	if (xml_is(n, "object") && !d->no_objects && d->region_at && d->region != ODF_STYLES && !d->hide && !d->capture)
		odf_object_show(d, odf_attr(n, "href"));
	if (is_left_out(d, n))
		d->skip = d->depth;
	else if (!d->region_at)
		outside_start(d, n);
	else if (d->region == ODF_STYLES || d->capture)
		return true;
	else if (inside_begins(d, n)) {
		block_start(d, n);
		text_start(d, n);
		odf_field_start(d, n);
		d->notes += xml_is(n, "note");
	}
	return true;
}

static void content_end(struct odf *d, const struct xml_node *n)
{
	if (xml_is(n, "p") || xml_is(n, "h"))
		para_end(d);
	else if ((xml_is(n, "span") || xml_is(n, "note-citation")) && d->spans_n > d->para[d->paras].spans)
		d->spans_n--;
	else if (xml_is(n, "a"))
		d->link = 0;
	else if (xml_is(n, "list") && d->lists)
		d->lists--;
	else if (xml_is(n, "table") || xml_is(n, "table-row") || xml_is(n, "table-cell")) {
		flow_close(d->f);
		d->cells -= xml_is(n, "table-cell") && d->cells;
	}
	else if (xml_is(n, "fieldmark") && d->box == d->depth) {
		odf_mark_put(d, DOC_MARK_CHECKBOX, d->box_on);
		d->box = 0;
	}
}

static void region_end(struct odf *d)
{
	d->region_at = 0;
	if (d->region == ODF_STYLES)
		d->master->texts[d->text_i - 1] = d->sum;
	else if (d->region == ODF_HEADERS || d->region == ODF_FOOTERS)
		flow_close(d->f);
}

static void inside_end(struct odf *d, const struct xml_node *n)
{
	if (d->region_at == d->depth) {
		region_end(d);
	} else if (d->capture) {
		if (d->capture == d->depth)
			odf_capture_end(d, n);
		else if (xml_is(n, "creator")) {
			d->who = arena_str(d->arena, buf_view(&d->captured));
			buf_clear(&d->captured);
		} else if (xml_is(n, "date"))
			buf_clear(&d->captured); /* of a comment; it stands before its text */
	} else if (d->region != ODF_STYLES) {
		if (d->end)
			d->end(d, n);
		content_end(d, n);
	}
	d->hide = d->hide == d->depth ? 0 : d->hide;
	d->shade = d->shade == d->depth ? 0 : d->shade;
	d->changes_at = d->changes_at == d->depth ? 0 : d->changes_at;
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct odf *d = ctx;
	if (d->changes_at && d->changes_at < d->depth)
		odf_change_end(d, n);
	else if (d->skip)
		d->skip = d->skip == d->depth ? 0 : d->skip;
	else if (d->region_at)
		inside_end(d, n);
	else if (d->region == ODF_STYLES)
		odf_style_end(d->styles, n);
	if (xml_is(n, "master-page") && !d->region_at)
		d->master = NULL;
	d->depth--;
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct odf *d = ctx;
	if (d->skip || !d->region_at)
		return true;
	if (d->region == ODF_STYLES) {
		for (size_t i = 0; i < s.n; i++)
			d->sum = (unsigned char)s.p[i] > ' ' ? (d->sum ^ (unsigned char)s.p[i]) * 1099511628211u :
				d->sum;
	} else if (d->capture) {
		buf_str(&d->captured, s);
	} else if (d->changes_at) {
		odf_change_text(d, s);
	} else if (d->hide || (d->paras && !d->start && odf_is_faint(d))) {
		flow_hidden(d->f, s);
	} else if (d->paras) {
		struct flow_style style = odf_style_now(d);
		style.flags |= odf_is_faint(d) ? DOC_HIDDEN : 0; /* its place says whether it is seen */
		revise_shown(&d->revise, s, &style);
		if (d->noted && d->noted->n + s.n < UINT16_MAX)
			buf_str(d->noted, s);
		style.fact = d->noted && !style.fact ? d->noted_fact : style.fact;
		flow_text(d->f, s, &style);
		d->texts++;
	}
	return true;
}

const struct xml_events odf_events = { on_start, on_end, on_text };
