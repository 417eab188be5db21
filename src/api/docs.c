/* SPDX-License-Identifier: Apache-2.0 */
/* The contract, for programs and for people. */
#include "api/api-private.h"
#include "api/contract.h"

/* A text that changes with the release alone. */
static void constant_reply(struct http_request *r, const char *type, struct str text, const char *tag)
{
	http_set_header(r, "Cache-Control", "no-cache");
	if (!http_reply_known(r, tag))
		http_reply_static(r, 200, type, text);
}

void contract_get(struct http_request *r)
{
	constant_reply(r, "application/json", (struct str){ contract_json, contract_json_n }, contract_json_tag);
}

/* The page is one file: no script, nothing from elsewhere. */
void docs_get(struct http_request *r)
{
	http_set_header(r, "Content-Security-Policy",
			"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
	http_set_header(r, "Referrer-Policy", "no-referrer");
	constant_reply(r, "text/html; charset=utf-8", (struct str){ contract_html, contract_html_n }, contract_html_tag);
}
