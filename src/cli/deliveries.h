/* SPDX-License-Identifier: Apache-2.0 */
/* deliveries - what webhooks were told of a job, as text for people. */
#pragma once
#include "store/store.h"

/*
 * Append the log of the job named by text (ext-… or pjb-…) to b: a line per delivery, one per attempt below it.
 * ERR_USAGE if it names no job, ERR_NOT_FOUND if the project has no such job and nothing was told of it.
 */
bool deliveries_write(struct store *s, struct id project, const char *text, struct buf *b, struct err *e);
