/* SPDX-License-Identifier: Apache-2.0 */
#include "hook/hook.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"
#include "hook/message.h"
#include "json/json.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum {
	MOST_FLIGHTS = 64,  /* attempts at a time */
	MOST_PER_HOST = 8,  /* so that a host that hangs holds up nobody else */
	MOST_WAIT_MS = 60000,
	IDLE_MS = 5000,     /* another process may write deliveries too */
	PAUSE_MS = 1000,    /* after a failure of the store */
};
#define LEASE_SLACK (10 * CLOCK_SECOND)
#define PRUNE_EVERY (3600 * CLOCK_SECOND)

struct flight { /* one attempt under way */
	struct hook *h;
	struct flight *next;
	struct arena arena;
	struct store_delivery d;
	int64_t began; /* wall clock */
	struct fetch_answer answer;
};

struct hook {
	struct store *s;
	struct hook_options o;
	struct fetch *fetch;
	pthread_t thread;
	bool runs;
	pthread_mutex_t lock; /* guards what follows up to landed */
	pthread_cond_t news;
	bool woken, stopping;
	struct flight *landed; /* answered, to be written */
	/* The thread's own: */
	struct flight *flying[MOST_FLIGHTS];
	size_t flying_n;
	int64_t prune_at;
};

static void wake(void *ctx)
{
	struct hook *h = ctx;
	pthread_mutex_lock(&h->lock);
	h->woken = true;
	pthread_cond_signal(&h->news);
	pthread_mutex_unlock(&h->lock);
}

static void flight_free(struct flight *f)
{
	arena_fini(&f->arena);
	free(f);
}

/* ---- what came of an attempt */

static bool is_success(const struct fetch_answer *a)
{
	return a->end == FETCH_ANSWERED && a->status >= 200 && a->status < 300;
}

static enum delivery_state next_state(const struct hook *h, const struct flight *f)
{
	if (is_success(&f->answer))
		return DELIVERY_DELIVERED;
	if (f->answer.end == FETCH_REFUSED)
		return DELIVERY_REFUSED;
	return f->d.attempts + 1 < h->o.attempts ? DELIVERY_WAITING : DELIVERY_FAILED;
}

static int64_t wait_us(const struct hook *h, int attempts)
{
	int64_t ms = h->o.wait_ms;
	for (int i = 0; i < attempts && ms < MOST_WAIT_MS; i++)
		ms *= 2;
	return (ms < MOST_WAIT_MS ? ms : MOST_WAIT_MS) * 1000;
}

static void write_entry(struct buf *b, const struct flight *f, int64_t now)
{
	char when[CLOCK_RFC3339_SIZE];
	clock_format(f->began, when);
	buf_printf(b, "{\"at\":\"%s\",\"ms\":%lld,", when, (long long)(now - f->began) / 1000);
	if (f->answer.end == FETCH_ANSWERED) {
		buf_printf(b, "\"status\":%d}", f->answer.status);
		return;
	}
	buf_z(b, "\"error\":");
	json_write_z(b, f->answer.err.text);
	buf_byte(b, '}');
}

static void report(const struct flight *f, enum delivery_state st)
{
	static const size_t labels[] = { [DELIVERY_WAITING] = LABEL_delivery_failed, [DELIVERY_DELIVERED] = LABEL_delivery_delivered,
					 [DELIVERY_FAILED] = LABEL_delivery_given_up, [DELIVERY_REFUSED] = LABEL_delivery_refused };
	char event[ID_UUID_SIZE];
	id_format_uuid(f->d.event, event);
	metric_add(METRIC_deliveries, labels[st], 0, 1);
	log_event(st == DELIVERY_DELIVERED ? LOG_INFO : LOG_WARN, "hook.attempt",
		  "type=%.*s event=%s host=%.*s attempt=%d status=%d state=%s", STR_ARGS(f->d.type), event, STR_ARGS(f->d.host),
		  f->d.attempts + 1, f->answer.status, delivery_state_name(st));
}

