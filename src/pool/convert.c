/* SPDX-License-Identifier: Apache-2.0 */
#include "pool/pool-private.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"

enum { PIECE = 1 << 16 };
static const uint64_t most_bytes = UINT64_C(1) << 30;

/* What the converter's exit code means to a user. */
static bool explain(const struct run *k, int status, struct err *e)
{
	switch (WIFEXITED(status) ? WEXITSTATUS(status) : ORDER_END_FAILED) {
	case ORDER_END_OK:
		return true;
	case ORDER_END_MISSING:
		return err_set(e, ERR_UNSUPPORTED, "%s", k->needed.text);
	case ORDER_END_JAIL:
		return err_set(e, ERR_UNSUPPORTED, "LibreOffice would read it, but cannot be walled in here (the kernel has no Landlock)");
	case ORDER_END_TIME:
		return err_set(e, ERR_TIMEOUT, "LibreOffice takes too long to read it");
	default:
		return err_set(e, ERR_UNCONVERTED, "LibreOffice cannot read the file: it is damaged, protected or of another kind than its name says");
	}
}

/* 1 = some bytes, 0 = none yet, -1 = the end. */
static int take_some(const struct run *k, uint64_t *bytes, struct err *e)
{
	char piece[PIECE];
	if (!run_readable(k))
		return 0;
	ssize_t n = read(k->frames, piece, sizeof(piece));
	if (n < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : -1;
	*bytes += (uint64_t)n;
	if (*bytes > most_bytes)
		err_set(e, ERR_BUDGET, "LibreOffice makes more than a gigabyte of it");
	return n > 0 && e->code == ERR_NONE && io_write_all(k->converted, piece, (size_t)n, e) ? 1 : -1;
}

bool convert_collect(struct run *k, struct err *e)
{
	uint64_t bytes = 0;
	int status, got;
	k->converted = memfd_create("converted", MFD_CLOEXEC);
	if (k->converted < 0)
		return err_errno(e, "memfd");
	do {
		if (!run_waits(k, e))
			return false;
		got = take_some(k, &bytes, e);
	} while (got >= 0);
	if (e->code != ERR_NONE)
		return false;
	if (!run_status(k, &status))
		return err_set(e, ERR_CHILD, "the converter ended; try again");
	return explain(k, status, e);
}
