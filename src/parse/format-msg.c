/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Messages that Outlook saves (.msg, [MS-OXMSG]): a compound file with a stream for each text or run of bytes, a stream of
 * numbers and times, and a storage for each recipient and attachment; a message that is attached is a storage of the same kind.
 */
#include "parse/bytes.h"
#include "parse/format.h"
#include "parse/mail.h"
#include "parse/mapi.h"
#include "parse/ole.h"

#include <stdlib.h>

enum { MOST_BYTES = 512 << 20, NAME = 20 /* of a stream with a property */, INSIDE = 0x3701000D };
enum { HEAD_TOP = 32, HEAD_INSIDE = 24, HEAD_BAG = 8, ROW = 16 };
#define NUMBERS "__properties_version1.0"

struct file {
	struct ole *ole;
	struct arena arena;
};

static int score(const struct source *s)
{
	struct err ignored;
	struct ole *o = ole_looks(s->bytes) ? ole_open(s->bytes, &ignored) : NULL;
	bool found = o && ole_has(o, NUMBERS);
	ole_close(o);
	return found ? 95 : ole_looks(s->bytes) && format_named(s, ".msg") ? 60 : 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct ole_entry *)a)->name, ((const struct ole_entry *)b)->name);
}

/* On the heap, in the order of names, which is that of the message. */
static struct buf entries_of(const struct file *f, uint32_t storage)
{
	struct buf b = BUF_INIT(64 << 20);
	ole_list(f->ole, storage, &b);
	if (b.n)
		qsort(b.p, b.n / sizeof(struct ole_entry), sizeof(struct ole_entry), by_name);
	return b;
}

/* "__substg1.0_0037001F": 0 if it is no such name. */
static uint32_t property_of(const char *name)
{
	uint32_t v = 0;
	if (strncmp(name, "__substg1.0_", NAME - 8) != 0 || strlen(name) != NAME)
		return 0;
	for (const char *c = name + NAME - 8; *c; c++) {
		const char *digits = "0123456789ABCDEFabcdef", *d = strchr(digits, *c);
		if (!d)
			return 0;
		v = v << 4 | (uint32_t)(d - digits > 15 ? d - digits - 6 : d - digits);
	}
	return v;
}

static void numbers_add(struct file *f, struct mapi_bag *bag, struct str bytes, size_t head)
{
	for (size_t at = head; at + ROW <= bytes.n; at += ROW) {
		uint32_t property = bytes_le32(bytes.p + at);
		uint16_t type = (uint16_t)property;
		size_t n = type == MAPI_INT64 || type == MAPI_TIME ? 8 : type == MAPI_INT32 ? 4 : type == MAPI_INT16 || type == MAPI_BOOL ? 2 : 0;
		if (n)
			mapi_add(&f->arena, bag, (uint16_t)(property >> 16), type, arena_str(&f->arena, (struct str){ bytes.p + at + 8, n }));
	}
}

static bool is_bytes(uint16_t type)
{
	return type == MAPI_TEXT8 || type == MAPI_TEXT16 || type == MAPI_BINARY;
}

static void stream_add(struct file *f, struct mapi_bag *bag, const struct ole_entry *s, size_t head)
{
	struct buf b = BUF_INIT(MOST_BYTES);
	struct err ignored;
	uint32_t property = property_of(s->name);
	bool numbers = strcmp(s->name, NUMBERS) == 0;
	if ((numbers || is_bytes((uint16_t)property)) && ole_read_entry(f->ole, s->id, &b, &ignored)) {
		if (numbers)
			numbers_add(f, bag, buf_view(&b), head);
		else
			mapi_add(&f->arena, bag, (uint16_t)(property >> 16), (uint16_t)property, arena_str(&f->arena, buf_view(&b)));
	}
	buf_fini(&b);
}

static struct mapi_message *message_read(struct file *f, uint32_t storage, size_t head, int depth);

/* A recipient or an attachment. */
static void bag_read(struct file *f, struct mapi_bag *bag, uint32_t storage, int depth)
{
	struct buf all = entries_of(f, storage);
	const struct ole_entry *s = (const struct ole_entry *)(const void *)all.p;
	for (size_t i = 0; bag && i < all.n / sizeof(*s) && !f->arena.over; i++) {
		if (!s[i].is_storage)
			stream_add(f, bag, &s[i], HEAD_BAG);
		else if (property_of(s[i].name) == INSIDE && depth < MAPI_MOST_DEPTH && !bag->inside)
			bag->inside = message_read(f, s[i].id, HEAD_INSIDE, depth + 1);
	}
	buf_fini(&all);
}

static struct mapi_message *message_read(struct file *f, uint32_t storage, size_t head, int depth)
{
	struct mapi_message *m = ARENA_NEW(&f->arena, struct mapi_message);
	struct buf all = entries_of(f, storage);
	const struct ole_entry *s = (const struct ole_entry *)(const void *)all.p;
	if (m)
		m->a = &f->arena;
	for (size_t i = 0; m && i < all.n / sizeof(*s) && !f->arena.over; i++) {
		if (!s[i].is_storage)
			stream_add(f, &m->own, &s[i], head);
		else if (strncmp(s[i].name, "__recip_", 8) == 0)
			bag_read(f, mapi_bag_add(&f->arena, &m->recipients), s[i].id, depth);
		else if (strncmp(s[i].name, "__attach_", 9) == 0)
			bag_read(f, mapi_bag_add(&f->arena, &m->attachments), s[i].id, depth);
	}
	buf_fini(&all);
	return m;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct file f = { .ole = mail_ready(e) ? ole_open(s->bytes, e) : NULL };
	bool ok = f.ole != NULL;
	nest_start();
	arena_init(&f.arena, "message", MOST_BYTES);
	if (ok && !ole_has(f.ole, NUMBERS))
		ok = err_set(e, ERR_BROKEN, "the file is damaged: it holds no message");
	struct mapi_message *m = ok ? message_read(&f, OLE_ROOT, HEAD_TOP, 0) : NULL;
	GMimeMessage *mail = m && arena_ok(&f.arena, e) ? mapi_mail(m, e) : NULL;
	if (ok && !m)
		arena_ok(&f.arena, e);
	ok = mail && mail_write(mail, STR("msg"), o, out, e);
	if (mail)
		g_object_unref(mail);
	arena_fini(&f.arena);
	ole_close(f.ole);
	return ok;
}

const struct format format_msg = { "msg", score, parse };
