/* SPDX-License-Identifier: Apache-2.0 */
#include "store/exercise-store.h"

/* Keys are found by hash until they are revoked, and act for their project alone. */
static void test_keys(void **state)
{
	uint8_t hash[SHA256_SIZE], wrong[SHA256_SIZE];
	struct store_scope scope;
	struct id key;
	struct store_key *keys;
	size_t n;
	sha256_of(STR("secret"), hash);
	sha256_of(STR("Secret"), wrong);
	assert_true(store_key_create(ex_store, ex_other, STR("ci"), hash, clock_now(), &key, &ex_err));
	assert_int_equal(store_key_lookup(ex_store, wrong, &scope, &ex_err), STORE_NONE);
	assert_int_equal(store_key_lookup(ex_store, hash, &scope, &ex_err), STORE_OK);
	assert_true(id_eq(scope.project, ex_other) && id_eq(scope.org, ex_org) && id_eq(scope.key, key) && scope.project_enabled);
	assert_true(store_key_list(ex_store, ex_other, &ex_arena, &keys, &n, &ex_err));
	assert_int_equal(n, 1);
	assert_true(str_eq_z(keys[0].name, "ci"));
	assert_int_equal(store_key_revoke(ex_store, ex_project, key, clock_now(), &ex_err), STORE_NONE);
	assert_int_equal(store_key_revoke(ex_store, ex_other, key, clock_now(), &ex_err), STORE_OK);
	assert_int_equal(store_key_revoke(ex_store, ex_other, key, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_key_lookup(ex_store, hash, &scope, &ex_err), STORE_NONE);
	assert_true(store_key_list(ex_store, (struct id){ 0 }, &ex_arena, &keys, &n, &ex_err));
	assert_int_equal(n, 1);
	assert_true(id_eq(keys[0].project, ex_other) && keys[0].revoked_at);
	assert_int_equal(store_project_lookup(ex_store, id_new(1), &key, &ex_err), STORE_NONE);
}

/* A key that is given again works again, under the identifier it had. */
static void test_key_again(void **state)
{
	uint8_t hash[SHA256_SIZE] = { 1 };
	struct store_scope scope;
	struct id key, again;
	assert_true(store_key_create(ex_store, ex_project, STR("x"), hash, clock_now(), &key, &ex_err));
	assert_int_equal(store_key_revoke(ex_store, ex_project, key, clock_now(), &ex_err), STORE_OK);
	assert_true(store_key_create(ex_store, ex_project, STR("x"), hash, clock_now(), &again, &ex_err));
	assert_true(id_eq(key, again));
	assert_int_equal(store_key_lookup(ex_store, hash, &scope, &ex_err), STORE_OK);
	assert_true(id_eq(scope.key, key));
}

static int64_t last_used(void)
{
	struct store_key *keys;
	size_t n;
	store_close(ex_store); /* waits for writes nobody waits for */
	ex_open();
	assert_true(store_key_list(ex_store, ex_project, &ex_arena, &keys, &n, &ex_err));
	assert_int_equal(n, 1);
	return keys[0].last_used_at;
}

/* The time of a key's use is kept to some minutes, and never goes back. */
static void test_key_used(void **state)
{
	uint8_t hash[SHA256_SIZE] = { 2 };
	struct id key;
	const int64_t t = 1800000000 * CLOCK_SECOND;
	assert_true(store_key_create(ex_store, ex_project, STR("x"), hash, t, &key, &ex_err));
	assert_int_equal(last_used(), 0);
	store_key_used(ex_store, key, t);
	assert_int_equal(last_used(), t);
	store_key_used(ex_store, key, t + CLOCK_SECOND);
	store_key_used(ex_store, key, t - 9000 * CLOCK_SECOND);
	assert_int_equal(last_used(), t);
	store_key_used(ex_store, key, t + 3600 * CLOCK_SECOND);
	assert_int_equal(last_used(), t + 3600 * CLOCK_SECOND);
}

/* The first start makes an organization and a project, later starts find the same ones. */
static void test_bootstrap(void **state)
{
	struct id org, project;
	store_close(ex_store);
	ex_open();
	assert_true(store_bootstrap(ex_store, clock_now(), &org, &project, &ex_err));
	assert_true(id_eq(org, ex_org) && id_eq(project, ex_project));
	assert_int_equal(store_project_lookup(ex_store, ex_other, &org, &ex_err), STORE_OK);
	assert_true(id_eq(org, ex_org));
	assert_false(store_project_create(ex_store, id_new(1), STR("x"), clock_now(), &project, &ex_err));
	assert_int_equal(ex_err.code, ERR_NOT_FOUND);
}

/* A project is read with its name and organization; the first one of an organization says so. */
static void test_projects(void **state)
{
	struct store_project p;
	assert_int_equal(store_project_get(ex_store, ex_other, &ex_arena, &p, &ex_err), STORE_OK);
	assert_true(id_eq(p.id, ex_other) && id_eq(p.org, ex_org) && str_eq_z(p.name, "other") && p.enabled && !p.first);
	assert_true(p.created_at > 0);
	assert_int_equal(store_project_get(ex_store, ex_project, &ex_arena, &p, &ex_err), STORE_OK);
	assert_true(p.first);
	assert_int_equal(store_project_get(ex_store, id_new(1), &ex_arena, &p, &ex_err), STORE_NONE);
}

/* A session acts as its key, until its time is over, it is ended, or the key is revoked; each end is heard of at once. */
static void test_sessions(void **state)
{
	uint8_t key_hash[SHA256_SIZE] = { 3 }, a[SHA256_SIZE] = { 4 }, b[SHA256_SIZE] = { 5 }, c[SHA256_SIZE] = { 6 };
	const int64_t t = 1800000000 * CLOCK_SECOND;
	struct store_scope scope;
	struct id key;
	assert_true(store_key_create(ex_store, ex_other, STR("x"), key_hash, t, &key, &ex_err));
	assert_true(store_session_create(ex_store, a, key, t, t + 10, &ex_err));
	assert_true(store_session_create(ex_store, b, key, t, t + 99, &ex_err));
	assert_int_equal(store_session_lookup(ex_store, a, t + 9, &scope, &ex_err), STORE_OK);
	assert_true(id_eq(scope.project, ex_other) && id_eq(scope.key, key) && scope.expires_at == t + 10);
	assert_int_equal(store_session_lookup(ex_store, a, t + 10, &scope, &ex_err), STORE_NONE);
	/* A new one removes those that are over: the first is gone even for a clock that went back. */
	assert_true(store_session_create(ex_store, c, key, t + 10, t + 99, &ex_err));
	assert_int_equal(store_session_lookup(ex_store, a, t, &scope, &ex_err), STORE_NONE);
	uint64_t before = store_rights_generation(ex_store);
	assert_int_equal(store_session_delete(ex_store, b, &ex_err), STORE_OK);
	assert_int_equal(store_session_delete(ex_store, b, &ex_err), STORE_NONE);
	assert_true(store_rights_generation(ex_store) != before);
	assert_int_equal(store_session_lookup(ex_store, b, t, &scope, &ex_err), STORE_NONE);
	before = store_rights_generation(ex_store);
	assert_int_equal(store_key_revoke(ex_store, ex_other, key, t, &ex_err), STORE_OK);
	assert_true(store_rights_generation(ex_store) != before);
	assert_int_equal(store_session_lookup(ex_store, c, t, &scope, &ex_err), STORE_NONE);
}

/* Projects are listed by organization and switched off and on; keys tell which. */
static void test_organizations(void **state)
{
	struct store_org *orgs;
	struct store_project *projects;
	struct store_scope scope;
	uint8_t hash[SHA256_SIZE] = { 8 };
	struct id org, project, key;
	size_t n;
	assert_true(store_org_create(ex_store, STR("Second"), clock_now(), &org, &ex_err));
	assert_true(store_project_create(ex_store, org, STR("theirs"), clock_now(), &project, &ex_err));
	assert_true(store_org_list(ex_store, &ex_arena, &orgs, &n, &ex_err));
	assert_int_equal(n, 2);
	assert_true(id_eq(orgs[0].id, ex_org) && orgs[0].projects == 2 && str_eq_z(orgs[1].name, "Second") && orgs[1].projects == 1);
	assert_true(store_project_list(ex_store, org, &ex_arena, &projects, &n, &ex_err));
	assert_int_equal(n, 1);
	assert_true(id_eq(projects[0].id, project) && id_eq(projects[0].org, org) && projects[0].enabled && projects[0].first);
	assert_true(store_project_list(ex_store, (struct id){ 0 }, &ex_arena, &projects, &n, &ex_err));
	assert_int_equal(n, 3);
	assert_true(store_key_create(ex_store, project, STR("x"), hash, clock_now(), &key, &ex_err));
	uint64_t before = store_rights_generation(ex_store);
	assert_int_equal(store_project_enable(ex_store, project, false, &ex_err), STORE_OK);
	assert_true(store_rights_generation(ex_store) != before);
	assert_int_equal(store_project_enable(ex_store, project, false, &ex_err), STORE_REFUSED);
	assert_int_equal(store_project_enable(ex_store, id_new(1), false, &ex_err), STORE_NONE);
	assert_int_equal(store_key_lookup(ex_store, hash, &scope, &ex_err), STORE_OK);
	assert_false(scope.project_enabled);
	assert_int_equal(store_project_enable(ex_store, project, true, &ex_err), STORE_OK);
}

/* What a command takes away beside a server is known to the server when the command returns. */
static void test_rights_beside(void **state)
{
	struct store_options o = { .backend = ex_backend, .dir = ex_dir, .shared = true };
	struct store *beside = store_open(&o, &ex_err);
	uint8_t hash[SHA256_SIZE] = { 9 };
	struct id key;
	assert_non_null(beside);
	assert_true(store_key_create(ex_store, ex_project, STR("x"), hash, clock_now(), &key, &ex_err));
	uint64_t before = store_rights_generation(ex_store);
	assert_int_equal(store_key_revoke(beside, ex_project, key, clock_now(), &ex_err), STORE_OK);
	assert_true(store_rights_generation(ex_store) != before);
	store_close(beside);
}

/* A second server on the same folder is refused and told why; a command beside it is not. */
static void test_lock(void **state)
{
	struct store_options o = { .backend = ex_backend, .dir = ex_dir };
	struct err why = { 0 };
	assert_null(store_open(&o, &why));
	assert_int_equal(why.code, ERR_CONFLICT);
	assert_non_null(strstr(why.text, ex_dir));
	o.shared = true;
	struct store *beside = store_open(&o, &why);
	assert_non_null(beside);
	uint8_t hash[SHA256_SIZE] = { 7 };
	struct store_scope scope;
	struct id key;
	assert_true(store_key_create(beside, ex_project, STR("x"), hash, clock_now(), &key, &why));
	assert_int_equal(store_key_lookup(ex_store, hash, &scope, &why), STORE_OK);
	store_close(beside);
}

/* Two processes that write jobs never give out the same time. */
static void test_beside(void **state)
{
	struct store_options o = { .backend = ex_backend, .dir = ex_dir, .shared = true };
	struct store *beside = store_open(&o, &ex_err);
	assert_non_null(beside);
	struct id file = ex_file(ex_project, "doc");
	const int64_t now = 1800000000 * CLOCK_SECOND;
	for (int i = 0; i < 6; i++) {
		struct store_job j = ex_new_job(ex_project, file);
		assert_int_equal(store_job_create(i & 1 ? beside : ex_store, &j, now, 0, &ex_err), STORE_OK);
		assert_int_equal(j.created_at, now + i);
	}
	store_close(beside);
	ex_sound();
}

/* There are only the backends of stores.c. */
static void test_backends(void **state)
{
	struct store_options o = { .backend = "abacus", .dir = ex_dir };
	struct err why = { 0 };
	assert_null(store_open(&o, &why));
	assert_int_equal(why.code, ERR_USAGE);
	assert_true(store_ready(ex_store, &why));
}

int exercise_tenants(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_keys), EX_TEST(test_key_again), EX_TEST(test_key_used), EX_TEST(test_bootstrap), EX_TEST(test_projects),
		EX_TEST(test_sessions), EX_TEST(test_organizations), EX_TEST(test_rights_beside), EX_TEST(test_lock), EX_TEST(test_beside), EX_TEST(test_backends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
