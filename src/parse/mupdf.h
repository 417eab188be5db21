/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* mupdf - the one MuPDF context of this process. */
#pragma once
#include <mupdf/fitz.h>

/* Made quiet, with all document handlers, when first asked for: by format_warm_up() before the jail. NULL out of memory. */
fz_context *mupdf_context(void);
/* Before the jail closes: its fonts. */
void mupdf_warm_up(void);
