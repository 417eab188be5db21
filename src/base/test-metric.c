/* SPDX-License-Identifier: Apache-2.0 */
#include "base/metric.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static struct buf page;

static const char *written(void)
{
	buf_clear(&page);
	metric_write(&page);
	assert_true(buf_ok(&page, NULL));
	return page.p;
}

/* The number behind a sample's name and labels. */
static double value(const char *sample)
{
	char line[256];
	snprintf(line, sizeof(line), "\n%s ", sample);
	const char *at = strstr(written(), line);
	if (!at)
		fail_msg("no sample %s", sample);
	return strtod(at + strlen(line), NULL);
}

/* ---- a strict reader of the format */

struct reader {
	const char *at;
	char family[128], type[16];
	char last_bucket[128]; /* name and labels before le */
	double before;
};

static size_t name_length(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:0123456789");
	assert_true(n > 0 && !(s[0] >= '0' && s[0] <= '9'));
	return n;
}

static void take(struct reader *r, const char *literal)
{
	assert_true(strncmp(r->at, literal, strlen(literal)) == 0);
	r->at += strlen(literal);
}

static void read_head(struct reader *r)
{
	char family[128];
	take(r, "# HELP ");
	snprintf(r->family, sizeof(r->family), "%.*s", (int)name_length(r->at), r->at);
	r->at = strchr(r->at, '\n') + 1;
	take(r, "# TYPE ");
	snprintf(family, sizeof(family), "%.*s", (int)name_length(r->at), r->at);
	assert_string_equal(family, r->family);
	r->at += strlen(family);
	take(r, " ");
	snprintf(r->type, sizeof(r->type), "%.*s", (int)strcspn(r->at, "\n"), r->at);
	assert_true(strcmp(r->type, "counter") == 0 || strcmp(r->type, "gauge") == 0 || strcmp(r->type, "histogram") == 0);
	r->at += strlen(r->type) + 1;
	r->before = 0;
	r->last_bucket[0] = '\0';
}

static void read_label(struct reader *r, char *key, size_t size)
{
	snprintf(key, size, "%.*s", (int)name_length(r->at), r->at);
	r->at += strlen(key);
	take(r, "=\"");
	while (*r->at != '"') {
		if (*r->at == '\\') {
			r->at++;
			assert_true(*r->at == '\\' || *r->at == '"' || *r->at == 'n');
		}
		assert_true((unsigned char)*r->at >= ' ');
		r->at++;
	}
	take(r, "\"");
}

/* Buckets never fall, and the last one is the count. */
static void check_histogram(struct reader *r, const char *series, const char *suffix, double v)
{
	if (strcmp(suffix, "_bucket") == 0) {
		if (strcmp(series, r->last_bucket) == 0)
			assert_true(v >= r->before);
		snprintf(r->last_bucket, sizeof(r->last_bucket), "%s", series);
		r->before = v;
	} else if (strcmp(suffix, "_count") == 0) {
		assert_true(v == r->before);
	} else {
		assert_string_equal(suffix, "_sum");
	}
}

static void read_sample(struct reader *r)
{
	char name[128], key[64], series[128] = "", *end;
	const char *labels;
	snprintf(name, sizeof(name), "%.*s", (int)name_length(r->at), r->at);
	assert_true(strncmp(name, r->family, strlen(r->family)) == 0);
	r->at += strlen(name);
	labels = r->at;
	while (*r->at == '{' || *r->at == ',') {
		const char *from = r->at++;
		read_label(r, key, sizeof(key));
		if (strcmp(key, "le") == 0)
			snprintf(series, sizeof(series), "%.*s", (int)(from - labels), labels);
		if (*r->at == '}')
			break;
	}
	if (r->at != labels)
		take(r, "}");
	take(r, " ");
	double v = strtod(r->at, &end);
	assert_ptr_not_equal(end, r->at);
	assert_int_equal(*end, '\n');
	r->at = end + 1;
	if (strcmp(r->type, "histogram") == 0)
		check_histogram(r, series, name + strlen(r->family), v);
	else
		assert_string_equal(name, r->family);
	assert_true(v >= 0);
}

