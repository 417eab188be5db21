/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Tokens of a PDF (ISO 32000-1 section 7.2), as long as a whole one with the byte that ends it stands in the stream's buffer. Linked in
 * place of pdf_lex() (mupdf-quick.h), which reads byte by byte and gets all that is not common: the tokens are the same, and so is where
 * the stream stands after each.
 */
#include "parse/mupdf-quick.h"

#include <string.h>

pdf_token __real_pdf_lex(fz_context *ctx, fz_stream *f, pdf_lexbuf *b);
pdf_token __wrap_pdf_lex(fz_context *ctx, fz_stream *f, pdf_lexbuf *b);

typedef unsigned char byte;

enum kind { REGULAR, WHITE, DELIMITER };
static const byte kinds[256] = {
	[0] = WHITE, ['\t'] = WHITE, ['\n'] = WHITE, ['\f'] = WHITE, ['\r'] = WHITE, [' '] = WHITE, ['('] = DELIMITER, [')'] = DELIMITER,
	['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER, ['{'] = DELIMITER, ['}'] = DELIMITER,
	['/'] = DELIMITER, ['%'] = DELIMITER,
};

enum { MOST_NAME = 126, INT_DIGITS = 9, REAL_DIGITS = 7 }; /* a float has room for the digits of such a real, so dividing rounds once */

/* Each of these gives the end of the token at p, or NULL: it is not common, or may go on behind end. */

static const byte *number(const byte *p, const byte *end, pdf_lexbuf *b, pdf_token *t)
{
	static const float tens[REAL_DIGITS + 1] = { 1, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f };
	bool minus = *p == '-', real = false;
	uint32_t n = 0;
	int digits = 0, behind = 0;
	for (p += minus; p < end; p++) {
		uint32_t digit = (uint32_t)*p - '0';
		if (digit < 10) {
			n = n * 10 + digit;
			digits++;
			behind += real;
		} else if (*p == '.' && !real) {
			real = true;
		} else {
			break;
		}
	}
	if (p == end || kinds[*p] == REGULAR || digits == 0 || digits > (real ? REAL_DIGITS : INT_DIGITS))
		return NULL;
	*t = real ? PDF_TOK_REAL : PDF_TOK_INT;
	if (real)
		b->f = minus ? -((float)n / tens[behind]) : (float)n / tens[behind];
	else
		b->i = minus ? -(int64_t)n : (int64_t)n;
	return p;
}

/* A name without its slash, or what stands alone. */
static const byte *word(const byte *p, const byte *end, pdf_lexbuf *b)
{
	size_t n = 0, most = b->size < MOST_NAME ? (size_t)b->size : MOST_NAME;
	while (p < end && n < most && kinds[*p] == REGULAR && *p != '#')
		b->scratch[n++] = (char)*p++;
	if (p == end || n == most || *p == '#')
		return NULL;
	b->scratch[n] = '\0';
	b->len = n;
	return p;
}

/* Words of three letters and more that begin like one with a meaning of its own are left to MuPDF. */
static const byte *keyword(const byte *p, const byte *end, pdf_lexbuf *b, pdf_token *t)
{
	const byte *after = word(p, end, b);
	*t = b->len == 1 && *p == 'R' ? PDF_TOK_R : PDF_TOK_KEYWORD;
	if (!after || (b->len > 2 && strchr("tfnoex", *p)) || (b->len > 5 && *p == 's'))
		return NULL;
	for (; p < after; p++)
		if (*p < ' ' || *p > '~')
			return NULL;
	return after;
}

/* What stands for a byte behind a backslash; a line that goes on is not common. */
static const byte *escape(const byte *p, const byte *end, byte *c)
{
	static const char names[] = "nrtbf()\\", meant[] = "\n\r\t\b\f()\\";
	const char *at;
	if (end - p < 4 || *p == '\n' || *p == '\r')
		return NULL;
	if (*p < '0' || *p > '7') {
		at = *p ? strchr(names, *p) : NULL;
		*c = at ? (byte)meant[at - names] : *p;
		return p + 1;
	}
	unsigned octal = 0;
	for (int i = 0; i < 3 && *p >= '0' && *p <= '7'; i++)
		octal = octal * 8 + (*p++ - '0');
	*c = (byte)octal;
	return p;
}

static const byte *string(const byte *p, const byte *end, pdf_lexbuf *b)
{
	char *s = b->scratch, *full = s + b->size;
	int depth = 0;
	while (p && p < end && s < full) {
		byte c = *p++;
		if (c == ')' && depth-- == 0) {
			b->len = (size_t)(s - b->scratch);
			return p;
		}
		depth += c == '(';
		if (c == '\\')
			p = escape(p, end, &c);
		*s++ = (char)c;
	}
	return NULL;
}

static int nibble(byte c)
{
	byte small = c | 0x20;
	return c >= '0' && c <= '9' ? c - '0' : small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

static const byte *hex_string(const byte *p, const byte *end, pdf_lexbuf *b)
{
	char *s = b->scratch, *full = s + b->size;
	for (; end - p >= 2 && s < full; p += 2) {
		int high = nibble(p[0]), low = nibble(p[1]);
		if (p[0] == '>') {
			b->len = (size_t)(s - b->scratch);
			return p + 1;
		}
		if (high < 0 || low < 0)
			return NULL;
		*s++ = (char)(high * 16 + low);
	}
	return NULL;
}

static const byte *twice(const byte *p, const byte *end, pdf_token what, pdf_token *t)
{
	*t = what;
	return end - p >= 2 && p[1] == p[0] ? p + 2 : NULL;
}

static const byte *token(const byte *p, const byte *end, pdf_lexbuf *b, pdf_token *t)
{
	static const pdf_token signs[128] = { ['['] = PDF_TOK_OPEN_ARRAY, [']'] = PDF_TOK_CLOSE_ARRAY, ['{'] = PDF_TOK_OPEN_BRACE,
					      ['}'] = PDF_TOK_CLOSE_BRACE };
	switch (*p) {
	case '-': case '.': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
		return number(p, end, b, t);
	case '/':
		*t = PDF_TOK_NAME;
		return word(p + 1, end, b);
	case '(':
		*t = PDF_TOK_STRING;
		return string(p + 1, end, b);
	case '<':
		*t = PDF_TOK_STRING;
		return end - p >= 2 && p[1] != '<' ? hex_string(p + 1, end, b) : twice(p, end, PDF_TOK_OPEN_DICT, t);
	case '>':
		return twice(p, end, PDF_TOK_CLOSE_DICT, t);
	case '[': case ']': case '{': case '}':
		*t = signs[*p];
		return p + 1;
	case '%': case ')': case '+':
		return NULL;
	default:
		return keyword(p, end, b, t);
	}
}

pdf_token __wrap_pdf_lex(fz_context *ctx, fz_stream *f, pdf_lexbuf *b)
{
	pdf_token t;
	while (f->rp < f->wp && kinds[*f->rp] == WHITE)
		f->rp++;
	const byte *after = f->rp < f->wp ? token(f->rp, f->wp, b, &t) : NULL;
	if (!after)
		return __real_pdf_lex(ctx, f, b);
	f->rp += after - f->rp;
	return t;
}
