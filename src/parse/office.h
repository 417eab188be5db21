/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * office - what packages of office programs have in common: facts about the document.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

struct archive;

/* Tell title, author, subject, keywords and created of docProps/core.xml (ECMA-376 part 2, 11) or meta.xml (ODF 1.3 part 3, 4.3),
 * by those names. A package without them, or with damaged ones, has none: no failure. */
void office_properties(struct archive *a, void (*add)(void *ctx, const char *name, struct str value), void *ctx);
