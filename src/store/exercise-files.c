/* SPDX-License-Identifier: Apache-2.0 */
#include "store/exercise-store.h"

#include "base/io.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- blobs */

static int64_t collected(int64_t before)
{
	int64_t sum = 0;
	for (unsigned slice = 0; slice < STORE_BLOB_SLICES; slice++) {
		int64_t n;
		assert_true(store_blob_collect(ex_store, slice, before, &n, &ex_err));
		sum += n;
	}
	return sum;
}

static bool blob_is(const struct store_blob *b, struct str content)
{
	struct buf got = BUF_INIT(0);
	int64_t size;
	int fd;
	if (store_blob_open(ex_store, b->hash, &fd, &size, &ex_err) != STORE_OK)
		return false;
	assert_true(io_read_fd(fd, &got, &ex_err));
	close(fd);
	bool same = size == (int64_t)content.n && str_eq(buf_view(&got), content);
	buf_fini(&got);
	return same;
}

/* Blobs are named by content, live while a row refers to them, and are collected only when old. */
static void test_blobs(void **state)
{
	struct store_blob a, b;
	int fd;
	int64_t size, later = clock_now() + 10 * CLOCK_SECOND;
	assert_true(store_blob_put(ex_store, STR("content"), &a, &ex_err));
	assert_true(store_blob_put(ex_store, STR("content"), &b, &ex_err));
	assert_memory_equal(a.hash, b.hash, SHA256_SIZE);
	assert_true(blob_is(&a, STR("content")));
	struct id file = ex_file(ex_project, "kept");
	assert_int_equal(collected(clock_now() - CLOCK_SECOND * 60), 0);
	assert_int_equal(collected(later), 1);
	assert_int_equal(store_blob_open(ex_store, a.hash, &fd, &size, &ex_err), STORE_NONE);
	assert_int_equal(store_file_delete(ex_store, ex_project, file, &ex_err), STORE_OK);
	assert_int_equal(collected(later), 1);
}

/* A large upload in uneven pieces arrives whole; an empty one and an abandoned one are fine too. */
static void test_upload(void **state)
{
	static char bytes[300000];
	struct store_blob whole;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)ex_random(256);
	struct store_upload *u = store_upload_begin(ex_store, &ex_err);
	assert_non_null(u);
	for (size_t at = 0, n; at < sizeof(bytes); at += n) {
		n = 1 + ex_random(9000);
		n = n < sizeof(bytes) - at ? n : sizeof(bytes) - at;
		assert_true(store_upload_add(u, bytes + at, n, &ex_err));
	}
	assert_true(store_upload_finish(u, &whole, &ex_err));
	uint8_t hash[SHA256_SIZE];
	sha256_of((struct str){ bytes, sizeof(bytes) }, hash);
	assert_memory_equal(whole.hash, hash, SHA256_SIZE);
	assert_true(blob_is(&whole, (struct str){ bytes, sizeof(bytes) }));
	u = store_upload_begin(ex_store, &ex_err);
	assert_true(store_upload_add(u, "x", 1, &ex_err));
	store_upload_abort(u);
	assert_true(store_blob_put(ex_store, STR(""), &whole, &ex_err));
	assert_true(blob_is(&whole, STR("")));
}

/* Frames that a parse job or the cache names are kept. */
static void test_blob_rows(void **state)
{
	struct store_blob cached, got;
	struct id file = ex_file(ex_project, "of");
	uint8_t hash[SHA256_SIZE] = { 9 };
	assert_true(store_blob_put(ex_store, STR("cached"), &cached, &ex_err));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("key"), &cached, file, clock_now(), &ex_err));
	ex_parse_job(ex_project, "fast");
	assert_int_equal(collected(clock_now() + 10 * CLOCK_SECOND), 0);
	assert_int_equal(store_cache_get(ex_store, ex_other, hash, STR("key"), &got, &ex_err), STORE_NONE);
	assert_int_equal(store_cache_get(ex_store, ex_project, hash, STR("kez"), &got, &ex_err), STORE_NONE);
	assert_int_equal(store_cache_get(ex_store, ex_project, hash, STR("key"), &got, &ex_err), STORE_OK);
	assert_memory_equal(got.hash, cached.hash, SHA256_SIZE);
	assert_int_equal(got.size, 6);
	assert_true(store_blob_put(ex_store, STR("newer"), &cached, &ex_err));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("key"), &cached, file, clock_now(), &ex_err));
	assert_int_equal(store_cache_get(ex_store, ex_project, hash, STR("key"), &got, &ex_err), STORE_OK);
	assert_memory_equal(got.hash, cached.hash, SHA256_SIZE);
	assert_int_equal(collected(clock_now() + 10 * CLOCK_SECOND), 1);
	ex_sound();
}

