/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 *     ContentInfo   SEQUENCE { contentType OID, [0] SignedData }
 *     SignedData    SEQUENCE { version, digestAlgorithms, SEQUENCE { contentType OID, [0] OCTET STRING }, … }
 *
 * Lengths may be unknown: then two zero bytes end an element, and a string may come in pieces (X.690, 8.1.3.6 and 8.7.3).
 */
#include "parse/cms.h"

enum { INTEGER = 0x02, OCTETS = 0x04, OID = 0x06, OCTETS_IN_PIECES = 0x24, SEQUENCE = 0x30, SET = 0x31, CONTENT = 0xA0, MOST_DEPTH = 8 };

/* The element at the start of *s: its tag, 0 if it is damaged; *inner is what it holds, up to the end where its length is unknown. */
static unsigned char element(struct str s, struct str *inner, bool *open)
{
	unsigned char tag = s.n > 1 ? (unsigned char)s.p[0] : 0;
	size_t n = s.n > 1 ? (unsigned char)s.p[1] : 0, head = 2;
	*open = n == 0x80;
	if (n > 0x80) {
		size_t bytes = n & 0x7F;
		n = 0;
		for (; bytes && head < s.n; bytes--, head++)
			n = n > SIZE_MAX >> 9 ? SIZE_MAX : n << 8 | (unsigned char)s.p[head];
		tag = bytes ? 0 : tag;
	}
	/* What is cut short is read as far as it goes. */
	*inner = (struct str){ s.p + (head < s.n ? head : s.n), head >= s.n ? 0 : *open || n > s.n - head ? s.n - head : n };
	return tag;
}

/* Where the element at the start ends; past all of it if it is damaged or nests too deep. */
static size_t element_end(struct str s, int depth)
{
	struct str inner;
	bool open;
	if (!element(s, &inner, &open) || depth > MOST_DEPTH)
		return s.n;
	size_t at = (size_t)(inner.p - s.p);
	if (!open)
		return at + inner.n;
	while (at + 2 <= s.n && (s.p[at] || s.p[at + 1]))
		at += element_end((struct str){ s.p + at, s.n - at }, depth + 1);
	return at + 2 < s.n ? at + 2 : s.n;
}

/* Is the next element of that tag? *s is moved behind it. */
static bool take(struct str *s, unsigned char tag, struct str *inner)
{
	bool open;
	if (element(*s, inner, &open) != tag)
		return false;
	size_t end = element_end(*s, 0);
	*s = (struct str){ s->p + end, s->n - end };
	return true;
}

static void octets_add(struct str s, struct buf *out, int depth)
{
	while (s.n > 1 && (s.p[0] || s.p[1]) && depth < MOST_DEPTH) {
		struct str inner;
		bool open;
		unsigned char tag = element(s, &inner, &open);
		size_t end = element_end(s, depth);
		if (tag == OCTETS && !open)
			buf_str(out, inner);
		else if (tag == OCTETS_IN_PIECES)
			octets_add(inner, out, depth + 1);
		else
			return;
		s = (struct str){ s.p + end, s.n - end };
	}
}

static enum cms_kind kind_of(struct str oid)
{
	static const struct { struct str oid; enum cms_kind kind; } rows[] = { /* 1.2.840.113549.1.7 and .1.9.16.1 */
		{ STR_INIT("\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02"), CMS_SIGNED }, { STR_INIT("\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03"), CMS_ENCRYPTED },
		{ STR_INIT("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x17"), CMS_ENCRYPTED },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq(oid, rows[i].oid))
			return rows[i].kind;
	return CMS_OTHER;
}

enum cms_kind cms_read(struct str bytes, struct buf *content)
{
	struct str info, oid, wrapped, data, version, digests, inner, type, octets;
	if (!take(&bytes, SEQUENCE, &info) || !take(&info, OID, &oid))
		return CMS_NONE;
	enum cms_kind kind = kind_of(oid);
	if (kind == CMS_SIGNED && take(&info, CONTENT, &wrapped) && take(&wrapped, SEQUENCE, &data) && take(&data, INTEGER, &version) &&
	    take(&data, SET, &digests) && take(&data, SEQUENCE, &inner) && take(&inner, OID, &type) && take(&inner, CONTENT, &octets))
		octets_add(octets, content, 0);
	return kind;
}
