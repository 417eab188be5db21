/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ooxml.h"

#include "parse/zip.h"

struct reading {
	void (*found)(void *ctx, struct str id, struct str type, struct str path);
	void *ctx;
	struct str part;
	struct buf path;
};

static bool relation_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct reading *r = ctx;
	struct str type = ooxml_attr(n, "Type"), target = ooxml_attr(n, "Target");
	bool outside = str_eq_z(ooxml_attr(n, "TargetMode"), "External");
	buf_clear(&r->path);
	if (!xml_is(n, "Relationship"))
		return true;
	if (outside && str_ends(type, STR("/hyperlink")))
		r->found(r->ctx, ooxml_attr(n, "Id"), type, target);
	else if (!outside && archive_resolve(r->part, target, &r->path))
		r->found(r->ctx, ooxml_attr(n, "Id"), type, buf_view(&r->path));
	return true;
}

bool ooxml_relations(struct archive *a, struct str part, void (*found)(void *ctx, struct str id, struct str type,
	struct str path),
		     void *ctx, struct err *e)
{
	static const struct xml_events events = { .start = relation_start };
	struct reading r = { .found = found, .ctx = ctx, .part = part };
	struct buf name = BUF_INIT(8192);
	size_t cut = part.n;
	while (cut && part.p[cut - 1] != '/')
		cut--;
	buf_init(&r.path, 4096);
	/* "xl/workbook.xml" has them in "xl/_rels/workbook.xml.rels" */
	buf_printf(&name, "%.*s_rels/%.*s.rels", (int)cut, part.p, (int)(part.n - cut), part.p + cut);
	bool ok = ooxml_read(a, buf_view(&name), &events, &r, e);
	buf_fini(&r.path);
	buf_fini(&name);
	return ok;
}

bool ooxml_read(struct archive *a, struct str path, const struct xml_events *events, void *ctx, struct err *e)
{
	return !path.n || archive_find(a, path) < 0 || xml_parse_entry(a, path, events, ctx, e);
}

struct str ooxml_attr(const struct xml_node *n, const char *name)
{
	struct str s = xml_attr(n, name);
	return s.p ? s : (struct str){ "", 0 };
}

int32_t ooxml_number(const struct xml_node *n, const char *name, int32_t otherwise)
{
	int64_t v;
	return str_to_i64(ooxml_attr(n, name), &v) && v > -1000000 && v < 1000000 ? (int32_t)v : otherwise;
}

bool ooxml_on(struct str v)
{
	return !(str_eq_z(v, "0") || str_eq_z(v, "false") || str_eq_z(v, "off") || str_eq_z(v, "none"));
}

struct str ooxml_part_number(struct str path)
{
	size_t end = path.n;
	while (end && (path.p[end - 1] < '0' || path.p[end - 1] > '9') && path.p[end - 1] != '/')
		end--;
	size_t from = end;
	while (from && path.p[from - 1] >= '0' && path.p[from - 1] <= '9')
		from--;
	return (struct str){ path.p + from, end - from };
}
