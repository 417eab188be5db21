/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ooxml-chart - the figures of a chart (DrawingML, ECMA-376 part 1, 21.2) as a table: a row for each category, a column
 * for each series; the texts of a diagram (21.4), each a block. Of the drawings themselves nothing is kept.
 */
#pragma once
#include "parse/flow.h"
#include "parse/ooxml.h"

/* Read the part and write its title and table into the box that is open. A part that is not there has none: no failure. */
bool ooxml_chart(struct archive *a, struct str path, struct flow *f, struct err *e);
/* The same of the part with a diagram's data, or a drawing of it. */
bool ooxml_diagram(struct archive *a, struct str path, struct flow *f, struct err *e);
