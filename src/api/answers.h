/* SPDX-License-Identifier: Apache-2.0 */
/*
 * answers - bodies of job lists, kept until the next write to any job.
 *
 * A list depends on its project, its query text and the jobs alone, so a body made
 * at a generation of the store (store_job_generation) is exact as long as that
 * generation lasts. A fixed number of places; a new body drops what stood in its
 * place. Thread-safe; bodies are counted references, sent without a copy.
 */
#pragma once
#include "base/id.h"
#include "http/http.h"

struct answers;

struct answers *answers_new(void); /* NULL out of memory */
void answers_free(struct answers *a);

/* Answer r with the body kept for (project, r's query) at this generation. False if there is none. */
bool answers_reply(struct answers *a, struct http_request *r, struct id project, uint64_t generation);
/*
 * Answer r with b's bytes, and keep them if the same was asked for before. generation must have been read before the
 * jobs were: then a write in between makes the body stale, never wrong.
 */
void answers_keep(struct answers *a, struct http_request *r, struct id project, uint64_t generation, struct buf *b);
