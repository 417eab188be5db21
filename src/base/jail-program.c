/* SPDX-License-Identifier: Apache-2.0 */
/* The jail of a program that must open files and start threads, and so cannot live with the allow-list of jail.c. */
#include "base/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/jail-private.h"

/* What programs are made of. Nothing here is a secret: not /etc as a whole, not /proc, no one's home. */
static const char *const readable[] = {
	"/usr", "/lib", "/lib64", "/etc/fonts", "/etc/libreoffice", "/var/spool/libreoffice", "/var/lib/libreoffice",
	"/etc/ld.so.cache", "/var/cache/fontconfig",
	"/dev/null", "/dev/zero", "/dev/urandom",
};

/* Version 1's rights over files that are no folders. */
#define FILE_RIGHTS (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE)
#define READ_RIGHTS (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

static bool allow(int rules, const char *path, uint64_t rights)
{
	struct stat st;
	struct landlock_path_beneath_attr a = { .allowed_access = rights, .parent_fd = open(path, O_PATH | O_CLOEXEC) };
	if (a.parent_fd < 0)
		return errno == ENOENT; /* what is not there need not be allowed */
	if (fstat(a.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		a.allowed_access &= FILE_RIGHTS;
	bool ok = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &a, 0) == 0;
	close(a.parent_fd);
	return ok;
}

static bool build_landlock(const char *folder, struct err *e)
{
	uint64_t rights;
	int rules = jail_landlock_open(&rights);
	bool ok = rules >= 0;
	for (size_t i = 0; ok && i < sizeof(readable) / sizeof(readable[0]); i++)
		ok = allow(rules, readable[i], READ_RIGHTS);
	ok = ok && allow(rules, "/dev/null", FILE_RIGHTS) && allow(rules, folder, rights & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE) &&
	     syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	if (rules >= 0)
		close(rules);
	return ok || err_set(e, ERR_JAIL, "the kernel has no Landlock to keep files out of reach of a program");
}

/* Refused whatever their arguments: other processes, other namespaces, the kernel's wider surface. */
static const int refused[] = {
	SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(tkill),
	SCMP_SYS(pidfd_send_signal), SCMP_SYS(pidfd_getfd), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(mount),
	SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf),
	SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
	SCMP_SYS(io_uring_setup), SCMP_SYS(open_by_handle_at), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(kexec_load),
	SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(setsid), SCMP_SYS(setpgid),
};

/*
 * Programs that run once on a desktop make a socket for their later starts to talk to, in a folder of everyone, and give up
 * if they cannot. Here there is one start: they are told that it worked, and nobody will come.
 */
static bool pretend_sockets(scmp_filter_ctx f)
{
	static const struct { int call, error; } rows[] = {
		{ SCMP_SYS(bind), 0 }, { SCMP_SYS(listen), 0 }, { SCMP_SYS(connect), ECONNREFUSED }, { SCMP_SYS(accept), EPERM },
		{ SCMP_SYS(accept4), EPERM },
	};
	bool ok = true;
	for (size_t i = 0; ok && i < sizeof(rows) / sizeof(rows[0]); i++)
		ok = seccomp_rule_add(f, SCMP_ACT_ERRNO((uint32_t)rows[i].error), rows[i].call, 0) == 0;
	return ok;
}

static bool build_seccomp(struct err *e)
{
	const uint32_t no = SCMP_ACT_ERRNO(EPERM);
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_ALLOW);
	bool ok = f != NULL;
	for (size_t i = 0; ok && i < sizeof(refused) / sizeof(refused[0]); i++)
		ok = seccomp_rule_add(f, no, refused[i], 0) == 0;
	/* Streams within the machine only; signals to itself only. */
	ok = ok && pretend_sockets(f) && seccomp_rule_add(f, no, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0)) == 0 &&
	     seccomp_rule_add(f, no, SCMP_SYS(socket), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, 2, SOCK_DGRAM)) == 0 &&
	     seccomp_rule_add(f, no, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)getpid(), 0)) == 0 &&
	     seccomp_rule_add(f, no, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)) == 0 &&
	     seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 && seccomp_load(f) == 0;
	if (f)
		seccomp_release(f);
	return ok || err_set(e, ERR_JAIL, "seccomp: the kernel refuses the filter");
}

bool jail_enter_program(const struct jail_limits *l, uint64_t file_bytes, const char *folder, struct err *e)
{
	if (!jail_rlimits(l, file_bytes, e))
		return false;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_set(e, ERR_JAIL, "no new privileges: %s", strerror(errno));
	return build_landlock(folder, e) && build_seccomp(e);
}
