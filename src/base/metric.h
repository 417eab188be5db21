/* SPDX-License-Identifier: Apache-2.0 */
/*
 * metric - numbers about the running process, for Prometheus.
 *
 * One row each in metric.def, with labels from fixed sets, so that nothing a
 * client sends becomes a label. Updates are one or two relaxed atomic additions
 * to static memory: no locks, no allocation, no failure, from any thread.
 */
#pragma once
#include "base/buf.h"

enum metric {
#define METRIC(type, id, unit, a, b, name, help) METRIC_##id,
#include "base/metric.def"
	METRICS
};

/* LABEL_state_PENDING … count from 0 in each set; LABEL_state_n is how many there are. */
enum label {
#define SET(set) LABEL_##set##_before = -1,
#define VALUE(set, value) LABEL_##set##_##value,
#define END(set) LABEL_##set##_n,
#define ROOM(set, n) LABEL_##set##_n = (n),
#include "base/metric.def"
};

/* a and b are values of the row's two labels, 0 where it has none. What does not exist is not counted. */
void metric_add(enum metric m, size_t a, size_t b, int64_t n);    /* COUNTER: n >= 0, in the row's unit */
void metric_set(enum metric m, size_t a, size_t b, int64_t value); /* GAUGE, or a COUNTER kept by the kernel */
void metric_observe(enum metric m, size_t a, size_t b, int64_t us); /* HISTOGRAM */

/* Name value i of label route, before the first request; i 0 is kept for none. Texts must be static. */
void metric_route(size_t i, const char *method, const char *path);

/* Which value of a set (LABEL_step_n for step) has this name; that number if none. */
size_t metric_step(const char *name);

/* Set the rows of the process itself, as they are now. */
void metric_process(void);

/* All of them in the text exposition format, version 0.0.4. */
#define METRIC_TYPE "text/plain; version=0.0.4; charset=utf-8"
void metric_write(struct buf *b);
