/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * symbols - what the signs of symbol fonts mean: Wingdings, Webdings and Symbol have no letters, and office programs
 * write their signs as plain bytes or at U+F000 and above.
 */
#pragma once
#include "base/buf.h"
#include "base/str.h"

enum symbol_font { SYMBOL_NONE, SYMBOL_GREEK /* "Symbol" */, SYMBOL_WINGDINGS, SYMBOL_WINGDINGS2, SYMBOL_WEBDINGS };

enum symbol_font symbol_font(struct str name);
/* The sign of a byte; 0 = none that is known. */
uint32_t symbol_char(enum symbol_font font, uint8_t byte);
/* Text that is set in the font, as Unicode: signs that are not known become "•" at U+F000 and above, else are left out. */
void symbol_text(enum symbol_font font, struct str text, struct buf *out);
