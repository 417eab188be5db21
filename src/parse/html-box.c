/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html-private.h"
#include "parse/office.h"

static void html_box_open(struct walker *w, struct level *l, enum flow_kind kind, struct flow_props p)
{
	flow_open(w->f, kind, &p);
	l->opened++;
}

static bool is_cell_of(const GumboNode *n, const GumboNode *table)
{
	while (n != table && n->v.element.tag != GUMBO_TAG_TABLE)
		n = n->parent;
	return n == table;
}

/* Tables in its cells are others. */
static bool has_header_cell(const GumboNode *table)
{
	unsigned seen = 0;
	for (const GumboNode *n = html_next(table, table); n && seen < 2000; n = html_next(n, table), seen++)
		if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == GUMBO_TAG_TH && is_cell_of(n, table))
			return true;
	return false;
}

static void table_open(struct walker *w, struct level *l, const struct html_element *e, const struct css_look *look)
{
	bool ruled = html_number(l->node, "border") > 0 || look->borders == FLOW_SIDES || has_header_cell(l->node);
	html_box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space, .borders = ruled ? FLOW_SIDES : 0 });
}

static void cell_open(struct walker *w, struct level *l, const struct css_look *look)
{
	struct str v = html_attr(l->node, "valign");
	struct flow_props p = { .align = l->align, .valign = look->set & CSS_VALIGN ? look->valign : FLOW_TOP,
				.col_span = html_number(l->node, "colspan"), .row_span = html_number(l->node, "rowspan"),
				.borders = look->borders, .indent = look->indent > 500 ? look->indent : 0 };
	if (str_eq_nocase(v, STR("bottom")))
		p.valign = FLOW_BOTTOM;
	html_box_open(w, l, FLOW_CELL, p);
}

static struct str marker_of(struct walker *w, struct level *list, const GumboNode *item)
{
	int64_t value;
	struct buf b = BUF_INIT(64);
	if (list->role != R_LIST || list->marker == 'b')
		return STR("\xE2\x80\xA2");
	if (list->marker && str_to_i64(html_attr(item, "value"), &value) && value >= 0 && value < 1000000)
		list->number = (int32_t)value;
	if (list->marker) {
		office_number(&b, list->marker, list->number++);
		buf_byte(&b, '.');
	}
	struct str s = arena_str(flow_arena(w->f), buf_view(&b));
	buf_fini(&b);
	return s;
}

static bool is_blank(const GumboNode *n)
{
	return n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_COMMENT || (n->type == GUMBO_NODE_TEXT && !str_trim(str_from(n->v.text.text)).n);
}

/* An item that begins with a heading or with another list groups what is in it: nobody lists it. */
static bool is_group(const GumboNode *item)
{
	static const GumboTag tags[] = { GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_UL, GUMBO_TAG_OL };
	const GumboVector *all = &item->v.element.children;
	unsigned i = 0;
	while (i < all->length && is_blank(all->data[i]))
		i++;
	const GumboNode *first = i < all->length ? all->data[i] : NULL;
	for (size_t k = 0; first && first->type == GUMBO_NODE_ELEMENT && k < sizeof(tags) / sizeof(*tags); k++)
		if (first->v.element.tag == tags[k])
			return true;
	return false;
}

static void item_open(struct walker *w, struct level *l)
{
	bool bullet = l[-1].role != R_LIST || l[-1].marker == 'b';
	struct str marker = bullet && is_group(l->node) ? STR("") : marker_of(w, l - 1, l->node);
	html_box_open(w, l, marker.n ? FLOW_ITEM : FLOW_BLOCK, (struct flow_props){ .marker = marker, .after = 100, .align = l->align });
}

static void list_open(struct walker *w, struct level *l, const struct html_element *e, const struct css_look *look)
{
	int64_t start = 1;
	struct str type = html_attr(l->node, "type");
	str_to_i64(html_attr(l->node, "start"), &start);
	l->number = (int32_t)(start > 0 && start < 1000000 ? start : 1);
	l->marker = l->node->v.element.tag == GUMBO_TAG_OL ? '1' : 'b';
	if (type.n == 1 && strchr("1aAiI", type.p[0]))
		l->marker = type.p[0];
	if (look->set & CSS_MARKER)
		l->marker = look->marker;
	html_box_open(w, l, FLOW_BLOCK, (struct flow_props){ .before = e->space, .after = e->space, .indent = e->indent, .align = l->align });
}

static void block_open(struct walker *w, struct level *l, const struct html_element *e, const struct css_look *look)
{
	int32_t indent = e->indent + (look->set & CSS_INDENT ? look->indent : 0);
	html_box_open(w, l, FLOW_BLOCK, (struct flow_props){ .before = e->space, .after = e->space, .indent = indent < 20000 ? indent : 20000,
							.align = l->align, .keep = (e->style & HTML_KEEP) != 0 });
}

/* ---- definition lists: a row for each term, its descriptions right of it */

