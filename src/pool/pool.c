/* SPDX-License-Identifier: Apache-2.0 */
#include "pool/pool-private.h"

#include "base/clock.h"
#include "base/io.h"
#include "base/jail.h"
#include "base/log.h"
#include "base/metric.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SLICE_MS = 50, HELLO_MS = 10000, READ_BYTES = 1 << 16, STATUS_MS = 5000 };
#define DEFAULT_MEMORY ((size_t)2 << 30)
#define DEFAULT_CPU 120
#define DEFAULT_PAGE 10
#define PAGE_SLOWEST 30 /* times a page's share of time: until then it is a busy machine, not a page that hangs */
#define DEFAULT_MOST 3600
#define DEFAULT_DEADLINE (300 * CLOCK_SECOND)

struct pool {
	struct pool_options o;
	char program[4096];
	pthread_mutex_t lock; /* guards what follows */
	pid_t nursery;
	int control;          /* our end of the nursery's socket, -1 = none runs */
	uint64_t next_id;
	unsigned walls;
	char release[ORDER_RELEASE_SIZE];
};

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
}

static bool spawn(struct pool *p, int theirs, struct err *e)
{
	/* libgomp reads OMP_THREAD_LIMIT when it loads; with more threads OCR gets slower, and the jail refuses them. */
	static char *const env[] = { (char *)"OMP_THREAD_LIMIT=1", (char *)"LC_ALL=C.UTF-8", NULL };
	char *const argv[] = { p->program, (char *)"--nursery", NULL };
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
	if (p->o.jail_none || (hello.walls & (JAIL_SECCOMP | JAIL_RLIMITS)) == (JAIL_SECCOMP | JAIL_RLIMITS))
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

/* A nursery that died (or was killed) is started again, once per order. */
static bool send_order(struct pool *p, struct order *o, const int fds[ORDER_FDS], struct err *e)
{
	bool ok = false;
	pthread_mutex_lock(&p->lock);
	o->id = ++p->next_id;
	if (nursery_ended(p))
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
		if (ok && fresh)
			log_event(LOG_WARN, "pool.nursery", "restarted=yes");
	}
	pthread_mutex_unlock(&p->lock);
	return ok;
}

static void send_kill(struct pool *p, uint64_t id)
{
	struct order o = { .magic = ORDER_MAGIC, .kind = ORDER_KILL, .id = id };
	pthread_mutex_lock(&p->lock);
	if (p->control >= 0)
		send_packet(p->control, &o, NULL);
	pthread_mutex_unlock(&p->lock);
}

/* ---- one document */

bool run_waits(const struct run *k, struct err *e)
{
	if (k->r->cancel && atomic_load(k->r->cancel))
		return err_set(e, ERR_CANCELLED, "the job was cancelled");
	if (clock_mono() >= k->deadline)
		return err_set(e, ERR_TIMEOUT, "the document takes too long to read; send fewer pages with target_pages");
	return true;
}

/* On a machine with more to do a page takes much longer than its processor time: one that came leaves room for the next. */
int64_t run_put_off(int64_t deadline, int64_t now, int64_t page, int64_t latest)
{
	int64_t later = deadline + page > now + page * PAGE_SLOWEST ? deadline + page : now + page * PAGE_SLOWEST;
	later = later < latest ? later : latest;
	return later > deadline ? later : deadline;
}

/* A page came: the next one may take its time. */
static void page_came(struct run *k)
{
	if (!k->r->strict)
		k->deadline = run_put_off(k->deadline, clock_mono(), k->pool->o.page_seconds * CLOCK_SECOND, k->latest);
	if (k->r->progress)
		k->r->progress(k->r->progress_ctx, k->reader.pages, (uint32_t)k->r->pages_n);
}

/* What the child spent is counted, and cut out: it is no part of the document. */
static void take_spent(struct run *k, size_t at)
{
	struct buf *b = k->in;
	metric_add(METRIC_ocr, 0, 0, k->reader.ocr_us);
	memmove(b->p + at, b->p + k->checked, b->n - k->checked);
	b->n -= k->checked - at;
	k->checked = at;
}

