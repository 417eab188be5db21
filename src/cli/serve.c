/* SPDX-License-Identifier: Apache-2.0 */
/*
 * serve - one server: builds the parts in the order they lean on each other,
 * waits for a signal, takes them down in reverse.
 *
 * The nursery of parsers starts first, while this process is small: forking a
 * large one costs milliseconds per document.
 */
#include "api/api.h"
#include "base/clock.h"
#include "base/io.h"
#include "base/jail.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/key.h"
#include "cli/notify.h"
#include "fetch/fetch.h"
#include "hook/hook.h"
#include "work/generate.h"
#include "work/picture.h"
#include "work/results.h"
#include "work/work.h"

#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct server {
	const struct call *call;
	const struct conf *conf;
	struct pool *pool;
	struct store *store;
	struct queue *queue;
	struct fetch *fetch; /* for documents */
	struct work *work;
	struct hook *hook;
	struct api *api;
	struct id org, project;
	char key[KEY_TEXT_SIZE]; /* made at the first start, else empty */
	const char *releases[1];
};

/* ---- first start */

static bool has_keys(struct server *v, bool *any, struct err *e)
{
	struct arena a;
	struct store_key *keys;
	size_t n = 0;
	arena_init(&a, "keys", 0);
	bool ok = store_key_list(v->store, v->project, &a, &keys, &n, e);
	*any = n > 0;
	arena_fini(&a);
	return ok;
}

/* Organization, project, and the key of the option. */
static bool bootstrap(struct server *v, struct err *e)
{
	return store_bootstrap(v->store, clock_now(), &v->org, &v->project, e) &&
	       (!v->conf->api_key[0] || key_accept(v->store, v->project, str_from(v->conf->api_key), e));
}

/* A key that somebody knows. Made when nothing else can fail any more: it is shown once. */
static bool first_key(struct server *v, struct err *e)
{
	bool any = true;
	struct id key;
	return v->conf->api_key[0] || (has_keys(v, &any, e) &&
		(any || key_make(v->store, v->project, STR("first start"), v->key, &key, e)));
}

/* ---- what the API asks of the rest */

static void on_cancelled(void *ctx, struct id job)
{
	queue_cancel_local(((struct server *)ctx)->queue, job);
}

static bool on_webhook(void *ctx, const char *url, struct err *why)
{
	return hook_url_refused(((struct server *)ctx)->hook, url, why);
}

static bool on_source(void *ctx, const char *url, struct err *why)
{
	return fetch_url_refused(((struct server *)ctx)->fetch, url, why);
}

static struct pool_picture picture_of(const struct api_picture *what)
{
	return (struct pool_picture){ .page = what->page, .image = what->image,
				      .crop = { what->box[0], what->box[1], what->box[2], what->box[3] } };
}

/* A picture in the document of a parse job, for its markdown. */
static bool on_draw(void *ctx, const struct results *r, uint32_t page, uint32_t image, int64_t until, struct buf *png, struct err *e)
{
	const struct server *v = ctx;
	const struct pool_picture what = { .page = page, .image = image };
	struct store_file file;
	struct store_blob blob;
	struct arena a;
	int fd = -1;
	int64_t size;
	arena_init(&a, "file", 0);
	bool ok = store_file_get(v->store, r->project, r->input, &a, &file, e) == STORE_OK &&
		  picture_find(v->store, v->pool, &file, &what, until, &blob, NULL, e) &&
		  store_blob_open(v->store, blob.hash, &fd, &size, e) == STORE_OK && io_read_fd(fd, png, e);
	if (fd >= 0)
		close(fd);
	arena_fini(&a);
	return ok;
}

static bool on_parse_result(void *ctx, const struct store_job *job, const struct store_blob *frames, const struct str *words, size_t n,
			    int64_t until, struct store_blob *out, struct err *e)
{
	struct results r = { .store = ((struct server *)ctx)->store, .project = job->project, .job = job->id, .input = job->input,
			     .frames = *frames, .settings = job->configuration, .draw = on_draw, .ctx = ctx };
	struct store_blob found[RESULTS_PARTS] = { { .size = 0 } };
	unsigned parts = 0;
	for (size_t i = 0; i < n; i++)
		parts |= results_part(words[i]) < 0 ? 0 : 1u << results_part(words[i]);
	if (!results_find(&r, parts, until, found, e))
		return false;
	for (size_t i = 0; i < n; i++)
		out[i] = results_part(words[i]) < 0 ? (struct store_blob){ .size = 0 } : found[results_part(words[i])];
	return true;
}

static bool on_generate(void *ctx, const struct store_file *sample, struct str prompt, const struct json *schema, int64_t until,
			struct buf *out, struct err *e)
{
	struct server *v = ctx;
	return work_generate_stored(v->store, v->pool, sample, prompt, schema, until, out, e);
}

