/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A child goes into the jail and tries what a captured parser would try. Its exit
 * code says whether it was refused. Not for sanitizer builds: their runtime needs
 * what the jail takes away.
 */
#include "base/jail-private.h"

#include "base/test-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { REFUSED = 10, POSSIBLE = 11, NO_JAIL = 12 };

static int try_open(void) { return open("/etc/passwd", O_RDONLY); }
static int try_create(void) { return open("/tmp/quarry-escape", O_WRONLY | O_CREAT, 0600); }
static int try_socket(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static int try_unix_socket(void) { return socket(AF_UNIX, SOCK_STREAM, 0); }
static int try_datagram(void) { return socket(AF_INET, SOCK_DGRAM, 0); }
static int try_packets(void) { return socket(AF_PACKET, SOCK_RAW, 0); }
static int try_netlink(void) { return socket(AF_NETLINK, SOCK_RAW, 0); }
static int try_pair(void) { int fds[2]; return socketpair(AF_UNIX, SOCK_STREAM, 0, fds); }
static int try_namespace(void) { return (int)syscall(SYS_unshare, 0x10000000); }
static int try_join(void) { return (int)syscall(SYS_setns, 0, 0); }
static int try_shared_memory(void) { return (int)syscall(SYS_shmget, 1, 4096, 0666); }
static int try_queue(void) { return (int)syscall(SYS_mq_open, "q", O_RDWR, 0, NULL); }
static int try_fork(void) { return (int)fork(); }
static int try_exec(void) { return execl("/bin/true", "true", (char *)NULL); }
static int try_ptrace(void) { return (int)syscall(SYS_ptrace, 0, 0, 0, 0); }
static int try_kill(void) { return kill(getppid(), SIGTERM); }
static int try_stat(void) { return (int)syscall(SYS_newfstatat, AT_FDCWD, "/etc/passwd", malloc(256), 0); }
static int try_unlink(void) { return unlink("/tmp/quarry-none"); }
static int try_io_uring(void) { return (int)syscall(SYS_io_uring_setup, 4, NULL); }

static const struct { const char *name; int (*run)(void); } tries[] = {
	{ "open", try_open }, { "create", try_create }, { "socket", try_socket }, { "unix socket", try_unix_socket },
	{ "fork", try_fork }, { "exec", try_exec }, { "ptrace", try_ptrace }, { "kill", try_kill }, { "stat", try_stat },
	{ "unlink", try_unlink }, { "io_uring", try_io_uring }, { "datagram", try_datagram }, { "packets", try_packets },
	{ "netlink", try_netlink }, { "pair", try_pair }, { "unshare", try_namespace }, { "setns", try_join },
	{ "shmget", try_shared_memory }, { "mq_open", try_queue },
};

static int run_jailed(int (*act)(void), bool kill_it)
{
	pid_t pid = fork();
	if (pid == 0) {
		struct jail_limits l = { .memory_bytes = 64 << 20, .cpu_seconds = 5, .max_fds = 16, .kill = kill_it };
		unsigned walls;
		struct err e;
		if (!jail_enter(&l, &walls, &e) || (walls & (JAIL_SECCOMP | JAIL_RLIMITS)) != (JAIL_SECCOMP | JAIL_RLIMITS))
			_exit(NO_JAIL);
		errno = 0;
		int got = act();
		_exit(got < 0 && errno == EPERM ? REFUSED : POSSIBLE);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static int log_fd; /* a file that was open before, as a log is */

static int try_grow(void)
{
	ssize_t n = write(log_fd, "x", 1);
	errno = n < 0 && errno == EFBIG ? EPERM : errno;
	return (int)n;
}

/* A file that is open already cannot grow, and trying to is no end: libraries print warnings to standard error. */
static void test_grow(void **state)
{
	char path[] = "/tmp/quarry-jail-XXXXXX";
	log_fd = mkstemp(path);
	assert_true(log_fd >= 0);
	int status = run_jailed(try_grow, false);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), REFUSED);
	close(log_fd);
	unlink(path);
}

/* In production every attempt is refused with EPERM and the parser may go on. */
static void test_refused(void **state)
{
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		int status = run_jailed(tries[i].run, false);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != REFUSED)
			fail_msg("%s: status %x", tries[i].name, (unsigned)status);
	}
}

/* A socket on this machine that takes calls, and its address. */
static int listening(struct sockaddr_in *at)
{
	socklen_t n = sizeof(*at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	*at = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	assert_true(fd >= 0 && bind(fd, (struct sockaddr *)at, n) == 0 && listen(fd, 1) == 0 &&
		    getsockname(fd, (struct sockaddr *)at, &n) == 0);
	return fd;
}

static bool calls(const struct sockaddr_in *at)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	return fd >= 0 && connect(fd, (const struct sockaddr *)at, sizeof(*at)) == 0;
}

/* Who reads one document reaches no address even without the filter of calls: it is in another network, or Landlock refuses. */
static void test_isolated_once(void **state)
{
	struct sockaddr_in at;
	int fd = listening(&at), status;
	pid_t pid = fork();
	if (pid == 0) {
		uint64_t rights;
		bool isolated = calls(&at) && jail_isolate_once();
		if (!isolated)
			_exit(NO_JAIL);
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
		int rules = jail_landlock_open(&rights);
		if (rules >= 0 && syscall(SYS_landlock_restrict_self, rules, 0) != 0)
			_exit(POSSIBLE);
		_exit(calls(&at) ? POSSIBLE : REFUSED);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	close(fd);
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_JAIL)
		skip(); /* a container that allows no namespaces */
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == REFUSED);
}

