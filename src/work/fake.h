/* SPDX-License-Identifier: Apache-2.0 */
/* fake - a parser and an engine that do as the tests say, in place of rooms pool and extract. */
#pragma once
#include "work/work.h"

struct fake {
	/* What the parser gives: pages numbered 1 to pages, or those asked for; an error if code is set. */
	uint32_t pages, fault; /* fault: number of a page that could not be read; 0 = none */
	struct err parse_error;
	/* What the engine gives. */
	const char *result, *release;
	atomic_bool block; /* the parser waits until it is cancelled */
	struct err extract_error;
	/* What was asked. */
	atomic_int parses, extractions, fetches;
	int status; /* of what is fetched */
	struct pool_request parsed;
	struct extract_request extracted;
	uint32_t first_page, pages_seen; /* of the document that reached the engine */
};
extern struct fake fake;

void fake_reset(void);
/* A parsed document with pages 1 to n. */
void fake_frames(uint32_t n, struct buf *out);