static void settle(struct hook *h, struct flight *f)
{
	struct err e = { .code = ERR_NONE };
	struct buf entry = BUF_INIT(0);
	int64_t now = clock_now();
	struct store_attempt t = { .state = next_state(h, f), .now = now, .due_at = now + wait_us(h, f->d.attempts) };
	write_entry(&entry, f, now);
	t.entry = buf_view(&entry);
	if (!buf_ok(&entry, &e) || store_delivery_attempted(h->s, f->d.number, &t, &e) == STORE_ERROR)
		log_err(LOG_ERROR, "hook.record", &e); /* its lease ends and it is tried again */
	else
		report(f, t.state);
	buf_fini(&entry);
}

static void take_off_list(struct hook *h, const struct flight *f)
{
	for (size_t i = 0; i < h->flying_n; i++)
		if (h->flying[i] == f) {
			h->flying[i] = h->flying[--h->flying_n];
			return;
		}
}

static void take_landed(struct hook *h)
{
	pthread_mutex_lock(&h->lock);
	struct flight *f = h->landed;
	h->landed = NULL;
	pthread_mutex_unlock(&h->lock);
	while (f) {
		struct flight *next = f->next;
		take_off_list(h, f);
		if (f->answer.err.code != ERR_CANCELLED) /* we stop: it was no fault of the target's */
			settle(h, f);
		flight_free(f);
		f = next;
	}
}

/* ---- starting attempts */

static void on_done(void *ctx, const struct fetch_answer *a)
{
	struct flight *f = ctx;
	struct hook *h = f->h;
	f->answer = *a;
	pthread_mutex_lock(&h->lock);
	f->next = h->landed;
	h->landed = f;
	pthread_cond_signal(&h->news);
	pthread_mutex_unlock(&h->lock);
}

static void send(struct hook *h, struct flight *f)
{
	struct message m;
	struct fetch_answer failed = { .end = FETCH_FAILED };
	h->flying[h->flying_n++] = f;
	if (message_build(&f->d, h->o.user_agent, &f->arena, &m, &failed.err)) {
		struct fetch_request q = { .url = m.url, .body = m.body, .headers = m.headers, .total_ms = h->o.timeout_ms };
		if (fetch_post(h->fetch, &q, on_done, f, &failed.err))
			return;
	}
	on_done(f, &failed);
}

static size_t flights_to(const struct hook *h, struct str host)
{
	size_t n = 0;
	for (size_t i = 0; i < h->flying_n; i++)
		n += str_eq(h->flying[i]->d.host, host);
	return n;
}

/* Hosts that have all the attempts at a time they may have, as a JSON array; repeats do no harm. */
static void write_busy(const struct hook *h, struct buf *b)
{
	buf_clear(b);
	buf_byte(b, '[');
	for (size_t i = 0; i < h->flying_n; i++) {
		if (flights_to(h, h->flying[i]->d.host) < MOST_PER_HOST)
			continue;
		if (b->n > 1)
			buf_byte(b, ',');
		json_write_str(b, h->flying[i]->d.host);
	}
	buf_byte(b, ']');
}

static enum store_outcome claim(struct hook *h, struct buf *busy, struct flight **out, int64_t *next, struct err *e)
{
	struct flight *f = calloc(1, sizeof(*f));
	int64_t now = clock_now(), lease = h->o.timeout_ms * INT64_C(1000) + LEASE_SLACK;
	if (!f) {
		err_set(e, ERR_MEMORY, "out of memory");
		return STORE_ERROR;
	}
	*f = (struct flight){ .h = h, .began = now };
	arena_init(&f->arena, "delivery", 0);
	write_busy(h, busy);
	enum store_outcome got = buf_ok(busy, e) ?
		store_delivery_claim(h->s, buf_view(busy), now, now + lease, &f->arena, &f->d, next, e) : STORE_ERROR;
	if (got == STORE_OK)
		*out = f;
	else
		flight_free(f);
	return got;
}

