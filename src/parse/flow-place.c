/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Boxes on the strip: where each kind of box puts what is in it. */
#include "parse/flow-private.h"

bool flow_goes_on(struct flow *f, int32_t y)
{
	if (y < 0 || y > FLOW_LOWEST)
		f->arena.over = true;
	return !f->arena.over;
}

static int32_t inside(int32_t x)
{
	return x < FLOW_RIGHTMOST ? x : FLOW_RIGHTMOST;
}

void flow_rule_add(struct flow *f, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
	struct doc_rule *r = flow_add(f, &f->rules);
	if (r)
		*r = (struct doc_rule){ { inside(x0), y0, inside(x1), y1 }, 0, y0 == y1 ? DOC_RULE_HORIZONTAL : DOC_RULE_VERTICAL, { 0 } };
}

void flow_cut_at(struct flow *f, int32_t y)
{
	struct flow_cut *c = f->tables ? NULL : flow_add(f, &f->cuts);
	if (c)
		*c = (struct flow_cut){ .y = y };
}

struct flow_extent flow_extent(const struct flow *f)
{
	return (struct flow_extent){ f->words.n, f->rules.n, f->marks.n, f->pictures.n };
}

static void box_lower(struct doc_box *b, int32_t dy)
{
	b->y0 += dy;
	b->y1 += dy;
}

void flow_lower(struct flow *f, struct flow_extent from, struct flow_extent to, int32_t dy)
{
	for (size_t i = from.words; i < to.words; i++)
		box_lower(&((struct flow_word *)f->words.p)[i].box, dy);
	for (size_t i = from.rules; i < to.rules; i++)
		box_lower(&((struct doc_rule *)f->rules.p)[i].box, dy);
	for (size_t i = from.marks; i < to.marks; i++)
		box_lower(&((struct doc_mark *)f->marks.p)[i].box, dy);
	for (size_t i = from.pictures; i < to.pictures; i++)
		box_lower(&((struct flow_shown *)f->pictures.p)[i].box, dy);
}

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static int32_t marker_place(struct flow *f, const struct flow_node *n, int32_t x, int32_t y)
{
	struct flow_node mark = { .kind = FLOW_TEXT, .text = n->props.marker, .style = { .size = FLOW_SIZE } };
	for (const struct flow_node *c = n->first; c; c = c->next)
		if (c->kind == FLOW_TEXT) {
			mark.style.size = c->style.size;
			break;
		}
	size_t before = f->words.n;
	flow_lines(f, &mark, NULL, NULL, x, y, FLOW_WIDEST);
	const struct flow_word *w = f->words.p;
	return f->words.n > before ? w[f->words.n - 1].box.x1 + flow_space_width(mark.style.size) : x;
}

int32_t flow_space_above(const struct flow_node *n)
{
	const struct flow_node *c = n->first;
	while (c && c->kind == FLOW_TEXT && !str_trim(c->text).n)
		c = c->next;
	return c && (c->kind == FLOW_BLOCK || c->kind == FLOW_ITEM) ? c->props.before + flow_space_above(c) : 0;
}

/* A mark, and what it marks on the same line. */
static int32_t item_place(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width)
{
	int32_t hang = FLOW_SIZE * 9 / 10, right = x + width;
	if (n->props.marker.n)
		hang = larger(x + hang, marker_place(f, n, x, y)) - x;
	int32_t below = flow_children(f, n, x + hang, larger(y - flow_space_above(n), 0), larger(right - x - hang, 0));
	below = larger(below, y);
	return n->props.marker.n ? larger(below, y + FLOW_SIZE * FLOW_LEADING / 100) : below;
}

