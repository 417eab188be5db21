/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * TNEF ([MS-OXTNEF]), the "winmail.dat" that Exchange attaches in place of what it cannot say in MIME: attributes one after
 * another, among them lists of properties of the message, of recipients and of each attachment.
 */
#include "parse/bytes.h"
#include "parse/format.h"
#include "parse/mail.h"
#include "parse/mapi.h"

#define SIGNATURE UINT32_C(0x223E9F78)
enum { HEAD = 6, ATTRIBUTE = 9, CHECKSUM = 2, MOST_BYTES = 512 << 20 };
enum { /* attributes */
	SUBJECT = 0x8004, SENT = 0x8005, CLASS = 0x8008, BODY = 0x800C, DATA = 0x800F, TITLE = 0x8010, BEGIN = 0x9002, MESSAGE = 0x9003,
	RECIPIENTS = 0x9004, ATTACHMENT = 0x9005, CODE_PAGE = 0x9007
};
/* An object begins with the identifier of its interface: that of a message. */
static const char message_interface[16] = { 7, 3, 2, 0, 0, 0, 0, 0, '\xC0', 0, 0, 0, 0, 0, 0, '\x46' };

static int score(const struct source *s)
{
	return s->bytes.n > HEAD && bytes_le32(s->bytes.p) == SIGNATURE ? 95 : 0;
}

/* Bytes that are taken from the front; past the end there are none, and that stays so. */
struct cursor {
	struct str rest;
	bool over;
};

static struct str take(struct cursor *c, size_t n)
{
	if (c->over || n > c->rest.n) {
		c->over = true;
		return (struct str){ "", 0 };
	}
	struct str s = { c->rest.p, n };
	c->rest = (struct str){ c->rest.p + n, c->rest.n - n };
	return s;
}

static uint32_t take_number(struct cursor *c)
{
	struct str s = take(c, 4);
	return s.n ? bytes_le32(s.p) : 0;
}

/* Filled up to whole fours. */
static struct str take_padded(struct cursor *c, size_t n)
{
	struct str s = take(c, n);
	take(c, (4 - n % 4) % 4);
	return s;
}

/* ---- lists of properties */

static struct mapi_message *message_read(struct arena *a, struct str bytes, int depth);

static void skip_name(struct cursor *c)
{
	take(c, 16);
	if (take_number(c) == 0)
		take(c, 4);
	else
		take_padded(c, take_number(c));
}

static size_t fixed_size(uint16_t type)
{
	switch (type) {
	case MAPI_INT64:
	case MAPI_TIME:
	case 5: /* double, money, time of an application */
	case 6:
	case 7:
		return 8;
	case MAPI_GUID:
		return 16;
	default:
		return 4;
	}
}

static bool is_long(uint16_t type)
{
	return type == MAPI_TEXT8 || type == MAPI_TEXT16 || type == MAPI_BINARY || type == MAPI_OBJECT;
}

static void value_add(struct arena *a, struct mapi_bag *bag, uint16_t tag, uint16_t type, struct str value, int depth)
{
	bool inside = type == MAPI_OBJECT && tag == MAPI_ATTACH_DATA && value.n > sizeof(message_interface) &&
		      memcmp(value.p, message_interface, sizeof(message_interface)) == 0;
	if (inside && !bag->inside && depth < MAPI_MOST_DEPTH)
		bag->inside = message_read(a, (struct str){ value.p + 16, value.n - 16 }, depth + 1);
	mapi_add(a, bag, tag, type, value);
}

static void properties_read(struct arena *a, struct mapi_bag *bag, struct cursor *c, int depth)
{
	for (uint32_t n = take_number(c); n && !c->over && bag; n--) {
		struct str head = take(c, 4);
		if (!head.n)
			return;
		uint16_t type = bytes_le16(head.p), tag = bytes_le16(head.p + 2);
		bool many = (type & MAPI_MANY) != 0;
		if (tag >= 0x8000)
			skip_name(c);
		type = (uint16_t)(type & ~MAPI_MANY);
		uint32_t values = many || is_long(type) ? take_number(c) : 1;
		for (uint32_t i = 0; i < values && !c->over; i++) {
			struct str value = is_long(type) ? take_padded(c, take_number(c)) : take(c, fixed_size(type));
			if (!many && !i && !c->over)
				value_add(a, bag, tag, type, value, depth);
		}
	}
}

