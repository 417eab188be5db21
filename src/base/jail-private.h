/* SPDX-License-Identifier: Apache-2.0 */
/* What both jails are built of. */
#pragma once
#include "base/jail.h"

/* Limits of memory, time, descriptors, cores and the size of files written. */
bool jail_rlimits(const struct jail_limits *l, uint64_t file_bytes, struct err *e);
/* A Landlock ruleset that handles all that the kernel knows and allows nothing; *rights gets what it handles of files.
 * The caller adds rules, restricts itself and closes it. -1 where the kernel has none. */
int jail_landlock_open(uint64_t *rights);
