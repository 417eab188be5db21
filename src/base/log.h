/* SPDX-License-Identifier: Apache-2.0 */
/*
 * log - key=value or JSON lines on standard error.
 *
 * Log once, where an error stops travelling. Document text, secrets and keys
 * never go in. Thread-safe; one write per line.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

/* Process-wide: least level shown, and JSON lines instead of key=value. */
void log_setup(enum log_level least, bool json);
bool log_level_parse(struct str s, enum log_level *out);

/*
 * One line: time, level, event ("job.finished"), then pairs. Pairs are
 * printf-like: log_event(LOG_INFO, "job.finished", "job=%s pages=%d", id, n).
 * A value with spaces stands in double quotes; no value may hold double quotes itself.
 */
__attribute__((format(printf, 3, 4))) void log_event(enum log_level level, const char *event, const char *fmt, ...);
/* The event of a failure: adds code= and error="…". */
void log_err(enum log_level level, const char *event, const struct err *e);
