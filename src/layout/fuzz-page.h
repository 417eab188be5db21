/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arbitrary pages for fuzz targets. Eight bytes make a word or a rule: place, size, flags, and a text put together from
 * pieces that the scanners look for.
 */
#pragma once
#include "doc/doc.h"

static const char *const pieces[] = {
	"1", "23", "456", "2020", ".", ",", "-", "/", ":", "(", ")", "$", "\xE2\x82\xAC", "EUR", "%", "|", "'", "@", "www.", ".com",
	"DE02120300000000202051", "DE", "BIC", "COBADEFF", "March", "M\xC3\xA4rz", "Date:", "Total", ".....", "GmbH", "Inc.", "Street",
	"\xC3\x9F", "TX", "80333", "SW1A", "1AA", "Herr", "a", "Zz", "\xE5\xB9\xB4", "\xE6\x9C\x88", "\xE2\x98\x92", "+49", "days", "h", "pm", "#",
	"the", "\xE2\x80\x93", "\xF0\x9F\x92\xA9", "T", "Z", "per", "cedex", "rue", "&", "Co.", "VAT", "http://", "_", "\xCC\x81", "kr", "Rs.",
};
enum { PIECES = sizeof(pieces) / sizeof(*pieces) };

static void add_word(struct doc_page_builder *p, const uint8_t *d)
{
	char text[128] = "";
	size_t n = 0;
	for (unsigned k = 0; k < 1u + d[5] % 3; k++) {
		const char *piece = pieces[(d[6] + 7 * k * d[7]) % PIECES];
		memcpy(text + n, piece, strlen(piece));
		n += strlen(piece);
	}
	int32_t x = d[0] * 240, y = d[1] * 300 + (d[2] & 15) * 20, size = 200 + (d[2] >> 4) * 120;
	struct doc_word w = { .box = { x, y, x + size * (int32_t)n / 2, y + size * 11 / 10 }, .size = (uint16_t)(d[3] & 1 ? 0 : size),
			      .flags = (uint8_t)(d[4] & ~DOC_HIDDEN), .source = (uint8_t)(d[3] >> 1 & 1), .conf = 100 };
	if (d[3] > 250)
		w.box.x1 += 10000000;
	doc_page_add_word(p, &w, (struct str){ text, n });
}

static void add_rule(struct doc_page_builder *p, const uint8_t *d)
{
	int32_t x = d[0] * 240, y = d[1] * 300;
	struct doc_rule r = { .box = { x, y, x + d[2] * 100, y + d[3] * 100 }, .kind = d[4] % 3 };
	doc_page_add_rule(p, &r);
}

static void fuzz_pages(struct buf *b, const uint8_t *data, size_t n)
{
	struct doc_page_builder p;
	uint32_t pages = 1;
	doc_write_head(b, STR("fuzz"), STR("1"), 1);
	doc_page_builder_init(&p);
	doc_page_builder_start(&p, 1, 61200, 79200);
	for (; n >= 8; n -= 8, data += 8) {
		if (data[7] == 0xFF) {
			doc_write_page(b, &p);
			doc_page_builder_start(&p, ++pages, 61200, 79200);
		} else if (data[7] >= 0xE0) {
			add_rule(&p, data);
		} else {
			add_word(&p, data);
		}
	}
	doc_write_page(b, &p);
	doc_write_end(b, pages, 0);
	doc_page_builder_fini(&p);
}
