/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ODT and OTT packages, and FODT, the same in one XML file. Headers of pages come first, notes and footers last,
 * each text once; pages have the size of their master page.
 */
#include "parse/odf.h"
#include "parse/zip.h"

#define TYPE "application/vnd.oasis.opendocument.text"

static int score(const struct source *s)
{
	static const char *const names[] = { ".odt", ".ott", ".fodt" };
	if (odf_is(s, TYPE))
		return 95;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (archive_looks(s->bytes) && format_named(s, names[i]))
			return 60;
	return 0;
}

static bool read_all(struct odf *d, struct odf_source *s, struct err *e)
{
	if (!odf_read(d, s, ODF_STYLES, e))
		return false;
	odf_masters_compare(d->styles);
	flow_section(d->f);
	return odf_read(d, s, ODF_HEADERS, e) && odf_read(d, s, ODF_BODY, e) &&
		(!d->notes || odf_read(d, s, ODF_NOTES, e)) &&
	       odf_read(d, s, ODF_FOOTERS, e);
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return odf_parse(s, STR("odt"), read_all, o, out, e);
}

const struct format format_odt = { "odt", score, parse };
