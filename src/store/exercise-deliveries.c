/* SPDX-License-Identifier: Apache-2.0 */
#include "store/exercise-store.h"

static const int64_t t0 = 1800000000 * CLOCK_SECOND;
#define ALL "{\"webhook_url\":\"https://a.example/\",\"host\":\"a.example\",\"webhook_events\":null}"
#define ENDS "{\"webhook_url\":\"https://b.example/\",\"host\":\"b.example\",\"webhook_events\":[\"extract.success\",\"extract.error\"],\"webhook_signing_secret\":\"s\"}"

static struct store_job create_told(const char *hooks, int64_t now)
{
	struct store_job j = ex_new_job(ex_project, ex_file(ex_project, "doc"));
	j.hooks = str_from(hooks);
	if (store_job_create(ex_store, &j, now, 0, &ex_err) != STORE_OK)
		fail_msg("create: %s", ex_err.text);
	return j;
}

static struct store_claim start(int64_t now)
{
	struct store_claim c;
	assert_int_equal(store_job_claim(ex_store, STR("node"), now, now + CLOCK_SECOND, &ex_arena, &c, &ex_err), STORE_OK);
	return c;
}

/* What was written about a job, as "type host;" in order. */
static const char *told(struct id job)
{
	struct store_delivery *items;
	size_t n;
	struct str all = STR("");
	assert_true(store_delivery_list(ex_store, ex_project, job, &ex_arena, &items, &n, &ex_err));
	for (size_t i = 0; i < n; i++)
		all = arena_printf(&ex_arena, "%.*s%.*s %.*s;", STR_ARGS(all), STR_ARGS(items[i].type), STR_ARGS(items[i].host));
	return all.p;
}

static enum store_outcome claim(const char *busy, int64_t now, struct store_delivery *out)
{
	return store_delivery_claim(ex_store, str_from(busy), now, now + 40 * CLOCK_SECOND, &ex_arena, out, NULL, &ex_err);
}

static void attempted(int64_t number, const char *entry, enum delivery_state st, int64_t now, int64_t due_at)
{
	struct store_attempt t = { str_from(entry), st, now, due_at };
	assert_int_equal(store_delivery_attempted(ex_store, number, &t, &ex_err), STORE_OK);
}

/* Each way a job can go is told to the targets that asked for it, and starting again is not told twice. */
static void test_events(void **state)
{
	struct store_finish good = { .status = JOB_COMPLETED, .result = STR("{}") }, partly = good, bad = { .status = JOB_FAILED,
		.error_message = STR("x") };
	partly.partial = true;
	const struct store_finish *ends[] = { &good, &partly, &bad };
	const char *expected[] = { "extract.success a.example;extract.success b.example;", "extract.partial_success a.example;",
				   "extract.error a.example;extract.error b.example;" };
	for (int i = 0; i < 3; i++) {
		struct store_job j = create_told("[" ALL "," ENDS "]", t0 + i * CLOCK_SECOND);
		struct store_claim c = start(t0 + i * CLOCK_SECOND);
		assert_int_equal(store_job_again(ex_store, j.id, c.token, t0, 0, &ex_err), STORE_OK);
		c = start(t0 + i * CLOCK_SECOND);
		assert_int_equal(store_job_finish(ex_store, j.id, c.token, ends[i], t0 + i * CLOCK_SECOND, &ex_err), STORE_OK);
		struct str all = arena_printf(&ex_arena, "extract.pending a.example;%s", expected[i]);
		assert_string_equal(told(j.id), all.p);
	}
	struct store_job j = create_told("[" ALL "," ENDS "]", t0 + 9 * CLOCK_SECOND);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, t0 + 9 * CLOCK_SECOND, &ex_err), STORE_OK);
	assert_string_equal(told(j.id), "extract.pending a.example;extract.cancelled a.example;");
	assert_string_equal(told(create_told("[]", t0 + 10 * CLOCK_SECOND).id), "");
}

/* A job given up for lost is an error somebody is told of. */
static void test_rescue_told(void **state)
{
	struct store_job j = create_told("[" ENDS "]", t0);
	struct store_rescued r;
	start(t0);
	assert_true(store_job_rescue(ex_store, t0 + 9 * CLOCK_SECOND, 1, STR("TIMEOUT: lost"), &r, &ex_err));
	assert_int_equal(r.failed[JOB_EXTRACT], 1);
	assert_string_equal(told(j.id), "extract.error b.example;");
}

