/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan - what json-c lets pass and RFC 8259 or our limits do not: raw control
 * characters in strings, words such as NaN, integers beyond 64 bits, deep nesting.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

/* Check s token by token; *members gets the number of object members, to notice keys given twice. */
bool json_scan(struct str s, int max_depth, size_t *members, struct err *e);
/* ERR_REQUEST with "line L column C: what". */
bool json_fail_at(struct str s, size_t at, const char *what, struct err *e);
