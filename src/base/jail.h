/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jail - the calling process gives up everything a parser does not need.
 *
 * Order: rlimits, no_new_privs, Landlock where the kernel has it, then the
 * seccomp allow-list (no open, socket, clone, exec). Without seccomp and rlimits
 * jail_enter() fails and the caller must exit. Namespaces are left once, by the
 * parent of all jailed processes, since leaving them costs more than a parse.
 */
#pragma once
#include "base/err.h"
#include <stddef.h>
#include <stdint.h>

enum jail_wall { /* bits of the walls that stand */
	JAIL_RLIMITS = 1, JAIL_SECCOMP = 2, JAIL_LANDLOCK = 4, JAIL_NAMESPACES = 8
};
struct jail_limits {
	size_t memory_bytes; /* RLIMIT_AS over what is mapped already */
	int cpu_seconds;     /* RLIMIT_CPU: SIGXCPU when they are used up */
	int step_seconds;    /* what each jail_step() adds to them */
	int most_seconds;    /* never more; less than cpu_seconds = no steps */
	int max_fds;         /* RLIMIT_NOFILE */
	bool kill;           /* refused calls kill (tests) instead of EPERM */
};
/* Leave the user, network and IPC namespaces; false where the kernel or container does not allow it. */
bool jail_isolate(void);
/*
 * The same for a process that reads one document and ends. A network of its own costs it half a millisecond: where Landlock
 * refuses to bind and to connect, which the filter of system calls does before, it leaves the other namespaces alone.
 */
bool jail_isolate_once(void);
/* Enter for good. *walls gets the walls that stand. */
bool jail_enter(const struct jail_limits *limits, unsigned *walls, struct err *e);
/*
 * For a program that opens files and starts threads: enter, then execute it. It reads what programs are made of (/usr, fonts)
 * and reads and writes below folder, files up to file_bytes; it has no network and sees no other process. ERR_JAIL where the
 * kernel has no Landlock: without it nothing would keep files out of reach.
 */
bool jail_enter_program(const struct jail_limits *limits, uint64_t file_bytes, const char *folder, struct err *e);
/* A part of the work is done (a page is written): the next one gets its share of processor time. */
void jail_step(void);
/* "rlimits seccomp landlock", into out. */
void jail_describe(unsigned walls, char *out, size_t size);
