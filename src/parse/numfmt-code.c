/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Codes of formats (ECMA-376 part 1, 18.8.31), a section in tokens. */
#include "parse/numfmt-private.h"

#include <stdlib.h>
#include <unicode/uloc.h>

static void put(struct section *s, enum token_kind kind, uint32_t n, struct str text)
{
	if (s->n < NUMFMT_TOKENS)
		s->t[s->n++] = (struct token){ kind, n, text };
}

/* Numbers in format codes are short and plain. */
static double to_number(struct str s)
{
	char z[40];
	size_t n = s.n < sizeof(z) - 1 ? s.n : sizeof(z) - 1;
	memcpy(z, s.p, n);
	z[n] = '\0';
	return strtod(z, NULL);
}

static uint32_t to_hex(struct str s)
{
	uint32_t v = 0;
	for (size_t i = 0; i < s.n && i < 8; i++) {
		char c = s.p[i] | 0x20;
		v = v * 16 + (uint32_t)(c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= '0' && c <= '9' ? c - '0' : 0);
	}
	return v;
}

static bool all_are(struct str s, char c)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] | 0x20) != c)
			return false;
	return s.n > 0;
}

/* "de-DE", "ja-JP-x-gannen,80": a language by its name, as newer applications write it; 0 = it is none. */
static uint32_t language_named(struct section *s, struct str in)
{
	char tag[16];
	struct str name;
	str_cut(in, ',', &name);
	const char *dash = memchr(name.p, '-', name.n), *more = memmem(name.p, name.n, "-x-", 3);
	s->first = more && str_ends(name, STR("gannen"));
	name.n = more ? (size_t)(more - name.p) : name.n;
	if (!dash || dash - name.p < 2 || dash - name.p > 3 || name.n >= sizeof(tag))
		return 0;
	for (size_t i = 0; i < name.n; i++)
		tag[i] = name.p[i] == '-' ? '_' : name.p[i];
	tag[name.n] = '\0';
	return uloc_getLCID(tag);
}

/* [$€-407]: a currency and a language. */
static void read_currency(struct section *s, struct str in)
{
	struct str sign, language = str_cut(in, '-', &sign);
	if (sign.n)
		put(s, LITERAL, 0, sign);
	if (!language.p)
		return;
	uint32_t named = language_named(s, language), id = named ? named : to_hex(language);
	s->system = id == 0xF800;
	s->system_time = id == 0xF400;
	s->lcid = id & 0xFFFF;
}

static void read_bracket(struct section *s, struct str in)
{
	if (in.n && in.p[0] == '$') {
		read_currency(s, (struct str){ in.p + 1, in.n - 1 });
	} else if (in.n && strchr("<>=", in.p[0])) {
		size_t n = in.n > 1 && strchr("=>", in.p[1]) ? 2 : 1;
		memcpy(s->op, in.p, n);
		s->limit = to_number((struct str){ in.p + n, in.n - n });
		s->has_condition = true;
	} else if (all_are(in, 'h')) {
		put(s, ELAPSED_HOURS, (uint32_t)in.n, in);
	} else if (all_are(in, 'm')) {
		put(s, ELAPSED_MINUTES, (uint32_t)in.n, in);
	} else if (all_are(in, 's')) {
		put(s, ELAPSED_SECONDS, (uint32_t)in.n, in);
	}
	/* Else a colour, or a way to write digits. */
}

static bool starts_nocase(struct str s, const char *word)
{
	size_t n = strlen(word);
	return s.n >= n && str_eq_nocase((struct str){ s.p, n }, (struct str){ word, n });
}

static const struct { char letter; enum token_kind kind; } letters[] = {
	{ 'y', YEAR }, { 'e', ERA_YEAR }, { 'g', ERA }, { 'm', MONTH }, { 'd', DAY }, { 'h', HOUR }, { 's', SECOND },
};

/* A run of one date letter; 0 = there is none. */
static size_t read_letters(struct section *s, struct str rest)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		if ((rest.p[0] | 0x20) != letters[i].letter)
			continue;
		size_t n = 1;
		while (n < rest.n && (rest.p[n] | 0x20) == letters[i].letter)
			n++;
		put(s, letters[i].kind, (uint32_t)n, (struct str){ rest.p, n });
		return n;
	}
	return 0;
}

