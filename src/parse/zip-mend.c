/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Archives whose directory, which stands at their end, is cut off or tells wrong places. Each entry also has a header of its
 * own before its bytes (APPNOTE.TXT 4.3.7): a directory is made anew of those whose bytes are whole, which is where another
 * header or the end follows them.
 */
#include "parse/bytes.h"
#include "parse/zip.h"

enum { LOCAL = 30, CENTRAL = 46, DESCRIPTOR = 16, MOST_BYTES = 256 << 20, MOST_SEARCHED = 1 << 30, MOST_ENTRIES = 65535, LONG_NAME = 1024 };
enum { METHOD_STORED = 0, METHOD_DEFLATED = 8, FLAG_DESCRIPTOR = 8 /* its sizes stand behind it */ };

struct entry {
	uint32_t at, data, packed, full, crc; /* at: of its header */
	uint16_t name_n;
};

static void put(struct buf *b, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_byte(b, (char)(v >> 8 * i));
}

/* Where the bytes end that a descriptor (4.3.9) follows: it tells how many they are. *search: bytes that may be looked through. */
static bool find_descriptor(struct str s, struct entry *n, size_t *search)
{
	size_t room = s.n - n->data < *search ? s.n - n->data : *search;
	const char *from = s.p + n->data, *end = from + room;
	for (const char *p = from; (p = memmem(p, (size_t)(end - p), "PK\7\x8", 4)) != NULL; p++) {
		if (s.p + s.n - p < DESCRIPTOR)
			break;
		if (bytes_le32(p + 8) != (uint64_t)(p - s.p) - n->data)
			continue;
		n->crc = bytes_le32(p + 4);
		n->packed = bytes_le32(p + 8);
		n->full = bytes_le32(p + 12);
		*search -= n->packed;
		return true;
	}
	*search -= room;
	return false;
}

static bool read_entry(struct str s, size_t at, struct entry *n, size_t *search)
{
	const char *p = s.p + at;
	if (s.n - at < LOCAL)
		return false;
	uint16_t method = bytes_le16(p + 8), name_n = bytes_le16(p + 26);
	*n = (struct entry){ (uint32_t)at, (uint32_t)(at + LOCAL + name_n + bytes_le16(p + 28)), bytes_le32(p + 18), bytes_le32(p + 22),
			     bytes_le32(p + 14), name_n };
	if (!name_n || name_n > LONG_NAME || n->data > s.n || (method != METHOD_STORED && method != METHOD_DEFLATED))
		return false;
	if ((bytes_le16(p + 6) & FLAG_DESCRIPTOR) && !n->packed)
		return find_descriptor(s, n, search);
	size_t end = (size_t)n->data + n->packed;
	return end == s.n || (end + 2 <= s.n && memcmp(s.p + end, "PK", 2) == 0);
}

static void put_central(struct buf *b, const char *local, const struct entry *n)
{
	buf_z(b, "PK\1\2");
	put(b, 20, 2);
	buf_add(b, local + 4, 10); /* version, flags, method, time, date */
	put(b, n->crc, 4);
	put(b, n->packed, 4);
	put(b, n->full, 4);
	put(b, n->name_n, 2);
	put(b, 0, 8); /* no extra field, no comment, the first disk, */
	put(b, 0, 4); /* no attributes */
	put(b, n->at, 4);
	buf_add(b, local + LOCAL, n->name_n);
}

bool zip_mend(struct str s, struct buf *out)
{
	struct buf directory = BUF_INIT(MOST_BYTES);
	struct err ignored;
	size_t entries = 0, at = 0, search = MOST_SEARCHED;
	buf_clear(out);
	if (s.n > MOST_BYTES)
		return false;
	for (const char *p; at < s.n && entries < MOST_ENTRIES && (p = memmem(s.p + at, s.n - at, "PK\3\4", 4)) != NULL;) {
		struct entry n;
		at = (size_t)(p - s.p);
		if (read_entry(s, at, &n, &search)) {
			put_central(&directory, p, &n);
			entries++;
			at = (size_t)n.data + n.packed;
		} else {
			at += 4;
		}
	}
	buf_str(out, s);
	buf_str(out, buf_view(&directory));
	buf_z(out, "PK\5\6");
	put(out, 0, 4); /* the only disk */
	put(out, entries, 2);
	put(out, entries, 2);
	put(out, directory.n, 4);
	put(out, s.n, 4);
	put(out, 0, 2);
	bool ok = entries > 0 && buf_ok(&directory, &ignored) && buf_ok(out, &ignored);
	buf_fini(&directory);
	return ok;
}
