/* SPDX-License-Identifier: Apache-2.0 */
/*
 * quarry-crash - quarry with one wire added: QUARRY_TEST_CRASH_AT=step kills the
 * process the moment a job enters that step (SIGKILL: no handler, no buffer gets
 * to say goodbye). QUARRY_TEST_CRASH_AFTER=n lets n jobs enter it before.
 * The program that is shipped has no such wire.
 */
#include "cli/cli.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct wire {
	const char *step;
	atomic_int left;
};

static void entered(void *ctx, const char *step)
{
	struct wire *w = ctx;
	if (strcmp(step, w->step) == 0 && atomic_fetch_sub(&w->left, 1) <= 0)
		raise(SIGKILL);
}

int main(int argc, char **argv)
{
	const char *step = getenv("QUARRY_TEST_CRASH_AT"), *after = getenv("QUARRY_TEST_CRASH_AFTER");
	struct wire wire = { .step = step, .left = after ? atoi(after) : 0 };
	struct cli_hooks hooks = { .entered = step ? entered : NULL, .ctx = &wire };
	return cli_main(argc, (const char **)argv, &hooks);
}
