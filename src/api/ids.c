/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"

bool path_id(struct http_request *r, enum id_kind k, const char *what, struct id *out)
{
	if (id_parse(k, r->args[0], out))
		return true;
	missing_reply(r, what);
	return false;
}

void missing_reply(struct http_request *r, const char *what)
{
	http_fail(r, 404, "No %s with this ID in the project.", what);
}

bool is_found(struct http_request *r, enum store_outcome got, const char *what, const struct err *e)
{
	if (got == STORE_ERROR)
		http_fail_err(r, e);
	else if (got != STORE_OK)
		missing_reply(r, what);
	return got == STORE_OK;
}
