/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists of jobs against a plain array of the same jobs. The mix is chosen so that
 * every kind of counting happens: dense and sparse times, a document with most
 * jobs, documents with few, parse jobs as inputs, more jobs than one block of any
 * level holds, jobs moved between states and deleted in all of that.
 */
#include "store/exercise-store.h"

/* Later than any clock: jobs come in the order of their time. */
#define FIRST (4000000000 * CLOCK_SECOND)
enum { OLD = 75000 /* made in bulk */, NEW = 300 /* made one by one */, ALL = OLD + NEW, INPUTS = 40, CONFIGS = 3 };

struct entry {
	struct id id;
	int64_t at;
	enum job_status status;
	int input, config; /* config -1 = none */
	bool gone;
};

struct model {
	struct entry jobs[ALL]; /* oldest first */
	struct id inputs[INPUTS], configs[CONFIGS]; /* the last input is a parse job */
};

static enum store_input kind_of(int input)
{
	return input == INPUTS - 1 ? STORE_INPUT_PARSE_JOB : STORE_INPUT_FILE;
}

static struct store_job job_of(const struct model *m, const struct entry *t)
{
	struct store_job j = ex_new_job(ex_project, m->inputs[t->input]);
	j.id = t->id;
	j.input_kind = kind_of(t->input);
	j.has_configuration_id = t->config >= 0;
	if (t->config >= 0)
		j.configuration_id = m->configs[t->config];
	j.status = t->status;
	j.created_at = t->at;
	return j;
}

/* Half of all on one document, a tenth on a parse job, the rest spread. */
static void choose(struct entry *t)
{
	unsigned dice = ex_random(10);
	t->id = id_new(clock_now());
	t->input = dice < 5 ? 0 : dice == 5 ? INPUTS - 1 : (int)ex_random(INPUTS - 1);
	t->config = (int)ex_random(CONFIGS + 2) - 2;
	t->config = t->config < 0 ? -1 : t->config;
}

static void fill(void *ctx, int64_t i, struct store_job *j, struct arena *a)
{
	static const enum job_status ends[] = { JOB_COMPLETED, JOB_COMPLETED, JOB_FAILED, JOB_CANCELLED };
	/* Bursts of microseconds, then gaps up to weeks. */
	static const int64_t gaps[] = { 1, 1, 1, 1, 1, 1000, CLOCK_SECOND, 300 * CLOCK_SECOND, 40000 * CLOCK_SECOND };
	struct model *m = ctx;
	struct entry *t = &m->jobs[i];
	choose(t);
	t->at = (i ? m->jobs[i - 1].at : FIRST) + gaps[ex_random(9)];
	t->status = ends[ex_random(4)];
	*j = job_of(m, t);
}

static struct entry *entry_of(struct model *m, struct id id)
{
	int k = 0;
	while (!id_eq(m->jobs[k].id, id))
		k++;
	return &m->jobs[k];
}

/* One of the jobs that wait goes on in one of the ways there are. */
static void move_one(struct model *m)
{
	struct store_claim c;
	int64_t now = clock_now();
	if (ex_random(4) == 0 || store_job_claim(ex_store, STR("node"), now, now, &ex_arena, &c, &ex_err) != STORE_OK)
		return;
	struct entry *t = entry_of(m, c.job.id);
	struct store_finish f = { .status = ex_random(3) ? JOB_COMPLETED : JOB_FAILED, .error_message = STR("X: y") };
	enum store_outcome got = STORE_OK;
	t->status = JOB_RUNNING;
	switch (ex_random(5)) {
	case 0:
		return;
	case 1:
		got = store_job_cancel(ex_store, ex_project, c.job.id, now, &ex_err);
		t->status = JOB_CANCELLED;
		break;
	case 2:
		got = store_job_release(ex_store, c.job.id, c.token, now, &ex_err);
		t->status = JOB_PENDING;
		break;
	default:
		got = store_job_finish(ex_store, c.job.id, c.token, &f, now, &ex_err);
		t->status = f.status;
	}
	assert_int_equal(got, STORE_OK);
}

