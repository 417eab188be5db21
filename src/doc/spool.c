/* SPDX-License-Identifier: Apache-2.0 */
#include "doc/spool.h"

#include "base/io.h"

#include <errno.h>
#include <unistd.h>

enum { WINDOW = 1 << 20, HELD_MOST = 1 << 20 };

struct place {
	uint64_t at; /* of the page's frame, or of its fault's in front of it */
	uint32_t n;
};

void spool_init(struct spool *s, int fd)
{
	*s = (struct spool){ .fd = fd, .own = fd < 0 };
	doc_reader_init(&s->reader, NULL);
	buf_init(&s->places, 0);
	buf_init(&s->page, 0);
	buf_init(&s->carry, 0);
	buf_init(&s->held, 0);
}

void spool_fini(struct spool *s)
{
	buf_fini(&s->places);
	buf_fini(&s->page);
	buf_fini(&s->carry);
	buf_fini(&s->held);
	if (s->own && s->fd >= 0)
		close(s->fd);
}

static bool note_page(struct spool *s, uint64_t from, uint64_t to, struct err *e)
{
	struct place p = { from, (uint32_t)(to - from) };
	buf_add(&s->places, &p, sizeof(p));
	return buf_ok(&s->places, e);
}

/* Whole frames of data; *used is where the first that is not whole begins. A fault waits for its page. */
static bool read_frames(struct spool *s, struct str data, size_t *used, spool_each *each, void *ctx, struct err *e)
{
	size_t at = 0, from = 0;
	struct doc_reader before = s->reader;
	*used = 0;
	for (;;) {
		switch (doc_reader_next(&s->reader, data, &at, e)) {
		case DOC_STEP_FRAME:
			if (s->reader.fault_page)
				continue;
			if (s->facts && s->reader.facts && !before.facts && !s->facts(ctx, &s->reader.doc, e))
				return false;
			break;
		case DOC_STEP_SPENT:
			break;
		case DOC_STEP_PAGE:
			if (!note_page(s, s->at + from, s->at + at, e) || (each && !each(ctx, &s->reader.page, e)))
				return false;
			break;
		case DOC_STEP_END:
			s->ended = true;
			*used = at;
			return true;
		case DOC_STEP_MORE:
			s->reader = before; /* as it was where the next piece begins */
			return true;
		case DOC_STEP_PICTURE:
			return err_set(e, ERR_CRASHED, "the parser sent a picture in place of a document");
		case DOC_STEP_BAD:
			return false;
		}
		from = *used = at;
		before = s->reader;
	}
}

/* To the file, or to what is held until that is too much. */
static bool keep(struct spool *s, struct str frames, struct err *e)
{
	if (s->fd < 0 && s->held.n + frames.n <= HELD_MOST) {
		buf_str(&s->held, frames);
		return buf_ok(&s->held, e);
	}
	if (s->fd < 0) {
		s->fd = io_temp(e);
		if (s->fd < 0 || !io_write_all(s->fd, s->held.p, s->held.n, e))
			return false;
		buf_fini(&s->held);
	}
	return io_write_all(s->fd, frames.p, frames.n, e);
}

bool spool_write(struct spool *s, struct str frames, spool_each *each, void *ctx, struct err *e)
{
	struct buf *c = &s->carry;
	size_t used;
	bool carried = c->n > 0;
	s->reader.checked = true; /* by the pool, whose frames they are */
	if (!keep(s, frames, e))
		return false;
	if (carried)
		buf_str(c, frames);
	struct str data = carried ? buf_view(c) : frames;
	bool ok = buf_ok(c, e) && read_frames(s, data, &used, each, ctx, e);
	if (!ok)
		return false;
	s->at += used;
	if (carried) {
		memmove(c->p, c->p + used, c->n - used);
		c->n -= used;
	} else {
		buf_add(c, data.p + used, data.n - used);
	}
	return buf_ok(c, e);
}

static bool read_at(int fd, char *p, size_t n, uint64_t at, size_t *got, struct err *e)
{
	for (*got = 0; *got < n;) {
		ssize_t r = pread(fd, p + *got, n - *got, (off_t)(at + *got));
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return err_errno(e, "parsed document");
		if (r == 0)
			break;
		*got += (size_t)r;
	}
	return true;
}

/* A window that grows only for a frame that is larger. */
bool spool_file(struct spool *s, int64_t size, spool_each *each, void *ctx, struct err *e)
{
	struct buf b = BUF_INIT(0);
	size_t window = WINDOW, got = 0, used = 0;
	bool ok = true;
	while (ok && !s->ended && s->at < (uint64_t)size) {
		ok = buf_reserve(&b, window) ? read_at(s->fd, b.p, window, s->at, &got, e) : buf_ok(&b, e);
		ok = ok && read_frames(s, (struct str){ b.p, got }, &used, each, ctx, e);
		if (ok && !used && got < window)
			break;
		s->at += ok ? used : 0;
		window = used ? WINDOW : window * 2;
	}
	buf_fini(&b);
	return ok && ((s->ended && s->at == (uint64_t)size) || err_set(e, ERR_CRASHED, "the parsed document is cut short"));
}

size_t spool_pages(const struct spool *s)
{
	return s->places.n / sizeof(struct place);
}

bool spool_page(struct spool *s, size_t index, struct doc_page *out, struct err *e)
{
	const struct place *p = (const struct place *)(const void *)s->places.p + index;
	struct doc_reader r;
	size_t got, at = 0;
	buf_clear(&s->page);
	if (!buf_reserve(&s->page, p->n))
		return buf_ok(&s->page, e);
	if (s->fd < 0)
		memcpy(s->page.p, s->held.p + p->at, got = p->n);
	else if (!read_at(s->fd, s->page.p, p->n, p->at, &got, e))
		return false;
	doc_reader_init(&r, NULL);
	r.head = r.checked = true; /* it was read, far in front of the page, and all frames were compared with their checksums */
	for (;;) {
		switch (doc_reader_next(&r, (struct str){ s->page.p, got }, &at, e)) {
		case DOC_STEP_FRAME:
			continue;
		case DOC_STEP_PAGE:
			*out = r.page;
			return true;
		case DOC_STEP_BAD:
			return false;
		default:
			return err_set(e, ERR_IO, "the parsed document changed while it was read");
		}
	}
}
