/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * HTML that a mail program dressed as RTF ([MS-OXRTFEX]): markup stands in groups of its own ("{\*\htmltag64 <p>}"), what
 * only the dress needs between "\htmlrtf" and "\htmlrtf0", the text in between as RTF writes text.
 */
#include "parse/charset.h"
#include "parse/rtf-mail.h"
#include "parse/rtf.h"

#include <stdlib.h>

enum { MOST_FONTS = 1000, MOST_HTML = 64 << 20, MOST_RUN = 1 << 20, FIRST_WORDS = 30 };

enum dest { TEXT, MARKUP, FONTS, NOWHERE };

struct group {
	enum dest dest;
	bool dress;          /* after "\htmlrtf" */
	uint16_t set;        /* code page of the font */
	uint8_t skip_after_u;
};

struct undress {
	struct buf *out;
	struct err *e;
	struct buf bytes, utf8; /* in the code page of their font; decoded */
	struct group groups[RTF_DEPTH], *g;
	uint32_t depth, beyond, skip;
	uint16_t ansi, font_sets[MOST_FONTS];
	size_t font;         /* of the table of fonts, being told */
	int32_t high;        /* a surrogate that waits for its other half */
	bool star;
};

/* ---- text */

static bool is_out(const struct undress *u)
{
	return u->g->dest == MARKUP || (u->g->dest == TEXT && !u->g->dress);
}

static void flush(struct undress *u)
{
	struct str text = buf_view(&u->bytes);
	char room[24];
	if (!u->bytes.n)
		return;
	buf_clear(&u->utf8);
	if (charset_decode(buf_view(&u->bytes), rtf_set_name(u->g->set ? u->g->set : u->ansi, room), &u->utf8, &text, u->e))
		buf_str(u->out, text);
	buf_clear(&u->bytes);
}

static void put_bytes(struct undress *u, struct str s)
{
	size_t skipped = s.n < u->skip ? s.n : u->skip;
	u->skip -= (uint32_t)skipped;
	if (!is_out(u))
		return;
	buf_add(&u->bytes, s.p + skipped, s.n - skipped);
	if (u->bytes.n > MOST_RUN / 2)
		flush(u);
}

static void put_char(struct undress *u, uint32_t c)
{
	char utf8[4];
	flush(u);
	if (is_out(u) && c)
		buf_add(u->out, utf8, str_utf8_put(c, utf8));
}