static void add_new(struct model *m, int i)
{
	struct entry *t = &m->jobs[i];
	choose(t);
	struct store_job j = job_of(m, t);
	t->at = m->jobs[i - 1].at + (ex_random(2) ? 0 : CLOCK_SECOND); /* the same time is made unique */
	assert_int_equal(store_job_create(ex_store, &j, t->at, 0, &ex_err), STORE_OK);
	assert_true(j.created_at > m->jobs[i - 1].at);
	t->at = j.created_at;
	t->status = JOB_PENDING;
}

static struct model *build(void)
{
	struct model *m = calloc(1, sizeof(*m));
	for (int i = 0; i < INPUTS; i++)
		m->inputs[i] = kind_of(i) == STORE_INPUT_FILE ? ex_file(ex_project, "f") : ex_parse_job(ex_project, "fast");
	for (int i = 0; i < CONFIGS; i++)
		m->configs[i] = id_new(clock_now());
	assert_true(store_job_bulk(ex_store, OLD, fill, m, &ex_err));
	for (int i = OLD; i < ALL; i++) {
		add_new(m, i);
		move_one(m);
	}
	for (int i = 0; i < 300; i++) {
		struct entry *t = &m->jobs[ex_random(ALL)];
		if (t->gone || !job_status_final(t->status))
			continue;
		assert_int_equal(store_job_delete(ex_store, ex_project, t->id, &ex_err), STORE_OK);
		t->gone = true;
	}
	ex_create(ex_other, ex_file(ex_other, "foreign"));
	return m;
}

/* ---- queries */

static bool matches(const struct model *m, const struct entry *t, const struct store_job_query *q)
{
	if (t->gone || (q->has_status && t->status != q->status) || (q->created_from && t->at < q->created_from) ||
	    (q->created_to && t->at > q->created_to) || (q->has_input_kind && q->input_kind != kind_of(t->input)))
		return false;
	if (q->has_configuration && (t->config < 0 || !id_eq(m->configs[t->config], q->configuration_id)))
		return false;
	if (q->has_input && !id_eq(m->inputs[t->input], q->input))
		return false;
	bool named = !q->by_ids;
	for (size_t k = 0; k < q->job_ids_n; k++)
		named |= id_eq(q->job_ids[k], t->id);
	return named;
}

static int64_t some_time(const struct model *m)
{
	return m->jobs[ex_random(4) ? ex_random(ALL) : OLD - 500 + ex_random(ALL - OLD + 500)].at + (int64_t)ex_random(3) - 1;
}

static struct store_job_query random_query(const struct model *m, struct id ids[8])
{
	struct store_job_query q = { .project = ex_project, .limit = 1 + (int)ex_random(60) };
	if (ex_random(2))
		q.has_status = true, q.status = (enum job_status)ex_random(JOB_STATUS_COUNT);
	if (ex_random(3) == 0)
		q.has_configuration = true, q.configuration_id = ex_random(9) ? m->configs[ex_random(CONFIGS)] : id_new(1);
	if (ex_random(3) == 0)
		q.has_input = true, q.input = m->inputs[ex_random(2) ? 0 : ex_random(INPUTS)];
	if (ex_random(2))
		q.created_from = some_time(m);
	if (ex_random(2))
		q.created_to = some_time(m);
	if (ex_random(5) == 0)
		q.has_input_kind = true, q.input_kind = ex_random(2) ? STORE_INPUT_FILE : STORE_INPUT_PARSE_JOB;
	if (ex_random(3) == 0)
		q.before = some_time(m);
	if (ex_random(6) == 0) {
		q.by_ids = true;
		q.job_ids = ids;
		q.job_ids_n = ex_random(8);
		for (size_t i = 0; i < q.job_ids_n; i++)
			ids[i] = ex_random(5) ? m->jobs[ex_random(ALL)].id : id_new(1);
	}
	return q;
}