static bool is_cached(const uint8_t *hash, const char *key)
{
	struct store_blob got;
	return store_cache_get(ex_store, ex_project, hash, str_from(key), &got, &ex_err) == STORE_OK;
}

/* An entry ends with the job or file it belongs to, or when it is old; others stay. */
static void test_cache_ends(void **state)
{
	struct store_blob blob;
	uint8_t hash[SHA256_SIZE] = { 7 };
	struct id file = ex_file(ex_project, "a"), stays = ex_file(ex_project, "b"), parse = ex_parse_job(ex_project, "fast");
	int64_t now = clock_now(), n;
	assert_true(store_blob_put(ex_store, STR("kept"), &blob, &ex_err));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("of file"), &blob, file, now, &ex_err));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("of job"), &blob, parse, now, &ex_err));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("other"), &blob, stays, now + 1, &ex_err));
	assert_int_equal(store_file_delete(ex_store, ex_project, file, &ex_err), STORE_OK);
	assert_true(!is_cached(hash, "of file") && is_cached(hash, "of job"));
	assert_int_equal(store_job_delete(ex_store, ex_project, parse, &ex_err), STORE_OK);
	assert_true(!is_cached(hash, "of job") && is_cached(hash, "other"));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("late"), &blob, parse, now, &ex_err));
	assert_false(is_cached(hash, "late"));
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("old"), &blob, stays, now, &ex_err));
	assert_true(store_cache_prune(ex_store, now, &(struct store_cache_size){ 0 }, &n, &ex_err) && n == 0);
	assert_true(store_cache_prune(ex_store, now + 1, &(struct store_cache_size){ 0 }, &n, &ex_err) && n == 1);
	assert_true(!is_cached(hash, "old") && is_cached(hash, "other"));
	ex_sound();
}

static void assert_cache(int64_t entries, int64_t bytes)
{
	struct store_cache_size now;
	assert_true(store_cache_size(ex_store, &now, &ex_err));
	assert_int_equal(now.entries, entries);
	assert_int_equal(now.bytes, bytes);
}

/* The cache knows how large it is, however entries come, change and go; what is over its bounds goes, oldest first. */
static void test_cache_bounds(void **state)
{
	static const char *const keys[] = { "a", "b", "c", "d" };
	struct store_blob small, large;
	uint8_t hash[SHA256_SIZE] = { 8 };
	struct id file = ex_file(ex_project, "of"), other = ex_file(ex_project, "other");
	int64_t now = clock_now(), n;
	assert_cache(0, 0);
	assert_true(store_blob_put(ex_store, STR("ten bytes."), &small, &ex_err));
	assert_true(store_blob_put(ex_store, STR("twenty bytes of text"), &large, &ex_err));
	for (int i = 0; i < 4; i++)
		assert_true(store_cache_put(ex_store, ex_project, hash, str_from(keys[i]), &small, file, now + i, &ex_err));
	assert_cache(4, 40);
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("a"), &large, file, now + 9, &ex_err));
	assert_cache(4, 50);
	assert_true(store_cache_prune(ex_store, 0, &(struct store_cache_size){ 4, 50 }, &n, &ex_err) && n == 0);
	assert_true(store_cache_prune(ex_store, 0, &(struct store_cache_size){ 3, 0 }, &n, &ex_err) && n == 1);
	assert_true(!is_cached(hash, "b") && is_cached(hash, "c"));
	assert_true(store_cache_prune(ex_store, 0, &(struct store_cache_size){ 0, 29 }, &n, &ex_err) && n == 2);
	assert_true(!is_cached(hash, "d") && is_cached(hash, "a"));
	assert_cache(1, 20);
	assert_true(store_cache_put(ex_store, ex_project, hash, STR("e"), &small, other, now, &ex_err));
	assert_int_equal(store_file_delete(ex_store, ex_project, file, &ex_err), STORE_OK);
	assert_cache(1, 10);
	ex_sound();
}

