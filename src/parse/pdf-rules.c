/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Lines and areas out of paths.
 *
 *   stroked segment         ------------        -> rule of the line's width
 *   thin filled rectangle   ============        -> rule
 *   larger filled one       #############       -> fill (row shading, boxes)
 *
 * Only what runs along the axes counts. Pieces of one line (cells drawn one by
 * one, dashes) are joined once the page is complete.
 */
#include "parse/pdf.h"

#include <math.h>
#include <stdlib.h>

/* Points. */
#define THIN 3.0f        /* thicker than this is an area */
#define SHORTEST 4.0f    /* dashes are joined below this only if they lie close */
#define DASH 1.0f
#define STRAIGHT 0.6f    /* how much a straight line may lean */
#define TICK_LEAST 2.0f
#define TICK_MOST 18.0f
#define JOIN 300         /* 1/100 points: gap between pieces of one line */
#define SAME_LINE 60     /* 1/100 points: distance of pieces of one line */

struct walk {
	struct pdf_page_state *s;
	fz_matrix ctm;
	uint32_t color;
	float width;       /* of a stroke; < 0 for fills */
	fz_point start, at;
	fz_rect box;       /* of the subpath */
	int corners;
	bool straight;     /* all segments along the axes */
	bool curved, along; /* some are curves; some run along an axis */
};

/* So many make a drawing, not a form. */
static bool is_full(const struct pdf_page_state *s)
{
	return s->out->rules.n / sizeof(struct doc_rule) >= PDF_MOST_RULES;
}

static void add_rule(struct walk *k, fz_rect r, enum doc_rule_kind kind)
{
	struct pdf_page_state *s = k->s;
	r = fz_intersect_rect(r, pdf_clip(s));
	if (!(r.x0 <= r.x1 && r.y0 <= r.y1) || is_full(s))
		return;
	struct doc_rule rule = { .box = pdf_box(r), .color = k->color, .kind = (uint8_t)kind };
	doc_page_add_rule(s->out, &rule);
}

/* A stroke askew, or a shape, that is small enough to tick a box. */
static void add_tick(struct walk *k, fz_rect r)
{
	struct pdf_page_state *s = k->s;
	float w = r.x1 - r.x0, h = r.y1 - r.y0;
	r = fz_intersect_rect(r, pdf_clip(s));
	if (w < TICK_LEAST || h < TICK_LEAST || w > TICK_MOST || h > TICK_MOST || !(r.x0 <= r.x1 && r.y0 <= r.y1) || s->ticks_n == PDF_TICKS)
		return;
	s->tick[s->ticks_n++] = pdf_box(r);
}

static void add_segment(struct walk *k, fz_point a, fz_point b)
{
	float dx = fabsf(a.x - b.x), dy = fabsf(a.y - b.y), half = k->width / 2;
	fz_rect r = { fminf(a.x, b.x), fminf(a.y, b.y), fmaxf(a.x, b.x), fmaxf(a.y, b.y) };
	if (k->width > THIN || fmaxf(dx, dy) < DASH)
		return;
	if (dy <= STRAIGHT && dx > dy)
		add_rule(k, (fz_rect){ r.x0, r.y0 - half, r.x1, r.y1 + half }, DOC_RULE_HORIZONTAL);
	else if (dx <= STRAIGHT)
		add_rule(k, (fz_rect){ r.x0 - half, r.y0, r.x1 + half, r.y1 }, DOC_RULE_VERTICAL);
}

static void end_subpath(struct walk *k)
{
	fz_rect r = k->box;
	float w = r.x1 - r.x0, h = r.y1 - r.y0;
	bool rectangle = k->width < 0 && k->straight && k->corners >= 2;
	if ((!k->straight || k->curved) && !k->along && k->corners)
		add_tick(k, r);
	if (rectangle && h <= THIN && w >= DASH && w > h)
		add_rule(k, r, DOC_RULE_HORIZONTAL);
	else if (rectangle && w <= THIN && h >= DASH)
		add_rule(k, r, DOC_RULE_VERTICAL);
	else if (rectangle && w > THIN && h > THIN)
		add_rule(k, r, DOC_RULE_FILL);
	k->corners = 0;
}

static void move_to(fz_context *ctx, void *arg, float x, float y)
{
	struct walk *k = arg;
	end_subpath(k);
	k->start = k->at = fz_transform_point(fz_make_point(x, y), k->ctm);
	k->box = (fz_rect){ k->at.x, k->at.y, k->at.x, k->at.y };
	k->straight = true;
	k->curved = k->along = false;
}

static void go_to(struct walk *k, fz_point p)
{
	if (fabsf(p.x - k->at.x) > STRAIGHT && fabsf(p.y - k->at.y) > STRAIGHT)
		k->straight = false;
	else if (p.x != k->at.x || p.y != k->at.y)
		k->along = true;
	if (k->width >= 0)
		add_segment(k, k->at, p);
	k->box = fz_include_point_in_rect(k->box, p);
	k->at = p;
	k->corners++;
}