/* Turn what a frame put on the strip a quarter about its middle: to read downwards, or upwards. Nothing leaves the sheet. */
static int32_t frame_turn(struct flow *f, size_t first, const struct flow_node *n, int32_t y)
{
	const struct doc_box *b = &n->props.box;
	int32_t cx = (b->x0 + b->x1) / 2, cy = y + (b->y0 + b->y1) / 2, end = y;
	for (size_t i = first; i < f->words.n; i++) {
		struct flow_word *w = &((struct flow_word *)f->words.p)[i];
		struct doc_box o = w->box;
		bool down = n->props.turn == 1;
		int32_t x = down ? cx - (o.y1 - cy) : cx + (o.y0 - cy), top = down ? cy + (o.x0 - cx) : cy - (o.x1 - cx);
		x = larger(x, 0);
		top = larger(top, y);
		w->box = (struct doc_box){ inside(x), top, inside(x + o.y1 - o.y0), top + o.x1 - o.x0 };
		w->flags |= DOC_VERTICAL;
		w->down = down;
		end = larger(end, w->box.y1);
	}
	return end;
}

static int32_t frame_place(struct flow *f, struct flow_node *n, int32_t y)
{
	const struct doc_box *b = &n->props.box;
	struct flow_extent before = flow_extent(f);
	int32_t end = flow_children(f, n, b->x0, y + b->y0, larger(b->x1 - b->x0, 0)), spare = y + b->y1 - end;
	spare = spare <= 0 || n->props.valign == FLOW_TOP ? 0 : n->props.valign == FLOW_MIDDLE ? spare / 2 : spare;
	if (spare)
		flow_lower(f, before, flow_extent(f), spare);
	return n->props.turn % 2 ? frame_turn(f, before.words, n, y) : end + spare;
}

static bool holds(const struct doc_box *b, int32_t y, const struct doc_box *word)
{
	int32_t x = (word->x0 + word->x1) / 2, at = (word->y0 + word->y1) / 2 - y;
	return x >= b->x0 && x <= b->x1 && at >= b->y0 && at <= b->y1;
}

/* Words the colour of paper from first on are seen where something is behind them. */
static void faint_show(struct flow *f, const struct flow_node *sheet, struct flow_extent before, int32_t y)
{
	enum { MOST_FILLS = 1000 };
	const struct flow_shown *pictures = f->pictures.p;
	for (size_t i = before.words; i < f->words.n; i++) {
		struct flow_word *w = &((struct flow_word *)f->words.p)[i];
		size_t fills = 0;
		bool seen = !(w->flags & DOC_HIDDEN);
		for (const struct flow_node *k = sheet->first; k && !seen; k = k->next)
			seen = k->kind == FLOW_FILL && (++fills > MOST_FILLS || holds(&k->props.box, y, &w->box));
		for (size_t p = before.pictures; p < f->pictures.n && !seen; p++)
			seen = p - before.pictures > MOST_FILLS || holds(&pictures[p].box, 0, &w->box);
		w->flags = (uint8_t)(seen ? w->flags & ~DOC_HIDDEN : w->flags);
	}
}

static int32_t sheet_place(struct flow *f, struct flow_node *n, int32_t y)
{
	int32_t bottom = y + n->props.box.y1, end = bottom;
	struct flow_cut *c = flow_add(f, &f->cuts);
	struct flow_extent before = flow_extent(f);
	if (c)
		*c = (struct flow_cut){ .y = y, .must = true };
	f->tables++; /* its size stands: no cuts inside */
	for (struct flow_node *k = n->first; k; k = k->next)
		if (k->kind == FLOW_FRAME)
			end = larger(end, frame_place(f, k, y));
	f->tables--;
	faint_show(f, n, before, y);
	c = flow_add(f, &f->cuts);
	if (c)
		*c = (struct flow_cut){ .y = end, .must = true, .sheet = true, .width = n->props.box.x1, .height = end - y };
	return end;
}

int32_t flow_block(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width)
{
	switch (n->kind) {
	case FLOW_TABLE:
		return flow_table(f, n, x, y, width);
	case FLOW_ITEM:
		return item_place(f, n, x, y, width);
	case FLOW_SHEET:
		return sheet_place(f, n, y);
	case FLOW_PICTURE:
		return flow_picture_place(f, n, x, y, width);
	case FLOW_LINE:
		flow_rule_add(f, x, y, x + width, y);
		return y;
	case FLOW_PAGE_END: {
		const struct doc_box *size = &n->props.box;
		if (n->props.merge_up)
			return y;
		struct flow_cut *c = f->tables ? NULL : flow_add(f, &f->cuts);
		if (c)
			*c = (struct flow_cut){ .y = y, .must = true, .width = size->x1, .height = size->y1, .margin = size->x0,
						.section = size->x1 ? ++f->sections : 0 };
		return y;
	}
	}
	return flow_children(f, n, x, y, width);
}