static bool on_picture(void *ctx, const struct store_file *f, const struct api_picture *what, int64_t until, struct store_blob *out,
		       uint32_t *pages, struct err *e)
{
	const struct pool_picture picture = picture_of(what);
	return picture_find(((struct server *)ctx)->store, ((struct server *)ctx)->pool, f, &picture, until, out, pages, e);
}

static void on_readiness(void *ctx, struct buf *json)
{
	char walls[64];
	jail_describe(pool_walls(((struct server *)ctx)->pool), walls, sizeof(walls));
	buf_printf(json, "\"jail\":\"%s\"", walls[0] ? walls : "none");
}

static bool start_api(struct server *v, struct err *e)
{
	const struct conf *c = v->conf;
	char secret[PATH_MAX];
	if (snprintf(secret, sizeof(secret), "%s/secret", c->data) >= (int)sizeof(secret))
		return err_set(e, ERR_USAGE, "the name of the data folder is too long");
	v->releases[0] = extract_release_resolve(STR("latest")).p;
	struct api_options o = {
		.listen = c->listen, .threads = (int)c->http_threads, .secret_path = secret,
		.public_url = c->public_url[0] ? c->public_url : NULL,
		.releases = v->releases, .releases_n = 1,
		.max_upload_bytes = c->max_upload, .max_body_bytes = (size_t)c->max_body, .max_pending = c->max_pending,
		.header_timeout_ms = (int)c->header_timeout * 1000, .request_timeout_ms = (int)c->request_timeout * 1000,
		.cors = c->cors[0] ? c->cors : NULL, .session_seconds = c->session_hours * 3600,
		.limit_key = { c->limit_key.every, c->limit_key.burst },
		.limit_project = { c->limit_project.every, c->limit_project.burst },
		.limit_uploads = { c->limit_uploads.every, c->limit_uploads.burst },
		.metrics = (enum api_metrics)conf_choice("metrics", c->metrics),
		.log = (enum api_log)conf_choice("log_requests", c->log_requests),
		.cancelled = on_cancelled, .parse_result = on_parse_result, .webhook_refused = on_webhook,
		.source_refused = on_source,
		.generate = on_generate, .picture = on_picture, .readiness = on_readiness, .ctx = v,
	};
	v->api = api_start(v->store, &o, e);
	return v->api;
}

/* ---- parts */

static bool start_store(struct server *v, struct err *e)
{
	struct store_options o = { .dir = v->conf->data, .readers = (int)v->conf->http_threads,
				   .list_cache_bytes = (size_t)v->conf->list_cache, .reserve_bytes = v->conf->disk_reserve };
	v->store = store_open(&o, e);
	return v->store && bootstrap(v, e);
}

static bool start_queue(struct server *v, struct err *e)
{
	char host[256] = "", node[PATH_MAX + 300], dir[PATH_MAX];
	gethostname(host, sizeof(host) - 1);
	snprintf(node, sizeof(node), "%s:%s", host, realpath(v->conf->data, dir) ? dir : v->conf->data);
	struct queue_cache cache = { v->conf->cache_days * 24 * 3600 * CLOCK_SECOND, { v->conf->cache_entries, v->conf->cache_max } };
	v->queue = queue_open(v->store, node, &cache, e);
	return v->queue;
}

static bool start_fetch(struct server *v, struct err *e)
{
	v->fetch = fetch_open(&(struct fetch_options){ .allow = v->conf->source_allow }, e);
	return v->fetch || err_in(e, "source_allow");
}

/* Beside the server that this folder is a copy of: its jobs and webhooks are left to that one. */
static bool is_idle(const struct server *v)
{
	return conf_choice("background", v->conf->background) != 0;
}

static bool start_work(struct server *v, struct err *e)
{
	const struct cli_hooks *hooks = v->call->hooks;
	struct work_options o = {
		.threads = (int)v->conf->jobs,
		.limits = { .file_bytes = v->conf->max_extract, .parse_us = v->conf->parse_timeout * CLOCK_SECOND },
		.fetch = v->fetch, .fetch_ms = (int)v->conf->source_timeout * 1000, .fetch_bytes = v->conf->max_upload,
		.cache_results = conf_choice("result_cache", v->conf->result_cache) == 1,
		.entered = hooks ? hooks->entered : NULL, .ctx = hooks ? hooks->ctx : NULL,
	};
	if (is_idle(v))
		return true;
	v->work = work_start(v->store, v->queue, v->pool, &o, e);
	return v->work;
}

static bool start_hook(struct server *v, struct err *e)
{
	const struct conf *c = v->conf;
	struct hook_options o = {
		.allow = c->webhook_allow, .user_agent = c->webhook_user_agent,
		.attempts = (int)c->webhook_attempts, .wait_ms = (int)c->webhook_wait, .timeout_ms = (int)c->webhook_timeout * 1000,
		.keep_us = c->webhook_log_days * 24 * 3600 * CLOCK_SECOND, .off = is_idle(v),
	};
	v->hook = hook_open(v->store, &o, e);
	return v->hook || err_in(e, "webhooks");
}

