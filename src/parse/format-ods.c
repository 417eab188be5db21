/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ODS and OTS packages, and FODS, the same in one XML file.
 */
#include "parse/ods.h"
#include "parse/office.h"
#include "parse/xml.h"
#include "parse/zip.h"

struct reading {
	struct archive *a; /* NULL = a flat file */
	struct str bytes;
};

static int score(const struct source *s)
{
	struct str head = { s->bytes.p, s->bytes.n < 4096 ? s->bytes.n : 4096 };
	if (archive_mentions(s->bytes, "application/vnd.oasis.opendocument.spreadsheet"))
		return 95;
	if (str_starts(head, STR("<?xml")) && memmem(head.p, head.n, "application/vnd.oasis.opendocument.spreadsheet", 46))
		return 95;
	return archive_looks(s->bytes) && (format_named(s, ".ods") || format_named(s, ".ots")) ? 60 : 0;
}

static void add_meta(void *ctx, const char *name, struct str value)
{
	grid_meta(ctx, name, value);
}

static bool read_sheets(void *ctx, struct grid *g, struct err *e)
{
	struct reading *r = ctx;
	struct ods_reader reader;
	ods_reader_init(&reader, g);
	bool ok = r->a ? xml_parse_entry(r->a, STR("content.xml"), &ods_events, &reader, e) :
			 xml_parse(r->bytes, &ods_events, &reader, e);
	ods_reader_fini(&reader);
	if (ok && r->a)
		office_properties(r->a, add_meta, g);
	return ok;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reading r = { .bytes = s->bytes };
	bool packed = archive_looks(s->bytes);
	if (packed && !(r.a = archive_open(s->bytes, NULL, e)))
		return false;
	bool ok = grid_parse(STR("ods"), o, out, read_sheets, &r, e);
	if (!ok && e->code == ERR_NOT_FOUND)
		err_set(e, ERR_BROKEN, "the file is damaged: it has no content");
	archive_close(r.a);
	return ok;
}

const struct format format_ods = { "ods", score, parse };
