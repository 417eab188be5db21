/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sessions: a key exchanged for a cookie, so that a web page need not keep the
 * key. The cookie is a random text, stored as its hash; it acts as its key and
 * ends with it.
 */
#include "api/api-private.h"
#include "base/clock.h"
#include <stdio.h>

#define SESSION_COOKIE "session"
#define SESSION_HOURS 24

/* HttpOnly: no script reads it. Lax: other sites' forms and scripts do not send it. */
static void cookie_set(struct http_request *r, const char *text, int64_t seconds)
{
	char header[256];
	const char *url = api_of(r)->o.public_url;
	bool secure = url && strncmp(url, "https://", 8) == 0;
	snprintf(header, sizeof header, SESSION_COOKIE "=%s; Path=/; Max-Age=%lld; HttpOnly; SameSite=Lax%s", text,
		 (long long)seconds, secure ? "; Secure" : "");
	http_set_header(r, "Set-Cookie", header);
	http_set_header(r, "Cache-Control", "no-store");
}

static void session_reply(struct http_request *r, int status, int64_t expires_at)
{
	struct buf b = BUF_INIT(0);
	const struct store_scope *scope = &state_of(r)->scope;
	char project[ID_SIZE], org[ID_SIZE], time[CLOCK_RFC3339_SIZE];
	id_format(ID_PROJECT, scope->project, project);
	id_format(ID_ORG, scope->org, org);
	clock_format(expires_at, time);
	buf_printf(&b, "{\"project_id\":\"%s\",\"organization_id\":\"%s\",\"expires_at\":", project, org);
	buf_printf(&b, expires_at ? "\"%s\"}" : "null}", time);
	http_reply_json(r, status, &b);
	buf_fini(&b);
}

void session_create(struct http_request *r)
{
	struct api *api = api_of(r);
	struct err e = { 0 };
	uint8_t random[32], hash[SHA256_SIZE];
	char text[44];
	int64_t now = clock_now(), seconds = api->o.session_seconds ? api->o.session_seconds : SESSION_HOURS * 3600;
	/* Else a stolen cookie could be made to last for ever. */
	if (state_of(r)->by_cookie) {
		http_fail(r, 401, "A session is begun with an API key, not with another session.");
		return;
	}
	crypto_random(random, sizeof random);
	size_t n = crypto_base64url(random, sizeof random, text, sizeof text);
	text[n] = '\0';
	sha256_of((struct str){ text, n }, hash);
	if (!store_session_create(api->store, hash, state_of(r)->scope.key, now, now + seconds * CLOCK_SECOND, &e)) {
		http_fail_err(r, &e);
		return;
	}
	cookie_set(r, text, seconds);
	session_reply(r, 200, now + seconds * CLOCK_SECOND);
}

void session_get(struct http_request *r)
{
	http_set_header(r, "Cache-Control", "no-store");
	session_reply(r, 200, state_of(r)->scope.expires_at);
}

void session_delete(struct http_request *r)
{
	struct err e = { 0 };
	uint8_t hash[SHA256_SIZE];
	struct str cookie = http_cookie(r, SESSION_COOKIE);
	sha256_of(cookie, hash);
	if (cookie.n && store_session_delete(api_of(r)->store, hash, &e) == STORE_ERROR) {
		http_fail_err(r, &e);
		return;
	}
	cookie_set(r, "", 0);
	http_reply_none(r, 204);
}