/* The index of the next match at or before i, -1 if there is none. */
static int next_match(const struct model *m, int i, const struct store_job_query *q)
{
	while (i >= 0 && !matches(m, &m->jobs[i], q))
		i--;
	return i;
}

static void check_item(const struct model *m, const struct json *item, int i)
{
	char id[ID_SIZE];
	id_format(ID_EXTRACT, m->jobs[i].id, id);
	assert_true(str_eq_z(ex_text(item, "id"), id));
	assert_true(str_eq_z(ex_text(item, "status"), job_status_name(m->jobs[i].status)));
}

/* Up to three pages from the query's position on. */
static void check_pages(const struct model *m, struct store_job_query q)
{
	struct store_job_page page;
	int64_t expected = 0;
	int next = ALL - 1;
	for (int i = 0; i < ALL; i++)
		expected += matches(m, &m->jobs[i], &q);
	while (q.before && next >= 0 && m->jobs[next].at >= q.before)
		next--;
	for (int turn = 0; turn < 3; turn++) {
		struct json *items = ex_list(q, &page);
		assert_int_equal(page.total, expected);
		for (size_t i = 0; i < page.n; i++) {
			next = next_match(m, next, &q);
			assert_true(next >= 0);
			check_item(m, items->item[i], next);
			assert_true(i + 1 < page.n || page.last == m->jobs[next].at);
			next--;
		}
		next = next_match(m, next, &q);
		assert_int_equal(page.more, next >= 0);
		if (!page.more)
			return;
		assert_int_equal(page.n, q.limit);
		q.before = page.last;
	}
}

/* Thousands of random filter sets: every page, order and total is what a plain loop over all jobs gives. */
static void test_lists(void **state)
{
	struct model *m = build();
	struct id ids[8];
	ex_sound();
	for (int i = 0; i < 4000; i++) {
		struct arena_mark mark = arena_mark(&ex_arena);
		check_pages(m, random_query(m, ids));
		arena_reset(&ex_arena, mark);
	}
	free(m);
}

/* A walk through pages shows what was there when it began, each job once, though new jobs arrive and others are deleted. */
static void test_walk(void **state)
{
	enum { JOBS = 40 };
	struct id file = ex_file(ex_project, "doc"), ids[JOBS];
	struct store_job_query q = { .project = ex_project, .limit = 3 };
	struct store_job_page page;
	for (int i = 0; i < JOBS; i++)
		ids[i] = ex_create(ex_project, file).id;
	int next = JOBS - 1, expected_total = JOBS;
	do {
		struct json *items = ex_list(q, &page);
		assert_int_equal(page.total, expected_total);
		for (size_t i = 0; i < page.n; i++) {
			char id[ID_SIZE];
			id_format(ID_EXTRACT, ids[next--], id);
			assert_true(str_eq_z(ex_text(items->item[i], "id"), id));
		}
		ex_create(ex_project, file);
		expected_total++;
		if (page.more) { /* the first of the next page goes */
			assert_int_equal(store_job_cancel(ex_store, ex_project, ids[next], clock_now(), &ex_err), STORE_OK);
			assert_int_equal(store_job_delete(ex_store, ex_project, ids[next], &ex_err), STORE_OK);
			next--;
			expected_total--;
		}
		q.before = page.last;
	} while (page.more);
	assert_int_equal(next, -1);
}

static void assert_named(struct store_job_query q, int64_t total)
{
	struct store_job_page page;
	for (int turn = 0; turn < 2; turn++) { /* what was said once may be remembered */
		ex_list(q, &page);
		assert_int_equal(page.total, total);
	}
}

