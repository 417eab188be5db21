/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/office.h"

#include "parse/xml.h"
#include "parse/zip.h"

static const struct { const char *element, *name; } properties[] = {
	{ "title", "title" }, { "creator", "author" }, { "initial-creator", "author" }, { "subject", "subject" },
	{ "keywords", "keywords" }, { "keyword", "keywords" }, { "created", "created" }, { "creation-date", "created" },
};

struct reading {
	void (*add)(void *ctx, const char *name, struct str value);
	void *ctx;
	const char *name; /* of the property that is being read */
	struct buf value;
};

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct reading *r = ctx;
	r->name = NULL;
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		if (xml_is(n, properties[i].element))
			r->name = properties[i].name;
	buf_clear(&r->value);
	return true;
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct reading *r = ctx;
	if (r->name && !r->value.failed && str_trim(buf_view(&r->value)).n)
		r->add(r->ctx, r->name, str_trim(buf_view(&r->value)));
	r->name = NULL;
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct reading *r = ctx;
	if (r->name)
		buf_str(&r->value, s);
	return true;
}

static const struct xml_events events = { on_start, on_end, on_text };

void office_properties(struct archive *a, void (*add)(void *ctx, const char *name, struct str value), void *ctx)
{
	static const char *const parts[] = { "docProps/core.xml", "meta.xml" };
	struct reading r = { .add = add, .ctx = ctx };
	struct err unread;
	buf_init(&r.value, 4096);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (archive_find(a, str_from(parts[i])) >= 0 && !xml_parse_entry(a, str_from(parts[i]), &events, &r, &unread))
			r.name = NULL;
	buf_fini(&r.value);
}

static void roman(struct buf *b, int32_t n, bool upper)
{
	static const struct { int32_t value; const char *text; } rows[] = {
		{ 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
		{ 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows) && n < 4000; i++)
		for (; n >= rows[i].value; n -= rows[i].value)
			for (const char *c = rows[i].text; *c; c++)
				buf_byte(b, upper ? (char)(*c - 32) : *c);
}

void office_number(struct buf *b, char format, int32_t n)
{
	if (format == 'i' || format == 'I')
		roman(b, n, format == 'I');
	else if ((format == 'a' || format == 'A') && n >= 1 && n <= 26 * 26)
		for (int32_t i = 0; i <= (n - 1) / 26; i++)
			buf_byte(b, (char)(format + (n - 1) % 26));
	else
		buf_i64(b, n);
}

uint16_t office_heading_size(int level)
{
	static const uint16_t sizes[] = { 1800, 1500, 1300, 1150, 1100, 1000 };
	return sizes[level < 1 ? 0 : level > 6 ? 5 : level - 1];
}
