/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"

bool path_id(struct http_request *r, enum id_kind k, const char *what, struct id *out)
{
	if (id_parse(k, r->args[0], out))
		return true;
	http_fail(r, 404, "No %s with this ID in the project.", what);
	return false;
}