/* ---- attributes */

/* Year, month, day, hour, minute, second as hundreds of nanoseconds since 1601. */
static void date_add(struct mapi_message *m, struct str s)
{
	int v[6];
	if (s.n < 12)
		return;
	for (int i = 0; i < 6; i++)
		v[i] = bytes_le16(s.p + (size_t)2 * (size_t)i);
	GDateTime *d = g_date_time_new_utc(v[0], v[1], v[2], v[3], v[4], v[5]);
	char *bytes = d ? arena_alloc(m->a, 8) : NULL;
	if (bytes) {
		uint64_t ticks = (uint64_t)(g_date_time_to_unix(d) + INT64_C(11644473600)) * 10000000;
		for (int i = 0; i < 8; i++)
			bytes[i] = (char)(ticks >> 8 * i & 0xFF);
		mapi_add(m->a, &m->own, MAPI_SENT, MAPI_TIME, (struct str){ bytes, 8 });
	}
	if (d)
		g_date_time_unref(d);
}

static void recipients_read(struct mapi_message *m, struct str value, int depth)
{
	struct cursor c = { .rest = value };
	for (uint32_t n = take_number(&c); n && !c.over; n--) {
		struct mapi_bag *bag = mapi_bag_add(m->a, &m->recipients);
		if (!bag)
			return;
		properties_read(m->a, bag, &c, depth);
	}
}

static void attribute_read(struct mapi_message *m, uint16_t id, struct str value, int depth)
{
	static const struct { uint16_t id, tag, type; bool of_attachment; } rows[] = {
		{ SUBJECT, MAPI_SUBJECT, MAPI_TEXT8, false }, { CLASS, MAPI_CLASS, MAPI_TEXT8, false }, { BODY, MAPI_BODY, MAPI_TEXT8, false },
		{ CODE_PAGE, MAPI_CODE_PAGE, MAPI_INT32, false }, { TITLE, MAPI_ATTACH_SHORT_NAME, MAPI_TEXT8, true },
		{ DATA, MAPI_ATTACH_DATA, MAPI_BINARY, true },
	};
	struct mapi_bag *last = m->attachments.n ? &m->attachments.p[m->attachments.n - 1] : NULL;
	struct cursor c = { .rest = value };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].id == id && (!rows[i].of_attachment || last))
			mapi_add(m->a, rows[i].of_attachment ? last : &m->own, rows[i].tag, rows[i].type, value);
	if (id == BEGIN)
		mapi_bag_add(m->a, &m->attachments);
	else if (id == SENT)
		date_add(m, value);
	else if (id == MESSAGE)
		properties_read(m->a, &m->own, &c, depth);
	else if (id == ATTACHMENT && last)
		properties_read(m->a, last, &c, depth);
	else if (id == RECIPIENTS)
		recipients_read(m, value, depth);
}

/* What is cut short gives what is there. */
static struct mapi_message *message_read(struct arena *a, struct str bytes, int depth)
{
	struct mapi_message *m = ARENA_NEW(a, struct mapi_message);
	struct cursor c = { .rest = bytes };
	take(&c, HEAD);
	if (m)
		m->a = a;
	while (m && !c.over && c.rest.n && !a->over) {
		struct str head = take(&c, ATTRIBUTE);
		struct str value = head.n ? take(&c, bytes_le32(head.p + 5)) : head;
		if (!c.over)
			attribute_read(m, bytes_le16(head.p + 1), value, depth);
		take(&c, CHECKSUM);
	}
	return m;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct arena a;
	if (!mail_ready(e))
		return false;
	nest_start();
	arena_init(&a, "message", MOST_BYTES);
	struct mapi_message *m = message_read(&a, s->bytes, 0);
	GMimeMessage *mail = arena_ok(&a, e) ? mapi_mail(m, e) : NULL;
	bool ok = mail && mail_write(mail, STR("tnef"), o, out, e);
	if (mail)
		g_object_unref(mail);
	arena_fini(&a);
	return ok;
}

const struct format format_tnef = { "tnef", score, parse };
