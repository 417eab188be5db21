/* SPDX-License-Identifier: Apache-2.0 */
/*
 * problem - what is wrong with a request, all of it, as the body of a 422.
 *
 * Checks append; nothing stops at the first. At most PROBLEMS_MAX are kept
 * (behaviour.md G-8). Places are chains on the callers' stacks, written out when
 * a problem is added.
 */
#pragma once
#include "http/http.h"
#include "json/json.h"

#define PROBLEMS_MAX 50
#define PROBLEM_INPUT_MAX 4096 /* bytes of a refused value that are sent back; a longer one is left out */

/* One step of a place: a key, or an index if key.p is NULL. The outermost is "body", "query", … */
struct place {
	const struct place *up;
	struct str key;
	size_t index;
};

struct problems {
	struct buf items; /* JSON objects, comma separated */
	int n;
};

static inline struct place place_key(const struct place *up, const char *key)
{
	return (struct place){ up, str_from(key), 0 };
}

static inline struct place place_str(const struct place *up, struct str key)
{
	return (struct place){ up, key, 0 };
}

static inline struct place place_index(const struct place *up, size_t index)
{
	return (struct place){ up, { NULL, 0 }, index };
}

void problems_init(struct problems *p);
void problems_fini(struct problems *p);

/*
 * Add one: type is the contract's machine name ("string_type"), input the refused
 * value (NULL = leave out), ctx a JSON object as text or NULL. Returns false.
 */
__attribute__((format(printf, 6, 7))) bool problem_add(struct problems *p, const struct place *at, const char *type,
							const struct json *input, const char *ctx, const char *fmt, ...);
/* A required key is not there; input is the object it is missing from. */
bool problem_missing(struct problems *p, const struct place *at, const struct json *object);
/* A value that is no whole number. */
bool problem_integer(struct problems *p, const struct place *at, const struct json *v);
/* Text that is none of words (NULL-ended). */
bool problem_word(struct problems *p, const struct place *at, struct str input, const char *const *words);
/* Text in a query that is refused. */
__attribute__((format(printf, 6, 7))) bool problem_text(struct problems *p, const struct place *at, const char *type,
							 struct str input, const char *ctx, const char *fmt, ...);

/* If there are problems, answer 422 with them and return true. Frees them either way. */
bool problems_reply(struct problems *p, struct http_request *r);
