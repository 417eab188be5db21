/* SPDX-License-Identifier: Apache-2.0 */
/* schema-private - what resolve.c and check.c share. */
#pragma once
#include "schema/schema.h"

#define SCHEMA_MAX_PROBLEMS 50     /* G-8 */
#define SCHEMA_MAX_NESTING 64      /* schemas inside schemas while resolving: as deep as JSON may be */
#define SCHEMA_MAX_STEPS 100000    /* schemas visited: $ref may multiply them without adding properties */

/* One step of the way to a schema, on the stack of the walk. */
struct place {
	const struct place *up;
	struct str name;
};

struct check {
	const struct json *root;
	struct arena *a;
	struct schema_problem *problems;
	size_t problems_n;
	const struct json *active[SCHEMA_MAX_NESTING + 1]; /* being resolved: a $ref to one of them never ends */
	size_t active_n;
	uint32_t steps;
	uint32_t properties;
	size_t words_chars;
};

__attribute__((format(printf, 3, 4)))
void check_problem(struct check *c, const struct place *at, const char *fmt, ...);

/* A copy of s with $ref replaced by what it names and allOf merged; NULL after a problem. */
struct json *schema_resolve(struct check *c, const struct json *s, const struct place *at);

/* Add the members of from that into lacks; properties are merged one by one, required lists joined. */
bool schema_merge(struct check *c, struct json *into, const struct json *from, const struct place *at);

bool schema_type_known(struct str word, enum schema_type *out);
