/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * DOCX (ECMA-376 part 1, WordprocessingML) into a flow. Headers of pages come first, footers and notes last, each
 * once. Deleted and hidden text is left out, inserted text stands; of alternatives for other programs the first.
 */
#include "parse/docx.h"
#include "parse/office.h"
#include "parse/zip.h"

#include <stdlib.h>

/* ---- the package */

static void relation(void *ctx, struct str id, struct str type, struct str target)
{
	struct docx *d = ctx;
	struct str path = docx_kept(d, target);
	if (str_ends(type, STR("/officeDocument")))
		d->document = path;
	else if (str_ends(type, STR("/styles")))
		d->styles_path = path;
	else if (str_ends(type, STR("/numbering")))
		d->numbering_path = path;
	else if (str_ends(type, STR("/header")) && d->heads_n < DOCX_RUNNING)
		d->heads[d->heads_n++] = path;
	else if (str_ends(type, STR("/footer")) && d->feet_n < DOCX_RUNNING)
		d->feet[d->feet_n++] = path;
	else if (str_ends(type, STR("/comments")))
		d->comments = path;
	else if ((str_ends(type, STR("/footnotes")) || str_ends(type, STR("/endnotes"))) && d->notes_n < 2)
		d->notes[d->notes_n++] = path;
}

static bool read_text(struct docx *d, struct str path, struct err *e)
{
	docx_text_begin(d);
	return docx_images_read(d, path, e) && ooxml_read(d->a, path, &docx_text_events, d, e);
}

/* ---- headers and footers, each text once */

struct summing {
	uint64_t sum;
	bool in_text;
};

static bool sum_start(void *ctx, const struct xml_node *n, struct err *e)
{
	((struct summing *)ctx)->in_text = xml_is(n, "t");
	return true;
}

static bool sum_text(void *ctx, struct str s, struct err *e)
{
	struct summing *m = ctx;
	for (size_t i = 0; i < s.n && m->in_text; i++)
		m->sum = (m->sum ^ (unsigned char)s.p[i]) * 1099511628211u; /* FNV-1a */
	return true;
}

static bool read_running(struct docx *d, const struct str *paths, size_t n, struct err *e)
{
	static const struct xml_events events = { .start = sum_start, .text = sum_text };
	uint64_t sums[DOCX_RUNNING];
	for (size_t i = 0; i < n; i++) {
		struct summing m = { .sum = 14695981039346656037u };
		bool again = false;
		if (!ooxml_read(d->a, paths[i], &events, &m, e))
			return false;
		sums[i] = m.sum;
		for (size_t k = 0; k < i; k++)
			again = again || sums[k] == m.sum;
		if (again)
			continue;
		flow_open(d->f, FLOW_BLOCK, NULL);
		bool ok = read_text(d, paths[i], e);
		flow_close(d->f);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- comments.xml */

struct commenting {
	struct docx *d;
	struct str id, author;
	struct buf text;
};

static bool comment_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct commenting *c = ctx;
	if (xml_is(n, "comment")) {
		c->author = docx_kept(c->d, ooxml_attr(n, "author"));
		c->id = docx_kept(c->d, ooxml_attr(n, "id"));
		buf_clear(&c->text);
	}
	return true;
}

static bool comment_text(void *ctx, struct str s, struct err *e)
{
	buf_str(&((struct commenting *)ctx)->text, s);
	return true;
}

/* To be told where the text names it. */
static void remark_keep(struct docx *d, struct str id, struct str author, struct str text)
{
	if (d->revise.f && d->remarks_n < DOCX_REMARKS)
		d->remarks[d->remarks_n++] = (struct docx_remark){ id, author, docx_kept(d, text), false };
}

static bool comment_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct commenting *c = ctx;
	if (xml_is(n, "p"))
		buf_byte(&c->text, ' ');
	if (xml_is(n, "comment") && !c->text.failed) {
		flow_fact(c->d->f, DOC_FACT_META, STR("comment"), c->author, buf_view(&c->text));
		remark_keep(c->d, c->id, c->author, str_trim(buf_view(&c->text)));
	}
	return true;
}

static bool read_comments(struct docx *d, struct err *e)
{
	static const struct xml_events events = { comment_start, comment_end, comment_text };
	struct commenting c = { .d = d };
	buf_init(&c.text, 16384);
	bool ok = ooxml_read(d->a, d->comments, &events, &c, e);
	buf_fini(&c.text);
	return ok;
}

static bool read_all(struct docx *d, struct err *e)
{
	bool ok = ooxml_relations(d->a, STR(""), relation, d, e);
	if (ok && (!d->document.n || archive_find(d->a, d->document) < 0))
		return err_set(e, ERR_BROKEN, "the package has no document part");
	ok = ok && ooxml_relations(d->a, d->document, relation, d, e) && ooxml_read(d->a, d->styles_path, &docx_style_events, d, e) &&
	     ooxml_read(d->a, d->numbering_path, &docx_list_events, d, e);
	ok = ok && (!d->revise.f || read_comments(d, e));
	flow_section(d->f);
	ok = ok && read_running(d, d->heads, d->heads_n, e) && read_text(d, d->document, e);
	for (size_t i = 0; ok && i < d->notes_n; i++)
		ok = read_text(d, d->notes[i], e);
	ok = ok && read_running(d, d->feet, d->feet_n, e) && (d->revise.f || read_comments(d, e));
	docx_remarks_end(d);
	return ok;
}

static void property_add(void *ctx, const char *name, struct str value)
{
	struct docx *d = ctx;
	flow_fact(d->f, DOC_FACT_META, str_from(name), STR(""), value);
}

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, "word/document.xml"))
		return 95;
	static const char *const names[] = { ".docx", ".docm", ".dotx", ".dotm" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (archive_looks(s->bytes) && format_named(s, names[i]))
			return 60;
	return 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct flow *f = flow_new(&flow_paper, 0);
	struct docx *d = calloc(1, sizeof(*d));
	bool ok = (f && d) || err_set(e, ERR_MEMORY, "out of memory");
	if (ok) {
		d->f = f;
		d->arena = flow_arena(f);
		buf_init(&d->form.text, 1 << 20);
		buf_init(&d->notes_seen, DOCX_NOTES * sizeof(int32_t));
		buf_init(&d->gone_text, 1 << 20);
		revise_init(&d->revise, o->revisions ? f : NULL);
		d->remarks = ARENA_ARRAY(d->arena, o->revisions ? DOCX_REMARKS : 1, struct docx_remark);
		d->styles = ARENA_ARRAY(d->arena, DOCX_STYLES, struct docx_style);
		d->lists = ARENA_ARRAY(d->arena, DOCX_LISTS, struct docx_list);
		d->uses = ARENA_ARRAY(d->arena, DOCX_LISTS, struct docx_list_use);
		d->images = ARENA_ARRAY(d->arena, DOCX_IMAGES, struct docx_image);
		d->links = ARENA_ARRAY(d->arena, DOCX_LINKS, struct docx_link);
		d->a = archive_open(s->bytes, NULL, e);
		flow_pictures(f, docx_picture_load, d);
		ok = arena_ok(d->arena, e) && d->a && read_all(d, e);
	}
	if (ok) {
		office_properties(d->a, property_add, d);
		ok = flow_write(f, STR("docx"), o, out, e);
	}
	if (d) {
		buf_fini(&d->form.text);
		buf_fini(&d->notes_seen);
		buf_fini(&d->gone_text);
		revise_fini(&d->revise);
		archive_close(d->a);
	}
	free(d);
	flow_free(f);
	return ok;
}

const struct format format_docx = { "docx", score, parse };