static void line_to(fz_context *ctx, void *arg, float x, float y)
{
	struct walk *k = arg;
	go_to(k, fz_transform_point(fz_make_point(x, y), k->ctm));
}

static void curve_to(fz_context *ctx, void *arg, float x1, float y1, float x2, float y2, float x3, float y3)
{
	struct walk *k = arg;
	k->at = fz_transform_point(fz_make_point(x3, y3), k->ctm);
	k->box = fz_include_point_in_rect(k->box, k->at);
	/* Rounded corners of a box are small; a real curve is no rule and no box. */
	k->curved = true;
	k->corners++;
}

static void close_path(fz_context *ctx, void *arg)
{
	struct walk *k = arg;
	go_to(k, k->start);
}

static const fz_path_walker walker = { move_to, line_to, curve_to, close_path, NULL, NULL, NULL, NULL };

static void walk(fz_context *ctx, struct walk *k, const fz_path *path)
{
	if (is_full(k->s))
		return;
	fz_walk_path(ctx, path, &walker, k);
	end_subpath(k);
}

void pdf_rules_fill(fz_context *ctx, struct pdf_page_state *s, const fz_path *path, fz_matrix ctm, uint32_t color)
{
	struct walk k = { .s = s, .ctm = ctm, .color = color, .width = -1 };
	walk(ctx, &k, path);
}

void pdf_rules_stroke(fz_context *ctx, struct pdf_page_state *s, const fz_path *path, fz_matrix ctm, float width, uint32_t color)
{
	struct walk k = { .s = s, .ctm = ctm, .color = color, .width = width < 0 ? 0 : width };
	walk(ctx, &k, path);
}

/* ---- joining */

/* Where a rule lies across its direction, and from where to where along it. */
static int32_t across(const struct doc_rule *r)
{
	return r->kind == DOC_RULE_VERTICAL ? (r->box.x0 + r->box.x1) / 2 : (r->box.y0 + r->box.y1) / 2;
}

static int32_t from(const struct doc_rule *r)
{
	return r->kind == DOC_RULE_VERTICAL ? r->box.y0 : r->box.x0;
}

static int32_t to(const struct doc_rule *r)
{
	return r->kind == DOC_RULE_VERTICAL ? r->box.y1 : r->box.x1;
}

static int by_place(const void *pa, const void *pb)
{
	const struct doc_rule *a = pa, *b = pb;
	if (a->kind != b->kind)
		return a->kind - b->kind;
	/* Pieces of a line differ a little across: compare in steps first so that they sort along the line. */
	int32_t ca = across(a) / SAME_LINE, cb = across(b) / SAME_LINE;
	if (a->kind != DOC_RULE_FILL && ca != cb)
		return ca < cb ? -1 : 1;
	if (a->kind == DOC_RULE_FILL && a->box.y0 != b->box.y0)
		return a->box.y0 < b->box.y0 ? -1 : 1;
	if (from(a) != from(b))
		return from(a) < from(b) ? -1 : 1;
	if (to(a) != to(b))
		return to(a) < to(b) ? -1 : 1;
	return memcmp(a, b, sizeof(*a));
}

static bool joins(const struct doc_rule *a, const struct doc_rule *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == DOC_RULE_FILL)
		return memcmp(&a->box, &b->box, sizeof(a->box)) == 0;
	return abs(across(a) - across(b)) <= SAME_LINE && from(b) <= to(a) + JOIN;
}

static void join(struct doc_rule *a, const struct doc_rule *b)
{
	a->box.x0 = a->box.x0 < b->box.x0 ? a->box.x0 : b->box.x0;
	a->box.y0 = a->box.y0 < b->box.y0 ? a->box.y0 : b->box.y0;
	a->box.x1 = a->box.x1 > b->box.x1 ? a->box.x1 : b->box.x1;
	a->box.y1 = a->box.y1 > b->box.y1 ? a->box.y1 : b->box.y1;
}

void pdf_rules_settle(struct pdf_page_state *s)
{
	struct doc_rule *r = (struct doc_rule *)(void *)s->out->rules.p;
	size_t n = s->out->rules.n / sizeof(*r), kept = 0;
	if (n == 0)
		return;
	qsort(r, n, sizeof(*r), by_place);
	for (size_t i = 1; i < n; i++)
		if (joins(&r[kept], &r[i]))
			join(&r[kept], &r[i]);
		else
			r[++kept] = r[i];
	n = kept + 1;
	kept = 0;
	for (size_t i = 0; i < n; i++)
		if (r[i].kind == DOC_RULE_FILL || to(&r[i]) - from(&r[i]) >= (int32_t)(SHORTEST * DOC_UNIT))
			r[kept++] = r[i];
	s->out->rules.n = kept * sizeof(*r);
}
