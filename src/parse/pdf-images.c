/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Where the pictures of a page lie, told as facts. */
#include "parse/pdf.h"

#include <stdio.h>

#define LEAST_SIDE 6.0f /* points: less is a dot, a line, a shade */

/* The place of the next one to be drawn after number, or -1. */
static int next_drawn(const struct pdf_page_state *s, uint32_t number)
{
	int next = -1;
	for (int i = 0; i < s->images; i++)
		if (s->image_number[i] > number && (next < 0 || s->image_number[i] < s->image_number[next]))
			next = i;
	return next;
}

void pdf_images_page(const struct pdf_page_state *s, struct pdf_facts *facts)
{
	uint32_t number = 0;
	for (int i; (i = next_drawn(s, number)) >= 0; number = s->image_number[i]) {
		fz_rect r = fz_intersect_rect(s->image[i], s->page);
		struct doc_fact fact = { .kind = DOC_FACT_PICTURE, .page = s->out->number, .box = pdf_box(r) };
		char text[16];
		int n = snprintf(text, sizeof(text), "%u", s->image_number[i]);
		if (r.x1 - r.x0 >= LEAST_SIDE && r.y1 - r.y0 >= LEAST_SIDE)
			pdf_facts_add(facts, &fact, STR("picture"), STR(""), (struct str){ text, (size_t)n });
	}
}
