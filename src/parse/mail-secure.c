/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Signed and encrypted parts of mail (RFC 8551, RFC 3156). A part that holds what was signed is read as that; of one that is
 * encrypted the page says that nobody can read it here. Signatures beside what they sign stay in the list of attachments.
 */
#include "parse/cms.h"
#include "parse/mail.h"

#include <stdlib.h>

static bool is_any_of(GMimeObject *o, const char *const *subs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (mail_type_is(o, "application", subs[i]))
			return true;
	return false;
}

GMimeObject *mail_parse_part(struct str bytes)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeObject *o = g_mime_parser_construct_part(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return o;
}

/* The walk comes here twice, and later pages point into what is found. */
static struct mail_wrapped *wrapped_of(struct mail *m, GMimeObject *o, bool *known)
{
	for (size_t i = 0; i < m->wrapped_n; i++)
		if (m->wrapped[i].outer == o) {
			*known = true;
			return &m->wrapped[i];
		}
	struct mail_wrapped *more = m->wrapped_n < MAIL_MOST_ATTACHMENTS ? realloc(m->wrapped, (m->wrapped_n + 1) * sizeof(*more)) : NULL;
	*known = false;
	if (!more)
		return NULL;
	m->wrapped = more;
	more[m->wrapped_n] = (struct mail_wrapped){ .outer = o };
	return &more[m->wrapped_n++];
}

bool mail_unwrap(struct mail *m, GMimeObject *o, GMimeObject **inner)
{
	static const char *const subs[] = { "pkcs7-mime", "x-pkcs7-mime" };
	bool known;
	m->locked |= mail_type_is(o, "application", "pgp-encrypted");
	*inner = NULL;
	if (!GMIME_IS_PART(o) || !is_any_of(o, subs, sizeof(subs) / sizeof(*subs)))
		return false;
	struct mail_wrapped *w = wrapped_of(m, o, &known);
	if (w && !known) {
		struct buf content = BUF_INIT(MAIL_MOST_PART);
		m->locked |= cms_read(mail_part_bytes(m, GMIME_PART(o)), &content) == CMS_ENCRYPTED;
		w->inner = content.n && !content.failed ? mail_parse_part(buf_view(&content)) : NULL;
		w->content = content;
	}
	*inner = w ? w->inner : NULL;
	return *inner != NULL;
}

void mail_wrapped_free(struct mail *m)
{
	for (size_t i = 0; i < m->wrapped_n; i++) {
		if (m->wrapped[i].inner)
			g_object_unref(m->wrapped[i].inner);
		buf_fini(&m->wrapped[i].content);
	}
	free(m->wrapped);
}
