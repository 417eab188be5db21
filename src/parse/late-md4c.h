/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* md4c: only where a document may be Markdown (base/late.h). */
#pragma once
#include "base/late.h"

#include <md4c-html.h>

#define LATE_MD4C(F) F(md_html)
extern struct late_md4c {
	LATE_MD4C(LATE_MEMBER)
} late_md4c;
extern struct late md4c_library;

#define md_html late_md4c.md_html
