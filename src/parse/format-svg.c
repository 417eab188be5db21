/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* SVG: a drawing is one page. Pictures it names outside are never fetched. */
#include "parse/drawn.h"
#include "parse/svg.h"
#include "parse/xml.h"

enum { SNIFF = 4096 };

struct root {
	bool seen, svg;
};

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct root *r = ctx;
	r->svg = !r->seen && xml_is(n, "svg");
	r->seen = true;
	return err_set(e, ERR_NONE, "enough");
}

bool svg_looks(struct str bytes)
{
	static const struct xml_events events = { .start = on_start };
	struct root root = { .seen = false };
	struct err ignored;
	struct str head = { bytes.p, bytes.n < SNIFF ? bytes.n : SNIFF };
	struct xml *x = memmem(head.p, head.n, "svg", 3) ? xml_open(&events, &root, NULL, &ignored) : NULL;
	if (x)
		xml_feed(x, head, &ignored);
	xml_close(x);
	return root.svg;
}

static int score(const struct source *s)
{
	if (svg_looks(s->bytes))
		return 96;
	return format_named(s, ".svg") && memchr(s->bytes.p, '<', s->bytes.n < SNIFF ? s->bytes.n : SNIFF) ? 60 : 0;
}

/* MuPDF goes as deep as elements nest, and no stack is that deep. Whether the rest is well-formed is for MuPDF to say. */
static bool check_depth(struct str bytes, struct err *e)
{
	static const struct xml_events none = { .start = NULL };
	struct err found = { .code = ERR_NONE };
	if (xml_parse(bytes, &none, NULL, &found) || found.code != ERR_BUDGET)
		return true;
	*e = found;
	return false;
}

const struct drawn_kind drawn_svg = { "svg", "SVG drawing", "image/svg+xml", check_depth, svg_as_seen };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return drawn_parse(&drawn_svg, s, o, out, e);
}

const struct format format_svg = { "svg", score, parse };