static void make_old(const struct store_blob *b)
{
	const struct timespec old[2] = { { 1000, 0 }, { 1000, 0 } };
	char path[4096];
	store_blob_path(ex_store, b->hash, path);
	utimensat(AT_FDCWD, path, old, 0); /* it may be gone */
}

enum { ROUNDS = 300 };
static pthread_barrier_t round_edge;

static void *collect_in_rounds(void *blob)
{
	const struct store_blob *b = blob;
	for (int i = 0; i < ROUNDS; i++) {
		struct err e;
		int64_t n;
		pthread_barrier_wait(&round_edge);
		store_blob_collect(ex_store, b->hash[0], clock_now() - 60 * CLOCK_SECOND, &n, &e);
		pthread_barrier_wait(&round_edge);
	}
	return NULL;
}

/* An upload that says it finished has its blob, though the collector was after the old one of the same content. */
static void test_collect_race(void **state)
{
	pthread_t t;
	struct store_blob b, again;
	assert_true(store_blob_put(ex_store, STR("wanted"), &b, &ex_err));
	pthread_barrier_init(&round_edge, NULL, 2);
	assert_int_equal(pthread_create(&t, NULL, collect_in_rounds, &b), 0);
	int lost = 0;
	for (int i = 0; i < ROUNDS; i++) {
		make_old(&b);
		pthread_barrier_wait(&round_edge);
		bool ok = store_blob_put(ex_store, STR("wanted"), &again, &ex_err);
		pthread_barrier_wait(&round_edge);
		lost += !ok || !blob_is(&b, STR("wanted"));
	}
	pthread_join(t, NULL);
	pthread_barrier_destroy(&round_edge);
	assert_int_equal(lost, 0);
}

/* ---- files */

enum { FILES = 300, NAMES = 7, EXTERNALS = 5 };

struct model {
	struct store_file files[FILES];
	bool gone[FILES];
};

static struct str number(const char *what, unsigned n)
{
	return arena_printf(&ex_arena, "%s%u", what, n);
}

static void build_files(struct model *m)
{
	struct store_blob blob;
	assert_true(store_blob_put(ex_store, STR("b"), &blob, &ex_err));
	for (int i = 0; i < FILES; i++) {
		struct store_file *f = &m->files[i];
		*f = (struct store_file){ .id = id_new(clock_now()), .project = ex_project, .name = number("n", ex_random(NAMES)),
					  .purpose = STR("extract"), .file_type = STR("pdf"), .blob = blob,
					  .created_at = 1000 + (int64_t)ex_random(40), .last_modified_at = 2000 };
		if (ex_random(2))
			f->external_file_id = number("e", ex_random(EXTERNALS));
		assert_true(store_file_create(ex_store, f, &ex_err));
		m->gone[i] = ex_random(10) == 0;
		if (m->gone[i])
			assert_int_equal(store_file_delete(ex_store, ex_project, f->id, &ex_err), STORE_OK);
	}
	ex_file(ex_other, "n0");
}

static bool wanted(const struct model *m, int i, const struct store_file_query *q)
{
	const struct store_file *f = &m->files[i];
	bool named = q->ids_n == 0;
	for (size_t k = 0; k < q->ids_n; k++)
		named |= id_eq(q->ids[k], f->id);
	return !m->gone[i] && named && (!q->name.p || str_eq(q->name, f->name)) &&
	       (!q->external_file_id.p || (f->external_file_id.p && str_eq(q->external_file_id, f->external_file_id)));
}

/* Does a stand before b? The orders in other words than the store's. */
static bool stands_before(enum store_file_order order, const struct store_file *a, const struct store_file *b)
{
	int by_id = memcmp(a->id.b, b->id.b, 16), by_name = str_cmp(a->name, b->name);
	int64_t by_time = a->created_at - b->created_at;
	switch (order) {
	case STORE_FILES_NEWEST: return by_time > 0 || (by_time == 0 && by_id > 0);
	case STORE_FILES_OLDEST: return by_time < 0 || (by_time == 0 && by_id < 0);
	case STORE_FILES_NAME: return by_name < 0 || (by_name == 0 && by_id < 0);
	case STORE_FILES_NAME_DESC: return by_name > 0 || (by_name == 0 && by_id > 0);
	case STORE_FILES_ID: return by_id < 0;
	case STORE_FILES_ID_DESC: return by_id > 0;
	}
	return false;
}

