/* SPDX-License-Identifier: Apache-2.0 */
/*
 * exercise-store - what the parts of the conformance suite share: a fresh store
 * of the backend under test with two projects, and short ways to fill it.
 */
#pragma once
#include "store/store-private.h"

#include "base/clock.h"
#include "base/test-folder.h"
#include "json/json.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

extern const char *ex_backend;
extern char ex_dir[TEST_FOLDER];
extern struct store *ex_store;
extern struct id ex_org, ex_project, ex_other;
extern struct arena ex_arena;
extern struct err ex_err;

void ex_open(void); /* again, after store_close() */
int ex_setup(void **state);
int ex_teardown(void **state);
/* store_verify() finds nothing. */
void ex_sound(void);
/* The same numbers in every run. */
void ex_seed(unsigned seed);
unsigned ex_random(unsigned n);

struct id ex_file(struct id project, const char *name);
/* A parse job as an input, made the way a finished extract job makes one. */
struct id ex_parse_job(struct id project, const char *tier);
struct store_job ex_new_job(struct id project, struct id file);
struct store_job ex_create(struct id project, struct id file);
struct store_claim ex_claim(void);
/* The page as JSON. */
struct json *ex_list(struct store_job_query q, struct store_job_page *page);
struct str ex_text(const struct json *item, const char *key);
struct store_job ex_job(struct id project, struct id job);

/* The parts. */
int exercise_tenants(void);
int exercise_files(void);
int exercise_jobs(void);
int exercise_lists(void);
int exercise_parse_jobs(void);
int exercise_configurations(void);
int exercise_death(void);
int exercise_deliveries(void);
#define EX_TEST(f) cmocka_unit_test_setup_teardown(f, ex_setup, ex_teardown)
