/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"
#include "base/io.h"
#include <stdlib.h>
#include <unistd.h>

_Static_assert((int)API_LOG_NONE == (int)HTTP_LOG_NONE, "one is cast to the other");

#define UPLOAD_MAX (INT64_C(512) << 20) /* behaviour.md section 12 */
#define UPLOAD_OVERHEAD ((size_t)64 << 10) /* the other parts and the boundaries */
#define BODY_MAX ((size_t)4 << 20)

/* Links and page tokens must survive a restart, so their key is kept in a file. */
static bool key_load(struct api *a, struct err *e)
{
	struct buf b = BUF_INIT(4096);
	const char *path = a->o.secret_path;
	bool ok = true;
	crypto_random(a->key, sizeof a->key);
	if (!path)
		return true;
	if (access(path, F_OK) != 0)
		return io_write_file(path, (struct str){ (const char *)a->key, sizeof a->key }, 0600, e);
	ok = io_read_file(path, &b, e);
	if (ok && b.n != sizeof a->key)
		ok = err_set(e, ERR_IO, "%s is damaged: it must hold %zu bytes; remove it to get a new one", path, sizeof a->key);
	if (ok)
		memcpy(a->key, b.p, sizeof a->key);
	buf_fini(&b);
	return ok;
}

/* Links and what counts as our own origin are made from it. */
static bool public_url_check(const char *url, struct err *e)
{
	bool known = !url || strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
	return known || err_set(e, ERR_USAGE, "public_url takes an address such as https://quarry.example.com, not \"%s\"", url);
}

static bool serve(struct api *a, struct err *e)
{
	a->http = http_start(
		&(struct http_options){
			.listen = a->o.listen,
			.threads = a->o.threads,
			.body_max = a->o.max_body_bytes,
			.upload_max = (size_t)a->o.max_upload_bytes + UPLOAD_OVERHEAD,
			.header_timeout_ms = a->o.header_timeout_ms,
			.request_timeout_ms = a->o.request_timeout_ms,
			.keepalive_timeout_ms = a->o.keepalive_timeout_ms,
			.progress_window_ms = a->o.progress_window_ms,
			.routes = api_routes,
			.routes_n = api_routes_n,
			.arrive = api_arrive,
			.guard = api_guard,
			.describe = api_describe,
			.log = (enum http_log)a->o.log,
			.app = a,
		},
		e);
	return a->http != NULL;
}

struct api *api_start(struct store *s, const struct api_options *o, struct err *e)
{
	struct api *a = calloc(1, sizeof *a);
	if (!a) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	a->o = *o;
	a->store = s;
	a->o.max_upload_bytes = o->max_upload_bytes > 0 ? o->max_upload_bytes : UPLOAD_MAX;
	a->o.max_body_bytes = o->max_body_bytes ? o->max_body_bytes : BODY_MAX;
	a->releases = (struct releases){ o->releases, o->releases_n };
	a->keys = keys_new();
	a->answers = answers_new();
	a->by_key = limit_new(o->limit_key);
	a->by_project = limit_new(o->limit_project);
	a->by_upload = limit_new(o->limit_uploads);
	if (!a->keys || !a->answers || !a->by_key || !a->by_project || !a->by_upload)
		err_set(e, ERR_MEMORY, "out of memory");
	else if (o->releases_n == 0)
		err_set(e, ERR_INTERNAL, "no engine release was given");
	else if (api_cors_check(a->o.cors, e) && public_url_check(a->o.public_url, e) && key_load(a, e) && serve(a, e))
		return a;
	api_stop(a, 0);
	return NULL;
}

void api_stop(struct api *a, int grace_ms)
{
	if (!a)
		return;
	http_stop(a->http, grace_ms);
	answers_free(a->answers);
	keys_free(a->keys);
	limit_free(a->by_key);
	limit_free(a->by_project);
	limit_free(a->by_upload);
	explicit_bzero(a->key, sizeof a->key);
	free(a);
}

int api_port(const struct api *a)
{
	return http_port(a->http);
}
