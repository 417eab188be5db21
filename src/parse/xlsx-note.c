/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What people noted at cells: notes (ECMA-376 part 1, 18.7), and the discussions of newer programs ([MS-XLSX] 2.6.203), which leave a
 * note for older ones that only says so.
 */
#include "parse/xlsx.h"

#include "parse/ooxml.h"

enum { TEXT_BYTES = 1 << 15, MOST_AUTHORS = 1000 };

struct notes {
	struct grid *g;
	struct arena arena;
	struct buf text, authors; /* struct str */
	struct str cell, author;
	bool in_text, in_author;
	int phonetic;
};

static struct str author_of(const struct notes *s, const struct xml_node *n)
{
	const struct str *all = (const struct str *)(const void *)s->authors.p;
	int32_t i = ooxml_number(n, "authorId", -1);
	return i >= 0 && (size_t)i < s->authors.n / sizeof(*all) ? all[i] : (struct str){ "", 0 };
}

static bool note_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct notes *s = ctx;
	if (xml_is(n, "comment") || xml_is(n, "threadedComment")) {
		s->cell = arena_str(&s->arena, ooxml_attr(n, "ref"));
		s->author = author_of(s, n);
		buf_clear(&s->text);
	} else if (xml_is(n, "author")) {
		buf_clear(&s->text);
		s->in_author = true;
	}
	s->phonetic += xml_is(n, "rPh");
	s->in_text = !s->phonetic && (xml_is(n, "t") || (xml_is(n, "text") && strstr(n->ns, "threadedcomments")));
	return true;
}

static bool note_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct notes *s = ctx;
	struct str text = str_trim(buf_view(&s->text));
	s->in_text = false;
	s->phonetic -= xml_is(n, "rPh");
	if (xml_is(n, "author") && s->authors.n < s->authors.max) {
		text = arena_str(&s->arena, text);
		buf_add(&s->authors, &text, sizeof(text));
		s->in_author = false;
	} else if ((xml_is(n, "comment") && !str_starts(text, STR("[Threaded comment]"))) || xml_is(n, "threadedComment")) {
		grid_note(s->g, s->cell, s->author, text);
	}
	return arena_ok(&s->arena, e);
}

static bool note_text(void *ctx, struct str s, struct err *e)
{
	struct notes *n = ctx;
	if ((n->in_text || n->in_author) && n->text.n + s.n < TEXT_BYTES)
		buf_str(&n->text, s);
	return true;
}

/* What is wrong with notes is not the sheet's fault; a budget is the document's. */
bool xlsx_notes(struct archive *a, struct str path, struct grid *g, struct err *e)
{
	static const struct xml_events events = { note_start, note_end, note_text };
	struct notes s = { .g = g };
	struct err why;
	arena_init(&s.arena, "notes", 16 << 20);
	buf_init(&s.text, TEXT_BYTES);
	buf_init(&s.authors, MOST_AUTHORS * sizeof(struct str));
	bool ok = ooxml_read(a, path, &events, &s, &why) || why.code == ERR_BROKEN;
	if (!ok)
		*e = why;
	buf_fini(&s.text);
	buf_fini(&s.authors);
	arena_fini(&s.arena);
	return ok;
}
