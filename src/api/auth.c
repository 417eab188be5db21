/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks: the key or session of a request, and the project it names. */
#include "api/api-private.h"
#include "base/clock.h"
#include "base/metric.h"
#include <stdio.h>

/* "Bearer KEY", the scheme in any case (RFC 9110 section 11.1). False if it is something else. */
static bool bearer_key(struct str header, struct str *key)
{
	struct str scheme, rest = str_cut(str_trim(header), ' ', &scheme);
	*key = rest.p ? str_trim(rest) : (struct str){ 0 };
	return str_eq_nocase(scheme, STR("Bearer")) && key->n > 0;
}

static bool refuse(struct http_request *r, const char *why)
{
	http_set_header(r, "WWW-Authenticate", "Bearer");
	http_fail(r, 401, "%s", why);
	return false;
}

/* Keys are looked up by their hash, so that no comparison depends on a stored key's text. */
static enum store_outcome scope_find(struct http_request *r, struct store_scope *scope, const char **why, struct err *e)
{
	uint8_t hash[SHA256_SIZE];
	struct str header = http_header(r, "Authorization"), cookie = http_cookie(r, "session"), key;
	if (header.p) {
		*why = "Invalid API key.";
		if (!bearer_key(header, &key))
			return STORE_NONE;
		sha256_of(key, hash);
		return keys_lookup(api_of(r)->keys, api_of(r)->store, hash, false, scope, e);
	}
	*why = cookie.n ? "The session has ended." : "Not authenticated: send the header \"Authorization: Bearer <API key>\".";
	if (!cookie.n)
		return STORE_NONE;
	sha256_of(cookie, hash);
	state_of(r)->by_cookie = true;
	return keys_lookup(api_of(r)->keys, api_of(r)->store, hash, true, scope, e);
}

static bool scope_check(struct http_request *r, struct store_scope *scope)
{
	const char *why;
	struct err e = { 0 };
	switch (scope_find(r, scope, &why, &e)) {
	case STORE_OK:
		return true;
	case STORE_ERROR:
		http_fail_err(r, &e);
		return false;
	default:
		return refuse(r, why);
	}
}

/* A browser adds the cookie to what any page makes it send: changes must come from a page that is trusted. */
static bool origin_check(struct http_request *r)
{
	if (!state_of(r)->by_cookie || r->method == HTTP_GET || api_origin_trusted(r))
		return true;
	http_fail(r, 403, "A change with the session cookie must come from this server's own pages or from an origin of option "
		  "cors: send the header Origin, or use an API key.");
	return false;
}

/* Waits are told in whole seconds from 1 to 60, which is what both SDKs obey (behaviour.md section 4). */
static bool limited(struct http_request *r, struct limit *l, struct id who, int64_t now, enum label what, const char *whose)
{
	char text[24];
	int64_t wait = limit_take(l, who, now);
	if (wait == 0)
		return false;
	int64_t seconds = (wait + CLOCK_SECOND - 1) / CLOCK_SECOND, ms = (wait + 999) / 1000;
	snprintf(text, sizeof text, "%d", seconds > 60 ? 60 : (int)seconds);
	http_set_header(r, "Retry-After", text);
	snprintf(text, sizeof text, "%d", ms > 60000 ? 60000 : (int)ms);
	http_set_header(r, "retry-after-ms", text);
	metric_add(METRIC_limited, (size_t)what, 0, 1);
	http_fail(r, 429, "Too many %s; try again in %d seconds.", whose, seconds > 60 ? 60 : (int)seconds);
	return true;
}

static bool limits_check(struct http_request *r, const struct store_scope *scope)
{
	struct api *api = api_of(r);
	const struct api_options *o = &api->o;
	if (!o->limit_key.every && !o->limit_project.every && !o->limit_uploads.every)
		return true;
	int64_t now = clock_mono();
	return !limited(r, api->by_key, scope->key, now, LABEL_limit_key, "requests with this API key") &&
	       !limited(r, api->by_project, scope->project, now, LABEL_limit_project, "requests of this project") &&
	       (r->route->body != HTTP_BODY_MULTIPART ||
		!limited(r, api->by_upload, scope->project, now, LABEL_limit_upload, "uploads of this project"));
}

bool project_allowed(struct http_request *r, struct str text, const struct store_scope *scope)
{
	struct id project, org;
	struct err e = { 0 };
	enum store_outcome found = STORE_NONE;
	if (id_parse(ID_PROJECT, text, &project)) {
		if (id_eq(project, scope->project))
			return true;
		found = store_project_lookup(api_of(r)->store, project, &org, &e);
	}
	if (found == STORE_ERROR)
		http_fail_err(r, &e);
	else if (found == STORE_NONE)
		http_fail(r, 404, "There is no project with this ID.");
	else
		http_fail(r, 403, "This API key belongs to another project.");
	return false;
}

static bool project_check(struct http_request *r, const struct store_scope *scope)
{
	struct str text = http_query(r, "project_id");
	return !text.p || project_allowed(r, text, scope);
}

static bool organization_check(struct http_request *r, const struct store_scope *scope)
{
	struct id org;
	struct str text = http_query(r, "organization_id");
	if (!text.p || (id_parse(ID_ORG, text, &org) && id_eq(org, scope->org)))
		return true;
	http_fail(r, 403, "This API key belongs to another organization.");
	return false;
}

/* Other types are refused rather than guessed at: a form or a plain text is what foreign web pages can send. */
static bool content_type_check(struct http_request *r)
{
	static const struct place header = { NULL, { "header", 6 }, 0 };
	struct place at = place_key(&header, "content-type");
	struct problems p;
	struct str type = http_header(r, "Content-Type"), kind;
	str_cut(type, ';', &kind);
	kind = str_trim(kind);
	bool json = kind.n == 0 || str_eq_nocase(kind, STR("application/json")) || str_ends(kind, STR("+json"));
	bool form = str_eq_nocase(kind, STR("multipart/form-data"));
	problems_init(&p);
	if (r->route->body == HTTP_BODY_JSON && !json)
		problem_text(&p, &at, "value_error", type, NULL, "Send the body as application/json");
	if (r->route->body == HTTP_BODY_MULTIPART && !form)
		problem_text(&p, &at, "value_error", type, NULL, "Send the body as multipart/form-data");
	return !problems_reply(&p, r);
}

bool api_authenticate(struct http_request *r)
{
	return scope_check(r, &state_of(r)->scope);
}

void api_describe(const struct http_request *r, char *out, size_t size)
{
	char id[ID_SIZE];
	const struct api_request *state = state_of(r);
	if (!state || id_is_zero(state->scope.project))
		return;
	id_format(ID_PROJECT, state->scope.project, id);
	snprintf(out, size, " project=%s", id);
}

bool api_guard(struct http_request *r)
{
	struct api_request *state = ARENA_NEW(&r->arena, struct api_request);
	struct err e = { 0 };
	if (!state) {
		arena_ok(&r->arena, &e);
		http_fail_err(r, &e);
		return false;
	}
	r->state = state;
	if (r->route->flags & HTTP_OPEN)
		return true;
	if (!scope_check(r, &state->scope) || !origin_check(r) || !limits_check(r, &state->scope) || !project_check(r, &state->scope) || !organization_check(r, &state->scope))
		return false;
	if (!state->scope.project_enabled) {
		http_fail(r, 403, "The project is disabled.");
		return false;
	}
	return content_type_check(r);
}
