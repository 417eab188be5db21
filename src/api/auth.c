/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks: the key or session of a request, and the project it names. */
#include "api/api-private.h"
#include "base/clock.h"
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
		return keys_lookup(api_of(r)->keys, api_of(r)->store, hash, scope, e);
	}
	*why = cookie.n ? "The session has ended." : "Not authenticated: send the header \"Authorization: Bearer <API key>\".";
	if (!cookie.n)
		return STORE_NONE;
	sha256_of(cookie, hash);
	return store_session_lookup(api_of(r)->store, hash, clock_now(), scope, e);
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

/* A project that exists but is another's is 403, one that does not is 404 (behaviour.md G-55). */
static bool project_check(struct http_request *r, const struct store_scope *scope)
{
	struct id project, org;
	struct err e = { 0 };
	enum store_outcome found = STORE_NONE;
	struct str text = http_query(r, "project_id");
	if (!text.p)
		return true;
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
	if (!scope_check(r, &state->scope) || !project_check(r, &state->scope) || !organization_check(r, &state->scope))
		return false;
	if (!state->scope.project_enabled) {
		http_fail(r, 403, "The project is disabled.");
		return false;
	}
	return content_type_check(r);
}
