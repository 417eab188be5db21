/* SPDX-License-Identifier: Apache-2.0 */
#include "pool/pool-private.h"

#include "base/jail.h"
#include "base/log.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HELLO_MS = 10000 };
#define DEFAULT_MEMORY ((size_t)2 << 30)
#define DEFAULT_CPU 120
#define DEFAULT_PAGE 10
#define DEFAULT_MOST 3600

/* ---- the nursery */

static void stop_nursery(struct pool *p)
{
	if (p->control >= 0)
		close(p->control);
	if (p->nursery > 0) {
		kill(p->nursery, SIGKILL);
		waitpid(p->nursery, NULL, 0);
	}
	p->control = -1;
	p->nursery = 0;
	p->last = false;
}

static bool spawn(struct pool *p, int theirs, struct err *e)
{
	/* libgomp reads OMP_THREAD_LIMIT when it loads; with more threads OCR gets slower, and the jail refuses them. */
	static char *const env[] = { (char *)"OMP_THREAD_LIMIT=1", (char *)"LC_ALL=C.UTF-8", NULL };
	char *const argv[] = { p->program, (char *)(p->o.probe ? "--nursery" : "--nursery-now"), NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t none, defaults;
	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	/* A group of its own: Ctrl-C in a terminal is for the server, which lets its jobs end first. */
	posix_spawnattr_setpgroup(&attr, 0);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &defaults);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, theirs, ORDER_FD);
	int why = posix_spawn(&p->nursery, p->program, &actions, &attr, argv, env);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attr);
	if (why == 0)
		return true;
	p->nursery = 0;
	return err_set(e, ERR_CHILD, "cannot start %s: %s", p->program, strerror(why));
}

static bool read_hello(struct pool *p, struct err *e)
{
	struct order_hello hello;
	struct pollfd f = { .fd = p->control, .events = POLLIN };
	if (poll(&f, 1, HELLO_MS) != 1 || recv(p->control, &hello, sizeof(hello), 0) != (ssize_t)sizeof(hello) ||
	    hello.magic != ORDER_MAGIC)
		return err_set(e, ERR_CHILD, "%s does not answer", p->program);
	p->walls = hello.walls;
	memcpy(p->release, hello.release, sizeof(p->release) - 1);
	if (p->o.jail_none || !p->o.probe || (hello.walls & (JAIL_SECCOMP | JAIL_RLIMITS)) == (JAIL_SECCOMP | JAIL_RLIMITS))
		return true;
	return err_set(e, ERR_JAIL,
		       "documents cannot be jailed here (no seccomp filter or resource limits); set jail = none to run without");
}

static bool start_nursery(struct pool *p, struct err *e)
{
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
		return err_errno(e, "socketpair");
	if (pair[1] == ORDER_FD) { /* dup2 onto itself would keep close-on-exec */
		int moved = fcntl(pair[1], F_DUPFD_CLOEXEC, ORDER_FD + 1);
		close(pair[1]);
		pair[1] = moved;
	}
	p->control = pair[0];
	bool ok = spawn(p, pair[1], e);
	close(pair[1]);
	if (ok && read_hello(p, e))
		return true;
	stop_nursery(p);
	return false;
}

