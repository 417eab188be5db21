/* SPDX-License-Identifier: Apache-2.0 */
/*
 * late - shared libraries that are loaded when they are first needed.
 *
 * A library that every start loads costs every start, with all that it loads in turn, whether or not there is anything for
 * it to do. Each that only some uses need has a header with its functions as rows of a list:
 *
 *     #define LATE_NAME(F) F(some_function) F(another)
 *     extern struct late_name { LATE_NAME(LATE_MEMBER) } late_name;
 *     #define some_function late_name.some_function
 *
 * so that calls are written as ever and checked against the library's own header. They may only be made once late_load()
 * gave true.
 */
#pragma once
#include "base/err.h"

#include <stdatomic.h>
#include <stddef.h>

struct late {
	const char *library;      /* as the linker would write it: "libzip.so.4" */
	const char *const *names; /* of its functions; ends with NULL */
	void **into;              /* their pointers, in the same order */
	atomic_bool loaded;
};

#define LATE_MEMBER(function) __typeof__(&function) function;
#define LATE_STRING(function) #function,
/* Define late_NAME and its struct late. */
#define LATE_LIBRARY(name, library, LIST)                                                             \
	struct late_##name late_##name;                                                               \
	static const char *const name##_functions[] = { LIST(LATE_STRING) NULL };                     \
	_Static_assert(sizeof(late_##name) == sizeof(name##_functions) - sizeof(char *), "pointers"); \
	struct late name##_library = { library, name##_functions, (void **)(void *)&late_##name, false }

/* Load it, unless that was done; threads may do so at once. Nothing is ever unloaded. ERR_INTERNAL: it is missing, or a jail
 * refuses to open its file. */
bool late_load(struct late *l, struct err *e);
