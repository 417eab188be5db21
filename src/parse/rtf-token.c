/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/rtf.h"

enum { MOST_NAME = 32 };

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ?
		c - 'A' + 10 : -1;
}

static void skip(struct rtf_tokens *t, size_t n)
{
	n = n < t->rest.n ? n : t->rest.n;
	t->rest.p += n;
	t->rest.n -= n;
}

/* The number after a word, and the blank that ends both. */
static void number_read(struct rtf_tokens *t, struct rtf_token *word)
{
	int64_t v = 0;
	size_t i = 0;
	bool minus = t->rest.n && t->rest.p[0] == '-';
	for (i = minus; i < t->rest.n && t->rest.p[i] >= '0' && t->rest.p[i] <= '9'; i++) {
		v = v < 100000000 ? v * 10 + (t->rest.p[i] - '0') : v;
		word->has_number = true;
	}
	word->number = (int32_t)(minus ? -v : v);
	if (word->has_number)
		skip(t, i);
	if (t->rest.n && t->rest.p[0] == ' ')
		skip(t, 1);
}

static struct rtf_token word_read(struct rtf_tokens *t)
{
	struct rtf_token w = { .kind = RTF_WORD, .text = { t->rest.p, 0 } };
	while (w.text.n < t->rest.n && w.text.n < MOST_NAME && is_letter(t->rest.p[w.text.n]))
		w.text.n++;
	if (w.text.n) {
		skip(t, w.text.n);
		number_read(t, &w);
		if (str_eq_z(w.text, "bin") && w.number > 0)
			skip(t, (size_t)w.number);
		return w;
	}
	w.text.n = t->rest.n ? 1 : 0;
	skip(t, 1);
	if (str_eq_z(w.text, "'") && t->rest.n >= 2 && hex(t->rest.p[0]) >= 0 && hex(t->rest.p[1]) >= 0) {
		w.number = hex(t->rest.p[0]) * 16 + hex(t->rest.p[1]);
		w.has_number = true;
		skip(t, 2);
	}
	return w;
}

struct rtf_token rtf_next(struct rtf_tokens *t)
{
	while (t->rest.n && (t->rest.p[0] == '\r' || t->rest.p[0] == '\n' || t->rest.p[0] == '\0'))
		skip(t, 1);
	if (!t->rest.n)
		return (struct rtf_token){ .kind = RTF_END };
	char c = t->rest.p[0];
	if (c == '{' || c == '}') {
		skip(t, 1);
		return (struct rtf_token){ .kind = c == '{' ? RTF_OPEN : RTF_CLOSE };
	}
	if (c == '\\') {
		skip(t, 1);
		return word_read(t);
	}
	struct rtf_token text = { .kind = RTF_BYTES, .text = { t->rest.p, 0 } };
	while (text.text.n < t->rest.n && !memchr("{}\\\r\n\0", t->rest.p[text.text.n], 6))
		text.text.n++;
	skip(t, text.text.n);
	return text;
}
