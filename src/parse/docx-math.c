/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Formulas (ECMA-376 part 1, 22.1): their letters are runs like others; here is what is drawn around and between them.
 *
 *     <m:f> <m:num> a </m:num> <m:den> b </m:den> </m:f>                a/b
 *     <m:d> <m:dPr> <m:begChr m:val="["/> … </m:dPr> <m:e> x </m:e>     [x)
 */
#include "parse/docx.h"

#include <stddef.h>
#include <stdio.h>

static const struct { const char *name; const char *open, *between, *close; } wholes[] = {
	{ "f", "", "/", "" }, { "d", "(", "|", ")" }, { "rad", "\xE2\x88\x9A", "", "" }, { "nary", "\xE2\x88\xAB", "", "" }, { "bar", "", "", "" },
	{ "sSup", "", "", "" }, { "sSub", "", "", "" }, { "sSubSup", "", "", "" }, { "sPre", "", "", "" }, { "func", "", " ", "" },
	{ "limLow", "", "", "" }, { "limUpp", "", "", "" }, { "m", "", "", "" }, { "eqArr", "", " ", "" }, { "mr", "", " ", " " },
};
/* Parts of them, and how high they stand. */
static const struct { const char *name; int8_t raise; } parts[] = {
	{ "num", 0 }, { "den", 0 }, { "e", 0 }, { "sup", 1 }, { "sub", -1 }, { "deg", 1 }, { "lim", -1 }, { "fName", 0 },
};

static bool is_math(const struct xml_node *n)
{
	return strstr(n->ns, "/math") != NULL;
}

static void sign_put(struct docx *d, const char *sign)
{
	if (!*sign || d->vanish)
		return;
	docx_cell_open(d);
	docx_para_open(d);
	struct flow_style style = docx_run_style(d);
	style.raise = docx_math_raise(d);
	flow_text(d->f, str_from(sign), &style);
}

static struct docx_math_part *innermost(struct docx *d)
{
	return d->math.n && !d->math.beyond ? &d->math.part[d->math.n - 1] : NULL;
}

static void part_push(struct docx *d, const struct docx_math_part *p)
{
	if (d->math.n < DOCX_MATHS)
		d->math.part[d->math.n++] = *p;
	else
		d->math.beyond++;
}

static void part_pop(struct docx *d)
{
	if (d->math.beyond)
		d->math.beyond--;
	else if (d->math.n)
		d->math.n--;
}

int8_t docx_math_raise(const struct docx *d)
{
	return d->math.n ? d->math.part[d->math.n - 1].raise : 0;
}

/* What the properties say is drawn instead; an empty sign is none. */
static void sign_say(struct docx *d, const struct xml_node *n)
{
	static const struct { const char *name; size_t at; } rows[] = {
		{ "endChr", offsetof(struct docx_math_part, close) }, { "sepChr", offsetof(struct docx_math_part, between) },
		{ "begChr", offsetof(struct docx_math_part, open) }, { "chr", offsetof(struct docx_math_part, open) },
	};
	struct docx_math_part *p = innermost(d);
	struct str v = ooxml_attr(n, "val");
	for (size_t i = 0; p && !p->parts && i < sizeof(rows) / sizeof(*rows); i++)
		if (xml_is(n, rows[i].name) && v.n < sizeof(p->open))
			snprintf((char *)p + rows[i].at, sizeof(p->open), "%.*s", STR_ARGS(v));
}

static bool whole_start(struct docx *d, const struct xml_node *n)
{
	for (size_t i = 0; i < sizeof(wholes) / sizeof(*wholes); i++)
		if (xml_is(n, wholes[i].name)) {
			struct docx_math_part p = { .raise = docx_math_raise(d), .is_whole = true };
			snprintf(p.open, sizeof(p.open), "%s", wholes[i].open);
			snprintf(p.between, sizeof(p.between), "%s", wholes[i].between);
			snprintf(p.close, sizeof(p.close), "%s", wholes[i].close);
			part_push(d, &p);
			return true;
		}
	return false;
}

static void part_start(struct docx *d, const struct xml_node *n)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (xml_is(n, parts[i].name)) {
			struct docx_math_part *whole = innermost(d);
			if (whole && whole->is_whole)
				sign_put(d, whole->parts++ ? whole->between : whole->open);
			part_push(d, &(struct docx_math_part){ .raise = parts[i].raise ? parts[i].raise : docx_math_raise(d) });
		}
}

void docx_math_start(struct docx *d, const struct xml_node *n)
{
	if (!is_math(n))
		return;
	sign_say(d, n);
	if (!whole_start(d, n))
		part_start(d, n);
}

void docx_math_end(struct docx *d, const struct xml_node *n)
{
	if (!is_math(n))
		return;
	bool known = false;
	for (size_t i = 0; i < sizeof(wholes) / sizeof(*wholes); i++)
		known |= xml_is(n, wholes[i].name);
	const struct docx_math_part *whole = known ? innermost(d) : NULL;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		known |= xml_is(n, parts[i].name);
	if (!known)
		return;
	char sign[sizeof(whole->close)] = "";
	if (whole && whole->parts)
		snprintf(sign, sizeof(sign), "%s", whole->close);
	part_pop(d);
	sign_put(d, sign);
}
