/* SPDX-License-Identifier: Apache-2.0 */
/* One document: a child is ordered, fed, and listened to until its last frame or its end. */
#include "pool/pool-private.h"

#include "base/clock.h"
#include "base/io.h"
#include "base/metric.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SLICE_MS = 50, READ_BYTES = 1 << 16, STATUS_MS = 5000 };
#define PAGE_SLOWEST 30 /* times a page's share of time: until then it is a busy machine, not a page that hangs */
#define DEFAULT_DEADLINE (300 * CLOCK_SECOND)

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

/* How many of its pages were asked for: those past the end are passed over. */
static uint32_t pages_wanted(const struct run *k)
{
	const struct pool_request *r = k->r;
	uint32_t there = k->reader.doc.source_pages, n = r->pages ? 0 : there;
	for (size_t i = 0; r->pages && i < r->pages_n; i++)
		n += r->pages[i] <= there;
	return r->max_pages && r->max_pages < n ? r->max_pages : n;
}

/* A page came: the next one may take its time. */
static void page_came(struct run *k)
{
	if (!k->r->strict)
		k->deadline = run_put_off(k->deadline, clock_mono(), k->pool->o.page_seconds * CLOCK_SECOND, k->latest);
	if (k->r->progress)
		k->r->progress(k->r->progress_ctx, k->reader.pages, pages_wanted(k));
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
	if (k->last)
		return pool_end(k->pool, status);
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
			   .jail_none = p->o.jail_none, .jail_kill = p->o.jail_kill, .last = k->last };
	const int fds[ORDER_FDS] = { document, frames_theirs, status_theirs };
	bool ok = pool_send(p, &o, fds, e);
	close(frames_theirs); /* so that the child's end is the last one */
	close(status_theirs);
	k->id = o.id;
	return ok && send_task(k, e);
}

/* The end of a run whose child may still live. */
static void end_run(struct run *k, bool ok)
{
	if (!ok)
		pool_kill(k->pool, k->id);
	close(k->frames);
	close(k->status);
}

static struct task task_of(const struct pool_request *r)
{
	return (struct task){ .pages = r->pages, .pages_n = (uint32_t)r->pages_n, .max_pages = r->max_pages, .name = r->name,
			      .lang = r->lang, .ocr = r->ocr, .hidden_sheets = r->hidden_sheets, .no_diagonal = r->no_diagonal,
			      .pictures = r->pictures, .revisions = r->revisions, .wishes = r->wishes };
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
	k->last = k->pool->o.once && k->converted < 0 && kind == ORDER_PARSE;
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
	k.task.image = what->image;
	k.task.crop = what->crop;
	bool ok = run_document(&k, e);
	if (ok)
		buf_str(out, k.reader.picture.png);
	*pages = k.reader.picture.source_pages;
	buf_fini(&frame);
	return ok && buf_ok(out, e);
}