/* Check all whole frames. A picture ends an order to draw one, and no other. */
static bool check_frames(struct run *k, struct err *e)
{
	for (;;) {
		size_t at = k->checked;
		switch (doc_reader_next(&k->reader, buf_view(k->in), &k->checked, e)) {
		case DOC_STEP_FRAME:
			continue;
		case DOC_STEP_SPENT:
			take_spent(k, at);
			continue;
		case DOC_STEP_PAGE:
			page_came(k);
			continue;
		case DOC_STEP_MORE:
			return true;
		case DOC_STEP_BAD:
			return false;
		case DOC_STEP_END:
		case DOC_STEP_PICTURE:
			k->done = true;
			return (k->checked == k->in->n && !k->task.picture == !k->reader.picture.png.n) ||
			       err_set(e, ERR_CRASHED, "the parser sent something else than it was asked for");
		}
	}
}

/* Hand whole frames on; the rest moves to the front, which keeps frames aligned. */
static bool hand_on(struct run *k, struct err *e)
{
	struct buf *b = k->in;
	if (!k->r->take || !k->checked || k->task.picture)
		return true;
	bool ok = k->r->take(k->r->take_ctx, (struct str){ b->p, k->checked }, e);
	memmove(b->p, b->p + k->checked, b->n - k->checked);
	b->n -= k->checked;
	k->checked = 0;
	return ok;
}

bool run_readable(const struct run *k)
{
	struct pollfd f = { .fd = k->frames, .events = POLLIN };
	return poll(&f, 1, SLICE_MS) > 0;
}

