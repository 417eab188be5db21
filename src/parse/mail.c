/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/mail.h"

#include <stdlib.h>

LATE_LIBRARY(gmime, "libgmime-3.0.so.0", LATE_GMIME);

bool mail_ready(struct err *e)
{
	static bool ready;
	if (!ready && late_load(&gmime_library, e)) {
		g_mime_init();
		ready = true;
	}
	return ready;
}

/* ---- parts */

static struct str keep(struct mail *m, const char *z)
{
	return arena_str(flow_arena(m->f), str_from(z));
}

struct str mail_part_bytes(struct mail *m, GMimePart *part)
{
	GMimeDataWrapper *w = g_mime_part_get_content(part);
	GByteArray *bytes = g_byte_array_new();
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
	struct str s = { "", 0 };
	if (w)
		g_mime_data_wrapper_write_to_stream(w, stream);
	struct buf *more = realloc(m->parts, (m->parts_n + 1) * sizeof(*more));
	if (more) {
		m->parts = more;
		struct buf *b = &m->parts[m->parts_n++];
		buf_init(b, (size_t)MAIL_MOST_PART);
		buf_add(b, bytes->data, bytes->len);
		s = buf_view(b);
		if (b->failed)
			m->ok = err_set(m->e, ERR_BUDGET, "a part of the mail is larger than %zu MiB", (size_t)MAIL_MOST_PART >> 20);
	}
	g_object_unref(stream); /* owns the array */
	return s;
}

bool mail_type_is(GMimeObject *o, const char *type, const char *sub)
{
	GMimeContentType *t = g_mime_object_get_content_type(o);
	return t && g_mime_content_type_is_type(t, type, sub);
}

static const char *file_name(GMimeObject *o)
{
	const char *name = GMIME_IS_PART(o) ? g_mime_part_get_filename(GMIME_PART(o)) : NULL;
	if (!name)
		name = g_mime_object_get_content_disposition_parameter(o, "filename");
	return name ? name : g_mime_object_get_content_type_parameter(o, "name");
}

static bool is_attachment(GMimeObject *o)
{
	const char *d = g_mime_object_get_disposition(o);
	if (d && g_ascii_strcasecmp(d, "attachment") == 0)
		return true;
	bool text = mail_type_is(o, "text", "plain") || mail_type_is(o, "text", "html") || mail_type_is(o, "text", "enriched") ||
		    mail_type_is(o, "text", "rtf");
	return !text || (file_name(o) != NULL && !(d && g_ascii_strcasecmp(d, "inline") == 0));
}

static void attachment_add(struct mail *m, GMimeObject *o, bool related)
{
	if (m->attached_n >= MAIL_MOST_ATTACHMENTS)
		return;
	struct mail_attachment *more = realloc(m->attached, (m->attached_n + 1) * sizeof(*more));
	const char *name = file_name(o);
	if (!more)
		return;
	m->attached = more;
	char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(o));
	struct mail_attachment *a = &m->attached[m->attached_n++];
	*a = (struct mail_attachment){ .name = keep(m, name ? name : ""), .type = keep(m, type), .is_image = related };
	g_free(type);
	if (GMIME_IS_PART(o))
		a->bytes = mail_part_bytes(m, GMIME_PART(o));
}

struct todo { /* forwarded messages come after the body */
	GMimeMessage *message[MAIL_MOST_ATTACHMENTS];
	size_t n;
};

/* Of alternatives: HTML, else the last one that is text or holds text. */
static GMimeObject *best_of(GMimeMultipart *mp)
{
	GMimeObject *best = NULL;
	for (int i = 0; i < g_mime_multipart_get_count(mp); i++) {
		GMimeObject *o = g_mime_multipart_get_part(mp, i);
		if (mail_type_is(o, "text", "html") || mail_type_is(o, "multipart", "related"))
			return o;
		if (!best || mail_type_is(o, "text", "plain") || GMIME_IS_MULTIPART(o))
			best = o;
	}
	return best;
}

struct find { /* a walk over the parts: first to collect attachments, then to show bodies */
	struct mail *m;
	bool show;
	struct todo *todo;
};

static void part_walk(struct find *w, GMimeObject *o, bool related, int depth);

static void multipart_walk(struct find *w, GMimeMultipart *mp, int depth)
{
	GMimeObject *o = GMIME_OBJECT(mp), *only = NULL;
	if (mail_type_is(o, "multipart", "alternative") && w->show)
		only = best_of(mp);
	if (only) {
		part_walk(w, only, false, depth + 1);
		return;
	}
	bool related = mail_type_is(o, "multipart", "related");
	for (int i = 0; i < g_mime_multipart_get_count(mp) && w->m->ok; i++)
		part_walk(w, g_mime_multipart_get_part(mp, i), related && i > 0, depth + 1);
}

static void part_walk(struct find *w, GMimeObject *o, bool related, int depth)
{
	GMimeObject *inside;
	if (!o || depth > MAIL_MOST_DEPTH || !w->m->ok)
		return;
	if (mail_unwrap(w->m, o, &inside)) {
		part_walk(w, inside, false, depth + 1);
		return;
	}
	if (GMIME_IS_MULTIPART(o)) {
		multipart_walk(w, GMIME_MULTIPART(o), depth);
	} else if (GMIME_IS_MESSAGE_PART(o)) {
		GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(o));
		if (!w->show)
			attachment_add(w->m, o, false);
		if (inner && w->show && w->todo->n < MAIL_MOST_ATTACHMENTS)
			w->todo->message[w->todo->n++] = inner;
		else if (inner && !w->show)
			part_walk(w, g_mime_message_get_mime_part(inner), false, depth + 1);
	} else if (is_attachment(o)) {
		if (!w->show)
			attachment_add(w->m, o, related && mail_type_is(o, "image", "*"));
	} else if (w->show && GMIME_IS_PART(o)) {
		mail_text(w->m, GMIME_PART(o));
	}
}

static void message_show(struct mail *m, GMimeMessage *msg, int depth)
{
	struct todo *todo = calloc(1, sizeof(*todo));
	struct find w = { m, true, todo };
	GMimeObject *body = g_mime_message_get_mime_part(msg);
	if (!todo) {
		m->ok = err_set(m->e, ERR_MEMORY, "out of memory");
		return;
	}
	if (depth)
		flow_page(m->f);
	flow_open(m->f, FLOW_TABLE, &(struct flow_props){ .after = 800 });
	mail_headers(m, msg);
	if (depth == 0) {
		struct find collect = { m, false, todo };
		part_walk(&collect, body, false, 0);
		mail_attachments(m);
	}
	flow_close(m->f);
	flow_line(m->f);
	part_walk(&w, body, false, 0);
	for (size_t i = 0; i < todo->n && m->ok && depth < MAIL_MOST_DEPTH; i++)
		message_show(m, todo->message[i], depth + 1);
	free(todo);
}

bool mail_write(GMimeMessage *msg, struct str format, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct mail m = { .f = flow_new(&flow_screen, 0), .e = e, .ok = true };
	if (!m.f)
		return err_set(e, ERR_MEMORY, "out of memory");
	message_show(&m, msg, 0);
	if (m.locked) {
		struct err why;
		err_set(&why, ERR_PROTECTED, "the mail is encrypted: only its headers can be read");
		sink_fault(out, &why);
	}
	bool ok = m.ok && mail_pages(&m, format, o, out, e);
	for (size_t i = 0; i < m.parts_n; i++)
		buf_fini(&m.parts[i]);
	free(m.parts);
	mail_wrapped_free(&m);
	free(m.attached);
	flow_free(m.f);
	return ok;
}
