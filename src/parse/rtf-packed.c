/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * The packing of RTF bodies ([MS-OXRTFCP]): a head of 16 bytes, then runs of eight, each a byte of flags and, for a set
 * bit, a place and a length in the last 4 KiB, for another the byte itself. The 4 KiB begin with what most RTF begins with.
 */
#include "parse/bytes.h"
#include "parse/rtf-mail.h"

enum { HEAD = 16, WINDOW = 4096, MOST = 64 << 20 };
#define PACKED UINT32_C(0x75465A4C) /* "LZFu" */
#define PLAIN UINT32_C(0x414C454D)  /* "MELA" */

static const char begin[] =
	"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans Serif"
	"SymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

struct window {
	char byte[WINDOW];
	size_t at;
	struct buf *out;
};

static void put(struct window *w, char c)
{
	w->byte[w->at] = c;
	w->at = (w->at + 1) % WINDOW;
	buf_byte(w->out, c);
}

/* False at the end: a place that is the one written next. */
static bool copy(struct window *w, const char *p)
{
	unsigned ref = (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1], from = ref >> 4, n = (ref & 15) + 2;
	if (from == w->at)
		return false;
	while (n--)
		put(w, w->byte[from++ % WINDOW]);
	return true;
}

static void unpack(struct str in, struct window *w, size_t most)
{
	size_t start = w->out->n;
	for (size_t at = 0; at < in.n;) {
		unsigned char flags = (unsigned char)in.p[at++];
		for (int i = 0; i < 8 && at < in.n && w->out->n - start < most && !w->out->failed; i++, flags >>= 1) {
			if (!(flags & 1)) {
				put(w, in.p[at++]);
				continue;
			}
			if (in.n - at < 2 || !copy(w, in.p + at))
				return;
			at += 2;
		}
		if (w->out->n - start >= most || w->out->failed)
			return;
	}
}

bool rtf_unpack(struct str packed, struct buf *rtf, struct err *e)
{
	if (packed.n < HEAD)
		return err_set(e, ERR_BROKEN, "the packed body is cut short");
	struct str in = { packed.p + HEAD, packed.n - HEAD };
	uint32_t size = bytes_le32(packed.p), raw = bytes_le32(packed.p + 4), kind = bytes_le32(packed.p + 8);
	if (size >= HEAD - 4 && size - (HEAD - 4) < in.n)
		in.n = size - (HEAD - 4);
	if (kind == PLAIN) {
		buf_add(rtf, in.p, in.n < raw ? in.n : raw);
	} else if (kind == PACKED) {
		struct window w = { .at = sizeof(begin) - 1, .out = rtf };
		memcpy(w.byte, begin, sizeof(begin) - 1);
		unpack(in, &w, raw < MOST ? raw : MOST);
	} else {
		return err_set(e, ERR_BROKEN, "the packed body is of no known kind");
	}
	return buf_ok(rtf, e);
}
