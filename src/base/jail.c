/* SPDX-License-Identifier: Apache-2.0 */
#include "base/jail.h"

#include "base/jail-private.h"

#include <errno.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The seccomp allow-list: memory, the descriptors a child was born with, time, its own end. sysinfo: glibc's
 * qsort asks how much memory there is. What opens, connects, forks or executes is not here. */
static const int allowed[] = {
	SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek),
	SCMP_SYS(fstat), SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
	SCMP_SYS(mprotect), SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigprocmask), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
	SCMP_SYS(sysinfo), SCMP_SYS(sched_yield), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(tgkill),
	SCMP_SYS(restart_syscall), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(recvfrom), SCMP_SYS(sendto),
	SCMP_SYS(poll),
};

/* Processor time: what stands, what a step adds, where it ends. */
static rlim_t cpu_now, cpu_step, cpu_most;

static size_t mapped_bytes(void)
{
	unsigned long pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");
	if (f && fscanf(f, "%lu", &pages) != 1)
		pages = 0;
	if (f)
		fclose(f);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static bool limit(int what, rlim_t value)
{
	struct rlimit l = { value, value };
	return setrlimit((__rlimit_resource_t)what, &l) == 0;
}

/* At the hard limit the kernel kills without saying why: SIGXCPU, a second before, tells. */
static bool limit_cpu(void)
{
	struct rlimit l = { cpu_now, cpu_most + 1 };
	return setrlimit(RLIMIT_CPU, &l) == 0;
}

void jail_step(void)
{
	if (cpu_step == 0 || cpu_now == cpu_most)
		return;
	cpu_now = cpu_now + cpu_step < cpu_most ? cpu_now + cpu_step : cpu_most;
	limit_cpu(); /* refused: what stood before still stands */
}

bool jail_rlimits(const struct jail_limits *l, uint64_t file_bytes, struct err *e)
{
	/* A library that prints a warning where standard error is a file is refused, not killed. */
	signal(SIGXFSZ, SIG_IGN);
	cpu_now = (rlim_t)l->cpu_seconds;
	cpu_step = (rlim_t)l->step_seconds;
	cpu_most = (rlim_t)(l->most_seconds > l->cpu_seconds ? l->most_seconds : l->cpu_seconds);
	if (limit(RLIMIT_AS, mapped_bytes() + l->memory_bytes) && limit_cpu() &&
	    limit(RLIMIT_NOFILE, (rlim_t)l->max_fds) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, file_bytes))
		return true;
	return err_set(e, ERR_JAIL, "resource limits: %s", strerror(errno));
}

static long landlock_version(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

enum { LANDLOCK_NET = 4 }; /* the version that knows of networks */

/* Debian 12's header knows only the first version. */
int jail_landlock_open(uint64_t *rights)
{
	struct {
		uint64_t fs, net;
	} handled = { (UINT64_C(1) << 13) - 1, 0 }; /* version 1: the first 13 rights */
	long abi = landlock_version();
	if (abi < 1)
		return -1;
	size_t size = sizeof(handled.fs);
	if (abi >= 2)
		handled.fs |= UINT64_C(1) << 13; /* refer */
	if (abi >= 3)
		handled.fs |= UINT64_C(1) << 14; /* truncate */
	if (abi >= LANDLOCK_NET) {
		handled.net = 3; /* bind and connect TCP */
		size = sizeof(handled);
	}
	if (abi >= 5)
		handled.fs |= UINT64_C(1) << 15; /* ioctl on devices */
	*rights = handled.fs;
	return (int)syscall(SYS_landlock_create_ruleset, &handled, size, 0);
}

/* Denies every path where the kernel has it. */
static bool build_landlock(void)
{
	uint64_t rights;
	int rules = jail_landlock_open(&rights);
	if (rules < 0)
		return false;
	bool ok = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return ok;
}

static bool build_seccomp(bool kill, struct err *e)
{
	scmp_filter_ctx f = seccomp_init(kill ? SCMP_ACT_KILL_PROCESS : SCMP_ACT_ERRNO(EPERM));
	bool ok = f != NULL;
	for (size_t i = 0; ok && i < sizeof(allowed) / sizeof(allowed[0]); i++)
		ok = seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
	/* fstat() of newer C libraries: only on a descriptor. Paths inside would still meet Landlock. */
	ok = ok && seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, 0x1000, 0x1000)) == 0;
	/* jail_step(): limits of its own, below the hard ones. */
	ok = ok && seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0),
				    SCMP_A1(SCMP_CMP_EQ, RLIMIT_CPU)) == 0;
	ok = ok && seccomp_load(f) == 0;
	if (f)
		seccomp_release(f);
	return ok || err_set(e, ERR_JAIL, "seccomp: the kernel refuses the filter");
}

bool jail_isolate(void)
{
	return unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) == 0;
}

bool jail_isolate_once(void)
{
	return landlock_version() < LANDLOCK_NET ? jail_isolate() : unshare(CLONE_NEWUSER | CLONE_NEWIPC) == 0;
}

bool jail_enter(const struct jail_limits *l, unsigned *walls, struct err *e)
{
	*walls = 0;
	if (!jail_rlimits(l, 0, e))
		return false;
	*walls |= JAIL_RLIMITS;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_set(e, ERR_JAIL, "no new privileges: %s", strerror(errno));
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	if (build_landlock())
		*walls |= JAIL_LANDLOCK;
	if (!build_seccomp(l->kill, e))
		return false;
	*walls |= JAIL_SECCOMP;
	return true;
}

void jail_describe(unsigned walls, char *out, size_t size)
{
	static const struct { unsigned wall; const char *name; } names[] = {
		{ JAIL_RLIMITS, "rlimits" }, { JAIL_SECCOMP, "seccomp" }, { JAIL_LANDLOCK, "landlock" },
		{ JAIL_NAMESPACES, "namespaces" },
	};
	size_t n = 0;
	snprintf(out, size, "none");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if ((walls & names[i].wall) && n < size)
			n += (size_t)snprintf(out + n, size - n, "%s%s", n ? " " : "", names[i].name);
}
