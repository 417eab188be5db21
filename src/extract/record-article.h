/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-article - arrays that scholarly articles have: who wrote them, what they cite (private to record-author.c,
 * record-citation.c). Both ask for nothing but the array's own name and find it without column headers.
 */
#pragma once
#include "extract/record.h"

/* The last part of a property's path: "title" of "references[].title". */
struct str article_name(struct str path);
/* Does the name say so, whatever else it says ("cited_works": "cited")? part is lower case. */
bool article_says(struct str name, const char *part);
