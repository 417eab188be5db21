/* SPDX-License-Identifier: Apache-2.0 */
#include "api/page.h"

bool page_position(struct http_request *r, struct str token, struct str bound, size_t least, struct str *data)
{
	if (token_read(token, api_of(r)->key, bound, &r->arena, data) && data->n >= least)
		return true;
	http_fail(r, 400, "page_token is not valid for this list");
	return false;
}

void page_end(struct buf *b, struct http_request *r, struct str next, struct str bound, int64_t total)
{
	buf_z(b, "],\"next_page_token\":");
	if (next.p) {
		buf_byte(b, '"');
		token_write(b, api_of(r)->key, next, bound);
		buf_byte(b, '"');
	} else {
		buf_z(b, "null");
	}
	buf_z(b, ",\"total_size\":");
	buf_i64(b, total);
	buf_byte(b, '}');
}
