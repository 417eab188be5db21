/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/bytes.h"
#include "parse/charset.h"
#include "parse/mapi-private.h"
#include "parse/rtf.h"

enum { CODE_PAGE_OF_MAIL = 0x3FDE, HEADERS = 0x007D, DELIVERED = 0x0E06 };

/* ---- bags */

void mapi_add(struct arena *a, struct mapi_bag *bag, uint16_t tag, uint16_t type, struct str value)
{
	enum { STEP = 16 };
	if (bag->n >= MAPI_MOST_PROPERTIES)
		return;
	if (bag->n % STEP == 0) {
		struct mapi_property *more = arena_grow(a, bag->p, bag->n, bag->n + STEP, sizeof(*more));
		if (!more)
			return;
		bag->p = more;
	}
	bag->p[bag->n++] = (struct mapi_property){ tag, type, value };
}

struct mapi_bag *mapi_bag_add(struct arena *a, struct mapi_bags *bags)
{
	enum { STEP = 16 };
	if (bags->n >= MAPI_MOST_BAGS)
		return NULL;
	if (bags->n % STEP == 0) {
		struct mapi_bag *more = arena_grow(a, bags->p, bags->n, bags->n + STEP, sizeof(*more));
		if (!more)
			return NULL;
		bags->p = more;
	}
	return &bags->p[bags->n++];
}

const struct mapi_property *mapi_find(const struct mapi_bag *bag, uint16_t tag)
{
	for (size_t i = 0; i < bag->n; i++)
		if (bag->p[i].tag == tag)
			return &bag->p[i];
	return NULL;
}

uint32_t mapi_number(const struct mapi_bag *bag, uint16_t tag, uint32_t otherwise)
{
	const struct mapi_property *p = mapi_find(bag, tag);
	if (!p || p->value.n < 2)
		return otherwise;
	return p->value.n >= 4 ? bytes_le32(p->value.p) : bytes_le16(p->value.p);
}

struct str mapi_set_name(const struct mapi_message *m, uint16_t tag, char room[24])
{
	uint32_t set = mapi_number(&m->own, tag, 0);
	set = set ? set : mapi_number(&m->own, CODE_PAGE_OF_MAIL, 1252);
	if (set == 28591 || set == 20127) /* Latin 1, ASCII */
		set = 1252;
	return rtf_set_name((uint16_t)(set <= UINT16_MAX ? set : 1252), room);
}

struct str mapi_text(const struct mapi_message *m, const struct mapi_bag *bag, uint16_t tag)
{
	const struct mapi_property *p = mapi_find(bag, tag);
	struct buf store = BUF_INIT(64 << 20);
	struct str text = { "", 0 };
	struct err ignored;
	char room[24];
	if (!p || (p->type != MAPI_TEXT16 && p->type != MAPI_TEXT8 && p->type != MAPI_BINARY))
		return text;
	struct str label = p->type == MAPI_TEXT16 ? STR("utf-16le") : mapi_set_name(m, MAPI_CODE_PAGE, room);
	if (charset_decode(p->value, label, &store, &text, &ignored)) {
		const char *end = memchr(text.p, '\0', text.n);
		text = arena_str(m->a, (struct str){ text.p, end ? (size_t)(end - text.p) : text.n });
	} else {
		text = (struct str){ "", 0 };
	}
	buf_fini(&store);
	return text;
}

/* ---- headers */

/* One line, without what would end it. */
static struct str one_line(struct arena *a, struct str s)
{
	struct str copy = arena_str(a, str_trim(s));
	for (size_t i = 0; i < copy.n; i++)
		if ((unsigned char)copy.p[i] < 0x20 || copy.p[i] == 0x7F)
			((char *)(uintptr_t)copy.p)[i] = ' ';
	return copy;
}

static void header_set(GMimeMessage *mail, const struct mapi_message *m, const char *name, struct str value)
{
	value = one_line(m->a, value);
	if (value.n)
		g_mime_object_set_header(GMIME_OBJECT(mail), name, value.p, "utf-8");
}

/* 'Ann Lee <ann@example.com>', as an address is written. */
static void person_add(struct buf *out, struct str name, struct str address)
{
	bool has_address = memchr(address.p, '@', address.n) != NULL, quoted = false;
	if (!name.n && !has_address)
		return;
	if (out->n)
		buf_z(out, ", ");
	if (!name.n || (has_address && str_eq_nocase(name, address))) {
		buf_str(out, address);
		return;
	}
	for (size_t i = 0; i < name.n; i++)
		quoted = quoted || strchr("()<>[]:;@\\,\"", name.p[i]);
	buf_z(out, quoted && has_address ? "\"" : "");
	for (size_t i = 0; i < name.n; i++) {
		if (quoted && has_address && strchr("\\\"", name.p[i]))
			buf_byte(out, '\\');
		buf_byte(out, name.p[i]);
	}
	buf_z(out, quoted && has_address ? "\"" : "");
	if (has_address)
		buf_printf(out, " <%.*s>", STR_ARGS(address));
}