/* Events of a kind of job have names of their own; a change without a row has none. */
static void test_event_names(void **state)
{
	enum id_kind kind;
	assert_string_equal(store_event_name(ID_PARSE, JOB_RUNNING, false), "parse.running");
	assert_null(store_event_name(ID_EXTRACT, JOB_RUNNING, false));
	assert_null(store_event_name(ID_FILE, JOB_PENDING, false));
	assert_true(store_event_kind(STR("parse.error"), &kind) && kind == ID_PARSE);
	assert_true(store_event_kind(STR("extract.partial_success"), &kind) && kind == ID_EXTRACT);
	assert_false(store_event_kind(STR("extract"), &kind));
}

/* A delivery is one caller's at a time, in order of due time; the first leaves after the create answer. */
static void test_claims(void **state)
{
	struct store_delivery first, second, none;
	int64_t next = 0;
	assert_int_equal(store_delivery_claim(ex_store, STR("[]"), t0, t0 + 1, &ex_arena, &none, &next, &ex_err), STORE_NONE);
	assert_int_equal(next, 0);
	struct store_job j = create_told("[" ALL "]", t0);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, t0, &ex_err), STORE_OK);
	assert_int_equal(store_delivery_claim(ex_store, STR("[]"), t0, t0 + 1, &ex_arena, &none, &next, &ex_err), STORE_NONE);
	assert_true(next > t0);
	assert_int_equal(claim("[]", t0 + CLOCK_SECOND, &first), STORE_OK);
	assert_int_equal(claim("[]", t0 + CLOCK_SECOND, &second), STORE_OK);
	assert_int_equal(claim("[]", t0 + CLOCK_SECOND, &none), STORE_NONE);
	assert_true(str_eq_z(first.type, "extract.pending") && str_eq_z(second.type, "extract.cancelled"));
	assert_true(id_eq(first.job, j.id) && !id_eq(first.event, second.event) && first.attempts == 0);
	assert_string_equal(first.target.p, ALL);
	/* A lease that ended is anybody's. */
	assert_int_equal(claim("[]", t0 + 60 * CLOCK_SECOND, &none), STORE_OK);
	assert_int_equal(none.number, first.number);
}

/* A host that is busy holds up nobody else. */
static void test_busy_hosts(void **state)
{
	struct store_delivery got;
	create_told("[" ALL ",{\"webhook_url\":\"https://c.example\",\"host\":\"c.example\"}]", t0);
	assert_int_equal(claim("[\"a.example\"]", t0 + CLOCK_SECOND, &got), STORE_OK);
	assert_true(str_eq_z(got.host, "c.example"));
	assert_int_equal(claim("[\"a.example\"]", t0 + CLOCK_SECOND, &got), STORE_NONE);
	assert_int_equal(claim("[]", t0 + CLOCK_SECOND, &got), STORE_OK);
}

/* Attempts are counted and logged; what ended keeps its log, not its target, and is not claimed again. */
static void test_attempts(void **state)
{
	struct store_delivery got, *items;
	size_t n;
	struct store_job j = create_told("[{\"webhook_url\":\"u\",\"host\":\"h\",\"webhook_signing_secret\":\"s3cret\"}]", t0);
	int64_t now = t0 + CLOCK_SECOND;
	assert_int_equal(claim("[]", now, &got), STORE_OK);
	attempted(got.number, "{\"status\":500}", DELIVERY_WAITING, now, now + CLOCK_SECOND);
	assert_int_equal(claim("[]", now + CLOCK_SECOND - 1, &got), STORE_NONE);
	struct id event = got.event;
	assert_int_equal(claim("[]", now + CLOCK_SECOND, &got), STORE_OK);
	assert_true(got.attempts == 1 && id_eq(got.event, event) && str_eq_z(got.log, "{\"status\":500}"));
	attempted(got.number, "{\"status\":200}", DELIVERY_DELIVERED, now + 2 * CLOCK_SECOND, 0);
	assert_int_equal(claim("[]", now + 99 * CLOCK_SECOND, &got), STORE_NONE);
	assert_true(store_delivery_list(ex_store, ex_project, j.id, &ex_arena, &items, &n, &ex_err));
	assert_true(n == 1 && items->state == DELIVERY_DELIVERED && items->attempts == 2 && items->ended_at == now + 2 * CLOCK_SECOND);
	assert_string_equal(items->log.p, "{\"status\":500},{\"status\":200}");
	assert_null(items->target.p);
	struct store_attempt late = { STR("{}"), DELIVERY_FAILED, now, 0 };
	assert_int_equal(store_delivery_attempted(ex_store, items->number, &late, &ex_err), STORE_NONE);
	assert_true(store_delivery_list(ex_store, ex_other, j.id, &ex_arena, &items, &n, &ex_err));
	assert_int_equal(n, 0);
}

