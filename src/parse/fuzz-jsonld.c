/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Any text as JSON-LD: facts are bounded and their texts UTF-8. */
#include "parse/html.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct flow *f = flow_new(&flow_screen, 64 << 20);
	const struct doc_fact *facts;
	const struct doc_fact_text *texts;
	struct err e = { 0 };
	uint32_t pages;
	if (!f)
		abort();
	jsonld_facts(f, (struct str){ (const char *)data, n });
	flow_text(f, STR("words"), NULL);
	if (!flow_lay(f, &pages, &e) || pages != 1)
		abort();
	size_t found = flow_facts(f, &facts, &texts);
	for (size_t i = 0; i < found; i++)
		if (!str_utf8_ok(texts[i].name) || !str_utf8_ok(texts[i].label) || !str_utf8_ok(texts[i].value))
			abort();
	flow_free(f);
	return 0;
}
