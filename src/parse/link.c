/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/link.h"

bool link_is_told(struct str address)
{
	static const char *const kinds[] = { "https://", "http://", "mailto:", "tel:", "ftp://" };
	bool known = false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct str kind = str_from(kinds[i]);
		known |= address.n > kind.n && str_eq_nocase((struct str){ address.p, kind.n }, kind);
	}
	for (size_t i = 0; known && i < address.n; i++)
		if ((unsigned char)address.p[i] <= ' ' || address.p[i] == 0x7f || address.p[i] == '"')
			return false;
	return known && address.n <= LINK_LONGEST && str_utf8_ok(address);
}
