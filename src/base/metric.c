/* SPDX-License-Identifier: Apache-2.0 */
#include "base/metric.h"

#include <stdatomic.h>

enum type { COUNTER, GAUGE, HISTOGRAM };
enum unit { COUNT = 1, MICROSECONDS = 1000000 };

/* Upper bounds of the buckets: from an answer out of memory to a long OCR. */
static const struct {
	int64_t us;
	const char *seconds;
} bounds[] = {
	{ 500, "0.0005" }, { 1000, "0.001" }, { 2500, "0.0025" }, { 5000, "0.005" }, { 10000, "0.01" }, { 25000, "0.025" },
	{ 50000, "0.05" }, { 100000, "0.1" }, { 250000, "0.25" }, { 500000, "0.5" }, { 1000000, "1" }, { 2500000, "2.5" },
	{ 5000000, "5" }, { 10000000, "10" }, { 30000000, "30" }, { 100000000, "100" },
};
enum { BOUNDS = sizeof(bounds) / sizeof(bounds[0]), BUCKETS = BOUNDS + 1 };

/* A histogram keeps its buckets (the last is the rest) and its sum. */
enum { COUNTER_CELLS = 1, GAUGE_CELLS = 1, HISTOGRAM_CELLS = BUCKETS + 1 };

static struct {
#define METRIC(type, id, unit, a, b, name, help) \
	_Atomic int64_t id[(size_t)LABEL_##a##_n * LABEL_##b##_n * type##_CELLS];
#include "base/metric.def"
} cells;

/* ---- labels */

#define SET(set) static const char *const set##_names[] = {
#define VALUE(set, value) #value,
#define END(set) };
#include "base/metric.def"

static struct {
	const char *method, *path;
} routes[LABEL_route_n] = { { "other", "none" } };

enum set {
#define SET(set) SET_##set,
#define ROOM(set, n) SET_##set,
#include "base/metric.def"
};

static const struct {
	const char *key;
	size_t n;
	const char *const *names; /* NULL: none, or named at the start */
} sets[] = {
#define SET(set) [SET_##set] = { #set, LABEL_##set##_n, set##_names },
#define ROOM(set, n) [SET_##set] = { #set, LABEL_##set##_n, NULL },
#include "base/metric.def"
};

static const struct row {
	enum type type;
	enum unit unit;
	enum set a, b;
	_Atomic int64_t *cells;
	const char *name, *help;
} rows[] = {
#define METRIC(type, id, unit, a, b, name, help) { type, unit, SET_##a, SET_##b, cells.id, name, help },
#include "base/metric.def"
};

void metric_route(size_t i, const char *method, const char *path)
{
	if (i > 0 && i < LABEL_route_n) {
		routes[i].method = method;
		routes[i].path = path;
	}
}

size_t metric_step(const char *name)
{
	size_t i = 0;
	while (i < LABEL_step_n && strcmp(step_names[i], name) != 0)
		i++;
	return i;
}

/* ---- counting */

static _Atomic int64_t *cell(const struct row *r, size_t a, size_t b)
{
	static const size_t width[] = { [COUNTER] = COUNTER_CELLS, [GAUGE] = GAUGE_CELLS, [HISTOGRAM] = HISTOGRAM_CELLS };
	if (a >= sets[r->a].n || b >= sets[r->b].n)
		return NULL;
	return r->cells + (a * sets[r->b].n + b) * width[r->type];
}

void metric_add(enum metric m, size_t a, size_t b, int64_t n)
{
	_Atomic int64_t *c = cell(&rows[m], a, b);
	if (c)
		atomic_fetch_add_explicit(c, n, memory_order_relaxed);
}

void metric_set(enum metric m, size_t a, size_t b, int64_t value)
{
	_Atomic int64_t *c = cell(&rows[m], a, b);
	if (c)
		atomic_store_explicit(c, value, memory_order_relaxed);
}

void metric_observe(enum metric m, size_t a, size_t b, int64_t us)
{
	_Atomic int64_t *c = cell(&rows[m], a, b);
	size_t i = 0;
	if (!c)
		return;
	while (i < BOUNDS && us > bounds[i].us)
		i++;
	atomic_fetch_add_explicit(&c[i], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&c[BUCKETS], us, memory_order_relaxed);
}

/* ---- writing: https://prometheus.io/docs/instrumenting/exposition_formats/ */

static void write_escaped(struct buf *b, const char *z, bool quote)
{
	for (; *z; z++) {
		if (*z == '\\' || *z == '\n' || (quote && *z == '"'))
			buf_byte(b, '\\');
		buf_byte(b, *z == '\n' ? 'n' : *z);
	}
}

static void write_label(struct buf *b, bool *open, const char *key, const char *value)
{
	buf_z(b, *open ? "," : "{");
	*open = true;
	buf_z(b, key);
	buf_z(b, "=\"");
	write_escaped(b, value, true);
	buf_byte(b, '"');
}

static void write_labels(struct buf *b, bool *open, enum set s, size_t i)
{
	if (s == SET_route) {
		write_label(b, open, "method", routes[i].method);
		write_label(b, open, "route", routes[i].path);
	} else if (s != SET_none) {
		write_label(b, open, sets[s].key, sets[s].names[i]);
	}
}

static void write_number(struct buf *b, int64_t v, enum unit u)
{
	if (u == COUNT)
		buf_i64(b, v);
	else
		buf_printf(b, "%s%lld.%06lld", v < 0 ? "-" : "", (long long)(v < 0 ? -v : v) / u, (long long)(v < 0 ? -v : v) % u);
}

/* One line; le is the bound of a bucket, or NULL. */
static void write_sample(struct buf *b, const struct row *r, size_t ai, size_t bi, const char *suffix, const char *le, int64_t v,
			 enum unit u)
{
	bool open = false;
	buf_z(b, r->name);
	buf_z(b, suffix);
	write_labels(b, &open, r->a, ai);
	write_labels(b, &open, r->b, bi);
	if (le)
		write_label(b, &open, "le", le);
	buf_z(b, open ? "} " : " ");
	write_number(b, v, u);
	buf_byte(b, '\n');
}

/* The count is that of the buckets as they were read, so that both agree whatever is added meanwhile. */
static void write_histogram(struct buf *b, const struct row *r, size_t ai, size_t bi, _Atomic int64_t *c)
{
	int64_t n = 0;
	for (size_t i = 0; i < BUCKETS; i++) {
		n += atomic_load_explicit(&c[i], memory_order_relaxed);
		write_sample(b, r, ai, bi, "_bucket", i < BOUNDS ? bounds[i].seconds : "+Inf", n, COUNT);
	}
	write_sample(b, r, ai, bi, "_sum", NULL, atomic_load_explicit(&c[BUCKETS], memory_order_relaxed), r->unit);
	write_sample(b, r, ai, bi, "_count", NULL, n, COUNT);
}

static int64_t seen(const struct row *r, _Atomic int64_t *c)
{
	int64_t n = 0;
	for (size_t i = 0; i < (r->type == HISTOGRAM ? BUCKETS : 1); i++)
		n += atomic_load_explicit(&c[i], memory_order_relaxed);
	return n;
}

/* Routes nobody asked for would be most of the page; everything else is there from the start. */
static bool shown(const struct row *r, size_t ai, _Atomic int64_t *c)
{
	return r->a != SET_route || (routes[ai].path && seen(r, c));
}

static void write_row(struct buf *b, const struct row *r)
{
	static const char *const types[] = { [COUNTER] = "counter", [GAUGE] = "gauge", [HISTOGRAM] = "histogram" };
	buf_printf(b, "# HELP %s ", r->name);
	write_escaped(b, r->help, false);
	buf_printf(b, "\n# TYPE %s %s\n", r->name, types[r->type]);
	for (size_t ai = 0; ai < sets[r->a].n; ai++)
		for (size_t bi = 0; bi < sets[r->b].n; bi++) {
			_Atomic int64_t *c = cell(r, ai, bi);
			if (!shown(r, ai, c))
				continue;
			if (r->type == HISTOGRAM)
				write_histogram(b, r, ai, bi, c);
			else
				write_sample(b, r, ai, bi, "", NULL, atomic_load_explicit(c, memory_order_relaxed), r->unit);
		}
}

void metric_write(struct buf *b)
{
	for (size_t i = 0; i < METRICS; i++)
		write_row(b, &rows[i]);
}
