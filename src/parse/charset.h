/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * charset - text of any encoding as UTF-8, by ICU (whose tables are in its library: no files).
 *
 * A byte order mark decides, then a label the document carries, then the bytes: zeros of UTF-16, well-formed
 * UTF-8, else ICU's detector with Windows-1252 as the last resort.
 */
#pragma once
#include "base/buf.h"

/* Text rather than something binary: hardly a control character that no text has, in whatever encoding. */
bool charset_is_text(struct str bytes);

/*
 * Decode bytes; label ("iso-8859-1", as in MIME or HTML) may be empty and is ignored if unknown. *text gets well-formed
 * UTF-8 without byte order mark: bytes themselves if they are that, else what was appended to store. What no
 * character is becomes U+FFFD. ERR_BUDGET if store may not grow so far.
 */
bool charset_decode(struct str bytes, struct str label, struct buf *store, struct str *text, struct err *e);

/* Before the jail closes. */
void charset_warm_up(void);
