/* SPDX-License-Identifier: Apache-2.0 */
/*
 * schema - the JSON Schema subset of extraction (behaviour.md section 10).
 *
 * schema_check() refuses what the contract refuses, reporting every problem
 * with its place, and resolves local $ref, nullable unions, oneOf and allOf into
 * a tree of nodes that engines walk. Pure; nodes live on the caller's arena and
 * point into the source tree.
 */
#pragma once
#include "base/arena.h"
#include "json/json.h"

enum schema_type { SCHEMA_STRING, SCHEMA_NUMBER, SCHEMA_INTEGER, SCHEMA_BOOLEAN, SCHEMA_OBJECT, SCHEMA_ARRAY, SCHEMA_ANY, SCHEMA_NULL };

struct schema_node {
	enum schema_type type;
	bool nullable;
	bool required;              /* named in the parent's required list */
	struct str name;            /* property name; empty for root and items */
	struct str title, description, format, pattern; /* empty if absent */
	const struct json *enums;   /* array, or NULL; const becomes an enum of one */
	const struct json *source;  /* the node's schema with $ref and allOf resolved; never NULL */
	size_t n;                   /* OBJECT: properties in source order */
	struct schema_node **props;
	struct schema_node *items;  /* ARRAY: element, never NULL */
	const struct schema_node *parent;
};

struct schema_problem {
	struct str pointer;  /* place inside the schema, JSON Pointer without the first slash: "properties/lines/items" */
	struct str type;     /* contract's error type, e.g. "value_error" */
	struct str message;  /* what is wrong and what to write instead */
};

/* Limits of behaviour.md section 10. */
#define SCHEMA_MAX_DEPTH 7
#define SCHEMA_MAX_PROPERTIES 5000
#define SCHEMA_MAX_WORDS_CHARS 120000 /* names, descriptions, enum values together */
#define SCHEMA_MAX_CHARS 150000       /* of schema text */

/*
 * Compile schema (its compact text length is text_n). NULL if refused: then
 * *problems (at most 50, on the arena) says why.
 */
struct schema_node *schema_check(const struct json *schema, size_t text_n, struct arena *a,
				 struct schema_problem **problems, size_t *problems_n);

/* The schema as a job uses it: $ref resolved, compact (schema/validation's answer, G-39). */
void schema_write(struct buf *b, const struct schema_node *root);

/*
 * Does JSON value v fit node n (types, enums; every property present and no
 * other)? null fits every plain value, since a missing value is null even where
 * the schema requires one (G-38); objects and arrays must say so. false with the
 * first misfit's path in e (ERR_INVALID).
 */
bool schema_fits(const struct schema_node *n, const struct json *v, struct err *e);
