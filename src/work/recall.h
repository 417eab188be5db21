/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recall - results of extractions that were made before; private to room work.
 *
 * A result follows from the parsed document, the settings and the engine's
 * release; under these three it is kept, for the project, until the job that made
 * it is deleted (behaviour.md G-35). A job that says disable_cache neither looks
 * here nor leaves anything.
 */
#pragma once
#include "work/kinds.h"

/* The kept result of what the job is about to extract, on the heap of out's bufs; false if there is none. ctx: struct job. */
bool recall_find(void *ctx, struct arena *a, struct extract_result *out);
/* Write a result to a blob. Only recall_remember() makes it one that is found: a job that fails leaves nothing. */
void recall_keep(void *ctx, const struct extract_result *x);
void recall_remember(struct job *j);
