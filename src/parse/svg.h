/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * svg - a drawing as it is seen, for a program that knows no style sheets and hides nothing.
 *
 * MuPDF 1.21 draws what has "display: none" or "visibility: hidden", and passes by what style elements say of fonts and
 * paint. So the drawing is written anew: without what is hidden, and with what its sheets and style attributes
 * say (SVG 1.1 section 6) as attributes.
 */
#pragma once
#include "base/buf.h"

/* Append it to out. False: nothing of that is in it, or it is no XML that can be read; then it is drawn as it came. */
bool svg_as_seen(struct str bytes, struct buf *out);