static void put_unicode(struct undress *u, int32_t number)
{
	uint32_t c = (uint16_t)number;
	u->skip = u->g->skip_after_u;
	if (c >= 0xD800 && c < 0xDC00) {
		u->high = (int32_t)c;
		return;
	}
	if (c >= 0xDC00 && c < 0xE000)
		c = u->high ? 0x10000 + (((uint32_t)u->high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
	u->high = 0;
	put_char(u, c);
}

/* ---- words */

static bool special_char(struct undress *u, struct str word)
{
	static const struct { const char *word; uint32_t c; } rows[] = {
		{ "par", '\n' }, { "line", '\n' }, { "tab", '\t' }, { "lquote", 0x2018 }, { "rquote", 0x2019 }, { "ldblquote", 0x201C },
		{ "rdblquote", 0x201D }, { "bullet", 0x2022 }, { "endash", 0x2013 }, { "emdash", 0x2014 }, { "~", 0xA0 }, { "_", 0xAD },
		{ "{", '{' }, { "}", '}' }, { "\\", '\\' },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(word, rows[i].word)) {
			if (u->skip)
				u->skip--;
			else
				put_char(u, rows[i].c);
			return true;
		}
	return false;
}

static bool opens_nothing(struct str word)
{
	static const char *const words[] = { "colortbl", "stylesheet", "info", "pntext", "pict", "object", "mhtmltag", "header", "footer" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_eq_z(word, words[i]))
			return true;
	return false;
}

static void font_word(struct undress *u, const struct rtf_token *t)
{
	if (str_eq_z(t->text, "f") && t->number >= 0 && t->number < MOST_FONTS)
		u->font = (size_t)t->number;
	else if (str_eq_z(t->text, "fcharset"))
		u->font_sets[u->font] = rtf_set_of(t->number);
	else if (str_eq_z(t->text, "cpg"))
		u->font_sets[u->font] = (uint16_t)t->number;
}

static void word(struct undress *u, const struct rtf_token *t)
{
	bool star = u->star;
	u->star = str_eq_z(t->text, "*");
	if (u->star || u->g->dest == NOWHERE)
		return;
	if (str_eq_z(t->text, "htmltag"))
		u->g->dest = MARKUP;
	else if (star || opens_nothing(t->text))
		u->g->dest = NOWHERE;
	else if (str_eq_z(t->text, "fonttbl"))
		u->g->dest = FONTS;
	else if (u->g->dest == FONTS)
		font_word(u, t);
	else if (str_eq_z(t->text, "htmlrtf"))
		u->g->dress = !t->has_number || t->number != 0;
	else if (str_eq_z(t->text, "ansicpg") && t->number > 0 && t->number <= UINT16_MAX)
		u->ansi = (uint16_t)t->number;
	else if (str_eq_z(t->text, "uc") && t->number >= 0 && t->number < 10)
		u->g->skip_after_u = (uint8_t)t->number;
	else if (str_eq_z(t->text, "u"))
		put_unicode(u, t->number);
	else if (str_eq_z(t->text, "f") && t->number >= 0 && t->number < MOST_FONTS)
		u->g->set = u->font_sets[t->number];
	else
		special_char(u, t->text);
}

/* ---- groups */

static void group_open(struct undress *u)
{
	if (u->depth + 1 == RTF_DEPTH) {
		u->beyond++;
		return;
	}
	u->groups[u->depth + 1] = *u->g;
	u->g = &u->groups[++u->depth];
}

static void group_close(struct undress *u)
{
	if (u->beyond)
		u->beyond--;
	else if (u->depth)
		u->g = &u->groups[--u->depth];
}

static void token(struct undress *u, const struct rtf_token *t)
{
	bool is_byte = t->kind == RTF_WORD && str_eq_z(t->text, "'");
	if (t->kind != RTF_BYTES && !is_byte)
		flush(u); /* its font may be another from here on */
	if (t->kind == RTF_OPEN || t->kind == RTF_CLOSE) {
		u->skip = 0;
		t->kind == RTF_OPEN ? group_open(u) : group_close(u);
	} else if (is_byte) {
		char c = (char)t->number;
		put_bytes(u, (struct str){ &c, 1 });
	} else if (t->kind == RTF_BYTES) {
		put_bytes(u, t->text);
	} else {
		word(u, t);
		return;
	}
	u->star = false;
}

enum rtf_origin rtf_origin_of(struct str rtf)
{
	struct rtf_tokens tokens = { rtf };
	for (int i = 0; i < FIRST_WORDS; i++) {
		struct rtf_token t = rtf_next(&tokens);
		if (t.kind == RTF_WORD && str_eq_z(t.text, "fromhtml"))
			return RTF_ORIGIN_HTML;
		if (t.kind == RTF_WORD && str_eq_z(t.text, "fromtext"))
			return RTF_ORIGIN_TEXT;
	}
	return RTF_ORIGIN_RTF;
}

bool rtf_html(struct str rtf, struct buf *html, struct err *e)
{
	struct rtf_tokens tokens = { rtf };
	struct undress *u = calloc(1, sizeof(*u));
	struct buf out = BUF_INIT(MOST_HTML);
	if (!u)
		return err_set(e, ERR_MEMORY, "out of memory");
	*u = (struct undress){ .out = &out, .e = e, .ansi = 1252 };
	buf_init(&u->bytes, MOST_RUN);
	buf_init(&u->utf8, 8 * MOST_RUN);
	u->g = u->groups;
	u->g->skip_after_u = 1;
	for (struct rtf_token t = rtf_next(&tokens); t.kind != RTF_END && !out.failed; t = rtf_next(&tokens))
		token(u, &t);
	flush(u);
	bool ok = buf_ok(&out, e);
	if (ok)
		buf_str(html, buf_view(&out));
	buf_fini(&u->bytes);
	buf_fini(&u->utf8);
	buf_fini(&out);
	free(u);
	return ok && buf_ok(html, e);
}