/* What is escaped, quoted or in brackets; 0 = none of these. */
static size_t read_quoted(struct section *s, struct str rest)
{
	const char *end;
	switch (rest.p[0]) {
	case '"':
		end = memchr(rest.p + 1, '"', rest.n - 1);
		put(s, LITERAL, 0, (struct str){ rest.p + 1, (end ? (size_t)(end - rest.p) : rest.n) - 1 });
		return end ? (size_t)(end - rest.p) + 1 : rest.n;
	case '[':
		end = memchr(rest.p, ']', rest.n);
		read_bracket(s, (struct str){ rest.p + 1, (end ? (size_t)(end - rest.p) : rest.n) - 1 });
		return end ? (size_t)(end - rest.p) + 1 : rest.n;
	case '\\':
	case '!': {
		size_t at = 1;
		if (rest.n > 1)
			str_utf8_next(rest, &at);
		put(s, LITERAL, 0, (struct str){ rest.p + 1, at - 1 });
		return at;
	}
	case '_': /* room as wide as the next character, or filled with it */
	case '*': {
		size_t at = 1;
		if (rest.n > 1)
			str_utf8_next(rest, &at);
		put(s, LITERAL, 0, STR(" "));
		return at;
	}
	default:
		return 0;
	}
}

static size_t read_sign(struct section *s, struct str rest)
{
	struct str one = { rest.p, 1 };
	switch (rest.p[0]) {
	case '0': case '#': case '?': put(s, DIGIT, (uint32_t)(unsigned char)rest.p[0], one); return 1;
	case '.': put(s, POINT, 0, one); return 1;
	case ',': put(s, COMMA, 0, one); return 1;
	case '%': put(s, PERCENT, 0, one); return 1;
	case '/': put(s, SLASH, 0, one); return 1;
	case '@': put(s, TEXT, 0, one); return 1;
	default: break;
	}
	if ((rest.p[0] | 0x20) == 'e' && rest.n > 1 && (rest.p[1] == '+' || rest.p[1] == '-') && !(rest.n > 2 && (rest.p[2] | 0x20) == 'm')) {
		put(s, EXPONENT, (uint32_t)rest.p[1], one);
		return 2;
	}
	static const char *const halves[] = { "AM/PM", "A/P", "\xE4\xB8\x8A\xE5\x8D\x88/\xE4\xB8\x8B\xE5\x8D\x88",
					      "\xE5\x8D\x88\xE5\x89\x8D/\xE5\x8D\x88\xE5\xBE\x8C" };
	for (size_t i = 0; i < sizeof(halves) / sizeof(*halves); i++)
		if (starts_nocase(rest, halves[i])) {
			put(s, HALF_DAY, (uint32_t)i, (struct str){ rest.p, strlen(halves[i]) });
			return strlen(halves[i]);
		}
	if (starts_nocase(rest, "General")) {
		put(s, GENERAL, 0, (struct str){ rest.p, 7 });
		return 7;
	}
	return 0;
}

/* An m after hours or before seconds is a minute; ".0" after seconds is their fraction. */
static void settle_dates(struct section *s)
{
	int last = -1;
	for (size_t i = 0; i < s->n; i++) {
		enum token_kind k = s->t[i].kind;
		if (k < YEAR)
			continue;
		s->date = s->date || k != ERA;
		if (k == MONTH && s->t[i].n <= 2 && last >= 0 && (s->t[last].kind == HOUR || s->t[last].kind == ELAPSED_HOURS))
			s->t[i].kind = MINUTE;
		if ((k == SECOND || k == ELAPSED_SECONDS) && last >= 0 && s->t[last].kind == MONTH && s->t[last].n <= 2)
			s->t[last].kind = MINUTE;
		last = (int)i;
	}
	for (size_t i = 0; i < s->n && !s->date; i++)
		if (s->t[i].kind == ERA)
			s->t[i].kind = LITERAL; /* a gram */
	for (size_t i = 0; s->date && i + 1 < s->n; i++) {
		if (s->t[i].kind != POINT || s->t[i + 1].kind != DIGIT)
			continue;
		size_t digits = 0;
		while (i + 1 + digits < s->n && s->t[i + 1 + digits].kind == DIGIT)
			digits++;
		s->t[i].kind = FRACTION;
		s->t[i].n = (uint32_t)(digits > 6 ? 6 : digits);
		for (size_t k = 1; k <= digits; k++)
			s->t[i + k] = (struct token){ LITERAL, 0, STR("") };
	}
}

struct str numfmt_section(struct str code, struct section *s)
{
	memset(s, 0, sizeof(*s));
	while (code.n) {
		if (code.p[0] == ';')
			break;
		size_t n = read_quoted(s, code);
		if (!n)
			n = read_sign(s, code);
		if (!n)
			n = read_letters(s, code);
		if (!n) {
			str_utf8_next(code, &n);
			put(s, LITERAL, 0, (struct str){ code.p, n });
		}
		code.p += n;
		code.n -= n;
	}
	settle_dates(s);
	return code.n ? (struct str){ code.p + 1, code.n - 1 } : (struct str){ NULL, 0 };
}
