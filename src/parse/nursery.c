/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/nursery.h"

#include "base/jail.h"
#include "parse/child.h"
#include "parse/convert.h"
#include "parse/format.h"
#include "parse/ocr.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* Idle for that long; or busy for so long that only a server is. */
enum { MOST_CHILDREN = 256, IDLE_MS = 300, BUSY_TURNS = 20 };

struct nursling {
	uint64_t id; /* of its order */
	pid_t pid;   /* 0 = free place */
	int status; /* pipe that gets its wait status */
	char folder[CONVERT_FOLDER]; /* of a converter, which leads a group; else empty */
};

static struct nursling children[MOST_CHILDREN];

/* Which walls stand, tried out by a child that goes into the jail and ends. */
static unsigned probe_walls(bool isolated)
{
#if defined(__SANITIZE_ADDRESS__)
	return 0; /* the sanitizer's runtime does not survive the jail: such builds run with jail = none */
#endif
	pid_t pid = fork();
	if (pid == 0) {
		struct jail_limits limits = { .memory_bytes = 1 << 28, .cpu_seconds = 10, .max_fds = 16 };
		struct err e;
		unsigned walls = 0;
		jail_enter(&limits, &walls, &e);
		_exit((int)walls);
	}
	int status = 0;
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return 0;
	return (unsigned)WEXITSTATUS(status) | (isolated ? JAIL_NAMESPACES : 0);
}

static bool say_hello(bool probe)
{
	struct order_hello hello;
	memset(&hello, 0, sizeof(hello));
	hello.magic = ORDER_MAGIC;
	memcpy(hello.release, PARSER_RELEASE, sizeof(PARSER_RELEASE));
	hello.walls = probe ? probe_walls(jail_isolate()) : 0;
	return send(ORDER_FD, &hello, sizeof(hello), MSG_NOSIGNAL) == (ssize_t)sizeof(hello);
}

/* One packet: the order and, for ORDER_PARSE, its descriptors. 1 = got one, 0 = ignore it, -1 = the end. */
static int receive(struct order *o, int fds[ORDER_FDS])
{
	union {
		char bytes[CMSG_SPACE(ORDER_FDS * sizeof(int))];
		struct cmsghdr align;
	} control;
	struct iovec iov = { o, sizeof(*o) };
	struct msghdr m = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof(control) };
	ssize_t n = recvmsg(ORDER_FD, &m, MSG_CMSG_CLOEXEC);
	if (n <= 0)
		return n < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);
	size_t got = c && c->cmsg_type == SCM_RIGHTS ? (c->cmsg_len - CMSG_LEN(0)) / sizeof(int) : 0;
	for (size_t i = 0; i < ORDER_FDS; i++)
		fds[i] = -1;
	if (got)
		memcpy(fds, CMSG_DATA(c), got * sizeof(int));
	if (n == (ssize_t)sizeof(*o) && o->magic == ORDER_MAGIC && got == (o->kind == ORDER_KILL ? 0 : ORDER_FDS))
		return 1;
	for (size_t i = 0; i < got; i++)
		close(fds[i]);
	return 0;
}

static struct nursling *place_of(pid_t pid)
{
	for (size_t i = 0; i < MOST_CHILDREN; i++)
		if (children[i].pid == pid)
			return &children[i];
	return NULL;
}

/* In a child: end with the process that made it, which may be gone already. A nursery ends with its control socket. */
static void end_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
}

/* The process that made the nursery: nothing tells it once it is gone. */
static pid_t pool_process(void)
{
	struct ucred maker = { .pid = 0 };
	socklen_t n = sizeof(maker);
	getsockopt(ORDER_FD, SOL_SOCKET, SO_PEERCRED, &maker, &n);
	return maker.pid;
}

/* In the child: only the document, the frames' socket and the standard descriptors stay open. */
static _Noreturn void become_child(const struct order *o, const int fds[ORDER_FDS], const char *folder, pid_t parent)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	end_with(parent);
	int document = fds[ORDER_FD_DOCUMENT], frames = fds[ORDER_FD_FRAMES];
	dup2(document, 100);
	dup2(frames, 101);
	close_range(3, 99, 0);
	close_range(102, ~0u, 0);
	dup2(100, 3);
	dup2(101, 4);
	close_range(5, ~0u, 0);
	if (o->kind == ORDER_CONVERT)
		convert_run(o, 3, 4, folder);
	child_run(o, 3, 4);
}

/* Once the jail is closed no library can be loaded, so it must be known before which ones. Five bytes are compared; all else of
 * a document is read in the jail. */
