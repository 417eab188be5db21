/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Bodies and attachments of a message of Outlook as parts in MIME. */
#include "parse/mail.h"
#include "parse/mapi-private.h"
#include "parse/rtf-mail.h"

enum { HTML = 0x1013, RTF = 0x1009, LONG_NAME = 0x3707, TYPE = 0x370E, CONTENT_ID = 0x3712, CODE_PAGE_OF_MAIL = 0x3FDE };
enum { INSIDE = 5 /* the attachment is a message */ };

static GMimeObject *part_new(const char *type, const char *sub, struct str bytes)
{
	GMimePart *part = g_mime_part_new_with_type(type, sub);
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
	g_mime_part_set_content(part, content);
	g_object_unref(content);
	g_object_unref(stream);
	return GMIME_OBJECT(part);
}

static GMimeObject *text_part(const char *sub, struct str utf8)
{
	GMimeObject *o = part_new("text", sub, utf8);
	g_mime_object_set_content_type_parameter(o, "charset", "utf-8");
	return o;
}

/* ---- the body: HTML rather than RTF rather than plain text */

static GMimeObject *html_body(const struct mapi_message *m)
{
	const struct mapi_property *p = mapi_find(&m->own, HTML);
	char room[24];
	if (!p || !p->value.n)
		return NULL;
	if (p->type == MAPI_TEXT16)
		return text_part("html", mapi_text(m, &m->own, HTML));
	if (p->type != MAPI_BINARY && p->type != MAPI_TEXT8)
		return NULL;
	GMimeObject *o = part_new("text", "html", p->value);
	if (mapi_find(&m->own, CODE_PAGE_OF_MAIL)) /* else what the HTML says of itself */
		g_mime_object_set_content_type_parameter(o, "charset", mapi_set_name(m, CODE_PAGE_OF_MAIL, room).p);
	return o;
}

static GMimeObject *rtf_body(const struct mapi_message *m, bool has_plain)
{
	const struct mapi_property *p = mapi_find(&m->own, RTF);
	struct buf rtf = BUF_INIT(64 << 20), html = BUF_INIT(64 << 20);
	GMimeObject *o = NULL;
	struct err ignored;
	if (p && p->type == MAPI_BINARY && rtf_unpack(p->value, &rtf, &ignored) && rtf.n) {
		enum rtf_origin origin = rtf_origin_of(buf_view(&rtf));
		if (origin == RTF_ORIGIN_HTML && rtf_html(buf_view(&rtf), &html, &ignored))
			o = text_part("html", buf_view(&html));
		else if (origin != RTF_ORIGIN_TEXT || !has_plain)
			o = part_new("text", "rtf", buf_view(&rtf));
	}
	buf_fini(&rtf);
	buf_fini(&html);
	return o;
}

static GMimeObject *body_of(const struct mapi_message *m)
{
	struct str plain = mapi_text(m, &m->own, MAPI_BODY);
	GMimeObject *o = html_body(m);
	o = o ? o : rtf_body(m, plain.n > 0);
	return o || !plain.n ? o : text_part("plain", plain);
}

/* ---- attachments */

static struct str name_of(const struct mapi_message *m, const struct mapi_bag *bag)
{
	static const uint16_t tags[] = { LONG_NAME, MAPI_ATTACH_SHORT_NAME, MAPI_DISPLAY_NAME };
	struct str name = { "", 0 };
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags) && !name.n; i++)
		name = str_trim(mapi_text(m, bag, tags[i]));
	return name;
}

/* What Outlook keeps of a signed message: all of its parts as they came ([MS-OXOSMIME] 2.1.2). */
static GMimeObject *signed_part(const struct mapi_bag *bag, struct str type)
{
	const struct mapi_property *data = mapi_find(bag, MAPI_ATTACH_DATA);
	return data && str_eq_nocase(type, STR("multipart/signed")) ? mail_parse_part(data->value) : NULL;
}

static GMimeObject *file_part(const struct mapi_message *m, const struct mapi_bag *bag)
{
	const struct mapi_property *data = mapi_find(bag, MAPI_ATTACH_DATA);
	struct str type = mapi_text(m, bag, TYPE), name = name_of(m, bag), sub, top;
	GMimeObject *parts = signed_part(bag, type);
	if (parts)
		return parts;
	sub = str_cut(type, '/', &top);
	bool typed = top.n && sub.n && !str_eq_nocase(top, STR("multipart")) && !str_eq_nocase(top, STR("message"));
	GMimeObject *o = part_new(typed ? arena_strz(m->a, arena_str(m->a, top).p) : "application", typed ? sub.p : "octet-stream",
				  data ? data->value : (struct str){ "", 0 });
	g_mime_object_set_disposition(o, "attachment");
	if (name.n)
		g_mime_part_set_filename(GMIME_PART(o), arena_str(m->a, name).p);
	return o;
}

static GMimeObject *attachment_of(const struct mapi_message *m, const struct mapi_bag *bag, struct err *e)
{
	if (mapi_number(bag, MAPI_ATTACH_METHOD, 1) != INSIDE || !bag->inside)
		return file_part(m, bag);
	GMimeMessage *inner = mapi_mail(bag->inside, e);
	GMimeObject *o = inner ? GMIME_OBJECT(g_mime_message_part_new_with_message("rfc822", inner)) : NULL;
	if (inner)
		g_object_unref(inner);
	return o;
}

/* A picture that the body shows. */
static bool is_of_body(const struct mapi_message *m, const struct mapi_bag *bag)
{
	return mapi_find(bag, CONTENT_ID) && str_starts(mapi_text(m, bag, TYPE), STR("image/"));
}

static void parts_add(GMimeMultipart *to, const struct mapi_message *m, bool of_body, struct err *e)
{
	for (size_t i = 0; i < m->attachments.n; i++) {
		const struct mapi_bag *bag = &m->attachments.p[i];
		GMimeObject *o = is_of_body(m, bag) == of_body ? attachment_of(m, bag, e) : NULL;
		if (!o)
			continue; /* one without a word is not missed */
		g_mime_multipart_add(to, o);
		g_object_unref(o);
	}
}

/* The body; then its pictures, beside it; then all that is attached. */
static GMimeObject *content_of(const struct mapi_message *m, struct err *e)
{
	GMimeObject *body = body_of(m);
	if (!m->attachments.n)
		return body;
	GMimeMultipart *related = g_mime_multipart_new_with_subtype("related"), *mixed = g_mime_multipart_new_with_subtype("mixed");
	if (!body)
		body = text_part("plain", STR(""));
	g_mime_multipart_add(related, body);
	parts_add(related, m, true, e);
	g_mime_multipart_add(mixed, GMIME_OBJECT(related));
	parts_add(mixed, m, false, e);
	g_object_unref(body);
	g_object_unref(related);
	return GMIME_OBJECT(mixed);
}

GMimeMessage *mapi_mail(const struct mapi_message *m, struct err *e)
{
	if (!m->own.n && !m->attachments.n) {
		err_set(e, ERR_NO_DATA, "the message is empty");
		return NULL;
	}
	GMimeMessage *mail = g_mime_message_new(FALSE);
	mapi_headers(mail, m);
	GMimeObject *content = content_of(m, e);
	if (content) {
		g_mime_message_set_mime_part(mail, content);
		g_object_unref(content);
	}
	if (arena_ok(m->a, e))
		return mail;
	g_object_unref(mail);
	return NULL;
}
