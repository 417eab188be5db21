/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * office - what documents of office programs have in common: facts about the document, numbers of lists, looks of headings.
 */
#pragma once
#include "base/buf.h"
#include "base/str.h"

struct archive;

/* Tell title, author, subject, keywords and created of docProps/core.xml (ECMA-376 part 2, 11) or meta.xml (ODF 1.3 part 3, 4.3),
 * by those names. A package without them, or with damaged ones, has none: no failure. */
void office_properties(struct archive *a, void (*add)(void *ctx, const char *name, struct str value), void *ctx);

/* A number of a list: '1' 1 2 3, 'a' a b c … aa, 'i' i ii iii, 'A' and 'I' in capitals. */
void office_number(struct buf *b, char format, int32_t n);

/* Font size of a heading of level 1 to 6, in doc units, where its style says none. */
uint16_t office_heading_size(int level);