static bool has_props(const struct flow_node *n)
{
	return n->kind < FLOW_ROOT;
}

int32_t flow_children(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width)
{
	int32_t space = 0;
	for (struct flow_node *c = n->first, *end; c && flow_goes_on(f, y); c = end) {
		end = c->next;
		if (flow_is_inline(c)) {
			while (end && flow_is_inline(end))
				end = end->next;
			int32_t below = flow_lines(f, c, end, n, x, y + space, width);
			if (below > y + space) {
				y = below;
				space = 0;
				if (!(has_props(n) && n->props.keep))
					flow_cut_at(f, y);
			}
			continue;
		}
		int32_t indent = has_props(c) ? c->props.indent : 0, before = has_props(c) ? c->props.before : 200;
		int32_t from = y + larger(space, before);
		int32_t below = flow_block(f, c, x + indent, from, larger(width - indent, 0));
		space = larger(below > from || c->kind == FLOW_LINE ? 0 : space, has_props(c) ? c->props.after : 200);
		if (below > from || c->kind == FLOW_LINE || c->kind == FLOW_PAGE_END)
			y = below;
		if (c->kind == FLOW_PAGE_END && c->props.box.x1 && !c->props.merge_up)
			width = c->props.box.x1 - 2 * c->props.box.x0;
	}
	return y;
}

void flow_measure(struct flow *f, struct flow_node *n)
{
	if (n->measured)
		return;
	n->measured = true;
	if (n->kind == FLOW_TABLE) {
		flow_table_measure(f, n);
		return;
	}
	for (struct flow_node *c = n->first, *end; c; c = end) {
		int32_t least = 0, most = 0;
		end = c->next;
		if (flow_is_inline(c)) {
			while (end && flow_is_inline(end))
				end = end->next;
			flow_lines_measure(f, c, end, &least, &most);
		} else if (c->kind == FLOW_PICTURE) {
			most = flow_picture_size(f, c) ? c->props.box.x1 : 0;
			least = most < FLOW_SIZE * 10 ? most : FLOW_SIZE * 10;
		} else if (has_props(c)) {
			flow_measure(f, c);
			least = c->least + c->props.indent;
			most = c->most + c->props.indent;
		}
		n->least = larger(n->least, least);
		n->most = larger(n->most, most);
	}
	if (n->kind == FLOW_ITEM) {
		n->least += 2 * FLOW_SIZE;
		n->most += 2 * FLOW_SIZE;
	}
}

uint32_t flow_texts(const struct flow_node *n, uint32_t most)
{
	uint32_t found = 0;
	bool inner = false;
	for (const struct flow_node *c = n->first; c && found < most; c = c->next)
		if (!flow_is_inline(c) && has_props(c) && c->most > 0) {
			inner = true;
			found += flow_texts(c, most - found);
		}
	return inner ? found : 1;
}

struct str flow_only_text(const struct flow_node *n)
{
	struct str found = { NULL, 0 };
	for (const struct flow_node *c = n->first; c; c = c->next) {
		struct str s = c->kind == FLOW_TEXT ? str_trim(c->text) : c->first ? flow_only_text(c) : (struct str){ NULL, 0 };
		if (!c->first && c->kind != FLOW_TEXT)
			continue;
		while (s.n > 1 && (unsigned char)s.p[s.n - 2] == 0xC2 && (unsigned char)s.p[s.n - 1] == 0xA0)
			s = str_trim((struct str){ s.p, s.n - 2 });
		if (s.n == 0 && s.p)
			continue;
		if (found.p || !s.p)
			return (struct str){ NULL, 0 };
		found = s;
	}
	return found;
}