static void check_pages(const struct model *m, struct store_file_query q)
{
	struct store_file_page page;
	int64_t expected = 0, seen = 0;
	struct store_file last = { 0 };
	for (int i = 0; i < FILES; i++)
		expected += wanted(m, i, &q);
	do {
		assert_true(store_file_list(ex_store, &q, &ex_arena, &page, &ex_err));
		assert_int_equal(page.total, expected);
		assert_true(page.n > 0 || !page.more);
		for (size_t i = 0; i < page.n; i++) {
			int k = 0;
			while (k < FILES && !id_eq(m->files[k].id, page.items[i].id))
				k++;
			assert_true(k < FILES && wanted(m, k, &q));
			assert_true(seen == 0 || stands_before(q.order, &last, &page.items[i]));
			last = page.items[i];
			seen++;
		}
		q.after = true;
		q.after_id = last.id, q.after_time = last.created_at, q.after_name = last.name;
	} while (page.more);
	assert_int_equal(seen, expected);
}

/* Every order, filter and page size gives each file of the project that matches, once, in order, with the right total. */
static void test_files(void **state)
{
	struct model *m = calloc(1, sizeof(*m));
	struct id ids[30];
	build_files(m);
	for (int i = 0; i < 400; i++) {
		struct arena_mark mark = arena_mark(&ex_arena);
		struct store_file_query q = { .project = ex_project, .order = (enum store_file_order)ex_random(6),
					      .limit = 1 + (int)ex_random(50) };
		if (ex_random(3) == 0)
			q.name = number("n", ex_random(NAMES + 1));
		if (ex_random(3) == 0)
			q.external_file_id = number("e", ex_random(EXTERNALS + 1));
		if (ex_random(4) == 0)
			q.ids = ids, q.ids_n = 1 + ex_random(30);
		for (size_t k = 0; k < q.ids_n; k++)
			ids[k] = ex_random(9) ? m->files[ex_random(FILES)].id : id_new(1);
		check_pages(m, q);
		arena_reset(&ex_arena, mark);
	}
	ex_sound();
	free(m);
}

/* A file belongs to its project; all its fields come back; a second delete finds nothing. */
static void test_file(void **state)
{
	struct store_file f = { .id = id_new(clock_now()), .project = ex_project, .name = STR("a b.pdf"), .purpose = STR("user_data"),
				.external_file_id = STR("x/1"), .file_type = STR("pdf"), .created_at = 5, .last_modified_at = 6,
				.expires_at = 7 }, got;
	assert_true(store_blob_put(ex_store, STR("data"), &f.blob, &ex_err));
	assert_true(store_file_create(ex_store, &f, &ex_err));
	assert_int_equal(store_file_get(ex_store, ex_other, f.id, &ex_arena, &got, &ex_err), STORE_NONE);
	assert_int_equal(store_file_get(ex_store, ex_project, f.id, &ex_arena, &got, &ex_err), STORE_OK);
	assert_true(str_eq(got.name, f.name) && str_eq(got.purpose, f.purpose) && str_eq(got.external_file_id, f.external_file_id));
	assert_true(str_eq(got.file_type, f.file_type) && got.created_at == 5 && got.last_modified_at == 6 && got.expires_at == 7);
	assert_true(got.blob.size == 4 && memcmp(got.blob.hash, f.blob.hash, SHA256_SIZE) == 0);
	assert_false(store_file_create(ex_store, &f, &ex_err)); /* same id */
	assert_int_equal(store_file_delete(ex_store, ex_other, f.id, &ex_err), STORE_NONE);
	assert_int_equal(store_file_delete(ex_store, ex_project, f.id, &ex_err), STORE_OK);
	assert_int_equal(store_file_delete(ex_store, ex_project, f.id, &ex_err), STORE_NONE);
	f.project = id_new(1);
	assert_false(store_file_create(ex_store, &f, &ex_err));
	assert_int_equal(ex_err.code, ERR_NOT_FOUND);
	ex_sound();
}

int exercise_files(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_blobs), EX_TEST(test_upload), EX_TEST(test_blob_rows), EX_TEST(test_cache_ends), EX_TEST(test_cache_bounds),
		EX_TEST(test_collect_race), EX_TEST(test_file), EX_TEST(test_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
