/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clock - time as integer microseconds UTC since 1970.
 *
 * Only programs' outer rooms read the clock; inner ones take time as a value.
 */
#pragma once
#include "base/str.h"

#define CLOCK_SECOND INT64_C(1000000)
#define CLOCK_RFC3339_SIZE 25 /* "2019-12-27T18:11:19.117Z" and NUL */

int64_t clock_now(void);  /* wall clock */
int64_t clock_mono(void); /* monotonic, for durations and deadlines */

/* "2019-12-27T18:11:19.117Z": UTC, milliseconds (behaviour.md section 2). */
void clock_format(int64_t us, char out[CLOCK_RFC3339_SIZE]);

/*
 * Read an ISO 8601 / RFC 3339 date-time or date (behaviour.md section 2, G-5):
 * "2026-04-02", "2026-04-02T09:15:30[.fraction][Z|±hh:mm|±hhmm|±hh]"; 'T' may be
 * a space or 't'; without offset it is UTC; a space where the offset's '+'
 * belongs is read as '+'. Fractions beyond microseconds are cut. False if it is
 * no such text or no such day.
 */
bool clock_parse(struct str s, int64_t *us);