/* In tests the same attempts end the process, so that none goes unnoticed. */
static void test_killed(void **state)
{
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		int status = run_jailed(tries[i].run, true);
		if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
			fail_msg("%s: status %x", tries[i].name, (unsigned)status);
	}
}

static int use_memory(void)
{
	void *little = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	void *much = mmap(NULL, 256 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	errno = little != MAP_FAILED && much == MAP_FAILED ? EPERM : 0;
	return -1;
}

/* Memory is to be had up to the limit and not beyond. */
static void test_memory(void **state)
{
	assert_int_equal(WEXITSTATUS(run_jailed(use_memory, false)), REFUSED);
}

static _Noreturn void burn(void)
{
	for (volatile uint64_t i = 0;; i++)
		;
}

/* A loop without end is ended by the processor time limit. */
static void test_cpu(void **state)
{
	pid_t pid = fork();
	if (pid == 0) {
		struct jail_limits l = { .memory_bytes = 64 << 20, .cpu_seconds = 1, .max_fds = 16 };
		unsigned walls;
		struct err e;
		if (jail_enter(&l, &walls, &e))
			burn();
		_exit(NO_JAIL);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);
}

/* ---- the jail of programs */

static char folder[TEST_FOLDER];

static int below(int flags)
{
	char path[TEST_FOLDER + 8];
	snprintf(path, sizeof(path), "%s/file", folder);
	return open(path, flags, 0600);
}

static int make_file(void) { return below(O_WRONLY | O_CREAT); }
static int read_file(void) { return below(O_RDONLY); }
static int read_library(void) { return open("/usr/lib/os-release", O_RDONLY); }
static int pair(void) { int p[2]; return socketpair(AF_UNIX, SOCK_STREAM, 0, p); }
static int spawn_thread(void) { return (int)fork() < 0 ? -1 : 0; }
static int read_passwd(void) { return open("/etc/passwd", O_RDONLY); }
static int read_process(void) { return open("/proc/self/environ", O_RDONLY); }
static int read_others(void) { return open("/tmp", O_RDONLY | O_DIRECTORY); }
static int write_library(void) { return open("/usr/lib/quarry-escape", O_WRONLY | O_CREAT, 0600); }
static int call_out(void) { struct sockaddr a = { .sa_family = AF_UNIX }; return connect(socket(AF_UNIX, SOCK_STREAM, 0), &a, sizeof(a)); }
static int new_user(void) { return (int)syscall(SYS_unshare, 0x10000000); }
static int signal_parent(void) { return (int)syscall(SYS_tgkill, getppid(), getppid(), SIGTERM); }
static int datagram(void) { return socket(AF_UNIX, SOCK_DGRAM, 0); }

/* A program reads what programs are made of and works in its folder; no other file, process or address is within its reach. */
static void test_program(void **state)
{
	static const struct { const char *name; int (*run)(void); bool refused; } acts[] = {
		{ "make", make_file, false }, { "read", read_file, false }, { "library", read_library, false }, { "pair", pair, false },
		{ "fork", spawn_thread, false }, { "passwd", read_passwd, true }, { "environ", read_process, true }, { "tmp", read_others, true },
		{ "write", write_library, true }, { "socket", try_socket, true }, { "connect", call_out, true }, { "kill", try_kill, true },
		{ "tgkill", signal_parent, true }, { "ptrace", try_ptrace, true }, { "unshare", new_user, true }, { "datagram", datagram, true },
		{ "io_uring", try_io_uring, true },
	};
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		int status;
		pid_t pid = fork();
		if (pid == 0) {
			struct jail_limits l = { .memory_bytes = 64 << 20, .cpu_seconds = 5, .max_fds = 16 };
			struct err e;
			if (!jail_enter_program(&l, 1 << 20, folder, &e))
				_exit(NO_JAIL);
			_exit(acts[i].run() < 0 ? REFUSED : POSSIBLE);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		if (WIFEXITED(status) && WEXITSTATUS(status) == NO_JAIL)
			skip(); /* a kernel without Landlock: programs are not run there */
		if (!WIFEXITED(status) || WEXITSTATUS(status) != (acts[i].refused ? REFUSED : POSSIBLE))
			fail_msg("%s: status %x", acts[i].name, (unsigned)status);
	}
}

static int make_folder(void **state) { return test_folder_make(folder) ? 0 : -1; }
static int remove_folder(void **state) { return test_folder_remove(folder) ? 0 : -1; }

static void burn_until(double seconds)
{
	while ((double)clock() < seconds * CLOCKS_PER_SEC)
		;
}

/* Each part of the work that is done adds to the processor time, up to an end. */
static void test_steps(void **state)
{
	int fds[2], status;
	char c = 0;
	assert_int_equal(pipe(fds), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct jail_limits l = { .memory_bytes = 64 << 20, .cpu_seconds = 1, .step_seconds = 1, .most_seconds = 2, .max_fds = 16 };
		unsigned walls;
		struct err e;
		if (!jail_enter(&l, &walls, &e))
			_exit(NO_JAIL);
		for (int i = 0; i < 5; i++)
			jail_step();
		burn_until(1.5);
		if (write(fds[1], "+", 1) == 1)
			burn();
		_exit(0);
	}
	close(fds[1]);
	assert_int_equal(read(fds[0], &c, 1), 1);
	close(fds[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused), cmocka_unit_test(test_grow),
		cmocka_unit_test(test_isolated_once),
		cmocka_unit_test(test_killed),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_cpu),
		cmocka_unit_test_setup_teardown(test_program, make_folder, remove_folder),
		cmocka_unit_test(test_steps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