static struct level *list_of(struct walker *w)
{
	for (size_t i = w->n - 1; i > 0; i--)
		if (w->levels[i - 1].role != R_BLOCK && w->levels[i - 1].role != R_GROUP)
			return w->levels[i - 1].role == R_DL ? &w->levels[i - 1] : NULL;
	return NULL;
}

static void row_end(struct walker *w, struct level *dl)
{
	if (dl->row)
		flow_close(w->f);
	dl->row = false;
}

static bool term_open(struct walker *w, struct level *l)
{
	struct level *dl = list_of(w);
	if (!dl)
		return false;
	if (l->role == R_DT || !dl->row) {
		row_end(w, dl);
		flow_open(w->f, FLOW_ROW, NULL);
		dl->row = true;
		if (l->role == R_DD) {
			flow_open(w->f, FLOW_CELL, NULL);
			flow_close(w->f);
		}
	}
	html_box_open(w, l, FLOW_CELL, (struct flow_props){ .align = FLOW_LEFT });
	return true;
}

static void term_close(struct walker *w, const struct level *l)
{
	struct level *dl = list_of(w);
	if (dl && l->role == R_DD)
		row_end(w, dl);
}

/* ---- boxes side by side: one row of a table; those that follow each other are rows of the same, so that they have columns */

void html_lined_end(struct walker *w, struct level *l)
{
	if (l->lined)
		flow_close(w->f);
	l->lined = 0;
}

static void flex_open(struct walker *w, struct level *l)
{
	struct level *up = l - 1;
	uint16_t parts = html_short_parts(w, l->node);
	if (up->role == R_ROW || up->role == R_GRID) {
		html_box_open(w, l, FLOW_TABLE, (struct flow_props){ 0 });
	} else {
		if (up->lined != parts)
			html_lined_end(w, up);
		if (!up->lined)
			flow_open(w->f, FLOW_TABLE, NULL);
		up->lined = parts;
	}
	html_box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
	l->role = R_ROW;
}

/* ---- grids: rows of as many cells as there are tracks */

static void grid_open(struct walker *w, struct level *l, const struct css_look *look)
{
	html_box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = 0 });
	l->tracks = look->tracks;
}

static void track_take(struct walker *w, struct level *l, const struct css_look *look)
{
	struct level *grid = l - 1;
	l->span = look->span ? look->span : 1;
	l->span = l->span < grid->tracks ? l->span : grid->tracks;
	if (grid->track + l->span > grid->tracks)
		row_end(w, grid);
	if (!grid->row) {
		flow_open(w->f, FLOW_ROW, NULL);
		grid->row = true;
		grid->track = 0;
	}
	html_box_open(w, l, FLOW_CELL, (struct flow_props){ .col_span = l->span, .align = l->align });
}

static void track_leave(struct walker *w, struct level *l)
{
	struct level *grid = l - 1;
	grid->track = (uint8_t)(grid->track + l->span);
	if (grid->track >= grid->tracks)
		row_end(w, grid);
}

/* ---- any of them */

void html_role_open(struct walker *w, struct level *l, const struct html_element *e, const struct css_look *look)
{
	if (l[-1].role == R_GRID) {
		l->role = l->role == R_INLINE ? R_BLOCK : l->role;
		track_take(w, l, look);
	}
	switch (l->role) {
	case R_FLEX:
		flex_open(w, l);
		break;
	case R_GRID:
		grid_open(w, l, look);
		break;
	case R_BLOCK:
		if (html_is_pairs(w, l->node)) {
			l->role = R_PAIRS;
			html_box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space });
		} else {
			block_open(w, l, e, look);
		}
		break;
	case R_PAIR:
		html_box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		l->role = R_ROW;
		break;
	case R_ALONE:
		html_box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		html_box_open(w, l, FLOW_CELL, (struct flow_props){ .col_span = 2 });
		l->role = R_BLOCK;
		break;
	case R_LIST:
		list_open(w, l, e, look);
		break;
	case R_ITEM:
		item_open(w, l);
		break;
	case R_TABLE:
		table_open(w, l, e, look);
		break;
	case R_DL:
		html_box_open(w, l, FLOW_TABLE, (struct flow_props){ .before = e->space, .after = e->space });
		break;
	case R_ROW:
		html_box_open(w, l, FLOW_ROW, (struct flow_props){ 0 });
		break;
	case R_CELL:
		cell_open(w, l, look);
		break;
	case R_DT:
	case R_DD:
		if (!term_open(w, l))
			html_box_open(w, l, FLOW_BLOCK, (struct flow_props){ .indent = l->role == R_DD ? 3000 : 0 });
		break;
	default:
		break;
	}
}


void html_role_close(struct walker *w, struct level *l)
{
	html_lined_end(w, l);
	if (l->role == R_DL || l->role == R_GRID)
		row_end(w, l);
	for (; l->opened; l->opened--)
		flow_close(w->f);
	if (l->role == R_DD)
		term_close(w, l);
	if (l->span)
		track_leave(w, l);
}
