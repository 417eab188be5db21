/* SPDX-License-Identifier: Apache-2.0 */
/*
 * err - the one error type, from a parser to the HTTP answer.
 *
 * A struct err lives on the caller's stack, so reporting works out of memory.
 * Fallible functions return bool and take struct err * last; err_set() and
 * err_in() return false so that an error path is one line. Outcomes to act on
 * (no job to claim, end of list) are not errors.
 */
#pragma once
#include <stdarg.h>
#include <stdbool.h>

enum err_code {
	ERR_NONE = 0,
#define ERR(name, word, http, retry, exit) ERR_##name,
#include "base/err.def"
#undef ERR
	ERR_COUNT
};

struct err {
	enum err_code code;
	char text[256]; /* NUL-ended, one line, says what the user can do */
};

/* Static facts of a code, from err.def. */
struct err_row {
	const char *name; /* "NOT_FOUND" */
	const char *word; /* code word shown to users */
	int http;         /* status when it ends a request */
	bool retry;       /* may the same work succeed later */
	int exit;         /* exit code of the command line */
};

/* The row of a code; never NULL (unknown codes give INTERNAL). */
const struct err_row *err_row(enum err_code code);

/* The code whose word is given, or ERR_NONE. */
enum err_code err_from_word(const char *word);

/* Fill e and return false. Cuts long text at a UTF-8 boundary. e may be NULL. */
__attribute__((format(printf, 3, 4))) bool err_set(struct err *e, enum err_code code, const char *fmt, ...);

/* Prefix the text with where we were ("file dfl-…: …") and return false. */
__attribute__((format(printf, 2, 3))) bool err_in(struct err *e, const char *fmt, ...);

/* Fill e from errno: IO, with "what: strerror". Returns false. */
bool err_errno(struct err *e, const char *what);
