/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* XLS: workbooks of Excel 97 to 2003, each sheet in the order of its tabs. */
#include "parse/ole.h"
#include "parse/xls.h"

static const char *const streams[] = { "Workbook", "Book" }; /* Book: of Excel 95 and before, sometimes beside the other */

static const char *stream_of(const struct ole *o)
{
	for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++)
		if (ole_has(o, streams[i]))
			return streams[i];
	return NULL;
}

static int score(const struct source *s)
{
	struct err ignored;
	struct ole *o = ole_looks(s->bytes) ? ole_open(s->bytes, &ignored) : NULL;
	bool found = o && stream_of(o);
	ole_close(o);
	if (found)
		return 95;
	return ole_looks(s->bytes) && (format_named(s, ".xls") || format_named(s, ".xlt")) ? 60 : 0;
}

static bool read_sheets(void *ctx, struct grid *g, struct err *e)
{
	const struct xls *x = ctx;
	const struct xls_sheet *s = (const struct xls_sheet *)(const void *)x->sheets.p;
	for (size_t i = 0; i < x->sheets.n / sizeof(*s); i++) {
		struct xls_sheet one = s[i];
		if (!one.cells)
			continue;
		one.hidden = one.hidden && !grid_shows_hidden(g);
		if ((!one.hidden && !grid_sheet(g, one.name, e)) || !xls_read_sheet(x, &one, g, e))
			return err_in(e, "sheet %.*s", (int)(one.name.n < 60 ? one.name.n : 60), one.name.p);
	}
	return true;
}

static bool read_stream(const struct ole *o, struct buf *out, struct err *e)
{
	const char *name = stream_of(o);
	if (!name)
		return err_set(e, ERR_BROKEN, "the file is damaged: it has no workbook");
	return ole_read(o, name, out, e);
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct buf stream = BUF_INIT(0);
	struct xls x;
	struct ole *file = ole_open(s->bytes, e);
	bool ok = file && read_stream(file, &stream, e);
	ole_close(file);
	xls_init(&x, buf_view(&stream));
	ok = ok && xls_read_globals(&x, e) && grid_parse(STR("xls"), o, out, read_sheets, &x, e);
	xls_fini(&x);
	buf_fini(&stream);
	return ok;
}

const struct format format_xls = { "xls", score, parse };
