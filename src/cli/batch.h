/* SPDX-License-Identifier: Apache-2.0 */
/*
 * batch - many files, some at a time, with a progress bar on a terminal.
 *
 * A file that fails is reported on standard error and the rest goes on.
 */
#pragma once
#include "base/err.h"
#include <stddef.h>

struct batch {
	const char *command;   /* for messages */
	const char **files;
	size_t n;
	int threads;           /* at a time; 0 = one per core */
	bool (*one)(void *ctx, const char *file, struct err *e); /* called from several threads */
	void *ctx;
};

/* Run all. Returns how many failed; *first is the error of the first of them by position. */
size_t batch_run(const struct batch *b, struct err *first);
