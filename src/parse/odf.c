/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/odf.h"

#include "doc/order.h"
#include "parse/office.h"
#include "parse/zip.h"

bool odf_is(const struct source *s, const char *type)
{
	struct str head = { s->bytes.p, s->bytes.n < 4096 ? s->bytes.n : 4096 };
	/* The first entry of a package is its type, stored as it is (ODF 1.3 part 2, 3.3). */
	if (!archive_looks(head) && !(memchr(head.p, '<', head.n) && memmem(head.p, head.n, "office:mimetype", 15)))
		return false;
	const char *at = memmem(head.p, head.n, type, strlen(type));
	size_t after = at ? (size_t)(at - head.p) + strlen(type) : head.n;
	/* "…text-template" and "…text-web" are texts, too. */
	struct str rest = { head.p + after, head.n - after };
	return at && (!rest.n || rest.p[0] < 'a' || rest.p[0] > 'z');
}

bool odf_read(struct odf *d, struct odf_source *s, enum odf_region region, struct err *e)
{
	static const struct { const char *name; uint8_t regions; } parts[] = {
		{ "styles.xml", 1 << ODF_STYLES | 1 << ODF_HEADERS | 1 << ODF_FOOTERS | 1 << ODF_MASTER },
		{ "content.xml", 1 << ODF_STYLES | 1 << ODF_BODY | 1 << ODF_NOTES },
	};
	odf_begin(d, region);
	if (!s->a)
		return xml_parse(s->bytes, &odf_events, d, e);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!(parts[i].regions & 1 << region) || (i == 0 && archive_find(s->a, STR("styles.xml")) < 0))
			continue;
		odf_begin(d, region);
		if (!xml_parse_entry(s->a, str_from(parts[i].name), &odf_events, d, e))
			return e->code == ERR_NOT_FOUND ? err_set(e, ERR_BROKEN,
				"the file is damaged: it has no content") : false;
	}
	return true;
}

static bool picture_load(void *ctx, struct str base, struct str name, struct buf *out, struct err *e)
{
	struct odf_source *s = ctx;
	return s->a ? archive_read(s->a, name, out, e) : err_set(e, ERR_NOT_FOUND, "a picture is not part of the document");
}

static void property_add(void *ctx, const char *name, struct str value)
{
	flow_fact(ctx, DOC_FACT_META, str_from(name), STR(""), value);
}

bool odf_parse(const struct source *s, struct str format, bool (*read)(struct odf *d, struct odf_source *s,
	struct err *e),
	       const struct parse_options *o, struct sink *out, struct err *e)
{
	struct odf_source from = { .bytes = s->bytes };
	struct flow *f = flow_new(&flow_paper, 0);
	struct odf *d = f ? ARENA_NEW(flow_arena(f), struct odf) : NULL;
	bool ok = (d || err_set(e, ERR_MEMORY, "out of memory")) && odf_init(d, f, e);
	if (ok && archive_looks(s->bytes))
		ok = (from.a = archive_open(s->bytes, NULL, e)) != NULL;
	if (ok)
		flow_pictures(f, picture_load, &from);
	if (d) {
		d->a = from.a;
		d->revise.f = o->revisions ? f : NULL;
		d->beside = o->wishes & TASK_SLIDES_BESIDE;
		d->no_objects = o->wishes & TASK_SLIDES_NO_CHARTS && str_eq_z(format, "odp");
	}
	ok = ok && read(d, &from, e);
	if (ok && from.a)
		office_properties(from.a, property_add, f);
	ok = ok && flow_write(f, format, o, out, e);
	if (d)
		odf_fini(d);
	archive_close(from.a);
	flow_free(f);
	return ok;
}