static void beside_executable(char *out, size_t size)
{
	char self[4000];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	self[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(self, '/');
	if (slash)
		*slash = '\0';
	snprintf(out, size, "%s/quarry-parse", self);
}

struct pool *pool_open(const struct pool_options *o, struct err *e)
{
	struct pool *p = calloc(1, sizeof(*p));
	if (!p) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	p->o = *o;
	p->control = -1;
	p->o.memory_bytes = o->memory_bytes ? o->memory_bytes : DEFAULT_MEMORY;
	p->o.cpu_seconds = o->cpu_seconds ? o->cpu_seconds : DEFAULT_CPU;
	p->o.page_seconds = o->page_seconds < 0 ? 0 : o->page_seconds ? o->page_seconds : DEFAULT_PAGE;
	p->o.most_seconds = o->most_seconds ? o->most_seconds : DEFAULT_MOST;
	pthread_mutex_init(&p->lock, NULL);
	if (o->program && o->program[0])
		snprintf(p->program, sizeof(p->program), "%s", o->program);
	else
		beside_executable(p->program, sizeof(p->program));
	if (start_nursery(p, e))
		return p;
	pool_close(p);
	return NULL;
}

void pool_close(struct pool *p)
{
	if (!p)
		return;
	stop_nursery(p);
	pthread_mutex_destroy(&p->lock);
	free(p);
}

unsigned pool_walls(const struct pool *p)
{
	return p->o.jail_none ? 0 : p->walls;
}

void pool_release(struct pool *p, char out[POOL_RELEASE_SIZE])
{
	pthread_mutex_lock(&p->lock);
	memcpy(out, p->release, sizeof(p->release));
	pthread_mutex_unlock(&p->lock);
}

pid_t pool_nursery(struct pool *p)
{
	pthread_mutex_lock(&p->lock);
	pid_t pid = p->nursery;
	pthread_mutex_unlock(&p->lock);
	return pid;
}

/* ---- orders */

static bool send_packet(int control, const struct order *o, const int *fds)
{
	union {
		char bytes[CMSG_SPACE(ORDER_FDS * sizeof(int))];
		struct cmsghdr align;
	} c;
	struct iovec iov = { (void *)(uintptr_t)o, sizeof(*o) };
	struct msghdr m = { .msg_iov = &iov, .msg_iovlen = 1 };
	if (fds) {
		memset(&c, 0, sizeof(c));
		m.msg_control = &c;
		m.msg_controllen = sizeof(c);
		struct cmsghdr *h = CMSG_FIRSTHDR(&m);
		h->cmsg_level = SOL_SOCKET;
		h->cmsg_type = SCM_RIGHTS;
		h->cmsg_len = CMSG_LEN(ORDER_FDS * sizeof(int));
		memcpy(CMSG_DATA(h), fds, ORDER_FDS * sizeof(int));
	}
	return sendmsg(control, &m, MSG_NOSIGNAL) == (ssize_t)sizeof(*o);
}

/* Asked of the kernel, not of the socket: a child that outlives its nursery for a moment holds that open. */
static bool nursery_ended(const struct pool *p)
{
	siginfo_t info = { .si_pid = 0 };
	return p->nursery > 0 && waitid(P_PID, (id_t)p->nursery, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

bool pool_send(struct pool *p, struct order *o, const int fds[ORDER_FDS], struct err *e)
{
	bool ok = false;
	pthread_mutex_lock(&p->lock);
	o->id = ++p->next_id;
	if (p->last || nursery_ended(p))
		stop_nursery(p);
	for (int tries = 0; tries < 2 && !ok; tries++) {
		bool fresh = p->control < 0;
		if (fresh && !start_nursery(p, e))
			break;
		ok = send_packet(p->control, o, fds);
		if (!ok) {
			err_set(e, ERR_CHILD, "the parser cannot be started");
			stop_nursery(p);
		}
		p->last = ok && o->last;
		if (ok && fresh && !p->o.once)
			log_event(LOG_WARN, "pool.nursery", "restarted=yes");
	}
	pthread_mutex_unlock(&p->lock);
	return ok;
}

void pool_kill(struct pool *p, uint64_t id)
{
	struct order o = { .magic = ORDER_MAGIC, .kind = ORDER_KILL, .id = id };
	pthread_mutex_lock(&p->lock);
	if (p->last && id == p->next_id)
		stop_nursery(p);
	else if (p->control >= 0)
		send_packet(p->control, &o, NULL);
	pthread_mutex_unlock(&p->lock);
}

/* What a process that is ending is killed with changes nothing of how it ended. */
bool pool_end(struct pool *p, int *status)
{
	pthread_mutex_lock(&p->lock);
	bool ok = p->nursery > 0 && kill(p->nursery, SIGKILL) == 0 && waitpid(p->nursery, status, 0) == p->nursery;
	if (ok)
		p->nursery = 0;
	stop_nursery(p);
	pthread_mutex_unlock(&p->lock);
	return ok;
}
