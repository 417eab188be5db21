/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Any text as a sheet and as declarations, against an element that most selectors could mean. */
#include "parse/css.h"

#include "parse/flow.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(const struct css_look *look)
{
	if (look->display > CSS_INLINE_BLOCK || look->color > CSS_CLEAR || look->ground > CSS_CLEAR || look->align > FLOW_RIGHT || look->valign > FLOW_BOTTOM || look->borders & ~FLOW_SIDES ||
	    look->raise < -1 || look->raise > 1 || look->page > 3)
		abort();
}

static void import_found(void *ctx, struct str name)
{
	const struct str *text = ctx;
	if (!name.n || name.p < text->p || name.p + name.n > text->p + text->n)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = { (const char *)data, n };
	struct css_element body = { .tag = STR("body") }, p = { STR("p"), STR("x"), STR("a b"), &body }, i = { STR("i"), STR(""), STR("c"), &p };
	struct css_look matched = { 0 }, declared = { 0 };
	struct css_sheet *sheet = NULL;
	struct arena a;
	arena_init(&a, "fuzz", 64 << 20);
	css_imports(text, import_found, &text);
	css_read(&sheet, text, &a);
	css_match(sheet, &i, &matched);
	css_declare(&declared, text);
	check(&matched);
	check(&declared);
	arena_fini(&a);
	return 0;
}
