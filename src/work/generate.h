/* SPDX-License-Identifier: Apache-2.0 */
/* generate - a schema suggested from words, a schema and a sample file, which is parsed here if it was not before. */
#pragma once
#include "work/work.h"

#define GENERATE_PAGES 20u /* of the sample; more tell little new */

struct generate {
	struct pool *pool;
	int fd;                    /* the sample; -1 = none */
	int64_t file_size;
	struct str file_name;
	struct str frames;         /* the sample parsed before, 8-byte aligned; empty = parse fd. Frames that do not open are
				      parsed anew */
	struct str prompt;         /* empty = none */
	const struct json *schema; /* that passed schema_check(), or NULL */
	int64_t until;             /* clock_mono(): the parser is given no longer; 0 = as long as pool_parse() gives */
};

/*
 * Append the schema to out as compact JSON. Fails with the parser's own code if the sample
 * cannot be read, with ERR_NO_DATA if nothing names a field.
 */
bool work_generate(const struct generate *g, struct buf *out, struct err *e);

/* The same with a stored file as sample (NULL = none), from the cache of parsed documents if it is there. */
bool work_generate_stored(struct store *s, struct pool *p, const struct store_file *file, struct str prompt,
			  const struct json *schema, int64_t until, struct buf *out, struct err *e);
