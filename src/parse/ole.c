/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ole.h"

#include "parse/bytes.h"

#include <stdlib.h>

/* Numbers of sectors from here on mean something else (MS-CFB section 2.1). */
#define LAST_SECTOR UINT32_C(0xFFFFFFFA)
enum { HEADER = 512, ENTRY = 128, HEADER_TABLES = 109, MOST_DIRECTORY = 64 << 20 };
enum { KIND_STORAGE = 1, KIND_STREAM = 2, KIND_ROOT = 5 };

struct ole {
	struct str bytes;
	unsigned shift, mini_shift; /* of the size of a sector */
	uint32_t cutoff;            /* streams below lie in the mini stream */
	struct buf tables;          /* uint32_t: sectors that hold the FAT */
	struct buf mini_fat;        /* bytes of it */
	struct buf mini;            /* the mini stream */
	struct buf directory;       /* bytes of it */
	struct buf top;             /* uint32_t: entries at the top */
};

bool ole_looks(struct str bytes)
{
	return bytes.n >= HEADER && memcmp(bytes.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

/* ---- sectors */

static struct str sector(const struct ole *o, uint32_t number)
{
	uint64_t size = UINT64_C(1) << o->shift, at = ((uint64_t)number + 1) << o->shift;
	if (number >= LAST_SECTOR || at >= o->bytes.n)
		return STR("");
	uint64_t left = o->bytes.n - at;
	return (struct str){ o->bytes.p + at, (size_t)(left < size ? left : size) };
}

static uint32_t next_of(const struct ole *o, uint32_t number)
{
	const uint32_t *tables = (const uint32_t *)(const void *)o->tables.p;
	size_t per = (size_t)1 << (o->shift - 2), table = number / per, at = number % per * 4;
	if (table >= o->tables.n / sizeof(*tables))
		return UINT32_MAX;
	struct str s = sector(o, tables[table]);
	return at + 4 <= s.n ? bytes_le32(s.p + at) : UINT32_MAX;
}

/* Append at most size bytes of the chain; it cannot have more sectors than the file. */
static void follow(const struct ole *o, uint32_t first, uint64_t size, struct buf *out)
{
	size_t most = o->bytes.n >> o->shift, start = out->n;
	for (uint32_t s = first; s < LAST_SECTOR && most-- && out->n - start < size && !out->failed; s = next_of(o, s)) {
		struct str part = sector(o, s);
		uint64_t left = size - (out->n - start);
		if (part.n == 0)
			return;
		buf_add(out, part.p, part.n < left ? part.n : (size_t)left);
	}
}

static void follow_mini(const struct ole *o, uint32_t first, uint64_t size, struct buf *out)
{
	size_t unit = (size_t)1 << o->mini_shift, most = o->mini.n >> o->mini_shift, start = out->n;
	for (uint32_t s = first; s < LAST_SECTOR && most-- && out->n - start < size; ) {
		uint64_t at = (uint64_t)s << o->mini_shift, left = size - (out->n - start);
		if (at >= o->mini.n)
			return;
		size_t n = o->mini.n - at < unit ? (size_t)(o->mini.n - at) : unit;
		buf_add(out, o->mini.p + at, n < left ? n : (size_t)left);
		if (((uint64_t)s + 1) * 4 > o->mini_fat.n)
			return;
		s = bytes_le32(o->mini_fat.p + (size_t)s * 4);
	}
}

/* ---- the directory */

static const char *entry(const struct ole *o, uint32_t i)
{
	return ((uint64_t)i + 1) * ENTRY <= o->directory.n ? o->directory.p + (size_t)i * ENTRY : NULL;
}

static bool is_named(const char *e, const char *name)
{
	size_t n = strlen(name);
	if (bytes_le16(e + 64) != 2 * (n + 1) || n > 31)
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)e[2 * i], want = (unsigned char)name[i];
		if (e[2 * i + 1] || (c != want && ((c | 32) != (want | 32) || (c | 32) < 'a' || (c | 32) > 'z')))
			return false;
	}
	return true;
}

/* Entries of a storage form a tree by their left and right neighbours: append their numbers. */
static void collect(const struct ole *o, uint32_t storage, struct buf *out)
{
	const char *parent = entry(o, storage);
	size_t all = o->directory.n / ENTRY;
	struct buf open = BUF_INIT((all + 1) * 3 * sizeof(uint32_t));
	if (parent && (parent[66] == KIND_ROOT || parent[66] == KIND_STORAGE))
		buf_add(&open, parent + 76, 4);
	while (open.n >= 4 && out->n / 4 < all) {
		uint32_t i = bytes_le32(open.p + open.n - 4);
		open.n -= 4;
		const char *e = entry(o, i);
		if (!e || (e[66] != KIND_STORAGE && e[66] != KIND_STREAM))
			continue;
		buf_add(out, &i, sizeof(i));
		buf_add(&open, e + 68, 4);
		buf_add(&open, e + 72, 4);
	}
	buf_fini(&open);
}

static void copy_name(const char *e, char name[32])
{
	size_t n = bytes_le16(e + 64) / 2u;
	n = n > 32 ? 31 : n ? n - 1 : 0;
	for (size_t i = 0; i < n; i++)
		name[i] = e[2 * i + 1] || (unsigned char)e[2 * i] < 0x20 || (unsigned char)e[2 * i] > 0x7E ? '?' : e[2 * i];
	name[n] = '\0';
}

