/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test-folder - a folder of a test's own, in TMPDIR or /tmp.
 *
 * What a test that died leaves there goes with TMPDIR when tests/run.py ends.
 */
#pragma once

#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { TEST_FOLDER = 128 /* bytes of its path */ };

/* Make one and write its path; false if it cannot be. */
static inline bool test_folder_make(char path[TEST_FOLDER])
{
	const char *top = getenv("TMPDIR");
	int n = snprintf(path, TEST_FOLDER, "%s/quarry-test-XXXXXX", top && *top ? top : "/tmp");
	return n < TEST_FOLDER && mkdtemp(path) != NULL;
}

static inline int test_folder_remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	return remove(path);
}

/* Remove it with all that is in it; false if something is left. */
static inline bool test_folder_remove(const char *path)
{
	return nftw(path, test_folder_remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0;
}