static bool start(struct server *v, struct err *e)
{
	v->pool = command_pool(v->conf, PARSERS_SERVER, e);
	return v->pool && start_store(v, e) && start_queue(v, e) && start_hook(v, e) && start_fetch(v, e) && start_work(v, e) &&
	       start_api(v, e) && first_key(v, e);
}

/* New requests end first, then running jobs get the time they have left. */
static void stop(struct server *v)
{
	int grace_ms = (int)v->conf->grace * 1000;
	int64_t began = clock_mono();
	api_stop(v->api, grace_ms);
	results_close();
	int64_t left = grace_ms - (clock_mono() - began) / 1000;
	work_stop(v->work, left > 0 ? (int)left : 0);
	fetch_close(v->fetch);
	left = grace_ms - (clock_mono() - began) / 1000;
	hook_close(v->hook, left > 0 ? (int)left : 0);
	queue_close(v->queue);
	store_close(v->store);
	pool_close(v->pool);
}

/* ---- what is said at the start */

/* The address a client on this machine writes. */
static void write_url(const struct server *v, struct buf *b)
{
	struct str listen = str_from(v->conf->listen);
	const char *colon = strrchr(listen.p, ':');
	struct str host = { listen.p, colon ? (size_t)(colon - listen.p) : listen.n };
	if (v->conf->public_url[0]) {
		buf_z(b, v->conf->public_url);
		return;
	}
	if (!host.n || str_eq_z(host, "0.0.0.0") || str_eq_z(host, "[::]"))
		host = STR("127.0.0.1");
	buf_printf(b, "http://%.*s:%d", STR_ARGS(host), api_port(v->api));
}

/* Three lines that point an SDK at this server; a shell can read them. */
static void announce(const struct server *v)
{
	char project[ID_SIZE];
	struct buf b = BUF_INIT(0);
	struct err e;
	id_format(ID_PROJECT, v->project, project);
	buf_z(&b, "export LLAMA_CLOUD_BASE_URL=");
	write_url(v, &b);
	if (v->key[0])
		buf_printf(&b, "\nexport LLAMA_CLOUD_API_KEY=%s  # shown this once", v->key);
	else if (v->conf->api_key[0])
		buf_z(&b, "\n# LLAMA_CLOUD_API_KEY is the text of option api_key");
	else
		buf_z(&b, "\n# LLAMA_CLOUD_API_KEY was shown at the first start; \"quarry key create\" makes another");
	buf_printf(&b, "\n# %s, data in %s\n", project, v->conf->data);
	command_print(&b, &e);
	buf_fini(&b);
}

static void log_start(const struct server *v, int64_t began)
{
	char walls[64];
	jail_describe(pool_walls(v->pool), walls, sizeof(walls));
	log_event(walls[0] ? LOG_INFO : LOG_WARN, "serve.started", "version=%s port=%d jail=\"%s\" data=\"%s\" ms=%lld",
		  QUARRY_VERSION, api_port(v->api), walls[0] ? walls : "none", v->conf->data,
		  (long long)(clock_mono() - began) / 1000);
	size_t i = 0;
	for (struct str name; (name = conf_stray(&i)).p;)
		log_event(LOG_WARN, "conf.unknown", "variable=%.*s", STR_ARGS(name));
	if (is_idle(v))
		log_event(LOG_WARN, "serve.idle", "background=off jobs=wait webhooks=wait");
}

/* ---- the command */

/* Blocked before any thread or child exists: all of them inherit it, this thread alone takes the signals. */
static void block_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	pthread_sigmask(SIG_BLOCK, set, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static void wait_for_stop(const sigset_t *set)
{
	int number = 0;
	while (sigwait(set, &number) != 0)
		continue;
	log_event(LOG_INFO, "serve.stopping", "signal=%d", number);
	notify_manager("STOPPING=1");
	/* Whoever asks a second time does not want to wait. */
	pthread_sigmask(SIG_UNBLOCK, set, NULL);
}

bool serve_command(struct call *c, struct err *e)
{
	sigset_t set;
	int64_t began = clock_mono();
	struct server v = { .call = c, .conf = &c->conf };
	if (!command_words(c, 0, 0, "", e))
		return false;
	block_signals(&set);
	bool ok = start(&v, e);
	if (ok) {
		announce(&v);
		log_start(&v, began);
		notify_manager("READY=1");
		wait_for_stop(&set);
	}
	stop(&v);
	if (ok)
		log_event(LOG_INFO, "serve.stopped", "ms=%lld", (long long)(clock_mono() - began) / 1000);
	return ok;
}
