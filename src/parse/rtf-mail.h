/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * rtf-mail - what mail programs of Microsoft make of bodies: RTF that is packed ([MS-OXRTFCP]), and HTML or plain text in
 * the clothes of RTF ([MS-OXRTFEX]).
 */
#pragma once
#include "base/buf.h"

/* Append the RTF that was packed. ERR_BROKEN if it is nothing of that kind; what is cut short gives what is there. */
bool rtf_unpack(struct str packed, struct buf *rtf, struct err *e);

enum rtf_origin { RTF_ORIGIN_RTF, RTF_ORIGIN_TEXT, RTF_ORIGIN_HTML };
/* What the RTF was made from, as it says. */
enum rtf_origin rtf_origin_of(struct str rtf);
/* Append the HTML, in UTF-8, that RTF of that origin was made from. ERR_BUDGET past all reason. */
bool rtf_html(struct str rtf, struct buf *html, struct err *e);
