/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json - strict reader into an arena tree (json-c underneath), pointers.
 *
 * RFC 8259 with limits: UTF-8 checked, no duplicate keys, no trailing text,
 * integers beyond 64 bits refused by their source text, depth and size bounded
 * by the caller; a byte order mark in front is passed over. Key order is kept.
 * Numbers keep their written form in text, so 1.10 stays 1.10. Values live on
 * the arena.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_INT, JSON_REAL, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json {
	enum json_kind type;
	uint32_t room;     /* members that fit item and key */
	struct str text;   /* STRING: decoded UTF-8; INT, REAL: as written (but -0 is 0) */
	int64_t i;         /* INT */
	double d;          /* INT and REAL */
	size_t n;          /* ARRAY, OBJECT: members */
	struct json **item; /* ARRAY: values; OBJECT: values, in step with key */
	struct str *key;   /* OBJECT */
};

struct json_limits {
	size_t max_bytes;
	int max_depth;
};
extern const struct json_limits json_limits_default; /* 1 MiB, depth 64 */

/* Parse the whole of s. NULL with ERR_REQUEST ("line 3 column 7: …"), ERR_TOO_LARGE or ERR_BUDGET. */
struct json *json_parse(struct str s, const struct json_limits *limits, struct arena *a, struct err *e);

/* Member of an object by key; NULL if absent or v is no object. v may be NULL. */
struct json *json_get(const struct json *v, const char *key);
struct json *json_get_str(const struct json *v, struct str key);
static inline bool json_is(const struct json *v, enum json_kind t) { return v && v->type == t; }
/* The whole number that v is, however it is written: 3.0 is 3 (JSON Schema draft 2020-12, 6.1.1). False if it is none, or one that
 * doubles no longer tell apart. */
bool json_whole(const struct json *v, int64_t *out);
static inline bool json_is_null(const struct json *v) { return !v || v->type == JSON_NULL; }
static inline bool json_is_bool(const struct json *v) { return v && (v->type == JSON_TRUE || v->type == JSON_FALSE); }
const char *json_type_name(const struct json *v); /* "null", "boolean", "integer", "number", "string", "array", "object" */

/* Build (for generated trees). Out of memory gives NULL. */
struct json *json_new(struct arena *a, enum json_kind t);
struct json *json_new_str(struct arena *a, struct str s);
bool json_set(struct arena *a, struct json *object, struct str key, struct json *value); /* replaces or appends */
bool json_push(struct arena *a, struct json *array, struct json *value);

/*
 * Writing: append compact JSON text to a buf. Stored JSON is spliced with
 * buf_str(), never re-serialised.
 */
void json_write(struct buf *b, const struct json *v);
void json_write_pretty(struct buf *b, const struct json *v); /* two spaces a level */
void json_write_str(struct buf *b, struct str s);            /* quoted and escaped; malformed UTF-8 becomes U+FFFD */
void json_write_z(struct buf *b, const char *z);             /* null if z is NULL */
void json_write_key(struct buf *b, const char *key, bool *first); /* comma if needed, "key": */