/* Start all that is due; returns for how many milliseconds there will be nothing to start. */
static int start_due(struct hook *h)
{
	struct err e = { .code = ERR_NONE };
	struct buf busy = BUF_INIT(0);
	struct flight *f;
	int64_t next = 0, wait_ms = IDLE_MS;
	enum store_outcome got = STORE_OK;
	while (h->flying_n < MOST_FLIGHTS && (got = claim(h, &busy, &f, &next, &e)) == STORE_OK)
		send(h, f);
	buf_fini(&busy);
	if (got == STORE_ERROR) {
		log_err(LOG_ERROR, "hook.claim", &e);
		return PAUSE_MS;
	}
	if (got == STORE_NONE && next)
		wait_ms = (next - clock_now()) / 1000 + 1;
	return wait_ms < 1 ? 1 : wait_ms < IDLE_MS ? (int)wait_ms : IDLE_MS;
}

/* ---- the thread */

static void prune(struct hook *h)
{
	struct err e = { .code = ERR_NONE };
	int64_t n = 0, now = clock_now();
	if (now < h->prune_at)
		return;
	if (!store_delivery_prune(h->s, now - h->o.keep_us, &n, &e))
		log_err(LOG_ERROR, "hook.prune", &e);
	if (n == 0)
		h->prune_at = now + PRUNE_EVERY;
}

/* False once it is time to stop. */
static bool wait_news(struct hook *h, int ms)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += ms / 1000;
	until.tv_nsec += (long)(ms % 1000) * 1000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_sec++;
		until.tv_nsec -= 1000000000;
	}
	pthread_mutex_lock(&h->lock);
	while (!h->woken && !h->stopping && !h->landed)
		if (pthread_cond_timedwait(&h->news, &h->lock, &until) == ETIMEDOUT)
			break;
	h->woken = false;
	bool go_on = !h->stopping;
	pthread_mutex_unlock(&h->lock);
	return go_on;
}

static void *hook_main(void *arg)
{
	struct hook *h = arg;
	int ms;
	do {
		take_landed(h);
		prune(h);
		ms = start_due(h);
	} while (wait_news(h, ms));
	return NULL;
}

/* ---- the room's door */

static bool start(struct hook *h, struct err *e)
{
	struct fetch_options o = { .allow = h->o.allow };
	h->fetch = fetch_open(&o, e);
	if (!h->fetch || !store_delivery_rescue(h->s, clock_now(), e))
		return false;
	if (h->o.off)
		return true;
	h->runs = pthread_create(&h->thread, NULL, hook_main, h) == 0;
	if (!h->runs)
		return err_set(e, ERR_MEMORY, "cannot start the thread of webhooks");
	store_delivery_watch(h->s, wake, h);
	return true;
}

struct hook *hook_open(struct store *s, const struct hook_options *o, struct err *e)
{
	struct hook *h = calloc(1, sizeof(*h));
	pthread_condattr_t mono;
	if (!h) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	h->s = s;
	h->o = *o;
	pthread_condattr_init(&mono);
	pthread_condattr_setclock(&mono, CLOCK_MONOTONIC);
	pthread_mutex_init(&h->lock, NULL);
	pthread_cond_init(&h->news, &mono);
	pthread_condattr_destroy(&mono);
	if (start(h, e))
		return h;
	hook_close(h, 0);
	return NULL;
}

/* The thread has ended: what still flies is waited for here. */
static void wait_flights(struct hook *h, int grace_ms)
{
	int64_t until = clock_mono() + grace_ms * INT64_C(1000), left;
	for (take_landed(h); h->flying_n && (left = until - clock_mono()) > 0; take_landed(h)) {
		pthread_mutex_lock(&h->lock);
		h->stopping = false;
		pthread_mutex_unlock(&h->lock);
		wait_news(h, (int)(left / 1000) + 1);
	}
}

void hook_close(struct hook *h, int grace_ms)
{
	if (!h)
		return;
	store_delivery_watch(h->s, NULL, NULL);
	pthread_mutex_lock(&h->lock);
	h->stopping = true;
	pthread_cond_signal(&h->news);
	pthread_mutex_unlock(&h->lock);
	if (h->runs) {
		pthread_join(h->thread, NULL);
		wait_flights(h, grace_ms);
	}
	fetch_close(h->fetch);
	take_landed(h);
	pthread_cond_destroy(&h->news);
	pthread_mutex_destroy(&h->lock);
	free(h);
}

bool hook_url_refused(const struct hook *h, const char *url, struct err *why)
{
	return fetch_url_refused(h->fetch, url, why);
}