void ole_list(const struct ole *o, uint32_t storage, struct buf *out)
{
	struct buf numbers = BUF_INIT(0);
	collect(o, storage, &numbers);
	for (size_t i = 0; i < numbers.n / 4; i++) {
		struct ole_entry found = { .id = ((const uint32_t *)(const void *)numbers.p)[i] };
		const char *e = entry(o, found.id);
		found.is_storage = e[66] == KIND_STORAGE;
		copy_name(e, found.name);
		buf_add(out, &found, sizeof(found));
	}
	buf_fini(&numbers);
}

static const char *find(const struct ole *o, const char *name)
{
	for (size_t i = 0; i < o->top.n / 4; i++) {
		const char *e = entry(o, ((const uint32_t *)(const void *)o->top.p)[i]);
		if (e && is_named(e, name))
			return e;
	}
	return NULL;
}

/* ---- opening */

/* Which sectors hold the FAT: the first ones are named in the header, the others in a chain of sectors. */
static void read_tables(struct ole *o)
{
	const char *h = o->bytes.p;
	size_t per = (size_t)1 << (o->shift - 2), most = o->bytes.n >> o->shift;
	uint32_t tables = bytes_le32(h + 44), more = bytes_le32(h + 68);
	buf_init(&o->tables, (most + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < HEADER_TABLES && i < tables && o->tables.n / 4 < most; i++)
		buf_add(&o->tables, h + 76 + (size_t)4 * i, 4);
	for (size_t links = 0; more < LAST_SECTOR && links < most && o->tables.n / 4 < tables; links++) {
		struct str s = sector(o, more);
		if (s.n < per * 4)
			return;
		for (size_t i = 0; i + 1 < per && o->tables.n / 4 < tables && o->tables.n / 4 < most; i++)
			buf_add(&o->tables, s.p + 4 * i, 4);
		more = bytes_le32(s.p + (per - 1) * 4);
	}
}

static bool read_directory(struct ole *o, struct err *e)
{
	const char *h = o->bytes.p;
	follow(o, bytes_le32(h + 48), MOST_DIRECTORY, &o->directory);
	const char *root = entry(o, 0);
	if (!buf_ok(&o->directory, e))
		return false;
	if (!root || root[66] != KIND_ROOT)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: its directory cannot be read");
	collect(o, OLE_ROOT, &o->top);
	follow(o, bytes_le32(root + 116), bytes_le32(root + 120), &o->mini);
	follow(o, bytes_le32(h + 60), o->bytes.n, &o->mini_fat);
	return buf_ok(&o->mini, e) && buf_ok(&o->mini_fat, e) && buf_ok(&o->top, e);
}

struct ole *ole_open(struct str bytes, struct err *e)
{
	struct ole *o = calloc(1, sizeof(*o));
	if (!o) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	o->bytes = bytes;
	buf_init(&o->mini_fat, 0);
	buf_init(&o->mini, 0);
	buf_init(&o->directory, 0);
	buf_init(&o->top, 0);
	bool ok = ole_looks(bytes);
	if (ok) {
		o->shift = bytes_le16(bytes.p + 30);
		o->mini_shift = bytes_le16(bytes.p + 32);
		o->cutoff = bytes_le32(bytes.p + 56);
		ok = o->shift >= 7 && o->shift <= 16 && o->mini_shift >= 4 && o->mini_shift < o->shift;
	}
	if (!ok)
		err_set(e, ERR_BROKEN, "the file is damaged: its header makes no sense");
	else
		read_tables(o);
	if (ok && buf_ok(&o->tables, e) && read_directory(o, e))
		return o;
	ole_close(o);
	return NULL;
}

void ole_close(struct ole *o)
{
	if (!o)
		return;
	buf_fini(&o->tables);
	buf_fini(&o->mini_fat);
	buf_fini(&o->mini);
	buf_fini(&o->directory);
	buf_fini(&o->top);
	free(o);
}

/* ---- streams */

bool ole_has(const struct ole *o, const char *name)
{
	return find(o, name) != NULL;
}

static bool read_stream(const struct ole *o, const char *e, struct buf *out, struct err *err)
{
	size_t start = out->n;
	uint32_t first = bytes_le32(e + 116), size = bytes_le32(e + 120);
	if (size < o->cutoff)
		follow_mini(o, first, size, out);
	else
		follow(o, first, size, out);
	return buf_ok(out, err) && (out->n > start || size == 0 || err_set(err, ERR_BROKEN, "the file is damaged or cut short"));
}

bool ole_read(const struct ole *o, const char *name, struct buf *out, struct err *e)
{
	const char *found = find(o, name);
	if (!found || found[66] != KIND_STREAM)
		return err_set(e, ERR_NOT_FOUND, "the file has no %s", name);
	return read_stream(o, found, out, e);
}

bool ole_read_entry(const struct ole *o, uint32_t id, struct buf *out, struct err *e)
{
	const char *found = entry(o, id);
	if (!found || found[66] != KIND_STREAM)
		return err_set(e, ERR_NOT_FOUND, "the file has no such stream");
	return read_stream(o, found, out, e);
}
