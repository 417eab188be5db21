/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/child.h"

#include "base/io.h"
#include "base/jail.h"
#include "parse/budget.h"
#include "parse/ocr.h"
#include "parse/render.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RESTS_FROM = 4 << 20 };

bool child_map(int fd, struct str *bytes, struct err *e)
{
	struct stat st;
	*bytes = (struct str){ "", 0 };
	if (fstat(fd, &st) != 0)
		return err_errno(e, "document");
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_IO, "the document is not a file");
	if (st.st_size == 0)
		return true;
	void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return err_errno(e, "document");
	*bytes = (struct str){ p, (size_t)st.st_size };
	return true;
}

/* How long it took to recognise text, for the server's metrics. */
static void write_spent(struct sink *s)
{
	if (ocr_spent() > 0)
		doc_write_spent(&s->frames, ocr_spent());
}

/* A failure may follow pages that were sent: the reader then drops them. */
static bool send_fail(struct sink *s, struct err *e)
{
	struct err unsent, told = *e;
	/* A buffer's ceiling, or the jail's on memory: another try would meet it again. */
	if (e->code == ERR_MEMORY || e->code == ERR_TOO_LARGE)
		err_set(&told, ERR_BUDGET, "reading it takes more memory than a document may use; choose fewer pages");
	buf_clear(&s->frames);
	write_spent(s);
	doc_write_fail(&s->frames, &told);
	sink_flush(s, &unsent);
	return false;
}

static bool parse_document(const struct format *f, const struct source *source, const struct parse_options *o, struct sink *out,
			   struct err *e)
{
	if (!format_parse(f, source, o, out, e))
		return false;
	write_spent(out);
	doc_write_end(&out->frames, out->pages, out->hidden_words);
	return sink_flush(out, e);
}

void source_rest(const struct source *s)
{
	if (s->mapped && s->bytes.n >= RESTS_FROM)
		madvise((void *)(uintptr_t)s->bytes.p, s->bytes.n, MADV_DONTNEED);
}

bool child_parse(struct str bytes, bool mapped, const struct task *task, int fd, struct err *e)
{
	struct source source = { bytes, task->name, mapped };
	struct parse_options o = { task->pages, task->pages_n, task->max_pages, task->ocr, task->hidden_sheets, task->no_diagonal,
				   task->pictures, task->revisions, task->wishes };
	struct sink out = { .fd = fd };
	buf_init(&out.frames, 0);
	const struct format *f = format_find(&source, e);
	bool ok = f && (task->picture ? render_picture(f, &source, &o, task, &out.frames, e) && sink_flush(&out, e)
				      : parse_document(f, &source, &o, &out, e));
	ok = ok || send_fail(&out, e);
	buf_fini(&out.frames);
	return ok;
}

/* The task arrives on the frames' socket: its length, then its bytes. */
bool child_task(int fd, char **text, struct task *t, struct err *e)
{
	uint32_t length;
	if (!io_read_exact(fd, &length, sizeof(length), e))
		return false;
	if (length > TASK_MAX_BYTES)
		return err_set(e, ERR_INTERNAL, "task too large");
	*text = malloc(length + 1);
	if (!*text)
		return err_set(e, ERR_MEMORY, "out of memory");
	return io_read_exact(fd, *text, length, e) && task_read((struct str){ *text, length }, t, e);
}

/* What a library says of a foreign document is for nobody's log; and where the log is a file, a word to it would break
 * the jail's limit on files. */
static bool fall_silent(struct err *e)
{
	int fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0 || dup2(fd, STDERR_FILENO) < 0)
		return err_errno(e, "/dev/null");
	close(fd);
	return true;
}

static bool enter_jail(const struct order *o, struct err *e)
{
	struct jail_limits limits = { .memory_bytes = o->memory_bytes, .cpu_seconds = (int)o->cpu_seconds,
				      .step_seconds = (int)o->page_seconds, .most_seconds = (int)o->most_seconds,
				      .max_fds = 16, .kill = o->jail_kill };
	unsigned walls;
	return o->jail_none || (fall_silent(e) && jail_enter(&limits, &walls, e));
}

_Noreturn void child_run(const struct order *o, int document, int frames)
{
	struct err e = { 0 };
	struct task task = { 0 };
	struct str bytes;
	char *text = NULL;
	budget_set(o->words, o->pixels);
	signal(SIGPIPE, SIG_DFL); /* nobody reads any more: end */
	bool ok = child_task(frames, &text, &task, &e); /* from the server; the document is only opened in the jail */
	if (ok && task.ocr)
		ocr_prepare(task.lang);
	if (!ok || !enter_jail(o, &e) || !child_map(document, &bytes, &e)) {
		struct sink out = { .fd = frames };
		buf_init(&out.frames, 0);
		send_fail(&out, &e);
		_exit(1);
	}
	_exit(child_parse(bytes, bytes.n > 0, &task, frames, &e) ? 0 : 1);
}