/* 1 = some bytes, 0 = none yet, -1 = the child closed its end. */
static int read_some(struct run *k, struct err *e)
{
	if (!run_readable(k))
		return 0;
	if (!buf_reserve(k->in, READ_BYTES)) {
		buf_ok(k->in, e);
		return -1;
	}
	ssize_t n = read(k->frames, k->in->p + k->in->n, READ_BYTES);
	if (n < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : -1;
	k->in->n += (size_t)n;
	k->in->p[k->in->n] = '\0';
	return n > 0 ? 1 : -1;
}

bool run_status(const struct run *k, int *status)
{
	struct pollfd f = { .fd = k->status, .events = POLLIN };
	return poll(&f, 1, STATUS_MS) == 1 && read(k->status, status, sizeof(*status)) == (ssize_t)sizeof(*status);
}

/* A child that ended without its last frame: say why, as far as its end tells. */
static bool explain_end(const struct run *k, struct err *e)
{
	int status;
	if (!run_status(k, &status))
		return err_set(e, ERR_CHILD, "the parser ended; try again");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return err_set(e, ERR_TIMEOUT, "the document needs more than %d s of processor time and %d s a page",
			       k->pool->o.cpu_seconds, k->pool->o.page_seconds);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
		return err_set(e, ERR_CHILD, "the parser was killed; try again");
	if (WIFSIGNALED(status))
		return err_set(e, ERR_CRASHED, "the parser crashed on this document (signal %d)", WTERMSIG(status));
	return err_set(e, ERR_CRASHED, "the parser stopped in the middle of the document");
}

static bool collect(struct run *k, struct err *e)
{
	while (!k->done) {
		if (!run_waits(k, e))
			return false;
		int got = read_some(k, e);
		if (got < 0)
			return e->code != ERR_NONE ? false : explain_end(k, e);
		if (got > 0 && !(check_frames(k, e) && hand_on(k, e)))
			return false;
	}
	return true;
}

static bool send_task(struct run *k, struct err *e)
{
	struct buf b = BUF_INIT(TASK_MAX_BYTES);
	task_write(&b, &k->task);
	bool ok = buf_ok(&b, e);
	/* Not io_write_all: a child that is gone must not raise SIGPIPE here. */
	for (size_t at = 0; ok && at < b.n;) {
		ssize_t n = send(k->frames, b.p + at, b.n - at, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break; /* collect() finds out why */
		at += (size_t)n;
	}
	buf_fini(&b);
	return ok;
}

static bool send_run(struct run *k, enum order_kind kind, int document, int frames_theirs, int status_theirs, struct err *e)
{
	struct pool *p = k->pool;
	struct order o = { .magic = ORDER_MAGIC, .kind = kind, .memory_bytes = p->o.memory_bytes, .words = p->o.words,
			   .pixels = p->o.pixels, .cpu_seconds = (uint32_t)p->o.cpu_seconds,
			   .page_seconds = (uint32_t)p->o.page_seconds, .most_seconds = (uint32_t)p->o.most_seconds,
			   .jail_none = p->o.jail_none, .jail_kill = p->o.jail_kill };
	const int fds[ORDER_FDS] = { document, frames_theirs, status_theirs };
	bool ok = send_order(p, &o, fds, e);
	close(frames_theirs); /* so that the child's end is the last one */
	close(status_theirs);
	k->id = o.id;
	return ok && send_task(k, e);
}

/* The end of a run whose child may still live. */
static void end_run(struct run *k, bool ok)
{
	if (!ok)
		send_kill(k->pool, k->id);
	close(k->frames);
	close(k->status);
}

static struct task task_of(const struct pool_request *r)
{
	return (struct task){ .pages = r->pages, .pages_n = (uint32_t)r->pages_n, .max_pages = r->max_pages, .name = r->name,
			      .lang = r->lang, .ocr = r->ocr, .hidden_sheets = r->hidden_sheets, .no_diagonal = r->no_diagonal };
}

/* One child, from its order to the last that is to be collected of it. */
static bool run_child(struct run *k, enum order_kind kind, int document, bool (*take)(struct run *k, struct err *e), struct err *e)
{
	int pair[2], pipe_fds[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return err_errno(e, "socketpair");
	if (pipe2(pipe_fds, O_CLOEXEC) != 0) {
		close(pair[0]);
		close(pair[1]);
		return err_errno(e, "pipe");
	}
	k->frames = pair[0];
	k->status = pipe_fds[0];
	doc_reader_init(&k->reader, NULL);
	bool ok = send_run(k, kind, document, pair[1], pipe_fds[1], e) && take(k, e);
	end_run(k, ok);
	return ok;
}

/* What only LibreOffice reads is made a PDF or XLSX, which is then the document. Nothing was sent of it before. */
static bool run_converted(struct run *k, int document, struct err *e)
{
	k->needed = *e;
	*e = (struct err){ .code = ERR_NONE };
	if (!run_child(k, ORDER_CONVERT, document, convert_collect, e))
		return false;
	buf_clear(k->in);
	k->checked = 0;
	k->task.name = STR("converted");
	return run_child(k, ORDER_PARSE, k->converted, collect, e);
}

static bool run_document(struct run *k, struct err *e)
{
	const struct pool_request *r = k->r;
	struct err why = { .code = ERR_NONE };
	int document = io_memfd_copy("document", r->fd, e);
	if (document < 0)
		return false;
	k->converted = -1;
	k->deadline = r->deadline ? r->deadline : clock_mono() + DEFAULT_DEADLINE;
	k->latest = clock_mono() + k->pool->o.most_seconds * CLOCK_SECOND;
	bool ok = run_child(k, ORDER_PARSE, document, collect, &why) || (why.code == ERR_CONVERT && run_converted(k, document, &why));
	close(document);
	if (k->converted >= 0)
		close(k->converted);
	if (why.code == ERR_CONVERT) /* what came out is no better */
		why.code = ERR_UNSUPPORTED;
	if (!ok && e)
		*e = why;
	return ok;
}

bool pool_parse(struct pool *p, const struct pool_request *r, struct buf *out, struct err *e)
{
	struct buf part = BUF_INIT(0);
	struct run k = { .pool = p, .r = r, .task = task_of(r), .in = r->take ? &part : out };
	bool ok = run_document(&k, e);
	buf_fini(&part);
	return ok;
}

bool pool_render(struct pool *p, const struct pool_request *r, const struct pool_picture *what, struct buf *out,
		 uint32_t *pages, struct err *e)
{
	struct buf frame = BUF_INIT(0);
	struct run k = { .pool = p, .r = r, .task = task_of(r), .in = &frame };
	k.task.picture = what->page;
	k.task.dpi = what->dpi;
	k.task.boxes = what->boxes;
	bool ok = run_document(&k, e);
	if (ok)
		buf_str(out, k.reader.picture.png);
	*pages = k.reader.picture.source_pages;
	buf_fini(&frame);
	return ok && buf_ok(out, e);
}
