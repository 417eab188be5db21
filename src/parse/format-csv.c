/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Values between separators (RFC 4180 and what is called CSV in the wild): the separator is the sign that cuts most
 * records into the same number of fields; quotes double themselves; a quoted field may hold line breaks.
 */
#include "parse/charset.h"
#include "parse/format.h"
#include "parse/grid.h"

enum { SAMPLE_ROWS = 100, SAMPLE_BYTES = 1 << 18 };

struct csv {
	struct str text;
	char separator;
	struct buf field; /* one that had to be unquoted */
};

/* What ended a field. */
enum csv_end { CSV_FIELD, CSV_RECORD, CSV_TEXT };

/* A quoted field: from behind its first quote to behind its last. Lenient: what follows up to the separator belongs to it. */
static void unquote(struct csv *c, size_t *at)
{
	const char *p = c->text.p;
	for (; *at < c->text.n; (*at)++) {
		if (p[*at] == '"') {
			if (*at + 1 >= c->text.n || p[*at + 1] != '"') {
				(*at)++;
				return;
			}
			(*at)++;
		}
		buf_byte(&c->field, p[*at]);
	}
}

static enum csv_end end_of_field(const struct csv *c, size_t *at)
{
	if (*at >= c->text.n)
		return CSV_TEXT;
	char sign = c->text.p[(*at)++];
	if (sign == c->separator)
		return CSV_FIELD;
	if (sign == '\r' && *at < c->text.n && c->text.p[*at] == '\n')
		(*at)++;
	return *at >= c->text.n ? CSV_TEXT : CSV_RECORD;
}

static bool is_end(const struct csv *c, size_t at)
{
	return at >= c->text.n || c->text.p[at] == c->separator || c->text.p[at] == '\n' || c->text.p[at] == '\r';
}

static enum csv_end next_field(struct csv *c, size_t *at, struct str *field)
{
	size_t start = *at;
	while (*at < c->text.n && c->text.p[*at] == ' ' && c->separator != ' ')
		(*at)++;
	if (*at < c->text.n && c->text.p[*at] == '"') {
		(*at)++;
		buf_clear(&c->field);
		unquote(c, at);
		for (; !is_end(c, *at); (*at)++)
			buf_byte(&c->field, c->text.p[*at]);
		*field = buf_view(&c->field);
		return end_of_field(c, at);
	}
	while (!is_end(c, *at))
		(*at)++;
	*field = (struct str){ c->text.p + start, *at - start };
	return end_of_field(c, at);
}

/* ---- which separator */

struct shape { /* of the first records, for one separator */
	uint32_t records, alike, fields;
};

/* How many of the first records have the commonest number of fields, if that is two or more. */
static struct shape shape_of(struct str text, char separator)
{
	struct csv c = { .text = { text.p, text.n < SAMPLE_BYTES ? text.n : SAMPLE_BYTES }, .separator = separator };
	uint32_t counts[256] = { 0 }, fields = 0, records = 0, best = 0;
	bool filled = false, cut = text.n > SAMPLE_BYTES;
	struct str field;
	buf_init(&c.field, 0);
	for (size_t at = 0; at < c.text.n && records < SAMPLE_ROWS;) {
		enum csv_end end = next_field(&c, &at, &field);
		fields++;
		filled = filled || str_trim(field).n > 0;
		if (end == CSV_FIELD || (end == CSV_TEXT && cut && records))
			continue;
		records += filled;
		if (filled)
			counts[fields < 255 ? fields : 255]++;
		fields = 0;
		filled = false;
	}
	buf_fini(&c.field);
	for (uint32_t n = 2; n < 256; n++)
		if (counts[n] > counts[best])
			best = n;
	return (struct shape){ records, counts[best], best };
}

static char separator_of(struct str text, struct shape *shape)
{
	static const char signs[] = { ',', ';', '\t', '|' };
	char best = ',';
	*shape = (struct shape){ 0, 0, 0 };
	for (size_t i = 0; i < sizeof(signs); i++) {
		struct shape s = shape_of(text, signs[i]);
		/* More records alike; among equals the one with more fields. */
		uint64_t score = (uint64_t)s.alike * 1000 / (s.records ? s.records : 1) * 256 + s.fields;
		uint64_t so_far = (uint64_t)shape->alike * 1000 / (shape->records ? shape->records : 1) * 256 + shape->fields;
		if (s.alike && (shape->alike == 0 || score > so_far)) {
			*shape = s;
			best = signs[i];
		}
	}
	return best;
}

/* Excel's own hint: a first line "sep=;". */
static bool declared(struct str *text, char *separator)
{
	struct str line, rest = str_cut(*text, '\n', &line);
	line = str_trim(line);
	if (line.n != 5 || !str_eq_nocase((struct str){ line.p, 4 }, STR("sep=")) || !rest.p)
		return false;
	*separator = line.p[4];
	*text = rest;
	return true;
}

static int score(const struct source *s)
{
	static const char *const names[] = { ".csv", ".tsv", ".tab", ".psv" };
	if (!charset_is_text(s->bytes))
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (format_named(s, names[i]))
			return 80;
	return 0;
}

static bool read_rows(void *ctx, struct grid *g, struct err *e)
{
	struct csv *c = ctx;
	struct grid_cell cell = { .row = 0 };
	bool ok = grid_sheet(g, STR(""), e);
	for (size_t at = 0; ok && at < c->text.n;) {
		enum csv_end end = next_field(c, &at, &cell.text);
		ok = buf_ok(&c->field, e) && grid_put(g, &cell, e);
		cell.col++;
		if (end != CSV_FIELD) {
			cell.row++;
			cell.col = 0;
		}
	}
	return ok;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct csv c = { .separator = ',' };
	struct buf store = BUF_INIT((size_t)1 << 30);
	struct shape shape;
	buf_init(&c.field, 64 << 20);
	bool ok = charset_decode(s->bytes, STR(""), &store, &c.text, e);
	if (ok && !declared(&c.text, &c.separator))
		c.separator = separator_of(c.text, &shape);
	ok = ok && grid_parse(STR("csv"), o, out, read_rows, &c, e);
	buf_fini(&c.field);
	buf_fini(&store);
	return ok;
}

const struct format format_csv = { "csv", score, parse };
