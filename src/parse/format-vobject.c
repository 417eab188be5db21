/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Calendars (RFC 5545) and contacts (RFC 6350, and versions 2.1 and 3.0 before it): what people are told of an event or
 * a person, as labels and values. Settings of programs, time zones and alarms are left out.
 */
#include "parse/charset.h"
#include "parse/flow.h"

#include <ctype.h>

enum { MOST_BYTES = 64 << 20, LINE_BYTES = 1 << 20 };

static const struct { const char *name, *label; } components[] = {
	{ "VEVENT", "Event" }, { "VTODO", "Task" }, { "VJOURNAL", "Journal" }, { "VFREEBUSY", "Free and busy" }, { "VCARD", "Contact" },
};

enum kind { TEXT, DATE, PERSON, PARTS };

static const struct property {
	const char *name, *label;
	enum kind kind;
} properties[] = {
	{ "SUMMARY", "Summary", TEXT }, { "DTSTART", "Start", DATE }, { "DTEND", "End", DATE }, { "DUE", "Due", DATE },
	{ "DURATION", "Duration", TEXT }, { "LOCATION", "Location", TEXT }, { "ORGANIZER", "Organizer", PERSON },
	{ "ATTENDEE", "Attendee", PERSON }, { "DESCRIPTION", "Description", TEXT }, { "STATUS", "Status", TEXT },
	{ "PRIORITY", "Priority", TEXT }, { "CATEGORIES", "Categories", TEXT }, { "CONTACT", "Contact", TEXT }, { "URL", "URL", TEXT },
	{ "COMMENT", "Comment", TEXT }, { "RRULE", "Repeats", TEXT }, { "EXDATE", "Not on", DATE }, { "COMPLETED", "Completed", DATE },
	{ "FN", "Name", TEXT }, { "NICKNAME", "Nickname", TEXT }, { "ORG", "Organization", PARTS }, { "TITLE", "Title", TEXT },
	{ "ROLE", "Role", TEXT }, { "TEL", "Phone", TEXT }, { "EMAIL", "E-mail", TEXT }, { "ADR", "Address", PARTS },
	{ "LABEL", "Address", TEXT }, { "BDAY", "Birthday", DATE }, { "ANNIVERSARY", "Anniversary", DATE }, { "NOTE", "Note", TEXT },
	{ "LANG", "Language", TEXT },
};

struct reader {
	struct flow *f;
	struct buf line, value;
	int depth, skip; /* skip: depth at which what is left out began */
	bool open;       /* a table of labels is */
};

/* ---- a line: "ATTENDEE;CN=Bob;ROLE=CHAIR:mailto:bob@example.com" */

struct line {
	struct str name, params, value;
};

/* Up to a sign outside of quotes; the rest behind it. */
static struct str cut(struct str s, char sign, struct str *head)
{
	bool quoted = false;
	size_t i = 0;
	for (; i < s.n && (quoted || s.p[i] != sign); i++)
		quoted ^= s.p[i] == '"';
	*head = (struct str){ s.p, i };
	return i < s.n ? (struct str){ s.p + i + 1, s.n - i - 1 } : (struct str){ NULL, 0 };
}

static bool line_split(struct str s, struct line *l)
{
	struct str head;
	l->value = cut(s, ':', &head);
	l->params = str_cut(head, ';', &l->name);
	if (!l->value.p || !l->name.n)
		return false;
	for (size_t k = 0; k < l->name.n; k++) /* "item1.TEL" */
		if (l->name.p[k] == '.') {
			l->name = (struct str){ l->name.p + k + 1, l->name.n - k - 1 };
			break;
		}
	return true;
}

/* The value of a parameter, without quotes; empty if it is not there. */
static struct str param(const struct line *l, const char *name)
{
	struct str rest = l->params, one, key, value;
	while (rest.n) {
		rest = cut(rest, ';', &one);
		value = str_cut(one, '=', &key);
		if (!str_eq_nocase(key, str_from(name)) || !value.p)
			continue;
		if (value.n > 1 && value.p[0] == '"' && value.p[value.n - 1] == '"')
			value = (struct str){ value.p + 1, value.n - 2 };
		return value;
	}
	return (struct str){ "", 0 };
}

/* ---- values */

static void text_put(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\\' || i + 1 == s.n) {
			buf_byte(b, s.p[i]);
			continue;
		}
		i++;
		buf_byte(b, s.p[i] == 'n' || s.p[i] == 'N' ? '\n' : s.p[i]);
	}
}

/* "20240310T140000Z" as "2024-03-10 14:00 UTC"; anything else as it stands. */
static void date_put(struct buf *b, struct str s, struct str zone)
{
	size_t digits = 0;
	while (digits < s.n && isdigit((unsigned char)s.p[digits]))
		digits++;
	if (digits != 8) {
		text_put(b, s);
		return;
	}
	buf_printf(b, "%.4s-%.2s-%.2s", s.p, s.p + 4, s.p + 6);
	if (s.n < 13 || s.p[8] != 'T')
		return;
	buf_printf(b, " %.2s:%.2s", s.p + 9, s.p + 11);
	if (s.p[s.n - 1] == 'Z')
		buf_z(b, " UTC");
	else if (zone.n)
		buf_printf(b, " (%.*s)", STR_ARGS(zone));
}

/* "Bob <bob@example.com>" */
static void person_put(struct buf *b, const struct line *l)
{
	struct str name = param(l, "CN"), address = l->value;
	if (address.n > 7 && str_eq_nocase((struct str){ address.p, 7 }, STR("mailto:")))
		address = (struct str){ address.p + 7, address.n - 7 };
	buf_str(b, name);
	if (address.n)
		buf_printf(b, name.n ? " <%.*s>" : "%.*s", STR_ARGS(address));
}

