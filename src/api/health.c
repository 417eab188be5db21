/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"
#include "base/log.h"

void health_get(struct http_request *r)
{
	http_reply_static(r, 200, "application/json", STR("{\"status\":\"ok\"}"));
}

void ready_get(struct http_request *r)
{
	struct api *api = api_of(r);
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	if (!store_ready(api->store, &e)) {
		log_err(LOG_WARN, "api.not_ready", &e);
		http_fail(r, 503, "The store does not answer; the log names the cause under request ID %s.", r->id);
		return;
	}
	buf_z(&b, "{\"status\":\"ready\"");
	if (api->o.readiness) {
		buf_byte(&b, ',');
		api->o.readiness(api->o.ctx, &b);
	}
	buf_byte(&b, '}');
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}
