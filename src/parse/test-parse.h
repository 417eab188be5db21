/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* For tests: a document in memory, read without a jail, as text that shows where its words stand. */
#pragma once
#include "doc/doc.h"
#include "parse/child.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct parsed {
	struct doc doc;
	struct arena arena;
	struct buf frames;
};

/* False with the failure in e; call parsed_free() in either case. */
static inline bool parse_bytes(struct str bytes, const char *name, const struct task *task, struct parsed *p, struct err *e)
{
	struct task t = task ? *task : (struct task){ .pages = NULL };
	int fd = memfd_create("frames", MFD_CLOEXEC);
	t.name = str_from(name);
	arena_init(&p->arena, "parsed", 0);
	buf_init(&p->frames, 0);
	child_parse(bytes, false, &t, fd, e);
	size_t n = (size_t)lseek(fd, 0, SEEK_END);
	buf_reserve(&p->frames, n);
	p->frames.n = pread(fd, p->frames.p, n, 0) == (ssize_t)n ? n : 0;
	close(fd);
	return doc_open(buf_view(&p->frames), NULL, &p->arena, &p->doc, e);
}

static inline void parsed_free(struct parsed *p)
{
	arena_fini(&p->arena);
	buf_fini(&p->frames);
}

/* Words of a page that are seen, in source order: " " inside a run of the source, " | " between runs on a line, a line each. */
static inline void page_text(const struct doc_page *p, struct buf *out)
{
	const struct doc_word *before = NULL;
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		if (w->flags & DOC_HIDDEN)
			continue;
		if (before)
			buf_z(out, w->run == before->run ? " " : w->box.y0 >= before->box.y1 || w->box.x0 < before->box.x0 ? "\n" : " | ");
		buf_str(out, doc_word_text(p, w));
		before = w;
	}
}
