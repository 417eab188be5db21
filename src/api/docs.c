/* SPDX-License-Identifier: Apache-2.0 */
/* The contract, for programs and for people. */
#include "api/api-private.h"
#include "api/contract.h"

void contract_get(struct http_request *r)
{
	http_reply_static(r, 200, "application/json", (struct str){ contract_json, contract_json_n });
}

/* The page is one file: no script, nothing from elsewhere. */
void docs_get(struct http_request *r)
{
	http_set_header(r, "Content-Security-Policy",
			"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
	http_set_header(r, "Referrer-Policy", "no-referrer");
	http_reply_static(r, 200, "text/html; charset=utf-8", (struct str){ contract_html, contract_html_n });
}
