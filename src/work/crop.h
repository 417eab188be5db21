/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crop - what lies outside a part of each page is left out of a parsed document;
 * private to room work.
 *
 * It works on frames as they come from the parser, so a document that is stored, laid out or
 * extracted from never held the rest. A word, mark or field is in if its middle
 * is; rules are cut.
 */
#pragma once
#include "work/work.h"

struct crop {
	const struct work_crop *area;
	struct doc_reader reader;
	struct doc_page_builder page;
	struct buf out, sizes; /* frames that are ready; pages by number, for the fields on them */
};
void crop_init(struct crop *c, const struct work_crop *area);
void crop_fini(struct crop *c);
/* Whole frames, 8-byte aligned, become those of the cropped document, in c->out until the next call. */
bool crop_frames(struct crop *c, struct str frames, struct err *e);