/* Jobs that a request names are as they are now: made since, moved on, gone; and never another project's. */
static void test_named(void **state)
{
	struct id file = ex_file(ex_project, "doc"), ids[3] = { ex_create(ex_project, file).id, ex_create(ex_project, file).id, id_new(1) };
	struct store_job_query q = { .project = ex_project, .limit = 10, .by_ids = true, .job_ids = ids, .job_ids_n = 3 };
	struct store_job_query waiting = q, foreign = q;
	waiting.has_status = true, waiting.status = JOB_PENDING;
	foreign.project = ex_other;
	assert_named(q, 2);
	assert_named(waiting, 2);
	assert_named(foreign, 0);
	struct store_job made = ex_new_job(ex_project, file);
	made.id = ids[2];
	assert_int_equal(store_job_create(ex_store, &made, clock_now(), 0, &ex_err), STORE_OK);
	assert_named(q, 3);
	assert_named(waiting, 3);
	assert_int_equal(store_job_cancel(ex_store, ex_project, ids[0], clock_now(), &ex_err), STORE_OK);
	assert_named(q, 3);
	assert_named(waiting, 2);
	assert_int_equal(store_job_delete(ex_store, ex_project, ids[0], &ex_err), STORE_OK);
	assert_named(q, 2);
	assert_named(foreign, 0);
}

/* Totals up to a moment follow every change of what lies before it. */
static void test_moments(void **state)
{
	enum { JOBS = 200 };
	struct id file = ex_file(ex_project, "doc"), ids[JOBS];
	struct store_job_query q = { .project = ex_project, .limit = 1 };
	struct store_job_page page;
	int64_t at[JOBS];
	for (int i = 0; i < JOBS; i++) {
		struct store_job j = ex_create(ex_project, file);
		ids[i] = j.id;
		at[i] = j.created_at;
	}
	for (int i = 0; i < 20; i++) {
		int gone = i * 7;
		for (int turn = 0; turn < 2; turn++) {
			q.created_to = at[180];
			ex_list(q, &page);
			assert_int_equal(page.total, 181 - i);
		}
		assert_int_equal(store_job_cancel(ex_store, ex_project, ids[gone], clock_now(), &ex_err), STORE_OK);
		assert_int_equal(store_job_delete(ex_store, ex_project, ids[gone], &ex_err), STORE_OK);
	}
}

/* Results that are large make shorter pages, which still meet each job once. */
static void test_large(void **state)
{
	enum { JOBS = 5, BYTES = 10 << 20 };
	struct id file = ex_file(ex_project, "doc"), ids[JOBS];
	struct buf b = BUF_INIT(0);
	buf_z(&b, "{\"a\":\"");
	assert_true(buf_reserve(&b, BYTES));
	memset(b.p + b.n, 'x', BYTES);
	b.n += BYTES;
	buf_z(&b, "\"}");
	struct store_finish f = { .status = JOB_COMPLETED, .result = buf_view(&b) };
	for (int i = 0; i < JOBS; i++) {
		ids[i] = ex_create(ex_project, file).id;
		struct store_claim c = ex_claim();
		assert_int_equal(store_job_finish(ex_store, c.job.id, c.token, &f, clock_now(), &ex_err), STORE_OK);
	}
	buf_fini(&b);
	for (int named = 0; named < 2; named++) {
		struct store_job_query q = { .project = ex_project, .limit = 10, .by_ids = named, .job_ids = ids, .job_ids_n = JOBS };
		struct store_job_page page = { .more = true };
		for (int seen = 0; seen < JOBS; seen += (int)page.n, q.before = page.last) {
			struct json *v = ex_list(q, &page);
			assert_int_equal(page.n, seen + 2 <= JOBS ? 2 : 1);
			assert_int_equal(page.total, JOBS);
			assert_int_equal(page.more, seen + (int)page.n < JOBS);
			for (size_t i = 0; i < page.n; i++) {
				char id[ID_SIZE];
				id_format(ID_EXTRACT, ids[JOBS - 1 - seen - (int)i], id);
				assert_true(str_eq_z(ex_text(v->item[i], "id"), id));
			}
		}
	}
}

int exercise_lists(void)
{
	const struct CMUnitTest tests[] = { EX_TEST(test_lists), EX_TEST(test_walk), EX_TEST(test_named), EX_TEST(test_large), EX_TEST(test_moments) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