/* What a process that died was delivering is due at the next start; waits of others stay. */
static void test_restart(void **state)
{
	struct store_delivery taken, waiting, got;
	create_told("[" ALL ",{\"webhook_url\":\"u\",\"host\":\"h\"}]", t0);
	int64_t now = t0 + CLOCK_SECOND;
	assert_int_equal(claim("[]", now, &taken), STORE_OK);
	assert_int_equal(claim("[]", now, &waiting), STORE_OK);
	attempted(waiting.number, "{}", DELIVERY_WAITING, now, now + 5 * CLOCK_SECOND);
	store_close(ex_store);
	ex_open();
	assert_true(store_delivery_rescue(ex_store, now + 1, &ex_err));
	assert_int_equal(claim("[]", now + 1, &got), STORE_OK);
	assert_int_equal(got.number, taken.number);
	assert_int_equal(claim("[]", now + 1, &got), STORE_NONE);
	assert_int_equal(claim("[]", now + 5 * CLOCK_SECOND, &got), STORE_OK);
	assert_int_equal(got.number, waiting.number);
	ex_sound();
}

/* What waits for a moment further off than any wait is due now, of jobs and deliveries; other waits stay. */
static void test_clock_set_back(void **state)
{
	struct store_delivery got;
	int64_t n, hour = 3600 * CLOCK_SECOND, late = t0 + 24 * hour;
	struct store_job far = create_told("[]", late), near = create_told("[{\"webhook_url\":\"u\",\"host\":\"h\"}]", late);
	struct store_claim a = start(late), b = start(late);
	assert_int_equal(store_job_again(ex_store, far.id, a.token, late, late + CLOCK_SECOND, &ex_err), STORE_OK);
	assert_int_equal(store_job_again(ex_store, near.id, b.token, late, t0 + hour, &ex_err), STORE_OK);
	assert_true(store_waits_end(ex_store, late + hour, late, &n, &ex_err) && n == 0);
	assert_int_equal(claim("[]", t0, &got), STORE_NONE);
	assert_true(store_waits_end(ex_store, t0 + hour, t0, &n, &ex_err));
	assert_int_equal(n, 2);
	assert_int_equal(claim("[]", t0, &got), STORE_OK);
	assert_true(id_eq(got.job, near.id));
	assert_true(id_eq(start(t0).job.id, far.id));
	assert_int_equal(store_job_claim(ex_store, STR("node"), t0 + hour - 1, t0, &ex_arena, &a, &ex_err), STORE_NONE);
	assert_true(id_eq(start(t0 + hour).job.id, near.id));
	ex_sound();
}

/* Old ended deliveries go, waiting ones never. */
static void test_prune(void **state)
{
	struct store_delivery got;
	int64_t n, now = t0 + CLOCK_SECOND;
	struct store_job j = create_told("[" ALL ",{\"webhook_url\":\"u\",\"host\":\"h\"}]", t0);
	assert_int_equal(claim("[]", now, &got), STORE_OK);
	attempted(got.number, "{}", DELIVERY_REFUSED, now, 0);
	assert_true(store_delivery_prune(ex_store, now, &n, &ex_err) && n == 0);
	assert_true(store_delivery_prune(ex_store, now + 1, &n, &ex_err) && n == 1);
	assert_string_equal(told(j.id), "extract.pending h;");
}

static void count_call(void *ctx)
{
	__atomic_add_fetch((int *)ctx, 1, __ATOMIC_SEQ_CST);
}

/* Whoever delivers is woken by commits that add something to deliver, and by no others. */
static void test_watch(void **state)
{
	int calls = 0;
	store_delivery_watch(ex_store, count_call, &calls);
	ex_create(ex_project, ex_file(ex_project, "doc"));
	create_told("[" ENDS "]", t0 + CLOCK_SECOND);
	ex_file(ex_project, "waits for the writer");
	assert_int_equal(__atomic_load_n(&calls, __ATOMIC_SEQ_CST), 0);
	create_told("[" ALL "]", t0 + 2 * CLOCK_SECOND);
	ex_file(ex_project, "waits for the writer");
	assert_int_equal(__atomic_load_n(&calls, __ATOMIC_SEQ_CST), 1);
	store_delivery_watch(ex_store, NULL, NULL);
	create_told("[" ALL "]", t0 + 3 * CLOCK_SECOND);
	ex_file(ex_project, "waits for the writer");
	assert_int_equal(__atomic_load_n(&calls, __ATOMIC_SEQ_CST), 1);
}