/* Every line is a head in pairs or a sample of the head before it. */
static void the_page_is_well_formed(void **state)
{
	metric_route(7, "GET", "/odd\"path\\with\nall");
	metric_add(METRIC_http_requests, 7, LABEL_class_2xx, 1);
	metric_observe(METRIC_http_request, 7, 0, 1200);
	metric_observe(METRIC_http_request, 7, 0, 999999999);
	struct reader r = { .at = written() };
	int samples = 0;
	while (*r.at)
		if (*r.at == '#')
			read_head(&r);
		else {
			read_sample(&r);
			samples++;
		}
	assert_true(samples > METRICS);
	assert_int_equal(page.p[page.n - 1], '\n');
	assert_non_null(strstr(page.p, "route=\"/odd\\\"path\\\\with\\nall\""));
}

/* Names are unique, and end as Prometheus wants it: counters in _total. */
static void names_follow_the_rules(void **state)
{
	static const struct {
		const char *type, *name;
	} names[] = {
#define METRIC(type, id, unit, a, b, name, help) { #type, name },
#include "base/metric.def"
	};
	for (size_t i = 0; i < METRICS; i++) {
		bool total = str_ends(str_from(names[i].name), STR("_total"));
		assert_int_equal(total, strcmp(names[i].type, "COUNTER") == 0);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(names[i].name, names[k].name);
	}
}

/* A counter grows by what is added, under its own labels only. */
static void counters_add_up(void **state)
{
	metric_add(METRIC_cache, LABEL_cache_parse, LABEL_found_hit, 2);
	metric_add(METRIC_cache, LABEL_cache_parse, LABEL_found_hit, 3);
	assert_true(value("quarry_cache_lookups_total{cache=\"parse\",found=\"hit\"}") == 5);
	assert_true(value("quarry_cache_lookups_total{cache=\"parse\",found=\"miss\"}") == 0);
	metric_add(METRIC_ocr, 0, 0, 1500000);
	assert_true(value("quarry_ocr_seconds_total") == 1.5);
}

/* An observation is in every bucket from its bound on; bounds belong to their bucket. */
static void buckets_are_cumulative(void **state)
{
	metric_observe(METRIC_job_step, LABEL_step_parse, 0, 1000);
	metric_observe(METRIC_job_step, LABEL_step_parse, 0, 1001);
	metric_observe(METRIC_job_step, LABEL_step_parse, 0, 200000000);
	assert_true(value("quarry_job_step_seconds_bucket{step=\"parse\",le=\"0.0005\"}") == 0);
	assert_true(value("quarry_job_step_seconds_bucket{step=\"parse\",le=\"0.001\"}") == 1);
	assert_true(value("quarry_job_step_seconds_bucket{step=\"parse\",le=\"0.0025\"}") == 2);
	assert_true(value("quarry_job_step_seconds_bucket{step=\"parse\",le=\"100\"}") == 2);
	assert_true(value("quarry_job_step_seconds_bucket{step=\"parse\",le=\"+Inf\"}") == 3);
	assert_true(value("quarry_job_step_seconds_count{step=\"parse\"}") == 3);
	assert_true(value("quarry_job_step_seconds_sum{step=\"parse\"}") == 200.002001);
}

/* A value that no set has is not counted anywhere. */
static void foreign_labels_are_ignored(void **state)
{
	char *before = strdup(written());
	metric_add(METRIC_cache, LABEL_cache_n, 0, 1);
	metric_add(METRIC_http_requests, LABEL_route_n, 0, 1);
	metric_observe(METRIC_job_step, LABEL_step_n, 0, 1);
	metric_route(LABEL_route_n, "GET", "/x");
	assert_string_equal(written(), before);
	free(before);
	assert_int_equal(metric_step("extract"), LABEL_step_extract);
	assert_int_equal(metric_step("nonsense"), LABEL_step_n);
}

static void *add_many(void *arg)
{
	for (int i = 0; i < 10000; i++) {
		metric_add(METRIC_store_writes, 0, 0, 1);
		metric_observe(METRIC_store_group, 0, 0, i);
	}
	return NULL;
}

/* Nothing that threads add at the same time is lost. */
static void threads_lose_nothing(void **state)
{
	pthread_t t[4];
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&t[i], NULL, add_many, NULL), 0);
	for (int i = 0; i < 4; i++)
		pthread_join(t[i], NULL);
	assert_true(value("quarry_store_writes_total") == 40000);
	assert_true(value("quarry_store_group_seconds_count") == 40000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_is_well_formed), cmocka_unit_test(names_follow_the_rules),
		cmocka_unit_test(counters_add_up),         cmocka_unit_test(buckets_are_cumulative),
		cmocka_unit_test(foreign_labels_are_ignored), cmocka_unit_test(threads_lose_nothing),
	};
	buf_init(&page, 0);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	buf_fini(&page);
	return failed;
}
