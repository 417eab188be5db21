/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/charset.h"

#include <stdio.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uclean.h>

enum { SAMPLE = 1 << 16, PIECE = 1 << 14, LEAST_CONFIDENCE = 15 };

static const struct { struct str bytes; const char *name; } marks[] = {
	{ STR_INIT("\xEF\xBB\xBF"), "UTF-8" }, { STR_INIT("\xFF\xFE\0\0"), "UTF-32LE" }, { STR_INIT("\0\0\xFE\xFF"), "UTF-32BE" },
	{ STR_INIT("\xFF\xFE"), "UTF-16LE" },  { STR_INIT("\xFE\xFF"), "UTF-16BE" },
};

static const char *by_mark(struct str s, size_t *skip)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(s, marks[i].bytes)) {
			*skip = marks[i].bytes.n;
			return marks[i].name;
		}
	*skip = 0;
	return NULL;
}

static struct str sample_of(struct str s)
{
	return (struct str){ s.p, s.n < SAMPLE ? s.n : SAMPLE };
}

/* Most characters of most texts have a zero in UTF-16. */
static const char *by_zeros(struct str s)
{
	size_t zeros[2] = { 0, 0 };
	s = sample_of(s);
	for (size_t i = 0; i < s.n; i++)
		zeros[i % 2] += s.p[i] == 0;
	if (zeros[1] * 3 > s.n && zeros[0] * 20 < s.n)
		return "UTF-16LE";
	if (zeros[0] * 3 > s.n && zeros[1] * 20 < s.n)
		return "UTF-16BE";
	return NULL;
}

bool charset_is_text(struct str bytes)
{
	size_t skip, odd = 0;
	const char *mark = by_mark(bytes, &skip);
	struct str s = sample_of(bytes);
	if ((mark && mark[4] != '8') || by_zeros(bytes))
		return true;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		odd += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
	}
	return odd * 200 <= s.n;
}

/* Short texts in Shift_JIS say too little to the detector: all that is not ASCII are pairs of bytes, of kana and the usual
 * characters (JIS X 0208, rows 1 to 47), most of them in words of several. No text of a Western set is so. */
static bool is_shift_jis(struct str s)
{
	size_t pairs = 0, joined = 0, last = SIZE_MAX;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		if (c < 0x80)
			continue;
		if (i + 1 == s.n)
			break; /* the sample ends within one */
		if (!(c >= 0x81 && c <= 0x98) || next < 0x40 || next == 0x7F || next > 0xFC)
			return false;
		joined += last == i;
		pairs++;
		last = ++i + 1;
	}
	return pairs >= 4 && joined * 2 >= pairs;
}

/* Only programs of the old Macintosh end lines with nothing but a carriage return, and then their letters are its own. */
static bool is_macintosh(struct str s)
{
	return memchr(s.p, '\r', s.n) && !memchr(s.p, '\n', s.n);
}

/* The detector's best guess, ISO 8859-1 read as Windows-1252 as the WHATWG does. */
static void guess(struct str s, char *name, size_t size)
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *d = ucsdet_open(&status);
	s = sample_of(s);
	ucsdet_setText(d, s.p, (int32_t)s.n, &status);
	const UCharsetMatch *m = ucsdet_detect(d, &status);
	const char *best = "windows-1252";
	if (U_SUCCESS(status) && m && ucsdet_getConfidence(m, &status) >= LEAST_CONFIDENCE)
		best = ucsdet_getName(m, &status);
	if (U_FAILURE(status) || strcmp(best, "ISO-8859-1") == 0)
		best = "windows-1252";
	bool western = strcmp(best, "windows-1252") == 0 || str_starts(str_from(best), STR("ISO-8859-")) || str_starts(str_from(best), STR("windows-125"));
	if (western && is_shift_jis(s))
		best = "Shift_JIS";
	else if (strcmp(best, "windows-1252") == 0 && is_macintosh(s))
		best = "macintosh";
	snprintf(name, size, "%s", best);
	ucsdet_close(d);
}

static UConverter *converter(const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *c = ucnv_open(name, &status);
	return U_SUCCESS(status) ? c : NULL;
}

static UConverter *by_label(struct str label)
{
	char z[64];
	label = str_trim(label);
	if (label.n == 0 || label.n >= sizeof(z))
		return NULL;
	memcpy(z, label.p, label.n);
	z[label.n] = '\0';
	if (str_eq_nocase(label, STR("iso-8859-1")) || str_eq_nocase(label, STR("us-ascii")))
		return converter("windows-1252");
	return converter(z);
}

static bool convert(UConverter *from, struct str s, struct buf *store, struct err *e)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *to = ucnv_open("UTF-8", &status);
	UChar pivot[1024], *pivot_from = pivot, *pivot_to = pivot;
	const char *in = s.p, *end = s.p + s.n;
	bool first = true;
	do {
		char piece[PIECE], *out = piece;
		status = U_ZERO_ERROR;
		ucnv_convertEx(to, from, &out, piece + sizeof(piece), &in, end, pivot, &pivot_from, &pivot_to, pivot + 1024, first,
			       true, &status);
		buf_add(store, piece, (size_t)(out - piece));
		first = false;
	} while (status == U_BUFFER_OVERFLOW_ERROR && !store->failed);
	ucnv_close(to);
	return buf_ok(store, e) && (U_SUCCESS(status) || err_set(e, ERR_BROKEN, "the text cannot be decoded"));
}

static UConverter *choose(struct str bytes, struct str label, const char *mark)
{
	char name[64];
	UConverter *c = mark ? converter(mark) : by_label(label);
	if (c)
		return c;
	const char *zeros = by_zeros(bytes);
	if (zeros)
		return converter(zeros);
	guess(bytes, name, sizeof(name));
	c = converter(name);
	return c ? c : converter("windows-1252");
}

bool charset_decode(struct str bytes, struct str label, struct buf *store, struct str *text, struct err *e)
{
	size_t skip, start = store->n;
	const char *mark = by_mark(bytes, &skip);
	bytes.p += skip;
	bytes.n -= skip;
	bool utf8 = mark ? mark[4] == '8' : !by_zeros(bytes);
	*text = bytes;
	if (utf8 && str_utf8_ok(bytes))
		return true;
	UConverter *c = choose(bytes, label, mark);
	if (!c)
		return err_set(e, ERR_MEMORY, "out of memory");
	bool ok = convert(c, bytes, store, e);
	ucnv_close(c);
	*text = (struct str){ store->p + start, store->n - start };
	return ok;
}

void charset_warm_up(void)
{
	static const char *const common[] = { "UTF-8", "UTF-16LE", "windows-1252", "windows-1250", "windows-1251", "Shift_JIS", "GB18030" };
	UErrorCode status = U_ZERO_ERROR;
	u_init(&status);
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		ucnv_close(converter(common[i]));
}
