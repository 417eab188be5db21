/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ooxml-chart - the figures of a chart (DrawingML, ECMA-376 part 1, 21.2) as a table: a row for each category, a column
 * for each series. Of the drawing itself nothing is kept.
 */
#pragma once
#include "parse/flow.h"
#include "parse/ooxml.h"

/* Read the part and write its title and table into the box that is open. A part that is not there has none: no failure. */
bool ooxml_chart(struct archive *a, struct str path, struct flow *f, struct err *e);