/* Parts between ";", those that say something. */
static void parts_put(struct buf *b, struct str s)
{
	for (size_t from = 0, i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] == '\\') {
			i++;
		} else if (i == s.n || s.p[i] == ';') {
			struct str part = str_trim((struct str){ s.p + from, i - from });
			buf_z(b, part.n && b->n ? ", " : "");
			text_put(b, part);
			from = i + 1;
		}
	}
}

static void value_put(struct reader *r, const struct property *p, const struct line *l)
{
	buf_clear(&r->value);
	switch (p->kind) {
	case TEXT: text_put(&r->value, l->value); break;
	case DATE: date_put(&r->value, l->value, param(l, "TZID")); break;
	case PERSON: person_put(&r->value, l); break;
	case PARTS: parts_put(&r->value, l->value); break;
	}
}

/* ---- what is shown */

static void pair_show(struct reader *r, const struct property *p)
{
	struct str rest = str_trim(buf_view(&r->value)), line;
	struct flow_style bold = { .flags = DOC_BOLD }, plain = { 0 };
	if (!rest.n)
		return;
	if (!r->open)
		flow_open(r->f, FLOW_TABLE, &(struct flow_props){ .after = 600 });
	r->open = true;
	flow_open(r->f, FLOW_ROW, NULL);
	flow_open(r->f, FLOW_CELL, NULL);
	flow_text(r->f, str_from(p->label), &bold);
	flow_text(r->f, STR(":"), &bold);
	flow_close(r->f);
	flow_open(r->f, FLOW_CELL, NULL);
	plain.fact = flow_fact(r->f, DOC_FACT_FIELD, str_from(p->name), str_from(p->label), rest);
	while (rest.n) {
		rest = str_cut(rest, '\n', &line);
		flow_text(r->f, line, &plain);
		if (rest.n)
			flow_break(r->f);
	}
	flow_close(r->f);
	flow_close(r->f);
}

static void table_close(struct reader *r)
{
	if (r->open)
		flow_close(r->f);
	r->open = false;
}

static void begin(struct reader *r, struct str name)
{
	struct flow_style style = { .flags = DOC_BOLD, .size = 1300 };
	const char *label = NULL;
	table_close(r);
	r->depth++;
	for (size_t i = 0; i < sizeof(components) / sizeof(*components); i++)
		if (str_eq_nocase(name, str_from(components[i].name)))
			label = components[i].label;
	if (!label && !r->skip && !str_eq_nocase(name, STR("VCALENDAR")))
		r->skip = r->depth;
	if (!label || r->skip)
		return;
	flow_open(r->f, FLOW_BLOCK, &(struct flow_props){ .before = 600, .after = 300, .keep = true });
	flow_text(r->f, str_from(label), &style);
	flow_close(r->f);
}

static void line_show(struct reader *r, struct str s)
{
	struct line l;
	if (!line_split(s, &l))
		return;
	if (str_eq_nocase(l.name, STR("BEGIN"))) {
		begin(r, str_trim(l.value));
		return;
	}
	if (str_eq_nocase(l.name, STR("END"))) {
		table_close(r);
		r->skip = r->skip == r->depth ? 0 : r->skip;
		r->depth -= r->depth > 0;
		return;
	}
	for (size_t i = 0; i < sizeof(properties) / sizeof(*properties) && !r->skip; i++)
		if (str_eq_nocase(l.name, str_from(properties[i].name))) {
			value_put(r, &properties[i], &l);
			pair_show(r, &properties[i]);
			return;
		}
}

/* Lines that begin with a blank go on the one before. */
static void lines_show(struct reader *r, struct str text)
{
	struct str line;
	while (text.n) {
		text = str_cut(text, '\n', &line);
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		bool goes_on = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
		if (!goes_on) {
			line_show(r, buf_view(&r->line));
			buf_clear(&r->line);
		}
		if (r->line.n + line.n < LINE_BYTES)
			buf_add(&r->line, line.p + goes_on, line.n - goes_on);
	}
	line_show(r, buf_view(&r->line));
	table_close(r);
}

static bool is_card(const struct source *s)
{
	struct str head = str_trim((struct str){ s->bytes.p, s->bytes.n < 200 ? s->bytes.n : 200 });
	return head.n > 11 && str_eq_nocase((struct str){ head.p, 11 }, STR("BEGIN:VCARD"));
}

static int score(const struct source *s)
{
	struct str head = str_trim((struct str){ s->bytes.p, s->bytes.n < 200 ? s->bytes.n : 200 });
	return is_card(s) || (head.n > 15 && str_eq_nocase((struct str){ head.p, 15 }, STR("BEGIN:VCALENDAR"))) ? 90 : 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reader r = { .f = flow_new(&flow_screen, 0), .line = BUF_INIT(LINE_BYTES), .value = BUF_INIT(LINE_BYTES) };
	struct buf store = BUF_INIT(MOST_BYTES);
	struct str text;
	bool ok = (r.f || err_set(e, ERR_MEMORY, "out of memory")) && charset_decode(s->bytes, STR(""), &store, &text, e);
	if (ok) {
		lines_show(&r, text);
		ok = flow_write(r.f, is_card(s) ? STR("vcf") : STR("ics"), o, out, e);
	}
	buf_fini(&store);
	buf_fini(&r.line);
	buf_fini(&r.value);
	flow_free(r.f);
	return ok;
}

const struct format format_vobject = { "ics", score, parse };