static struct store_webhook save(struct id project, int64_t now, const char *target)
{
	struct store_webhook w = { .id = id_new(now), .project = project, .created_at = now, .updated_at = now,
				   .target = str_from(target) };
	assert_int_equal(store_webhook_create(ex_store, &w, &ex_err), STORE_OK);
	return w;
}

/* Saved webhooks are a project's own: get, list newest first, change, delete. */
static void test_saved(void **state)
{
	struct store_webhook a = save(ex_project, t0, ALL), b = save(ex_project, t0 + 1, ENDS), got, *items;
	size_t n;
	save(ex_other, t0 + 2, ALL);
	assert_true(store_webhook_list(ex_store, ex_project, &ex_arena, &items, &n, &ex_err));
	assert_true(n == 2 && id_eq(items[0].id, b.id) && id_eq(items[1].id, a.id));
	assert_int_equal(store_webhook_get(ex_store, ex_other, a.id, &ex_arena, &got, &ex_err), STORE_NONE);
	assert_int_equal(store_webhook_delete(ex_store, ex_other, a.id, &ex_err), STORE_NONE);
	a.target = STR(ENDS);
	a.updated_at = t0 + 5;
	assert_int_equal(store_webhook_update(ex_store, &a, t0 + 3, &ex_err), STORE_REFUSED);
	assert_int_equal(store_webhook_update(ex_store, &a, t0, &ex_err), STORE_OK);
	assert_int_equal(store_webhook_get(ex_store, ex_project, a.id, &ex_arena, &got, &ex_err), STORE_OK);
	assert_true(got.updated_at == t0 + 5 && got.created_at == t0 && str_eq_z(got.target, ENDS));
	assert_int_equal(store_webhook_delete(ex_store, ex_project, a.id, &ex_err), STORE_OK);
	assert_int_equal(store_webhook_get(ex_store, ex_project, a.id, &ex_arena, &got, &ex_err), STORE_NONE);
	assert_int_equal(store_webhook_update(ex_store, &a, t0 + 5, &ex_err), STORE_NONE);
}

/* A job names saved webhooks: each event is told as they stand then; foreign and deleted ones are told nothing. */
static void test_saved_told(void **state)
{
	char mine[ID_SIZE], foreign[ID_SIZE];
	struct store_webhook w = save(ex_project, t0, ALL), other = save(ex_other, t0, ALL);
	id_format(ID_WEBHOOK, w.id, mine);
	id_format(ID_WEBHOOK, other.id, foreign);
	struct str hooks = arena_printf(&ex_arena, "[" ALL ",\"%s\",\"%s\"]", mine, foreign);
	struct store_job j = create_told(hooks.p, t0);
	assert_string_equal(told(j.id), "extract.pending a.example;extract.pending a.example;");
	w.target = STR(ENDS);
	assert_int_equal(store_webhook_update(ex_store, &w, t0, &ex_err), STORE_OK);
	struct store_finish good = { .status = JOB_COMPLETED, .result = STR("{}") };
	struct store_claim c = start(t0);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, t0, &ex_err), STORE_OK);
	assert_string_equal(told(j.id), "extract.pending a.example;extract.pending a.example;extract.success a.example;"
					"extract.success b.example;");
	j = create_told(hooks.p, t0 + CLOCK_SECOND);
	assert_int_equal(store_webhook_delete(ex_store, ex_project, w.id, &ex_err), STORE_OK);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, t0, &ex_err), STORE_OK);
	assert_string_equal(told(j.id), "extract.pending a.example;extract.cancelled a.example;");
}

int exercise_deliveries(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_events), EX_TEST(test_rescue_told), EX_TEST(test_event_names), EX_TEST(test_claims), EX_TEST(test_clock_set_back),
		EX_TEST(test_busy_hosts), EX_TEST(test_attempts), EX_TEST(test_restart), EX_TEST(test_prune), EX_TEST(test_watch),
		EX_TEST(test_saved), EX_TEST(test_saved_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