static void prepare(int document)
{
	char head[sizeof(FORMAT_HEAD_PDF) - 1];
	ssize_t n = pread(document, head, sizeof(head), 0);
	format_warm_up_for((struct str){ head, n > 0 ? (size_t)n : 0 });
}

/* The one document of a command: what a server's nursery and its child are between them, this process is alone. */
static _Noreturn void become_last(const struct order *o, int fds[ORDER_FDS])
{
	pid_t pool = pool_process();
	if (o->jail_none)
		jail_isolate();
	else
		jail_isolate_once();
	prepare(fds[ORDER_FD_DOCUMENT]);
	become_child(o, fds, "", pool);
}

static void start_child(const struct order *o, int fds[ORDER_FDS])
{
	struct nursling *n = place_of(0);
	char folder[CONVERT_FOLDER] = "";
	struct err e;
	bool ready = n && (o->kind != ORDER_CONVERT || convert_folder(folder, &e));
	if (o->kind == ORDER_PARSE)
		prepare(fds[ORDER_FD_DOCUMENT]);
	pid_t nursery = getpid(), pid = ready ? fork() : -1;
	if (pid == 0)
		become_child(o, fds, folder, nursery);
	close(fds[ORDER_FD_DOCUMENT]);
	close(fds[ORDER_FD_FRAMES]);
	if (pid < 0) {
		close(fds[ORDER_FD_STATUS]); /* no status: the pool sees that there was no child */
		if (folder[0])
			convert_remove(folder);
		return;
	}
	*n = (struct nursling){ o->id, pid, fds[ORDER_FD_STATUS], "" };
	memcpy(n->folder, folder, sizeof(folder));
	if (folder[0])
		setpgid(pid, pid); /* here and there: whoever comes first */
}

static void end_child(const struct nursling *n)
{
	kill(n->folder[0] ? -n->pid : n->pid, SIGKILL);
}

static void kill_child(uint64_t id)
{
	for (size_t i = 0; i < MOST_CHILDREN; i++)
		if (children[i].pid && children[i].id == id)
			end_child(&children[i]);
}

/* What the converter leaves behind. */
static void clean_up(const struct nursling *n)
{
	if (!n->folder[0])
		return;
	end_child(n);
	convert_remove(n->folder);
}

static void reap(void)
{
	int status;
	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
		struct nursling *n = place_of(pid);
		if (!n)
			continue;
		clean_up(n);
		ssize_t put = write(n->status, &status, sizeof(status));
		(void)put; /* a reader that is gone does not want it */
		close(n->status);
		*n = (struct nursling){ 0 };
	}
}

static bool is_busy(void)
{
	for (size_t i = 0; i < MOST_CHILDREN; i++)
		if (children[i].pid)
			return true;
	return false;
}

/* An order other than to end a child; a nursery that did not have to say before which walls stand leaves its namespaces now. */
static void obey(const struct order *o, int fds[ORDER_FDS], bool *isolated)
{
	if (o->kind == ORDER_PARSE && o->last && !*isolated)
		become_last(o, fds);
	if (!*isolated)
		jail_isolate();
	*isolated = true;
	start_child(o, fds);
}

static void serve(int signals, bool isolated)
{
	bool warm = false;
	int turns = 0; /* without an order, while children were at work */
	struct pollfd p[2] = { { .fd = ORDER_FD, .events = POLLIN }, { .fd = signals, .events = POLLIN } };
	for (;;) {
		struct signalfd_siginfo info;
		struct order o;
		int fds[ORDER_FDS], got;
		int ready = poll(p, 2, warm ? -1 : IDLE_MS);
		if (ready < 0 && errno != EINTR)
			return;
		if (ready == 0 && (!is_busy() || ++turns >= BUSY_TURNS)) {
			/* A server is here to stay: from now on its children find libraries, fonts and the default language loaded. One
			 * document on the command line does without what it does not need. */
			format_warm_up();
			ocr_warm_up();
			warm = true;
		}
		if (p[1].revents) {
			ssize_t n = read(signals, &info, sizeof(info));
			(void)n;
			reap();
		}
		if (!p[0].revents)
			continue;
		got = receive(&o, fds);
		if (got < 0)
			return;
		if (got && o.kind == ORDER_KILL)
			kill_child(o.id);
		else if (got)
			obey(&o, fds, &isolated);
	}
}

int nursery_run(bool probe)
{
	sigset_t set;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_IGN); /* Ctrl-C is the server's to handle: running documents may end */
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	int signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (signals < 0 || !say_hello(probe))
		return 70;
	serve(signals, probe);
	for (size_t i = 0; i < MOST_CHILDREN; i++)
		if (children[i].pid) {
			end_child(&children[i]);
			clean_up(&children[i]);
		}
	return 0;
}