/* The first that is an address of mail: others name entries of a directory. */
static struct str address_of(const struct mapi_message *m, const struct mapi_bag *bag, uint16_t first, uint16_t second)
{
	struct str s = mapi_text(m, bag, first);
	return memchr(s.p, '@', s.n) ? s : mapi_text(m, bag, second);
}

static void senders_set(GMimeMessage *mail, const struct mapi_message *m)
{
	enum { FROM_NAME = 0x0042, FROM_ADDRESS = 0x0065, FROM_SMTP = 0x5D02, BY_NAME = 0x0C1A, BY_ADDRESS = 0x0C1F, BY_SMTP = 0x5D01 };
	struct buf from = BUF_INIT(1 << 16), by = BUF_INIT(1 << 16);
	person_add(&from, mapi_text(m, &m->own, FROM_NAME), address_of(m, &m->own, FROM_SMTP, FROM_ADDRESS));
	person_add(&by, mapi_text(m, &m->own, BY_NAME), address_of(m, &m->own, BY_SMTP, BY_ADDRESS));
	header_set(mail, m, "From", buf_view(from.n ? &from : &by));
	if (from.n && !str_eq(buf_view(&from), buf_view(&by)))
		header_set(mail, m, "Sender", buf_view(&by));
	buf_fini(&from);
	buf_fini(&by);
}

static void recipients_set(GMimeMessage *mail, const struct mapi_message *m)
{
	enum { KIND = 0x0C15, SMTP = 0x39FE, ADDRESS = 0x3003 };
	static const struct { const char *header; uint16_t shown; } rows[] = { { "To", 0x0E04 }, { "Cc", 0x0E03 }, { "Bcc", 0x0E02 } };
	for (uint32_t kind = 1; kind <= sizeof(rows) / sizeof(*rows); kind++) {
		struct buf people = BUF_INIT(1 << 20);
		for (size_t i = 0; i < m->recipients.n; i++) {
			const struct mapi_bag *r = &m->recipients.p[i];
			if ((mapi_number(r, KIND, 1) & 15) == kind)
				person_add(&people, mapi_text(m, r, MAPI_DISPLAY_NAME), address_of(m, r, SMTP, ADDRESS));
		}
		header_set(mail, m, rows[kind - 1].header, people.n ? buf_view(&people) : mapi_text(m, &m->own, rows[kind - 1].shown));
		buf_fini(&people);
	}
}

/* Hundreds of nanoseconds since 1601. */
static void date_set(GMimeMessage *mail, const struct mapi_message *m)
{
	const struct mapi_property *p = mapi_find(&m->own, MAPI_SENT);
	p = p && p->value.n == 8 ? p : mapi_find(&m->own, DELIVERED);
	if (!p || p->value.n != 8)
		return;
	uint64_t ticks = bytes_le32(p->value.p) | (uint64_t)bytes_le32(p->value.p + 4) << 32;
	int64_t seconds = (int64_t)(ticks / 10000000) - INT64_C(11644473600);
	GDateTime *d = seconds > 0 && seconds < INT64_C(253402300800) ? g_date_time_new_from_unix_utc(seconds) : NULL;
	if (!d)
		return;
	g_mime_message_set_date(mail, d);
	g_date_time_unref(d);
}

/* Headers that it came with win: they know the zone of the time and the addresses. */
static void transport_set(GMimeMessage *mail, const struct mapi_message *m)
{
	static const char *const names[] = { "From", "Sender", "Reply-To", "To", "Cc", "Date", "Message-ID", "In-Reply-To", "Organization", "List-ID" };
	struct str text = mapi_text(m, &m->own, HEADERS);
	if (!text.n)
		return;
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(text.p, text.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeMessage *came = g_mime_parser_construct_message(parser, NULL);
	for (size_t i = 0; came && i < sizeof(names) / sizeof(*names); i++)
		header_set(mail, m, names[i], str_from(g_mime_object_get_header(GMIME_OBJECT(came), names[i])));
	if (came)
		g_object_unref(came);
	g_object_unref(parser);
	g_object_unref(stream);
}

void mapi_headers(GMimeMessage *mail, const struct mapi_message *m)
{
	static const struct { uint16_t tag; const char *header; } rows[] = {
		{ MAPI_SUBJECT, "Subject" }, { 0x1035, "Message-ID" }, { 0x1042, "In-Reply-To" },
	};
	senders_set(mail, m);
	recipients_set(mail, m);
	date_set(mail, m);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		header_set(mail, m, rows[i].header, mapi_text(m, &m->own, rows[i].tag));
	transport_set(mail, m);
}
