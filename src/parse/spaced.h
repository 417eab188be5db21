/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* spaced - words and figures set with their letters apart, made whole again. */
#pragma once
#include "doc/doc.h"

/*
 * Join words of one character each that stand evenly on one line, nearer to each other than to what is beside them, where
 * they read as a word ("I N V O I C E") or are a figure ("1 2 5 0 . 0 0"); then what else the page sets just so. Words of
 * the page as it stands, in the order of the source; those that are joined take the first one's place.
 */
void spaced_settle(struct doc_page_builder *page);
