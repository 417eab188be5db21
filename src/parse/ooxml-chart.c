/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ooxml-chart.h"

enum { MOST_SERIES = 64, MOST_POINTS = 5000 };

struct series {
	struct str name, *values; /* by point */
};

struct chart {
	struct arena *arena;
	struct buf title, value;
	struct str *categories;
	struct series series[MOST_SERIES];
	size_t series_n, points_n;
	struct str *into;         /* where points go */
	size_t point;
	bool in_series, in_name, in_title, in_value, in_text;
};

static void points_begin(struct chart *c, struct str **list)
{
	if (!*list)
		*list = ARENA_ARRAY(c->arena, MOST_POINTS, struct str);
	c->into = *list;
}

static void series_start(struct chart *c, const struct xml_node *n)
{
	struct series *s = &c->series[c->series_n - 1];
	if (xml_is(n, "tx"))
		c->in_name = true;
	else if (xml_is(n, "cat") || xml_is(n, "xVal"))
		points_begin(c, &c->categories);
	else if (xml_is(n, "val") || xml_is(n, "yVal"))
		points_begin(c, &s->values);
	else if (xml_is(n, "pt"))
		c->point = (size_t)(ooxml_number(n, "idx", 0) < 0 ? 0 : ooxml_number(n, "idx", 0));
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct chart *c = ctx;
	if (xml_is(n, "ser") && c->series_n < MOST_SERIES) {
		c->series_n++;
		c->in_series = true;
	} else if (c->in_series) {
		series_start(c, n);
	} else if (xml_is(n, "title")) {
		c->in_title = true;
	}
	c->in_value = xml_is(n, "v");
	c->in_text = xml_is(n, "t") && c->in_title;
	buf_clear(&c->value);
	return arena_ok(c->arena, e);
}

static void value_end(struct chart *c)
{
	struct str v = arena_str(c->arena, buf_view(&c->value));
	if (c->in_name) {
		c->series[c->series_n - 1].name = v;
	} else if (c->into && c->point < MOST_POINTS) {
		c->into[c->point] = v;
		c->points_n = c->point + 1 > c->points_n ? c->point + 1 : c->points_n;
	}
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct chart *c = ctx;
	if (xml_is(n, "v") && c->in_series)
		value_end(c);
	else if (xml_is(n, "tx"))
		c->in_name = false;
	else if (xml_is(n, "cat") || xml_is(n, "xVal") || xml_is(n, "val") || xml_is(n, "yVal"))
		c->into = NULL;
	else if (xml_is(n, "ser"))
		c->in_series = false;
	else if (xml_is(n, "title"))
		c->in_title = false;
	c->in_value = c->in_text = false;
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct chart *c = ctx;
	if (c->in_value)
		buf_str(&c->value, s);
	else if (c->in_text)
		buf_str(&c->title, s);
	return true;
}

static void cell_put(struct flow *f, struct str text, bool head)
{
	struct flow_style style = { .flags = head ? DOC_BOLD : 0 };
	flow_open(f, FLOW_CELL, NULL);
	flow_text(f, text, &style);
	flow_close(f);
}

static void table_put(struct chart *c, struct flow *f)
{
	flow_open(f, FLOW_TABLE, &(struct flow_props){ .borders = FLOW_SIDES });
	flow_open(f, FLOW_ROW, NULL);
	cell_put(f, STR(""), true);
	for (size_t s = 0; s < c->series_n; s++)
		cell_put(f, c->series[s].name, true);
	flow_close(f);
	for (size_t p = 0; p < c->points_n; p++) {
		flow_open(f, FLOW_ROW, NULL);
		cell_put(f, c->categories ? c->categories[p] : STR(""), false);
		for (size_t s = 0; s < c->series_n; s++)
			cell_put(f, c->series[s].values ? c->series[s].values[p] : STR(""), false);
		flow_close(f);
	}
	flow_close(f);
}

bool ooxml_chart(struct archive *a, struct str path, struct flow *f, struct err *e)
{
	static const struct xml_events events = { on_start, on_end, on_text };
	struct chart *c = ARENA_NEW(flow_arena(f), struct chart);
	if (!c)
		return arena_ok(flow_arena(f), e);
	c->arena = flow_arena(f);
	buf_init(&c->title, 4096);
	buf_init(&c->value, 4096);
	bool ok = ooxml_read(a, path, &events, c, e);
	if (ok && c->title.n) {
		flow_open(f, FLOW_BLOCK, &(struct flow_props){ .after = 300, .keep = true });
		flow_text(f, buf_view(&c->title), &(struct flow_style){ .flags = DOC_BOLD });
		flow_close(f);
	}
	if (ok && c->points_n)
		table_put(c, f);
	buf_fini(&c->title);
	buf_fini(&c->value);
	return ok;
}

/* ---- diagrams */

struct diagram {
	struct flow *f;
	bool in_text, open; /* open: the box of a paragraph is */
};

static bool diagram_start(void *ctx, const struct xml_node *n, struct err *e)
{
	((struct diagram *)ctx)->in_text = xml_is(n, "t") && strstr(n->ns, "/main");
	return true;
}

static bool diagram_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct diagram *g = ctx;
	g->in_text = false;
	if (xml_is(n, "p") && g->open) {
		flow_close(g->f);
		g->open = false;
	}
	return true;
}

static bool diagram_text(void *ctx, struct str s, struct err *e)
{
	struct diagram *g = ctx;
	if (!g->in_text)
		return true;
	if (!g->open)
		flow_open(g->f, FLOW_BLOCK, NULL);
	g->open = true;
	flow_text(g->f, s, NULL);
	return true;
}

bool ooxml_diagram(struct archive *a, struct str path, struct flow *f, struct err *e)
{
	static const struct xml_events events = { diagram_start, diagram_end, diagram_text };
	struct diagram g = { .f = f };
	bool ok = ooxml_read(a, path, &events, &g, e);
	if (g.open)
		flow_close(f);
	return ok;
}
