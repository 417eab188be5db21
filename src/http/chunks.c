/* SPDX-License-Identifier: Apache-2.0 */
#include "http/chunks.h"

enum { DIGITS_MAX = 15, EXTENSION_MAX = 256, TRAILERS_MAX = 8192 };

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static enum chunks_state expect(char got, char want, enum chunks_state next)
{
	return got == want ? next : CHUNKS_BAD;
}

static enum chunks_state size_byte(struct chunks *c, char byte)
{
	int v = hex_value(byte);
	if (v >= 0 && c->digits++ < DIGITS_MAX) {
		c->left = c->left * 16 + (uint64_t)v;
		return CHUNKS_SIZE;
	}
	if (v >= 0 || c->digits == 0)
		return CHUNKS_BAD;
	c->extra = 0;
	if (byte == ';' || byte == ' ' || byte == '\t')
		return CHUNKS_EXT;
	return expect(byte, '\r', CHUNKS_SIZE_LF);
}

/* A byte of an extension or a trailer, whose line ends before state after. */
static enum chunks_state extra_byte(struct chunks *c, char byte, unsigned most, enum chunks_state after)
{
	if (byte == '\r')
		return after;
	bool control = ((unsigned char)byte < ' ' && byte != '\t') || byte == 0x7f;
	return control || ++c->extra > most ? CHUNKS_BAD : c->state;
}

static enum chunks_state trailer_byte(struct chunks *c, char byte)
{
	if (byte == '\r')
		return CHUNKS_LAST_LF;
	c->state = CHUNKS_FIELD;
	return extra_byte(c, byte, TRAILERS_MAX, CHUNKS_BAD);
}

static enum chunks_state next_state(struct chunks *c, char byte)
{
	switch (c->state) {
	case CHUNKS_SIZE:
		return size_byte(c, byte);
	case CHUNKS_EXT:
		return extra_byte(c, byte, EXTENSION_MAX, CHUNKS_SIZE_LF);
	case CHUNKS_SIZE_LF:
		c->digits = c->extra = 0;
		return expect(byte, '\n', c->left ? CHUNKS_DATA : CHUNKS_TRAILER);
	case CHUNKS_DATA_CR:
		return expect(byte, '\r', CHUNKS_DATA_LF);
	case CHUNKS_DATA_LF:
		return expect(byte, '\n', CHUNKS_SIZE);
	case CHUNKS_TRAILER:
		return trailer_byte(c, byte);
	case CHUNKS_FIELD:
		return extra_byte(c, byte, TRAILERS_MAX, CHUNKS_FIELD_LF);
	case CHUNKS_FIELD_LF:
		return expect(byte, '\n', CHUNKS_TRAILER);
	case CHUNKS_LAST_LF:
		return expect(byte, '\n', CHUNKS_DONE);
	case CHUNKS_DATA:
	case CHUNKS_DONE:
	case CHUNKS_BAD:
		break;
	}
	return c->state;
}

size_t chunks_take(struct chunks *c, const char *p, size_t n, struct str *data)
{
	size_t i = 0;
	*data = (struct str){ 0 };
	while (i < n && c->state < CHUNKS_DONE) {
		if (c->state != CHUNKS_DATA) {
			c->state = next_state(c, p[i++]);
			continue;
		}
		size_t run = n - i < c->left ? n - i : (size_t)c->left;
		*data = (struct str){ p + i, run };
		c->left -= run;
		if (c->left == 0)
			c->state = CHUNKS_DATA_CR;
		return i + run;
	}
	return i;
}
