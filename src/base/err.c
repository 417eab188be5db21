/* SPDX-License-Identifier: Apache-2.0 */
#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct err_row rows[ERR_COUNT] = {
	[ERR_NONE] = { "NONE", "", 200, false, 0 },
#define ERR(name, word, http, retry, exit) [ERR_##name] = { #name, word, http, retry, exit },
#include "base/err.def"
#undef ERR
};

const struct err_row *err_row(enum err_code code)
{
	return &rows[code >= 0 && code < ERR_COUNT ? code : ERR_INTERNAL];
}

enum err_code err_from_word(const char *word)
{
	for (int i = 1; word && i < ERR_COUNT; i++)
		if (strcmp(rows[i].word, word) == 0)
			return (enum err_code)i;
	return ERR_NONE;
}

/* A cut text must not end inside a UTF-8 sequence: drop trailing continuation bytes and their lead. */
static void trim_utf8(char *text, size_t n)
{
	size_t i = n;
	while (i > 0 && ((unsigned char)text[i - 1] & 0xC0) == 0x80)
		i--;
	if (i > 0 && ((unsigned char)text[i - 1] & 0xC0) == 0xC0)
		text[i - 1] = '\0';
}

static void put(struct err *e, const char *text)
{
	size_t n = strlen(text), max = sizeof(e->text) - 1;
	bool cut = n > max;
	memcpy(e->text, text, cut ? max : n);
	e->text[cut ? max : n] = '\0';
	if (cut)
		trim_utf8(e->text, max);
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	if (!e)
		return false;
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	e->code = code;
	put(e, text);
	return false;
}

bool err_in(struct err *e, const char *fmt, ...)
{
	if (!e)
		return false;
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text) / 2, fmt, ap);
	va_end(ap);
	if (n < 0)
		return false;
	size_t at = strlen(text);
	snprintf(text + at, sizeof(text) - at, ": %s", e->text);
	put(e, text);
	return false;
}

bool err_errno(struct err *e, const char *what)
{
	char why[128];
	bool full = errno == ENOSPC || errno == EDQUOT;
	return err_set(e, full ? ERR_DISK_FULL : ERR_IO, "%s: %s", what, strerror_r(errno, why, sizeof(why)));
}
